package documents

import (
	"archive/zip"
	"bytes"
	"regexp"
	"strings"

	"github.com/gabriel-vasile/mimetype"

	"github.com/nocmatch/nocmatch/examples/internal/textfile"
)

// A Kind is the format of a document.
type Kind string

// The kinds of document that [Read] takes.
const (
	Text  Kind = "text"
	PDF   Kind = "PDF"
	DOCX  Kind = "DOCX"
	ODT   Kind = "ODT"
	RTF   Kind = "RTF"
	HTML  Kind = "HTML"
	Email Kind = "e-mail"
	// MHTML is a page that was saved with what belongs to it, by a browser or as the "web archive" of Word.
	MHTML Kind = "MHTML"
	// XML is data whose fields are read without tags, such as HR-XML, Europass and property lists.
	XML   Kind = "XML"
	VCard Kind = "vCard"
)

// headBytes is how much of a file is looked at to tell what it is.
const headBytes = 4096

// recognise returns the kind of a document by its content, or a [foreignError] that says what the file is instead. What looks like nothing
// in particular is text.
func recognise(raw []byte, l Limits) (Kind, error) {
	head := raw[:min(len(raw), headBytes)]
	switch {
	case bytes.HasPrefix(head, []byte("%PDF-")):
		return PDF, nil
	case bytes.HasPrefix(head, []byte("{\\rtf")):
		return RTF, nil
	case isZip(head):
		return zipKind(raw, l)
	case bytes.HasPrefix(head, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		return "", oleKind(raw)
	}
	readable := utf16Mark(head) || controls(head) == 0
	if readable {
		text, _ := textfile.Decode(head)
		text = strings.TrimSpace(strings.TrimPrefix(text, "\ufeff"))
		mime := mimetype.Detect([]byte(text))
		switch {
		case mime.Is("text/html"), mime.Is("application/xhtml+xml"), htmlStart.MatchString(text):
			return HTML, nil
		case xmlStart.MatchString(text):
			return XML, nil
		case isVCard([]byte(text)):
			return VCard, nil
		}
	}
	switch { // which may hold anything in their parts
	case isWebArchive(raw):
		return MHTML, nil
	case isEmail(raw):
		return Email, nil
	}
	if bytes.Contains(head[:min(len(head), 1024)], []byte("%PDF-")) { // viewers too allow for a little in front
		return PDF, nil
	}
	if !readable {
		if kind := foreign(head); kind != "" {
			return "", foreignError{kind, "save it as PDF, DOCX or plain text first"}
		}
	}
	return Text, nil
}

var (
	// htmlStart is how a page begins, after a declaration of XML, comments and a document type.
	htmlStart = regexp.MustCompile(`(?is)\A(?:\s*<\?xml.*?\?>|\s*<!--.*?-->|\s*<!doctype html[^>]*>)*\s*<(?:html|head|body|title|meta|style|!doctype html)[\s>/]`)
	// xmlStart is how XML begins: with a declaration, or an element of a namespace. A text may begin with "<" for other reasons.
	xmlStart = regexp.MustCompile(`(?s)\A(?:<\?xml\s|(?:<!--.*?-->\s*)?<!DOCTYPE\s+(?:plist|rss|article|book|svg)|(?:<!--.*?-->\s*)?<[A-Za-z_][\w.:-]*[^<>]*\sxmlns(?::\w+)?=)`)
)

func isZip(head []byte) bool {
	return bytes.HasPrefix(head, []byte("PK\x03\x04")) || bytes.HasPrefix(head, []byte("PK\x05\x06")) // the latter is empty
}

func utf16Mark(head []byte) bool {
	return bytes.HasPrefix(head, []byte("\xff\xfe")) || bytes.HasPrefix(head, []byte("\xfe\xff"))
}

// controlShare is the share of control characters from which a file is no text. Of random bytes a tenth are; a text has a stray one.
const controlShare = 0.05

// controls counts the control characters in a file's head that are not those of texts. NUL is one of the latter: some programs leave it
// behind.
func controls(head []byte) int {
	n := 0
	for _, c := range head {
		if c < 0x20 && bytes.IndexByte([]byte("\x00\t\n\v\f\r\x1b"), c) < 0 {
			n++
		}
	}
	return n
}

// foreign names what a file is that is no text; "" where nothing tells.
func foreign(head []byte) string {
	mime := mimetype.Detect(head).String()
	family, _, _ := strings.Cut(mime, "/")
	switch {
	case family == "image":
		return "a picture (" + mime + ")"
	case family == "audio", family == "video":
		return "a recording (" + mime + ")"
	case mime != "application/octet-stream" && family != "text":
		return "no document (" + mime + ")"
	case float64(controls(head)) > controlShare*float64(len(head)):
		return "no document of a known kind"
	}
	return ""
}

// zipKind tells the documents that are ZIP files from archives, by the files in them.
func zipKind(raw []byte, l Limits) (Kind, error) {
	z, err := openZip(bytes.NewReader(raw), int64(len(raw)), l)
	if err != nil {
		return "", err
	}
	return officeKind(z)
}

// officeKind returns the kind of the document that a ZIP file is, or the error of one that is another document or none.
func officeKind(z *zip.Reader) (Kind, error) {
	const remedy = "save it as PDF, DOCX or plain text first"
	for _, f := range z.File {
		switch name := partName(f.Name); {
		case name == "word/document.xml":
			return DOCX, nil
		case name == "mimetype" && f.Method == zip.Store:
			switch kind := mimetypeEntry(f); {
			case strings.HasPrefix(kind, "application/vnd.oasis.opendocument.text"):
				return ODT, nil
			case kind != "":
				return "", foreignError{"no text document (" + kind + ")", remedy}
			}
		case strings.HasPrefix(name, "xl/"):
			return "", foreignError{"a spreadsheet", remedy}
		case strings.HasPrefix(name, "ppt/"):
			return "", foreignError{"a presentation", remedy}
		case name == "index/document.iwa":
			return "", foreignError{"an Apple Pages, Numbers or Keynote file", remedy}
		}
	}
	// The main part of a DOCX may have any name.
	for _, f := range z.File {
		if partName(f.Name) == "[content_types].xml" {
			return DOCX, nil
		}
	}
	return "", errArchive
}

// mimetypeEntry returns the MIME type that OpenDocument and EPUB files begin with.
func mimetypeEntry(f *zip.File) string {
	r, err := f.Open()
	if err != nil {
		return ""
	}
	defer r.Close()
	b := make([]byte, 100)
	n, _ := r.Read(b)
	return strings.TrimSpace(string(b[:n]))
}

// oleKind names a file of the container that Office used until 2007, by the streams that it lists in UTF-16.
func oleKind(raw []byte) error {
	const remedy = "save it as DOCX, PDF or plain text first"
	lists := func(stream string) bool {
		var name []byte
		for i := range len(stream) {
			name = append(name, stream[i], 0)
		}
		return bytes.Contains(raw, name)
	}
	switch {
	case lists("EncryptedPackage"):
		return errPassword
	case lists("WordDocument"):
		return foreignError{"an old Word document (.doc)", remedy}
	case lists("Workbook"):
		return foreignError{"a spreadsheet (.xls)", remedy}
	case lists("PowerPoint Document"):
		return foreignError{"a presentation (.ppt)", remedy}
	case lists("__substg1.0_"):
		return foreignError{"an Outlook message (.msg)", "save it as .eml or plain text first"}
	}
	return foreignError{"an old Office document", remedy}
}
