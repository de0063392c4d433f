package profiles

import (
	"errors"
	"strings"
)

// A Sign is a way of saying a duty or of showing a skill, in the words of real texts: a few words
// that stand near each other in one sentence, in any order and inflection.
//
// It is written as "phrase", as "phrase & a|b" where the phrase alone is too weak, as "phrase ! a|b"
// where other words make it something else, and with "~" before it where it shows a side act only.
// The marks stand apart: "R&D" is a word.
type Sign struct {
	// Phrase is the words.
	Phrase string
	// Beside are words of which one must stand in the same sentence; empty where none is asked for.
	Beside []string
	// Unless are words of which none may stand in the same sentence.
	Unless []string
	// Side is true for a side act or a fragment: alone it shows a duty in part.
	Side bool
}

// ParseSign reads a sign. It fails where there is no phrase, and where a list of words is empty.
func ParseSign(text string) (Sign, error) {
	var s Sign
	text, s.Side = strings.CutPrefix(strings.TrimSpace(text), "~")
	text, unless, hasUnless := strings.Cut(text, " ! ")
	text, beside, hasBeside := strings.Cut(text, " & ")
	s.Phrase = strings.TrimSpace(text)
	s.Beside, s.Unless = signWords(beside), signWords(unless)
	switch {
	case s.Phrase == "":
		return Sign{}, errors.New("a sign without a phrase: write the words first")
	case hasBeside && s.Beside == nil:
		return Sign{}, errors.New("a sign with no words behind &: name some, parted by |")
	case hasUnless && s.Unless == nil:
		return Sign{}, errors.New("a sign with no words behind !: name some, parted by |")
	}
	return s, nil
}

// signWords splits words parted by bars.
func signWords(list string) []string {
	var words []string
	for w := range strings.SplitSeq(list, "|") {
		if w = strings.TrimSpace(w); w != "" {
			words = append(words, w)
		}
	}
	return words
}
