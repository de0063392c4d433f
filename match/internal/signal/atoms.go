package signal

import "github.com/nocmatch/nocmatch/match/internal/lexicon"

// An Atom is the smallest piece of an explanation: what one token adds to a group through one text
// of its profile.
type Atom struct {
	lexicon.Ref
	// Word says that the signal names no text of the profile: the word is evidence of whichever of
	// them it fits best.
	Word  bool
	Token int32
	Value float64
}

// Atoms collects the atoms of one group.
type Atoms struct{ List []Atom }

// Add adds what a token adds through a text.
func (a *Atoms) Add(ref lexicon.Ref, token int32, value float64) {
	if value != 0 {
		a.List = append(a.List, Atom{Ref: ref, Token: token, Value: value})
	}
}

// AddWord adds what a token adds whatever the text.
func (a *Atoms) AddWord(token int32, value float64) {
	if value != 0 {
		a.List = append(a.List, Atom{Word: true, Token: token, Value: value})
	}
}

// Spread shares value out over tokens in equal parts.
func (a *Atoms) Spread(ref lexicon.Ref, tokens []int32, value float64) {
	for _, t := range tokens {
		a.Add(ref, t, value/float64(len(tokens)))
	}
}
