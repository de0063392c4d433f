package match

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"testing"

	"github.com/blevesearch/bleve/v2"
	blevequery "github.com/blevesearch/bleve/v2/search/query"

	"github.com/nocmatch/nocmatch/index"
	"github.com/nocmatch/nocmatch/match/internal/read"
	"github.com/nocmatch/nocmatch/match/internal/testset"
	"github.com/nocmatch/nocmatch/profiles"
)

// BenchmarkMatch runs the naive way, Bleve's own full-text search with one MatchQuery of the whole text for each field, beside ours,
// over the same profiles and the same texts: the labelled ones of testdata, in turn. Ours comes twice: as a result with five
// occupations explained to the byte, and as scores alone, which is what Bleve's hits are. The bytes a second are those of the texts.
func BenchmarkMatch(b *testing.B) {
	b.Run("builtin", func(b *testing.B) { benchmarkMatch(b, profiles.All()) })
	b.Run("official", func(b *testing.B) { benchmarkMatch(b, testset.Official(b)) })
}

func benchmarkMatch(b *testing.B, ps []profiles.Profile) {
	var texts []string
	size := 0
	for _, l := range testset.Texts(b) {
		texts = append(texts, l.Text)
		size += len(l.Text)
	}
	perText := int64(size / len(texts))

	b.Run("naive", func(b *testing.B) {
		search := naiveBleve(b, ps)
		b.SetBytes(perText)
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			search(b, texts[i%len(texts)])
		}
	})
	m := matcherOf(b, ps, Options{})
	b.Run("explained", func(b *testing.B) {
		b.SetBytes(perText)
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			if _, err := m.Match(context.Background(), Document{Text: texts[i%len(texts)]}); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("scores", func(b *testing.B) {
		var s read.Scratch
		b.SetBytes(perText)
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			fields := testset.Body(texts[i%len(texts)])
			m.signals.Run(read.New(m.lex, fields, m.off, &s), m.off).Close()
		}
	})
}

// naiveBleve returns what a program does that knows Bleve and nothing else: default mapping, one match query a field.
func naiveBleve(b *testing.B, ps []profiles.Profile) func(*testing.B, string) {
	b.Helper()
	mapping := bleve.NewIndexMapping()
	mapping.DefaultAnalyzer = "en"
	x, err := bleve.NewUsing("", mapping, "scorch", "scorch", nil)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		if err := x.Close(); err != nil {
			b.Error(err)
		}
	})
	batch := x.NewBatch()
	fields := []index.Field{index.Titles, index.Duties, index.Vocabulary, index.Skills, index.Lead, index.Requirements}
	for _, p := range ps {
		doc := map[string]any{}
		for _, f := range fields {
			doc[f.String()] = f.Texts(p)
		}
		if err := batch.Index(p.Code, doc); err != nil {
			b.Fatal(err)
		}
	}
	if err := x.Batch(batch); err != nil {
		b.Fatal(err)
	}
	return func(b *testing.B, text string) {
		var qs []blevequery.Query
		for _, f := range fields {
			q := bleve.NewMatchQuery(text)
			q.SetField(f.String())
			qs = append(qs, q)
		}
		req := bleve.NewSearchRequestOptions(bleve.NewDisjunctionQuery(qs...), 5, 0, false)
		if _, err := x.Search(req); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkMatchTitle is a bare title with an industry.
func BenchmarkMatchTitle(b *testing.B) {
	m, err := Default()
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := m.Match(context.Background(), Document{Title: "Medical records clerk", Industry: "Hospital"}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkDefault is what the first call of a program costs: index, postings and model of the built-in profiles.
func BenchmarkDefault(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		x, err := index.Build(b.Context(), profiles.All())
		if err != nil {
			b.Fatal(err)
		}
		if _, err := New(x, Options{}); err != nil {
			b.Fatal(err)
		}
		if err := x.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkGrowth is what a byte of large documents costs, and of documents eight times as large: the two must be much the same.
func BenchmarkGrowth(b *testing.B) {
	m := with(b, defaultMatcher(b), Options{Top: 5})
	documents := largeDocuments(b)
	for _, name := range slices.Sorted(maps.Keys(documents)) {
		for _, n := range []int{60_000, 480_000} {
			b.Run(fmt.Sprintf("%s/%d", name, n), func(b *testing.B) {
				d := documents[name](n)
				b.SetBytes(int64(n))
				for b.Loop() {
					if _, err := m.Match(context.Background(), d); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
