package main

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"sync"

	"github.com/nocmatch/nocmatch/examples/internal/textfile"
	"github.com/nocmatch/nocmatch/match"
)

// documents turns queries into documents when the matcher asks for them, in a goroutine of its own perhaps.
type documents struct {
	queries []query

	mu       sync.Mutex
	files    map[string]textFile // by id, of documents without a result yet
	failures []error
}

// A textFile is the file of a query as it was read.
type textFile struct {
	textfile.File
	path   string
	titled bool // the document has a title or an industry too
}

func newDocuments(qs []query) *documents {
	return &documents{queries: qs, files: map[string]textFile{}}
}

func (d *documents) all(ctx context.Context) iter.Seq2[match.Document, error] {
	return func(yield func(match.Document, error) bool) {
		for _, q := range d.queries {
			doc := match.Document{Name: q.ID, Title: q.Title, Industry: q.Industry, Text: q.Text}
			if q.file != "" {
				file, err := textfile.Read(ctx, q.file, nil, match.DefaultMaxBytes)
				if err != nil {
					if !yield(doc, err) {
						return
					}
					continue
				}
				doc.Text = file.Text
				d.keep(q.ID, textFile{file, q.file, q.Title+q.Industry != ""})
			}
			if !yield(doc, nil) {
				return
			}
		}
	}
}

func (d *documents) keep(id string, f textFile) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if !f.Decoded {
		f.Text = "" // the document has it
	}
	d.files[id] = f
}

// complete puts into a result what only the reader of its file knows.
func (d *documents) complete(id string, r *match.Result) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if f, ok := d.files[id]; ok {
		delete(d.files, id)
		r.Document.SHA256, r.Document.Bytes, r.Text = f.SHA256, f.Bytes, f.Text
	}
}

// explain puts an error of the matcher, about a document that then has no result, in terms of the queries.
func (d *documents) explain(id string, err error) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	f, ok := d.files[id]
	delete(d.files, id)
	var large *match.TooLargeError
	switch {
	case errors.As(err, &large) && ok:
		return f.TooLarge(f.path, large.Max, f.titled)
	case errors.As(err, &large):
		return fmt.Errorf("query %s: its text, title and industry are larger than the limit of %d bytes: split the text", id, large.Max)
	}
	return err
}

func (d *documents) fail(err error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.failures = append(d.failures, err)
}
