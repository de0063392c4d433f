package report

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/nocmatch/nocmatch/match"
	"github.com/nocmatch/nocmatch/match/internal/lexicon"
	"github.com/nocmatch/nocmatch/match/internal/text"
)

const (
	// maxShown is how many lines a section of quotes has before "and 7 more". Covered duties have no such limit: they are what most
	// readers look for.
	maxShown = 5
	// minOfScore is the share of a score that the best evidence of a section needs for the section to be shown, minOfBest the share of
	// that evidence which the others need. A long text shares a word or two with everything; shown, "two" reads as a reason for "two-year
	// diploma". Set by eye on postings and resumes.
	minOfScore = .002
	minOfBest  = .25
	// maxBrief is how many quotes stand for a match that is not shown in full.
	maxBrief = 3
)

// heading writes which occupation a match is, and how sure it is.
func (p *page) heading(m match.Match) {
	p.line(0, strconv.Itoa(m.Rank)+". ", p.style(RoleHeading, text.OneLine(m.Code)+"  "+text.OneLine(m.Title)))
	role := RoleDim
	switch m.Band {
	case match.Strong, match.Likely:
		role = RoleGood
	case match.Possible:
		role = RolePartial
	}
	p.line(3, p.style(role, string(m.Band)+", "+percent(m.Confidence)+" confidence"), p.style(RoleDim, fmt.Sprintf(", score %.3f", m.Score)))
}

// percent rounds a probability for people, and never to a certainty that it is not.
func percent(c float64) string {
	switch {
	case c > 0 && c < .005:
		return "under 1%"
	case c < 1 && c >= .995:
		return "over 99%"
	}
	return fmt.Sprintf("%.0f%%", math.Round(100*c))
}

// full writes everything about a match that a reader may want to check.
func (p *page) full(m match.Match) {
	if len(m.Evidence) == 0 {
		p.nothing()
	}
	p.duties(m)
	p.quotes(m, match.KindTitle, "Titles")
	p.skills(m)
	if terms := unitsFor(m, match.KindVocabulary); len(terms) > 0 {
		p.list(3, "Vocabulary: ", RoleGood, terms)
	}
	p.quotes(m, match.KindRequirement, "Requirements")
	p.quotes(m, match.KindIndustry, "Industry")
	p.quotes(m, match.KindLead, "Description")
	p.against(m)
}

func (p *page) nothing() {
	p.wrapped(3, "", RoleDim, strings.Fields("Nothing in the document speaks for this occupation."))
}

// brief writes a match in one line more than its heading.
func (p *page) brief(m match.Match) {
	pro := speakFor(m)
	if len(pro) == 0 {
		p.nothing()
		return
	}
	label := "Best evidence: "
	if covered, _ := countDuties(m); covered > 0 {
		label = fmt.Sprintf("Duties %d of %d; best evidence: ", covered, len(m.Duties))
	}
	var quotes []string
	used := 3 + columns(label)
	for i, e := range pro[:min(len(pro), maxBrief)] {
		q := text.OneLine(e.Quote)
		// The first quote is always given; a further one where it fits, so that the match takes one line.
		if i == 0 {
			q = shorten(q, p.width-used-2)
		} else if used+columns(q)+4 > p.width || slices.Contains(quotes, quoted(q)) {
			continue
		}
		quotes = append(quotes, quoted(q))
		used += columns(q) + 4
	}
	p.line(3, p.style(RoleLabel, label), p.style(RoleQuote, strings.Join(quotes, ", ")))
}

func (p *page) duties(m match.Match) {
	if len(m.Duties) == 0 {
		return
	}
	covered, partly := countDuties(m)
	head := fmt.Sprintf("%d of %d covered", covered, len(m.Duties))
	switch {
	case covered+partly == 0:
		head = fmt.Sprintf("none of %d shown", len(m.Duties))
	case partly > 0:
		head += fmt.Sprintf(", %d partly", partly)
	}
	p.line(3, p.style(RoleLabel, "Duties: "), head)
	for _, d := range m.Duties {
		switch mark := "+ "; {
		case d.Status == match.Covered || d.Status == match.Partial:
			role := RoleGood
			if d.Status == match.Partial {
				mark, role = "~ ", RolePartial
			}
			p.line(5, p.style(role, mark+shorten(text.OneLine(d.Text), p.width-7)))
			quote := d.Quote
			if e, ok := bestFor(m, match.KindDuty, d.Text); ok && quote == "" {
				quote = e.Quote
			}
			if quote != "" {
				p.line(9, p.style(RoleQuote, quoted(shorten(text.OneLine(quote), p.width-11))))
			}
		case p.absent:
			p.line(5, p.style(RoleDim, "- "+shorten(text.OneLine(d.Text), p.width-7)))
		}
	}
}

func (p *page) skills(m match.Match) {
	var found []string
	for _, s := range m.Skills {
		if s.Status == match.SkillFound {
			found = append(found, s.Name)
		}
	}
	if len(found) > 0 {
		p.list(3, fmt.Sprintf("Skills: %d of %d found: ", len(found), len(m.Skills)), RoleGood, found)
	}
}

// quotes writes a section of the evidence of one kind that speaks for a match. Units that rest on the same words are given once.
func (p *page) quotes(m match.Match, kind match.EvidenceKind, label string) {
	var found []match.Evidence
	for _, u := range unitsFor(m, kind) {
		e, _ := bestFor(m, kind, u)
		same := func(f match.Evidence) bool { return strings.EqualFold(text.OneLine(f.Quote), text.OneLine(e.Quote)) }
		if !slices.ContainsFunc(found, same) {
			found = append(found, e)
		}
	}
	if len(found) == 0 {
		return
	}
	p.line(3, p.style(RoleLabel, label+":"))
	for _, e := range found[:min(len(found), maxShown)] {
		p.unit(RoleGood, "+ ", text.OneLine(e.Unit), e)
	}
	p.more(len(found))
}

