package read

import (
	_ "embed"
	"strings"

	"github.com/nocmatch/nocmatch/index"
	"github.com/nocmatch/nocmatch/match/internal/text"
)

// An acronym means one thing in one job and another in the next: ROI beside "marketing" is no
// release of information, the MA in "Boston, MA" no medical assistant. What stands for something
// else than profiles mean by it counts for nothing.

//go:embed data/senses.txt
var senseData string

// senseReach is how many words away the context of an acronym may stand, in its sentence.
const senseReach = 6

var (
	// otherSenses are for each acronym the words beside which it is something else.
	otherSenses = func() map[string]map[string]bool {
		senses := map[string]map[string]bool{}
		for acronym := range text.ReadCues(senseData) {
			senses[acronym] = text.ReadCues(senseData).Words(acronym)
		}
		delete(senses, "place")
		return senses
	}()
	// places are the abbreviations of provinces, territories and states.
	places = text.ReadCues(senseData).Words("place")
)

// findSenses makes acronyms that stand for something else unknown words.
func (r *reader) findSenses() {
	if r.off[Senses] {
		return
	}
	for i := range r.Tokens {
		word := r.Surface(i)
		if r.Tokens[i].Term < 0 {
			continue
		}
		if otherSenses[word] != nil && r.inContext(i, otherSenses[word]) || places[word] && r.isPlace(i) {
			r.Tokens[i].Term = index.NoTerm
		}
	}
}

// inContext reports whether one of the words stands near a token, in its sentence.
func (r *reader) inContext(i int, words map[string]bool) bool {
	s := r.Sentences[r.Tokens[i].Sentence]
	for k := max(s.From, i-senseReach); k < min(s.To, i+senseReach+1); k++ {
		if words[r.Word(k)] {
			return true
		}
	}
	return false
}

// isPlace reports whether an abbreviation stands behind a comma and a name: "Grande Prairie, AB".
func (r *reader) isPlace(i int) bool {
	t := r.Tokens[i]
	before := i - 1
	for before >= 0 && r.Tokens[before].Start == t.Start && r.Tokens[before].Field == t.Field {
		before-- // of one word
	}
	if before < 0 || r.Tokens[before].Field != t.Field {
		return false
	}
	gap := r.Fields[t.Field][r.Tokens[before].End:t.Start]
	name := r.Surface(before)
	return strings.TrimSpace(gap) == "," && strings.ToUpper(name[:1]) == name[:1] && strings.ToUpper(name) != name
}
