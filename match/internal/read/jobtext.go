package read

import (
	_ "embed"

	"github.com/nocmatch/nocmatch/match/internal/text"
)

//go:embed data/jobtext.txt
var jobTextData string

// jobTextCues are what texts about work say, by kind, and elseCues what other texts say.
var jobTextCues, elseCues = func() ([]text.Runs, text.Runs) {
	cues := text.ReadCues(jobTextData)
	var runs []text.Runs
	for _, kind := range []string{"wanted", "duties", "asked", "terms", "done"} {
		runs = append(runs, cues.Runs(kind))
	}
	return runs, cues.Runs("else")
}()

// enoughCues is how many different cues of one kind say all that the kind can.
const enoughCues = 3

// findJobText finds how surely a long text is one about work - how many kinds of cues it has, and how
// many different ones of each - and how surely one about something else.
func (r *reader) findJobText() {
	if r.Kind != LongText {
		return
	}
	sum := 0.0
	for _, runs := range jobTextCues {
		sum += r.cueShare(runs)
	}
	if r.Resume {
		sum++
	}
	r.JobText = min(sum/float64(len(jobTextCues)), 1)
	r.OtherText = r.cueShare(elseCues)
}

// cueShare returns how many different cues the body has, as a share of enough.
func (r *reader) cueShare(runs text.Runs) float64 {
	seen := map[string]bool{}
	for i := range r.Tokens {
		s := r.Sentences[r.Tokens[i].Sentence]
		if r.Tokens[i].Field == text.Body && r.RunAt(i, s.To, runs) > 0 {
			seen[r.Lower(i)] = true
		}
	}
	return min(float64(len(seen)), enoughCues) / enoughCues
}
