package match

import (
	"cmp"
	"math"
	"slices"
	"sync"
	"sync/atomic"
)

// Words of a bare title that are no word of any title may yet be near one: a typo, another ending, a compound. They are compared by the
// runs of letters that they share: cosine of idf-weighted n-grams of stems. n-grams don't cross words, so that what they add can be
// put down to a word.

const (
	minGram = 3
	maxGram = 5
	// nearWord is the cosine from which two words are taken to have to do with each other; below it they share an ending.
	nearWord = 0.35
)

// A gram is a run of letters of a stem, with marks for its beginning and end, packed.
type gram uint64

// grams calls yield with the n-grams of a stem.
func grams(stem string, yield func(gram)) {
	runes := append(append([]rune{'^'}, []rune(stem)...), '$')
	for n := minGram; n <= maxGram; n++ {
		for i := 0; i+n <= len(runes); i++ {
			g := gram(0)
			for _, r := range runes[i : i+n] {
				g = g*1000003 + gram(r)
			}
			yield(g)
		}
	}
}

// characters are the n-grams of the terms of all titles.
type characters struct {
	idf   map[gram]float64
	words map[gram][]gramTerm // terms of titles that hold an n-gram, ascending
	norm  []float64           // by term
	title []float64           // by title: norm of its n-grams

	// seen remembers what stems are near, up to maxSeen of them: looking changes how fast the next look is and nothing else.
	seen  *sync.Map // stem -> nearTerms
	count *atomic.Int32
}

// maxSeen bounds the memory of what was seen: some 20 MB.
const maxSeen = 1 << 15

// nearTerms are the terms that a stem is near, ascending, and its weighted n-grams.
type nearTerms struct {
	terms  []nearTerm
	vector []gramValue
}

type gramTerm struct {
	term  int32
	value float64
}

func (m *model) newCharacters() characters {
	u := &m.titles
	c := characters{idf: map[gram]float64{}, words: map[gram][]gramTerm{}, norm: make([]float64, len(m.post.Terms)), title: make([]float64, len(u.text)), seen: new(sync.Map), count: new(atomic.Int32)}
	terms := 0
	for t, stem := range m.post.Terms {
		if u.offsets[t] == u.offsets[t+1] {
			continue
		}
		terms++
		for g, n := range countGrams(stem) {
			c.words[g] = append(c.words[g], gramTerm{int32(t), n})
		}
	}
	for g, list := range c.words {
		c.idf[g] = idf(terms, len(list))
		for i := range list {
			list[i].value *= c.idf[g]
		}
	}
	vectors := make([][]gramValue, len(m.post.Terms))
	for t, stem := range m.post.Terms {
		if u.offsets[t] < u.offsets[t+1] {
			vectors[t] = c.vector(stem)
			c.norm[t] = math.Sqrt(squares(vectors[t]))
		}
	}
	whole := map[gram]float64{}
	for i, terms := range u.terms {
		clear(whole)
		for _, t := range terms {
			for _, w := range vectors[t] {
				whole[w.gram] += w.value
			}
		}
		sum := 0.0
		for _, g := range sortedGrams(whole) {
			sum += whole[g] * whole[g]
		}
		c.title[i] = math.Sqrt(sum)
	}
	return c
}

func countGrams(stem string) map[gram]float64 {
	n := map[gram]float64{}
	grams(stem, func(g gram) { n[g]++ })
	return n
}

// sortedGrams gives the keys of a map in order, so that sums over it come out the same every time.
func sortedGrams(v map[gram]float64) []gram {
	keys := make([]gram, 0, len(v))
	for g := range v {
		keys = append(keys, g)
	}
	slices.Sort(keys)
	return keys
}

type gramValue struct {
	gram  gram
	value float64
}

// vector gives the weighted n-grams of a stem, in order. An n-gram that no title has counts as the rarest.
func (c *characters) vector(stem string) []gramValue {
	counts := countGrams(stem)
	v := make([]gramValue, 0, len(counts))
	for _, g := range sortedGrams(counts) {
		w, ok := c.idf[g]
		if !ok {
			w = c.rarest()
		}
		v = append(v, gramValue{g, counts[g] * w})
	}
	return v
}

func (c *characters) rarest() float64 { return idf(len(c.norm), 1) }

func squares(v []gramValue) float64 {
	sum := 0.0
	for _, w := range v {
		sum += w.value * w.value
	}
	return sum
}

