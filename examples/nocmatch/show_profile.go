package main

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/nocmatch/nocmatch/profiles"
)

// writeProfile writes a profile for people; a section without content is left out. With lookup the codes of other occupations get their
// titles.
func writeProfile(w io.Writer, p profiles.Profile, lookup func(string) (profiles.Profile, bool)) error {
	var t textPage
	t.para(0, p.Code+"  "+p.Title)
	var kind []string
	if p.Edition != "" {
		kind = append(kind, p.Edition)
	}
	if p.TEER != nil {
		kind = append(kind, "TEER "+strconv.Itoa(*p.TEER))
	}
	t.para(0, strings.Join(kind, ", "))
	if p.Lead != "" {
		t.line("")
		t.para(0, p.Lead)
	}

	if n := len(p.Titles); n > 0 {
		t.section(fmt.Sprintf("Job titles (%d)", n))
		t.para(2, strings.Join(p.Titles, "; "))
	}
	if len(p.Duties) > 0 {
		t.section("Main duties")
	}
	for _, d := range p.Duties {
		t.item(d.Text + note(d.Optional && !strings.HasPrefix(d.Text, "May "), "some of them"))
	}
	if n := len(p.Vocabulary); n > 0 {
		t.section(fmt.Sprintf("Working vocabulary (%d)", n))
		t.para(2, strings.Join(vocabulary(p.Vocabulary), "; "))
	}
	if n := len(p.Skills); n > 0 {
		t.section(fmt.Sprintf("Sought skills (%d)", n))
	}
	for _, group := range bySource(p.Skills) {
		if group.source == "" {
			t.para(2, strings.Join(group.skills, "; "))
		} else {
			t.item(group.source + ": " + strings.Join(group.skills, "; "))
		}
	}
	if len(p.Requirements) > 0 {
		t.section("Requirements")
	}
	for _, r := range p.Requirements {
		t.item(r.Text + note(r.Kind != "", r.Kind))
	}
	if len(p.Exclusions) > 0 {
		t.section("Not here")
	}
	for _, x := range p.Exclusions {
		if x.See == "" {
			t.item(x.Title)
		} else {
			t.item(x.Title + ": see " + withTitle(x.See, lookup))
		}
	}
	if len(p.Industries) > 0 {
		t.section("Industries")
	}
	for _, n := range p.Industries {
		t.item(strings.TrimSpace(n.NAICS + " " + n.Title))
	}
	if len(p.Related) > 0 {
		t.section("Related occupations")
	}
	for _, code := range p.Related {
		t.item(withTitle(code, lookup))
	}
	if len(p.LabourMarket) > 0 {
		t.section("Labour market")
	}
	for _, m := range p.LabourMarket {
		t.item(labourMarket(m))
	}
	if len(p.Sources) > 0 {
		t.section("Sources")
	}
	for _, s := range p.Sources {
		t.item(strings.Join(nonEmpty(s.Name, s.What, s.URL), "; "))
	}
	_, err := io.WriteString(w, t.text.String())
	return err
}

func withTitle(code string, lookup func(string) (profiles.Profile, bool)) string {
	if p, ok := lookup(code); ok {
		return code + " " + p.Title
	}
	return code
}

func vocabulary(terms []profiles.Term) []string {
	var out []string
	for _, t := range terms {
		out = append(out, t.Term+note(len(t.Aliases) > 0, strings.Join(t.Aliases, ", ")))
	}
	return out
}

type sourcedSkills struct {
	source string
	skills []string
}

// bySource returns the names of skills under who found them, in the order of the first of each.
func bySource(skills []profiles.Skill) []sourcedSkills {
	var out []sourcedSkills
	for _, s := range skills {
		i := slices.IndexFunc(out, func(g sourcedSkills) bool { return g.source == s.Source })
		if i < 0 {
			i = len(out)
			out = append(out, sourcedSkills{source: s.Source})
		}
		out[i].skills = append(out[i].skills, s.Name)
	}
	return out
}

// note returns text in brackets where it applies.
func note(applies bool, text string) string {
	if !applies {
		return ""
	}
	return " (" + text + ")"
}

func nonEmpty(parts ...string) []string {
	var out []string
	for _, s := range parts {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}
