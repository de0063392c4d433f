// Package lexicon is the profiles compiled: what their titles, duties, terms and words are, in
// flat arrays that a reading and its scores look things up in. Nothing here knows a document.
package lexicon

import (
	"math"
	"slices"
	"sync"

	"github.com/nocmatch/nocmatch/index"
	"github.com/nocmatch/nocmatch/profiles"
)

// A Lexicon is an index compiled: all that does not depend on the document. Immutable. Groups are
// numbered in the order of its profiles, which is that of their codes; terms as in its postings.
type Lexicon struct {
	Index    *index.Index
	Profiles []profiles.Profile
	Postings *index.Postings
	Groups   int

	// General marks the terms that count for nothing in a long text.
	General []bool
	// Telling is how much a word says in a long text, by term, from 0 to 1: less the more real
	// adverts and resumes use it, whatever their job.
	Telling []float64
	// Capital marks the terms that profiles write in capitals only, and that are short: in a long
	// text they count in capitals only.
	Capital []bool

	Folded     Folded
	Titles     Titles
	Exact      Exact
	Statements Statements
	Phrases    Phrases
	Spelling   Spelling
	Roles      Roles
	Signs      Signs
	Language   Language
}

// New compiles an index.
func New(x *index.Index) *Lexicon {
	l := &Lexicon{Index: x, Profiles: x.Profiles(), Postings: x.Postings(), Groups: len(x.Profiles())}
	l.General = l.generalTerms()
	l.Telling = l.tellingTerms()
	l.Capital = l.capitalTerms()
	l.Folded = l.newFolded()
	l.Titles = l.newTitles()
	l.Exact = l.newExact()
	Parallel(
		func() { l.Statements = l.newStatements() },
		func() { l.Phrases = l.newPhrases() },
		func() { l.Spelling = l.newSpelling() },
		func() { l.Roles = l.newRoles() },
		func() { l.Signs = l.newSigns() },
		func() { l.Language = l.newLanguage() },
	)
	return l
}

// Parallel runs functions at once and waits for them.
func Parallel(fs ...func()) {
	var wait sync.WaitGroup
	for _, f := range fs {
		wait.Go(f)
	}
	wait.Wait()
}

// Terms is the number of terms.
func (l *Lexicon) Terms() int { return len(l.Postings.Terms) }

// IDF is Robertson and Sparck Jones' inverse document frequency as BM25 uses it, kept above 0:
// ln(1 + (n-df+.5)/(df+.5)).
func IDF(n, df int) float64 {
	return math.Log(1 + (float64(n-df)+0.5)/(float64(df)+0.5))
}

// wordBytes is about how many bytes a word of a profile and the blank behind it take.
const wordBytes = 6

// Content returns the terms of a text that are in a posting list, in order and with repeats.
func (l *Lexicon) Content(text string) []int32 {
	var terms []int32
	for _, t := range l.analyze(text) {
		if t.ID >= 0 && !t.Stop {
			terms = append(terms, t.ID)
		}
	}
	return terms
}

func (l *Lexicon) analyze(text string) []index.Token {
	return l.Index.Analyze(make([]index.Token, 0, len(text)/wordBytes+1), text)
}

// Distinct returns the terms of a list once each, ascending. It changes the list.
func Distinct(terms []int32) []int32 {
	slices.Sort(terms)
	return slices.Compact(terms)
}

// An Inverted list gives for each term the places that hold it.
type Inverted struct{ Offsets, List []int32 }

// Of returns the places that hold a term, ascending.
func (v *Inverted) Of(term int32) []int32 { return v.List[v.Offsets[term]:v.Offsets[term+1]] }

// Count returns how many places hold a term.
func (v *Inverted) Count(term int32) int { return int(v.Offsets[term+1] - v.Offsets[term]) }

// Invert turns a list of terms for each place into a list of places for each term.
func Invert(terms int, places [][]int32) Inverted {
	v := Inverted{Offsets: make([]int32, terms+1)}
	n := 0
	for _, p := range places {
		for _, t := range p {
			v.Offsets[t+1]++
			n++
		}
	}
	for t := range terms {
		v.Offsets[t+1] += v.Offsets[t]
	}
	v.List = make([]int32, n)
	next := slices.Clone(v.Offsets)
	for i, p := range places {
		for _, t := range p {
			v.List[next[t]] = int32(i)
			next[t]++
		}
	}
	return v
}
