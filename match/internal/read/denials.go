package read

import (
	_ "embed"

	"github.com/nocmatch/nocmatch/match/internal/text"
)

// Words that are denied count for nothing: "do not leave residents alone". Where the denial is
// about the job itself, they count against what they are words of: "no coding experience required",
// "this is not a clinical role".

//go:embed data/denials.txt
var denialData string

var (
	denialCues = text.ReadCues(denialData)
	deniers    = denialCues.Set("denier")
	noDenial   = denialCues.Set("no-denial")
	needs      = denialCues.Set("need")
	denialEnds = denialCues.Set("end")
	jobWords   = denialCues.Set("job")
	doneBy     = denialCues.Runs("done-by")
	doers      = denialCues.Words("doer")
)

const (
	// denialReach is how many words a denial reaches.
	denialReach = 6
	// listReach is how many words a list of things that are denied together may have.
	listReach = 14
)

// findDenials marks the words that a long text denies.
func (r *reader) findDenials() {
	if r.Kind != LongText || r.off[Denials] {
		return
	}
	for _, s := range r.Sentences {
		for i := s.From; i+1 < s.To; i++ {
			if n := r.RunAt(i, s.To, doneBy); n > 0 && i+n < s.To && doers[r.Word(i+n)] {
				r.denyBefore(s, i, false)
				continue
			}
			if !deniers[r.Word(i)] {
				continue
			}
			next := r.Word(i + 1)
			switch {
			case noDenial[next]:
			case needs[next]:
				r.denyBefore(s, i, true)
			default:
				r.denyAfter(s, i+1)
			}
		}
	}
}

// denyAfter denies the words from token i on, to the next comma, conjunction or need.
func (r *reader) denyAfter(s text.Sentence, i int) {
	to, list := i, r.endOfList(s, i)
	for words := 0; to < s.To && (words < denialReach || to < list); to++ {
		w := r.Word(to)
		if to >= list && (denialEnds[w] || needs[w] || to > i && text.EndsClause(r.Gap(to-1))) {
			break
		}
		if !r.Tokens[to].Shared && to >= list {
			words++
		}
	}
	about := i > s.From && jobWords[r.Word(i-1)]
	for k := i; k < min(to+2, s.To) && !about; k++ {
		about = jobWords[r.Word(k)]
	}
	r.deny(i, to, about)
}

// endOfList returns the token behind the "or" of a list that begins at token i: "no coding,
// abstracting or release of information". Denied lists go on to their "or", commas and all. It
// returns i where there is none.
func (r *reader) endOfList(s text.Sentence, i int) int {
	for k := i; k < min(s.To, i+listReach); k++ {
		switch w := r.Word(k); {
		case w == "or" || w == "nor":
			return k + 1
		case w != "and" && denialEnds[w]:
			return i
		}
	}
	return i
}

// denyBefore denies the words before token i, back to the last comma or conjunction, or past an
// "and" that makes several things of it: "coding and abstracting are not part of the job".
func (r *reader) denyBefore(s text.Sentence, i int, against bool) {
	from := i
	several := i > s.From && isPlural(r.Word(i-1)) || isPlural(r.Word(i))
	for words := 0; from > s.From && words < denialReach; from-- {
		w := r.Word(from - 1)
		if denialEnds[w] && !(several && w == "and") || from < i && text.EndsClause(r.Gap(from-1)) {
			break
		}
		words++
	}
	r.deny(from, i, against)
}

// deny denies tokens [from, to); against says that they speak against what they are words of.
func (r *reader) deny(from, to int, against bool) {
	for i := from; i < to; i++ {
		r.Marks[i].Denied = true
		r.Marks[i].Against = against && !jobWords[r.Word(i)]
	}
}

// denial reports whether all words of a run are denied, or half of them: some and not all.
func (r *Reading) denial(from, to int) (all, half bool) {
	content, denied := 0, 0
	for i := from; i < to; i++ {
		if r.Tokens[i].Stop {
			continue
		}
		content++
		if r.Marks[i].Denied {
			denied++
		}
	}
	return denied == content, denied > 0 && denied < content
}

// isPlural reports whether a verb says that there are several things.
func isPlural(verb string) bool { return verb == "are" || verb == "were" }
