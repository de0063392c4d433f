package signal

import (
	"github.com/nocmatch/nocmatch/match/internal/lexicon"
	"github.com/nocmatch/nocmatch/match/internal/text"
)

// languageModel reads the words of a bare title by how much more often the titles of a group use
// them than titles do in general.
type languageModel struct{ lex *lexicon.Lexicon }

func newLanguageModel(lex *lexicon.Lexicon) Signal { return languageModel{lex} }

func (lm languageModel) Score(run *Run, weight float64) Hits {
	h := languageHits{lm: &lm.lex.Language, run: run, weight: weight}
	h.each(func(i int, w float64) { h.mass += w * lm.lex.Language.Most[run.Tokens[i].Term] })
	h.each(func(i int, w float64) {
		if !run.Counts(i) {
			return
		}
		groups, values := h.lm.List(run.Tokens[i].Term)
		for k, g := range groups {
			run.Scores[g] += weight * w * values[k] / h.mass
		}
	})
	return h
}

type languageHits struct {
	lm     *lexicon.Language
	run    *Run
	weight float64
	mass   float64 // the most that all words could say
}

// each calls yield with each known word of a bare title and what it counts: words of the industry
// as in the all-text signal.
func (h *languageHits) each(yield func(i int, weight float64)) {
	for i := range h.run.Tokens {
		t := &h.run.Tokens[i]
		switch {
		case !t.Known() || h.run.Marks[i].Denied:
		case t.Field == text.Industry:
			yield(i, industryWeight)
		default:
			yield(i, 1)
		}
	}
}

// Explain puts each word down to the text of the profile that it fits best.
func (h languageHits) Explain(g int32, to *Atoms) {
	h.each(func(i int, w float64) {
		if !h.run.Counts(i) {
			return
		}
		groups, values := h.lm.List(h.run.Tokens[i].Term)
		for k := range groups {
			if groups[k] == g {
				to.AddWord(int32(i), h.weight*w*values[k]/h.mass)
			}
		}
	})
}
