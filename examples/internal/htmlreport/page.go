package htmlreport

import (
	"cmp"
	"fmt"
	"html/template"
	"iter"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/nocmatch/nocmatch/match"
)

// A page is a report as the template shows it. Candidates are laid out when their turn comes.
type page struct {
	Title, About string
	Policy       string
	Style        template.CSS
	Script       template.JS
	// Target tells whether candidates were ranked for one profile, For is its name.
	Target bool
	For    string
	Lead   string

	Rows     []row
	Bands    []bandCount
	Skills   []skillCount
	Duties   []matrixDuty
	Matrix   []matrixRow
	Failures []string

	Sources  []source
	Profiles match.ProfilesSummary
	Version  string

	report Report
}

// A row is a candidate in the ranking.
type row struct {
	ID, Name string
	Rank     int
	// For is the occupation that the figures are about; empty where nothing matched, and then there are no figures.
	For       string
	Score     string
	Bar       string
	Band      bandName
	Percent   string
	Abstained bool
	Warnings  int
	Covered   string
	Partly    int
	Found     string
	// Other is the best of the occupations beside it, More how many others there are.
	Other string
	More  int
	// Skills are the numbers of the skills found, as the script reads them: " 0 4 ".
	Skills string
}

// A bandCount is a band of confidence and how many candidates are in it.
type bandCount struct {
	bandName
	Count int
}

// A skillCount is a skill to filter by and how many candidates have it. Number is what [row].Skills calls it.
type skillCount struct {
	Number int
	Name   string
	Count  int
}

// A matrixDuty is a column of the matrix, and how many candidates cover it.
type matrixDuty struct {
	Number   int
	Text     string
	Optional bool
	Covered  int
}

type matrixRow struct {
	ID, Name string
	Cells    []statusName
	Covered  string
}

type source struct{ Name, What, URL string }

func newPage(r Report) *page {
	p := &page{
		Title: cmp.Or(oneLine(r.Title), "Candidates"), About: oneLine(r.About), Policy: policy, Style: style, Script: script,
		Target: r.Profile.Code != "", Profiles: r.Profiles, Version: oneLine(r.Version), report: r,
	}
	p.Profiles.Edition, p.Profiles.SHA256 = oneLine(p.Profiles.Edition), oneLine(p.Profiles.SHA256)
	if p.Target {
		p.For, p.Lead = occupation(r.Profile.Code, r.Profile.Title), oneLine(r.Profile.Lead)
	}
	for _, f := range r.Failures {
		p.Failures = append(p.Failures, oneLine(f))
	}
	for _, s := range r.Profile.Sources {
		p.Sources = append(p.Sources, source{oneLine(s.Name), oneLine(s.What), webAddress(s.URL)})
	}
	skills := p.countSkills()
	best := 0.0
	for _, c := range r.Candidates {
		if m, _ := c.first(); m != nil {
			best = max(best, m.Score)
		}
	}
	for _, b := range bandNames {
		p.Bands = append(p.Bands, bandCount{bandName: b})
	}
	for i, c := range r.Candidates {
		w := p.newRow(i, c, best)
		for _, name := range c.skillsFound(p.Target) {
			w.Skills += strconv.Itoa(skills[name]) + " "
		}
		w.Skills = " " + w.Skills
		for k := range p.Bands {
			if p.Bands[k].Class == w.Band.Class {
				p.Bands[k].Count++
			}
		}
		p.Rows = append(p.Rows, w)
	}
	if p.Target {
		p.fillMatrix()
	}
	return p
}

// ShowAbout tells whether the heading leaves unsaid what the page is about.
func (p *page) ShowAbout() bool { return p.About != "" && !strings.Contains(p.Title, p.About) }

// Candidates lays out the candidates, one at a time.
func (p *page) Candidates() iter.Seq[candidateView] {
	return func(yield func(candidateView) bool) {
		for i := range p.Rows {
			if !yield(p.candidate(i)) {
				return
			}
		}
	}
}

