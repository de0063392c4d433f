package profiles

import (
	"errors"
	"fmt"
)

// maxProblems is how many errors a reader spells out. A file of the wrong kind is wrong in every line, and a hundred thousand messages
// help nobody.
const maxProblems = 20

// problems collects what a reader found wrong, so that one bad line neither stops the reading nor hides the next one.
type problems struct {
	errs []error
	more int
}

func (p *problems) full() bool { return len(p.errs) >= maxProblems }

func (p *problems) add(err error) {
	if p.full() {
		p.more++
	} else {
		p.errs = append(p.errs, err)
	}
}

func (p *problems) addf(format string, args ...any) { p.add(fmt.Errorf(format, args...)) }

// join returns nil where nothing was wrong.
func (p *problems) join() error {
	if p.more > 0 {
		return errors.Join(append(p.errs[:len(p.errs):len(p.errs)], fmt.Errorf("and %d more", p.more))...)
	}
	return errors.Join(p.errs...)
}
