package match

import (
	"fmt"
	"slices"
	"strings"

	"github.com/nocmatch/nocmatch/match/internal/read"
	"github.com/nocmatch/nocmatch/match/internal/text"
)

// A WarningCode says what a warning is about.
type WarningCode string

// The codes of warnings, in the order in which a result lists them.
const (
	// WarnEmpty: the document has no words.
	WarnEmpty WarningCode = "empty"
	// WarnUnknown: no word of the document stands in any profile.
	WarnUnknown WarningCode = "unknown"
	// WarnShort: a long text with too few known words to be sure of anything.
	WarnShort WarningCode = "short"
	// WarnLanguage: the text does not look like English, which is what is matched.
	WarnLanguage WarningCode = "language"
	// WarnSpelling: words were taken for misspellings, and read as others.
	WarnSpelling WarningCode = "spelling"
	// WarnCopied: sentences repeat the wording of a profile.
	WarnCopied WarningCode = "copied"
	// WarnKeywords: a long enumeration of terms, as of pasted keywords; it counts little.
	WarnKeywords WarningCode = "keywords"
	// WarnRepeated: sentences stand in the document more than once; they count once.
	WarnRepeated WarningCode = "repeated"
)

const (
	// shortWords is how many known words a long text needs.
	shortWords = 15
	// repeatedSentences is how many repeated sentences are worth a word.
	repeatedSentences = 2
)

func (m *Matcher) warnings(r *read.Reading) []Warning {
	list := []Warning{}
	add := func(code WarningCode, format string, args ...any) {
		list = append(list, Warning{code, fmt.Sprintf(format, args...)})
	}
	switch {
	case r.Words == 0:
		add(WarnEmpty, "The document has no words.")
		return list
	case r.Known == 0:
		add(WarnUnknown, "No word of the document stands in any of the %d profiles.", m.lex.Groups)
	case isShort(r):
		add(WarnShort, "Only %s of the document stand in any profile: too few to be sure.",
			plural(r.Known, "word"))
	}
	if language := r.Language(); language != "" {
		add(WarnLanguage, "The text seems to be in %s, or a list. Only English is matched.", language)
	}
	if len(r.Repairs) > 0 {
		add(WarnSpelling, "Read as they were meant, it seems: %s.", respelled(r))
	}
	if groups, discounted := r.CopiedFrom(); len(groups) > 0 {
		discount := ""
		if discounted {
			discount = " What was copied under a title that points elsewhere counts for nothing."
		}
		add(WarnCopied, "Sentences repeat the wording of the profile of %s.%s", m.codesOf(groups), discount)
	}
	lists, repeats := len(r.Pasted), 0
	for _, n := range r.Notes {
		if n.List {
			lists++
		}
		if n.Repeat {
			repeats++
		}
	}
	if lists > 0 {
		add(WarnKeywords, "%s of keywords, one after the other without a sentence: they count little.",
			plural(lists, "run"))
	}
	if repeats >= repeatedSentences {
		add(WarnRepeated, "%s stood in the document before; each counts once.", plural(repeats, "sentence"))
	}
	return list
}

// codesOf returns the codes of groups, as a list to read.
func (m *Matcher) codesOf(groups []int32) string {
	var codes []string
	for _, g := range groups {
		codes = append(codes, m.lex.Profiles[g].Code)
	}
	return strings.Join(codes, ", ")
}

// namedRepairs is how many repairs a warning names.
const namedRepairs = 6

// respelled names what was read otherwise than it is written.
func respelled(r *read.Reading) string {
	var list []string
	for _, p := range r.Repairs {
		field, start, end := r.Bytes(p.From, p.To)
		s := fmt.Sprintf("%q as %q", text.OneLine(r.Fields[field][start:end]), p.Read)
		if !slices.Contains(list, s) {
			list = append(list, s)
		}
		if len(list) == namedRepairs && len(r.Repairs) > namedRepairs {
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
