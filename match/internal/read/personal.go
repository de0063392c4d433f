package read

import (
	"github.com/nocmatch/nocmatch/index"
	"github.com/nocmatch/nocmatch/match/internal/personal"
	"github.com/nocmatch/nocmatch/match/internal/text"
)

// withoutPersonal returns the tokens of the body that are not part of personal details: who
// somebody is says nothing of what they do.
func (r *reader) withoutPersonal(tokens []index.Token) []index.Token {
	if r.off[Personal] {
		return tokens
	}
	spans := personal.Find(r.Fields[text.Body], nil)
	if len(spans) == 0 {
		return tokens
	}
	out := make([]index.Token, 0, len(tokens))
	for _, t := range tokens {
		for len(spans) > 0 && spans[0].End <= t.Start {
			spans = spans[1:]
		}
		if len(spans) == 0 || t.End <= spans[0].Start {
			out = append(out, t)
		} else if !t.Shared {
			r.Personal++
		}
	}
	return out
}
