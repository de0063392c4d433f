package main

import (
	"fmt"
	"io"
	"strconv"

	"github.com/nocmatch/nocmatch/examples/internal/ranking"
	"github.com/nocmatch/nocmatch/match"
	"github.com/nocmatch/nocmatch/match/report"
)

// write writes a gap for people.
func (g gap) write(w io.Writer, style func(report.Role, string) string, l closeLook) error {
	t := &textPage{style: style}
	t.styled(report.RoleHeading, "", "", g.Name+" compared with "+l.target.String())
	t.standing(l)
	fit := ranking.NewFit(l.match())
	t.para(0, fmt.Sprintf("Duties %s; skills %d of %d found", coverage(fit), len(fit.Found), len(l.match().Skills)))
	t.section(t.in(report.RoleLabel, "Missing, most valuable first"))
	if len(g.Missing) == 0 {
		t.para(2, "Nothing: all duties and skills are shown.")
	} else {
		t.para(2, "+0.010 means that the score would rise by so much if the resume said it.")
	}
	for i, m := range g.Missing {
		t.line("")
		label := m.Kind
		switch {
		case m.Status == string(match.Partial):
			label += ", shown in part"
		case m.Status == string(match.SkillNegated):
			label += ", said not to be there"
		}
		if m.Optional {
			label += ", optional"
		}
		number := strconv.Itoa(i+1) + "."
		t.line(fmt.Sprintf("%4s %s %s", number, t.in(report.RoleGood, fmt.Sprintf("+%.3f", m.Value)), label))
		t.para(5, m.Text)
		switch {
		case m.Closest != nil:
			t.para(7, "Closest in the resume:")
			t.quote("       ", m.Closest.Quote)
		case m.Kind == "duty":
			t.styled(report.RoleDim, "       ", "       ", "Nothing in the resume comes close.")
		}
	}
	if len(g.Requirements) > 0 {
		t.section(t.in(report.RoleLabel, "Check yourself"))
	}
	for _, r := range g.Requirements {
		text := r.Text
		if r.Kind != "" {
			text = r.Kind + ": " + text
		}
		t.item(text)
		if len(r.Quotes) > 0 {
			t.quote("      ", r.Quotes[0].Quote)
		}
	}
	_, err := io.WriteString(w, t.text.String())
	return err
}
