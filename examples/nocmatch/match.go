package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/nocmatch/nocmatch/examples/internal/corpus"
	"github.com/nocmatch/nocmatch/examples/internal/outfile"
	"github.com/nocmatch/nocmatch/examples/internal/textfile"
	"github.com/nocmatch/nocmatch/match"
)

// A matcher matches documents; it is a [match.Matcher], or in tests one whose results don't change with the scorer.
type matcher interface {
	MatchAll(context.Context, iter.Seq[match.Document]) iter.Seq2[match.Result, error]
}

// A loader makes a matcher for a set of profiles.
type loader func(corpus.Set, match.Options) (matcher, error)

func loadMatcher(set corpus.Set, o match.Options) (matcher, error) { return set.Matcher(o) }

// matchFlags are the flags of "match".
type matchFlags struct {
	source              corpus.Source
	top                 int
	format, out, colour string
	codes               string
	title, industry     string
}

func newMatch(load loader) *cobra.Command {
	var f matchFlags
	cmd := &cobra.Command{
		Use:   "match [FILE...|-]",
		Short: "Name the occupations that texts describe, and say why",
		Long: `match names the occupations that each text describes, best first, with the
words of the text that speak for them.

A FILE is plain text: UTF-8, UTF-16 with its mark, or else Windows-1252; "-" is
standard input. A title and an industry, where they are known apart from the
text, say more than the same words within it; with --title no FILE is needed.
With --code the result is about exactly the occupations named, however little
speaks for them.`,
		Example: `  nocmatch match posting.txt
  nocmatch match --top 3 --format csv --out results.csv resumes/*.txt
  nocmatch match --title "records clerk" --industry "hospital"
  nocmatch match --code 12111,12112 letter.txt
  nocmatch match --profiles noc2021/ --format jsonl postings/*.txt > results.jsonl
  cat letter.txt | nocmatch match -`,
		RunE: func(cmd *cobra.Command, args []string) error { return runMatch(cmd, f, args, load) },
	}
	flags := cmd.Flags()
	flags.IntVar(&f.top, "top", match.DefaultTop, "list `N` occupations for each text, at most")
	flags.StringVar(&f.format, "format", "text", "`FORMAT` of the results: text, json (one array), jsonl (one result a line) or csv (one match a line)")
	flags.StringVar(&f.out, "out", "", "write the results to `FILE`, replaced only when all is done (default standard output)")
	f.source.AddFlags(flags)
	flags.StringVar(&f.codes, "code", "", "list exactly the occupations with these `CODES`, separated by commas, and not the best")
	flags.StringVar(&f.title, "title", "", "the job `TITLE`, of every FILE or without one")
	flags.StringVar(&f.industry, "industry", "", "the `INDUSTRY` that the job is in, in words")
	flags.StringVar(&f.colour, "color", "auto", "`WHEN` to colour text: auto (on a terminal, unless NO_COLOR is set), always or never")
	completeFlag(cmd, "format", formats...)
	completeFlag(cmd, "color", colours...)
	_ = cmd.RegisterFlagCompletionFunc("code", completeCodes)
	return cmd
}

// check looks for what is wrong with the command line before any work is done.
func (f matchFlags) check(args []string) error {
	if len(args) == 0 && strings.TrimSpace(f.title) == "" {
		return errors.New(`nothing to match: name text files, "-" for standard input, or give a --title`)
	}
	if i := slices.Index(args, textfile.Stdin); i >= 0 && slices.Contains(args[i+1:], textfile.Stdin) {
		return errors.New(`standard input can be read once: give "-" once`)
	}
	return errors.Join(
		oneOf("format", f.format, formats...),
		oneOf("color", f.colour, colours...),
		atLeastOne("top", f.top),
		f.source.Validate(),
		notAnInput(f.out, args, outfile.Named{Flag: "--profiles", Path: f.source.Path}),
	)
}

func runMatch(cmd *cobra.Command, f matchFlags, args []string, load loader) error {
	if err := f.check(args); err != nil {
		return err
	}
	set, err := f.source.Load()
	if err != nil {
		return fail(err)
	}
	o := match.Options{Top: f.top}
	if cmd.Flags().Changed("code") {
		if o.Codes, err = knownCodes(f.codes, set); err != nil {
			return err
		}
	}
	m, err := load(set, o)
	if err != nil {
		return fail(err)
	}

	out, finish := cmd.OutOrStdout(), func() error { return nil }
	if f.out != "" {
		file, err := outfile.Create(f.out)
		if err != nil {
			return fail(err)
		}
		defer file.Abort()
		out, finish = file, file.Commit
	}
	report := match.ReportOptions{
		Detail: len(o.Codes), // who names occupations wants to know all about them, and what is missing
		Absent: len(o.Codes) > 0,
		Style:  styleFor(f.colour, out),
		Title:  set.Title,
	}
	in := &inputs{names: args, title: f.title, industry: f.industry, stdin: cmd.InOrStdin(), limit: match.DefaultMaxBytes}
	err = matchInputs(cmd.Context(), m, in, newSink(f.format, out, report), cmd.ErrOrStderr())
	if err == nil || errors.Is(err, errSomeFailed) {
		// What was done is worth keeping when an input failed, and not when the work broke off: the file would look complete.
		return fail(errors.Join(err, finish()))
	}
	if f.out != "" {
		err = fmt.Errorf("%w; %s is left as it was", err, f.out)
	}
	return fail(err)
}

// errSomeFailed ends the message that counts the inputs that failed, each of which was reported; the others are done.
var errSomeFailed = errors.New("failed")

// matchInputs matches the inputs and hands results to the sink in the order of the inputs. Failed inputs are reported and skipped.
func matchInputs(ctx context.Context, m matcher, in *inputs, to sink, stderr io.Writer) error {
	failed, done := 0, 0
	report := func(errs ...error) {
		for _, err := range errs {
			failed++
			fmt.Fprintln(stderr, "nocmatch:", err)
		}
	}
	reading, stop := context.WithCancel(ctx)
	defer stop()
	for r, err := range m.MatchAll(ctx, in.documents(reading)) {
		if ctx.Err() != nil {
			break
		}
		file, unread := in.next()
		report(unread...)
		if err != nil {
			report(in.explain(file, err))
			continue
		}
		file.complete(&r)
		if err := to.result(r); err != nil {
			stop() // the matcher waits for what is being read, which at a terminal may be for ever
			return fmt.Errorf("cannot write results: %w", err)
		}
		done++
	}
	if ctx.Err() != nil {
		return errors.Join(fmt.Errorf("interrupted after %d of %s", done+failed, counted(in.count(), "input", "inputs")), to.close())
	}
	report(in.rest()...)
	if err := to.close(); err != nil {
		return fmt.Errorf("cannot write results: %w", err)
	}
	if failed > 0 {
		return fmt.Errorf("%d of %s %w", failed, counted(in.count(), "input", "inputs"), errSomeFailed)
	}
	return nil
}
