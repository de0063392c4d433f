package personal

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// folded maps the letters of the Latin blocks to lower-case letters without accents.
var folded = func() map[rune]string {
	m := map[rune]string{
		'ø': "o", 'Ø': "o", 'ł': "l", 'Ł': "l", 'đ': "d", 'Đ': "d", 'ß': "ss", 'æ': "ae", 'Æ': "ae", 'œ': "oe", 'Œ': "oe",
		'ı': "i", 'ð': "d", 'Ð': "d", 'þ': "th", 'Þ': "th", '’': "'", '‐': "-", '‑': "-", '\u00ad': "",
		'ﬀ': "ff", 'ﬁ': "fi", 'ﬂ': "fl", 'ﬃ': "ffi", 'ﬄ': "ffl",
	}
	add := func(lo, hi rune) {
		for r := lo; r <= hi; r++ {
			if _, ok := m[r]; ok {
				continue
			}
			d := norm.NFD.String(string(r))
			if len(d) > 1 && d[0] < utf8.RuneSelf {
				m[r] = string(unicode.ToLower(rune(d[0])))
			}
		}
	}
	add(0xC0, 0x24F)
	add(0x1E00, 0x1EFF)
	for r := rune(0x300); r <= 0x36F; r++ {
		m[r] = ""
	}
	return m
}()

// appendFold appends r in lower case and without accents.
func appendFold(b []byte, r rune) []byte {
	switch {
	case r < utf8.RuneSelf:
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		return append(b, byte(r))
	default:
		if s, ok := folded[r]; ok {
			return append(b, s...)
		}
		return utf8.AppendRune(b, unicode.ToLower(r))
	}
}

func foldString(s string) string {
	b := make([]byte, 0, len(s))
	for _, r := range s {
		b = appendFold(b, r)
	}
	return string(b)
}
