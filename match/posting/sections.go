package posting

import (
	_ "embed"
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/nocmatch/nocmatch/match/internal/text"
)

// A section is what a part of a posting is about. Of several that a heading names, the highest counts.
type section int

const (
	sectionOpen     section = iota // no heading says so
	sectionOther                   // the employer, pay, hours, how to apply
	sectionRole                    // the job as a whole
	sectionRequired                // what is asked for
	sectionDuties
)

//go:embed data/headings.txt
var headingData string

var (
	headingCues = text.ReadCues(headingData)
	// sections are what headings open; a line may hold several, and fillers.
	sections = func() map[string]section {
		sections := map[string]section{}
		for kind, s := range map[string]section{
			"duties": sectionDuties, "required": sectionRequired, "role": sectionRole, "other": sectionOther,
		} {
			for _, words := range headingCues[kind] {
				sections[words] = s
			}
		}
		return sections
	}()
	openings = headingCues.Set("opening")
	fillers  = headingCues.Set("filler")
)

const (
	// maxHeading is how long a heading may be, in bytes and in words.
	maxHeading      = 80
	maxHeadingWords = 8
	// maxLabel is how many words may stand before a colon to name what is after it.
	maxLabel = 5
	// keyWords is how many words the longest heading in the list has.
	keyWords = 6
)

// headingOf gives the section that a line heads, and whether its words are those of a heading.
func headingOf(line string) (section, bool) {
	if len(line) > maxHeading {
		return sectionOpen, false
	}
	words := plainWords(line)
	if len(words) == 0 || len(words) > maxHeadingWords {
		return sectionOpen, false
	}
	found := sectionOpen
	for i := 0; i < len(words); {
		n := min(keyWords, len(words)-i)
		for ; n > 0; n-- {
			if s, ok := sections[strings.Join(words[i:i+n], " ")]; ok {
				found = max(found, s)
				break
			}
		}
		if n == 0 && !fillers[words[i]] {
			return sectionOpen, false
		}
		i += max(n, 1)
	}
	return found, found != sectionOpen
}

// plainWords gives the words of a heading in lower case and plain letters, without apostrophes.
func plainWords(s string) []string {
	s = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) || r == '\'' || r == '’' {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(s))
	return strings.FieldsFunc(s, notWordRune)
}

// cutLabel gives the label that a line begins with, its section, and where the words after it begin. A label ends with a colon, or is in
// capitals before words that aren't: "BENEFITS after 90 days".
func cutLabel(line string) (s section, from int, ok bool) {
	head := line[:min(len(line), maxHeading)]
	if colon := strings.IndexByte(head, ':'); colon >= 0 {
		if words := plainWords(head[:colon]); len(words) <= maxLabel {
			if s, ok := headingOf(head[:colon]); ok && hasWord(line[colon:]) {
				return s, colon + 1, true
			}
		}
	}
	capitals := leadingCapitals(head)
	if capitals == 0 || capitals == len(head) {
		return sectionOpen, 0, false
	}
	s, ok = headingOf(head[:capitals])
	return s, capitals, ok
}

// leadingCapitals gives the length of the words in capitals that a line begins with, if others follow.
func leadingCapitals(line string) int {
	end := 0
	for i, r := range line {
		switch {
		case unicode.IsLower(r):
			return end
		case unicode.IsSpace(r):
			end = i
		}
	}
	return 0
}

// contentLabel matches labels that say what kind of requirement follows, and so belong to it: "Education: high school".
var contentLabel = regexp.MustCompile(`(?i)^(?:education|experience|languages?|training|licen[cs]es?|certifications?|formation|langues?)\s*:`)

// leadsToDuties matches paragraphs that go over into a list: "Come and work with us! You will:".
var leadsToDuties = regexp.MustCompile(`(?i)\b(?:you|will|you['’]ll|shall|may|duties|tasks|responsibilities|include|includes|including|for)\s*[:–—-]?$`)

// findSections finds the headings, takes labels off, and gives each line its section.
func findSections(lines []postingLine) {
	at, begun := sectionOpen, false
	for i := range lines {
		l := &lines[i]
		s, known := headingOf(l.text)
		label, from, labelled := cutLabel(l.text)
		switch {
		case known && (!l.item || strings.HasSuffix(l.text, ":")):
			l.heading, at = true, s
		case l.item:
		case labelled:
			l.section = label
			if label == sectionRequired && contentLabel.MatchString(l.text) {
				from = 0
			}
			l.cut(from)
			if label == sectionOther && !begun {
				continue // the particulars at the top, line by line
			}
			at = label
		case begun && l.apart && isBoilerplate(l.text):
			at = sectionOther
		case isHeading(lines, i):
			l.heading = true
			words := plainWords(l.text)
			switch {
			case openings[words[0]]:
				at = sectionOther
			case at != sectionDuties: // there it heads some of the duties
				at = sectionOpen
			}
		}
		l.section = at
		if !l.heading && !l.item && i+1 < len(lines) && lines[i+1].item && at != sectionRequired && leadsToDuties.MatchString(l.text) {
			at = sectionDuties
		}
		begun = begun || at == sectionDuties || at == sectionRequired
	}
}

// cut takes n bytes off a line, and what parts a label from its words.
func (l *postingLine) cut(n int) {
	words := strings.TrimLeftFunc(l.text[n:], func(r rune) bool { return notWordRune(r) && r != '(' && r != '$' })
	l.start, l.text = l.end()-len(words), words
}

// isHeading reports whether a line looks like a heading, whatever it says: few words without a full stop that end with a colon, are in
// capitals, or stand apart before something longer.
func isHeading(lines []postingLine, i int) bool {
	l := lines[i]
	if len(l.text) > maxHeading || len(strings.Fields(l.text)) > maxHeadingWords || strings.ContainsAny(l.text[len(l.text)-1:], ".,;") {
		return false
	}
	if strings.HasSuffix(l.text, ":") || strings.ToUpper(l.text) == l.text && strings.ToLower(l.text) != l.text {
		return true
	}
	return l.apart && i+1 < len(lines) && (lines[i+1].item || !lines[i+1].apart)
}
