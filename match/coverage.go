package match

import "math"

// Whether a duty is covered is asked of one sentence at a time, as people would: how much of the duty's weight does the sentence name? An
// alias of the working vocabulary names what its term does too, so that "DAD" covers a discharge abstract. Coverage is a reading aid: it is made of
// the same words as the score, and adds nothing to it.

const (
	// coveredShare and partialShare are the shares of a duty's weight that a sentence must name for the duty to count as covered or partial.
	// Of the twelve duties of 12111 its own texts in testdata then show 1.9 and 1.7 more in part, those of other occupations 0.2 and 0.9.
	coveredShare = 0.28
	partialShare = 0.17
	// statusTerms is how many different terms that takes.
	statusTerms = 2
	// commonWeight is what words count here that are too common or too general to rank: "plan" and "help" are part of a duty all the same.
	commonWeight = 1.5
)

// newConcepts gives the terms of each term of each group's vocabulary, aliases aside, by group and place.
func (m *model) newConcepts() [][][]int32 {
	concepts := make([][][]int32, m.groups)
	for g, p := range m.profiles {
		for _, v := range p.Vocabulary {
			concepts[g] = append(concepts[g], distinct(m.content(v.Term)))
		}
	}
	return concepts
}

// A naming is a term that a sentence names, and the tokens that name it.
type naming struct {
	term     int32
	from, to int
}

// coverage says how much of each duty of a group the sentence shows that names most of it; ties keep the earlier one. A bare title shows none.
func (m *model) coverage(q *query, g int) []DutyCoverage {
	list := make([]DutyCoverage, len(m.profiles[g].Duties))
	for k, d := range m.profiles[g].Duties {
		list[k] = DutyCoverage{Text: d.Text, Status: Absent}
	}
	if q.kind != longText || len(list) == 0 {
		return list
	}
	masked := q.maskFor(int32(g))
	concepts := q.namedConcepts(int32(g))
	most := make([]float64, len(list))
	var named []naming
	for k := range q.sentences {
		s := &q.sentences[k]
		if !q.forDuties(s) || q.hasTitleLine(s) {
			continue
		}
		named = named[:0]
		for i := s.from; i < s.to; i++ {
			if t := &q.tokens[i]; t.counts() && !t.listed && (masked == nil || !masked[i]) {
				named = append(named, naming{t.term, i, i + 1})
			}
		}
		for _, h := range concepts[int32(k)] {
			for _, t := range m.concepts[g][h.unit.item] {
				named = append(named, naming{t, h.from, h.to})
			}
		}
		for i := m.units.first[g]; i < m.units.first[g+1]; i++ {
			if m.units.kind[i] != KindDuty {
				continue
			}
			c := &list[m.units.place[i]]
			if status, share, from, to := m.shown(i, named); status != Absent && share > most[m.units.place[i]] {
				most[m.units.place[i]] = share
				c.Status = status
				c.Start, c.End, c.Quote = q.sentenceQuote(from, to)
			}
		}
	}
	return list
}

// hasTitleLine reports whether a sentence holds a title of the text, as headings and "reports to" do: what a job is called shows no duty.
func (q *query) hasTitleLine(s *sentence) bool {
	for _, line := range q.titles {
		if line.from >= s.from && line.to <= s.to && 2*(line.to-line.from) >= s.to-s.from {
			return true
		}
	}
	return false
}

// namedConcepts gives the terms of the vocabulary of a group that are named, by sentence.
func (q *query) namedConcepts(g int32) map[int32][]*phraseHit {
	named := map[int32][]*phraseHit{}
	for i := range q.phrases {
		if h := &q.phrases[i]; h.unit.kind == KindVocabulary && h.unit.group == g && !h.denied && !h.listed && q.alive(h) {
			s := q.tokens[h.from].sentence
			named[s] = append(named[s], h)
		}
	}
	return named
}

// shown says how much of a unit is named, as a status and as a share of its weight, and from where to where.
func (m *model) shown(unit int32, named []naming) (status DutyStatus, share float64, from, to int) {
	weight, total, terms := 0.0, 0.0, 0
	from = math.MaxInt
	for _, t := range m.units.terms[unit] {
		worth := math.Max(m.units.weight[t], commonWeight)
		total += worth
		found := false
		for _, n := range named {
			if n.term == t {
				found = true
				from, to = min(from, n.from), max(to, n.to)
			}
		}
		if found {
			weight += worth
			terms++
		}
	}
	if total > 0 {
		share = weight / total
	}
	switch {
	case terms < statusTerms:
		return Absent, share, from, to
	case share >= coveredShare:
		return Covered, share, from, to
	case share >= partialShare:
		return Partial, share, from, to
	}
	return Absent, share, from, to
}

// sentenceQuote quotes a run of tokens of the text, as much of it as a quote may have.
func (q *query) sentenceQuote(from, to int) (start, end int, quote string) {
	for to > from+1 && int(q.tokens[to-1].end-q.tokens[from].start) > QuoteBytes {
		to--
	}
	_, start, end = q.text(from, to)
	return start, end, q.fields[inText][start:end]
}
