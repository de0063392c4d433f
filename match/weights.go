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

// weights say what each signal counts for each kind of query. Only their proportions matter. They were set by coordinate ascent, in coarse
// steps: bare titles on 2,138 survey titles, long texts on the 189 texts of testdata/labels.csv and testdata/tuning.csv and the 90 of testdata/resumes.csv, over all 516 groups.
// Behind each stands the share that is right first without it, of the survey titles and of the 189 texts; with all it is .693 and .974 (evaluate --ablate).
var weights = [...][numSignals]float64{
	bareTitle: {
		sigAllText:    0.7, // .690
		sigTitles:     3,   // .633
		sigExact:      0.1, // .694; more of it costs: many groups share a title, and the survey's coders looked at the industry
		sigCharacters: 0.7, // .689
		sigLanguage:   2,   // .682
		sigPrior:      0.5, // .688
		sigIndustry:   8,   // .649; the gate leaves a third of it, or less
	},
	longText: {
		sigAllText:    16,  // .894; its values are a tenth of the others'
		sigTitles:     4,   // .958
		sigExact:      0.5, // .974; it parts titles that have one root
		sigIndustry:   0.3, // .974; few long texts come with an industry
		sigPhrases:    0.7, // .968
		sigDuties:     5,   // .963
		sigVocabulary: 2.5, // .963
		sigSkills:     0.1, // .974; the same skills are sought everywhere, but those found and denied must show
	},
}

const (
	// phraseHalf, vocabularyHalf and skillHalf are how much evidence brings its signal to one half; it saturates towards 1.
	phraseHalf     = 1.0
	vocabularyHalf = 3.0
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
