package signal

import (
	"strings"
	"testing"

	"github.com/nocmatch/nocmatch/match/internal/read"
	"github.com/nocmatch/nocmatch/match/internal/testset"
	"github.com/nocmatch/nocmatch/match/internal/text"
)

// ablationTexts are texts in which some part or other decides a score.
var ablationTexts = []testset.Fields{
	{text.Title: "manager", text.Industry: "hospital medical records department"},
	testset.Title("health records tecnician"),
	testset.Body("Mary Baker\n12 Elm Street, Ottawa, ON K1A 0B1\n(613) 555-0101 | mary.baker@example.com\n\nHealth Records Technician\n2019 to present, General Hospital\n- Codes inpatient charts in ICD-10-CA and CCI.\n- Abstracts to the DAD and answers requests for release of information.\n\nEducation\nDiploma in Health Information Management, University of Ottawa, 2018\n"),
	testset.Title("marketing ROI specialist"),
	testset.Body("Manager, Health Information Management\n\nPlans the budget of the department, hires and leads the coders, and answers for what they code in ICD-10-CA and CCI."),
	testset.Body("Health Records Technician\nHospital\n\nDuties\n- Code inpatient charts in ICD-10-CA and CCI and abstract them to the DAD.\n- Answer requests for release of information.\n\nReports to the Health Information Manager. No physician experience required. Attention to detail. Chart analysis is an asset.\n\nBenefits\nMassage therapist on site, dental plan."),
	testset.Body("Medical transcriptionist\n\nTypes reports from dictation. Works with the health records technician.\n\n" + strings.Repeat("ICD-10-CA, CCI, DAD, NACRS, 3M encoder, chart deficiency, ROI, abstracting, DRG, CMG, RUG, PHIPA, HIM, CHIMA, CIHI, ", 3)),
	testset.Body("Experience\nBakewell Ltd April 2019 to Current Pastry cook\nMade cakes.\nRivets Inc May 2009 to March 2019 Welder\nWelded frames.\n"),
	testset.Body("Health records clerk\n\nFiles charts and answers the telephone in a clinic, five days a week, and helps the team with other work as assigned by the lead."),
}

// parts are the names of all that can be switched off.
func parts() []string { return append(Names(), read.Steps()...) }

func TestEveryPartCanBeSwitchedOff(t *testing.T) {
	score := setUp(testset.BuiltIn(t))
	scores := func(off read.Off) (all []float64) {
		for _, d := range ablationTexts {
			run := score(d, off)
			all = append(all, run.Scores...)
			run.Close()
		}
		return all
	}
	whole := scores(nil)
	for _, part := range parts() {
		if differences(whole, scores(read.Off{part: true})) == 0 {
			t.Errorf("without %s nothing changes: it is not switched off, or these texts don't show it", part)
		}
		if n := differences(whole, scores(nil)); n > 0 {
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
	score, off := setUp(testset.BuiltIn(t)), read.Off{}
	for _, part := range parts() {
		off[part] = true
	}
	for _, d := range ablationTexts {
		run := score(d, off)
		for g, x := range run.Scores {
			if x != 0 {
				t.Errorf("with every part off group %d scores %v, want 0", g, x)
			}
		}
		run.Close()
	}
}
