package pdftext

import (
	"strings"
	"testing"
)

func TestColourIsLike(t *testing.T) {
	for _, tc := range []struct {
		reason string
		text   colour
		ground colour
		want   bool
	}{
		{"white on white", white, white, true},
		{"nearly white on white", colour{0.98, 0.97, 1, true}, white, true},
		{"the faintest grey of templates on white", grey(0.85), white, false},
		{"white on black", white, black, false},
		{"nearly black on black", grey(0.03), black, true},
		{"red on green of the same light", colour{0.8, 0, 0, true}, colour{0, 0.45, 0, true}, false},
		{"white on what is not known", white, colour{}, false},
		{"black with hardly an opacity on white", black.over(white, 0.05), white, true},
		{"black with half an opacity on white", black.over(white, 0.5), white, false},
		{"nothing over what is not known", black.over(colour{}, 0), colour{}, false},
		{"no ink", fromComponents([]float64{0, 0, 0, 0}), white, true},
		{"components of no kind", fromComponents([]float64{1, 2}), white, false},
	} {
		if got := tc.text.like(tc.ground); got != tc.want {
			t.Errorf("%s: %v, want %v", tc.reason, got, tc.want)
		}
	}
}

func TestShapeCovers(t *testing.T) {
	var ring path
	ring.move(point{0, 0})
	ring.line(point{100, 0}, point{100, 100}, point{0, 100})
	ring.move(point{25, 25}) // the other way about: a hole
	ring.line(point{25, 75}, point{75, 75}, point{75, 25})
	b, _ := ring.bounds()
	s := shape{bounds: b, outline: ring.parts}
	for _, tc := range []struct {
		x, y float64
		want bool
	}{{10, 10, true}, {50, 50, false}, {90, 50, true}, {110, 50, false}} {
		if got := s.covers(tc.x, tc.y); got != tc.want {
			t.Errorf("at %v, %v: %v, want %v", tc.x, tc.y, got, tc.want)
		}
	}
	if s.outline = nil; !s.covers(50, 50) {
		t.Error("a shape without an outline is its bounds")
	}
}

func TestObjectCost(t *testing.T) {
	dense, _ := objectCost([]byte("1 0 obj [" + strings.Repeat("<</A 0>>", 1000) + "] endobj"))
	sparse, _ := objectCost([]byte("1 0 obj (" + strings.Repeat("a text of a note ", 1000) + ") endobj"))
	if dense < 300*1000 || sparse > 200*1000 {
		t.Errorf("a thousand dictionaries cost %d bytes, a long text %d", dense, sparse)
	}
	if cost, _ := objectCost([]byte(strings.Repeat("0 ", maxObject))); cost <= maxKept {
		t.Errorf("an object without end costs %d bytes", cost)
	}
	_, plain := objectCost([]byte("1 0 obj [" + strings.Repeat("ab ", 1000) + "] endobj"))
	if _, strings := objectCost([]byte("1 0 obj [" + strings.Repeat("() ", 1000) + "] endobj")); strings < 100*plain {
		t.Errorf("strings are looked at %d times, words %d", strings, plain)
	}
}

func TestLogical(t *testing.T) {
	for _, tc := range []struct{ reason, seen, want string }{
		{"a line from right to left", "םלוע םולש", "שלום עולם"},
		{"with a number", "2019 תנש", "שנת 2019"},
		{"with brackets as they are seen", "(ב) א", "א (ב)"},
		{"with brackets as they are meant", ")ב( א", "א (ב)"},
		{"with words from left to right", "ICD coder םולש םלועה לכל", "לכל העולם שלום ICD coder"},
		{"a run in a line from left to right", "Coder of אב charts", "Coder of בא charts"},
		{"a line from left to right", "Coder (CCI)", "Coder (CCI)"},
	} {
		var glyphs []glyph
		for _, r := range tc.seen {
			glyphs = append(glyphs, glyph{text: string(r)})
		}
		got := ""
		if !rightToLeft(glyphs) {
			got = tc.seen
		} else {
			for _, g := range logical(glyphs) {
				got += g.text
			}
		}
		if got != tc.want {
			t.Errorf("%s: %q, want %q", tc.reason, got, tc.want)
		}
	}
}
