// Package report writes the result of a match as plain text, for people to read.
//
//	err := report.Write(os.Stdout, result, report.Options{})
package report

import (
	"errors"
	"fmt"
	"io"

	"github.com/nocmatch/nocmatch/match"
)

const (
	// DefaultWidth is how many columns a report is wide unless [Options].Width says otherwise: what every terminal has.
	DefaultWidth = 80
	// DefaultDetail is how many matches a report shows in full unless [Options].Detail says otherwise: the first is the answer,
	// the others are there to compare.
	DefaultDetail = 1

	// minWidth leaves a quote some 40 columns beside its indentation.
	minWidth = 50
)

// A Role says what a piece of a report is, so that a program can give it a colour.
type Role string

// The roles.
const (
	// RoleHeading is the line of a document, and the code and title of an occupation.
	RoleHeading Role = "heading"
	// RoleLabel is the word that opens a section, such as "Duties".
	RoleLabel Role = "label"
	// RoleQuote is words of the document.
	RoleQuote Role = "quote"
	// RoleGood speaks for an occupation: a covered duty, a high confidence.
	RoleGood Role = "good"
	// RolePartial is between good and bad: a partly covered duty, a middling confidence.
	RolePartial Role = "partial"
	// RoleBad speaks against an occupation.
	RoleBad Role = "bad"
	// RoleWarning is what a reader should know before the matches: an abstention, a warning.
	RoleWarning Role = "warning"
	// RoleDim is of less weight: a duty that is not shown, a score.
	RoleDim Role = "dim"
)

// Options of [Write]. The zero value works: plain text, [DefaultWidth] columns, [DefaultDetail] match in full.
type Options struct {
	// Width is how many columns a line may take, at least 50; 0 means [DefaultWidth]. Only a title of an occupation may be longer.
	Width int
	// Detail is how many matches are shown in full, the others in three lines each; 0 means [DefaultDetail], and none where the result
	// abstains: the details of a guess look like reasons.
	Detail int
	// Absent lists the duties that the document does not show as well, for readers who ask what is missing. It holds for the matches
	// shown in full.
	Absent bool
	// Style returns a piece of text with the escape sequences of its role around it; nil leaves text plain. The text it gets holds no
	// line break and no control character.
	Style func(role Role, text string) string
	// Title returns the title of the occupation that an excluded title belongs to, "" where it is not known; nil leaves the code alone.
	Title func(code string) string
}

// Validate reports everything that is wrong with the options; nil for the zero value.
func (o Options) Validate() error {
	var errs []error
	if o.Width != 0 && o.Width < minWidth {
		errs = append(errs, fmt.Errorf("report: Options.Width is %d: it must be 0 (the default) or at least %d", o.Width, minWidth))
	}
	if o.Detail < 0 {
		errs = append(errs, fmt.Errorf("report: Options.Detail is %d: it must be 0 (the default) or more", o.Detail))
	}
	return errors.Join(errs...)
}

// Write writes a result as plain text for people: what to be careful about, then each occupation with its confidence and the words
// of the document that speak for it and against it. Quotes are shortened to the width and freed of line breaks and of control
// characters, so that a document cannot steer the terminal that shows it. The layout is for reading and may change; programs read the
// JSON form.
//
// An error is one of the options or of w.
func Write(w io.Writer, r match.Result, o Options) error {
	if err := o.Validate(); err != nil {
		return err
	}
	p := newPage(o)
	p.document(r)
	if r.Abstained && o.Detail == 0 {
		p.detail = 0
	}
	for i, m := range r.Matches {
		p.blank()
		p.heading(m)
		if i < p.detail {
			p.full(m)
		} else {
			p.brief(m)
		}
	}
	if _, err := io.WriteString(w, p.text.String()); err != nil {
		return fmt.Errorf("report: writing a report: %w", err)
	}
	return nil
}
