package match

import (
	"strings"
	"testing"
)

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
