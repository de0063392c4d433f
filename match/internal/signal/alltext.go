package signal

import (
	"slices"

	"github.com/nocmatch/nocmatch/match/internal/lexicon"
	"github.com/nocmatch/nocmatch/match/internal/read"
	"github.com/nocmatch/nocmatch/match/internal/text"
)

const (
	// saturation is how many occurrences of a term count: fewer lose what a text dwells on, more let
	// it buy a rank.
	saturation = 3
	// industryWeight is what a word of the industry counts beside the words of a bare title.
	industryWeight = 0.3
	// deniedShare is what a word counts against its occupations where the text says that the job is
	// not that. Most denials are about less than the job, so that it is less than the word would
	// count.
	deniedShare = 0.5
)

// allText is BM25 of all words against all that a profile says.
type allText struct{ lex *lexicon.Lexicon }

func newAllText(lex *lexicon.Lexicon) Signal { return allText{lex} }

// A countedTerm is a term and the tokens that count for it, with what each counts.
type countedTerm struct {
	term    int32
	tokens  []int32
	weights []float64
}

// counted are distinct terms, in order of first appearance.
type counted struct {
	terms  []countedTerm
	places map[int32]int
}

// add adds a token, and reports whether it counts: a term counts a few times at most.
func (c *counted) add(term, token int32, weight float64) bool {
	k, ok := c.places[term]
	if !ok {
		if c.places == nil {
			c.places = map[int32]int{}
		}
		k = len(c.terms)
		c.places[term] = k
		c.terms = append(c.terms, countedTerm{term: term})
	}
	t := &c.terms[k]
	if len(t.tokens) >= saturation {
		return false
	}
	t.tokens = append(t.tokens, token)
	t.weights = append(t.weights, weight)
	return true
}

func (s allText) Score(run *Run, weight float64) Hits {
	h := wordHits{run: run, lex: s.lex, weight: weight}
	h.count()
	if h.mass == 0 {
		return none{}
	}
	h.score(h.found.terms, 1)
	h.score(h.denied.terms, -deniedShare)
	return h
}

type wordHits struct {
	run           *Run
	lex           *lexicon.Lexicon
	weight        float64
	found, denied counted
	mass          float64 // what all words that count could add: the denominator
}

// count decides which tokens count.
func (h *wordHits) count() {
	r := h.run
	general := r.Kind == read.LongText && !r.off[General]
	for i := range r.Tokens {
		t := &r.Tokens[i]
		mark := r.Marks[i]
		if mark.Against && t.Known() && !h.lex.General[t.Term] {
			h.denied.add(t.Term, int32(i), h.worth(i))
		}
		if t.Stop || mark.Denied || t.Term < 0 || general && h.lex.General[t.Term] {
			if t.Term < 0 && !t.Stop && r.Kind == read.BareTitle && t.Field != text.Industry {
				h.mass += lexicon.UnknownShare * lexicon.IDF(h.lex.Groups, 0) * (lexicon.BM25K1 + 1)
			}
			continue
		}
		if n := r.Notes[t.Sentence]; n.Repeat || n.Aside {
			continue
		}
		if w := h.worth(i); h.found.add(t.Term, int32(i), w) {
			h.mass += w * h.lex.Folded.IDF[t.Term] * (lexicon.BM25K1 + 1)
		}
	}
}

// worth returns what one occurrence of a word counts.
func (h *wordHits) worth(i int) float64 {
	r := h.run
	if r.Kind == read.BareTitle {
		if r.Tokens[i].Field == text.Industry {
			return industryWeight
		}
		return 1
	}
	telling := h.lex.Telling[r.Tokens[i].Term]
	switch note := r.Notes[r.Tokens[i].Sentence]; {
	case note.Wish:
		return read.WishShare * telling
	case r.Marks[i].Listed || note.List:
		return read.ListedShare * telling
	}
	return telling
}

func (h *wordHits) score(terms []countedTerm, share float64) {
	for _, t := range terms {
		w := 0.0
		for k, i := range t.tokens {
			if !h.run.Marks[i].Lost {
				w += t.weights[k]
			}
		}
		if w == 0 {
			continue
		}
		w *= share * h.weight / h.mass
		docs, weights := h.lex.Folded.List(t.term)
		for i, d := range docs {
			h.run.Scores[d] += w * weights[i]
		}
	}
}

// Explain puts each word down to the text of the profile that it fits best.
func (h wordHits) Explain(g int32, to *Atoms) {
	h.explain(g, h.found.terms, 1, to)
	h.explain(g, h.denied.terms, -deniedShare, to)
}

func (h *wordHits) explain(g int32, terms []countedTerm, share float64, to *Atoms) {
	for _, t := range terms {
		docs, weights := h.lex.Folded.List(t.term)
		i, ok := slices.BinarySearch(docs, g)
		if !ok {
			continue
		}
		for k, token := range t.tokens {
			if !h.run.Marks[token].Lost {
				to.AddWord(token, share*h.weight*t.weights[k]*weights[i]/h.mass)
			}
		}
	}
}
