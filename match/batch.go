package match

import (
	"cmp"
	"context"
	"iter"
	"runtime"
)

// MatchAll matches documents, Options.Workers at once, and yields their results in the order of docs. An error belongs to the document
// of its result, whose Document is filled in; the other documents are still done. At most twice as many documents as workers are held
// in memory. When ctx is done, the error of ctx is yielded for the next document and the iteration ends. Stopping early is
// fine: no goroutine outlives the iteration.
func (m *Matcher) MatchAll(ctx context.Context, docs iter.Seq[Document]) iter.Seq2[Result, error] {
	type outcome struct {
		result Result
		err    error
	}
	return func(yield func(Result, error) bool) {
		workers := cmp.Or(m.options.Workers, runtime.GOMAXPROCS(0))
		ctx, cancel := context.WithCancel(ctx)
		running := make(chan struct{}, workers)
		queue := make(chan chan outcome, workers)
		read := make(chan struct{})
		defer func() {
			cancel()
			for range queue { // lets the reader and the workers end
			}
			<-read
		}()
		go func() {
			defer close(read)
			defer close(queue)
			for d := range docs {
				if ctx.Err() != nil {
					return
				}
				done := make(chan outcome, 1)
				running <- struct{}{}
				go func() {
					r, err := m.Match(ctx, d)
					done <- outcome{r, err}
					<-running
				}()
				queue <- done
			}
		}()
		for done := range queue {
			o := <-done
			if !yield(o.result, o.err) || ctx.Err() != nil {
				return
			}
		}
	}
}
