// Package posting turns a job posting into a profile, so that resumes are ranked against the posting
// by the engine that ranks occupations.
//
//	p, err := posting.Profile(ctx, m, match.Document{Text: advert}, "")
package posting

import (
	"cmp"
	"context"
	"fmt"
	"strings"
	"unicode"

	"github.com/nocmatch/nocmatch/match"
	"github.com/nocmatch/nocmatch/match/internal/bridge"
	"github.com/nocmatch/nocmatch/match/internal/lexicon"
	"github.com/nocmatch/nocmatch/match/internal/read"
	"github.com/nocmatch/nocmatch/match/internal/text"
	"github.com/nocmatch/nocmatch/profiles"
)

// DefaultCode is the code of a profile from a posting unless its caller names one. No classification uses it.
const DefaultCode = "posting"

const (
	// maxUnitBytes caps a duty or requirement: the longest of testdata has half of it, and what is longer has lost its line breaks.
	maxUnitBytes = 600
	// maxLeadBytes caps the lead statement: two sentences, as in a classification.
	maxLeadBytes = 300
	// minDutyWords is how many words say what is done: "Other duties" doesn't.
	minDutyWords = 3
	// minRequirementWords: "Grade 12" is one.
	minRequirementWords = 2
	// minLeadWords is how many words a sentence of the lead statement has: "You will" leads to a list.
	minLeadWords = 5
)

// Profile turns a job posting into a profile, so that resumes are ranked against the posting by the engine that ranks
// occupations: put the profile into an index, alone or beside others, and match with its code. It has the given code, or
// [DefaultCode] for an empty one; two postings in one index need two codes.
//
//   - Title is d.Title, or else the line of the text that reads most like a job title, without employer, place and hours. Titles are other
//     names in that line ("Unit Clerk / Ward Secretary").
//   - Duties are the items of lists under headings such as Responsibilities, in the posting's order and words: marks are taken off,
//     white space is folded, a word that was parted at the end of a line is joined. Without such lists they are the
//     sentences of those sections, and without headings whatever speaks neither of requirements nor of pay and how to apply. What is
//     done "as needed" or "occasionally" is optional.
//   - Requirements are the items of sections such as Qualifications, each with its kind where plain words tell it.
//   - Skills are the skills of m's profiles that those sections name and don't deny, with the posting's words for them. Vocabulary is the
//     terms that they name: as they are of any profile, by another name only of those that the posting is most like.
//   - Lead is the first paragraph about the job, if there is one that says so. Industries hold d.Industry, if there is one.
//   - Sources has one entry, with d.Name.
//
// Sections about the employer, pay, benefits and how to apply are left out. Headings may be English or French; only the words of m's
// profiles are English. Texts in capitals in which a scanner took O for 0 and I for l are read as meant.
//
// The same document gives the same profile, and [profiles.Profile.Validate] finds nothing wrong with it. It fails where title and text
// hold neither letter nor digit, where code is none (white space), with a [match.TooLargeError] as [match.Matcher.Match] does, and with ctx's error.
func Profile(ctx context.Context, m *match.Matcher, d match.Document, code string) (profiles.Profile, error) {
	if err := ctx.Err(); err != nil {
		return profiles.Profile{}, err
	}
	in := bridge.Open(m)
	if n := len(d.Title) + len(d.Industry) + len(d.Text); n > in.MaxBytes {
		return profiles.Profile{}, &match.TooLargeError{Name: d.Name, Bytes: n, Max: in.MaxBytes}
	}
	r := readPosting(in, d)
	if r == nil {
		name := cmp.Or(foldSpace(plain(d.Name)), "the posting")
		return profiles.Profile{}, fmt.Errorf("posting: %s has no text: a posting needs a title at least", name)
	}
	p := profiles.Profile{
		Code: cmp.Or(code, DefaultCode),
		Sources: []profiles.Source{{
			Name: cmp.Or(foldSpace(plain(d.Name)), "job posting"),
			What: "title, duties and requirements in the posting's words; skills and vocabulary as other profiles name them",
		}},
	}
	p.Title, p.Titles = r.jobTitle()
	r.name = p.Title
	p.Duties, p.Requirements = r.duties(), r.requirements()
	p.Lead = r.lead()
	p.Skills, p.Vocabulary = r.skills(), r.vocabulary()
	if industry := foldSpace(r.Fields[text.Industry]); industry != "" {
		p.Industries = []profiles.Industry{{Title: industry}}
	}
	if err := p.Validate(); err != nil {
		return profiles.Profile{}, fmt.Errorf("posting: %w", err)
	}
	return p, nil
}

// A jobPosting is a posting as it was read. Its reading holds the plain text, which lines are cut
// from.
type jobPosting struct {
	*read.Reading
	lex    *lexicon.Lexicon
	lines  []postingLine
	inText []int          // where the sentences of the text begin, ascending
	title  int            // the line that has the title; -1 for none
	name   string         // the title
	near   map[int32]bool // groups that the posting is like
}

// readPosting returns nil for a document without letters and digits in title and text.
func readPosting(in bridge.Inside, d match.Document) *jobPosting {
	title, body := plain(d.Title), plain(d.Text)
	if !hasWord(title) && !hasWord(body) {
		return nil
	}
	if !hasWord(title) {
		title = ""
	}
	body = unwrap(in.Lexicon, body)
	reading, scores, abstains := in.Read([text.NumFields]string{title, plain(d.Industry), body})
	r := &jobPosting{Reading: reading, lex: in.Lexicon, lines: cutLines(body), title: -1}
	findSections(r.lines)
	for _, s := range r.Sentences {
		if s.Field == text.Body {
			r.inText = append(r.inText, int(r.Tokens[s.From].Start))
		}
	}
	if !abstains {
		r.near = nearGroups(scores)
	}
	return r
}

// hasWord reports whether a text holds anything to read.
func hasWord(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}
