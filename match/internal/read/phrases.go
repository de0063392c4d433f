package read

import (
	"cmp"
	"slices"
	"strings"

	"github.com/nocmatch/nocmatch/match/internal/lexicon"
)

// maxPlaces is how many places of one item are kept: one counts, and people look at the first few.
const maxPlaces = 3

// A placeKey counts the places of one item of one group, asked for and denied apart.
type placeKey struct {
	kind        lexicon.Kind
	group, item int32
	denied      bool
}

// findPhrases finds the phrases of a document. Of those of one kind and group a longer one hides
// the shorter ones inside it.
func (r *reader) findPhrases() {
	if n := int(lexicon.NumKinds) * r.lex.Groups; len(r.s.ends) != n {
		r.s.ends = make([]int32, n)
		r.s.places = map[placeKey]int{}
	}
	clear(r.s.ends)
	clear(r.s.places)
	type node struct {
		node int32
		to   int
	}
	var path []node
	for i := range r.Tokens {
		path = path[:0]
		k := r.Tokens[i].Sentence
		if r.Notes[k].Repeat || r.Notes[k].Aside {
			continue
		}
		r.lex.Phrases.Walk(&r.Text, i, r.Sentences[k].To, func(at int32, to int) {
			path = append(path, node{at, to})
		})
		for p := len(path) - 1; p >= 0; p-- {
			units := r.lex.Phrases.At(path[p].node)
			for k := range units {
				h := Phrase{Phrase: &units[k]}
				h.From, h.To = i, path[p].to
				r.addPhrase(h)
			}
		}
	}
	r.dropOwnTitles()
	r.findKeywords()
	r.sortPhrases()
}

// addPhrase keeps a phrase, unless its surroundings make it none, or there are enough of it.
func (r *reader) addPhrase(h Phrase) {
	end := &r.s.ends[int(h.Kind)*r.lex.Groups+int(h.Group)]
	if int32(h.To) <= *end || r.Kind == LongText && !r.spelled(h) {
		return
	}
	*end = int32(h.To)
	var half bool
	if h.Denied, half = r.denial(h.From, h.To); half {
		return // half of it is denied: it says neither the one nor the other
	}
	for _, line := range r.Titles {
		if h.From >= line.From && h.To <= line.To {
			h.inTitle = true
			h.Share = line.Weight * float64(r.CountContent(h.From, h.To)) / float64(max(line.content, 1))
		}
	}
	switch {
	case h.Kind == lexicon.Exclusion && (!h.inTitle || r.off[Exclusions]):
		return // what is excluded is a title, and only title lines give it
	case h.Denied && h.Kind != lexicon.Skill:
		return
	case h.Kind == lexicon.Title && !h.inTitle && r.isOthers(h.From):
		return
	}
	key := placeKey{h.Kind, h.Group, h.Item, h.Denied}
	if r.s.places[key] == maxPlaces {
		return
	}
	r.s.places[key]++
	note := r.Notes[r.Tokens[h.From].Sentence]
	h.Listed, h.Wish = note.List, note.Wish
	r.Phrases = append(r.Phrases, h)
}

// spelled reports whether the document writes a phrase as it must be: abbreviations in capitals,
// the last function words of a skill, and a single word as it stands in the profile, plural aside:
// "charting" is a skill, "chart" is not.
func (r *reader) spelled(h Phrase) bool {
	if h.Caps {
		return r.InCapitals(h.From)
	}
	end := r.Sentences[r.Tokens[h.From].Sentence].To
	if len(h.Tail) > 0 && !r.WordsAt(h.To, end, h.Tail) {
		return false
	}
	return h.Word == "" || strings.TrimSuffix(r.Lower(h.From), "s") == strings.TrimSuffix(h.Word, "s")
}

// dropOwnTitles drops exclusions over which a title of the same group stands: "records management
// technician" in "health records management technician", or the very same phrase.
func (r *reader) dropOwnTitles() {
	var own []Phrase
	for _, h := range r.Phrases {
		if h.Kind == lexicon.Title && h.inTitle {
			own = append(own, h)
		}
	}
	r.Phrases = slices.DeleteFunc(r.Phrases, func(h Phrase) bool {
		return h.Kind == lexicon.Exclusion && slices.ContainsFunc(own, func(t Phrase) bool {
			return t.Group == h.Group && t.From <= h.From && t.To >= h.To
		})
	})
}

// sortPhrases puts the places of an item that count most first, as an item counts once.
func (r *reader) sortPhrases() {
	slices.SortStableFunc(r.Phrases, func(a, b Phrase) int {
		switch {
		case a.Denied != b.Denied && b.Denied:
			return -1
		case a.Denied != b.Denied:
			return 1
		}
		return cmp.Compare(b.Worth(), a.Worth())
	})
}
