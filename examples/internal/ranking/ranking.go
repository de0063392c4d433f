// Package ranking puts candidates in order and keeps of most of them no more than a line.
//
//	list := ranking.NewList(10)
//	for c := range candidates {
//		list.Add(c)
//	}
//	for _, c := range list.Ranked() {
//		fmt.Println(c.Rank, c.Name, c.Score)
//	}
package ranking

import (
	"cmp"
	"container/heap"
	"slices"
	"strings"

	"github.com/nocmatch/nocmatch/examples/internal/documents"
	"github.com/nocmatch/nocmatch/match"
)

// A Candidate is what a document shows of what candidates are ranked for.
type Candidate struct {
	// Rank counts from 1; two candidates never share one.
	Rank int
	// Name is what the candidate is shown as, Path what the document was found as: they differ where names are masked.
	Name, Path string
	// Number counts documents from 1 in the order in which they were found.
	Number     int
	Score      float64
	Confidence float64
	// Fits are the parts of the score: one for each profile that candidates are ranked for. The first tells duties and skills.
	Fits []Fit
	// Better are occupations that the document fits better, the best first.
	Better    []Occupation
	Document  match.DocumentSummary
	Abstained bool
	Warnings  []match.Warning
	// LeftOut is what of the document was not matched.
	LeftOut []documents.LeftOut
	// Quote is what counts most for the candidate, on one line.
	Quote string
	// Full is all that is known; nil but for the best candidates of a list.
	Full *Full
}

// A Full is what a candidate is shown with: results whose matches are those that it is ranked for, in the order of its fits, and the
// text that they quote.
type Full struct {
	Result match.Result
	Text   string
}

// A Fit is how a document fits one profile.
type Fit struct {
	Code, Title              string
	Score, Confidence        float64
	Covered, Partial, Duties int
	Found, Missing, Negated  []string // skills
}

// An Occupation is one that a document was compared with.
type Occupation struct {
	Code       string  `json:"code"`
	Title      string  `json:"title"`
	Score      float64 `json:"score"`
	Confidence float64 `json:"confidence"`
}

// NewFit sums up a match. Nothing in it keeps the text of the document in memory.
func NewFit(m match.Match) Fit {
	f := Fit{Code: m.Code, Title: m.Title, Score: m.Score, Confidence: m.Confidence, Duties: len(m.Duties),
		Found: []string{}, Missing: []string{}, Negated: []string{}}
	for _, d := range m.Duties {
		switch d.Status {
		case match.Covered:
			f.Covered++
		case match.Partial:
			f.Partial++
		}
	}
	for _, s := range m.Skills {
		switch s.Status {
		case match.SkillFound:
			f.Found = append(f.Found, s.Name)
		case match.SkillNegated:
			f.Negated = append(f.Negated, s.Name)
		default:
			f.Missing = append(f.Missing, s.Name)
		}
	}
	return f
}

// Compare orders candidates:
//
//  1. the higher score first,
//  2. then the higher confidence,
//  3. then the path, in byte order,
//  4. then the order in which they were found.
func Compare(a, b *Candidate) int {
	return cmp.Or(
		cmp.Compare(b.Score, a.Score),
		cmp.Compare(b.Confidence, a.Confidence),
		strings.Compare(a.Path, b.Path),
		cmp.Compare(a.Number, b.Number),
	)
}

// A List collects candidates, the best of them in full.
type List struct {
	full int
	all  []*Candidate
	best worstFirst
}

// NewList returns a list that keeps the full best candidates in full.
func NewList(full int) *List { return &List{full: full} }

// Add takes a candidate, and drops the Full of the worst where there are too many.
func (l *List) Add(c *Candidate) {
	l.all = append(l.all, c)
	heap.Push(&l.best, c)
	if len(l.best) > l.full {
		heap.Pop(&l.best).(*Candidate).Full = nil
	}
}

// Ranked returns the candidates in order, with their ranks.
func (l *List) Ranked() []*Candidate {
	slices.SortFunc(l.all, Compare)
	for i, c := range l.all {
		c.Rank = i + 1
	}
	return l.all
}

// worstFirst is a heap with the worst candidate on top.
type worstFirst []*Candidate

func (h worstFirst) Len() int           { return len(h) }
func (h worstFirst) Less(i, j int) bool { return Compare(h[i], h[j]) > 0 }
func (h worstFirst) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *worstFirst) Push(c any)        { *h = append(*h, c.(*Candidate)) }

func (h *worstFirst) Pop() any {
	last := len(*h) - 1
	c := (*h)[last]
	(*h)[last] = nil
	*h = (*h)[:last]
	return c
}
