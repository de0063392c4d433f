package match

import (
	"sync"
	"testing"

	"github.com/nocmatch/nocmatch/index"
	"github.com/nocmatch/nocmatch/match/internal/testset"
	"github.com/nocmatch/nocmatch/match/internal/text"
	"github.com/nocmatch/nocmatch/profiles"
)

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

// matcherOf is a matcher over some profiles. Their index is closed: no matcher needs it.
func matcherOf(t testing.TB, ps []profiles.Profile, o Options) *Matcher {
	t.Helper()
	x, err := index.Build(t.Context(), ps)
	if err != nil {
		t.Fatal(err)
	}
	m, err := New(x, o)
	if err != nil {
		t.Fatal(err)
	}
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	return m
}

var (
	officialOnce sync.Once
	official     *Matcher
)

// officialMatcher is a matcher over the official unit groups joined with the built-in profiles.
func officialMatcher(t testing.TB) *Matcher {
	t.Helper()
	ps := testset.Official(t)
	officialOnce.Do(func() { official = matcherOf(t, ps, Options{}) })
	return official
}

// documentOf is a document of the shared test set.
func documentOf(s testset.Sample) Document {
	f := s.Fields
	return Document{Name: s.Name, Title: f[text.Title], Industry: f[text.Industry], Text: f[text.Body]}
}

// sampleDocuments are documents that are hard to read and every nth text of testdata.
func sampleDocuments(t testing.TB, nth int) []Document {
	t.Helper()
	var docs []Document
	for _, s := range testset.Samples(t, nth) {
		docs = append(docs, documentOf(s))
	}
	return docs
}
