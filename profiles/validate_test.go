package profiles

import (
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func ptr[T any](v T) *T { return &v }

// fieldErrors returns the problems in err as "field: problem".
func fieldErrors(t *testing.T, err error) []string {
	t.Helper()
	if err == nil {
		return nil
	}
	joined, ok := err.(interface{ Unwrap() []error })
	if !ok {
		t.Fatalf("%v is no join of errors", err)
	}
	var out []string
	for _, err := range joined.Unwrap() {
		var fe *FieldError
		if !errors.As(err, &fe) {
			t.Fatalf("%v is no FieldError", err)
		}
		out = append(out, fe.Field+": "+fe.Problem)
	}
	return out
}

func TestValidate(t *testing.T) {
	// with returns a profile that is valid but for what change does to it.
	with := func(change func(p *Profile)) Profile {
		p := Profile{Code: "1", Title: "T"}
		change(&p)
		return p
	}
	market := func(m LabourMarket) Profile {
		return with(func(p *Profile) { p.LabourMarket = []LabourMarket{{}, m} })
	}
	for _, tc := range []struct {
		reason  string
		profile Profile
		want    []string
	}{
		{"code and title are enough", Profile{Code: "1", Title: "T"}, nil},
		{"any string is a code", Profile{Code: "29-2072.00/é#", Title: "T"}, nil},
		{"titles may repeat", with(func(p *Profile) { p.Titles = []string{"A", "A"} }), nil},
		{"an empty profile lacks both", Profile{}, []string{"code: empty", "title: empty"}},
		{"white space is no content", Profile{Code: " ", Title: "\n"}, []string{"code: empty", "title: empty"}},
		{"a code is one column of a run file", Profile{Code: "a b", Title: "T"}, []string{"code: holds white space or a control character: codes stand in the columns of run files"}},
		{"also where the space cannot be seen", Profile{Code: "a\u00a0b", Title: "T"}, []string{"code: holds white space or a control character: codes stand in the columns of run files"}},
		{"a control character", Profile{Code: "a\x00", Title: "T"}, []string{"code: holds white space or a control character: codes stand in the columns of run files"}},
		{"bytes that are no text", Profile{Code: "\xff", Title: "\xff", Edition: "\xff", Lead: "\xff"},
			[]string{"code: not valid UTF-8", "title: not valid UTF-8", "edition: not valid UTF-8", "lead: not valid UTF-8"}},
		{"levels end at 0", with(func(p *Profile) { p.TEER = ptr(-1) }), []string{"teer: -1 is out of range: want 0 to 5"}},
		{"levels end at 5", with(func(p *Profile) { p.TEER = ptr(6) }), []string{"teer: 6 is out of range: want 0 to 5"}},
		{"everything at once, in the order of the fields", with(func(p *Profile) {
			p.Titles = []string{"A", ""}
			p.Duties = []Duty{{Text: "D"}, {Text: " "}}
			p.Vocabulary = []Term{{Term: "", Aliases: []string{"\xff"}, Kind: "software"}}
			p.Skills = []Skill{{Aliases: []string{""}, Source: "\xff"}}
			p.Requirements = []Requirement{{Kind: "wish"}}
			p.Exclusions = []Exclusion{{See: "1 2"}}
			p.Industries = []Industry{{NAICS: "622"}, {Title: "Hospitals"}, {}, {NAICS: "622", Title: "\xff"}}
			p.Related = []string{"2", ""}
			p.Sources = []Source{{URL: "u"}}
		}), []string{
			"titles[1]: empty",
			"duties[1].text: empty",
			"vocabulary[0].term: empty", "vocabulary[0].aliases[0]: not valid UTF-8",
			`vocabulary[0].kind: "software" is unknown: want one of credential, document, law, method, object, standard, system, tool, or nothing`,
			"skills[0].name: empty", "skills[0].aliases[0]: empty", "skills[0].source: not valid UTF-8",
			"requirements[0].text: empty", `requirements[0].kind: "wish" is unknown: want one of certification, education, experience, licence, or nothing`,
			"exclusions[0].title: empty", "exclusions[0].see: holds white space or a control character: codes stand in the columns of run files",
			"industries[2].title: empty", "industries[3].title: not valid UTF-8",
			"related[1]: empty",
			"sources[0].name: empty",
		}},
		{"an exclusion need not say where to look", with(func(p *Profile) { p.Exclusions = []Exclusion{{Title: "X"}} }), nil},
		{"nothing is known of the labour market", market(LabourMarket{}), nil},
		{"wages may be equal, and some unknown", market(LabourMarket{WageLow: ptr(20.0), WageHigh: ptr(20.0)}), nil},
		{"wages rise", market(LabourMarket{WageLow: ptr(30.0), WageMedian: ptr(25.0), WageHigh: ptr(40.0)}),
			[]string{"labour_market[1].wage_median: 25 is less than wage_low, 30: want low, median and high to rise"}},
		{"wages rise without a median too", market(LabourMarket{WageLow: ptr(30.0), WageHigh: ptr(25.0)}),
			[]string{"labour_market[1].wage_high: 25 is less than wage_low, 30: want low, median and high to rise"}},
		{"numbers that are no wages", market(LabourMarket{WageLow: ptr(-1.0), WageMedian: ptr(math.NaN()), WageHigh: ptr(math.Inf(1))}), []string{
			"labour_market[1].wage_low: -1 is no wage: want dollars an hour, 0 or more",
			"labour_market[1].wage_median: NaN is no wage: want dollars an hour, 0 or more",
			"labour_market[1].wage_high: +Inf is no wage: want dollars an hour, 0 or more",
		}},
		{"counts are not negative", market(LabourMarket{Year: -1, Employed: ptr(-1), MedianIncome: ptr(-1), Workers: ptr(-1), Postings: ptr(-1)}), []string{
			"labour_market[1].year: -1 is negative: want 0 or more", "labour_market[1].employed: -1 is negative: want 0 or more",
			"labour_market[1].median_income: -1 is negative: want 0 or more", "labour_market[1].workers: -1 is negative: want 0 or more",
			"labour_market[1].postings: -1 is negative: want 0 or more",
		}},
		{"shares are percentages of something", market(LabourMarket{
			Gender:           []Share{{"Women", 0}, {"Men", 100}, {"", 50}},
			Ages:             []Share{{"25-34", 100.5}},
			PostingsByRegion: []Share{{"NL", -0.5}, {"NS", math.NaN()}},
		}), []string{
			"labour_market[1].gender[2].name: empty", "labour_market[1].ages[0].percent: 100.5 is out of range: want 0 to 100",
			"labour_market[1].postings_by_region[0].percent: -0.5 is out of range: want 0 to 100",
			"labour_market[1].postings_by_region[1].percent: NaN is out of range: want 0 to 100",
		}},
		{"a fact has a name and says something", market(LabourMarket{Facts: []Fact{{"Growth", "Moderate"}, {"", " "}}}), []string{
			"labour_market[1].facts[1].name: empty", "labour_market[1].facts[1].value: empty",
		}},
		{"text of the labour market", market(LabourMarket{Region: "\xff", Source: "\xff", Outlook: &Outlook{Horizon: "\xff", Rating: "\xff", Note: "\xff"}}), []string{
			"labour_market[1].region: not valid UTF-8", "labour_market[1].source: not valid UTF-8", "labour_market[1].outlook.horizon: not valid UTF-8",
			"labour_market[1].outlook.rating: not valid UTF-8", "labour_market[1].outlook.note: not valid UTF-8",
		}},
	} {
		if diff := cmp.Diff(tc.want, fieldErrors(t, tc.profile.Validate())); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tc.reason, diff)
		}
	}
}

