package read

const (
	// minRepeat is the length, in words, from which an identical sentence counts once. Shorter ones
	// are headings and labels that may well recur: they count shortRepeat times.
	minRepeat   = 4
	shortRepeat = 2
)

// findRepeats marks sentences that stood in the document before, word for word, letter case aside.
func (r *reader) findRepeats() {
	seen := map[string]int{}
	var key []byte
	for k, s := range r.Sentences {
		key = key[:0]
		for i := s.From; i < s.To; i++ {
			key = append(append(key, r.Lower(i)...), ' ')
		}
		n := seen[string(key)]
		r.Notes[k].Repeat = n >= shortRepeat || n >= 1 && s.To-s.From >= minRepeat
		seen[string(key)] = n + 1
	}
}
