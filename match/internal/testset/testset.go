// Package testset is what the tests of the packages below match share: texts of testdata, documents
// that are hard to read, compiled profiles, golden files. Only tests import it.
package testset

import (
	"context"
	"encoding/csv"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/nocmatch/nocmatch/index"
	"github.com/nocmatch/nocmatch/match/internal/lexicon"
	"github.com/nocmatch/nocmatch/match/internal/text"
	"github.com/nocmatch/nocmatch/profiles"
)

var update = flag.Bool("update", false, "rewrite the golden files from what the tests see")

// Golden compares what a test got with a golden file, which -update rewrites.
func Golden(t *testing.T, path, got, reason string) {
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
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("%s differs (-want +got), %s:\n%s", path, reason, diff)
	}
}

// Root returns the folder of the module.
func Root(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		if dir == filepath.Dir(dir) {
			t.Fatal("no go.mod in any folder above the test")
		}
		dir = filepath.Dir(dir)
	}
}

// A Text is a text of testdata with its accepted codes; none for a text about no occupation.
type Text struct {
	File, Text string
	Codes      []string
	Kind       string // posting, resume, letter or other
}

// Texts reads testdata/labels.csv and the texts that it names.
func Texts(t testing.TB) []Text {
	t.Helper()
	dir := filepath.Join(Root(t), "testdata")
	f, err := os.Open(filepath.Join(dir, "labels.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var texts []Text
	for _, row := range rows[1:] {
		b, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(row[0])))
		if err != nil {
			t.Fatal(err)
		}
		var codes []string
		if row[1] != "" {
			codes = strings.Split(row[1], "|")
		}
		texts = append(texts, Text{row[0], string(b), codes, row[2]})
	}
	return texts
}

// Fields are a document: its title, industry and text.
type Fields = [text.NumFields]string

// Title makes a document of its title.
func Title(s string) Fields { return Fields{text.Title: s} }

// Body makes a document of its text.
func Body(s string) Fields { return Fields{text.Body: s} }

// A Sample is a document with a name.
type Sample struct {
	Name   string
	Fields Fields
}

// Samples are the hard documents and the texts of testdata, with and without a title and an
// industry: every nth of the texts.
func Samples(t testing.TB, nth int) []Sample {
	var samples []Sample
	for _, d := range Hard() {
		samples = append(samples, Sample{"", d})
	}
	if testing.Short() {
		nth *= 8
	}
	for i, l := range Texts(t) {
		if i%nth > 0 {
			continue
		}
		d := Body(l.Text)
		switch i / nth % 3 {
		case 1:
			d[text.Title] = "Records analyst, health information"
		case 2:
			d[text.Industry] = "Hospitals and clinics"
		}
		samples = append(samples, Sample{l.File, d})
	}
	return samples
}

// Compile compiles profiles.
func Compile(t testing.TB, ps []profiles.Profile) *lexicon.Lexicon {
	t.Helper()
	lex, err := compile(ps)
	if err != nil {
		t.Fatal(err)
	}
	return lex
}

func compile(ps []profiles.Profile) (*lexicon.Lexicon, error) {
	x, err := index.Build(context.Background(), ps)
	if err != nil {
		return nil, err
	}
	lex := lexicon.New(x)
	return lex, x.Close() // what is compiled remains usable
}

var builtIn = sync.OnceValues(func() (*lexicon.Lexicon, error) { return compile(profiles.All()) })

// BuiltIn returns the built-in profiles, compiled once.
func BuiltIn(t testing.TB) *lexicon.Lexicon {
	t.Helper()
	lex, err := builtIn()
	if err != nil {
		t.Fatal(err)
	}
	return lex
}

// Official returns the official unit groups joined with the built-in profiles. A test that asks for
// them is skipped where the official files are not at hand.
func Official(t testing.TB) []profiles.Profile {
	t.Helper()
	dir := filepath.Join(Root(t), "..", "shared")
	if set := os.Getenv("NOCMATCH_SHARED"); set != "" {
		dir = set
	}
	dir = filepath.Join(dir, "data", "noc2021")
	if _, err := os.Stat(dir); err != nil {
		t.Skipf("the official classification is not at hand (%v): set NOCMATCH_SHARED to a folder "+
			"with data/noc2021 to run this test", err)
	}
	ps, err := profiles.Load(context.Background(), dir)
	if err != nil {
		t.Fatal(err)
	}
	return profiles.Join(ps, profiles.All())
}
