package lexicon

import (
	"math"
	"slices"

	"github.com/nocmatch/nocmatch/index"
)

const (
	// minDuties and maxDuties bound how many statements a group is measured against, so that a group
	// with two duties is not easily complete and one with twenty not hopelessly incomplete.
	minDuties = 4
	maxDuties = 8
	// commonTerm is the share of statements from which a term is too common to show a duty;
	// "perform" stands in a third of them.
	commonTerm = 0.1
)

// Statements are the duties and the sentences of lead statements of all groups.
type Statements struct {
	Group   []int32
	Kind    []Kind  // Duty or Lead
	Place   []int32 // which duty of the profile, from 0
	Text    []string
	Order   [][]int32 // terms as they follow each other
	Terms   [][]int32 // distinct, ascending
	Total   []float64 // weight of all terms
	Weight  []float64 // by term; 0 for terms that are too common
	Holding Inverted  // by term: the statements that hold it
	First   []int32   // by group: its statements are First[g]:First[g+1]
	rarest  Inverted  // by term: the statements that it is among the rarest terms of
}

func (l *Lexicon) newStatements() Statements {
	u := Statements{First: make([]int32, l.Groups+1)}
	add := func(g int, kind Kind, place int, text string) {
		u.Group = append(u.Group, int32(g))
		u.Kind = append(u.Kind, kind)
		u.Place = append(u.Place, int32(place))
		u.Text = append(u.Text, text)
		order := l.Content(text)
		u.Order = append(u.Order, order)
		u.Terms = append(u.Terms, Distinct(slices.Clone(order)))
	}
	for g, p := range l.Profiles {
		for k, text := range index.Duties.Texts(p) {
			add(g, Duty, k, text)
		}
		for k, text := range index.Lead.Texts(p) {
			add(g, Lead, k, text)
		}
		u.First[g+1] = int32(len(u.Group))
	}
	u.Holding = Invert(l.Terms(), u.Terms)
	u.Weight = make([]float64, l.Terms())
	for t := range u.Weight {
		u.Weight[t] = l.Telling[t] * l.Folded.IDF[t]
		common := u.Holding.Count(int32(t)) > int(commonTerm*float64(len(u.Group)))
		if l.General[t] || common && l.Groups > maxDuties {
			u.Weight[t] = 0
		}
	}
	u.Total = make([]float64, len(u.Group))
	for i, terms := range u.Terms {
		for _, t := range terms {
			u.Total[i] += u.Weight[t]
		}
	}
	u.rarest = u.signatures()
	return u
}

// Count is how many statements a group is measured against.
func (u *Statements) Count(g int32) int {
	return min(max(int(u.First[g+1]-u.First[g]), minDuties), maxDuties)
}

const (
	// copiedTerms is how many terms in the order of a statement make a copy, if they are copiedShare
	// of its terms: shorter runs are the common words of the work.
	copiedTerms = 6
	copiedShare = 0.8
	// signatureTerms is how many of its rarest terms a statement is found by: a copy that leaves out
	// copiedShare's rest has one of them.
	signatureTerms = 3
)

// signatures returns for each term the statements that it is among the rarest terms of.
func (u *Statements) signatures() Inverted {
	rarest := make([][]int32, len(u.Terms))
	for i, terms := range u.Terms {
		if len(terms) < copiedTerms {
			continue
		}
		rare := slices.Clone(terms)
		slices.SortStableFunc(rare, func(a, b int32) int { return u.Holding.Count(a) - u.Holding.Count(b) })
		rarest[i] = rare[:signatureTerms]
	}
	return Invert(len(u.Weight), rarest)
}

// CopiedBy returns the statements whose wording a run of terms repeats: most of their terms, in
// their order. Ascending.
func (u *Statements) CopiedBy(terms []int32) []int32 {
	if len(terms) < copiedTerms {
		return nil
	}
	sorted := Distinct(slices.Clone(terms))
	var found []int32
	for _, t := range sorted {
		for _, s := range u.rarest.Of(t) {
			if slices.Contains(found, s) || !sharesTerms(u.Terms[s], sorted) {
				continue
			}
			order := u.Order[s]
			common := longestCommon(order, terms)
			if common >= copiedTerms && float64(common) >= copiedShare*float64(len(order)) {
				found = append(found, s)
			}
		}
	}
	slices.Sort(found)
	return found
}

// sharesTerms reports whether two ascending lists have enough terms in common for a copy.
func sharesTerms(statement, sentence []int32) bool {
	common := 0
	for _, t := range statement {
		if _, ok := slices.BinarySearch(sentence, t); ok {
			common++
		}
	}
	return common >= copiedTerms/2 && float64(common) >= copiedShare*float64(len(statement))
}

// longestCommon is the length of the longest common subsequence of two runs of terms.
func longestCommon(a, b []int32) int {
	row := make([]int, len(b)+1)
	for _, x := range a {
		before := 0
		for j, y := range b {
			above := row[j+1]
			if x == y {
				row[j+1] = before + 1
			} else {
				row[j+1] = max(row[j+1], row[j])
			}
			before = above
		}
	}
	return row[len(b)]
}

// DutyDecay is what each further statement of a group counts, best first: the measured .8. One
// duty may be an accident, the tenth adds little.
const DutyDecay = 0.8

// DecaySum is the sum of what n statements count.
func DecaySum(n int) float64 { return (1 - math.Pow(DutyDecay, float64(n))) / (1 - DutyDecay) }
