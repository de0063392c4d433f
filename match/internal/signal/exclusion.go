package signal

import (
	"github.com/nocmatch/nocmatch/match/internal/lexicon"
	"github.com/nocmatch/nocmatch/match/internal/read"
)

// exclusionPenalty is what a title line that is wholly an exclusion takes off, as a share of the
// whole score.
const exclusionPenalty = 0.065

// An exclusion is a title line that names a job which the profile of a group excludes.
type exclusion struct{ hit *read.Phrase }

func (run *Run) findExclusions() {
	for i := range run.Phrases {
		if h := &run.Phrases[i]; h.Kind == lexicon.Exclusion {
			run.against = append(run.against, exclusion{h})
		}
	}
}

// penalty returns what exclusions take off the score of a group.
func (run *Run) penalty(g int32) float64 {
	sum := 0.0
	for _, x := range run.against {
		if x.hit.Group == g && run.Alive(x.hit) {
			sum += exclusionPenalty * x.hit.Share
		}
	}
	return sum
}

// explainExclusions takes off what title lines say that belongs elsewhere: as much of the penalty
// as the exclusion is of the line.
func (run *Run) explainExclusions(g int32, to *Atoms) {
	for _, x := range run.against {
		h := x.hit
		if h.Group != g || !run.Alive(h) {
			continue
		}
		ref := lexicon.Ref{Kind: lexicon.Exclusion, Text: h.Text, See: h.See}
		to.Spread(ref, run.Content(h.From, h.To), -exclusionPenalty*h.Share)
	}
}
