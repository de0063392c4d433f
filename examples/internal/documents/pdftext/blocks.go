package pdftext

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A row is what stands on about one height, from left to right.
type row []segment

// sameRow is how far, in sizes of the smaller font, segments of one row may stand above one
// another: cells may be centred on their row. Superscripts are on the baseline of their line
// already.
const sameRow = 0.45

// rows groups segments by height, from the top.
func rows(all []segment) []row {
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(a, b segment) int { return compare(b.y, a.y) })
	var out []row
	for len(all) > 0 {
		n, size := 1, all[0].size
		for n < len(all) && all[0].y-all[n].y < sameRow*min(size, all[n].size) && !overlaps(all[:n], all[n]) {
			size = min(size, all[n].size)
			n++
		}
		r := row(all[:n:n])
		slices.SortStableFunc(r, func(a, b segment) int { return compare(a.x0, b.x0) })
		out = append(out, r)
		all = all[n:]
	}
	return out
}

// maxLookBack bounds how many segments of a row are looked at.
const maxLookBack = 64

// overlaps reports whether a segment stands below one of a row.
func overlaps(row []segment, s segment) bool {
	for _, r := range row[max(0, len(row)-maxLookBack):] {
		if r.y-s.y > sameBaseline*s.size && min(r.x1, s.x1)-max(r.x0, s.x0) > 0.3*s.size {
			return true
		}
	}
	return false
}

// What makes two columns.
const (
	minGutter    = 8.0  // points: narrower than any gutter of a page, wider than spaces stretched to justify a line
	minRows      = 3    // on either side: less is a line with its end set to the right margin, unless both are running texts
	maxRows      = 400  // of a page: with more it is no page of a text, and its lines are read as they come
	maxSegments  = 4000 // of a page, likewise
	maxSplits    = 6    // of a page within one another
	alignedShare = 0.8  // of the rows of the shorter side that stand level with rows of the other in a table
	shortCell    = 25   // characters that a cell of a table has at most, on average
	maxHang      = 3.0  // sizes of the font by which headings stand left of the items under them, at most
	sparseShare  = 0.67 // rows of labels or dates for each row of text beside them, at most
)

// blocks splits a page into parts that are read one after another, each from the top: columns, and
// what stands above, between and below them over the full width.
func blocks(all []segment, splits int) [][]row {
	lines := rows(all)
	if len(lines) > maxRows || len(all) > maxSegments || splits == maxSplits {
		return [][]row{lines}
	}
	var out [][]row
	flush := func(full []row) {
		if len(full) > 0 {
			out = append(out, full)
		}
	}
	start := 0
	for i := 0; i < len(lines); i++ {
		end, gutter, ok := columns(lines[i:])
		if !ok {
			continue
		}
		both, last := bothSides(lines[i:i+end], gutter)
		// What goes on above and below on one side only belongs to its column.
		first := above(lines[i:i+end], both, gutter)
		left, right := split(lines[i+first:i+end], gutter)
		few := min(len(rows(left)), len(rows(right)))
		if few < minRows && !(few > 1 && running(left) && running(right)) || few >= minRows && tabular(split(lines[i+both:i+last+1], gutter)) {
			continue
		}
		flush(lines[start : i+first])
		out = append(out, blocks(left, splits+1)...)
		out = append(out, blocks(right, splits+1)...)
		i += end - 1
		start = i + 1
	}
	flush(lines[start:])
	return out
}

// bothSides returns the first and the last of the lines with something on either side of the
// gutter.
func bothSides(lines []row, gutter float64) (first, last int) {
	first, last = -1, -1
	for i, r := range lines {
		if r[0].x1 <= gutter && r[len(r)-1].x0 >= gutter {
			if last = i; first < 0 {
				first = i
			}
		}
	}
	return max(first, 0), max(last, 0)
}

// above returns the first of the lines that belong to two columns which are level from the line
// first on. What stands above the left one is read first in any case; above the right one, at a
// distance, may stand a head.
func above(lines []row, first int, gutter float64) int {
	next := math.NaN() // the height of the right column
	for _, s := range lines[first] {
		if s.x1 > gutter {
			next = s.y
		}
	}
	for i := first - 1; i >= 0; i-- {
		for _, s := range lines[i] {
			if s.x1 > gutter {
				if s.y-next > columnGap*s.size {
					return first
				}
				next, first = s.y, i
			}
		}
		first = i
	}
	return first
}

