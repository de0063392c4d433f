package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/nocmatch/nocmatch/examples/internal/documents"
	"github.com/nocmatch/nocmatch/examples/internal/outfile"
	"github.com/nocmatch/nocmatch/match"
	"github.com/nocmatch/nocmatch/match/posting"
	"github.com/nocmatch/nocmatch/profiles"
	"github.com/nocmatch/nocmatch/profiles/careerpage"
)

func newImport() *cobra.Command {
	var from imported
	cmd := &cobra.Command{
		Use:   "import (--elements FILE --structure FILE | --page FILE | --posting FILE)",
		Short: "Turn the official NOC files, a career page or a posting into profiles",
		Long: `import reads the two CSV files that Statistics Canada publishes for NOC 2021,
"elements" and "classification structure", and writes a profile for each unit
group as one line of JSON. With --page it reads the career page of one
occupation, as a province publishes it, saved as plain text. The result serves
as --profiles of the other commands, where what the built-in profiles know is
added to it. With --posting it reads a job posting, whose profile has the code
"posting": resumes are then matched against it.

What cannot be read is reported and left out, and the exit status is then 1.`,
		Example: `  nocmatch import --elements "noc_2021_version_1.0_-_elements.csv" \
      --structure "noc_2021_version_1.0_-_classification_structure.csv" --out noc2021.jsonl
  nocmatch match --profiles noc2021.jsonl posting.txt
  nocmatch import --page career-profile.txt --out page.jsonl
  nocmatch show --profiles page.jsonl --plain 12111
  nocmatch import --posting coder.txt --out coder.jsonl
  nocmatch match --profiles coder.jsonl --code posting resume.txt`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := from.validate(); err != nil {
				return err
			}
			return fail(from.run(cmd.Context(), cmd.InOrStdin(), cmd.OutOrStdout(), cmd.ErrOrStderr()))
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&from.elements, "elements", "", "the elements `FILE`: titles, duties, requirements, exclusions")
	flags.StringVar(&from.structure, "structure", "", "the classification structure `FILE`: codes, titles, definitions")
	flags.StringVar(&from.page, "page", "", "a career page as a text `FILE`, instead of the other two")
	flags.StringVar(&from.posting, "posting", "", "a job posting as a `FILE` (PDF, DOCX, text ...), or - for standard input, instead of the other two")
	flags.StringVar(&from.out, "out", "", "write the profiles to `FILE` (default standard output)")
	return cmd
}

// imported is what an import reads, and where it writes to.
type imported struct {
	elements, structure, page, posting string
	out                                string
}

func (i imported) validate() error {
	switch {
	case i.posting != "" && (i.page != "" || i.elements != "" || i.structure != ""):
		return errors.New("--posting goes without --elements, --structure and --page: import them one after the other")
	case i.page != "" && (i.elements != "" || i.structure != ""):
		return errors.New("--page goes without --elements and --structure: import them one after the other")
	case i.posting == "" && i.page == "" && (i.elements == "" || i.structure == ""):
		return errors.New("nothing to import: name the official files with --elements and --structure, a career page with --page, or a posting with --posting")
	case i.out != "":
		return notAnInput(i.out, nonEmpty(i.elements, i.structure, i.page, i.posting))
	}
	return nil
}

func (i imported) run(ctx context.Context, stdin io.Reader, stdout, stderr io.Writer) error {
	ps, problems := i.read(ctx, stdin)
	if len(ps) == 0 {
		return errors.Join(problems, errors.New("no profile was read, nothing is written"))
	}
	if err := writeProfiles(ps, i.out, stdout); err != nil {
		return errors.Join(problems, err)
	}
	if len(ps) == 1 {
		fmt.Fprintln(stderr, "1 profile written")
	} else {
		fmt.Fprintf(stderr, "%d profiles written\n", len(ps))
	}
	return problems
}

// read returns the profiles that could be read, and what could not.
func (i imported) read(ctx context.Context, stdin io.Reader) ([]profiles.Profile, error) {
	if i.posting != "" {
		p, err := readPosting(ctx, i.posting, stdin)
		if err != nil {
			return nil, err
		}
		return []profiles.Profile{p}, nil
	}
	if i.page != "" {
		f, err := documents.Open(i.page)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		p, err := careerpage.Read(f, i.page)
		if p.Code == "" { // without it no command finds the profile
			return nil, err
		}
		return []profiles.Profile{p}, err
	}
	e, err := documents.Open(i.elements)
	if err != nil {
		return nil, err
	}
	defer e.Close()
	s, err := documents.Open(i.structure)
	if err != nil {
		return nil, err
	}
	defer s.Close()
	return profiles.ReadNOC(e, s)
}

// readPosting reads a posting with the words of the built-in profiles. Its folder is nobody's business: the profile names the file.
func readPosting(ctx context.Context, path string, stdin io.Reader) (profiles.Profile, error) {
	in := inputs{args: []string{path}, stdin: stdin}
	d, err := in.only(ctx)
	if err != nil {
		return profiles.Profile{}, err
	}
	m, err := match.Default()
	if err != nil {
		return profiles.Profile{}, err
	}
	name := filepath.Base(path)
	if path == documents.Stdin {
		name = ""
	}
	p, err := posting.Profile(ctx, m, match.Document{Name: name, Text: d.Text}, "")
	if err != nil {
		return profiles.Profile{}, fmt.Errorf("%s: %w", path, err)
	}
	return p, nil
}

func writeProfiles(ps []profiles.Profile, out string, stdout io.Writer) error {
	if out == "" {
		return profiles.WriteJSONL(inert{stdout}, ps)
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
