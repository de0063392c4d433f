package htmlreport

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// oneLine gives s as it is shown in a name, a unit or a quote: white space as single blanks, none at the ends, and the characters that
// [shown] replaces or leaves out.
func oneLine(s string) string { return strings.Join(strings.Fields(shown(s, 0, len(s))), " ") }

// shown gives s[from:to] as it is shown: line ends as LF, control characters and bytes that are no UTF-8 as U+FFFD. Characters that turn
// the direction of writing are left out: they could make words read as something else than they are. Marks of direction are kept, texts
// that run from right to left need them. What is shown of a text is what is shown of its pieces, one after the other.
func shown(s string, from, to int) string {
	var b strings.Builder
	b.Grow(to - from)
	for i, r := range s[from:to] {
		switch {
		case r == '\r':
			if next := from + i + 1; next < len(s) && s[next] == '\n' {
				continue
			}
			r = '\n'
		case r == '\f' || r == '\v':
			r = '\n'
		case r == '\n' || r == '\t':
		case turnsDirection(r):
			continue
		case unicode.IsControl(r):
			r = utf8.RuneError
		}
		b.WriteRune(r)
	}
	return b.String()
}

// turnsDirection reports whether r opens or closes an embedding, an override or an isolate.
func turnsDirection(r rune) bool {
	return r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069'
}

// isBoundary reports whether s can be cut at i without cutting a character in two.
func isBoundary(s string, i int) bool {
	if i < 0 || i > len(s) {
		return false
	}
	for j := max(i-utf8.UTFMax+1, 0); j < i; j++ {
		if _, n := utf8.DecodeRuneInString(s[j:]); n > i-j {
			return false
		}
	}
	return true
}
