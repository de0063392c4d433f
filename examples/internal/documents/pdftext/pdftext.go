// Package pdftext reads the text of a PDF in the order in which people read it.
//
//	document, err := pdftext.Read(ctx, raw, pdftext.Limits{Pages: 100, Bytes: 64 << 20, Text: 1 << 20})
//	text := strings.Join(document.Pages, "\n\n")
//
// The library pdfcpu reads the objects of the file: it mends damaged tables, undoes every usual
// compression and the encryption that asks for no password, and keeps to limits. It does not
// extract text; this package does, from the positions of the glyphs:
//
//  1. follow the operators of a page and place each glyph ([interpreter]),
//  2. leave out what nobody sees ([eye]),
//  3. join glyphs on a baseline to words and segments by the gaps between them ([segments]),
//  4. find columns and tables by the white between the segments ([blocks]),
//  5. write the lines, and leave out the running heads that pages share.
package pdftext

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"unicode"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// Limits bound what a file may cost. There are no defaults.
type Limits struct {
	// Pages is the largest number of pages.
	Pages int
	// Bytes is the most that the compressed parts of the file may expand to together. One of them
	// may expand to a quarter of it.
	Bytes int64
	// Text is the longest text, in bytes.
	Text int
}

// What a file may have instead of text, and the limits that it may exceed.
var (
	ErrPassword  = errors.New("is protected by a password")
	ErrScan      = errors.New("is a scan without text")
	ErrEmpty     = errors.New("holds no text")
	ErrUnmapped  = errors.New("does not say which characters its glyphs stand for")
	ErrDamaged   = errors.New("its objects cannot be read")
	ErrPages     = errors.New("has too many pages")
	ErrExpansion = errors.New("expands too far")
	ErrText      = errors.New("has too long a text")
	ErrObjects   = errors.New("has more objects than a program could keep")
	ErrWork      = errors.New("asks for more work than a text does")
	errMissing   = errors.New("a part of the page is missing")
)

// unmappedShare is the share of glyphs without a character from which a text is of no use. Texts
// with a few icons and formulas stay far below it, texts whose fonts have no map far above.
const unmappedShare = 0.2

// scanLetters is how many letters a page with a picture over at least half of it may have and still
// be a scan: scanning programs stamp their name and a page number on the picture.
const scanLetters = 60

// A Document is a file as it was read.
type Document struct {
	// Pages are the texts of the pages. Lines end with "\n", segments of a line that stand apart,
	// as cells of a table do, are separated by a tab. The characters are as the file has them,
	// ligatures too, but a soft hyphen that is shown is a hyphen.
	Pages []string
	// LeftOut is what is not in the texts, by page, attachments last.
	LeftOut []LeftOut
	// Expanded is how many bytes the compressed parts of the file expanded to, also where reading
	// failed.
	Expanded int64
}

// Read returns the text of each page, and what was left out. It fails with one of the errors of
// this package, that of ctx, or, where the file is damaged, another.
func Read(ctx context.Context, raw []byte, limits Limits) (d Document, err error) {
	b := newBudget(ctx, limits)
	defer func() {
		if p := recover(); p != nil { // of pdfcpu, whose objects are read throughout
			d, err = Document{}, ErrDamaged
		}
		if err != nil {
			d = Document{}
		}
		d.Expanded = limits.Bytes - max(0, b.decoded)
	}()
	return read(ctx, raw, limits, b)
}

func read(ctx context.Context, raw []byte, limits Limits, b *budget) (d Document, err error) {
	table, err := open(ctx, raw, b)
	if err != nil {
		return d, err
	}
	o := &objects{table: table, budget: b, unpacked: map[int]error{}, forms: map[types.Object][]byte{}}
	leaves, err := o.leaves(limits.Pages)
	if err != nil {
		return d, err
	}
	catalog, err := o.table.Catalog()
	if err != nil {
		return d, ErrDamaged
	}
	in := interpreter{objects: o, layers: o.layers(catalog), fonts: map[types.Object]*textFont{}, spaces: map[types.Object]colourSpace{}}
	var all [][]line
	var count census
	for i, l := range leaves {
		in.where = fmt.Sprintf("page %d", i+1)
		p, err := in.page(l)
		if err == nil {
			err = o.budget.err()
		}
		switch {
		case isLimit(err):
			return d, err
		case err != nil:
			return d, fmt.Errorf("page %d: %w", i+1, err)
		}
		if count.add(p) {
			in.left.add(LeftOut{Kind: "image", Where: in.where})
		}
		if p.unseen.isText() {
			in.left.add(LeftOut{Kind: "hidden", Size: p.unseen.n, Where: in.where})
		}
		all = append(all, layout(p.glyphs))
	}
	in.left.attachments(o, catalog)
	if err := count.err(); err != nil {
		return d, in.left.withAttachments(err)
	}
	dropRunningHeads(all)
	for _, lines := range all {
		d.Pages = append(d.Pages, write(lines))
	}
	d.LeftOut = in.left
	return d, o.budget.err()
}

