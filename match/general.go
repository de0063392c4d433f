package match

import (
	_ "embed"
	"strings"
)

//go:embed data/general.txt
var generalData string

// generalTerms marks the terms that count for nothing in a long text: the words of data/general.txt, and numbers. A first try let them
// count a quarter; nothing ranked better for it, and explanations were full of them.
func (m *model) generalTerms() []bool {
	set := make([]bool, len(m.post.Terms))
	for line := range strings.Lines(generalData) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for _, t := range m.content(line) {
			set[t] = true
		}
	}
	for t, term := range m.post.Terms {
		if strings.Trim(term, "0123456789") == "" {
			set[t] = true
		}
	}
	return set
}
