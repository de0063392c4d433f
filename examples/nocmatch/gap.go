package main

import (
	"cmp"
	"context"
	"errors"
	"math"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/nocmatch/nocmatch/examples/internal/documents"
	"github.com/nocmatch/nocmatch/examples/internal/masking"
	"github.com/nocmatch/nocmatch/examples/internal/ranking"
	"github.com/nocmatch/nocmatch/match"
)

func newGap(load loader) *cobra.Command {
	var f singleFlags
	cmd := &cobra.Command{
		Use:   "gap (--code CODE | --posting FILE) RESUME",
		Short: "Name what a resume lacks for an occupation or a posting",
		Long: `gap names the duties and sought skills that a resume does not show, or shows in
part, the most valuable first, and for each duty the person's own sentence that
comes closest to it.

The value of a duty or skill is how much the score rises when its words are
added to the resume, after the line that counts most: the matcher is asked again
for each. It is an estimate from above, since people say things in other words,
and no advice to write what is not so. Values don't add up: what several would
bring together is less than their sum.

The closest sentence is the one that the matcher found for a duty shown in
part, and otherwise the one that has most of its rare words; where none has two
of them, nothing is close. Education, certificates, licences and experience
that are asked for are listed apart: whether a person has them is for people to
check.

` + aboutPostings + `

` + aboutFile + "\n\n" + aboutMasks,
		Example: `  nocmatch gap --code 12111 resume.pdf
  nocmatch gap --posting posting.docx resume.pdf
  nocmatch gap --code 12111 --format json resume.docx > gap.json`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			const need = "nothing to compare with: give a --code or a --posting"
			if f.aim.code != "" && f.aim.posting != "" {
				return errors.New("give --code or --posting: gap compares with one of them")
			}
			return f.run(cmd, args, need, load, func(ctx context.Context, l closeLook) (sheet, error) { return findGap(ctx, l) })
		},
	}
	f.addFlags(cmd)
	f.aim.addPosting(cmd)
	return cmd
}

// gapSchema names the JSON form of a gap. It changes when a field changes its name or meaning, not when one is added.
const gapSchema = "nocmatch.gap/v1"

// A gap is what a document lacks. No array in it is ever null.
type gap struct {
	Schema       string                `json:"schema"`
	Name         string                `json:"name"`
	For          targetName            `json:"for"`
	Score        float64               `json:"score"`
	Confidence   float64               `json:"confidence"`
	Duties       dutyCount             `json:"duties"`
	Skills       skillLists            `json:"skills"`
	Missing      []missing             `json:"missing"`
	Requirements []requirement         `json:"requirements"`
	Warnings     []match.Warning       `json:"warnings"`
	LeftOut      []documents.LeftOut   `json:"left_out"`
	Document     match.DocumentSummary `json:"document"`
	Text         string                `json:"text,omitempty"`
}

// A missing duty or skill.
type missing struct {
	Kind   string `json:"kind"` // "duty" or "skill"
	Text   string `json:"text"`
	Status string `json:"status"` // "partial", "absent" or "negated"
	// Optional marks a duty that only some people in the occupation have.
	Optional bool `json:"optional"`
	// Value is what the score would gain.
	Value float64 `json:"value"`
	// Closest is the person's own sentence that comes closest to a duty; absent where none is close.
	Closest *quotation `json:"closest,omitempty"`
}

// A requirement is for people to check; Quotes are what the matcher found that may speak of it.
type requirement struct {
	Text   string      `json:"text"`
	Kind   string      `json:"kind"`
	Quotes []quotation `json:"quotes"`
}

// findGap looks for what a document lacks.
func findGap(ctx context.Context, l closeLook) (gap, error) {
	m, p := l.match(), l.target.profiles[0]
	fit := ranking.NewFit(m)
	g := gap{
		Schema: gapSchema, Name: l.view.name, For: l.target.name(), Score: m.Score, Confidence: m.Confidence,
		Duties: dutiesOf(fit), Skills: skillsOf(fit),
		Missing: []missing{}, Requirements: []requirement{}, Warnings: l.result.Warnings, LeftOut: l.view.leftOut(), Document: l.result.Document, Text: l.result.Text,
	}
	near, cut := newCloseness(l.target.set.All()), sentences(l.document.Text)
	for i, d := range m.Duties {
		if d.Status == match.Covered {
			continue
		}
		lack := missing{Kind: "duty", Text: d.Text, Status: string(d.Status), Optional: i < len(p.Duties) && p.Duties[i].Optional}
		if s, ok := l.closest(d, near, cut); ok {
			start, end := l.view.move(s)
			lack.Closest = &quotation{start, end, l.view.text[start:end]}
		}
		g.Missing = append(g.Missing, lack)
	}
	for _, s := range m.Skills {
		if s.Status != match.SkillFound {
			g.Missing = append(g.Missing, missing{Kind: "skill", Text: s.Name, Status: string(s.Status)})
		}
	}
	place := l.place(cut)
	for i := range g.Missing {
		value, err := l.value(ctx, g.Missing[i].Text, place)
		if err != nil {
			return g, err
		}
		g.Missing[i].Value = value
	}
	slices.SortStableFunc(g.Missing, func(a, b missing) int { return cmp.Compare(b.Value, a.Value) })
	for _, r := range p.Requirements {
		g.Requirements = append(g.Requirements, requirement{r.Text, r.Kind, evidenceFor(m, match.KindRequirement, r.Text)})
	}
	return g, nil
}

// closest is the sentence of the document that comes closest to a duty.
func (l closeLook) closest(d match.DutyCoverage, near closeness, cut []masking.Span) (masking.Span, bool) {
	if d.Status == match.Partial {
		for _, q := range dutyQuotes(l.match(), d) {
			if s, ok := l.sentenceAt(q.Start, cut); ok {
				return s, true
			}
		}
	}
	return near.closest(d.Text, l.document.Text, cut)
}

// value is how much the score rises when the document says something more, at a place of its text. The words come in another order: what
// repeats a profile word for word may be discounted.
func (l closeLook) value(ctx context.Context, unit string, at int) (float64, error) {
	words := strings.Fields(unit)
	half := len(words) / 2
	if len(words) < minCopied {
		half = 0
	}
	d := l.document.Document
	d.Text = d.Text[:at] + "\n" + strings.Join(slices.Concat(words[half:], words[:half]), " ") + "\n" + d.Text[at:]
	r, err := l.aimed.Match(ctx, d)
	if err != nil {
		return 0, err
	}
	return math.Max(r.Matches[0].Score-l.match().Score, 0), nil
}

// place is where the document would say more: at the end of the line whose words count most for a duty, or else for anything. What is said
// among references and interests would not be read as work.
func (l closeLook) place(cut []masking.Span) int {
	for _, kinds := range [][]match.EvidenceKind{{match.KindDuty}, {match.KindVocabulary, match.KindTitle, match.KindSkill}} {
		for _, e := range l.match().Evidence {
			if !slices.Contains(kinds, e.Kind) || e.Field != match.FieldText {
				continue
			}
			if s, ok := l.sentenceAt(e.Start, cut); ok {
				if end := strings.IndexByte(l.document.Text[s.End:], '\n'); end >= 0 {
					return s.End + end
				}
			}
		}
	}
	return len(l.document.Text)
}

// sentenceAt is the sentence of the document that stands at an offset of the text that is shown.
func (l closeLook) sentenceAt(at int, cut []masking.Span) (masking.Span, bool) {
	for _, s := range cut {
		if start, end := l.view.move(s); start <= at && at < end {
			return s, true
		}
	}
	return masking.Span{}, false
}
