package signal

import (
	"math"
	"slices"

	"github.com/nocmatch/nocmatch/match/internal/lexicon"
)

// prior says how likely a group is before the title is read: classifications list more titles where
// there are more kinds of jobs, and mostly more people. It gives nothing to a group without a title
// that shares a word with the document.
type prior []float64 // by group: the logarithm of how many titles it has, from 0 to 1

func newPrior(lex *lexicon.Lexicon) Signal {
	sizes := lex.Titles.Sizes
	most := math.Log(1 + float64(slices.Max(sizes)))
	p := make(prior, len(sizes))
	for g, n := range sizes {
		p[g] = math.Log(1+float64(n)) / most
	}
	return p
}

func (p prior) Score(run *Run, weight float64) Hits {
	found := run.titleLines()
	for i := range found.lines {
		h := &found.lines[i]
		for _, g := range h.groups {
			run.Scores[g] += h.weight * weight * p[g]
		}
	}
	return likely{found, p, weight}
}

type likely struct {
	*titleHits
	prior  prior
	weight float64
}

// Explain puts the prior down to the titles that the group has it for.
func (l likely) Explain(g int32, to *Atoms) {
	for i := range l.lines {
		h := &l.lines[i]
		each := h.weight * l.weight * l.prior[g] / float64(h.best[g].Count())
		l.explain(h, g, func(int) float64 { return each }, to)
	}
}
