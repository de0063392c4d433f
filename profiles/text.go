package profiles

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// MaxBytes is the size, in bytes, of the largest input that the readers of this package accept: some fifty times the official files of
// NOC 2021. There is no other limit, neither on lines nor on fields.
const MaxBytes = 256 << 20

// readAll reads r to its end, or fails where r holds more than limit bytes.
func readAll(r io.Reader, limit int64) ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err != nil {
		return nil, err
	}
	if int64(len(b)) > limit {
		return nil, fmt.Errorf("larger than %d bytes: split the file", limit)
	}
	return b, nil
}

// utf8BOM is the mark that Windows programs put before UTF-8.
var utf8BOM = []byte("\ufeff")

// decode returns b as UTF-8 without a byte-order mark. Spreadsheet programs save CSV as UTF-8, UTF-16 with a mark or Windows-1252, and
// bytes that are not valid UTF-8 can only be the last: every sequence of bytes is a Windows-1252 text.
func decode(b []byte) (string, error) {
	if bytes.HasPrefix(b, []byte{0xff, 0xfe}) || bytes.HasPrefix(b, []byte{0xfe, 0xff}) {
		b, err := unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder().Bytes(b)
		return string(b), err
	}
	b = bytes.TrimPrefix(b, utf8BOM)
	if utf8.Valid(b) {
		return string(b), nil
	}
	b, err := charmap.Windows1252.NewDecoder().Bytes(b)
	return string(b), err
}

// tidy trims s and turns each run of white space, no-break spaces and line breaks included, into one space.
func tidy(s string) string { return strings.Join(strings.Fields(s), " ") }

// lines returns the lines of s that hold something, tidied.
func lines(s string) []string {
	var out []string
	for _, line := range strings.FieldsFunc(s, func(r rune) bool { return r == '\n' || r == '\r' }) {
		if line = tidy(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}

// fold gives strings that differ only in case and white space the same key.
func fold(s string) string { return strings.ToLower(tidy(s)) }

// empty says whether s holds nothing to read.
func empty(s string) bool { return strings.TrimSpace(s) == "" }
