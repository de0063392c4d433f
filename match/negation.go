package match

import "strings"

// Words that are denied count for nothing: "do not leave residents alone". Where the denial is about the job itself, they count against
// what they are words of: "no coding experience required", "this is not a clinical role".

// denialReach is how many words a denial reaches.
const denialReach = 6

// deniers begin a denial of the words after them.
var deniers = map[string]bool{
	"no": true, "not": true, "without": true, "never": true, "cannot": true, "neither": true, "nor": true, "isnt": true, "arent": true, "wasnt": true,
	"excludes": true, "exclude": true, "excluding": true, "unlike": true,
	"werent": true, "dont": true, "doesnt": true, "didnt": true, "wont": true, "cant": true,
}

// noDenial are words that, right after a denier, make it something else: "not only", "no later than", "not limited to".
var noDenial = map[string]bool{
	"only": true, "limited": true, "later": true, "less": true, "fewer": true, "more": true, "just": true, "hesitate": true, "phone": true, "yet": true,
	"restricted": true, "exceed": true, "profit": true, "doubt": true, "exception": true, "delay": true, "matter": true, "longer": true,
	"1": true, "2": true, "3": true, "4": true, "5": true,
}

// needs are words that, denied, deny what stands before them: "coding experience is not required".
var needs = map[string]bool{"required": true, "needed": true, "necessary": true, "essential": true, "mandatory": true, "requirement": true, "part": true}

// denialEnds end a denial.
var denialEnds = map[string]bool{"but": true, "however": true, "although": true, "though": true, "while": true, "unless": true, "if": true, "except": true, "and": true, "because": true, "as": true}

// jobWords make a denial one about the job, where they stand in it or right behind it.
var jobWords = map[string]bool{
	"experience": true, "background": true, "role": true, "roles": true, "position": true, "positions": true, "job": true, "jobs": true, "required": true, "needed": true,
	"necessary": true, "require": true, "requires": true, "requirement": true, "include": true, "includes": true, "involve": true, "involves": true, "duties": true,
	"qualification": true, "certification": true, "training": true, "responsible": true, "perform": true, "part": true,
}

// findNegations masks the words that a long text denies.
func (m *model) findNegations(q *query) {
	if q.kind != longText {
		return
	}
	for _, s := range q.sentences {
		for i := s.from; i < s.to; i++ {
			if !deniers[q.word(i)] || i+1 >= s.to {
				continue
			}
			next := q.word(i + 1)
			switch {
			case noDenial[next]:
			case needs[next]:
				q.maskBefore(s, i)
			default:
				q.maskAfter(s, i+1)
			}
		}
	}
}

// maskAfter masks the words from token i on, to the next comma, conjunction or need.
func (q *query) maskAfter(s sentence, i int) {
	to, list := i, q.endOfList(s, i)
	for words := 0; to < s.to && (words < denialReach || to < list); to++ {
		w := q.word(to)
		if to >= list && (denialEnds[w] || needs[w] || to > i && endsClause(q.gap(to-1))) {
			break
		}
		if !q.tokens[to].shared && to >= list {
			words++
		}
	}
	about := i > s.from && jobWords[q.word(i-1)]
	for k := i; k < min(to+2, s.to) && !about; k++ {
		about = jobWords[q.word(k)]
	}
	q.mask(i, to, about)
}

// listReach is how many words a list of things that are denied together may have.
const listReach = 14

// endOfList gives the token behind the "or" of a list that begins at token i: "no coding, abstracting or release of information". Denied lists
// go on to their "or", commas and all. It gives i where there is none.
func (q *query) endOfList(s sentence, i int) int {
	for k := i; k < min(s.to, i+listReach); k++ {
		switch w := q.word(k); {
		case w == "or" || w == "nor":
			return k + 1
		case w != "and" && denialEnds[w]:
			return i
		}
	}
	return i
}

// maskBefore masks the words before token i, back to the last comma or conjunction, or past an "and" that makes several things of it: "coding
// and abstracting are not part of the job".
func (q *query) maskBefore(s sentence, i int) {
	from := i
	several := i > s.from && (q.word(i-1) == "are" || q.word(i-1) == "were")
	for words := 0; from > s.from && words < denialReach; from-- {
		if w := q.word(from - 1); denialEnds[w] && !(several && w == "and") || from < i && endsClause(q.gap(from-1)) {
			break
		}
		words++
	}
	q.mask(from, i, true)
}

// mask masks tokens from to to; against says that they speak against what they are words of.
func (q *query) mask(from, to int, against bool) {
	for i := from; i < to; i++ {
		q.tokens[i].masked = true
		q.tokens[i].against = against && !jobWords[q.word(i)]
	}
}

// apostrophes are left out of words that are compared.
var apostrophes = strings.NewReplacer("'", "", "\u2019", "", "\u02bc", "")

// word gives a token as it is written, in lower case and without apostrophes.
func (q *query) word(i int) string { return apostrophes.Replace(strings.ToLower(q.surface(i))) }

// endsClause reports whether what stands between two words ends a clause.
func endsClause(gap string) bool { return strings.ContainsAny(gap, ",;:.()!?–—") }
