package report

import (
	"strings"
	"unicode"
)

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
