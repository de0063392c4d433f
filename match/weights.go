package match

// A signal is a way in which a document can speak for an occupation. Each gives every group a number from 0 to 1; the score is their
// weighted mean, less what speaks against the group.
type signal int

const (
	sigAllText    signal = iota // BM25 of all words against all that the profile says
	sigTitles                   // title lines against titles
	sigExact                    // title lines that are a title word for word
	sigCharacters               // letters of a bare title against letters of titles
	sigLanguage                 // words that a group's titles use more than others do
	sigPrior                    // how many titles a group has
	sigIndustry                 // the industry, read as if it were a title
	sigPhrases                  // titles found as phrases inside a long text
	sigDuties                   // best sentence for each duty
	sigVocabulary               // different terms of the working vocabulary
	sigSkills                   // different sought skills
	numSignals
)

// weights say what each signal counts for each kind of query. Only their proportions matter.
var weights = [...][numSignals]float64{
	bareTitle: {
		sigAllText:    0.5,
		sigTitles:     3,
		sigExact:      0.1,
		sigCharacters: 1,
		sigLanguage:   1.5,
		sigPrior:      1,
		sigIndustry:   6,
	},
	longText: {
		sigAllText:    8,
		sigTitles:     3,
		sigExact:      1,
		sigIndustry:   0.3,
		sigPhrases:    1.5,
		sigDuties:     3,
		sigVocabulary: 2,
		sigSkills:     0.1, // the same skills are sought everywhere
	},
}

// shares gives what each signal of a query adds to the score where it is 1. They sum to 1. The industry counts as far as the gate lets it
// through, and not at all where none is given.
func (q *query) shares() [numSignals]float64 {
	w := weights[q.kind]
	w[sigIndustry] *= q.gate
	sum := 0.0
	for _, x := range w {
		sum += x
	}
	for i := range w {
		w[i] /= sum
	}
	return w
}

const (
	// phraseHalf, vocabularyHalf and skillHalf are how much evidence brings its signal to one half; it saturates towards 1.
	phraseHalf     = 1.0
	vocabularyHalf = 3
	skillHalf      = 4.0
	// listedShare is what a phrase among pasted keywords counts.
	listedShare = 0.1
	// exclusionPenalty is what a title line that is wholly an exclusion takes off, as a share of the whole score.
	exclusionPenalty = 0.1
	// gateScale is the sum of title idf at which the industry beside a title counts 1/e of what it counts beside no title at all: "OWNER"
	// leans on its industry, "CANCER REGISTRAR" does not. Measured.
	gateScale = 4.0
)

// saturate gives x/(x+half), from 0 to 1.
func saturate(x, half float64) float64 { return x / (x + half) }

// saturateCount gives x^2/(x^2+half^2), from 0 to 1: one term of a vocabulary may be chance, several are not.
func saturateCount(x, half float64) float64 { return x * x / (x*x + half*half) }
