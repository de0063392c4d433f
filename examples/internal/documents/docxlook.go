package documents

import (
	"path"
	"strconv"
	"strings"
)

// A ground is the colour that text stands on, as far as it is known.
type ground struct {
	colour colour
	known  bool
}

// shaded is the ground under a fill: a colour in hexadecimal, "auto" or "" for none, anything else
// for one that is not known.
func (g ground) shaded(fill string) ground {
	switch fill {
	case "", "auto", "none":
		return g
	}
	c, ok := hexColour(strings.TrimPrefix(fill, "#"))
	return ground{c, ok}
}

// A wordStyle is what a style says.
type wordStyle struct {
	basedOn   string
	paragraph paragraphLook
	run       runLook
	shaded    bool // a style of tables that shades cells
}

// A runLook is what a run or its style says of how text looks; what is not said is zero.
type runLook struct {
	vanish, seen bool   // hidden, or expressly not
	colour       string // in hexadecimal, or "auto"
	shade        string // a fill; see [ground.shaded]
	marked       bool   // shade is that of a text marker
	size         int    // in half points
	flat         bool   // of hardly any width, or without a fill
	shown        bool   // expressly neither
}

// over is the look of what says more than a style beneath.
func (l runLook) over(beneath runLook) runLook {
	if !l.vanish && !l.seen {
		l.vanish = beneath.vanish
	}
	if l.colour == "" {
		l.colour = beneath.colour
	}
	if l.shade == "" {
		l.shade = beneath.shade
	}
	if l.size == 0 {
		l.size = beneath.size
	}
	if !l.flat && !l.shown {
		l.flat = beneath.flat
	}
	return l
}

const (
	// tinyHalfPoints is a size, 3 points, at which nobody reads.
	tinyHalfPoints = 6
	// flatTwips is a height, 2 points, in which no text is seen.
	flatTwips = 40
	// farTwips is how far off, 14 inches, text lies beyond the page.
	farTwips = 20000
	// farEMU is the same for drawings, and thinEMU, 1 point, the extent of one that nobody sees.
	farEMU, thinEMU = 12_800_000, 12_700
	// squeezed is by how much, 7 points in twips or 70 in half points, letters may be moved.
	squeezed = 140
	// largeEMU is the extent, a centimetre, from which a shape may lie behind text.
	largeEMU = 360_000
)

// on is whether a property that is on by being there is on.
func on(x *element) bool {
	switch x.attribute("val") {
	case "0", "false", "off":
		return false
	}
	return true
}

// number reads a number in decimal; what is none is the other.
func number(s string, other int) int {
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return other
	}
	return int(max(-1e9, min(f, 1e9)))
}

// fillOf is the fill of a shading.
func fillOf(shd *element) string {
	fill := shd.attribute("fill")
	if pattern := shd.attribute("val"); pattern == "solid" { // which covers the fill
		if fill = shd.attribute("color"); fill == "auto" || fill == "" {
			fill = "000000"
		}
	} else if strings.HasPrefix(pattern, "pct") && number(pattern[3:], 0) > 25 {
		return "a pattern"
	}
	if shd.attribute("themeFill") != "" && fill == "" {
		return "a theme"
	}
	return fill
}

// highlights are the colours of the text marker.
var highlights = map[string]string{
	"black": "000000", "blue": "0000FF", "cyan": "00FFFF", "green": "00FF00", "magenta": "FF00FF", "red": "FF0000", "yellow": "FFFF00",
	"white": "FFFFFF", "darkBlue": "00008B", "darkCyan": "008B8B", "darkGreen": "006400", "darkMagenta": "800080", "darkRed": "8B0000",
	"darkYellow": "808000", "darkGray": "A9A9A9", "lightGray": "D3D3D3",
}

// read takes the properties of a run.
func (l *runLook) read(x *element) error { return x.each(l.property, nil) }

// property takes one of them.
func (l *runLook) property(p *element) error {
	switch p.Name.Local {
	case "vanish":
		l.vanish, l.seen = on(p), !on(p)
	case "color":
		l.colour = p.attribute("val")
		switch theme := p.attribute("themeColor"); {
		case theme == "background1" && l.colour == "":
			l.colour = "FFFFFF"
		case theme != "" && l.colour == "":
			l.colour = "auto"
		}
	case "shd":
		if !l.marked {
			l.shade = fillOf(p)
		}
	case "highlight":
		if c := highlights[p.attribute("val")]; c != "" {
			l.shade, l.marked = c, true
		}
	case "sz":
		l.size = max(number(p.attribute("val"), 24), 1)
	case "position", "spacing": // so far up, down or back that letters are out of sight, or on top of one another
		if n := number(p.attribute("val"), 0); n <= -squeezed || n >= 10*squeezed {
			l.flat = true
		}
	case "w":
		l.flat = number(p.attribute("val"), 100) <= 5
		l.shown = !l.flat
	case "textFill":
		return p.each(func(fill *element) error {
			switch fill.Name.Local {
			case "noFill":
				l.flat = true
			case "solidFill":
				return descendants(fill, func(x *element) {
					if alpha := x.attribute("val"); x.Name.Local == "alpha" && number(alpha, 0) >= 95_000 { // how transparent
						l.flat = true
					}
					if x.Name.Local == "srgbClr" {
						l.colour = x.attribute("val")
					}
				})
			}
			return nil
		}, nil)
	}
	return nil
}

