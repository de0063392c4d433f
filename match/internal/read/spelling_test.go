package read

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/nocmatch/nocmatch/match/internal/testset"
	"github.com/nocmatch/nocmatch/match/internal/text"
)

func TestRespelled(t *testing.T) {
	lex := testset.BuiltIn(t)
	for _, tt := range []struct {
		name string
		doc  testset.Fields
		want []string // what was read otherwise
	}{
		{"a letter is missing", testset.Title("health records tecnician"), []string{"technician"}},
		{"a letter too many", testset.Title("medical transscriptionist"), []string{"transcriptionist"}},
		{"another letter", testset.Title("receptionest"), []string{"receptionist"}},
		{"two letters swapped", testset.Title("recieving clerk"), []string{"receiving"}},
		{"two words without their space", testset.Title("recordsclerk"), []string{"records clerk"}},
		{"an industry is typed in haste too", testset.Fields{text.Title: "clerk", text.Industry: "hosptial"}, []string{"hospital"}},
		{"a text that is a bare title", testset.Body("Helth records tecnician"), []string{"health", "technician"}},
		{"a heading of a long text", testset.Body("Health Records Tecnician\n\nThe tecnician codes inpatient charts in the classification that is in force, day after day."), []string{"technician"}},
		{"known words are left alone", testset.Title("health records technician"), nil},
		{"short words have too many neighbours", testset.Title("clrk"), nil},
		{"the splitting of a name would be wrong in a text", testset.Body("Stonegate\n\nThe person in this role codes inpatient charts and abstracts them to the discharge database."), nil},
		{"words in other letters", testset.Title("менеджер"), nil},
		{"no words", testset.Fields{}, nil},
	} {
		var got []string
		for _, r := range readingOf(lex, tt.doc).Repairs {
			got = append(got, r.Read)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s: read otherwise (-want +got):\n%s", tt.name, diff)
		}
	}
}
