package match

// skillStatus says how the document speaks of a skill of a group. One place that asks for it outweighs one that doesn't.
func (q *query) skillStatus(group, item int32) SkillStatus {
	status := SkillAbsent
	for i := range q.phrases {
		h := &q.phrases[i]
		if h.unit.kind != KindSkill || h.unit.group != group || h.unit.item != item {
			continue
		}
		if !h.denied {
			return SkillFound
		}
		status = SkillNegated
	}
	return status
}

// skillMentions gives the places where the document names a skill, in their order, ties by name. Profiles share skills: a skill is
// listed once for a place.
func (q *query) skillMentions() []SkillMention {
	mentions := []SkillMention{}
	type key struct {
		name     string
		from, to int
	}
	seen := map[key]bool{}
	for i := range q.phrases {
		h := &q.phrases[i]
		if h.unit.kind != KindSkill || seen[key{h.unit.name, h.from, h.to}] {
			continue
		}
		seen[key{h.unit.name, h.from, h.to}] = true
		field, start, end := q.text(h.from, h.to)
		status := SkillFound
		if h.denied {
			status = SkillNegated
		}
		mentions = append(mentions, SkillMention{Name: h.unit.name, Status: status, Field: fieldNames[field], Start: start, End: end, Quote: q.fields[field][start:end]})
	}
	sortMentions(mentions)
	return mentions
}
