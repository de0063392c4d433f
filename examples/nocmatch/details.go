package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/nocmatch/nocmatch/examples/internal/ranking"
	"github.com/nocmatch/nocmatch/match"
)

// What pages tell of a match, for all commands alike.

// cautions writes what to know before all else.
func (t *textPage) cautions(indent string, abstained bool, warnings []match.Warning) {
	if abstained {
		t.styled(match.RoleWarning, indent, indent, "The document shows too little to name an occupation.")
	}
	for _, w := range warnings {
		t.styled(match.RoleWarning, indent, indent, "Warning ("+w.Code+"): "+w.Message)
	}
}

// shownDuties writes the duties that a document shows, with its words for them.
func (t *textPage) shownDuties(m match.Match) {
	if len(m.Duties) == 0 {
		return
	}
	t.line("   " + t.in(match.RoleLabel, "Duties:") + " " + coverage(ranking.NewFit(m)))
	for _, d := range m.Duties {
		if d.Status != match.Absent {
			t.duty(m, d, "     ")
		}
	}
}

// coverage says how many duties are shown.
func coverage(f ranking.Fit) string {
	s := fmt.Sprintf("%d of %d covered", f.Covered, f.Duties)
	if f.Partial > 0 {
		s += fmt.Sprintf(", %d partly", f.Partial)
	}
	return s
}

// duty writes a duty with its best quote.
func (t *textPage) duty(m match.Match, d match.DutyCoverage, indent string) {
	mark, role := "- ", match.RoleDim
	switch d.Status {
	case match.Covered:
		mark, role = "+ ", match.RoleGood
	case match.Partial:
		mark, role = "~ ", match.RolePartial
	}
	t.styled(role, indent+mark, indent+"  ", d.Text)
	if d.Status != match.Absent {
		if q := dutyQuotes(m, d); len(q) > 0 {
			t.quote(indent+"    ", q[0].Quote)
		}
	}
}

// quote writes words of a document.
func (t *textPage) quote(indent, quote string) {
	t.styled(match.RoleQuote, indent, indent, "“"+strings.Join(strings.Fields(quote), " ")+"”")
}

// names writes a list on as many lines as it needs; nothing for an empty one.
func (t *textPage) names(label string, names []string, role match.Role) {
	t.namesBy(", ", label, names, role)
}

func (t *textPage) namesBy(between, label string, names []string, role match.Role) {
	if len(names) > 0 {
		t.labelled(label, role, "   ", "     ", strings.Join(names, between))
	}
}

// evidenceLine writes the quotes of one kind of evidence, each once.
func (t *textPage) evidenceLine(m match.Match, kind match.EvidenceKind, label string) {
	var quotes []string
	for _, e := range m.Evidence {
		q := "“" + strings.Join(strings.Fields(e.Quote), " ") + "”"
		if e.Kind == kind && e.Contribution > 0 && len(quotes) < maxQuotes && !slices.ContainsFunc(quotes, func(seen string) bool { return strings.EqualFold(seen, q) }) {
			quotes = append(quotes, q)
		}
	}
	t.names(label, quotes, match.RoleQuote)
}

// maxQuotes is how many quotes of a kind are shown: the best say enough.
const maxQuotes = 8

// negatedWith gives skills that the document says are not there, each with its words.
func negatedWith(skills []string, mentions []match.SkillMention) []string {
	var said []string
	for _, name := range skills {
		for _, m := range mentions {
			if m.Name == name && m.Status == match.SkillNegated {
				name += " (“" + strings.Join(strings.Fields(m.Quote), " ") + "”)"
				break
			}
		}
		said = append(said, name)
	}
	return said
}

// standing writes how a document does, and what to be careful about.
func (t *textPage) standing(l closeLook) {
	m := l.match()
	s := fmt.Sprintf("score %.3f", m.Score)
	if l.target.posting == "" { // see aboutPostings
		s = fmt.Sprintf("%s, %s confidence, %s", m.Band, percent(m.Confidence), s)
	}
	t.styled(roleOf(m.Confidence), "", "", s)
	t.cautions("", l.result.Abstained, l.result.Warnings)
	t.styled(match.RoleDim, "", "", leftOutLine(l.view.leftOut()))
}
