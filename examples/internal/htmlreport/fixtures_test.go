package htmlreport

import (
	"strings"

	"github.com/nocmatch/nocmatch/match"
	"github.com/nocmatch/nocmatch/profiles"
)

const (
	readDuty    = "Read charts after discharge and assign diagnosis codes."
	releaseDuty = "Release health information to those who may see it."
	trainDuty   = "Train staff in documentation."

	coderText = "Zoë Tremblay-Óg\r\n\r\nHealth records technician,  2019 to now\r\n- assigned ICD-10-CA\r\n  codes to charts after discharge\r\n" +
		"- answered requests for release of information\r\n- no programming; before that a records clerk\r\n"
)

// at is evidence at the first place where the text has the words; where it has none the span is out of range, and the golden pages differ.
func at(text string, kind match.EvidenceKind, unit, words string, contribution float64) match.Evidence {
	start := strings.Index(text, words)
	return match.Evidence{
		Kind: kind, Unit: unit, Field: match.FieldText, Start: start, End: start + len(words), Quote: words, Contribution: contribution,
	}
}

// ranking is a report with a profile: a candidate with everything that can be shown, and ones with little and with nothing.
func ranking() Report {
	inTitle := match.Evidence{
		Kind: match.KindTitle, Unit: "Coding clerk", Field: match.FieldTitle, Start: 0, End: 12, Quote: "codding clerk", Read: "coding clerk", Contribution: .01,
	}
	excluded := at(coderText, match.KindExclusion, "Records clerk", "records clerk", -.02)
	excluded.See = "14100"
	negated := at(coderText, match.KindSkill, "Programming", "programming", 0)
	filing := at(coderText, match.KindSkill, "Filing", "records", 0)
	return Report{
		Title: "Candidates for 12111 Health information management occupations", About: "posting.docx",
		Profile: profiles.Profile{
			Code: "12111", Title: "Health information management occupations", Lead: "They keep health data complete.",
			Duties: []profiles.Duty{{Text: readDuty}, {Text: releaseDuty}, {Text: trainDuty, Optional: true}},
			Sources: []profiles.Source{
				{Name: "Statistics Canada", URL: "https://www.statcan.gc.ca/en", What: "code and title"}, {Name: "editorial"},
			},
		},
		Candidates: []Candidate{
			{
				Rank: 1, Name: "zoë.pdf", Text: coderText,
				Better: []match.Match{{
					Code: "14100", Title: "General office support workers", Score: .5, Confidence: .6, Band: match.Likely,
					Evidence: []match.Evidence{excluded, at(coderText, match.KindVocabulary, "requests", "requests", .1)},
				}, {Code: "13112", Title: "Medical administrative assistants", Score: .4, Confidence: .1, Band: match.Weak}},
				Result: match.Result{
					Document: match.DocumentSummary{Name: "in/zoë.pdf", Words: 28},
					Warnings: []match.Warning{{Code: "copied", Message: "Sentences repeat the wording of the profile of 12111."}},
					Skills: []match.SkillMention{
						{Name: "Records management", Status: match.SkillFound, Field: match.FieldText, Start: filing.Start - 7, End: filing.End, Quote: "Health records"},
						{Name: "Programming", Status: match.SkillNegated, Field: match.FieldText, Start: negated.Start, End: negated.End, Quote: "programming"},
					},
					Matches: []match.Match{{
						Rank: 1, Code: "12111", Title: "Health information management occupations", Score: .41, Confidence: .83, Band: match.Strong,
						Duties: []match.DutyCoverage{{Text: readDuty, Status: match.Covered, Contribution: .2}, {Text: releaseDuty, Status: match.Partial, Contribution: .06}, {Text: trainDuty, Status: match.Absent}},
						Skills: []match.SkillCoverage{
							{Name: "Records management", Status: match.SkillFound, Contribution: .03}, {Name: "Programming", Status: match.SkillNegated}, {Name: "French", Status: match.SkillAbsent},
						},
						Evidence: []match.Evidence{
							at(coderText, match.KindDuty, readDuty, "assigned ICD-10-CA\r\n  codes to charts after discharge", .2),
							at(coderText, match.KindTitle, "Health records technician", "Health records technician", .1),
							at(coderText, match.KindDuty, releaseDuty, "release of information", .06),
							at(coderText, match.KindSkill, "keeping of records", "records", .03),
							at(coderText, match.KindVocabulary, "ICD-10-CA", "ICD-10-CA", .02),
							excluded, inTitle,
							at(coderText, match.KindSkill, "chart discharge", "discharge", .01),
						},
					}},
				},
			},
			{
				Rank: 2, Name: "bare title.txt",
				Result: match.Result{
					Document: match.DocumentSummary{Words: 2}, Abstained: true,
					Matches: []match.Match{{
						Rank: 1, Code: "12111", Title: "Health information management occupations", Score: .01, Confidence: .004, Band: match.Weak,
						Duties:   []match.DutyCoverage{{Text: readDuty, Status: match.Absent}, {Text: releaseDuty, Status: match.Absent}, {Text: trainDuty, Status: match.Absent}},
						Evidence: []match.Evidence{inTitle},
					}},
				},
			},
			{Name: "empty.txt", Result: match.Result{Warnings: []match.Warning{{Code: match.WarnEmpty, Message: "The document has no words."}}}},
		},
		Failures: []string{"scan.pdf: has no text layer: run it through OCR first"},
		Profiles: match.ProfilesSummary{Edition: "NOC 2021 v1.0", Count: 516, SHA256: "cafe"},
		Version:  "1.2.3",
	}
}

// matches is a report without a profile: the same documents, each with its own best occupation.
func matches() Report {
	r := ranking()
	r.Profile, r.Title, r.About, r.Failures = profiles.Profile{}, "What three documents describe", "", nil
	c := &r.Candidates[0]
	c.Result.Matches = append(c.Result.Matches, c.Better...)
	c.Better = nil
	return r
}
