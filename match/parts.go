package match

import (
	_ "embed"
	"strings"
)

// A long text has parts that are not about the job: the employer's story, benefits, how to apply, equal opportunity, hobbies. Such asides
// are found by their headings, and by words that give a sentence away wherever it stands. They show no duty and no skill.

//go:embed data/asides.txt
var asideData string

// asideWords are the headings and the giveaways of data/asides.txt, as runs of words in lower case.
type asideWords struct {
	headings map[string]bool
	wishes   map[string]bool // headings of what would be nice to have
	others   map[string]bool // headings that end an aside
	phrases  map[string][][]string
}

var asides = loadAsides(asideData)

// kindLines calls yield with the parts of each line of "kind: words"; # begins a comment line.
func kindLines(data string, yield func(kind, words string)) {
	for line := range strings.Lines(data) {
		if kind, words, ok := strings.Cut(strings.TrimSpace(line), ": "); ok && !strings.HasPrefix(line, "#") {
			yield(kind, words)
		}
	}
}

// loadAsides reads data/asides.txt.
func loadAsides(data string) asideWords {
	a := asideWords{headings: map[string]bool{}, wishes: map[string]bool{}, others: map[string]bool{}, phrases: map[string][][]string{}}
	kindLines(data, func(kind, words string) {
		switch kind {
		case "aside":
			a.headings[words] = true
		case "wish":
			a.wishes[words] = true
		case "job":
			a.others[words] = true
		case "phrase":
			run := strings.Fields(words)
			a.phrases[run[0]] = append(a.phrases[run[0]], run)
		}
	})
	return a
}

// headingWords is how many words a heading may have.
const headingWords = 6

// asideReach is how many words after its heading an aside goes on at most, if no other heading ends it.
const asideReach = 150

// findParts marks the sentences of a long text that are not about the job, and those that are wishes.
func (m *model) findParts(q *query) {
	left := 0      // words that the part may still have
	wish := false  // it is one of wishes, not an aside
	runIn := false // its heading stands before a colon in its own line, and it ends with the line
	lastLine := -1
	for k := range q.sentences {
		s := &q.sentences[k]
		if s.field != inText {
			continue
		}
		if s.line != lastLine {
			if runIn {
				left, runIn = 0, false
			}
			if heading, words, ok := q.heading(*s); ok {
				switch {
				case asides.headings[heading], asides.wishes[heading]:
					left, wish, runIn = asideReach, asides.wishes[heading], s.from+words < s.to
				case asides.others[heading] || q.looksLikeHeading(*s):
					left = 0
				}
			}
		}
		lastLine = s.line
		s.aside = !m.off[PartAsides] && (left > 0 && !wish || q.hasGiveaway(*s))
		s.wish = !m.off[PartWishes] && (left > 0 && wish || q.isWish(*s))
		left -= s.to - s.from
	}
}

// looksLikeHeading reports whether a short sentence is written as headings are: in capitals, or with a colon behind it.
func (q *query) looksLikeHeading(s sentence) bool {
	letters := false
	for i := s.from; i < s.to; i++ {
		if !q.inCapitals(i) {
			return s.to < len(q.tokens) && strings.HasPrefix(strings.TrimLeft(q.gap(s.to-1), " "), ":")
		}
		letters = letters || len(q.surface(i)) > 3
	}
	return letters
}

// heading gives the words of a sentence that may be a heading, in lower case, and how many tokens they are: the whole of a short line, or
// what stands before a colon.
func (q *query) heading(s sentence) (heading string, tokens int, ok bool) {
	var words []string
	for i := s.from; i < s.to && len(words) <= headingWords; i++ {
		if q.tokens[i].shared {
			continue
		}
		words = append(words, strings.ToLower(q.surface(i)))
		tokens = i + 1 - s.from
		if i+1 < s.to && strings.Contains(q.gap(i), ":") {
			break
		}
	}
	if len(words) == 0 || len(words) > headingWords {
		return "", 0, false
	}
	return strings.Join(words, " "), tokens, true
}

// hasGiveaway reports whether a sentence has a phrase that no duty has.
func (q *query) hasGiveaway(s sentence) bool {
	for i := s.from; i < s.to; i++ {
		for _, run := range asides.phrases[strings.ToLower(q.surface(i))] {
			if q.wordsAt(i, s.to, run) {
				return true
			}
		}
	}
	return false
}
