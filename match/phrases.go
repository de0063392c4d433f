package match

import (
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
	tokens := m.x.Analyze(make([]index.Token, 0, len(title)/wordBytes+1), title)
	return len(tokens) > 0 && tokens[len(tokens)-1].Stop
}

// losesAllButOne reports whether a text of several words has only one that is no function word: "on call", "re-abstraction". The one
// that is left is another thing.
func (m *model) losesAllButOne(text string) bool {
	words, content := 0, 0
	for _, t := range m.x.Analyze(make([]index.Token, 0, len(text)/wordBytes+1), text) {
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
