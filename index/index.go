package index

import (
	"context"
	"errors"
	"fmt"
	"sort"
	"sync"

	"github.com/blevesearch/bleve/v2"

	"github.com/nocmatch/nocmatch/profiles"
)

// An Index holds profiles, their Bleve index and its postings. It is immutable and safe for concurrent use.
type Index struct {
	profiles []profiles.Profile
	bleve    bleve.Index
	postings *Postings
	analyzer *Analyzer

	closing  sync.Once
	closeErr error
}

// Build indexes profiles in memory. Their order does not matter. It fails where a profile lacks a code or a title, where a code comes
// twice, and where there is no profile at all; the error names every such profile. When ctx is done it fails with the error of ctx. The
// index keeps the profiles: do not change them.
func Build(ctx context.Context, ps []profiles.Profile) (*Index, error) {
	sorted, err := sortByCode(ps)
	if err != nil {
		return nil, err
	}
	b, err := newBleve(ctx, "", sorted)
	if err != nil {
		return nil, err
	}
	return newIndex(ctx, sorted, b)
}

// newIndex puts together an index of profiles, sorted by code, and their Bleve index, which it closes if it fails.
func newIndex(ctx context.Context, ps []profiles.Profile, b bleve.Index) (*Index, error) {
	codes := make(map[string]int32, len(ps))
	for i, p := range ps {
		codes[p.Code] = int32(i)
	}
	postings, ids, err := readPostings(ctx, b, codes)
	if err != nil {
		return nil, errors.Join(err, b.Close())
	}
	return &Index{profiles: ps, bleve: b, postings: postings, analyzer: NewAnalyzer().withTerms(ids)}, nil
}

// sortByCode returns the profiles sorted, in a list of their own, or what keeps them from being indexed.
func sortByCode(ps []profiles.Profile) ([]profiles.Profile, error) {
	sorted := append([]profiles.Profile(nil), ps...)
	sort.SliceStable(sorted, func(i, j int) bool { return sorted[i].Code < sorted[j].Code })
	return sorted, check(sorted)
}

// check reports what keeps profiles, sorted by code, from being indexed.
func check(ps []profiles.Profile) error {
	if len(ps) == 0 {
		return errors.New("index: no profiles to index")
	}
	var errs []error
	for i, p := range ps {
		switch {
		case p.Code == "" || p.Title == "":
			errs = append(errs, fmt.Errorf("index: profile with code %q and title %q: both must be given", p.Code, p.Title))
		case i > 0 && p.Code == ps[i-1].Code:
			errs = append(errs, fmt.Errorf("index: code %s is given to %q and to %q: keep one, or join them with profiles.Join", p.Code, ps[i-1].Title, p.Title))
		}
	}
	return errors.Join(errs...)
}

// Close releases the Bleve index; Search fails afterwards, everything else goes on working. Closing twice is harmless.
func (x *Index) Close() error {
	x.closing.Do(func() { x.closeErr = x.bleve.Close() })
	return x.closeErr
}

// Profiles returns the indexed profiles, sorted by code. Their positions are the document numbers of the postings. Do not change them.
func (x *Index) Profiles() []profiles.Profile { return x.profiles }

// Postings returns the posting lists of the index. Do not change them.
func (x *Index) Postings() *Postings { return x.postings }

// Analyze appends the tokens of text to dst, in the order of the text, with the IDs of their terms in the postings of this index.
func (x *Index) Analyze(dst []Token, text string) []Token { return x.analyzer.Analyze(dst, text) }

// profile returns the profile of a code.
func (x *Index) profile(code string) (profiles.Profile, bool) {
	i := sort.Search(len(x.profiles), func(i int) bool { return x.profiles[i].Code >= code })
	if i == len(x.profiles) || x.profiles[i].Code != code {
		return profiles.Profile{}, false
	}
	return x.profiles[i], true
}
