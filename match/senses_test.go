package match

import (
	"strings"
	"testing"
)

func TestSenses(t *testing.T) {
	m := defaultMatcher(t).model
	var s scratch
	for _, tt := range []struct {
		acronym string
		doc     Document
		known   bool
	}{
		{"ROI", Document{Title: "ROI specialist"}, true},
		{"ROI", Document{Title: "marketing ROI specialist"}, false},
		{"ROI", Document{Text: "Health records clerk\n\nThe clerk answers ROI requests of lawyers and insurers within thirty days and logs each of them."}, true},
		{"ROI", Document{Text: "Brand manager\n\nPlans each campaign and reports its ROI to the head of the department every quarter of the year."}, false},
		{"ROI", Document{Text: "Manager\n\nPlans each campaign with the agency.\nAnswers ROI requests of lawyers and insurers within thirty days."}, true}, // the context is in another sentence
		{"DAD", Document{Text: "Coder\n\nAbstracts inpatient charts to the DAD and day surgery to NACRS, and answers queries of physicians."}, true},
		{"DAD", Document{Text: "Coder\n\nProud DAD of two kids, who likes to fish on the lake with his old boat when the weather is good."}, false},
		{"MA", Document{Text: "Clinic assistant\n\nThe MA takes vital signs, rooms patients and draws blood for the six doctors of the practice."}, true},
		{"MA", Document{Text: "Clinic assistant\n\nWorked in Boston, MA for the six doctors of a practice and then moved on to another one."}, false},
	} {
		q := m.newQuery(tt.doc, &s)
		found := false
		for i := range q.tokens {
			if q.surface(i) == tt.acronym && q.tokens[i].term >= 0 {
				found = true
			}
		}
		if found != tt.known {
			t.Errorf("%s in %q: known %v, want %v", tt.acronym, tt.doc.Title+tt.doc.Text, found, tt.known)
		}
	}
}

func TestSenseRows(t *testing.T) {
	rows := 0
	for line := range strings.Lines(senseData) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		rows++
		cols := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(cols) != 4 || cols[3] == "" {
			t.Errorf("%q is not an acronym, its context, a meaning and a source", line)
			continue
		}
		if cols[0] != strings.ToUpper(cols[0]) || cols[1] != strings.ToLower(cols[1]) {
			t.Errorf("%q: the acronym must be in capitals, its context in lower case", line)
		}
	}
	if rows != len(otherSenses) {
		t.Errorf("%d rows make %d acronyms: one comes twice", rows, len(otherSenses))
	}
}
