package lexicon

import (
	_ "embed"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/nocmatch/nocmatch/index"
	"github.com/nocmatch/nocmatch/match/internal/text"
)

//go:embed data/general.txt
var generalData string

// generalTerms marks the words of data/general.txt, and numbers. A first try let them count a
// quarter; nothing ranked better for it, and explanations were full of them.
func (l *Lexicon) generalTerms() []bool {
	set := make([]bool, l.Terms())
	for line := range strings.Lines(generalData) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for _, t := range l.Content(line) {
			set[t] = true
		}
	}
	for t, term := range l.Postings.Terms {
		if strings.Trim(term, "0123456789") == "" {
			set[t] = true
		}
	}
	return set
}

//go:embed data/background.txt
var backgroundData string

// rareShare is the share of real texts below which a word says all that it can.
const rareShare = 0.03

// tellingTerms reads data/background.txt: a word is worth the logarithm of how rare it is among real
// texts, as idf is among profiles.
func (l *Lexicon) tellingTerms() []float64 {
	telling := make([]float64, l.Terms())
	for t := range telling {
		telling[t] = 1
	}
	for percent, lists := range text.ReadCues(backgroundData) {
		n, err := strconv.Atoi(percent)
		if err != nil {
			continue
		}
		for _, list := range lists {
			for _, stem := range strings.Fields(list) {
				if t, ok := slices.BinarySearch(l.Postings.Terms, stem); ok {
					telling[t] = min(1, math.Log(float64(n)/100)/math.Log(rareShare))
				}
			}
		}
	}
	return telling
}

// capitalTerms marks the short abbreviations: DAD is not dad.
func (l *Lexicon) capitalTerms() []bool {
	lower, capital := make([]bool, l.Terms()), make([]bool, l.Terms())
	l.eachText(func(_ index.Field, text string, tokens []index.Token) {
		for _, t := range tokens {
			switch {
			case t.ID < 0:
			case IsAbbreviation(text[t.Start:t.End]):
				capital[t.ID] = true
			default:
				lower[t.ID] = true
			}
		}
	})
	for t := range capital {
		capital[t] = capital[t] && !lower[t]
	}
	return capital
}

// eachText calls yield with every text of every profile and its tokens.
func (l *Lexicon) eachText(yield func(f index.Field, text string, tokens []index.Token)) {
	var tokens []index.Token
	for _, p := range l.Profiles {
		for f := range index.Field(index.NumFields) {
			for _, text := range f.Texts(p) {
				tokens = l.Index.Analyze(tokens[:0], text)
				yield(f, text, tokens)
			}
		}
	}
}

// capsLetters is the length up to which an abbreviation in capitals must be in capitals in a long
// text. Longer ones are no other words, and people who write without capitals write nacrs.
const capsLetters = 4

// IsAbbreviation reports whether a text is one short word in capitals.
func IsAbbreviation(text string) bool {
	letters := 0
	for _, r := range text {
		if r == ' ' || r >= 'a' && r <= 'z' {
			return false
		}
		letters++
	}
	return letters <= capsLetters
}

// endsInStop reports whether the last word of a title is a function word: "Health information
// management occupations" names a field of work, which a text about its neighbours names too.
func (l *Lexicon) endsInStop(title string) bool {
	tokens := l.analyze(title)
	return len(tokens) > 0 && tokens[len(tokens)-1].Stop
}
