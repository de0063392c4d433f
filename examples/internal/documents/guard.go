package documents

import (
	"context"
	"time"
)

// WithinTime returns a context for all that is done with one file, its reading and what comes after. It ends when the time of the limits is
// up; [TookTooLong] then tells.
func WithinTime(ctx context.Context, l Limits) (context.Context, context.CancelFunc) {
	return context.WithTimeoutCause(ctx, l.withDefaults().Time, errTime)
}

// TookTooLong returns the error of a file whose time, by [WithinTime], is up, with what to do; nil while it is not.
func TookTooLong(ctx context.Context, name string, l Limits) error {
	if ctx.Err() == nil || context.Cause(ctx) != errTime {
		return nil
	}
	return explain(name, errTime, l.withDefaults())
}

// guard returns what parse does, or an error where it panics, takes longer than limit, or ctx is done before. Go cannot stop a goroutine from
// without: parse is asked to by its context, and left behind if it does not.
func guard(ctx context.Context, limit time.Duration, parse func(context.Context) (File, error)) (File, error) {
	ctx, cancel := context.WithTimeoutCause(ctx, limit, errTime)
	defer cancel()
	type result struct {
		file File
		err  error
	}
	done := make(chan result, 1)
	go func() {
		var r result
		defer func() {
			if p := recover(); p != nil {
				r = result{err: errPanic} // what the panic says is of use to nobody who has a file to read
			}
			done <- r
		}()
		r.file, r.err = parse(ctx)
	}()
	select {
	case r := <-done:
		if r.err != nil && ctx.Err() != nil {
			r.err = context.Cause(ctx) // which the parser may see first
		}
		return r.file, r.err
	case <-ctx.Done():
		return File{}, context.Cause(ctx)
	}
}
