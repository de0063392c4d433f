package main

import (
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"github.com/nocmatch/nocmatch/examples/internal/outfile"
)

// output is where the results of a command go, and how they look: flags that commands share.
type output struct {
	path, format, colour string
	bom                  bool
	formats              []string
}

// addFlags adds the flags; the first of formats is the default, and usage says what they are.
func (o *output) addFlags(cmd *cobra.Command, usage string, formats ...string) {
	o.formats = formats
	flags := cmd.Flags()
	flags.StringVar(&o.format, "format", formats[0], "`FORMAT` of the results: "+usage)
	flags.StringVar(&o.path, "out", "", "write the results to `FILE`, replaced when all is done, or by what is done at Ctrl-C (default standard output)")
	flags.StringVar(&o.colour, "color", "auto", "`WHEN` to colour text: auto (on a terminal, unless NO_COLOR is set), always or never")
	if slices.Contains(formats, "csv") {
		flags.BoolVar(&o.bom, "bom", false, "begin CSV with a byte-order mark, by which Excel knows that it is UTF-8")
	}
	completeFlag(cmd, "format", formats...)
	completeFlag(cmd, "color", colours...)
}

func (o *output) validate() error {
	errs := []error{oneOf("format", o.format, o.formats...), oneOf("color", o.colour, colours...)}
	if o.bom && o.format != "csv" {
		errs = append(errs, errors.New("--bom goes with --format csv"))
	}
	return errors.Join(errs...)
}

// write has results written by do. A file is replaced by what was written when do is done, also where inputs failed or an interrupt came
// after some of the work; it is left as it was when anything else broke off the work.
func (o *output) write(stdout io.Writer, do func(io.Writer) error) error {
	if o.path == "" {
		return fail(do(stdout))
	}
	file, err := outfile.Create(o.path)
	if err != nil {
		return fail(err)
	}
	defer file.Abort()
	err = do(file)
	var stopped interruption
	switch interrupted := errors.As(err, &stopped); {
	case err == nil, errors.Is(err, errSomeFailed):
		return fail(errors.Join(err, file.Commit()))
	case interrupted && stopped.done > 0:
		return fail(errors.Join(fmt.Errorf("%w; %s holds what was done by then", err, o.path), file.Commit()))
	}
	return fail(fmt.Errorf("%w; %s is left as it was", err, o.path))
}

// closing ends results after work that gave err, unless they could not be written before.
func closing(err error, end func() error) error {
	var stopped interruption
	if err != nil && !errors.Is(err, errSomeFailed) && !errors.As(err, &stopped) {
		return err
	}
	if failed := end(); failed != nil {
		return errors.Join(err, fmt.Errorf("cannot write results: %w", failed))
	}
	return err
}
