package documents

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"net/textproto"
	"regexp"
	"strings"

	"golang.org/x/net/html/charset"

	"github.com/nocmatch/nocmatch/examples/internal/textfile"
)

// maxHeader is the longest header of a message, in bytes.
const maxHeader = 1 << 20

// mailHeader returns the header that a text begins with, if it does.
func mailHeader(raw []byte) mail.Header {
	raw = raw[:min(len(raw), maxHeader)]
	header, _, ok := bytes.Cut(raw, []byte("\n\n"))
	if crlf, _, found := bytes.Cut(raw, []byte("\r\n\r\n")); found && (!ok || len(crlf) < len(header)) {
		header, ok = crlf, true
	}
	if !ok {
		return nil
	}
	m, err := mail.ReadMessage(io.MultiReader(bytes.NewReader(header), strings.NewReader("\r\n\r\n")))
	if err != nil {
		return nil
	}
	return m.Header
}

// isEmail reports whether a text begins with the header of a message. From, To and Subject alone may be the head of a memo.
func isEmail(raw []byte) bool {
	raw, inBox := mbox(raw)
	h := mailHeader(raw)
	if h.Get("From") == "" {
		return false
	}
	for _, field := range []string{"Mime-Version", "Message-Id", "Received", "Return-Path", "Content-Type"} {
		if h.Get(field) != "" {
			return true
		}
	}
	return inBox
}

// isWebArchive reports whether a text is a saved page (MHTML, of browsers and of Word), which needs none of the headers of a message.
func isWebArchive(raw []byte) bool {
	h := mailHeader(raw)
	kind, _, err := mime.ParseMediaType(h.Get("Content-Type"))
	if err != nil && kind == "" {
		return false
	}
	return kind == "multipart/related" && (h.Get("From") == "" || h.Get("Snapshot-Content-Location") != "" || h.Get("Content-Location") != "" ||
		strings.Contains(h.Get("From"), "Saved by"))
}

// boxLine is what stands before each message of a mailbox.
var boxLine = regexp.MustCompile(`(?m)^From \S+ .*\d\d:\d\d.*\r?\n`)

// mbox returns a mailbox after its first line, and whether it is one.
func mbox(raw []byte) ([]byte, bool) {
	if !bytes.HasPrefix(raw, []byte("From ")) {
		return raw, false
	}
	at := boxLine.FindIndex(raw[:min(len(raw), headBytes)])
	if at == nil || at[0] != 0 {
		return raw, false
	}
	return raw[at[1]:], true
}

// An email collects the parts of a message that have text.
type email struct {
	*task
	text  strings.Builder
	depth int // of parts in one another
	files int // attached so far
}

// readEmail returns the subject and the text of a message, of its plain form if it has two, and after it the text of the documents that are
// attached; of a mailbox that of all its messages. What has no text is left out. A document that cannot be read is an error.
func readEmail(t *task, raw []byte) (string, error) {
	e := &email{task: t}
	rest, inBox := mbox(raw)
	if !inBox {
		err := e.message(bytes.NewReader(raw))
		return e.text.String(), err
	}
	for len(rest) > 0 {
		message := rest
		if at := boxLine.FindIndex(rest); at != nil {
			message, rest = rest[:at[0]], rest[at[1]:]
		} else {
			rest = nil
		}
		if err := errors.Join(t.budget.object(100), e.message(bytes.NewReader(message))); err != nil {
			return "", err
		}
	}
	return e.text.String(), nil
}

func (e *email) message(r io.Reader) error {
	m, err := mail.ReadMessage(r)
	if err != nil {
		return err
	}
	e.add(decodeHeader(m.Header.Get("Subject")))
	return e.part(textproto.MIMEHeader(m.Header), m.Body)
}

// decodeHeader decodes the words of a field.
func decodeHeader(value string) string {
	words := mime.WordDecoder{CharsetReader: charset.NewReaderLabel}
	if text, err := words.DecodeHeader(value); err == nil {
		return text
	}
	return value
}

// add writes a text with an empty line after it.
func (e *email) add(text string) {
	if text = strings.TrimSpace(text); text != "" {
		e.text.WriteString(text + "\n\n")
	}
}

// whole reads a part, decoded.
func (e *email) whole(body io.Reader) ([]byte, error) {
	return io.ReadAll(inflating{body, e.budget})
}

