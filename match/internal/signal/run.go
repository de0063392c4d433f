package signal

import (
	"encoding/binary"
	"math"
	"slices"
	"sync"

	"github.com/nocmatch/nocmatch/match/internal/lexicon"
	"github.com/nocmatch/nocmatch/match/internal/read"
	"github.com/nocmatch/nocmatch/match/internal/text"
)

// A Run is a reading scored: the score of every group, and the hits behind them. The groups that an
// exclusion or copied wording masks words for are scored by the same code, on a reading without
// those words.
type Run struct {
	*read.Reading
	// Scores are by group, each from 0 to 1.
	Scores []float64

	signals *Signals
	shares  []float64 // by row: what the signal adds where it is 1
	hits    []Hits    // by row
	off     read.Off
	gate    float64
	titles  *titleHits // of the title lines; nil before they are asked for
	phrases *phraseHits
	scratch *scratch
	masked  map[int32]*Run // groups that something masks
	against []exclusion    // by group
	// extra are the runs of masked, once each.
	extra []*Run
}

// scratch is what runs share one after the other.
type scratch struct {
	scores []float64
	titles lexicon.TitleScratch
	found  titleHits
	dots   letterScratch
	duties dutyScratch
}

var scratches = sync.Pool{New: func() any { return new(scratch) }}

// Run scores a reading. Close the run when done with it.
func (s *Signals) Run(r *read.Reading, off read.Off) *Run {
	run := s.score(r, off)
	run.findExclusions()
	run.scoreMasked()
	run.settle()
	return run
}

// Close gives the memory of the run back; its scores and hits are gone.
func (run *Run) Close() {
	for _, x := range run.extra {
		x.Close()
	}
	run.scratch.duties.reset()
	run.scratch.found.reset()
	scratches.Put(run.scratch)
	run.scratch = nil
}

// score adds up the signals.
func (s *Signals) score(r *read.Reading, off read.Off) *Run {
	run := &Run{
		Reading: r, signals: s, off: off, hits: make([]Hits, len(table)),
		scratch: scratches.Get().(*scratch),
	}
	if len(run.scratch.scores) != s.lex.Groups {
		run.scratch.scores = make([]float64, s.lex.Groups)
	}
	run.Scores = run.scratch.scores
	clear(run.Scores)
	run.findGate()
	run.findShares()
	for i := range table {
		run.hits[i] = none{}
		if run.shares[i] != 0 {
			run.hits[i] = s.all[i].Score(run, run.shares[i])
		}
	}
	return run
}

// settle takes off what speaks against groups, and bounds the scores.
func (run *Run) settle() {
	for g, x := range run.Scores {
		run.Scores[g] = math.Min(math.Max(x*run.roleGate(g), 0), 1)
	}
}

// findShares decides what each signal adds to the score where it is 1. They sum to 1. The industry
// counts as far as the gate lets it through, and not at all where none is given.
func (run *Run) findShares() {
	run.shares = make([]float64, len(table))
	sum := 0.0
	for i, r := range table {
		w := r.weights[formOf(run.Reading)]
		if r.name == "industry" {
			w *= run.gate
		}
		if run.off[r.name] {
			w = 0
		}
		run.shares[i] = w
		sum += w
	}
	for i := range run.shares {
		if sum > 0 {
			run.shares[i] /= sum
		}
	}
}

// Explain returns the score of a group taken apart, and its total.
func (run *Run) Explain(g int32) (atoms []Atom, total float64) {
	a := Atoms{List: make([]Atom, 0, 256)}
	of := run
	if m := run.masked[g]; m != nil {
		of = m
	}
	for _, h := range of.hits {
		h.Explain(g, &a)
	}
	run.explainExclusions(g, &a)
	if gate := run.roleGate(int(g)); gate < 1 {
		for i := range a.List {
			a.List[i].Value *= gate
		}
	}
	bound(a.List)
	for _, x := range a.List {
		total += x.Value
	}
	return a.List, math.Max(total, 0)
}

// For returns the reading that a group is scored on.
func (run *Run) For(g int32) *read.Reading {
	if m := run.masked[g]; m != nil {
		return m.Reading
	}
	return run.Reading
}

// bound scales what speaks against the group down to what speaks for it, so that no score is
// negative.
func bound(atoms []Atom) {
	plus, minus := 0.0, 0.0
	for _, a := range atoms {
		if a.Value > 0 {
			plus += a.Value
		} else {
			minus -= a.Value
		}
	}
	if minus <= plus {
		return
	}
	for i := range atoms {
		if atoms[i].Value < 0 {
			atoms[i].Value *= plus / minus
		}
	}
}

// scoreMasked scores the groups that something masks words for, on a reading without those words:
// a word speaks for a group or against it, never both. Groups with the same words share a run.
func (run *Run) scoreMasked() {
	byMask := map[string]*Run{}
	for g, mask := range run.masks() {
		key := maskKey(mask)
		m := byMask[key]
		if m == nil {
			m = run.signals.score(run.Without(mask), run.off)
			byMask[key] = m
			run.extra = append(run.extra, m)
		}
		if run.masked == nil {
			run.masked = map[int32]*Run{}
		}
		run.masked[g] = m
		run.Scores[g] = m.Scores[g] - run.penalty(g)
	}
}

// masks returns the words that count for nothing for some groups: those of an exclusion of the
// group in a title line, and those of sentences copied from it under another title.
func (run *Run) masks() map[int32][]text.Span {
	masks := map[int32][]text.Span{}
	for _, x := range run.against {
		masks[x.hit.Group] = append(masks[x.hit.Group], x.hit.Span)
	}
	// Whatever was pasted to pass for something counts for none of the groups that it was taken from:
	// they share one reading, however many they are.
	var pasted []text.Span
	for _, c := range run.Copied {
		if c.Discount {
			s := run.Sentences[c.Sentence]
			pasted = append(pasted, text.Span{From: s.From, To: s.To})
		}
	}
	done := map[int32]bool{}
	for _, c := range run.Copied {
		if c.Discount && !done[c.Group] {
			done[c.Group] = true
			masks[c.Group] = append(masks[c.Group], pasted...)
		}
	}
	return masks
}

// maskKey returns equal strings for equal runs of words.
func maskKey(mask []text.Span) string {
	slices.SortFunc(mask, func(a, b text.Span) int { return (a.From-b.From)*(1<<20) + a.To - b.To })
	var key []byte
	for _, s := range mask {
		key = binary.AppendUvarint(binary.AppendUvarint(key, uint64(s.From)), uint64(s.To))
	}
	return string(key)
}
