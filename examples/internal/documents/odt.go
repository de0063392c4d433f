package documents

import (
	"strconv"
	"strings"
)

// readODT returns the text of an OpenDocument text: page heads, body with its notes, page feet. Deleted and hidden text and comments are
// left out.
func readODT(c *container) (string, error) {
	if !c.has("content.xml") {
		return "", errDamaged
	}
	if err := c.part("META-INF/manifest.xml", odtEncryption); err != nil {
		return "", err
	}
	d := newODT(c.task)
	// Styles stand before what uses them, those of the pages in a part of their own.
	d.name = "styles.xml"
	if err := c.part("styles.xml", d.page); err != nil {
		return "", err
	}
	d.name = "content.xml"
	if err := c.part("content.xml", d.page); err != nil {
		return "", err
	}
	c.leaveFiles(LeftImage, "Pictures", nil)
	return d.text(), nil
}

// readFlatODT returns the text of an OpenDocument text that is one XML file.
func readFlatODT(t *task, x *element) (string, error) {
	d := newODT(t)
	d.name = "the file"
	err := d.page(x)
	return d.text(), err
}

// odtEncryption fails where a part of the document is encrypted.
func odtEncryption(x *element) error {
	return x.each(func(x *element) error {
		if x.Name.Local == "encryption-data" {
			return errPassword
		}
		return odtEncryption(x)
	}, nil)
}

// An odt holds what the parts of an OpenDocument text share.
type odt struct {
	*task
	name     string          // of the part that is read
	numbered map[string]bool // the styles of lists whose items have numbers
	list     string          // the style of the list that is read
	levels   int             // of lists around the item that is read
	count    counter

	head, body, foot *flow

	styles map[string]*odtStyle
	look   odtLook // of the text that is read
}

func newODT(t *task) *odt {
	return &odt{task: t, numbered: map[string]bool{}, head: t.flow(), body: t.flow(), foot: t.flow(), styles: map[string]*odtStyle{},
		look: odtLook{colour: black, ground: ground{white, true}}}
}

func (d *odt) text() string {
	return strings.Join([]string{d.head.String(), d.body.String(), d.foot.String()}, "\n")
}

// page reads styles, the heads and feet of the pages, and the body.
func (d *odt) page(x *element) error {
	return x.each(func(x *element) error {
		switch x.Name.Local {
		case "header", "header-first", "header-left":
			return d.blocks(x, d.head, "")
		case "footer", "footer-first", "footer-left":
			return d.blocks(x, d.foot, "")
		case "list-style":
			return d.listStyle(x)
		case "style", "default-style":
			return d.style(x)
		case "body":
			return d.blocks(x, d.body, "")
		case "meta", "settings", "scripts":
			return nil
		}
		return d.page(x)
	}, nil)
}

func (d *odt) listStyle(x *element) error {
	return x.each(func(level *element) error {
		if level.Name.Local == "list-level-style-number" && level.attribute("level") == "1" && level.attribute("num-format") != "" {
			d.numbered[x.attribute("name")] = true
		}
		return nil
	}, nil)
}

// blocks reads paragraphs, lists and tables. The first paragraph begins with mark.
func (d *odt) blocks(x *element, f *flow, mark string) error {
	return x.each(func(x *element) error {
		outer := d.look
		defer func() { d.look = outer }()
		switch x.Name.Local {
		case "p", "h":
			d.look = d.look.styled(d, x.attribute("style-name"))
			err := d.inline(x, f)
			f.end(mark)
			mark = ""
			return err
		case "list":
			return d.items(x, f)
		case "table":
			return d.table(x, f)
		case "list-style":
			return d.listStyle(x)
		case "section":
			if x.attribute("display") == "none" {
				d.look.hidden = true
			}
		case "tracked-changes":
			return x.leaveOut(LeftDeleted, d.name)
		case "annotation":
			return x.leaveOut(LeftComment, d.name)
		case "binary-data":
			return x.leaveOut(LeftImage, d.name)
		case "forms", "title", "desc", "index-title-template":
			return nil
		}
		return d.blocks(x, f, mark)
	}, nil)
}

func (d *odt) items(x *element, f *flow) error {
	outer := d.list
	if style := x.attribute("style-name"); style != "" {
		d.list = style
	}
	if d.levels == 0 && x.attribute("continue-numbering") != "true" {
		d.count = nil
	}
	d.levels++
	err := x.each(func(item *element) error {
		mark := bullet
		switch {
		case item.Name.Local == "list-header":
			mark = ""
		case d.numbered[d.list]:
			mark = d.count.next(d.levels - 1)
		}
		return d.blocks(item, f, mark)
	}, nil)
	d.levels--
	d.list = outer
	return err
}

func (d *odt) table(x *element, f *flow) error {
	f.endIfBegun()
	d.look = d.look.styled(d, x.attribute("style-name"))
	return d.rows(x, f)
}

func (d *odt) rows(x *element, f *flow) error {
	return x.each(func(row *element) error {
		if row.Name.Local != "table-row" {
			return d.rows(row, f)
		}
		var cells []string
		outer := d.look
		defer func() { d.look = outer }()
		if v := row.attribute("visibility"); v == "collapse" || v == "filter" {
			d.look.hidden = true
		}
		err := row.each(func(cell *element) error {
			if cell.Name.Local != "table-cell" {
				return nil
			}
			before := d.look
			defer func() { d.look = before }()
			d.look = d.look.styled(d, cell.attribute("style-name"))
			c := d.flow()
			err := d.blocks(cell, c, "")
			cells = append(cells, c.String())
			return err
		}, nil)
		f.row(cells)
		return err
	}, nil)
}

// inline reads what stands in a paragraph.
func (d *odt) inline(x *element, f *flow) error {
	// Outside text:s, space is what separates words in the XML file.
	text := func(s string) { d.write(f, strings.Map(breaksToSpaces, s)) }
	return x.each(func(x *element) error {
		outer := d.look
		defer func() { d.look = outer }()
		switch x.Name.Local {
		case "s":
			n, _ := strconv.Atoi(x.attribute("c"))
			f.text(strings.Repeat(" ", min(max(n, 1), 100)))
		case "tab":
			f.text("\t")
		case "line-break":
			f.text("\n")
		case "text-box", "note-body":
			if x.Name.Local == "text-box" {
				d.look.ground.known = false // a box may lie over anything
			}
			box := d.flow()
			err := d.blocks(x, box, "")
			f.after = append(f.after, box.String())
			return err
		case "annotation":
			return x.leaveOut(LeftComment, d.name)
		case "hidden-text", "hidden-paragraph":
			return x.leaveOut(LeftHidden, d.name)
		case "binary-data":
			return x.leaveOut(LeftImage, d.name)
		case "note-citation", "title", "desc", "ruby-text":
		default:
			d.look = d.look.styled(d, x.attribute("style-name"))
			return d.inline(x, f)
		}
		return nil
	}, text)
}

// write adds to the paragraph what people see, and notes what they don't.
func (d *odt) write(f *flow, s string) {
	if !d.look.unseen() {
		f.text(s)
		return
	}
	if n := runes(strings.TrimSpace(s)); n > 0 {
		d.leave(LeftOut{Kind: LeftHidden, Size: n, Where: d.name})
	}
}

func breaksToSpaces(r rune) rune {
	if r == '\n' || r == '\t' || r == '\r' {
		return ' '
	}
	return r
}
