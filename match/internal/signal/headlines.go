package signal

import (
	"math"

	"github.com/nocmatch/nocmatch/match/internal/lexicon"
	"github.com/nocmatch/nocmatch/match/internal/read"
)

// headlines asks of each title line of a long text what a bare title is asked: how probable is each
// group, if that line were all there is? A title that names one group says so however much text
// stands below it; one that several share leaves it to the text.
type headlines struct{ lex *lexicon.Lexicon }

func newHeadlines(lex *lexicon.Lexicon) Signal { return headlines{lex} }

const (
	// headlineSharpness is how many times more probable a group is made by a difference of scores of
	// one: e to the power of it. Set on the titles of real adverts.
	headlineSharpness = 12.0
	// minHeadline is the probability below which a group is given nothing.
	minHeadline = 0.01
)

// What the parts of a line's score count: likeness to titles, the language model, word for word.
const (
	lineLike     = 0.5
	lineLanguage = 0.35
	lineExact    = 0.15
)

func (s headlines) Score(run *Run, weight float64) Hits {
	found := run.titleLines()
	h := &headlineHits{run: run, lex: s.lex}
	scores := make([]float64, s.lex.Groups)
	sums := s.sums(run)
	for i := range found.lines {
		s.scoreLine(run, found, i, scores)
		for g, x := range scores {
			p := math.Exp(headlineSharpness*x) / sums[i]
			if x == 0 || p < minHeadline || found.lines[i].best[g][0].Sim == 0 {
				continue
			}
			value := weight * found.lines[i].weight * p
			run.Scores[g] += value
			title := found.lines[i].best[g][0].Title
			h.found = append(h.found, headlineHit{int32(g), title, run.Titles[i], value})
		}
	}
	return h
}

// sums returns by line what the probabilities of all groups are divided by: as the document has it,
// whatever words the reading lacks.
func (s headlines) sums(run *Run) []float64 {
	if held := run.Held(); held != run.Reading {
		run = &Run{Reading: held, signals: run.signals, scratch: new(scratch)}
	}
	found := run.titleLines()
	scores := make([]float64, s.lex.Groups)
	sums := make([]float64, len(found.lines))
	for i := range found.lines {
		s.scoreLine(run, found, i, scores)
		for _, x := range scores {
			sums[i] += math.Exp(headlineSharpness * x)
		}
	}
	return sums
}

// scoreLine scores the groups by one line alone, each from 0 to 1.
func (s headlines) scoreLine(run *Run, found *titleHits, i int, scores []float64) {
	clear(scores)
	h := &found.lines[i]
	for _, g := range h.groups {
		scores[g] += lineLike * found.likeness(h, g)
	}
	line := run.Titles[i]
	mass := 0.0
	for k := line.From; k < line.To; k++ {
		if run.Tokens[k].Known() {
			mass += s.lex.Language.Most[run.Tokens[k].Term]
		}
	}
	for k := line.From; k < line.To; k++ {
		if !run.Counts(k) {
			continue
		}
		groups, values := s.lex.Language.List(run.Tokens[k].Term)
		for j, g := range groups {
			scores[g] += lineLanguage * values[j] / mass
		}
	}
	for _, t := range run.ExactTitles(line) {
		scores[t.Group] += lineExact * math.Sqrt(t.Share)
	}
}

type headlineHit struct {
	group, title int32
	line         read.TitleLine
	value        float64
}

type headlineHits struct {
	run   *Run
	lex   *lexicon.Lexicon
	found []headlineHit
}

// Explain puts what a line says down to its words that count, and to the title most like it.
func (h *headlineHits) Explain(g int32, to *Atoms) {
	for _, x := range h.found {
		if x.group != g {
			continue
		}
		var tokens []int32
		for _, i := range h.run.Content(x.line.From, x.line.To) {
			if h.run.Counts(int(i)) {
				tokens = append(tokens, i)
			}
		}
		ref := lexicon.Ref{Kind: lexicon.Title, Text: h.lex.Titles.Text[x.title]}
		to.Spread(ref, tokens, x.value)
	}
}
