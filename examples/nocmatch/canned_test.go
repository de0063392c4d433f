package main

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"regexp"
	"slices"
	"strings"

	"github.com/nocmatch/nocmatch/examples/internal/corpus"
	"github.com/nocmatch/nocmatch/examples/internal/masking"
	"github.com/nocmatch/nocmatch/match"
	"github.com/nocmatch/nocmatch/match/posting"
	"github.com/nocmatch/nocmatch/profiles"
)

// canned is a matcher whose results depend on nothing but a few words of the document, so that golden files show what the command does
// and stay the same when the scorer gets better.
type canned struct {
	opts match.Options
}

func loadCanned(context.Context, corpus.Set, ...profiles.Profile) (matcher, error) {
	return canned{match.Options{Top: match.DefaultTop}}, nil
}

func (canned) With(o match.Options) (matcher, error) {
	o.Top = cmp.Or(o.Top, match.DefaultTop)
	return canned{o}, nil
}

// Posting returns the first canned occupation another code.
func (canned) Posting(_ context.Context, d match.Document, code string) (profiles.Profile, error) {
	if strings.TrimSpace(d.Text) == "" {
		return profiles.Profile{}, errors.New("has no text")
	}
	return profiles.Profile{Code: code, Title: strings.TrimSpace(strings.SplitN(d.Text, "\n", 2)[0]),
		Duties: []profiles.Duty{{Text: "Code diagnoses and procedures of each stay"}}, Skills: []profiles.Skill{{Name: "Records management"}}}, nil
}

// PersonalDetails knows one person.
func (canned) PersonalDetails(text string) []masking.Span {
	var spans []masking.Span
	for _, at := range regexp.MustCompile(`Anna Nowak|anna@example\.com|\b[Ss]he\b`).FindAllStringIndex(text, -1) {
		spans = append(spans, masking.Span{Start: at[0], End: at[1]})
	}
	return spans
}

func (c canned) Match(_ context.Context, d match.Document) (match.Result, error) {
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
	r.Document.Kind = match.LongText
	if r.Document.Words <= 8 {
		r.Document.Kind = match.BareTitle
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
	if strings.TrimSpace(text) != "" || len(c.opts.Codes) > 0 {
		code := match.Match{Code: "12111", Title: "Health information management occupations", Score: .375, Confidence: .75, Band: match.Strong,
			Duties:   []match.DutyCoverage{{Text: "Code diagnoses and procedures of each stay", Status: match.Absent}},
			Skills:   []match.SkillCoverage{{Name: "Records management", Status: match.SkillAbsent}},
			Evidence: []match.Evidence{}}
		if e := evidence(match.KindDuty, "Code diagnoses and procedures of each stay", "Codes charts", .25); e != nil {
			code.Evidence = append(code.Evidence, e...)
			code.Duties[0].Status, code.Duties[0].Contribution = match.Covered, .25
			code.Skills[0].Status = match.SkillFound
		}
		for said, more := range map[string]float64{"procedures of each stay Code": .25, "Records management": .125, "chart audits": .0625} {
			if strings.Contains(text, said) {
				code.Score += more
			}
		}
		if strings.Contains(text, "no management") {
			code.Skills[0].Status = match.SkillNegated
			at := strings.Index(text, "no management")
			r.Skills = append(r.Skills, match.SkillMention{Name: "Records management", Status: match.SkillNegated, Field: field, Start: at, End: at + 13, Quote: "no management"})
		}
		if strings.Contains(text, "To whom") {
			code.Duties = append(code.Duties, match.DutyCoverage{Text: "Supervise other technicians", Status: match.Absent})
			code.Evidence = append(code.Evidence, evidence(match.KindLead, "People in this group keep health information in order", "works here", .0625)...)
			r.Warnings = append(r.Warnings, match.Warning{Code: match.WarnCopied, Message: "Sentences repeat the wording of the profile of 12111."})
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
		if strings.Contains(text, "filing") {
			clerk.Score = .875
		}
		advert := code
		advert.Code, advert.Title, advert.Score = posting.DefaultCode, "Coder", code.Score-.125
		for _, m := range []match.Match{code, advert, clerk} {
			if m.Code == advert.Code && !slices.Contains(c.opts.Codes, m.Code) {
				continue // only who asks for it has a posting
			}
			if len(c.opts.Codes) > 0 && !slices.Contains(c.opts.Codes, m.Code) || len(c.opts.Codes) == 0 && len(r.Matches) == c.opts.Top {
				continue
			}
			m.Rank = len(r.Matches) + 1
			r.Matches = append(r.Matches, m)
		}
	}
	return r, nil
}
