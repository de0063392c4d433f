// Package documents reads documents as people send them: PDF, DOCX, ODT, RTF, HTML, saved pages,
// e-mail, XML, vCards, Markdown and plain text.
//
//	for source, err := range documents.Find(ctx, []string{"resumes", "pack.zip", "letters/**/*.pdf"}, os.Stdin, documents.Limits{}) {
//		...
//		raw, err := source.Read(ctx)
//		...
//		file, err := documents.Read(ctx, source.Name, raw, documents.Limits{})
//		result, err := matcher.Match(ctx, match.Document{Name: file.Name, Text: file.Text})
//	}
//
// What a file is, its content tells, not its name. The text of a document has paragraphs, list
// items and table rows on lines of their own, items after "•" or their number, cells apart by tabs,
// and columns one after another; it has no hyphens of line ends, soft hyphens, ligatures or fixed
// spaces, and a head or foot that runs over all pages but once. Plain text stays as it is, so that
// offsets hold for the file; Markdown, told by its marks, does not. A file that cannot be read in
// full is an error that says what to do, never part of a text.
//
// Text that people do not see is not in it, nor are comments, deleted text, pictures and files that
// are attached but not documents: [File.LeftOut] says what was left out, how much, and where.
//
// # Libraries
//
// PDF: pdfcpu reads the objects, the package pdftext below this one the text. Of 172 PDFs of a
// dozen producers, with damaged tables and PDF 2.0 among them, pdfcpu opened all, in 1 ms on
// average; it keeps to limits and heeds a context. ledongthuc/pdf failed on 8, loses the spaces of
// LaTeX (0.2 of the words that Poppler finds) and allocates whatever a damaged file asks for.
// PDFium in WebAssembly finds as many words as pdftext (0.998 in resumes by LaTeX, Cairo, Chromium
// and LibreOffice) but takes 1.3 s to start and 7 ms a file against 2, and its current releases
// want a newer Go.
//
// DOCX, ODT and RTF: encoding/xml, and a reader of RTF. lu4p/cat, the one library at hand that
// takes all three, finds 0.78, 0.25 and 0.70 of the words of the samples in testdata: it glues what
// tabs and breaks separate, reads hidden text, and knows no lists, heads or code pages. HTML: the
// parser of golang.org/x/net; html-to-markdown and k3a/html2text find 0.80 and 0.83, since they
// keep what is hidden. E-mail: net/mail and mime. Names of what is none of these:
// gabriel-vasile/mimetype. Patterns of files: bmatcuk/doublestar.
//
// Style sheets, which say what a page hides: tdewolff/parse reads their rules. Selectors are matched
// here, in a time that is linear in the depth of a page: cascadia, the library at hand, tries all
// ancestors for each part of a selector, and took 9 s to find that "i div div div div b" is not
// about one element 200 deep. Names of colours: golang.org/x/image/colornames. Markdown: goldmark
// makes a page of it, which is read as one; texts with more marks than people write are left as
// they are, since its time grows with their square (60,000 links without end: not done in 14 s).
package documents

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
)

// A File is a document as it was read.
type File struct {
	// Name is what it was read under.
	Name string
	Kind Kind
	// Text is its text in UTF-8, empty for an empty text file.
	Text string
	// Converted is true where Text is not the bytes of the file.
	Converted bool
	// SHA256 is the hash, in hexadecimal, of the file's bytes, and Bytes their number.
	SHA256 string
	Bytes  int
	// Pages is the number of pages of a PDF, 0 of other kinds.
	Pages int
	// LeftOut is what of the document is not in Text, in the order in which it was met; nil for
	// nothing.
	LeftOut []LeftOut
}

// Read returns the document whose bytes are raw. name is for messages only. It fails, with name and
// what to do in the message, where raw is not a document, has no text that can be read, or exceeds
// a limit; and where ctx is done. A parser that panics is an error of its file. A parser that takes
// longer than the limit is left behind: most stop soon after, but one that hangs keeps its
// goroutine and memory until the program ends.
func Read(ctx context.Context, name string, raw []byte, l Limits) (File, error) {
	l = l.withDefaults()
	if len(raw) > l.Bytes {
		return File{}, tooLarge(name, l.Bytes)
	}
	if ctx.Err() != nil {
		return File{}, explain(name, context.Cause(ctx), l)
	}
	f, err := guard(ctx, l.Time, func(ctx context.Context) (File, error) {
		t := newTask(ctx, l)
		f, err := convert(t, raw)
		f.LeftOut = t.left
		return f, err
	})
	if err == nil && len(f.Text) > l.Text {
		err = errText
	}
	if err != nil {
		return File{}, explain(name, err, l)
	}
	sum := sha256.Sum256(raw)
	f.Name, f.Bytes, f.SHA256 = name, len(raw), hex.EncodeToString(sum[:])
	return f, nil
}

// convert returns the text of a document and what else its bytes tell.
func convert(t *task, raw []byte) (File, error) {
	f := File{Converted: true}
	if text, ok := unmarked(raw); ok {
		raw = text
	} else {
		f.Converted = false
	}
	kind, err := recognise(raw, t.limits)
	if err != nil {
		return File{}, err
	}
	f.Kind = kind
	if kind == Text {
		var changed bool
		f.Text, changed, err = readText(t, raw)
		f.Converted = f.Converted || changed
		if err != nil {
			return File{}, err
		}
		return f, nil
	}
	f.Converted = true
	switch kind {
	case PDF:
		f.Text, f.Pages, err = readPDF(t, raw)
	case DOCX, ODT:
		var c *container
		if c, err = openContainer(t, raw); err != nil {
			break
		}
		if kind == DOCX {
			f.Text, err = readDOCX(c)
		} else {
			f.Text, err = readODT(c)
		}
	case RTF:
		f.Text, err = readRTF(t, raw)
	case HTML:
		f.Text, err = readHTML(t, raw)
	case Email, MHTML:
		f.Text, err = readEmail(t, raw)
	case XML:
		f.Text, f.Kind, err = readXMLKind(t, raw)
	case VCard:
		f.Text, err = readVCard(t, raw)
	}
	if err != nil {
		return File{}, err
	}
	if f.Text = clean(f.Text); f.Text == "" {
		return File{}, empty(t.left)
	}
	return f, nil
}

// empty is the error of a document without text: one that is hidden from people is none.
func empty(left []LeftOut) error {
	for _, l := range left {
		if l.Kind == LeftHidden {
			return errUnseen
		}
	}
	return errEmpty
}
