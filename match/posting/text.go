package posting

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// plain gives a text without what is there for the eye: composed letters, one kind of line break and of blank, no soft hyphens, no
// control characters.
func plain(s string) string {
	s = norm.NFC.String(strings.ToValidUTF8(s, " "))
	s = strings.ReplaceAll(s, "\r\n", "\n")
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n':
			return r
		case strings.ContainsRune("\u00ad\u200b\u200c\u200d\u2060\ufeff", r):
			return -1
		case strings.ContainsRune("\r\v\f\u0085\u2028\u2029", r):
			return '\n'
		case unicode.IsSpace(r) || unicode.IsControl(r):
			return ' '
		}
		return r
	}, s)
	return correctMisread(s)
}

// foldSpace gives a text on one line, without blanks before commas and full stops.
func foldSpace(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	s = spacedMarks.Replace(s)
	if t, ok := strings.CutSuffix(s, " ."); ok {
		s = t + "."
	}
	return s
}

// spacedMarks takes the blank off what a typewriter set apart.
var spacedMarks = strings.NewReplacer(" , ", ", ", " . ", ". ")

// A misread word has a small l or a zero between capitals.
var misread = regexp.MustCompile(`[A-Z][l0][A-Z]`)

// minMisread is how many misread words make a text a scanned one: a name or a part number has one.
const minMisread = 3

var (
	// misreadWord is a run of what may have been misread.
	misreadWord = regexp.MustCompile(`[0-9A-Za-z]+`)
	// misreadInitial is a letter that looks like a number on its own: C.l.H.I.
	misreadInitial = regexp.MustCompile(`\b([A-Z]\.)l\.`)
)

// correctMisread undoes, in a text in capitals, what scanners do to O and I.
func correctMisread(s string) string {
	if len(misread.FindAllStringIndex(s, minMisread)) < minMisread || !inCapitals(s) {
		return s
	}
	return misreadWord.ReplaceAllStringFunc(misreadInitial.ReplaceAllString(s, "${1}I."), correctWord)
}

// inCapitals reports whether nearly all letters of a text are capitals.
func inCapitals(s string) bool {
	upper, lower := 0, 0
	for _, r := range s {
		if unicode.IsUpper(r) {
			upper++
		} else if unicode.IsLower(r) && r != 'l' {
			lower++
		}
	}
	return upper > 9*lower
}

// correctWord reads a word as a number where it has digits that can't be letters, and as a word where it has such letters.
func correctWord(w string) string {
	digits, letters, small := 0, 0, 0
	for _, r := range w {
		switch {
		case strings.ContainsRune("OIl0", r):
		case unicode.IsDigit(r):
			digits++
		case unicode.IsUpper(r):
			letters++
		default:
			small++
		}
	}
	b := []byte(w)
	for i, c := range b {
		besideDigit := i > 0 && b[i-1] >= '0' && b[i-1] <= '9' || i+1 < len(b) && b[i+1] >= '0' && b[i+1] <= '9'
		switch {
		case letters > 0 && digits == 0 && small == 0:
			b[i] = asLetter(c)
		case letters > 0:
		case digits > 0 && (small == 0 || besideDigit), digits == 0 && small == 0 && strings.Trim(w, "l") == "":
			b[i] = asDigit(c)
		}
	}
	return string(b)
}

func asLetter(c byte) byte {
	switch c {
	case '0':
		return 'O'
	case 'l':
		return 'I'
	}
	return c
}

func asDigit(c byte) byte {
	switch c {
	case 'O':
		return '0'
	case 'I', 'l':
		return '1'
	}
	return c
}
