package pdftext

import "context"

// A budget is what reading a file may still cost. It is charged as work is done, before what is
// asked for is allocated or looked at: a file of some kilobytes may ask for gigabytes.
type budget struct {
	ctx     context.Context
	decoded int64 // bytes that streams may still expand to, together
	stream  int64 // bytes that one of them may expand to
	text    int   // bytes of text
	steps   int   // of work: see the constants below
	left    int   // steps until ctx is asked again
	kept    int   // bytes of memory that objects and fonts take, about
}

// What work costs, in steps of some ten nanoseconds. All steps together take about one second and a
// half.
const (
	maxSteps     = 160 << 20
	operatorCost = 4
	tokenCost    = 4
	glyphCost    = 90 // with its share of the layout
	lookupCost   = 16 // of an object
	streamCost   = 1000
	fontCost     = 2000
	formCost     = 300
)

// maxKept is how many bytes the objects of a file may take.
const maxKept = 112 << 20

func newBudget(ctx context.Context, limits Limits) *budget {
	return &budget{ctx: ctx, decoded: limits.Bytes, stream: limits.Bytes / 4, text: limits.Text, steps: maxSteps}
}

// expand charges for bytes that a stream expanded to.
func (b *budget) expand(n int64) error {
	if b.decoded -= n; b.decoded < 0 {
		return ErrExpansion
	}
	return nil
}

// show charges for the text of a glyph.
func (b *budget) show(text string) error {
	if b.text -= len(text); b.text < 0 {
		return ErrText
	}
	return b.step(glyphCost)
}

// keep charges for memory that is held until the file is read.
func (b *budget) keep(n int) error {
	if b.kept += n; b.kept > maxKept {
		return ErrObjects
	}
	return nil
}

// err returns the error of a charge that was not paid.
func (b *budget) err() error {
	switch {
	case b.steps < 0:
		return ErrWork
	case b.decoded < 0:
		return ErrExpansion
	case b.text < 0:
		return ErrText
	case b.kept > maxKept:
		return ErrObjects
	}
	return nil
}

// step charges for work, and returns the error of the context if that is done.
func (b *budget) step(n int) error {
	if b.steps -= n; b.steps < 0 {
		return ErrWork
	}
	if b.left -= n; b.left < 0 {
		b.left = 1 << 16
		return b.ctx.Err()
	}
	return nil
}
