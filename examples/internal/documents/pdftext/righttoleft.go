package pdftext

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// direction is that of a glyph: 1 for a letter written from right to left, -1 for another letter or a digit, 0 for what
// goes with its neighbours.
func direction(g glyph) int {
	r, _ := utf8.DecodeRuneInString(g.text)
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

// logical puts glyphs that come from left to right in the order in which they are read: runs from right to left are
// turned about, and where most of the letters are of such a run, the whole line, but for what is in it from left to right.
func logical(glyphs []glyph) []glyph {
	forward, backward := 0, 0
	for _, g := range glyphs {
		switch direction(g) {
		case 1:
			backward++
		case -1:
			forward++
		}
	}
	out := slices.Clone(glyphs)
	turn := 1 // what is turned about within the line
	if backward > forward {
		slices.Reverse(out)
		turn = -1
	}
	for start := 0; start < len(out); {
		if direction(out[start]) != turn {
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
		start = end
	}
	mirror(out)
	return out
}

// brackets are signs that face the other way in a run from right to left.
var brackets = map[string]string{"(": ")", ")": "(", "[": "]", "]": "[", "<": ">", ">": "<", "«": "»", "»": "«"}

// mirror turns the brackets about that stand between letters from right to left.
func mirror(glyphs []glyph) {
	last := 0
	for i, g := range glyphs {
		if d := direction(g); d != 0 {
			last = d
		} else if turned, ok := brackets[g.text]; ok && last > 0 {
			glyphs[i].text = turned
		}
	}
}
