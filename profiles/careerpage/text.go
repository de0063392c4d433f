package careerpage

import (
	"cmp"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"github.com/nocmatch/nocmatch/profiles"
	"github.com/nocmatch/nocmatch/profiles/internal/input"
)

// items returns the items of a list. One without a letter says nothing.
func (c *careerPage) items(s *pageSection) []pageLine {
	var out []pageLine
	for _, line := range s.lines {
		line.text = item(line.text)
		if !strings.ContainsFunc(line.text, unicode.IsLetter) {
			c.fail(line.number, "%q among the %s: want words, or N/A", clip(line.text), s.kind.holds)
			continue
		}
		out = append(out, line)
	}
	return out
}

func (c *careerPage) readTitles(s *pageSection, p *profiles.Profile) bool {
	for _, line := range c.items(s) {
		p.Titles = append(p.Titles, line.text)
	}
	p.Titles = input.Union(nil, p.Titles, input.Fold, nil)
	return p.Titles != nil
}

// readLead takes prose. An item in it could be anything.
func (c *careerPage) readLead(s *pageSection, p *profiles.Profile) bool {
	var prose []string
	for _, line := range s.lines {
		if isItem(line.text) || isRow(line.text) || !strings.ContainsFunc(line.text, unicode.IsLetter) {
			c.fail(line.number, "%q in the %s: want sentences; put a line that ends in \"the following duties:\" before a list of duties", clip(line.text), s.kind.holds)
			continue
		}
		prose = append(prose, line.text)
	}
	p.Lead = strings.Join(prose, " ")
	return p.Lead != ""
}

func (c *careerPage) readDuties(s *pageSection, p *profiles.Profile) bool {
	for _, line := range c.items(s) {
		p.Duties = append(p.Duties, profiles.Duty{Text: line.text, Optional: strings.HasPrefix(input.Fold(line.text), "may ")})
	}
	p.Duties = input.Union(nil, p.Duties, func(d profiles.Duty) string { return input.FoldSentence(d.Text) }, nil)
	return p.Duties != nil
}

var subsector = regexp.MustCompile(`^([0-9]{2,6}(?:[-–][0-9]{2})?)(?: ?[-–:] ?| )(.+)$`)

func (c *careerPage) readIndustries(s *pageSection, p *profiles.Profile) bool {
	for _, line := range c.items(s) {
		m := subsector.FindStringSubmatch(line.text)
		if m == nil {
			c.fail(line.number, "%q: want the number and the name of a subsector, such as 622 Hospitals", clip(line.text))
			continue
		}
		p.Industries = append(p.Industries, profiles.Industry{NAICS: straight(m[1]), Title: m[2]})
	}
	p.Industries = input.Union(nil, p.Industries, func(n profiles.Industry) profiles.Industry { return n }, nil)
	return p.Industries != nil
}

func (c *careerPage) readSkills(s *pageSection, p *profiles.Profile) bool {
	source := cmp.Or(s.source, "job postings")
	if year := c.year(s); year != 0 && !strings.Contains(source, strconv.Itoa(year)) {
		source += " " + strconv.Itoa(year)
	}
	for _, line := range c.items(s) {
		p.Skills = append(p.Skills, profiles.Skill{Name: line.text, Source: source})
	}
	p.Skills = input.Union(nil, p.Skills, func(s profiles.Skill) string { return input.Fold(s.Name) }, nil)
	return p.Skills != nil
}

func (c *careerPage) readTraining(s *pageSection, p *profiles.Profile) bool {
	for _, line := range c.items(s) {
		p.Requirements = append(p.Requirements, profiles.Requirement{Text: line.text, Kind: input.RequirementKind(line.text)})
	}
	p.Requirements = input.Union(nil, p.Requirements, func(r profiles.Requirement) string { return input.FoldSentence(r.Text) }, nil)
	return p.Requirements != nil
}

// year returns the year in a section's heading, 0 where there is none.
func (c *careerPage) year(s *pageSection) int {
	year, err := parseYear(s.part("year"))
	c.check(s.heading, err)
	return year
}
