// Package htmlreport writes match results as one HTML file that a person can read, search, print and send on.
//
//	err := htmlreport.Write(file, htmlreport.Report{
//		Title: "Candidates for 12111 Health information management occupations", About: "12111", Profile: profile,
//		Candidates: []htmlreport.Candidate{{Rank: 1, Name: "resume.pdf", Result: result, Text: text}},
//	})
//
// The file asks for nothing from the network and works from a disk, without scripts, in a screen reader and on paper. Whatever a
// document says is shown and never obeyed: it is escaped, and the page's content security policy lets no script run but its own.
package htmlreport

import (
	"bufio"
	"embed"
	"fmt"
	"html/template"
	"io"

	"github.com/nocmatch/nocmatch/match"
	"github.com/nocmatch/nocmatch/profiles"
)

// TextBytes is how much of a candidate's text is shown, in bytes: some 6,000 words, twelve pages. The page says where it stops.
const TextBytes = 40_000

// A Report is what the page shows. Its zero value makes a page that says that there is nothing.
//
// With a Profile candidates are compared by it, and the page has a matrix of candidates and duties. Without one (a Profile that has no
// code) each candidate is shown with its own best occupation, Result.Matches[0], and the others of Result.Matches beside it.
type Report struct {
	// Title is the heading of the page.
	Title string
	// About names what was ranked for: a code and a title, or a posting's file. It may be empty.
	About string
	// Profile is the occupation or posting that was ranked for.
	Profile profiles.Profile
	// Candidates are shown in the order given. Each takes some 25 kB of the page beside its text; a page of a few hundred is quick, one of
	// thousands is a burden to a browser.
	Candidates []Candidate
	// Failures are inputs that could not be read, each a message.
	Failures []string
	// Profiles and Version say what the results were made with.
	Profiles match.ProfilesSummary
	Version  string
}

// A Candidate is one document of a report.
type Candidate struct {
	// Rank is shown as it is. 0 stands for the place in the report, counted from 1.
	Rank int
	// Name is shown instead of Result.Document.Name.
	Name string
	// Result is what was matched. Its first match is shown in full: with a Profile, the match for it.
	Result match.Result
	// Text is the text that was matched, which the spans of the result's evidence point into. A span that is not in it is ignored.
	Text string
	// Better are occupations that the candidate matches better than what was ranked for, the best first. Without a Profile they are not
	// shown.
	Better []match.Match
}

//go:embed assets
var assets embed.FS

var pageTemplate = template.Must(template.ParseFS(assets, "assets/*.html"))

// Write writes the report as one self-contained HTML file. The same report gives the same bytes. Candidates are laid out one at a
// time, so memory stays at what the report holds already. An error is one of w.
func Write(w io.Writer, r Report) error {
	b := bufio.NewWriterSize(w, 64<<10)
	if err := pageTemplate.ExecuteTemplate(b, "page.html", newPage(r)); err != nil {
		return fmt.Errorf("htmlreport: %w", err)
	}
	if err := b.Flush(); err != nil {
		return fmt.Errorf("htmlreport: %w", err)
	}
	return nil
}
