package main

import (
	"context"
	"slices"

	"github.com/nocmatch/nocmatch/examples/internal/corpus"
	"github.com/nocmatch/nocmatch/examples/internal/masking"
	"github.com/nocmatch/nocmatch/index"
	"github.com/nocmatch/nocmatch/match"
	"github.com/nocmatch/nocmatch/match/posting"
	"github.com/nocmatch/nocmatch/profiles"
)

// A matcher matches documents; it is a [match.Matcher], or in tests one whose results don't change with the scorer.
type matcher interface {
	Match(context.Context, match.Document) (match.Result, error)
	// With returns a matcher of the same profiles with other options.
	With(match.Options) (matcher, error)
	// Posting turns a posting into a profile with a code.
	Posting(ctx context.Context, d match.Document, code string) (profiles.Profile, error)
	// PersonalDetails returns what of a text tells who somebody is.
	PersonalDetails(text string) []masking.Span
}

// A loader makes a matcher of a set of profiles and more.
type loader func(ctx context.Context, set corpus.Set, more ...profiles.Profile) (matcher, error)

// loadMatcher is the loader of the program.
func loadMatcher(ctx context.Context, set corpus.Set, more ...profiles.Profile) (matcher, error) {
	if len(more) == 0 {
		m, err := set.Matcher(ctx, match.Options{})
		return engine{m}, err
	}
	x, err := index.Build(ctx, slices.Concat(set.All(), more))
	if err != nil {
		return nil, err
	}
	defer x.Close() // the matcher has read what it needs
	m, err := match.New(x, match.Options{})
	return engine{m}, err
}

// engine is a [match.Matcher] as a matcher.
type engine struct{ *match.Matcher }

func (e engine) With(o match.Options) (matcher, error) {
	m, err := e.Matcher.With(o)
	return engine{m}, err
}

func (e engine) Posting(ctx context.Context, d match.Document, code string) (profiles.Profile, error) {
	return posting.Profile(ctx, e.Matcher, d, code)
}

func (engine) PersonalDetails(text string) []masking.Span {
	var spans []masking.Span
	for _, p := range match.PersonalDetails(text) {
		spans = append(spans, masking.Span{Start: p.Start, End: p.End, Kind: p.Kind})
	}
	return spans
}
