package match

import "github.com/nocmatch/nocmatch/index"

// Who manages coders uses their words and is no coder. Where the first title of a long text is a manager's or a supervisor's, occupations that
// have no such title are scored lower: a gate, which is set before any word is scored.

// roleShare is what the score of an occupation counts that has no title of the role that a text is titled with. At .8, .969 of the texts of
// tuning.csv that are right first become .977, and of the other sets none is lost; .9 does less.
const roleShare = 0.8

// roleLikeness is how like a title the first title line must be for its role to count.
const roleLikeness = 0.5

// roleWords are the head nouns of the titles of those who lead others, role by role.
var roleWords = [...]string{"manager director chief head president", "supervisor superintendent foreman"}

// roles are the roles that the titles of each group name, as bits.
type roles struct {
	byTerm  map[int32]uint8
	byGroup []uint8
}

func (m *model) newRoles() roles {
	r := roles{byTerm: map[int32]uint8{}, byGroup: make([]uint8, m.groups)}
	for k, words := range roleWords {
		for _, t := range m.content(words) {
			r.byTerm[t] |= 1 << k
		}
	}
	for g, p := range m.profiles {
		for _, title := range index.Titles.Texts(p) {
			tokens := m.x.Analyze(nil, title)
			if head := headOf(title, tokens); head >= 0 {
				r.byGroup[g] |= r.byTerm[tokens[head].ID]
			}
		}
	}
	return r
}

// findRole finds the role that the first title line of a long text names.
func (m *model) findRole(q *query) {
	if q.kind != longText || len(q.titles) == 0 || q.titles[0].likeness < roleLikeness || m.off[PartRoles] {
		return
	}
	if head := q.headToken(q.titles[0].from, q.titles[0].to); head >= 0 && !q.tokens[head].masked {
		q.role = m.roles.byTerm[q.tokens[head].term]
	}
}

// roleGate gives what the score of a group counts.
func (m *model) roleGate(q *query, g int) float64 {
	if q.role != 0 && m.roles.byGroup[g]&q.role == 0 {
		return roleShare
	}
	return 1
}
