package profiles

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/nocmatch/nocmatch/profiles/internal/input"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

const sampleDir = "../testdata/noc"

// sample returns the two files of the sample as text, without their byte-order marks.
func sample(t testing.TB) (elements, structure string) {
	t.Helper()
	return readText(t, "noc_2021_version_1.0_-_elements.csv"), readText(t, "noc_2021_version_1.0_-_classification_structure.csv")
}

func readText(t testing.TB, name string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(sampleDir, name))
	if err != nil {
		t.Fatal(err)
	}
	text, marked := strings.CutPrefix(string(b), "\ufeff")
	if !marked {
		t.Fatalf("%s has no byte-order mark, which the official files have", name)
	}
	return text
}

func readNOCText(elements, structure string) ([]Profile, error) {
	return ReadNOC(strings.NewReader(elements), strings.NewReader(structure))
}

func TestReadNOCSample(t *testing.T) {
	ps, err := ReadNOCDir(sampleDir)
	if err != nil {
		t.Fatal(err)
	}
	if err := ValidateAll(ps); err != nil {
		t.Error(err)
	}
	two := 2
	want := Profile{
		Code:    "12111",
		Title:   "Health information management occupations",
		Edition: "NOC 2021 v1.0",
		TEER:    &two,
		Lead:    "People who keep charts complete, turn diagnoses into codes and send the numbers where they are due.",
		Titles:  []string{"Health records technician", "Medical records unit supervisor", "Health data coder", "Health information management technician"},
		Duties: []Duty{
			{Text: "Give each diagnosis in a chart its code"},
			{Text: "Chase missing signatures until a chart can be closed"},
			{Text: "Send discharge abstracts to the national database"},
			{Text: "May lead a small team of coders.", Optional: true},
		},
		Requirements: []Requirement{
			{Text: "A two-year college diploma in health information management is usual.", Kind: "education"},
			{Text: "National certification follows an examination.", Kind: "certification"},
		},
		Exclusions: []Exclusion{
			{Title: "Health records clerk", See: "14100"},
			{Title: "Records management technicians", See: "12112"},
			{Title: "Health records administrator"},
		},
		Related: []string{"12110", "12112"},
		Sources: []Source{{
			Name: "Statistics Canada, National Occupational Classification (NOC 2021 v1.0)",
			URL:  "https://www.statcan.gc.ca/en/subjects/standard/noc/2021/indexV1",
			What: "codes, titles, definitions, example titles, main duties, employment requirements and exclusions",
		}},
	}
	if diff := cmp.Diff(want, find(t, ps, "12111")); diff != "" {
		t.Errorf("12111 (-want +got):\n%s", diff)
	}

	type view struct {
		Titles, Duties, Requirements []string
		Exclusions                   []Exclusion
	}
	for _, tc := range []struct {
		code, reason string
		want         view
	}{
		{"00010", "its zeros were eaten, and it still has its elements", view{
			Titles: []string{"City councillor", "Mayor", "Senator", "Alderman/woman", "Premier", "School board trustee"},
			Duties: []string{"Vote on bylaws, bills and yearly budgets", "Hear from residents at open meetings", "May head a ministry when the premier calls on them."},
		}},
		{"00011", "its code is written as a formula, and it has no illustrative examples", view{
			Titles:       []string{"Deputy minister", "City manager - municipal services", "Chief administrative officer - local government"},
			Duties:       []string{"Turn the wishes of elected people into yearly plans", "Sign off on spending above a set limit"},
			Requirements: []string{"experience", "education"},
		}},
		{"10020", "role headings are no duties, and the lines of a cell are duties of their own that come once", view{
			Titles: []string{"Insurance manager", "Mortgage broker manager", "Bond sales manager", "Real estate service manager", "Trading floor manager"},
			Duties: []string{"Set the targets of an insurance office", "Settle complaints that adjusters pass on",
				"Match homes for sale with buyers through a team of agents", "Train agents", "Review the files of brokers before a lender sees them"},
			Requirements: []string{"licence"},
		}},
		{"12112", "titles are compared whatever their case; an exclusion without a code is found by its title; no word tells the requirement's kind", view{
			Titles:       []string{"Records technician", "Microfilm records searcher", "Records classifier"},
			Duties:       []string{"Apply retention schedules to boxes and drives", "Fetch what a lawyer or an auditor asks to see"},
			Requirements: []string{""},
			Exclusions:   []Exclusion{{Title: "Health records clerk", See: "14100"}},
		}},
		{"14100", "an exclusion may point out of the file, and end with a full stop", view{
			Titles:       []string{"Filing clerk", "Office clerk", "Medical records clerk", "Ward clerk - hospital"},
			Duties:       []string{"Open, stamp and hand out the mail", "Order paper and toner before they run out"},
			Requirements: []string{"education"},
			Exclusions:   []Exclusion{{Title: "Receptionists", See: "14101"}, {Title: "Records management technicians", See: "12112"}},
		}},
		{"62200", "accents survive", view{
			Titles:       []string{"Head chef", "Sous-chef", "Chef pâtissier/chef pâtissière", "Saucier", "Specialist chef"},
			Duties:       []string{"Write menus from soup to crème brûlée and cost each plate", "Run the line when the head chef is away", "Fillet, braise and plate to order", "May teach apprentices to hold a knife."},
			Requirements: []string{"certification"},
		}},
	} {
		p := find(t, ps, tc.code)
		got := view{Titles: p.Titles, Exclusions: p.Exclusions}
		for _, d := range p.Duties {
			got.Duties = append(got.Duties, d.Text)
		}
		for _, r := range p.Requirements {
			got.Requirements = append(got.Requirements, r.Kind)
		}
		if diff := cmp.Diff(tc.want, got); diff != "" {
			t.Errorf("%s: %s (-want +got):\n%s", tc.code, tc.reason, diff)
		}
	}
}

