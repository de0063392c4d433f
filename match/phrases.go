package match

import (
	"slices"
	"strings"

	"github.com/nocmatch/nocmatch/index"
)

// Titles, vocabulary, skills and exclusions are found in a text as phrases: runs of the same terms, function words aside, within a sentence.

// A phraseUnit is a text of a profile that is looked for as a phrase.
type phraseUnit struct {
	kind  EvidenceKind
	group int32
	item  int32  // which title, term, skill or exclusion of the profile: a term and its aliases are one item
	text  string // the exact text
	name  string // of a skill: its name, which text may be an alias of
	see   string // of an exclusion
	caps  bool   // an abbreviation: the document must write it in capitals too
	value float64
}

// capsLetters is the length up to which an abbreviation in capitals must be in capitals in a long text: DAD is not dad. Longer ones are no
// other words, and people who write without capitals write nacrs.
const capsLetters = 4

// A phraseTrie finds all phrases that begin at a token.
type phraseTrie struct {
	next  map[uint64]int32 // node<<32 | term -> node
	units [][]phraseUnit   // by node, in the order of groups
}

func (t *phraseTrie) add(terms []int32, u phraseUnit) {
	node := int32(0)
	for _, term := range terms {
		key := uint64(node)<<32 | uint64(uint32(term))
		to, ok := t.next[key]
		if !ok {
			to = int32(len(t.units))
			t.units = append(t.units, nil)
			t.next[key] = to
		}
		node = to
	}
	t.units[node] = append(t.units[node], u)
}

// walk calls yield with every node that holds phrases and begins at token i, shortest first, and the end of the phrase, at most end.
func (t *phraseTrie) walk(q *query, i, end int, yield func(node int32, to int)) {
	if q.tokens[i].term < 0 || q.tokens[i].stop {
		return
	}
	at := int32(0)
	for k := i; k < end; k++ {
		tok := &q.tokens[k]
		if tok.stop {
			continue
		}
		if tok.term < 0 {
			return
		}
		to, ok := t.next[uint64(at)<<32|uint64(uint32(tok.term))]
		if !ok {
			return
		}
		at = to
		if len(t.units[at]) > 0 {
			yield(at, k+1)
		}
	}
}

// minTitleTerms is how many terms a title must have to be looked for inside a text: "manager" and "coding" are words, not titles.
const minTitleTerms = 2

func (m *model) newPhraseTrie() phraseTrie {
	trie := phraseTrie{next: map[uint64]int32{}, units: make([][]phraseUnit, 1)}
	for g, p := range m.profiles {
		add := func(u phraseUnit, minTerms int) {
			if terms := m.content(u.text); len(terms) >= minTerms && !m.losesAllButOne(u.text) {
				u.group, u.caps = int32(g), isAbbreviation(u.text)
				trie.add(terms, u)
			}
		}
		for k, text := range index.Titles.Texts(p) {
			if !m.losesHead(text) {
				add(phraseUnit{kind: KindTitle, item: int32(k), text: text}, minTitleTerms)
			}
		}
		for k, v := range p.Vocabulary {
			for _, text := range append([]string{v.Term}, v.Aliases...) {
				add(phraseUnit{kind: KindVocabulary, item: int32(k), text: text}, 1)
			}
		}
		for k, s := range p.Skills {
			for _, text := range append([]string{s.Name}, s.Aliases...) {
				add(phraseUnit{kind: KindSkill, item: int32(k), text: text, name: s.Name}, 1)
			}
		}
		for k, e := range p.Exclusions {
			add(phraseUnit{kind: KindExclusion, item: int32(k), text: e.Title, see: e.See}, minTitleTerms)
		}
	}
	for _, units := range trie.units {
		for i := range units {
			units[i].value = 1 / float64(groupsWith(units, units[i].kind))
		}
	}
	return trie
}

// losesHead reports whether the last word of a title is a function word: "Health information management occupations" names a field of
// work, which a text about its neighbours names too.
func (m *model) losesHead(title string) bool {
	tokens := m.x.Analyze(nil, title)
	return len(tokens) > 0 && tokens[len(tokens)-1].Stop
}

// losesAllButOne reports whether a text of several words has only one that is no function word: "on call", "re-abstraction". The one
// that is left is another thing.
func (m *model) losesAllButOne(text string) bool {
	words, content := 0, 0
	for _, t := range m.x.Analyze(nil, text) {
		if !t.Shared {
			words++
		}
		if !t.Stop {
			content++
		}
	}
	return words > 1 && content == 1
}

