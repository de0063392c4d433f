package main

import (
	"io"
	"os"

	"github.com/fatih/color"

	"github.com/nocmatch/nocmatch/match/report"
)

// colours are the values of --color, the default first.
var colours = []string{"auto", "always", "never"}

// styleFor returns how a report to w is coloured; nil for not at all.
func styleFor(when string, w io.Writer) func(report.Role, string) string {
	if when == "never" || when == "auto" && !colourful(w) {
		return nil
	}
	byRole := map[report.Role]*color.Color{
		report.RoleHeading: color.New(color.Bold),
		report.RoleLabel:   color.New(color.Underline),
		report.RoleQuote:   color.New(color.FgCyan),
		report.RoleGood:    color.New(color.FgGreen),
		report.RolePartial: color.New(color.FgYellow),
		report.RoleBad:     color.New(color.FgRed),
		report.RoleWarning: color.New(color.FgYellow, color.Bold),
		report.RoleDim:     color.New(color.Faint),
	}
	for _, c := range byRole {
		c.EnableColor() // the library has an opinion of its own on when; --color decides here
	}
	return func(role report.Role, text string) string {
		if c, ok := byRole[role]; ok {
			return c.Sprint(text)
		}
		return text
	}
}

// colourful says whether w is a terminal whose user does not object to colour (https://no-color.org).
func colourful(w io.Writer) bool {
	return isTerminal(w) && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
}
