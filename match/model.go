package match

import (
	"math"
	"slices"
	"sync"

	"github.com/nocmatch/nocmatch/index"
	"github.com/nocmatch/nocmatch/profiles"
)

// A model is an index compiled for scoring: every number that does not depend on the query. Immutable.
type model struct {
	x        *index.Index
	profiles []profiles.Profile
	post     *index.Postings
	groups   int

	general []bool // by term: a word that counts for nothing in a long text
	capital []bool // by term: profiles write it in capitals only, and it is short: in a long text it counts in capitals only

	all      allText
	titles   titleUnits
	exact    exactTitles
	prior    []float64 // by group: the logarithm of how many titles it has, from 0 to 1
	units    dutyUnits
	phrases  phraseTrie
	spelling spelling
	roles    roles
	concepts [][][]int32 // by group and place in its vocabulary: the terms of all names
	chars    characters
	language languageModel

	profileUnits []profileUnits // by group: every text that the all-text signal reads

	off map[Part]bool // what was switched off
}

// idf is Robertson and Sparck Jones' inverse document frequency as BM25 uses it, kept above 0: ln(1 + (n-df+.5)/(df+.5)).
func idf(n, df int) float64 {
	return math.Log(1 + (float64(n-df)+0.5)/(float64(df)+0.5))
}

func newModel(x *index.Index) *model {
	m := &model{x: x, profiles: x.Profiles(), post: x.Postings(), groups: len(x.Profiles())}
	m.general = m.generalTerms()
	m.capital = m.capitalTerms()
	m.all = m.newAllText()
	m.titles = m.newTitleUnits()
	m.exact = m.newExactTitles()
	m.prior = titlePrior(m.titles.sizes)
	// What is left needs the titles and nothing of each other.
	var parts sync.WaitGroup
	for _, part := range []func(){
		func() {
			m.units = m.newDutyUnits()
			m.units.signedOffsets, m.units.signed = m.signatures()
		},
		func() { m.chars = m.newCharacters() },
		func() { m.language = m.newLanguageModel() },
		func() { m.phrases = m.newPhraseTrie() },
		func() { m.spelling = m.newSpelling() },
		func() { m.roles = m.newRoles() },
		func() { m.concepts = m.newConcepts() },
		func() { m.profileUnits = m.newProfileUnits() },
	} {
		parts.Go(part)
	}
	parts.Wait()
	return m
}

// titlePrior says how likely a group is before the title is read: classifications list more titles where there are more kinds of jobs, and
// mostly more people.
func titlePrior(sizes []int32) []float64 {
	most := math.Log(1 + float64(slices.Max(sizes)))
	prior := make([]float64, len(sizes))
	for g, n := range sizes {
		prior[g] = math.Log(1+float64(n)) / most
	}
	return prior
}

// wordBytes is about how many bytes a word of a profile and the blank behind it take.
const wordBytes = 6

// content gives the terms of a text that are in a posting list, in order and with repeats.
func (m *model) content(text string) []int32 {
	var terms []int32
	for _, t := range m.x.Analyze(make([]index.Token, 0, len(text)/wordBytes+1), text) {
		if t.ID >= 0 && !t.Stop {
			terms = append(terms, t.ID)
		}
	}
	return terms
}

// capitalTerms marks the short abbreviations.
func (m *model) capitalTerms() []bool {
	lower, capital := make([]bool, len(m.post.Terms)), make([]bool, len(m.post.Terms))
	var tokens []index.Token
	for _, p := range m.profiles {
		for f := range index.Field(index.NumFields) {
			for _, text := range f.Texts(p) {
				tokens = m.x.Analyze(tokens[:0], text)
				for _, t := range tokens {
					if t.ID < 0 {
						continue
					}
					if isAbbreviation(text[t.Start:t.End]) {
						capital[t.ID] = true
					} else {
						lower[t.ID] = true
					}
				}
			}
		}
	}
	for t := range capital {
		capital[t] = capital[t] && !lower[t]
	}
	return capital
}

// distinct gives the terms of a list once each, ascending. It changes the list.
func distinct(terms []int32) []int32 {
	slices.Sort(terms)
	return slices.Compact(terms)
}

// invert gives for each term the units that hold it, ascending, as offsets and a flat list.
func invert(terms int, units [][]int32) (offsets, list []int32) {
	offsets = make([]int32, terms+1)
	n := 0
	for _, u := range units {
		for _, t := range u {
			offsets[t+1]++
			n++
		}
	}
	for t := range terms {
		offsets[t+1] += offsets[t]
	}
	list = make([]int32, n)
	next := slices.Clone(offsets)
	for i, u := range units {
		for _, t := range u {
			list[next[t]] = int32(i)
			next[t]++
		}
	}
	return offsets, list
}
