package match

import (
	"math"
	"slices"

	"github.com/nocmatch/nocmatch/match/internal/lexicon"
	"github.com/nocmatch/nocmatch/match/internal/read"
	"github.com/nocmatch/nocmatch/match/internal/signal"
)

// The confidence of the best group is a logistic function of how far it leads - the logit of its
// share in a softmax over the scores - and of how surely the document is one about work. The other
// groups share what is left as the softmax has them. It sums to at most 1 over the groups.
type calibration struct {
	temperature float64 // the difference of scores that makes one group e times as likely as another
	bias        float64
	lead        float64 // what the logit of the best group's share counts
	work        float64 // what the logit of the document's being about work counts
	known       float64 // what the share of known words counts
}

// calibrations were fitted to the likelihood of the right answers, over the official classification
// joined with the built-in profiles and over these alone: bare titles on the survey titles, texts on
// real adverts with and without their title and on texts about nothing, resumes on real resumes.
// Texts written for this project count a seventh: they are easier than real ones.
var calibrations = [...]calibration{
	bare:   {temperature: 0.049, bias: -1.0, lead: 0.88, known: 0.79},
	long:   {temperature: 0.0129, bias: -1.2, lead: 0.384, work: 0.377},
	resume: {temperature: 0.0228, bias: -0.6, lead: 0.293},
}

// The kinds of documents that are calibrated apart.
const (
	bare = iota
	long
	resume
)

func calibrationOf(r *read.Reading) calibration {
	switch {
	case r.Kind == read.BareTitle:
		return calibrations[bare]
	case r.Resume:
		return calibrations[resume]
	}
	return calibrations[long]
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
	// abstainedConfidence is the most that a group is given where no occupation is named, and
	// shortConfidence where the text has too few words that profiles know to be sure of anything.
	// What a result warns of it does not claim.
	abstainedConfidence = PossibleConfidence - 0.01
	shortConfidence     = StrongConfidence - 0.01
	// mostLogit bounds what a share near 0 or 1 counts.
	mostLogit = 9.0
)

// confidenceGrain is the unit of confidences, 2^-30: the order in which scores were summed, which
// changes their last bits, does not show in them. They are rounded down, so that they sum to at
// most 1.
const confidenceGrain = 1.0 / (1 << 30)

func roundConfidence(x float64) float64 { return math.Floor(x/confidenceGrain) * confidenceGrain }

// confidences returns a function from the score of a group to its confidence, and the probability
// that no group is right.
func confidences(run *signal.Run, abstained bool) (of func(score float64) float64, none float64) {
	c := calibrationOf(run.Reading)
	top := 0.0
	for _, s := range run.Scores {
		top = max(top, s)
	}
	if top == 0 {
		return func(float64) float64 { return 0 }, 1
	}
	exp := func(s float64) float64 { return math.Exp((s - top) / c.temperature) }
	tied, others := 0.0, 0.0 // groups with the best score, and what the softmax gives the rest
	for _, s := range run.Scores {
		switch {
		case s >= top:
			tied++
		case s > 0: // a group without evidence is no candidate
			others += exp(s)
		}
	}
	best := logistic(c.bias + c.lead*logit(1/(tied+others)) + c.work*workLogit(run) + c.known*knownShare(run.Reading))
	best = math.Min(best, logistic(workLogit(run))) // no surer than that there is a job at all
	if abstained {
		best = math.Min(best, abstainedConfidence)
	} else if isShort(run.Reading) {
		best = math.Min(best, shortConfidence)
	}
	best = math.Min(best, 1/tied)
	// The others' share is no more than the softmax gives them beside the best.
	rest := math.Min(best*others, (1-tied*best)/2)
	of = func(s float64) float64 {
		switch {
		case s <= 0:
			return 0
		case s >= top:
			return roundConfidence(best)
		case others == 0:
			return 0 // too far behind for a number
		}
		return roundConfidence(rest * exp(s) / others)
	}
	return of, roundConfidence(math.Max(1-tied*best-rest, 0))
}

