package pdftext

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// direction is that of a glyph: 1 for a letter written from right to left, -1 for another letter or
// a digit, 0 for what goes with its neighbours.
func direction(g glyph) int {
	r := first(g)
	switch {
	case unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko):
		if unicode.IsDigit(r) {
			return -1
		}
		return 1
	case unicode.IsLetter(r), unicode.IsDigit(r):
		return -1
	}
	return 0
}

func rightToLeft(glyphs []glyph) bool {
	return slices.ContainsFunc(glyphs, func(g glyph) bool { return direction(g) > 0 })
}

// logical puts glyphs that come from left to right in the order in which they are read: runs from
// right to left are turned about, and where most of the letters are of such a run, the whole line,
// but for what is in it from left to right. Brackets face the other way in what was turned.
func logical(glyphs []glyph) []glyph {
	forward, backward := 0, 0
	for _, g := range glyphs {
		switch d := direction(g); {
		case d > 0:
			backward++
		case d < 0 && letters(g.text) > 0 && !unicode.IsDigit(first(g)):
			forward++
		}
	}
	out := slices.Clone(glyphs)
	turn := 1 // the direction of what is turned about within the line
	if backward > forward {
		slices.Reverse(out)
		turn = -1
	}
	for start := 0; start < len(out); {
		if direction(out[start]) != turn {
			if turn < 0 {
				face(out[start : start+1])
			}
			start++
			continue
		}
		end := start + 1 // after the last glyph of the run
		for i := end; i < len(out) && direction(out[i]) != -turn; i++ {
			if direction(out[i]) == turn {
				end = i + 1
			}
		}
		slices.Reverse(out[start:end])
		if turn > 0 {
			face(out[start:end])
		}
		start = end
	}
	return out
}

// brackets are signs that face the other way in a run from right to left.
var brackets = map[string]string{"(": ")", ")": "(", "[": "]", "]": "[", "<": ">", ">": "<", "«": "»", "»": "«"}

func face(glyphs []glyph) {
	for i, g := range glyphs {
		if turned, ok := brackets[g.text]; ok {
			glyphs[i].text = turned
		}
	}
}

func first(g glyph) rune {
	r, _ := utf8.DecodeRuneInString(g.text)
	return r
}
