package documents

import (
	"math"
	"strconv"
	"strings"
)

// A colour is red, green, blue and opacity, each in [0, 1].
type colour struct{ r, g, b, a float64 }

var (
	white = colour{1, 1, 1, 1}
	black = colour{0, 0, 0, 1}
)

// over is how the colour looks on a ground that is opaque.
func (c colour) over(ground colour) colour {
	mix := func(top, below float64) float64 { return top*c.a + below*(1-c.a) }
	return colour{mix(c.r, ground.r), mix(c.g, ground.g), mix(c.b, ground.b), 1}
}

const (
	// faintContrast is the contrast by the formula of WCAG 2.2, from 1 to 21, below which people hardly see a text: #eee on white has 1.16.
	faintContrast = 1.2
	// faintDifference is how much the channels of such a text and its ground may differ at most: yellow on white has a contrast of 1.07,
	// and is seen all the same.
	faintDifference = 0.16
)

// unseen reports whether text of a colour can't be told from its ground.
func unseen(text, ground colour) bool {
	if text.a < 0.05 {
		return true
	}
	text = text.over(ground)
	far := max(math.Abs(text.r-ground.r), math.Abs(text.g-ground.g), math.Abs(text.b-ground.b))
	light, dark := luminance(text), luminance(ground)
	if light < dark {
		light, dark = dark, light
	}
	return far <= faintDifference && (light+0.05)/(dark+0.05) < faintContrast
}

// luminance is the relative luminance of WCAG 2.2, in [0, 1].
func luminance(c colour) float64 {
	linear := func(v float64) float64 {
		if v <= 0.04045 {
			return v / 12.92
		}
		return math.Pow((v+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.r) + 0.7152*linear(c.g) + 0.0722*linear(c.b)
}

// hexColour reads RRGGBB, RGB and, with opacity, RRGGBBAA and RGBA.
func hexColour(s string) (colour, bool) {
	if len(s) == 3 || len(s) == 4 {
		var long strings.Builder
		for i := range len(s) {
			long.WriteString(s[i:i+1] + s[i:i+1])
		}
		s = long.String()
	}
	if len(s) == 6 {
		s += "ff"
	}
	v, err := strconv.ParseUint(s, 16, 32)
	if err != nil || len(s) != 8 {
		return colour{}, false
	}
	part := func(shift int) float64 { return float64(v>>shift&0xff) / 255 }
	return colour{part(24), part(16), part(8), part(0)}, true
}
