package careerpage

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/nocmatch/nocmatch/profiles"
)

const samplePage = "../../testdata/careerpages/medical-laboratory-technologists.txt"

func readPage(text string) (profiles.Profile, error) { return Read(strings.NewReader(text), "p.txt") }

// pageText returns the text of a page.
func pageText(t testing.TB, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// provincialPage returns the text of the page that the 12111 profile took its facts from, which is not part of this repository, or skips
// the test.
func provincialPage(t testing.TB) string {
	t.Helper()
	shared := os.Getenv("NOCMATCH_SHARED")
	if shared == "" {
		shared = filepath.Join("..", "..", "..", "shared")
	}
	path := filepath.Join(shared, "seed", "nl-career-profile-12111.txt")
	if _, err := os.Stat(path); err != nil {
		t.Skipf("the provincial page is not here: put it into seed of a folder and name that in NOCMATCH_SHARED (%v)", err)
	}
	return pageText(t, path)
}

func TestReadSample(t *testing.T) {
	got, err := readPage(pageText(t, samplePage))
	if err != nil {
		t.Fatal(err)
	}
	const census, jobBank, page = "Census 2021, Statistics Canada", "Job Bank, Government of Canada", "New Brunswick career profile for NOC 32120"
	want := profiles.Profile{
		Code: "32120", Title: "Medical laboratory technologists", Edition: "NOC 2021 v1.0", TEER: ptr(2),
		Lead: "Medical laboratory technologists run the analysers and benches that turn blood, tissue and swabs into results a ward can act on. " +
			"Hospitals employ most of them; the blood service and private collection companies take on the rest.",
		Titles: []string{"Medical laboratory technologist", "Blood bank technologist", "Cytogenetics technologist", "Histology technologist"},
		Duties: []profiles.Duty{
			{Text: "Load, calibrate and troubleshoot haematology and chemistry analysers"},
			{Text: "Crossmatch units for transfusion and chase antibodies that turn up in a screen"},
			{Text: "Read culture plates and report which antibiotic an organism gives way to"},
			{Text: "May teach students on placement to pipette, stain and document", Optional: true},
		},
		Skills:     []profiles.Skill{{Name: "Specimen handling", Source: "Vicinity Jobs 2024"}, {Name: "Quality control", Source: "Vicinity Jobs 2024"}, {Name: "Attention to detail", Source: "Vicinity Jobs 2024"}},
		Industries: []profiles.Industry{{NAICS: "621", Title: "Ambulatory health care services"}, {NAICS: "622", Title: "Hospitals"}},
		LabourMarket: []profiles.LabourMarket{
			{Region: "New Brunswick", Source: page, Facts: []profiles.Fact{{Name: "Average Pay", Value: "$38.10/hour"}, {Name: "Future Growth", Value: "Moderate"}, {Name: "Employment Size", Value: "approximately 640"}, {Name: "Unemployment", Value: "1.5%"}}},
			{Region: "New Brunswick", Source: jobBank, Outlook: &profiles.Outlook{Horizon: "2025-2027", Available: true, Rating: "good",
				Note: "The employment outlook will be good for Medical laboratory technologists in New Brunswick for the 2025-2027 period. " +
					"Retirements in the regional laboratories leave more benches open than graduates fill."}},
			{Region: "New Brunswick", Year: 2024, Source: "Vicinity Jobs", Postings: ptr(94),
				PostingsByRegion: []profiles.Share{{Name: "Moncton", Percent: 36}, {Name: "Saint John", Percent: 31}, {Name: "Fredericton", Percent: 22}, {Name: "Edmundston", Percent: 0}, {Name: "NB-unspecified", Percent: 11}}},
			{Region: "New Brunswick", Year: 2021, Source: census, Employed: ptr(1050),
				Gender: []profiles.Share{{Name: "Male+", Percent: 17}, {Name: "Female+", Percent: 83}}, Ages: []profiles.Share{{Name: "15 to 24", Percent: 5}, {Name: "25 to 54", Percent: 76.5}, {Name: "55 to 64", Percent: 18.5}}},
			{Region: "New Brunswick", Year: 2020, Source: census, MedianIncome: ptr(66400), Workers: ptr(1080)},
			{Region: "New Brunswick", Source: jobBank, WageLow: ptr(29.75), WageHigh: ptr(44.20)},
			{Region: "Canada", Source: jobBank, WageLow: ptr(27.50), WageMedian: ptr(37.05), WageHigh: ptr(48.00)},
		},
		Sources: []profiles.Source{
			{Name: page, What: "code, fast facts, job titles"},
			{Name: "National Occupational Classification (NOC) 2021, Employment and Social Development Canada", What: "summary, main duties"},
			{Name: census, What: "NAICS subsectors, employment, gender and age shares, annual earnings"},
			{Name: jobBank, What: "short-term outlook, hourly wages"},
			{Name: "Vicinity Jobs", What: "job postings (note: each posting is counted once in the month in which it is new), sought skills"},
		},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestReadProvincial compares every number and name of the real page, and of its sentences no more than their beginnings.
func TestReadProvincial(t *testing.T) {
	got, err := readPage(provincialPage(t))
	if err != nil {
		t.Fatal(err)
	}
	if err := got.Validate(); err != nil {
		t.Error(err)
	}
	check := func(what string, want, got any) {
		t.Helper()
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", what, diff)
		}
	}
	check("code and title", []string{"12111", "Health information management occupations"}, []string{got.Code, got.Title})
	check("edition", profiles.Edition, got.Edition)
	check("TEER", ptr(2), got.TEER)
	check("job titles", []string{"Health information management supervisor", "Health information management technician", "Health records technician",
		"Medical records unit supervisor", "Medical archivist", "Medical records supervisor", "Medical records technician"}, got.Titles)
	if strings.Count(got.Lead, ".") != 3 || !strings.HasPrefix(got.Lead, "Health information management workers collect") {
		t.Errorf("lead %q, want its three sentences", got.Lead)
	}
	var optional, kinds, skills []string
	for _, d := range got.Duties {
		first, _, _ := strings.Cut(d.Text, " ")
		optional = append(optional, fmt.Sprint(first, " ", d.Optional))
	}
	check("duties, and which are optional", []string{"Classify false", "Collect, false", "Abstract, false", "Operate false", "Prepare false", "Use false", "May true", "May true"}, optional)
	for _, r := range got.Requirements {
		kinds = append(kinds, r.Kind)
	}
	check("kinds of training", []string{"education", "certification", "experience", "education"}, kinds)
	for _, s := range got.Skills {
		skills = append(skills, s.Name)
		check("source of "+s.Name, "Vicinity Jobs 2025", s.Source)
	}
	check("skills", []string{"Communication skills", "Interpersonal skills", "Records management", "Quality assurance", "Acute care", "Attention to detail"}, skills)
	check("industries", []profiles.Industry{{NAICS: "622", Title: "Hospitals"}, {NAICS: "624", Title: "Social assistance"}, {NAICS: "813", Title: "Religious, grant-making, civic, and professional and similar organizations"}}, got.Industries)

	const nl, census, jobBank = "Newfoundland and Labrador", "Census 2021, Statistics Canada", "Job Bank, Government of Canada"
	if len(got.LabourMarket) != 6 {
		t.Fatalf("%d entries of the labour market, want 6: no fast fact is available", len(got.LabourMarket))
	}
	outlook := got.LabourMarket[0].Outlook
	if outlook == nil || outlook.Available || outlook.Rating != "" || outlook.Horizon != "2025-2027" || !strings.Contains(outlook.Note, "due to low levels of employment") {
		t.Errorf("outlook %+v, want none for 2025-2027, with the page's reason", outlook)
	}
	check("region and source of the outlook", []string{nl, jobBank}, []string{got.LabourMarket[0].Region, got.LabourMarket[0].Source})
	for i, want := range []profiles.LabourMarket{
		{Region: nl, Year: 2025, Source: "Vicinity Jobs", Postings: ptr(11),
			PostingsByRegion: []profiles.Share{{Name: "Avalon", Percent: 73}, {Name: "Western", Percent: 9}, {Name: "Eastern", Percent: 0}, {Name: "Labrador", Percent: 0}, {Name: "Central", Percent: 0}, {Name: "NL-unspecified", Percent: 18}}},
		{Region: nl, Year: 2021, Source: census, Employed: ptr(130), Gender: []profiles.Share{{Name: "Male+", Percent: 12}, {Name: "Female+", Percent: 88}},
			Ages: []profiles.Share{{Name: "15 to 24", Percent: 0}, {Name: "25 to 54", Percent: 81}, {Name: "55 to 64", Percent: 15}, {Name: "65+", Percent: 0}}},
		{Region: nl, Year: 2020, Source: census, MedianIncome: ptr(54800), Workers: ptr(140)},
		{Region: nl, Source: jobBank, WageLow: ptr(24.51), WageMedian: ptr(29.51), WageHigh: ptr(35.17)},
		{Region: "Canada", Source: jobBank, WageLow: ptr(22.0), WageMedian: ptr(30.51), WageHigh: ptr(46.19)},
	} {
		check(fmt.Sprintf("labour market, entry %d", i+1), want, got.LabourMarket[i+1])
	}
	var sources []string
	for _, s := range got.Sources {
		sources = append(sources, s.Name)
	}
	check("sources", []string{nl + " career profile for NOC 12111", "National Occupational Classification (NOC) 2021, Employment and Social Development Canada", census, jobBank, "Vicinity Jobs"}, sources)
}

// The built-in profile says in its own words why there is no outlook; its numbers are those of the page.
func TestBuiltinHasThePagesFacts(t *testing.T) {
	page, err := readPage(provincialPage(t))
	if err != nil {
		t.Fatal(err)
	}
	home, _ := profiles.Lookup("12111")
	byName := cmpopts.SortSlices(func(a, b profiles.Share) bool { return a.Name < b.Name })
	anyOrder := cmpopts.SortSlices(func(a, b profiles.LabourMarket) bool { return marketOrder(a) < marketOrder(b) })
	note := cmp.FilterPath(func(p cmp.Path) bool { return p.Last().String() == ".Note" }, cmp.Ignore())
	if diff := cmp.Diff(page.LabourMarket, home.LabourMarket, byName, anyOrder, note); diff != "" {
		t.Errorf("labour market (-page +built in):\n%s", diff)
	}
	for _, s := range page.Skills {
		if !slices.ContainsFunc(home.Skills, func(have profiles.Skill) bool { return have.Name == s.Name && have.Source == s.Source }) {
			t.Errorf("the built-in profile lacks the skill %q of %s", s.Name, s.Source)
		}
	}
	for _, n := range page.Industries {
		if !slices.ContainsFunc(home.Industries, func(have profiles.Industry) bool { return have.NAICS == n.NAICS }) {
			t.Errorf("the built-in profile lacks the subsector %s", n.NAICS)
		}
	}
}

func marketOrder(m profiles.LabourMarket) string {
	return fmt.Sprint(m.Region, m.Source, m.Year, m.Outlook != nil)
}

// sectionsOf parts a page where a source line, or the list of job titles or fast facts, ends.
func sectionsOf(page string) []string {
	var out []string
	section := ""
	for line := range strings.Lines(strings.ReplaceAll(page, "Sample Job Titles", "\nSample Job Titles")) {
		if strings.TrimSpace(line) == "" && strings.Contains(section, "\n") {
			out, section = append(out, section), ""
		}
		section += line
		if strings.HasPrefix(line, "Source:") {
			out, section = append(out, section), ""
		}
	}
	return append(out, section)
}

func TestReadInAnyOrder(t *testing.T) {
	for _, tc := range []struct {
		name string
		page func(testing.TB) string
	}{
		{"sample", func(t testing.TB) string { return pageText(t, samplePage) }},
		{"provincial", func(t testing.TB) string {
			return strings.Replace(provincialPage(t), "Short and Long Term", "\nShort and Long Term", 1)
		}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			page := tc.page(t)
			want, err := readPage(page)
			if err != nil {
				t.Fatal(err)
			}
			sections := sectionsOf(page)
			if len(sections) < 8 {
				t.Fatalf("%d sections, too few to be worth shuffling", len(sections))
			}
			for i, section := range sections {
				if p, err := readPage(strings.Join(slices.Delete(slices.Clone(sections), i, i+1), "\n")); p.Code != "" && (err != nil || p.Validate() != nil) {
					t.Errorf("without %q: %v, %v", clip(section), err, p.Validate())
				}
			}
			r := rand.New(rand.NewPCG(7, 9))
			for range 100 {
				r.Shuffle(len(sections), func(i, j int) { sections[i], sections[j] = sections[j], sections[i] })
				got, err := readPage(strings.Join(sections, "\n"))
				if diff := cmp.Diff(want, got); diff != "" || err != nil {
					t.Fatalf("in another order: %v (-want +got):\n%s", err, diff)
				}
			}
		})
	}
}

// Each page is a code and a section or two, typed in one of the ways in which pages are.
func TestReadLayouts(t *testing.T) {
	const code = "National Occupational Classification (NOC): 32120\n"
	base := profiles.Profile{Code: "32120", Title: "NOC 32120", Edition: profiles.Edition, TEER: ptr(2)}
	with := func(change func(p *profiles.Profile)) profiles.Profile {
		p := base
		change(&p)
		return p
	}
	titles := func(titles ...string) profiles.Profile { return with(func(p *profiles.Profile) { p.Titles = titles }) }
	market := func(ms ...profiles.LabourMarket) profiles.Profile {
		return with(func(p *profiles.Profile) {
			for _, m := range ms {
				m.Source = "Career profile for NOC 32120"
				p.LabourMarket = append(p.LabourMarket, m)
			}
		})
	}
	for _, tc := range []struct {
		reason, text string
		want         profiles.Profile // without sources
	}{
		{"a code alone is a page with all sections missing", code, base},
		{"the code in short, with a title", "NOC Code 32120 - Medical laboratory technologists", with(func(p *profiles.Profile) { p.Title = "Medical laboratory technologists" })},
		{"a title line", code + "Title: Lab technologists\nWhat do bench workers do?", with(func(p *profiles.Profile) { p.Title = "Lab technologists" })},
		{"a title from a question", code + "How much do bench workers make?\n", with(func(p *profiles.Profile) { p.Title = "Bench workers" })},
		{"a title from a sentence on the outlook", code + "Short Term Projections\nThe employment outlook will be very limited for Technologists in medical imaging in Nova Scotia.",
			with(func(p *profiles.Profile) {
				p.Title = "Technologists in medical imaging"
				p.LabourMarket = []profiles.LabourMarket{{Region: "Nova Scotia", Source: "Nova Scotia career profile for NOC 32120", Outlook: &profiles.Outlook{Horizon: "short-term", Available: true, Rating: "very limited",
					Note: "The employment outlook will be very limited for Technologists in medical imaging in Nova Scotia."}}}
			})},
		{"another edition", code + "What do X do?\nBlood.\nSource: National Occupational Classification (NOC) 2026, ESDC", with(func(p *profiles.Profile) { p.Title, p.Edition, p.Lead = "X", "NOC 2026", "Blood." })},
		{"CRLF, a byte-order mark, tabs and no-break spaces", "\ufeff" + strings.ReplaceAll(code, "\n", "\r\n") + "sample\u00a0 JOB\ttitles:\r\n\r\n  -\u00a0Lab  tech\r\n", titles("Lab tech")},
		{"line ends of old Macs", strings.ReplaceAll(code+"Sample Job Titles\n- Lab tech", "\n", "\r"), titles("Lab tech")},
		{"Markdown", "# " + code + "## Sample Job Titles\n* Lab tech\n* Tech", titles("Lab tech", "Tech")},
		{"a list without bullets", code + "Job titles\nLab tech\nTech", titles("Lab tech", "Tech")},
		{"a title twice", code + "Job titles\n- Lab tech\n- LAB TECH", titles("Lab tech")},
		{"N/A is no title", code + "Job titles\n- N/A\n- n/a\n- Lab tech", titles("Lab tech")},
		{"N/A instead of a section", code + "Who works as X in Nova Scotia?\nN/A\nNumber of Job Postings in 2025\nNot available\nSource: Y", with(func(p *profiles.Profile) { p.Title = "X" })},
		{"curly quotes", code + "Job titles\n- Physician’s “tech”", titles("Physician’s “tech”")},
		{"a group of several letters", code + "Industries\n- 31-33 Manufacturing\n- 622: Hospitals", with(func(p *profiles.Profile) {
			p.Industries = []profiles.Industry{{NAICS: "31-33", Title: "Manufacturing"}, {NAICS: "622", Title: "Hospitals"}}
		})},
		{"skills of no source and year", code + "Sought skills\n- Care", with(func(p *profiles.Profile) { p.Skills = []profiles.Skill{{Name: "Care", Source: "job postings"}} })},

		{"fast facts are words; N/A is none", code + "FAST FACTS\n- Average Pay: N/A\n- Future Growth: Moderate\n- Full-time share: 82%", market(profiles.LabourMarket{Facts: []profiles.Fact{{Name: "Future Growth", Value: "Moderate"}, {Name: "Full-time share", Value: "82%"}}})},
		{"fast facts may be levels", code + "Fast Facts\n- Unemployment: Below average\n- Employment Size: Small", market(profiles.LabourMarket{Facts: []profiles.Fact{{Name: "Unemployment", Value: "Below average"}, {Name: "Employment Size", Value: "Small"}}})},
		{"no fast fact at all", code + "Fast Facts\n- Average Pay: N/A\n- Unemployment: $N/A", base},
		{"no postings is zero postings", code + "Number of Job Postings\nIn 2025, there were no job postings.", market(profiles.LabourMarket{Year: 2025, Postings: ptr(0)})},
		{"0% is zero, N/A is nothing", code + "Number of Job Postings in 2025\n| East: 0% | West: N/A |", market(profiles.LabourMarket{Year: 2025, PostingsByRegion: []profiles.Share{{Name: "East", Percent: 0}}})},
		{"thousands apart by a space", code + "Who works as X?\nThere were about 12 345 people working in it.", market(profiles.LabourMarket{Employed: ptr(12345)})},
		{"N/A in sentences", code + "Annual Earnings\nThe median employment income in the reference year 2020 (N/A workers in total) was N/A.", base},
		{"an income that is not known, of workers who are", code + "Annual Earnings\nThe median employment income in the reference year 2020 (140 workers in total) was N/A.", market(profiles.LabourMarket{Year: 2020, Workers: ptr(140)})},
		{"the year of the census where the sentence has none", code + "Who works as X?\nThere were 5 people.\nSource: Census 2021", with(func(p *profiles.Profile) {
			p.LabourMarket = []profiles.LabourMarket{{Year: 2021, Source: "Census 2021", Employed: ptr(5)}}
		})},
		{"a sentence that something is not available", code + "Annual Earnings\nIncome is unavailable for so few workers.", base},
		{"columns in another order, the region named above", code + "Hourly Wages\nFor workers in Canada:\n| High | Low | Median |\n|---|---|---|\n| $40/hour | 20 | $30.5 |", with(func(p *profiles.Profile) {
			p.LabourMarket = []profiles.LabourMarket{{Region: "Canada", Source: "Canada career profile for NOC 32120", WageLow: ptr(20.0), WageMedian: ptr(30.5), WageHigh: ptr(40.0)}}
		})},
		{"a header that begins with the region", code + "Hourly Earnings\n| | Low | Median | High |\n| Yukon | $20 | N/A | $30 |\n| Canada | N/A | N/A | N/A |", market(profiles.LabourMarket{Region: "Yukon", WageLow: ptr(20.0), WageHigh: ptr(30.0)})},
		{"both outlooks", code + "Short and Long Term Occupational Projections\nShort Term Projections for 2025 to 2027\nOutlook: Fair\nLong-Term Projections for 2024–2033\n- Rating: N/A\nThe outlook is undetermined.",
			market(profiles.LabourMarket{Outlook: &profiles.Outlook{Horizon: "2025-2027", Available: true, Rating: "fair"}},
				profiles.LabourMarket{Outlook: &profiles.Outlook{Horizon: "2024-2033", Note: "The outlook is undetermined."}})},
		{"Windows-1252", code + "Job titles\n\x95 Technicien de la sant\xe9", titles("Technicien de la santé")},
	} {
		got, err := readPage(tc.text)
		if err != nil {
			t.Errorf("%s: %v", tc.reason, err)
		}
		if diff := cmp.Diff(tc.want, got, cmpopts.IgnoreFields(profiles.Profile{}, "Sources"), cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tc.reason, diff)
		}
		if err := got.Validate(); err != nil {
			t.Errorf("%s: %v", tc.reason, err)
		}
	}
}

