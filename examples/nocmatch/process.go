package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/nocmatch/nocmatch/examples/internal/inorder"
)

// errSomeFailed ends the message that counts the inputs that failed, each of which was reported; the others are done.
var errSomeFailed = errors.New("failed")

// An interruption is the error of work that was stopped from without.
type interruption struct{ done int }

func (i interruption) Error() string {
	return "interrupted after " + counted(i.done, "input", "inputs")
}

// notices tell people, on standard error, how the work goes.
type notices struct {
	w        io.Writer
	progress *progress
	key      *table   // of who is who; nil for none
	failures []string // what was said of inputs that failed
}

// failed names an input that failed.
func (n *notices) failed(err error) {
	n.failures = append(n.failures, printable(err.Error()))
	n.progress.hide()
	fmt.Fprintln(n.w, "nocmatch:", printable(err.Error()))
}

// process does work on every document, in.jobs at once, and gives what comes of it to take, in the order of the inputs. Inputs that fail are
// reported and passed over; at the end they are an [errSomeFailed]. An interruption leaves what was taken before.
func process[T any](ctx context.Context, in inputs, n *notices, work func(context.Context, document) (T, error), take func(T) error) error {
	type outcome struct {
		input input
		value T
		err   error
	}
	running, stop := context.WithCancel(ctx)
	defer stop()
	defer n.progress.hide()
	outcomes := inorder.Map(in.all(running), in.jobs, func(i input) outcome {
		value, err := timed(running, in, i.path, func(ctx context.Context) (value T, err error) {
			d, err := in.open(ctx, i)
			if err != nil {
				return value, err
			}
			return work(ctx, d)
		})
		i.raw = nil
		return outcome{i, value, err}
	})
	done, failed := 0, 0
	for o := range outcomes {
		if o.err != nil && ctx.Err() != nil {
			break // it failed because of that
		}
		n.progress.add()
		if n.key != nil {
			n.key.row(candidateName(o.input.number), o.input.path)
		}
		if o.err != nil {
			failed++
			n.failed(in.explain(o.input, o.err))
			continue
		}
		if err := take(o.value); err != nil {
			stop() // what is being read may, at a terminal, take for ever
			return fmt.Errorf("cannot write results: %w", err)
		}
		done++
	}
	switch all := done + failed; {
	case ctx.Err() != nil:
		return interruption{all}
	case all == 0:
		return errNoDocument(in.args)
	case failed > 0:
		return fmt.Errorf("%d of %s %w", failed, counted(all, "input", "inputs"), errSomeFailed)
	}
	return nil
}
