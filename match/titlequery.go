package match

import (
	"math"
	"slices"
)

// A titleQuery is a run of tokens compared with titles: the distinct roots in it and what each is worth.
type titleQuery struct {
	roots   []int32
	places  [][]int32 // by root: the tokens that hold it and count
	worth   []float64 // by root; 0 for a word of the industry, which may be missing from a title
	share   []float64 // by root: what part of its weight in a title counts
	total   float64   // what all words are worth, known or not: a denominator, held when tokens are dropped
	unknown float64   // the part of total that unknown words have
}

// industryShare is what a word of the industry counts where a title has it that the query's own words have led to: "clerk" in a hospital
// is rather a hospital clerk.
const industryShare = 0.5

// titleQuery prepares a run of tokens. Unknown words are worth half of the rarest word.
func (m *model) titleQuery(q *query, from, to int) titleQuery {
	var tq titleQuery
	head := q.headToken(from, to)
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
		worth := m.titles.idf[t.term]
		if i == head {
			worth *= queryHeadWeight
		}
		if tq.add(m.titles.root[t.term], int32(i), worth, 1) {
			tq.total += worth
		}
	}
	return tq
}

// addIndustry adds the words of the industry that the title does not have.
func (tq *titleQuery) addIndustry(m *model, q *query) {
	own := len(tq.roots)
	in := q.fieldTokens(inIndustry)
	for i := in.from; i < in.to; i++ {
		t := &q.tokens[i]
		if t.stop || t.masked || t.term < 0 || slices.Contains(tq.roots[:own], m.titles.root[t.term]) {
			continue
		}
		tq.add(m.titles.root[t.term], int32(i), 0, industryShare)
	}
}

// add adds a token and reports whether its root is new.
func (tq *titleQuery) add(root, token int32, worth, share float64) bool {
	k := slices.Index(tq.roots, root)
	if k >= 0 {
		tq.places[k] = append(tq.places[k], token)
		return false
	}
	tq.roots = append(tq.roots, root)
	tq.places = append(tq.places, []int32{token})
	tq.worth = append(tq.worth, worth)
	tq.share = append(tq.share, share)
	return true
}

// present reports whether root k of the query has a token left that counts.
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
	for k, t := range tq.roots {
		if !tq.present(q, k) {
			continue
		}
		weights := u.listWeights[u.offsets[t]:u.offsets[t+1]]
		for i, title := range u.list[u.offsets[t]:u.offsets[t+1]] {
			if s.matched[title] == 0 {
				if tq.worth[k] == 0 {
					continue // the industry leads to no title of its own; its words stand after the title's
				}
				s.touched = append(s.touched, title)
			}
			s.matched[title] += tq.share[k] * weights[i]
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

// count is how many of the places are taken.
func (b *groupTitles) count() int {
	n := 0
	for _, hit := range b {
		if hit.sim > 0 {
			n++
		}
	}
	return max(n, 1)
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
