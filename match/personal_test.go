package match

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// people are details to swap: of one template they make texts that differ in nothing else.
var people = []map[string]string{
	{"NAME": "Mary Baker", "SURNAME": "Baker", "MAIL": "mary.baker@example.com", "PHONE": "(613) 555-0101", "ADDRESS": "12 Elm Street, Ottawa, ON K1A 0B1", "BORN": "4 May 1971", "AGE": "53 years old", "HE": "She", "HER": "her", "MS": "Ms.", "SCHOOL": "University of Ottawa"},
	{"NAME": "Mohammed Al-Rashid", "SURNAME": "Al-Rashid", "MAIL": "m.alrashid@example.com", "PHONE": "+1 416.555.0199", "ADDRESS": "4417 Rue Sainte-Catherine, Apt. 9, Montréal, QC H2X 1K4", "BORN": "12/11/1998", "AGE": "26 years old", "HE": "He", "HER": "his", "MS": "Mr.", "SCHOOL": "Seneca College"},
	{"NAME": "PRIYA RAMANATHAN", "SURNAME": "Ramanathan", "MAIL": "priya@example.com", "PHONE": "587-555-0133", "ADDRESS": "88 Ninth Avenue, Calgary, AB T2P 0A1", "BORN": "1985-02-28", "AGE": "40 years old", "HE": "She", "HER": "her", "MS": "Mrs.", "SCHOOL": "Red River College"},
}

var templates = []string{
	"NAME\nADDRESS\nPHONE | MAIL\nDate of birth: BORN\n\nHealth Records Technician\n2019 to present, General Hospital\n- Codes inpatient charts in ICD-10-CA and CCI.\n- Abstracts to the DAD and answers requests for release of information.\n\nEducation\nDiploma in Health Information Management, SCHOOL, 2018\n",
	"To whom it may concern,\n\nThis letter confirms that MS SURNAME has worked for us as a dairy farm worker since 2020. HE milks the cows twice a day, feeds calves and cleans the barn with HER crew.\n\nYours truly,\nNAME\nPHONE\n",
}

func fillIn(template string, person map[string]string) string {
	var pairs []string
	for k, v := range person {
		pairs = append(pairs, k, v)
	}
	return strings.NewReplacer(pairs...).Replace(template)
}

// TestBlind: who somebody is changes no score and no confidence.
func TestBlind(t *testing.T) {
	m := with(t, defaultMatcher(t), Options{Top: 20})
	for _, template := range templates {
		var want []string
		for _, person := range people {
			r := matchText(t, m, Document{Text: fillIn(template, person)})
			var got []string
			for _, match := range r.Matches {
				got = append(got, fmt.Sprint(match.Code, match.Score, match.Confidence))
			}
			if want == nil {
				want = got
			} else if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("for %s instead of %s the result differs (-want +got):\n%s", person["NAME"], people[0]["NAME"], diff)
			}
			for _, match := range r.Matches {
				for _, e := range match.Evidence {
					if e.Quote == person["NAME"] || e.Quote == person["SCHOOL"] {
						t.Errorf("%q is evidence for %s", e.Quote, match.Code)
					}
				}
			}
		}
	}
}

func TestPersonalDetails(t *testing.T) {
	text := fillIn(templates[0], people[0])
	kinds := map[string]bool{}
	for _, p := range PersonalDetails(text) {
		kinds[p.Kind] = true
		if p.Start >= p.End || p.End > len(text) {
			t.Errorf("%+v is no part of the text", p)
		}
	}
	for _, kind := range []string{"name", "address", "phone", "email", "birth", "school"} {
		if !kinds[kind] {
			t.Errorf("no %s is found in %q", kind, text)
		}
	}
	if list := PersonalDetails("Codes inpatient charts in ICD-10-CA."); list != nil {
		t.Errorf("%v are personal details of a duty", list)
	}
}
