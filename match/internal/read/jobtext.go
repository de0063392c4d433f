package read

import (
	_ "embed"

	"github.com/nocmatch/nocmatch/match/internal/text"
)

//go:embed data/jobtext.txt
var jobTextData string

// jobTextCues are what texts about work say, by kind.
var jobTextCues = func() []text.Runs {
	cues := text.ReadCues(jobTextData)
	var runs []text.Runs
	for _, kind := range []string{"wanted", "duties", "asked", "terms", "done"} {
		runs = append(runs, cues.Runs(kind))
	}
	return runs
}()

// enoughCues is how many different cues of one kind say all that the kind can.
const enoughCues = 3

// jobText returns how surely a long text is one about work, from 0 to 1: how many kinds of cues it
// has, and how many different ones of each.
func (r *reader) jobText() float64 {
	sum := 0.0
	for _, runs := range jobTextCues {
		seen := map[string]bool{}
		for i := range r.Tokens {
			s := r.Sentences[r.Tokens[i].Sentence]
			if n := r.RunAt(i, s.To, runs); n > 0 && s.Field == text.Body {
				seen[r.Lower(i)] = true
			}
		}
		sum += min(float64(len(seen)), enoughCues) / enoughCues
	}
	if r.Resume {
		sum++
	}
	return min(sum/float64(len(jobTextCues)), 1)
}
