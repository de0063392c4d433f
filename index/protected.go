package index

import (
	_ "embed"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

//go:embed data/protected.txt
var protectedData string

// A protectedTerm is a term that stays in one piece. Its pattern is matched against the text byte by byte, letter case aside; a hyphen
// in it stands for one separator or none, and a plural s may follow it.
type protectedTerm struct {
	term    string // lower case, as it stands in posting lists
	leading int    // bytes of the term before its first word: 1 for ".net"
}

// loadProtected gives for each word that a protected term can begin with the terms, longest first.
func loadProtected(data string) map[string][]protectedTerm {
	byWord := map[string][]protectedTerm{}
	for line := range strings.Lines(data) {
		line = strings.ToLower(strings.TrimSpace(line))
		if line == "" || line[0] == '#' {
			continue
		}
		leading := len(line) - len(strings.TrimLeftFunc(line, isSeparator))
		t := protectedTerm{term: line, leading: leading}
		// "icd-10-ca" may begin with the word icd, icd10 or icd10ca, as its hyphens may be left out.
		word, whole := "", true
		for part := range strings.SplitSeq(line[leading:], "-") {
			if sep := strings.IndexFunc(part, isSeparator); sep >= 0 {
				part, whole = part[:sep], false
			}
			word += part
			byWord[word] = append(byWord[word], t)
			if !whole {
				break
			}
		}
		if whole {
			byWord[word+"s"] = append(byWord[word+"s"], t) // "emails"
		}
	}
	for _, ts := range byWord {
		sort.Slice(ts, func(i, j int) bool {
			if len(ts[i].term) != len(ts[j].term) {
				return len(ts[i].term) > len(ts[j].term)
			}
			return ts[i].term < ts[j].term
		})
	}
	return byWord
}

func isSeparator(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// match reports the span of the term where its first word begins at start.
func (t protectedTerm) match(text string, start int) (from, to int, ok bool) {
	from = start - t.leading
	if from < 0 {
		return 0, 0, false
	}
	i := from
	for p := 0; p < len(t.term); p++ {
		if t.term[p] == '-' {
			if r, n := utf8.DecodeRuneInString(text[i:]); r == '-' || r == ' ' || r == '\u00a0' || (r >= '\u2010' && r <= '\u2014') {
				i += n
			}
			continue
		}
		if i >= len(text) || lower(text[i]) != t.term[p] {
			return 0, 0, false
		}
		i++
	}
	if t.leading > 0 {
		if r, _ := utf8.DecodeLastRuneInString(text[:from]); !isBoundary(r) {
			return 0, 0, false
		}
	}
	r, n := utf8.DecodeRuneInString(text[i:])
	if isSeparator(rune(t.term[len(t.term)-1])) {
		return from, i, r != '+' && r != '#' && (unicode.IsDigit(r) || wordEnds(text[i:])) // "C++17", and not "C+++"
	}
	if (r == 's' || r == 'S') && wordEnds(text[i+n:]) { // "X-rays"
		return from, i + n, true
	}
	return from, i, wordEnds(text[i:])
}

// wordEnds reports whether a word may end before rest. Joiners that join nothing are not read.
func wordEnds(rest string) bool {
	for {
		r, n := utf8.DecodeRuneInString(rest)
		if !isJoiner(r) {
			return isBoundary(r)
		}
		rest = rest[n:]
	}
}

// isBoundary reports whether a word may end before r; a text that has ended gives RuneError.
func isBoundary(r rune) bool {
	return r == utf8.RuneError || isApostrophe(r) || isSeparator(r) && !unicode.IsMark(r) && !isJoiner(r)
}

func lower(b byte) byte {
	if 'A' <= b && b <= 'Z' {
		return b + 'a' - 'A'
	}
	return b
}
