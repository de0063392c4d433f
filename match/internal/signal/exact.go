package signal

import (
	"github.com/nocmatch/nocmatch/match/internal/lexicon"
)

// exact is the share of the title lines that are a title of the group word for word.
type exact struct{ lex *lexicon.Lexicon }

func newExact(lex *lexicon.Lexicon) Signal { return exact{lex} }

func (s exact) Score(run *Run, weight float64) Hits {
	h := exactHits{run: run, lex: s.lex}
	for _, line := range run.Titles {
		for _, t := range run.ExactTitles(line) {
			value := weight * line.Weight * t.Share
			run.Scores[t.Group] += value
			h.found = append(h.found, exactHit{t.Group, t.Title, line.From, line.To, value})
		}
	}
	return h
}

type exactHit struct {
	group, title int32
	from, to     int
	value        float64
}

type exactHits struct {
	run   *Run
	lex   *lexicon.Lexicon
	found []exactHit
}

// Explain shares an exact title out over all words of its line.
func (h exactHits) Explain(g int32, to *Atoms) {
	for _, x := range h.found {
		if x.group == g {
			ref := lexicon.Ref{Kind: lexicon.Title, Text: h.lex.Titles.Text[x.title]}
			to.Spread(ref, h.run.Content(x.from, x.to), x.value)
		}
	}
}
