package documents

import "strings"

// An odtStyle is what a style says of how text looks; "" is for what it does not say.
type odtStyle struct {
	parent, colour, ground, size, display, auto string
}

// style takes a style of text, paragraphs, cells or boxes. Those of other families have other names, or say nothing that matters here.
func (d *odt) style(x *element) error {
	s := &odtStyle{parent: x.attribute("parent-style-name")}
	if x.Name.Local == "style" { // the others are what programs start with, and seldom hide anything
		d.styles[x.attribute("name")] = s
	}
	return x.each(func(p *element) error {
		switch p.Name.Local {
		case "text-properties":
			s.colour, s.size, s.display = p.attribute("color"), p.attribute("font-size"), p.attribute("display")
			s.auto = p.attribute("use-window-font-color")
		case "list-style":
			return d.listStyle(p)
		}
		if ground, ok := p.given("background-color"); ok {
			s.ground = ground
		}
		return nil
	}, nil)
}

// An odtLook is how the text that is read looks.
type odtLook struct {
	hidden bool
	colour colour
	ground ground
	tiny   bool
}

// styled is the look under a style.
func (l odtLook) styled(d *odt, name string) odtLook {
	s := d.styles[name]
	if s == nil {
		return l
	}
	var said odtStyle
	for range maxStyles { // they may have each other as parents
		if said.colour == "" {
			said.colour = s.colour
		}
		if said.ground == "" {
			said.ground = s.ground
		}
		if said.size == "" && !strings.HasSuffix(s.size, "%") {
			said.size = s.size
		}
		if said.display == "" {
			said.display = s.display
		}
		if said.auto == "" {
			said.auto = s.auto
		}
		if s = d.styles[s.parent]; s == nil {
			break
		}
	}
	if c, ok := hexColour(strings.TrimPrefix(said.colour, "#")); ok {
		l.colour = c
	}
	if said.auto == "true" {
		l.colour = black
	}
	if c, ok := hexColour(strings.TrimPrefix(said.ground, "#")); ok {
		l.ground = ground{c, true}
		if said.auto == "true" {
			l.ground.known = false // the program chooses what can be read
		}
	}
	if n, ok := pixels(said.size, 16); ok {
		l.tiny = n < tinyPixels
	}
	switch said.display {
	case "none":
		l.hidden = true
	case "true":
		l.hidden = false
	}
	return l
}

// unseen reports whether people don't see text of this look.
func (l odtLook) unseen() bool {
	return l.hidden || l.tiny || l.ground.known && unseen(l.colour, l.ground.colour)
}
