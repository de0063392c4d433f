package read

import (
	_ "embed"
	"strings"

	"github.com/nocmatch/nocmatch/match/internal/text"
)

// A long text has parts that are not about the job: the employer's story, benefits, how to apply,
// equal opportunity, hobbies. Such asides are found by their headings, and by words that give a
// sentence away wherever it stands. They show no duty and no skill.

//go:embed data/asides.txt
var asideData string

var (
	asideCues     = text.ReadCues(asideData)
	asideHeadings = asideCues.Set("aside")
	wishHeadings  = asideCues.Set("wish") // of what would be nice to have
	jobHeadings   = asideCues.Set("job")  // that end an aside
	giveaways     = asideCues.Runs("phrase")
)

const (
	// headingWords is how many words a heading may have.
	headingWords = 6
	// asideReach is how many words after its heading an aside goes on at most, if no other heading
	// ends it.
	asideReach = 150
)

// findAsides marks the sentences of a long text that are not about the job, and those that are
// wishes.
func (r *reader) findAsides() {
	if r.Kind != LongText {
		return
	}
	left := 0      // words that the part may still have
	wish := false  // it is one of wishes, not an aside
	runIn := false // its heading stands before a colon in its own line, and it ends with the line
	lastLine := -1
	for k, s := range r.Sentences {
		if s.Field != text.Body {
			continue
		}
		if s.Line != lastLine {
			if runIn {
				left, runIn = 0, false
			}
			if heading, words, ok := r.heading(s); ok {
				switch {
				case asideHeadings[heading], wishHeadings[heading]:
					left, wish, runIn = asideReach, wishHeadings[heading], s.From+words < s.To
				case jobHeadings[heading] || r.looksLikeHeading(s):
					left = 0
				}
			}
		}
		lastLine = s.Line
		r.Notes[k].Aside = !r.off[Asides] && (left > 0 && !wish || r.HasRun(s, giveaways))
		r.Notes[k].Wish = !r.off[Wishes] && (left > 0 && wish || r.isWish(s))
		left -= s.To - s.From
	}
}

// looksLikeHeading reports whether a short sentence is written as headings are: in capitals, or
// with a colon behind it.
func (r *reader) looksLikeHeading(s text.Sentence) bool {
	letters := false
	for i := s.From; i < s.To; i++ {
		if !r.InCapitals(i) {
			return s.To < len(r.Tokens) && strings.HasPrefix(strings.TrimLeft(r.Gap(s.To-1), " "), ":")
		}
		letters = letters || len(r.Surface(i)) > 3
	}
	return letters
}

// heading returns the words of a sentence that may be a heading, in lower case, and how many tokens
// they are: the whole of a short line, or what stands before a colon.
func (r *reader) heading(s text.Sentence) (heading string, tokens int, ok bool) {
	var words []string
	for i := s.From; i < s.To && len(words) <= headingWords; i++ {
		if r.Tokens[i].Shared {
			continue
		}
		words = append(words, r.Lower(i))
		tokens = i + 1 - s.From
		if i+1 < s.To && strings.Contains(r.Gap(i), ":") {
			break
		}
	}
	if len(words) == 0 || len(words) > headingWords {
		return "", 0, false
	}
	return strings.Join(words, " "), tokens, true
}
