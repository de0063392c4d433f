package signal

import (
	"cmp"
	"math"
	"slices"

	"github.com/nocmatch/nocmatch/match/internal/lexicon"
	"github.com/nocmatch/nocmatch/match/internal/read"
)

// duties compares the sentences of a document with duties and lead statements. A duty is shown by
// the sentence that is most like it: the weight of the terms in common over the geometric mean of
// the weights of both, the cosine of two sets of weighted terms.
type duties struct{ lex *lexicon.Lexicon }

func newDuties(lex *lexicon.Lexicon) Signal { return duties{lex} }

// minSentence is the least weight that a sentence is given, so that a heading of one word shows no
// duty.
const minSentence = 14.0

// A dutyHit is the sentence that shows a statement best.
type dutyHit struct {
	sim      float64
	overlap  float64
	sentence int32
}

// dutyScratch is the working memory of the signal, and holds its hits until the run is closed.
type dutyScratch struct {
	best    []dutyHit // by statement
	overlap []float64 // by statement
	count   []int32   // by statement
	touched []int32
	hit     []int32 // statements that have a best sentence, ascending
	terms   []int32
}

func (s *dutyScratch) reset() {
	for _, i := range s.hit {
		s.best[i] = dutyHit{}
	}
	s.hit = s.hit[:0]
}

func (d duties) Score(run *Run, weight float64) Hits {
	u, s := &d.lex.Statements, &run.scratch.duties
	if len(s.best) != len(u.Group) {
		n := len(u.Group)
		s.best, s.overlap, s.count = make([]dutyHit, n), make([]float64, n), make([]int32, n)
	}
	for k := range run.Sentences {
		if run.ShowsDuties(k) {
			d.compare(run, k, s)
		}
	}
	slices.Sort(s.hit)
	h := dutyHits{run: run, lex: d.lex, best: s.best, weight: weight}
	for from := 0; from < len(s.hit); {
		g := u.Group[s.hit[from]]
		for from < len(s.hit) && u.Group[s.hit[from]] == g {
			from++
		}
		sum, w := 0.0, 1.0
		for _, i := range h.order(g) {
			sum += w * s.best[i].sim
			w *= lexicon.DutyDecay
		}
		run.Scores[g] += weight * sum / lexicon.DecaySum(u.Count(g))
	}
	return h
}

// compare compares a sentence with all statements; ties keep the earlier sentence.
func (d duties) compare(run *Run, k int, s *dutyScratch) {
	u := &d.lex.Statements
	var total float64
	s.terms, total = sentenceTerms(run.Reading, u, k, s.terms)
	for _, t := range s.terms {
		w := u.Weight[t]
		for _, i := range u.Holding.Of(t) {
			if s.count[i] == 0 {
				s.touched = append(s.touched, i)
			}
			s.overlap[i] += w
			s.count[i]++
		}
	}
	share := run.Notes[k].Share()
	for _, i := range s.touched {
		if sim := share * s.overlap[i] / math.Sqrt(u.Total[i]*total); sim > s.best[i].sim {
			if s.best[i].sim == 0 {
				s.hit = append(s.hit, i)
			}
			s.best[i] = dutyHit{math.Min(sim, 1), s.overlap[i], int32(k)}
		}
		s.overlap[i], s.count[i] = 0, 0
	}
	s.touched = s.touched[:0]
}

// sentenceTerms returns the distinct terms of a sentence that count for duties, and the weight of
// all its words that have one, denied or lost ones included: it is a denominator.
func sentenceTerms(r *read.Reading, u *lexicon.Statements, k int, dst []int32) ([]int32, float64) {
	dst = dst[:0]
	total := 0.0
	s := r.Sentences[k]
	for i := s.From; i < s.To; i++ {
		t := &r.Tokens[i]
		if !t.Known() {
			continue
		}
		total += u.Weight[t.Term]
		if countsForDuties(r, u, i) {
			dst = append(dst, t.Term)
		}
	}
	return lexicon.Distinct(dst), max(total, minSentence)
}

// countsForDuties reports whether a token may show a duty.
func countsForDuties(r *read.Reading, u *lexicon.Statements, i int) bool {
	return r.Counts(i) && !r.Marks[i].Listed && u.Weight[r.Tokens[i].Term] > 0
}

type dutyHits struct {
	run    *Run
	lex    *lexicon.Lexicon
	best   []dutyHit // by statement
	weight float64
}

// order returns the statements of a group that have a sentence, best first, as many as count.
func (h dutyHits) order(g int32) []int32 {
	u := &h.lex.Statements
	var order []int32
	for i := u.First[g]; i < u.First[g+1]; i++ {
		if h.best[i].sim > 0 {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int32) int { return cmp.Compare(h.best[b].sim, h.best[a].sim) })
	return order[:min(u.Count(g), len(order))]
}

// Explain shares out each best sentence over the words that it shares with the statement.
func (h dutyHits) Explain(g int32, to *Atoms) {
	w := h.weight / lexicon.DecaySum(h.lex.Statements.Count(g))
	for _, i := range h.order(g) {
		h.share(i, w*h.best[i].sim, to)
		w *= lexicon.DutyDecay
	}
}

func (h dutyHits) share(statement int32, value float64, to *Atoms) {
	u := &h.lex.Statements
	ref := lexicon.Ref{Kind: u.Kind[statement], Text: u.Text[statement]}
	if ref.Kind == lexicon.Duty {
		ref.Item = u.Place[statement]
	}
	hit := h.best[statement]
	s := h.run.Sentences[hit.sentence]
	terms := u.Terms[statement]
	places := make([][]int32, len(terms))
	for i := s.From; i < s.To; i++ {
		if !countsForDuties(h.run.Reading, u, i) {
			continue
		}
		if j, ok := slices.BinarySearch(terms, h.run.Tokens[i].Term); ok {
			places[j] = append(places[j], int32(i))
		}
	}
	for j, t := range terms {
		if len(places[j]) > 0 {
			to.Spread(ref, places[j], value*u.Weight[t]/hit.overlap)
		}
	}
}