// newRow gives the row of candidate i. best is the highest score of the report: bars are drawn against it.
func (p *page) newRow(i int, c Candidate, best float64) row {
	w := row{
		ID: fmt.Sprint("c", i+1), Rank: cmp.Or(c.Rank, i+1), Band: bandNames[len(bandNames)-1],
		Name: cmp.Or(oneLine(c.Name), oneLine(c.Result.Document.Name), "(no name)"), Abstained: c.Result.Abstained, Warnings: len(c.Result.Warnings),
	}
	m, others := c.first()
	if m == nil {
		return w
	}
	w.For = cmp.Or(occupation(m.Code, m.Title), "(no name)")
	w.Score, w.Band, w.Percent = score(m.Score), bandOf(m.Band), percent(m.Confidence)
	w.Bar = bar(0)
	if best > 0 {
		w.Bar = bar(m.Score / best)
	}
	covered := 0
	for _, d := range m.Duties {
		switch d.Status {
		case match.Covered:
			covered++
		case match.Partial:
			w.Partly++
		}
	}
	if len(m.Duties) > 0 {
		w.Covered = fmt.Sprintf("%d of %d", covered, len(m.Duties))
	}
	found := 0
	for _, s := range m.Skills {
		if s.Status == match.SkillFound {
			found++
		}
	}
	if len(m.Skills) > 0 {
		w.Found = fmt.Sprintf("%d of %d", found, len(m.Skills))
	}
	if p.Target {
		others = c.Better
	}
	if len(others) > 0 {
		w.Other, w.More = occupation(others[0].Code, others[0].Title), len(others)-1
	}
	return w
}

// skillsFound lists the skills that a filter may ask for: those of the profile, or without one all that the document names.
func (c Candidate) skillsFound(target bool) []string {
	var names []string
	add := func(name string, s match.SkillStatus) {
		if name = oneLine(name); s == match.SkillFound && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if m, _ := c.first(); target && m != nil {
		for _, s := range m.Skills {
			add(s.Name, s.Status)
		}
	} else if !target {
		for _, s := range c.Result.Skills {
			add(s.Name, s.Status)
		}
	}
	return names
}

// countSkills lists the skills to filter by, by name, and returns their numbers.
func (p *page) countSkills() map[string]int {
	counts := map[string]int{}
	for _, c := range p.report.Candidates {
		for _, name := range c.skillsFound(p.Target) {
			counts[name]++
		}
	}
	for name, n := range counts {
		p.Skills = append(p.Skills, skillCount{Name: name, Count: n})
	}
	slices.SortFunc(p.Skills, func(a, b skillCount) int {
		return cmp.Or(cmp.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name)), cmp.Compare(a.Name, b.Name))
	})
	numbers := map[string]int{}
	for i := range p.Skills {
		p.Skills[i].Number = i
		numbers[p.Skills[i].Name] = i
	}
	return numbers
}

// optional reports whether duty k of the profile is one that only some people have.
func (p *page) optional(k int) bool {
	return k < len(p.report.Profile.Duties) && p.report.Profile.Duties[k].Optional
}

// fillMatrix sets candidates against the duties of the profile, which a match has in the profile's order.
func (p *page) fillMatrix() {
	for k, d := range p.report.Profile.Duties {
		p.Duties = append(p.Duties, matrixDuty{Number: k + 1, Text: oneLine(d.Text), Optional: d.Optional})
	}
	for i, c := range p.report.Candidates {
		r := matrixRow{ID: p.Rows[i].ID, Name: p.Rows[i].Name, Covered: p.Rows[i].Covered}
		m, _ := c.first()
		for k := range p.Duties {
			status := match.Absent
			if m != nil && k < len(m.Duties) {
				status = m.Duties[k].Status
			}
			if status == match.Covered {
				p.Duties[k].Covered++
			}
			r.Cells = append(r.Cells, statusOf(status))
		}
		p.Matrix = append(p.Matrix, r)
	}
}

// webAddress gives an address that a reader may follow, and nothing for any other.
func webAddress(s string) string {
	u, err := url.Parse(s)
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
		return ""
	}
	return u.String()
}