// columnGap is the distance of two lines of a column, in sizes of the font, from which they may be
// of two parts.
const columnGap = 2.5

// columns returns how many of the lines, from the first, leave a gutter free, and the middle of the
// widest. It ends before a line that begins to the left of the right column: below it the page is
// divided in another way.
func columns(lines []row) (end int, middle float64, ok bool) {
	var covered spans
	edge := math.Inf(1) // of the right column
	for i, r := range lines {
		for _, s := range r {
			covered = covered.with(s.x0, s.x1)
		}
		x, width := covered.widestGap()
		switch {
		case width < minGutter:
			if ok {
				return end, middle, ok
			}
		case ok && x+width/2 < edge-maxHang*r[0].size:
			return end, middle, ok
		default:
			end, middle, ok = i+1, x, true
			edge = min(edge, x+width/2)
		}
	}
	return end, middle, ok
}

// spans are stretches from left to right that don't touch.
type spans [][2]float64

func (s spans) with(x0, x1 float64) spans {
	out := s[:0:0]
	for _, v := range s {
		if v[1] < x0 || v[0] > x1 {
			out = append(out, v)
		} else {
			x0, x1 = min(x0, v[0]), max(x1, v[1])
		}
	}
	out = append(out, [2]float64{x0, x1})
	slices.SortFunc(out, func(a, b [2]float64) int { return compare(a[0], b[0]) })
	return out
}

func (s spans) widestGap() (middle, width float64) {
	for i := 1; i < len(s); i++ {
		if w := s[i][0] - s[i-1][1]; w > width {
			middle, width = s[i-1][1]+w/2, w
		}
	}
	return middle, width
}

func split(lines []row, gutter float64) (left, right []segment) {
	for _, r := range lines {
		for _, s := range r {
			if s.x1 <= gutter {
				left = append(left, s)
			} else {
				right = append(right, s)
			}
		}
	}
	return left, right
}

// tabular reports whether two sides are cells of a table, or labels or dates beside a text, which
// are read row by row, and not two texts.
func tabular(left, right []segment) bool {
	few, many := left, right
	if len(rows(left)) > len(rows(right)) {
		few, many = right, left
	}
	if len(few) == 0 {
		return false
	}
	fewRows, manyRows := rows(few), rows(many)
	var level []row // of the longer side
	for _, r := range fewRows {
		for _, other := range manyRows {
			if math.Abs(r[0].y-other[0].y) < 0.2*r[0].size {
				level = append(level, other)
				break
			}
		}
	}
	if float64(len(level)) < alignedShare*float64(len(fewRows)) {
		return false
	}
	if cell(few) > shortCell {
		return false
	}
	named := len(level) == len(fewRows) && few[0].x0 < many[0].x0 && !continues(fewRows) && !continues(level) && !listed(level)
	if labels(fewRows) || named {
		return true
	}
	return cell(many) <= shortCell || float64(len(fewRows)) <= sparseShare*float64(len(manyRows))
}

// cell is the mean length of segments in characters.
func cell(all []segment) float64 {
	n := 0
	for _, s := range all {
		n += utf8.RuneCountInString(s.text)
	}
	return float64(n) / float64(max(1, len(all)))
}

// share is how many of all rows, in [0, 1], are of a kind.
func share(all []row, kind func(text string) bool) float64 {
	n := 0
	for _, r := range all {
		if kind(r.text()) {
			n++
		}
	}
	return float64(n) / float64(max(1, len(all)))
}

// labels reports whether rows are labels of what stands beside them.
func labels(all []row) bool {
	return share(all, func(text string) bool { return strings.HasSuffix(text, ":") }) >= 0.6
}

// listed reports whether rows are items of a list.
func listed(all []row) bool {
	return share(all, func(text string) bool {
		mark, _, _ := strings.Cut(text, " ")
		return marker(mark)
	}) >= 0.5
}

// continues reports whether rows go on with the sentences of those above them.
func continues(all []row) bool {
	return share(all[min(1, len(all)):], func(text string) bool {
		r, _ := utf8.DecodeRuneInString(text)
		return unicode.IsLower(r)
	}) >= 0.2
}

// running reports whether segments are lines of a text that goes on from one to the next, and not
// cells.
func running(all []segment) bool {
	const line = 15 // characters that a line has at least, on average
	return cell(all) >= line && continues(rows(all))
}
