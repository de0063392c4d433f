package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// OneLine returns s as it can be shown within a line of a terminal: white space as single blanks, none at the ends, control characters
// and broken UTF-8 as U+FFFD. Soft hyphens and marks that turn the direction of writing are left out: the former are not meant to be
// seen within a line, the latter could make a quote read as something else than it is.
func OneLine(s string) string {
	var b strings.Builder
	blank := false
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			blank = b.Len() > 0
			continue
		case r == '\u00ad' || unicode.Is(unicode.Bidi_Control, r):
			continue
		case unicode.IsControl(r):
			r = utf8.RuneError
		}
		if blank {
			b.WriteByte(' ')
			blank = false
		}
		b.WriteRune(r)
	}
	return b.String()
}
