package careerpage

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"github.com/nocmatch/nocmatch/profiles"
	"github.com/nocmatch/nocmatch/profiles/internal/input"
)

// What the sections of a career page hold, as sources say it.
const (
	pageFacts        = "fast facts"
	pageTitles       = "job titles"
	pageLead         = "summary"
	pageDuties       = "main duties"
	pageIndustries   = "NAICS subsectors"
	pageProjections  = "projections"
	pageShortOutlook = "short-term outlook"
	pageLongOutlook  = "long-term outlook"
	pagePostings     = "job postings"
	pagePeople       = "employment, gender and age shares"
	pageEarnings     = "earnings"
	pageIncome       = "annual earnings"
	pageWages        = "hourly wages"
	pageSkills       = "sought skills"
	pageTraining     = "training"
)

// A pageKind is a kind of section.
type pageKind struct {
	holds   string
	heading *regexp.Regexp // of a whole line, straightened
	list    bool           // whether the section is nothing but items
	// read puts what the section says into the profile, and returns whether it says anything. It is nil for headings over other sections.
	read func(*careerPage, *pageSection, *profiles.Profile) bool
}

// pageKinds are the kinds of sections, in the order in which they are read.
var pageKinds = []pageKind{
	{pageFacts, headingOf(`fast[ -]?facts`), true, (*careerPage).readFacts},
	{pageTitles, headingOf(`(?:sample |example |other )?job titles`), true, (*careerPage).readTitles},
	{pageLead, headingOf(`what (?:do|does) (?P<who>.+) do`), false, (*careerPage).readLead},
	{pageDuties, headingOf(`(?P<who>.+) performs? .*\bfollowing (?:main )?duties|main duties`), true, (*careerPage).readDuties},
	{pageIndustries, headingOf(`(?:(?P<who>.+) works? in the following )?(?:sub-?sectors|industries)(?: ?\(NAICS\))?(?: in (?P<region>.+))?`), true, (*careerPage).readIndustries},
	{pageProjections, headingOf(`short(?:[ -]term)? and long[ -]term (?:occupational |employment )?(?:projections?|outlooks?)`), false, nil},
	{pageShortOutlook, headingOf(`short[ -]term (?:occupational |employment )?(?:projections?|outlook)(?: (?:for|in) (?P<horizon>.+))?`), false, (*careerPage).readOutlook},
	{pageLongOutlook, headingOf(`long[ -]term (?:occupational |employment )?(?:projections?|outlook)(?: (?:for|in) (?P<horizon>.+))?`), false, (*careerPage).readOutlook},
	{pagePostings, headingOf(`number of (?:public )?job postings(?: in (?P<year>.+))?`), false, (*careerPage).readPostings},
	{pagePeople, headingOf(`who works as (?:(?P<who>.+) in (?P<region>.+)|.+)`), false, (*careerPage).readPeople},
	{pageEarnings, headingOf(`how much (?:do|does) (?P<who>.+) (?:make|earn)`), false, nil},
	{pageIncome, headingOf(`annual (?:earnings?|incomes?)`), false, (*careerPage).readIncome},
	{pageWages, headingOf(`hourly (?:earnings?|wages?)`), false, (*careerPage).readWages},
	{pageSkills, headingOf(`(?:most )?(?:frequently )?sought[ -]skills\b[^()]*(?:\((?P<year>.+)\))?`), true, (*careerPage).readSkills},
	{pageTraining, headingOf(`what (?:training|education)\b.* (?:is|are) (?:required|needed)`), true, (*careerPage).readTraining},
}

func headingOf(pattern string) *regexp.Regexp { return regexp.MustCompile(`(?i)^(?:` + pattern + `)$`) }

// A pageSection is a section: its content without the heading, blank lines and what is not available.
type pageSection struct {
	kind    pageKind
	heading pageLine
	parts   []string // of the heading, as its expression takes it apart
	lines   []pageLine
	source  string // its source line names
	note    string // of the source line, in brackets after a space
	closed  bool   // by its source line
	useful  bool
}

type pageLine struct {
	number int // from 1
	text   string
}

// part returns what the heading says in a named part, empty where it says nothing or there is no such part.
func (s *pageSection) part(name string) string {
	if s.kind.heading == nil {
		return ""
	}
	if i := s.kind.heading.SubexpIndex(name); i >= 0 {
		return strings.TrimSpace(s.parts[i])
	}
	return ""
}

var (
	codeLine = regexp.MustCompile(`(?i)^(?:national occupational classification(?: ?\(?NOC\)?)?|NOC)(?: 20[0-9]{2})?(?: code)?(?: ?: ?(\S*)| ([0-9]\S*))(.*)$`)
	unitCode = regexp.MustCompile(`^[0-9]{5}$`)

	titleLine  = regexp.MustCompile(`(?i)^(?:occupation(?:al)? )?title ?: ?(.+)$`)
	sourceLine = regexp.MustCompile(`(?i)^sources? ?: ?(.*?)(?: ?(\(note\b.*\)))?$`)
	footerLine = regexp.MustCompile(`(?i)^\*? ?find\b.*\bhere\b\W*$`)
	bullet     = regexp.MustCompile(`^[-*•·▪‣◦–—] `)
)

