package match

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

var errDamaged = errors.New("the file is damaged")

// manyDocuments yields documents of which some are too large and some could not be read.
func manyDocuments(n int, taken *atomic.Int64) iter.Seq2[Document, error] {
	return func(yield func(Document, error) bool) {
		for i := range n {
			taken.Add(1)
			d := Document{Name: fmt.Sprint(i), Text: "Bicycle mechanic who trues wheels"}
			var err error
			switch i % 7 {
			case 3:
				d.Text = strings.Repeat("too long ", 50)
			case 5:
				err = errDamaged
			}
			if !yield(d, err) {
				return
			}
		}
	}
}

// noGoroutineLeft waits until no more goroutines run than before.
func noGoroutineLeft(t *testing.T, before int) {
	t.Helper()
	for wait := time.Millisecond; runtime.NumGoroutine() > before; wait *= 2 {
		if wait > 2*time.Second {
			t.Fatalf("%d goroutines before, %d after", before, runtime.NumGoroutine())
		}
		time.Sleep(wait)
	}
}

// TestMatchAll: results come in the order of the documents, and an error of reading or matching is
// that of its document, whose name the result has.
func TestMatchAll(t *testing.T) {
	m := matcherOf(t, workshop(), Options{Workers: 4, MaxBytes: 200})
	var taken atomic.Int64
	i := 0
	for r, err := range m.MatchAll(t.Context(), manyDocuments(100, &taken)) {
		if r.Document.Name != fmt.Sprint(i) {
			t.Fatalf("result %d is of document %q", i, r.Document.Name)
		}
		switch large := errors.As(err, new(*TooLargeError)); {
		case large != (i%7 == 3), errors.Is(err, errDamaged) != (i%7 == 5), err != nil && i%7 != 3 && i%7 != 5:
			t.Errorf("document %d: %v", i, err)
		case err == nil && len(r.Matches) == 0, err != nil && len(r.Matches) > 0:
			t.Errorf("document %d: %d matches, and the error %v", i, len(r.Matches), err)
		}
		i++
	}
	if i != 100 {
		t.Errorf("%d results of 100 documents", i)
	}
}

func TestMatchAllStopsEarly(t *testing.T) {
	m := matcherOf(t, workshop(), Options{Workers: 3})
	before := runtime.NumGoroutine()
	var taken atomic.Int64
	n := 0
	for range m.MatchAll(t.Context(), manyDocuments(100_000, &taken)) {
		if n++; n == 5 {
			break
		}
	}
	if got := taken.Load(); got > 5+2*3+2 {
		t.Errorf("%d documents were read for 5 results", got)
	}
	noGoroutineLeft(t, before)
}

// TestMatchAllDone: a context that is done before the start ends the iteration with its error, once.
func TestMatchAllDone(t *testing.T) {
	m := matcherOf(t, workshop(), Options{Workers: 3})
	cause := errors.New("the server shuts down")
	ctx, cancel := context.WithCancelCause(t.Context())
	cancel(cause)
	deadline, stop := context.WithDeadline(t.Context(), time.Now().Add(-time.Second))
	defer stop()
	for _, tt := range []struct {
		ctx  context.Context
		want error
	}{{ctx, context.Canceled}, {deadline, context.DeadlineExceeded}} {
		for _, documents := range []int{0, 1, 1000} {
			for range 200 {
				var taken atomic.Int64
				var errs []error
				for _, err := range m.MatchAll(tt.ctx, manyDocuments(documents, &taken)) {
					errs = append(errs, err)
				}
				if len(errs) != 1 || !errors.Is(errs[0], tt.want) {
					t.Fatalf("of %d documents: errors %v, want one, %v", documents, errs, tt.want)
				}
			}
		}
	}
}

// TestMatchAllCancelled: cancelled midway, the iteration ends with the error of the context, at the
// next result: two hundred times, as it depends on which goroutine is first.
func TestMatchAllCancelled(t *testing.T) {
	m := matcherOf(t, workshop(), Options{Workers: 3})
	before := runtime.NumGoroutine()
	for run := range 200 {
		ctx, cancel := context.WithCancel(t.Context())
		var taken atomic.Int64
		after := 1 + run%9
		n := 0
		var last error
		for _, err := range m.MatchAll(ctx, manyDocuments(100_000, &taken)) {
			last = err
			if n++; n == after {
				cancel()
			}
		}
		if n != after+1 || !errors.Is(last, context.Canceled) {
			t.Fatalf("run %d: cancelled at result %d, %d results came, the last with the error %v", run, after, n, last)
		}
		cancel()
	}
	noGoroutineLeft(t, before)
}

// TestMatchAllCancelledAtTheEnd: who cancels at the last result is told so too.
func TestMatchAllCancelledAtTheEnd(t *testing.T) {
	m := matcherOf(t, workshop(), Options{Workers: 3})
	for range 200 {
		ctx, cancel := context.WithCancel(t.Context())
		var taken atomic.Int64
		n := 0
		var last error
		for _, err := range m.MatchAll(ctx, manyDocuments(5, &taken)) {
			last = err
			if n++; n == 5 {
				cancel()
			}
		}
		cancel()
		if n != 6 || !errors.Is(last, context.Canceled) {
			t.Fatalf("%d results, the last with %v", n, last)
		}
	}
}

// TestMatchAllPanic: a panic of the caller's iterator is an error, after the results of what it had
// yielded; it doesn't end the program, nor does an iterator that ends its goroutine.
func TestMatchAllPanic(t *testing.T) {
	m := matcherOf(t, workshop(), Options{Workers: 3})
	before := runtime.NumGoroutine()
	for name, end := range map[string]func(){
		"panic":       func() { panic("no such folder") },
		"panic error": func() { panic(errDamaged) },
		"goexit":      runtime.Goexit,
	} {
		docs := func(yield func(Document, error) bool) {
			_ = yield(Document{Name: "a", Title: "baker"}, nil) && yield(Document{Name: "b", Title: "baker"}, nil)
			end()
		}
		var got []string
		var last error
		for r, err := range m.MatchAll(t.Context(), docs) {
			got, last = append(got, r.Document.Name), err
		}
		switch {
		case strings.Join(got[:min(2, len(got))], " ") != "a b":
			t.Errorf("%s: results of %q, want those of a and b first", name, got)
		case last == nil || len(got) != 3:
			t.Errorf("%s: the last of %d results has the error %v, want one that tells of the end", name, len(got), last)
		case name == "panic" && !strings.Contains(last.Error(), "no such folder"):
			t.Errorf("%s: error %v, want the panic in it", name, last)
		case name == "panic error" && !errors.Is(last, errDamaged):
			t.Errorf("%s: error %v, want one that wraps the panic", name, last)
		}
	}
	noGoroutineLeft(t, before)
}

func TestMatchAllOfNothing(t *testing.T) {
	var taken atomic.Int64
	for range matcherOf(t, workshop(), Options{}).MatchAll(t.Context(), manyDocuments(0, &taken)) {
		t.Error("a result of no document")
	}
}
