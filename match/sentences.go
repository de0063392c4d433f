package match

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// bullets are the characters that begin an item of a list wherever they stand apart.
const bullets = "•▪◦●■□‣·➢➤►▶✓✔❖○–—*"

// abbreviations end with a dot that ends no sentence.
var abbreviations = map[string]bool{
	"dr": true, "mr": true, "mrs": true, "ms": true, "st": true, "inc": true, "ltd": true, "no": true, "vs": true, "approx": true,
	"dept": true, "ext": true, "tel": true, "prof": true, "hon": true, "sr": true, "jr": true, "etc": true, "eg": true, "ie": true,
	"jan": true, "feb": true, "mar": true, "apr": true, "jun": true, "jul": true, "aug": true, "sep": true, "sept": true, "oct": true,
	"nov": true, "dec": true,
}

// maxSentence is how many tokens a sentence may have: longer runs are no sentences, and some work grows with the square of them.
const maxSentence = 200

// cut divides the tokens of a field, from token from on, into sentences.
func (q *query) cut(field uint8, from int) {
	line := strings.Count(q.lead(field, from), "\n")
	begin := from
	startLine := line
	for i := from; i < len(q.tokens); i++ {
		last := i+1 == len(q.tokens)
		if !last && q.tokens[i+1].shared {
			continue
		}
		if last || i-begin >= maxSentence || q.endsSentence(i) {
			for k := begin; k <= i; k++ {
				q.tokens[k].sentence = int32(len(q.sentences))
			}
			q.sentences = append(q.sentences, sentence{from: begin, to: i + 1, line: startLine, field: field})
			begin = i + 1
		}
		if !last {
			line += strings.Count(q.gap(i), "\n")
			if begin == i+1 {
				startLine = line
			}
		}
	}
}

// lead gives what stands before token from, the first of its field.
func (q *query) lead(field uint8, from int) string {
	if from >= len(q.tokens) {
		return ""
	}
	return q.fields[field][:q.tokens[from].start]
}

// endsSentence reports whether a sentence ends between token i and the next one.
func (q *query) endsSentence(i int) bool {
	gap := q.gap(i)
	if gap == " " || gap == "" {
		return false
	}
	if !utf8.ValidString(gap) {
		return true // a quote over broken bytes could not be written down
	}
	next := firstRune(q.surface(i + 1))
	if nl := strings.Count(gap, "\n"); nl > 0 || strings.Contains(gap, "\r") {
		// A line that was wrapped goes on with a lower-case word; a new item, heading or paragraph doesn't.
		wrapped := nl < 2 && unicode.IsLower(next) && !strings.ContainsAny(gap, ".:;!?\t"+bullets) && strings.TrimSpace(strings.Trim(gap, "-\u2010\u2011,()/")) == ""
		return !wrapped
	}
	if strings.ContainsAny(gap, ";\t|\x00\u2028\u2029\f\v") || strings.Contains(gap, "   ") {
		return true
	}
	for k, r := range gap {
		switch {
		case r == '.' || r == '!' || r == '?' || r == '…':
			after := gap[k+utf8.RuneLen(r):]
			if after == "" || !unicode.IsSpace(firstRune(after)) && !strings.ContainsRune(`"'”’)`, firstRune(after)) {
				continue // "3.5", "example.com"
			}
			if r == '.' && q.isAbbreviation(i) {
				continue
			}
			return !unicode.IsLower(next)
		case r != '*' && r != '–' && r != '—' && strings.ContainsRune(bullets, r):
			return true
		}
	}
	return false
}

func (q *query) isAbbreviation(i int) bool {
	w := strings.ToLower(q.surface(i))
	return len(w) == 1 || abbreviations[strings.ReplaceAll(w, ".", "")]
}

const (
	// minRepeat is the length, in words, from which an identical sentence counts once. Shorter ones are headings and labels that may well
	// recur: they count shortRepeat times.
	minRepeat   = 4
	shortRepeat = 2
)

// findRepeats marks sentences that stood in the document before, word for word, letter case aside.
func (q *query) findRepeats() {
	seen := map[string]int{}
	var key []byte
	for k := range q.sentences {
		s := &q.sentences[k]
		key = key[:0]
		for i := s.from; i < s.to; i++ {
			key = append(append(key, strings.ToLower(q.surface(i))...), ' ')
		}
		n := seen[string(key)]
		s.repeat = n >= shortRepeat || n >= 1 && s.to-s.from >= minRepeat
		seen[string(key)] = n + 1
	}
}

const (
	// keywordWords is how long an enumeration must be to be taken for pasted keywords. Honest lists of skills and systems are shorter, or are
	// broken into lines.
	keywordWords = 40
	// keywordStops is the share of function words below which a run of words is no sentence. English prose has .35 to .5, terse
	// bullets .15.
	keywordStops = 0.05
)

// findLists marks the enumerations that look like pasted keywords.
func (q *query) findLists() {
	for k := range q.sentences {
		s := &q.sentences[k]
		if s.field != inText || s.to-s.from < keywordWords {
			continue
		}
		stops := 0
		for _, t := range q.tokens[s.from:s.to] {
			if t.stop {
				stops++
			}
		}
		s.list = float64(stops) < keywordStops*float64(s.to-s.from)
	}
}
