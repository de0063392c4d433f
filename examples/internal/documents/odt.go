package documents

import (
	"context"
	"strconv"
	"strings"
)

// readODT returns the text of an OpenDocument text: page heads, body with its notes, page feet. Deleted and hidden text and comments are
// left out.
func readODT(ctx context.Context, raw []byte, l Limits) (string, error) {
	c, err := openContainer(ctx, raw, l)
	if err != nil {
		return "", err
	}
	if c.files["content.xml"] == nil {
		return "", errDamaged
	}
	if err := c.part("META-INF/manifest.xml", odtEncryption); err != nil {
		return "", err
	}
	d := &odt{numbered: map[string]bool{}}
	var body, head, foot flow
	if err := c.part("styles.xml", func(x *element) error { return d.pageStyles(x, &head, &foot) }); err != nil {
		return "", err
	}
	if err := c.part("content.xml", func(x *element) error { return d.blocks(x, &body, "") }); err != nil {
		return "", err
	}
	return strings.Join([]string{head.String(), body.String(), foot.String()}, "\n"), nil
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
	numbered map[string]bool // the styles of lists whose items have numbers
	list     string          // the style of the list that is read
	levels   int             // of lists around the item that is read
	count    counter
}

// pageStyles reads the heads and feet of the pages.
func (d *odt) pageStyles(x *element, head, foot *flow) error {
	return x.each(func(x *element) error {
		switch x.Name.Local {
		case "header":
			return d.blocks(x, head, "")
		case "footer":
			return d.blocks(x, foot, "")
		case "list-style":
			return d.listStyle(x)
		}
		return d.pageStyles(x, head, foot)
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
		switch x.Name.Local {
		case "p", "h":
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
		case "tracked-changes", "annotation", "forms", "title", "desc", "index-title-template":
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
	return descend(x, "table-row", func(row *element) error {
		var cells []string
		err := descend(row, "table-cell", func(cell *element) error {
			var c flow
			err := d.blocks(cell, &c, "")
			cells = append(cells, c.String())
			return err
		})
		f.row(cells)
		return err
	})
}

// inline reads what stands in a paragraph.
func (d *odt) inline(x *element, f *flow) error {
	// Outside text:s, space is what separates words in the XML file.
	text := func(s string) { f.text(strings.Map(breaksToSpaces, s)) }
	return x.each(func(x *element) error {
		switch x.Name.Local {
		case "s":
			n, _ := strconv.Atoi(x.attribute("c"))
			f.text(strings.Repeat(" ", min(max(n, 1), 100)))
		case "tab":
			f.text("\t")
		case "line-break":
			f.text("\n")
		case "text-box", "note-body":
			var box flow
			err := d.blocks(x, &box, "")
			f.after = append(f.after, box.String())
			return err
		case "annotation", "note-citation", "hidden-text", "title", "desc", "ruby-text":
		default:
			return d.inline(x, f)
		}
		return nil
	}, text)
}

func breaksToSpaces(r rune) rune {
	if r == '\n' || r == '\t' || r == '\r' {
		return ' '
	}
	return r
}
