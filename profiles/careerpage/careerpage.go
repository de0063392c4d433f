// Package careerpage reads the career pages that provinces publish into profiles.
//
//	p, err := careerpage.Read(file, "page.txt")
package careerpage

import (
	"cmp"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/nocmatch/nocmatch/profiles"
	"github.com/nocmatch/nocmatch/profiles/internal/input"
)

// Read reads the career page of one occupation, as a province publishes it, from plain text. The name stands in errors; it is no part
// of the profile.
//
// Sections are recognised by their headings, whatever the case, spacing, kind of quotes and dashes, province, occupation and years in them,
// and may come in any order or be missing: the profile of the same sections is the same. "N/A" is absent, never zero; "0%" is zero.
//
//  1. The code is that of the line "National Occupational Classification (NOC): 12111", the only
//     one that must be there. TEER is its second digit, and the edition [profiles.Edition] unless
//     a source line names NOC of another year.
//  2. The title is that of a line "Title: ...", of the sentence on the outlook ("... outlook is
//     unavailable for TITLE in PROVINCE ..."), of what follows the code in its line, or of a
//     heading ("What do TITLE do?"), the first of these that there is; else "NOC 12111".
//  3. Sections of the text: "Sample Job Titles"; "What do ... do?", whose prose is the lead; "...
//     perform some or all of the following duties:", optional where they begin with "May"; "...
//     work in the following subsectors (NAICS) in ...:"; "Most Frequently Sought Skills from Job
//     Postings (2025)", whose source is that of the section with the year; "What training is
//     required?", kinds as in [profiles.ReadNOC].
//  4. Sections of the labour market, an entry of [profiles.Profile.LabourMarket] each: "Fast
//     Facts", as [profiles.LabourMarket.Facts]; "Short Term Projections for 2025-2027" and the
//     long-term ones; "Number of Job Postings in 2025"; "Who works as ...?"; "Annual Earnings";
//     "Hourly Earnings", an entry for each region. An outlook that the page does not give is not
//     Available, with the page's reason as its Note.
//  5. Each "Source:" line becomes a source that says which sections it was taken for, and so does
//     the page, for those without such a line. A summary without one has that of the duties.
//  6. The last line, "Find ... opportunities in ... here.", is passed over.
//
// Every other line is read or reported: what cannot be read is left out, and all else is returned along with the error, a join
// ([errors.Join]) that says at name:line what is wrong with the first 20 of them and what helps, and counts the rest. A text without the
// line of the code is no career page: the profile then has no code, and there is an error. With a code the profile is valid.
func Read(r io.Reader, name string) (profiles.Profile, error) {
	b, err := input.ReadAll(r, input.MaxBytes)
	if err != nil {
		return profiles.Profile{}, fmt.Errorf("%s: %w", name, err)
	}
	text, err := input.Decode(b)
	if err != nil {
		return profiles.Profile{}, fmt.Errorf("%s: %w: save the page as UTF-8", name, err)
	}
	c := careerPage{name: name, sections: make([]*pageSection, len(pageKinds))}
	c.split(text)
	return c.profile(), c.err()
}

// A careerPage is a page taken apart into sections, and what was found wrong with it.
type careerPage struct {
	name     string // in errors
	code     string
	codeLine int            // 0 until a line of the code was seen
	named    [2]string      // what the title line and the line of the code call the occupation
	footer   string         // the last line
	sections []*pageSection // by the index of their kind; nil for those that are missing
	region   string         // which the page is about
	problems input.Problems
}

// A pageError is a problem of one line.
type pageError struct {
	name    string
	line    int
	problem string
}

func (e *pageError) Error() string { return fmt.Sprintf("%s:%d: %s", e.name, e.line, e.problem) }

func (c *careerPage) fail(line int, format string, args ...any) {
	c.problems.Add(&pageError{c.name, line, fmt.Sprintf(format, args...)})
}

// err returns the problems by line: sections are read in another order.
func (c *careerPage) err() error {
	c.problems.Sort(func(a, b error) int { return cmp.Compare(a.(*pageError).line, b.(*pageError).line) })
	return c.problems.Join()
}

