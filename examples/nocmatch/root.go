package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/nocmatch/nocmatch/match"
)

// The exit statuses.
const (
	exitDone   = 0
	exitFailed = 1 // something that the command line names could not be read or written, or the work was interrupted
	exitUsage  = 2 // the command line itself is wrong
)

// run is the program without the process around it: it returns the exit status.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer, load loader) int {
	root := newRoot(load)
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	cmd, err := root.ExecuteContextC(ctx)
	if err == nil {
		return exitDone
	}
	var failed *failure
	if errors.As(err, &failed) {
		fmt.Fprintln(stderr, "nocmatch:", strings.Join(printableLines(err), "\n  "))
		return exitFailed
	}
	// What is not a failure of the work was found by cobra or by a command's own look at its flags.
	fmt.Fprintf(stderr, "nocmatch: %s\nSee %q.\n", strings.Join(printableLines(err), "\n"), cmd.CommandPath()+" --help")
	return exitUsage
}

// printableLines are the lines of a message, whose names may come from elsewhere.
func printableLines(err error) []string {
	var lines []string
	for line := range strings.SplitSeq(err.Error(), "\n") {
		lines = append(lines, printable(line))
	}
	return lines
}

// A failure is an error of the work, not of the command line.
type failure struct{ error }

func (f *failure) Unwrap() error { return f.error }

// fail marks an error as one of the work; nil stays nil.
func fail(err error) error {
	if err == nil {
		return nil
	}
	return &failure{err}
}

func newRoot(load loader) *cobra.Command {
	root := &cobra.Command{
		Use:   "nocmatch",
		Short: "Match free text to occupations of NOC 2021, and say why",
		Long: `nocmatch matches a job posting, a resume, a letter of duties or a job title to
occupations of Canada's National Occupational Classification (NOC 2021), says
how sure it is, and shows which words of the text speak for each occupation and
which against it. It works offline.

Results go to standard output, everything else to standard error. The exit
status is 0 when all is done, 1 when something that the command line names
could not be read or written (the rest is done) or Ctrl-C ended the work (what
was done by then is written), 2 when the command line itself is wrong.`,
		Example: `  nocmatch match posting.txt
  nocmatch rank --posting posting.pdf resumes/
  nocmatch gap --code 12111 resume.docx
  nocmatch duties --code 12111 letter.docx
  nocmatch match --title "medical records technician" --industry hospital
  nocmatch show 12111
  nocmatch search discharge abstracts`,
		Version:       match.Version,
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE: func(*cobra.Command, []string) error {
			return errors.New("name a command: match, rank, gap, duties, show, search, import or index")
		},
	}
	root.AddCommand(newMatch(load), newRank(load), newGap(load), newDuties(load), newShow(), newSearch(), newImport(), newIndex())
	return root
}
