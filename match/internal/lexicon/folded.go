package lexicon

import "github.com/nocmatch/nocmatch/index"

// BM25 of the whole text against all that a profile says, its fields folded into one (Robertson,
// Zaragoza, Taylor: Simple BM25 extension to multiple weighted fields, 2004): term frequencies are
// weighted by field before they saturate.

// BM25K1 and BM25B are the constants of BM25 that its authors recommend.
const (
	BM25K1 = 1.2
	BM25B  = 0.75
)

// fieldBoosts say what an occurrence in each field counts before it saturates.
var fieldBoosts = [index.NumFields]float64{
	index.Titles:       1,
	index.Duties:       1,
	index.Vocabulary:   1,
	index.Skills:       0.5, // much the same skills are sought everywhere
	index.Lead:         1,
	index.Requirements: 0.5, // names of diplomas and years, shared by many
	index.Industries:   0.5, // the same industries employ many occupations
	index.Signs:        1,
	index.Exclusions:   0, // what an occupation is not
}

// Folded holds the posting lists of all fields folded into one.
type Folded struct {
	IDF     []float64 // by term
	offsets []int32
	docs    []int32
	weights []float64 // idf * tf*(k1+1) / (tf + k1*norm): what one query occurrence of the term adds
}

func (l *Lexicon) newFolded() Folded {
	a := Folded{IDF: make([]float64, l.Terms()), offsets: make([]int32, l.Terms()+1)}
	lengths := make([]float64, l.Groups)
	total := 0.0
	for f, fp := range l.Postings.Fields {
		for d, n := range fp.Lengths {
			lengths[d] += fieldBoosts[f] * float64(n)
			total += fieldBoosts[f] * float64(n)
		}
	}
	average := total / float64(l.Groups)
	tf := make([]float64, l.Groups)
	for t := range l.Postings.Terms {
		df := 0
		clear(tf)
		for f := range l.Postings.Fields {
			docs, freqs := l.Postings.Fields[f].List(int32(t))
			for i, d := range docs {
				if tf[d] == 0 && fieldBoosts[f] > 0 {
					df++
				}
				tf[d] += fieldBoosts[f] * float64(freqs[i])
			}
		}
		a.IDF[t] = IDF(l.Groups, df)
		for d, x := range tf {
			if x > 0 {
				norm := 1 - BM25B + BM25B*lengths[d]/average
				a.docs = append(a.docs, int32(d))
				a.weights = append(a.weights, a.IDF[t]*x*(BM25K1+1)/(x+BM25K1*norm))
			}
		}
		a.offsets[t+1] = int32(len(a.docs))
	}
	return a
}

// List returns the groups that hold a term, ascending, and what one occurrence in a query adds to
// each.
func (a *Folded) List(term int32) (docs []int32, weights []float64) {
	from, to := a.offsets[term], a.offsets[term+1]
	return a.docs[from:to], a.weights[from:to]
}
