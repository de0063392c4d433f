package main

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/nocmatch/nocmatch/match"
)

// pageWidth is how many columns a page takes: what every terminal has.
const pageWidth = 80

// textPage lays out paragraphs for people.
type textPage struct {
	text  strings.Builder
	style func(match.Role, string) string // nil for plain text
}

func (t *textPage) line(s string) {
	t.text.WriteString(s)
	t.text.WriteByte('\n')
}

func (t *textPage) section(title string) {
	t.line("")
	t.line(title)
}

// item writes a paragraph behind a dash.
func (t *textPage) item(s string) { t.wrap("  - ", "    ", s) }

// para writes a paragraph, indented.
func (t *textPage) para(indent int, s string) {
	blanks := strings.Repeat(" ", indent)
	t.wrap(blanks, blanks, s)
}

// wrap breaks a paragraph between words; the first line begins with first, the others with rest. Nothing is written for an empty one.
func (t *textPage) wrap(first, rest, s string) { t.styled("", first, rest, s) }

// styled is wrap for a paragraph with a role; what lines begin with has none.
func (t *textPage) styled(role match.Role, first, rest, s string) {
	t.labelled("", role, first, rest, s)
}

// labelled is styled for a paragraph behind a label.
func (t *textPage) labelled(label string, role match.Role, first, rest, s string) {
	begin, line, used := first, "", utf8.RuneCountInString(first+label)
	if label != "" {
		begin, used = first+t.in(match.RoleLabel, label)+" ", used+1
	}
	empty := true
	for _, word := range strings.Fields(printable(s)) {
		n := utf8.RuneCountInString(word)
		if !empty && used+1+n > pageWidth {
			t.line(begin + t.in(role, line))
			begin, line, used, empty = rest, "", utf8.RuneCountInString(rest), true
		}
		if !empty {
			line, used = line+" ", used+1
		}
		line, used, empty = line+word, used+n, false
	}
	if !empty {
		t.line(begin + t.in(role, line))
	}
}

// in styles a piece of a line.
func (t *textPage) in(role match.Role, s string) string {
	if t.style == nil || role == "" {
		return s
	}
	return t.style(role, s)
}

// printable replaces control characters, which in a file from elsewhere could steer the terminal, and puts all on one line.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return ' '
		}
		return r
	}, tame(s))
}

// tame replaces control characters but the white space of texts.
func tame(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == '\r', r == '\t':
			return r
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r):
			return utf8.RuneError
		}
		return r
	}, s)
}
