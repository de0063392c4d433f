package input

import (
	"errors"
	"fmt"
	"slices"
)

// MaxProblems is how many errors a reader spells out. A file of the wrong kind is wrong in every line, and a hundred thousand messages
// help nobody.
const MaxProblems = 20

// Problems collects what a reader found wrong, so that one bad line neither stops the reading nor hides the next one.
type Problems struct {
	errs []error
	more int
}

// Full reports whether enough was spelled out: what comes now is only counted.
func (p *Problems) Full() bool { return len(p.errs) >= MaxProblems }

// Add adds a problem, or counts it where enough were spelled out.
func (p *Problems) Add(err error) {
	if p.Full() {
		p.more++
	} else {
		p.errs = append(p.errs, err)
	}
}

// Addf adds a problem as [fmt.Errorf] makes it.
func (p *Problems) Addf(format string, args ...any) { p.Add(fmt.Errorf(format, args...)) }

// Join returns nil where nothing was wrong.
func (p *Problems) Join() error {
	if p.more > 0 {
		return errors.Join(append(p.errs[:len(p.errs):len(p.errs)], fmt.Errorf("and %d more", p.more))...)
	}
	return errors.Join(p.errs...)
}

// Skip counts a problem without looking at it.
func (p *Problems) Skip() { p.more++ }

// Sort puts the problems that were spelled out in another order.
func (p *Problems) Sort(compare func(a, b error) int) { slices.SortStableFunc(p.errs, compare) }
