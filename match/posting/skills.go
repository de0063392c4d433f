package posting

import (
	"cmp"
	"slices"
	"strings"

	"github.com/nocmatch/nocmatch/match/internal/lexicon"
	"github.com/nocmatch/nocmatch/match/internal/read"
	"github.com/nocmatch/nocmatch/match/internal/text"
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
func (r *jobPosting) hits(kind lexicon.Kind) []read.Phrase {
	var hits []read.Phrase
	for _, h := range r.Phrases {
		if h.Kind == kind && !h.Denied && r.aboutJob(h) {
			hits = append(hits, h)
		}
	}
	slices.SortStableFunc(hits, func(a, b read.Phrase) int {
		return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To), cmp.Compare(a.Group, b.Group), cmp.Compare(a.Item, b.Item))
	})
	return hits
}

// wordsOf gives the posting's words for a phrase.
func (r *jobPosting) wordsOf(h read.Phrase) string {
	field, start, end := r.Bytes(h.From, h.To)
	return foldSpace(r.Fields[field][start:end])
}

// aboutJob reports whether a phrase stands in the title, in a section about the work or what it asks for, or in a line that gave some of it.
func (r *jobPosting) aboutJob(h read.Phrase) bool {
	field, start, end := r.Bytes(h.From, h.To)
	switch field {
	case text.Title:
		return true
	case text.Industry:
		return false
	}
	i := r.lineAt(start)
	if i < 0 {
		return false
	}
	if rest := r.Fields[text.Body][end:]; len(rest) > 3 && strings.EqualFold(rest[:4], " to ") && strings.EqualFold(r.Fields[text.Body][start:end], "reporting") {
		return false // to whom, which is no skill
	}
	l := r.lines[i]
	return l.used || !l.heading && l.section > sectionOther
}

// skills gives the sought skills that the posting names, in its order, with its words for them.
func (r *jobPosting) skills() []profiles.Skill {
	var skills []profiles.Skill
	place := map[string]int{}
	for _, h := range r.hits(lexicon.Skill) {
		key := unitKey(h.Name)
		i, ok := place[key]
		if !ok {
			i = len(skills)
			place[key] = i
			skills = append(skills, profiles.Skill{Name: h.Name, Source: "posting"})
		}
		addAlias(&skills[i].Aliases, skills[i].Name, r.wordsOf(h))
	}
	return skills
}

// vocabulary gives the terms that the posting names, in its order. A term of a profile has other spellings and abbreviations, which
// come along, and also its like ("MEDITECH", "Oracle Health"): those are terms of their own here, as the posting doesn't ask for both.
func (r *jobPosting) vocabulary() []profiles.Term {
	var terms []profiles.Term
	seen := map[string]bool{}
	for _, h := range r.hits(lexicon.Vocabulary) {
		t := r.lex.Profiles[h.Group].Vocabulary[h.Item]
		if !r.near[h.Group] && unitKey(r.wordsOf(h)) != unitKey(t.Term) {
			continue
		}
		t = r.termFor(t, h.Phrase.Text)
		if !seen[unitKey(t.Term)] {
			seen[unitKey(t.Term)] = true
			terms = append(terms, t)
		}
	}
	return terms
}

// termFor gives what a term says of the job of a posting that names it by one of its texts.
func (r *jobPosting) termFor(t profiles.Term, text string) profiles.Term {
	if text != t.Term && !r.abbreviates(text, t.Term) && !r.abbreviates(t.Term, text) {
		return profiles.Term{Term: text, Kind: t.Kind}
	}
	same := profiles.Term{Term: t.Term, Kind: t.Kind}
	for _, alias := range t.Aliases {
		if alias == text || r.abbreviates(alias, t.Term) || r.abbreviates(t.Term, alias) {
			addAlias(&same.Aliases, t.Term, alias)
		}
	}
	return same
}

// abbreviates reports whether a text in capitals has the initials of all another's words, in their order; function words may have none.
func (r *jobPosting) abbreviates(short, long string) bool {
	words := strings.FieldsFunc(strings.ToUpper(long), notWordRune)
	if len(words) < 2 || strings.ToUpper(short) != short {
		return false
	}
	letters := []rune(short)
	for _, w := range words {
		switch {
		case len(letters) > 0 && strings.HasPrefix(w, string(letters[0])):
			letters = letters[1:]
		case !isStop(r.lex, strings.ToLower(w)):
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
