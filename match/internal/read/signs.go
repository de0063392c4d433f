package read

import (
	"slices"

	"github.com/nocmatch/nocmatch/match/internal/lexicon"
	"github.com/nocmatch/nocmatch/match/internal/text"
)

// A Sign is a sign of a duty or skill found in a sentence.
type Sign struct {
	*lexicon.Sign
	// Tokens are the words of the sign, ascending.
	Tokens   []int32
	Sentence int32
}

// signGap is how many other words, function words among them, may stand between the words of a
// sign.
const signGap = 5

// findSigns finds the signs of the sentences that may show duties, in the order of the text.
func (r *reader) findSigns() {
	if r.Kind != LongText {
		return
	}
	if len(r.s.inSentence) != r.lex.Terms() {
		r.s.inSentence = make([]int32, r.lex.Terms())
	}
	in := r.s.inSentence // by term: the number of the sentence that it stands in, from 1
	clear(in)
	for k, s := range r.Sentences {
		if !r.ShowsDuties(k) {
			continue
		}
		number := int32(k + 1)
		for i := s.From; i < s.To; i++ {
			if r.Tokens[i].Known() {
				in[r.Tokens[i].Term] = number
			}
		}
		for i := s.From; i < s.To; i++ {
			t := r.Tokens[i].Term
			if !r.Tokens[i].Known() || in[t] != number || r.stands(s.From, i, t) {
				continue
			}
			for _, n := range r.lex.Signs.By(t) {
				sign := &r.lex.Signs.All[n]
				if !holds(sign, in, number) {
					continue
				}
				if tokens := r.signAt(sign, s); tokens != nil {
					r.Signs = append(r.Signs, Sign{sign, tokens, int32(k)})
				}
			}
		}
	}
}

// stands reports whether a term stands in tokens [from, to).
func (r *reader) stands(from, to int, term int32) bool {
	for i := from; i < to; i++ {
		if r.Tokens[i].Term == term {
			return true
		}
	}
	return false
}

// holds reports whether a sentence has all words of a sign, and what it needs beside them and not.
func holds(s *lexicon.Sign, in []int32, number int32) bool {
	for _, t := range s.Terms[1:] {
		if in[t] != number {
			return false
		}
	}
	has := func(t int32) bool { return in[t] == number }
	if len(s.Beside) > 0 && !slices.ContainsFunc(s.Beside, has) {
		return false
	}
	return !slices.ContainsFunc(s.Unless, has)
}

// signAt returns the words of a sign that stand near each other in a sentence that has them all; nil
// where they don't.
func (r *reader) signAt(sign *lexicon.Sign, s text.Sentence) []int32 {
	var best []int32
	for i := s.From; i < s.To; i++ {
		if r.Tokens[i].Term != sign.Terms[0] {
			continue
		}
		tokens := make([]int32, 0, len(sign.Terms))
		for _, t := range sign.Terms {
			tokens = append(tokens, r.nearest(s, t, i))
		}
		slices.Sort(tokens)
		if !r.countsAll(tokens) || r.othersBetween(tokens) > signGap {
			continue
		}
		if best == nil || tokens[len(tokens)-1]-tokens[0] < best[len(best)-1]-best[0] {
			best = tokens
		}
	}
	return best
}

// nearest returns the token of a sentence with a term that stands nearest to token i.
func (r *reader) nearest(s text.Sentence, term int32, i int) int32 {
	for d := 0; d < s.To-s.From; d++ {
		if k := i - d; k >= s.From && r.Tokens[k].Term == term {
			return int32(k)
		}
		if k := i + d; k < s.To && r.Tokens[k].Term == term {
			return int32(k)
		}
	}
	return int32(i)
}

// othersBetween counts the words between the tokens that are none of them.
func (r *reader) othersBetween(tokens []int32) int {
	last := tokens[len(tokens)-1]
	return r.CountWords(int(tokens[0]), int(last)+1) - len(slices.Compact(slices.Clone(tokens)))
}

func (r *reader) countsAll(tokens []int32) bool {
	for _, i := range tokens {
		if !r.Counts(int(i)) || r.Marks[i].Listed {
			return false
		}
	}
	return true
}

// Has reports whether all words of a sign still count.
func (r *Reading) Has(s *Sign) bool {
	for _, i := range s.Tokens {
		if r.Marks[i].Lost {
			return false
		}
	}
	return true
}
