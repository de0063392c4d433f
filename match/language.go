package match

import (
	"math"

	"github.com/nocmatch/nocmatch/index"
)

// What a word says of a group is also how much more often the group's titles use it than titles do in general: a unigram language model,
// smoothed by the minor group (Zhai and Lafferty: A study of smoothing methods for language models, 2004). It differs from BM25 in that a
// word counts for the neighbours of a group that uses it, and in that titles that repeat a word make it telling.

const (
	// minorShare is what the titles of the minor group count beside those of the group, as measured.
	minorShare = 0.15
	// languageScale brings the ratio of frequencies to where its logarithm is neither linear nor flat.
	languageScale = 0.2
	// rareFrequency keeps the rarest words from deciding alone: one in a hundred thousand.
	rareFrequency = 1e-5
	// minorDigits is how many digits of a five-digit code name its minor group.
	minorDigits = 4
)

// languageModel holds, by term, what one occurrence says of each group.
type languageModel struct {
	offsets []int32
	groups  []int32
	values  []float64
	most    []float64 // by term: what it could say at most
}

// minorGroup gives the minor group of a NOC code; any other code is a group of its own.
func minorGroup(code string) string {
	if len(code) != minorDigits+1 {
		return code
	}
	for _, c := range code {
		if c < '0' || c > '9' {
			return code
		}
	}
	return code[:minorDigits]
}

func (m *model) newLanguageModel() languageModel {
	lm := languageModel{offsets: make([]int32, len(m.post.Terms)+1), most: make([]float64, len(m.post.Terms))}
	titles := &m.post.Fields[index.Titles]
	number := map[string]int{}
	minor := make([]int, m.groups)
	var minorLength []float64
	total := 0.0
	for g, p := range m.profiles {
		code := minorGroup(p.Code)
		k, ok := number[code]
		if !ok {
			k = len(minorLength)
			number[code] = k
			minorLength = append(minorLength, 0)
		}
		minor[g] = k
		minorLength[k] += float64(titles.Lengths[g])
		total += float64(titles.Lengths[g])
	}
	members := make([][]int32, len(minorLength))
	for g, k := range minor {
		members[k] = append(members[k], int32(g))
	}
	own, shared := make([]float64, m.groups), make([]float64, len(minorLength))
	for t := range m.post.Terms {
		docs, freqs := titles.List(int32(t))
		var touched []int32
		all := 0.0
		for i, d := range docs {
			own[d] = float64(freqs[i])
			if shared[minor[d]] == 0 {
				touched = append(touched, int32(minor[d]))
			}
			shared[minor[d]] += float64(freqs[i])
			all += float64(freqs[i])
		}
		background := all/math.Max(total, 1) + rareFrequency
		lm.most[t] = math.Log(1 + languageScale/background)
		for _, k := range touched {
			for _, g := range members[k] {
				p := (1-minorShare)*own[g]/math.Max(float64(titles.Lengths[g]), 1) + minorShare*shared[k]/math.Max(minorLength[k], 1)
				lm.groups = append(lm.groups, g)
				lm.values = append(lm.values, math.Log(1+languageScale*p/background))
				own[g] = 0
			}
			shared[k] = 0
		}
		lm.offsets[t+1] = int32(len(lm.groups))
	}
	return lm
}

// languageTokens calls yield with each token of a bare title that the language model reads and what it counts, and gives the sum of the
// most that they could say. Words of the industry count as in the all-text signal.
func (m *model) languageTokens(q *query, yield func(token int32, weight float64)) (mass float64) {
	for i := range q.tokens {
		t := &q.tokens[i]
		if t.stop || t.masked || t.term < 0 {
			continue
		}
		w := 1.0
		if t.field == inIndustry {
			w = industryWeight
		}
		mass += w * m.language.most[t.term]
		if t.counts() {
			yield(int32(i), w)
		}
	}
	return mass
}

// addLanguage adds the language signal of every group, from 0 to 1.
func (m *model) addLanguage(q *query, scores []float64, weight float64) {
	mass := m.languageTokens(q, func(int32, float64) {})
	m.languageTokens(q, func(token int32, w float64) {
		term := q.tokens[token].term
		for i := m.language.offsets[term]; i < m.language.offsets[term+1]; i++ {
			scores[m.language.groups[i]] += weight * w * m.language.values[i] / mass
		}
	})
}

// language explains the language signal: each word by the title that it would be put down to in the all-text signal.
func (e *explainer) language(weight float64) {
	mass := e.m.languageTokens(e.q, func(int32, float64) {})
	lm := &e.m.language
	e.m.languageTokens(e.q, func(token int32, w float64) {
		term := e.q.tokens[token].term
		for i := lm.offsets[term]; i < lm.offsets[term+1]; i++ {
			if lm.groups[i] == e.g && e.counts(token) {
				e.add(e.unitOf(token), token, weight*w*lm.values[i]/mass)
			}
		}
	})
}
