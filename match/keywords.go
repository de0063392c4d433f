package match

import "slices"

// Pasted keywords are terms of a profile's working vocabulary one after the other, however they are parted: by commas, lines or bullets.
// An honest text has some such enumeration too, of the systems or standards that somebody knows, and goes on to say something.

const (
	// pastedItems is how many different terms of one profile make an enumeration pasted keywords. The longest honest one of the texts of
	// testdata has six.
	pastedItems = 12
	// pastedGap is how many other words may stand between two of them.
	pastedGap = 2
)

// findKeywords marks the words and phrases of pasted keywords. The phrases are in their order.
func (q *query) findKeywords(s *scratch) {
	if q.kind != longText {
		return
	}
	byGroup := map[int32][]int{} // the vocabulary of each group, as places in q.phrases
	var groups []int32
	for k, h := range q.phrases {
		if h.unit.kind != KindVocabulary || h.denied {
			continue
		}
		g := h.unit.group
		if byGroup[g] == nil {
			groups = append(groups, g)
		}
		byGroup[g] = append(byGroup[g], k)
	}
	for _, g := range groups {
		q.markRuns(byGroup[g])
	}
	if len(q.pasted) == 0 {
		return
	}
	for k := range q.phrases {
		h := &q.phrases[k]
		h.listed = h.listed || slices.ContainsFunc(q.pasted, func(p span) bool { return h.from >= p.from && h.to <= p.to })
	}
	for _, p := range q.pasted {
		for i := p.from; i < p.to; i++ {
			q.tokens[i].listed = true
		}
	}
}

// near reports whether few other words stand between two tokens.
func (q *query) near(from, to int) bool {
	others := 0
	for i := from; i < to && others <= pastedGap; i++ {
		if !q.tokens[i].stop {
			others++
		}
	}
	return others <= pastedGap
}

// markRuns finds the runs of phrases with few other words between them, and keeps those that are pasted keywords.
func (q *query) markRuns(places []int) {
	for from := 0; from < len(places); {
		items := map[int32]bool{q.phrases[places[from]].unit.item: true}
		to := from + 1
		for to < len(places) && q.near(q.phrases[places[to-1]].to, q.phrases[places[to]].from) {
			items[q.phrases[places[to]].unit.item] = true
			to++
		}
		if len(items) >= pastedItems {
			q.pasted = append(q.pasted, span{q.phrases[places[from]].from, q.phrases[places[to-1]].to})
		}
		from = to
	}
}