func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// logit is the inverse of logistic, kept within mostLogit.
func logit(p float64) float64 {
	return math.Min(math.Max(math.Log(p/math.Max(1-p, 1e-12)), -mostLogit), mostLogit)
}

// knownShare is the share of the words that some profile has.
func knownShare(r *read.Reading) float64 {
	return float64(r.Known) / math.Max(1, float64(r.Words))
}

// fewGroups is how many profiles are few: they score texts otherwise than all 516 do.
const fewGroups = 100

const (
	// How the logit of a long text's being about work is made: of what such texts say and of what
	// others say, of the best score, of the line most like a title, of the duties said. Fitted on
	// real adverts with and without their title against texts about nothing, half of them held back.
	workBias, workCues, workOther, workScore = -3.8, 13.0, -3.5, 7.4
	workTitle, workSigns                     = 0.6, 4.2
	// manySigns is how many duties of the best group, said in full, count as all.
	manySigns = 5
	// mostWork is the logit from which a text is as surely about work as any.
	mostWork = 4.0
	// leastWork is the logit below which no occupation is named: where two in five such texts would
	// be about work. Over few profiles, which know few words, less is asked.
	leastWork    = -0.3
	leastWorkFew = -3.0
)

// workLogit returns the logit of the probability that a long text is about work. A resume is.
func workLogit(run *signal.Run) float64 {
	if run.Kind == read.BareTitle || run.Resume {
		return mostWork
	}
	best, like := 0, 0.0
	for g, s := range run.Scores {
		if s > run.Scores[best] {
			best = g
		}
	}
	signs := float64(min(run.SignsOf(int32(best)), manySigns)) / manySigns
	for _, l := range run.Titles {
		like = max(like, l.Likeness)
	}
	x := workBias + workCues*run.JobText + workOther*run.OtherText + workScore*run.Scores[best] +
		workTitle*like + workSigns*signs
	return math.Min(x, mostWork)
}

// abstains reports whether a document shows too little to name an occupation. A bare title says what
// it says: it gets an answer unless none of its words is known. So does who gives a title with a
// text.
func (m *Matcher) abstains(run *signal.Run) bool {
	top := 0.0
	for _, s := range run.Scores {
		top = max(top, s)
	}
	switch {
	case top == 0:
		return true
	case run.Kind == read.BareTitle, run.GivenTitle():
		return false
	}
	if run.OtherText == 0 && titleAndDuty(run) {
		return false
	}
	if len(run.Scores) < fewGroups {
		return workLogit(run) < leastWorkFew || m.sharedTerms(run) < minTextTerms
	}
	return workLogit(run) < leastWork
}

// titleAndDuty reports whether the first title line is a title of the best group word for word, and
// the text says one of its duties: a few lines are enough of a job then.
func titleAndDuty(run *signal.Run) bool {
	if len(run.Titles) == 0 {
		return false
	}
	best := int32(slices.Index(run.Scores, slices.Max(run.Scores)))
	return run.SignsOf(best) > 0 && slices.ContainsFunc(run.ExactTitles(run.Titles[0]),
		func(t lexicon.ExactTitle) bool { return t.Group == best })
}

// minTextTerms is how many different words the best of few groups must have in common with a text.
const minTextTerms = 4

// sharedTerms counts the different words that a text and the best group have in common.
func (m *Matcher) sharedTerms(run *signal.Run) int {
	best := slices.Index(run.Scores, slices.Max(run.Scores))
	shared := map[int32]bool{}
	for i, t := range run.Tokens {
		if !run.Counts(i) {
			continue
		}
		docs, _ := m.lex.Folded.List(t.Term)
		if _, ok := slices.BinarySearch(docs, int32(best)); ok {
			shared[t.Term] = true
		}
	}
	return len(shared)
}

// isShort reports whether a long text has too few words that profiles know.
func isShort(r *read.Reading) bool { return r.Kind == read.LongText && r.Known < shortWords }
