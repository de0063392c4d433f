package lexicon

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
	// RepairLetters is how long a word must be to be repaired: shorter ones have too many neighbours.
	RepairLetters = 5
	// halfLetters is how long each half of a split word must be.
	halfLetters = 3
)

// Spelling knows the words of profiles as they are written.
type Spelling struct {
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

func (l *Lexicon) newSpelling() Spelling {
	s := Spelling{seed: maphash.MakeSeed(), place: map[string]int32{}, deletes: map[uint64][]int32{}, apart: map[string]bool{}}
	var pairs []string
	l.eachText(func(f index.Field, text string, tokens []index.Token) {
		before := ""
		for _, t := range tokens {
			word := strings.ToLower(text[t.Start:t.End])
			if t.Shared || t.Stop || !IsLetters(word) {
				before = ""
				continue
			}
			s.add(word, f == index.Titles)
			if before != "" {
				pairs = append(pairs, before+word)
			}
			before = word
		}
	})
	for _, pair := range pairs {
		if _, ok := s.place[pair]; ok {
			s.apart[pair] = true
		}
	}
	for i, w := range s.words {
		if len(w.word) >= RepairLetters-1 {
			s.variants(w.word, func(h uint64) { s.deletes[h] = append(s.deletes[h], int32(i)) })
		}
	}
	return s
}

func (s *Spelling) add(word string, title bool) {
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

// IsLetters reports whether a word is plain letters in lower case: the words that are repaired are English.
func IsLetters(word string) bool {
	for i := range len(word) {
		if word[i] < 'a' || word[i] > 'z' {
			return false
		}
	}
	return word != ""
}

// variants calls yield with the hashes of a word and of it less each of its letters.
func (s *Spelling) variants(word string, yield func(uint64)) {
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

// Nearest returns the word of profiles that is one letter away from a word: the one that begins alike, that most titles have, that most
// texts have, and that comes first.
func (s *Spelling) Nearest(word string) (string, bool) {
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

// Halves returns where a word falls into two words of profiles: the place where the rarer of the two is most frequent; 0 where none does.
func (s *Spelling) Halves(word string) int {
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

// Joined reports whether profiles write two words as one, given joined, and never apart.
func (s *Spelling) Joined(word string) bool {
	_, ok := s.place[word]
	return ok && len(word) >= RepairLetters && !s.apart[word]
}
