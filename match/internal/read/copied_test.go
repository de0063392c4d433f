package read

import (
	"strings"
	"testing"

	"github.com/nocmatch/nocmatch/match/internal/testset"
	"github.com/nocmatch/nocmatch/profiles"
)

// TestCopiedShare: a sentence with four fifths of a duty's words in their order is a copy, one with
// less is not.
func TestCopiedShare(t *testing.T) {
	const duty = "Polish brass lamps, mend torn sails, paint wooden hulls and splice worn ropes"
	lex := testset.Compile(t, []profiles.Profile{
		{Code: "A1", Title: "Sailmakers", Duties: []profiles.Duty{{Text: duty}}},
		{Code: "A2", Title: "Bakers", Titles: []string{"Baker"}, Duties: []profiles.Duty{{Text: "Knead dough and bake bread in ovens"}}},
	})
	for _, tt := range []struct {
		reason, text string
		want         bool
	}{
		{"all twelve", duty, true},
		{"ten of twelve, and other words", "In spring we polish brass lamps, mend torn sails, paint wooden hulls and splice", true},
		{"nine of twelve", "In spring we polish brass lamps, mend torn sails, paint wooden hulls", false},
		{"all twelve in another order", "Worn ropes splice, wooden hulls paint, torn sails mend, brass lamps polish", false},
		{"five of them", "Polish brass lamps, mend sails", false},
	} {
		r := readingOf(lex, testset.Body("Baker\n\n"+tt.text+".\nThe days are long and there is much to do for all of the crew in summer."))
		if groups, _ := r.CopiedFrom(); (len(groups) > 0) != tt.want {
			t.Errorf("%s: %q copies %v, want %v", tt.reason, tt.text, groups, tt.want)
		}
	}
}

// TestCopiedDiscount: what was copied counts for nothing only under a title that points elsewhere.
func TestCopiedDiscount(t *testing.T) {
	lex := testset.BuiltIn(t)
	duty := ""
	for _, p := range lex.Profiles {
		if p.Code == "12111" {
			duty = p.Duties[0].Text
		}
	}
	for title, want := range map[string]bool{"": false, "Health records technician": false, "Welder": true} {
		r := readingOf(lex, testset.Body(strings.TrimSpace(title+"\n\n"+duty)))
		groups, discounted := r.CopiedFrom()
		if len(groups) != 1 || discounted != want {
			t.Errorf("under %q %d groups are copied, discounted %v, want 1 and %v", title, len(groups), discounted, want)
		}
	}
}
