package match

import (
	"slices"
	"strings"

	"github.com/nocmatch/nocmatch/index"
)

// A title of a query is compared with every title of every profile by Tversky's ratio (Features of similarity, 1977): what both have,
// over what both have plus half of what only the query has plus what only the profile's title has.

const (
	queryOnly = 0.5 // people write where and for whom they work into their titles
	titleOnly = 1.0 // a word of the title that they don't write is a reason to doubt
	// headWeight is what the head noun of a title counts, and queryHeadWeight that of a query beside its other words: a records clerk is a
	// clerk, a records technician a technician. Of the survey titles, with the official titles only, .609 are right first at 1.3 and 1, .636 at
	// 2.6 and 1.5, .635 at 3.5.
	headWeight      = 2.6
	queryHeadWeight = 1.5
	// qualifierWeight is what words after " - " or in brackets count: they say where, not what.
	qualifierWeight = 0.5
	// bestTitles is how many titles of a group count: one may be an accident of words.
	bestTitles = 3
)

// vagueWords say how somebody is employed, or that they work at all. Classifications write them into few titles ("owner-operator - ferry") and
// people into many. They count vagueShare of their idf, so that the industry decides; measured on the survey titles.
const (
	vagueWords = "owner proprietor self employed entrepreneur partner president labourer"
	vagueShare = 0.2
)

// bestShares are what the best, second and third title count; they sum to 1.
var bestShares = [bestTitles]float64{0.4, 0.35, 0.25}

// titleUnits are the titles of all profiles. Their terms are roots, see rootsOf.
type titleUnits struct {
	root        []int32 // by term: the term that stands for its root
	group       []int32
	text        []string
	terms       [][]int32   // distinct, ascending
	weights     [][]float64 // of terms
	total       []float64   // sum of weights
	idf         []float64   // by term, over the titles of groups
	offsets     []int32     // by term: the titles that hold it
	list        []int32
	listWeights []float64       // what the term weighs in each of them
	sizes       []int32         // by group: number of titles
	words       map[string]bool // titles of one word, and their plurals, in lower case
	heads       map[string]bool // words that titles end with rather than merely hold, and their plurals, in lower case: "clerk", not "records"
	first       []int32         // by group: its titles are first[g]:first[g+1]
}

func (m *model) newTitleUnits() titleUnits {
	u := titleUnits{idf: make([]float64, len(m.post.Terms)), sizes: make([]int32, m.groups), first: make([]int32, 1, m.groups+1), words: map[string]bool{}}
	u.root = rootsOf(m.post.Terms)
	titles := &m.post.Fields[index.Titles]
	groups := make([][]int32, len(m.post.Terms)) // by root
	for t, root := range u.root {
		docs, _ := titles.List(int32(t))
		groups[root] = append(groups[root], docs...)
	}
	for t, root := range u.root {
		groups[root] = distinct(groups[root])
		u.idf[t] = idf(m.groups, len(groups[root]))
	}
	for _, t := range m.content(vagueWords) {
		u.idf[t] *= vagueShare
	}
	heads, words := map[string]int{}, map[string]int{}
	for g, p := range m.profiles {
		for _, text := range index.Titles.Texts(p) {
			terms, weights := m.weighTitle(&u, text)
			if len(terms) == 0 {
				continue
			}
			total := 0.0
			for _, w := range weights {
				total += w
			}
			if m.losesHead(text) {
				total += headWeight * total / float64(len(weights))
			}
			u.group = append(u.group, int32(g))
			u.text = append(u.text, text)
			u.terms = append(u.terms, terms)
			u.weights = append(u.weights, weights)
			u.total = append(u.total, total)
			u.sizes[g]++
			m.countHeads(text, heads, words)
			if word := strings.ToLower(text); !strings.ContainsAny(word, " -/(,") {
				u.words[word], u.words[word+"s"] = true, true
			}
		}
		u.first = append(u.first, int32(len(u.group)))
	}
	u.heads = map[string]bool{}
	for word, n := range heads {
		if float64(n) >= headShare*float64(words[word]) {
			u.heads[word], u.heads[word+"s"] = true, true
		}
	}
	u.offsets, u.list = invert(len(m.post.Terms), u.terms)
	u.listWeights = make([]float64, len(u.list))
	for t := range m.post.Terms {
		for i := u.offsets[t]; i < u.offsets[t+1]; i++ {
			j, _ := slices.BinarySearch(u.terms[u.list[i]], int32(t))
			u.listWeights[i] = u.weights[u.list[i]][j]
		}
	}
	return u
}

// headShare is the share of the titles with a word that must have it for their head noun, so that the word names a job wherever it ends
// a line.
const headShare = 0.5

// countHeads counts the words of a title and, apart, its head noun.
func (m *model) countHeads(title string, heads, words map[string]int) {
	tokens := m.x.Analyze(nil, title)
	head := headOf(title, tokens)
	for i, t := range tokens {
		if t.Shared || t.Stop {
			continue
		}
		word := strings.ToLower(title[t.Start:t.End])
		words[word]++
		if i == head {
			heads[word]++
		}
	}
}

// headOf gives the place of the head noun among the tokens of a title, -1 where it has none: the last word before a qualifier (" - ", a comma,
// a bracket) and before "of" and the like: "supervisor of nurses" is a supervisor.
func headOf(title string, tokens []index.Token) int {
	main, head := mainPart(title), -1
	for i, t := range tokens {
		if head >= 0 && (t.Start >= main || t.Stop && turnsTitle[t.Term]) {
			break
		}
		if !t.Stop {
			head = i
		}
	}
	return head
}

// turnsTitle are function words that stand after the head noun of a title.
var turnsTitle = map[string]bool{"of": true, "for": true, "to": true, "in": true, "at": true, "with": true}

// mainPart gives the length of what stands before the qualifiers of a title.
func mainPart(title string) int {
	main := len(title)
	for _, mark := range []string{" - ", " – ", " — ", " (", ", ", "/", ":"} {
		if i := strings.Index(title, mark); i > 0 && i < main {
			main = i
		}
	}
	return main
}

// weighTitle gives the distinct roots of a profile's title, ascending, and what each counts.
func (m *model) weighTitle(u *titleUnits, title string) ([]int32, []float64) {
	main := mainPart(title)
	weight := map[int32]float64{}
	tokens := m.x.Analyze(nil, title)
	for _, t := range tokens {
		if t.ID < 0 || t.Stop {
			continue
		}
		root, w := u.root[t.ID], u.idf[t.ID]
		if t.Start >= main {
			w *= qualifierWeight
		}
		weight[root] = max(weight[root], w)
	}
	if head := headOf(title, tokens); head >= 0 && tokens[head].ID >= 0 {
		weight[u.root[tokens[head].ID]] *= headWeight
	}
	terms := make([]int32, 0, len(weight))
	for t := range weight {
		terms = append(terms, t)
	}
	slices.Sort(terms)
	weights := make([]float64, len(terms))
	for i, t := range terms {
		weights[i] = weight[t]
	}
	return terms, weights
}
