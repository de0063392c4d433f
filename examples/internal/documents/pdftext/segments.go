package pdftext

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A segment is a run of words on one baseline with no gap wider than wideGap.
type segment struct {
	text   string
	x0, x1 float64
	y      float64 // of the baseline
	size   float64
}

// Gaps between glyphs, in sizes of the font. A space is 0.25 wide in the common fonts and shrinks
// to 0.2 in justified text; kerning stays below 0.1. The narrowest gutter between columns, that of
// LaTeX, is 1.0 wide; hardly a space of a justified line is.
const (
	wordGap = 0.15
	wideGap = 0.9
)

// sameBaseline is how far, in sizes of the font, glyphs of one line may stand above one another:
// less than half a superscript, more than rounding.
const sameBaseline = 0.1

// segments joins glyphs of one direction of writing, and changes their order.
func segments(glyphs []glyph) []segment {
	slices.SortStableFunc(glyphs, func(a, b glyph) int { return compare(b.y, a.y) })
	var lines [][]glyph
	for len(glyphs) > 0 {
		n := 1
		for n < len(glyphs) && glyphs[n-1].y-glyphs[n].y <= sameBaseline*max(1, glyphs[n].size) {
			n++
		}
		line := glyphs[:n:n]
		slices.SortStableFunc(line, func(a, b glyph) int { return compare(a.x, b.x) })
		lines = append(lines, line)
		glyphs = glyphs[n:]
	}
	var all []segment
	for _, line := range lowerRaised(lines) {
		all = append(all, baseline(line)...)
	}
	return all
}

// baseline splits the glyphs of one baseline, from left to right, at wide gaps.
func baseline(glyphs []glyph) []segment {
	glyphs = dropStrayBlanks(dropDoubles(glyphs))
	wide := wideGap + 2*tracking(glyphs)
	var all []segment
	for start := 0; start < len(glyphs); {
		end := start + 1
		right := glyphs[start].x + glyphs[start].width
		for end < len(glyphs) {
			// Spaces don't bridge a gap: some producers fill tables and tabulators with them.
			next := end
			for next < len(glyphs) && blank(glyphs[next]) {
				next++
			}
			if next == len(glyphs) || glyphs[next].x-right > wide*glyphs[next].size {
				break
			}
			end = next + 1
			right = max(right, glyphs[next].x+glyphs[next].width)
		}
		if s, ok := join(glyphs[start:end], right); ok {
			if n := len(all); n > 0 && marker(all[n-1].text) && s.x0-all[n-1].x1 < markerGap*s.size {
				s.text, s.x0 = all[n-1].text+" "+s.text, all[n-1].x0
				all = all[:n-1]
			}
			all = append(all, s)
		}
		start = end
		for start < len(glyphs) && blank(glyphs[start]) {
			start++
		}
	}
	return all
}

// markerGap is the widest gap, in sizes of the font, between the mark of a list item and its text.
const markerGap = 4

// listNumber is the number of a list item.
var listNumber = regexp.MustCompile(`^\(?([0-9]{1,2}|[a-zA-Z])[.)]$`)

// marker reports whether a text is but the mark of a list item.
func marker(text string) bool {
	r, n := utf8.DecodeRuneInString(text)
	return n == len(text) && !unicode.IsLetter(r) && !unicode.IsDigit(r) || listNumber.MatchString(text)
}

func blank(g glyph) bool { return strings.TrimSpace(g.text) == "" }

// dropDoubles leaves out the glyphs that are shown twice in nearly one place, which is how some
// programs print bold.
func dropDoubles(glyphs []glyph) []glyph {
	kept := glyphs[:0]
	for _, g := range glyphs {
		double := false
		for i := len(kept) - 1; i >= 0 && i >= len(kept)-3; i-- {
			if k := kept[i]; k.text == g.text && math.Abs(k.x-g.x) < 0.3*k.width {
				double = true
			}
		}
		if !double {
			kept = append(kept, g)
		}
	}
	return kept
}

