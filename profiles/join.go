package profiles

import (
	"cmp"

	"github.com/nocmatch/nocmatch/profiles/internal/input"
)

// Join returns a copy of each base profile, in their order, completed with what the additions of the same code know. It is how profiles
// of the official files, which describe every occupation, are given the vocabulary of the built-in ones.
//
// The result has exactly base's profiles: an addition whose code is not in base adds nothing. It shares no memory with the inputs and does
// not change them; joining the same additions again changes nothing. Additions of the same code are joined one after another.
//
//  1. Code, title, edition, TEER and lead are base's own; an addition fills in only what base lacks.
//  2. Lists keep base's entries, in their order, and get the addition's new ones after them. An entry is new where no other has the same
//     words, whatever their case and spacing. Duties are added like the rest: employers' wording finds other texts than official wording.
//  3. A vocabulary term, duty or skill that both have gets the aliases and signs that it lacks; its kind or source, as an exclusion's code, is filled in
//     where it is empty.
//  4. A labour-market entry is new where no other has its region, year, source and forecast; a source, where none has its name, address and facts.
func Join(base, additions []Profile) []Profile {
	byCode := map[string][]Profile{}
	for _, a := range additions {
		byCode[a.Code] = append(byCode[a.Code], a)
	}
	out := cloneAll(base)
	for i := range out {
		for _, a := range byCode[out[i].Code] {
			out[i].add(a.clone())
		}
	}
	return out
}

// add completes p with what a has; p keeps parts of a.
func (p *Profile) add(a Profile) {
	fill(&p.Title, a.Title)
	fill(&p.Edition, a.Edition)
	fill(&p.Lead, a.Lead)
	if p.TEER == nil {
		p.TEER = a.TEER
	}
	p.Titles = input.Union(p.Titles, a.Titles, input.Fold, nil)
	p.Duties = input.Union(p.Duties, a.Duties, func(d Duty) string { return input.FoldSentence(d.Text) }, func(have *Duty, more Duty) {
		have.Signs = input.Union(have.Signs, more.Signs, input.Fold, nil)
		have.Skills = input.Union(have.Skills, more.Skills, input.Fold, nil)
	})
	p.Vocabulary = input.Union(p.Vocabulary, a.Vocabulary, func(t Term) string { return input.Fold(t.Term) }, func(have *Term, more Term) {
		have.Aliases = addAliases(have.Term, have.Aliases, more.Aliases)
		fill(&have.Kind, more.Kind)
	})
	p.Skills = input.Union(p.Skills, a.Skills, func(s Skill) string { return input.Fold(s.Name) }, func(have *Skill, more Skill) {
		have.Aliases = addAliases(have.Name, have.Aliases, more.Aliases)
		have.Signs = input.Union(have.Signs, more.Signs, input.Fold, nil)
		fill(&have.Source, more.Source)
	})
	p.Requirements = input.Union(p.Requirements, a.Requirements, func(r Requirement) string { return input.FoldSentence(r.Text) },
		func(have *Requirement, more Requirement) { fill(&have.Kind, more.Kind) })
	p.Exclusions = input.Union(p.Exclusions, a.Exclusions, func(e Exclusion) string { return input.Fold(e.Title) },
		func(have *Exclusion, more Exclusion) { fill(&have.See, more.See) })
	p.Industries = input.Union(p.Industries, a.Industries, func(n Industry) string { return input.Fold(cmp.Or(n.Title, n.NAICS)) },
		func(have *Industry, more Industry) { fill(&have.NAICS, more.NAICS) })
	p.Related = input.Union(p.Related, a.Related, func(code string) string { return code }, nil)
	p.LabourMarket = input.Union(p.LabourMarket, a.LabourMarket, labourMarketKey, nil)
	p.Sources = input.Union(p.Sources, a.Sources, func(s Source) Source { return s }, nil)
}

// addAliases is union for the aliases of a name, which is not its own alias.
func addAliases(name string, have, more []string) []string {
	names := input.Union(append([]string{name}, have...), more, input.Fold, nil)
	if len(names) == 1 {
		return have
	}
	return names[1:]
}

// fill sets an empty *have to more.
func fill(have *string, more string) {
	if input.Empty(*have) {
		*have = more
	}
}

type labourMarketID struct {
	region, source, horizon string
	year                    int
}

func labourMarketKey(m LabourMarket) labourMarketID {
	id := labourMarketID{region: input.Fold(m.Region), source: input.Fold(m.Source), year: m.Year}
	if m.Outlook != nil {
		id.horizon = input.Fold(m.Outlook.Horizon) // an outlook is an entry beside the wages of the same source
	}
	return id
}
