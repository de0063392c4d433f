package careerpage

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/nocmatch/nocmatch/profiles"
	"github.com/nocmatch/nocmatch/profiles/internal/input"
)

// rule is the line below the header of a Markdown table.
var rule = regexp.MustCompile(`^:?-{2,}:?$`)

// rows returns the rows of a section's tables.
func (s *pageSection) rows() []pageLine {
	var out []pageLine
	for _, line := range s.lines {
		if isRow(line.text) && !slices.ContainsFunc(cells(line.text), func(cell string) bool { return rule.MatchString(cell) }) {
			out = append(out, line)
		}
	}
	return out
}

// noRows reports the tables of a section that has none.
func (c *careerPage) noRows(s *pageSection) {
	for _, row := range s.rows() {
		c.fail(row.number, "%q: no table is known among the %s: remove it, or put it into its section", clip(row.text), s.kind.holds)
	}
}

// shares reads tables of shares in their two layouts: cells such as "Avalon: 73%", and a row of names above a row of shares.
func (c *careerPage) shares(s *pageSection) []profiles.Share {
	var out pageShares
	var names []string // of the row above, which waits for its shares
	var above pageLine
	for _, row := range s.rows() {
		values := cells(row.text)
		switch {
		case names != nil:
			if len(values) != len(names) {
				c.fail(row.number, "%d shares below %d names: want as many", len(values), len(names))
			} else {
				for i, name := range names {
					c.check(row, out.add(name, values[i]))
				}
			}
			names = nil
		case strings.Contains(row.text, ":"):
			for _, cell := range values {
				name, value := "", cell
				if at := strings.LastIndex(cell, ":"); at >= 0 {
					name, value = strings.TrimSpace(cell[:at]), strings.TrimSpace(cell[at+1:])
				}
				c.check(row, out.add(name, value))
			}
		default:
			names, above = values, row
		}
	}
	if names != nil {
		c.fail(above.number, "%q: want a row of shares below a row of names", clip(above.text))
	}
	return out.list
}

// pageShares are shares of one whole, each name once.
type pageShares struct {
	list []profiles.Share
	seen map[string]bool
}

// add adds a share, unless it is not known.
func (s *pageShares) add(name, value string) error {
	v, err := percent(value)
	switch {
	case err != nil:
		return fmt.Errorf("%s: %w", cmp.Or(clip(name), "share"), err)
	case v == nil:
		return nil
	case name == "":
		return fmt.Errorf("%q is the share of nothing: want a name with it", value)
	case s.seen[input.Fold(name)]:
		return fmt.Errorf("%s: given twice: keep one of them", clip(name))
	}
	if s.seen == nil {
		s.seen = map[string]bool{}
	}
	s.seen[input.Fold(name)] = true
	s.list = append(s.list, profiles.Share{Name: name, Percent: *v})
	return nil
}

var (
	wageColumn = regexp.MustCompile(`(?i)^(low|median|high)\b`)
	forPlace   = regexp.MustCompile(`.*\b(?:in|for) ` + placeName)
)

// readWages takes tables with the columns low, median and high, in any order, a region's name before the wages or in the line above
// the table.
func (c *careerPage) readWages(s *pageSection, p *profiles.Profile) bool {
	before := len(p.LabourMarket)
	region := c.region
	var columns []string                                            // as the last header has them
	c.eachSentence(s, func(pageLine, string) bool { return false }) // there are only introductions
	for _, line := range s.lines {
		if !isRow(line.text) {
			if m := forPlace.FindStringSubmatch(straight(line.text)); m != nil {
				region, columns = m[1], nil
			}
			continue
		}
		row := cells(line.text)
		if header := wageColumns(row); header != nil {
			columns = header
			continue
		}
		if slices.ContainsFunc(row, rule.MatchString) {
			continue
		}
		m := profiles.LabourMarket{Region: region, Source: c.sourceOf(s)}
		if len(row) == len(columns)+1 {
			m.Region, row = cmp.Or(row[0], region), row[1:]
		}
		if columns == nil || len(row) != len(columns) {
			c.fail(line.number, "%q: want the name of a region and a wage below each of Low, Median and High", clip(line.text))
			continue
		}
		c.setWages(&m, line, columns, row)
		if m.WageLow != nil || m.WageMedian != nil || m.WageHigh != nil {
			p.LabourMarket = append(p.LabourMarket, m)
		}
	}
	return len(p.LabourMarket) > before
}

// wageColumns returns the columns of a header in lower case, nil where a row is none.
func wageColumns(row []string) []string {
	var out []string
	for _, cell := range row {
		if m := wageColumn.FindStringSubmatch(cell); m != nil {
			out = append(out, strings.ToLower(m[1]))
		}
	}
	return out
}

// setWages sets the wages of a row. Where they fall from low to high, any of them may be wrong, and none is set.
func (c *careerPage) setWages(m *profiles.LabourMarket, line pageLine, columns, row []string) {
	wages := map[string]*float64{}
	for i, column := range columns {
		wage, err := dollars(row[i])
		if err != nil {
			c.fail(line.number, "%s wage: %v", column, err)
		}
		wages[column] = wage
	}
	floor := 0.0
	for _, column := range []string{"low", "median", "high"} {
		wage := wages[column]
		if wage == nil {
			continue
		}
		if *wage < floor {
			c.fail(line.number, "%s wage: %v is less than that before it: want low, median and high to rise", column, *wage)
			return
		}
		floor = *wage
	}
	m.WageLow, m.WageMedian, m.WageHigh = wages["low"], wages["median"], wages["high"]
}