func find(t *testing.T, ps []Profile, code string) Profile {
	t.Helper()
	i := slices.IndexFunc(ps, func(p Profile) bool { return p.Code == code })
	if i < 0 {
		t.Fatalf("no profile %s", code)
	}
	return ps[i]
}

// What spreadsheet programs do to a file must not change what is read from it.
func TestReadNOCVariants(t *testing.T) {
	want, err := ReadNOCDir(sampleDir)
	if err != nil {
		t.Fatal(err)
	}
	encoded := func(name string, encode func(string) (string, error)) func(string) string {
		return func(s string) string {
			out, err := encode(s)
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			return out
		}
	}
	for _, tc := range []struct {
		reason string
		change func(string) string
	}{
		{"UTF-8 without a byte-order mark", func(s string) string { return s }},
		{"UTF-8 with one", func(s string) string { return "\ufeff" + s }},
		{"Windows-1252", encoded("1252", charmap.Windows1252.NewEncoder().String)},
		{"UTF-16", encoded("UTF-16", unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String)},
		{"CRLF", func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") }},
		{"lone CR, as old programs write", func(s string) string { return strings.ReplaceAll(s, "\n", "\r") }},
		{"blank lines and a row of empty cells", func(s string) string { return "\n" + strings.Replace(s, "\n5,", "\n\n,,,,\n5,", 1) }},
		{"no line end at the end", func(s string) string { return strings.TrimSuffix(s, "\n") }},
		{"headers in another case and spacing", func(s string) string {
			header, rows, _ := strings.Cut(s, "\n")
			return strings.ToUpper(strings.ReplaceAll(header, " ", "  ")) + "\n" + rows
		}},
		{"columns in another order, and one more", reorder(t, ',')},
		{"semicolons", reorder(t, ';')},
		{"tabs", reorder(t, '\t')},
		{"codes as numbers with a decimal", func(s string) string { return regexp.MustCompile(`\b(1[0-9]{4}),`).ReplaceAllString(s, "$1.0,") }},
		{"quoted formulas", func(s string) string { return strings.ReplaceAll(s, "5,=\"00011\"", "5,\"=\"\"00011\"\"\"") }},
	} {
		elements, structure := sample(t)
		got, err := readNOCText(tc.change(elements), tc.change(structure))
		if err != nil {
			t.Errorf("%s: %v", tc.reason, err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tc.reason, diff)
		}
	}
}

// reorder writes a file with its columns back to front, between two of its own, with another delimiter.
func reorder(t *testing.T, comma rune) func(string) string {
	return func(s string) string {
		rows, err := csv.NewReader(strings.NewReader(strings.ReplaceAll(s, `="00011"`, "00011"))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		w := csv.NewWriter(&b)
		w.Comma = comma
		for _, row := range rows {
			slices.Reverse(row)
			w.Write(append(append([]string{"Note"}, row...), "Code of somebody"))
		}
		w.Flush()
		return b.String()
	}
}

func TestReadNOCErrors(t *testing.T) {
	const (
		elementsHeader  = "Level,Code - NOC 2021 V1.0,Class title,Element Type Label English,Element Description English\n"
		structureHeader = "Level,Hierarchical structure,Code - NOC 2021 V1.0,Class title,Class definition\n"
		structure       = structureHeader + "5,Unit group,12111,Health information management occupations,Charts.\n"
		elements        = elementsHeader + "5,12111,x,All examples,Chart coder\n"
	)
	for _, tc := range []struct {
		reason, elements, structure string
		want                        []string // parts of the error; none for no error
		profiles                    int
	}{
		{reason: "nothing wrong", elements: elements, structure: structure, profiles: 1},
		{reason: "headers alone are a classification without groups", elements: elementsHeader, structure: structureHeader},
		{reason: "an empty file has no header", elements: "", structure: structure, want: []string{"elements: empty", `"Element Description English"`}},
		{reason: "the files in the wrong places: both are named", elements: structure, structure: elements,
			want: []string{"elements:1: no column", `"Element Type Label English"`, "structure:1: no column", `"Class definition"`, "other file"}},
		{reason: "a missing column", elements: strings.Replace(elements, "Level", "Lvl", 1), structure: structure, want: []string{`elements:1: no column "Level"`}},
		{reason: "bad quoting costs its row only", elements: elements + "5,12111,x,Main duties,Lay 6\" pipe\n5,12111,x,Main duties,Lay pipe\n", structure: structure,
			want: []string{`elements:3:28: bare " in non-quoted-field, in the row that begins in line 3: put`}, profiles: 1},
		{reason: "a quote that is never closed", elements: elements + "5,12111,x,Main duties,\"Lay pipe\n5,12111,x,Main duties,Lay\n", structure: structure,
			want: []string{"in the row that begins in line 3"}, profiles: 1},
		{reason: "elements of an unknown group are reported once", elements: elements + "5,99999,x,All examples,A\n5,99999,x,All examples,B\n", structure: structure,
			want: []string{"elements:3:3: no unit group 99999 in the structure file"}, profiles: 1},
		{reason: "a level that is none", elements: elements + "five,12111,x,All examples,A\n", structure: structure, want: []string{`elements:3:1: level "five": want a number from 1 to 5`}, profiles: 1},
		{reason: "a code that is none", elements: elements, structure: structure + "5,Unit group,1211x,T,D\n", want: []string{`structure:3:14: code "1211x": want the 5 digits`}, profiles: 1},
		{reason: "a code of six digits", elements: elements, structure: structure + "5,Unit group,121110,T,D\n", want: []string{`structure:3:14: code "121110"`}, profiles: 1},
		{reason: "a row that ends early", elements: elements, structure: structure + "5,Unit group\n", want: []string{`structure:3:3: code ""`}, profiles: 1},
		{reason: "a group without a title", elements: elements, structure: structure + "5,Unit group,12112,,D\n", want: []string{"structure:3:20: unit group 12112 has no class title"}, profiles: 1},
		{reason: "a group twice", elements: elements, structure: structure + "5,Unit group,12111,T,D\n", want: []string{"structure:3:14: unit group 12111 stands in line 2 already"}, profiles: 1},
		{reason: "problems of both files come together", elements: elements + "9,1,x,y,z\n", structure: structure + "5,Unit group,,T,D\n", want: []string{"elements:3:1", "structure:3:14"}, profiles: 1},
		{reason: "many problems are counted", elements: elements + strings.Repeat("x,12111,x,Main duties,A\n", 50), structure: structure, want: []string{"elements:22:1", "and 30 more"}, profiles: 1},
	} {
		ps, err := readNOCText(tc.elements, tc.structure)
		if (err != nil) != (tc.want != nil) {
			t.Errorf("%s: error %v", tc.reason, err)
		}
		for _, want := range tc.want {
			if err == nil || !strings.Contains(err.Error(), want) {
				t.Errorf("%s: error %v does not say %q", tc.reason, err, want)
			}
		}
		if len(ps) != tc.profiles {
			t.Errorf("%s: %d profiles, want %d", tc.reason, len(ps), tc.profiles)
		}
	}
}

// brokenReader fails after a first line, as a network file does.
type brokenReader struct{ header io.Reader }

var errBroken = errors.New("broken pipe")

func (r brokenReader) Read(b []byte) (int, error) {
	if n, _ := r.header.Read(b); n > 0 {
		return n, nil
	}
	return 0, errBroken
}

func TestReadNOCReadError(t *testing.T) {
	elements, structure := sample(t)
	_, err := ReadNOC(brokenReader{strings.NewReader(elements)}, strings.NewReader(structure))
	if !errors.Is(err, errBroken) || !strings.HasPrefix(err.Error(), "elements: ") {
		t.Errorf("error %v, want the reader's, with the file's name", err)
	}
}

func TestRequirementKind(t *testing.T) {
	for _, tc := range []struct{ text, want, reason string }{
		{"Completion of a college program is required and a certificate may be asked for.", "education", "what comes first is the main thing"},
		{"A provincial licence and a diploma", "licence", "what comes first is the main thing"},
		{"Registration with a provincial college is compulsory", "licence", "registration permits to practise, as a licence does"},
		{"Licensed practical nurses require completion of secondary school", "education", "\"licensed\" is part of the occupation's name"},
		{"Several years of experience", "experience", ""},
		{"Professional designation is an asset", "certification", ""},
		{"Colleges and inexperienced people", "", "only whole words tell"},
		{"", "", "nothing tells nothing"},
	} {
		if got := input.RequirementKind(tc.text); got != tc.want {
			t.Errorf("requirementKind(%q) = %q, want %q: %s", tc.text, got, tc.want, tc.reason)
		}
		if tc.want != "" && !slices.Contains(RequirementKinds(), tc.want) {
			t.Errorf("%q is no kind", tc.want)
		}
	}
}

func TestParseExclusion(t *testing.T) {
	codeOf := map[string]string{"14100": "14100", "general office support workers": "14100", "00010": "00010"}
	for _, tc := range []struct {
		text, reason string
		want         []Exclusion
	}{
		{"Health records clerk (See 14100 General office support workers)", "the official form", []Exclusion{{"Health records clerk", "14100"}}},
		{"Health records clerk ( see 14100 )", "spacing and case", []Exclusion{{"Health records clerk", "14100"}}},
		{"Clerk (records) (See 14100 General office support workers)", "brackets of the title stay", []Exclusion{{"Clerk (records)", "14100"}}},
		{"Health records clerk (See General office support workers)", "the code is found by title", []Exclusion{{"Health records clerk", "14100"}}},
		{"Health records clerk (See another occupation)", "no code is found", []Exclusion{{Title: "Health records clerk"}}},
		{"Health records clerk", "no pointer at all", []Exclusion{{Title: "Health records clerk"}}},
		{"Mayor (See 10 Legislators)", "eaten zeros", []Exclusion{{"Mayor", "00010"}}},
		{"911 dispatcher (See 14404 Dispatchers)", "a number of the title is no code; a code may be of another file", []Exclusion{{"911 dispatcher", "14404"}}},
		{"Clerk (See 14100 A and 14404 B)", "two pointers are two exclusions", []Exclusion{{"Clerk", "14100"}, {"Clerk", "14404"}}},
		{"Clerk (See 911 dispatchers)", "a number that is no group's is no code", []Exclusion{{Title: "Clerk"}}},
		{"(See 14100)", "nothing is excluded: kept as it stands", []Exclusion{{Title: "(See 14100)"}}},
	} {
		if diff := cmp.Diff(tc.want, parseExclusion(tc.text, codeOf)); diff != "" {
			t.Errorf("%q: %s (-want +got):\n%s", tc.text, tc.reason, diff)
		}
	}
}

func TestPadCode(t *testing.T) {
	for s, want := range map[string]string{
		"12111": "12111", "10": "00010", "10.0": "00010", "0": "00000", `="00010"`: "00010", "'00010": "00010",
		"": "", "123456": "", "12 11": "", "-1": "", "1e4": "", "10.5": "", "１２１１１": "",
	} {
		if got, ok := padCode(s); got != want || ok != (want != "") {
			t.Errorf("padCode(%q) = %q, %v; want %q", s, got, ok, want)
		}
	}
}

func TestEditionOf(t *testing.T) {
	for header, want := range map[string]string{
		"Code - NOC 2021 V1.0": "NOC 2021 v1.0", "Code - NOC 2021 Version 1.3": "NOC 2021 v1.3", "code-noc2026 v2": "NOC 2026 v2", "Code": Edition,
	} {
		if got := editionOf(header); got != want {
			t.Errorf("editionOf(%q) = %q, want %q", header, got, want)
		}
	}
}

// official returns the folder with the whole classification, which is not part of this repository, or skips the test.
func official(t testing.TB) string {
	t.Helper()
	shared := os.Getenv("NOCMATCH_SHARED")
	if shared == "" {
		shared = filepath.Join("..", "..", "shared")
	}
	dir := filepath.Join(shared, "data", "noc2021")
	if _, err := os.Stat(dir); err != nil {
		t.Skipf("the official files are not here: put them into data/noc2021 of a folder and name it in NOCMATCH_SHARED (%v)", err)
	}
	return dir
}

func TestReadNOCOfficial(t *testing.T) {
	ps, err := Load(t.Context(), official(t))
	if err != nil {
		t.Fatal(err)
	}
	if len(ps) != 516 {
		t.Fatalf("%d unit groups, want 516", len(ps))
	}
	if err := ValidateAll(ps); err != nil {
		t.Error(err)
	}
	titles := officialTitles(t)
	duties, optional, teers := 0, 0, map[int]int{}
	for _, p := range ps {
		if titles[p.Code] != p.Title {
			t.Errorf("%s: title %q, want %q", p.Code, p.Title, titles[p.Code])
		}
		if p.Lead == "" || len(p.Titles) == 0 || len(p.Duties) < 3 {
			t.Errorf("%s: lead %q, %d titles, %d duties: want all three", p.Code, p.Lead, len(p.Titles), len(p.Duties))
		}
		teers[*p.TEER]++
		duties += len(p.Duties)
		seen := map[string]bool{}
		for _, d := range p.Duties {
			if seen[d.Text] || strings.ContainsAny(d.Text, "\n\r") || strings.HasSuffix(d.Text, ":") {
				t.Errorf("%s: duty %q stands twice, holds several lines, or is an introduction", p.Code, d.Text)
			}
			seen[d.Text] = true
			if d.Optional {
				optional++
			}
		}
	}
	// Of 5,523 different rows, 582 are headings and 5 differ from another by a full stop.
	if duties != 4936 || optional != 465 {
		t.Errorf("%d duties, %d of them optional; want 4936 and 465, as were counted when the headings were read", duties, optional)
	}
	if got := slices.Sorted(maps.Keys(teers)); !slices.Equal(got, []int{0, 1, 2, 3, 4, 5}) {
		t.Errorf("levels %v, want 0 to 5", got)
	}
	clerk := Exclusion{Title: "Health records clerk", See: "14100"}
	if got := find(t, ps, "12111").Exclusions; !slices.Contains(got, clerk) {
		t.Errorf("12111 excludes %v, want %v among them", got, clerk)
	}
}

// officialTitles returns the title of each unit group by its code.
func officialTitles(t testing.TB) map[string]string {
	t.Helper()
	f, err := os.Open(filepath.Join(sampleDir, "codes.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	titles := map[string]string{}
	for _, row := range rows[1:] {
		titles[row[0]] = row[1]
	}
	if len(titles) != 516 {
		t.Fatalf("%d codes, want 516", len(titles))
	}
	return titles
}

func FuzzReadNOC(f *testing.F) {
	// Short seeds: of the sample's size, the fuzzer would spend its time on making inputs smaller.
	const structure = "\ufeffLevel,Hierarchical structure,Code - NOC 2021 V1.0,Class title,Class definition\r\n5,Unit group,10020,Managers,Lead\r\n5,Unit group,10021,Clerks,"
	f.Add([]byte("Level,Code - NOC 2021 V1.0,Class title,Element Type Label English,Element Description English\n5,10020,x,All examples,Office manager\n"+
		"5,10020,x,Main duties,Office managers\n5,10020,x,Main duties,\"Sign\nSeal\"\n5,10020,x,Main duties,May sign"), []byte(structure))
	f.Add([]byte("Level,Code,Element Type Label English,Element Description English\n5,10021,Exclusion(s),A (See Managers)\n5,10021,Employment requirements,A licence\n"), []byte(structure))
	f.Add([]byte("level;code;element type label english;element description english\n5;1;main duties;\xe9\x81\n5;1;exclusion(s);A (See 1)"), []byte("level\tcode\tclass title\tclass definition\n5\t1\tA\tB"))
	f.Add([]byte("\xff\xfe5\x00"), []byte("level,code,class title,class definition\n5,=\"00001\",A/,\"B"))
	f.Fuzz(func(t *testing.T, elements, structure []byte) {
		ps, err := ReadNOC(bytes.NewReader(elements), bytes.NewReader(structure))
		if err := ValidateAll(ps); err != nil {
			t.Errorf("what was read is not valid: %v", err)
		}
		if !slices.IsSortedFunc(ps, byCode) {
			t.Error("profiles are not sorted by code")
		}
		for _, p := range ps {
			if len(p.Code) != unitGroupLevel || slices.Contains(p.Related, p.Code) {
				t.Errorf("code %q, related %q", p.Code, p.Related)
			}
		}
		again, errAgain := ReadNOC(bytes.NewReader(elements), bytes.NewReader(structure))
		if diff := cmp.Diff(ps, again); diff != "" {
			t.Errorf("a second reading differs (-first +second):\n%s", diff)
		}
		if (err == nil) != (errAgain == nil) || err != nil && err.Error() != errAgain.Error() {
			t.Errorf("errors differ: %v, then %v", err, errAgain)
		}
	})
}

func BenchmarkReadNOC(b *testing.B) {
	dir := official(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := ReadNOCDir(dir); err != nil {
			b.Fatal(err)
		}
	}
}
