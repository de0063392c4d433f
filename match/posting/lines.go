package posting

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/nocmatch/nocmatch/match/internal/lexicon"
)

// A posting is read as lines: one for each paragraph, item and heading, whatever the width at which the text was wrapped.

// A postingLine is a line of a posting that has words.
type postingLine struct {
	start   int    // byte in the text where its words begin, after a mark or a label
	text    string // the words, white space as it is
	item    bool   // a mark stands before it
	apart   bool   // an empty line stands before it
	heading bool
	section section
	used    bool // the profile has something from it
}

// end gives the byte in the text after the line.
func (l *postingLine) end() int { return l.start + len(l.text) }

// cutLines gives the lines of a text that was unwrapped.
func cutLines(text string) []postingLine {
	var lines []postingLine
	apart, at := true, 0
	for line := range strings.Lines(text) {
		from := markEnd(line)
		if !hasWord(line[from:]) {
			from = 0 // a mark alone, such as "(a)", marks nothing
		}
		words := strings.TrimSpace(line[from:])
		switch {
		case words == "":
			apart = true
		case hasWord(words):
			item := from > 0
			from += strings.Index(line[from:], words)
			lines = append(lines, postingLine{start: at + from, text: words, item: item, apart: apart})
			apart = false
		}
		at += len(line)
	}
	return lines
}

// mark matches what stands before an item: a bullet, a number, a letter in brackets. A hyphen needs no blank after it where a letter
// follows; a star does, as it is emphasis otherwise.
var mark = regexp.MustCompile(`^[ \t]*(?:[•▪◦●■□‣·➢➤►▶✓✔✅❖○➔→»§\x{f0a7}\x{f0b7}\x{f0d8}\x{fffd}]+[ \t]*|[-–—*+>.o][ \t]+|[-–](\pL)|\(?\d{1,2}[.)][ \t]+|\([a-zA-Z]\)[ \t]*|[a-z]\)[ \t]+|\([ivx]+\)[ \t]*)`)

// markEnd gives where the words after the mark of a line begin; 0 where it has none.
func markEnd(line string) int {
	at := mark.FindStringSubmatchIndex(line)
	switch {
	case at == nil:
		return 0
	case at[2] >= 0:
		return at[2]
	}
	return at[1]
}

// inlineMark parts items that lost their line breaks.
var inlineMark = regexp.MustCompile(`[ \t]+[•▪●■‣➢✓✔][ \t]+`)

// unwrap joins lines that were wrapped, and parts items that stand in one line.
func unwrap(lex *lexicon.Lexicon, text string) string {
	var lines []string
	var parts []string // of the line that is being joined
	var prev, first string
	for line := range strings.SplitSeq(text, "\n") {
		line = strings.TrimRight(line, " \t")
		if !continues(lex, first, prev, line) {
			lines = append(lines, strings.Join(parts, ""))
			parts, first = parts[:0], line
			if markEnd(line) > 0 || strings.HasSuffix(inlineMark.Split(line, 2)[0], ":") {
				line = inlineMark.ReplaceAllString(line, "\n• ")
			}
			parts, prev = append(parts, line), line
			continue
		}
		line = strings.TrimLeft(line, " \t")
		head, hyphen := strings.CutSuffix(prev, "-")
		switch {
		case !hyphen || strings.HasSuffix(head, " "):
			parts = append(parts, " ")
		case isWord(lex, lastWord(head)+firstWord(line)):
			parts[len(parts)-1] = strings.TrimSuffix(parts[len(parts)-1], "-")
		}
		parts, prev = append(parts, line), line
	}
	lines = append(lines, strings.Join(parts, ""))
	return strings.Join(lines[1:], "\n")
}

// minWrapped is how long a line, in bytes, must be to have been wrapped.
const minWrapped = 40

// continues reports whether a line goes on with the one before it, which is prev and part of a line that began with first. Under an item
// what is set in goes on; elsewhere a line that begins in lower case, or after a comma, a hyphen or a function word.
func continues(lex *lexicon.Lexicon, first, prev, line string) bool {
	words := strings.TrimLeft(line, " \t")
	if strings.TrimSpace(prev) == "" || words == "" || markEnd(line) > 0 || !hasWord(prev) || !hasWord(words) {
		return false
	}
	if _, known := headingOf(words); known {
		return false
	}
	if _, _, labelled := cutLabel(words); labelled {
		return false
	}
	if markEnd(first) > 0 && len(line)-len(words) > len(first)-len(strings.TrimLeft(first, " \t")) {
		return true
	}
	if len(prev) < minWrapped || strings.ContainsAny(prev[len(prev)-1:], ".:;!?") {
		return false
	}
	r, _ := utf8.DecodeRuneInString(words)
	return unicode.IsLower(r) || strings.ContainsAny(prev[len(prev)-1:], ",-&") || isStop(lex, lastWord(prev))
}

// isStop reports whether a word is a function word.
func isStop(lex *lexicon.Lexicon, word string) bool {
	tokens := lex.Index.Analyze(nil, word)
	return len(tokens) == 1 && tokens[0].Stop
}

// isWord reports whether a word stands in a profile.
func isWord(lex *lexicon.Lexicon, word string) bool {
	tokens := lex.Index.Analyze(nil, word)
	return len(tokens) == 1 && tokens[0].ID >= 0
}

func notWordRune(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '’'
}

// lastWord gives the word that a text ends with; "" where it ends otherwise.
func lastWord(s string) string {
	i := strings.LastIndexFunc(s, notWordRune)
	if i < 0 {
		return s
	}
	_, size := utf8.DecodeRuneInString(s[i:])
	return s[i+size:]
}

// firstWord gives the word that a text begins with; "" where it begins otherwise.
func firstWord(s string) string {
	if i := strings.IndexFunc(s, notWordRune); i >= 0 {
		return s[:i]
	}
	return s
}
