package match

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// oneLine returns s as it can be shown within a line of a terminal: white space as single blanks, none at the ends, control characters
// and broken UTF-8 as U+FFFD. Soft hyphens and marks that turn the direction of writing are left out: the former are not meant to be
// seen within a line, the latter could make a quote read as something else than it is.
func oneLine(s string) string {
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

// columns returns how wide s is, counting a character as one column and a combining mark as none.
func columns(s string) int {
	n := 0
	for _, r := range s {
		if !unicode.Is(unicode.Mn, r) {
			n++
		}
	}
	return n
}

// ellipsis stands where words were left out.
const ellipsis = " … "

// shorten returns s, if it is wider than width, with words of its middle left out. Both ends stay, because the words that matched lie
// at both ends of a quote. A width of less than five columns is taken for five.
func shorten(s string, width int) string {
	if columns(s) <= width {
		return s
	}
	room := max(width-columns(ellipsis), 2)
	words := strings.Fields(s)
	head, tail := "", ""
	for i, j, grown := 0, len(words)-1, true; grown && i < j; {
		grown = false
		if h := head + " " + words[i]; columns(h)+columns(tail) <= room+2 {
			head, grown = h, true
			i++
		}
		if t := words[j] + " " + tail; columns(head)+columns(t) <= room+2 {
			tail, grown = t, true
			j--
		}
	}
	if head != "" && tail != "" { // each with the blank that the ellipsis brings
		return strings.TrimSpace(head) + ellipsis + strings.TrimSpace(tail)
	}
	rs := []rune(s)
	front, back := (room+1)/2, len(rs)-room/2
	for back < len(rs) && unicode.Is(unicode.Mn, rs[back]) {
		back++ // its letter is left out
	}
	return strings.TrimSpace(string(rs[:front])) + ellipsis + strings.TrimSpace(string(rs[back:]))
}
