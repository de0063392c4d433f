package posting

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/nocmatch/nocmatch/index"
	"github.com/nocmatch/nocmatch/match"
	"github.com/nocmatch/nocmatch/match/internal/testset"
	"github.com/nocmatch/nocmatch/match/internal/text"
	"github.com/nocmatch/nocmatch/profiles"
)

func defaultMatcher(t testing.TB) *match.Matcher {
	t.Helper()
	m, err := match.Default()
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// matcherOf is a matcher over some profiles.
func matcherOf(t testing.TB, ps []profiles.Profile, o match.Options) *match.Matcher {
	t.Helper()
	x, err := index.Build(t.Context(), ps)
	if err != nil {
		t.Fatal(err)
	}
	m, err := match.New(x, o)
	if err != nil {
		t.Fatal(err)
	}
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	return m
}

func fromPosting(t testing.TB, m *match.Matcher, d match.Document, code string) profiles.Profile {
	t.Helper()
	p, err := Profile(t.Context(), m, d, code)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// smallMatcher is one that takes documents of 100 bytes.
func smallMatcher(t testing.TB) *match.Matcher {
	t.Helper()
	m, err := defaultMatcher(t).With(match.Options{MaxBytes: 100})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// indented is the JSON that golden files hold.
func indented(t testing.TB, v any) string {
	t.Helper()
	var buf bytes.Buffer
	e := json.NewEncoder(&buf)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		t.Fatal(err)
	}
	return buf.String()
}

// fewProfiles are what the golden files know, so that they show what is read from a posting and not what the built-in profiles gain.
var fewProfiles = []profiles.Profile{
	{Code: "coder", Title: "Health records coders", Titles: []string{"Health records technician", "Health information coder", "Medical archivist"},
		Duties: []profiles.Duty{{Text: "Code diagnoses and interventions of inpatient charts"}, {Text: "Submit abstracts"}},
		Vocabulary: []profiles.Term{
			{Term: "ICD-10-CA", Aliases: []string{"CIM-10-CA"}, Kind: "standard"}, {Term: "CCI", Kind: "standard"}, {Term: "master patient index", Aliases: []string{"MPI"}, Kind: "object"},
			{Term: "Discharge Abstract Database", Aliases: []string{"DAD"}, Kind: "system"}, {Term: "Canadian Institute for Health Information", Aliases: []string{"CIHI"}},
			{Term: "MEDITECH", Aliases: []string{"Oracle Health", "Cerner"}, Kind: "system"}, {Term: "most responsible diagnosis", Kind: "method"},
			{Term: "CHIM credential", Aliases: []string{"CHIM designation"}, Kind: "credential"},
		},
		Skills: []profiles.Skill{{Name: "Medical terminology", Aliases: []string{"anatomy, physiology"}}, {Name: "Confidentiality", Aliases: []string{"discrétion", "check consent"}}, {Name: "Keyboarding", Aliases: []string{"typing"}}}},
	{Code: "programmer", Title: "Programmers", Titles: []string{"Software developer"}, Duties: []profiles.Duty{{Text: "Write and test programs"}},
		Skills: []profiles.Skill{{Name: "SQL"}, {Name: "Leadership"}}, Vocabulary: []profiles.Term{{Term: "version control", Aliases: []string{"Git"}}}},
	{Code: "cook", Title: "Cooks", Titles: []string{"Line cook"}, Duties: []profiles.Duty{{Text: "Prepare and cook meals"}}},
}

func TestProfileGolden(t *testing.T) {
	m := matcherOf(t, fewProfiles, match.Options{})
	for name, reason := range map[string]string{
		"acute-care-coder-full-time":             "more than half of it is about the employer, pay and how to apply",
		"archiviste-medicale-bilingual-hospital": "French headings, dashes for bullets, letters in two parts",
		"public-body-reabstraction-auditor":      "labels and tabs at the top, lettered items, a title that no profile has",
		"scanned-notice-records-technician":      "capitals misread by a scanner, dots for bullets, wrapped items, a word in two lines",
	} {
		l := testset.Text{}
		for _, x := range testset.Texts(t) {
			if x.File == "postings/"+name+".txt" {
				l = x
			}
		}
		p := fromPosting(t, m, match.Document{Name: filepath.Base(l.File), Text: l.Text}, name)
		testset.Golden(t, filepath.Join("testdata", "postings", name+".json"), indented(t, p), reason)
	}
}

// units are the parts of a profile that tests look at.
type units struct {
	Title        string
	Titles       []string
	Lead         string
	Duties       []string // optional ones have a question mark before them
	Requirements []string // with the kind in brackets
}

func unitsOf(p profiles.Profile) units {
	u := units{Title: p.Title, Titles: p.Titles, Lead: p.Lead}
	for _, d := range p.Duties {
		if d.Optional {
			d.Text = "? " + d.Text
		}
		u.Duties = append(u.Duties, d.Text)
	}
	for _, r := range p.Requirements {
		if r.Kind != "" {
			r.Text = "[" + r.Kind + "] " + r.Text
		}
		u.Requirements = append(u.Requirements, r.Text)
	}
	return u
}

func TestProfile(t *testing.T) {
	m := defaultMatcher(t)
	for _, c := range []struct {
		reason string
		d      match.Document
		want   units
	}{
		{"CRLF, tabs, no-break spaces, soft hyphens, curly bullets",
			match.Document{Text: "Kennel Attendant\r\n\r\nRespon\u00adsibilities:\r\n•\tFeed\u00a0and water  the dogs\r\n•\tClean ken\u00adnels twice a day\r\n\r\nRequirements:\r\n•\tGrade 10\r\n"},
			units{Title: "Kennel Attendant", Duties: []string{"Feed and water the dogs", "Clean kennels twice a day"}, Requirements: []string{"[education] Grade 10"}}},
		{"French headings, with accents in two parts",
			match.Document{Text: "Préposée au chenil\n\nResponsabilite\u0301s\n- Nourrir les chiens deux fois par jour\n- Laver les planchers, au besoin\n\nExigences\n- Diplôme d'études secondaires\n- Permis de conduire valide\n\nAvantages\n- Assurance dentaire complète\n"},
			units{Title: "Préposée au chenil", Duties: []string{"Nourrir les chiens deux fois par jour", "? Laver les planchers, au besoin"},
				Requirements: []string{"[education] Diplôme d'études secondaires", "[licence] Permis de conduire valide"}}},
		{"no headings: lists are duties but for what asks for something or speaks of pay",
			match.Document{Text: "Kennel Attendant, Barkwood\n\n* Feed and water the dogs\n* Walk them in the afternoon\n* Must be able to lift 20 kg\n* $18 per hour and dental\n\nSend a resume to dogs@example.com"},
			units{Title: "Kennel Attendant, Barkwood", Duties: []string{"Feed and water the dogs", "Walk them in the afternoon"}, Requirements: []string{"Must be able to lift 20 kg"}}},
		{"neither lists nor headings: sentences",
			match.Document{Text: "Kennel Attendant. You feed and water the dogs twice a day. You may walk them in the afternoon. One year of experience with animals is required. Call 204-555-0100 for more about this."},
			units{Title: "Kennel Attendant", Duties: []string{"You feed and water the dogs twice a day.", "? You may walk them in the afternoon."},
				Requirements: []string{"[experience] One year of experience with animals is required."}}},
		{"sentences under a heading, and wrapped lines",
			match.Document{Text: "Kennel Attendant\n\nDUTIES\nFeed and water the dogs twice a day, and clean the\nkennels of the north wing. Walk the dogs of guests who pay for it, in\nevery weather.\n\nQUALIFICATIONS\nValid driver's licence. Dog first aid certificate."},
			units{Title: "Kennel Attendant", Duties: []string{"Feed and water the dogs twice a day, and clean the kennels of the north wing.", "Walk the dogs of guests who pay for it, in every weather."},
				Requirements: []string{"[licence] Valid driver's licence.", "[certification] Dog first aid certificate."}}},
		{"a list without marks",
			match.Document{Text: "Kennel Attendant\n\nTasks\nFeed and water the dogs\nClean the kennels daily\nAnswer the telephone politely\n\nSalary\n$18 an hour\n"},
			units{Title: "Kennel Attendant", Duties: []string{"Feed and water the dogs", "Clean the kennels daily", "Answer the telephone politely"}}},
		{"items in one line",
			match.Document{Text: "Kennel Attendant\nDuties: • Feed and water the dogs • Clean the kennels daily • Walk them"},
			units{Title: "Kennel Attendant", Duties: []string{"Feed and water the dogs", "Clean the kennels daily"}}},
		{"headings in the line, in capitals or before a colon; repeats and what says nothing are dropped",
			match.Document{Text: "Kennel Attendant\nThe gig: feed and water the dogs; clean the kennels daily.\nYou: a high school diploma.\nPERKS are dental and a free dog\nWhat you'll do:\n- Feed and water the dogs\n- Feed and water the dogs.\n- Other duties as assigned\n- Occasionally bathe a puppy"},
			units{Title: "Kennel Attendant", Duties: []string{"Feed and water the dogs", "? Occasionally bathe a puppy"}, Requirements: []string{"[education] a high school diploma."}}},
		{"sections about the employer give nothing, whatever their lists look like",
			match.Document{Text: "Kennel Attendant\n\nAbout Barkwood Kennels\n- We feed and love all dogs\n\nRESPONSIBILITIES\n- Feed and water the dogs\n\nWhy join us?\n- Work with wonderful dogs and people\n\nHow to apply\n- Write about your favourite dog\n"},
			units{Title: "Kennel Attendant", Duties: []string{"Feed and water the dogs"}}},
		{"what is not asked for is no requirement",
			match.Document{Text: "Kennel Attendant\nDuties\n- Feed and water the dogs\nRequirements\n- No experience required\n- Education: no degree\n- Patience with puppies"},
			units{Title: "Kennel Attendant", Duties: []string{"Feed and water the dogs"}, Requirements: []string{"Patience with puppies"}}},
		{"a lead statement, without what leads to the list",
			match.Document{Text: "Kennel Attendant (2 positions)\n\nReporting to the kennel manager, you keep our guests happy and healthy. You will:\n- Feed and water the dogs\n"},
			units{Title: "Kennel Attendant", Lead: "Reporting to the kennel manager, you keep our guests happy and healthy.", Duties: []string{"Feed and water the dogs"}}},
		{"the title of the document comes first",
			match.Document{Title: " Dog\tminder ", Text: "Barkwood Kennels\nJob title: Kennel Attendant\n\nTasks\n- Feed and water the dogs"},
			units{Title: "Dog minder", Duties: []string{"Feed and water the dogs"}}},
		{"then the one with a label, without number and hours",
			match.Document{Text: "BARKWOOD KENNELS\nCompetition: 24-118\nJob Title:\tKennel Attendant - Nights, part-time (Req. 118)\nTasks\n- Feed and water the dogs"},
			units{Title: "Kennel Attendant", Duties: []string{"Feed and water the dogs"}}},
		{"then the first line that is like a title, and its other names",
			match.Document{Text: "Barkwood General Hospital\nUnit Clerk / Ward Secretary — 4 East, full-time\nTasks\n- Answer the desk phone and call bells"},
			units{Title: "Unit Clerk / Ward Secretary", Titles: []string{"Unit Clerk", "Ward Secretary"}, Duties: []string{"Answer the desk phone and call bells"}}},
		{"a mark alone is no item", match.Document{Text: "(a)"}, units{Title: "(a)"}},
		{"a title is enough", match.Document{Title: "Line cook"}, units{Title: "Line cook"}},
		{"bytes that are no UTF-8", match.Document{Text: "Kennel\xff Attendant\nTasks\n- Feed \xc3\x28 water the dogs\x00 daily"}, units{Title: "Kennel Attendant", Duties: []string{"Feed ( water the dogs daily"}}},
	} {
		if diff := gocmp.Diff(c.want, unitsOf(fromPosting(t, m, c.d, ""))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.reason, diff)
		}
	}
}

func TestProfileWords(t *testing.T) {
	m := matcherOf(t, fewProfiles, match.Options{})
	p := fromPosting(t, m, match.Document{Name: "rec/17.txt", Industry: "Hospitals", Text: `Health Records Technician
Duties
- Code charts in ICD-10-CA and submit abstracts to the DAD
- Log requests in Oracle Health
Requirements
- Medical terminology and keyboarding
- No SQL required
Benefits
- Work with Epic and leadership training
`}, "")
	has := func(kind, name string, want bool, reason string) {
		t.Helper()
		got := slices.ContainsFunc(p.Skills, func(s profiles.Skill) bool { return kind == "skill" && s.Name == name }) ||
			slices.ContainsFunc(p.Vocabulary, func(v profiles.Term) bool { return kind == "term" && v.Term == name })
		if got != want {
			t.Errorf("%s %q: %v, want %v: %s\n%s", kind, name, got, want, reason, indented(t, p))
		}
	}
	has("term", "ICD-10-CA", true, "as it stands")
	has("term", "Discharge Abstract Database", true, "by its abbreviation")
	has("term", "MEDITECH", false, "another system of its kind is no other name")
	has("term", "Epic", false, "benefits are no work")
	has("skill", "Medical terminology", true, "asked for")
	has("skill", "Leadership", false, "benefits are no work")
	for _, s := range p.Skills {
		if s.Source != "posting" || strings.Contains(s.Name, "SQL") {
			t.Errorf("skill %+v: want the source posting, and nothing that is denied", s)
		}
	}
	if diff := gocmp.Diff([]profiles.Industry{{Title: "Hospitals"}}, p.Industries); diff != "" {
		t.Errorf("industries (-want +got):\n%s", diff)
	}
	if len(p.Sources) != 1 || p.Sources[0].Name != "rec/17.txt" || p.Code != DefaultCode {
		t.Errorf("code %q, sources %+v: want the default code and the document's name", p.Code, p.Sources)
	}
}

func TestProfileErrors(t *testing.T) {
	m := smallMatcher(t)
	for _, d := range []match.Document{{}, {Name: "a.txt", Text: " \r\n\t• — …\u00ad"}, {Industry: "Hospitals"}} {
		if _, err := Profile(t.Context(), m, d, ""); err == nil || !strings.Contains(err.Error(), "has no text") {
			t.Errorf("%+v: error %v, want one that says that there is no text", d, err)
		}
	}
	var field *profiles.FieldError
	if _, err := Profile(t.Context(), m, match.Document{Title: "Cook"}, "line cook"); !errors.As(err, &field) || field.Field != "code" {
		t.Errorf("a code with a blank: error %v, want a FieldError about the code", err)
	}
	var large *match.TooLargeError
	if _, err := Profile(t.Context(), m, match.Document{Text: strings.Repeat("cook ", 30)}, ""); !errors.As(err, &large) {
		t.Errorf("a large text: error %v, want a TooLargeError", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Profile(ctx, m, match.Document{Title: "Cook"}, ""); !errors.Is(err, context.Canceled) {
		t.Errorf("a done context: error %v, want context.Canceled", err)
	}
}

// A posting describes the job of its own profile better than any other.
func TestPostingRanksItselfFirst(t *testing.T) {
	if testing.Short() {
		t.Skip("builds an index for each posting")
	}
	m := defaultMatcher(t)
	ps := labelledProfiles(t)
	for _, l := range testset.Texts(t) {
		if l.Kind != "posting" {
			continue
		}
		d := match.Document{Name: l.File, Text: l.Text}
		p := fromPosting(t, m, d, "")
		if p.Title == "" || len(p.Duties)+len(p.Requirements) == 0 {
			t.Errorf("%s: nothing but a title was read", l.File)
		}
		r, err := matcherOf(t, append(slices.Clone(ps), p), match.Options{Top: 2}).Match(t.Context(), d)
		if err != nil {
			t.Fatal(err)
		}
		if r.Matches[0].Code != DefaultCode {
			t.Errorf("%s: %s ranks before the posting's own profile: %.3f, %.3f", l.File, r.Matches[0].Code, r.Matches[0].Score, r.Matches[1].Score)
		}
	}
}

// labelledProfiles are the profiles that texts of testdata are about: an index of all of them for each posting would take minutes.
func labelledProfiles(t testing.TB) []profiles.Profile {
	about := map[string]bool{}
	for _, l := range testset.Texts(t) {
		for _, code := range l.Codes {
			about[code] = true
		}
	}
	return slices.DeleteFunc(profiles.All(), func(p profiles.Profile) bool { return !about[p.Code] })
}

// Those who did the work score higher against a posting, on average, than anybody who did other work. Not each of them: labels are coarse, and a
// court reporter has typed no clinic notes.
func TestPostingRanksResumes(t *testing.T) {
	if testing.Short() {
		t.Skip("builds an index for each posting")
	}
	m := defaultMatcher(t)
	ps := labelledProfiles(t)
	texts := testset.Texts(t)
	elsewhere := []string{"21232", "42202", "72200"} // a developer, an early childhood educator, an electrician
	for _, l := range texts {
		if l.Kind != "posting" {
			continue
		}
		p := fromPosting(t, m, match.Document{Text: l.Text}, "")
		against := matcherOf(t, append(slices.Clone(ps), p), match.Options{Codes: []string{DefaultCode}})
		sum, n, most, highest := 0.0, 0.0, "", 0.0
		for _, resume := range texts {
			if resume.Kind != "resume" {
				continue
			}
			r, err := against.Match(t.Context(), match.Document{Text: resume.Text})
			if err != nil {
				t.Fatal(err)
			}
			score := r.Matches[0].Score
			shared := slices.ContainsFunc(resume.Codes, func(code string) bool { return slices.Contains(l.Codes, code) })
			switch {
			case shared:
				sum, n = sum+score, n+1
			case slices.Contains(elsewhere, resume.Codes[0]) && score > highest:
				most, highest = resume.File, score
			}
		}
		if n > 0 && sum/n <= 1.5*highest {
			t.Errorf("%s: resumes of the same work score %.3f on average, and %s, of other work, %.3f", l.File, sum/n, most, highest)
		}
	}
}

func FuzzProfile(f *testing.F) {
	for _, d := range testset.Hard() {
		f.Add(d[text.Title], d[text.Body])
	}
	for _, l := range testset.Texts(f) {
		if l.Kind == "posting" {
			f.Add("", l.Text[:min(len(l.Text), 1500)])
		}
	}
	m := defaultMatcher(f)
	f.Fuzz(func(t *testing.T, title, body string) {
		d := match.Document{Name: title, Title: title, Industry: title, Text: body}
		if len(body)+len(title) > 4000 {
			t.Skip("long inputs teach nothing that short ones don't")
		}
		p, err := Profile(t.Context(), m, d, "")
		if err != nil {
			if hasWord(title) || hasWord(body) {
				t.Fatal(err)
			}
			return
		}
		if err := p.Validate(); err != nil {
			t.Fatal(err)
		}
		var first, second bytes.Buffer
		if err := profiles.WriteJSONL(&first, []profiles.Profile{p}); err != nil {
			t.Fatal(err)
		}
		if err := profiles.WriteJSONL(&second, []profiles.Profile{fromPosting(t, m, d, "")}); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(first.Bytes(), second.Bytes()) {
			t.Fatal("two profiles of one posting differ")
		}
		for _, d := range p.Duties {
			if countWords(d.Text) < minDutyWords || len(d.Text) > maxUnitBytes || strings.ContainsAny(d.Text, "\n\t\u00a0\u00ad") {
				t.Fatalf("duty %q", d.Text)
			}
		}
	})
}
