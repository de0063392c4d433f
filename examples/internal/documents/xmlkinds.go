package documents

import (
	"bytes"
	"encoding/base64"
	"encoding/xml"
	"io"
	"slices"
	"strings"
	"unicode"
)

// readXMLKind returns the text of an XML file by what its outermost element is: a document of Word or OpenOffice as one file, a list of
// properties, or data such as HR-XML and Europass, whose fields stand on lines of their own without tags.
func readXMLKind(t *task, raw []byte) (text string, kind Kind, err error) {
	kind = XML
	err = readXML(t, bytes.NewReader(raw), func(root *element) error {
		switch root.Name.Local {
		case "document":
			if _, flat := root.given("mimetype"); !flat && !strings.Contains(root.Name.Space, "opendocument") {
				break
			}
			kind = ODT
			text, err = readFlatODT(t, root)
			return err
		case "package":
			if !strings.Contains(root.Name.Space, "xmlPackage") {
				break
			}
			kind = DOCX
			return flatParts(t, root, func(c *container) error {
				text, err = readDOCX(c)
				return err
			})
		case "wordDocument":
			kind = DOCX
			d := newDOCX(&container{task: t}, "word/document.xml")
			d.name, d.ground = "the file", d.page
			f := d.flow()
			err := d.blocks(root, f)
			text = f.String()
			return err
		case "plist":
			f := t.flow()
			err := plist(root, f)
			text = f.String()
			return err
		}
		x := &xmlData{task: t, flow: t.flow()}
		err := x.fields(root, nil, nil)
		text = x.String()
		return err
	})
	return text, kind, err
}

// flatParts reads the parts of a Word document that is one XML file, and calls read with them.
func flatParts(t *task, root *element, read func(*container) error) error {
	c := &container{t, map[string]func() (io.ReadCloser, error){}, map[string]int{}}
	err := root.each(func(part *element) error {
		if part.Name.Local != "part" {
			return nil
		}
		if err := t.budget.entry(1); err != nil {
			return err
		}
		name := partName(part.attribute("name"))
		var content bytes.Buffer
		err := part.each(func(x *element) error {
			switch x.Name.Local {
			case "xmlData":
				return copyXML(x, &content)
			case "binaryData":
				var packed strings.Builder
				err := x.each(func(*element) error { return nil }, func(s string) { packed.WriteString(s) })
				raw, _ := io.ReadAll(base64.NewDecoder(base64.StdEncoding, strings.NewReader(packed.String())))
				content.Write(raw) // of what is damaged its beginning
				return err
			}
			return nil
		}, nil)
		c.parts[name] = func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(content.Bytes())), nil }
		c.sizes[name] = content.Len()
		return err
	}, nil)
	if err != nil {
		return err
	}
	return read(c)
}

// copyXML writes the content of an element without namespaces, which no reader here looks at.
func copyXML(x *element, to *bytes.Buffer) error {
	return x.each(func(c *element) error {
		to.WriteString("<" + c.Name.Local)
		for _, a := range c.Attr {
			to.WriteString(" " + a.Name.Local + `="`)
			if err := xml.EscapeText(to, []byte(a.Value)); err != nil {
				return err
			}
			to.WriteString(`"`)
		}
		to.WriteString(">")
		if err := c.budget.inflate(len(c.Name.Local)); err != nil {
			return err
		}
		if err := copyXML(c, to); err != nil {
			return err
		}
		to.WriteString("</" + c.Name.Local + ">")
		return nil
	}, func(s string) {
		_ = x.budget.inflate(len(s))      // charged again where it is read
		_ = xml.EscapeText(to, []byte(s)) // a buffer takes all
	})
}

// plist writes a property list: keys before their values, as in "Title: Health Records Technician".
func plist(x *element, f *flow) error {
	key := ""
	return x.each(func(v *element) error {
		switch v.Name.Local {
		case "key":
			key = ""
			return v.each(func(*element) error { return nil }, func(s string) { key += s })
		case "data":
			return v.leaveOut(LeftAttachment, "data")
		case "dict", "array":
			if key != "" {
				f.text(key)
				f.end("")
				key = ""
			}
			return plist(v, f)
		}
		if key != "" {
			f.text(key + ": ")
			key = ""
		}
		err := v.each(func(*element) error { return nil }, f.text)
		f.end("")
		return err
	}, nil)
}

// An xmlData writes the text of XML of which nothing but its fields is known.
type xmlData struct {
	*task
	*flow
}

