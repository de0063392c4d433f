package careerpage

import (
	"cmp"
	"fmt"
	"regexp"
	"strings"

	"github.com/nocmatch/nocmatch/profiles"
)

// sourceOf returns the name of a section's source, the page itself where it has no source line.
func (c *careerPage) sourceOf(s *pageSection) string { return cmp.Or(s.source, c.itself()) }

var (
	measuredFact = regexp.MustCompile(`(?i)^(?:average pay|employment size)\b`)
	shareFact    = regexp.MustCompile(`(?i)^(?:unemployment|full[ -]?time share)\b`)
	level        = regexp.MustCompile(`(?i)^(?:(?:very|relatively|above|below) )?(?:low|small|medium|moderate|average|high|large)\b`)
)

// factProblem says what is wrong with the value of a fast fact that is a number or a level; the others are any words.
func factProblem(name, value string) error {
	name = straight(name)
	switch {
	case level.MatchString(value):
		return nil
	case shareFact.MatchString(name):
		_, err := percent(value)
		return err
	case measuredFact.MatchString(name) && !strings.ContainsAny(value, "0123456789"):
		return fmt.Errorf("%q: want a number, a level such as low, or N/A", clip(value))
	}
	return nil
}

func (c *careerPage) readFacts(s *pageSection, p *profiles.Profile) bool {
	m := profiles.LabourMarket{Region: c.region, Source: c.sourceOf(s)}
	for _, line := range c.items(s) {
		name, value, ok := strings.Cut(line.text, ":")
		name, value = strings.TrimSpace(name), strings.TrimSpace(value)
		switch {
		case !ok || name == "":
			c.fail(line.number, "%q: want a name and a value, such as Unemployment: 4%%", clip(line.text))
			continue
		case isAbsent(value):
			continue
		}
		if err := factProblem(name, value); err != nil {
			c.fail(line.number, "%s: %v", clip(name), err)
			continue
		}
		m.Facts = append(m.Facts, profiles.Fact{Name: name, Value: value})
	}
	if m.Facts == nil {
		return false
	}
	p.LabourMarket = append(p.LabourMarket, m)
	return true
}

var (
	postingsCount = regexp.MustCompile(`(?i)\bthere (?:were|was) (.+?) (?:public |online )*job postings?\b`)
	peopleCount   = regexp.MustCompile(`(?i)\bthere (?:were|was) (.+?) (?:people|persons?|workers?)\b`)
	employedShare = regexp.MustCompile(`(?i)(\S+) of (?:those|the people|people) employed (?:were|was) (\p{L}[\p{L}+-]*)`)
	medianIncome  = regexp.MustCompile(`(?i)\bmedian\b.*\bincome\b.*\bwas (.+?)\.?$`)
	inBrackets    = regexp.MustCompile(`\([^()]*\)`)
	incomeWorkers = regexp.MustCompile(`(?i)\(([^()]+?) (?:workers|people|persons)\b`)
	referenceYear = regexp.MustCompile(`(?i)\breference year ([^\s,.;)]+)`)
	anyYear       = regexp.MustCompile(`\b` + yearDigits + `\b`)
)

// readPostings takes "During 2025, there were 11 public job postings ..." and a table of shares.
func (c *careerPage) readPostings(s *pageSection, p *profiles.Profile) bool {
	m := profiles.LabourMarket{Region: c.region, Year: c.year(s), Source: c.sourceOf(s)}
	c.eachSentence(s, func(line pageLine, sentence string) bool {
		found := postingsCount.FindStringSubmatchIndex(sentence)
		if found == nil {
			return false
		}
		var err error
		m.Postings, err = count(sentence[found[2]:found[3]])
		c.check(line, err)
		said, _ := parseYear(anyYear.FindString(sentence[:found[0]]))
		if m.Year != 0 && said != 0 && m.Year != said {
			c.fail(line.number, "postings of %d below a heading of %d: correct one of them", said, m.Year)
		}
		m.Year = cmp.Or(m.Year, said)
		return true
	})
	m.PostingsByRegion = c.shares(s)
	if m.Postings == nil && m.PostingsByRegion == nil {
		return false
	}
	p.LabourMarket = append(p.LabourMarket, m)
	return true
}

// readPeople takes "During the reference week of May 2021, there were approximately 130 people working ...", "12% of those employed
// were ..." and a table of ages.
func (c *careerPage) readPeople(s *pageSection, p *profiles.Profile) bool {
	var gender pageShares
	m := profiles.LabourMarket{Region: cmp.Or(s.part("region"), c.region), Source: c.sourceOf(s)}
	c.eachSentence(s, func(line pageLine, sentence string) bool {
		people := peopleCount.FindStringSubmatchIndex(sentence)
		if people != nil {
			var err error
			m.Employed, err = count(sentence[people[2]:people[3]])
			c.check(line, err)
			said, _ := parseYear(anyYear.FindString(sentence[:people[0]] + sentence[people[1]:]))
			m.Year = cmp.Or(m.Year, said)
		}
		shares := employedShare.FindAllStringSubmatch(sentence, -1)
		for _, g := range shares {
			c.check(line, gender.add(g[2], g[1]))
		}
		return people != nil || shares != nil
	})
	m.Gender, m.Ages = gender.list, c.shares(s)
	if m.Employed == nil && m.Gender == nil && m.Ages == nil {
		return false
	}
	if m.Year == 0 {
		m.Year, _ = parseYear(anyYear.FindString(s.source))
	}
	p.LabourMarket = append(p.LabourMarket, m)
	return true
}

// readIncome takes "The median employment income ... in the reference year 2020 (140 workers in total, ...) was $54,800."
func (c *careerPage) readIncome(s *pageSection, p *profiles.Profile) bool {
	m := profiles.LabourMarket{Region: c.region, Source: c.sourceOf(s)}
	c.eachSentence(s, func(line pageLine, sentence string) bool {
		income := medianIncome.FindStringSubmatch(inBrackets.ReplaceAllString(sentence, ""))
		if income == nil {
			return false
		}
		var err error
		m.MedianIncome, err = wholeDollars(income[1])
		c.check(line, err)
		if workers := incomeWorkers.FindStringSubmatch(sentence); workers != nil {
			m.Workers, err = count(workers[1])
			c.check(line, err)
		}
		if y := referenceYear.FindStringSubmatch(sentence); y != nil {
			m.Year, err = parseYear(y[1])
			c.check(line, err)
		}
		return true
	})
	c.noRows(s)
	if m.MedianIncome == nil && m.Workers == nil {
		return false
	}
	p.LabourMarket = append(p.LabourMarket, m)
	return true
}

// eachSentence calls take for each sentence of a section that is not in a table, and reports those that it does not take; introductions
// ("... as follows:") and sentences that say that something is not available need not be taken.
func (c *careerPage) eachSentence(s *pageSection, take func(pageLine, string) bool) {
	for _, line := range s.lines {
		if isRow(line.text) {
			continue
		}
		for _, sentence := range sentences(item(line.text)) {
			if !take(line, sentence) && !strings.HasSuffix(sentence, ":") && !unavailable.MatchString(sentence) {
				c.fail(line.number, "%q was not understood among the %s: word it as such pages do, or remove it", clip(sentence), s.kind.holds)
			}
		}
	}
}

// check reports an error of a line.
func (c *careerPage) check(line pageLine, err error) {
	if err != nil {
		c.fail(line.number, "%v", err)
	}
}
