package match

import (
	"cmp"
	"slices"
	"strings"

	"github.com/nocmatch/nocmatch/profiles"
)

// Profiles share their skills, and a phrasing belongs to one of them. Their vocabulary is their own: "registration" is one thing to a
// hospital's clerk and another to a museum's. So a term counts if the posting names it as it is, and by another name only if the posting is
// like the profile.

const (
	// maxNear is how many profiles a posting can be like.
	maxNear = 3
	// nearScore is the part of the best score that makes a posting like a profile.
	nearScore = 0.6
)

// nearGroups gives the groups that a posting is like.
func nearGroups(scores []float64) map[int32]bool {
	order := make([]int32, len(scores))
	for g := range order {
		order[g] = int32(g)
	}
	slices.SortStableFunc(order, func(a, b int32) int { return cmp.Compare(scores[b], scores[a]) })
	near := map[int32]bool{}
	for _, g := range order[:min(maxNear, len(order))] {
		if scores[g] > 0 && scores[g] >= nearScore*scores[order[0]] {
			near[g] = true
		}
	}
	return near
}

// hits gives the phrases of a kind that speak of the job and are not denied, in the order of the text, ties by group and item.
func (r *jobPosting) hits(kind EvidenceKind) []phraseHit {
	var hits []phraseHit
	for _, h := range r.q.phrases {
		if h.unit.kind == kind && !h.denied && r.aboutJob(h) {
			hits = append(hits, h)
		}
	}
	slices.SortStableFunc(hits, func(a, b phraseHit) int {
		return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to), cmp.Compare(a.unit.group, b.unit.group), cmp.Compare(a.unit.item, b.unit.item))
	})
	return hits
}

// words gives the posting's words for a phrase.
func (r *jobPosting) words(h phraseHit) string {
	field, start, end := r.q.text(h.from, h.to)
	return foldSpace(r.q.fields[field][start:end])
}

// aboutJob reports whether a phrase stands in the title, in a section about the work or what it asks for, or in a line that gave some of it.
func (r *jobPosting) aboutJob(h phraseHit) bool {
	field, start, end := r.q.text(h.from, h.to)
	switch field {
	case inTitle:
		return true
	case inIndustry:
		return false
	}
	i := r.lineAt(start)
	if i < 0 {
		return false
	}
	if rest := r.q.fields[inText][end:]; len(rest) > 3 && strings.EqualFold(rest[:4], " to ") && strings.EqualFold(r.q.fields[inText][start:end], "reporting") {
		return false // to whom, which is no skill
	}
	l := r.lines[i]
	return l.used || !l.heading && l.section > sectionOther
}

// skills gives the sought skills that the posting names, in its order, with its words for them.
func (r *jobPosting) skills() []profiles.Skill {
	var skills []profiles.Skill
	place := map[string]int{}
	for _, h := range r.hits(KindSkill) {
		key := unitKey(h.unit.name)
		i, ok := place[key]
		if !ok {
			i = len(skills)
			place[key] = i
			skills = append(skills, profiles.Skill{Name: h.unit.name, Source: "posting"})
		}
		addAlias(&skills[i].Aliases, skills[i].Name, r.words(h))
	}
	return skills
}

// vocabulary gives the terms that the posting names, in its order. A term of a profile has other spellings and abbreviations, which
// come along, and also its like ("MEDITECH", "Oracle Health"): those are terms of their own here, as the posting doesn't ask for both.
func (r *jobPosting) vocabulary(m *model) []profiles.Term {
	var terms []profiles.Term
	seen := map[string]bool{}
	for _, h := range r.hits(KindVocabulary) {
		t := m.profiles[h.unit.group].Vocabulary[h.unit.item]
		if !r.near[h.unit.group] && unitKey(r.words(h)) != unitKey(t.Term) {
			continue
		}
		t = m.termFor(t, h.unit.text)
		if !seen[unitKey(t.Term)] {
			seen[unitKey(t.Term)] = true
			terms = append(terms, t)
		}
	}
	return terms
}

// termFor gives what a term says of the job of a posting that names it by one of its texts.
func (m *model) termFor(t profiles.Term, text string) profiles.Term {
	if text != t.Term && !m.abbreviates(text, t.Term) && !m.abbreviates(t.Term, text) {
		return profiles.Term{Term: text, Kind: t.Kind}
	}
	same := profiles.Term{Term: t.Term, Kind: t.Kind}
	for _, alias := range t.Aliases {
		if alias == text || m.abbreviates(alias, t.Term) || m.abbreviates(t.Term, alias) {
			addAlias(&same.Aliases, t.Term, alias)
		}
	}
	return same
}

// abbreviates reports whether a text in capitals has the initials of all another's words, in their order; function words may have none.
func (m *model) abbreviates(short, long string) bool {
	words := strings.FieldsFunc(strings.ToUpper(long), notWordRune)
	if len(words) < 2 || strings.ToUpper(short) != short {
		return false
	}
	letters := []rune(short)
	for _, w := range words {
		switch {
		case len(letters) > 0 && letters[0] == firstRune(w):
			letters = letters[1:]
		case !m.isStop(strings.ToLower(w)):
			return false
		}
	}
	return len(letters) == 0
}

// addAlias adds another name, unless it is the name or there already, letter case aside.
func addAlias(aliases *[]string, name, alias string) {
	same := func(other string) bool { return unitKey(other) == unitKey(alias) }
	if hasWord(alias) && !same(name) && !slices.ContainsFunc(*aliases, same) {
		*aliases = append(*aliases, alias)
	}
}
