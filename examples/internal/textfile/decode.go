package textfile

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// Decode returns raw as UTF-8, and whether that took a change of bytes.
//
//  1. UTF-16 is told by its byte-order mark, which is not kept.
//  2. Valid UTF-8 stays as it is, with NUL bytes and with a byte-order mark if it has one: the spans of a result then hold for the file.
//  3. Everything else is read as Windows-1252, in which every sequence of bytes is a text.
func Decode(raw []byte) (text string, decoded bool) {
	var err error
	out := raw
	switch {
	case bytes.HasPrefix(raw, []byte{0xff, 0xfe}), bytes.HasPrefix(raw, []byte{0xfe, 0xff}):
		out, err = unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder().Bytes(raw)
	case !utf8.Valid(raw):
		out, err = charmap.Windows1252.NewDecoder().Bytes(raw)
	default:
		return string(raw), false
	}
	if err != nil {
		// Neither decoder fails on any bytes; if one ever does, broken UTF-8 still makes a text with fewer words.
		return string(bytes.ToValidUTF8(raw, []byte("\ufffd"))), true
	}
	return string(out), true
}
