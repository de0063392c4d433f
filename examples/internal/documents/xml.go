package documents

import (
	"bufio"
	"bytes"
	"encoding/xml"
	"io"
	"strings"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// readXML reads an XML file by calling root for its outermost element.
func readXML(t *task, r io.Reader, root func(x *element) error) error {
	spaced := &spacedReader{r: utf8XML(r), limit: t.limits.Text}
	d := xml.NewDecoder(spaced)
	d.CharsetReader = func(label string, r io.Reader) (io.Reader, error) {
		if strings.HasPrefix(strings.ToLower(label), "utf-16") || strings.EqualFold(label, "ucs-2") {
			return r, nil // decoded before by what its bytes tell
		}
		return charset.NewReaderLabel(label, r)
	}
	d.Strict = false
	outer := &element{task: t, xml: &xmlTokens{d, spaced}, room: t.limits.Depth}
	return outer.each(root, nil)
}

// utf8XML decodes UTF-16, which XML files are written in with a mark and without.
func utf8XML(r io.Reader) io.Reader {
	b := bufio.NewReader(r)
	head, _ := b.Peek(4) // what fails here fails again where it is read
	order := unicode.LittleEndian
	switch {
	case bytes.HasPrefix(head, []byte("\xff\xfe")), bytes.Equal(head, []byte("<\x00?\x00")):
	case bytes.HasPrefix(head, []byte("\xfe\xff")), bytes.Equal(head, []byte("\x00<\x00?")):
		order = unicode.BigEndian
	default:
		return b
	}
	return transform.NewReader(b, unicode.BOMOverride(unicode.UTF16(order, unicode.IgnoreBOM).NewDecoder()))
}

// A spacedReader fails where much is read without a token of XML coming of it: encoding/xml keeps a token, however long, in memory.
type spacedReader struct {
	r     io.Reader
	limit int
	since int // bytes since the last token
}

func (s *spacedReader) Read(p []byte) (int, error) {
	if s.since > s.limit {
		return 0, errText
	}
	n, err := s.r.Read(p)
	s.since += n
	return n, err
}

// xmlTokens are the tokens of an XML file.
type xmlTokens struct {
	decoder *xml.Decoder
	spaced  *spacedReader
}

func (x *xmlTokens) next(b *budget) (xml.Token, error) {
	token, err := x.decoder.Token()
	x.spaced.since = 0
	if err != nil {
		return nil, err
	}
	n := 1
	if start, ok := token.(xml.StartElement); ok {
		n += len(start.Attr)
	}
	return token, b.object(n)
}

// An element is one whose start was read and whose content was not. Namespaces are not told apart: the strict and the common form of a
// format differ in nothing else.
type element struct {
	xml.StartElement
	*task
	xml  *xmlTokens
	room int // how deep elements may still nest
	read bool
}

// each reads the content: it calls child for each element, and text, unless nil, for the text between. What child leaves unread is
// passed over.
func (e *element) each(child func(*element) error, text func(string)) error {
	e.read = true
	if e.room == 0 {
		return errDepth
	}
	for {
		token, err := e.xml.next(e.budget)
		if err == io.EOF && e.Name.Local == "" { // the document itself has no end tag
			return nil
		}
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			c := &element{StartElement: t, task: e.task, xml: e.xml, room: e.room - 1}
			if err := child(c); err != nil {
				return err
			}
			if !c.read {
				if err := c.skip(); err != nil {
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

// skip passes over the content.
func (e *element) skip() error {
	_, err := e.measure()
	return err
}

// measure passes over the content and returns how many characters of text it has, white space at its edges aside.
func (e *element) measure() (int, error) {
	e.read = true
	size := 0
	for depth := 1; depth > 0; {
		token, err := e.xml.next(e.budget)
		if err != nil {
			return size, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if depth++; depth > e.room {
				return size, errDepth
			}
		case xml.EndElement:
			depth--
		case xml.CharData:
			size += runes(strings.TrimSpace(string(t)))
		}
	}
	return size, nil
}

// leaveOut passes over the content and notes it as left out, if there is any text in it.
func (e *element) leaveOut(kind, where string) error {
	size, err := e.measure()
	if size > 0 {
		e.leave(LeftOut{Kind: kind, Size: size, Where: where})
	}
	return err
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

// given returns an attribute, and whether there is one.
func (e *element) given(local string) (string, bool) {
	for _, a := range e.Attr {
		if a.Name.Local == local {
			return a.Value, true
		}
	}
	return "", false
}
