package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"text/tabwriter"

	"github.com/nocmatch/nocmatch/match"
	"github.com/nocmatch/nocmatch/match/ablation"
)

// A withoutPart is the ranking of the judged queries with a part of the matcher switched off.
type withoutPart struct {
	part    string // "" for the whole matcher
	metrics metrics
	// gained are the queries that are right first without the part only, lost those that are with it only.
	gained, lost int
}

// ablate answers the queries with the whole matcher and once without each of its parts. An abstention is ranked like any other answer: the
// thresholds of abstention are those of the whole matcher.
func ablate(ctx context.Context, m *match.Matcher, o match.Options, qs []query, js []judgement) ([]withoutPart, error) {
	var whole map[string]answer
	var rows []withoutPart
	for _, part := range append([]string{""}, ablation.Parts()...) {
		if o.Without = nil; part != "" {
			o.Without = []string{part}
		}
		less, err := m.With(o)
		if err != nil {
			return nil, err
		}
		answers, err := rankAll(ctx, less, qs)
		if err != nil {
			return nil, err
		}
		if part == "" {
			whole = answers
		}
		row := withoutPart{part: part, metrics: score(js, answers)}
		for _, j := range js {
			switch with, without := rightFirst(j, whole[j.id]), rightFirst(j, answers[j.id]); {
			case with && !without:
				row.lost++
			case without && !with:
				row.gained++
			}
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// rankAll answers the queries, abstentions too. Texts that cannot be read were reported already and are not answered.
func rankAll(ctx context.Context, m *match.Matcher, qs []query) (map[string]answer, error) {
	answers := make(map[string]answer, len(qs))
	for r, err := range m.MatchAll(ctx, newDocuments(qs).all(ctx)) {
		if ctx.Err() != nil {
			return nil, fmt.Errorf("interrupted while switching parts off: %w", ctx.Err())
		}
		if err == nil {
			answers[r.Document.Name] = answerOf(r)
		}
	}
	return answers, nil
}

// answerOf gives the codes of a result, whether it abstained or not.
func answerOf(r match.Result) answer {
	var a answer
	for k, m := range r.Matches {
		if k == 0 {
			a.confidence = m.Confidence
		}
		a.codes = append(a.codes, m.Code)
	}
	return a
}

func rightFirst(j judgement, a answer) bool {
	return len(a.codes) > 0 && slices.ContainsFunc(j.right, func(code string) bool { return code == a.codes[0] })
}

// writeAblations writes a row for each part, in the order of the parts.
func writeAblations(w io.Writer, rows []withoutPart) error {
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(tw, "without\tacc@1\tacc@5\tmrr\tlost\tgained")
	for _, r := range rows {
		part, lost, gained := r.part, fmt.Sprint(r.lost), fmt.Sprint(r.gained)
		if part == "" {
			part, lost, gained = "(nothing)", "", ""
		}
		share := func(k int) float64 { return float64(r.metrics.hits[k]) / float64(max(r.metrics.queries, 1)) }
		fmt.Fprintf(tw, "%s\t%.4f\t%.4f\t%.4f\t%s\t%s\n", part, share(1), share(5), r.metrics.mrr, lost, gained)
	}
	return tw.Flush()
}
