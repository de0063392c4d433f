package match

import (
	"math"
	"slices"
)

// An atom is the smallest piece of an explanation: what one token adds to a group through one unit of its profile.
type atom struct {
	unit  unitRef
	token int32
	value float64
}

// A unitRef names a text of a profile.
type unitRef struct {
	kind EvidenceKind
	text string
	see  string
	item int32 // which duty or skill of the profile, as texts may repeat; 0 for any other
}

// An explanation is a score taken apart.
type explanation struct {
	total float64
	atoms []atom
}

// explain takes the score of one group apart, signal by signal. Its total is what scoreAll gives, up to rounding of the last bits; tests
// hold the two together.
func (m *model) explain(q *query, g int) explanation {
	e := explainer{m: m, q: q, g: int32(g), masked: q.maskFor(int32(g)), choose: m.newUnitChooser(q, int32(g))}
	return e.explain()
}

// scoreOne is the total of explain, without the trouble of choosing what each word is evidence of.
func (m *model) scoreOne(q *query, g int) float64 {
	e := explainer{m: m, q: q, g: int32(g), masked: q.maskFor(int32(g))}
	return round(e.explain().total) // what is taken off whole leaves nothing, not the last bits of a sum
}

func (e *explainer) explain() explanation {
	q := e.q
	w := e.m.shares(q)
	if q.kind == longText {
		e.duties(e.m.groupSentences(q, int(e.g), e.isMasked), w[sigDuties])
		e.phrases(KindTitle, w[sigPhrases])
		e.phrases(KindVocabulary, w[sigVocabulary])
		e.phrases(KindSkill, w[sigSkills])
	}
	if q.kind == bareTitle {
		e.characters(w[sigCharacters])
		e.language(w[sigLanguage])
	}
	e.titles(w[sigTitles], w[sigPrior])
	e.exact(w[sigExact])
	e.industry(w[sigIndustry])
	e.allText(w[sigAllText])
	e.exclusions()
	if gate := e.m.roleGate(q, int(e.g)); gate < 1 {
		for i := range e.atoms {
			e.atoms[i].value *= gate
		}
	}
	e.bound()
	total := 0.0
	for _, a := range e.atoms {
		total += a.value
	}
	return explanation{total: math.Max(total, 0), atoms: e.atoms}
}

// maskFor gives the tokens that count for nothing for one group, nil where there are none: those of an exclusion of the group in a
// title line, and those of sentences copied from it under another title. A token speaks for a group or against it, never both.
func (q *query) maskFor(g int32) []bool {
	var mask []bool
	set := func(from, to int) {
		if mask == nil {
			mask = make([]bool, len(q.tokens))
		}
		for i := from; i < to; i++ {
			mask[i] = true
		}
	}
	for _, h := range q.phrases {
		if h.unit.kind == KindExclusion && h.unit.group == g {
			set(h.from, h.to)
		}
	}
	for _, c := range q.copied {
		if c.discount && c.group == g {
			set(q.sentences[c.sentence].from, q.sentences[c.sentence].to)
		}
	}
	return mask
}

// An explainer collects the atoms of one group.
type explainer struct {
	m      *model
	q      *query
	g      int32
	masked []bool
	choose *unitChooser // nil where only the total is wanted
	atoms  []atom
}

func (e *explainer) isMasked(i int) bool { return e.masked != nil && e.masked[i] }

func (e *explainer) counts(i int32) bool { return e.q.tokens[i].counts() && !e.isMasked(int(i)) }

func (e *explainer) add(u unitRef, token int32, value float64) {
	if value != 0 {
		e.atoms = append(e.atoms, atom{u, token, value})
	}
}

// spread shares value out over tokens in equal parts.
func (e *explainer) spread(u unitRef, tokens []int32, value float64) {
	for _, t := range tokens {
		e.add(u, t, value/float64(len(tokens)))
	}
}

// titles explains the title lines: each of a group's best titles by the words it shares with the line, as they weigh in the title.
func (e *explainer) titles(weight, priorWeight float64) {
	for _, line := range e.q.titles {
		e.titleLine(line.from, line.to, line.weight*weight, line.weight*priorWeight, e.q.kind == bareTitle)
	}
}