// against writes what lowers the score: titles that belong elsewhere, skills that the document says are not needed.
func (p *page) against(m match.Match) {
	var con []match.Evidence
	seen := map[string]bool{}
	for _, e := range m.Evidence {
		if !speaksFor(e) && !seen[e.Unit] {
			seen[e.Unit] = true
			con = append(con, e)
		}
	}
	negated := 0
	for _, s := range m.Skills {
		// A negated skill that cost nothing is worth a line all the same.
		if s.Status == match.SkillNegated && !seen[s.Name] {
			negated++
		}
	}
	if len(con)+negated == 0 {
		return
	}
	p.line(3, p.style(RoleLabel, "Against:"))
	for _, e := range con[:min(len(con), maxShown)] {
		unit := text.OneLine(e.Unit)
		switch e.Kind {
		case match.KindExclusion:
			unit += p.elsewhere(e.See)
		case match.KindSkill:
			unit += ", not needed"
		}
		p.unit(RoleBad, "- ", unit, e)
	}
	p.more(len(con))
	for _, s := range m.Skills {
		if s.Status == match.SkillNegated && !seen[s.Name] {
			p.line(5, p.style(RoleBad, "- "+shorten(text.OneLine(s.Name)+", not needed", p.width-7)))
		}
	}
}

// elsewhere says where a title that an occupation excludes belongs, if that is known.
func (p *page) elsewhere(see string) string {
	if see == "" {
		return ""
	}
	return strings.TrimRight(": see "+text.OneLine(see)+" "+text.OneLine(p.title(see)), " ")
}

// unit writes a unit of a profile and the words that evidence it, on one line where there is room or where they are the same words.
func (p *page) unit(role Role, mark, unit string, e match.Evidence) {
	quote := quoted(text.OneLine(e.Quote))
	switch {
	case strings.EqualFold(quote, quoted(unit)):
		p.line(5, p.style(role, mark), p.style(RoleQuote, shorten(quote, p.width-7)))
	case columns(unit)+columns(quote)+9 <= p.width:
		p.line(5, p.style(role, mark+unit), "  ", p.style(RoleQuote, quote))
	default:
		p.line(5, p.style(role, mark+shorten(unit, p.width-7)))
		p.line(9, p.style(RoleQuote, quoted(shorten(text.OneLine(e.Quote), p.width-11))))
	}
}

func (p *page) more(units int) {
	if units > maxShown {
		p.line(7, p.style(RoleDim, fmt.Sprintf("and %d more", units-maxShown)))
	}
}

func quoted(s string) string { return "“" + s + "”" }

func countDuties(m match.Match) (covered, partly int) {
	for _, d := range m.Duties {
		switch d.Status {
		case match.Covered:
			covered++
		case match.Partial:
			partly++
		}
	}
	return covered, partly
}

// speaksFor says on which side a piece of evidence stands. An exclusion speaks against an occupation whatever it weighs.
func speaksFor(e match.Evidence) bool { return e.Contribution >= 0 && e.Kind != match.KindExclusion }

// speakFor returns the evidence for a match, the best first.
func speakFor(m match.Match) []match.Evidence {
	var pro []match.Evidence
	for _, e := range m.Evidence {
		if speaksFor(e) {
			pro = append(pro, e)
		}
	}
	return pro
}

// unitsFor returns the units of one kind that speak for a match, each once, the best evidenced first. What weighs next to nothing is
// left out.
func unitsFor(m match.Match, kind match.EvidenceKind) []string {
	var units []string
	least := minOfScore * m.Score
	for _, e := range m.Evidence {
		if e.Kind != kind || !speaksFor(e) || e.Contribution < least || slices.Contains(units, e.Unit) || !names(e) {
			continue
		}
		if units == nil {
			least = max(least, minOfBest*e.Contribution)
		}
		units = append(units, e.Unit)
	}
	return units
}

// namedShare is the share of the words of a title or a term that a quote must have for people to take it for that: "patient" names no
// patient-registration manager, though it adds its bit to the score.
const namedShare = 0.5

// names reports whether a quote names a title or a term. Other units are sentences, of which a few words are enough.
func names(e match.Evidence) bool {
	if e.Kind != match.KindTitle && e.Kind != match.KindVocabulary {
		return true
	}
	words := func(s string) []string {
		return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	}
	read := words(cmp.Or(e.Read, e.Quote))
	unit, n := words(e.Unit), 0
	for _, w := range unit {
		if slices.ContainsFunc(read, func(r string) bool { return sameBeginning(w, r) }) {
			n++
		}
	}
	// An abbreviation may stand for several words.
	return float64(n) >= namedShare*float64(len(unit)) ||
		slices.ContainsFunc(strings.Fields(e.Quote), lexicon.IsAbbreviation)
}

// sameBeginning reports whether two words begin alike, as those of one stem mostly do.
func sameBeginning(a, b string) bool {
	const enough = 4
	if len(a) < enough || len(b) < enough {
		return a == b
	}
	return a[:enough] == b[:enough]
}

// bestFor returns the evidence that counts most for a unit: a result lists the largest contribution first.
func bestFor(m match.Match, kind match.EvidenceKind, unit string) (match.Evidence, bool) {
	for _, e := range m.Evidence {
		if e.Kind == kind && e.Unit == unit && speaksFor(e) {
			return e, true
		}
	}
	return match.Evidence{}, false
}
