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
	// A duty with signs asks for coveredShare of the words at least, as its signs say when it is shown
	// in part, and one with manySigns for richShare: words that happen to be in both show little
	// beside many ways of saying it.
	manySigns = 20
	richShare = 0.45
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

// Duties says how much of each duty of a group a document shows, by the sentence that shows most of
// it; ties keep the earlier one. A bare title shows none.
func (x *Explainer) Duties(run *signal.Run, g int32) []Coverage {
	list := make([]Coverage, len(x.lex.Profiles[g].Duties))
	if run.Kind != read.LongText || len(list) == 0 {
		return list
	}
	r := run.For(g)
	said := dutySigns(r, g)
	concepts := namedConcepts(run, g)
	best := make([]showing, len(list))
	var named []naming
	for k, s := range r.Sentences {
		if !r.ShowsDuties(k) || hasTitleLine(r, s) {
			continue
		}
		named = x.namings(r, g, s, concepts[int32(k)], named[:0])
		u := &x.lex.Statements
		for i := u.First[g]; i < u.First[g+1]; i++ {
			if u.Kind[i] != lexicon.Duty {
				continue
			}
			place := u.Place[i]
			byWords := shownByWords(u, i, named)
			if byWords.strength < leastShare(len(x.lex.Profiles[g].Duties[place].Signs)) {
				byWords.status = Absent
			}
			if show := byWords.and(said[sentenceDuty{int32(k), place}]); show.beats(best[place]) {
				best[place] = show
			}
		}
	}
	for place, show := range best {
		if show.status != Absent {
			list[place] = Coverage{show.status, clauseQuote(run, show.from, show.to)}
		}
	}
	return list
}

// leastShare is the share of a duty's weight that its words must have, by the number of its signs.
func leastShare(signs int) float64 {
	switch {
	case signs >= manySigns:
		return richShare
	case signs > 0:
		return coveredShare
	}
	return partialShare
}

// A showing is how far a sentence shows a duty, and the words that show it.
type showing struct {
	status   DutyStatus
	strength float64
	from, to int
}

// beats reports whether a sentence shows a duty better than another.
func (s showing) beats(other showing) bool {
	if s.status != other.status {
		return s.status > other.status
	}
	return s.status != Absent && s.strength > other.strength
}

// and adds what signs of the same sentence show.
func (s showing) and(signs showing) showing {
	switch {
	case signs.status == Absent:
		return s
	case s.status == Absent:
		signs.strength += s.strength
		return signs
	}
	return showing{
		max(s.status, signs.status), s.strength + signs.strength,
		min(s.from, signs.from), max(s.to, signs.to),
	}
}

// A sentenceDuty names a duty of one group in one sentence.
type sentenceDuty struct{ sentence, duty int32 }

// dutySigns gathers the signs of the duties of a group, by sentence and duty.
func dutySigns(r *read.Reading, g int32) map[sentenceDuty]showing {
	said := map[sentenceDuty]showing{}
	for i := range r.Signs {
		s := &r.Signs[i]
		if s.Kind != lexicon.Duty || s.Group != g || !r.Has(s) {
			continue
		}
		show := showing{Covered, s.Worth, int(s.Tokens[0]), int(s.Tokens[len(s.Tokens)-1]) + 1}
		if s.Side {
			show.status = Partial
		}
		key := sentenceDuty{s.Sentence, s.Item}
		said[key] = show.and(said[key])
	}
	return said
}

// namings returns what a sentence names: its words, and the terms whose aliases it has.
func (x *Explainer) namings(
	r *read.Reading, g int32, s text.Sentence, concepts []*read.Phrase, dst []naming,
) []naming {
	for i := s.From; i < s.To; i++ {
		if r.Counts(i) && !r.Marks[i].Listed {
			dst = append(dst, naming{r.Tokens[i].Term, i, i + 1})
		}
	}
	for _, h := range concepts {
		for _, t := range x.concepts[g][h.Item] {
			dst = append(dst, naming{t, h.From, h.To})
		}
	}
	return dst
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

// shownByWords says how much of a statement a sentence names.
func shownByWords(u *lexicon.Statements, i int32, named []naming) showing {
	weight, total, terms := 0.0, 0.0, 0
	show := showing{from: math.MaxInt}
	for _, t := range u.Terms[i] {
		worth := math.Max(u.Weight[t], commonWeight)
		total += worth
		found := false
		for _, n := range named {
			if n.term == t {
				found = true
				show.from, show.to = min(show.from, n.from), max(show.to, n.to)
			}
		}
		if found {
			weight += worth
			terms++
		}
	}
	if total > 0 {
		show.strength = weight / total
	}
	switch {
	case terms < statusTerms:
	case show.strength >= coveredShare:
		show.status = Covered
	case show.strength >= partialShare:
		show.status = Partial
	}
	return show
}

// clauseQuote quotes the clauses that hold a run of tokens of a sentence, as much of them as a quote
// may have: people are convinced by whole clauses.
func clauseQuote(run *signal.Run, from, to int) Quote {
	s := run.Sentences[run.Tokens[from].Sentence]
	wide := func(from, to int) bool { return int(run.Tokens[to-1].End-run.Tokens[from].Start) > QuoteBytes }
	for to > from+1 && wide(from, to) {
		to--
	}
	for from > s.From && !text.EndsClause(run.Gap(from-1)) && !wide(from-1, to) {
		from--
	}
	for to < s.To && !text.EndsClause(run.Gap(to-1)) && !wide(from, to+1) {
		to++
	}
	return quoteOf(run, from, to)
}