func TestReadErrors(t *testing.T) {
	const code = "NOC: 32120\n"
	for _, tc := range []struct {
		reason, text string
		want         []string // parts of each error, in order
	}{
		{"nothing", "", []string{`p.txt:1: no line "National Occupational Classification (NOC): 12345"`}},
		{"a text of another kind is one problem", "Dear all,\nbring a cake.\n", []string{"p.txt:1: no line"}},
		{"sections without a code", "Job titles\n- Tech", []string{"p.txt:1: no line"}},
		{"a code that is none", "Job titles\n- Tech\nNOC: banana", []string{`p.txt:3: code "banana": want the five digits`}},
		{"a code that is not known", "NOC: N/A", []string{`p.txt:1: code "N/A"`}},
		{"a code of an earlier edition", "NOC: 3211", []string{`p.txt:1: code "3211"`}},
		{"two occupations", code + "NOC: 12111", []string{"p.txt:2: code 12111, but line 1 says 32120: keep one"}},
		{"text before the first section", code + "Buy now\nand save", []string{`p.txt:2: "Buy now" is in no section that is known here`}},
		{"a heading that is not known, and what is below it", code + "Job titles\n- Tech\nRelated occupations\n- Nurse\n- Doctor", []string{`p.txt:4: "Related occupations" is in no section`}},
		{"text below a source", code + "Job titles\n- Tech\nSource: A\nmore", []string{`p.txt:5: "more" is in no section`}},
		{"a source of nothing", code + "Source: A", []string{"p.txt:2: a source of nothing"}},
		{"two sources", code + "Job titles\n- Tech\nSource: A\nSource: B", []string{"p.txt:5: a source of nothing"}},
		{"a section twice", code + "Job titles\n- Tech\nJob titles\n- Nurse", []string{`p.txt:4: "Job titles": the section stands in line 2 already: keep one`}},
		{"an item that says nothing", code + "Job titles\n- 12", []string{`p.txt:3: "12" among the job titles: want words, or N/A`}},
		{"a list in the summary", code + "What do X do?\n- Test", []string{`p.txt:3: "- Test" in the summary: want sentences`}},
		{"a subsector without a number", code + "Industries\n- Hospitals", []string{`p.txt:3: "Hospitals": want the number and the name of a subsector`}},
		{"a fast fact without a value", code + "Fast Facts\n- Growth", []string{`p.txt:3: "Growth": want a name and a value`}},
		{"a share of more than all", code + "Fast Facts\n- Unemployment: 140%", []string{`p.txt:3: Unemployment: "140%": want a share`}},
		{"neither numbers nor levels", code + "Fast Facts\n- Average Pay: banana\n- Unemployment: banana", []string{`p.txt:3: Average Pay: "banana": want a number`, `p.txt:4: Unemployment: "banana": want a share`}},
		{"several at once, by line", code + "Annual Earnings\nThe median income in the reference year 20x0 (many workers) was $54,80.\nNumber of Job Postings in soon\nThere were -3 job postings.\n| East: 12 | West 5% |", []string{
			`p.txt:3: "$54,80": want dollars`, `p.txt:3: "many": want a whole number`, `p.txt:3: "20x0": want a year`,
			`p.txt:4: "soon": want a year`, `p.txt:5: "-3": want a whole number`, `p.txt:6: East: "12": want a share`, `p.txt:6: share: "West 5%": want a share`}},
		{"an income with cents", code + "Annual Earnings\nThe median income was $54,800.50", []string{`p.txt:3: "$54,800.50": want whole dollars`}},
		{"years that contradict each other", code + "Number of Job Postings in 2025\nDuring 2024, there were 3 job postings.", []string{"p.txt:3: postings of 2024 below a heading of 2025"}},
		{"a sentence that says something else", code + "Number of Job Postings in 2025\nBananas are yellow.", []string{`p.txt:3: "Bananas are yellow." was not understood among the job postings`}},
		{"a fraction of a person", code + "Who works as X?\nThere were 1.5 people.", []string{`p.txt:3: "1.5": want a whole number`}},
		{"a number too large to count with", code + "Who works as X?\nThere were 99999999999999999999 people.", []string{"want a whole number"}},
		{"shares of a gender", code + "Who works as X?\n12 of those employed were Male+ and 180% of those employed were Female+.", []string{`p.txt:3: Male+: "12": want a share`, `p.txt:3: Female+: "180%"`}},
		{"a share twice", code + "Number of Job Postings\n| East: 1% | east: 2% |", []string{"p.txt:3: east: given twice"}},
		{"a share of nothing", code + "Number of Job Postings\n| : 1% |", []string{`p.txt:3: "1%" is the share of nothing`}},
		{"ages without shares", code + "Who works as X?\n| 15 to 24 | 65+ |", []string{`p.txt:3: "| 15 to 24 | 65+ |": want a row of shares`}},
		{"more ages than shares", code + "Who works as X?\n| 15 to 24 | 65+ |\n| 5% |", []string{"p.txt:4: 1 shares below 2 names: want as many"}},
		{"wages without a header", code + "Hourly Earnings\n| $1 | $2 | $3 |", []string{`p.txt:3: "| $1 | $2 | $3 |": want the name of a region and a wage`}},
		{"a wage that is none", code + "Hourly Earnings\n| Low | Median | High |\n| Yukon | free | $2 | $3 |", []string{`p.txt:4: low wage: "free": want dollars such as $24.51, or N/A`}},
		{"wages that fall", code + "Hourly Earnings\n| Low | Median | High |\n| $3 | $2 | $4 |", []string{"p.txt:4: median wage: 2 is less than that before it"}},
		{"a table where none is known", code + "Annual Earnings\n| 1 |", []string{`p.txt:3: "| 1 |": no table is known among the annual earnings`}},
		{"an outlook that says nothing", code + "Short Term Projections for 2025-2027\nBananas.", []string{`p.txt:3: "Bananas.": want a sentence that rates the outlook`}},
		{"a horizon that ends before it begins", code + "Short Term Projections for 2027-2025\nThe outlook is good.", []string{`p.txt:2: "2027-2025": want years such as 2025-2027`}},
		{"errors quote little", code + strings.Repeat("é", 500), []string{strings.Repeat("é", 31) + `..." is in no`}},
		{"a hundred faults: twenty are told, the rest counted", code + "Job titles\n" + strings.Repeat("- 1\n", 100),
			append(slices.Repeat([]string{"among the job titles"}, 20), "and 80 more")},
	} {
		p, err := readPage(tc.text)
		var got []string
		if err != nil {
			got = strings.Split(err.Error(), "\n")
		}
		ok := len(got) == len(tc.want)
		for i := 0; ok && i < len(got); i++ {
			ok = strings.Contains(got[i], tc.want[i])
		}
		if !ok {
			t.Errorf("%s: errors %q, want %q", tc.reason, got, tc.want)
		}
		if p.Code != "" && p.Validate() != nil {
			t.Errorf("%s: what was read is not valid: %v", tc.reason, p.Validate())
		}
	}
}

