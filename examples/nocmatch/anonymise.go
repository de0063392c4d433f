package main

import (
	"errors"
	"strconv"

	"github.com/nocmatch/nocmatch/examples/internal/masking"
	"github.com/nocmatch/nocmatch/examples/internal/outfile"
	"github.com/nocmatch/nocmatch/match"
)

// candidateName is what a document is called where its name could tell whose it is.
func candidateName(number int) string { return "candidate " + strconv.Itoa(number) }

// recogniser gives what finds the details to mask; nil where none are to be masked.
func (r reading) recogniser(m matcher) func(text string) []masking.Span {
	if !r.anonymise {
		return nil
	}
	return m.PersonalDetails
}

// withKey does work whose notices have a table of who is who, if one is asked for. It is written when the work is done or interrupted.
func (r reading) withKey(n *notices, do func() error) error {
	if r.key == "" {
		return do()
	}
	file, err := outfile.Create(r.key)
	if err != nil {
		return err
	}
	defer file.Abort()
	n.key = newTable(file, false, []string{"candidate", "file"})
	return closing(do(), func() error { return errors.Join(n.key.flush(), file.Commit()) })
}

// A view is a document as outputs show it.
type view struct {
	name, text string
	masked     *masking.Text // nil where nothing is masked
	document   document
}

func newView(d document) view {
	v := view{name: d.path, text: d.Text, document: d}
	if d.personal != nil && !d.bare {
		v.masked = masking.New(d.Text, d.personal(d.Text))
		v.name, v.text = candidateName(d.number), v.masked.Masked
	}
	return v
}

// complete puts into a result of the document what only its reader knows, and takes out what is not to be shown.
func (v view) complete(r *match.Result) {
	d := v.document
	if d.bare {
		return
	}
	r.Document.Name, r.Document.SHA256, r.Document.Bytes = v.name, d.file.SHA256, d.file.Bytes
	r.Warnings = append(r.Warnings, hiddenText(v.leftOut())...)
	if d.file.Converted {
		r.Text = v.text
	}
	if v.masked != nil {
		v.masked.Result(r)
		r.Text = v.text
	}
}

// move gives where a span of the document is in the text that is shown.
func (v view) move(s masking.Span) (start, end int) {
	if v.masked == nil {
		return s.Start, s.End
	}
	return v.masked.Move(s.Start, s.End)
}
