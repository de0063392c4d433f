package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strconv"
	"time"

	"github.com/nocmatch/nocmatch/examples/internal/corpus"
	"github.com/nocmatch/nocmatch/match"
)

// evaluate answers the queries and does with the answers what the command line says. Queries whose text cannot be read are reported, count as not answered, and make an error
// at the end.
func evaluate(ctx context.Context, c config, qs []query, stdout, stderr io.Writer) error {
	var js []judgement
	var err error
	if c.qrels != "" {
		js, err = readQrels(c.qrels)
	} else {
		js, err = judgementsOf(qs, c.queries)
	}
	if err != nil {
		return err
	}
	set, err := c.source.Load(ctx)
	if err != nil {
		return err
	}
	for _, note := range notes(qs, js, set) {
		fmt.Fprintln(stderr, "evaluate:", note)
	}
	m, err := set.Matcher(ctx, match.Options{Top: c.depth})
	if err != nil {
		return err
	}
	out, err := createOutputs(c)
	if err != nil {
		return err
	}
	defer out.abort()
	if err := writeQrels(out.qrels, js); err != nil {
		return err
	}
	begun := time.Now()
	answers, failures, err := answerAll(ctx, m, qs, out)
	if err != nil {
		return fmt.Errorf("%w; no file was written", err)
	}
	took := time.Since(begun)
	for _, f := range failures {
		fmt.Fprintln(stderr, "evaluate:", f)
	}
	if err := out.commit(); err != nil {
		return err
	}

	score(js, answers).write(stdout, c.depth)
	fmt.Fprintf(stdout, "texts/s %.0f (%s in %.2f s, %s)\n", float64(len(answers))/took.Seconds(), counted(len(answers), "text", "texts"),
		took.Seconds(), counted(set.Len(), "occupation", "occupations"))
	if c.confusion {
		writeConfusions(stdout, confusions(js, answers), titles(set))
	}
	if c.ablate {
		rows, err := ablate(ctx, m, match.Options{Top: c.depth}, qs, js)
		if err != nil {
			return err
		}
		fmt.Fprintln(stdout)
		if err := writeAblations(stdout, rows); err != nil {
			return err
		}
	}
	if len(failures) > 0 {
		return fmt.Errorf("%d of %s failed and %s as not answered", len(failures), counted(len(qs), "query", "queries"), verb(len(failures), "counts", "count"))
	}
	return nil
}

func titles(set corpus.Set) func(string) string {
	return func(code string) string {
		p, _ := set.Lookup(code)
		return p.Title
	}
}

// notes says what makes metrics worse than the matcher is, and is most often a mistake.
func notes(qs []query, js []judgement, set corpus.Set) []string {
	asked, judged := map[string]bool{}, map[string]bool{}
	for _, q := range qs {
		asked[q.ID] = true
	}
	missing, unjudged, unknown := 0, 0, 0
	for _, j := range js {
		judged[j.id] = true
		if !asked[j.id] {
			missing++
		}
		known := func(code string) bool { _, ok := set.Lookup(code); return ok }
		if len(j.right) > 0 && !slices.ContainsFunc(j.right, known) {
			unknown++
		}
	}
	for _, q := range qs {
		if !judged[q.ID] {
			unjudged++
		}
	}
	var out []string
	if missing > 0 {
		out = append(out, counted(missing, "judged query is not among the queries: it counts", "judged queries are not among the queries: they count")+" as not answered")
	}
	if unjudged > 0 {
		out = append(out, counted(unjudged, "query has no judgement: it is", "queries have no judgement: they are")+" in the run and not in the metrics")
	}
	if unknown > 0 {
		out = append(out, fmt.Sprintf("%s no right code among the %s: %s only be answered wrongly", counted(unknown, "query has", "queries have"),
			counted(set.Len(), "profile", "profiles"), verb(unknown, "it can", "they can")))
	}
	return out
}

// answerAll matches the queries and writes their lines. The failures are of queries whose text could not be read or is too large.
func answerAll(ctx context.Context, m *match.Matcher, qs []query, out *outputs) (map[string]answer, []error, error) {
	answers := make(map[string]answer, len(qs))
	docs := newDocuments(qs)
	for r, err := range m.MatchAll(ctx, docs.all(ctx)) {
		if ctx.Err() != nil {
			break
		}
		id := r.Document.Name
		if err != nil {
			docs.fail(docs.explain(id, err))
			continue
		}
		docs.complete(id, &r)
		if r.Abstained {
			answers[id] = answer{}
		} else {
			answers[id] = answerOf(r)
		}
		if err := out.write(id, r); err != nil {
			return nil, nil, err
		}
	}
	if ctx.Err() != nil {
		return nil, nil, fmt.Errorf("interrupted after %d of %s", len(answers), counted(len(qs), "query", "queries"))
	}
	return answers, docs.failures, nil
}

// counted puts a number before its noun, and verb chooses by a number.
func counted(n int, one, many string) string { return strconv.Itoa(n) + " " + verb(n, one, many) }

func verb(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}
