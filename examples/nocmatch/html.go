package main

import (
	"fmt"
	"io"

	"github.com/nocmatch/nocmatch/examples/internal/htmlreport"
	"github.com/nocmatch/nocmatch/examples/internal/ranking"
	"github.com/nocmatch/nocmatch/match"
)

// htmlSink writes one page about all results, so that they have to wait in memory for the last.
type htmlSink struct {
	w       io.Writer
	notices *notices
	report  htmlreport.Report
}

func (s *htmlSink) result(m matched) error {
	r := &s.report
	r.Profiles, r.Version = m.result.Profiles, m.result.Version
	r.Candidates = append(r.Candidates, htmlreport.Candidate{Name: m.name, Result: m.result.Result, Text: m.text})
	return nil
}

func (s *htmlSink) close() error {
	s.report.Title = "Occupations of " + counted(len(s.report.Candidates), "document", "documents")
	s.report.Failures = s.notices.failures
	return htmlreport.Write(s.w, s.report)
}

// writeRankingHTML writes a page about the candidates that are kept in full.
func writeRankingHTML(w io.Writer, t target, candidates []*ranking.Candidate, failures []string) error {
	r := htmlreport.Report{Title: "Candidates for " + t.String(), About: t.String(), Profile: t.profiles[0], Failures: failures}
	if len(t.profiles) > 1 {
		r.About += ": ranked by the mean of both scores; what is shown is of the posting"
	}
	for _, c := range candidates {
		if c.Full == nil {
			r.About += fmt.Sprintf("; %d more candidates are not in this report", len(candidates)-len(r.Candidates))
			break
		}
		r.Profiles, r.Version = c.Full.Result.Profiles, c.Full.Result.Version
		k := htmlreport.Candidate{Rank: c.Rank, Name: c.Name, Result: c.Full.Result, Text: c.Full.Text}
		for _, o := range c.Better {
			k.Better = append(k.Better, match.Match{Code: o.Code, Title: o.Title, Score: o.Score, Confidence: o.Confidence, Band: bandOf(o.Confidence)})
		}
		r.Candidates = append(r.Candidates, k)
	}
	return htmlreport.Write(w, r)
}