// part reads a part of a message, or the body of one that has no parts.
func (e *email) part(header textproto.MIMEHeader, body io.Reader) error {
	if err := errors.Join(e.budget.object(10), e.budget.ended()); err != nil {
		return err
	}
	kind, parameters, err := mime.ParseMediaType(header.Get("Content-Type"))
	if err != nil || kind == "" {
		kind = "text/plain" // as the standard says for none
	}
	body = decodeTransfer(header.Get("Content-Transfer-Encoding"), body)
	disposition, file, _ := mime.ParseMediaType(header.Get("Content-Disposition"))
	switch {
	case kind == "multipart/related":
		return e.related(multipart.NewReader(body, parameters["boundary"]), parameters["start"])
	case strings.HasPrefix(kind, "multipart/"):
		return e.parts(kind, multipart.NewReader(body, parameters["boundary"]))
	case kind == "message/rfc822":
		return e.within("message", func() error { return e.message(body) })
	}
	raw, err := e.whole(body)
	if err != nil {
		return err
	}
	if disposition != "attachment" && (kind == "text/plain" || kind == "text/html") {
		return e.body(kind, parameters, raw)
	}
	name := file["filename"]
	if name == "" {
		name = parameters["name"]
	}
	return e.attachment(kind, decodeHeader(name), raw)
}

// parts reads the parts of a message, or the first that can be read of those that say the same.
func (e *email) parts(kind string, m *multipart.Reader) error {
	if e.depth++; e.depth > e.limits.Depth {
		return errDepth
	}
	defer func() { e.depth-- }()
	read := false
	for {
		p, err := m.NextRawPart()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if read {
			if err := e.alternative(p); err != nil {
				return err
			}
			continue
		}
		before := e.text.Len()
		if err := e.part(textproto.MIMEHeader(p.Header), p); err != nil {
			return err
		}
		read = kind == "multipart/alternative" && e.text.Len() > before
	}
}

// alternative passes over a second form of what was read.
func (e *email) alternative(p *multipart.Part) error {
	if err := e.budget.object(10); err != nil {
		return err
	}
	size, err := io.Copy(io.Discard, inflating{p, e.budget})
	e.leave(LeftOut{Kind: LeftAlternative, Size: int(size)})
	return err
}

// A savedPart is a part of a saved page.
type savedPart struct {
	kind, location, id string
	raw                []byte
	label              string // its encoding
}

// related reads a page with what belongs to it: its styles, the pages in its frames, its pictures. start names the page; else it is the first.
func (e *email) related(m *multipart.Reader, start string) error {
	if e.depth++; e.depth > e.limits.Depth {
		return errDepth
	}
	defer func() { e.depth-- }()
	var all []savedPart
	for {
		p, err := m.NextRawPart()
		if err == io.EOF {
			break
		}
		if err != nil {
			return err
		}
		if err := errors.Join(e.budget.object(10), e.budget.ended()); err != nil {
			return err
		}
		header := textproto.MIMEHeader(p.Header)
		kind, parameters, err := mime.ParseMediaType(header.Get("Content-Type"))
		if err != nil && kind == "" {
			kind = "text/html"
		}
		if strings.HasPrefix(kind, "multipart/") { // the two forms of a message with pictures
			if err := e.part(header, p); err != nil {
				return err
			}
			continue
		}
		raw, err := e.whole(decodeTransfer(header.Get("Content-Transfer-Encoding"), p))
		if err != nil {
			return err
		}
		all = append(all, savedPart{kind, header.Get("Content-Location"), strings.Trim(header.Get("Content-Id"), "<> "), raw, parameters["charset"]})
	}
	main := -1
	for i, p := range all {
		if p.kind == "text/html" || p.kind == "application/xhtml+xml" {
			if main < 0 || start != "" && p.id == strings.Trim(start, "<> ") {
				main = i
			}
		}
	}
	return e.saved(all, main)
}

// saved writes a page of parts, which is the main one.
func (e *email) saved(all []savedPart, main int) error {
	texts, used := map[string]string{}, map[string]bool{}
	for _, p := range all {
		if p.kind == "text/html" || p.kind == "text/css" || p.kind == "application/xhtml+xml" {
			text := decodeLabelled(p.raw, p.label)
			if p.location != "" {
				texts[p.location] = text
			}
			if p.id != "" {
				texts["cid:"+p.id] = text
			}
		}
	}
	read := func(p savedPart) error {
		text, err := readSaved(e.task, p, texts, used)
		if errors.Is(err, errScripts) {
			return nil
		}
		e.add(text)
		return err
	}
	if main >= 0 {
		if err := read(all[main]); err != nil {
			return err
		}
	}
	for i, p := range all {
		switch {
		case i == main, used[p.location], used["cid:"+p.id]:
		case p.kind == "text/html": // a page that nothing shows, as that with the heads that Word keeps
			if err := read(p); err != nil {
				return err
			}
		case p.kind == "text/plain":
			e.add(decodeLabelled(p.raw, p.label))
		case strings.HasPrefix(p.kind, "image/"):
			e.leave(LeftOut{Kind: LeftImage, Size: len(p.raw)})
		case p.kind == "text/css", p.kind == "text/javascript", p.kind == "application/javascript", p.kind == "application/json", p.kind == "text/xml":
			e.leave(LeftOut{Kind: LeftScript, Size: len(p.raw), Where: p.kind})
		default:
			if err := e.attachment(p.kind, "", p.raw); err != nil {
				return err
			}
		}
	}
	return nil
}

