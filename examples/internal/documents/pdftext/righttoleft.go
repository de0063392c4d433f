package pdftext

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
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
// but for what is in it from left to right.
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
	for i, g := range out {
		if r := first(g); r >= 0xfb1d && r <= 0xfdff || r >= 0xfe70 && r <= 0xfefc { // the look of letters
			out[i].text = norm.NFKC.String(g.text)
		}
	}
	turn := 1 // the direction of what is turned about within the line
	if backward > forward {
		slices.Reverse(out)
		turn = -1
	}
	var facing []int // what may face the other way
	for start := 0; start < len(out); {
		if direction(out[start]) != turn {
			if turn < 0 {
				facing = append(facing, start)
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
		for i := start; i < end && turn > 0; i++ {
			facing = append(facing, i)
		}
		start = end
	}
	face(out, facing)
	return out
}

// brackets are signs that face the other way in a run from right to left.
var brackets = map[string]string{"(": ")", ")": "(", "[": "]", "]": "[", "<": ">", ">": "<", "«": "»", "»": "«"}

// face turns the brackets among some glyphs where the first of them would close what was not open:
// some programs write the sign that is seen, others the one that is meant.
func face(glyphs []glyph, some []int) {
	turn := false
	for _, i := range some {
		turned, ok := brackets[glyphs[i].text]
		if !ok {
			continue
		}
		if !turn && strings.Contains("([<«", glyphs[i].text) {
			return
		}
		turn = true
		glyphs[i].text = turned
	}
}

func first(g glyph) rune {
	r, _ := utf8.DecodeRuneInString(g.text)
	return r
}
