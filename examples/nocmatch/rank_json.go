package main

import (
	"github.com/nocmatch/nocmatch/examples/internal/documents"
	"github.com/nocmatch/nocmatch/examples/internal/ranking"
	"github.com/nocmatch/nocmatch/match"
)

// rankSchema names the JSON form of a ranked candidate. It changes when a field changes its name or meaning, not when one is added.
const rankSchema = "nocmatch.rank/v1"

// A ranked candidate in JSON. No array in it is ever null.
type ranked struct {
	Schema     string                `json:"schema"`
	Rank       int                   `json:"rank"`
	Name       string                `json:"name"`
	Score      float64               `json:"score"`
	Confidence float64               `json:"confidence"`
	For        targetName            `json:"for"`
	Duties     dutyCount             `json:"duties"`
	Skills     skillLists            `json:"skills"`
	Better     []ranking.Occupation  `json:"better"`
	Abstained  bool                  `json:"abstained"`
	Warnings   []match.Warning       `json:"warnings"`
	LeftOut    []documents.LeftOut   `json:"left_out"`
	Document   match.DocumentSummary `json:"document"`
	// Match is what the candidate is ranked for, of both the posting; absent where the candidate is not one of those shown in full.
	Match *match.Match `json:"match,omitempty"`
	// CodeMatch is the occupation, where the candidate is ranked for a posting and an occupation.
	CodeMatch *match.Match `json:"code_match,omitempty"`
	// Text is what quotes are of, where it is not the bytes of the file.
	Text string `json:"text,omitempty"`
}

type dutyCount struct {
	Covered int `json:"covered"`
	Partial int `json:"partial"`
	Total   int `json:"total"`
}

type skillLists struct {
	Found   []string `json:"found"`
	Missing []string `json:"missing"`
	Negated []string `json:"negated"`
}

// dutiesOf and skillsOf put a fit in JSON.
func dutiesOf(f ranking.Fit) dutyCount { return dutyCount{f.Covered, f.Partial, f.Duties} }

func skillsOf(f ranking.Fit) skillLists { return skillLists{f.Found, f.Missing, f.Negated} }

func newRanked(t target, c *ranking.Candidate) ranked {
	r := ranked{
		Schema: rankSchema, Rank: c.Rank, Name: c.Name, Score: c.Score, Confidence: c.Confidence, For: t.name(),
		Duties: dutiesOf(c.Fits[0]), Skills: skillsOf(c.Fits[0]),
		Better: c.Better, Abstained: c.Abstained, Warnings: c.Warnings, LeftOut: c.LeftOut, Document: c.Document,
	}
	if c.Full != nil {
		r.Match, r.Text = &c.Full.Result.Matches[0], c.Full.Result.Text
		if len(c.Full.Result.Matches) > 1 {
			r.CodeMatch = &c.Full.Result.Matches[1]
		}
	}
	return r
}
