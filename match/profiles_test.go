package match

import (
	"slices"
	"strings"
	"testing"

	"github.com/nocmatch/nocmatch/profiles"
)

// The quality of the built-in profiles themselves, as the matcher sees them.

// ownTitles and ownDuties are the shares of a classification's titles and duties, each matched by itself, that must lead back to their
// profile. They can't be all: "clerk typist" is also a duty's word elsewhere, and cooks cook for 20 other occupations.
const (
	ownTitles = 0.95
	ownDuties = 0.78
)

// TestOwnTitles: a profile is first for its own titles, alone or level with one that has the same title.
func TestOwnTitles(t *testing.T) {
	m := defaultMatcher(t).model
	var titles, own int
	var s scratch
	for g, p := range m.profiles {
		for _, title := range append([]string{p.Title}, p.Titles...) {
			titles++
			scores := m.scoreAll(m.newQuery(Document{Title: title}, &s), &s)
			if best := slices.Max(scores); best > 0 && scores[g] == best {
				own++
			} else {
				t.Logf("%s %q leads to %s", p.Code, title, m.profiles[slices.Index(scores, best)].Code)
			}
		}
	}
	t.Logf("%d of %d titles lead to their profile", own, titles)
	if float64(own) < ownTitles*float64(titles) {
		t.Errorf("%d of %d titles lead to their profile", own, titles)
	}
}

// TestOwnDuties: a profile is first for its own duties, and none of them fits a tenth of all occupations.
func TestOwnDuties(t *testing.T) {
	m := defaultMatcher(t)
	all := m.Profiles()
	var duties, own int
	for _, p := range profiles.All() {
		for _, d := range p.Duties {
			duties++
			r := matchText(t, m, Document{Text: d.Text})
			if len(r.Matches) > 0 && r.Matches[0].Code == p.Code {
				own++
			} else {
				t.Logf("%s %q leads to %v", p.Code, d.Text, codesOf(r)[:min(3, len(r.Matches))])
			}
			var fits []string
			for _, match := range r.Matches {
				if slices.ContainsFunc(match.Duties, func(c DutyCoverage) bool { return c.Status == Covered }) {
					fits = append(fits, match.Code)
				}
			}
			if len(fits)*10 > len(all) {
				t.Errorf("duty %q of %s fits %d of %d occupations: %s", d.Text, p.Code, len(fits), len(all), strings.Join(fits, " "))
			}
		}
	}
	t.Logf("%d of %d duties lead to their profile", own, duties)
	if float64(own) < ownDuties*float64(duties) {
		t.Errorf("%d of %d duties lead to their profile", own, duties)
	}
}
