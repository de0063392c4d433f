package index

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// maxWord is the longest word, in bytes, that is looked up. Longer runs are encoded data, not words.
const maxWord = 64

// isJoiner reports whether r may stand inside a word without being read: soft hyphen, zero-width
// space and joiners, byte-order mark, word joiner, variation selectors. Put between letters they
// disguise a word.
func isJoiner(r rune) bool {
	switch r {
	case '\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff':
		return true
	}
	return r >= '\ufe00' && r <= '\ufe0f'
}

// isWord reports whether r may begin a word. The apostrophe U+02BC counts as a letter in Unicode, and begins none.
func isWord(r rune) bool { return (unicode.IsLetter(r) || unicode.IsDigit(r)) && !isApostrophe(r) }

func isApostrophe(r rune) bool { return r == '\'' || r == '\u2019' || r == '\u02bc' }

// asciiWord marks the ASCII letters and digits.
var asciiWord = func() (t [utf8.RuneSelf]bool) {
	for b := range t {
		t[b] = b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z'
	}
	return t
}()

// A scanner walks over the words of a text.
type scanner struct {
	text  string
	pos   int
	start int // span of the word
	end   int
	buf   []byte // the word in lower case
}

// next moves to the next word and reports whether there is one. Words that are longer than maxWord have an empty buf.
func (s *scanner) next() bool {
	text := s.text
	i := s.pos
	for i < len(text) {
		if b := text[i]; b < utf8.RuneSelf {
			if asciiWord[b] {
				break
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		if isWord(r) {
			break
		}
		i += n
	}
	if i >= len(text) {
		s.pos = i
		return false
	}
	s.start = i
	s.buf = s.buf[:0]
	for i < len(text) && text[i] < utf8.RuneSelf && asciiWord[text[i]] {
		if i-s.start < maxWord {
			s.buf = append(s.buf, lower(text[i]))
		}
		i++
	}
	switch {
	case i < len(text) && (text[i] >= utf8.RuneSelf || text[i] == '\''):
		i = s.fold(i)
	case i-s.start == 1 && i < len(text) && text[i] == '.':
		i = s.dotted(i)
	case i-s.start > maxWord:
		s.buf = s.buf[:0]
	}
	s.end, s.pos = i, i
	return true
}

// fold finishes a word that is not plain ASCII: it ends at the first rune that is no letter, digit, mark or joiner, and no apostrophe
// between letters. NFKD takes ligatures and accents apart.
func (s *scanner) fold(i int) int {
	text := s.text
	end := i // a joiner or an apostrophe at the end is not part of the word
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		if isApostrophe(r) {
			if after, _ := utf8.DecodeRuneInString(text[i+n:]); !unicode.IsLetter(after) || isApostrophe(after) {
				break
			}
		} else if !isWord(r) && !unicode.IsMark(r) && !isJoiner(r) {
			break
		}
		i += n
		if !isJoiner(r) {
			end = i
		}
	}
	s.buf = s.buf[:0]
	if end-s.start > maxWord {
		return end
	}
	for _, r := range norm.NFKD.String(text[s.start:end]) {
		if isApostrophe(r) {
			s.buf = append(s.buf, '\'')
		} else if isWord(r) {
			s.buf = utf8.AppendRune(s.buf, unicode.ToLower(r))
		}
	}
	return end
}

// dotted joins the letters of an abbreviation such as "R.N.": single letters, each but the last followed by a dot and the next letter.
func (s *scanner) dotted(i int) int {
	text := s.text
	isLetter := func(k int) bool { return k < len(text) && lower(text[k]) >= 'a' && lower(text[k]) <= 'z' }
	if !isLetter(s.start) {
		return i
	}
	end := i
	for k := i; k < len(text) && text[k] == '.' && isLetter(k+1) && len(s.buf) < maxWord; k += 2 {
		if !wordEnds(text[k+2:]) {
			break
		}
		s.buf = append(s.buf, lower(text[k+1]))
		end = k + 2
	}
	return end
}

// trimPossessive removes a possessive ending and every other apostrophe.
func trimPossessive(word string) string {
	if !strings.Contains(word, "'") {
		return word
	}
	word = strings.TrimSuffix(strings.TrimSuffix(word, "'s"), "'")
	return strings.ReplaceAll(word, "'", "")
}
