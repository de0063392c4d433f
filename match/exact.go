package match

// A title line that is, stem for stem, a title of a profile says so more surely than its likeness to others does: "physiotherapist" is
// like "physiotherapy aide" by root, and is one thing only.

// exactTitles are the titles of all profiles by the set of their stems.
type exactTitles map[string][]exactTitle

// An exactTitle is the first title of a group with a set of stems, and 1 over the number of groups that have one.
type exactTitle struct {
	group int32
	title int32
	share float64
}

// stemKey gives equal strings for texts with the same set of stems.
func stemKey(stems []int32) string {
	stems = distinct(stems)
	b := make([]byte, 0, 4*len(stems))
	for _, t := range stems {
		b = append(b, byte(t), byte(t>>8), byte(t>>16), byte(t>>24))
	}
	return string(b)
}

func (m *model) newExactTitles() exactTitles {
	exact := exactTitles{}
	for title, text := range m.titles.text {
		group := m.titles.group[title]
		key := stemKey(m.content(text))
		if same := exact[key]; len(same) == 0 || same[len(same)-1].group != group {
			exact[key] = append(same, exactTitle{group: group, title: int32(title)})
		}
	}
	for _, same := range exact {
		for i := range same {
			same[i].share = 1 / float64(len(same))
		}
	}
	return exact
}

// lineTitles gives the titles that a title line is word for word; nil where a word of it is unknown, denied or gone.
func (m *model) lineTitles(q *query, line titleLine) []exactTitle {
	var stems []int32
	for i := line.from; i < line.to; i++ {
		t := &q.tokens[i]
		if t.stop {
			continue
		}
		if !t.counts() {
			return nil
		}
		stems = append(stems, t.term)
	}
	return m.exact[stemKey(stems)]
}

// addExact adds the exact-title signal of every group, from 0 to 1.
func (m *model) addExact(q *query, scores []float64, weight float64) {
	for _, line := range q.titles {
		for _, t := range m.lineTitles(q, line) {
			scores[t.group] += weight * line.weight * t.share
		}
	}
}

// exact explains the exact-title signal, by all words of the line.
func (e *explainer) exact(weight float64) {
	for _, line := range e.q.titles {
		tokens := e.q.contentTokens(line.from, line.to)
		for _, t := range e.m.lineTitles(e.q, line) {
			if t.group == e.g && e.countsAll(tokens) {
				e.spread(unitRef{kind: KindTitle, text: e.m.titles.text[t.title]}, tokens, weight*line.weight*t.share)
			}
		}
	}
}

func (e *explainer) countsAll(tokens []int32) bool {
	for _, i := range tokens {
		if !e.counts(i) {
			return false
		}
	}
	return true
}