// readSaved reads a page with those that it refers to.
func readSaved(t *task, p savedPart, parts map[string]string, used map[string]bool) (string, error) {
	if p.label == "" { // the page itself may say it
		r, err := charset.NewReader(bytes.NewReader(p.raw), "text/html")
		if err != nil {
			return "", err
		}
		raw, err := io.ReadAll(r)
		if err != nil {
			return "", err
		}
		return readPage(t, string(raw), parts, used)
	}
	return readPage(t, decodeLabelled(p.raw, p.label), parts, used)
}

// decodeLabelled decodes a text in an encoding; where that is not known or wrong, by its bytes.
func decodeLabelled(raw []byte, label string) string {
	text, decoded := textfile.Decode(raw)
	if decoded || label != "" {
		if r, err := charset.NewReaderLabel(label, bytes.NewReader(raw)); err == nil {
			if b, err := io.ReadAll(r); err == nil {
				text = string(b)
			}
		}
	}
	return text
}

func (e *email) body(kind string, parameters map[string]string, raw []byte) error {
	if kind == "text/html" {
		text, err := readSaved(e.task, savedPart{raw: raw, label: parameters["charset"]}, nil, nil)
		if errors.Is(err, errScripts) {
			return nil
		}
		e.add(text)
		return err
	}
	text := decodeLabelled(raw, parameters["charset"])
	if strings.EqualFold(parameters["format"], "flowed") {
		text = unflow(text, strings.EqualFold(parameters["delsp"], "yes"))
	}
	e.add(text)
	return e.budget.text(len(text))
}

// unflow joins the lines of a text whose paragraphs were cut (RFC 3676): a space at the end says that the next line goes on, and is
// itself part of the text unless it is to be deleted.
func unflow(text string, deleteSpace bool) string {
	var b strings.Builder
	s := bufio.NewScanner(strings.NewReader(text))
	s.Buffer(nil, len(text)+1)
	quote := -1 // how deep the line before is quoted, where it goes on
	for s.Scan() {
		line := strings.TrimSuffix(s.Text(), "\r")
		rest := strings.TrimLeft(line, ">")
		depth := len(line) - len(rest)
		rest = strings.TrimPrefix(rest, " ") // which keeps a line from being taken for a quotation
		if quote >= 0 && quote != depth {
			b.WriteByte('\n')
			quote = -1
		}
		if quote < 0 {
			b.WriteString(line[:depth])
		}
		if !strings.HasSuffix(rest, " ") || rest == "-- " { // what stands above a signature
			b.WriteString(rest + "\n")
			quote = -1
			continue
		}
		quote = depth
		if deleteSpace {
			rest = strings.TrimSuffix(rest, " ")
		}
		b.WriteString(rest)
	}
	return b.String()
}

// attachment reads an attached document. What is no document is left out.
func (e *email) attachment(mimeType, name string, raw []byte) error {
	left := LeftOut{Kind: LeftAttachment, Size: len(raw), Name: name}
	family, _, _ := strings.Cut(mimeType, "/")
	switch {
	case family == "image":
		left.Kind = LeftImage
	case family == "audio" || family == "video":
		left.Kind = LeftMedia
	}
	e.files++
	where := fmt.Sprintf("attachment %d", e.files)
	left.Where = where + " (" + mimeType + ")"
	if left.Kind != LeftAttachment || mimeType == "application/ms-tnef" || strings.EqualFold(name, "winmail.dat") {
		e.leave(left)
		return nil
	}
	err := e.within(where, func() error {
		f, err := convert(e.task, raw)
		if err == nil {
			e.add(f.Text)
		}
		return err
	})
	switch {
	case err == nil:
		return nil
	case errors.As(err, new(foreignError)):
		e.leave(left)
		return nil
	}
	return fmt.Errorf("attachment %q %w", name, err)
}

func decodeTransfer(encoding string, body io.Reader) io.Reader {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "quoted-printable":
		return quotedprintable.NewReader(body)
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, body)
	}
	return body
}
