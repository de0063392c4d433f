package match

import (
	_ "embed"
	"strings"
)

//go:embed data/general.txt
var generalData string

// generalWeight is what a general word counts in a long text, relative to another with the same document frequency.
const generalWeight = 0.25

// termSet marks the terms of the words in data, one or more a line, # for comment lines.
func (m *model) termSet(data string) []bool {
	set := make([]bool, len(m.post.Terms))
	for line := range strings.Lines(data) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for _, t := range m.content(line) {
			set[t] = true
		}
	}
	return set
}
