package index

import (
	"strings"
	"sync"

	"github.com/kljensen/snowball/english"
)

// NoTerm is the ID of a token whose term stands in no posting list.
const NoTerm = -1

// A Token is a word of a text, or one of several words that an abbreviation stands for.
type Token struct {
	// Start and End are byte offsets into the analysed text, half open, on rune boundaries.
	Start, End int
	// Term is the analysed word: lower case, stemmed. A stop word stands as it is; a word that is too long to be one is "".
	Term string
	// ID of the term in the [Postings] of the index that analysed the text, or [NoTerm].
	ID int32
	// Stop marks function words, which stand in no posting list.
	Stop bool
	// Shared marks a token whose span is that of the token before it, as both come from one word.
	Shared bool
}

// maxMisses bounds the memory that words of texts, as opposed to words of profiles, may take: some 30 MB.
const maxMisses = 1 << 17

// An Analyzer cuts texts into tokens. It is safe for concurrent use; what it remembers of earlier texts changes its speed and nothing else.
type Analyzer struct {
	stop      map[string]bool
	aliases   map[string]string
	stems     map[string]string
	protected map[string][]protectedTerm
	spellings []spelling

	// ids are the terms of an index; nil for an analyzer without one.
	ids map[string]int32

	mu   sync.RWMutex
	memo map[string]*lexeme
}

// A lexeme is what the analysis makes of one word.
type lexeme struct {
	terms     []string
	ids       []int32
	stop      bool
	capitals  *lexeme // what the word means in capitals, if that is something else
	woman     bool    // the second half of "chairman/woman"
	protected []protectedTerm
}

// NewAnalyzer returns an analyzer that knows no index: the tokens that it gives have no ID.
func NewAnalyzer() *Analyzer {
	return &Analyzer{
		stop:      loadStop(stopData),
		aliases:   loadTable(aliasData),
		stems:     loadTable(stemData),
		protected: loadProtected(protectedData),
		spellings: loadSpellings(spellingData),
		memo:      map[string]*lexeme{},
	}
}

// withTerms returns an analyzer that gives tokens the IDs of terms.
func (a *Analyzer) withTerms(ids map[string]int32) *Analyzer {
	return &Analyzer{stop: a.stop, aliases: a.aliases, stems: a.stems, protected: a.protected, spellings: a.spellings, ids: ids, memo: map[string]*lexeme{}}
}

// Analyze appends the tokens of text to dst, in the order of the text, and returns it. An empty text has none.
func (a *Analyzer) Analyze(dst []Token, text string) []Token {
	var room [maxWord]byte
	s := scanner{text: text, buf: room[:0]}
	for s.next() {
		if len(s.buf) == 0 {
			dst = append(dst, Token{Start: s.start, End: s.end, ID: NoTerm})
			continue
		}
		lex := a.lookup(s.buf)
		if lex.capitals != nil && strings.ToUpper(text[s.start:s.end]) == text[s.start:s.end] {
			lex = lex.capitals
		}
		if lex.woman && len(dst) > 0 && isOtherHalf(text, dst[len(dst)-1], s.start) {
			dst = append(dst, Token{Start: s.start, End: s.end, Term: string(s.buf), ID: NoTerm, Stop: true})
			continue
		}
		start, end := s.start, s.end
		if t, from, to, ok := matchProtected(lex.protected, text, s.start); ok {
			lex = a.lookupTerm(t.term)
			start, end = from, to
			s.pos = to
		}
		for k, term := range lex.terms {
			dst = append(dst, Token{Start: start, End: end, Term: term, ID: lex.ids[k], Stop: lex.stop, Shared: k > 0})
		}
	}
	return dst
}

func matchProtected(ts []protectedTerm, text string, start int) (t protectedTerm, from, to int, ok bool) {
	for _, t := range ts {
		if from, to, ok := t.match(text, start); ok {
			return t, from, to, true
		}
	}
	return protectedTerm{}, 0, 0, false
}

// isOtherHalf reports whether a word at start is the second half of "chairman/woman" or "salesmen/women", whose first half is before.
func isOtherHalf(text string, before Token, start int) bool {
	if before.End != start-1 || text[before.End] != '/' {
		return false
	}
	half := strings.ToLower(text[before.Start:before.End])
	return strings.HasSuffix(half, "man") || strings.HasSuffix(half, "men")
}

// lookup gives the lexeme of a word in lower case.
func (a *Analyzer) lookup(word []byte) *lexeme {
	a.mu.RLock()
	lex, ok := a.memo[string(word)]
	a.mu.RUnlock()
	if ok {
		return lex
	}
	return a.remember(string(word), a.lexeme(string(word)))
}

// lookupTerm gives the lexeme of a protected term, which is not analysed any further. The term has a character that no word has,
// or is a word whose own lexeme names it, so that the two never meet under one key.
func (a *Analyzer) lookupTerm(term string) *lexeme {
	key := " " + term
	a.mu.RLock()
	lex, ok := a.memo[key]
	a.mu.RUnlock()
	if ok {
		return lex
	}
	return a.remember(key, &lexeme{terms: []string{term}, ids: []int32{a.id(term)}})
}

func (a *Analyzer) remember(key string, lex *lexeme) *lexeme {
	a.mu.Lock()
	defer a.mu.Unlock()
	if len(a.memo) < maxMisses {
		a.memo[key] = lex
	}
	return lex
}

func (a *Analyzer) id(term string) int32 {
	if id, ok := a.ids[term]; ok {
		return id
	}
	return NoTerm
}

// lexeme analyses a word; see the package comment for the order of the steps.
func (a *Analyzer) lexeme(word string) *lexeme {
	lex := &lexeme{protected: a.protected[word], woman: word == "woman" || word == "women" || word == "person"}
	if to, ok := a.aliases[strings.ToUpper(word)]; ok {
		lex.capitals = &lexeme{}
		a.addTerms(lex.capitals, strings.Fields(to))
	}
	words := []string{word}
	if to, ok := a.aliases[word]; ok {
		words = strings.Fields(to)
	} else {
		word = trimPossessive(word)
		if word == "" || a.stop[word] {
			lex.stop, lex.terms, lex.ids = true, []string{word}, []int32{NoTerm}
			return lex
		}
		words[0] = word
		if to, ok := a.aliases[word]; ok {
			words = strings.Fields(to)
		}
	}
	a.addTerms(lex, words)
	return lex
}

// addTerms adds the terms of words to a lexeme; a word after = is a term as it stands.
func (a *Analyzer) addTerms(lex *lexeme, words []string) {
	for _, w := range words {
		term, whole := strings.CutPrefix(w, "=")
		if !whole {
			term = a.stem(w)
		}
		lex.terms = append(lex.terms, term)
		lex.ids = append(lex.ids, a.id(term))
	}
}

// stem gives the term of a word. A word with a digit or a letter outside ASCII is its own stem: the stemmer is for English.
func (a *Analyzer) stem(word string) string {
	for i := range len(word) {
		if word[i] < 'a' || word[i] > 'z' {
			return word
		}
	}
	if form, ok := personForm(word); ok {
		return form
	}
	stem := english.Stem(a.respell(word), true)
	if family, ok := a.stems[stem]; ok {
		return family
	}
	return stem
}
