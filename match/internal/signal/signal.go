// Package signal holds the ways in which a document can speak for an occupation, one a file. Each
// scores all groups and explains its part of one group's score with the same hits, so that a total
// and its evidence cannot drift apart.
package signal

import (
	"github.com/nocmatch/nocmatch/match/internal/lexicon"
	"github.com/nocmatch/nocmatch/match/internal/read"
)

// A Signal is one way in which a document can speak for an occupation. Immutable.
type Signal interface {
	// Score adds weight times a number from 0 to 1 (skills: from -1) to the score of every group,
	// and returns the hits behind what it added.
	Score(run *Run, weight float64) Hits
}

// Hits are what a signal found in a document.
type Hits interface {
	// Explain shares out what Score added to one group over the words that it came from.
	Explain(g int32, to *Atoms)
}

// none are the hits of a signal that found nothing.
type none struct{}

func (none) Explain(int32, *Atoms) {}

// A row of the table is a signal: its name, what it counts by kind of document, its constructor.
type row struct {
	name    string
	weights [numForms]float64
	make    func(*lexicon.Lexicon) Signal
}

// table lists the signals. Of the weights only the proportions matter. Those of bare titles were set
// by coordinate ascent on 2,138 survey titles; those of postings and letters, and of resumes, likewise
// on 246 real adverts with and without their title, 52 texts of health records work likewise, 182
// real resumes with and without their headline, and, a third as much, the texts of testdata: in coarse
// steps, cross-validated over five folds of occupations. docs/quality.md says what each is worth.
var table = []row{
	{"duties", weights(0, 2, 5), newDuties},
	{"headlines", weights(0, 6.5, 12), newHeadlines},
	{"signs", weights(0, 3, 1.5), newSigns},
	{"title-phrases", weights(0, 4, 4), newTitlePhrases},
	{"skills", weights(0, 3.5, 2), newSkills},
	{"characters", weights(0.7, 0, 0), newCharacters},
	{"language-model", weights(2, 0, 0), newLanguageModel},
	{"titles", weights(3, 6, 5), newTitles},
	{"title-prior", weights(0.5, 0, 0), newPrior},
	{"exact-titles", weights(0.1, 0, 1.5), newExact},
	{"industry", weights(8, 0.5, 0.5), newIndustry},
	{"all-text", weights(0.7, 26, 26), newAllText},
}

// weights are what a signal counts for a bare title, for a posting or letter, and for a resume.
func weights(bare, posting, resume float64) [numForms]float64 {
	return [numForms]float64{bareForm: bare, postingForm: posting, resumeForm: resume}
}

// A form is a kind of document that has weights of its own.
type form int

const (
	bareForm form = iota
	postingForm
	resumeForm
	numForms
)

func formOf(r *read.Reading) form {
	switch {
	case r.Kind == read.BareTitle:
		return bareForm
	case r.Resume:
		return resumeForm
	}
	return postingForm
}

// Names returns the names of the signals, and of what tempers them, in the order of the table.
func Names() []string {
	var names []string
	for _, r := range table {
		names = append(names, r.name)
	}
	return append(names, General, Gate)
}

// What tempers a signal can be switched off like one, to measure what it is worth.
const (
	General = "general" // general words of long texts don't count in the all-text signal
	Gate    = "gate"    // the industry counts less beside a telling title
)

// Signals are all signals over one lexicon. Immutable.
type Signals struct {
	lex *lexicon.Lexicon
	all []Signal // by row
}

// New compiles the signals.
func New(lex *lexicon.Lexicon) *Signals {
	s := &Signals{lex: lex, all: make([]Signal, len(table))}
	var makers []func()
	for i, r := range table {
		makers = append(makers, func() { s.all[i] = r.make(lex) })
	}
	lexicon.Parallel(makers...)
	return s
}

// saturate returns x/(x+half), from 0 to 1.
func saturate(x, half float64) float64 { return x / (x + half) }