// descendants calls see for each element within x.
func descendants(x *element, see func(*element)) error {
	return x.each(func(c *element) error {
		see(c)
		return descendants(c, see)
	}, nil)
}

// read takes the properties of a paragraph.
func (p *paragraphLook) read(x *element) error {
	return x.each(func(v *element) error {
		switch v.Name.Local {
		case "pStyle":
			p.style = v.attribute("val")
		case "numPr":
			return v.each(func(v *element) error {
				switch v.Name.Local {
				case "numId":
					p.list = v.attribute("val")
				case "ilvl":
					p.level = v.attribute("val")
				}
				return nil
			}, nil)
		case "shd":
			p.shade = fillOf(v)
		case "spacing":
			if v.attribute("lineRule") == "exact" && number(v.attribute("line"), 240) <= flatTwips {
				p.offPage = true
			}
		case "ind":
			for _, side := range []string{"left", "start"} {
				if n := number(v.attribute(side), 0); n <= -farTwips/2 || n >= farTwips {
					p.offPage = true
				}
			}
		case "framePr":
			for _, side := range []string{"x", "y"} {
				if n := number(v.attribute(side), 0); n <= -farTwips/2 || n >= farTwips {
					p.offPage = true
				}
			}
		}
		return nil
	}, nil)
}

func (d *docx) readStyles(x *element) error {
	return x.each(func(x *element) error {
		switch x.Name.Local {
		case "docDefaults":
			return x.each(func(x *element) error {
				if x.Name.Local != "rPrDefault" {
					return nil
				}
				return x.each(func(x *element) error { return d.base.read(x) }, nil)
			}, nil)
		case "style":
			s := &wordStyle{}
			d.styles[x.attribute("styleId")] = s
			return x.each(func(p *element) error {
				switch p.Name.Local {
				case "basedOn":
					s.basedOn = p.attribute("val")
				case "pPr":
					return s.paragraph.read(p)
				case "rPr":
					return s.run.read(p)
				case "tblStylePr", "tcPr", "tblPr":
					return descendants(p, func(x *element) {
						if fill := fillOf(x); x.Name.Local == "shd" && fill != "" && fill != "auto" {
							s.shaded = true
						}
					})
				}
				return nil
			}, nil)
		}
		return nil
	}, nil)
}

// maxStyles is how many styles may be based on one another; Word itself takes eleven.
const maxStyles = 20

// styled walks a style and those that it is based on, until see reports that it has seen enough.
func (d *docx) styled(name string, see func(*wordStyle) bool) {
	for range maxStyles { // they may be based on each other in a circle
		s := d.styles[name]
		if s == nil || see(s) {
			return
		}
		name = s.basedOn
	}
}

func (d *docx) paragraphShade(p paragraphLook) string {
	shade := p.shade
	d.styled(p.style, func(s *wordStyle) bool {
		if shade == "" {
			shade = s.paragraph.shade
		}
		return shade != ""
	})
	return shade
}

func (d *docx) styleOffPage(style string) bool {
	off := false
	d.styled(style, func(s *wordStyle) bool {
		off = s.paragraph.offPage
		return off
	})
	return off
}

// tableGround takes the ground of a table from its properties. What a style shades depends on the
// place of a cell: it is not known.
func (d *docx) tableGround(x *element) error {
	return x.each(func(p *element) error {
		switch p.Name.Local {
		case "shd":
			d.ground = d.ground.shaded(fillOf(p))
		case "tblStyle":
			d.styled(p.attribute("val"), func(s *wordStyle) bool {
				if s.shaded {
					d.ground.known = false
				}
				return s.shaded
			})
		}
		return nil
	}, nil)
}

// run reads a stretch of one formatting.
func (d *docx) run(x *element, f *flow, style string) error {
	hide, faint := d.hide, d.faint
	defer func() { d.hide, d.faint = hide, faint }()
	own, looked := runLook{}, false
	look := func() {
		if looked = true; d.vanishes(own, style) {
			d.hide++
		}
	}
	return x.each(func(x *element) error {
		if x.Name.Local == "rPr" {
			character := ""
			err := x.each(func(p *element) error {
				if p.Name.Local == "rStyle" {
					character = p.attribute("val")
				}
				return own.property(p)
			}, nil)
			d.styled(character, func(s *wordStyle) bool {
				own = own.over(s.run)
				return false
			})
			return err
		}
		if !looked {
			look()
		}
		return d.inline(x, f, style)
	}, nil)
}

