package match

import (
	"cmp"
	"hash/maphash"
	"slices"
	"strings"

	"github.com/nocmatch/nocmatch/index"
)

// People who type a job title write "tecnician", "house keeper" and "oilfield". A word that no profile has is read as the word of profiles
// that is one letter away - one too many, one missing, one other, two swapped (Damerau: A technique for computer detection and correction
// of spelling errors, 1964) - or as two words without their space; two words that profiles write as one are read as one. Candidates are
// found by leaving out letters on both sides (Garbe: Symmetric delete spelling correction, 2012).

const (
	// repairLetters is how long a word must be to be repaired: shorter ones have too many neighbours.
	repairLetters = 5
	// lineLetters is the same for the lines of a long text that may be titles, where most words that no profile has are words all the same.
	lineLetters = 8
	// halfLetters is how long each half of a split word must be.
	halfLetters = 3
)

// spelling knows the words of profiles as they are written.
type spelling struct {
	seed    maphash.Seed
	words   []spelledWord
	place   map[string]int32
	deletes map[uint64][]int32 // hash of a word, or of it less one letter -> places in words
	apart   map[string]bool    // words that profiles write apart too, joined: "health care"
}

// A spelledWord is a word of profiles in lower case and how many times titles, and all fields, have it.
type spelledWord struct {
	word        string
	titles, all int
}

func (m *model) newSpelling() spelling {
	s := spelling{seed: maphash.MakeSeed(), place: map[string]int32{}, deletes: map[uint64][]int32{}, apart: map[string]bool{}}
	var tokens []index.Token
	var pairs []string
	for _, p := range m.profiles {
		for f := range index.Field(index.NumFields) {
			for _, text := range f.Texts(p) {
				tokens = m.x.Analyze(tokens[:0], text)
				before := ""
				for _, t := range tokens {
					word := strings.ToLower(text[t.Start:t.End])
					if t.Shared || t.Stop || !isLetters(word) {
						before = ""
						continue
					}
					s.add(word, f == index.Titles)
					if before != "" {
						pairs = append(pairs, before+word)
					}
					before = word
				}
			}
		}
	}
	for _, pair := range pairs {
		if _, ok := s.place[pair]; ok {
			s.apart[pair] = true
		}
	}
	for i, w := range s.words {
		if len(w.word) >= repairLetters-1 {
			s.variants(w.word, func(h uint64) { s.deletes[h] = append(s.deletes[h], int32(i)) })
		}
	}
	return s
}

func (s *spelling) add(word string, title bool) {
	i, ok := s.place[word]
	if !ok {
		i = int32(len(s.words))
		s.place[word] = i
		s.words = append(s.words, spelledWord{word: word})
	}
	s.words[i].all++
	if title {
		s.words[i].titles++
	}
}

// isLetters reports whether a word is plain letters in lower case: the words that are repaired are English.
func isLetters(word string) bool {
	for i := range len(word) {
		if word[i] < 'a' || word[i] > 'z' {
			return false
		}
	}
	return word != ""
}

// variants calls yield with the hashes of a word and of it less each of its letters.
func (s *spelling) variants(word string, yield func(uint64)) {
	yield(maphash.String(s.seed, word))
	room := make([]byte, 0, 64)
	for i := range len(word) {
		if i > 0 && word[i] == word[i-1] {
			continue
		}
		room = append(append(room[:0], word[:i]...), word[i+1:]...)
		yield(maphash.Bytes(s.seed, room))
	}
}

// nearest gives the word of profiles that is one letter away from a word: the one that begins alike, that most titles have, that most
// texts have, and that comes first.
func (s *spelling) nearest(word string) (string, bool) {
	var found []int32
	s.variants(word, func(h uint64) {
		for _, i := range s.deletes[h] {
			if !slices.Contains(found, i) && oneApart(word, s.words[i].word) {
				found = append(found, i)
			}
		}
	})
	if len(found) == 0 {
		return "", false
	}
	otherLetter := func(w spelledWord) int {
		if w.word[0] == word[0] {
			return 0
		}
		return 1
	}
	return s.words[slices.MinFunc(found, func(i, j int32) int {
		a, b := s.words[i], s.words[j]
		return cmp.Or(otherLetter(a)-otherLetter(b), b.titles-a.titles, b.all-a.all, strings.Compare(a.word, b.word))
	})].word, true
}

