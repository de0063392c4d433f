package pdftext

import (
	"math"
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// A shape is something painted that is not text: it can stand behind a text, or over it.
type shape struct {
	bounds  rect
	outline [][]point // nil where bounds is all
	colour  colour
	opacity float64
	picture bool
}

// maxShapes is how many shapes of a page are kept. Later ones are taken for none.
const maxShapes = 1 << 16

// maxPoints is how many corners the shapes of a page may have. What has more is taken for its
// bounds.
const maxPoints = 1 << 17

func (s *shape) covers(x, y float64) bool {
	if !s.bounds.holds(x, y) {
		return false
	}
	if s.outline == nil {
		return true
	}
	winding := 0
	for _, part := range s.outline {
		for i, a := range part {
			b := part[(i+1)%len(part)]
			side := (b.x-a.x)*(y-a.y) - (x-a.x)*(b.y-a.y)
			switch {
			case a.y <= y && b.y > y && side > 0:
				winding++
			case a.y > y && b.y <= y && side < 0:
				winding--
			}
		}
	}
	return winding != 0
}

// corners is how many points a look at the shape goes through.
func (s *shape) corners() int {
	n := 1
	for _, part := range s.outline {
		n += len(part)
	}
	return n
}

// A path is built by operators before it is painted. Curves are followed by their control points.
type path struct {
	parts [][]point
	n     int // points
}

func (p *path) move(at point) {
	if p.n > maxPoints {
		return
	}
	p.parts = append(p.parts, []point{at})
	p.n++
}

func (p *path) line(at ...point) {
	if p.n > maxPoints {
		return // no shape that stands behind a text
	}
	if len(p.parts) == 0 {
		p.move(at[0])
	}
	last := len(p.parts) - 1
	p.parts[last] = append(p.parts[last], at...)
	p.n += len(at)
}

func (p *path) bounds() (rect, bool) {
	var r rect
	found := false
	for _, part := range p.parts {
		if b := bounds(part); found {
			r = rect{min(r.x0, b.x0), min(r.y0, b.y0), max(r.x1, b.x1), max(r.y1, b.y1)}
		} else {
			r, found = b, true
		}
	}
	return r, found
}

// upright reports whether the path is one rectangle with its sides along the axes.
func (p *path) upright() bool {
	if len(p.parts) != 1 {
		return false
	}
	part := p.parts[0]
	if n := len(part); n == 5 && part[0] == part[4] {
		part = part[:4]
	}
	if len(part) != 4 {
		return false
	}
	const near = 0.01
	along := func(a, b point) bool { return math.Abs(a.x-b.x) < near || math.Abs(a.y-b.y) < near }
	return along(part[0], part[1]) && along(part[1], part[2]) && along(part[2], part[3]) && along(part[3], part[0])
}

// fill notes the path as painted.
func (in *interpreter) fill(gs *graphicsState) {
	b, ok := in.path.bounds()
	if b = b.intersect(gs.clip); !ok || b.area() == 0 {
		return
	}
	s := shape{bounds: b, colour: gs.fill.colour, opacity: gs.fill.opacity * gs.group}
	if gs.blended {
		s.opacity /= 2 // what is below shines through
	}
	if !in.path.upright() && in.points+in.path.n <= maxPoints {
		in.points += in.path.n
		s.outline = in.path.parts
	}
	in.paint(s)
}

// minBar is how wide, in points, a stroke is that may be a bar behind a text.
const minBar = 3

// stroke notes a straight stroke that is wide enough for a bar.
func (in *interpreter) stroke(gs *graphicsState) {
	width := gs.lineWidth * math.Sqrt(math.Abs(gs.ctm[0]*gs.ctm[3]-gs.ctm[1]*gs.ctm[2]))
	if width < minBar || len(in.path.parts) != 1 || len(in.path.parts[0]) != 2 {
		return
	}
	b := bounds(in.path.parts[0])
	switch half := width / 2; {
	case b.x1-b.x0 > 10*(b.y1-b.y0):
		b.y0, b.y1 = b.y0-half, b.y1+half
	case b.y1-b.y0 > 10*(b.x1-b.x0):
		b.x0, b.x1 = b.x0-half, b.x1+half
	default:
		return
	}
	if b = b.intersect(gs.clip); b.area() > 0 {
		in.paint(shape{bounds: b, colour: gs.stroke.colour, opacity: gs.stroke.opacity * gs.group})
	}
}

func (in *interpreter) paint(s shape) {
	if in.hidden == 0 && len(in.shapes) < maxShapes {
		in.shapes = append(in.shapes, s)
	}
}

// seePicture notes a picture, which the transformation stretches from a unit square. Through one
// that is masked, what is below may be seen.
func (in *interpreter) seePicture(gs *graphicsState, masked bool) {
	corners := rect{0, 0, 1, 1}.corners(gs.ctm)
	b := bounds(corners).intersect(gs.clip)
	if b.area() == 0 {
		return
	}
	s := shape{bounds: b, opacity: gs.fill.opacity * gs.group, picture: true}
	if masked || gs.blended {
		s.opacity /= 2
	}
	in.paint(s)
}

// clipTo narrows what is shown to the path.
func (in *interpreter) clipTo(gs *graphicsState) {
	if b, ok := in.path.bounds(); ok {
		gs.clip = gs.clip.intersect(b)
	}
}

// An ink is what text and shapes are painted with.
type ink struct {
	space   colourSpace
	colour  colour
	opacity float64
}

func (k *ink) components(c ...float64) {
	k.space = colourSpace{black, fromComponents}
	k.colour = fromComponents(c)
}

// parameters sets what a dictionary of graphics parameters says of opacity and font.
func (in *interpreter) parameters(gs *graphicsState, d types.Dict) {
	o := in.objects
	if v, ok := o.number(d["ca"]); ok {
		gs.fill.opacity = unit(v)
	}
	if v, ok := o.number(d["CA"]); ok {
		gs.stroke.opacity = unit(v)
	}
	if v, ok := o.number(d["LW"]); ok {
		gs.lineWidth = v
	}
	if mode := d["BM"]; mode != nil {
		m := o.name(mode)
		gs.blended = m != "Normal" && m != "Compatible"
	}
	if d["SMask"] != nil && o.name(d["SMask"]) != "None" {
		gs.blended = true
	}
	if f := o.array(d["Font"]); len(f) == 2 {
		gs.font = in.fontOf(f[0])
		gs.size, _ = o.number(f[1])
	}
}

// colourNames are the spaces that need no entry among the resources.
var colourNames = []string{"DeviceGray", "DeviceRGB", "DeviceCMYK", "Pattern"}

func (in *interpreter) setSpace(k *ink, resources types.Dict, space name) {
	v := types.Object(types.Name(space))
	if !slices.Contains(colourNames, string(space)) {
		v = in.objects.dict(resources["ColorSpace"])[string(space)]
	}
	ref, shared := v.(types.IndirectRef)
	known, seen := in.spaces[ref]
	if !shared || !seen {
		known = in.objects.colourSpace(v, 0)
	}
	if shared {
		in.spaces[ref] = known
	}
	k.space = known
	k.colour = k.space.first
}
