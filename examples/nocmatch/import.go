package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"github.com/nocmatch/nocmatch/examples/internal/outfile"
	"github.com/nocmatch/nocmatch/profiles"
)

func newImport() *cobra.Command {
	var elements, structure, out string
	cmd := &cobra.Command{
		Use:   "import --elements FILE --structure FILE",
		Short: "Turn the official NOC files into profiles",
		Long: `import reads the two CSV files that Statistics Canada publishes for NOC 2021,
"elements" and "classification structure", and writes a profile for each unit
group as one line of JSON. The result serves as --profiles of the other
commands, where what the built-in profiles know is added to it.

Rows that cannot be read are reported and left out, and the exit status is then
1.`,
		Example: `  nocmatch import --elements "noc_2021_version_1.0_-_elements.csv" \
      --structure "noc_2021_version_1.0_-_classification_structure.csv" --out noc2021.jsonl
  nocmatch match --profiles noc2021.jsonl posting.txt`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return fail(runImport(elements, structure, out, cmd.OutOrStdout(), cmd.ErrOrStderr()))
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&elements, "elements", "", "the elements `FILE`: titles, duties, requirements, exclusions")
	flags.StringVar(&structure, "structure", "", "the classification structure `FILE`: codes, titles, definitions")
	flags.StringVar(&out, "out", "", "write the profiles to `FILE` (default standard output)")
	// Only a flag that does not exist fails.
	_ = cmd.MarkFlagRequired("elements")
	_ = cmd.MarkFlagRequired("structure")
	return cmd
}

func runImport(elements, structure, out string, stdout, stderr io.Writer) error {
	e, err := openCSV(elements)
	if err != nil {
		return err
	}
	defer e.Close()
	s, err := openCSV(structure)
	if err != nil {
		return err
	}
	defer s.Close()
	ps, problems := profiles.ReadNOC(e, s)
	if len(ps) == 0 {
		return errors.Join(problems, errors.New("no profile was read, nothing is written"))
	}
	if err := writeProfiles(ps, out, stdout); err != nil {
		return errors.Join(problems, err)
	}
	fmt.Fprintf(stderr, "%d profiles written\n", len(ps))
	return problems
}

func writeProfiles(ps []profiles.Profile, out string, stdout io.Writer) error {
	if out == "" {
		return profiles.WriteJSONL(stdout, ps)
	}
	file, err := outfile.Create(out)
	if err != nil {
		return err
	}
	defer file.Abort()
	if err := profiles.WriteJSONL(file, ps); err != nil {
		return err
	}
	return file.Commit()
}

func openCSV(path string) (*os.File, error) {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s: no such file: check the path", path)
	}
	return f, err
}
