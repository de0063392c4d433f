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

func manyDocuments(n int, taken *atomic.Int64) iter.Seq[Document] {
	return func(yield func(Document) bool) {
		for i := range n {
			taken.Add(1)
			text := "Bicycle mechanic who trues wheels"
			if i%7 == 3 {
				text = strings.Repeat("too long ", 50)
			}
			if !yield(Document{Name: fmt.Sprint(i), Text: text}) {
				return
			}
		}
	}
}

func TestMatchAll(t *testing.T) {
	m := matcherOf(t, workshop(), Options{Workers: 4, MaxBytes: 200})
	var taken atomic.Int64
	i := 0
	for r, err := range m.MatchAll(t.Context(), manyDocuments(100, &taken)) {
		if r.Document.Name != fmt.Sprint(i) {
			t.Fatalf("result %d is of document %s", i, r.Document.Name)
		}
		if large := errors.As(err, new(*TooLargeError)); large != (i%7 == 3) || !large && err != nil {
			t.Errorf("document %d: %v", i, err)
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
	if got := taken.Load(); got > 30 {
		t.Errorf("%d documents were read for 5 results", got)
	}
	for wait := time.Millisecond; runtime.NumGoroutine() > before; wait *= 2 {
		if wait > 2*time.Second {
			t.Fatalf("%d goroutines before, %d after", before, runtime.NumGoroutine())
		}
		time.Sleep(wait)
	}
}

func TestMatchAllCancelled(t *testing.T) {
	m := matcherOf(t, workshop(), Options{Workers: 3})
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var taken atomic.Int64
	n := 0
	var last error
	for _, err := range m.MatchAll(ctx, manyDocuments(100_000, &taken)) {
		last = err
		if n++; n == 5 {
			cancel()
		}
	}
	if n > 6 || !errors.Is(last, context.Canceled) && n > 5 {
		t.Errorf("%d results, the last with %v", n, last)
	}
}

func TestMatchAllOfNothing(t *testing.T) {
	var taken atomic.Int64
	for range matcherOf(t, workshop(), Options{}).MatchAll(t.Context(), manyDocuments(0, &taken)) {
		t.Error("a result of no document")
	}
}
