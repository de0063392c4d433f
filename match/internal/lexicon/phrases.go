package lexicon

import (
	"strings"

	"github.com/nocmatch/nocmatch/index"
	"github.com/nocmatch/nocmatch/match/internal/text"
)

// A Phrase is a text of a profile that is looked for in documents: a run of its terms, function
// words aside, within a sentence.
type Phrase struct {
	Kind  Kind // Title, Vocabulary, Skill or Exclusion
	Group int32
	Item  int32  // which title, term, skill or exclusion: a term and its aliases are one item
	Text  string // the exact text
	Name  string // of a skill: its name, which Text may be an alias of
	See   string // of an exclusion
	Caps  bool   // an abbreviation: the document must write it in capitals too
	// Word is the text in lower case if it is a term or skill of a single word, which the document
	// must write so too.
	Word string
	// Tail are the function words that a skill ends with, which the document must have too: "works
	// well with others".
	Tail  []string
	Value float64 // 1 over the number of groups that have the phrase
}

// Phrases is a trie of the terms of all phrases.
type Phrases struct {
	next  map[uint64]int32 // node<<32 | term -> node
	units [][]Phrase       // by node, in the order of groups
}

func (t *Phrases) add(terms []int32, u Phrase) {
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

// At returns the phrases of a node, in the order of groups.
func (t *Phrases) At(node int32) []Phrase { return t.units[node] }

// phraseGap is how many tokens on the next word of a phrase may stand: function words stand
// between, and not any number of them.
const phraseGap = 4

// Walk calls yield with every node that holds phrases and begins at token i, shortest first, and
// the end of the phrase, at most end.
func (t *Phrases) Walk(d *text.Text, i, end int, yield func(node int32, to int)) {
	if !d.Tokens[i].Known() {
		return
	}
	at := int32(0)
	last := i
	for k := i; k < end && k-last <= phraseGap; k++ {
		tok := &d.Tokens[k]
		if tok.Stop {
			continue
		}
		last = k
		if tok.Term < 0 {
			return
		}
		to, ok := t.next[uint64(at)<<32|uint64(uint32(tok.Term))]
		if !ok {
			return
		}
		at = to
		if len(t.units[at]) > 0 {
			yield(at, k+1)
		}
	}
}

// LongestTitle returns the end of the longest title that begins at token i; i where none does.
func (t *Phrases) LongestTitle(d *text.Text, i, end int) int {
	to := i
	t.Walk(d, i, end, func(node int32, end int) {
		for _, u := range t.units[node] {
			if u.Kind == Title {
				to = end
				break
			}
		}
	})
	return to
}

// minTitleTerms is how many terms a title must have to be looked for inside a text: "manager" and
// "coding" are words, not titles.
const minTitleTerms = 2

func (l *Lexicon) newPhrases() Phrases {
	trie := Phrases{next: map[uint64]int32{}, units: make([][]Phrase, 1)}
	for g, p := range l.Profiles {
		add := func(u Phrase, minTerms int) {
			terms := l.Content(u.Text)
			if len(terms) < minTerms || l.losesAllButOne(u.Text) {
				return
			}
			u.Group, u.Caps = int32(g), IsAbbreviation(u.Text)
			if u.Kind == Skill {
				u.Tail = l.tail(u.Text)
			}
			if u.Kind != Title && !strings.ContainsAny(u.Text, " -/") {
				u.Word = strings.ToLower(u.Text)
			}
			trie.add(terms, u)
		}
		for k, text := range index.Titles.Texts(p) {
			if !l.endsInStop(text) {
				add(Phrase{Kind: Title, Item: int32(k), Text: text}, minTitleTerms)
			}
		}
		for k, v := range p.Vocabulary {
			for _, text := range append([]string{v.Term}, v.Aliases...) {
				add(Phrase{Kind: Vocabulary, Item: int32(k), Text: text}, 1)
			}
		}
		for k, s := range p.Skills {
			for _, text := range append([]string{s.Name}, s.Aliases...) {
				add(Phrase{Kind: Skill, Item: int32(k), Text: text, Name: s.Name}, 1)
			}
		}
		for k, e := range p.Exclusions {
			add(Phrase{Kind: Exclusion, Item: int32(k), Text: e.Title, See: e.See}, minTitleTerms)
		}
	}
	for _, units := range trie.units {
		for i := range units {
			units[i].Value = 1 / float64(groupsWith(units, units[i].Kind))
		}
	}
	return trie
}

// losesAllButOne reports whether a text of several words has only one that is no function word: "on
// call", "re-abstraction". The one that is left is another thing.
func (l *Lexicon) losesAllButOne(text string) bool {
	words, content := 0, 0
	for _, t := range l.analyze(text) {
		if !t.Shared {
			words++
		}
		if !t.Stop {
			content++
		}
	}
	return words > 1 && content == 1
}

// tail returns the function words that a text ends with.
func (l *Lexicon) tail(text string) []string {
	var tail []string
	for _, t := range l.analyze(text) {
		if t.Stop {
			tail = append(tail, t.Term)
		} else {
			tail = nil
		}
	}
	return tail
}

// groupsWith counts the groups that have a phrase as the given kind: what many share tells little.
func groupsWith(units []Phrase, kind Kind) int {
	n, last := 0, int32(-1)
	for _, u := range units {
		if u.Kind == kind && u.Group != last {
			n, last = n+1, u.Group
		}
	}
	return n
}
