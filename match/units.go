package match

import (
	"slices"

	"github.com/nocmatch/nocmatch/index"
	"github.com/nocmatch/nocmatch/profiles"
)

// The all-text signal folds all fields of a profile into one. For people, each word is put down to a text of the profile: the one that
// holds it and shares most with the word's sentence.

// unitKinds are the fields that the all-text signal reads, in the order in which ties between units are broken.
var unitKinds = []struct {
	field index.Field
	kind  EvidenceKind
}{
	{index.Duties, KindDuty}, {index.Vocabulary, KindVocabulary}, {index.Titles, KindTitle}, {index.Skills, KindSkill},
	{index.Lead, KindLead}, {index.Requirements, KindRequirement}, {index.Industries, KindIndustry},
}

// profileUnits are the texts of one profile by the terms that they hold.
type profileUnits struct {
	refs    []unitRef
	terms   []int32 // distinct, ascending
	offsets []int32 // by place in terms
	list    []int32 // units, ascending within a term
}

// of gives the units that hold a term.
func (u *profileUnits) of(term int32) []int32 {
	i, ok := slices.BinarySearch(u.terms, term)
	if !ok {
		return nil
	}
	return u.list[u.offsets[i]:u.offsets[i+1]]
}

func (m *model) newProfileUnits() []profileUnits {
	groups := make([]profileUnits, m.groups)
	type posting struct{ term, unit int32 }
	var postings []posting
	for g, p := range m.profiles {
		u := &groups[g]
		postings = postings[:0]
		for _, k := range unitKinds {
			for i, text := range k.field.Texts(p) {
				for _, t := range distinct(m.content(text)) {
					postings = append(postings, posting{t, int32(len(u.refs))})
				}
				u.refs = append(u.refs, unitRef{kind: k.kind, text: text, item: itemOf(k.field, p, i)})
			}
		}
		slices.SortFunc(postings, func(a, b posting) int {
			if a.term != b.term {
				return int(a.term - b.term)
			}
			return int(a.unit - b.unit)
		})
		u.list = make([]int32, len(postings))
		for i, e := range postings {
			if i == 0 || e.term != postings[i-1].term {
				u.terms, u.offsets = append(u.terms, e.term), append(u.offsets, int32(i))
			}
			u.list[i] = e.unit
		}
		u.offsets = append(u.offsets, int32(len(postings)))
	}
	return groups
}

// itemOf gives the place of a text's duty or skill in the profile, 0 for any other text. A skill has several texts, its name and its aliases.
func itemOf(f index.Field, p profiles.Profile, text int) int32 {
	if f == index.Duties {
		return int32(text)
	}
	if f != index.Skills {
		return 0
	}
	for k, s := range p.Skills {
		if text -= 1 + len(s.Aliases); text < 0 {
			return int32(k)
		}
	}
	return int32(len(p.Skills))
}

// A unitChooser finds, for a word of the query, the text of a profile that it evidences.
type unitChooser struct {
	m        *model
	q        *query
	units    *profileUnits
	title    string
	sentence int32
	overlap  []float64 // by unit: weight of the terms shared with the sentence
	touched  []int32
	terms    []int32
}

func (m *model) newUnitChooser(q *query, g int32) *unitChooser {
	u := &m.profileUnits[g]
	return &unitChooser{m: m, q: q, units: u, title: m.profiles[g].Title, sentence: -1, overlap: make([]float64, len(u.refs))}
}

// unit gives the unit that holds the term of a token and shares most with the token's sentence; ties keep the earlier unit. A skill is named or
// it isn't: a word is put down to one only where nothing else of the profile has it. Where the profile does not have the word, and a neighbour
// of its minor group does, it is the title of the profile.
func (c *unitChooser) unit(token int32) unitRef {
	t := &c.q.tokens[token]
	if t.sentence != c.sentence {
		c.enter(t.sentence)
	}
	best := int32(-1)
	for _, k := range c.units.of(t.term) {
		if best < 0 || c.better(k, best) {
			best = k
		}
	}
	if best < 0 {
		return unitRef{kind: KindTitle, text: c.title}
	}
	return c.units.refs[best]
}

func (c *unitChooser) better(a, b int32) bool {
	if skillA, skillB := c.units.refs[a].kind == KindSkill, c.units.refs[b].kind == KindSkill; skillA != skillB {
		return skillB
	}
	return c.overlap[a] > c.overlap[b]
}

// enter weighs what each unit shares with a sentence.
func (c *unitChooser) enter(sentence int32) {
	c.sentence = sentence
	for _, k := range c.touched {
		c.overlap[k] = 0
	}
	c.touched, c.terms = c.touched[:0], c.terms[:0]
	s := c.q.sentences[sentence]
	for i := s.from; i < s.to; i++ {
		if t := &c.q.tokens[i]; t.term >= 0 && !t.stop && !t.masked {
			c.terms = append(c.terms, t.term)
		}
	}
	c.terms = distinct(c.terms)
	for _, t := range c.terms {
		for _, k := range c.units.of(t) {
			if c.overlap[k] == 0 {
				c.touched = append(c.touched, k)
			}
			c.overlap[k] += c.m.all.idf[t]
		}
	}
}
