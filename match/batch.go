package match

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"iter"
	"runtime"
)

// MatchAll matches documents, Options.Workers at once, and yields their results in the order of
// docs. An error that docs yields, and one of matching, belongs to the document of its result,
// whose Document is filled in; the other documents are still done. Where reading docs panics, the
// panic is the last error. When ctx is done, the iteration ends at the next result, or once docs
// yields, always with the error of ctx. Docs is called from another goroutine; at most twice as many
// documents as workers, and one, are held in memory. Stopping early is fine: no goroutine outlives the
// iteration.
func (m *Matcher) MatchAll(ctx context.Context, docs iter.Seq2[Document, error]) iter.Seq2[Result, error] {
	return func(yield func(Result, error) bool) {
		b := batch{m: m, workers: cmp.Or(m.options.Workers, runtime.GOMAXPROCS(0))}
		b.queue = make(chan chan outcome, b.workers)
		inner, cancel := context.WithCancel(ctx)
		read := make(chan error, 1)
		go func() {
			err := errUnread // docs may end the goroutine
			defer func() { read <- err }()
			err = b.read(inner, docs)
		}()
		defer func() {
			cancel()
			for range b.queue { // lets the reader and the workers end
			}
		}()
		for done := range b.queue {
			o := <-done
			if ctx.Err() != nil {
				yield(o.result, ctx.Err())
				return
			}
			if !yield(o.result, o.err) {
				return
			}
		}
		if err := cmp.Or(ctx.Err(), <-read); err != nil {
			yield(m.blank(Document{}), err)
		}
	}
}

// errUnread says that docs ended the goroutine that ran it.
var errUnread = errors.New("match: reading the documents ended early: runtime.Goexit was called")

// An outcome is what became of a document.
type outcome struct {
	result Result
	err    error
}

// A batch is the documents on their way.
type batch struct {
	m       *Matcher
	workers int
	queue   chan chan outcome // in the order of the documents
}

// read starts the work on each document, and closes the queue behind the last.
func (b *batch) read(ctx context.Context, docs iter.Seq2[Document, error]) (err error) {
	defer close(b.queue)
	defer func() {
		switch p := recover().(type) {
		case nil:
		case error:
			err = fmt.Errorf("match: reading the documents panicked: %w", p)
		default:
			err = fmt.Errorf("match: reading the documents panicked: %v", p)
		}
	}()
	running := make(chan struct{}, b.workers)
	for d, err := range docs {
		if ctx.Err() != nil {
			return nil
		}
		done := make(chan outcome, 1)
		running <- struct{}{}
		go func() {
			defer func() { <-running }()
			if err != nil {
				done <- outcome{b.m.blank(d), err}
				return
			}
			r, err := b.m.Match(ctx, d)
			done <- outcome{r, err}
		}()
		b.queue <- done
	}
	return nil
}