func TestValidateAll(t *testing.T) {
	for _, tc := range []struct {
		reason   string
		profiles []Profile
		want     []string
	}{
		{"no profiles", nil, nil},
		{"different codes", []Profile{{Code: "1", Title: "T"}, {Code: "01", Title: "T"}}, nil},
		{"a code twice", []Profile{{Code: "1", Title: "T"}, {Code: "2", Title: "T"}, {Code: "1", Title: "U"}}, []string{"code: given to profiles 0 and 2: keep one, or join them"}},
		{"missing codes are missing, not the same", []Profile{{Title: "T"}, {Title: "U"}}, []string{"code: empty", "code: empty"}},
		{"problems of all profiles", []Profile{{Code: "1"}, {Code: "2"}}, []string{"title: empty", "title: empty"}},
	} {
		if diff := cmp.Diff(tc.want, fieldErrors(t, ValidateAll(tc.profiles))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tc.reason, diff)
		}
	}
}

func TestFieldErrorText(t *testing.T) {
	for _, tc := range []struct {
		err          FieldError
		want, reason string
	}{
		{FieldError{"12111", "duties[3].text", "empty"}, "profile 12111: duties[3].text: empty", "code, path, problem"},
		{FieldError{"", "title", "empty"}, `profile "": title: empty`, "a missing code can be seen"},
		{FieldError{"a\nb", "title", "empty"}, `profile "a\nb": title: empty`, "a bad code does not break the line"},
	} {
		if got := tc.err.Error(); got != tc.want {
			t.Errorf("got %q, want %q: %s", got, tc.want, tc.reason)
		}
	}
	if err := (Profile{Code: "1"}).Validate(); !strings.Contains(err.Error(), "profile 1: title: empty") {
		t.Errorf("got %q", err)
	}
}
