package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/nocmatch/nocmatch/examples/internal/corpus"
	"github.com/nocmatch/nocmatch/index"
)

func newIndex() *cobra.Command {
	var source corpus.Source
	var out string
	cmd := &cobra.Command{
		Use:   "index --out DIR",
		Short: "Save an index of profiles, which loads faster than the profiles",
		Long: `index writes profiles and their search index into a folder, which serves as
--profiles of the other commands: they give the same results as from the
profiles, and start faster. Profiles are joined with what the built-in ones
know when the index is built, or, with --plain, are not; the other commands
take the index as it is.

DIR is made if it is not there. A saved index in it is replaced, and can be
used while that is going on; a folder with anything else is left alone. Every
file has a checksum, so that a damaged index is an error and never gives other
results.

After an update of nocmatch that reads texts in another way, build the index
again: the other commands say so.`,
		Example: `  nocmatch index --profiles noc2021/ --out noc2021.index
  nocmatch match --profiles noc2021.index posting.txt`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if out == "" {
				return errors.New("name the folder to write to with --out")
			}
			if err := source.Validate(); err != nil {
				return err
			}
			set, err := source.Load()
			if err != nil {
				return fail(err)
			}
			if err := index.Create(out, set.All()); err != nil {
				return fail(err)
			}
			noun := "profiles"
			if set.Len() == 1 {
				noun = "profile"
			}
			fmt.Fprintf(cmd.ErrOrStderr(), "index of %d %s written to %s\n", set.Len(), noun, printable(out))
			return nil
		},
	}
	cmd.Flags().StringVar(&out, "out", "", "write the index into `DIR`, a new or empty folder or the one of a saved index")
	source.AddFlags(cmd.Flags())
	_ = cmd.MarkFlagDirname("out") // only a flag that does not exist fails
	return cmd
}
