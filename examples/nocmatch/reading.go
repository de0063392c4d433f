package main

import (
	"errors"
	"fmt"
	"runtime"
	"time"

	"github.com/spf13/pflag"

	"github.com/nocmatch/nocmatch/examples/internal/documents"
)

// reading is how a command reads documents: the flags that all such commands have.
type reading struct {
	limits    documents.Limits
	jobs      int
	quiet     bool
	anonymise bool
	key       string // file that says who is who
}

// addFlags adds the flags, but those for many documents.
func (r *reading) addFlags(flags *pflag.FlagSet) {
	r.jobs = 1
	r.limits = documents.DefaultLimits()
	l := &r.limits
	flags.BoolVar(&r.anonymise, "anonymise", false, "mask names, addresses, pronouns and the like in all output, file names too; scores stay the same")
	flags.IntVar(&l.Bytes, "max-bytes", l.Bytes, "refuse a file of more than `N` bytes")
	flags.IntVar(&l.Text, "max-text", l.Text, "refuse a text of more than `N` bytes")
	flags.IntVar(&l.Pages, "max-pages", l.Pages, "refuse a PDF of more than `N` pages")
	flags.Int64Var(&l.Expansion, "max-expansion", l.Expansion, "refuse a file whose compressed parts expand to more than `N` bytes")
	flags.IntVar(&l.Depth, "max-depth", l.Depth, "refuse a file whose parts nest deeper than `N`")
	flags.IntVar(&l.Archives, "max-archives", l.Archives, "refuse archives, and e-mails, that nest deeper than `N`")
	flags.IntVar(&l.Objects, "max-objects", l.Objects, "refuse a file of more than `N` elements, words of control and the like")
	flags.DurationVar(&l.Time, "max-time", l.Time, "give up on reading and matching a file after `TIME`, such as 30s")
	flags.BoolVar(&l.FollowLinks, "follow-links", false, "follow links in a folder that lead out of it")
}

// addManyFlags adds the flags for many documents.
func (r *reading) addManyFlags(flags *pflag.FlagSet) {
	flags.IntVar(&r.jobs, "jobs", runtime.GOMAXPROCS(0), "read and match `N` files at once (default the number of processors)")
	flags.Lookup("jobs").DefValue = "0" // or the help would differ from machine to machine
	flags.StringVar(&r.key, "key", "", "with --anonymise, write which candidate is which file to `FILE`, as CSV, for later")
	flags.BoolVar(&r.quiet, "quiet", false, "show no progress; without it progress is shown on a terminal only")
}

// validate reports limits that nothing would pass.
func (r *reading) validate() error {
	l := r.limits
	errs := []error{atLeastOne("jobs", r.jobs)}
	for _, n := range []struct {
		flag  string
		value int64
	}{
		{"max-bytes", int64(l.Bytes)}, {"max-text", int64(l.Text)}, {"max-pages", int64(l.Pages)}, {"max-expansion", l.Expansion},
		{"max-objects", int64(l.Objects)}, {"max-depth", int64(l.Depth)}, {"max-archives", int64(l.Archives)},
	} {
		if n.value < 1 {
			errs = append(errs, fmt.Errorf("--%s is %d: want 1 or more", n.flag, n.value))
		}
	}
	if l.Time < time.Millisecond {
		errs = append(errs, fmt.Errorf("--max-time is %v: want a time such as 30s", l.Time))
	}
	if r.key != "" && !r.anonymise {
		errs = append(errs, errors.New("--key goes with --anonymise: it says which candidate is which file"))
	}
	return errors.Join(errs...)
}
