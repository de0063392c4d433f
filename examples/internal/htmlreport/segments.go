package htmlreport

import (
	"cmp"
	"slices"
)

// A span is a piece of a text, in bytes, half open, that evidences a unit of a profile.
type span struct{ start, end, unit int }

// isIn reports whether a span is a piece of text: not empty, within it, and cutting no character in two.
func (s span) isIn(text string) bool {
	return s.start < s.end && isBoundary(text, s.start) && isBoundary(text, s.end)
}

// A segment is a piece of a text, in bytes, half open, all of which evidences the same units: ascending, none where nothing rests on it.
type segment struct {
	start, end int
	units      []int
}

// segments cuts text at every start and end of a span, and gives all of it, in order. Spans may overlap and touch. What is no
// piece of the text is ignored.
func segments(text string, spans []span) []segment {
	type edge struct{ at, unit, change int }
	var edges []edge
	units := 0
	for _, s := range spans {
		if s.isIn(text) {
			edges = append(edges, edge{s.start, s.unit, +1}, edge{s.end, s.unit, -1})
			units = max(units, s.unit+1)
		}
	}
	slices.SortFunc(edges, func(a, b edge) int { return cmp.Compare(a.at, b.at) })

	var list []segment
	open := make([]int, units) // how many spans of each unit are open; two of one unit may overlap
	from := 0
	cut := func(to int) {
		if from == to {
			return
		}
		s := segment{start: from, end: to}
		for u, n := range open {
			if n > 0 {
				s.units = append(s.units, u)
			}
		}
		list = append(list, s)
		from = to
	}
	for _, e := range edges {
		cut(e.at)
		open[e.unit] += e.change
	}
	cut(len(text))
	return list
}
