package match

import (
	"slices"
	"strings"
)

// A phraseHit is a phrase found in a query.
type phraseHit struct {
	unit     *phraseUnit
	from, to int     // tokens
	denied   bool    // the sentence says that it is not asked for
	listed   bool    // it stands among pasted keywords
	wish     bool    // it stands in a wish
	inTitle  bool    // it stands in a title line
	share    float64 // of an exclusion: what part of the title evidence it is
}

// phraseKinds is how many kinds of phrases there are.
const phraseKinds = 4

func phraseKind(k EvidenceKind) int {
	switch k {
	case KindTitle:
		return 0
	case KindVocabulary:
		return 1
	case KindSkill:
		return 2
	}
	return 3
}

// maxPlaces is how many places of one item are kept: one counts, and people look at the first few.
const maxPlaces = 3

// findPhrases finds the phrases of a query, in their order. Of those of one kind and group a longer one hides the shorter ones inside it.
func (m *model) findPhrases(q *query, s *scratch) {
	if s.ends == nil {
		s.ends = make([]int32, phraseKinds*m.groups)
		s.places = map[placeKey]int{}
	}
	clear(s.ends)
	clear(s.places)
	type node struct {
		node int32
		to   int
	}
	var path []node
	for i := range q.tokens {
		path = path[:0]
		sentence := &q.sentences[q.tokens[i].sentence]
		if sentence.repeat || sentence.aside {
			continue
		}
		m.phrases.walk(q, i, sentence.to, func(at int32, to int) { path = append(path, node{at, to}) })
		for p := len(path) - 1; p >= 0; p-- {
			units := m.phrases.units[path[p].node]
			for k := range units {
				m.addPhrase(q, s, phraseHit{unit: &units[k], from: i, to: path[p].to})
			}
		}
	}
	q.dropOwnTitles()
	if !m.off[PartKeywords] {
		q.findKeywords(s)
	}
	q.sortPhrases()
}

// A placeKey counts the places of one item of one group, asked for and denied apart.
type placeKey struct {
	kind        EvidenceKind
	group, item int32
	denied      bool
}

// addPhrase keeps a phrase, unless its surroundings make it none, or there are enough of it.
func (m *model) addPhrase(q *query, s *scratch, h phraseHit) {
	u := h.unit
	end := &s.ends[phraseKind(u.kind)*m.groups+int(u.group)]
	if int32(h.to) <= *end || q.kind == longText && !q.spelled(h) {
		return
	}
	*end = int32(h.to)
	var half bool
	if h.denied, half = q.denial(h.from, h.to); half {
		return // half of it is denied: it says neither the one nor the other
	}
	for _, line := range q.titles {
		if h.from >= line.from && h.to <= line.to {
			h.inTitle = true
			h.share = line.weight * float64(q.countContent(h.from, h.to)) / float64(max(line.content, 1))
		}
	}
	switch {
	case u.kind == KindExclusion && (!h.inTitle || m.off[PartExclusions]): // what is excluded is a title, and only title lines give it
		return
	case h.denied && u.kind != KindSkill:
		return
	case u.kind == KindTitle && !h.inTitle && !m.off[PartOthers] && q.isOthers(h.from):
		return
	}
	key := placeKey{u.kind, u.group, u.item, h.denied}
	if s.places[key] == maxPlaces {
		return
	}
	s.places[key]++
	sentence := &q.sentences[q.tokens[h.from].sentence]
	h.listed, h.wish = sentence.list, sentence.wish
	q.phrases = append(q.phrases, h)
}

// spelled reports whether the document writes a phrase as it must be: abbreviations in capitals, the last function words of a skill, and a
// single word as it stands in the profile, plural aside: "charting" is a skill, "chart" is not.
func (q *query) spelled(h phraseHit) bool {
	if h.unit.caps {
		return q.inCapitals(h.from)
	}
	if len(h.unit.tail) > 0 && !q.wordsAt(h.to, q.sentences[q.tokens[h.from].sentence].to, h.unit.tail) {
		return false
	}
	if h.unit.word == "" {
		return true
	}
	return strings.TrimSuffix(strings.ToLower(q.surface(h.from)), "s") == strings.TrimSuffix(h.unit.word, "s")
}

// inCapitals reports whether a token is written in capitals.
func (q *query) inCapitals(i int) bool {
	s := q.surface(i)
	return strings.ToUpper(s) == s
}

// denial reports whether all words of a run are denied, or half of them: some and not all.
func (q *query) denial(from, to int) (all, half bool) {
	content, masked := 0, 0
	for i := from; i < to; i++ {
		if q.tokens[i].stop {
			continue
		}
		content++
		if q.tokens[i].masked {
			masked++
		}
	}
	return masked == content, masked > 0 && masked < content
}

// dropOwnTitles drops exclusions over which a title of the same group stands: "records management technician" in "health records management
// technician", or the very same phrase.
func (q *query) dropOwnTitles() {
	var own []phraseHit
	for _, h := range q.phrases {
		if h.unit.kind == KindTitle && h.inTitle {
			own = append(own, h)
		}
	}
	q.phrases = slices.DeleteFunc(q.phrases, func(h phraseHit) bool {
		return h.unit.kind == KindExclusion && slices.ContainsFunc(own, func(t phraseHit) bool {
			return t.unit.group == h.unit.group && t.from <= h.from && t.to >= h.to
		})
	})
}

// sortPhrases puts the places of an item that count most first, as an item counts once, where it stands first.
func (q *query) sortPhrases() {
	slices.SortStableFunc(q.phrases, func(a, b phraseHit) int {
		switch {
		case a.denied != b.denied && b.denied:
			return -1
		case a.denied != b.denied:
			return 1
		}
		return compareFloat(phraseValue(&b), phraseValue(&a))
	})
}

// alive reports whether all words of a phrase are still there.
func (q *query) alive(h *phraseHit) bool {
	for i := h.from; i < h.to; i++ {
		if t := &q.tokens[i]; t.dropped && !t.stop {
			return false
		}
	}
	return true
}