// profile reads the sections, in the order of their kinds and not of the page.
func (c *careerPage) profile() profiles.Profile {
	if c.codeLine == 0 {
		c.fail(1, `no line "National Occupational Classification (NOC): 12345": put it there, or is this no career page?`)
	}
	c.region = c.findRegion()
	p := profiles.Profile{Code: c.code, Title: c.title()}
	if c.code != "" {
		p.Edition = c.edition()
		if teer := int(c.code[1] - '0'); teer <= 5 {
			p.TEER = &teer
		}
	}
	for i, kind := range pageKinds {
		if s := c.sections[i]; s != nil && kind.read != nil {
			s.useful = kind.read(c, s, &p)
		}
	}
	p.Sources = c.sources()
	return p
}

// section returns the section of a kind, one without content where it is missing.
func (c *careerPage) section(kind string) *pageSection {
	for i, k := range pageKinds {
		if k.holds == kind && c.sections[i] != nil {
			return c.sections[i]
		}
	}
	return &pageSection{}
}

const (
	// placeName is a place within a sentence: words that begin with a capital.
	placeName = `(\p{Lu}[\p{L}'-]*(?: (?:(?:and|of|the|&) )?\p{Lu}[\p{L}'-]*)*)`
	// yearDigits are a year of the last or this century.
	yearDigits = `((?:19|20)[0-9]{2})`
)

var (
	inPlace        = regexp.MustCompile(`.*\b(?:in|IN) ` + placeName + `( [0-9])?`) // a number follows months
	outlookOfWhom  = regexp.MustCompile(`(?i:outlook|prospects)\b.*? for (.+) in ` + placeName)
	classification = regexp.MustCompile(`(?i)national occupational classification.*?\b` + yearDigits + `\b`)
)

// findRegion returns the region that the first section, in a fixed order, names; empty where none does.
func (c *careerPage) findRegion() string {
	for _, kind := range []string{pagePeople, pageIndustries, pageShortOutlook, pageLongOutlook, pageWages} {
		s := c.section(kind)
		if region := s.part("region"); region != "" {
			return region
		}
		for _, line := range s.lines {
			for _, sentence := range sentences(line.text) {
				if m := inPlace.FindStringSubmatch(sentence); m != nil && m[2] == "" {
					return m[1]
				}
			}
		}
	}
	if m := inPlace.FindStringSubmatch(c.footer); m != nil {
		return m[1]
	}
	return ""
}

func (c *careerPage) title() string {
	if c.named[0] != "" {
		return c.named[0]
	}
	for _, kind := range []string{pageShortOutlook, pageLongOutlook} {
		for _, line := range c.section(kind).lines {
			for _, sentence := range sentences(line.text) {
				if m := outlookOfWhom.FindStringSubmatch(sentence); m != nil {
					return capital(m[1])
				}
			}
		}
	}
	if c.named[1] != "" {
		return c.named[1]
	}
	for _, kind := range []string{pageLead, pagePeople, pageEarnings, pageDuties, pageIndustries} {
		if name := c.section(kind).part("who"); name != "" {
			return capital(name)
		}
	}
	return strings.TrimSpace("NOC " + c.code)
}

func (c *careerPage) edition() string {
	for _, s := range c.sections {
		if s == nil {
			continue
		}
		if m := classification.FindStringSubmatch(s.source); m != nil {
			if edition := "NOC " + m[1]; !strings.HasPrefix(profiles.Edition, edition) {
				return edition
			}
			return profiles.Edition
		}
	}
	return profiles.Edition
}

// itself is the name of the page as a source.
func (c *careerPage) itself() string {
	return strings.TrimSpace(capital(strings.TrimSpace(c.region+" career profile for NOC ")) + " " + c.code)
}

// sources says who gave what: each name once, with all that was taken from it.
func (c *careerPage) sources() []profiles.Source {
	page := profiles.Source{Name: c.itself(), What: "code"}
	if c.code == "" {
		page.What = ""
	}
	all := []profiles.Source{page}
	for i, kind := range pageKinds {
		s := c.sections[i]
		if s == nil || !s.useful {
			continue
		}
		name, note := s.source, s.note
		if kind.holds == pageLead && name == "" {
			name = c.section(pageDuties).source
		}
		all = append(all, profiles.Source{Name: cmp.Or(name, page.Name), What: kind.holds + note})
	}
	name := func(s profiles.Source) string { return input.Fold(s.Name) }
	all = input.Union(nil, all, name, func(have *profiles.Source, more profiles.Source) {
		have.What = strings.Join(slices.DeleteFunc([]string{have.What, more.What}, input.Empty), ", ")
	})
	return slices.DeleteFunc(all, func(s profiles.Source) bool { return s.What == "" })
}

// capital returns s with its first letter in upper case.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}