// A nearTerm is a term of titles that a word of the query is near, and the product of their n-grams.
type nearTerm struct {
	term int32
	dot  float64
}

// near gives the terms that a stem is near, itself included, and its n-grams.
func (c *characters) near(stem string) nearTerms {
	if n, ok := c.seen.Load(stem); ok {
		return n.(nearTerms)
	}
	n := nearTerms{vector: c.vector(stem)}
	norm := math.Sqrt(squares(n.vector))
	dots := map[int32]float64{}
	for _, w := range n.vector {
		for _, t := range c.words[w.gram] {
			dots[t.term] += w.value * t.value
		}
	}
	for t, dot := range dots {
		if dot >= nearWord*norm*c.norm[t] {
			n.terms = append(n.terms, nearTerm{t, dot})
		}
	}
	slices.SortFunc(n.terms, func(a, b nearTerm) int { return cmp.Compare(a.term, b.term) })
	if c.count.Add(1) <= maxSeen {
		c.seen.Store(stem, n)
	}
	return n
}

// A charQuery is a bare title taken apart into n-grams.
type charQuery struct {
	tokens []int32
	near   [][]nearTerm // by token
	norm   float64      // of all words, held when tokens are dropped
}

// findCharacters takes a bare title apart.
func (m *model) findCharacters(q *query) {
	cq := &q.chars
	whole := map[gram]float64{}
	seen := map[string]bool{}
	for _, line := range q.titles {
		for i := line.from; i < line.to; i++ {
			if q.tokens[i].stop || seen[q.stems[i]] {
				continue
			}
			seen[q.stems[i]] = true
			near := m.chars.near(q.stems[i])
			for _, w := range near.vector {
				whole[w.gram] += w.value
			}
			cq.tokens = append(cq.tokens, int32(i))
			cq.near = append(cq.near, near.terms)
		}
	}
	sum := 0.0
	for _, g := range sortedGrams(whole) {
		sum += whole[g] * whole[g]
	}
	cq.norm = math.Sqrt(sum)
}

// bestChars gives the title of a group that shares most letters with the query, and its cosine; 0 where none shares any. dots are the
// products of each title with the query.
func (m *model) bestChars(cq *charQuery, g int32, dots func(title int32) float64) (title int32, cosine float64) {
	for i := m.titles.first[g]; i < m.titles.first[g+1]; i++ {
		if dot := dots(i); dot > 0 {
			if c := math.Min(dot/(cq.norm*m.chars.title[i]), 1); c > cosine {
				title, cosine = i, c
			}
		}
	}
	return title, cosine
}

// addCharacters adds the highest cosine of each group's titles, from 0 to 1.
func (m *model) addCharacters(q *query, s *scratch, weight float64) {
	cq := &q.chars
	if s.dots == nil {
		s.dots = make([]float64, len(m.titles.text))
	}
	clear(s.dots)
	for k, i := range cq.tokens {
		if q.tokens[i].gone() {
			continue
		}
		for _, n := range cq.near[k] {
			for _, title := range m.titles.list[m.titles.offsets[n.term]:m.titles.offsets[n.term+1]] {
				s.dots[title] += n.dot
			}
		}
	}
	for g := range m.groups {
		_, cosine := m.bestChars(cq, int32(g), func(i int32) float64 { return s.dots[i] })
		s.scores[g] += weight * cosine
	}
}

// characters explains the character signal: the nearest title, by the words of the query that it is near to.
func (e *explainer) characters(weight float64) {
	cq := &e.q.chars
	dot := func(k int, title int32) float64 {
		sum := 0.0
		if i := cq.tokens[k]; e.q.tokens[i].gone() || e.isMasked(int(i)) {
			return 0
		}
		for _, t := range e.m.titles.terms[title] {
			if j, ok := slices.BinarySearchFunc(cq.near[k], t, func(n nearTerm, t int32) int { return cmp.Compare(n.term, t) }); ok {
				sum += cq.near[k][j].dot
			}
		}
		return sum
	}
	all := func(title int32) float64 {
		sum := 0.0
		for k := range cq.tokens {
			sum += dot(k, title)
		}
		return sum
	}
	title, cosine := e.m.bestChars(cq, e.g, all)
	if cosine == 0 {
		return
	}
	total := all(title)
	for k, i := range cq.tokens {
		e.add(unitRef{kind: KindTitle, text: e.m.titles.text[title]}, i, weight*cosine*dot(k, title)/total)
	}
}
