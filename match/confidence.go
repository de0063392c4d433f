package match

import (
	"math"
	"slices"
)

// Confidence is the product of two probabilities: that any of the groups is right, a logistic function of the best score, and that it is
// this one, a softmax over the scores. It sums to less than 1 over the groups, and rises with the score and with the lead over the others.
type calibration struct {
	temperature float64 // the difference of scores that makes one group e times as likely as another
	none        float64 // the best score at which some group is as likely to be right as none
	noneScale   float64 // how far from it the odds are e to 1
}

// calibrations were fitted to the likelihood of the right answers, over the official classification joined with the
// built-in profiles and over these alone: bare titles on the survey titles, long texts on texts that were written for it.
var calibrations = [...]calibration{
	bareTitle: {temperature: 0.05, none: 0.15, noneScale: 0.05},
	longText:  {temperature: 0.013, none: 0.145, noneScale: 0.014},
}

// The least confidence of each band.
const (
	StrongConfidence   = 0.80
	LikelyConfidence   = 0.50
	PossibleConfidence = 0.20
)

// bandOf names a confidence.
func bandOf(confidence float64) Band {
	switch {
	case confidence >= StrongConfidence:
		return Strong
	case confidence >= LikelyConfidence:
		return Likely
	case confidence >= PossibleConfidence:
		return Possible
	}
	return Weak
}

const (
	// abstainedConfidence is the most that a group is given where no occupation is named, shortConfidence where the text has too few words
	// that profiles know to be sure of anything. What a result warns of it does not claim.
	abstainedConfidence = PossibleConfidence - 0.01
	shortConfidence     = StrongConfidence - 0.01
)

// confidenceGrain is the unit of confidences, 2^-30: the order in which scores were summed, which changes their last bits, does not show
// in them. They are rounded down, so that over all groups they sum to at most 1.
const confidenceGrain = 1.0 / (1 << 30)

func roundConfidence(x float64) float64 { return math.Floor(x/confidenceGrain) * confidenceGrain }

// confidences gives a function from the score of a group to its confidence.
func (q *query) confidences(scores []float64, abstained bool) func(score float64) float64 {
	c := calibrations[q.kind]
	top := slices.Max(scores)
	some := 1 / (1 + math.Exp(-(top-c.none)/c.noneScale))
	if abstained {
		some = math.Min(some, abstainedConfidence)
	} else if q.isShort() {
		some = math.Min(some, shortConfidence)
	}
	exp := func(s float64) float64 { return math.Exp((s - top) / c.temperature) }
	sum := 0.0
	for _, s := range scores {
		if s > 0 { // a group without evidence is no candidate
			sum += exp(s)
		}
	}
	return func(s float64) float64 {
		if s <= 0 {
			return 0
		}
		return roundConfidence(math.Min(some*exp(s)/sum, 1))
	}
}

const (
	// minTextScore is the score below which the best group of a long text is not named.
	minTextScore = 0.13
	// minTextTerms is how many different words the best group must have in common with a long text that has no line with a title word for
	// word. Of texts about nothing two in five share fewer with any group, of others none did. Both were set on texts written for it.
	minTextTerms = 4
	// minKnownShare is the share of words that some profile must have: what has fewer is in a script or language that is not matched. The
	// texts of testdata have .38 and more; French has .3, and so has noise, of single letters: this alone tells neither.
	minKnownShare = 0.05
)

// abstains reports whether a query shows too little to name an occupation. A bare title says what it says: it gets an answer unless
// none of its words is known.
func (m *model) abstains(q *query, scores []float64) bool {
	best := 0
	for g, s := range scores {
		if s > scores[best] {
			best = g
		}
	}
	switch {
	case q.kind == bareTitle:
		return scores[best] == 0
	case scores[best] < minTextScore, float64(q.known) < minKnownShare*float64(q.words):
		return true
	case q.titles != nil && q.tokens[q.titles[0].from].field == inTitle:
		return false // who gives a title says what it is about
	case slices.ContainsFunc(q.titles, func(line titleLine) bool { return m.lineTitles(q, line) != nil }):
		return false
	}
	return m.sharedTerms(q, int32(best)) < minTextTerms
}

// isShort reports whether a long text has too few words that profiles know.
func (q *query) isShort() bool { return q.kind == longText && q.known < shortWords }

// sharedTerms counts the different words of a query that a group has too.
func (m *model) sharedTerms(q *query, g int32) int {
	n := 0
	for _, t := range q.terms {
		docs, _ := m.all.list(t.term)
		if _, ok := slices.BinarySearch(docs, g); ok {
			n++
		}
	}
	return n
}
