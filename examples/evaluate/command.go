package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/nocmatch/nocmatch/examples/internal/corpus"
	"github.com/nocmatch/nocmatch/examples/internal/outfile"
	"github.com/nocmatch/nocmatch/match"
)

// config is the command line.
type config struct {
	source                                   corpus.Source
	queries, qrels, run, results, writeQrels string
	depth                                    int
	confusion, ablate                        bool
}

// outputs are the files that are written, and inputs those that are read; a text that a query names is one more.
func (c config) outputs() []outfile.Named {
	return []outfile.Named{{Flag: "--run", Path: c.run}, {Flag: "--results", Path: c.results}, {Flag: "--write-qrels", Path: c.writeQrels}}
}

func (c config) inputs() []outfile.Named {
	return []outfile.Named{{Flag: "--queries", Path: c.queries}, {Flag: "--qrels", Path: c.qrels}, {Flag: "--profiles", Path: c.source.Path}}
}

func textsOf(qs []query) []outfile.Named {
	var texts []outfile.Named
	for _, q := range qs {
		texts = append(texts, outfile.Named{Path: q.file})
	}
	return texts
}

// failure is an error of the work, not of the command line.
type failure struct{ error }

func (f *failure) Unwrap() error { return f.error }

// run is the program without the process around it: it returns the exit status.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	cmd := newCommand()
	cmd.SetArgs(args)
	cmd.SetOut(stdout)
	cmd.SetErr(stderr)
	err := cmd.ExecuteContext(ctx)
	if err == nil {
		return 0
	}
	var failed *failure
	if errors.As(err, &failed) {
		fmt.Fprintln(stderr, "evaluate:", strings.ReplaceAll(err.Error(), "\n", "\n  "))
		return 1
	}
	fmt.Fprintf(stderr, "evaluate: %v\nSee \"evaluate --help\".\n", err)
	return 2
}

func newCommand() *cobra.Command {
	var c config
	cmd := &cobra.Command{
		Use:   "evaluate --queries FILE",
		Short: "Measure how well nocmatch codes titles and texts whose codes are known",
		Long: `evaluate matches queries, writes the run and prints its metrics.

Queries are JSON Lines with "id", "title", "industry" and "text", or a CSV with
columns of these names; all but id may be missing. A column "file" names a text
file, relative to the CSV, and stands in for a missing id. A column "noc2021"
holds the right codes, separated by bars, or nothing where there is nothing to
find; it stands in for --qrels.

Metrics:
  acc@k                 share of the queries with a right code among the first
                        k, with a 95% Wilson interval; only for a k that
                        --depth reaches
  mrr                   mean reciprocal rank of the first right code; one that
                        is not among the first --depth counts 0
  ndcg@10               normalised discounted cumulative gain, each right code
                        counting 1; only with a --depth of 10 or more
  coverage              share of the queries that were answered; the others are
                        abstentions
  acc@1_answered        acc@1 over the answered
  acc@1_confident_half  acc@1 over the half of the answered with the highest
                        confidence
  ece                   expected calibration error of the first confidence, in
                        ten bins, over the answered and the queries with nothing
                        to find that were answered
  abstained             of the queries with nothing to find, how many were left
                        unanswered, rightly
  abstained_wrongly     of the queries with a right code, how many were left
                        unanswered
Queries with nothing to find count in ece and abstained only.

acc@1_answered, acc@1_confident_half and ece are computed over what was
answered, with the confidences as they are: an abstention is in none of them,
so abstaining more can better them. Compare them between runs of like coverage.
In the other metrics of the codes an abstention counts as a wrong answer.

--ablate answers the queries again without each part of the matcher. "lost" are
the queries that are right first only with the part, "gained" those that are
only without it. What would be an abstention is ranked like any other answer,
as its thresholds fit the whole matcher only.`,
		Example: `  evaluate --queries titles.csv --run titles.trec --confusion
  evaluate --profiles noc2021/ --queries postings.jsonl --qrels postings.qrels --run postings.trec
  evaluate --queries testdata/labels.csv --ablate
  evaluate --queries testdata/labels.csv --write-qrels labels.qrels --run labels.trec`,
		Version:       match.Version,
		Args:          cobra.NoArgs,
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if c.depth < 1 {
				return fmt.Errorf("--depth is %d: want 1 or more", c.depth)
			}
			if err := c.source.Validate(); err != nil {
				return err
			}
			if err := outfile.Overlap(c.outputs(), c.inputs()); err != nil {
				return err
			}
			qs, err := readQueries(c.queries)
			if err != nil {
				return &failure{err}
			}
			if err := outfile.Overlap(c.outputs(), textsOf(qs)); err != nil {
				return err
			}
			if err := evaluate(cmd.Context(), c, qs, cmd.OutOrStdout(), cmd.ErrOrStderr()); err != nil {
				return &failure{err}
			}
			return nil
		},
	}
	flags := cmd.Flags()
	c.source.AddFlags(flags)
	flags.StringVar(&c.queries, "queries", "", "`FILE` of queries: JSON Lines, or CSV if its name ends in .csv")
	flags.StringVar(&c.qrels, "qrels", "", "`FILE` of TREC judgements, lines of \"qid 0 code rel\" (default the queries' noc2021)")
	flags.StringVar(&c.run, "run", "", "write the run to `FILE`, lines of \"qid Q0 code rank score nocmatch\"; an abstention has none")
	flags.IntVar(&c.depth, "depth", 10, "`N` occupations for each query, at most")
	flags.StringVar(&c.results, "results", "", "write the whole results to `FILE`, one JSON object a line with the query's id first")
	flags.StringVar(&c.writeQrels, "write-qrels", "", "write the judgements to `FILE`, for other programs that score the run")
	flags.BoolVar(&c.confusion, "confusion", false, "print the most frequent confusions too")
	flags.BoolVar(&c.ablate, "ablate", false, "print a table too of what the ranking is with each part of the matcher switched off")
	// Only a flag that does not exist fails.
	_ = cmd.MarkFlagRequired("queries")
	return cmd
}
