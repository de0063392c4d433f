package main

import (
	"encoding/csv"
	"encoding/json"
	"io"
	"strconv"
	"strings"

	"github.com/nocmatch/nocmatch/match"
)

// formats are the values of --format, the default first.
var formats = []string{"text", "json", "jsonl", "csv"}

// A sink writes results in one format, one after the other, so that none has to wait in memory for the last.
type sink interface {
	result(match.Result) error
	// close writes what comes after the last result.
	close() error
}

func newSink(format string, w io.Writer, report match.ReportOptions) sink {
	switch format {
	case "json":
		return &jsonSink{w: w}
	case "jsonl":
		enc := json.NewEncoder(w)
		enc.SetEscapeHTML(false)
		return lineSink{enc}
	case "csv":
		return &csvSink{w: csv.NewWriter(w)}
	}
	return &textSink{w: w, report: report}
}

// textSink writes reports for people, an empty line between them.
type textSink struct {
	w      io.Writer
	report match.ReportOptions
	begun  bool
}

func (s *textSink) result(r match.Result) error {
	if s.begun {
		if _, err := io.WriteString(s.w, "\n"); err != nil {
			return err
		}
	}
	s.begun = true
	return r.Report(s.w, s.report)
}

func (s *textSink) close() error { return nil }

// lineSink writes each result as one line of JSON.
type lineSink struct{ enc *json.Encoder }

func (s lineSink) result(r match.Result) error { return s.enc.Encode(r) }

func (s lineSink) close() error { return nil }

// jsonSink writes one array, indented.
type jsonSink struct {
	w     io.Writer
	begun bool
}

func (s *jsonSink) result(r match.Result) error {
	var b strings.Builder
	b.WriteString("[\n  ")
	if s.begun {
		b.Reset()
		b.WriteString(",\n  ")
	}
	s.begun = true
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("  ", "  ")
	if err := enc.Encode(r); err != nil {
		return err
	}
	_, err := io.WriteString(s.w, strings.TrimSuffix(b.String(), "\n"))
	return err
}

func (s *jsonSink) close() error {
	end := "\n]\n"
	if !s.begun {
		end = "[]\n"
	}
	_, err := io.WriteString(s.w, end)
	return err
}

// csvSink writes a line for each match, and one without a code for a text that matches nothing, so that every input is there.
type csvSink struct {
	w     *csv.Writer
	begun bool
}

var csvColumns = []string{"name", "rank", "code", "title", "score", "confidence", "band", "abstained", "duties_covered", "duties",
	"skills_found", "top_evidence"}

func (s *csvSink) header() {
	if !s.begun {
		s.begun = true
		s.w.Write(csvColumns) // an error stays in the writer, for flush
	}
}

func (s *csvSink) result(r match.Result) error {
	s.header()
	name, abstained := cell(r.Document.Name), strconv.FormatBool(r.Abstained)
	if len(r.Matches) == 0 {
		s.w.Write([]string{name, "", "", "", "", "", "", abstained, "", "", "", ""})
	}
	for _, m := range r.Matches {
		covered := 0
		for _, d := range m.Duties {
			if d.Status == match.Covered {
				covered++
			}
		}
		var skills []string
		for _, k := range m.Skills {
			if k.Status == match.SkillFound {
				skills = append(skills, k.Name)
			}
		}
		s.w.Write([]string{
			name, strconv.Itoa(m.Rank), cell(m.Code), cell(m.Title), number(m.Score), number(m.Confidence), string(m.Band), abstained,
			strconv.Itoa(covered), strconv.Itoa(len(m.Duties)), cell(strings.Join(skills, "; ")), cell(topEvidence(m)),
		})
	}
	return s.flush()
}

func (s *csvSink) close() error {
	s.header()
	return s.flush()
}

func (s *csvSink) flush() error {
	s.w.Flush()
	return s.w.Error()
}

// topEvidence is the quote that counts most, on one line.
func topEvidence(m match.Match) string {
	for _, e := range m.Evidence {
		if e.Contribution > 0 {
			return strings.Join(strings.Fields(e.Quote), " ")
		}
	}
	return ""
}

// cell makes text safe to open in a spreadsheet, which takes a cell that begins so for a formula.
func cell(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}

// number writes six decimals: what is less means nothing, and with all of them a spreadsheet shows a row of zeros.
func number(f float64) string { return strconv.FormatFloat(f, 'f', 6, 64) }