// oneApart reports whether two words differ by one letter: one more, one other, or two swapped.
func oneApart(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	switch {
	case len(b) == len(a)+1:
		return a[i:] == b[i+1:]
	case len(b) != len(a) || i == len(a):
		return false
	case a[i+1:] == b[i+1:]:
		return true
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}

// halves gives where a word falls into two words of profiles: the place where the rarer of the two is most frequent; 0 where none does.
func (s *spelling) halves(word string) int {
	at, most := 0, 0
	for i := halfLetters; i+halfLetters <= len(word); i++ {
		a, okA := s.place[word[:i]]
		b, okB := s.place[word[i:]]
		if !okA || !okB {
			continue
		}
		if n := min(s.words[a].all, s.words[b].all); n > most {
			at, most = i, n
		}
	}
	return at
}

// A repair says that tokens of a query were read as other words than the text has.
type repair struct {
	from, to int // tokens
	read     string
}

// reread gives a run of tokens as it was read; "" where that is as it is written.
func (q *query) reread(from, to int) string {
	var read strings.Builder
	field, at, end := q.text(from, to)
	for _, r := range q.repairs {
		if r.from < from || r.to > to {
			continue
		}
		_, begin, after := q.text(r.from, r.to)
		read.WriteString(q.fields[field][at:begin])
		read.WriteString(r.read)
		at = after
	}
	if read.Len() == 0 {
		return ""
	}
	return read.String() + q.fields[field][at:end]
}

// respell gives the tokens of a field of a query with what is misspelled read as it was meant: all of a title, of an industry and of a text
// that is a bare title, the lines of another text that are as short as titles.
func (m *model) respell(q *query, field uint8, tokens []index.Token) []index.Token {
	if m.off[PartSpelling] {
		return tokens
	}
	out := make([]index.Token, 0, len(tokens))
	if field != inText || q.kind == bareTitle {
		return m.respellRun(q, field, tokens, true, out)
	}
	text := q.fields[field]
	for from := 0; from < len(tokens); {
		to := from + 1
		for to < len(tokens) && (tokens[to].Shared || !strings.Contains(text[tokens[to-1].End:tokens[to].Start], "\n")) {
			to++
		}
		if to-from <= TitleWords {
			out = m.respellRun(q, field, tokens[from:to], false, out)
		} else {
			out = append(out, tokens[from:to]...)
		}
		from = to
	}
	return out
}

// respellRun appends a run of tokens to out, respelled. In a title any word may be wrong; in a line of a text, which may be no title, long
// ones may, and none is split: what falls into two words there is a name ("Stonegate").
func (m *model) respellRun(q *query, field uint8, tokens []index.Token, title bool, out []index.Token) []index.Token {
	letters := lineLetters
	if title {
		letters = repairLetters
	}
	text := q.fields[field]
	written := func(i int) string { return strings.ToLower(text[tokens[i].Start:tokens[i].End]) }
	reread := func(read string, start, split, end int) {
		from := len(q.tokens) + len(out)
		parts := m.x.Analyze(nil, read)
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
		out = append(out, parts...)
		q.repairs = append(q.repairs, repair{from, len(q.tokens) + len(out), read})
	}
	for i := 0; i < len(tokens); i++ {
		t := tokens[i]
		single := !t.Shared && !t.Stop && (i+1 == len(tokens) || !tokens[i+1].Shared)
		if single && i+1 < len(tokens) && m.joined(text, t, tokens[i+1]) {
			reread(written(i)+written(i+1), t.Start, 0, tokens[i+1].End)
			i++
			continue
		}
		word := written(i)
		if !single || t.ID >= 0 || len(word) < letters || !isLetters(word) {
			out = append(out, t)
			continue
		}
		if read, ok := m.spelling.nearest(word); ok {
			reread(read, t.Start, 0, t.End)
		} else if at := m.spelling.halves(word); at > 0 && title && len(word) == t.End-t.Start {
			reread(word[:at]+" "+word[at:], t.Start, t.Start+at, t.End)
		} else {
			out = append(out, t)
		}
	}
	return out
}

// joined reports whether profiles write two neighbouring words of a text as one, and never apart, and mean one word by it.
func (m *model) joined(text string, a, b index.Token) bool {
	if a.Stop || b.Stop || b.Start != a.End+1 || !strings.ContainsRune(" -", rune(text[a.End])) {
		return false
	}
	word := strings.ToLower(text[a.Start:a.End] + text[b.Start:b.End])
	if _, ok := m.spelling.place[word]; !ok || len(word) < repairLetters || m.spelling.apart[word] {
		return false
	}
	return len(m.x.Analyze(nil, word)) == 1
}
