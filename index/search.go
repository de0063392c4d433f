package index

import (
	"context"
	"fmt"
	"sort"
	"strings"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search/query"
)

// A Hit is an occupation that Search found.
type Hit struct {
	Code  string `json:"code"`
	Title string `json:"title"`
	// Score is Bleve's, to seven digits, above 0 and without a bound; it compares hits of one search and nothing else.
	Score float64 `json:"score"`
}

// Weights of a word of a query by where it is found. They order a list that a person looks through; they were set by eye, on the
// searches of the tests, and are not the scorer's.
const (
	boostCode       = 64.0 // a number is meant as a code first
	boostTitles     = 8.0  // who types "coder" wants occupations called so before those that employ one
	boostPhrase     = 64.0 // "hospital administrator" in a title, side by side
	boostVocabulary = 2.0
	boostOther      = 1.0
	boostHeading    = 2.0 // "pharmacist": pharmacists before pharmacy technicians, who share the stem
	boostPrefix     = 0.8 // a word begun but not ended
	boostTypo       = 0.4 // less than a prefix: one letter away is more often another word
)

const (
	minPrefix = 3 // shorter beginnings fit too much
	minTypo   = 5 // one letter of four is another word
	minCode   = 2 // one digit is more often a class or a level
)

// maxSearchWords caps what one search costs; the words after it are not looked up.
const maxSearchWords = 64

// Search gives the n best occupations for some words, best first, ties by code: words side by side in a title before words in titles, those
// before words elsewhere, a word that is
// only begun ("abstrac") or has one typo ("cancer regstry") after a whole one, and occupations whose code is a word, or begins with one of
// two digits or more, before all. Nil where nothing fits, where words has no word, and where n < 1. It fails only when the index is closed
// or ctx is done.
func (x *Index) Search(ctx context.Context, words string, n int) ([]Hit, error) {
	q := x.query(words)
	if q == nil || n < 1 {
		return nil, nil
	}
	res, err := x.bleve.SearchInContext(ctx, bleve.NewSearchRequestOptions(q, len(x.profiles), 0, false))
	if err != nil {
		return nil, fmt.Errorf("index: search %q: %w", words, err)
	}
	var hits []Hit
	for _, h := range res.Hits {
		if p, ok := x.profile(h.ID); ok {
			// The last bits of a sum depend on the order in which Bleve numbers documents, which differs from build to build.
			hits = append(hits, Hit{Code: h.ID, Title: p.Title, Score: float64(float32(h.Score))})
		}
	}
	sort.Slice(hits, func(i, j int) bool {
		if hits[i].Score != hits[j].Score {
			return hits[i].Score > hits[j].Score
		}
		return hits[i].Code < hits[j].Code
	})
	return hits[:min(n, len(hits))], nil
}

// query gives what Search asks Bleve; nil where words has no word.
func (x *Index) query(words string) query.Query {
	var any []query.Query
	tokens := x.Analyze(nil, words)
	if phrase := titlePhrase(tokens); phrase != nil {
		any = append(any, phrase)
	}
	for _, t := range tokens {
		if codes := x.codesWithPrefix(t.Term); len(codes) > 0 && len(any) < maxSearchWords*NumFields {
			q := query.NewDocIDQuery(codes)
			q.SetBoost(boostCode)
			any = append(any, q)
		}
		if t.ID == NoTerm || len(any) >= maxSearchWords*NumFields {
			continue
		}
		for f := range Exclusions {
			q := query.NewTermQuery(t.Term)
			q.SetField(f.String())
			q.SetBoost(searchBoost(f))
			any = append(any, q)
		}
	}
	surfaces := x.analyzer.surfaces(words)
	for _, w := range surfaces[:min(len(surfaces), maxSearchWords)] {
		if len(w) >= minPrefix {
			any = append(any, prefixQuery(w, surfaceField, boostPrefix), prefixQuery(w, headingField, boostHeading))
		}
		if len(w) >= minTypo {
			q := query.NewFuzzyQuery(w)
			q.SetField(surfaceField)
			q.SetFuzziness(1)
			q.SetPrefix(1) // people rarely mistype the first letter
			q.SetBoost(boostTypo)
			any = append(any, q)
		}
	}
	if len(any) == 0 {
		return nil
	}
	return query.NewDisjunctionQuery(any)
}

// maxPhrase is how many words a title that is searched as a phrase may have.
const maxPhrase = 8

// titlePhrase asks for all words side by side in a title; nil where there are not some of them, or too many.
func titlePhrase(tokens []Token) query.Query {
	var terms []string
	for _, t := range tokens {
		if !t.Stop && t.Term != "" {
			terms = append(terms, t.Term)
		}
	}
	if len(terms) < 2 || len(terms) > maxPhrase {
		return nil
	}
	q := query.NewPhraseQuery(terms, Titles.String())
	q.SetBoost(boostPhrase)
	return q
}

func prefixQuery(word, field string, boost float64) query.Query {
	q := query.NewPrefixQuery(word)
	q.SetField(field)
	q.SetBoost(boost)
	return q
}

func searchBoost(f Field) float64 {
	switch f {
	case Titles:
		return boostTitles
	case Vocabulary:
		return boostVocabulary
	}
	return boostOther
}

// codesWithPrefix gives the codes that begin with a word that begins with a digit; for a word of one digit, the code that is that digit.
func (x *Index) codesWithPrefix(word string) []string {
	if word == "" || word[0] < '0' || word[0] > '9' {
		return nil
	}
	var codes []string
	for _, p := range x.profiles {
		if p.Code == word || len(word) >= minCode && strings.HasPrefix(p.Code, word) {
			codes = append(codes, p.Code)
		}
	}
	return codes
}
