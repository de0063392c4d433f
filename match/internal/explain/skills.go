package explain

import (
	"cmp"
	"slices"

	"github.com/nocmatch/nocmatch/match/internal/lexicon"
	"github.com/nocmatch/nocmatch/match/internal/read"
)

// A SkillStatus says how a document speaks of a skill.
type SkillStatus uint8

// The statuses.
const (
	NoSkill SkillStatus = iota
	Negated
	Shown // in other words than its name, or by what is done
	Named
)

// Skills returns how the document speaks of the skills of a group, by their places in the profile.
// One place that asks for a skill outweighs one that doesn't. A skill is named, or shown: by a sign,
// or by a duty that is covered.
func (x *Explainer) Skills(r *read.Reading, g int32, duties []Coverage) []SkillStatus {
	list := make([]SkillStatus, len(x.lex.Profiles[g].Skills))
	for i := range r.Phrases {
		h := &r.Phrases[i]
		if h.Kind == lexicon.Skill && h.Group == g {
			list[h.Item] = max(list[h.Item], statusOf(h))
		}
	}
	for i := range r.Signs {
		if s := &r.Signs[i]; s.Kind == lexicon.Skill && s.Group == g && r.Has(s) && list[s.Item] == NoSkill {
			list[s.Item] = Shown
		}
	}
	for k, d := range x.lex.Profiles[g].Duties {
		if duties[k].Status != Covered {
			continue
		}
		for i, skill := range x.lex.Profiles[g].Skills {
			if list[i] == NoSkill && slices.Contains(d.Skills, skill.Name) {
				list[i] = Shown
			}
		}
	}
	return list
}

func statusOf(h *read.Phrase) SkillStatus {
	if h.Denied {
		return Negated
	}
	return Named
}

// A Mention is a place where a document names a skill.
type Mention struct {
	Name   string
	Status SkillStatus
	Quote
}

// Mentions returns the places where the document names skills, in their order, ties by name.
// Profiles share skills: a skill is listed once for a place.
func Mentions(r *read.Reading) []Mention {
	var list []Mention
	type place struct {
		name     string
		from, to int
	}
	seen := map[place]bool{}
	for i := range r.Phrases {
		h := &r.Phrases[i]
		if h.Kind != lexicon.Skill || seen[place{h.Name, h.From, h.To}] {
			continue
		}
		seen[place{h.Name, h.From, h.To}] = true
		field, start, end := r.Bytes(h.From, h.To)
		list = append(list, Mention{h.Name, statusOf(h), Quote{field, start, end, r.Fields[field][start:end]}})
	}
	slices.SortFunc(list, func(a, b Mention) int {
		return cmp.Or(cmp.Compare(a.Field, b.Field), cmp.Compare(a.Start, b.Start),
			cmp.Compare(a.End, b.End), cmp.Compare(a.Name, b.Name))
	})
	return list
}
