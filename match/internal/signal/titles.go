package signal

import (
	"slices"

	"github.com/nocmatch/nocmatch/match/internal/lexicon"
	"github.com/nocmatch/nocmatch/match/internal/read"
)

// titleHits are the titles of each group that are most like each of some title lines.
type titleHits struct {
	lex   *lexicon.Lexicon
	lines []lineHits
}

// lineHits are the titles of each group that are most like one line.
type lineHits struct {
	weight float64
	query  lexicon.TitleQuery
	best   []lexicon.GroupTitles // by group
	groups []int32               // that have any
}

// add compares a line with all titles.
func (t *titleHits) add(run *Run, weight float64, q lexicon.TitleQuery) *lineHits {
	t.lex = run.signals.lex
	if len(t.lines) < cap(t.lines) {
		t.lines = t.lines[:len(t.lines)+1]
	} else {
		t.lines = append(t.lines, lineHits{})
	}
	h := &t.lines[len(t.lines)-1]
	h.weight, h.query = weight, q
	if len(h.best) != t.lex.Groups {
		h.best, h.groups = make([]lexicon.GroupTitles, t.lex.Groups), nil
	}
	t.lex.Titles.BestByGroup(&q, &run.scratch.titles, func(g int32, best *lexicon.GroupTitles) {
		h.best[g] = *best
		h.groups = append(h.groups, g)
	})
	return h
}

func (t *titleHits) reset() {
	for i := range t.lines {
		h := &t.lines[i]
		for _, g := range h.groups {
			h.best[g] = lexicon.GroupTitles{}
		}
		h.groups, h.query = h.groups[:0], lexicon.TitleQuery{}
	}
	t.lines = t.lines[:0]
}

// likeness is how like the best titles of a group are, from 0 to 1.
func (t *titleHits) likeness(h *lineHits, g int32) float64 {
	sum := 0.0
	for k, share := range t.lex.Titles.Shares(g) {
		sum += share * h.best[g][k].Sim
	}
	return sum
}

// explain shares out what the best titles of a group add, value for each of them, over the words
// that they share with the line, as they weigh in the title.
func (t *titleHits) explain(h *lineHits, g int32, value func(k int) float64, to *Atoms) {
	u, q := &t.lex.Titles, &h.query
	for k, hit := range h.best[g] {
		if hit.Sim == 0 {
			continue
		}
		terms, weights := u.Terms[hit.Title], u.Weights[hit.Title]
		common := 0.0
		for i, root := range q.Roots {
			if j, ok := slices.BinarySearch(terms, root); ok && len(q.Places[i]) > 0 {
				common += q.Share[i] * weights[j]
			}
		}
		ref := lexicon.Ref{Kind: lexicon.Title, Text: u.Text[hit.Title]}
		for i, root := range q.Roots {
			if j, ok := slices.BinarySearch(terms, root); ok && len(q.Places[i]) > 0 {
				to.Spread(ref, q.Places[i], value(k)*q.Share[i]*weights[j]/common)
			}
		}
	}
}

// titleLines returns the titles most like the title lines, found once for a run.
func (run *Run) titleLines() *titleHits {
	if run.titles == nil {
		run.titles = &run.scratch.found
		for _, line := range run.Titles {
			q := run.TitleQuery(line.Span)
			if run.Kind == read.BareTitle {
				run.AddIndustry(&q)
			}
			run.titles.add(run, line.Weight, q)
		}
	}
	return run.titles
}

// titles compares title lines with titles: the mean of the best titles of each group.
type titles struct{}

func newTitles(*lexicon.Lexicon) Signal { return titles{} }

func (titles) Score(run *Run, weight float64) Hits {
	found := run.titleLines()
	for i := range found.lines {
		h := &found.lines[i]
		for _, g := range h.groups {
			run.Scores[g] += h.weight * weight * found.likeness(h, g)
		}
	}
	return likeTitles{found, weight}
}

type likeTitles struct {
	*titleHits
	weight float64
}

func (t likeTitles) Explain(g int32, to *Atoms) {
	for i := range t.lines {
		h, shares := &t.lines[i], t.lex.Titles.Shares(g)
		t.explain(h, g, func(k int) float64 {
			return h.weight * t.weight * shares[k] * h.best[g][k].Sim
		}, to)
	}
}