// join writes glyphs with a space where one is shown or where the gap is that of a space.
func join(glyphs []glyph, right float64) (segment, bool) {
	s := segment{x0: glyphs[0].x, x1: right, y: glyphs[0].y}
	spaced := space(glyphs)
	if rightToLeft(spaced) {
		spaced = logical(spaced)
	}
	var b strings.Builder
	for _, g := range spaced {
		b.WriteString(g.text)
		s.size = max(s.size, g.size)
	}
	s.text = b.String()
	return s, s.text != ""
}

// space returns glyphs with one blank in each gap between words, and none elsewhere.
func space(glyphs []glyph) []glyph {
	gap := max(tightGap(glyphs), 1.8*tracking(glyphs))
	out := make([]glyph, 0, len(glyphs)+len(glyphs)/4)
	shown := false // a blank since the last glyph
	end, last := math.Inf(-1), glyph{}
	for _, g := range glyphs {
		if blank(g) {
			// A space wholly under a glyph is the filling of a ligature.
			shown = shown || g.x+g.width > end || g.x >= end
			continue
		}
		wide := gap * g.size
		if g.raised != last.raised {
			wide = raisedGap * max(g.size, last.size)
		}
		if len(out) > 0 && (shown || g.x-end > wide) {
			out = append(out, glyph{text: " "})
		}
		out = append(out, g)
		shown, end, last = false, g.x+g.width, g
	}
	return out
}

// dropStrayBlanks leaves out blanks that stand on glyphs of another place in the file: the end of a
// cell may be filled with blanks that reach into the next.
func dropStrayBlanks(glyphs []glyph) []glyph {
	kept := glyphs[:0]
	end, last := math.Inf(-1), int32(-1) // of the last glyph that is no blank
	for i, g := range glyphs {
		if !blank(g) {
			end, last = g.x+g.width, g.order
			kept = append(kept, g)
			continue
		}
		next := i + 1
		for next < len(glyphs) && blank(glyphs[next]) {
			next++
		}
		if next < len(glyphs) && last >= 0 {
			n := glyphs[next]
			between := last < g.order && g.order < n.order || n.order < g.order && g.order < last
			if !between && n.x-end < wordGap*n.size {
				continue
			}
		}
		kept = append(kept, g)
	}
	return kept
}

// Gaps between words that are set tighter than wordGap: no kerning reaches them, and no gap stands
// between the two.
const (
	kerningGap = 0.075
	tightSpace = 0.1
	gapRise    = 0.05
)

// tightGap returns the gap from which glyphs are of two words, in sizes of the font: less than
// wordGap where a line without blanks has been set tight.
func tightGap(glyphs []glyph) float64 {
	var gaps []float64
	for i := 1; i < len(glyphs); i++ {
		if blank(glyphs[i]) || blank(glyphs[i-1]) {
			return wordGap
		}
		gaps = append(gaps, (glyphs[i].x-glyphs[i-1].x-glyphs[i-1].width)/max(glyphs[i].size, 1e-3))
	}
	slices.Sort(gaps)
	for i := 1; i < len(gaps); i++ {
		words := len(gaps) - i // above this gap
		if gaps[i-1] <= kerningGap && gaps[i] >= tightSpace {
			if gaps[i] < wordGap && gaps[i]-gaps[i-1] >= gapRise && 2*words <= len(gaps) {
				return (gaps[i-1] + gaps[i]) / 2
			}
			break
		}
	}
	return wordGap
}

// tracking is how far, in sizes of the font, letters are set apart, as in many headings: the median
// gap between letters; 0 where there are but a few.
func tracking(glyphs []glyph) float64 {
	var gaps []float64
	for i := 1; i < len(glyphs); i++ {
		a, b := glyphs[i-1], glyphs[i]
		if isLetter(a) && isLetter(b) {
			gaps = append(gaps, (b.x-a.x-a.width)/b.size)
		}
	}
	if len(gaps) < 4 {
		return 0
	}
	slices.Sort(gaps)
	return max(0, gaps[len(gaps)/2])
}

func isLetter(g glyph) bool {
	return unicode.IsLetter(first(g))
}

// compare orders floats so that those of one place keep their order in the file.
func compare(a, b float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}
