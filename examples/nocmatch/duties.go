package main

import (
	"context"
	"strings"
	"unicode"

	"github.com/spf13/cobra"

	"github.com/nocmatch/nocmatch/examples/internal/documents"
	"github.com/nocmatch/nocmatch/examples/internal/ranking"
	"github.com/nocmatch/nocmatch/match"
)

func newDuties(load loader) *cobra.Command {
	var f singleFlags
	cmd := &cobra.Command{
		Use:   "duties --code CODE LETTER",
		Short: "Compare a letter with an occupation, duty by duty",
		Long: `duties goes through the duties of an occupation and shows for each whether a
letter of employment says that it was done, and in which words; the same for the
lead statement. It counts the share of main duties that are covered; optional
ones stand apart and don't count. Wording copied from the profile is flagged,
and occupations that the letter fits as well or better are named.

` + legalNote + ` The built-in duties are
written for this program, in its own words: load the official ones with
--profiles to compare with the text that an officer reads.

` + aboutFile + "\n\n" + aboutMasks,
		Example: `  nocmatch duties --code 12111 letter.docx
  nocmatch duties --code 12111 --profiles noc2021/ letter.pdf
  nocmatch duties --code 12111 --format json letter.pdf > duties.json`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			const need = "nothing to compare with: give a --code"
			return f.run(cmd, args, need, load, func(_ context.Context, l closeLook) (sheet, error) { return newDutySheet(l), nil })
		},
	}
	f.addFlags(cmd)
	return cmd
}

// legalNote says what a sheet is not.
const legalNote = "This is evidence for a person to check, not a legal opinion."

// dutiesSchema names the JSON form of a duty sheet. It changes when a field changes its name or meaning, not when one is added.
const dutiesSchema = "nocmatch.duties/v1"

// A dutySheet is a letter compared with an occupation. No array in it is ever null.
type dutySheet struct {
	Schema     string  `json:"schema"`
	Name       string  `json:"name"`
	Code       string  `json:"code"`
	Title      string  `json:"title"`
	Score      float64 `json:"score"`
	Confidence float64 `json:"confidence"`
	// Share of main duties that are covered, from 0 to 1; 0 where there are none.
	Share    float64     `json:"share"`
	Main     dutyCount   `json:"main"`
	Optional dutyCount   `json:"optional"`
	Lead     leadEntry   `json:"lead"`
	Duties   []dutyEntry `json:"duties"`
	// Copied is true where the letter repeats wording of a profile; a warning says of which.
	Copied bool `json:"copied"`
	// Others are occupations that the letter fits as well or better, the best first, at most five.
	Others   []ranking.Occupation  `json:"others"`
	Warnings []match.Warning       `json:"warnings"`
	LeftOut  []documents.LeftOut   `json:"left_out"`
	Note     string                `json:"note"`
	Document match.DocumentSummary `json:"document"`
	Text     string                `json:"text,omitempty"`
}

type leadEntry struct {
	Text   string      `json:"text"`
	Quotes []quotation `json:"quotes"`
}

type dutyEntry struct {
	Text     string           `json:"text"`
	Optional bool             `json:"optional"`
	Status   match.DutyStatus `json:"status"`
	// Copied is true where the letter has a long run of the duty's own words.
	Copied bool        `json:"copied"`
	Quotes []quotation `json:"quotes"`
}

func newDutySheet(l closeLook) dutySheet {
	m, p := l.match(), l.target.profiles[0]
	s := dutySheet{
		Schema: dutiesSchema, Name: l.view.name, Code: m.Code, Title: m.Title, Score: m.Score, Confidence: m.Confidence,
		Lead: leadEntry{p.Lead, leadQuotes(m)}, Duties: []dutyEntry{}, Others: []ranking.Occupation{},
		Warnings: l.result.Warnings, LeftOut: l.view.leftOut(), Note: legalNote, Document: l.result.Document, Text: l.result.Text,
	}
	letter := spaced(l.document.Text)
	for i, d := range m.Duties {
		optional := i < len(p.Duties) && p.Duties[i].Optional
		count := &s.Main
		if optional {
			count = &s.Optional
		}
		count.add(d.Status)
		e := dutyEntry{Text: d.Text, Optional: optional, Status: d.Status, Quotes: []quotation{}}
		if d.Status != match.Absent {
			e.Quotes = dutyQuotes(m, d)
			e.Copied = copies(letter, d.Text)
		}
		s.Duties = append(s.Duties, e)
	}
	if s.Main.Total > 0 {
		s.Share = float64(s.Main.Covered) / float64(s.Main.Total)
	}
	for _, w := range s.Warnings {
		s.Copied = s.Copied || w.Code == match.WarnCopied
	}
	for _, o := range above(l.others, m.Score, true) {
		s.Others = append(s.Others, occupation(o))
	}
	return s
}

// leadQuotes are the words that evidence the lead statement, whose sentences are units of their own.
func leadQuotes(m match.Match) []quotation {
	found := []quotation{}
	for _, e := range m.Evidence {
		if e.Kind == match.KindLead && e.Contribution > 0 && e.Field == match.FieldText {
			found = append(found, quotation{e.Start, e.End, e.Quote})
		}
	}
	return found
}

// minCopied is how many words in a row a letter shares with a duty when it copies it: nobody finds the same seven by chance.
const minCopied = 7

// copies reports whether a text, as spaced gives it, has a run of a duty's words.
func copies(letter, duty string) bool {
	words := strings.Fields(spaced(duty))
	for i := 0; i+minCopied <= len(words); i++ {
		if strings.Contains(letter, " "+strings.Join(words[i:i+minCopied], " ")+" ") {
			return true
		}
	}
	return false
}

// spaced gives the words of a text in lower case, a blank before and behind each.
func spaced(text string) string {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return " " + strings.Join(words, " ") + " "
}

// add counts a duty.
func (c *dutyCount) add(status match.DutyStatus) {
	c.Total++
	switch status {
	case match.Covered:
		c.Covered++
	case match.Partial:
		c.Partial++
	}
}
