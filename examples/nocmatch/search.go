package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/nocmatch/nocmatch/examples/internal/corpus"
)

func newSearch() *cobra.Command {
	var source corpus.Source
	var top int
	cmd := &cobra.Command{
		Use:   "search WORDS...",
		Short: "Find occupations whose profile has some words",
		Long: `search lists occupations whose titles, duties, vocabulary or skills have the
words, best first: code, score and title. It is for finding a code by hand; to
code a text or a title use "nocmatch match".`,
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
			set, err := source.Load()
			if err != nil {
				return fail(err)
			}
			x, err := set.Index()
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
			for _, h := range hits {
				if _, err := fmt.Fprintf(cmd.OutOrStdout(), "%-6s %8.3f  %s\n", printable(h.Code), h.Score, printable(h.Title)); err != nil {
					return fail(err)
				}
			}
			return nil
		},
	}
	cmd.Flags().IntVar(&top, "top", 10, "list `N` occupations, at most")
	source.AddFlags(cmd.Flags())
	return cmd
}
