package pdftext

import "slices"

// Superscripts and subscripts, as in "2nd" or "H2O": how much smaller their font is at most, how
// far their baseline stands above or below that of the line, and how near they stand to its glyphs,
// all in sizes of the font of the line.
const (
	raisedSize = 0.82
	raisedUp   = 0.6
	raisedDown = 0.3
	raisedNear = 0.45
	raisedGap  = 0.4 // from which there is a space before or after them
	raisedOver = 0.3 // by which they may stand over a glyph
	runGap     = 0.5 // between two of them
)

// maxOnLine is how many glyphs a line of a text may have.
const maxOnLine = 2000

// maxNeighbours is how many baselines above and below are looked at.
const maxNeighbours = 6

// lowerRaised moves superscripts and subscripts to the baseline of the glyphs that they stand at.
// Lines come from the top, their glyphs from the left.
func lowerRaised(lines [][]glyph) [][]glyph {
	for i, line := range lines {
		if len(line) > maxOnLine {
			continue
		}
		kept := line[:0:0]
		for start := 0; start < len(line); {
			end := start + 1
			for end < len(line) && line[end].x-line[end-1].x-line[end-1].width < runGap*line[end].size {
				end++
			}
			run := line[start:end]
			start = end
			if to := host(lines, i, run); to >= 0 {
				lines[to] = insert(lines[to], run)
				continue
			}
			kept = append(kept, run...)
		}
		lines[i] = kept
	}
	return slices.DeleteFunc(lines, func(l []glyph) bool { return len(l) == 0 })
}

// maxRaised is how many glyphs a superscript has at most.
const maxRaised = 12

// host returns the number of the line that a run of line i is a superscript or subscript of, -1 for
// none.
func host(lines [][]glyph, i int, run []glyph) int {
	if len(run) > maxRaised || blank(run[0]) {
		return -1
	}
	for d := 1; d <= maxNeighbours; d++ {
		for _, j := range []int{i + d, i - d} {
			if j >= 0 && j < len(lines) && beside(lines[j], run) {
				return j
			}
		}
	}
	return -1
}

// beside reports whether a run stands right after, or right before, a glyph of a line in a larger
// font, and over or under none of them.
func beside(line, run []glyph) bool {
	if len(line) == 0 || len(line) > maxOnLine {
		return false
	}
	first, last := run[0], run[len(run)-1]
	right := last.x + last.width
	up := first.y - line[0].y
	at, _ := slices.BinarySearchFunc(line, first.x, func(g glyph, x float64) int { return compare(g.x, x) })
	near := false
	for k := max(0, at-2); k < min(len(line), at+3); k++ {
		g := line[k]
		if blank(g) {
			continue
		}
		if first.size > raisedSize*g.size || up > raisedUp*g.size || -up > raisedDown*g.size {
			return false
		}
		if min(right, g.x+g.width)-max(first.x, g.x) > raisedOver*g.size {
			return false
		}
		after, before := first.x-g.x-g.width, g.x-right
		near = near || after > -raisedOver*g.size && after < raisedNear*g.size || before > -raisedOver*g.size && before < raisedGap*g.size
	}
	return near
}

// insert adds a run to a line, from left to right, on its baseline.
func insert(line, run []glyph) []glyph {
	out := slices.Clone(line)
	for _, g := range run {
		g.y, g.raised = line[0].y, true
		at, _ := slices.BinarySearchFunc(out, g.x, func(o glyph, x float64) int { return compare(o.x, x) })
		out = slices.Insert(out, at, g)
	}
	return out
}
