package lexicon

import (
	"math"
	"slices"
)

// A title of a document is compared with every title of every profile by Tversky's ratio (Features
// of similarity, 1977): what both have, over what both have plus half of what only the query has
// plus what only the profile's title has.

const (
	queryOnly = 0.5 // people write where and for whom they work into their titles
	titleOnly = 1.0 // a word of the title that they don't write is a reason to doubt
	// BestTitles is how many titles of a group count: one may be an accident of words.
	BestTitles = 3
	// UnknownShare is what an unknown word of a title adds to a denominator, relative to the rarest
	// word: a title that is not understood in part is matched in part.
	UnknownShare = 0.5
)

// bestShares are what the best, second and third title count; they sum to 1.
var bestShares = [BestTitles]float64{0.4, 0.35, 0.25}

// A TitleQuery is a run of tokens to be compared with titles: the distinct roots in it and what
// each is worth.
type TitleQuery struct {
	Roots   []int32
	Places  [][]int32 // by root: the tokens that hold it and count
	Worth   []float64 // by root; 0 for a word of the industry, which may be missing from a title
	Share   []float64 // by root: what part of its weight in a title counts
	Total   float64   // what all words are worth, known or not: a denominator
	Unknown float64   // the part of Total that unknown words have
}

// Add adds a token that is worth something, and reports whether its root is new. A token that does
// not count is in the denominators and in no place.
func (q *TitleQuery) Add(root, token int32, counts bool, worth, share float64) bool {
	k := slices.Index(q.Roots, root)
	isNew := k < 0
	if isNew {
		k = len(q.Roots)
		q.Roots = append(q.Roots, root)
		q.Places = append(q.Places, nil)
		q.Worth = append(q.Worth, worth)
		q.Share = append(q.Share, share)
	}
	if counts {
		q.Places[k] = append(q.Places[k], token)
	}
	return isNew
}

// AddUnknown adds a word that no profile has: half of the rarest.
func (q *TitleQuery) AddUnknown(groups int) {
	q.Total += UnknownShare * IDF(groups, 0)
	q.Unknown += UnknownShare * IDF(groups, 0)
}

// A TitleHit is a title of a profile and how like a query it is, from 0 to 1.
type TitleHit struct {
	Title int32
	Sim   float64
}

// TitleScratch is the working memory of Hits and BestByGroup.
type TitleScratch struct {
	matched []float64     // by title: weight of the terms in common
	inQuery []float64     // by title: their worth in the query
	touched []int32       // titles
	best    []GroupTitles // by group
	groups  []int32
}

// Hits calls yield with every title that shares a word with the query, in no particular order.
func (u *Titles) Hits(q *TitleQuery, s *TitleScratch, yield func(TitleHit)) {
	if len(s.matched) != len(u.Text) {
		s.matched, s.inQuery = make([]float64, len(u.Text)), make([]float64, len(u.Text))
	}
	for k, t := range q.Roots {
		if len(q.Places[k]) == 0 {
			continue
		}
		from, to := u.Holding.Offsets[t], u.Holding.Offsets[t+1]
		worth := u.worth[from:to]
		for i, title := range u.Holding.List[from:to] {
			if s.matched[title] == 0 {
				if q.Worth[k] == 0 {
					continue // the industry leads to no title of its own; its words come last
				}
				s.touched = append(s.touched, title)
			}
			s.matched[title] += q.Share[k] * worth[i]
			s.inQuery[title] += q.Worth[k]
		}
	}
	for _, title := range s.touched {
		both := s.matched[title]
		sim := tversky(both, q.Total-s.inQuery[title], u.Total[title]-both)
		s.matched[title], s.inQuery[title] = 0, 0
		yield(TitleHit{title, sim})
	}
	s.touched = s.touched[:0]
}

// tversky returns the similarity of a query and a title, from 0 to 1; differences that rounding
// makes negative are none.
func tversky(both, onlyQuery, onlyTitle float64) float64 {
	return both / (both + queryOnly*math.Max(0, onlyQuery) + titleOnly*math.Max(0, onlyTitle))
}

// GroupTitles are the titles of one group that are most like a query, best first.
type GroupTitles [BestTitles]TitleHit

// add keeps hit if it is among the best; of equal titles the first in the profile is the better.
func (b *GroupTitles) add(hit TitleHit) {
	for i := range b {
		if hit.Sim > b[i].Sim || hit.Sim == b[i].Sim && hit.Title < b[i].Title {
			copy(b[i+1:], b[i:BestTitles-1])
			b[i] = hit
			return
		}
	}
}

// Count is how many of the places are taken, at least 1.
func (b *GroupTitles) Count() int {
	n := 0
	for _, hit := range b {
		if hit.Sim > 0 {
			n++
		}
	}
	return max(n, 1)
}

// Shares returns what each of the best titles of a group counts: a group that has fewer than
// BestTitles is not punished.
func (u *Titles) Shares(g int32) [BestTitles]float64 {
	shares, n := bestShares, u.Sizes[g]
	if n >= BestTitles || n <= 0 {
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

// BestByGroup calls yield with the best titles of every group that has any, in no particular order.
func (u *Titles) BestByGroup(q *TitleQuery, s *TitleScratch, yield func(g int32, best *GroupTitles)) {
	if len(s.best) != len(u.Sizes) {
		s.best = make([]GroupTitles, len(u.Sizes))
	}
	u.Hits(q, s, func(h TitleHit) {
		g := u.Group[h.Title]
		if s.best[g][0].Sim == 0 {
			s.groups = append(s.groups, g)
		}
		s.best[g].add(h)
	})
	for _, g := range s.groups {
		yield(g, &s.best[g])
		s.best[g] = GroupTitles{}
	}
	s.groups = s.groups[:0]
}
