package match

import (
	"slices"
	"strings"
	"testing"

	"github.com/nocmatch/nocmatch/match/internal/explain"
	"github.com/nocmatch/nocmatch/match/internal/read"
	"github.com/nocmatch/nocmatch/match/internal/testset"
)

// The quality of the built-in profiles themselves, as the matcher sees them.

// ownTitles and ownDuties are the shares of a classification's titles and duties, each matched by itself, that must lead back to their
// profile. They can't be all: "clerk typist" is also a duty's word elsewhere, and cooks cook for 20 other occupations.
const (
	ownTitles = 0.95
	ownDuties = 0.73
)

// TestOwnTitles: a profile is first for its own titles, alone or level with one that has the same
// title. Every third profile is asked.
func TestOwnTitles(t *testing.T) {
	t.Parallel()
	m := defaultMatcher(t)
	var titles, own int
	var s read.Scratch
	for g, p := range m.Profiles() {
		if g%3 > 0 {
			continue
		}
		for _, title := range append([]string{p.Title}, p.Titles...) {
			titles++
			run := m.signals.Run(read.New(m.lex, testset.Title(title), m.off, &s), m.off)
			if best := slices.Max(run.Scores); best > 0 && run.Scores[g] == best {
				own++
			} else {
				t.Logf("%s %q leads to %s", p.Code, title, m.Profiles()[slices.Index(run.Scores, best)].Code)
			}
			run.Close()
		}
	}
	t.Logf("%d of %d titles lead to their profile", own, titles)
	if float64(own) < ownTitles*float64(titles) {
		t.Errorf("%d of %d titles lead to their profile", own, titles)
	}
}

// TestOwnDuties: a profile is first for its own duties, and none of them fits a tenth of all
// occupations. Every third profile is asked.
func TestOwnDuties(t *testing.T) {
	t.Parallel()
	m := defaultMatcher(t)
	var duties, own int
	var s read.Scratch
	for g, p := range m.Profiles() {
		if g%3 > 0 {
			continue
		}
		for _, d := range p.Duties {
			duties++
			run := m.signals.Run(read.New(m.lex, testset.Body(d.Text), m.off, &s), m.off)
			if best := slices.Max(run.Scores); best > 0 && slices.Index(run.Scores, best) == g {
				own++
			} else {
				t.Logf("%s %q leads to %s", p.Code, d.Text, m.Profiles()[slices.Index(run.Scores, best)].Code)
			}
			var fits []string
			for other, score := range run.Scores {
				covered := func(c explain.Coverage) bool { return c.Status == explain.Covered }
				if score > 0 && slices.ContainsFunc(m.explain.Duties(run, int32(other)), covered) {
					fits = append(fits, m.Profiles()[other].Code)
				}
			}
			if len(fits)*10 > len(m.Profiles()) {
				t.Errorf("duty %q of %s fits %d occupations: %s", d.Text, p.Code, len(fits), strings.Join(fits, " "))
			}
			run.Close()
		}
	}
	t.Logf("%d of %d duties lead to their profile", own, duties)
	if float64(own) < ownDuties*float64(duties) {
		t.Errorf("%d of %d duties lead to their profile", own, duties)
	}
}
