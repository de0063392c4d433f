package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"sync"

	"github.com/nocmatch/nocmatch/examples/internal/outfile"
	"github.com/nocmatch/nocmatch/examples/internal/textfile"
	"github.com/nocmatch/nocmatch/match"
)

// inputs reads files when the matcher asks for them, so that a thousand files take the memory of a few, and keeps what a result needs of
// its file until the result is there.
type inputs struct {
	names           []string // none for a title on its own
	title, industry string
	stdin           io.Reader
	limit           int // of a file, in bytes

	mu   sync.Mutex // the matcher may ask for documents in a goroutine of its own
	read []input    // what was read and has no result yet, in the order of names
}

// An input is a file as it was read, or why it could not be.
type input struct {
	name string
	file textfile.File
	err  error
	bare bool // a title on its own, no file
}

// count is the number of inputs.
func (in *inputs) count() int { return max(len(in.names), 1) }

// documents yields a document for each input that can be read.
func (in *inputs) documents(ctx context.Context) iter.Seq[match.Document] {
	return func(yield func(match.Document) bool) {
		d := match.Document{Title: in.title, Industry: in.industry}
		if len(in.names) == 0 {
			in.add(input{bare: true})
			yield(d)
			return
		}
		for _, name := range in.names {
			file, err := textfile.Read(ctx, name, in.stdin, in.limit)
			if ctx.Err() != nil {
				return
			}
			in.add(input{name: name, file: file, err: err})
			if err != nil {
				continue
			}
			d.Name, d.Text = name, file.Text
			if !yield(d) {
				return
			}
		}
	}
}

func (in *inputs) add(i input) {
	in.mu.Lock()
	defer in.mu.Unlock()
	if !i.file.Decoded {
		i.file.Text = "" // the document has it; only a decoded text is needed again
	}
	in.read = append(in.read, i)
}

// next returns the input of the next result, which come in the order of the inputs, and the errors of those before it that could not
// be read.
func (in *inputs) next() (input, []error) {
	in.mu.Lock()
	defer in.mu.Unlock()
	var errs []error
	for len(in.read) > 0 {
		i := in.read[0]
		in.read = in.read[1:]
		if i.err == nil {
			return i, errs
		}
		errs = append(errs, i.err)
	}
	return input{}, errs
}

// rest returns the errors of the inputs that could not be read after the last one that could.
func (in *inputs) rest() []error {
	_, errs := in.next()
	return errs
}

// explain puts an error of the matcher in terms of the command line.
func (in *inputs) explain(i input, err error) error {
	var large *match.TooLargeError
	switch {
	case errors.As(err, &large) && i.bare:
		return fmt.Errorf("--title and --industry: larger than the limit of %d bytes: give the text in a file of its own", large.Max)
	case errors.As(err, &large):
		return i.file.TooLarge(i.name, large.Max, in.title+in.industry != "")
	}
	return err
}

// complete puts into a result what only the reader of the file knows.
func (i input) complete(r *match.Result) {
	if i.bare {
		return
	}
	r.Document.SHA256, r.Document.Bytes = i.file.SHA256, i.file.Bytes
	if i.file.Decoded {
		r.Text = i.file.Text
	}
}

// notAnInput reports an output file that would replace a file that is read: one of names, standard input aside, or of inputs.
func notAnInput(out string, names []string, inputs ...outfile.Named) error {
	for _, name := range names {
		if name != textfile.Stdin {
			inputs = append(inputs, outfile.Named{Path: name})
		}
	}
	return outfile.Overlap([]outfile.Named{{Flag: "--out", Path: out}}, inputs)
}
