package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"iter"
	"slices"
	"strings"

	"github.com/nocmatch/nocmatch/examples/internal/corpus"
	"github.com/nocmatch/nocmatch/match"
)

// canned is a matcher whose results depend on nothing but a few words of the document, so that golden files show what the command does
// and stay the same when the scorer gets better.
type canned struct {
	opts match.Options
}

func loadCanned(_ corpus.Set, o match.Options) (matcher, error) { return canned{o}, nil }

func (c canned) MatchAll(_ context.Context, docs iter.Seq[match.Document]) iter.Seq2[match.Result, error] {
	return func(yield func(match.Result, error) bool) {
		for d := range docs {
			if !yield(c.match(d)) {
				return
			}
		}
	}
}

func (c canned) match(d match.Document) (match.Result, error) {
	field, text := match.FieldText, d.Text
	if text == "" {
		field, text = match.FieldTitle, d.Title
	}
	sum := sha256.Sum256([]byte(text))
	r := match.Result{
		Schema: match.Schema,
		Document: match.DocumentSummary{Name: d.Name, SHA256: hex.EncodeToString(sum[:]), Bytes: len(text),
			Words: len(strings.Fields(d.Title + " " + d.Industry + " " + d.Text))},
		Profiles: match.ProfilesSummary{Edition: "NOC 2021 v1.0", Count: 2, SHA256: "0"},
		Version:  "0",
		Matches:  []match.Match{}, Skills: []match.SkillMention{}, Warnings: []match.Warning{},
	}
	if strings.Contains(text, "too large") {
		return r, &match.TooLargeError{Name: d.Name, Bytes: 11, Max: 10}
	}
	evidence := func(kind match.EvidenceKind, unit, quote string, contribution float64) []match.Evidence {
		at := strings.Index(text, quote)
		if at < 0 {
			return nil
		}
		return []match.Evidence{{Kind: kind, Unit: unit, Field: field, Start: at, End: at + len(quote), Quote: quote, Contribution: contribution}}
	}
	r.Abstained = strings.Contains(text, "menu")
	if r.Abstained {
		r.Warnings = append(r.Warnings, match.Warning{Code: "short", Message: "The text is short."})
	}
	if strings.TrimSpace(text) != "" {
		code := match.Match{Code: "12111", Title: "Health information management occupations", Score: .375, Confidence: .75, Band: match.Strong,
			Duties:   []match.DutyCoverage{{Text: "Code diagnoses and procedures of each stay", Status: match.Absent}},
			Skills:   []match.SkillCoverage{{Name: "Records management", Status: match.SkillAbsent}},
			Evidence: []match.Evidence{}}
		if e := evidence(match.KindDuty, "Code diagnoses and procedures of each stay", "Codes charts", .25); e != nil {
			code.Evidence = append(code.Evidence, e...)
			code.Duties[0].Status, code.Duties[0].Contribution = match.Covered, .25
			code.Skills[0].Status = match.SkillFound
		}
		code.Evidence = append(code.Evidence, evidence(match.KindTitle, "Health records technician", "HEALTH RECORDS TECHNICIAN", .1875)...)
		against := evidence(match.KindExclusion, "Health records clerk", "records clerk", -.0625)
		for i := range against {
			against[i].See = "14100"
		}
		code.Evidence = append(code.Evidence, against...)
		clerk := match.Match{Code: "14100", Title: "General office support workers", Score: .125, Confidence: .0625, Band: match.Weak,
			Duties: []match.DutyCoverage{}, Skills: []match.SkillCoverage{},
			Evidence: append([]match.Evidence{}, evidence(match.KindTitle, "Records clerk", "clerk", .125)...)}
		for _, m := range []match.Match{code, clerk} {
			if len(c.opts.Codes) > 0 && !slices.Contains(c.opts.Codes, m.Code) || len(c.opts.Codes) == 0 && len(r.Matches) == c.opts.Top {
				continue
			}
			m.Rank = len(r.Matches) + 1
			r.Matches = append(r.Matches, m)
		}
	}
	return r, nil
}
