package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"regexp"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"github.com/nocmatch/nocmatch/examples/internal/documents"
	"github.com/nocmatch/nocmatch/examples/internal/masking"
	"github.com/nocmatch/nocmatch/examples/internal/outfile"
	"github.com/nocmatch/nocmatch/match"
)

// inputs are what a command line names to read.
type inputs struct {
	reading
	args            []string // none for a title on its own
	title, industry string
	stdin           io.Reader
	personal        func(text string) []masking.Span // what to mask; nil for nothing
}

// An input is a file as it was found, or why it could not be read.
type input struct {
	number int // from 1
	path   string
	bare   bool // a title on its own, no file
	raw    []byte
	err    error
}

// A document is an input as it was read.
type document struct {
	match.Document
	number   int
	path     string
	bare     bool
	file     documents.File
	personal func(text string) []masking.Span
}

// all yields the inputs one after the other, so that a thousand files take the memory of a few.
func (in inputs) all(ctx context.Context) iter.Seq[input] {
	return func(yield func(input) bool) {
		if len(in.args) == 0 {
			yield(input{number: 1, bare: true})
			return
		}
		number := 0
		for source, err := range documents.Find(ctx, in.args, in.stdin, in.limits) {
			number++
			i := input{number: number, path: source.Name, err: err}
			if err == nil {
				i.raw, i.err = source.Read(ctx)
			}
			if !yield(i) {
				return
			}
		}
	}
}

// count is the number of inputs. It reads no file, but may look into archives.
func (in inputs) count(ctx context.Context) int {
	n := 0
	for range documents.Find(ctx, in.args, in.stdin, in.limits) {
		n++
	}
	return n
}

// open reads an input as a document.
func (in inputs) open(ctx context.Context, i input) (document, error) {
	d := document{number: i.number, path: i.path, bare: i.bare, personal: in.personal, Document: match.Document{Title: in.title, Industry: in.industry}}
	if i.bare || i.err != nil {
		return d, i.err
	}
	file, err := documents.Read(ctx, i.path, i.raw, in.limits)
	if err != nil {
		return d, err
	}
	d.Name, d.Text, d.file = i.path, file.Text, file
	d.file.Text = ""
	return d, nil
}

// timed does all the work for one input, within the time that a file may take. Work that does not heed its context is left behind.
func timed[T any](ctx context.Context, in inputs, path string, do func(context.Context) (T, error)) (T, error) {
	ctx, cancel := documents.WithinTime(ctx, in.limits)
	defer cancel()
	type result struct {
		value T
		err   error
	}
	done := make(chan result, 1)
	go func() {
		value, err := do(ctx)
		done <- result{value, err}
	}()
	var r result
	select {
	case r = <-done:
	case <-ctx.Done():
		r.err = context.Cause(ctx)
	}
	if late := documents.TookTooLong(ctx, path, in.limits); late != nil {
		r = result{err: late}
	}
	return r.value, r.err
}

// explain puts an error in terms of the command line.
func (in inputs) explain(i input, err error) error {
	var large *match.TooLargeError
	switch {
	case errors.As(err, &large) && i.bare:
		return fmt.Errorf("--title and --industry: larger than the limit of %d bytes: give the text in a file of its own", large.Max)
	case errors.As(err, &large):
		titled := ""
		if in.title+in.industry != "" {
			titled = " together with its title and industry"
		}
		err = fmt.Errorf("%s: larger than the limit of %d bytes%s: split it into smaller files", i.path, large.Max, titled)
	}
	if in.personal != nil {
		what := inQuotes.ReplaceAllString(strings.TrimPrefix(err.Error(), i.path+": "), `"`+masking.Mask+`"`)
		return fmt.Errorf("%s: %s", candidateName(i.number), what)
	}
	return err
}

// inQuotes is what an error quotes, such as the name of an attachment.
var inQuotes = regexp.MustCompile(`"[^"]*"`)

// only reads the one document that an argument names.
func (in inputs) only(ctx context.Context) (document, error) {
	var found *input
	for i := range in.all(ctx) {
		if found != nil {
			return document{}, fmt.Errorf("%s: holds more than one document: name one of them", in.args[0])
		}
		found = &i
	}
	if err := ctx.Err(); err != nil {
		return document{}, interruption{}
	}
	if found == nil {
		return document{}, errNoDocument(in.args)
	}
	d, err := in.open(ctx, *found)
	if err != nil {
		return d, in.explain(*found, err)
	}
	return d, nil
}

// errNoDocument is the error of folders and archives with nothing in them.
func errNoDocument(args []string) error {
	return fmt.Errorf("%s: no file in it: name files, or a folder that has some", strings.Join(args, ", "))
}

// stdinOnce reports arguments that read standard input more than once.
func stdinOnce(args ...string) error {
	if i := slices.Index(args, documents.Stdin); i >= 0 && slices.Contains(args[i+1:], documents.Stdin) {
		return errors.New(`standard input can be read once: give "-" once`)
	}
	return nil
}

// noOverlap reports an output that would replace a file that is read, one of names, standard input aside, or of inputs; or another output.
func noOverlap(outputs []outfile.Named, names []string, inputs ...outfile.Named) error {
	for _, name := range names {
		if name == documents.Stdin {
			continue
		}
		inputs = append(inputs, outfile.Named{Path: name})
		if _, err := os.Stat(name); err != nil {
			files, _ := doublestar.FilepathGlob(name) // what is no pattern is reported when it is read
			for _, file := range files {
				inputs = append(inputs, outfile.Named{Path: file})
			}
		}
	}
	return outfile.Overlap(outputs, inputs)
}

// notAnInput is noOverlap for --out.
func notAnInput(out string, names []string, inputs ...outfile.Named) error {
	return noOverlap([]outfile.Named{{Flag: "--out", Path: out}}, names, inputs...)
}
