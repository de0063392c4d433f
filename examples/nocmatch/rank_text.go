package main

import (
	"fmt"
	"io"
	"strconv"

	"github.com/nocmatch/nocmatch/examples/internal/ranking"
	"github.com/nocmatch/nocmatch/match"
)

// writeRankingText writes a page for people: the best candidates in full.
func writeRankingText(w io.Writer, style func(match.Role, string) string, t target, candidates []*ranking.Candidate, failed int) error {
	page := &textPage{style: style}
	page.styled(match.RoleHeading, "", "", "Ranked for "+t.String())
	count := counted(len(candidates), "candidate", "candidates")
	if failed > 0 {
		count += ", and " + counted(failed, "file", "files") + " that could not be read"
	}
	page.para(0, count)
	shown := 0
	for ; shown < len(candidates) && candidates[shown].Full != nil; shown++ {
		page.line("")
		page.candidate(t, candidates[shown])
	}
	if rest := candidates[shown:]; len(rest) > 0 {
		page.line("")
		page.para(0, fmt.Sprintf("%d more, the first with score %.3f: show more with --top, or list all with --format csv.", len(rest), rest[0].Score))
	}
	_, err := io.WriteString(w, page.text.String())
	return err
}

// candidate writes a candidate in full.
func (t *textPage) candidate(of target, c *ranking.Candidate) {
	m := c.Full.Result.Matches[0]
	t.styled(match.RoleHeading, strconv.Itoa(c.Rank)+". ", "   ", c.Name)
	t.styled(roleOf(c.Confidence), "   ", "   ", standing(of, c))
	t.cautions("   ", c.Abstained, c.Warnings)
	t.styled(match.RoleDim, "   ", "   ", leftOutLine(c.LeftOut))
	t.shownDuties(m)
	t.evidenceLine(m, match.KindTitle, "Titles:")
	t.evidenceLine(m, match.KindVocabulary, "Terms of the work:")
	t.names("Skills found:", c.Fits[0].Found, match.RoleGood)
	t.names("Skills missing:", c.Fits[0].Missing, match.RoleDim)
	t.names("Skills negated:", negatedWith(c.Fits[0].Negated, c.Full.Result.Skills), match.RoleBad)
	var better []string
	for _, o := range c.Better {
		name := fmt.Sprintf("%s %s (%.3f)", o.Code, o.Title, o.Score)
		if o.Code == of.own {
			name += ", which the posting reads as"
		}
		better = append(better, name)
	}
	t.namesBy("; ", "Matches better:", better, match.RolePartial)
}

// standing says in a line how a candidate does. Of a posting alone it says no confidence, see [aboutPostings].
func standing(t target, c *ranking.Candidate) string {
	sure := fmt.Sprintf("%s, %s confidence", bandOf(c.Confidence), percent(c.Confidence))
	switch {
	case t.posting == "":
		return fmt.Sprintf("%s, score %.3f", sure, c.Score)
	case len(c.Fits) == 1:
		return fmt.Sprintf("score %.3f", c.Score)
	}
	return fmt.Sprintf("score %.3f: %.3f for the posting, %.3f for %s; %s", c.Score, c.Fits[0].Score, c.Fits[1].Score, c.Fits[1].Code, sure)
}
