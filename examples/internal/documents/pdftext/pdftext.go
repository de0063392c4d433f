// Package pdftext reads the text of a PDF in the order in which people read it.
//
//	pages, err := pdftext.Read(ctx, raw, pdftext.Limits{Pages: 100, Bytes: 64 << 20})
//	text := strings.Join(pages, "\n\n")
//
// The library pdfcpu reads the objects of the file: it mends damaged tables, undoes every usual compression and the encryption that asks
// for no password, and keeps to limits. It does not extract text; this package does, from the positions of the glyphs:
//
//  1. follow the operators of a page and place each glyph ([interpreter]),
//  2. join glyphs on a baseline to words and segments by the gaps between them ([segments]),
//  3. find columns and tables by the white between the segments ([blocks]),
//  4. write the lines, and leave out the running heads that pages share.
package pdftext

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"unicode"

	"github.com/pdfcpu/pdfcpu/pkg/filter"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// Limits bound what a file may cost. There are no defaults.
type Limits struct {
	// Pages is the largest number of pages.
	Pages int
	// Bytes is the most that a compressed part of the file, and that the content of all pages together, may expand to.
	Bytes int64
}

// What a file may have instead of text.
var (
	ErrPassword  = errors.New("is protected by a password")
	ErrScan      = errors.New("is a scan without text")
	ErrEmpty     = errors.New("holds no text")
	ErrUnmapped  = errors.New("does not say which characters its glyphs stand for")
	ErrPages     = errors.New("has too many pages")
	ErrExpansion = errors.New("expands too far")
	errMissing   = errors.New("a part of the page is missing")
)

// unmappedShare is the share of glyphs without a character from which a text is of no use. Texts with a few icons and formulas stay far
// below it, texts whose fonts have no map far above.
const unmappedShare = 0.2

// scanLetters is how many letters a page with a picture over at least half of it may have and still be a scan: scanning programs stamp
// their name and a page number on the picture.
const scanLetters = 60

// Read returns the text of each page. Lines end with "\n", segments of a line that stand apart, as cells of a table do, are separated by
// a tab. The characters are as the file has them, ligatures and soft hyphens too. It fails with one of the errors of this package, that
// of ctx, or, where the file is damaged, another.
func Read(ctx context.Context, raw []byte, limits Limits) (pages []string, err error) {
	defer func() {
		if errors.Is(err, filter.ErrDecodeLimitExceeded) {
			err = ErrExpansion
		}
	}()
	table, err := open(ctx, raw, limits)
	if err != nil {
		return nil, err
	}
	if table.PageCount > limits.Pages {
		return nil, ErrPages
	}
	in := interpreter{ctx: ctx, objects: objects{table, limits.Bytes}, fonts: map[types.Object]*textFont{}, budget: &limits.Bytes}
	var all [][]line
	var count census
	for n := 1; n <= table.PageCount; n++ {
		p, err := in.page(n)
		if err != nil {
			return nil, fmt.Errorf("page %d: %w", n, err)
		}
		count.add(p)
		all = append(all, layout(p.glyphs))
	}
	if err := count.err(); err != nil {
		return nil, err
	}
	dropRunningHeads(all)
	for _, lines := range all {
		pages = append(pages, write(lines))
	}
	return pages, nil
}

func open(ctx context.Context, raw []byte, limits Limits) (*model.XRefTable, error) {
	resources := model.DefaultResourceLimits()
	resources.MaxDecodeBytes = limits.Bytes
	// The library's own defaults come from a file in the user's folder; a fresh value reads and writes none.
	conf := &model.Configuration{Reader15: true, ValidationMode: model.ValidationRelaxed, Offline: true, Limits: resources}
	file, err := pdfcpu.ReadWithContext(ctx, bytes.NewReader(raw), conf)
	switch {
	case errors.Is(err, pdfcpu.ErrWrongPassword), errors.Is(err, pdfcpu.ErrUnsupportedEncryptionFeature):
		return nil, ErrPassword
	case err != nil:
		return nil, err
	}
	if err := file.EnsurePageCount(); err != nil {
		return nil, err
	}
	return file.XRefTable, nil
}

// A page is what is shown on one page.
type page struct {
	glyphs  []glyph
	picture float64 // the share of the page that its largest picture covers
}

func (in *interpreter) page(n int) (page, error) {
	d, _, inherited, err := in.objects.table.PageDict(n, false)
	if err != nil {
		return page{}, err
	}
	var src []byte
	contents := in.objects.array(d["Contents"])
	if contents == nil {
		contents = types.Array{d["Contents"]}
	}
	for _, part := range contents {
		b, err := in.objects.stream(part)
		if err != nil {
			return page{}, err
		}
		if _, refers := part.(types.IndirectRef); refers && in.objects.get(part) == nil {
			return page{}, errMissing
		}
		src = append(append(src, b...), '\n') // the parts may not be joined within a token
	}
	in.glyphs, in.fontless, in.picture, in.base = nil, false, 0, rotation(inherited.Rotate)
	if err := in.content(src, inherited.Resources, in.base); err != nil {
		return page{}, err
	}
	if err := in.annotations(d); err != nil {
		return page{}, err
	}
	if in.fontless {
		return page{}, errMissing // a file was cut short, or merged badly: what is left is not all
	}
	p := page{glyphs: in.glyphs}
	if box := inherited.MediaBox; box != nil && box.Width()*box.Height() > 0 {
		p.picture = in.picture / (box.Width() * box.Height())
	}
	return p, nil
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

func (c *census) add(p page) {
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
	if p.picture >= 0.5 && letters <= scanLetters {
		c.scanned++
	}
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
