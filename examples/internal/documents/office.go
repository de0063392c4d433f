package documents

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"io"

	"golang.org/x/net/html/charset"
)

// A container is a ZIP file with the XML parts of a document.
type container struct {
	ctx    context.Context
	files  map[string]*zip.File
	budget int64 // bytes that the parts may still expand to
	depth  int   // of nested elements, at most
}

func openContainer(ctx context.Context, raw []byte, l Limits) (*container, error) {
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return nil, err
	}
	c := &container{ctx: ctx, files: map[string]*zip.File{}, budget: l.Expansion, depth: l.Depth}
	for _, f := range z.File {
		if _, double := c.files[f.Name]; !double {
			c.files[f.Name] = f
		}
	}
	return c, nil
}

// part reads an XML part by calling root for its outermost element. A part that is missing is an empty one.
func (c *container) part(name string, root func(x *element) error) error {
	f := c.files[name]
	if f == nil {
		return nil
	}
	r, err := f.Open()
	if err != nil {
		return err
	}
	defer r.Close()
	d := xml.NewDecoder(&budgetReader{r, &c.budget})
	d.CharsetReader = charset.NewReaderLabel
	d.Strict = false
	outer := &element{ctx: c.ctx, decoder: d, room: c.depth}
	return outer.each(root, nil)
}

// A budgetReader fails where a budget that readers share is used up.
type budgetReader struct {
	r      io.Reader
	budget *int64
}

func (b *budgetReader) Read(p []byte) (int, error) {
	n, err := b.r.Read(p)
	if *b.budget -= int64(n); *b.budget < 0 {
		return 0, errExpansion
	}
	return n, err
}

// An element is one whose start was read and whose content was not. Namespaces are not told apart: the strict and the common form of a
// format differ in nothing else.
type element struct {
	xml.StartElement
	ctx     context.Context
	decoder *xml.Decoder
	room    int // how deep elements may still nest
	read    bool
}

// each reads the content: it calls child for each element, and text, unless nil, for the text between. What child leaves unread is
// passed over.
func (e *element) each(child func(*element) error, text func(string)) error {
	e.read = true
	if e.room == 0 {
		return errDepth
	}
	for n := 0; ; n++ {
		if n%256 == 0 && e.ctx.Err() != nil {
			return context.Cause(e.ctx)
		}
		token, err := e.decoder.Token()
		if err == io.EOF && e.Name.Local == "" { // the document itself has no end tag
			return nil
		}
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			c := &element{StartElement: t, ctx: e.ctx, decoder: e.decoder, room: e.room - 1}
			if err := child(c); err != nil {
				return err
			}
			if !c.read {
				if err := e.decoder.Skip(); err != nil {
					return err
				}
			}
		case xml.EndElement:
			return nil
		case xml.CharData:
			if text != nil {
				text(string(t))
			}
		}
	}
}

// attribute returns the value of the attribute of that local name, or "".
func (e *element) attribute(local string) string {
	for _, a := range e.Attr {
		if a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}
