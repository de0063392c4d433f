package index

import (
	"context"
	"errors"
	"fmt"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/mapping"
	"github.com/blevesearch/bleve/v2/registry"

	"github.com/nocmatch/nocmatch/profiles"
)

// Names under which Bleve finds the analysis. They stand in saved mappings: an analysis that gives other tokens gets another name.
const (
	analyzerName = "nocmatch_v1"
	surfaceName  = "nocmatch_surface_v1"
)

// surfaceField holds every word of a profile as it is written, in lower case, so that Search can complete it and forgive a typo in it:
// a stem is neither a prefix of the word that a person types nor one typo away from it.
const surfaceField = "surface"

// headingField holds the words of the official title in the same way.
const headingField = "heading"

// init registers the analysis; Bleve knows no other way. The names are ours, so that a failure can only be a second registration.
func init() {
	_ = registry.RegisterAnalyzer(analyzerName, func(map[string]any, *registry.Cache) (analysis.Analyzer, error) {
		return bleveAnalyzer{NewAnalyzer()}, nil
	})
	_ = registry.RegisterAnalyzer(surfaceName, func(map[string]any, *registry.Cache) (analysis.Analyzer, error) {
		return surfaceAnalyzer{NewAnalyzer()}, nil
	})
}

// A bleveAnalyzer is our analysis as Bleve wants it. Stop words count as positions, so that phrases keep their gaps.
type bleveAnalyzer struct{ a *Analyzer }

func (b bleveAnalyzer) Analyze(input []byte) analysis.TokenStream {
	var out analysis.TokenStream
	for i, t := range b.a.Analyze(nil, string(input)) {
		if t.Stop || t.Term == "" {
			continue
		}
		out = append(out, &analysis.Token{Start: t.Start, End: t.End, Term: []byte(t.Term), Position: i + 1, Type: analysis.AlphaNumeric})
	}
	return out
}

// A surfaceAnalyzer cuts words and folds their case and accents, and that is all.
type surfaceAnalyzer struct{ a *Analyzer }

func (b surfaceAnalyzer) Analyze(input []byte) analysis.TokenStream {
	var out analysis.TokenStream
	for i, w := range b.a.surfaces(string(input)) {
		out = append(out, &analysis.Token{Term: []byte(w), Position: i + 1, Type: analysis.AlphaNumeric})
	}
	return out
}

// surfaces gives the words of a text in lower case, without stop words.
func (a *Analyzer) surfaces(text string) []string {
	var words []string
	s := scanner{text: text}
	for s.next() {
		if w := trimPossessive(string(s.buf)); w != "" && !a.stop[w] {
			words = append(words, w)
		}
	}
	return words
}

// newMapping maps each field that is searched to our analysis, stores none and keeps no catch-all field.
func newMapping() mapping.IndexMapping {
	doc := bleve.NewDocumentStaticMapping()
	add := func(name, analyzer string) {
		f := bleve.NewTextFieldMapping()
		f.Analyzer, f.Store, f.IncludeInAll, f.IncludeTermVectors, f.DocValues = analyzer, false, false, false, false
		doc.AddFieldMappingsAt(name, f)
	}
	for f := range numFields {
		add(f.String(), analyzerName)
	}
	// Search looks for titles word by word and as phrases.
	doc.Properties[Titles.String()].Fields[0].IncludeTermVectors = true
	add(surfaceField, surfaceName)
	add(headingField, surfaceName)
	m := bleve.NewIndexMapping()
	m.DefaultMapping = doc
	m.DefaultAnalyzer = analyzerName
	return m
}

// newBleve builds an index of profiles in the folder at path, or in memory where path is empty. All profiles go in one batch: segments
// change what Bleve scores, in-memory scorch merges none, and a folder would get a segment more for every batch.
func newBleve(ctx context.Context, path string, ps []profiles.Profile) (bleve.Index, error) {
	b, err := bleve.NewUsing(path, newMapping(), "scorch", "scorch", nil)
	if err != nil {
		return nil, fmt.Errorf("index: create: %w", err)
	}
	batch := b.NewBatch()
	for _, p := range ps {
		if err := ctx.Err(); err != nil {
			return nil, errors.Join(err, b.Close())
		}
		d := newDocument(p)
		if err := batch.Index(d.code, d.fields); err != nil {
			return nil, errors.Join(fmt.Errorf("index: profile %s: %w", d.code, err), b.Close())
		}
	}
	if err := b.Batch(batch); err != nil {
		return nil, errors.Join(fmt.Errorf("index: write: %w", err), b.Close())
	}
	return b, nil
}
