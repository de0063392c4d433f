package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// jsonLines writes each value as one line of JSON.
func jsonLines(w io.Writer) *json.Encoder {
	enc := json.NewEncoder(inert{w})
	enc.SetEscapeHTML(false)
	return enc
}

// writeJSON writes one value, indented.
func writeJSON(w io.Writer, v any) error {
	enc := jsonLines(w)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}

// jsonArray writes values as one array, indented, each as it comes.
type jsonArray struct {
	w     io.Writer
	begun bool
}

func (a *jsonArray) add(v any) error {
	var b strings.Builder
	b.WriteString("[\n  ")
	if a.begun {
		b.Reset()
		b.WriteString(",\n  ")
	}
	a.begun = true
	enc := jsonLines(&b)
	enc.SetIndent("  ", "  ")
	if err := enc.Encode(v); err != nil {
		return err
	}
	_, err := io.WriteString(a.w, strings.TrimSuffix(b.String(), "\n"))
	return err
}

func (a *jsonArray) close() error {
	end := "\n]\n"
	if !a.begun {
		end = "[]\n"
	}
	_, err := io.WriteString(a.w, end)
	return err
}

// inert escapes in JSON what could steer a terminal that shows it: the controls C1, and those that turn the direction of text. Outside of
// strings JSON has none of them. The encoder writes a value at a time, so that no character is split.
type inert struct{ w io.Writer }

func (i inert) Write(p []byte) (int, error) {
	if isInert(p) {
		return i.w.Write(p)
	}
	var b strings.Builder
	for _, r := range string(p) {
		if steers(r) {
			fmt.Fprintf(&b, `\u%04x`, r)
		} else {
			b.WriteRune(r)
		}
	}
	if _, err := io.WriteString(i.w, b.String()); err != nil {
		return 0, err
	}
	return len(p), nil
}

// isInert reports whether bytes hold nothing to escape; most are ASCII.
func isInert(p []byte) bool {
	for len(p) > 0 {
		if p[0] < 0x7f {
			p = p[1:]
			continue
		}
		r, n := utf8.DecodeRune(p)
		if steers(r) {
			return false
		}
		p = p[n:]
	}
	return true
}

// steers reports whether a character that JSON leaves as it is could steer a terminal.
func steers(r rune) bool {
	return r >= 0x7f && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r))
}
