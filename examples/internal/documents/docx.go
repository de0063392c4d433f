package documents

import (
	"errors"
	"path"
	"slices"
	"strings"
)

// readDOCX returns the text of a Word document: page heads, body, foot- and endnotes, page feet, with the labels of its charts and diagrams
// and the documents that are put into it. Text that a tracked change deletes, hidden text, comments and the codes of fields are left out;
// what a change inserts is in.
func readDOCX(c *container) (string, error) {
	main := "word/document.xml"
	relations, err := c.relations("_rels/.rels")
	if err != nil {
		return "", err
	}
	for _, r := range relations {
		if r.kind == "officeDocument" {
			main = strings.TrimPrefix(path.Clean("/"+strings.ReplaceAll(r.target, `\`, "/")), "/")
		}
	}
	if !c.has(main) {
		return "", errDamaged
	}
	left, spent := len(c.left), *c.budget
	d := newDOCX(c, main)
	text, err := d.document()
	if err != nil || !d.byColour || !d.behind && !d.floating {
		return text, err
	}
	// Something was taken for hidden by its colour that a shape drawn behind it may make readable: where shapes lie is not known here.
	c.left, *c.budget = c.left[:left], spent
	again := newDOCX(c, main)
	again.anyGround, again.anyBoxGround = d.behind, true
	return again.document()
}

// A docx holds what the parts of a Word document share.
type docx struct {
	*container
	main, folder string
	name         string              // of the part that is read
	related      map[string]relation // by id, of that part
	numbering    map[string]map[string]string
	styles       map[string]*wordStyle
	counters     map[string]*counter // by list
	base         runLook             // what text looks like that nothing else is said of
	page         ground

	// The state of reading.
	ground ground
	hide   int  // more than 0 within what is hidden as a whole
	faint  bool // the run is hidden

	byColour, behind, floating bool // text was hidden by its colour; shapes lie behind the text, or anywhere
	anyGround, anyBoxGround    bool // the ground of the text, or of text boxes, is not known
}

func newDOCX(c *container, main string) *docx {
	return &docx{container: c, main: main, folder: path.Dir(main), numbering: map[string]map[string]string{}, styles: map[string]*wordStyle{},
		counters: map[string]*counter{}, page: ground{white, true}}
}

// document reads all parts.
func (d *docx) document() (string, error) {
	if err := d.part(path.Join(d.folder, "numbering.xml"), d.readNumbering); err != nil {
		return "", err
	}
	if err := d.part(path.Join(d.folder, "styles.xml"), d.readStyles); err != nil {
		return "", err
	}
	relations, err := d.relations(relationsOf(d.main))
	if err != nil {
		return "", err
	}
	if err := d.pageGround(); err != nil {
		return "", err
	}
	parts := map[string][]string{}
	for _, r := range relations {
		name := d.target(d.main, r)
		switch r.kind {
		case "header", "footer", "footnotes", "endnotes":
			text, err := d.story(name)
			if err != nil {
				return "", err
			}
			// The first, the odd and the even pages may have the same.
			if text = clean(text); text != "" && !slices.Contains(parts[r.kind], text) {
				parts[r.kind] = append(parts[r.kind], text)
			}
		case "comments":
			if err := d.side(name, func(x *element) error { return x.leaveOut(LeftComment, name) }); err != nil {
				return "", err
			}
		}
	}
	body, err := d.story(d.main)
	if err != nil {
		return "", err
	}
	d.leaveFiles(LeftImage, path.Join(d.folder, "media"), nil)
	d.leaveFiles(LeftEmbedded, path.Join(d.folder, "embeddings"), nil)
	all := slices.Concat(parts["header"], []string{body}, parts["footnotes"], parts["endnotes"], parts["footer"])
	return strings.Join(all, "\n"), nil
}

// story reads a part that has paragraphs.
func (d *docx) story(name string) (string, error) {
	relations, err := d.relations(relationsOf(name))
	if err != nil {
		return "", err
	}
	outer, related := d.name, d.related
	defer func() { d.name, d.related = outer, related }()
	d.name, d.related = name, map[string]relation{}
	for _, r := range relations {
		d.related[r.id] = r
	}
	d.ground = d.page
	d.ground.known = d.page.known && !d.anyGround
	f := d.flow()
	err = d.part(name, func(x *element) error { return d.blocks(x, f) })
	return f.String(), err
}

// A relation names a part that another refers to.
type relation struct{ id, kind, target string }

func relationsOf(name string) string {
	return path.Join(path.Dir(name), "_rels", path.Base(name)+".rels")
}

// target is the name of a part that another one refers to.
func (d *docx) target(from string, r relation) string {
	to := strings.ReplaceAll(r.target, `\`, "/")
	if strings.HasPrefix(to, "/") {
		return strings.TrimPrefix(to, "/")
	}
	return path.Join(path.Dir(from), to)
}

// relations lists what a part refers to within the file.
func (c *container) relations(name string) ([]relation, error) {
	var all []relation
	// A part of relations that is damaged loses heads and feet, not the text.
	err := c.side(name, func(x *element) error {
		return x.each(func(r *element) error {
			if r.attribute("TargetMode") != "External" {
				all = append(all, relation{r.attribute("Id"), path.Base(r.attribute("Type")), r.attribute("Target")})
			}
			return nil
		}, nil)
	})
	return all, err
}

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

// A paragraphLook is what a paragraph or its style says of itself.
type paragraphLook struct {
	style, list, level string
	shade              string
	offPage            bool // or on a line without height
}

// mark returns what an item of a list begins with, "" for what is none.
func (d *docx) mark(p paragraphLook) string {
	style := p.style
	for range maxStyles { // they may be based on each other in a circle
		if p.list != "" || style == "" || d.styles[style] == nil {
			break
		}
		s := d.styles[style]
		p.list, style = s.paragraph.list, s.basedOn
		if p.level == "" {
			p.level = s.paragraph.level
		}
	}
	level := max(0, strings.Index("012345678", p.level))
	switch d.numbering[p.list]["012345678"[level:level+1]] {
	case "bullet":
		return bullet
	case "none", "":
		return ""
	}
	if d.counters[p.list] == nil {
		d.counters[p.list] = &counter{}
	}
	return d.counters[p.list].next(level)
}

// blocks reads paragraphs and tables.
func (d *docx) blocks(x *element, f *flow) error {
	return x.each(func(x *element) error { return d.block(x, f) }, nil)
}

func (d *docx) block(x *element, f *flow) error {
	switch x.Name.Local {
	case "p":
		return d.paragraph(x, f)
	case "tbl":
		return d.table(x, f)
	case "footnote", "endnote":
		if kind := x.attribute("type"); kind != "" && kind != "normal" {
			return nil // the line above the notes
		}
	case "altChunk":
		f.endIfBegun()
		return d.chunk(x.attribute("id"), f)
	case "del", "moveFrom":
		return x.leaveOut(LeftDeleted, d.name)
	case "Fallback", "sectPr", "sdtPr", "background":
		return nil
	}
	return d.blocks(x, f)
}

// chunk reads a document of any kind that is put into this one.
func (d *docx) chunk(id string, f *flow) error {
	r, ok := d.related[id]
	if !ok {
		d.leave(LeftOut{Kind: LeftPart, Where: d.name})
		return nil
	}
	name := d.target(d.name, r)
	raw, err := d.bytes(name)
	if err != nil {
		return err
	}
	var file File
	err = d.within(name, func() (err error) {
		file, err = convert(d.task, raw)
		return err
	})
	switch {
	case err == nil && d.hide > 0:
		d.leave(LeftOut{Kind: LeftHidden, Size: runes(file.Text), Where: name})
	case err == nil:
		f.block(file.Text)
	case isLimit(err), d.budget.ended() != nil:
		return err
	case !errors.Is(err, errEmpty):
		d.leave(LeftOut{Kind: LeftPart, Size: len(raw), Where: name})
	}
	return nil
}

func (d *docx) table(x *element, f *flow) error {
	f.endIfBegun()
	outer := d.ground
	defer func() { d.ground = outer }()
	return d.descend(x, "tr", func(p *element) (bool, error) {
		if p.Name.Local == "tblPr" {
			return true, d.tableGround(p)
		}
		return false, nil
	}, func(row *element) error { return d.row(row, f) })
}

func (d *docx) row(row *element, f *flow) error {
	outer := d.hide
	defer func() { d.hide = outer }()
	var cells []string
	deleted := false
	err := d.descend(row, "tc", func(p *element) (bool, error) {
		if p.Name.Local != "trPr" {
			return false, nil
		}
		return true, p.each(func(p *element) error {
			switch p.Name.Local {
			case "del":
				deleted = true
			case "hidden":
				if on(p) {
					d.hide++
				}
			case "trHeight":
				if p.attribute("hRule") == "exact" && number(p.attribute("val"), 1000) <= flatTwips {
					d.hide++
				}
			}
			return nil
		}, nil)
	}, func(cell *element) error {
		if deleted {
			return cell.leaveOut(LeftDeleted, d.name)
		}
		c := d.flow()
		err := d.cell(cell, c)
		cells = append(cells, c.String())
		return err
	})
	f.row(cells)
	return err
}

func (d *docx) cell(x *element, f *flow) error {
	outer := d.ground
	defer func() { d.ground = outer }()
	return x.each(func(x *element) error {
		if x.Name.Local != "tcPr" {
			return d.block(x, f)
		}
		return x.each(func(p *element) error {
			if p.Name.Local == "shd" {
				d.ground = d.ground.shaded(fillOf(p))
			}
			return nil
		}, nil)
	}, nil)
}

// descend calls found for the elements of that name within x, also within content controls and marks of changes, but not within one another.
// Of each element before them, look reports whether it was dealt with.
func (d *docx) descend(x *element, local string, look func(*element) (bool, error), found func(*element) error) error {
	return x.each(func(c *element) error {
		switch c.Name.Local {
		case local:
			return found(c)
		case "del", "moveFrom":
			return c.leaveOut(LeftDeleted, d.name)
		}
		if done, err := look(c); done || err != nil {
			return err
		}
		return d.descend(c, local, look, found)
	}, nil)
}

func (d *docx) paragraph(x *element, f *flow) error {
	outer, hide := d.ground, d.hide
	defer func() { d.ground, d.hide = outer, hide }()
	var p paragraphLook
	err := x.each(func(x *element) error {
		if x.Name.Local != "pPr" {
			return d.inline(x, f, p.style)
		}
		if err := p.read(x); err != nil {
			return err
		}
		d.ground = d.ground.shaded(d.paragraphShade(p))
		if p.offPage || d.styleOffPage(p.style) {
			d.hide++
		}
		return nil
	}, nil)
	f.end(d.mark(p))
	return err
}

// inline reads what stands in a paragraph of a style.
func (d *docx) inline(x *element, f *flow, style string) error {
	switch x.Name.Local {
	case "t":
		return x.each(func(*element) error { return nil }, func(s string) { d.text(f, s) })
	case "tab", "ptab":
		d.text(f, "\t")
	case "br", "cr":
		d.text(f, "\n")
	case "noBreakHyphen":
		d.text(f, "-")
	case "sym":
		d.text(f, "•") // from a font of pictures
	case "txbxContent", "txbx":
		return d.box(x, f)
	case "r":
		return d.run(x, f, style)
	case "del", "moveFrom":
		return x.leaveOut(LeftDeleted, d.name)
	case "delText":
		return x.leaveOut(LeftDeleted, d.name)
	case "instrText":
		return x.leaveOut(LeftField, d.name)
	case "altChunk":
		f.endIfBegun()
		return d.chunk(x.attribute("id"), f)
	case "anchor", "inline":
		return d.drawing(x, f, style)
	case "wsp", "sp", "shape", "rect", "roundrect", "oval":
		return d.shape(x, f, style)
	case "relIds":
		return d.labels(x.attribute("dm"), f)
	case "chart":
		return d.labels(x.attribute("id"), f)
	case "Fallback", "rPr", "pPr", "sdtPr", "rt", "docPr", "cNvPr":
		// said a second time for older readers or as a reading of signs, or no text
	default:
		return x.each(func(x *element) error { return d.inline(x, f, style) }, nil)
	}
	return nil
}

// text adds to the paragraph what people see, and notes what they don't.
func (d *docx) text(f *flow, s string) {
	if d.hide == 0 && !d.faint {
		f.text(s)
		return
	}
	if n := runes(strings.TrimSpace(s)); n > 0 {
		d.leave(LeftOut{Kind: LeftHidden, Size: n, Where: d.name})
	}
}

// box reads a text box, which stands after its paragraph.
func (d *docx) box(x *element, f *flow) error {
	faint := d.faint
	defer func() { d.faint = faint }()
	d.faint = false
	box := d.flow()
	err := d.blocks(x, box)
	f.after = append(f.after, box.String())
	return err
}

// labels reads the text of a diagram or the labels of a chart, which are parts of their own.
func (d *docx) labels(id string, f *flow) error {
	r, ok := d.related[id]
	if !ok {
		return nil
	}
	name := d.target(d.name, r)
	faint := d.faint
	defer func() { d.faint = faint }()
	d.faint = false
	box := d.flow()
	err := d.within(name, func() error {
		return d.side(name, func(x *element) error {
			if r.kind == "chart" {
				return d.chart(x, box)
			}
			return d.blocks(x, box)
		})
	})
	f.after = append(f.after, box.String())
	return err
}

// chart reads the title and the labels of a chart, not its numbers.
func (d *docx) chart(x *element, f *flow) error {
	return x.each(func(x *element) error {
		switch x.Name.Local {
		case "p":
			return d.paragraph(x, f)
		case "numCache", "numLit", "externalData", "userShapes":
			return nil
		case "pt":
			err := x.each(func(v *element) error {
				return v.each(func(*element) error { return nil }, func(s string) { d.text(f, s) })
			}, nil)
			f.endIfBegun()
			return err
		}
		return d.chart(x, f)
	}, nil)
}
