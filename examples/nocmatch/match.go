package main

import (
	"context"
	"errors"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/nocmatch/nocmatch/examples/internal/corpus"
	"github.com/nocmatch/nocmatch/examples/internal/outfile"
	"github.com/nocmatch/nocmatch/match"
)

// matchFlags are the flags of "match".
type matchFlags struct {
	source          corpus.Source
	reading         reading
	output          output
	top             int
	codes           string
	title, industry string
}

func newMatch(load loader) *cobra.Command {
	var f matchFlags
	cmd := &cobra.Command{
		Use:   "match [FILE...|-]",
		Short: "Name the occupations that texts describe, and say why",
		Long: `match names the occupations that each text describes, best first, with the
words of the text that speak for them.

A FILE is a document, a folder, a pattern or an archive; see below. A title and
an industry, where they are known apart from the text, say more than the same
words within it; with --title no FILE is needed. With --code the result is about
exactly the occupations named, however little speaks for them.

` + aboutFiles + "\n\n" + aboutMasks,
		Example: `  nocmatch match posting.txt
  nocmatch match --top 3 --format csv --out results.csv resumes/
  nocmatch match --title "records clerk" --industry "hospital"
  nocmatch match --code 12111,12112 letter.docx
  nocmatch match --profiles noc2021/ --format jsonl "postings/**/*.pdf" > results.jsonl
  cat letter.txt | nocmatch match -`,
		RunE: func(cmd *cobra.Command, args []string) error { return runMatch(cmd, f, args, load) },
	}
	flags := cmd.Flags()
	flags.IntVar(&f.top, "top", match.DefaultTop, "list `N` occupations for each text, at most")
	f.output.addFlags(cmd, "text, json (one array), jsonl (one result a line), csv (one match a line) or html (one page, which keeps all results in memory)", formats...)
	f.reading.addFlags(flags)
	f.reading.addManyFlags(flags)
	f.source.AddFlags(flags)
	flags.StringVar(&f.codes, "code", "", "list exactly the occupations with these `CODES`, separated by commas, and not the best")
	flags.StringVar(&f.title, "title", "", "the job `TITLE`, of every FILE or without one")
	flags.StringVar(&f.industry, "industry", "", "the `INDUSTRY` that the job is in, in words")
	_ = cmd.RegisterFlagCompletionFunc("code", completeCodes)
	return cmd
}

// check looks for what is wrong with the command line before any work is done.
func (f matchFlags) check(args []string) error {
	if len(args) == 0 && strings.TrimSpace(f.title) == "" {
		return errors.New(`nothing to match: name files or folders, "-" for standard input, or give a --title`)
	}
	return errors.Join(
		stdinOnce(args...),
		f.output.validate(),
		f.reading.validate(),
		atLeastOne("top", f.top),
		f.source.Validate(),
		noOverlap([]outfile.Named{{Flag: "--out", Path: f.output.path}, {Flag: "--key", Path: f.reading.key}}, args, outfile.Named{Flag: "--profiles", Path: f.source.Path}),
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
	o := match.Options{Top: f.top, MaxBytes: f.reading.limits.Text}
	if cmd.Flags().Changed("code") {
		if o.Codes, err = knownCodes(f.codes, set); err != nil {
			return err
		}
	}
	m, err := load(set)
	if err != nil {
		return fail(err)
	}
	if m, err = m.With(o); err != nil {
		return fail(err)
	}
	in := inputs{reading: f.reading, args: args, title: f.title, industry: f.industry, stdin: cmd.InOrStdin(), personal: f.reading.recogniser(m)}
	return f.output.write(cmd.OutOrStdout(), func(w io.Writer) error {
		report := match.ReportOptions{
			Detail: len(o.Codes), // who names occupations wants to know all about them, and what is missing
			Absent: len(o.Codes) > 0,
			Style:  styleFor(f.output.colour, w),
			Title:  set.Title,
		}
		n := &notices{w: cmd.ErrOrStderr()}
		to := newSink(f.output, w, report, n)
		if !f.reading.quiet && !isTerminal(w) { // on which the results themselves are the progress
			n.progress = newProgress(n.w, func() int { return in.count(cmd.Context()) })
		}
		err := f.reading.withKey(n, func() error {
			return process(cmd.Context(), in, n, func(ctx context.Context, d document) (matched, error) {
				r, err := m.Match(ctx, d.Document)
				if err != nil {
					return matched{}, err
				}
				v := newView(d)
				v.complete(&r)
				return matched{reported{r, v.leftOut()}, v.name, v.text}, nil
			}, to.result)
		})
		return closing(err, to.close)
	})
}