// industry explains the industry, which is read as a title.
func (e *explainer) industry(weight float64) {
	if in := e.q.fieldTokens(inIndustry); in.from < in.to {
		e.titleLine(in.from, in.to, weight, 0, false)
	}
}

func (e *explainer) titleLine(from, to int, weight, priorWeight float64, withIndustry bool) {
	if weight == 0 {
		return
	}
	tq := e.m.titleQuery(e.q, from, to)
	if withIndustry {
		tq.addIndustry(e.m, e.q)
	}
	for k := range tq.places {
		tq.places[k] = slices.DeleteFunc(slices.Clone(tq.places[k]), func(i int32) bool { return !e.counts(i) })
	}
	best := e.m.bestTitlesOf(e.q, &tq, e.g)
	shares := titleShares(e.m.titles.sizes[e.g])
	prior := priorWeight * e.m.prior[e.g] / float64(best.count())
	for k, hit := range best {
		if hit.sim == 0 {
			continue
		}
		value := weight*shares[k]*hit.sim + prior
		ref := unitRef{kind: KindTitle, text: e.m.titles.text[hit.title]}
		terms, weights := e.m.titles.terms[hit.title], e.m.titles.weights[hit.title]
		common := 0.0
		for _, pass := range []bool{false, true} { // sum first, then share out
			for i, root := range tq.roots {
				j, ok := slices.BinarySearch(terms, root)
				switch {
				case !ok || len(tq.places[i]) == 0:
				case pass:
					e.spread(ref, tq.places[i], value*tq.share[i]*weights[j]/common)
				default:
					common += tq.share[i] * weights[j]
				}
			}
		}
	}
}

// bestTitlesOf gives the best titles of one group.
func (m *model) bestTitlesOf(q *query, tq *titleQuery, g int32) groupTitles {
	var best groupTitles
	u := &m.titles
	for title := u.first[g]; title < u.first[g+1]; title++ {
		both, inQuery := 0.0, 0.0
		for k, root := range tq.roots {
			if tq.worth[k] == 0 && both == 0 {
				continue
			}
			if j, ok := slices.BinarySearch(u.terms[title], root); ok && tq.present(q, k) {
				both += tq.share[k] * u.weights[title][j]
				inQuery += tq.worth[k]
			}
		}
		if both > 0 {
			best.add(titleHit{title, tversky(both, tq.total-inQuery, u.total[title]-both)})
		}
	}
	return best
}

// duties explains the best sentences: each by the words it shares with the duty.
func (e *explainer) duties(hits []dutyHit, weight float64) {
	u := &e.m.units
	first := u.first[e.g]
	order := make([]int, 0, len(hits))
	for j, h := range hits {
		if h.sim > 0 {
			order = append(order, j)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return compareFloat(hits[b].sim, hits[a].sim) })
	n := u.dutyCount(int(e.g))
	w := weight / decaySum(n)
	for _, j := range order[:min(n, len(order))] {
		unit := first + int32(j)
		e.sentence(unit, &hits[j], w*hits[j].sim)
		w *= dutyDecay
	}
}

// sentence shares out what a sentence adds for a unit over the words that both have.
func (e *explainer) sentence(unit int32, h *dutyHit, value float64) {
	u := &e.m.units
	ref := unitRef{kind: u.kind[unit], text: u.text[unit]}
	if ref.kind == KindDuty {
		ref.item = u.place[unit]
	}
	s := e.q.sentences[h.sentence]
	places := map[int32][]int32{}
	for i := s.from; i < s.to; i++ {
		t := &e.q.tokens[i]
		if _, ok := slices.BinarySearch(u.terms[unit], t.term); ok && e.counts(int32(i)) && !t.listed && u.weight[t.term] > 0 {
			places[t.term] = append(places[t.term], int32(i))
		}
	}
	for _, t := range u.terms[unit] {
		if len(places[t]) > 0 {
			e.spread(ref, places[t], value*u.weight[t]/h.overlap)
		}
	}
}

