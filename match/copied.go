package match

import "slices"

// A text may repeat the wording of a profile. Employers do copy official duties into letters, so that it is flagged and counts, unless
// the titles of the text point elsewhere: then it was pasted to pass for what the text is not.

// A copiedSentence is a sentence that repeats a duty or lead statement.
type copiedSentence struct {
	sentence int32
	unit     int32
	group    int32
	discount bool // the titles point to another group
}

const (
	// copiedTerms is how many terms in the order of the duty make a copy, if they are copiedShare of the duty's terms: shorter runs are
	// the common words of the work.
	copiedTerms = 6
	copiedShare = 0.8
	// ownTitle and otherTitle: titles point elsewhere where another group's best is at least otherTitle and the group's own below ownTitle.
	ownTitle   = 0.35
	otherTitle = 0.6
)

// findCopied finds sentences that repeat a unit's wording: its terms, in its order.
func (m *model) findCopied(q *query, s *titleScratch) {
	if q.kind != longText {
		return
	}
	best, top := m.titleSimilarity(q, s)
	var terms []int32
	for k := range q.sentences {
		sen := &q.sentences[k]
		if sen.field != inText || sen.repeat {
			continue
		}
		terms = terms[:0]
		for _, t := range q.tokens[sen.from:sen.to] {
			if t.term >= 0 && !t.stop {
				terms = append(terms, t.term)
			}
		}
		if len(terms) < copiedTerms {
			continue
		}
		for _, unit := range m.copiedUnits(terms) {
			g := m.units.group[unit]
			q.copied = append(q.copied, copiedSentence{int32(k), unit, g, best[g] < ownTitle && top >= otherTitle})
		}
	}
}

// titleSimilarity gives for every group how like its best title is to the most similar title line, and the highest of them.
func (m *model) titleSimilarity(q *query, s *titleScratch) (best []float64, top float64) {
	best = make([]float64, m.groups)
	for _, line := range q.titles {
		tq := m.titleQuery(q, line.from, line.to)
		m.titleHits(q, &tq, s, func(h titleHit) {
			g := m.titles.group[h.title]
			best[g] = max(best[g], h.sim)
			top = max(top, h.sim)
		})
	}
	return best, top
}

// signatureTerms is how many of its rarest terms a unit is found by: a copy that leaves out copiedShare's rest has one of them.
const signatureTerms = 3

// signatures give for each term the units that it is among the rarest terms of, ascending.
func (m *model) signatures() (offsets, list []int32) {
	u := &m.units
	rarest := make([][]int32, len(u.terms))
	for i, terms := range u.terms {
		if len(terms) < copiedTerms {
			continue
		}
		rare := slices.Clone(terms)
		slices.SortStableFunc(rare, func(a, b int32) int { return int(m.unitCount(a) - m.unitCount(b)) })
		rarest[i] = rare[:signatureTerms]
	}
	return invert(len(m.post.Terms), rarest)
}

// copiedUnits gives the units whose wording a run of terms repeats, ascending.
func (m *model) copiedUnits(terms []int32) []int32 {
	sorted := distinct(slices.Clone(terms))
	u := &m.units
	var found []int32
	for _, t := range sorted {
		for _, unit := range u.signed[u.signedOffsets[t]:u.signedOffsets[t+1]] {
			if slices.Contains(found, unit) || !sharesTerms(u.terms[unit], sorted) {
				continue
			}
			order := u.order[unit]
			if common := longestCommon(order, terms); common >= copiedTerms && float64(common) >= copiedShare*float64(len(order)) {
				found = append(found, unit)
			}
		}
	}
	slices.Sort(found)
	return found
}

// sharesTerms reports whether two ascending lists have enough terms in common for a copy.
func sharesTerms(unit, sentence []int32) bool {
	common := 0
	for _, t := range unit {
		if _, ok := slices.BinarySearch(sentence, t); ok {
			common++
		}
	}
	return common >= copiedTerms/2 && float64(common) >= copiedShare*float64(len(unit))
}

func (m *model) unitCount(term int32) int32 { return m.units.offsets[term+1] - m.units.offsets[term] }

// longestCommon is the length of the longest common subsequence of two runs of terms.
func longestCommon(a, b []int32) int {
	row := make([]int, len(b)+1)
	for _, x := range a {
		before := 0
		for j, y := range b {
			above := row[j+1]
			if x == y {
				row[j+1] = before + 1
			} else {
				row[j+1] = max(row[j+1], row[j])
			}
			before = above
		}
	}
	return row[len(b)]
}
