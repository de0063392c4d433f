package pdftext

import (
	"math"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// A glyph is a character, or a few of a ligature, where it is shown.
type glyph struct {
	text   string
	x, y   float64 // where its baseline begins, in points, y upwards
	width  float64 // in points
	size   float64 // of the font, in points
	turns  int     // in quarters counter-clockwise, of the direction of writing; x and y are turned back by as much
	centre point   // on the page
	look   int32   // the number of its look
	below  int32   // how many shapes were painted before it
	order  int32   // of its place in the file
	raised bool    // a superscript or subscript, once it was found to be one
}

// maxGlyphs is how many glyphs a page may show: ten times those of a page in fine print.
const maxGlyphs = 1 << 17

// maxForms is how deep a form may stand in another; producers use one or two.
const maxForms = 8

// An interpreter follows the operators of a page that place text (PDF 32000-1:2008, 9.4), and those
// that say what can be seen of it, into the forms that the page shows too, where some producers
// keep all text.
type interpreter struct {
	objects  *objects
	layers   layers
	fonts    map[types.Object]*textFont // by reference: pages share fonts
	spaces   map[types.Object]colourSpace
	forms    int // how many surround the operator that is read
	hidden   int // how many marks around it are switched off
	path     path
	clipping bool // the path narrows what is shown once it is painted
	left     leftOuts
	where    string // the page that is read
	screen          // of the page that is read
}

// A screen is what a page shows so far.
type screen struct {
	base     matrix
	box      rect // that viewers show, turned by base
	minSize  float64
	glyphs   []glyph
	looks    []look
	shapes   []shape
	points   int // corners of shapes
	unseen   tally
	fontless bool // something is shown in a font that is missing
}

// A look is how glyphs are painted.
type look struct {
	colour    colour
	opacity   float64
	invisible bool
}

type textState struct {
	font                       *textFont
	size, scale, leading, rise float64
	charSpace, wordSpace       float64
	mode                       int
}

type graphicsState struct {
	textState
	ctm          matrix // from user space to the page
	clip         rect   // on the page
	fill, stroke ink
	lineWidth    float64
	group        float64 // opacity of the forms around
	blended      bool
}

func (in *interpreter) initial(ctm matrix) graphicsState {
	plain := ink{space: colourSpace{black, fromComponents}, colour: black, opacity: 1}
	return graphicsState{ctm: ctm, clip: in.box, fill: plain, stroke: plain, lineWidth: 1, group: 1, textState: textState{scale: 1}}
}

// A mark is around a part of the content: what it says in the place of its glyphs, and whether it
// is switched off.
type mark struct {
	off       bool
	replaces  bool
	actual    string
	firstText int // number of the first glyph in it
}

// maxOperands is more than any operator takes; maxSaved is how many states may be saved at a time.
const (
	maxOperands = 64
	maxSaved    = 512
)

// A program is content that is read: of a page, or of a form, with its resources.
type program struct {
	*interpreter
	lexer     lexer
	resources types.Dict
	gs        graphicsState
	saved     []graphicsState
	tm, line  matrix // of text, and of the line that it stands in
	operands  []token
	marks     []mark
	deep      int // marks beyond the most that are kept
	fonts     map[name]*textFont
}

// content reads the operators of a page, or of a form, with its resources.
func (in *interpreter) content(src []byte, resources types.Dict, gs graphicsState) error {
	b := in.objects.budget
	p := program{interpreter: in, lexer: lexer{src: src, budget: b}, resources: resources, gs: gs, fonts: map[name]*textFont{}}
	defer func() {
		p.deep = 0
		for len(p.marks) > 0 {
			p.endMark() // that the content leaves open
		}
		in.path, in.clipping = path{}, false
	}()
	for {
		t, ok := p.lexer.next()
		if !ok {
			return p.lexer.err
		}
		op, ok := t.(operator)
		if !ok {
			if len(p.operands) < maxOperands {
				p.operands = append(p.operands, t)
			}
			continue
		}
		if err := b.step(operatorCost); err != nil {
			return err
		}
		if err := p.do(op); err != nil {
			return err
		}
		p.operands = p.operands[:0]
	}
}

func (p *program) num(i int) float64 {
	if i < len(p.operands) {
		f, _ := p.operands[i].(float64)
		return f
	}
	return 0
}

func (p *program) nums() []float64 {
	var out []float64
	for _, o := range p.operands {
		if f, ok := o.(float64); ok {
			out = append(out, f)
		}
	}
	return out
}

func (p *program) name(i int) name {
	if i < len(p.operands) {
		n, _ := p.operands[i].(name)
		return n
	}
	return ""
}

func (p *program) string(i int) str {
	if i < len(p.operands) {
		s, _ := p.operands[i].(str)
		return s
	}
	return ""
}

func (p *program) matrix() matrix {
	return matrix{p.num(0), p.num(1), p.num(2), p.num(3), p.num(4), p.num(5)}
}

// do follows one operator.
func (p *program) do(op operator) error {
	gs := &p.gs
	switch op {
	case "q":
		if len(p.saved) < maxSaved {
			p.saved = append(p.saved, *gs)
		}
	case "Q":
		if n := len(p.saved); n > 0 {
			*gs, p.saved = p.saved[n-1], p.saved[:n-1]
		}
	case "cm":
		gs.ctm = p.matrix().then(gs.ctm)
	case "gs":
		p.parameters(gs, p.objects.dict(p.objects.dict(p.resources["ExtGState"])[string(p.name(0))]))
	case "w":
		gs.lineWidth = p.num(0)
	case "Do":
		return p.object(p.resources, p.name(0), gs)
	case "ID":
		p.seePicture(gs, true)
		p.lexer.skipInlineImage()
	case "BMC", "BDC":
		p.beginMark(op)
	case "EMC":
		p.endMark()
	default:
		if p.paintOperator(op) || p.colourOperator(op) {
			return nil
		}
		return p.textOperator(op)
	}
	return nil
}

// paintOperator follows the operators that build, paint and clip to paths.
func (p *program) paintOperator(op operator) bool {
	gs := &p.gs
	point := func(i int) point { return gs.ctm.at(p.num(i), p.num(i+1)) }
	switch op {
	case "m":
		p.path.move(point(0))
	case "l":
		p.path.line(point(0))
	case "c":
		p.path.line(point(0), point(2), point(4))
	case "v", "y":
		p.path.line(point(0), point(2))
	case "h":
	case "re":
		x, y, w, h := p.num(0), p.num(1), p.num(2), p.num(3)
		corners := rect{x, y, x + w, y + h}.corners(gs.ctm)
		p.path.move(corners[0])
		p.path.line(corners[1:]...)
	case "W", "W*":
		p.clipping = true
	case "f", "F", "f*":
		p.fill(gs)
		p.endPath()
	case "B", "B*", "b", "b*":
		p.fill(gs)
		p.stroke(gs)
		p.endPath()
	case "S", "s":
		p.stroke(gs)
		p.endPath()
	case "n":
		p.endPath()
	case "sh":
		if gs.clip.area() > 0 {
			p.paint(shape{bounds: gs.clip, opacity: gs.fill.opacity * gs.group})
		}
	default:
		return false
	}
	return true
}

func (p *program) endPath() {
	if p.clipping {
		p.clipTo(&p.gs)
	}
	p.path, p.clipping = path{}, false
}

// colourOperator follows the operators that set colours.
func (p *program) colourOperator(op operator) bool {
	gs := &p.gs
	switch op {
	case "g", "rg", "k":
		gs.fill.components(p.nums()...)
	case "G", "RG", "K":
		gs.stroke.components(p.nums()...)
	case "cs":
		p.setSpace(&gs.fill, p.resources, p.name(0))
	case "CS":
		p.setSpace(&gs.stroke, p.resources, p.name(0))
	case "sc", "scn":
		gs.fill.colour = gs.fill.space.colour(p.nums())
	case "SC", "SCN":
		gs.stroke.colour = gs.stroke.space.colour(p.nums())
	default:
		return false
	}
	return true
}

// textOperator follows the operators that place and show text.
func (p *program) textOperator(op operator) error {
	gs := &p.gs
	newline := func(x, y float64) {
		p.line = translation(x, y).then(p.line)
		p.tm = p.line
	}
	switch op {
	case "BT":
		p.tm, p.line = identity, identity
	case "Tf":
		gs.size = p.num(1)
		if len(p.operands) > 0 {
			gs.font = p.font(p.name(0))
		}
	case "Tc":
		gs.charSpace = p.num(0)
	case "Tw":
		gs.wordSpace = p.num(0)
	case "Tz":
		gs.scale = p.num(0) / 100
	case "TL":
		gs.leading = p.num(0)
	case "Ts":
		gs.rise = p.num(0)
	case "Tr":
		gs.mode = int(p.num(0))
	case "Td":
		newline(p.num(0), p.num(1))
	case "TD":
		gs.leading = -p.num(1)
		newline(p.num(0), p.num(1))
	case "Tm":
		p.tm = p.matrix()
		p.line = p.tm
	case "T*":
		newline(0, -gs.leading)
	case "Tj":
		return p.show(p.string(0))
	case "'":
		newline(0, -gs.leading)
		return p.show(p.string(0))
	case `"`:
		gs.wordSpace, gs.charSpace = p.num(0), p.num(1)
		newline(0, -gs.leading)
		return p.show(p.string(2))
	case "TJ":
		var parts array
		if len(p.operands) > 0 {
			parts, _ = p.operands[0].(array)
		}
		for _, part := range parts {
			switch part := part.(type) {
			case float64:
				p.tm = translation(-part/1000*gs.size*gs.scale, 0).then(p.tm)
			case str:
				if err := p.show(part); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// object reads a form, and notes a picture.
func (in *interpreter) object(resources types.Dict, object name, gs *graphicsState) error {
	o := in.objects
	ref := o.dict(resources["XObject"])[string(object)]
	d := o.dict(ref)
	if d["OC"] != nil && in.layers.hidden(d["OC"]) {
		in.hidden++
		defer func() { in.hidden-- }()
	}
	switch o.name(d["Subtype"]) {
	case "Image":
		mask, _ := o.get(d["ImageMask"]).(types.Boolean)
		in.seePicture(gs, bool(mask) || d["SMask"] != nil || d["Mask"] != nil)
	case "Form":
		if own := o.dict(d["Resources"]); own != nil {
			resources = own
		}
		inner := *gs
		inner.ctm = o.matrix(d["Matrix"]).then(gs.ctm)
		if d["Group"] != nil { // it is painted as one, with the opacity of the whole
			inner.group *= inner.fill.opacity
			inner.fill.opacity, inner.stroke.opacity = 1, 1
		}
		return in.form(ref, d, resources, inner)
	}
	return nil
}

// form reads the content of a form, of which nothing is shown outside its box.
func (in *interpreter) form(ref types.Object, d, resources types.Dict, gs graphicsState) error {
	o := in.objects
	if in.forms >= maxForms {
		return nil
	}
	if err := o.budget.step(formCost); err != nil {
		return err
	}
	src, err := o.form(ref)
	if err != nil {
		return err
	}
	if box, ok := o.box(d["BBox"]); ok {
		gs.clip = gs.clip.intersect(bounds(box.corners(gs.ctm)))
	}
	outer, clipping := in.path, in.clipping
	in.path, in.clipping = path{}, false
	in.forms++
	defer func() {
		in.forms--
		in.path, in.clipping = outer, clipping
	}()
	return in.content(src, resources, gs)
}

// font returns a font of the resources, nil for one that is missing from the file. One that the
// resources don't name is any font, as it is to viewers.
func (p *program) font(font name) *textFont {
	f, known := p.fonts[font]
	if !known {
		f = p.fontOf(p.objects.dict(p.resources["Font"])[string(font)])
		p.fonts[font] = f
	}
	return f
}

func (in *interpreter) fontOf(ref types.Object) *textFont {
	key, shared := ref.(types.IndirectRef)
	if f := in.fonts[key]; shared && f != nil {
		return f
	}
	d := in.objects.dict(ref)
	if d == nil && ref != nil {
		return nil
	}
	f := in.objects.font(d)
	if shared {
		in.fonts[key] = f
	}
	return f
}

// softHyphen stands where a word may be broken. Where a font shows a glyph for it, people see a
// hyphen.
const softHyphen = "\u00ad"

// show places the glyphs of a string.
func (p *program) show(s str) error {
	gs := &p.gs
	if gs.font == nil {
		p.fontless = p.fontless || len(s) > 0
		return nil
	}
	number := p.lookOf(gs)
	return gs.font.codes(s, func(text string, width float64, space bool) error {
		if err := p.objects.budget.show(text); err != nil {
			return err
		}
		if len(p.glyphs) > maxGlyphs {
			return ErrWork
		}
		m := matrix{gs.size * gs.scale, 0, 0, gs.size, 0, gs.rise}.then(p.tm).then(gs.ctm)
		if text == softHyphen && width > 0 {
			text = "-"
		}
		g := glyph{text: text, width: width * math.Hypot(m[0], m[1]), size: math.Hypot(m[2], m[3]), turns: m.quarterTurns(),
			centre: m.at(width/2, 0.3), look: number, below: int32(len(p.shapes)), order: int32(len(p.glyphs))}
		switch {
		case !finite(m):
		case p.hidden > 0 || g.size < p.minSize || math.Hypot(m[0], m[1]) < p.minSize || !gs.clip.holds(g.centre.x, g.centre.y):
			p.unseen.add(text)
		default:
			g.x, g.y = turnBack(m[4], m[5], g.turns)
			p.glyphs = append(p.glyphs, g)
		}
		advance := width*gs.size + gs.charSpace
		if space {
			advance += gs.wordSpace
		}
		p.tm = translation(advance*gs.scale, 0).then(p.tm)
		return nil
	})
}

// lookOf returns the number of the look of text.
func (in *interpreter) lookOf(gs *graphicsState) int32 {
	k := gs.fill
	if gs.mode == 1 || gs.mode == 5 {
		k = gs.stroke
	}
	l := look{colour: k.colour, opacity: k.opacity * gs.group, invisible: gs.mode == 3}
	if n := len(in.looks); n == 0 || in.looks[n-1] != l {
		in.looks = append(in.looks, l)
	}
	return int32(len(in.looks) - 1)
}

func finite(m matrix) bool {
	for _, v := range m {
		if math.IsNaN(v) || math.Abs(v) > 1e6 {
			return false
		}
	}
	return true
}
