package main

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/nocmatch/nocmatch/examples/internal/masking"
	"github.com/nocmatch/nocmatch/index"
	"github.com/nocmatch/nocmatch/profiles"
)

// sentences cuts a text into sentences and list items. A line that goes on in lower case is of one sentence with the next.
func sentences(text string) []masking.Span {
	var found []masking.Span
	add := func(from, to int) {
		from += len(text[from:to]) - len(strings.TrimLeftFunc(text[from:to], func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))
		to -= len(text[from:to]) - len(strings.TrimRightFunc(text[from:to], unicode.IsSpace))
		if from < to {
			found = append(found, masking.Span{Start: from, End: to})
		}
	}
	from := 0
	for i, r := range text {
		rest := text[i+utf8.RuneLen(max(r, 0)):]
		if r == utf8.RuneError {
			continue
		}
		next, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(rest, unicode.IsSpace))
		ends := r == '\n' && !unicode.IsLower(next) ||
			strings.ContainsRune(".!?;", r) && rest != "" && unicode.IsSpace(rune(rest[0])) && unicode.IsUpper(next)
		if ends {
			add(from, len(text)-len(rest))
			from = len(text) - len(rest)
		}
	}
	add(from, len(text))
	return found
}

const (
	// closeTerms is how many words of weight a sentence needs in common with a duty to be close to it, and closeShare what share of the
	// duty's weight they need: below it sentences share words such as "patients" and nothing else. Set by eye on the resumes of testdata.
	closeTerms = 2
	closeShare = .15
)

// A closeness finds the sentences that come closest to a duty by the words that they share, the rarer the words the closer.
type closeness struct {
	analyzer *index.Analyzer
	duties   float64            // how many there are
	among    map[string]float64 // how many of them have a term
}

// newCloseness learns from the duties of profiles which words are rare.
func newCloseness(ps []profiles.Profile) closeness {
	c := closeness{analyzer: index.NewAnalyzer(), among: map[string]float64{}}
	for _, p := range ps {
		for _, d := range p.Duties {
			c.duties++
			for term := range c.terms(d.Text) {
				c.among[term]++
			}
		}
	}
	return c
}

// terms are the different words of a text, analysed as the matcher does, without function words.
func (c closeness) terms(text string) map[string]bool {
	terms := map[string]bool{}
	for _, t := range c.analyzer.Analyze(nil, text) {
		if !t.Stop && t.Term != "" {
			terms[t.Term] = true
		}
	}
	return terms
}

// weight is high for a rare term.
func (c closeness) weight(term string) float64 { return math.Log(1 + c.duties/(c.among[term]+.5)) }

func (c closeness) weigh(terms map[string]bool) float64 {
	sum := 0.0
	for term := range terms {
		sum += c.weight(term)
	}
	return sum
}

// closest gives the sentence of a text that comes closest to a duty, the first of equals; ok is false where none is close.
func (c closeness) closest(duty, text string, sentences []masking.Span) (best masking.Span, ok bool) {
	wanted := c.terms(duty)
	total, most := c.weigh(wanted), 0.0
	for _, s := range sentences {
		terms := c.terms(text[s.Start:s.End])
		shared := map[string]bool{}
		for term := range terms {
			if wanted[term] {
				shared[term] = true
			}
		}
		overlap := c.weigh(shared)
		// The cosine of two bags of words, in thousandths: sums in another order differ in their last places.
		like := math.Round(1000 * overlap / math.Sqrt(total*max(c.weigh(terms), 1)))
		if len(shared) >= closeTerms && overlap >= closeShare*total && like > most {
			best, most, ok = s, like, true
		}
	}
	return best, ok
}
