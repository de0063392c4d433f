package lexicon

import "github.com/nocmatch/nocmatch/index"

// roleWords are the head nouns of the titles of those who lead others, role by role.
var roleWords = [...]string{"manager director chief head president", "supervisor superintendent foreman"}

// Roles are the roles that terms, and the titles of each group, name, as bits.
type Roles struct {
	byTerm  map[int32]uint8
	byGroup []uint8
}

func (l *Lexicon) newRoles() Roles {
	r := Roles{byTerm: map[int32]uint8{}, byGroup: make([]uint8, l.Groups)}
	for k, words := range roleWords {
		for _, t := range l.Content(words) {
			r.byTerm[t] |= 1 << k
		}
	}
	for g, p := range l.Profiles {
		for _, title := range index.Titles.Texts(p) {
			tokens := l.analyze(title)
			if head := headOf(title, tokens); head >= 0 {
				r.byGroup[g] |= r.byTerm[tokens[head].ID]
			}
		}
	}
	return r
}

// OfTerm returns the roles that a head noun names; 0 for most.
func (r *Roles) OfTerm(term int32) uint8 { return r.byTerm[term] }

// OfGroup returns the roles that the titles of a group name.
func (r *Roles) OfGroup(g int) uint8 { return r.byGroup[g] }
