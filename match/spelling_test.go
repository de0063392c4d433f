package match

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRespelled(t *testing.T) {
	m := defaultMatcher(t).model
	var s scratch
	for _, tt := range []struct {
		name string
		doc  Document
		want []string // what was read otherwise
	}{
		{"a letter is missing", Document{Title: "health records tecnician"}, []string{"technician"}},
		{"a letter too many", Document{Title: "medical transscriptionist"}, []string{"transcriptionist"}},
		{"another letter", Document{Title: "receptionest"}, []string{"receptionist"}},
		{"two letters swapped", Document{Title: "recieving clerk"}, []string{"receiving"}},
		{"two words without their space", Document{Title: "recordsclerk"}, []string{"records clerk"}},
		{"an industry is typed in haste too", Document{Title: "clerk", Industry: "hosptial"}, []string{"hospital"}},
		{"a text that is a bare title", Document{Text: "Helth records tecnician"}, []string{"health", "technician"}},
		{"a heading of a long text", Document{Text: "Health Records Tecnician\n\nThe tecnician codes inpatient charts in the classification that is in force, day after day."}, []string{"technician"}},
		{"known words are left alone", Document{Title: "health records technician"}, nil},
		{"short words have too many neighbours", Document{Title: "clrk"}, nil},
		{"the splitting of a name would be wrong in a text", Document{Text: "Stonegate\n\nThe person in this role codes inpatient charts and abstracts them to the discharge database."}, nil},
		{"words in other letters", Document{Title: "менеджер"}, nil},
		{"no words", Document{}, nil},
	} {
		var got []string
		for _, r := range m.newQuery(tt.doc, &s).repairs {
			got = append(got, r.read)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s: read otherwise (-want +got):\n%s", tt.name, diff)
		}
	}
}

// What is read otherwise is said: the quote is what the document has, Read what it was taken for.
func TestRespelledEvidence(t *testing.T) {
	m := defaultMatcher(t)
	r, err := m.Match(t.Context(), Document{Title: "health records tecnician"})
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Warnings) == 0 || r.Warnings[0].Code != WarnSpelling || !strings.Contains(r.Warnings[0].Message, `"tecnician" as "technician"`) {
		t.Errorf("the warnings are %v, want one that says what was read otherwise", r.Warnings)
	}
	want := map[string]bool{"health records tecnician": false}
	for _, e := range r.Matches[0].Evidence {
		if strings.Contains(e.Quote, "tecnician") != (e.Read != "") {
			t.Errorf("%q was read as %q", e.Quote, e.Read)
		}
		if e.Read != "" && e.Read != strings.Replace(e.Quote, "tecnician", "technician", 1) {
			t.Errorf("%q was read as %q", e.Quote, e.Read)
		}
		delete(want, e.Quote)
	}
	if len(want) > 0 {
		t.Errorf("no evidence quotes %v", want)
	}
	right, err := m.Match(t.Context(), Document{Title: "health records technician"})
	if err != nil {
		t.Fatal(err)
	}
	if r.Matches[0].Code != right.Matches[0].Code || r.Matches[0].Score != right.Matches[0].Score {
		t.Errorf("misspelled it is %s at %v, spelled right %s at %v", r.Matches[0].Code, r.Matches[0].Score, right.Matches[0].Code, right.Matches[0].Score)
	}
}

func TestOneApart(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"coder", "coders", true}, {"coder", "codr", true}, {"coder", "cider", true}, {"coder", "cdoer", true}, {"coder", "ecoder", true},
		{"coder", "coder", false}, {"coder", "codres", false}, {"coder", "redoc", false}, {"coder", "", false}, {"", "a", true}, {"ab", "ba", true}, {"abc", "cba", false},
	} {
		if got := oneApart(tt.a, tt.b); got != tt.want {
			t.Errorf("oneApart(%q, %q) = %v, want %v", tt.a, tt.b, got, tt.want)
		}
		if got := oneApart(tt.b, tt.a); got != tt.want {
			t.Errorf("oneApart(%q, %q) = %v, want %v", tt.b, tt.a, got, tt.want)
		}
	}
}
