package match

import (
	"math"
	"slices"

	"github.com/nocmatch/nocmatch/index"
)

// A duty is shown by the sentence of the text that is most like it: the weight of the terms in common over the geometric mean of the
// weights of both, the cosine of two sets of weighted terms. The sentences of a lead statement are units beside the duties.

const (
	// dutyDecay is what each further duty of a group counts, best first: the measured .8. One duty may be an accident, the tenth adds little.
	dutyDecay = 0.8
	// minDuties and maxDuties bound how many duties a group is measured against, so that a group with two duties is not easily complete
	// and one with twenty not hopelessly incomplete.
	minDuties = 4
	maxDuties = 8
	// minSentence is the least weight that a sentence is given, so that a heading of one word shows no duty.
	minSentence = 14.0
	// commonTerm is the share of units from which a term is too common to show a duty; "perform" stands in a third of them.
	commonTerm = 0.1
)

// dutyUnits are the duties and lead statements of all groups.
type dutyUnits struct {
	group   []int32
	kind    []EvidenceKind
	place   []int32 // which duty of the profile, from 0
	text    []string
	order   [][]int32 // terms as they follow each other
	terms   [][]int32 // distinct, ascending
	total   []float64 // weight of all terms
	weight  []float64 // by term; 0 for terms that are too common
	offsets []int32   // by term: the units that hold it
	list    []int32
	first   []int32 // by group: its units are first[g]:first[g+1]
	// signedOffsets and signed give by term the units that it is among the rarest terms of.
	signedOffsets, signed []int32
}

func (m *model) newDutyUnits() dutyUnits {
	u := dutyUnits{first: make([]int32, m.groups+1)}
	add := func(g int, kind EvidenceKind, place int, text string) {
		u.group = append(u.group, int32(g))
		u.kind = append(u.kind, kind)
		u.place = append(u.place, int32(place))
		u.text = append(u.text, text)
		order := m.content(text)
		u.order = append(u.order, order)
		u.terms = append(u.terms, distinct(slices.Clone(order)))
	}
	for g, p := range m.profiles {
		for k, text := range index.Duties.Texts(p) {
			add(g, KindDuty, k, text)
		}
		for k, text := range index.Lead.Texts(p) {
			add(g, KindLead, k, text)
		}
		u.first[g+1] = int32(len(u.group))
	}
	u.offsets, u.list = invert(len(m.post.Terms), u.terms)
	u.weight = make([]float64, len(m.post.Terms))
	for t := range u.weight {
		df := int(u.offsets[t+1] - u.offsets[t])
		u.weight[t] = m.all.idf[t]
		if m.general[t] || df > int(commonTerm*float64(len(u.group))) && m.groups > maxDuties {
			u.weight[t] = 0
		}
	}
	u.total = make([]float64, len(u.group))
	for i, terms := range u.terms {
		for _, t := range terms {
			u.total[i] += u.weight[t]
		}
	}
	return u
}

// dutyCount is how many duties a group is measured against.
func (u *dutyUnits) dutyCount(g int) int {
	return min(max(int(u.first[g+1]-u.first[g]), minDuties), maxDuties)
}

// decaySum is the sum of the weights of n duties.
func decaySum(n int) float64 { return (1 - math.Pow(dutyDecay, float64(n))) / (1 - dutyDecay) }

// A dutyHit is the sentence that shows a unit best.
type dutyHit struct {
	sim      float64
	overlap  float64
	sentence int32
}

// sentenceTerms gives the distinct terms of a sentence that count for duties, and the weight of all its words that have one, denied
// or dropped ones included: it is a denominator.
func (m *model) sentenceTerms(q *query, s *sentence, dst []int32, masked func(int) bool) ([]int32, float64) {
	dst = dst[:0]
	total := 0.0
	for i := s.from; i < s.to; i++ {
		t := &q.tokens[i]
		if t.stop || t.term < 0 {
			continue
		}
		total += m.units.weight[t.term]
		if t.counts() && !t.listed && m.units.weight[t.term] > 0 && (masked == nil || !masked(i)) {
			dst = append(dst, t.term)
		}
	}
	return distinct(dst), max(total, minSentence)
}

