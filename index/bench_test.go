package index

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"unicode"

	_ "github.com/blevesearch/bleve/v2/analysis/lang/en"
	"github.com/blevesearch/bleve/v2/registry"
	"github.com/kljensen/snowball/english"

	"github.com/nocmatch/nocmatch/profiles"
)

func samplePosting(b *testing.B) string {
	b.Helper()
	text, err := os.ReadFile(filepath.Join("..", "testdata", "postings", "release-of-information-specialist.txt"))
	if err != nil {
		b.Fatal(err)
	}
	return string(text)
}

// BenchmarkAnalyze compares the analysis of one posting with the plain ways to do it: Bleve's own English analyzer, and a stemmer that
// remembers nothing.
func BenchmarkAnalyze(b *testing.B) {
	text := samplePosting(b)
	x, err := builtin()
	if err != nil {
		b.Fatal(err)
	}
	start := func(b *testing.B) {
		b.SetBytes(int64(len(text)))
		b.ReportAllocs()
	}
	b.Run("ours", func(b *testing.B) {
		start(b)
		var tokens []Token
		for b.Loop() {
			tokens = x.Analyze(tokens[:0], text)
		}
	})
	b.Run("ours-for-bleve", func(b *testing.B) {
		start(b)
		a := bleveAnalyzer{NewAnalyzer()}
		input := []byte(text)
		for b.Loop() {
			a.Analyze(input)
		}
	})
	b.Run("bleve-en", func(b *testing.B) {
		start(b)
		a, err := registry.NewCache().AnalyzerNamed("en")
		if err != nil {
			b.Fatal(err)
		}
		for b.Loop() {
			a.Analyze([]byte(text)) // a fresh copy: its filters write into it
		}
	})
	b.Run("snowball-without-memo", func(b *testing.B) {
		start(b)
		for b.Loop() {
			from := -1
			for i, r := range text {
				switch letter := unicode.IsLetter(r) || unicode.IsDigit(r); {
				case letter && from < 0:
					from = i
				case !letter && from >= 0:
					english.Stem(text[from:i], true)
					from = -1
				}
			}
		}
	})
}

func BenchmarkBuild(b *testing.B) {
	ps := profiles.All()
	b.ReportAllocs()
	for b.Loop() {
		x, err := Build(context.Background(), ps)
		if err != nil {
			b.Fatal(err)
		}
		if err := x.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSearch(b *testing.B) {
	for _, c := range corpora {
		b.Run(c.name, func(b *testing.B) {
			x := c.index(b)
			b.ReportAllocs()
			for b.Loop() {
				if _, err := x.Search(b.Context(), "health records coder", 10); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