// groupsWith counts the groups that have a phrase as the given kind: what many share tells little.
func groupsWith(units []phraseUnit, kind EvidenceKind) int {
	n, last := 0, int32(-1)
	for _, u := range units {
		if u.kind == kind && u.group != last {
			n, last = n+1, u.group
		}
	}
	return n
}

// isAbbreviation reports whether a text is one short word in capitals.
func isAbbreviation(text string) bool {
	letters := 0
	for _, r := range text {
		if r == ' ' || r >= 'a' && r <= 'z' {
			return false
		}
		letters++
	}
	return letters <= capsLetters
}

// A phraseHit is a phrase found in a query.
type phraseHit struct {
	unit     phraseUnit
	from, to int     // tokens
	denied   bool    // the sentence says that it is not asked for
	listed   bool    // it stands among pasted keywords
	inTitle  bool    // it stands in a title line
	share    float64 // of an exclusion: what part of the title evidence it is
}

// phraseKinds is how many kinds of phrases there are.
const phraseKinds = 4

func phraseKind(k EvidenceKind) int {
	switch k {
	case KindTitle:
		return 0
	case KindVocabulary:
		return 1
	case KindSkill:
		return 2
	}
	return 3
}

// findPhrases finds all phrases; of those of one kind and group a longer one hides the shorter ones inside it.
func (m *model) findPhrases(q *query, s *scratch) {
	if s.ends == nil {
		s.ends = make([]int32, phraseKinds*m.groups)
	}
	clear(s.ends)
	type node struct {
		node int32
		to   int
	}
	var path []node
	for i := range q.tokens {
		path = path[:0]
		m.phrases.walk(q, i, q.sentences[q.tokens[i].sentence].to, func(at int32, to int) { path = append(path, node{at, to}) })
		for p := len(path) - 1; p >= 0; p-- {
			for _, u := range m.phrases.units[path[p].node] {
				end := &s.ends[phraseKind(u.kind)*m.groups+int(u.group)]
				if int32(path[p].to) <= *end || u.caps && q.kind == longText && !q.inCapitals(i) {
					continue
				}
				*end = int32(path[p].to)
				q.phrases = append(q.phrases, phraseHit{unit: u, from: i, to: path[p].to})
			}
		}
	}
	m.qualifyPhrases(q)
}

// inCapitals reports whether a token is written in capitals.
func (q *query) inCapitals(i int) bool {
	s := q.surface(i)
	return strings.ToUpper(s) == s
}

// qualifyPhrases says of each phrase what its surroundings make of it, and drops exclusions that don't apply: those outside a title
// line, and those inside a longer title of the same group ("records management technician" in "health records management technician").
func (m *model) qualifyPhrases(q *query) {
	var kept []phraseHit
	for _, h := range q.phrases {
		s := q.sentences[q.tokens[h.from].sentence]
		if s.repeat || s.aside {
			continue
		}
		h.listed = s.list
		masked := 0
		content := q.contentTokens(h.from, h.to)
		for _, i := range content {
			if q.tokens[i].masked {
				masked++
			}
		}
		h.denied = masked == len(content)
		if masked > 0 && !h.denied {
			continue // half of it is denied: it says neither the one nor the other
		}
		for _, t := range q.titles {
			if h.from >= t.from && h.to <= t.to {
				h.inTitle = true
				h.share = t.weight * float64(len(q.contentTokens(h.from, h.to))) / float64(max(len(q.contentTokens(t.from, t.to)), 1))
			}
		}
		if h.unit.kind == KindExclusion && (!h.inTitle || h.denied || insideOwnTitle(q.phrases, h)) {
			continue
		}
		if h.denied && h.unit.kind != KindSkill || h.unit.kind == KindTitle && !h.inTitle && q.isOthers(&h) {
			continue
		}
		kept = append(kept, h)
	}
	// An item counts once, where it stands first: let that be where it counts most.
	slices.SortStableFunc(kept, func(a, b phraseHit) int {
		switch {
		case a.denied != b.denied && b.denied:
			return -1
		case a.denied != b.denied:
			return 1
		}
		return compareFloat(phraseValue(&b), phraseValue(&a))
	})
	q.phrases = kept
}

// insideOwnTitle reports whether a title of the group that is longer than the exclusion stands over it, or is the very same phrase.
func insideOwnTitle(hits []phraseHit, h phraseHit) bool {
	for _, t := range hits {
		if t.unit.kind == KindTitle && t.unit.group == h.unit.group && t.from <= h.from && t.to >= h.to {
			return true
		}
	}
	return false
}

// alive reports whether all words of a phrase are still there.
func (q *query) alive(h *phraseHit) bool {
	for i := h.from; i < h.to; i++ {
		if t := &q.tokens[i]; t.dropped && !t.stop {
			return false
		}
	}
	return true
}
