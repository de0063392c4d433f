package match

import (
	"math"
	"slices"

	"github.com/nocmatch/nocmatch/match/internal/read"
	"github.com/nocmatch/nocmatch/match/internal/signal"
	"github.com/nocmatch/nocmatch/match/internal/text"
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
var calibrations = [read.NumKinds]calibration{
	read.BareTitle: {temperature: 0.05, none: 0.15, noneScale: 0.05},
	read.LongText:  {temperature: 0.013, none: 0.145, noneScale: 0.014},
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

// confidences returns a function from the score of a group to its confidence, and the probability
// that no group is right.
func confidences(run *signal.Run, abstained bool) (of func(score float64) float64, none float64) {
	c, scores := calibrations[run.Kind], run.Scores
	top := slices.Max(scores)
	some := 1 / (1 + math.Exp(-(top-c.none)/c.noneScale))
	if abstained {
		some = math.Min(some, abstainedConfidence)
	} else if isShort(run.Reading) {
		some = math.Min(some, shortConfidence)
	}
	exp := func(s float64) float64 { return math.Exp((s - top) / c.temperature) }
	sum := 0.0
	for _, s := range scores {
		if s > 0 { // a group without evidence is no candidate
			sum += exp(s)
		}
	}
	if sum == 0 {
		some = 0
	}
	return func(s float64) float64 {
		if s <= 0 {
			return 0
		}
		return roundConfidence(math.Min(some*exp(s)/sum, 1))
	}, roundConfidence(1 - some)
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

// abstains reports whether a document shows too little to name an occupation. A bare title says what
// it says: it gets an answer unless none of its words is known.
func (m *Matcher) abstains(run *signal.Run) bool {
	best := 0
	for g, s := range run.Scores {
		if s > run.Scores[best] {
			best = g
		}
	}
	switch {
	case run.Kind == read.BareTitle:
		return run.Scores[best] == 0
	case run.Scores[best] < minTextScore, float64(run.Known) < minKnownShare*float64(run.Words):
		return true
	case len(run.Titles) > 0 && run.Tokens[run.Titles[0].From].Field == text.Title:
		return false // who gives a title says what it is about
	case slices.ContainsFunc(run.Titles, func(l read.TitleLine) bool { return run.ExactTitles(l) != nil }):
		return false
	}
	return run.SharedTerms(int32(best)) < minTextTerms
}

// isShort reports whether a long text has too few words that profiles know.
func isShort(r *read.Reading) bool { return r.Kind == read.LongText && r.Known < shortWords }
