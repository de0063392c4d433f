package lexicon

import (
	"math"

	"github.com/nocmatch/nocmatch/index"
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

// A Language holds, by term, what one occurrence says of each group.
type Language struct {
	offsets []int32
	groups  []int32
	values  []float64
	Most    []float64 // by term: what it could say at most
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

func (l *Lexicon) newLanguage() Language {
	lm := Language{offsets: make([]int32, l.Terms()+1), Most: make([]float64, l.Terms())}
	titles := &l.Postings.Fields[index.Titles]
	number := map[string]int{}
	minor := make([]int, l.Groups)
	var minorLength []float64
	total := 0.0
	for g, p := range l.Profiles {
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
	own, shared := make([]float64, l.Groups), make([]float64, len(minorLength))
	for t := range l.Postings.Terms {
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
		lm.Most[t] = math.Log(1 + languageScale/background)
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

// List returns the groups of which an occurrence of a term says something, and how much.
func (lm *Language) List(term int32) (groups []int32, values []float64) {
	from, to := lm.offsets[term], lm.offsets[term+1]
	return lm.groups[from:to], lm.values[from:to]
}
