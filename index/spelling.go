package index

import (
	_ "embed"
	"strings"
)

//go:embed data/spellings.tsv
var spellingData string

// A spelling brings the spellings of a word to one: from is replaced by to where it begins a word, ends one, or both.
type spelling struct {
	from, to string
	before   bool // letters may stand before it
	behind   bool // letters may stand behind it
}

// loadSpellings reads data/spellings.tsv.
func loadSpellings(data string) []spelling {
	var rows []spelling
	for line := range strings.Lines(data) {
		cols := strings.Split(strings.TrimRight(line, "\r\n"), "\t")
		if len(cols) < 3 || strings.HasPrefix(line, "#") {
			continue
		}
		s := spelling{from: strings.Trim(cols[0], "-"), to: strings.Trim(cols[1], "-"), before: strings.HasPrefix(cols[0], "-"), behind: strings.HasSuffix(cols[0], "-")}
		if s.to == "=" {
			s.to = s.from
		}
		rows = append(rows, s)
	}
	return rows
}

// respell gives a word in the spelling that stands for all.
func (a *Analyzer) respell(word string) string {
	for _, s := range a.spellings {
		if i := s.find(word); i >= 0 {
			return word[:i] + s.to + word[i+len(s.from):]
		}
	}
	return word
}

// find gives where a word has the letters of a row; -1 where it has not.
func (s *spelling) find(word string) int {
	switch {
	case s.before && s.behind:
		return strings.Index(word, s.from)
	case s.before && strings.HasSuffix(word, s.from):
		return len(word) - len(s.from)
	case s.behind && strings.HasPrefix(word, s.from), word == s.from:
		return 0
	}
	return -1
}
