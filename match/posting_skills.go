package match

import (
	"cmp"
	"slices"
	"strings"

	"github.com/nocmatch/nocmatch/profiles"
)

// Profiles name thousands of skills and terms, many by a single word: "chart" is care charting to a nurse and nothing of the kind to a
// coder. So what a posting names counts if it is the name itself, and by another name only if the posting is like that profile.

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
func (r *jobPosting) hits(kind EvidenceKind, name func(u phraseUnit) string) []phraseHit {
	var hits []phraseHit
	for _, h := range r.q.phrases {
		if h.unit.kind == kind && !h.denied && (r.near[h.unit.group] || unitKey(h.unit.text) == unitKey(name(*h.unit))) && r.aboutJob(h) {
			hits = append(hits, h)
		}
	}
	slices.SortStableFunc(hits, func(a, b phraseHit) int {
		return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to), cmp.Compare(a.unit.group, b.unit.group), cmp.Compare(a.unit.item, b.unit.item))
	})
	return hits
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
func (r *jobPosting) skills(m *model) []profiles.Skill {
	var skills []profiles.Skill
	place := map[string]int{}
	name := func(u phraseUnit) string { return u.name }
	for _, h := range r.hits(KindSkill, name) {
		key := unitKey(h.unit.name)
		i, ok := place[key]
		if !ok {
			i = len(skills)
			place[key] = i
			skills = append(skills, profiles.Skill{Name: h.unit.name, Source: "posting"})
		}
		field, start, end := r.q.text(h.from, h.to)
		addAlias(&skills[i].Aliases, skills[i].Name, foldSpace(r.q.fields[field][start:end]))
	}
	return skills
}

// vocabulary gives the terms that the posting names, in its order. A term of a profile has other spellings and abbreviations, which
// come along, and also its like ("MEDITECH", "Oracle Health"): those are terms of their own here, as the posting doesn't ask for both.
func (r *jobPosting) vocabulary(m *model) []profiles.Term {
	var terms []profiles.Term
	seen := map[string]bool{}
	term := func(u phraseUnit) profiles.Term { return m.profiles[u.group].Vocabulary[u.item] }
	for _, h := range r.hits(KindVocabulary, func(u phraseUnit) string { return term(u).Term }) {
		t := termFor(term(*h.unit), h.unit.text)
		if !seen[unitKey(t.Term)] {
			seen[unitKey(t.Term)] = true
			terms = append(terms, t)
		}
	}
	return terms
}

// termFor gives what a term says of the job of a posting that names it by one of its texts.
func termFor(t profiles.Term, text string) profiles.Term {
	if text != t.Term && !abbreviates(text, t.Term) && !abbreviates(t.Term, text) {
		return profiles.Term{Term: text, Kind: t.Kind}
	}
	same := profiles.Term{Term: t.Term, Kind: t.Kind}
	for _, alias := range t.Aliases {
		if alias == text || abbreviates(alias, t.Term) || abbreviates(t.Term, alias) {
			addAlias(&same.Aliases, t.Term, alias)
		}
	}
	return same
}

// abbreviates reports whether a text in capitals is made of initials of another's words, in their order, the first one among them.
func abbreviates(short, long string) bool {
	words := strings.FieldsFunc(strings.ToUpper(long), notWordRune)
	if len(words) < 2 || strings.ContainsAny(short, " -") || strings.ToUpper(short) != short || short == "" {
		return false
	}
	letters := []rune(short)
	if letters[0] != firstRune(words[0]) {
		return false
	}
	for _, w := range words {
		if len(letters) > 0 && letters[0] == firstRune(w) {
			letters = letters[1:]
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