// A fault costs no more than what it is in.
func TestReadKeepsTheRest(t *testing.T) {
	page := pageText(t, samplePage)
	want, err := readPage(page)
	if err != nil {
		t.Fatal(err)
	}
	want.LabourMarket[2].Postings = nil
	want.LabourMarket[5].WageLow = nil
	got, err := readPage(strings.NewReplacer("there were 94", "there were umpteen", "$29.75", "$29.75.1").Replace(page))
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if err == nil || strings.Count(err.Error(), "\n") != 1 {
		t.Errorf("error %v, want two", err)
	}
}

func TestReadFailingReader(t *testing.T) {
	broken := errors.New("broken")
	for _, tc := range []struct {
		reason string
		r      io.Reader
		want   string
	}{
		{"a reader that fails", iotest.ErrReader(broken), "p.txt: broken"},
		{"a page without end", endless{}, "p.txt: larger than 268435456 bytes"},
	} {
		if testing.Short() && tc.r == (endless{}) {
			continue
		}
		p, err := Read(tc.r, "p.txt")
		if err == nil || !strings.Contains(err.Error(), tc.want) || !cmp.Equal(p, profiles.Profile{}) {
			t.Errorf("%s: %+v, %v, want %q", tc.reason, p, err, tc.want)
		}
	}
}

