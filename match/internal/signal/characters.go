package signal

import (
	"cmp"
	"math"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/nocmatch/nocmatch/match/internal/lexicon"
)

// Words of a bare title that are no word of any title may yet be near one: a typo, another ending,
// a compound. They are compared by the runs of letters that they share: cosine of idf-weighted
// n-grams of stems. n-grams don't cross words, so that what they add can be put down to a word.

const (
	minGram = 3
	maxGram = 5
	// nearWord is the cosine from which two words are taken to have to do with each other; below it
	// they share an ending.
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

// characters compares the letters of a bare title with those of titles.
type characters struct {
	lex   *lexicon.Lexicon
	idf   map[gram]float64
	words map[gram][]gramTerm // terms of titles that hold an n-gram, ascending
	norm  []float64           // by term
	title []float64           // by title: norm of its n-grams

	// seen remembers what stems are near, up to maxSeen of them: looking changes how fast the next
	// look is and nothing else.
	seen  sync.Map // stem -> nearTerms
	count atomic.Int32
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

func newCharacters(lex *lexicon.Lexicon) Signal {
	u := &lex.Titles
	c := &characters{
		lex: lex, idf: map[gram]float64{}, words: map[gram][]gramTerm{},
		norm: make([]float64, lex.Terms()), title: make([]float64, len(u.Text)),
	}
	terms := 0
	for t, stem := range lex.Postings.Terms {
		if u.Holding.Count(int32(t)) == 0 {
			continue
		}
		terms++
		for g, n := range countGrams(stem) {
			c.words[g] = append(c.words[g], gramTerm{int32(t), n})
		}
	}
	for g, list := range c.words {
		c.idf[g] = lexicon.IDF(terms, len(list))
		for i := range list {
			list[i].value *= c.idf[g]
		}
	}
	vectors := make([][]gramValue, lex.Terms())
	for t, stem := range lex.Postings.Terms {
		if u.Holding.Count(int32(t)) > 0 {
			vectors[t] = c.vector(stem)
			c.norm[t] = math.Sqrt(squares(vectors[t]))
		}
	}
	whole := map[gram]float64{}
	for i, terms := range u.Terms {
		clear(whole)
		for _, t := range terms {
			for _, w := range vectors[t] {
				whole[w.gram] += w.value
			}
		}
		c.title[i] = norm(whole)
	}
	return c
}

// norm is the length of a vector of n-grams.
func norm(whole map[gram]float64) float64 {
	sum := 0.0
	for _, g := range sortedGrams(whole) {
		sum += whole[g] * whole[g]
	}
	return math.Sqrt(sum)
}

func countGrams(stem string) map[gram]float64 {
	n := map[gram]float64{}
	grams(stem, func(g gram) { n[g]++ })
	return n
}

// sortedGrams returns the keys of a map in order, so that sums over it come out the same every time.
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

// vector returns the weighted n-grams of a stem, in order. An n-gram that no title has counts as the rarest.
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

func (c *characters) rarest() float64 { return lexicon.IDF(len(c.norm), 1) }

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

// near returns the terms that a stem is near, itself included, and its n-grams.
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

// letterHits are a bare title taken apart into n-grams, and the title of each group that shares
// most letters with it.
type letterHits struct {
	s      *characters
	run    *Run
	weight float64
	tokens []int32
	near   [][]nearTerm // by token
	norm   float64      // of all words
	best   []letterHit  // by group
}

// A letterHit is a title, and the cosine of its letters with those of the document.
type letterHit struct {
	title  int32
	cosine float64
}

// letterScratch is the working memory of the signal.
type letterScratch struct {
	dots, word []float64 // by title
	touched    []int32
}

func (c *characters) Score(run *Run, weight float64) Hits {
	h := &letterHits{s: c, run: run, weight: weight, best: make([]letterHit, c.lex.Groups)}
	h.takeApart()
	dots := h.products()
	for g := range int32(c.lex.Groups) {
		for i := c.lex.Titles.First[g]; i < c.lex.Titles.First[g+1]; i++ {
			if dots[i] <= 0 {
				continue
			}
			if x := math.Min(dots[i]/(h.norm*c.title[i]), 1); x > h.best[g].cosine {
				h.best[g] = letterHit{i, x}
			}
		}
		run.Scores[g] += weight * h.best[g].cosine
	}
	return h
}

// takeApart finds the n-grams of the title lines, each word once.
func (h *letterHits) takeApart() {
	whole := map[gram]float64{}
	seen := map[string]bool{}
	for _, line := range h.run.Titles {
		for i := line.From; i < line.To; i++ {
			stem := h.run.Stems[i]
			if h.run.Tokens[i].Stop || seen[stem] {
				continue
			}
			seen[stem] = true
			near := h.s.near(stem)
			for _, w := range near.vector {
				whole[w.gram] += w.value
			}
			h.tokens = append(h.tokens, int32(i))
			h.near = append(h.near, near.terms)
		}
	}
	h.norm = norm(whole)
}

// products returns by title the product of its n-grams with those of the words that count: word by
// word, as Explain adds them up.
func (h *letterHits) products() []float64 {
	s, u := &h.run.scratch.dots, &h.s.lex.Titles
	if len(s.dots) != len(u.Text) {
		s.dots, s.word = make([]float64, len(u.Text)), make([]float64, len(u.Text))
	}
	clear(s.dots)
	for k, i := range h.tokens {
		if h.run.Gone(int(i)) {
			continue
		}
		for _, n := range h.near[k] {
			for _, title := range u.Holding.Of(n.term) {
				if s.word[title] == 0 {
					s.touched = append(s.touched, title)
				}
				s.word[title] += n.dot
			}
		}
		for _, title := range s.touched {
			s.dots[title] += s.word[title]
			s.word[title] = 0
		}
		s.touched = s.touched[:0]
	}
	return s.dots
}

// Explain puts the nearest title down to the words that it is near to.
func (h *letterHits) Explain(g int32, to *Atoms) {
	best := h.best[g]
	if best.cosine == 0 {
		return
	}
	dots := make([]float64, len(h.tokens))
	total := 0.0
	for k := range h.tokens {
		dots[k] = h.dot(k, best.title)
		total += dots[k]
	}
	ref := lexicon.Ref{Kind: lexicon.Title, Text: h.s.lex.Titles.Text[best.title]}
	for k, i := range h.tokens {
		to.Add(ref, i, h.weight*best.cosine*dots[k]/total)
	}
}

// dot is the product of the n-grams of a word with those of a title.
func (h *letterHits) dot(k int, title int32) float64 {
	if h.run.Gone(int(h.tokens[k])) {
		return 0
	}
	sum := 0.0
	for _, t := range h.s.lex.Titles.Terms[title] {
		j, ok := slices.BinarySearchFunc(h.near[k], t, func(n nearTerm, t int32) int {
			return cmp.Compare(n.term, t)
		})
		if ok {
			sum += h.near[k][j].dot
		}
	}
	return sum
}
