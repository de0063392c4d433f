package pdftext

import (
	"math"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// A colour is red, green and blue, each from 0 to 1. The zero value is not known: a pattern, a
// picture, or a conversion that the file describes by a program.
type colour struct {
	r, g, b float64
	known   bool
}

var (
	black = colour{known: true}
	white = colour{1, 1, 1, true}
)

func grey(v float64) colour { return colour{unit(v), unit(v), unit(v), true} }

// fromComponents returns the colour of one, three or four components: grey, RGB, CMYK.
func fromComponents(c []float64) colour {
	switch len(c) {
	case 1:
		return grey(c[0])
	case 3:
		return colour{unit(c[0]), unit(c[1]), unit(c[2]), true}
	case 4:
		k := 1 - unit(c[3])
		return colour{(1 - unit(c[0])) * k, (1 - unit(c[1])) * k, (1 - unit(c[2])) * k, true}
	}
	return colour{}
}

func unit(v float64) float64 {
	if !(v > 0) {
		return 0
	}
	return min(v, 1)
}

// over returns the colour of c with an opacity, on a ground.
func (c colour) over(ground colour, opacity float64) colour {
	if opacity >= 1 || !c.known {
		return c
	}
	if !ground.known && opacity > 0 {
		return colour{}
	}
	mix := func(a, b float64) float64 { return a*opacity + b*(1-opacity) }
	return colour{mix(c.r, ground.r), mix(c.g, ground.g), mix(c.b, ground.b), ground.known}
}

// What eyes do not tell apart: a ratio of luminances (WCAG 2.1; black on white has 21, the faintest
// grey that templates print on white 1.3), and a distance of each component.
const (
	sameContrast  = 1.15
	sameComponent = 0.15
)

// like reports whether a text in the colour c cannot be seen on the ground d. What is not known can
// be seen.
func (c colour) like(d colour) bool {
	if !c.known || !d.known || math.Abs(c.r-d.r) > sameComponent || math.Abs(c.g-d.g) > sameComponent || math.Abs(c.b-d.b) > sameComponent {
		return false
	}
	a, b := c.luminance(), d.luminance()
	return (max(a, b)+0.05)/(min(a, b)+0.05) < sameContrast
}

func (c colour) luminance() float64 {
	linear := func(v float64) float64 {
		if v <= 0.04045 {
			return v / 12.92
		}
		return math.Pow((v+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.r) + 0.7152*linear(c.g) + 0.0722*linear(c.b)
}

// A colourSpace turns the operands of a colour into one.
type colourSpace struct {
	first  colour // before an operand says another
	colour func(operands []float64) colour
}

// maxSpaces is how deep the spaces of colours may be built on one another.
const maxSpaces = 4

// colourSpace reads a space of colours (PDF 32000-1:2008, 8.6).
func (o *objects) colourSpace(v types.Object, depth int) colourSpace {
	plain := colourSpace{black, fromComponents}
	unknown := colourSpace{colour: func([]float64) colour { return colour{} }}
	if depth > maxSpaces {
		return unknown
	}
	v = o.get(v)
	if n, ok := v.(types.Name); ok {
		switch n {
		case "DeviceGray", "DeviceRGB", "DeviceCMYK", "CalGray", "CalRGB", "G", "RGB", "CMYK":
			return plain
		}
		return unknown
	}
	a, _ := v.(types.Array)
	if len(a) == 0 {
		return unknown
	}
	switch kind := o.name(a[0]); {
	case kind == "ICCBased" || kind == "CalGray" || kind == "CalRGB":
		return plain
	case kind == "Lab" && len(a) > 1:
		return colourSpace{black, func(c []float64) colour {
			if len(c) == 3 && math.Abs(c[1])+math.Abs(c[2]) < 10 { // grey, near enough
				y := c[0] / 100
				return grey(y)
			}
			return colour{}
		}}
	case kind == "Indexed" && len(a) > 3:
		return o.indexed(a, depth)
	case (kind == "Separation" || kind == "DeviceN") && len(a) > 3:
		return o.inks(a, depth)
	case kind == "DeviceGray" || kind == "DeviceRGB" || kind == "DeviceCMYK":
		return plain
	}
	return unknown
}

// indexed reads a space whose colours are numbered.
func (o *objects) indexed(a types.Array, depth int) colourSpace {
	base := o.colourSpace(a[1], depth+1)
	table, _ := o.stream(a[3])
	if table == nil {
		switch s := o.get(a[3]).(type) {
		case types.HexLiteral:
			table, _ = s.Bytes()
		case types.StringLiteral:
			table, _ = types.Unescape(s.Value())
		}
	}
	last, _ := o.number(a[2])
	n := 3
	if last >= 0 && len(table) > 0 {
		n = len(table) / (int(last) + 1)
	}
	at := func(c []float64) colour {
		if len(c) != 1 || n < 1 || n > 4 || !(c[0] >= 0) || (int(c[0])+1)*n > len(table) {
			return colour{}
		}
		components := make([]float64, n)
		for i := range components {
			components[i] = float64(table[int(c[0])*n+i]) / 255
		}
		return base.colour(components)
	}
	return colourSpace{at([]float64{0}), at}
}

// inks reads a space of named inks, which a function turns into another space. Of the kinds of
// functions, the one for a single ink is read: the others are of pictures, as a rule.
func (o *objects) inks(a types.Array, depth int) colourSpace {
	base := o.colourSpace(a[2], depth+1)
	f := o.dict(a[3])
	kind, _ := o.number(f["FunctionType"])
	c0, c1 := o.floats(f["C0"]), o.floats(f["C1"])
	name := o.name(a[1])
	at := func(c []float64) colour {
		switch {
		case len(c) == 1 && kind == 2 && len(c0) == len(c1) && len(c0) > 0:
			mixed := make([]float64, len(c0))
			for i := range mixed {
				mixed[i] = c0[i] + c[0]*(c1[i]-c0[i])
			}
			return base.colour(mixed)
		case len(c) == 1 && (name == "Black" || name == "All"):
			return grey(1 - c[0])
		}
		for _, v := range c {
			if v != 0 {
				return colour{}
			}
		}
		return white // no ink at all
	}
	return colourSpace{at([]float64{1}), at}
}

// floats returns an array of a few numbers.
func (o *objects) floats(v types.Object) []float64 {
	a := o.array(v)
	if len(a) > 4 {
		return nil
	}
	return o.numbers(v, len(a))
}
