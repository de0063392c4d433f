package documents

import (
	"cmp"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestPDFReadingOrder compares the order of the words with that of poppler, which reads a page in
// the order of its layout and, with -layout, row by row, and with the text that a PDF was made
// from, where that is known: of the pairs of neighbouring words, how many of the best of them are
// found. Another folder of PDFs can be measured by naming it in NOCMATCH_PDFS.
func TestPDFReadingOrder(t *testing.T) {
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext is not installed: it is in the package poppler-utils")
	}
	files, err := filepath.Glob(filepath.Join(cmp.Or(os.Getenv("NOCMATCH_PDFS"), folder), "*.pdf"))
	if err != nil || len(files) == 0 {
		t.Fatal("no PDFs: ", err)
	}
	type figure struct {
		name         string
		pairs, words float64
	}
	var all []figure
	for _, name := range files {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		f, err := Read(t.Context(), filepath.Base(name), raw, Limits{})
		if err != nil {
			if !strings.HasPrefix(filepath.Base(name), "broken-") {
				t.Log(err)
			}
			continue
		}
		best := figure{name: filepath.Base(name)}
		for _, want := range orders(t, name) {
			if len(anyWord.FindAllString(want, 10)) < 10 {
				continue
			}
			if p := sharedOf(pairs(want), pairs(f.Text)); p > best.pairs {
				best.pairs = p
			}
			best.words = max(best.words, sharedOf(anyWord.FindAllString(strings.ToLower(want), -1), anyWord.FindAllString(strings.ToLower(f.Text), -1)))
		}
		if best.words > 0 {
			all = append(all, best)
		}
	}
	slices.SortFunc(all, func(a, b figure) int { return cmp.Compare(a.pairs, b.pairs) })
	var table strings.Builder
	for _, f := range all {
		fmt.Fprintf(&table, "%.3f %.3f %s\n", f.pairs, f.words, f.name)
	}
	tenth, median := all[len(all)/10].pairs, all[len(all)/2].pairs
	slices.SortFunc(all, func(a, b figure) int { return cmp.Compare(a.words, b.words) })
	words := all[len(all)/10].words
	t.Logf("%d files, pairs: median %.3f, tenth percentile %.3f; words: tenth percentile %.3f\n%s", len(all), median, tenth, words, &table)
	if median < 0.97 || tenth < 0.90 || words < 0.98 {
		t.Errorf("pairs: median %.3f, tenth percentile %.3f; words: tenth percentile %.3f; want at least .97, .90, .98", median, tenth, words)
	}
}

// orders are the texts of a PDF that poppler finds, and the one that it was made from, where that
// is at hand.
func orders(t *testing.T, name string) []string {
	var all []string
	for _, options := range [][]string{{name, "-"}, {"-layout", name, "-"}} {
		out, err := exec.CommandContext(t.Context(), "pdftotext", options...).Output()
		if err != nil {
			t.Fatalf("pdftotext %s: %v", name, err)
		}
		all = append(all, clean(joinBrokenWords(string(out))))
	}
	for _, ending := range []string{expected, ".txt"} {
		if out, err := os.ReadFile(name + ending); err == nil {
			all = append(all, string(out))
		}
	}
	return all
}

// pairs are the pairs of neighbouring words of a text.
func pairs(text string) []string {
	words := anyWord.FindAllString(strings.ToLower(text), -1)
	var out []string
	for i := 1; i < len(words); i++ {
		out = append(out, words[i-1]+" "+words[i])
	}
	return out
}

// sharedOf is the share of all, in [0, 1], that some have too. What comes again, as the head of a
// page does, counts once.
func sharedOf(all, some []string) float64 {
	has := map[string]bool{}
	for _, s := range some {
		has[s] = true
	}
	seen, n := map[string]bool{}, 0
	for _, s := range all {
		if !seen[s] && has[s] {
			n++
		}
		seen[s] = true
	}
	return float64(n) / float64(max(1, len(seen)))
}
