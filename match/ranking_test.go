package match

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/nocmatch/nocmatch/match/internal/testset"
)

// TestRanking keeps what the matcher says of every text of testdata in golden files, one line a text and the totals, so that a change of
// a weight shows in the diff what it does. -update rewrites them.
func TestRanking(t *testing.T) {
	t.Parallel()
	t.Run("builtin", func(t *testing.T) { checkRanking(t, defaultMatcher(t)) })
	t.Run("official", func(t *testing.T) { checkRanking(t, with(t, officialMatcher(t), Options{Top: 600})) })
}

func checkRanking(t *testing.T, m *Matcher) {
	name := filepath.Base(t.Name())
	known := map[string]bool{}
	for _, p := range m.Profiles() {
		known[p.Code] = true
	}
	var out strings.Builder
	var texts, first, five, none, noneRight, home, homeSaid, homeRight int
	for _, l := range testset.Texts(t) {
		r, err := m.Match(t.Context(), Document{Text: l.Text})
		if err != nil {
			t.Fatal(err)
		}
		got, confidence := "none", 0.0
		if !r.Abstained {
			got, confidence = r.Matches[0].Code, r.Matches[0].Confidence
		}
		expected := strings.Join(l.Codes, "|")
		rank := 1 + slices.IndexFunc(r.Matches, func(m Match) bool { return slices.Contains(l.Codes, m.Code) })
		wants := slices.ContainsFunc(l.Codes, func(c string) bool { return known[c] })
		if !wants {
			// With the built-in profiles, a text about an occupation that is not among them is one about nothing.
			expected, rank = strings.TrimLeft(expected+" none", " "), 0
			none++
			if r.Abstained {
				noneRight++
			}
		} else {
			texts++
			if rank == 1 && !r.Abstained {
				first++
			}
			if rank >= 1 && rank <= 5 && !r.Abstained {
				five++
			}
		}
		if slices.Contains(l.Codes, "12111") {
			home++
		}
		if got == "12111" {
			homeSaid++
			if slices.Contains(l.Codes, "12111") {
				homeRight++
			}
		}
		fmt.Fprintf(&out, "%-52s %-12s %-6s %.2f rank %d\n", l.File, expected, got, confidence, rank)
	}
	fmt.Fprintf(&out, "\nright first %d of %d, among five %d; named none for %d of %d without an occupation among the profiles\n", first, texts, five, noneRight, none)
	fmt.Fprintf(&out, "12111: recall %d of %d, precision %d of %d\n", homeRight, home, homeRight, homeSaid)
	testset.Golden(t, filepath.Join("testdata", "ranking-"+name+".txt"), out.String(), "a change of what is ranked: read each line")

	// What must hold whatever the weights: every text of the home occupation is found.
	if homeRight < home {
		t.Errorf("12111 is first for %d of its %d texts", homeRight, home)
	}
	if float64(first) < 0.9*float64(texts) {
		t.Errorf("%d of %d texts are right", first, texts)
	}
}