func isLimit(err error) bool {
	for _, limit := range []error{ErrPages, ErrExpansion, ErrText, ErrObjects, ErrWork} {
		if errors.Is(err, limit) {
			return true
		}
	}
	return false
}

// A page is what is shown on one page.
type page struct {
	glyphs  []glyph
	unseen  tally
	picture float64 // the share of the page that its largest picture covers
}

func (in *interpreter) page(l leaf) (page, error) {
	src, err := in.objects.contents(l.dict["Contents"])
	if err != nil {
		return page{}, err
	}
	base := rotation(l.rotate)
	in.screen = screen{glyphs: in.glyphs[:0], shapes: in.shapes[:0], base: base, box: bounds(l.box.corners(base)), minSize: minSize}
	if longest := max(in.box.x1-in.box.x0, in.box.y1-in.box.y0); longest < smallPage {
		in.minSize *= longest / smallPage // units that are not points
	}
	if err := in.content(src, l.resources, in.initial(base)); err != nil {
		return page{}, err
	}
	if err := in.annotations(l.dict); err != nil {
		return page{}, err
	}
	if in.fontless {
		return page{}, errMissing // a file was cut short, or merged badly: what is left is not all
	}
	shown, err := in.visible()
	p := page{glyphs: shown, unseen: in.unseen}
	for _, s := range in.shapes {
		if s.picture {
			p.picture = max(p.picture, s.bounds.area()/in.box.area())
		}
	}
	return p, err
}

// minSize is the size of a font, in points, below which nobody reads it. smallPage is the length of
// a page below which its units are larger than points.
const (
	minSize   = 1.6
	smallPage = 240
)

// contents returns the content of a page, whose parts may not be joined within a token.
func (o *objects) contents(v types.Object) ([]byte, error) {
	parts := o.array(v)
	if parts == nil {
		parts = types.Array{v}
	}
	var src []byte
	for _, part := range parts {
		b, err := o.stream(part)
		if err != nil {
			return nil, err
		}
		if _, refers := part.(types.IndirectRef); refers && o.get(part) == nil {
			return nil, errMissing
		}
		if int64(len(src)+len(b)) > o.budget.stream {
			return nil, ErrExpansion
		}
		if len(parts) == 1 {
			return b, nil
		}
		src = append(append(src, b...), '\n')
	}
	return src, nil
}

// rotation turns a page clockwise by degrees, as viewers show it.
func rotation(degrees int) matrix {
	switch ((degrees % 360) + 360) % 360 {
	case 90:
		return matrix{0, -1, 1, 0, 0, 0}
	case 180:
		return matrix{-1, 0, 0, -1, 0, 0}
	case 270:
		return matrix{0, 1, -1, 0, 0, 0}
	}
	return identity
}

// A census counts what a file shows, to tell a text from what has none.
type census struct {
	pages, scanned, pictures, letters, unmapped int
}

// add counts a page, and reports whether it is a picture without text.
func (c *census) add(p page) bool {
	letters := 0
	for _, g := range p.glyphs {
		for _, r := range g.text {
			switch {
			case r == unicode.ReplacementChar, unicode.Is(unicode.Co, r), unicode.IsControl(r) && !unicode.IsSpace(r):
				c.unmapped++
			case unicode.IsLetter(r), unicode.IsDigit(r):
				letters++
			}
		}
	}
	c.pages++
	c.letters += letters
	if p.picture > 0 {
		c.pictures++
	}
	scanned := p.picture >= 0.5 && letters <= scanLetters
	if scanned {
		c.scanned++
	}
	return scanned
}

func (c *census) err() error {
	switch {
	case float64(c.unmapped) > unmappedShare*float64(c.unmapped+c.letters):
		return ErrUnmapped
	case c.pages > 0 && c.scanned == c.pages, c.letters == 0 && c.pictures > 0:
		return ErrScan
	case c.letters == 0:
		return ErrEmpty
	}
	return nil
}

// write joins the lines of a page, with an empty line before a wide gap.
func write(lines []line) string {
	var b strings.Builder
	for _, l := range lines {
		if l.apart && b.Len() > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(l.text)
		b.WriteByte('\n')
	}
	return b.String()
}