// vanishes reports whether a run is hidden with all that is in it, and sets faint where its text
// alone is.
func (d *docx) vanishes(l runLook, style string) bool {
	d.styled(style, func(s *wordStyle) bool {
		l = l.over(s.run)
		return false
	})
	l = l.over(d.base)
	text, coloured := hexColour(l.colour)
	g := d.ground.shaded(l.shade)
	switch {
	case l.vanish:
		return true
	case l.size > 0 && l.size <= tinyHalfPoints, l.flat:
		d.faint = true
	case coloured && g.known && unseen(text, g.colour):
		d.faint = true
		d.byColour = true
	default:
		d.faint = false
	}
	return false
}

// pageGround takes the colour of the pages, where the document says that it is shown.
func (d *docx) pageGround() error {
	shown := false
	err := d.side(path.Join(d.folder, "settings.xml"), func(x *element) error {
		return x.each(func(x *element) error {
			if x.Name.Local == "displayBackgroundShape" {
				shown = on(x)
			}
			return nil
		}, nil)
	})
	d.page.known = !shown // which it is, a picture or a colour, the document says after its heads
	return err
}

// drawing reads a drawing, unless that lies off the page or has no extent.
func (d *docx) drawing(x *element, f *flow, style string) error {
	hide := d.hide
	defer func() { d.hide = hide }()
	off, large := x.attribute("hidden") == "1", false
	behind, anchored := x.attribute("behindDoc") == "1", x.Name.Local == "anchor"
	return x.each(func(x *element) error {
		switch x.Name.Local {
		case "positionH", "positionV":
			return x.each(func(o *element) error {
				return o.each(func(*element) error { return nil }, func(s string) {
					if n := number(strings.TrimSpace(s), 0); o.Name.Local == "posOffset" && (n <= -farEMU/2 || n >= farEMU) {
						off = true
					}
				})
			}, nil)
		case "extent":
			cx, cy := number(x.attribute("cx"), largeEMU), number(x.attribute("cy"), largeEMU)
			off = off || cx <= thinEMU || cy <= thinEMU
			large = cx >= largeEMU && cy >= largeEMU
		case "docPr":
			off = off || x.attribute("hidden") == "1"
		case "graphic":
			if off {
				d.hide++
			}
			if anchored && large {
				d.floating = true
				d.behind = d.behind || behind
			}
			return d.inline(x, f, style)
		}
		return nil
	}, nil)
}

// shape reads the text in a shape, on the ground that the shape has.
func (d *docx) shape(x *element, f *flow, style string) error {
	outer, hide := d.ground, d.hide
	defer func() { d.ground, d.hide = outer, hide }()
	d.ground = d.page
	d.ground.known = d.page.known && !d.anyBoxGround
	if fill := x.attribute("fillcolor"); fill != "" && x.attribute("filled") != "f" { // VML
		d.ground = d.ground.shaded(strings.TrimPrefix(strings.ToLower(firstWord(fill)), "#"))
	}
	unseen, err := d.unseenShape(x.attribute("style"))
	if err != nil {
		return err
	}
	if unseen {
		d.hide++
	}
	return x.each(func(x *element) error {
		switch x.Name.Local {
		case "spPr":
			return d.shapeFill(x)
		case "style":
			return x.each(func(x *element) error {
				if x.Name.Local == "fillRef" && number(x.attribute("idx"), 0) > 0 && d.ground == d.page {
					d.ground.known = false // a colour of the theme
				}
				return nil
			}, nil)
		}
		return d.inline(x, f, style)
	}, nil)
}

// unseenShape reports whether the style of a shape in VML hides it.
func (d *docx) unseenShape(style string) (bool, error) {
	declarations, err := inlineStyle(d.budget, style)
	unseen := false
	for _, p := range declarations {
		switch p.property {
		case "visibility":
			unseen = unseen || p.value == "hidden"
		case "width", "height":
			n, ok := pixels(p.value, 16)
			unseen = unseen || ok && n < thinPixels
		case "left", "top", "margin-left", "margin-top":
			n, ok := pixels(p.value, 16)
			unseen = unseen || ok && n <= 2*offPixels
		}
	}
	return unseen, err
}

func firstWord(s string) string {
	first, _, _ := strings.Cut(strings.TrimSpace(s), " ")
	return first
}

func (d *docx) shapeFill(x *element) error {
	return x.each(func(x *element) error {
		switch x.Name.Local {
		case "solidFill":
			d.ground.known = false
			return x.each(func(c *element) error {
				if c.Name.Local == "srgbClr" {
					d.ground = d.ground.shaded(c.attribute("val"))
				}
				return nil
			}, nil)
		case "gradFill", "blipFill", "pattFill", "grpFill":
			d.ground.known = false
		}
		return nil
	}, nil)
}
