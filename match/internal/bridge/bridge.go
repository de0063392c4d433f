// Package bridge lets the packages beside match look into a matcher, which shows nobody else how it
// is made.
package bridge

import (
	"github.com/nocmatch/nocmatch/match/internal/lexicon"
	"github.com/nocmatch/nocmatch/match/internal/read"
	"github.com/nocmatch/nocmatch/match/internal/text"
)

// An Inside is what a matcher is made of.
type Inside struct {
	Lexicon  *lexicon.Lexicon
	MaxBytes int
	// Read reads a document, scores it, and says whether it shows too little to name an occupation.
	// The scores are by group.
	Read func(fields [text.NumFields]string) (r *read.Reading, scores []float64, abstains bool)
}

// Open returns the inside of a *match.Matcher; package match sets it.
var Open func(matcher any) Inside
