package read

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/nocmatch/nocmatch/match/internal/testset"
)

const around = "\n\nThe days are long in summer and the team of twelve people helps all of the guests " +
	"with whatever they ask for."

// TestTitleLines: which part of a line is its title, or whether it has none. The number of words
// beside the title decides: a part that leaves out the first words counts lateTitle.
func TestTitleLines(t *testing.T) {
	lex := testset.BuiltIn(t)
	for _, tt := range []struct {
		reason, line string
		want         []string
	}{
		{"a title alone", "Health records technician", []string{"Health records technician"}},
		{"a word before it may be part of it", "Riverside health records technician",
			[]string{"Riverside health records technician"}},
		{"what stands behind the head noun qualifies it", "Director, health records",
			[]string{"Director health records"}},
		{"a few words of an employer before it are left out", "Riverside Manor Foo health records technician",
			[]string{"health records technician"}},
		{"four are", "Barkwood Riverside Elmvale Oakdale health records technician",
			[]string{"health records technician"}},
		{"five are too many", "Barkwood Riverside Elmvale Oakdale Stonegate health records technician", nil},
		{"as many behind it are fine", "Health records technician Barkwood Riverside Elmvale Oakdale Stonegate",
			[]string{"Health records technician"}},
	} {
		r := readingOf(lex, testset.Body(tt.line+around))
		var got []string
		for _, line := range r.Titles {
			got = append(got, strings.Join(r.Surfaces(line.From, line.To), " "))
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s: titles of %q (-want +got):\n%s", tt.reason, tt.line, diff)
		}
	}
}