// split takes a text apart into sections.
func (c *careerPage) split(text string) {
	current := &pageSection{closed: true} // there is none before the first heading
	var lost []pageLine                   // the first of each run of lines that are in no section
	losing := false
	for i, text := range strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text), "\n") {
		line := pageLine{i + 1, input.Tidy(text)}
		plain := straight(line.text)
		switch {
		case plain == "" || isAbsent(item(line.text)):
			continue
		case footerLine.MatchString(plain):
			c.footer = plain
			continue
		case c.takeCode(line, plain), c.takeTitle(plain):
			continue
		}
		if m := sourceLine.FindStringSubmatch(plain); m != nil {
			if current.closed {
				c.fail(line.number, "a source of nothing: put it below the section that it is the source of")
				continue
			}
			current.closed = true
			if !isAbsent(m[1]) {
				current.source = m[1]
			}
			if m[2] != "" {
				current.note = " " + m[2]
			}
			continue
		}
		if s := newSection(line, plain); s != nil {
			c.add(s)
			current, losing = s, false
			continue
		}
		// Among items, a line that is none is a heading which is not known here.
		if current.kind.list && len(current.lines) > 0 && isItem(current.lines[0].text) && !isItem(line.text) {
			current = &pageSection{closed: true}
		}
		if !current.closed {
			current.lines = append(current.lines, line)
			continue
		}
		if !losing {
			lost = append(lost, line)
		}
		losing = true
	}
	if c.codeLine == 0 && !slices.ContainsFunc(c.sections, func(s *pageSection) bool { return s != nil }) {
		return // what is no career page is lost as a whole
	}
	for _, line := range lost {
		c.fail(line.number, "%q is in no section that is known here: it was left out, and so was all up to the next heading: remove it, or put it below its heading, such as \"Sample Job Titles\"", clip(line.text))
	}
}

func newSection(line pageLine, plain string) *pageSection {
	if isItem(line.text) || isRow(line.text) {
		return nil
	}
	heading := strings.Trim(plain, "#*_ :?.!")
	for _, kind := range pageKinds {
		if m := kind.heading.FindStringSubmatch(heading); m != nil {
			return &pageSection{kind: kind, heading: line, parts: m, closed: kind.read == nil}
		}
	}
	return nil
}

// add keeps a section, or reports that there is one of its kind.
func (c *careerPage) add(s *pageSection) {
	i := slices.IndexFunc(pageKinds, func(k pageKind) bool { return k.holds == s.kind.holds })
	if first := c.sections[i]; first != nil {
		c.fail(s.heading.number, "%q: the section stands in line %d already: keep one of them; this one was left out", clip(s.heading.text), first.heading.number)
		return
	}
	c.sections[i] = s
}

// takeCode returns whether a line is that of the code.
func (c *careerPage) takeCode(line pageLine, plain string) bool {
	m := codeLine.FindStringSubmatch(strings.TrimLeft(plain, "#* "))
	if m == nil {
		return false
	}
	code := strings.TrimRight(cmp.Or(m[1], m[2]), ".,;")
	switch {
	case !unitCode.MatchString(code):
		c.fail(line.number, "code %q: want the five digits of a unit group, such as 12111", clip(code))
	case c.code != "" && c.code != code:
		c.fail(line.number, "code %s, but line %d says %s: keep one of them, a page is of one occupation", code, c.codeLine, c.code)
		return true
	default:
		c.code, c.named[1] = code, cmp.Or(c.named[1], strings.Trim(m[3], " :-"))
	}
	c.codeLine = cmp.Or(c.codeLine, line.number)
	return true
}

// takeTitle returns whether a line names the occupation.
func (c *careerPage) takeTitle(plain string) bool {
	m := titleLine.FindStringSubmatch(strings.TrimLeft(plain, "#* "))
	if m != nil && !isAbsent(m[1]) {
		c.named[0] = cmp.Or(c.named[0], m[1])
	}
	return m != nil
}

var straighten = strings.NewReplacer("‘", "'", "’", "'", "“", `"`, "”", `"`, "‐", "-", "‑", "-", "‒", "-", "–", "-", "—", "-", "−", "-")

// straight returns a line with straight quotes and plain hyphens, as pages are typed in several ways.
func straight(s string) string { return straighten.Replace(input.Tidy(s)) }

func isItem(s string) bool { return bullet.MatchString(s) }

// item returns the text of an item of a list.
func item(s string) string {
	if at := bullet.FindStringIndex(s); at != nil {
		return strings.TrimSpace(s[at[1]:])
	}
	return s
}

func isRow(s string) bool { return strings.HasPrefix(s, "|") }

// cells returns the cells of a row of a table.
func cells(s string) []string {
	row := strings.Split(strings.TrimSuffix(strings.TrimPrefix(s, "|"), "|"), "|")
	for i := range row {
		row[i] = input.Tidy(row[i])
	}
	return row
}

// sentenceEnd is where a sentence begins after another one, not after the dot of a number.
var sentenceEnd = regexp.MustCompile(`[.!?] (?:\p{Lu}|[0-9$])`)

// sentences returns the sentences of a line, straightened.
func sentences(line string) []string {
	line = straight(line)
	var out []string
	for {
		at := sentenceEnd.FindStringIndex(line)
		if at == nil {
			return append(out, line)
		}
		out, line = append(out, line[:at[0]+1]), line[at[0]+2:]
	}
}

// clip shortens what an error quotes.
func clip(s string) string {
	const most = 60
	for i := range s {
		if i > most {
			return s[:i] + "..."
		}
	}
	return s
}
