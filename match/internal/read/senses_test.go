package read

import (
	"testing"

	"github.com/nocmatch/nocmatch/match/internal/testset"
)

func TestSenses(t *testing.T) {
	lex := testset.BuiltIn(t)
	for _, tt := range []struct {
		acronym string
		doc     testset.Fields
		known   bool
	}{
		{"ROI", testset.Title("ROI specialist"), true},
		{"ROI", testset.Title("marketing ROI specialist"), false},
		{"ROI", testset.Body("Health records clerk\n\nThe clerk answers ROI requests of lawyers and insurers within thirty days and logs each of them."), true},
		{"ROI", testset.Body("Brand manager\n\nPlans each campaign and reports its ROI to the head of the department every quarter of the year."), false},
		{"ROI", testset.Body("Manager\n\nPlans each campaign with the agency.\nAnswers ROI requests of lawyers and insurers within thirty days."), true}, // the context is in another sentence
		{"DAD", testset.Body("Coder\n\nAbstracts inpatient charts to the DAD and day surgery to NACRS, and answers queries of physicians."), true},
		{"DAD", testset.Body("Coder\n\nProud DAD of two kids, who likes to fish on the lake with his old boat when the weather is good."), false},
		{"MA", testset.Body("Clinic assistant\n\nThe MA takes vital signs, rooms patients and draws blood for the six doctors of the practice."), true},
		{"MA", testset.Body("Clinic assistant\n\nWorked in Boston, MA for the six doctors of a practice and then moved on to another one."), false},
	} {
		r := readingOf(lex, tt.doc)
		found := false
		for i := range r.Tokens {
			if r.Surface(i) == tt.acronym && r.Tokens[i].Term >= 0 {
				found = true
			}
		}
		if found != tt.known {
			t.Errorf("%s in %q: known %v, want %v", tt.acronym, tt.doc, found, tt.known)
		}
	}
}
