package main

import (
	"github.com/spf13/cobra"

	"github.com/nocmatch/nocmatch/examples/internal/corpus"
)

func newShow() *cobra.Command {
	var source corpus.Source
	var format string
	cmd := &cobra.Command{
		Use:   "show CODE",
		Short: "Print all that is known about an occupation",
		Long: `show prints the profile of an occupation: its titles, duties, working
vocabulary, sought skills, requirements, exclusions, related occupations and
facts of the labour market, with their sources.`,
		Example: `  nocmatch show 12111
  nocmatch show 12111 --format json
  nocmatch show 31301 --profiles noc2021/ --plain`,
		Args:              cobra.ExactArgs(1),
		ValidArgsFunction: completeOneCode,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := oneOf("format", format, "text", "json"); err != nil {
				return err
			}
			if err := source.Validate(); err != nil {
				return err
			}
			set, err := source.Load(cmd.Context())
			if err != nil {
				return fail(err)
			}
			p, ok := set.Lookup(args[0])
			if !ok {
				return unknownCode(args[0], set)
			}
			if format == "json" {
				return fail(writeJSON(cmd.OutOrStdout(), p))
			}
			return fail(writeProfile(cmd.OutOrStdout(), p, set.Lookup))
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", "`FORMAT` of the profile: text or json")
	source.AddFlags(cmd.Flags())
	completeFlag(cmd, "format", "text", "json")
	return cmd
}
