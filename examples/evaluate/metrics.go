package main

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"
)

// An answer is what the matcher said about a query: codes, best first, and the confidence of the first. An abstention has no codes.
type answer struct {
	codes      []string
	confidence float64
}

// metrics of a run. Shares are from 0 to 1, and 0 where there is nothing to take a share of.
type metrics struct {
	// queries have a right code; answered are those of them with an answer.
	queries, answered int
	// hits is how many have a right code among the first 1, 3 and 5 answers.
	hits map[int]int
	// mrr is the mean reciprocal rank of the first right code, ndcg the normalised discounted cumulative gain of the first ten.
	mrr, ndcg float64
	// nothing is how many queries have nothing to find; rightly of them were not answered.
	nothing, rightly int
	// ece is the expected calibration error over the answers of all judged queries.
	ece     float64
	answers int
	// confident is how many answered queries are in the more confident half, confidentHits how many of them are right.
	confident, confidentHits int
}

// depths are the k of the accuracy at k.
var depths = []int{1, 3, 5}

// gainDepth is how many answers the discounted cumulative gain looks at.
const gainDepth = 10

// score measures answers, by the id of their query, against judgements. A judged query without an answer counts as an abstention.
func score(js []judgement, answers map[string]answer) metrics {
	m := metrics{hits: map[int]int{}}
	var all, asked []outcome
	for _, j := range js {
		a := answers[j.id]
		hit := slices.IndexFunc(a.codes, j.isRight)
		if len(a.codes) > 0 {
			all = append(all, outcome{a.confidence, hit == 0})
		}
		if len(j.right) == 0 {
			m.nothing++
			if len(a.codes) == 0 {
				m.rightly++
			}
			continue
		}
		m.queries++
		if len(a.codes) > 0 {
			m.answered++
			asked = append(asked, outcome{a.confidence, hit == 0})
		}
		for _, k := range depths {
			if 0 <= hit && hit < k {
				m.hits[k]++
			}
		}
		if hit >= 0 {
			m.mrr += 1 / float64(hit+1)
		}
		m.ndcg += gain(j, a.codes)
	}
	if m.queries > 0 {
		m.mrr /= float64(m.queries)
		m.ndcg /= float64(m.queries)
	}
	m.answers = len(all)
	m.ece = calibrationError(all)
	slices.SortStableFunc(asked, func(a, b outcome) int { return cmp.Compare(b.confidence, a.confidence) })
	m.confident = (len(asked) + 1) / 2
	for _, o := range asked[:m.confident] {
		if o.right {
			m.confidentHits++
		}
	}
	return m
}

// gain is the normalised discounted cumulative gain of one query: 1 where all right codes come first.
func gain(j judgement, codes []string) float64 {
	got, best := 0.0, 0.0
	for i := range gainDepth {
		discount := 1 / math.Log2(float64(i+2))
		if i < len(codes) && j.isRight(codes[i]) {
			got += discount
		}
		if i < len(j.right) {
			best += discount
		}
	}
	return got / best
}

// An outcome is how sure an answer was, and whether its first code was right.
type outcome struct {
	confidence float64
	right      bool
}

// calibrationBins is the number of equal bins of the confidence, from 0 to 1.
const calibrationBins = 10

// calibrationError is the expected calibration error (Naeini and others, 2015): the mean over bins, weighted by their answers, of how
// far the mean confidence is from the share of right answers. 0 is best.
func calibrationError(outcomes []outcome) float64 {
	var sum, right [calibrationBins]float64
	for _, o := range outcomes {
		bin := min(max(int(o.confidence*calibrationBins), 0), calibrationBins-1)
		sum[bin] += o.confidence
		if o.right {
			right[bin]++
		}
	}
	gap := 0.0
	for bin := range calibrationBins {
		gap += math.Abs(sum[bin] - right[bin])
	}
	return share(gap, len(outcomes))
}

// wilson returns the 95% Wilson score interval of a share of k in n; 0 and 0 where n is 0.
func wilson(k, n int) (low, high float64) {
	if n == 0 {
		return 0, 0
	}
	const z = 1.96
	p, size := float64(k)/float64(n), float64(n)
	d := 1 + z*z/size
	centre := p + z*z/(2*size)
	half := z * math.Sqrt(p*(1-p)/size+z*z/(4*size*size))
	return (centre - half) / d, (centre + half) / d
}

func share(k float64, n int) float64 {
	if n == 0 {
		return 0
	}
	return k / float64(n)
}

// write prints the metrics, one a line, the name first. Of answers of at most depth codes those that look further are left out: they
// would be those of a smaller k under another name.
func (m metrics) write(w io.Writer, depth int) {
	if m.queries > 0 {
		for _, k := range depths {
			if k > depth {
				break
			}
			low, high := wilson(m.hits[k], m.queries)
			fmt.Fprintf(w, "acc@%d %.4f [%.4f, %.4f]\n", k, share(float64(m.hits[k]), m.queries), low, high)
		}
		fmt.Fprintf(w, "mrr %.4f\n", m.mrr)
		if depth >= gainDepth {
			fmt.Fprintf(w, "ndcg@%d %.4f\n", gainDepth, m.ndcg)
		}
		fmt.Fprintf(w, "coverage %.4f\n", share(float64(m.answered), m.queries))
		fmt.Fprintf(w, "acc@1_answered %.4f\n", share(float64(m.hits[1]), m.answered))
		fmt.Fprintf(w, "acc@1_confident_half %.4f over %d\n", share(float64(m.confidentHits), m.confident), m.confident)
	}
	if m.answers > 0 {
		fmt.Fprintf(w, "ece %.4f over %s\n", m.ece, counted(m.answers, "answer", "answers"))
	}
	if m.nothing > 0 {
		fmt.Fprintf(w, "abstained %d/%d\n", m.rightly, m.nothing)
	}
	if m.queries > 0 {
		fmt.Fprintf(w, "abstained_wrongly %d/%d\n", m.queries-m.answered, m.queries)
	}
	fmt.Fprintf(w, "queries %d\n", m.queries)
}
