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
	item  int32    // which title, term, skill or exclusion of the profile: a term and its aliases are one item
	text  string   // the exact text
	name  string   // of a skill: its name, which text may be an alias of
	see   string   // of an exclusion
	caps  bool     // an abbreviation: the document must write it in capitals too
	word  string   // of a term or skill of a single word: the word in lower case, which the document must write so too
	tail  []string // function words that the text ends with, which the document must have too: "works well with others"
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

// phraseGap is how many tokens on the next word of a phrase may stand: function words stand between, and not any number of them.
const phraseGap = 4

// walk calls yield with every node that holds phrases and begins at token i, shortest first, and the end of the phrase, at most end.
func (t *phraseTrie) walk(q *query, i, end int, yield func(node int32, to int)) {
	if q.tokens[i].term < 0 || q.tokens[i].stop {
		return
	}
	at := int32(0)
	last := i
	for k := i; k < end && k-last <= phraseGap; k++ {
		tok := &q.tokens[k]
		if tok.stop {
			continue
		}
		last = k
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
				if u.kind == KindSkill {
					u.tail = m.tail(u.text)
				}
				if u.kind != KindTitle && !strings.ContainsAny(u.text, " -/") {
					u.word = strings.ToLower(u.text)
				}
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

// tail gives the function words that a text ends with.
func (m *model) tail(text string) []string {
	var tail []string
	for _, t := range m.x.Analyze(nil, text) {
		if t.Stop {
			tail = append(tail, t.Term)
		} else {
			tail = nil
		}
	}
	return tail
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
	unit     *phraseUnit
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

// maxPlaces is how many places of one item are kept: one counts, and people look at the first few.
const maxPlaces = 3

// findPhrases finds the phrases of a query, in their order. Of those of one kind and group a longer one hides the shorter ones inside it.
func (m *model) findPhrases(q *query, s *scratch) {
	if s.ends == nil {
		s.ends = make([]int32, phraseKinds*m.groups)
		s.places = map[placeKey]int{}
	}
	clear(s.ends)
	clear(s.places)
	type node struct {
		node int32
		to   int
	}
	var path []node
	for i := range q.tokens {
		path = path[:0]
		sentence := &q.sentences[q.tokens[i].sentence]
		if sentence.repeat || sentence.aside {
			continue
		}
		m.phrases.walk(q, i, sentence.to, func(at int32, to int) { path = append(path, node{at, to}) })
		for p := len(path) - 1; p >= 0; p-- {
			units := m.phrases.units[path[p].node]
			for k := range units {
				m.addPhrase(q, s, phraseHit{unit: &units[k], from: i, to: path[p].to})
			}
		}
	}
	q.dropOwnTitles()
	q.findKeywords(s)
	q.sortPhrases()
}

// A placeKey counts the places of one item of one group, asked for and denied apart.
type placeKey struct {
	kind        EvidenceKind
	group, item int32
	denied      bool
}

// addPhrase keeps a phrase, unless its surroundings make it none, or there are enough of it.
func (m *model) addPhrase(q *query, s *scratch, h phraseHit) {
	u := h.unit
	end := &s.ends[phraseKind(u.kind)*m.groups+int(u.group)]
	if int32(h.to) <= *end || q.kind == longText && !q.spelled(h) {
		return
	}
	*end = int32(h.to)
	var half bool
	if h.denied, half = q.denial(h.from, h.to); half {
		return // half of it is denied: it says neither the one nor the other
	}
	for _, line := range q.titles {
		if h.from >= line.from && h.to <= line.to {
			h.inTitle = true
			h.share = line.weight * float64(len(q.contentTokens(h.from, h.to))) / float64(max(line.content, 1))
		}
	}
	switch {
	case u.kind == KindExclusion && !h.inTitle: // what is excluded is a title, and only title lines give it
		return
	case h.denied && u.kind != KindSkill:
		return
	case u.kind == KindTitle && !h.inTitle && q.isOthers(&h):
		return
	}
	key := placeKey{u.kind, u.group, u.item, h.denied}
	if s.places[key] == maxPlaces {
		return
	}
	s.places[key]++
	h.listed = q.sentences[q.tokens[h.from].sentence].list
	q.phrases = append(q.phrases, h)
}

// spelled reports whether the document writes a phrase as it must be: abbreviations in capitals, the last function words of a skill, and a
// single word as it stands in the profile, plural aside: "charting" is a skill, "chart" is not.
func (q *query) spelled(h phraseHit) bool {
	if h.unit.caps {
		return q.inCapitals(h.from)
	}
	if len(h.unit.tail) > 0 && !q.wordsAt(h.to, q.sentences[q.tokens[h.from].sentence].to, h.unit.tail) {
		return false
	}
	if h.unit.word == "" {
		return true
	}
	return strings.TrimSuffix(strings.ToLower(q.surface(h.from)), "s") == strings.TrimSuffix(h.unit.word, "s")
}

// inCapitals reports whether a token is written in capitals.
func (q *query) inCapitals(i int) bool {
	s := q.surface(i)
	return strings.ToUpper(s) == s
}

// denial reports whether all words of a run are denied, or half of them: some and not all.
func (q *query) denial(from, to int) (all, half bool) {
	content := q.contentTokens(from, to)
	masked := 0
	for _, i := range content {
		if q.tokens[i].masked {
			masked++
		}
	}
	return masked == len(content), masked > 0 && masked < len(content)
}

// dropOwnTitles drops exclusions over which a title of the same group stands: "records management technician" in "health records management
// technician", or the very same phrase.
func (q *query) dropOwnTitles() {
	var own []phraseHit
	for _, h := range q.phrases {
		if h.unit.kind == KindTitle && h.inTitle {
			own = append(own, h)
		}
	}
	q.phrases = slices.DeleteFunc(q.phrases, func(h phraseHit) bool {
		return h.unit.kind == KindExclusion && slices.ContainsFunc(own, func(t phraseHit) bool {
			return t.unit.group == h.unit.group && t.from <= h.from && t.to >= h.to
		})
	})
}

// sortPhrases puts the places of an item that count most first, as an item counts once, where it stands first.
func (q *query) sortPhrases() {
	slices.SortStableFunc(q.phrases, func(a, b phraseHit) int {
		switch {
		case a.denied != b.denied && b.denied:
			return -1
		case a.denied != b.denied:
			return 1
		}
		return compareFloat(phraseValue(&b), phraseValue(&a))
	})
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
