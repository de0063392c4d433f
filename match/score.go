package match

import (
	"math"
	"slices"

	"github.com/nocmatch/nocmatch/index"
)

// scratch is the working memory of reading and scoring one document; pooled.
type scratch struct {
	tokens []index.Token
	ends   []int32          // by kind and group: where the last phrase ended
	places map[placeKey]int // places of phrases so far
	scores []float64
	sums   []float64
	denied []float64
	dots   []float64
	seen   map[[2]int32]bool
	titles titleScratch
	duties dutyScratch
}

// scoreAll gives the score of every group, in their order. The result is valid until the scratch is used again.
func (m *model) scoreAll(q *query, s *scratch) []float64 {
	if s.scores == nil {
		s.scores, s.sums, s.denied = make([]float64, m.groups), make([]float64, m.groups), make([]float64, m.groups)
		s.seen = map[[2]int32]bool{}
	}
	clear(s.scores)
	w := m.shares(q)
	m.addAllText(q, s.scores, w[sigAllText])
	m.addTitles(q, s, w[sigTitles], w[sigPrior])
	m.addExact(q, s.scores, w[sigExact])
	m.addIndustry(q, s, w[sigIndustry])
	if q.kind == bareTitle {
		m.addCharacters(q, s, w[sigCharacters])
		m.addLanguage(q, s.scores, w[sigLanguage])
	}
	if q.kind == longText {
		m.addPhrases(q, s, KindTitle, w[sigPhrases])
		m.addPhrases(q, s, KindVocabulary, w[sigVocabulary])
		m.addPhrases(q, s, KindSkill, w[sigSkills])
		m.addDuties(q, s.scores, w[sigDuties], &s.duties)
	}
	if q.role != 0 {
		for g := range s.scores {
			s.scores[g] *= m.roleGate(q, g)
		}
	}
	// What is masked for one group only is rare: score those groups piece by piece.
	for _, g := range q.special() {
		s.scores[g] = m.scoreOne(q, int(g))
	}
	for g, x := range s.scores {
		s.scores[g] = math.Min(math.Max(x, 0), 1)
	}
	return s.scores
}

// special gives the groups that an exclusion or a copied sentence makes special, ascending.
func (q *query) special() []int32 {
	var groups []int32
	for _, h := range q.phrases {
		if h.unit.kind == KindExclusion {
			groups = append(groups, h.unit.group)
		}
	}
	for _, c := range q.copied {
		if c.discount {
			groups = append(groups, c.group)
		}
	}
	return distinct(groups)
}

// addTitles adds the title signal and the prior of every group that has a title with a word in common, each from 0 to 1.
func (m *model) addTitles(q *query, s *scratch, weight, priorWeight float64) {
	for _, line := range q.titles {
		tq := m.titleQuery(q, line.from, line.to)
		if q.kind == bareTitle {
			tq.addIndustry(m, q)
		}
		m.bestTitlesByGroup(q, &tq, &s.titles, func(g int32, best *groupTitles) {
			s.scores[g] += line.weight * (weight*m.titleScore(g, best) + priorWeight*m.prior[g])
		})
	}
}

// titleScore is the mean of the best titles of a group.
func (m *model) titleScore(g int32, best *groupTitles) float64 {
	sum := 0.0
	for k, share := range titleShares(m.titles.sizes[g]) {
		sum += share * best[k].sim
	}
	return sum
}

// addIndustry adds the industry signal: the industry compared with titles, as much as the gate lets through.
func (m *model) addIndustry(q *query, s *scratch, weight float64) {
	in := q.fieldTokens(inIndustry)
	if in.from == in.to || weight == 0 {
		return
	}
	tq := m.titleQuery(q, in.from, in.to)
	m.bestTitlesByGroup(q, &tq, &s.titles, func(g int32, best *groupTitles) {
		s.scores[g] += weight * m.titleScore(g, best)
	})
}

// findGate decides what the industry counts: nothing if none is given, less, the more the title says.
func (m *model) findGate(q *query) {
	if in := q.fieldTokens(inIndustry); in.from == in.to {
		return
	}
	if m.off[PartGate] {
		q.gate = 1
		return
	}
	sum := 0.0
	var seen []int32
	for _, line := range q.titles {
		for _, t := range q.tokens[line.from:line.to] {
			if t.term >= 0 && !t.stop && !slices.Contains(seen, t.term) {
				seen = append(seen, t.term)
				sum += m.titles.idf[t.term]
			}
		}
	}
	q.gate = math.Exp(-sum / gateScale)
}

// phraseValue is what a phrase adds to its group.
func phraseValue(h *phraseHit) float64 {
	switch {
	case h.listed:
		return listedShare * h.unit.value
	case h.wish:
		return wishShare * h.unit.value
	}
	return h.unit.value
}

// phraseSignal gives the signal, from 0 to 1 (skills: from -1), of what was found and what was denied.
func phraseSignal(kind EvidenceKind, found, denied float64) float64 {
	switch kind {
	case KindTitle:
		return saturate(found, phraseHalf)
	case KindVocabulary:
		return saturateCount(found, vocabularyHalf)
	}
	return saturate(found, skillHalf) - saturate(denied, skillHalf)
}

// addPhrases adds a phrase signal of every group. An item counts once, where it stands first.
func (m *model) addPhrases(q *query, s *scratch, kind EvidenceKind, weight float64) {
	clear(s.seen)
	var groups []int32
	for i := range q.phrases {
		h := &q.phrases[i]
		key := [2]int32{h.unit.group, h.unit.item}
		if h.unit.kind != kind || s.seen[key] || !q.alive(h) {
			continue
		}
		s.seen[key] = true
		if s.sums[h.unit.group] == 0 && s.denied[h.unit.group] == 0 {
			groups = append(groups, h.unit.group)
		}
		if h.denied {
			s.denied[h.unit.group] += phraseValue(h)
		} else {
			s.sums[h.unit.group] += phraseValue(h)
		}
	}
	for _, g := range groups {
		s.scores[g] += weight * phraseSignal(kind, s.sums[g], s.denied[g])
		s.sums[g], s.denied[g] = 0, 0
	}
}
