// Package explain turns what signals add, word by word, into evidence that people can read: which
// words of a document show which text of a profile, and how much each adds to the score.
package explain

import (
	"cmp"
	"math"
	"slices"

	"github.com/nocmatch/nocmatch/match/internal/lexicon"
	"github.com/nocmatch/nocmatch/match/internal/signal"
	"github.com/nocmatch/nocmatch/match/internal/text"
)

// QuoteBytes is the greatest length of a quote in bytes, unless a single word is longer.
const QuoteBytes = 300

// quoteGap is how many words of a sentence may stand between two words of one quote; words that are
// farther apart are quoted apart.
const quoteGap = 4

// grain is the unit of contributions, 2^-40: sums of its multiples below 2^13 are exact in any
// order.
const grain = 1.0 / (1 << 40)

// round returns the nearest multiple of grain.
func round(x float64) float64 { return math.Round(x/grain) * grain }

// An Explainer explains scores over one lexicon. Immutable.
type Explainer struct {
	lex      *lexicon.Lexicon
	texts    []profileTexts // by group
	concepts [][][]int32    // by group and place in its vocabulary: the terms of the term itself
}

// New compiles what explanations look up.
func New(lex *lexicon.Lexicon) *Explainer {
	x := &Explainer{lex: lex}
	lexicon.Parallel(
		func() { x.texts = newProfileTexts(lex) },
		func() { x.concepts = newConcepts(lex) },
	)
	return x
}

// A Quote is a piece of a document: bytes [Start, End) of a field.
type Quote struct {
	Field      text.Field
	Start, End int
	Text       string
}

// Evidence is a quote, the text of the profile that it shows, and what it adds to the score.
type Evidence struct {
	lexicon.Ref
	Quote
	ReadAs       string // what the quote was read as, where that is not how it is written
	Contribution float64
}

// Evidence explains the score of a group: the largest absolute contribution first, ties by field,
// start, end, kind, text and item. The contributions are rounded and sum to the rounded score.
func (x *Explainer) Evidence(run *signal.Run, g int32) []Evidence {
	atoms, total := run.Explain(g)
	choose := x.newChooser(run, g)
	for i := range atoms {
		if a := &atoms[i]; a.Word {
			a.Ref = choose.ref(a.Token)
		}
	}
	var list []Evidence
	for _, atoms := range quotes(run, atoms) {
		if e := quote(run, atoms); e.Contribution != 0 {
			list = append(list, e)
		}
	}
	settle(list, total)
	slices.SortFunc(list, func(a, b Evidence) int {
		return cmp.Or(cmp.Compare(math.Abs(b.Contribution), math.Abs(a.Contribution)),
			cmp.Compare(a.Field, b.Field), cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End),
			cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Ref.Text, b.Ref.Text), cmp.Compare(a.Item, b.Item))
	})
	return list
}

// quotes gathers atoms: those of one text of the profile, in one sentence, with few words between
// them, make one quote.
func quotes(run *signal.Run, atoms []signal.Atom) [][]signal.Atom {
	slices.SortStableFunc(atoms, func(a, b signal.Atom) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Text, b.Text),
			cmp.Compare(a.See, b.See), cmp.Compare(a.Item, b.Item), cmp.Compare(a.Token, b.Token))
	})
	var quotes [][]signal.Atom
	for from := 0; from < len(atoms); {
		to := from + 1
		for to < len(atoms) && sameQuote(run, atoms[from], atoms[to-1], atoms[to]) {
			to++
		}
		quotes = append(quotes, atoms[from:to])
		from = to
	}
	return quotes
}

// sameQuote reports whether b goes into the quote that begins with first and ends, so far, with a.
func sameQuote(run *signal.Run, first, a, b signal.Atom) bool {
	s, t, u := &run.Tokens[first.Token], &run.Tokens[a.Token], &run.Tokens[b.Token]
	if first.Ref != b.Ref || (a.Value < 0) != (b.Value < 0) || t.Sentence != u.Sentence {
		return false
	}
	return u.End-s.Start <= QuoteBytes && int(b.Token-a.Token) <= quoteGap+1
}

// quote makes one piece of evidence of atoms of one text, in the order of their tokens.
func quote(run *signal.Run, atoms []signal.Atom) Evidence {
	sum := 0.0
	for _, a := range atoms {
		sum += a.Value
	}
	from, to := int(atoms[0].Token), int(atoms[len(atoms)-1].Token)+1
	return Evidence{
		Ref: atoms[0].Ref, Quote: quoteOf(run, from, to), ReadAs: run.ReadAs(from, to),
		Contribution: round(sum),
	}
}

// quoteOf quotes a run of tokens.
func quoteOf(run *signal.Run, from, to int) Quote {
	field, start, end := run.Bytes(from, to)
	return Quote{field, start, end, run.Fields[field][start:end]}
}

// settle makes the contributions sum to total, rounded: what rounding each of them has added or
// taken, some grains, goes to the largest.
func settle(list []Evidence, total float64) {
	if len(list) == 0 {
		return
	}
	sum, largest := 0.0, 0
	for i, e := range list {
		sum += e.Contribution
		if math.Abs(e.Contribution) > math.Abs(list[largest].Contribution) {
			largest = i
		}
	}
	list[largest].Contribution += round(math.Min(total, 1)) - sum
}
