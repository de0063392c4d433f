package text

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"
)

// bullets are the characters that begin an item of a list wherever they stand apart.
const bullets = "•▪◦●■□‣·➢➤►▶✓✔❖○–—*"

//go:embed data/abbreviations.txt
var abbreviationData string

// abbreviations end with a dot that ends no sentence.
var abbreviations = ReadCues(abbreviationData).Set("abbreviation")

// maxSentence is how many tokens a sentence may have: longer runs are no sentences, and some work
// grows with the square of them.
const maxSentence = 200

// cut divides the tokens of a field, from token from on, into sentences.
func (t *Text) cut(field Field, from int) {
	line := strings.Count(t.lead(field, from), "\n")
	begin := from
	startLine := line
	for i := from; i < len(t.Tokens); i++ {
		last := i+1 == len(t.Tokens)
		if !last && t.Tokens[i+1].Shared {
			continue
		}
		if last || i-begin >= maxSentence || t.endsSentence(i) {
			for k := begin; k <= i; k++ {
				t.Tokens[k].Sentence = int32(len(t.Sentences))
			}
			t.Sentences = append(t.Sentences, Sentence{From: begin, To: i + 1, Line: startLine, Field: field})
			begin = i + 1
		}
		if !last {
			line += strings.Count(t.Gap(i), "\n")
			if begin == i+1 {
				startLine = line
			}
		}
	}
}

// lead returns what stands before token from, the first of its field.
func (t *Text) lead(field Field, from int) string {
	if from >= len(t.Tokens) {
		return ""
	}
	return t.Fields[field][:t.Tokens[from].Start]
}

// endsSentence reports whether a sentence ends between token i and the next one.
func (t *Text) endsSentence(i int) bool {
	gap := t.Gap(i)
	if gap == " " || gap == "" {
		return false
	}
	if !utf8.ValidString(gap) {
		return true // a quote over broken bytes could not be written down
	}
	next := firstRune(t.Surface(i + 1))
	if strings.ContainsAny(gap, "\n\r") {
		return !isWrap(gap, next)
	}
	if strings.ContainsAny(gap, ";\t|\x00\u2028\u2029\f\v") || strings.Contains(gap, "   ") {
		return true
	}
	for k, r := range gap {
		switch {
		case r == '.' || r == '!' || r == '?' || r == '…':
			after := gap[k+utf8.RuneLen(r):]
			if !mayFollowEnd(after) || r == '.' && t.isAbbreviation(i) {
				continue
			}
			return !unicode.IsLower(next)
		case r != '*' && r != '–' && r != '—' && strings.ContainsRune(bullets, r):
			return true
		}
	}
	return false
}

// isWrap reports whether a line that ends with gap was wrapped: it goes on with a lower-case word,
// which a new item, heading or paragraph doesn't.
func isWrap(gap string, next rune) bool {
	return strings.Count(gap, "\n") < 2 && unicode.IsLower(next) &&
		!strings.ContainsAny(gap, ".:;!?\t"+bullets) &&
		strings.TrimSpace(strings.Trim(gap, "-\u2010\u2011,()/")) == ""
}

// mayFollowEnd reports whether what stands behind a full stop lets it end a sentence: it ends none
// in "3.5" and "example.com".
func mayFollowEnd(after string) bool {
	r := firstRune(after)
	return after != "" && (unicode.IsSpace(r) || strings.ContainsRune(`"'”’)`, r))
}

func (t *Text) isAbbreviation(i int) bool {
	w := t.Lower(i)
	return len(w) == 1 || abbreviations[strings.ReplaceAll(w, ".", "")]
}
