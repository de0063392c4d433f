package main

import "github.com/nocmatch/nocmatch/match"

// A quotation is words of a document in JSON; Start and End are byte offsets, half open.
type quotation struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Quote string `json:"quote"`
}

// dutyQuotes are the words that show a duty: those that show it best, then what else counts for it, the most first.
func dutyQuotes(m match.Match, d match.DutyCoverage) []quotation {
	found := []quotation{}
	if d.Quote != "" {
		found = append(found, quotation{d.Start, d.End, d.Quote})
	}
	for _, q := range evidenceFor(m, match.KindDuty, d.Text) {
		if d.Quote == "" || q.End <= d.Start || d.End <= q.Start {
			found = append(found, q)
		}
	}
	return found
}

// evidenceFor are the words of the text that speak for a unit of a profile, those that count most first.
func evidenceFor(m match.Match, kind match.EvidenceKind, unit string) []quotation {
	found := []quotation{}
	for _, e := range m.Evidence {
		if e.Kind == kind && e.Unit == unit && e.Contribution > 0 && e.Field == match.FieldText {
			found = append(found, quotation{e.Start, e.End, e.Quote})
		}
	}
	return found
}