// forDuties reports whether a sentence may show a duty: asides, pasted keywords and repeats show none, and the industry is no duty.
func (q *query) forDuties(s *sentence) bool {
	return s.field == inText && !s.repeat && !s.list && !s.aside
}

// dutyScratch is the working memory of bestSentences.
type dutyScratch struct {
	best    []dutyHit // by unit
	overlap []float64 // by unit
	count   []int32   // by unit
	touched []int32
	hit     []int32 // units that have a best sentence
	terms   []int32
}

// bestSentences finds for every unit the sentence that shows it best; ties keep the earlier one. The caller calls reset afterwards.
func (m *model) bestSentences(q *query, s *dutyScratch) {
	u := &m.units
	if s.best == nil {
		s.best, s.overlap, s.count = make([]dutyHit, len(u.group)), make([]float64, len(u.group)), make([]int32, len(u.group))
	}
	for k := range q.sentences {
		sen := &q.sentences[k]
		if !q.forDuties(sen) {
			continue
		}
		var total float64
		s.terms, total = m.sentenceTerms(q, sen, s.terms, nil)
		for _, t := range s.terms {
			w := u.weight[t]
			for _, i := range u.list[u.offsets[t]:u.offsets[t+1]] {
				if s.count[i] == 0 {
					s.touched = append(s.touched, i)
				}
				s.overlap[i] += w
				s.count[i]++
			}
		}
		for _, i := range s.touched {
			if sim := sen.share() * s.overlap[i] / math.Sqrt(u.total[i]*total); sim > s.best[i].sim {
				if s.best[i].sim == 0 {
					s.hit = append(s.hit, i)
				}
				s.best[i] = dutyHit{math.Min(sim, 1), s.overlap[i], int32(k)}
			}
			s.overlap[i], s.count[i] = 0, 0
		}
		s.touched = s.touched[:0]
	}
	slices.Sort(s.hit)
}

func (s *dutyScratch) reset() {
	for _, i := range s.hit {
		s.best[i] = dutyHit{}
	}
	s.hit = s.hit[:0]
}

// addDuties adds the duty signal of every group, from 0 to 1.
func (m *model) addDuties(q *query, scores []float64, weight float64, s *dutyScratch) {
	m.bestSentences(q, s)
	defer s.reset()
	var sims []float64
	for from := 0; from < len(s.hit); {
		g := m.units.group[s.hit[from]]
		sims = sims[:0]
		for from < len(s.hit) && m.units.group[s.hit[from]] == g {
			sims = append(sims, s.best[s.hit[from]].sim)
			from++
		}
		slices.SortFunc(sims, func(a, b float64) int { return compareFloat(b, a) })
		n := m.units.dutyCount(int(g))
		sum, w := 0.0, 1.0
		for _, sim := range sims[:min(n, len(sims))] {
			sum += w * sim
			w *= dutyDecay
		}
		scores[g] += weight * sum / decaySum(n)
	}
}

func compareFloat(a, b float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// groupSentences finds the best sentence of each unit of one group, tokens that masked reports left out.
func (m *model) groupSentences(q *query, g int, masked func(int) bool) []dutyHit {
	u := &m.units
	first := u.first[g]
	hits := make([]dutyHit, u.first[g+1]-first)
	var terms []int32
	for k := range q.sentences {
		sen := &q.sentences[k]
		if !q.forDuties(sen) {
			continue
		}
		var total float64
		terms, total = m.sentenceTerms(q, sen, terms, masked)
		if len(terms) == 0 {
			continue
		}
		for j := range hits {
			i := first + int32(j)
			overlap := 0.0
			for _, t := range u.terms[i] {
				if _, ok := slices.BinarySearch(terms, t); ok {
					overlap += u.weight[t]
				}
			}
			if overlap == 0 {
				continue
			}
			if sim := sen.share() * overlap / math.Sqrt(u.total[i]*total); sim > hits[j].sim {
				hits[j] = dutyHit{math.Min(sim, 1), overlap, int32(k)}
			}
		}
	}
	return hits
}
