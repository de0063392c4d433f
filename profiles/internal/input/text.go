// Package input is what the readers of profiles share: whole inputs as UTF-8, texts to compare, lists
// to join, and the problems that one reading finds.
package input

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// MaxBytes is the size, in bytes, of the largest input that readers accept: some fifty times the
// official files of NOC 2021. There is no other limit, neither on lines nor on fields.
const MaxBytes = 256 << 20

// ReadAll reads r to its end, or fails where r holds more than limit bytes.
func ReadAll(r io.Reader, limit int64) ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err != nil {
		return nil, err
	}
	if int64(len(b)) > limit {
		return nil, fmt.Errorf("larger than %d bytes: split the file", limit)
	}
	return b, nil
}

// UTF8BOM is the mark that Windows programs put before UTF-8.
var UTF8BOM = []byte("\ufeff")

// Decode returns b as UTF-8 without a byte-order mark. Spreadsheet programs save CSV as UTF-8, UTF-16 with a mark or Windows-1252, and
// bytes that are not valid UTF-8 can only be the last: every sequence of bytes is a Windows-1252 text.
func Decode(b []byte) (string, error) {
	if bytes.HasPrefix(b, []byte{0xff, 0xfe}) || bytes.HasPrefix(b, []byte{0xfe, 0xff}) {
		b, err := unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder().Bytes(b)
		return string(b), err
	}
	b = bytes.TrimPrefix(b, UTF8BOM)
	if utf8.Valid(b) {
		return string(b), nil
	}
	b, err := charmap.Windows1252.NewDecoder().Bytes(b)
	return string(b), err
}

// Tidy trims s and turns each run of white space, no-break spaces and line breaks included, into one space.
func Tidy(s string) string { return strings.Join(strings.Fields(s), " ") }

// Lines returns the lines of s that hold something, tidied.
func Lines(s string) []string {
	var out []string
	for _, line := range strings.FieldsFunc(s, func(r rune) bool { return r == '\n' || r == '\r' }) {
		if line = Tidy(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}

// Fold returns the same key for strings that differ only in case and white space.
func Fold(s string) string { return strings.ToLower(Tidy(s)) }

// Empty reports whether s holds nothing to read.
func Empty(s string) bool { return strings.TrimSpace(s) == "" }

// FoldSentence is [Fold] for sentences, which some sources end with a full stop and others don't.
func FoldSentence(s string) string { return strings.TrimRight(Fold(s), " .") }
