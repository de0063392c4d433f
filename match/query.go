package match

import (
	"strings"
	"unicode/utf8"

	"github.com/nocmatch/nocmatch/index"
)

// A kind is the kind of a query, which decides what its words are worth.
type kind int

const (
	bareTitle kind = iota // a job title of a few words, perhaps with an industry
	longText              // a posting, a resume, a letter
)

// TitleWords is the greatest number of words that a text may have to be taken for a bare title.
const TitleWords = 8

// A token is a word of a document.
type token struct {
	start, end int32   // byte span in its field
	term       int32   // term ID, index.NoTerm if no profile has the word
	sentence   int32   // the sentence that it stands in
	weight     float64 // what one occurrence counts in the all-text signal: 0 for a stop word, a repeat, a word that is denied
	field      uint8   // place in fields
	stop       bool    // a function word
	shared     bool    // stands for the same word of the text as the token before it
	listed     bool    // stands among pasted keywords
	against    bool    // is masked, and counts against what it is a word of: the job is denied to be that
	masked     bool    // counts for nothing: denied by the sentence ("no coding required")
	dropped    bool    // set by tests: the word is taken out while everything that a query holds stays
}

// gone reports whether the token counts for nothing.
func (t *token) gone() bool { return t.masked || t.dropped }

// counts reports whether the token may be evidence.
func (t *token) counts() bool { return t.term >= 0 && !t.stop && !t.gone() }

// A sentence is a sentence, a bullet, a heading or a cell of a line: what a quote never goes beyond.
type sentence struct {
	from, to int  // tokens
	line     int  // line of the text that it begins in, from 0
	repeat   bool // the same words stood in the document before
	aside    bool // not about the job: the employer's story, benefits, how to apply
	wish     bool // what would be nice to have
	list     bool // a long enumeration without function words: keywords
	field    uint8
}

// A titleLine is a run of tokens that is, or may be, a job title.
type titleLine struct {
	from, to int
	weight   float64 // share of the title evidence
	likeness float64 // how like a title it is, from 0 to 1
	content  int     // how many of its tokens are no function words
}

// A query is a document made ready for scoring. All that does not depend on the occupation is decided here, once: the property test of
// faithfulness drops tokens of a query and holds the rest.
type query struct {
	kind      kind
	fields    [3]string
	tokens    []token
	sentences []sentence
	titles    []titleLine
	phrases   []phraseHit
	pasted    []span // pasted keywords
	// terms are the distinct known terms with the places that count, in order of first appearance.
	terms []queryTerm
	// denied are those that count against, likewise.
	denied []queryTerm
	// mass is the denominator of the all-text signal.
	mass float64
	// gate is what industry evidence counts, from 0 to 1.
	gate float64
	// role is the role that the first title line names, as bits; 0 without one.
	role  uint8
	words int
	known int // words that some profile has
	// personal is how many words were taken out, as they are personal details; they are no part of words.
	personal int
	// stems are the analysed words of a bare title, by token; what is near a word that no profile has.
	stems []string
	chars charQuery // of a bare title
	// repairs are the words that were read as others, in order.
	repairs []repair
	// copied marks sentences, by their place, that repeat the wording of a profile's duty.
	copied []copiedSentence
}

// A queryTerm is a term of the query and the tokens that count for it.
type queryTerm struct {
	term   int32
	tokens []int32
}

// A span is a run of tokens, half open.
type span struct{ from, to int }

var fieldNames = [3]Field{FieldTitle, FieldIndustry, FieldText}

const (
	inTitle = iota
	inIndustry
	inText
)

// newQuery reads a document.
func (m *model) newQuery(d Document, s *scratch) *query {
	q := &query{fields: [3]string{d.Title, d.Industry, d.Text}}
	room := s.tokens
	for f, text := range q.fields {
		room = m.x.Analyze(room[:0], text)
		from := len(q.tokens)
		if f == inText {
			q.kind = kindOf(d, room)
		}
		tokens := room
		if f == inText && q.kind == longText {
			tokens, q.personal = m.withoutPersonal(text, room)
		}
		for _, t := range m.respell(q, uint8(f), tokens) {
			if !t.Shared {
				q.words++
			}
			q.tokens = append(q.tokens, token{start: int32(t.Start), end: int32(t.End), term: t.ID, field: uint8(f), stop: t.Stop, shared: t.Shared})
			if t.ID >= 0 {
				q.known++
			}
			q.stems = append(q.stems, t.Term)
		}
		q.cut(uint8(f), from)
	}
	s.tokens = room
	if q.kind == longText {
		for i := range q.tokens {
			if t := &q.tokens[i]; t.term >= 0 && m.capital[t.term] && !q.inCapitals(i) {
				t.term = index.NoTerm // dad is not DAD
			}
		}
	}
	m.findSenses(q)
	q.findRepeats()
	if !m.off[PartKeywords] {
		q.findLists()
	}
	if q.kind == longText {
		m.findParts(q)
	}
	if !m.off[PartDenials] {
		m.findNegations(q)
	}
	m.findTitleLines(q, &s.titles)
	m.findRole(q)
	m.findPhrases(q, s)
	m.findCopied(q, &s.titles)
	if q.kind == bareTitle {
		m.findCharacters(q)
	}
	m.findGate(q)
	m.weigh(q)
	return q
}

// kindOf says what kind of query a document makes, by the tokens of its text.
func kindOf(d Document, text []index.Token) kind {
	words := 0
	for _, t := range text {
		if !t.Shared {
			words++
		}
	}
	if strings.TrimSpace(d.Text) == "" || strings.TrimSpace(d.Title) == "" && words <= TitleWords {
		return bareTitle
	}
	return longText
}

// text gives the text of a run of tokens of one field, from its first byte to its last.
func (q *query) text(from, to int) (field uint8, start, end int) {
	field = q.tokens[from].field
	start, end = int(q.tokens[from].start), int(q.tokens[from].end)
	for _, t := range q.tokens[from+1 : to] {
		end = max(end, int(t.end))
	}
	return field, start, end
}

// surface gives the bytes that a token came from.
func (q *query) surface(i int) string {
	t := &q.tokens[i]
	return q.fields[t.field][t.start:t.end]
}

// gap gives what stands between token i and the one after it, both of one field.
func (q *query) gap(i int) string {
	a, b := &q.tokens[i], &q.tokens[i+1]
	if b.start <= a.end {
		return ""
	}
	return q.fields[a.field][a.end:b.start]
}

// firstRune gives the first rune of s; utf8.RuneError where it is empty.
func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}
