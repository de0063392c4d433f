package documents

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// characters are those that stand in a document for the look of the text, and what they say.
var characters = strings.NewReplacer(
	"\u00ad", "", "\u200b", "", "\u2060", "", "\ufeff", "", // soft hyphen, places where a line may or may not break, mark of the byte order
	"\u00a0", " ", "\u2007", " ", "\u202f", " ", "\u2002", " ", "\u2003", " ", "\u2009", " ", // spaces of a fixed width
	"ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "ﬅ", "st", "ﬆ", "st", // ligatures
	"\r\n", "\n", "\r", "\n", "\v", "\n", "\f", "\n", "\u2028", "\n", "\u2029", "\n", // what ends a line
)

var (
	spaces     = regexp.MustCompile(` {2,}`)
	lineEdges  = regexp.MustCompile(`[ \t]*\n[ \t\n]*`)
	bulletSign = regexp.MustCompile(`(?m)^[\x{e000}-\x{f8ff}\x{fffd}•·▪▫■□●○◦‣⁃➢➤✓✔❖◆][ \t]+`)
)

// clean puts the text of a document in the form that the package promises; "" where only space is
// left.
func clean(text string) string {
	text = norm.NFC.String(characters.Replace(text))
	text = lineEdges.ReplaceAllStringFunc(text, func(edge string) string {
		return strings.Repeat("\n", min(2, strings.Count(edge, "\n"))) // an empty line at most
	})
	text = bulletSign.ReplaceAllString(text, bullet)
	text = strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case unicode.IsControl(r), unicode.Is(unicode.Co, r): // the latter is what fonts of icons show
			return ' '
		}
		return r
	}, text)
	text = spaces.ReplaceAllString(text, " ")
	if text = strings.TrimSpace(text); text == "" {
		return ""
	}
	return text + "\n"
}

// brokenWord is a word that a hyphen breaks at the end of a line. A capital or a digit after it
// says that the hyphen belongs to the word.
var brokenWord = regexp.MustCompile(`(\p{Ll})(?:-|‐|\x{ad})\n[ \t]*(\p{Ll})`)

// joinBrokenWords joins the words that a typesetter broke, for formats that keep lines and not
// paragraphs.
func joinBrokenWords(text string) string { return brokenWord.ReplaceAllString(text, "$1$2") }
