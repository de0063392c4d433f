package pdftext

import (
	"math"
	"slices"
	"strings"
	"unicode"
)

// A running head is looked for in this many lines at the top and at the bottom of a page, and may
// stand this much higher or lower, in points, on another page.
const (
	headLines = 3
	headShift = 6.0
)

// dropRunningHeads keeps a line that stands at the top or the bottom of most pages, but for its
// numbers, on the first of them only.
func dropRunningHeads(pages [][]line) {
	if len(pages) < 2 {
		return
	}
	edges := make([][]line, len(pages))
	for i, p := range pages {
		edges[i] = edge(p)
	}
	onMost := func(l line) bool {
		n := 0
		for _, e := range edges {
			if contains(e, l) {
				n++
			}
		}
		return 2*n > len(pages)
	}
	var heads []line // that were kept
	for i, p := range pages {
		pages[i] = slices.DeleteFunc(p, func(l line) bool {
			if !contains(edges[i], l) {
				return false
			}
			if contains(heads, l) {
				return true
			}
			if onMost(l) {
				heads = append(heads, l)
			}
			return false
		})
	}
}

// edge returns the highest and the lowest lines of a page, wherever they come in the order of
// reading.
func edge(p []line) []line {
	var heights [4][]float64 // by direction of writing
	for _, l := range p {
		heights[l.turns] = append(heights[l.turns], l.y)
	}
	for _, h := range heights {
		slices.Sort(h)
	}
	var out []line
	for _, l := range p {
		h := heights[l.turns]
		below, _ := slices.BinarySearch(h, l.y)
		if above := len(h) - 1 - below; below < headLines || above < headLines {
			out = append(out, l)
		}
	}
	return out
}

func contains(lines []line, l line) bool {
	return slices.ContainsFunc(lines, func(other line) bool {
		return other.turns == l.turns && math.Abs(other.y-l.y) <= headShift && masked(other.text) == masked(l.text)
	})
}

// masked puts one sign in the place of each number, so that page numbers compare equal.
func masked(text string) string {
	var b strings.Builder
	number := false
	for _, r := range text {
		if unicode.IsDigit(r) {
			if !number {
				b.WriteByte('#')
			}
			number = true
			continue
		}
		number = false
		b.WriteRune(r)
	}
	return b.String()
}
