package documents

import (
	"fmt"
	"strings"
)

// A flow takes the text of a document as it comes and writes its lines.
type flow struct {
	budget *budget // that text is charged to
	done   strings.Builder
	line   strings.Builder
	after  []string // text boxes of the paragraph, which are read after it
}

// flow returns one that is empty.
func (t *task) flow() *flow { return &flow{budget: t.budget} }

// text adds to the paragraph, unless there is too much text: the next object that is charged says so.
func (f *flow) text(s string) {
	if f.budget.text(len(s)) == nil {
		f.line.WriteString(s)
	}
}

// end ends the paragraph, which begins with mark where it is an item of a list. An empty one leaves an empty line.
func (f *flow) end(mark string) {
	line := strings.TrimSpace(f.line.String())
	f.line.Reset()
	if line != "" {
		line = mark + line
	}
	f.done.WriteString(line + "\n")
	for _, box := range f.after {
		f.block(box)
	}
	f.after = nil
}

// endIfBegun ends the paragraph if it holds anything.
func (f *flow) endIfBegun() {
	if strings.TrimSpace(f.line.String()) != "" || len(f.after) > 0 {
		f.end("")
	}
}

// block adds a text that ends its own lines.
func (f *flow) block(s string) {
	if s = strings.Trim(s, "\n"); s != "" {
		f.done.WriteString(s + "\n")
	}
}

// row adds the cells of a row of a table: on one line, with a tab between, where each has one line; else one after another, as in the
// tables that lay out a page.
func (f *flow) row(cells []string) {
	separator := "\t"
	var filled []string
	for _, c := range cells {
		if c = strings.Trim(c, "\n"); c != "" {
			filled = append(filled, c)
		}
		if strings.Contains(c, "\n") {
			separator = "\n"
		}
	}
	f.block(strings.Join(filled, separator))
}

func (f *flow) String() string {
	f.endIfBegun()
	return f.done.String()
}

const bullet = "• "

// A counter numbers the items of a list on each of its levels.
type counter []int

// next is the mark of the next item on a level, from 0.
func (c *counter) next(level int) string {
	for len(*c) <= level {
		*c = append(*c, 0)
	}
	*c = (*c)[:level+1] // a list below begins anew
	(*c)[level]++
	return fmt.Sprintf("%d. ", (*c)[level])
}
