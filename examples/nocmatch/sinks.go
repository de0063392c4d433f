package main

import (
	"encoding/json"
	"io"
	"strconv"
	"strings"

	"github.com/nocmatch/nocmatch/examples/internal/ranking"
	"github.com/nocmatch/nocmatch/match"
)

// formats are the values of --format of match and rank, the default first.
var formats = []string{"text", "json", "jsonl", "csv", "html"}

// A sink writes results in one format, one after the other, so that none has to wait in memory for the last.
type sink interface {
	result(matched) error
	// close writes what comes after the last result.
	close() error
}

// A matched document is its result, its name and the text that the result quotes.
type matched struct {
	result     reported
	name, text string
}

func newSink(o output, w io.Writer, report match.ReportOptions, n *notices) sink {
	switch o.format {
	case "json":
		return &jsonSink{array: jsonArray{w: w}}
	case "jsonl":
		return lineSink{jsonLines(w)}
	case "csv":
		return &csvSink{newTable(w, o.bom, csvColumns)}
	case "html":
		return &htmlSink{w: w, notices: n}
	}
	return &textSink{w: w, report: report}
}

// textSink writes reports for people, an empty line between them.
type textSink struct {
	w      io.Writer
	report match.ReportOptions
	begun  bool
}

func (s *textSink) result(m matched) error {
	if s.begun {
		if _, err := io.WriteString(s.w, "\n"); err != nil {
			return err
		}
	}
	s.begun = true
	if err := m.result.Report(s.w, s.report); err != nil {
		return err
	}
	page := &textPage{style: s.report.Style}
	page.styled(match.RoleDim, "", "", leftOutLine(m.result.LeftOut))
	_, err := io.WriteString(s.w, page.text.String())
	return err
}

func (s *textSink) close() error { return nil }

// lineSink writes each result as one line of JSON.
type lineSink struct{ enc *json.Encoder }

func (s lineSink) result(m matched) error { return s.enc.Encode(m.result) }

func (s lineSink) close() error { return nil }

// jsonSink writes one array, indented.
type jsonSink struct{ array jsonArray }

func (s *jsonSink) result(m matched) error { return s.array.add(m.result) }

func (s *jsonSink) close() error { return s.array.close() }

// csvSink writes a line for each match, and one without a code for a text that matches nothing, so that every input is there.
type csvSink struct{ w *table }

var csvColumns = []string{"name", "rank", "code", "title", "score", "confidence", "band", "abstained", "duties_covered", "duties",
	"skills_found", "top_evidence"}

func (s *csvSink) result(d matched) error {
	r := d.result
	name, abstained := r.Document.Name, strconv.FormatBool(r.Abstained)
	if len(r.Matches) == 0 {
		s.w.row(name, "", "", "", "", "", "", abstained, "", "", "", "")
	}
	for _, m := range r.Matches {
		fit := ranking.NewFit(m)
		s.w.row(name, strconv.Itoa(m.Rank), m.Code, m.Title, number(m.Score), number(m.Confidence), string(m.Band), abstained,
			strconv.Itoa(fit.Covered), strconv.Itoa(fit.Duties), strings.Join(fit.Found, "; "), topEvidence(m))
	}
	return s.w.flush()
}

func (s *csvSink) close() error { return s.w.flush() }

// topEvidence is the quote that counts most, on one line.
func topEvidence(m match.Match) string {
	for _, e := range m.Evidence {
		if e.Contribution > 0 {
			return strings.Join(strings.Fields(e.Quote), " ")
		}
	}
	return ""
}
