package pdftext

import (
	"context"
	"math"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// A glyph is a character, or a few of a ligature, where it is shown.
type glyph struct {
	text  string
	x, y  float64 // where its baseline begins, in points, y upwards
	width float64 // in points
	size  float64 // of the font, in points
	turns int     // in quarters counter-clockwise, of the direction of writing; x and y are turned back by as much
}

// maxGlyphs is how many glyphs a page may show: thirty times those of a page in fine print.
const maxGlyphs = 1 << 18

// maxForms is how deep a form may stand in another; producers use one or two.
const maxForms = 8

// An interpreter follows the operators of a page that place text (PDF 32000-1:2008, 9.4), into the forms that the page shows too, where
// some producers keep all text.
type interpreter struct {
	ctx      context.Context
	objects  objects
	fonts    map[types.Object]*textFont // by reference: pages share fonts
	budget   *int64                     // bytes of content that are still read in this file
	base     matrix                     // of the page that is read
	glyphs   []glyph
	fontless bool    // something is shown in a font that is missing
	picture  float64 // the area of the largest picture, in square points
	forms    int     // how many surround the operator that is read
}

type textState struct {
	font                       *textFont
	size, scale, leading, rise float64
	charSpace, wordSpace       float64
}

type graphicsState struct {
	textState
	ctm matrix // from user space to the page
}

// content reads the operators of a page, or of a form, with its resources.
func (in *interpreter) content(src []byte, resources types.Dict, ctm matrix) error {
	if *in.budget -= int64(len(src)); *in.budget < 0 {
		return ErrExpansion
	}
	var (
		l        = lexer{src: src}
		gs       = graphicsState{ctm: ctm, textState: textState{scale: 1}}
		saved    []graphicsState
		tm, line matrix // of text, and of the line that it stands in
		operands []token
	)
	num := func(i int) float64 {
		if i < len(operands) {
			f, _ := operands[i].(float64)
			return f
		}
		return 0
	}
	show := func(t token) {
		if s, ok := t.(str); ok {
			tm = in.show(s, &gs, tm)
		}
	}
	newline := func(x, y float64) {
		line = translation(x, y).then(line)
		tm = line
	}
	for n := 0; ; n++ {
		if n%1024 == 0 && in.ctx.Err() != nil {
			return in.ctx.Err()
		}
		if len(in.glyphs) > maxGlyphs {
			return ErrExpansion
		}
		t, ok := l.next()
		if !ok {
			return nil
		}
		op, ok := t.(operator)
		if !ok {
			if len(operands) < 64 { // more than any operator takes
				operands = append(operands, t)
			}
			continue
		}
		switch op {
		case "q":
			if len(saved) < 1024 {
				saved = append(saved, gs)
			}
		case "Q":
			if len(saved) > 0 {
				gs, saved = saved[len(saved)-1], saved[:len(saved)-1]
			}
		case "cm":
			gs.ctm = matrix{num(0), num(1), num(2), num(3), num(4), num(5)}.then(gs.ctm)
		case "BT":
			tm, line = identity, identity
		case "Tf":
			gs.size = num(1)
			if len(operands) > 0 {
				font, _ := operands[0].(name)
				gs.font = in.font(resources, font)
			}
		case "Tc":
			gs.charSpace = num(0)
		case "Tw":
			gs.wordSpace = num(0)
		case "Tz":
			gs.scale = num(0) / 100
		case "TL":
			gs.leading = num(0)
		case "Ts":
			gs.rise = num(0)
		case "Td":
			newline(num(0), num(1))
		case "TD":
			gs.leading = -num(1)
			newline(num(0), num(1))
		case "Tm":
			tm = matrix{num(0), num(1), num(2), num(3), num(4), num(5)}
			line = tm
		case "T*":
			newline(0, -gs.leading)
		case "Tj":
			if len(operands) > 0 {
				show(operands[0])
			}
		case "'":
			newline(0, -gs.leading)
			if len(operands) > 0 {
				show(operands[0])
			}
		case `"`:
			gs.wordSpace, gs.charSpace = num(0), num(1)
			newline(0, -gs.leading)
			if len(operands) > 2 {
				show(operands[2])
			}
		case "TJ":
			if len(operands) > 0 {
				parts, _ := operands[0].(array)
				for _, part := range parts {
					if back, ok := part.(float64); ok {
						tm = translation(-back/1000*gs.size*gs.scale, 0).then(tm)
					}
					show(part)
				}
			}
		case "Do":
			if len(operands) > 0 {
				object, _ := operands[0].(name)
				if err := in.object(resources, object, gs.ctm); err != nil {
					return err
				}
			}
		case "ID":
			in.seePicture(gs.ctm)
			l.skipInlineImage()
		}
		operands = operands[:0]
	}
}

// object reads a form, and notes a picture.
func (in *interpreter) object(resources types.Dict, object name, ctm matrix) error {
	o := in.objects
	ref := o.dict(resources["XObject"])[string(object)]
	d := o.dict(ref)
	switch o.name(d["Subtype"]) {
	case "Image":
		in.seePicture(ctm)
	case "Form":
		if in.forms >= maxForms {
			return nil
		}
		src, err := o.stream(ref)
		if err != nil {
			return err
		}
		if own := o.dict(d["Resources"]); own != nil {
			resources = own
		}
		in.forms++
		defer func() { in.forms-- }()
		return in.content(src, resources, o.matrix(d["Matrix"]).then(ctm))
	}
	return nil
}

// seePicture notes a picture, which the transformation m stretches from a unit square.
func (in *interpreter) seePicture(m matrix) {
	in.picture = max(in.picture, math.Abs(m[0]*m[3]-m[1]*m[2]))
}

// font returns a font of the resources, nil for one that is missing from the file. One that the resources don't name is any font, as it
// is to viewers.
func (in *interpreter) font(resources types.Dict, font name) *textFont {
	ref := in.objects.dict(resources["Font"])[string(font)]
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

// show places the glyphs of a string and returns the text matrix after them.
func (in *interpreter) show(s str, gs *graphicsState, tm matrix) matrix {
	if gs.font == nil {
		in.fontless = in.fontless || len(s) > 0
		return tm
	}
	gs.font.codes(s, func(text string, width float64, space bool) {
		m := matrix{gs.size * gs.scale, 0, 0, gs.size, 0, gs.rise}.then(tm).then(gs.ctm)
		size := math.Hypot(m[2], m[3])
		if finite(m) && size > 0 && len(in.glyphs) <= maxGlyphs {
			g := glyph{text: text, width: width * math.Hypot(m[0], m[1]), size: size, turns: m.quarterTurns()}
			g.x, g.y = turnBack(m[4], m[5], g.turns)
			in.glyphs = append(in.glyphs, g)
		}
		advance := width*gs.size + gs.charSpace
		if space {
			advance += gs.wordSpace
		}
		tm = translation(advance*gs.scale, 0).then(tm)
	})
	return tm
}

func finite(m matrix) bool {
	for _, v := range m {
		if math.IsNaN(v) || math.Abs(v) > 1e6 {
			return false
		}
	}
	return true
}
