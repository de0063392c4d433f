package read

import (
	_ "embed"
	"slices"
	"strings"

	"github.com/nocmatch/nocmatch/match/internal/text"
)

//go:embed data/languages.txt
var languageData string

// languages are the function words of other languages.
var languages = func() map[string]map[string]bool {
	cues := text.ReadCues(languageData)
	languages := map[string]map[string]bool{}
	for name := range cues {
		languages[name] = cues.Words(name)
	}
	return languages
}()

const (
	// languageWords is how many words a body must have for its language to be judged.
	languageWords = 15
	// otherStops is the share of the function words of another language from which a body is in that
	// language, if English has fewer: French and Spanish prose has .3 and more.
	otherStops = 0.12
	// englishStops is the share of function words below which a longer body is not English prose or
	// bullets: terse English resumes have .15.
	englishStops = 0.08
	// enoughWords is how many words a body must have for a lack of function words to mean something.
	enoughWords = 60
)

// Language returns the language that the body is in, in English, if it seems to be another than
// English: "" where it seems English or is too short to say, "another language" where it is none
// that is known here.
func (r *Reading) Language() string {
	words, english := 0, 0
	others := map[string]int{}
	body := r.FieldTokens(text.Body)
	for i := body.From; i < body.To; i++ {
		if r.Tokens[i].Shared {
			continue
		}
		words++
		w, foreign := r.Lower(i), false
		for name, set := range languages {
			if set[w] {
				others[name]++
				foreign = true
			}
		}
		if r.Tokens[i].Stop && !foreign {
			english++
		}
	}
	if words < languageWords {
		return ""
	}
	names := []string{"french", "spanish", "portuguese", "german", "italian"}
	most := slices.MaxFunc(names, func(a, b string) int { return others[a] - others[b] })
	if n := others[most]; float64(n) >= otherStops*float64(words) && n > english {
		return strings.ToUpper(most[:1]) + most[1:]
	}
	if words >= enoughWords && float64(english) < englishStops*float64(words) {
		return "another language"
	}
	return ""
}
