package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/nocmatch/nocmatch/examples/internal/corpus"
	"github.com/nocmatch/nocmatch/match"
)

// evaluate does what the command line says. Queries whose text cannot be read are reported, count as not answered, and make an error
// at the end.
func evaluate(ctx context.Context, c config, stdout, stderr io.Writer) error {
	qs, err := readQueries(c.queries)
	if err != nil {
		return err
	}
	var js []judgement
	if c.qrels != "" {
		js, err = readQrels(c.qrels)
	} else {
		js, err = judgementsOf(qs, c.queries)
	}
	if err != nil {
		return err
	}
	set, err := c.source.Load()
	if err != nil {
		return err
	}
	for _, note := range notes(qs, js, set) {
		fmt.Fprintln(stderr, "evaluate:", note)
	}
	m, err := set.Matcher(match.Options{Top: c.depth})
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

	score(js, answers).write(stdout)
	fmt.Fprintf(stdout, "texts/s %.0f (%d texts in %.2f s, %d occupations)\n", float64(len(answers))/took.Seconds(), len(answers), took.Seconds(), set.Len())
	if c.confusion {
		writeConfusions(stdout, confusions(js, answers), titles(set))
	}
	if len(failures) > 0 {
		return fmt.Errorf("%d of %d queries failed; they count as not answered", len(failures), len(qs))
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
		out = append(out, fmt.Sprintf("%d judged queries are not among the queries: they count as not answered", missing))
	}
	if unjudged > 0 {
		out = append(out, fmt.Sprintf("%d queries have no judgement: they are in the run and not in the metrics", unjudged))
	}
	if unknown > 0 {
		out = append(out, fmt.Sprintf("%d queries have no right code among the %d profiles: they can only be answered wrongly", unknown, set.Len()))
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
			docs.fail(err)
			continue
		}
		docs.complete(id, &r)
		var a answer
		if !r.Abstained && len(r.Matches) > 0 {
			a.confidence = r.Matches[0].Confidence
			for _, match := range r.Matches {
				a.codes = append(a.codes, match.Code)
			}
		}
		answers[id] = a
		if err := out.write(id, r); err != nil {
			return nil, nil, err
		}
	}
	if ctx.Err() != nil {
		return nil, nil, fmt.Errorf("interrupted after %d of %d queries", len(answers), len(qs))
	}
	return answers, docs.failures, nil
}
