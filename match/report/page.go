package report

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"github.com/nocmatch/nocmatch/match"
	"github.com/nocmatch/nocmatch/match/internal/text"
)

// maxListed is how many names a list on one line gives before "and 7 more".
const maxListed = 12

// page lays out a report. Text is cleaned and cut to its width before it is styled, so that escape sequences don't count as columns.
type page struct {
	text   strings.Builder
	width  int
	detail int
	absent bool
	style  func(Role, string) string
	title  func(string) string
}

func newPage(o Options) *page {
	p := &page{
		width:  cmp.Or(o.Width, DefaultWidth),
		detail: cmp.Or(o.Detail, DefaultDetail),
		absent: o.Absent,
		style:  o.Style,
		title:  o.Title,
	}
	if p.style == nil {
		p.style = func(_ Role, text string) string { return text }
	}
	if p.title == nil {
		p.title = func(string) string { return "" }
	}
	return p
}

func (p *page) blank() { p.text.WriteByte('\n') }

// line writes styled pieces as one line, indented by a number of columns.
func (p *page) line(indent int, pieces ...string) {
	p.text.WriteString(strings.Repeat(" ", indent))
	for _, s := range pieces {
		p.text.WriteString(s)
	}
	p.blank()
}

// wrapped writes words in as many lines as they need, all but the first indented to hang below the first word.
func (p *page) wrapped(indent int, label string, role Role, words []string) {
	hang := indent + columns(label)
	if hang > p.width/4 { // a column too narrow to read
		hang = indent + 2
	}
	var line []string
	used := indent + columns(label)
	flush := func() {
		text := p.style(role, strings.Join(line, " "))
		switch {
		case label == "":
			p.line(hang, text)
		case len(line) == 0: // the first word is wider than what the label leaves
			p.line(indent, p.style(RoleLabel, strings.TrimRight(label, " ")))
		default:
			p.line(indent, p.style(RoleLabel, label), text)
		}
		label, line, used = "", nil, hang
	}
	for _, w := range words {
		if n := columns(w); used+n > p.width && (len(line) > 0 || label != "") {
			flush()
		}
		w = shorten(w, p.width-used)
		line = append(line, w)
		used += columns(w) + 1
	}
	flush()
}

// list writes names separated by commas behind a label, at most [maxListed] of them.
func (p *page) list(indent int, label string, role Role, names []string) {
	more := 0
	if len(names) > maxListed {
		names, more = names[:maxListed], len(names)-maxListed
	}
	var words []string
	for i, n := range names {
		n = text.OneLine(n)
		if i < len(names)-1 || more > 0 {
			n += ","
		}
		// A short name stays on one line: broken in two it would read as two names.
		if columns(n) <= p.width/2 {
			words = append(words, n)
		} else {
			words = append(words, strings.Fields(n)...)
		}
	}
	if more > 0 {
		words = append(words, fmt.Sprintf("and %d more", more))
	}
	p.wrapped(indent, label, role, words)
}

// document writes what comes before the matches.
func (p *page) document(r match.Result) {
	size := "1 word"
	if r.Document.Words != 1 {
		size = strconv.Itoa(r.Document.Words) + " words"
	}
	if name := text.OneLine(r.Document.Name); name == "" {
		p.line(0, p.style(RoleHeading, "Document of "+size))
	} else {
		size = " (" + size + ")"
		p.line(0, p.style(RoleHeading, shorten(name, p.width-columns(size))), p.style(RoleDim, size))
	}
	said := match.WarningCode("") // the warning that the first line makes superfluous
	switch {
	case r.Document.Words == 0:
		said = match.WarnEmpty
		p.notice("No occupation named: the document has no words.")
	case len(r.Matches) == 0:
		said = match.WarnUnknown
		p.notice("No occupation named: no word of the document occurs in any profile.")
	case r.Abstained:
		p.notice("No occupation named: the document shows too little. What follows are weak candidates.")
	}
	for _, w := range r.Warnings {
		if w.Code != said {
			p.notice("Warning (" + text.OneLine(string(w.Code)) + "): " + text.OneLine(w.Message))
		}
	}
}

func (p *page) notice(text string) { p.wrapped(0, "", RoleWarning, strings.Fields(text)) }
