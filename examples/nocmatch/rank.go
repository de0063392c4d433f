package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"math"
	"strings"

	"github.com/spf13/cobra"

	"github.com/nocmatch/nocmatch/examples/internal/outfile"
	"github.com/nocmatch/nocmatch/examples/internal/ranking"
	"github.com/nocmatch/nocmatch/match"
)

const (
	// textTop is how many candidates are shown in full to people, who read from the top; otherTop in the other formats, which programs
	// read: a bound, so that memory stays flat.
	textTop  = 10
	otherTop = 1000
)

// rankFlags are the flags of "rank".
type rankFlags struct {
	aim     aim
	reading reading
	output  output
	top     int
}

func newRank(load loader) *cobra.Command {
	var f rankFlags
	cmd := &cobra.Command{
		Use:   "rank (--code CODE | --posting FILE) RESUME...",
		Short: "Rank resumes for an occupation or a posting, and say why",
		Long: `rank puts candidates in order for an occupation, for a posting, or for both. Of
each it tells the score, the confidence, the duties that the resume shows with
its words for them, the sought skills that it names, does not name, or says are
not there, and the occupations that it fits better than what was asked for.

` + aboutPostings + ` With --code and
--posting a candidate's score is the mean of the two scores, the confidence the
probability that it is one of the two (their sum), and duties and skills are the
posting's.

The order is: the higher score first; then the higher confidence; then the name,
byte by byte; then the order in which files were found. No two candidates share
a rank. The first --top of them are shown in full: text and html show no others,
json, jsonl and csv list all of them, json and jsonl those after --top without
"match" and "text". Memory holds the texts of no more than these.

` + aboutFiles + "\n\n" + aboutMasks,
		Example: `  nocmatch rank --code 12111 resumes/
  nocmatch rank --posting posting.pdf resumes/ applications.zip
  nocmatch rank --code 12111 --posting posting.docx --top 20 resumes/
  nocmatch rank --posting posting.pdf --format html --out report.html resumes/
  nocmatch rank --code 12111 --format csv --bom --out ranking.csv "inbox/**/*.pdf"
  nocmatch rank --posting posting.pdf --anonymise --format jsonl resumes/ > ranking.jsonl`,
		RunE: func(cmd *cobra.Command, args []string) error { return runRank(cmd, f, args, load) },
	}
	flags := cmd.Flags()
	flags.IntVar(&f.top, "top", 0, fmt.Sprintf("show `N` candidates in full (default %d in text, %d in other formats)", textTop, otherTop))
	f.output.addFlags(cmd, "text, json (one array), jsonl (one candidate a line), csv (one candidate a line) or html (one page)", formats...)
	f.aim.addFlags(cmd)
	f.aim.addPosting(cmd)
	f.reading.addFlags(flags)
	f.reading.addManyFlags(flags)
	return cmd
}

func runRank(cmd *cobra.Command, f rankFlags, args []string, load loader) error {
	err := f.check(args, cmd.Flags().Changed("top"))
	if err != nil {
		return err
	}
	t, m, err := f.aim.load(cmd.Context(), f.reading, cmd.InOrStdin(), load)
	if err != nil {
		return err
	}
	n := &notices{w: cmd.ErrOrStderr()}
	if p := t.profiles[0]; t.posting != "" && len(p.Duties) == 0 {
		fmt.Fprintf(n.w, "nocmatch: %s: no duties found in it: candidates are ranked by its title, skills and other words\n", printable(t.posting))
	}
	c, err := newComparison(t, m, f.reading)
	if err != nil {
		return fail(err)
	}
	in := inputs{reading: f.reading, args: args, stdin: cmd.InOrStdin(), personal: f.reading.recogniser(m)}
	return f.output.write(cmd.OutOrStdout(), func(w io.Writer) error {
		if !f.reading.quiet {
			n.progress = newProgress(n.w, func() int { return in.count(cmd.Context()) })
		}
		list := ranking.NewList(f.full())
		err := f.reading.withKey(n, func() error {
			return process(cmd.Context(), in, n, c.candidate, func(c *ranking.Candidate) error {
				list.Add(c)
				return nil
			})
		})
		return closing(err, func() error { return f.writeRanking(w, t, list.Ranked(), n.failures) })
	})
}

// check looks for what is wrong with the command line before any work is done.
func (f rankFlags) check(args []string, topGiven bool) error {
	if topGiven {
		if err := atLeastOne("top", f.top); err != nil {
			return err
		}
	}
	if err := someResume(args); err != nil {
		return err
	}
	for _, err := range []error{
		f.aim.validate("nothing to rank for: give a --code, a --posting, or both", args,
			outfile.Named{Flag: "--out", Path: f.output.path}, outfile.Named{Flag: "--key", Path: f.reading.key}),
		f.output.validate(), f.reading.validate(),
	} {
		if err != nil {
			return err
		}
	}
	return nil
}

func someResume(args []string) error {
	if len(args) == 0 {
		return fmt.Errorf(`no resumes: name files or folders, or "-" for standard input`)
	}
	return nil
}

// full is how many candidates are shown in full.
func (f rankFlags) full() int {
	if f.output.format == "text" {
		return cmp.Or(f.top, textTop)
	}
	return cmp.Or(f.top, otherTop)
}

// candidate compares a document with the target.
func (c comparison) candidate(ctx context.Context, d document) (*ranking.Candidate, error) {
	compared, err := c.compare(ctx, d)
	if err != nil {
		return nil, err
	}
	r, v := compared.result, newView(d)
	v.complete(&r)
	k := &ranking.Candidate{
		Name: v.name, Path: d.path, Number: d.number,
		Document: r.Document, Abstained: r.Abstained, Warnings: r.Warnings,
		Better: []ranking.Occupation{}, LeftOut: v.leftOut(),
		Quote: strings.Clone(topEvidence(r.Matches[0])),
		Full:  &ranking.Full{Result: r, Text: v.text},
	}
	if r.Document.Words <= match.TitleWords && r.Document.Words > 0 {
		k.Warnings = append(k.Warnings, match.Warning{Code: "title", Message: counted(r.Document.Words, "word", "words") +
			" only: read as a job title, whose score does not compare with that of a resume."})
	}
	for _, m := range r.Matches {
		k.Fits = append(k.Fits, ranking.NewFit(m))
		k.Score += m.Score / float64(len(r.Matches))
		k.Confidence = math.Min(k.Confidence+m.Confidence, 1)
	}
	for _, m := range above(compared.others, k.Score, false) {
		k.Better = append(k.Better, occupation(m))
	}
	return k, nil
}

func occupation(m match.Match) ranking.Occupation {
	return ranking.Occupation{Code: m.Code, Title: m.Title, Score: m.Score, Confidence: m.Confidence}
}

// writeRanking writes candidates, the best first.
func (f rankFlags) writeRanking(w io.Writer, t target, candidates []*ranking.Candidate, failures []string) error {
	switch f.output.format {
	case "csv":
		return writeRankingCSV(w, f.output.bom, candidates)
	case "html":
		return writeRankingHTML(w, t, candidates, failures)
	case "json":
		array := jsonArray{w: w}
		for _, c := range candidates {
			if err := array.add(newRanked(t, c)); err != nil {
				return err
			}
		}
		return array.close()
	case "jsonl":
		enc := jsonLines(w)
		for _, c := range candidates {
			if err := enc.Encode(newRanked(t, c)); err != nil {
				return err
			}
		}
		return nil
	}
	return writeRankingText(w, styleFor(f.output.colour, w), t, candidates, len(failures))
}
