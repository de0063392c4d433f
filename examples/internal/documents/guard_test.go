package documents

import (
	"context"
	"errors"
	"testing"
	"time"
)

func TestGuard(t *testing.T) {
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	release := make(chan struct{})
	defer close(release)
	for _, tc := range []struct {
		reason string
		ctx    context.Context
		limit  time.Duration
		parse  func(context.Context) (File, error)
		want   error
	}{
		{"a parser that panics", t.Context(), time.Hour, func(context.Context) (File, error) { panic("index out of range") }, errDamaged},
		{"a parser that heeds its context", t.Context(), 1, func(ctx context.Context) (File, error) { <-ctx.Done(); return File{}, ctx.Err() }, errTime},
		{"a parser that hangs", t.Context(), 1, func(context.Context) (File, error) { <-release; return File{}, nil }, errTime},
		{"a program that is stopped", cancelled, time.Hour, func(context.Context) (File, error) { <-release; return File{}, nil }, context.Canceled},
		{"a parser that is done", t.Context(), time.Hour, func(context.Context) (File, error) { return File{Text: "text"}, nil }, nil},
	} {
		f, err := guard(tc.ctx, tc.limit, tc.parse)
		if !errors.Is(err, tc.want) || (tc.want == nil) != (f.Text == "text") {
			t.Errorf("%s: %+v, %v; want %v", tc.reason, f, err, tc.want)
		}
	}
}
