package match

import (
	"strings"
	"testing"
)

// ablationTexts are texts in which some part or other decides a score.
var ablationTexts = []Document{
	{Title: "manager", Industry: "hospital medical records department"},
	{Title: "health records tecnician"},
	{Text: fillIn(templates[0], people[0])},
	{Title: "marketing ROI specialist"},
	{Text: "Manager, Health Information Management\n\nPlans the budget of the department, hires and leads the coders, and answers for what they code in ICD-10-CA and CCI."},
	{Text: "Health Records Technician\nHospital\n\nDuties\n- Code inpatient charts in ICD-10-CA and CCI and abstract them to the DAD.\n- Answer requests for release of information.\n\nReports to the Health Information Manager. No physician experience required. Attention to detail. Chart analysis is an asset.\n\nBenefits\nMassage therapist on site, dental plan."},
	{Text: "Medical transcriptionist\n\nTypes reports from dictation. Works with the health records technician.\n\n" + strings.Repeat("ICD-10-CA, CCI, DAD, NACRS, 3M encoder, chart deficiency, ROI, abstracting, DRG, CMG, RUG, PHIPA, HIM, CHIMA, CIHI, ", 3)},
	{Text: "Health records clerk\n\nFiles charts and answers the telephone in a clinic, five days a week, and helps the team with other work as assigned by the lead."},
}

func TestEveryPartCanBeSwitchedOff(t *testing.T) {
	m := defaultMatcher(t)
	var s scratch
	scores := func(m *Matcher) (all []float64) {
		for _, d := range ablationTexts {
			all = append(all, m.model.scoreAll(m.model.newQuery(d, &s), &s)...)
		}
		return all
	}
	whole := scores(m)
	for _, part := range Parts() {
		less, err := m.With(Options{Without: []Part{part}})
		if err != nil {
			t.Fatal(err)
		}
		if differences(whole, scores(less)) == 0 {
			t.Errorf("without %s nothing changes: it is not switched off, or these texts don't show it", part)
		}
		again, err := less.With(Options{})
		if err != nil {
			t.Fatal(err)
		}
		if n := differences(whole, scores(again)); n > 0 {
			t.Errorf("%s stays off after it was switched on again: %d scores differ", part, n)
		}
	}
}

func differences(a, b []float64) int {
	n := 0
	for i := range a {
		if a[i] != b[i] {
			n++
		}
	}
	return n
}

func TestNothingIsLeft(t *testing.T) {
	m, err := defaultMatcher(t).With(Options{Without: Parts()})
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range ablationTexts {
		r, err := m.Match(t.Context(), d)
		if err != nil || len(r.Matches) > 0 {
			t.Errorf("with every part off there are %d matches (%v), want none", len(r.Matches), err)
		}
	}
}

func TestUnknownPart(t *testing.T) {
	_, err := defaultMatcher(t).With(Options{Without: []Part{"dutys"}})
	if err == nil || !strings.Contains(err.Error(), `"dutys"`) || !strings.Contains(err.Error(), "duties, vocabulary") {
		t.Errorf("the error is %v, want one that names the part and the parts that there are", err)
	}
}
