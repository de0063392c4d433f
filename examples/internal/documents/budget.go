package documents

import (
	"context"
	"io"
)

// A budget is what reading one file, and all that is within it, may still cost. Readers charge it as they work, so that a file which asks
// for too much ends with the limit that it hits before it has cost more. It is not safe for concurrent use.
type budget struct {
	ctx      context.Context
	limits   Limits
	inflated int64
	written  int
	objects  int
	entries  int
}

// newBudget returns the budget of one file. It ends with ctx.
func newBudget(ctx context.Context, l Limits) *budget { return &budget{ctx: ctx, limits: l} }

// inflate charges bytes that came out of a compressed or encoded part.
func (b *budget) inflate(n int) error {
	if b.inflated += int64(n); b.inflated > b.limits.Expansion {
		return errExpansion
	}
	return nil
}

// text charges bytes of text that was found, hidden text among it.
func (b *budget) text(n int) error {
	if b.written += n; b.written > b.limits.Text {
		return errText
	}
	return nil
}

// clockObjects is how many objects pass between two looks at the clock: some 0.1 ms of work.
const clockObjects = 256

// object charges elements, tokens, operators, glyphs: whatever a reader handles one by one. It looks at the
// clock now and then, and fails also where there was too much text, so that what writes text needs no error of its own.
func (b *budget) object(n int) error {
	before := b.objects
	switch b.objects += n; {
	case b.objects > b.limits.Objects:
		return errObjects
	case b.written > b.limits.Text:
		return errText
	}
	if before/clockObjects != b.objects/clockObjects {
		return b.ended()
	}
	return nil
}

// entry charges files that a container lists.
func (b *budget) entry(n int) error {
	if b.entries += n; b.entries > b.limits.Entries {
		return errEntries
	}
	return nil
}

// ended returns why there is no more time, nil while there is.
func (b *budget) ended() error {
	if b.ctx.Err() != nil {
		return context.Cause(b.ctx)
	}
	return nil
}

// inflating charges a budget with what is read through it.
type inflating struct {
	r io.Reader
	b *budget
}

func (i inflating) Read(p []byte) (int, error) {
	n, err := i.r.Read(p)
	if failed := i.b.inflate(n); failed != nil {
		return 0, failed
	}
	return n, err
}
