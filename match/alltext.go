package match

import "github.com/nocmatch/nocmatch/index"

// BM25 of the whole text against all that a profile says, its fields folded into one (Robertson, Zaragoza, Taylor: Simple BM25
// extension to multiple weighted fields, 2004): term frequencies are weighted by field before they saturate.

const (
	bm25K1 = 1.2
	bm25B  = 0.75
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
	index.Exclusions:   0,   // what an occupation is not
}

// allText holds the folded posting lists.
type allText struct {
	idf     []float64 // by term
	offsets []int32
	docs    []int32
	weights []float64 // idf * tf*(k1+1) / (tf + k1*norm): what one query occurrence of the term adds
}

func (m *model) newAllText() allText {
	a := allText{idf: make([]float64, len(m.post.Terms)), offsets: make([]int32, len(m.post.Terms)+1)}
	lengths := make([]float64, m.groups)
	total := 0.0
	for f, fp := range m.post.Fields {
		for d, n := range fp.Lengths {
			lengths[d] += fieldBoosts[f] * float64(n)
			total += fieldBoosts[f] * float64(n)
		}
	}
	average := total / float64(m.groups)
	tf := make([]float64, m.groups)
	for t := range m.post.Terms {
		df := 0
		clear(tf)
		for f := range m.post.Fields {
			docs, freqs := m.post.Fields[f].List(int32(t))
			for i, d := range docs {
				if tf[d] == 0 && fieldBoosts[f] > 0 {
					df++
				}
				tf[d] += fieldBoosts[f] * float64(freqs[i])
			}
		}
		a.idf[t] = idf(m.groups, df)
		for d, x := range tf {
			if x > 0 {
				norm := 1 - bm25B + bm25B*lengths[d]/average
				a.docs = append(a.docs, int32(d))
				a.weights = append(a.weights, a.idf[t]*x*(bm25K1+1)/(x+bm25K1*norm))
			}
		}
		a.offsets[t+1] = int32(len(a.docs))
	}
	return a
}

// list gives the groups that hold a term, ascending, and what one occurrence in a query adds to each.
func (a *allText) list(term int32) (docs []int32, weights []float64) {
	from, to := a.offsets[term], a.offsets[term+1]
	return a.docs[from:to], a.weights[from:to]
}

// saturation is how many occurrences of a term count: fewer lose what a text dwells on, more let it buy a rank.
const saturation = 3

// unknownShare is what an unknown word of a bare title adds to the denominator, relative to the rarest word: a title that is not
// understood in part is matched in part. In a long text unknown words count for nothing and against nothing.
const unknownShare = 0.5

// weigh decides which tokens count in the all-text signal, and its denominator.
func (m *model) weigh(q *query) {
	places, deniedPlaces := map[int32]int{}, map[int32]int{}
	general := q.kind == longText && !m.off[PartGeneral]
	for i := range q.tokens {
		t := &q.tokens[i]
		if t.against && t.term >= 0 && !t.stop && !m.general[t.term] {
			m.addTerm(q, &q.denied, deniedPlaces, i)
		}
		if t.stop || t.masked || t.term < 0 || general && m.general[t.term] {
			if t.term < 0 && !t.stop && q.kind == bareTitle && t.field != inIndustry {
				q.mass += unknownShare * idf(m.groups, 0) * (bm25K1 + 1)
			}
			continue
		}
		if s := &q.sentences[t.sentence]; s.repeat || s.aside {
			continue
		}
		if m.addTerm(q, &q.terms, places, i) {
			q.mass += t.weight * m.all.idf[t.term] * (bm25K1 + 1)
		}
	}
}

// addTerm adds a token to a list of terms, and reports whether it counts: a term counts a few times at most.
func (m *model) addTerm(q *query, terms *[]queryTerm, places map[int32]int, i int) bool {
	t := &q.tokens[i]
	k, ok := places[t.term]
	if !ok {
		k = len(*terms)
		places[t.term] = k
		*terms = append(*terms, queryTerm{term: t.term})
	}
	if len((*terms)[k].tokens) >= saturation {
		return false
	}
	t.weight = m.tokenWeight(q, t)
	(*terms)[k].tokens = append((*terms)[k].tokens, int32(i))
	return true
}

// industryWeight is what a word of the industry counts beside the words of a bare title.
const industryWeight = 0.3

func (m *model) tokenWeight(q *query, t *token) float64 {
	switch {
	case q.kind == bareTitle && t.field == inIndustry:
		return industryWeight
	case q.kind == bareTitle:
		return 1
	case q.sentences[t.sentence].wish:
		return wishShare
	case t.listed || q.sentences[t.sentence].list:
		return listWeight
	}
	return 1
}

// listWeight is what a word of pasted keywords counts: being there is cheap.
const listWeight = 0.1

// deniedShare is what a word counts against its occupations where the text says that the job is not that. Most denials are about less than
// the job, so that it is less than the word would count.
const deniedShare = 0.5

// addAllText adds the all-text signal of every group, from 0 to 1.
func (m *model) addAllText(q *query, scores []float64, weight float64) {
	if q.mass == 0 {
		return
	}
	add := func(terms []queryTerm, share float64) {
		for _, qt := range terms {
			w := 0.0
			for _, i := range qt.tokens {
				if !q.tokens[i].dropped {
					w += q.tokens[i].weight
				}
			}
			if w == 0 {
				continue
			}
			w *= share * weight / q.mass
			docs, weights := m.all.list(qt.term)
			for i, d := range docs {
				scores[d] += w * weights[i]
			}
		}
	}
	add(q.terms, 1)
	add(q.denied, -deniedShare)
}
