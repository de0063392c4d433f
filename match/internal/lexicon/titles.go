package lexicon

import (
	"maps"
	"slices"
	"strings"

	"github.com/nocmatch/nocmatch/index"
	"github.com/nocmatch/nocmatch/match/internal/text"
)

const (
	// headWeight is what the head noun of a title counts: a records clerk is a clerk, a records
	// technician a technician. Of the survey titles, with the official titles only, .609 are right
	// first at 1.3 (and QueryHeadWeight 1), .636 at 2.6 (and 1.5), .635 at 3.5.
	headWeight = 2.6
	// QueryHeadWeight is what the head noun of a query counts beside its other words.
	QueryHeadWeight = 1.5
	// qualifierWeight is what words after " - " or in brackets count: they say where, not what.
	qualifierWeight = 0.5
)

// vagueWords say how somebody is employed, or that they work at all. Classifications write them
// into few titles ("owner-operator - ferry") and people into many. They count vagueShare of their
// idf, so that the industry decides; measured on the survey titles.
const (
	vagueWords = "owner proprietor self employed entrepreneur partner president labourer"
	vagueShare = 0.2
)

// Titles are the titles of all profiles, the official one of each group first. Their terms are
// roots, see rootsOf.
type Titles struct {
	Root    []int32 // by term: the term that stands for its root
	Group   []int32 // by title
	Text    []string
	Terms   [][]int32   // by title: distinct, ascending
	Weights [][]float64 // by title: of its terms
	Total   []float64   // by title: sum of weights
	IDF     []float64   // by term, over the titles of groups
	Holding Inverted    // by term: the titles that hold it
	worth   []float64   // what the term weighs in each of Holding.List
	Sizes   []int32     // by group: number of titles
	First   []int32     // by group: its titles are First[g]:First[g+1]
	// Words are the titles of one word, and Heads the words that titles end with rather than merely
	// hold ("clerk", not "records"); both with their plurals, in lower case.
	Words, Heads map[string]bool
}

func (l *Lexicon) newTitles() Titles {
	u := Titles{
		IDF: make([]float64, l.Terms()), Sizes: make([]int32, l.Groups),
		First: make([]int32, 1, l.Groups+1), Words: map[string]bool{}, Heads: map[string]bool{},
	}
	u.Root = rootsOf(l.Postings.Terms)
	u.IDF = l.titleIDF(u.Root)
	heads, words := map[string]int{}, map[string]int{}
	for g, p := range l.Profiles {
		for _, title := range index.Titles.Texts(p) {
			tokens := l.analyze(title)
			if !u.add(int32(g), title, tokens, l.endsInStop(title)) {
				continue
			}
			countHeads(title, tokens, heads, words)
			if word := strings.ToLower(title); !strings.ContainsAny(word, " -/(,") {
				u.Words[word], u.Words[word+"s"] = true, true
			}
		}
		u.First = append(u.First, int32(len(u.Group)))
	}
	for word, n := range heads {
		if float64(n) >= headShare*float64(words[word]) {
			u.Heads[word], u.Heads[word+"s"] = true, true
		}
	}
	u.Holding = Invert(l.Terms(), u.Terms)
	u.worth = make([]float64, len(u.Holding.List))
	for t := range int32(l.Terms()) {
		for i := u.Holding.Offsets[t]; i < u.Holding.Offsets[t+1]; i++ {
			title := u.Holding.List[i]
			j, _ := slices.BinarySearch(u.Terms[title], t)
			u.worth[i] = u.Weights[title][j]
		}
	}
	return u
}

// titleIDF returns by term the idf of its root over the titles of groups.
func (l *Lexicon) titleIDF(root []int32) []float64 {
	titles := &l.Postings.Fields[index.Titles]
	groups := make([][]int32, l.Terms()) // by root
	for t, r := range root {
		docs, _ := titles.List(int32(t))
		groups[r] = append(groups[r], docs...)
	}
	weights := make([]float64, l.Terms())
	for t, r := range root {
		groups[r] = Distinct(groups[r])
		weights[t] = IDF(l.Groups, len(groups[r]))
	}
	for _, t := range l.Content(vagueWords) {
		weights[t] *= vagueShare
	}
	return weights
}

// add adds a title, and reports whether it has a word that is compared. What ends in a function
// word lacks its head noun, which is then missing from whatever it is compared with.
func (u *Titles) add(g int32, title string, tokens []index.Token, headless bool) bool {
	weight := u.weigh(title, tokens)
	if len(weight) == 0 {
		return false
	}
	terms := slices.Sorted(maps.Keys(weight))
	weights := make([]float64, len(terms))
	total := 0.0
	for i, t := range terms {
		weights[i] = weight[t]
		total += weight[t]
	}
	if headless {
		total += headWeight * total / float64(len(weights))
	}
	u.Group = append(u.Group, g)
	u.Text = append(u.Text, title)
	u.Terms = append(u.Terms, terms)
	u.Weights = append(u.Weights, weights)
	u.Total = append(u.Total, total)
	u.Sizes[g]++
	return true
}

// weigh returns the roots of a title and what each counts.
func (u *Titles) weigh(title string, tokens []index.Token) map[int32]float64 {
	main := mainPart(title)
	weight := map[int32]float64{}
	for _, t := range tokens {
		if t.ID < 0 || t.Stop {
			continue
		}
		root, w := u.Root[t.ID], u.IDF[t.ID]
		if t.Start >= main {
			w *= qualifierWeight
		}
		weight[root] = max(weight[root], w)
	}
	if head := headOf(title, tokens); head >= 0 && tokens[head].ID >= 0 {
		weight[u.Root[tokens[head].ID]] *= headWeight
	}
	return weight
}

// headShare is the share of the titles with a word that must have it for their head noun, so that
// the word names a job wherever it ends a line.
const headShare = 0.5

// countHeads counts the words of a title and, apart, its head noun.
func countHeads(title string, tokens []index.Token, heads, words map[string]int) {
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

// headOf returns the place of the head noun among the tokens of a title, -1 where it has none: the
// last word before a qualifier (" - ", a comma, a bracket) and before "of" and the like:
// "supervisor of nurses" is a supervisor.
func headOf(title string, tokens []index.Token) int {
	main, head := mainPart(title), -1
	for i, t := range tokens {
		if head >= 0 && (t.Start >= main || t.Stop && text.TurnsTitle[t.Term]) {
			break
		}
		if !t.Stop {
			head = i
		}
	}
	return head
}

// mainPart returns the length of what stands before the qualifiers of a title.
func mainPart(title string) int {
	main := len(title)
	for _, mark := range []string{" - ", " – ", " — ", " (", ", ", "/", ":"} {
		if i := strings.Index(title, mark); i > 0 && i < main {
			main = i
		}
	}
	return main
}
