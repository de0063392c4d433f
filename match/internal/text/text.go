// Package text holds a document as words: its fields, tokens and sentences, with byte spans into
// the caller's bytes, and the lists of cue words that say what a sentence speaks of.
package text

import (
	"strings"
	"unicode/utf8"

	"github.com/nocmatch/nocmatch/index"
)

// A Field is a field of a document, in the order in which they are read.
type Field uint8

// The fields of a document. Body is the text of a posting, a resume or a letter.
const (
	Title Field = iota
	Industry
	Body
	NumFields
)

// A Token is a word of a document, or one of several words that an abbreviation stands for.
type Token struct {
	Start, End int32 // byte span in its field
	Term       int32 // term of the postings; index.NoTerm if no profile has the word
	Sentence   int32 // the sentence that it stands in
	Field      Field
	Stop       bool // a function word
	Shared     bool // stands for the same word of the text as the token before it
}

// Known reports whether profiles have the word and it is no function word.
func (t *Token) Known() bool { return t.Term >= 0 && !t.Stop }

// A Sentence is a sentence, a bullet, a heading or a cell of a line: the widest span that one
// quote may cover.
type Sentence struct {
	From, To int // tokens
	Line     int // line of its field that it begins in, from 0
	Field    Field
}

// A Span is a run of tokens, half open.
type Span struct{ From, To int }

// Empty reports whether the run has no token.
func (s Span) Empty() bool { return s.From >= s.To }

// A Text is a document cut into tokens and sentences.
type Text struct {
	Fields    [NumFields]string
	Tokens    []Token
	Sentences []Sentence
	// Stems are the analysed words, by token, whether profiles have them or not.
	Stems []string
	lower []string // by token: as it is written, in lower case
}

// Append adds the tokens of a field, which is the last of the text so far.
func (t *Text) Append(field Field, tokens []index.Token) {
	from := len(t.Tokens)
	for _, w := range tokens {
		t.Tokens = append(t.Tokens, Token{
			Start: int32(w.Start), End: int32(w.End), Term: w.ID,
			Field: field, Stop: w.Stop, Shared: w.Shared,
		})
		t.Stems = append(t.Stems, w.Term)
		t.lower = append(t.lower, strings.ToLower(t.Fields[field][w.Start:w.End]))
	}
	t.cut(field, from)
}

// Bytes returns the byte span of a run of tokens of one field, from its first byte to its last.
func (t *Text) Bytes(from, to int) (field Field, start, end int) {
	field = t.Tokens[from].Field
	start, end = int(t.Tokens[from].Start), int(t.Tokens[from].End)
	for _, w := range t.Tokens[from+1 : to] {
		end = max(end, int(w.End))
	}
	return field, start, end
}

// Surface returns the bytes that a token came from.
func (t *Text) Surface(i int) string {
	w := &t.Tokens[i]
	return t.Fields[w.Field][w.Start:w.End]
}

// Lower returns a token as it is written, in lower case.
func (t *Text) Lower(i int) string { return t.lower[i] }

// apostrophes are left out of words that are compared.
var apostrophes = strings.NewReplacer("'", "", "\u2019", "", "\u02bc", "")

// Word returns a token as it is written, in lower case and without apostrophes.
func (t *Text) Word(i int) string {
	w := t.lower[i]
	if strings.ContainsAny(w, "'\u2019\u02bc") {
		return apostrophes.Replace(w)
	}
	return w
}

// Surfaces returns the words of a run as they are written.
func (t *Text) Surfaces(from, to int) []string {
	var words []string
	for i := from; i < to; i++ {
		if !t.Tokens[i].Shared {
			words = append(words, t.Surface(i))
		}
	}
	return words
}

// Gap returns what stands between token i and the one after it, both of one field.
func (t *Text) Gap(i int) string {
	a, b := &t.Tokens[i], &t.Tokens[i+1]
	if b.Start <= a.End {
		return ""
	}
	return t.Fields[a.Field][a.End:b.Start]
}

// InCapitals reports whether a token is written in capitals.
func (t *Text) InCapitals(i int) bool {
	s := t.Surface(i)
	return strings.ToUpper(s) == s
}

// FieldTokens returns the tokens of a field.
func (t *Text) FieldTokens(field Field) Span {
	from := 0
	for from < len(t.Tokens) && t.Tokens[from].Field != field {
		from++
	}
	to := from
	for to < len(t.Tokens) && t.Tokens[to].Field == field {
		to++
	}
	if from == to {
		return Span{}
	}
	return Span{from, to}
}

// Content returns the tokens of a run that are no function words.
func (t *Text) Content(from, to int) []int32 {
	var tokens []int32
	for i := from; i < to; i++ {
		if !t.Tokens[i].Stop {
			tokens = append(tokens, int32(i))
		}
	}
	return tokens
}

// CountContent counts the tokens of a run that are no function words.
func (t *Text) CountContent(from, to int) int {
	n := 0
	for i := from; i < to; i++ {
		if !t.Tokens[i].Stop {
			n++
		}
	}
	return n
}

// CountWords counts the words of a run.
func (t *Text) CountWords(from, to int) int {
	n := 0
	for _, w := range t.Tokens[from:to] {
		if !w.Shared {
			n++
		}
	}
	return n
}

// WordsAt reports whether words stand at token i, before token end, letter case aside.
func (t *Text) WordsAt(i, end int, words []string) bool {
	if i+len(words) > end {
		return false
	}
	for k, w := range words {
		if !strings.EqualFold(t.Surface(i+k), w) {
			return false
		}
	}
	return true
}

// RunAt returns the length of the first of the runs that stands at token i, before token end; 0
// where none does.
func (t *Text) RunAt(i, end int, runs Runs) int {
	for _, run := range runs[t.Lower(i)] {
		if t.WordsAt(i, end, run) {
			return len(run)
		}
	}
	return 0
}

// HasRun reports whether one of the runs stands in a sentence.
func (t *Text) HasRun(s Sentence, runs Runs) bool {
	for i := s.From; i < s.To; i++ {
		if t.RunAt(i, s.To, runs) > 0 {
			return true
		}
	}
	return false
}

// qualifiers stand between what a title names and what qualifies it.
const qualifiers = ",(–—|/:"

// Head returns the token of a run that is its head noun, as it is of a title: the last word before
// a qualifier, and before "of" and the like; -1 where it has none.
func (t *Text) Head(from, to int) int {
	head := -1
	for i := from; i < to; i++ {
		if head >= 0 && (t.qualified(i-1) || TurnsTitle[t.Lower(i)]) {
			break
		}
		if !t.Tokens[i].Stop {
			head = i
		}
	}
	return head
}

func (t *Text) qualified(i int) bool {
	gap := t.Gap(i)
	return strings.ContainsAny(gap, qualifiers) || strings.Contains(gap, " - ")
}

// TurnsTitle are function words that stand after the head noun of a title.
var TurnsTitle = map[string]bool{
	"of": true, "for": true, "to": true, "in": true, "at": true, "with": true,
}

// EndsClause reports whether what stands between two words ends a clause.
func EndsClause(gap string) bool { return strings.ContainsAny(gap, ",;:.()!?–—") }

// firstRune returns the first rune of s; utf8.RuneError where it is empty.
func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}
