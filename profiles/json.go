package profiles

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/nocmatch/nocmatch/profiles/internal/input"
)

// ReadJSONL reads profiles from JSON Lines: one object a line, blank lines skipped, a byte-order mark dropped, lines of any length up to
// 256 MiB for the whole input. An input that is no JSON Lines but ordinary JSON (objects spread over lines, or arrays of objects) is
// read too. A field that no [Profile] has is a problem: it is a misspelled one more often than not.
//
// The result has the profiles in the order of the input, nil where there are none. What cannot be decoded, fails [Profile.Validate], or
// repeats the code of an earlier profile is left out and reported; all else is returned along with the error. The error is a join
// ([errors.Join]) that gives name:line, and the column where it is known, of the first 20 problems and counts the rest; a problem of
// Validate is a [*FieldError] in it.
func ReadJSONL(r io.Reader, name string) ([]Profile, error) {
	text, err := input.ReadAll(r, input.MaxBytes)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	d := jsonReader{name: name, text: bytes.TrimPrefix(text, input.UTF8BOM), line: 1, lineOf: map[string]int{}}
	if isDocument(d.text) {
		d.readDocument()
	} else {
		d.readLines()
	}
	return d.profiles, d.problems.Join()
}

// WriteJSONL writes each profile as one line of JSON, in their order, fields in the order of [Profile] and HTML characters as they are.
// The same profiles give the same bytes, and [ReadJSONL] gives back what was written, with empty lists as nil.
//
// It fails where w does and where JSON cannot hold a profile (NaN, text that is not valid UTF-8); the profiles before it are written.
func WriteJSONL(w io.Writer, ps []Profile) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for i, p := range ps {
		// The encoder would turn bytes that are not UTF-8 into replacement characters without a word.
		for _, err := range p.check() {
			if err.Problem == notUTF8 {
				return err
			}
		}
		if err := enc.Encode(p); err != nil {
			return fmt.Errorf("profiles[%d], code %q: %w", i, p.Code, err)
		}
	}
	return nil
}

// isDocument says whether text is ordinary JSON rather than JSON Lines: its first line opens an array or is a lone brace, or its first
// value goes on beyond the first line.
func isDocument(text []byte) bool {
	text = bytes.TrimSpace(text)
	line, _, _ := bytes.Cut(text, []byte("\n"))
	line = bytes.TrimSpace(line)
	if bytes.HasPrefix(line, []byte("[")) || string(line) == "{" {
		return true
	}
	dec := json.NewDecoder(bytes.NewReader(text))
	var value json.RawMessage
	return dec.Decode(&value) == nil && dec.InputOffset() > int64(len(line))
}

// jsonReader decodes profiles from text and keeps count of lines.
type jsonReader struct {
	name     string
	text     []byte
	offset   int            // of the value being decoded
	line     int            // of that offset, from 1
	lineOf   map[string]int // where each code was first given
	profiles []Profile
	problems input.Problems
}

func (d *jsonReader) readLines() {
	start := 0
	for line := range bytes.Lines(d.text) {
		d.moveTo(start)
		if len(bytes.TrimSpace(line)) > 0 {
			d.profile(line, "want one whole JSON object on each line")
		}
		start += len(line)
	}
}

// readDocument decodes the objects of the text, be they on their own, one after the other or in arrays.
func (d *jsonReader) readDocument() {
	dec := json.NewDecoder(bytes.NewReader(d.text))
	for depth := 0; ; {
		start := int(dec.InputOffset())
		for start < len(d.text) && strings.IndexByte(" \t\r\n,", d.text[start]) >= 0 {
			start++
		}
		d.moveTo(start)

		var err error
		var value json.RawMessage
		switch {
		case start == len(d.text):
			if depth > 0 {
				d.fail(0, errors.New("an array is still open: is the end of the file missing?"))
			}
			return
		case d.text[start] == '[':
			_, err = dec.Token()
			depth++
		case d.text[start] == ']':
			_, err = dec.Token()
			depth--
		default:
			err = dec.Decode(&value)
		}
		if err != nil {
			// The decoder's own offset counts from the start of its buffer, so the value is looked at again.
			var syntax *json.SyntaxError
			if errors.As(json.Unmarshal(d.text[start:], &value), &syntax) {
				d.fail(int(syntax.Offset), fmt.Errorf("%w: nothing from here on was read", err))
			} else {
				d.fail(0, fmt.Errorf("%w: nothing from here on was read", err))
			}
			return
		}
		if value != nil {
			d.profile(value, "")
		}
	}
}

func (d *jsonReader) moveTo(offset int) {
	d.line += bytes.Count(d.text[d.offset:offset], []byte("\n"))
	d.offset = offset
}

// profile decodes the value at the current offset, and keeps or reports it. The hint says how a value that is no JSON should look.
func (d *jsonReader) profile(value []byte, hint string) {
	if !utf8.Valid(value) {
		d.fail(0, errors.New("not valid UTF-8: save the file as UTF-8"))
		return
	}
	var p Profile
	if err := json.Unmarshal(value, &p); err != nil {
		var syntax *json.SyntaxError
		var mistyped *json.UnmarshalTypeError
		switch {
		case errors.As(err, &syntax):
			d.fail(int(syntax.Offset), fmt.Errorf("%w: %s", err, hint))
		case errors.As(err, &mistyped) && mistyped.Field != "":
			d.fail(int(mistyped.Offset), fmt.Errorf("%s: got a JSON %s, want %s", mistyped.Field, mistyped.Value, mistyped.Type))
		case errors.As(err, &mistyped):
			d.fail(int(mistyped.Offset), fmt.Errorf("got a JSON %s, want an object that is a profile", mistyped.Value))
		default:
			d.fail(0, err)
		}
		return
	}
	if at, err := unknownField(value); err != nil {
		d.fail(at, err)
		return
	}
	if errs := p.check(); len(errs) > 0 {
		for _, err := range errs {
			d.fail(0, err)
		}
		return
	}
	if line, seen := d.lineOf[p.Code]; seen {
		d.fail(0, &FieldError{p.Code, "code", fmt.Sprintf("given before in line %d: keep one, or join them", line)})
		return
	}
	d.lineOf[p.Code] = d.line
	d.profiles = append(d.profiles, p)
}

// fail reports err for the nth byte, from 1, of the current value, or for the value as a whole where n is 0.
func (d *jsonReader) fail(n int, err error) {
	if d.problems.Full() {
		d.problems.Skip() // without looking for its place
		return
	}
	if n == 0 {
		d.problems.Addf("%s:%d: %w", d.name, d.line, err)
		return
	}
	at := min(d.offset+n, len(d.text))
	before := d.text[:max(at-1, 0)]
	line := d.line + bytes.Count(before[min(d.offset, len(before)):], []byte("\n"))
	d.problems.Addf("%s:%d:%d: %w", d.name, line, at-1-bytes.LastIndexByte(before, '\n'), err)
}
