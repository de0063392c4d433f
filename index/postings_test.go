package index

import (
	"context"
	"reflect"
	"slices"
	"sort"
	"testing"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search/query"
	"github.com/google/go-cmp/cmp"

	"github.com/nocmatch/nocmatch/profiles"
)

// corpora are the indexes that the differential tests compare with Bleve.
var corpora = []struct {
	name  string
	index func(testing.TB) *Index
}{
	{"built-in", builtinIndex},
	{"official", officialIndex},
}

// recount builds postings in the plainest way, from nothing but Analyze and Field.Texts.
func recount(ps []profiles.Profile) *Postings {
	a := NewAnalyzer()
	var counts [NumFields][]map[string]int32 // by field and document
	terms := map[string]bool{}
	for f := range numFields {
		for _, p := range ps {
			count := map[string]int32{}
			for _, text := range f.Texts(p) {
				for _, t := range a.Analyze(nil, text) {
					if !t.Stop && t.Term != "" {
						count[t.Term]++
						terms[t.Term] = true
					}
				}
			}
			counts[f] = append(counts[f], count)
		}
	}
	p := &Postings{NumDocs: len(ps), Terms: make([]string, 0, len(terms))}
	for t := range terms {
		p.Terms = append(p.Terms, t)
	}
	sort.Strings(p.Terms)
	for f := range p.Fields {
		fp := FieldPostings{Offsets: []int32{0}, Docs: []int32{}, Freqs: []int32{}, Lengths: make([]int32, len(ps))}
		for _, t := range p.Terms {
			for d := range ps {
				if n := counts[f][d][t]; n > 0 {
					fp.Docs, fp.Freqs = append(fp.Docs, int32(d)), append(fp.Freqs, n)
					fp.Lengths[d] += n
				}
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
			texts := sampleTexts(t)
			for i, text := range wordMixes(x.Profiles(), 25) {
				texts["mix "+string(rune('a'+i))] = text
			}
			found := 0
			for name, text := range texts {
				for f := range numFields {
					want := bleveCandidates(t, x, f, text)
					found += len(want)
					if diff := cmp.Diff(want, candidates(x, f, text)); diff != "" {
						t.Errorf("%s: candidates in %s mismatch (-Bleve +postings):\n%s", name, f, diff)
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

func sortedKeys(set map[string]bool) []string {
	var keys []string
	for k := range set {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}

func TestPostingsDoNotDependOnOrder(t *testing.T) {
	for _, c := range corpora {
		t.Run(c.name, func(t *testing.T) {
			x := c.index(t)
			other := build(t, shuffled(x.Profiles()))
			if !reflect.DeepEqual(x.Postings(), other.Postings()) {
				t.Errorf("mismatch (-given +shuffled):\n%s", cmp.Diff(x.Postings(), other.Postings()))
			}
			if !reflect.DeepEqual(x.analyzer.ids, other.analyzer.ids) {
				t.Error("terms have other IDs")
			}
		})
	}
}