// endless is a reader that never ends.
type endless struct{}

func (endless) Read(b []byte) (int, error) { return len(b), nil }

func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		pageText(f, samplePage),
		"NOC: 12111\r\nFast Facts\r\n- Unemployment: 4%\nJob titles\n- A\n",
		"NOC 12111 X\nNumber of Job Postings in 2025\nThere were 1,250 job postings.\n| A: 1% | B: 2% |",
		"NOC: 12111\nWho works as X in Y?\nThere were 5 people. 5% of those employed were A.\n| a | b |\n| 1% | N/A |\nSource: C 2021 (note: d)",
		"NOC: 12111\nAnnual Earnings\nThe median income in the reference year 2020 (5 workers) was $5.\nHourly Earnings\nin Canada:\n| High | Low | Low |\n| X | $1 | 2/hour | 3 |",
		"NOC: 12111\nShort Term Projections for 2025-2027\nThe outlook is good for X in Y.\nLong-term outlook\nN/A",
		"\xff\xfeN\x00", "NOC: 1\xe9", "What do X do?\n|\n||\nSource:\n* Find x in Y here.",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, page []byte) {
		p, err := Read(bytes.NewReader(page), "p.txt")
		if p.Code == "" && err == nil {
			t.Error("a page without a code is no error")
		}
		if p.Code != "" {
			if err := p.Validate(); err != nil {
				t.Errorf("what was read is not valid: %v", err)
			}
		}
		b, jsonErr := json.Marshal(p)
		var back profiles.Profile
		if jsonErr != nil || json.Unmarshal(b, &back) != nil {
			t.Fatalf("no JSON holds what was read: %v", jsonErr)
		}
		if diff := cmp.Diff(p, back, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("(-read +from JSON):\n%s", diff)
		}
		again, errAgain := Read(bytes.NewReader(page), "p.txt")
		if diff := cmp.Diff(p, again); diff != "" || fmt.Sprint(err) != fmt.Sprint(errAgain) {
			t.Errorf("a second reading differs: %v, then %v (-first +second):\n%s", err, errAgain, diff)
		}
	})
}

// ptr returns a pointer to a copy.
func ptr[T any](v T) *T { return &v }
