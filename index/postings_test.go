package index

import (
	"context"
	"maps"
	"math"
	"reflect"
	"slices"
	"sync"
	"testing"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search/query"
	"github.com/google/go-cmp/cmp"

	"github.com/nocmatch/nocmatch/profiles"
)

// corpora are the indexes that the differential tests compare with Bleve, each with another of the same profiles in another order.
var corpora = []struct {
	name           string
	index, rebuilt func(testing.TB) *Index
	texts          int // how many texts to try: the official corpus is large, and the race detector slow
}{
	{"built-in", builtinIndex, rebuild(builtinIndex), 100},
	{"official", officialIndex, rebuild(officialIndex), 25},
}

// rebuild gives a function that builds, once, an index of the same profiles in another order.
func rebuild(index func(testing.TB) *Index) func(testing.TB) *Index {
	var once sync.Once
	var x *Index
	var err error
	return func(t testing.TB) *Index {
		t.Helper()
		ps := index(t).Profiles() // skips where there are none
		once.Do(func() { x, err = Build(context.Background(), shuffled(ps)) })
		if err != nil {
			t.Fatal(err)
		}
		return x
	}
}

// recount builds postings in the plainest way, from nothing but Analyze and Field.Texts.
func recount(ps []profiles.Profile) *Postings {
	type list struct{ docs, freqs []int32 }
	var lists [NumFields]map[string]*list
	var lengths [NumFields][]int32
	a := NewAnalyzer()
	terms := map[string]bool{}
	for f := range numFields {
		lists[f], lengths[f] = map[string]*list{}, make([]int32, len(ps))
		for d, p := range ps {
			count := map[string]int32{}
			for _, text := range f.Texts(p) {
				for _, t := range a.Analyze(nil, text) {
					if !t.Stop && t.Term != "" {
						count[t.Term]++
						lengths[f][d]++
						terms[t.Term] = true
					}
				}
			}
			for term, n := range count {
				l := lists[f][term]
				if l == nil {
					l = &list{}
					lists[f][term] = l
				}
				l.docs, l.freqs = append(l.docs, int32(d)), append(l.freqs, n)
			}
		}
	}
	p := &Postings{NumDocs: len(ps), Terms: sortedKeys(terms)}
	for f := range p.Fields {
		fp := FieldPostings{Offsets: []int32{0}, Docs: []int32{}, Freqs: []int32{}, Lengths: lengths[f]}
		for _, t := range p.Terms {
			if l := lists[f][t]; l != nil {
				fp.Docs, fp.Freqs = append(fp.Docs, l.docs...), append(fp.Freqs, l.freqs...)
			}
			fp.Offsets = append(fp.Offsets, int32(len(fp.Docs)))
		}
		p.Fields[f] = fp
	}
	return p
}

func TestPostingsEqualRecount(t *testing.T) {
	for _, c := range corpora {
		t.Run(c.name, func(t *testing.T) {
			x := c.index(t)
			want := recount(x.Profiles())
			if !reflect.DeepEqual(want, x.Postings()) {
				t.Errorf("mismatch (-want +got):\n%s", cmp.Diff(want, x.Postings()))
			}
		})
	}
}

func TestPostingsAscend(t *testing.T) {
	for _, c := range corpora {
		t.Run(c.name, func(t *testing.T) {
			p := c.index(t).Postings()
			if !slices.IsSorted(p.Terms) || len(slices.Compact(slices.Clone(p.Terms))) != len(p.Terms) {
				t.Error("terms are not sorted, or one comes twice")
			}
			for f := range numFields {
				fp := &p.Fields[f]
				for id, term := range p.Terms {
					docs, freqs := fp.List(int32(id))
					for i, d := range docs {
						if d < 0 || int(d) >= p.NumDocs || i > 0 && d <= docs[i-1] || freqs[i] < 1 {
							t.Fatalf("%q in %s: documents %v, frequencies %v", term, f, docs, freqs)
						}
					}
				}
				if docs, freqs := fp.List(NoTerm); docs != nil || freqs != nil {
					t.Errorf("%s: no term has documents %v", f, docs)
				}
			}
		})
	}
}

