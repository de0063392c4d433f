package documents

import (
	"context"
	"path"
	"slices"
	"strings"
)

// readDOCX returns the text of a Word document: page heads, body, foot- and endnotes, page feet. Text that a tracked change deletes, hidden
// text, comments and the codes of fields are left out; what a change inserts is in.
func readDOCX(ctx context.Context, raw []byte, l Limits) (string, error) {
	c, err := openContainer(ctx, raw, l)
	if err != nil {
		return "", err
	}
	main := "word/document.xml"
	for _, r := range c.relations("_rels/.rels") {
		if r.kind == "officeDocument" {
			main = strings.TrimPrefix(path.Clean("/"+r.target), "/")
		}
	}
	if c.files[main] == nil {
		return "", errDamaged
	}
	folder := path.Dir(main)
	d := &docx{numbering: map[string]map[string]string{}, styles: map[string]listStyle{}, counters: map[string]*counter{}}
	if err := c.part(path.Join(folder, "numbering.xml"), d.readNumbering); err != nil {
		return "", err
	}
	if err := c.part(path.Join(folder, "styles.xml"), d.readStyles); err != nil {
		return "", err
	}
	parts := map[string][]string{}
	for _, r := range c.relations(path.Join(folder, "_rels", path.Base(main)+".rels")) {
		var f flow
		name := path.Join(folder, r.target)
		if strings.HasPrefix(r.target, "/") {
			name = strings.TrimPrefix(r.target, "/")
		}
		switch r.kind {
		case "header", "footer", "footnotes", "endnotes":
			if err := c.part(name, func(x *element) error { return d.blocks(x, &f) }); err != nil {
				return "", err
			}
			// The first, the odd and the even pages may have the same.
			if text := clean(f.String()); text != "" && !slices.Contains(parts[r.kind], text) {
				parts[r.kind] = append(parts[r.kind], text)
			}
		}
	}
	var body flow
	if err := c.part(main, func(x *element) error { return d.blocks(x, &body) }); err != nil {
		return "", err
	}
	all := slices.Concat(parts["header"], []string{body.String()}, parts["footnotes"], parts["endnotes"], parts["footer"])
	return strings.Join(all, "\n"), nil
}

// A relation names a part that another refers to.
type relation struct{ kind, target string }

func (c *container) relations(name string) []relation {
	var all []relation
	// A part of relations that is damaged loses heads and feet, not the text.
	_ = c.part(name, func(x *element) error {
		return x.each(func(r *element) error {
			if r.attribute("TargetMode") != "External" {
				all = append(all, relation{path.Base(r.attribute("Type")), r.attribute("Target")})
			}
			return nil
		}, nil)
	})
	return all
}

// A docx holds what the parts of a Word document share.
type docx struct {
	numbering map[string]map[string]string // the format of the marks by list and level
	styles    map[string]listStyle
	counters  map[string]*counter // by list
}

// A listStyle is the list that the paragraphs of a style are items of.
type listStyle struct{ basedOn, list, level string }

func (d *docx) readNumbering(x *element) error {
	abstract := map[string]map[string]string{}
	return x.each(func(x *element) error {
		switch x.Name.Local {
		case "abstractNum":
			levels := map[string]string{}
			abstract[x.attribute("abstractNumId")] = levels
			return x.each(func(level *element) error {
				if level.Name.Local != "lvl" {
					return nil
				}
				return level.each(func(format *element) error {
					if format.Name.Local == "numFmt" {
						levels[level.attribute("ilvl")] = format.attribute("val")
					}
					return nil
				}, nil)
			}, nil)
		case "num":
			return x.each(func(a *element) error {
				if a.Name.Local == "abstractNumId" {
					d.numbering[x.attribute("numId")] = abstract[a.attribute("val")]
				}
				return nil
			}, nil)
		}
		return nil
	}, nil)
}

func (d *docx) readStyles(x *element) error {
	return x.each(func(x *element) error {
		if x.Name.Local != "style" {
			return nil
		}
		var s listStyle
		err := x.each(func(p *element) error {
			switch p.Name.Local {
			case "basedOn":
				s.basedOn = p.attribute("val")
			case "pPr":
				return p.each(func(n *element) error {
					if n.Name.Local == "numPr" {
						return n.each(func(v *element) error {
							s.set(v)
							return nil
						}, nil)
					}
					return nil
				}, nil)
			}
			return nil
		}, nil)
		d.styles[x.attribute("styleId")] = s
		return err
	}, nil)
}

