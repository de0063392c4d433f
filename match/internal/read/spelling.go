package read

import (
	"strings"

	"github.com/nocmatch/nocmatch/index"
	"github.com/nocmatch/nocmatch/match/internal/lexicon"
	"github.com/nocmatch/nocmatch/match/internal/text"
)

// lineLetters is how long a word must be to be repaired in the lines of a long text that may be
// titles, where most words that no profile has are words all the same.
const lineLetters = 8

// ReadAs returns a run of tokens as it was read; "" where that is as it is written.
func (r *Reading) ReadAs(from, to int) string {
	var read strings.Builder
	field, at, end := r.Bytes(from, to)
	for _, p := range r.Repairs {
		if p.From < from || p.To > to {
			continue
		}
		_, begin, after := r.Bytes(p.From, p.To)
		read.WriteString(r.Fields[field][at:begin])
		read.WriteString(p.Read)
		at = after
	}
	if read.Len() == 0 {
		return ""
	}
	return read.String() + r.Fields[field][at:end]
}

// respell returns the tokens of a field with what is misspelled read as it was meant: all of a
// title, of an industry and of a body that is a bare title, the lines of another body that are as
// short as titles.
func (r *reader) respell(field text.Field, tokens []index.Token) []index.Token {
	if r.off[Spelling] {
		return tokens
	}
	s := speller{reader: r, field: field, text: r.Fields[field], out: make([]index.Token, 0, len(tokens))}
	if field != text.Body || r.Kind == BareTitle {
		s.title(tokens)
		return s.out
	}
	for from := 0; from < len(tokens); {
		to := from + 1
		for to < len(tokens) && s.sameLine(tokens[to-1], tokens[to]) {
			to++
		}
		if to-from <= TitleWords {
			s.line(tokens[from:to])
		} else {
			s.out = append(s.out, tokens[from:to]...)
		}
		from = to
	}
	return s.out
}

// A speller reads the words of a field as they were meant.
type speller struct {
	*reader
	field text.Field
	text  string
	out   []index.Token
}

func (s *speller) sameLine(a, b index.Token) bool {
	return b.Shared || !strings.Contains(s.text[a.End:b.Start], "\n")
}

// title reads a title, in which any word may be wrong.
func (s *speller) title(tokens []index.Token) { s.read(tokens, lexicon.RepairLetters, true) }

// line reads a line of a text, which may be no title: long words may be wrong there, and none is
// split, as what falls into two words is a name ("Stonegate").
func (s *speller) line(tokens []index.Token) { s.read(tokens, lineLetters, false) }

func (s *speller) read(tokens []index.Token, letters int, split bool) {
	written := func(t index.Token) string { return strings.ToLower(s.text[t.Start:t.End]) }
	for i := 0; i < len(tokens); i++ {
		t := tokens[i]
		single := !t.Shared && !t.Stop && (i+1 == len(tokens) || !tokens[i+1].Shared)
		if single && i+1 < len(tokens) && s.joins(t, tokens[i+1]) {
			s.replace(written(t)+written(tokens[i+1]), t.Start, 0, tokens[i+1].End)
			i++
			continue
		}
		word := written(t)
		if !single || t.ID >= 0 || len(word) < letters || !lexicon.IsLetters(word) {
			s.out = append(s.out, t)
			continue
		}
		if read, ok := s.lex.Spelling.Nearest(word); ok {
			s.replace(read, t.Start, 0, t.End)
		} else if at := s.lex.Spelling.Halves(word); at > 0 && split && len(word) == t.End-t.Start {
			s.replace(word[:at]+" "+word[at:], t.Start, t.Start+at, t.End)
		} else {
			s.out = append(s.out, t)
		}
	}
}

// replace puts other words in the place of the bytes [start, end). With a split, the first of two
// words has the bytes before it, the second those after it.
func (s *speller) replace(read string, start, split, end int) {
	from := len(s.Tokens) + len(s.out)
	parts := s.lex.Index.Analyze(nil, read)
	for k := range parts {
		parts[k].Start, parts[k].End = start, end
		switch {
		case split == 0:
			parts[k].Shared = k > 0
		case k == 0:
			parts[k].End = split
		default:
			parts[k].Start = split
		}
	}
	s.out = append(s.out, parts...)
	run := text.Span{From: from, To: len(s.Tokens) + len(s.out)}
	s.Repairs = append(s.Repairs, Repair{run, read})
}

// joins reports whether profiles write two neighbouring words of a text as one, and never apart,
// and mean one word by it.
func (s *speller) joins(a, b index.Token) bool {
	if a.Stop || b.Stop || b.Start != a.End+1 || !strings.ContainsRune(" -", rune(s.text[a.End])) {
		return false
	}
	word := strings.ToLower(s.text[a.Start:a.End] + s.text[b.Start:b.End])
	return s.lex.Spelling.Joined(word) && len(s.lex.Index.Analyze(nil, word)) == 1
}
