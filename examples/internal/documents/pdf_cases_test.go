package documents

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestSharedPDFCases holds the reader to the PDFs that were collected, where they are at hand.
func TestSharedPDFCases(t *testing.T) {
	raw, err := os.ReadFile(filepath.Join(sharedCases, "expect.json"))
	if err != nil {
		t.Skip("the collected inputs are not at hand: ", err)
	}
	var cases map[string]struct {
		Must, MustNot, Order []string
		Kind, Err            string
	}
	if err := json.Unmarshal(raw, &cases); err != nil {
		t.Fatal(err)
	}
	for name, c := range cases {
		if !strings.HasSuffix(name, ".pdf") {
			continue
		}
		t.Run(name, func(t *testing.T) {
			raw, err := os.ReadFile(filepath.Join(sharedCases, name))
			if err != nil {
				t.Fatal(err)
			}
			f, err := Read(t.Context(), name, raw, Limits{})
			if c.Err != "" || err != nil {
				if c.Err == "" || err == nil {
					t.Errorf("%s: %v, want an error with %q", c.Kind, err, c.Err)
				}
				return
			}
			text := strings.Join(strings.Fields(f.Text), " ")
			for _, s := range c.Must {
				if !strings.Contains(text, s) {
					t.Errorf("%s: %q is missing in\n%s", c.Kind, s, f.Text)
				}
			}
			for _, s := range c.MustNot {
				if strings.Contains(text, s) {
					t.Errorf("%s: %q is in\n%s", c.Kind, s, f.Text)
				}
			}
			var places []int
			for _, s := range c.Order {
				places = append(places, strings.Index(text, s))
			}
			if slices.Contains(places, -1) || !slices.IsSorted(places) {
				t.Errorf("%s: %q stand at %v in\n%s", c.Kind, c.Order, places, f.Text)
			}
			if name == "p44_portfolio.pdf" && len(f.LeftOut) == 0 {
				t.Errorf("%s: nothing is said to be left out", c.Kind)
			}
		})
	}
}

// TestSharedHiddenPDFs wants the tricks that were collected kept out of the text, and said.
func TestSharedHiddenPDFs(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(sharedCases, "../hidden/*.pdf"))
	if err != nil || len(files) == 0 {
		t.Skip("the collected inputs are not at hand")
	}
	for _, name := range files {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		f, err := Read(t.Context(), filepath.Base(name), raw, Limits{})
		if err != nil || !strings.Contains(f.Text, "Line Cook") || strings.Contains(f.Text, "Health Records") {
			t.Errorf("%s: %v, %s", name, err, f.Text)
		}
		if !slices.ContainsFunc(f.LeftOut, func(l LeftOut) bool { return l.Kind == LeftHidden && l.Size > 100 }) {
			t.Errorf("%s: left out %+v", name, f.LeftOut)
		}
	}
}

// TestSharedHostilePDFs bounds what the bad PDFs that were collected cost.
func TestSharedHostilePDFs(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(sharedCases, "../hostile/*.pdf"))
	if err != nil || len(files) == 0 {
		t.Skip("the collected inputs are not at hand")
	}
	for _, name := range files {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		took := measure(t, func() { _, err = Read(t.Context(), "bad", raw, Limits{}) })
		t.Logf("%s: %v of the processor, %d MiB, %v", filepath.Base(name), took.cpu, took.memory>>20, err)
		if took.cpu > badTime || took.memory > badBytes {
			t.Errorf("%s: %v of the processor, %d MiB", filepath.Base(name), took.cpu, took.memory>>20)
		}
	}
}