// set takes a property of numbering.
func (s *listStyle) set(v *element) {
	switch v.Name.Local {
	case "numId":
		s.list = v.attribute("val")
	case "ilvl":
		s.level = v.attribute("val")
	}
}

// mark returns what an item of a list begins with, "" for what is none.
func (d *docx) mark(own listStyle, style string) string {
	for range len(d.styles) { // styles may be based on each other in a circle
		if own.list != "" || style == "" {
			break
		}
		s := d.styles[style]
		own.list, style = s.list, s.basedOn
		if own.level == "" {
			own.level = s.level
		}
	}
	level := max(0, strings.Index("012345678", own.level))
	switch d.numbering[own.list]["012345678"[level:level+1]] {
	case "bullet":
		return bullet
	case "none", "":
		return ""
	}
	if d.counters[own.list] == nil {
		d.counters[own.list] = &counter{}
	}
	return d.counters[own.list].next(level)
}

// blocks reads paragraphs and tables.
func (d *docx) blocks(x *element, f *flow) error {
	return x.each(func(x *element) error {
		switch x.Name.Local {
		case "p":
			return d.paragraph(x, f)
		case "tbl":
			return d.table(x, f)
		case "footnote", "endnote":
			if kind := x.attribute("type"); kind != "" && kind != "normal" {
				return nil // the line above the notes
			}
		case "del", "moveFrom", "Fallback", "sectPr", "tblPr", "tcPr", "sdtPr":
			return nil
		}
		return d.blocks(x, f)
	}, nil)
}

func (d *docx) table(x *element, f *flow) error {
	f.endIfBegun()
	return descend(x, "tr", func(row *element) error {
		var cells []string
		err := descend(row, "tc", func(cell *element) error {
			var c flow
			err := d.blocks(cell, &c)
			cells = append(cells, c.String())
			return err
		})
		f.row(cells)
		return err
	})
}

// descend calls found for the elements of that name within x, also within content controls and marks of changes, but not within one another.
func descend(x *element, local string, found func(*element) error) error {
	return x.each(func(x *element) error {
		switch x.Name.Local {
		case local:
			return found(x)
		case "del", "moveFrom":
			return nil
		}
		return descend(x, local, found)
	}, nil)
}

func (d *docx) paragraph(x *element, f *flow) error {
	var list listStyle
	var style string
	err := x.each(func(x *element) error {
		if x.Name.Local != "pPr" {
			return d.inline(x, f)
		}
		return x.each(func(p *element) error {
			switch p.Name.Local {
			case "pStyle":
				style = p.attribute("val")
			case "numPr":
				return p.each(func(v *element) error {
					list.set(v)
					return nil
				}, nil)
			}
			return nil
		}, nil)
	}, nil)
	f.end(d.mark(list, style))
	return err
}

// inline reads what stands in a paragraph.
func (d *docx) inline(x *element, f *flow) error {
	switch x.Name.Local {
	case "t":
		return x.each(func(*element) error { return nil }, f.text)
	case "tab", "ptab":
		f.text("\t")
	case "br", "cr":
		f.text("\n")
	case "noBreakHyphen":
		f.text("-")
	case "sym":
		f.text("•") // from a font of pictures
	case "txbxContent":
		var box flow
		err := d.blocks(x, &box)
		f.after = append(f.after, box.String())
		return err
	case "r":
		return d.run(x, f)
	case "del", "moveFrom", "Fallback", "instrText", "delText", "rPr", "pPr", "sdtPr":
		// deleted, or said a second time for older readers, or no text
	default:
		return x.each(func(x *element) error { return d.inline(x, f) }, nil)
	}
	return nil
}

// run reads a stretch of one formatting, unless that hides it.
func (d *docx) run(x *element, f *flow) error {
	hidden := false
	return x.each(func(x *element) error {
		if x.Name.Local == "rPr" {
			return x.each(func(p *element) error {
				if v := p.attribute("val"); p.Name.Local == "vanish" && v != "0" && v != "false" {
					hidden = true
				}
				return nil
			}, nil)
		}
		if hidden {
			return nil
		}
		return d.inline(x, f)
	}, nil)
}
