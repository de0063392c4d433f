package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"

	"github.com/nocmatch/nocmatch/match"
)

// tag names the system in the last column of a run.
const tag = "nocmatch"

// writeRun writes the matches of a query as lines of a TREC run, in the order of their ranks; scores never rise with the rank and are
// written so that reading them gives the same number. An abstention has no lines.
func writeRun(w io.Writer, id string, r match.Result) error {
	if r.Abstained {
		return nil
	}
	for _, m := range r.Matches {
		if m.Code == "" || strings.ContainsFunc(m.Code, unicode.IsSpace) {
			return fmt.Errorf("the code %q holds white space, which separates the columns of a run: take it out of the profiles", m.Code)
		}
		score := strconv.FormatFloat(m.Score, 'g', -1, 64)
		if _, err := fmt.Fprintf(w, "%s Q0 %s %d %s %s\n", id, m.Code, m.Rank, score, tag); err != nil {
			return err
		}
	}
	return nil
}
