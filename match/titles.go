package match

import (
	"math"
	"slices"
	"strings"

	"github.com/nocmatch/nocmatch/index"
)

// A title of a query is compared with every title of every profile by Tversky's ratio (Features of similarity, 1977): what both have,
// over what both have plus what only the query has plus half of what only the profile's title has.

const (
	queryOnly = 1.0 // a word of the query that the title lacks is a reason to doubt
	titleOnly = 0.5 // a word of the title that people left out, half of one
	// headWeight is what the head noun counts: a records clerk is a clerk, a records technician a technician.
	headWeight = 1.3
	// qualifierWeight is what words after " - " or in brackets count: they say where, not what.
	qualifierWeight = 0.5
	// bestTitles is how many titles of a group count: one may be an accident of words.
	bestTitles = 3
)

// bestShares are what the best, second and third title count; they sum to 1.
var bestShares = [bestTitles]float64{1.0 / 3, 1.0 / 3, 1.0 / 3}

// titleUnits are the titles of all profiles.
type titleUnits struct {
	group       []int32
	text        []string
	terms       [][]int32   // distinct, ascending
	weights     [][]float64 // of terms
	total       []float64   // sum of weights
	idf         []float64   // by term, over the titles of groups
	offsets     []int32     // by term: the titles that hold it
	list        []int32
	listWeights []float64       // what the term weighs in each of them
	share       []float64       // by title: 1 over the number of groups with a title of the same terms
	sizes       []int32         // by group: number of titles
	words       map[string]bool // titles of one word, and their plurals, in lower case
	first       []int32         // by group: its titles are first[g]:first[g+1]
}

