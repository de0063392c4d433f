package pdftext

import (
	"math"
	"slices"
	"unicode"
)

// letters is how many letters and digits a text has: what is counted where nobody can see it.
func letters(text string) int {
	n := 0
	for _, r := range text {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

// What makes text that is not painted the layer that a program for recognising characters puts
// under, or over, the picture of a scan: pictures over most of the page, and hardly a letter on
// them that is painted.
const scanShare = 0.5

// A tally is of the letters and digits of a page that nobody can see.
type tally struct {
	n     int
	kinds []rune // of them, a few
}

// What is left out is worth a word where it may be one: producers leave a few letters behind, and
// fill shapes with a pattern of one.
const (
	minUnseen = 4
	minKinds  = 3
)

func (t *tally) add(text string) {
	for _, r := range text {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			continue
		}
		t.n++
		if len(t.kinds) < minKinds && !slices.Contains(t.kinds, r) {
			t.kinds = append(t.kinds, r)
		}
	}
}

func (t *tally) isText() bool { return t.n >= minUnseen && len(t.kinds) >= minKinds }

// visible returns the glyphs that can be seen on the page, in their place, and adds to the tally
// those that cannot.
func (in *interpreter) visible() ([]glyph, error) {
	eye, err := in.newEye()
	if err != nil {
		return nil, err
	}
	shown := in.glyphs[:0]
	var lost []glyph
	for _, g := range in.glyphs {
		seen, err := eye.sees(g)
		switch {
		case err != nil:
			return nil, err
		case seen:
			shown = append(shown, g)
		default:
			lost = append(lost, g)
		}
	}
	in.unseen.addWithoutTwin(lost, shown)
	return shown, nil
}

// An eye tells what can be seen of a page.
type eye struct {
	*interpreter
	recognised bool  // invisible text on pictures is that of a scan
	pictures   []int // numbers of their shapes
	covers     []int // numbers of the shapes that hide what is under them
	grounds    []colour
	suspect    map[int32]bool // of looks: whether some ground of the page is like it
}

func (in *interpreter) newEye() (*eye, error) {
	e := &eye{interpreter: in, grounds: []colour{white}, suspect: map[int32]bool{}}
	area := 0.0
	for i, s := range in.shapes {
		if s.picture {
			e.pictures = append(e.pictures, i)
			area += s.bounds.area()
		}
		if s.opacity >= solid {
			e.covers = append(e.covers, i)
		}
		e.addGround(s.colour)
	}
	if area < scanShare*in.box.area() {
		return e, nil
	}
	painted := 0
	for _, g := range in.glyphs {
		if !in.looks[g.look].invisible {
			if err := in.objects.budget.step(len(e.pictures)); err != nil {
				return nil, err
			}
			if e.onPicture(g, g.below) {
				painted += letters(g.text)
			}
		}
	}
	e.recognised = painted <= scanLetters
	return e, nil
}

// maxGrounds is how many colours of shapes are told apart. With more, every look is suspect.
const maxGrounds = 64

func (e *eye) addGround(c colour) {
	if len(e.grounds) > maxGrounds || !c.known {
		return
	}
	for _, g := range e.grounds {
		if g == c {
			return
		}
	}
	e.grounds = append(e.grounds, c)
}

// onPicture reports whether a glyph stands on a picture among the first shapes of the page.
func (e *eye) onPicture(g glyph, first int32) bool {
	for _, i := range e.pictures {
		if i < int(first) && e.shapes[i].covers(g.centre.x, g.centre.y) {
			return true
		}
	}
	return false
}

const (
	solid = 0.95 // opacity from which nothing shines through
	faint = 0.6  // opacity below which the ground decides
)

// sees reports whether a glyph can be seen on what is painted below it, and under what is painted
// after it.
func (e *eye) sees(g glyph) (bool, error) {
	l := e.looks[g.look]
	b := e.objects.budget
	if l.invisible {
		return e.recognised && e.onPicture(g, math.MaxInt32), b.step(len(e.pictures))
	}
	for _, i := range e.covers {
		s := &e.shapes[i]
		if i < int(g.below) || s.picture && e.recognised || s.bounds.x1-s.bounds.x0 < g.size/2 || s.bounds.y1-s.bounds.y0 < g.size/2 {
			continue
		}
		if s.covers(g.centre.x, g.centre.y) {
			return false, nil
		}
		if err := b.step(s.corners()); err != nil {
			return false, err
		}
	}
	if err := b.step(len(e.covers) / 4); err != nil {
		return false, err
	}
	if suspect, known := e.suspect[g.look]; known && !suspect {
		return true, nil
	} else if !known && !e.isSuspect(l) {
		e.suspect[g.look] = false
		return true, nil
	}
	e.suspect[g.look] = true
	ground, err := e.ground(g)
	return !l.colour.over(ground, l.opacity).like(ground), err
}

func (e *eye) isSuspect(l look) bool {
	if l.opacity < faint || len(e.grounds) > maxGrounds {
		return true
	}
	for _, g := range e.grounds {
		if l.colour.over(g, l.opacity).like(g) {
			return true
		}
	}
	return false
}

// ground returns the colour that a glyph stands on.
func (e *eye) ground(g glyph) (colour, error) {
	var through []shape
	base := white
	for i := int(g.below) - 1; i >= 0; i-- {
		s := e.shapes[i]
		if err := e.objects.budget.step(s.corners()); err != nil {
			return colour{}, err
		}
		if !s.covers(g.centre.x, g.centre.y) {
			continue
		}
		if s.opacity >= solid || !s.colour.known {
			base = s.colour
			break
		}
		through = append(through, s)
	}
	for i := len(through) - 1; i >= 0; i-- {
		base = through[i].colour.over(base, through[i].opacity)
	}
	return base, nil
}

// addWithoutTwin adds the glyphs that cannot be seen, but for those that stand by their like: the
// light side of a shadow, or a text painted twice.
func (t *tally) addWithoutTwin(lost, shown []glyph) {
	type place struct {
		text string
		x, y int
	}
	at := func(g glyph, dx, dy int) place {
		return place{g.text, int(math.Floor(g.centre.x/4)) + dx, int(math.Floor(g.centre.y/4)) + dy}
	}
	places := map[place]bool{}
	if len(lost) > 0 {
		for _, g := range shown {
			places[at(g, 0, 0)] = true
		}
	}
	for _, g := range lost {
		twin := false
		for d := range 9 {
			twin = twin || places[at(g, d%3-1, d/3-1)]
		}
		if !twin {
			t.add(g.text)
		}
	}
}
