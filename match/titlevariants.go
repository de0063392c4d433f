package match

import (
	"math"
	"strings"
)

// bestVariant gives the part of a candidate that is most like a title of any group, and how like, from 0 to 1: its similarity, less where
// its words say little, and less where it is a small part of the candidate. A line often holds a title and an employer, a place or dates,
// parted by dashes, commas, bars or "at", or just side by side. Ties keep the part that begins first.
func (m *model) bestVariant(q *query, c candidate, s *titleScratch) (from, to int, likeness float64) {
	from, to = c.from, c.to
	content := q.contentTokens(c.from, c.to)
	if len(content) == 0 {
		return from, to, 0
	}
	whole, first := float64(len(content)), int(content[0])
	try := func(a, b int) {
		if a >= b || b-a == 1 && !m.isTitleWord(q, a) || m.allGeneral(q, a, b) || !m.hasHead(q, a, b) || !m.off[PartOthers] && (q.isOthers(a) || q.isOthers(b-1)) {
			return
		}
		tq := m.titleQuery(q, a, b)
		tq.total += tq.unknown // names of places and people: here they count in full
		best := 0.0
		m.titleHits(q, &tq, s, func(h titleHit) { best = math.Max(best, h.sim) })
		part := float64(len(q.contentTokens(a, b))) / whole
		l := best * tq.total / (tq.total + titleMass) * (1 + part) / 2
		if a > first {
			l *= lateTitle
		}
		if l > likeness {
			from, to, likeness = a, b, l
		}
	}
	try(c.from, c.to)
	begin := c.from
	for i := c.from; i < c.to; i++ {
		if m.isTitleWord(q, i) {
			try(i, i+1)
		}
		if to := m.longestTitle(q, i, c.to); to > i {
			try(i, to)
		}
		last := i+1 == c.to
		if last || strings.ContainsAny(q.gap(i), ",(–—|/@:") || strings.Contains(q.gap(i), " - ") || strings.EqualFold(q.surface(i+1), "at") {
			if !last || begin > c.from {
				try(begin, i+1)
			}
			begin = i + 1
		}
	}
	return from, to, likeness
}

// hasHead reports whether the head of a run, or its last word, is a word that heads titles: "safety boots" and "repairs on service" share
// words with titles and are none.
func (m *model) hasHead(q *query, from, to int) bool {
	head := q.headToken(from, to)
	return head >= 0 && m.titles.heads[strings.ToLower(q.surface(head))] || m.titles.heads[strings.ToLower(q.surface(to-1))]
}

// headToken gives the token of a run that is its head noun, as headOf does for titles of profiles; -1 where it has none.
func (q *query) headToken(from, to int) int {
	head := -1
	for i := from; i < to; i++ {
		if head >= 0 && (strings.ContainsAny(q.gap(i-1), ",(–—|/:") || strings.Contains(q.gap(i-1), " - ") || turnsTitle[strings.ToLower(q.surface(i))]) {
			break
		}
		if !q.tokens[i].stop {
			head = i
		}
	}
	return head
}

// allGeneral reports whether a run has nothing but general words: "full time", "job opportunity".
func (m *model) allGeneral(q *query, from, to int) bool {
	for _, i := range q.contentTokens(from, to) {
		if t := q.tokens[i].term; t < 0 || !m.general[t] {
			return false
		}
	}
	return true
}

// isTitleWord reports whether a token is, as it is written, the whole of a title: "welder" is, "coding" is not though "coder" is one.
func (m *model) isTitleWord(q *query, i int) bool {
	return m.titles.words[strings.ToLower(q.surface(i))]
}

// longestTitle gives the end of the longest title that begins at token i; i where none does.
func (m *model) longestTitle(q *query, i, end int) int {
	to := i
	m.phrases.walk(q, i, end, func(node int32, end int) {
		for _, u := range m.phrases.units[node] {
			if u.kind == KindTitle {
				to = end
				break
			}
		}
	})
	return to
}
