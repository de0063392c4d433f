package index

import (
	"context"
	"fmt"
	"math"
	"sort"

	"github.com/blevesearch/bleve/v2"
	bleveindex "github.com/blevesearch/bleve_index_api"
)

// Postings are the posting lists of an index in flat arrays. Documents are numbered by the order of [Index.Profiles], terms by their
// byte order over all fields, so that two builds of the same profiles give the same numbers. Read only.
type Postings struct {
	// Terms are all terms, sorted; the ID of a term is its place here.
	Terms []string
	// NumDocs is the number of documents.
	NumDocs int
	// Fields are the posting lists of each [Field].
	Fields [NumFields]FieldPostings
}

// FieldPostings are the posting lists of one field.
type FieldPostings struct {
	// Offsets has one entry a term and one more: the list of term t is Docs[Offsets[t]:Offsets[t+1]]. Its length is the term's document
	// frequency.
	Offsets []int32
	// Docs are document numbers, ascending within a list; Freqs how often the term stands in the field of that document.
	Docs  []int32
	Freqs []int32
	// Lengths are the number of terms in the field of each document, 0 where it has none.
	Lengths []int32
}

// List gives the documents of a term and the term's frequencies in them, in the order of documents; nothing for [NoTerm].
func (f *FieldPostings) List(term int32) (docs, freqs []int32) {
	if term < 0 {
		return nil, nil
	}
	from, to := f.Offsets[term], f.Offsets[term+1]
	return f.Docs[from:to], f.Freqs[from:to]
}

type posting struct{ term, doc, freq int32 }

// readPostings reads the whole of a Bleve index; codes has the number of each document.
func readPostings(ctx context.Context, b bleve.Index, codes map[string]int32) (*Postings, map[string]int32, error) {
	adv, err := b.Advanced()
	if err != nil {
		return nil, nil, fmt.Errorf("index: read postings: %w", err)
	}
	r, err := adv.Reader()
	if err != nil {
		return nil, nil, fmt.Errorf("index: read postings: %w", err)
	}
	defer r.Close()

	var dicts [NumFields][]string
	ids := map[string]int32{}
	for f := range numFields {
		if dicts[f], err = fieldTerms(r, f); err != nil {
			return nil, nil, fmt.Errorf("index: dictionary of %s: %w", f, err)
		}
		for _, t := range dicts[f] {
			ids[t] = 0
		}
	}
	p := &Postings{NumDocs: len(codes), Terms: make([]string, 0, len(ids))}
	for t := range ids {
		p.Terms = append(p.Terms, t)
	}
	sort.Strings(p.Terms)
	for i, t := range p.Terms {
		ids[t] = int32(i)
	}
	docCodes := map[uint64]int32{} // Bleve's document numbers differ from build to build
	for f := range numFields {
		var list []posting
		lengths := make([]int32, p.NumDocs)
		for _, t := range dicts[f] {
			if err := ctx.Err(); err != nil {
				return nil, nil, err
			}
			if list, err = appendList(list, r, f, t, ids[t], codes, docCodes, lengths); err != nil {
				return nil, nil, fmt.Errorf("index: postings of %q in %s: %w", t, f, err)
			}
		}
		p.Fields[f] = flatten(list, len(p.Terms), lengths)
	}
	return p, ids, nil
}

func fieldTerms(r bleveindex.IndexReader, f Field) ([]string, error) {
	dict, err := r.FieldDict(f.String())
	if err != nil {
		return nil, err
	}
	defer dict.Close()
	var terms []string
	for {
		e, err := dict.Next()
		if err != nil || e == nil {
			return terms, err
		}
		terms = append(terms, e.Term)
	}
}

// appendList appends the posting list of one term and notes the lengths of the fields that it stands in.
func appendList(list []posting, r bleveindex.IndexReader, f Field, term string, id int32, codes map[string]int32, docCodes map[uint64]int32, lengths []int32) ([]posting, error) {
	tr, err := r.TermFieldReader(context.Background(), []byte(term), f.String(), true, true, false)
	if err != nil {
		return list, err
	}
	defer tr.Close()
	var d bleveindex.TermFieldDoc
	for {
		next, err := tr.Next(d.Reset())
		if err != nil || next == nil {
			return list, err
		}
		number := next.ID.Value()
		doc, ok := docCodes[number]
		if !ok {
			code, err := r.ExternalID(next.ID)
			if err != nil {
				return list, err
			}
			doc = codes[code]
			docCodes[number] = doc
		}
		list = append(list, posting{id, doc, int32(next.Freq)})
		lengths[doc] = fieldLength(next.Norm)
	}
}

// fieldLength undoes Bleve's norm, one over the square root of the number of terms, which it keeps in 32 bits: exact for fields of
// up to some two million terms.
func fieldLength(norm float64) int32 {
	if norm <= 0 {
		return 0
	}
	return int32(math.Round(1 / (norm * norm)))
}

// flatten sorts postings by term and document and lays them out.
func flatten(list []posting, terms int, lengths []int32) FieldPostings {
	sort.Slice(list, func(i, j int) bool {
		if list[i].term != list[j].term {
			return list[i].term < list[j].term
		}
		return list[i].doc < list[j].doc
	})
	fp := FieldPostings{Offsets: make([]int32, terms+1), Docs: make([]int32, len(list)), Freqs: make([]int32, len(list)), Lengths: lengths}
	for i, e := range list {
		fp.Offsets[e.term+1]++
		fp.Docs[i], fp.Freqs[i] = e.doc, e.freq
	}
	for t := range terms {
		fp.Offsets[t+1] += fp.Offsets[t]
	}
	return fp
}
