package main

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/nocmatch/nocmatch/examples/internal/outfile"
	"github.com/nocmatch/nocmatch/match"
)

// singleFlags are the flags of the commands that look at one document closely.
type singleFlags struct {
	aim     aim
	reading reading
	output  output
}

func (f *singleFlags) addFlags(cmd *cobra.Command) {
	f.output.addFlags(cmd, "text or json (one object)", "text", "json")
	f.aim.addFlags(cmd)
	f.reading.addFlags(cmd.Flags())
}

// A closeLook is a document compared with a target, with all that a command needs to say more.
type closeLook struct {
	comparison
	compared
	document document
	view     view
}

// A sheet is what a command tells of a document: the value that JSON is made of.
type sheet interface {
	// write writes it for people.
	write(w io.Writer, style func(match.Role, string) string, l closeLook) error
}

// run reads and compares the document, and writes what see makes of it.
func (f *singleFlags) run(cmd *cobra.Command, args []string, need string, load loader, see func(context.Context, closeLook) (sheet, error)) error {
	for _, err := range []error{f.aim.validate(need, args, outfile.Named{Flag: "--out", Path: f.output.path}), f.output.validate(), f.reading.validate()} {
		if err != nil {
			return err
		}
	}
	ctx := cmd.Context()
	t, m, err := f.aim.load(ctx, f.reading, cmd.InOrStdin(), load)
	if err != nil {
		return err
	}
	c, err := newComparison(t, m, f.reading)
	if err != nil {
		return fail(err)
	}
	in := inputs{reading: f.reading, args: args, stdin: cmd.InOrStdin(), personal: f.reading.recogniser(m)}
	type seen struct {
		sheet
		look closeLook
	}
	saw, err := timed(ctx, in, args[0], func(ctx context.Context) (seen, error) {
		d, err := in.only(ctx)
		if err != nil {
			return seen{}, err
		}
		compared, err := c.compare(ctx, d)
		if err != nil {
			return seen{}, in.explain(input{number: d.number, path: d.path}, err)
		}
		look := closeLook{c, compared, d, newView(d)}
		look.view.complete(&look.result)
		found, err := see(ctx, look)
		return seen{found, look}, err
	})
	switch {
	case ctx.Err() != nil:
		return fail(interruption{})
	case err != nil:
		return fail(err)
	}
	return f.output.write(cmd.OutOrStdout(), func(w io.Writer) error {
		if f.output.format == "json" {
			err = writeJSON(w, saw.sheet)
		} else {
			err = saw.write(w, styleFor(f.output.colour, w), saw.look)
		}
		if err != nil {
			return fmt.Errorf("cannot write results: %w", err)
		}
		return nil
	})
}

// match is how the document compares with the target.
func (l closeLook) match() match.Match { return l.result.Matches[0] }
