package signal

import (
	"github.com/nocmatch/nocmatch/match/internal/lexicon"
	"github.com/nocmatch/nocmatch/match/internal/read"
)

const (
	// signsHalf is how much a group's signs must say to bring the signal to one half.
	signsHalf = 2.0
	// furtherSign is what each further sign of a duty counts beside the one that says most: a duty
	// said twice is said more surely, and is one duty still.
	furtherSign = 0.3
	// sideShare is what a side act counts.
	sideShare = 0.5
)

// signs counts the duties that a document says in words of real texts.
type signs struct{ lex *lexicon.Lexicon }

func newSigns(lex *lexicon.Lexicon) Signal { return signs{lex} }

// A weighedSign is a sign of a duty and what it adds to the sum of its group.
type weighedSign struct {
	*read.Sign
	worth float64
}

type signHits struct {
	lex     *lexicon.Lexicon
	weight  float64
	byGroup map[int32][]weighedSign
	sums    map[int32]float64
}

func (s signs) Score(run *Run, weight float64) Hits {
	h := signHits{lex: s.lex, weight: weight, byGroup: map[int32][]weighedSign{}, sums: map[int32]float64{}}
	for i := range run.Signs {
		if sign := &run.Signs[i]; sign.Kind == lexicon.Duty && run.Has(sign) {
			h.add(sign, run.Notes[sign.Sentence].Share())
		}
	}
	for g := range int32(len(run.Scores)) {
		list := h.byGroup[g]
		if list == nil {
			continue
		}
		sum := 0.0
		for i := range list {
			if !isBest(list, i) {
				list[i].worth *= furtherSign
			}
			sum += list[i].worth
		}
		h.sums[g] = sum
		run.Scores[g] += weight * saturate(sum, signsHalf)
	}
	return h
}

// add keeps a sign of a group, unless the same was found already.
func (h *signHits) add(sign *read.Sign, share float64) {
	list := h.byGroup[sign.Group]
	for _, w := range list {
		if w.Sign.Sign == sign.Sign {
			return
		}
	}
	worth := share * sign.Worth
	if sign.Side {
		worth *= sideShare
	}
	if worth == 0 {
		return // nothing but words that say nothing
	}
	h.byGroup[sign.Group] = append(list, weighedSign{sign, worth})
}

// isBest reports whether no other sign of the same duty says more; of equals the first is it.
func isBest(list []weighedSign, i int) bool {
	for k, w := range list {
		if w.Item == list[i].Item && k != i && (w.Worth > list[i].Worth || w.Worth == list[i].Worth && k < i) {
			return false
		}
	}
	return true
}

// Explain puts each sign down to its words.
func (h signHits) Explain(g int32, to *Atoms) {
	sum := h.sums[g]
	for _, w := range h.byGroup[g] {
		ref := lexicon.Ref{Kind: lexicon.Duty, Text: h.lex.Profiles[g].Duties[w.Item].Text, Item: w.Item}
		to.Spread(ref, w.Tokens, h.weight*saturate(sum, signsHalf)*w.worth/sum)
	}
}

// SignsOf counts the duties of a group that a document says in full.
func (run *Run) SignsOf(g int32) int {
	duties := map[int32]bool{}
	for i := range run.Signs {
		if s := &run.Signs[i]; s.Kind == lexicon.Duty && s.Group == g && !s.Side && run.Has(s) {
			duties[s.Item] = true
		}
	}
	return len(duties)
}
