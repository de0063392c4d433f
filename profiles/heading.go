package profiles

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/nocmatch/nocmatch/profiles/internal/input"
)

// The official list of main duties runs together what a page sets apart: an introduction, and for groups of several roles the name of each
// role before its duties. Neither says what people do, and a duty "Insurance managers" would match every text about insurance. They are
// told from duties by what duties look like: a duty begins with a verb, and what it names is seldom a role.
//
// NOC 2021 has 5,523 different rows. Of the 583 that were found to be headings by reading, the rule finds 582 and takes no duty for one.
// What it misses is "Order services", which names no role.

// introduction matches rows that announce others.
var introduction = regexp.MustCompile(`(?i)(?::|\bfollowing (?:duties|tasks|functions)[.]?)$`)

// maxHeadingWords bounds what can be a heading; the longest of NOC 2021 has 12 words.
const maxHeadingWords = 14

// longDutyWords is the length from which a row is surely a duty, so that its first word is a verb. Anything from 10 to 14 learns what
// NOC 2021 needs: shorter rows include headings, and longer ones leave out rare verbs.
const longDutyWords = 12

// verbsOverPeople are verbs whose objects are people, so that "Train workers" does not look like the name of a role. The verbs of
// a whole edition are learned from it; these are for files of a few groups.
var verbsOverPeople = []string{"advise", "assist", "coordinate", "direct", "help", "hire", "instruct", "manage", "supervise", "train"}

// anyRole are the roles in headings such as "Other service providers", which need not be among a group's titles.
var anyRole = []string{"operator", "professional", "provider", "worker"}

// dutyVerbs returns the words that begin duties, in lower case.
func dutyVerbs(groups map[string]*unitGroup) map[string]bool {
	verbs := map[string]bool{"may": true}
	for _, verb := range verbsOverPeople {
		verbs[verb] = true
	}
	for _, g := range groups {
		for _, text := range g.duties {
			if words := wordsOf(text); len(words) >= longDutyWords {
				verbs[words[0]] = true
			}
		}
	}
	return verbs
}

// dutyTexts returns the group's duties, each once, without introductions and headings of roles.
//
// Headings are looked for only where the first row is one, as a list that names roles begins with a role, and never in the last row,
// which would head nothing.
func (g *unitGroup) dutyTexts(verbs map[string]bool) []string {
	var duties []string
	rows := input.Union(nil, g.duties, input.FoldSentence, nil)
	rows = slices.DeleteFunc(rows, introduction.MatchString)
	r := g.roles()
	headed := len(rows) > 1 && r.isHeading(rows[0], verbs)
	for i, text := range rows {
		if headed && i < len(rows)-1 && r.isHeading(text, verbs) {
			continue
		}
		duties = append(duties, text)
	}
	return duties
}

// roles is what a group's titles are made of, in the singular.
type roles struct {
	nouns map[string]bool // what someone is: "manager" of "Insurance manager - head office"
	words map[string]bool
}

func (g *unitGroup) roles() roles {
	r := roles{map[string]bool{}, map[string]bool{}}
	for _, noun := range anyRole {
		r.nouns[noun] = true
	}
	for _, titles := range [][]string{{g.title}, g.illustrative, g.examples} {
		for _, title := range titles {
			for _, w := range wordsOf(title) {
				r.words[singular(w)] = true
			}
			for _, phrase := range nounPhrases(title) {
				r.nouns[phrase[len(phrase)-1]] = true
			}
		}
	}
	return r
}

// isHeading says whether a row of a duty list names a role: a few words without a full stop, of which the first or the last listed are
// a role of the group. Where the first word could be a verb ("Machine operators", "Machine parts"), it must be the first of several
// words and stand in the group's titles.
func (r roles) isHeading(text string, verbs map[string]bool) bool {
	first, _ := utf8.DecodeRuneInString(text)
	phrases := nounPhrases(text)
	words := wordsOf(text)
	if len(phrases) == 0 || len(words) > maxHeadingWords || !unicode.IsUpper(first) || strings.HasSuffix(text, ".") {
		return false
	}
	if verbs[words[0]] && (len(phrases[0]) == 1 || !r.words[singular(words[0])]) {
		return false
	}
	last := phrases[len(phrases)-1]
	return r.nouns[phrases[0][len(phrases[0])-1]] || r.nouns[last[len(last)-1]]
}

var (
	// qualifier begins what follows the nouns of a title: "Managers in transportation", "Supervisors (except financial)".
	qualifier = regexp.MustCompile(`(?i) - | ?\(| (?:as|at|by|except|for|from|in|including|of|on|with)\b`)
	// conjunction parts the phrases of a list: "Assemblers, finishers and inspectors".
	conjunction = regexp.MustCompile(`(?i),? (?:and|or) |, |/`)
)

// nounPhrases returns the words of each listed phrase before the first qualifier, in the singular and lower case; none is empty.
func nounPhrases(title string) [][]string {
	if at := qualifier.FindStringIndex(title); at != nil {
		title = title[:at[0]]
	}
	var phrases [][]string
	for _, part := range conjunction.Split(title, -1) {
		words := wordsOf(part)
		for i, w := range words {
			words[i] = singular(w)
		}
		if len(words) > 0 {
			phrases = append(phrases, words)
		}
	}
	return phrases
}

// wordsOf returns the words of s in lower case; apostrophes belong to words, hyphens part them.
func wordsOf(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '’'
	})
}

// singular undoes regular plurals. It need not be right, only the same for titles and headings.
func singular(word string) string {
	for _, plural := range []struct{ ending, singular string }{{"men", "man"}, {"ies", "y"}, {"ches", "ch"}, {"sses", "ss"}, {"xes", "x"}, {"ss", "ss"}, {"s", ""}} {
		if stem, ok := strings.CutSuffix(word, plural.ending); ok {
			return stem + plural.singular
		}
	}
	return word
}
