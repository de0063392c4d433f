package main

import (
	"fmt"
	"io"

	"github.com/nocmatch/nocmatch/match"
	"github.com/nocmatch/nocmatch/match/report"
)

// write writes a duty sheet for people.
func (s dutySheet) write(w io.Writer, style func(report.Role, string) string, l closeLook) error {
	t := &textPage{style: style}
	t.styled(report.RoleHeading, "", "", s.Name+" compared with "+s.Code+" "+s.Title)
	t.standing(l)
	t.para(0, s.Note)
	if s.Lead.Text != "" {
		t.section(t.in(report.RoleLabel, "Lead statement"))
		t.para(2, s.Lead.Text)
		if len(s.Lead.Quotes) > 0 {
			t.quote("      ", s.Lead.Quotes[0].Quote)
		} else {
			t.styled(report.RoleDim, "      ", "      ", "No sentence of the letter says it.")
		}
	}
	t.entries(s, false, fmt.Sprintf("Main duties: %d of %d covered (%s)", s.Main.Covered, s.Main.Total, percent(s.Share)))
	t.entries(s, true, fmt.Sprintf("Optional duties, not counted: %d of %d covered", s.Optional.Covered, s.Optional.Total))
	t.section(t.in(report.RoleLabel, "Fits as well or better"))
	for _, o := range s.Others {
		t.item(fmt.Sprintf("%s %s, score %.3f", o.Code, o.Title, o.Score))
	}
	if len(s.Others) == 0 {
		t.para(2, "No other occupation.")
	}
	_, err := io.WriteString(w, t.text.String())
	return err
}

// entries writes the main or the optional duties.
func (t *textPage) entries(s dutySheet, optional bool, title string) {
	begun := false
	for _, d := range s.Duties {
		if d.Optional != optional {
			continue
		}
		if !begun {
			t.section(t.in(report.RoleLabel, title))
			begun = true
		}
		status, role := "[not shown] ", report.RoleDim
		switch d.Status {
		case match.Covered:
			status, role = "[covered] ", report.RoleGood
		case match.Partial:
			status, role = "[in part] ", report.RolePartial
		}
		t.styled(role, "  ", "    ", status+d.Text)
		if len(d.Quotes) > 0 { // JSON has the others
			t.quote("      ", d.Quotes[0].Quote)
		}
		if d.Copied {
			t.styled(report.RoleWarning, "      ", "      ", "Copied: the letter has this duty's own words.")
		}
	}
}
