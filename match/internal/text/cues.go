package text

import "strings"

// Cues are lists of words read from a data file of the one format that all lists have: a line for
// each entry, "kind: words", with words in lower case; # begins a comment line, which gives the
// source or the reason of the group below it. Kinds are the file's own.
type Cues map[string][]string

// Runs are runs of words by their first word, in the order of their file.
type Runs map[string][][]string

// ReadCues reads a data file. What is no entry is passed over: tests read every file whole.
func ReadCues(data string) Cues {
	cues := Cues{}
	for line := range strings.Lines(data) {
		kind, words, ok := strings.Cut(strings.TrimSpace(line), ": ")
		if ok && !strings.HasPrefix(line, "#") {
			cues[kind] = append(cues[kind], words)
		}
	}
	return cues
}

// Set returns the entries of a kind as a set.
func (c Cues) Set(kind string) map[string]bool {
	set := make(map[string]bool, len(c[kind]))
	for _, words := range c[kind] {
		set[words] = true
	}
	return set
}

// Words returns the single words that the entries of a kind list, as a set.
func (c Cues) Words(kind string) map[string]bool {
	set := map[string]bool{}
	for _, words := range c[kind] {
		for _, w := range strings.Fields(words) {
			set[w] = true
		}
	}
	return set
}

// Runs returns the entries of a kind as runs of words.
func (c Cues) Runs(kind string) Runs {
	runs := Runs{}
	for _, words := range c[kind] {
		run := strings.Fields(words)
		runs[run[0]] = append(runs[run[0]], run)
	}
	return runs
}
