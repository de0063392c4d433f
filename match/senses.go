package match

import (
	_ "embed"
	"strings"

	"github.com/nocmatch/nocmatch/index"
)

// An acronym means one thing in one job and another in the next: ROI beside "marketing" is no release of information, the MA in "Boston, MA"
// no medical assistant. What stands for something else than profiles mean by it counts for nothing.

//go:embed data/senses.tsv
var senseData string

// senseReach is how many words away the context of an acronym may stand, in its sentence.
const senseReach = 6

// otherSenses gives for each acronym the words beside which it is something else.
var otherSenses = func() map[string]map[string]bool {
	senses := map[string]map[string]bool{}
	for line := range strings.Lines(senseData) {
		cols := strings.Split(strings.TrimRight(line, "\r\n"), "\t")
		if len(cols) != 4 || strings.HasPrefix(line, "#") {
			continue
		}
		senses[cols[0]] = map[string]bool{}
		for _, word := range strings.Fields(cols[1]) {
			senses[cols[0]][word] = true
		}
	}
	return senses
}()

// places are the abbreviations of provinces, territories (ISO 3166-2:CA) and states (ISO 3166-2:US).
var places = func() map[string]bool {
	set := map[string]bool{}
	for _, p := range strings.Fields("AB BC MB NB NL NS NT NU ON PE QC SK YT AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH " +
		"NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY") {
		set[p] = true
	}
	return set
}()

// findSenses makes acronyms that stand for something else unknown words.
func (m *model) findSenses(q *query) {
	if m.off[PartSenses] {
		return
	}
	for i := range q.tokens {
		if word := q.surface(i); q.tokens[i].term >= 0 && (otherSenses[word] != nil && q.otherSense(i) || places[word] && q.isPlace(i)) {
			q.tokens[i].term = index.NoTerm
		}
	}
}

// otherSense reports whether a word of the context of an acronym stands near it.
func (q *query) otherSense(i int) bool {
	context := otherSenses[q.surface(i)]
	s := q.sentences[q.tokens[i].sentence]
	for k := max(s.from, i-senseReach); k < min(s.to, i+senseReach+1); k++ {
		if context[q.word(k)] {
			return true
		}
	}
	return false
}

// isPlace reports whether an abbreviation stands behind a comma and a name: "Grande Prairie, AB".
func (q *query) isPlace(i int) bool {
	before := i - 1
	for before >= 0 && q.tokens[before].start == q.tokens[i].start && q.tokens[before].field == q.tokens[i].field {
		before-- // of one word
	}
	if before < 0 || q.tokens[before].field != q.tokens[i].field {
		return false
	}
	gap := q.fields[q.tokens[i].field][q.tokens[before].end:q.tokens[i].start]
	name := q.surface(before)
	return strings.TrimSpace(gap) == "," && strings.ToUpper(name[:1]) == name[:1] && strings.ToUpper(name) != name
}
