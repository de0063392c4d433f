package match

import "slices"

// Whether a duty is covered is asked of one sentence at a time, as people would: how much of the duty's weight does the sentence name? A term
// of the working vocabulary names what all its names do, so that "DAD" covers a discharge abstract. Coverage is a reading aid: it is made of
// the same words as the score, and adds nothing to it.

const (
	// coveredShare and partialShare are the shares of a duty's weight that a sentence must name for the duty to count as covered or partial.
	// Of the duties of 12111 its own texts in testdata then show 2.2 and 2 more in part, those of other occupations 0.4 and 1.
	coveredShare = 0.33
	partialShare = 0.20
	// statusTerms is how many different terms that takes.
	statusTerms = 2
)

// newConcepts gives the terms of all names of each term of each group's vocabulary, by group and place.
func (m *model) newConcepts() [][][]int32 {
	concepts := make([][][]int32, m.groups)
	for g, p := range m.profiles {
		for _, v := range p.Vocabulary {
			terms := m.content(v.Term)
			for _, alias := range v.Aliases {
				terms = append(terms, m.content(alias)...)
			}
			concepts[g] = append(concepts[g], distinct(terms))
		}
	}
	return concepts
}

// coverage gives the status of each duty of a group. A bare title shows none.
func (m *model) coverage(q *query, g int) []DutyStatus {
	status := make([]DutyStatus, len(m.profiles[g].Duties))
	for k := range status {
		status[k] = Absent
	}
	if q.kind != longText || len(status) == 0 {
		return status
	}
	masked := q.maskFor(int32(g))
	named := q.concepts(int32(g))
	var have []int32
	for k := range q.sentences {
		s := &q.sentences[k]
		if !q.forDuties(s) {
			continue
		}
		have = have[:0]
		for i := s.from; i < s.to; i++ {
			if t := &q.tokens[i]; t.counts() && !t.listed && (masked == nil || !masked[i]) {
				have = append(have, t.term)
			}
		}
		for _, item := range named[int32(k)] {
			have = append(have, m.concepts[g][item]...)
		}
		have = distinct(have)
		for i := m.units.first[g]; i < m.units.first[g+1]; i++ {
			if m.units.kind[i] == KindDuty {
				place := m.units.place[i]
				status[place] = better(status[place], m.shown(i, have))
			}
		}
	}
	return status
}

// concepts gives the places of the vocabulary of a group that are named, by sentence.
func (q *query) concepts(g int32) map[int32][]int32 {
	named := map[int32][]int32{}
	for i := range q.phrases {
		if h := &q.phrases[i]; h.unit.kind == KindVocabulary && h.unit.group == g && !h.denied && !h.listed && q.alive(h) {
			s := q.tokens[h.from].sentence
			named[s] = append(named[s], h.unit.item)
		}
	}
	return named
}

// shown says how much of a unit some terms, ascending, name.
func (m *model) shown(unit int32, have []int32) DutyStatus {
	weight, terms := 0.0, 0
	for _, t := range m.units.terms[unit] {
		if _, ok := slices.BinarySearch(have, t); ok && m.units.weight[t] > 0 {
			weight += m.units.weight[t]
			terms++
		}
	}
	total := m.units.total[unit]
	switch {
	case terms < statusTerms || total == 0:
		return Absent
	case weight >= coveredShare*total:
		return Covered
	case weight >= partialShare*total:
		return Partial
	}
	return Absent
}

// better gives the status that shows more.
func better(a, b DutyStatus) DutyStatus {
	if a == Covered || b == Absent {
		return a
	}
	return b
}
