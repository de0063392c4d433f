package read

import (
	"slices"

	"github.com/nocmatch/nocmatch/match/internal/lexicon"
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
	at := map[int32][]int32{} // by term: the tokens of the sentence that hold it
	for k, s := range r.Sentences {
		if !r.ShowsDuties(k) {
			continue
		}
		clear(at)
		for i := s.From; i < s.To; i++ {
			if r.Tokens[i].Known() {
				at[r.Tokens[i].Term] = append(at[r.Tokens[i].Term], int32(i))
			}
		}
		for i := s.From; i < s.To; i++ {
			t := r.Tokens[i].Term
			if !r.Tokens[i].Known() || at[t][0] != int32(i) {
				continue
			}
			for _, n := range r.lex.Signs.By(t) {
				sign := &r.lex.Signs.All[n]
				if tokens := r.signAt(sign, at); tokens != nil {
					r.Signs = append(r.Signs, Sign{sign, tokens, int32(k)})
				}
			}
		}
	}
}

// signAt returns the words of a sign that stand near each other in a sentence, given by the tokens
// of each of its terms; nil where they don't.
func (r *reader) signAt(s *lexicon.Sign, at map[int32][]int32) []int32 {
	for _, t := range s.Terms[1:] {
		if len(at[t]) == 0 {
			return nil
		}
	}
	has := func(t int32) bool { return len(at[t]) > 0 }
	if len(s.Beside) > 0 && !slices.ContainsFunc(s.Beside, has) || slices.ContainsFunc(s.Unless, has) {
		return nil
	}
	var best []int32
	for _, first := range at[s.Terms[0]] {
		tokens := []int32{first}
		for _, t := range s.Terms[1:] {
			tokens = append(tokens, nearest(at[t], first))
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

// nearest returns the token that stands nearest to another.
func nearest(tokens []int32, to int32) int32 {
	best := tokens[0]
	for _, i := range tokens[1:] {
		if abs(i-to) < abs(best-to) {
			best = i
		}
	}
	return best
}

func abs(x int32) int32 { return max(x, -x) }

// Has reports whether all words of a sign still count.
func (r *Reading) Has(s *Sign) bool {
	for _, i := range s.Tokens {
		if r.Marks[i].Lost {
			return false
		}
	}
	return true
}
