package personal

import (
	"unicode"
	"unicode/utf8"
)

// A shape says what a token is made of.
type shape uint8

const (
	punct   shape = iota // one rune that is neither letter nor digit
	lower                // a word in small letters
	capital              // a word that begins with a capital
	upper                // a word of two letters or more, all of them capitals
	initial              // one capital letter
	number               // digits
	mixed                // digits and letters
)

// Gaps before a token on the same line.
const (
	gapNone = iota
	gapOne
	gapTwo
	gapWide // three blanks or more, or a tab: columns
)

// A token is a word, a number or one other rune. Words keep inner hyphens and apostrophes, and end
// before a possessive 's.
type token struct {
	start, end int32
	fold       string
	class      class
	line       int32
	shape      shape
	gap        uint8
	kind       Kind // of the detail that has claimed the token
	possessive bool // 's follows
	foreign    bool // a word in another script than Latin
}

func (t *token) word() bool { return t.shape >= lower && t.shape <= initial }

// capitalised reports whether the token is a word that begins with a capital.
func (t *token) capitalised() bool {
	return t.shape == capital || t.shape == upper || t.shape == initial
}

// tokenise splits the text into tokens, in one pass.
func tokenise(text string) []token {
	tokens := make([]token, 0, len(text)/4+8)
	// The folded text is as long as the text or nearly so; tokens are cut out of it as strings at
	// the end.
	fold := make([]byte, 0, len(text)+16)
	cuts := make([]int32, 0, len(text)/4+9)
	var line int32
	blanks := 0
	for i := 0; i < len(text); {
		r, n := decode(text, i)
		switch {
		case r == '\n' || r == '\v' || r == '\f' || r == '\u2028' || r == '\u2029' || r == '\u0085':
			line++
			blanks = 0
			i += n
			continue
		case r == '\r':
			if i+1 >= len(text) || text[i+1] != '\n' {
				line++
			}
			blanks = 0
			i += n
			continue
		case r == '\t':
			blanks += 3
			i += n
			continue
		case r == ' ' || r == '\u00a0' || r >= utf8.RuneSelf && unicode.IsSpace(r):
			blanks++
			i += n
			continue
		case r == '\ufeff' || r == '\u200b':
			i += n
			continue
		}
		t := token{start: int32(i), line: line, gap: uint8(min(blanks, gapWide))}
		blanks = 0
		cuts = append(cuts, int32(len(fold)))
		switch {
		case isLetter(r) || isDigit(r):
			i, fold = scanWord(text, i, fold, &t)
		default:
			i += n
			fold = appendFold(fold, r)
		}
		t.end = int32(i)
		tokens = append(tokens, t)
	}
	all := string(fold)
	cuts = append(cuts, int32(len(all)))
	lex := lexicon().words
	for i := range tokens {
		t := &tokens[i]
		t.fold = all[cuts[i]:cuts[i+1]]
		if t.word() {
			t.class = classOf(lex, t.fold)
		}
	}
	return tokens
}

// scanWord reads the word or number that begins at i, sets the token's shape, and returns where it
// ends.
func scanWord(text string, i int, fold []byte, t *token) (int, []byte) {
	letters, digits, capitals, small := 0, 0, 0, 0
	firstCapital := false
	for i < len(text) {
		r, n := decode(text, i)
		switch {
		case isLetter(r):
			if isUpper(r) {
				capitals++
				firstCapital = firstCapital || letters == 0
			} else {
				small++
			}
			letters++
			if r >= 0x370 && foreignLetter(r) {
				t.foreign = true
			}
		case isDigit(r):
			digits++
		case r == '\u00ad' || r >= 0x300 && unicode.Is(unicode.M, r):
			// part of the word, whatever it is
		case (r == '\'' || r == '’' || r == '-' || r == '‐' || r == '‑') && letters > 0 &&
			digits == 0:
			next, m := decode(text, i+n)
			if !isLetter(next) {
				return i, finish(t, fold, letters, digits, capitals, small, firstCapital)
			}
			if after, _ := decode(text, i+n+m); (r == '\'' || r == '’') && (next == 's' ||
				next == 'S' && small == 0) && !isLetter(after) {
				t.possessive = true
				return i, finish(t, fold, letters, digits, capitals, small, firstCapital)
			}
		default:
			return i, finish(t, fold, letters, digits, capitals, small, firstCapital)
		}
		fold = appendFold(fold, r)
		i += n
	}
	return i, finish(t, fold, letters, digits, capitals, small, firstCapital)
}

func finish(t *token, fold []byte, letters, digits, capitals, small int, firstCapital bool) []byte {
	switch {
	case digits > 0 && letters > 0:
		t.shape = mixed
	case digits > 0:
		t.shape = number
	case letters == 1 && capitals == 1:
		t.shape = initial
	case small == 0 && capitals > 1:
		t.shape = upper
	case firstCapital:
		t.shape = capital
	default:
		t.shape = lower
	}
	return fold
}

// decode returns the rune at i and its width, or 0 and 0 at the end. An invalid byte is one rune of
// its own.
func decode(text string, i int) (rune, int) {
	if i >= len(text) {
		return 0, 0
	}
	if c := text[i]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(text[i:])
}

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r|0x20 && r|0x20 <= 'z'
	}
	return unicode.IsLetter(r)
}

// foreignLetter reports whether a letter is of another script than Latin.
func foreignLetter(r rune) bool {
	return r >= 0x370 && (r < 0x1d00 || r > 0x1eff) && (r < 0x2c60 || r > 0x2c7f) && (r < 0xa720 ||
		r > 0xa7ff) &&
		(r < 0xfb00 || r > 0xfb06) && (r < 0xff21 || r > 0xff5a) && r != 0x212a && r != 0x212b
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

func isUpper(r rune) bool {
	if r < utf8.RuneSelf {
		return 'A' <= r && r <= 'Z'
	}
	return unicode.IsUpper(r)
}
