package signal

import (
	"math"
	"slices"

	"github.com/nocmatch/nocmatch/match/internal/lexicon"
	"github.com/nocmatch/nocmatch/match/internal/text"
)

// gateScale is the sum of title idf at which the industry beside a title counts 1/e of what it
// counts beside no title at all: "OWNER" leans on its industry, "CANCER REGISTRAR" does not.
// Measured.
const gateScale = 4.0

// findGate decides what the industry counts: nothing if none is given, less, the more the title
// says.
func (run *Run) findGate() {
	if run.FieldTokens(text.Industry).Empty() {
		return
	}
	if run.off[Gate] {
		run.gate = 1
		return
	}
	sum := 0.0
	var seen []int32
	for _, line := range run.Titles {
		for _, t := range run.Tokens[line.From:line.To] {
			if t.Known() && !slices.Contains(seen, t.Term) {
				seen = append(seen, t.Term)
				sum += run.signals.lex.Titles.IDF[t.Term]
			}
		}
	}
	run.gate = math.Exp(-sum / gateScale)
}

// industry reads the industry as if it were a title.
type industry struct{}

func newIndustry(*lexicon.Lexicon) Signal { return industry{} }

func (industry) Score(run *Run, weight float64) Hits {
	found := new(titleHits)
	h := found.add(run, 1, run.TitleQuery(run.FieldTokens(text.Industry)))
	for _, g := range h.groups {
		run.Scores[g] += weight * found.likeness(h, g)
	}
	return likeTitles{found, weight}
}