// jobElements are the elements of HR-XML, Europass and the like that hold a job, and headFields what of it makes its first line, in this
// order: what the job is, where, and when.
var (
	jobElements = []string{"positionhistory", "workexperience", "employmenthistory", "position", "employerhistory", "job", "experience", "employment"}
	headFields  = [][]string{
		{"title", "positiontitle", "jobtitle", "jobtitlename", "occupation", "position", "label", "role"},
		{"orgname", "organizationname", "organisationname", "employerorgname", "employer", "company", "companyname", "name", "organization", "organisation"},
		{"startdate", "from", "start", "begindate", "startdateandtime", "fromdate", "datefrom", "beginning"},
		{"enddate", "to", "end", "enddateandtime", "todate", "dateto", "current", "anydate", "yearmonth", "year"},
	}
)

// A field is the text of an element that holds no others.
type field struct {
	path []string // the names of the elements around it within a job, and its own, in lower case
	text string
}

// fields writes the fields in an element, which stands at a path. Within a job they go to into instead, if that is not nil.
func (x *xmlData) fields(e *element, into *[]field, path []string) error {
	local := strings.ToLower(e.Name.Local)
	job := into == nil && slices.Contains(jobElements, local)
	var own []field
	if job {
		into = &own
	}
	path = append(path[:len(path):len(path)], local)
	if date := dateAttributes(e); date != "" {
		x.put(into, path, date)
	}
	var line strings.Builder
	end := func() error {
		text := strings.TrimSpace(line.String())
		line.Reset()
		if text == "" {
			return nil
		}
		text, err := x.value(text)
		x.put(into, path, text)
		return err
	}
	err := e.each(func(c *element) error {
		if inlineXML[strings.ToLower(c.Name.Local)] {
			return c.text(&line)
		}
		if holdsFile(c) {
			if err := end(); err != nil {
				return err
			}
			return c.leaveOut(LeftAttachment, c.Name.Local)
		}
		if err := end(); err != nil {
			return err
		}
		return x.fields(c, into, path)
	}, func(s string) { line.WriteString(s) })
	if err == nil {
		err = end()
	}
	if job && err == nil {
		x.job(own)
	}
	return err
}

// inlineXML are the elements that stand within a sentence in the formats for texts.
var inlineXML = map[string]bool{"b": true, "i": true, "em": true, "strong": true, "u": true, "emphasis": true, "span": true, "a": true, "link": true, "ulink": true, "sup": true, "sub": true}

// holdsFile reports whether an element holds a file in letters.
func holdsFile(e *element) bool {
	switch strings.ToLower(e.Name.Local) {
	case "photo", "image", "binary", "binarydata", "embeddedbinaryobject", "data", "attachedfile", "signatureimage":
		return true
	}
	return false
}

// text writes what stands in an element to a line.
func (e *element) text(line *strings.Builder) error {
	return e.each(func(c *element) error { return c.text(line) }, func(s string) { line.WriteString(s) })
}

// dateAttributes is the date that an element has as attributes: Europass writes <From year="2018" month="--03"/>.
func dateAttributes(e *element) string {
	year := e.attribute("year")
	if year == "" {
		return ""
	}
	if month := strings.Trim(e.attribute("month"), "-"); month != "" {
		return year + "-" + month
	}
	return year
}

// put writes a field, or keeps it for a job.
func (x *xmlData) put(into *[]field, path []string, text string) {
	if into != nil {
		*into = append(*into, field{path, text})
		return
	}
	x.block(text)
}

// value returns the text of a field, which may be a piece of a page.
func (x *xmlData) value(text string) (string, error) {
	return x.fragment(strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r == '\r' }), ""))
}

// job writes a job: what, where and when in its first line, and the rest below.
func (x *xmlData) job(fields []field) {
	used := make([]bool, len(fields))
	var first []string
	for _, names := range headFields {
		at := -1
		for i, f := range fields {
			if used[i] || strings.Contains(f.text, "\n") || len(f.text) > 200 {
				continue
			}
			rank := fieldRank(f, names)
			if rank >= 0 && (at < 0 || rank < fieldRank(fields[at], names)) {
				at = i
			}
		}
		if at >= 0 {
			used[at] = true
			first = append(first, fields[at].text)
		}
	}
	x.block(strings.Join(first, ", "))
	for i, f := range fields {
		if !used[i] && strings.ContainsFunc(f.text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			x.block(f.text)
		}
	}
}

// fieldRank is the place among names of a field's own name or one around it; -1 for none of them.
func fieldRank(f field, names []string) int {
	best := -1
	for depth, name := range f.path[1:] {
		if i := slices.Index(names, name); i >= 0 {
			if rank := i*10 + min(len(f.path)-depth, 9); best < 0 || rank < best {
				best = rank
			}
		}
	}
	return best
}