func (m *model) newTitleUnits() titleUnits {
	u := titleUnits{idf: make([]float64, len(m.post.Terms)), sizes: make([]int32, m.groups), first: make([]int32, 1, m.groups+1), words: map[string]bool{}}
	titles := &m.post.Fields[index.Titles]
	for t := range m.post.Terms {
		docs, _ := titles.List(int32(t))
		u.idf[t] = idf(m.groups, len(docs))
	}
	sharing := map[string][]int32{}
	var keys []string
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
			if word := strings.ToLower(text); !strings.ContainsAny(word, " -/(,") {
				u.words[word], u.words[word+"s"] = true, true
			}
			key := termKey(terms)
			keys = append(keys, key)
			if groups := sharing[key]; len(groups) == 0 || groups[len(groups)-1] != int32(g) {
				sharing[key] = append(groups, int32(g))
			}
		}
		u.first = append(u.first, int32(len(u.group)))
	}
	for _, key := range keys {
		u.share = append(u.share, 1/float64(len(sharing[key])))
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

// termKey gives equal strings for equal lists of terms.
func termKey(terms []int32) string {
	b := make([]byte, 0, 4*len(terms))
	for _, t := range terms {
		b = append(b, byte(t), byte(t>>8), byte(t>>16), byte(t>>24))
	}
	return string(b)
}

// weighTitle gives the distinct terms of a profile's title, ascending, and what each counts.
func (m *model) weighTitle(u *titleUnits, title string) ([]int32, []float64) {
	main := len(title) // where the qualifiers begin
	for _, mark := range []string{" - ", " – ", " (", ", "} {
		if i := strings.Index(title, mark); i > 0 && i < main {
			main = i
		}
	}
	weight := map[int32]float64{}
	head := int32(index.NoTerm)
	afterOf := false
	for _, t := range m.x.Analyze(nil, title) {
		if t.Stop && t.Start < main && (t.Term == "of" || t.Term == "for" || t.Term == "to" || t.Term == "in") {
			afterOf = true // "supervisor of nurses": the head stands before
		}
		if t.ID < 0 || t.Stop {
			continue
		}
		w := u.idf[t.ID]
		if t.Start >= main {
			w *= qualifierWeight
		} else if !afterOf || head == index.NoTerm {
			head = t.ID
		}
		weight[t.ID] = max(weight[t.ID], w)
	}
	if head != index.NoTerm {
		weight[head] *= headWeight
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

// A titleQuery is a run of tokens compared with titles: the distinct terms in it and what each is worth.
type titleQuery struct {
	terms   []int32
	places  [][]int32 // by term: the tokens that hold it and count
	worth   []float64 // by term
	total   float64   // what all words are worth, known or not: a denominator, held when tokens are dropped
	unknown float64   // the part of total that unknown words have
}

// titleQuery prepares a run of tokens. Unknown words are worth half of the rarest word.
func (m *model) titleQuery(q *query, from, to int) titleQuery {
	var tq titleQuery
	for i := from; i < to; i++ {
		t := &q.tokens[i]
		if t.stop || t.masked {
			continue
		}
		if t.term < 0 {
			tq.total += unknownShare * idf(m.groups, 0)
			tq.unknown += unknownShare * idf(m.groups, 0)
			continue
		}
		k := slices.Index(tq.terms, t.term)
		if k < 0 {
			k = len(tq.terms)
			tq.terms = append(tq.terms, t.term)
			tq.places = append(tq.places, nil)
			tq.worth = append(tq.worth, m.titles.idf[t.term])
			tq.total += m.titles.idf[t.term]
		}
		tq.places[k] = append(tq.places[k], int32(i))
	}
	return tq
}

// present reports whether term k of the query has a token left that counts.
func (tq *titleQuery) present(q *query, k int) bool {
	for _, i := range tq.places[k] {
		if q.tokens[i].counts() {
			return true
		}
	}
	return false
}

// A titleHit is a title of a profile and how like the query it is, from 0 to 1.
type titleHit struct {
	title int32
	sim   float64
}

// titleScratch is the working memory of titleHits and bestTitlesByGroup.
type titleScratch struct {
	matched []float64     // by title: weight of the terms in common
	inQuery []float64     // by title: their worth in the query
	touched []int32       // titles
	best    []groupTitles // by group
	groups  []int32
}

// titleHits calls yield with every title that shares a word with the query, in no particular order.
func (m *model) titleHits(q *query, tq *titleQuery, s *titleScratch, yield func(titleHit)) {
	u := &m.titles
	if s.matched == nil {
		s.matched, s.inQuery = make([]float64, len(u.text)), make([]float64, len(u.text))
	}
	for k, t := range tq.terms {
		if !tq.present(q, k) {
			continue
		}
		weights := u.listWeights[u.offsets[t]:u.offsets[t+1]]
		for i, title := range u.list[u.offsets[t]:u.offsets[t+1]] {
			if s.matched[title] == 0 {
				s.touched = append(s.touched, title)
			}
			s.matched[title] += weights[i]
			s.inQuery[title] += tq.worth[k]
		}
	}
	for _, title := range s.touched {
		both := s.matched[title]
		sim := tversky(both, tq.total-s.inQuery[title], u.total[title]-both)
		s.matched[title], s.inQuery[title] = 0, 0
		yield(titleHit{title, sim})
	}
	s.touched = s.touched[:0]
}

// tversky gives the similarity of a query and a title, from 0 to 1; differences that rounding makes negative are none.
func tversky(both, onlyQuery, onlyTitle float64) float64 {
	return both / (both + queryOnly*math.Max(0, onlyQuery) + titleOnly*math.Max(0, onlyTitle))
}

// A groupTitles keeps the best titles of one group.
type groupTitles [bestTitles]titleHit

// add keeps hit if it is among the best; of equal titles the first in the profile is the better one.
func (b *groupTitles) add(hit titleHit) {
	for i := range b {
		if hit.sim > b[i].sim || hit.sim == b[i].sim && hit.title < b[i].title {
			copy(b[i+1:], b[i:bestTitles-1])
			b[i] = hit
			return
		}
	}
}

// shares are what each of the best titles of a group with n titles counts: a group that has fewer than bestTitles is not punished.
func titleShares(n int32) [bestTitles]float64 {
	shares := bestShares
	if n >= bestTitles || n <= 0 {
		return shares
	}
	sum := 0.0
	for i := range shares {
		if int32(i) >= n {
			shares[i] = 0
		}
		sum += shares[i]
	}
	for i := range shares {
		shares[i] /= sum
	}
	return shares
}

// bestTitlesByGroup calls yield with the best titles of every group that has any, in no particular order.
func (m *model) bestTitlesByGroup(q *query, tq *titleQuery, s *titleScratch, yield func(g int32, best *groupTitles)) {
	if s.best == nil {
		s.best = make([]groupTitles, m.groups)
	}
	m.titleHits(q, tq, s, func(h titleHit) {
		g := m.titles.group[h.title]
		if s.best[g][0].sim == 0 {
			s.groups = append(s.groups, g)
		}
		s.best[g].add(h)
	})
	for _, g := range s.groups {
		yield(g, &s.best[g])
		s.best[g] = groupTitles{}
	}
	s.groups = s.groups[:0]
}