// phrases explains a phrase signal: what was found and what was denied, each in proportion.
func (e *explainer) phrases(kind EvidenceKind, weight float64) {
	var found, denied []*phraseHit
	var foundSum, deniedSum float64
	seen := map[int32]bool{}
	for i := range e.q.phrases {
		h := &e.q.phrases[i]
		if h.unit.kind != kind || h.unit.group != e.g || seen[h.unit.item] || !e.q.alive(h) || e.anyMasked(h) {
			continue
		}
		seen[h.unit.item] = true
		if h.denied {
			denied = append(denied, h)
			deniedSum += phraseValue(h)
		} else {
			found = append(found, h)
			foundSum += phraseValue(h)
		}
	}
	share := func(hits []*phraseHit, sum, signal float64) {
		for _, h := range hits {
			ref := unitRef{kind: kind, text: h.unit.text}
			if kind == KindSkill {
				ref.item = h.unit.item
			}
			e.spread(ref, e.q.contentTokens(h.from, h.to), weight*signal*phraseValue(h)/sum)
		}
	}
	share(found, foundSum, phraseSignal(kind, foundSum, 0))
	share(denied, deniedSum, phraseSignal(kind, 0, deniedSum))
}

// anyMasked reports whether a word of a phrase is masked for the group.
func (e *explainer) anyMasked(h *phraseHit) bool {
	return e.masked != nil && slices.Contains(e.masked[h.from:h.to], true)
}

// unitOf gives the text of the profile that a word is evidence of, where that is wanted.
func (e *explainer) unitOf(token int32) unitRef {
	if e.choose == nil {
		return unitRef{}
	}
	return e.choose.unit(token)
}

// contentTokens gives the tokens of a run that are no function words.
func (q *query) contentTokens(from, to int) []int32 {
	var tokens []int32
	for i := from; i < to; i++ {
		if !q.tokens[i].stop {
			tokens = append(tokens, int32(i))
		}
	}
	return tokens
}

// countContent counts the tokens of a run that are no function words.
func (q *query) countContent(from, to int) int {
	n := 0
	for i := from; i < to; i++ {
		if !q.tokens[i].stop {
			n++
		}
	}
	return n
}

// exclusions takes off what title lines say that belongs elsewhere: as much of the penalty as the exclusion is of the line.
func (e *explainer) exclusions() {
	for i := range e.q.phrases {
		h := &e.q.phrases[i]
		if h.unit.kind != KindExclusion || h.unit.group != e.g || !e.q.alive(h) {
			continue
		}
		tokens := e.q.contentTokens(h.from, h.to)
		e.spread(unitRef{kind: KindExclusion, text: h.unit.text, see: h.unit.see}, tokens, -exclusionPenalty*h.share)
	}
}

// bound scales what speaks against the group down to what speaks for it, so that no score is negative.
func (e *explainer) bound() {
	plus, minus := 0.0, 0.0
	for _, a := range e.atoms {
		if a.value > 0 {
			plus += a.value
		} else {
			minus -= a.value
		}
	}
	if minus <= plus {
		return
	}
	for i := range e.atoms {
		if e.atoms[i].value < 0 {
			e.atoms[i].value *= plus / minus
		}
	}
}

// allText explains the all-text signal: each word by the unit of the profile that shares most with its sentence.
func (e *explainer) allText(weight float64) {
	if e.q.mass == 0 {
		return
	}
	add := func(terms []queryTerm, share float64) {
		for _, qt := range terms {
			docs, weights := e.m.all.list(qt.term)
			i, ok := slices.BinarySearch(docs, e.g)
			if !ok {
				continue
			}
			for _, token := range qt.tokens {
				if !e.q.tokens[token].dropped && !e.isMasked(int(token)) {
					value := share * weight * e.q.tokens[token].weight * weights[i] / e.q.mass
					e.add(e.unitOf(token), token, value)
				}
			}
		}
	}
	add(e.q.terms, 1)
	add(e.q.denied, -deniedShare)
}
