package match

import (
	"encoding/csv"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/nocmatch/nocmatch/index"
	"github.com/nocmatch/nocmatch/profiles"
)

var update = flag.Bool("update", false, "rewrite the golden files from what the tests see")

// golden compares what a test got with a golden file, which -update rewrites.
func golden(t *testing.T, path, got, reason string) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v: run the test with -update to write it", err)
	}
	if diff := gocmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("%s differs (-want +got), %s:\n%s", path, reason, diff)
	}
}

// defaultMatcher is a matcher over the built-in profiles that lists them all.
func defaultMatcher(t testing.TB) *Matcher {
	t.Helper()
	m, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	return with(t, m, Options{Top: len(m.Profiles())})
}

func with(t testing.TB, m *Matcher, o Options) *Matcher {
	t.Helper()
	other, err := m.With(o)
	if err != nil {
		t.Fatal(err)
	}
	return other
}

// matcherOf is a matcher over some profiles.
func matcherOf(t testing.TB, ps []profiles.Profile, o Options) *Matcher {
	t.Helper()
	x, err := index.Build(ps)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := x.Close(); err != nil {
			t.Error(err)
		}
	})
	m, err := New(x, o)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

var official = sync.OnceValues(func() (*Matcher, error) {
	ps, err := profiles.Load(sharedDir())
	if err != nil {
		return nil, err
	}
	x, err := index.Build(profiles.Join(ps, profiles.All()))
	if err != nil {
		return nil, err
	}
	return New(x, Options{})
})

func sharedDir() string {
	if dir := os.Getenv("NOCMATCH_SHARED"); dir != "" {
		return filepath.Join(dir, "data", "noc2021")
	}
	return filepath.Join("..", "..", "shared", "data", "noc2021")
}

// officialMatcher is a matcher over the 516 official unit groups joined with the built-in profiles. Tests that need it are skipped
// where the official files are not at hand.
func officialMatcher(t testing.TB) *Matcher {
	t.Helper()
	if _, err := os.Stat(sharedDir()); err != nil {
		t.Skipf("the official classification is not at hand (%v): set NOCMATCH_SHARED to a folder with data/noc2021 to run this test", err)
	}
	m, err := official()
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// A labelledText is a text of testdata with its accepted codes; none for a text about no occupation.
type labelledText struct {
	file  string
	text  string
	codes []string
	kind  string
}

// labelledTexts reads testdata/labels.csv and the texts that it names.
func labelledTexts(t testing.TB) []labelledText {
	t.Helper()
	root := os.DirFS(filepath.Join("..", "testdata"))
	f, err := root.Open("labels.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var texts []labelledText
	for _, row := range rows[1:] {
		b, err := fs.ReadFile(root, row[0])
		if err != nil {
			t.Fatal(err)
		}
		var codes []string
		if row[1] != "" {
			codes = strings.Split(row[1], "|")
		}
		texts = append(texts, labelledText{row[0], string(b), codes, row[2]})
	}
	return texts
}

// hardDocuments are documents whose bytes are hard on spans: every trait of DESIGN's first invariant, and broken text.
func hardDocuments() []Document {
	return []Document{
		{},
		{Title: " ", Industry: "\t", Text: "\r\n"},
		{Title: "Health Records Technician"},
		{Text: "health records technician"},
		{Title: "CODER - HEALTH RECORDS", Industry: "HOSPITAL"},
		{Text: "HEALTH\u00a0RECORDS\u00a0TECHNICIAN\r\n\r\n•\tCode charts in ICD\u201110\u2011CA\r\n•\tComplete DAD abstracts; chase deﬁciencies\r\n•\tre\u00adlease of infor\u00admation\r\n"},
		{Text: "Re\u0301sume\u0301\nTechnicienne en gestion de l\u2019information sur la sante\u0301, 2019\u20132024\nCodification des dossiers, archives me\u0301dicales, ICD-10-CA, CCI, abstracts."},
		{Text: "health records\xff\xfetechnician \xc3\x28 codes charts\x00and abstracts in the DAD for CIHI, day after day after day"},
		{Text: "🏥 Coder 👩🏽‍⚕️ wanted: ICD-10-CA/CCI. Release-of-information + chart deficiencies. R.N. not required. No coding experience required!"},
		{Text: strings.Repeat("codes charts and abstracts ", 400)},
		{Text: strings.Repeat("a", 5000) + " health records technician codes charts " + strings.Repeat("é", 3000)},
		{Title: "Clerk", Industry: "Hospital", Text: "Files charts, pulls charts for clinics, answers the telephone, delivers mail and photocopies records for the health records department."},
		{Text: "H.I.M. tech.; C++ R&D. I.C.D. 10; x-ray’s   \t| DAD | NACRS |  CIHI"},
		{Text: "records technician chairman/woman of the health records committee, spokesman/woman"},
	}
}

// sampleDocuments are the hard documents and the texts of testdata, with and without a title and an industry.
func sampleDocuments(t testing.TB) []Document {
	docs := hardDocuments()
	for i, l := range labelledTexts(t) {
		if testing.Short() && i%8 > 0 {
			continue
		}
		d := Document{Name: l.file, Text: l.text}
		switch i % 3 {
		case 1:
			d.Title = "Records analyst, health information"
		case 2:
			d.Industry = "Hospitals and clinics"
		}
		docs = append(docs, d)
	}
	return docs
}
