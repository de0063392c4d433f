package signal

import (
	"math"

	"github.com/nocmatch/nocmatch/index"
	"github.com/nocmatch/nocmatch/match/internal/lexicon"
	"github.com/nocmatch/nocmatch/match/internal/text"
)

// What a word says of a group is also how much more often the group's titles use it than titles do
// in general: a unigram language model, smoothed by the minor group (Zhai and Lafferty: A study of
// smoothing methods for language models, 2004). It differs from BM25 in that a word counts for the
// neighbours of a group that uses it, and in that titles that repeat a word make it telling.

const (
	// minorShare is what the titles of the minor group count beside those of the group, as measured.
	minorShare = 0.15
	// languageScale brings the ratio of frequencies to where its logarithm is neither linear nor
	// flat.
	languageScale = 0.2
	// rareFrequency keeps the rarest words from deciding alone: one in a hundred thousand.
	rareFrequency = 1e-5
	// minorDigits is how many digits of a five-digit code name its minor group.
	minorDigits = 4
)

// languageModel holds, by term, what one occurrence says of each group.
type languageModel struct {
	lex     *lexicon.Lexicon
	offsets []int32
	groups  []int32
	values  []float64
	most    []float64 // by term: what it could say at most
}

// minorGroup returns the minor group of a NOC code; any other code is a group of its own.
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

func newLanguageModel(lex *lexicon.Lexicon) Signal {
	lm := &languageModel{lex: lex, offsets: make([]int32, lex.Terms()+1), most: make([]float64, lex.Terms())}
	titles := &lex.Postings.Fields[index.Titles]
	number := map[string]int{}
	minor := make([]int, lex.Groups)
	var minorLength []float64
	total := 0.0
	for g, p := range lex.Profiles {
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
	own, shared := make([]float64, lex.Groups), make([]float64, len(minorLength))
	for t := range lex.Postings.Terms {
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

func (lm *languageModel) Score(run *Run, weight float64) Hits {
	h := languageHits{lm: lm, run: run, weight: weight}
	h.each(func(i int, w float64) { h.mass += w * lm.most[run.Tokens[i].Term] })
	h.each(func(i int, w float64) {
		if !run.Counts(i) {
			return
		}
		term := run.Tokens[i].Term
		for k := lm.offsets[term]; k < lm.offsets[term+1]; k++ {
			run.Scores[lm.groups[k]] += weight * w * lm.values[k] / h.mass
		}
	})
	return h
}

type languageHits struct {
	lm     *languageModel
	run    *Run
	weight float64
	mass   float64 // the most that all words could say
}

// each calls yield with each known word of a bare title and what it counts: words of the industry
// as in the all-text signal.
func (h *languageHits) each(yield func(i int, weight float64)) {
	for i := range h.run.Tokens {
		t := &h.run.Tokens[i]
		switch {
		case !t.Known() || h.run.Marks[i].Denied:
		case t.Field == text.Industry:
			yield(i, industryWeight)
		default:
			yield(i, 1)
		}
	}
}

// Explain puts each word down to the text of the profile that it fits best.
func (h languageHits) Explain(g int32, to *Atoms) {
	h.each(func(i int, w float64) {
		if !h.run.Counts(i) {
			return
		}
		term := h.run.Tokens[i].Term
		for k := h.lm.offsets[term]; k < h.lm.offsets[term+1]; k++ {
			if h.lm.groups[k] == g {
				to.AddWord(int32(i), h.weight*w*h.lm.values[k]/h.mass)
			}
		}
	})
}