// Every term of every field: as many documents as Bleve's dictionary counts and, of a sample if there are very many, as Bleve finds.
func TestPostingsEqualBleve(t *testing.T) {
	const maxSearches = 6000
	for _, c := range corpora {
		t.Run(c.name, func(t *testing.T) {
			x := c.index(t)
			p := x.Postings()
			type entry struct {
				f    Field
				term string
				df   uint64
			}
			var entries []entry
			for f := range numFields {
				dict, err := x.bleve.FieldDict(f.String())
				if err != nil {
					t.Fatal(err)
				}
				defer dict.Close()
				known := 0
				for e, err := dict.Next(); e != nil || err != nil; e, err = dict.Next() {
					if err != nil {
						t.Fatal(err)
					}
					entries = append(entries, entry{f, e.Term, e.Count})
					known++
					if docs, _ := p.Fields[f].List(x.analyzer.id(e.Term)); uint64(len(docs)) != e.Count {
						t.Errorf("%q in %s: document frequency %d, Bleve counts %d", e.Term, f, len(docs), e.Count)
					}
				}
				for id := range p.Terms {
					if docs, _ := p.Fields[f].List(int32(id)); len(docs) > 0 {
						known--
					}
				}
				if known != 0 {
					t.Errorf("Bleve has %d more terms in %s than the postings", known, f)
				}
			}
			for i := 0; i < len(entries); i += 1 + len(entries)/maxSearches {
				e := entries[i]
				q := query.NewTermQuery(e.term)
				q.SetField(e.f.String())
				res, err := x.bleve.Search(bleve.NewSearchRequestOptions(q, 0, 0, false))
				if err != nil {
					t.Fatal(err)
				}
				if res.Total != e.df {
					t.Errorf("%q in %s: document frequency %d, a search finds %d", e.term, e.f, e.df, res.Total)
				}
			}
		})
	}
}

// The profiles that share a word with a text are those that Bleve finds.
func TestCandidatesEqualBleve(t *testing.T) {
	for _, c := range corpora {
		t.Run(c.name, func(t *testing.T) {
			x := c.index(t)
			texts := wordMixes(x.Profiles(), 20)
			samples := sampleTexts(t)
			for _, name := range slices.Sorted(maps.Keys(samples)) {
				texts = append(texts, samples[name])
			}
			found := 0
			for i := 0; i < len(texts); i += 1 + len(texts)/c.texts {
				text := texts[i]
				for f := range numFields {
					want := bleveCandidates(t, x, f, text)
					found += len(want)
					if diff := cmp.Diff(want, candidates(x, f, text)); diff != "" {
						t.Errorf("candidates of %.80q in %s mismatch (-Bleve +postings):\n%s", text, f, diff)
					}
				}
			}
			if found == 0 {
				t.Error("no text has a candidate")
			}
		})
	}
}

func candidates(x *Index, f Field, text string) []string {
	seen := map[string]bool{}
	for _, tok := range x.Analyze(nil, text) {
		docs, _ := x.Postings().Fields[f].List(tok.ID)
		for _, d := range docs {
			seen[x.Profiles()[d].Code] = true
		}
	}
	return sortedKeys(seen)
}

// bleveCandidates asks Bleve for the distinct terms of a text, whether or not the postings know them.
func bleveCandidates(t *testing.T, x *Index, f Field, text string) []string {
	t.Helper()
	terms := map[string]bool{}
	for _, tok := range NewAnalyzer().Analyze(nil, text) {
		if !tok.Stop && tok.Term != "" {
			terms[tok.Term] = true
		}
	}
	var any []query.Query
	for _, term := range sortedKeys(terms) {
		q := query.NewTermQuery(term)
		q.SetField(f.String())
		any = append(any, q)
	}
	if any == nil {
		return nil
	}
	req := bleve.NewSearchRequestOptions(query.NewDisjunctionQuery(any), len(x.Profiles()), 0, false)
	res, err := x.bleve.SearchInContext(context.Background(), req)
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, h := range res.Hits {
		seen[h.ID] = true
	}
	return sortedKeys(seen)
}

func sortedKeys(set map[string]bool) []string { return slices.Sorted(maps.Keys(set)) }

func TestPostingsDoNotDependOnOrder(t *testing.T) {
	for _, c := range corpora {
		t.Run(c.name, func(t *testing.T) {
			x := c.index(t)
			other := c.rebuilt(t)
			if !reflect.DeepEqual(x.Postings(), other.Postings()) {
				t.Errorf("mismatch (-given +shuffled):\n%s", cmp.Diff(x.Postings(), other.Postings()))
			}
			if !reflect.DeepEqual(x.analyzer.ids, other.analyzer.ids) {
				t.Error("terms have other IDs")
			}
		})
	}
}

// Bleve keeps lengths as 32-bit norms: they must come back exactly.
func TestFieldLength(t *testing.T) {
	for n := int32(1); n <= 2_000_000; n += 1 + n/500 {
		if got := fieldLength(float64(float32(1 / math.Sqrt(float64(n))))); got != n {
			t.Errorf("the length of a field of %d terms comes back as %d", n, got)
		}
	}
	if got := fieldLength(0); got != 0 {
		t.Errorf("an empty field has length %d", got)
	}
}
