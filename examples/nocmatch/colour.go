package main

import (
	"io"
	"os"

	"github.com/fatih/color"

	"github.com/nocmatch/nocmatch/match"
)

// colours are the values of --color, the default first.
var colours = []string{"auto", "always", "never"}

// styleFor returns how a report to w is coloured; nil for not at all.
func styleFor(when string, w io.Writer) func(match.Role, string) string {
	if when == "never" || when == "auto" && !colourful(w) {
		return nil
	}
	byRole := map[match.Role]*color.Color{
		match.RoleHeading: color.New(color.Bold),
		match.RoleLabel:   color.New(color.Underline),
		match.RoleQuote:   color.New(color.FgCyan),
		match.RoleGood:    color.New(color.FgGreen),
		match.RolePartial: color.New(color.FgYellow),
		match.RoleBad:     color.New(color.FgRed),
		match.RoleWarning: color.New(color.FgYellow, color.Bold),
		match.RoleDim:     color.New(color.Faint),
	}
	for _, c := range byRole {
		c.EnableColor() // the library has an opinion of its own on when; --color decides here
	}
	return func(role match.Role, text string) string {
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
