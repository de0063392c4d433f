package match

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// The codes of warnings, in the order in which a result lists them.
const (
	// WarnEmpty: the document has no words.
	WarnEmpty = "empty"
	// WarnUnknown: no word of the document stands in any profile.
	WarnUnknown = "unknown"
	// WarnShort: a long text with too few known words to be sure of anything.
	WarnShort = "short"
	// WarnLanguage: the text does not look like English, which is what is matched.
	WarnLanguage = "language"
	// WarnSpelling: words were taken for misspellings, and read as others.
	WarnSpelling = "spelling"
	// WarnCopied: sentences repeat the wording of a profile.
	WarnCopied = "copied"
	// WarnKeywords: a long enumeration of terms, as of pasted keywords; it counts little.
	WarnKeywords = "keywords"
	// WarnRepeated: sentences stand in the document more than once; they count once.
	WarnRepeated = "repeated"
)

const (
	// shortWords is how many known words a long text needs.
	shortWords = 15
	// languageWords is how many words a text must have for its language to be judged.
	languageWords = 60
	// englishStops is the share of function words below which a text is not English prose or bullets: French texts have .05 to .1 of words
	// that are on our list, terse English resumes .15.
	englishStops = 0.08
	// repeatedSentences is how many repeated sentences are worth a word.
	repeatedSentences = 2
)

func (m *model) warnings(q *query, r Result) []Warning {
	list := []Warning{}
	add := func(code, format string, args ...any) {
		list = append(list, Warning{code, fmt.Sprintf(format, args...)})
	}
	switch {
	case q.words == 0:
		add(WarnEmpty, "The document has no words.")
		return list
	case q.known == 0:
		add(WarnUnknown, "No word of the document stands in any of the %d profiles.", m.groups)
	case q.isShort():
		add(WarnShort, "Only %s of the document stand in any profile: too few to be sure.", plural(q.known, "word"))
	}
	if share, ok := q.functionWords(); ok && share < englishStops {
		add(WarnLanguage, "Only %.0f%% of the words are English function words: the text may be in another language, or a list. Only English is matched.", 100*share)
	}
	if len(q.repairs) > 0 {
		add(WarnSpelling, "Read as they were meant, it seems: %s.", q.respelled())
	}
	if codes := m.copiedFrom(q); len(codes) > 0 {
		discount := ""
		if slices.ContainsFunc(q.copied, func(c copiedSentence) bool { return c.discount }) {
			discount = " What was copied under a title that points elsewhere counts for nothing."
		}
		add(WarnCopied, "Sentences repeat the wording of the profile of %s.%s", strings.Join(codes, ", "), discount)
	}
	lists, repeats := len(q.pasted), 0
	for _, s := range q.sentences {
		if s.list {
			lists++
		}
		if s.repeat {
			repeats++
		}
	}
	if lists > 0 {
		add(WarnKeywords, "%s of keywords, one after the other without a sentence: they count little.", plural(lists, "run"))
	}
	if repeats >= repeatedSentences {
		add(WarnRepeated, "%s stood in the document before; each counts once.", plural(repeats, "sentence"))
	}
	return list
}

// namedRepairs is how many repairs a warning names.
const namedRepairs = 6

// respelled names what was read otherwise than it is written.
func (q *query) respelled() string {
	var list []string
	for _, r := range q.repairs {
		field, start, end := q.text(r.from, r.to)
		if s := fmt.Sprintf("%q as %q", oneLine(q.fields[field][start:end]), r.read); !slices.Contains(list, s) {
			list = append(list, s)
		}
		if len(list) == namedRepairs && len(q.repairs) > namedRepairs {
			list = append(list, "and more")
			break
		}
	}
	return strings.Join(list, ", ")
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// functionWords gives the share of function words of a long text, if it is long enough to say.
func (q *query) functionWords() (float64, bool) {
	words, stops := 0, 0
	for _, t := range q.tokens {
		if t.field != inText || t.shared {
			continue
		}
		words++
		if t.stop {
			stops++
		}
	}
	if words < languageWords {
		return 0, false
	}
	return float64(stops) / float64(words), true
}

// copiedFrom gives the codes whose wording the document repeats, sorted.
func (m *model) copiedFrom(q *query) []string {
	var codes []string
	for _, c := range q.copied {
		codes = append(codes, m.profiles[c.group].Code)
	}
	slices.Sort(codes)
	return slices.Compact(codes)
}

// sortMentions sorts by place and name.
func sortMentions(mentions []SkillMention) {
	slices.SortFunc(mentions, func(a, b SkillMention) int {
		return cmp.Or(cmp.Compare(fieldPlace(a.Field), fieldPlace(b.Field)), cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End), cmp.Compare(a.Name, b.Name))
	})
}
