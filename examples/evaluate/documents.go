package main

import (
	"context"
	"iter"
	"sync"

	"github.com/nocmatch/nocmatch/examples/internal/textfile"
	"github.com/nocmatch/nocmatch/match"
)

// documents turns queries into documents when the matcher asks for them, in a goroutine of its own perhaps.
type documents struct {
	queries []query

	mu       sync.Mutex
	files    map[string]textfile.File // by id, of documents without a result yet
	failures []error
}

func newDocuments(qs []query) *documents {
	return &documents{queries: qs, files: map[string]textfile.File{}}
}

func (d *documents) all(ctx context.Context) iter.Seq[match.Document] {
	return func(yield func(match.Document) bool) {
		for _, q := range d.queries {
			doc := match.Document{Name: q.ID, Title: q.Title, Industry: q.Industry, Text: q.Text}
			if q.file != "" {
				file, err := textfile.Read(ctx, q.file, nil, match.DefaultMaxBytes)
				if err != nil {
					d.fail(err)
					continue
				}
				doc.Text = file.Text
				d.keep(q.ID, file)
			}
			if !yield(doc) {
				return
			}
		}
	}
}

func (d *documents) keep(id string, f textfile.File) {
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

func (d *documents) fail(err error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.failures = append(d.failures, err)
}
