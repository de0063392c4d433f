package htmlreport

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/nocmatch/nocmatch/match"
)

// slightShare is the share of the score below which a quote is underlined and not tinted: a long text shares a word or two with
// everything, and tinted they would hide the words that count. Set by eye on resumes.
const slightShare = .01

// A unit is a duty, skill, title or other piece of a profile, with the quotes that evidence it.
type unit struct {
	// ID is unique within the page, Short within the candidate.
	ID, Short string
	// Class is the kind in the style sheet, Label the kind in words: "Duty 3".
	Class, Label string
	Name         string
	Quotes       []quote
	// See says where an excluded title belongs.
	See string

	contribution float64
	absent       bool // a duty that is absent all the same
	key          unitKey
}

type unitKey struct {
	kind match.EvidenceKind
	text string
}

// A quote is words of the document.
type quote struct {
	Words string
	// Read is how the words were read, where a word was taken for a misspelling.
	Read string
	// Mark is the id of the first highlight of the quote; empty where the text that is shown does not have it.
	Mark string
	// Where says where the words are, if not in the text that is shown.
	Where string

	field      match.Field
	start, end int
}

// Worth is the unit's share of the score of the candidate in words; empty where it is too small to mention.
func (u unit) Worth() string {
	if math.Abs(u.contribution) < .0005 {
		return ""
	}
	return fmt.Sprintf("%+.3f", u.contribution)
}

// kindNames has the kinds of evidence in the order in which a highlight prefers them: words that show a duty and name a term of the
// vocabulary are tinted as a duty and lead there.
var kindNames = []struct {
	kind                  match.EvidenceKind
	class, label, heading string
}{
	{match.KindDuty, "duty", "Duty", "Duties"},
	{match.KindSkill, "skill", "Skill", "Skills"},
	{match.KindTitle, "title", "Job title", "Job titles"},
	{match.KindRequirement, "need", "Requirement", "Requirements"},
	{match.KindVocabulary, "term", "Vocabulary", "Working vocabulary"},
	{phrasing, "phrasing", "Words of a skill", "Words in common with skills"},
	{match.KindIndustry, "place", "Industry", "Industry"},
	{match.KindLead, "lead", "Description", "Description of the occupation"},
}

// phrasing is the kind of what evidences a skill by words that do not name it: "medicine" for "acute medicine". The skill is missing, or
// found elsewhere.
const phrasing match.EvidenceKind = "phrasing"

// against is the class of what lowers a score: it is preferred to every kind.
const against = "against"

// unitsOf lists the units of a match that the page shows: all its duties, the skills that are found or negated, and whatever else has
// evidence. Duties come first, in their order; then the others by kind, the best evidenced first. Every piece of evidence is with one
// unit, so that what the units contribute sums to the score.
func unitsOf(candidate string, r match.Result, m match.Match) []unit {
	var list []unit
	place := map[unitKey]int{} // of the units that evidence may speak of
	add := func(key unitKey, u unit) int {
		u.key = key
		u.Name = oneLine(key.text)
		list = append(list, u)
		if _, ok := place[key]; !ok {
			place[key] = len(list) - 1
		}
		return len(list) - 1
	}
	for k, d := range m.Duties {
		add(unitKey{match.KindDuty, d.Text}, unit{
			Short: fmt.Sprint("duty-", k+1), Class: "duty", Label: fmt.Sprint("Duty ", k+1), absent: d.Status == match.Absent,
		})
	}
	for k, s := range m.Skills {
		short := fmt.Sprint("skill-", k+1)
		switch s.Status {
		case match.SkillFound:
			add(unitKey{match.KindSkill, s.Name}, unit{Short: short, Class: "skill", Label: "Skill"})
		case match.SkillNegated:
			add(unitKey{match.KindSkill, s.Name}, unit{Short: short, Class: against, Label: "Skill denied"})
		}
	}
	for _, e := range m.Evidence {
		key := unitKey{e.Kind, e.Unit}
		i, ok := place[key]
		if !ok && e.Kind == match.KindSkill {
			// A skill is evidenced by one of its phrasings. The document's mentions say which skill it is that the words name.
			for _, s := range r.Skills {
				if !ok && s.Field == e.Field && s.Start < e.End && e.Start < s.End {
					i, ok = place[unitKey{e.Kind, s.Name}]
				}
			}
			if !ok {
				key.kind = phrasing
				i, ok = place[key]
			}
		}
		if !ok {
			u := unit{See: oneLine(e.See)}
			u.Class, u.Label = classOf(key.kind, e.Contribution)
			u.Short = fmt.Sprint(u.Class, "-x", len(list)+1) // the x keeps it apart from the duties' and skills' own numbers
			i = add(key, u)
		}
		list[i].contribution += e.Contribution
		list[i].quote(quote{Words: oneLine(e.Quote), Read: oneLine(e.Read), field: e.Field, start: e.Start, end: e.End})
	}
	for _, s := range r.Skills {
		// A skill that is negated may cost nothing, and then it has no evidence; the words are worth showing all the same.
		if i, ok := place[unitKey{match.KindSkill, s.Name}]; ok && (s.Status == match.SkillNegated) == (list[i].Class == against) {
			list[i].quote(quote{Words: oneLine(s.Quote), field: s.Field, start: s.Start, end: s.End})
		}
	}
	slices.SortStableFunc(list, func(a, b unit) int {
		if n := cmp.Compare(kindPlace(a.key.kind), kindPlace(b.key.kind)); n != 0 || a.key.kind == match.KindDuty {
			return n
		}
		return cmp.Compare(math.Abs(b.contribution), math.Abs(a.contribution))
	})
	for i := range list {
		list[i].ID = candidate + "-" + list[i].Short
	}
	return list
}

// quote adds a quote that is not there yet.
func (u *unit) quote(q quote) {
	if !slices.ContainsFunc(u.Quotes, func(have quote) bool { return have.field == q.field && have.start == q.start && have.end == q.end }) {
		u.Quotes = append(u.Quotes, q)
	}
}

// classOf gives the class and label of evidence that is for no duty or skill of the match.
func classOf(kind match.EvidenceKind, contribution float64) (class, label string) {
	switch {
	case kind == match.KindExclusion:
		return against, "Job title of another occupation"
	case kindPlace(kind) == len(kindNames):
		return "other", "Other"
	}
	k := kindNames[kindPlace(kind)]
	if contribution < 0 {
		return against, k.label + ", against"
	}
	return k.class, k.label
}

// kindPlace gives the place of a kind in kindNames, and their number for any other.
func kindPlace(kind match.EvidenceKind) int {
	for i, k := range kindNames {
		if k.kind == kind {
			return i
		}
	}
	return len(kindNames)
}
