package match

import "math"

// Confidence is a softmax over the scores of all groups and one more outcome, that none is right: p(g) = exp(s_g/T) / (exp(s_0/T) + sum
// exp(s_h/T)). It sums to less than 1 over the groups, and rises with the score and with the lead over the others.
type calibration struct {
	temperature float64 // T: the score that makes a group e times as likely
	none        float64 // s_0: the score at which a group alone is as likely as none
}

// calibrations were fitted by hand to the lowest expected calibration error: bare titles on the survey titles, long texts on texts
// that were written for this project.
var calibrations = [...]calibration{
	bareTitle: {temperature: 0.06, none: 0.20},
	longText:  {temperature: 0.02, none: 0.14},
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

// confidences gives a function from a score to its confidence, and the confidence that no group is right.
func confidences(k kind, scores []float64) (of func(score float64) float64, none float64) {
	c := calibrations[k]
	top := c.none
	for _, s := range scores {
		top = math.Max(top, s)
	}
	exp := func(s float64) float64 { return math.Exp((s - top) / c.temperature) }
	sum := exp(c.none)
	for _, s := range scores {
		if s > 0 { // a group without evidence is no candidate
			sum += exp(s)
		}
	}
	of = func(s float64) float64 {
		if s <= 0 {
			return 0
		}
		return math.Min(exp(s)/sum, 1)
	}
	return of, exp(c.none) / sum
}

// minTextScore is the score below which the best group of a long text is not named. It was set between the best scores of texts about
// nothing and those of short postings.
const minTextScore = 0.12

// abstains reports whether a query shows too little to name an occupation. A bare title says what it says: it gets an answer unless
// none of its words is known.
func (q *query) abstains(top float64) bool {
	if q.kind == bareTitle {
		return top == 0
	}
	return top < minTextScore
}
