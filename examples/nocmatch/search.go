package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/nocmatch/nocmatch/examples/internal/corpus"
	"github.com/nocmatch/nocmatch/index"
)

func newSearch() *cobra.Command {
	var source corpus.Source
	var top int
	cmd := &cobra.Command{
		Use:   "search WORDS...",
		Short: "Find occupations whose profile has some words",
		Long: `search lists occupations whose titles, duties, vocabulary or skills have the
words, best first: code, score and title. The score is relative to the best,
which has 1.00: it compares the occupations of one search and nothing else.
Those that come to 0.00 are left out. It is for finding a code by hand; to code
a text or a title use "nocmatch match".`,
		Example: `  nocmatch search discharge abstracts
  nocmatch search --top 3 cancer registry
  nocmatch search --profiles noc2021/ welder`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := atLeastOne("top", top); err != nil {
				return err
			}
			if err := source.Validate(); err != nil {
				return err
			}
			set, err := source.Load(cmd.Context())
			if err != nil {
				return fail(err)
			}
			x, err := set.Index(cmd.Context())
			if err != nil {
				return fail(err)
			}
			defer x.Close()
			words := strings.Join(args, " ")
			hits, err := x.Search(cmd.Context(), words, top)
			if err != nil {
				return fail(err)
			}
			if len(hits) == 0 {
				fmt.Fprintf(cmd.ErrOrStderr(), "nocmatch: no occupation has a word of %q\n", words)
			}
			return fail(writeHits(cmd.OutOrStdout(), hits))
		},
	}
	cmd.Flags().IntVar(&top, "top", 10, "list `N` occupations, at most")
	source.AddFlags(cmd.Flags())
	return cmd
}

// writeHits writes hits, the best of which is the first, with their share of its score.
func writeHits(w io.Writer, hits []index.Hit) error {
	for _, h := range hits {
		score := strconv.FormatFloat(h.Score/hits[0].Score, 'f', 2, 64)
		if score == "0.00" {
			break // the others are no better
		}
		if _, err := fmt.Fprintf(w, "%-6s %5s  %s\n", printable(h.Code), score, printable(h.Title)); err != nil {
			return err
		}
	}
	return nil
}
