package pdftext

import (
	"slices"
	"strings"
)

// A line is a line of the text that a page gives.
type line struct {
	text  string
	y     float64 // of the baseline, in points, in the direction of writing
	turns int     // of the direction of writing
	apart bool    // a gap or the border of a block is above it
}

// paragraphGap is the distance of two baselines, in sizes of the font, from which they belong to
// two paragraphs. Lines of one stand 1.0 to
// 1.6 apart.
const paragraphGap = 1.9

// cellGap is the distance, in sizes of the font, from which two segments of a line are cells.
const cellGap = 1.2

// layout returns the lines of a page in the order in which they are read, and changes the order of
// its glyphs. What is written in another direction than most comes last: it is a note at the
// margin.
func layout(glyphs []glyph) []line {
	slices.SortStableFunc(glyphs, func(a, b glyph) int { return a.turns - b.turns })
	var turned [4][]glyph
	for turns, start := 0, 0; turns < len(turned); turns++ {
		end := start
		for end < len(glyphs) && glyphs[end].turns == turns {
			end++
		}
		turned[turns], start = glyphs[start:end:end], end
	}
	order := []int{0, 1, 2, 3}
	slices.SortStableFunc(order, func(a, b int) int { return len(turned[b]) - len(turned[a]) })
	var out []line
	for _, turns := range order {
		for _, block := range blocks(segments(turned[turns]), 0) {
			for i, r := range block {
				l := line{text: r.text(), y: r[0].y, turns: turns, apart: i == 0}
				if i > 0 {
					l.apart = block[i-1][0].y-r[0].y > paragraphGap*max(r[0].size, block[i-1][0].size)
				}
				out = append(out, l)
			}
		}
	}
	return out
}

// rightToLeft reports whether most segments of a row begin with a letter that is written from right to
// left.
func (r row) rightToLeft() bool {
	n := 0
	for _, s := range r {
		n += direction(glyph{text: s.text})
	}
	return n > 0
}

// text joins the segments of a row: cells by a tab, the parts of a line as their gaps say.
func (r row) text() string {
	var b strings.Builder
	if r.rightToLeft() {
		r = slices.Clone(r)
		slices.Reverse(r)
	}
	for i, s := range r {
		if i > 0 {
			switch gap := max(s.x0-r[i-1].x1, r[i-1].x0-s.x1) / max(s.size, r[i-1].size); {
			case gap > cellGap:
				b.WriteByte('\t')
			case gap > wordGap:
				b.WriteByte(' ')
			}
		}
		b.WriteString(s.text)
	}
	return b.String()
}
