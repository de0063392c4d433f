package main

import (
	"io"
	"strconv"
	"strings"

	"github.com/nocmatch/nocmatch/examples/internal/ranking"
)

var rankColumns = []string{"rank", "name", "score", "confidence", "band", "abstained", "duties_covered", "duties_partial", "duties",
	"skills_found", "skills_missing", "skills_negated", "better", "top_evidence"}

// writeRankingCSV writes a line for each candidate.
func writeRankingCSV(w io.Writer, bom bool, candidates []*ranking.Candidate) error {
	t := newTable(w, bom, rankColumns)
	for _, c := range candidates {
		fit := c.Fits[0]
		var better []string
		for _, o := range c.Better {
			better = append(better, o.Code+" "+o.Title)
		}
		t.row(strconv.Itoa(c.Rank), c.Name, number(c.Score), number(c.Confidence), string(bandOf(c.Confidence)), strconv.FormatBool(c.Abstained),
			strconv.Itoa(fit.Covered), strconv.Itoa(fit.Partial), strconv.Itoa(fit.Duties),
			strings.Join(fit.Found, "; "), strings.Join(fit.Missing, "; "), strings.Join(fit.Negated, "; "), strings.Join(better, "; "), c.Quote)
	}
	return t.flush()
}
