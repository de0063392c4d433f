package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"
)

// maxConfusions is how many confusions are printed.
const maxConfusions = 20

// A confusion is a wrong first answer.
type confusion struct {
	expected, got string
	count         int
}

// confusions counts the wrong first answers to queries that have a right code, the most frequent first, ties by code. Abstentions are
// not among them.
func confusions(js []judgement, answers map[string]answer) []confusion {
	counts := map[[2]string]int{}
	for _, j := range js {
		if a := answers[j.id]; len(j.right) > 0 && len(a.codes) > 0 && !j.isRight(a.codes[0]) {
			counts[[2]string{strings.Join(j.right, "|"), a.codes[0]}]++
		}
	}
	var cs []confusion
	for pair, n := range counts {
		cs = append(cs, confusion{pair[0], pair[1], n})
	}
	slices.SortFunc(cs, func(a, b confusion) int {
		return cmp.Or(cmp.Compare(b.count, a.count), cmp.Compare(a.expected, b.expected), cmp.Compare(a.got, b.got))
	})
	return cs
}

// writeConfusions prints a table of the first confusions.
func writeConfusions(w io.Writer, cs []confusion, title func(code string) string) {
	fmt.Fprintf(w, "\n%s of confusion", counted(len(cs), "kind", "kinds"))
	if len(cs) > maxConfusions {
		fmt.Fprintf(w, ", the first %d", maxConfusions)
		cs = cs[:maxConfusions]
	}
	fmt.Fprintln(w)
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "expected\tgot\tcount\t")
	for _, c := range cs {
		fmt.Fprintf(t, "%s\t%s\t%d\t%s\n", c.expected, c.got, c.count, title(c.got))
	}
	t.Flush()
}
