package match

import (
	"fmt"
	"slices"
	"strings"
)

// A Part is a part of the matcher that [Options].Without switches off, so that what it is worth can be measured.
type Part string

// The parts: first the signals, whose weighted mean is the score, then what decides how a document is read.
const (
	PartAllText    Part = "all-text"
	PartTitles     Part = "titles"
	PartExact      Part = "exact-titles"
	PartCharacters Part = "characters"
	PartLanguage   Part = "language-model"
	PartPrior      Part = "title-prior"
	PartIndustry   Part = "industry"
	PartPhrases    Part = "title-phrases"
	PartDuties     Part = "duties"
	PartVocabulary Part = "vocabulary"
	PartSkills     Part = "skills"

	PartTitleLines Part = "title-lines" // titles of long texts: first lines, labelled ones, dated jobs
	PartAsides     Part = "asides"      // the employer's story, benefits and the like don't count
	PartWishes     Part = "wishes"      // what would be nice to have counts less
	PartDenials    Part = "denials"     // "no coding required"
	PartOthers     Part = "others"      // "reports to the HIM manager"
	PartExclusions Part = "exclusions"  // titles that belong elsewhere
	PartKeywords   Part = "keywords"    // pasted keywords count little
	PartGeneral    Part = "general"     // general words of long texts don't count in the all-text signal
	PartGate       Part = "gate"        // the industry counts less beside a telling title
	PartRoles      Part = "roles"       // a manager's text is not that of whom they manage
	PartPersonal   Part = "personal"    // names, addresses, ages, pronouns and schools are taken out of long texts
	PartSenses     Part = "senses"      // acronyms that stand for something else don't count
	PartSpelling   Part = "spelling"    // misspelled, joined and split words of titles are read as they were meant
)

// partOrder lists the parts; the signals come first, in the order of their constants.
var partOrder = []Part{
	PartAllText, PartTitles, PartExact, PartCharacters, PartLanguage, PartPrior, PartIndustry, PartPhrases, PartDuties, PartVocabulary, PartSkills,
	PartTitleLines, PartAsides, PartWishes, PartDenials, PartOthers, PartExclusions, PartKeywords, PartGeneral, PartGate, PartRoles, PartPersonal, PartSenses, PartSpelling,
}

// Parts returns all parts, in the order of their constants.
func Parts() []Part { return slices.Clone(partOrder) }

// without returns a model that lacks parts. It shares everything with m.
func (m *model) without(parts []Part) *model {
	less := *m
	less.off = map[Part]bool{}
	for _, p := range parts {
		less.off[p] = true
	}
	return &less
}

// shares gives what each signal of a query adds to the score where it is 1. They sum to 1. The industry counts as far as the gate lets it
// through, and not at all where none is given.
func (m *model) shares(q *query) [numSignals]float64 {
	w := weights[q.kind]
	w[sigIndustry] *= q.gate
	sum := 0.0
	for i := range w {
		if m.off[partOrder[i]] {
			w[i] = 0
		}
		sum += w[i]
	}
	if sum == 0 {
		return w
	}
	for i := range w {
		w[i] /= sum
	}
	return w
}

// partsProblem says which parts do not exist, or nothing.
func partsProblem(parts []Part) string {
	for _, p := range parts {
		if !slices.Contains(partOrder, p) {
			names := make([]string, len(partOrder))
			for i, known := range partOrder {
				names[i] = string(known)
			}
			return fmt.Sprintf("match: Options.Without has %q: the parts are %s", p, strings.Join(names, ", "))
		}
	}
	return ""
}
