package documents

import (
	"bytes"
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"net/textproto"
	"strings"

	"golang.org/x/net/html/charset"

	"github.com/nocmatch/nocmatch/examples/internal/textfile"
)

// isEmail reports whether a text begins with the header of a message. From, To and Subject alone may be the head of a memo.
func isEmail(raw []byte) bool {
	header, _, ok := bytes.Cut(raw, []byte("\n\n"))
	if crlf, _, found := bytes.Cut(raw, []byte("\r\n\r\n")); found && (!ok || len(crlf) < len(header)) {
		header, ok = crlf, true
	}
	if !ok || len(header) > 1<<20 {
		return false
	}
	m, err := mail.ReadMessage(io.MultiReader(bytes.NewReader(header), strings.NewReader("\r\n\r\n")))
	if err != nil || m.Header.Get("From") == "" {
		return false
	}
	for _, field := range []string{"Mime-Version", "Message-Id", "Received", "Return-Path", "Content-Type"} {
		if m.Header.Get(field) != "" {
			return true
		}
	}
	return false
}

// An email collects the parts of a message that have text.
type email struct {
	*task
	text  strings.Builder
	depth int // of parts in one another
}

// readEmail returns the subject and the text of a message, of its plain form if it has two, and after it the text of the documents that are
// attached. Pictures are passed over. A document that cannot be read is an error.
func readEmail(t *task, raw []byte) (string, error) {
	e := &email{task: t}
	if err := e.message(bytes.NewReader(raw), t.limits.Archives); err != nil {
		return "", err
	}
	return e.text.String(), nil
}

func (e *email) message(r io.Reader, room int) error {
	if room == 0 {
		return errNested
	}
	m, err := mail.ReadMessage(r)
	if err != nil {
		return err
	}
	words := mime.WordDecoder{CharsetReader: charset.NewReaderLabel}
	subject, err := words.DecodeHeader(m.Header.Get("Subject"))
	if err != nil {
		subject = m.Header.Get("Subject")
	}
	e.add(subject)
	return e.part(textproto.MIMEHeader(m.Header), m.Body, room)
}

// add writes a text with an empty line after it.
func (e *email) add(text string) {
	if text = strings.TrimSpace(text); text != "" {
		e.text.WriteString(text + "\n\n")
	}
}

// part reads a part of a message, or the body of one that has no parts.
func (e *email) part(header textproto.MIMEHeader, body io.Reader, room int) error {
	if e.ctx.Err() != nil {
		return context.Cause(e.ctx)
	}
	kind, parameters, err := mime.ParseMediaType(header.Get("Content-Type"))
	if err != nil || kind == "" {
		kind = "text/plain" // as the standard says for none
	}
	body = decodeTransfer(header.Get("Content-Transfer-Encoding"), body)
	disposition, file, _ := mime.ParseMediaType(header.Get("Content-Disposition"))
	switch {
	case strings.HasPrefix(kind, "multipart/"):
		return e.parts(kind, multipart.NewReader(body, parameters["boundary"]), room)
	case kind == "message/rfc822":
		return e.message(body, room-1)
	case disposition != "attachment" && (kind == "text/plain" || kind == "text/html"):
		raw, err := io.ReadAll(body)
		if err != nil {
			return err
		}
		return e.body(kind, parameters["charset"], raw)
	case strings.HasPrefix(kind, "image/"), strings.HasPrefix(kind, "audio/"), strings.HasPrefix(kind, "video/"):
		return nil
	}
	raw, err := io.ReadAll(body)
	if err != nil {
		return err
	}
	return e.attachment(file["filename"], raw, room)
}

// parts reads the parts of a message, or the first that can be read of those that say the same.
func (e *email) parts(kind string, m *multipart.Reader, room int) error {
	if e.depth++; e.depth > e.limits.Depth {
		return errDepth
	}
	defer func() { e.depth-- }()
	for {
		p, err := m.NextRawPart()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		before := e.text.Len()
		if err := e.part(p.Header, p, room); err != nil {
			return err
		}
		if kind == "multipart/alternative" && e.text.Len() > before {
			return nil
		}
	}
}

func (e *email) body(kind, label string, raw []byte) error {
	text, decoded := textfile.Decode(raw)
	if decoded || label != "" {
		if r, err := charset.NewReaderLabel(label, bytes.NewReader(raw)); err == nil {
			if b, err := io.ReadAll(r); err == nil {
				text = string(b)
			}
		}
	}
	if kind == "text/html" {
		var err error
		if text, err = readHTML([]byte(text)); err != nil {
			return err
		}
	}
	e.add(text)
	return nil
}

// attachment reads an attached document. What is no document, as a calendar or a signature, is passed over.
func (e *email) attachment(name string, raw []byte, room int) error {
	kind, err := recognise(raw)
	switch {
	case errors.As(err, new(foreignError)):
		return nil
	case err == nil && kind == Email:
		return e.message(bytes.NewReader(raw), room-1)
	case err == nil:
		var f File
		if f, err = convert(e.task, raw); err == nil {
			e.add(f.Text)
			return nil
		}
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
