package read

import (
	"fmt"
	"strings"
	"testing"

	"github.com/nocmatch/nocmatch/match/internal/testset"
	"github.com/nocmatch/nocmatch/profiles"
)

// TestPastedKeywords: terms of one profile one after the other are pasted keywords if they are many,
// and no more than a few other words stand between two of them.
func TestPastedKeywords(t *testing.T) {
	p := profiles.Profile{Code: "A1", Title: "Testers", Duties: []profiles.Duty{{Text: "Try what is new"}}}
	var terms []string
	for i := range 2 * pastedItems {
		terms = append(terms, fmt.Sprintf("%c%ctool", 'b'+i/5, "aeiou"[i%5]))
		p.Vocabulary = append(p.Vocabulary, profiles.Term{Term: terms[i]})
	}
	lex := testset.Compile(t, []profiles.Profile{p})
	for _, tt := range []struct {
		reason  string
		terms   int
		between string
		want    bool
	}{
		{"nine", 9, " ", true},
		{"eight may be what somebody knows", 8, " ", false},
		{"two other words between", 9, " uses ferns ", true},
		{"three say something", 9, " uses the ferns daily ", false},
		{"function words don't count", 9, " and the of in uses ferns ", true},
		{"commas", 9, ", ", true},
		{"lines", 9, "\n", true},
		{"bullets", 9, "\n- ", true},
	} {
		r := readingOf(lex, testset.Body("The work is long and there is much of it in this place.\n"+strings.Join(terms[:tt.terms], tt.between)))
		if got := len(r.Pasted) > 0; got != tt.want {
			t.Errorf("%s: %d terms, %q between: pasted %v, want %v", tt.reason, tt.terms, tt.between, got, tt.want)
		}
		for _, h := range r.Phrases {
			if h.Listed != tt.want {
				t.Errorf("%s: %q is listed: %v, want %v", tt.reason, h.Text, h.Listed, tt.want)
			}
		}
		if len(r.Phrases) != tt.terms {
			t.Errorf("%s: %d phrases, want %d", tt.reason, len(r.Phrases), tt.terms)
		}
	}
}
