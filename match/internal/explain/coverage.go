package explain

import (
	"math"

	"github.com/nocmatch/nocmatch/match/internal/lexicon"
	"github.com/nocmatch/nocmatch/match/internal/read"
	"github.com/nocmatch/nocmatch/match/internal/signal"
	"github.com/nocmatch/nocmatch/match/internal/text"
)

// Whether a duty is covered is asked of one sentence at a time, as people would: how much of the
// duty's weight does the sentence name? An alias of the working vocabulary names what its term does
// too, so that "DAD" covers a discharge abstract. Coverage is a reading aid: it is made of the same
// words as the score, and adds nothing to it.

const (
	// coveredShare and partialShare are the shares of a duty's weight that a sentence must name for
	// the duty to count as covered or partial. Of the twelve duties of 12111 its own texts in
	// testdata then show 1.9 and 1.7 more in part, those of other occupations 0.2 and 0.9.
	coveredShare = 0.28
	partialShare = 0.17
	// statusTerms is how many different terms that takes.
	statusTerms = 2
	// commonWeight is what words count here that are too common or too general to rank: "plan" and
	// "help" are part of a duty all the same.
	commonWeight = 1.5
)

// A DutyStatus says how much of a duty a document shows.
type DutyStatus uint8

// The statuses.
const (
	Absent DutyStatus = iota
	Partial
	Covered
)

// A Coverage says how much of a duty the sentence shows that shows most of it, and quotes it.
type Coverage struct {
	Status DutyStatus
	Quote
}

// newConcepts returns the terms of each term of each group's vocabulary, aliases aside.
func newConcepts(lex *lexicon.Lexicon) [][][]int32 {
	concepts := make([][][]int32, lex.Groups)
	for g, p := range lex.Profiles {
		for _, v := range p.Vocabulary {
			concepts[g] = append(concepts[g], lexicon.Distinct(lex.Content(v.Term)))
		}
	}
	return concepts
}

// A naming is a term that a sentence names, and the tokens that name it.
type naming struct {
	term     int32
	from, to int
}

// Duties says how much of each duty of a group a document shows; ties keep the earlier sentence. A
// bare title shows none.
func (x *Explainer) Duties(run *signal.Run, g int32) []Coverage {
	list := make([]Coverage, len(x.lex.Profiles[g].Duties))
	if run.Kind != read.LongText || len(list) == 0 {
		return list
	}
	r := run.For(g)
	concepts := namedConcepts(run, g)
	most := make([]float64, len(list))
	var named []naming
	for k, s := range r.Sentences {
		if !r.ShowsDuties(k) || hasTitleLine(r, s) {
			continue
		}
		named = named[:0]
		for i := s.From; i < s.To; i++ {
			if r.Counts(i) && !r.Marks[i].Listed {
				named = append(named, naming{r.Tokens[i].Term, i, i + 1})
			}
		}
		for _, h := range concepts[int32(k)] {
			for _, t := range x.concepts[g][h.Item] {
				named = append(named, naming{t, h.From, h.To})
			}
		}
		u := &x.lex.Statements
		for i := u.First[g]; i < u.First[g+1]; i++ {
			if u.Kind[i] != lexicon.Duty {
				continue
			}
			status, share, from, to := shown(u, i, named)
			if place := u.Place[i]; status != Absent && share > most[place] {
				most[place] = share
				list[place] = Coverage{status, sentenceQuote(run, from, to)}
			}
		}
	}
	return list
}

// hasTitleLine reports whether a sentence holds a title of the text, as headings and "reports to"
// do: what a job is called shows no duty.
func hasTitleLine(r *read.Reading, s text.Sentence) bool {
	for _, line := range r.Titles {
		if line.From >= s.From && line.To <= s.To && 2*(line.To-line.From) >= s.To-s.From {
			return true
		}
	}
	return false
}

// namedConcepts returns the terms of the vocabulary of a group that are named, by sentence.
func namedConcepts(run *signal.Run, g int32) map[int32][]*read.Phrase {
	named := map[int32][]*read.Phrase{}
	for i := range run.Phrases {
		h := &run.Phrases[i]
		if h.Kind == lexicon.Vocabulary && h.Group == g && !h.Denied && !h.Listed && run.Alive(h) {
			s := run.Tokens[h.From].Sentence
			named[s] = append(named[s], h)
		}
	}
	return named
}

// shown says how much of a statement is named, as a status and as a share of its weight, and from
// where to where.
func shown(u *lexicon.Statements, i int32, named []naming) (status DutyStatus, share float64, from, to int) {
	weight, total, terms := 0.0, 0.0, 0
	from = math.MaxInt
	for _, t := range u.Terms[i] {
		worth := math.Max(u.Weight[t], commonWeight)
		total += worth
		found := false
		for _, n := range named {
			if n.term == t {
				found = true
				from, to = min(from, n.from), max(to, n.to)
			}
		}
		if found {
			weight += worth
			terms++
		}
	}
	if total > 0 {
		share = weight / total
	}
	switch {
	case terms < statusTerms:
		return Absent, share, from, to
	case share >= coveredShare:
		return Covered, share, from, to
	case share >= partialShare:
		return Partial, share, from, to
	}
	return Absent, share, from, to
}

// sentenceQuote quotes a run of tokens of a sentence, as much of it as a quote may have.
func sentenceQuote(run *signal.Run, from, to int) Quote {
	for to > from+1 && int(run.Tokens[to-1].End-run.Tokens[from].Start) > QuoteBytes {
		to--
	}
	return quoteOf(run, from, to)
}
