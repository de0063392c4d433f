package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/nocmatch/nocmatch/examples/internal/corpus"
	"github.com/nocmatch/nocmatch/examples/internal/documents"
	"github.com/nocmatch/nocmatch/examples/internal/outfile"
	"github.com/nocmatch/nocmatch/match"
	"github.com/nocmatch/nocmatch/profiles"
)

// aim is what documents are compared with, as the command line names it: an occupation, a posting, or both.
type aim struct {
	source  corpus.Source
	code    string
	posting string
}

func (a *aim) addFlags(cmd *cobra.Command) {
	a.source.AddFlags(cmd.Flags())
	cmd.Flags().StringVar(&a.code, "code", "", "the `CODE` of the occupation")
	_ = cmd.RegisterFlagCompletionFunc("code", completeCodes)
}

func (a *aim) addPosting(cmd *cobra.Command) {
	cmd.Flags().StringVar(&a.posting, "posting", "", "the job posting, a `FILE` of any kind that is read, or - for standard input")
}

// validate looks for what is wrong with the flags; args are the documents.
func (a *aim) validate(need string, args []string, outputs ...outfile.Named) error {
	var errs []error
	switch {
	case a.code == "" && a.posting == "":
		errs = append(errs, errors.New(need))
	case strings.Contains(a.code, ","):
		errs = append(errs, fmt.Errorf("--code %s: name one occupation", a.code))
	}
	all := args
	if a.posting != "" {
		all = append([]string{a.posting}, args...)
	}
	return errors.Join(append(errs,
		stdinOnce(all...),
		a.source.Validate(),
		noOverlap(outputs, all, outfile.Named{Flag: "--profiles", Path: a.source.Path}),
	)...)
}

// A target is what documents are compared with: the posting and the occupation, those that were named, in this order.
type target struct {
	set      corpus.Set
	profiles []profiles.Profile
	posting  string // its name; "" for none
	own      string // code of the occupation that the posting reads as; "" for none
}

// load reads the profiles and the posting, and makes a matcher in which the posting is an occupation among the others.
func (a *aim) load(ctx context.Context, r reading, stdin io.Reader, load loader) (target, matcher, error) {
	set, err := a.source.Load()
	if err != nil {
		return target{}, nil, fail(err)
	}
	t := target{set: set}
	if a.code != "" {
		p, ok := set.Lookup(a.code)
		if !ok {
			return target{}, nil, unknownCode(a.code, set)
		}
		t.profiles = append(t.profiles, p)
	}
	m, err := load(set)
	if err != nil || a.posting == "" {
		return t, m, fail(err)
	}
	in := inputs{reading: r, args: []string{a.posting}, stdin: stdin} // nothing is masked: a posting is nobody's
	posting, err := timed(ctx, in, a.posting, func(ctx context.Context) (posting, error) { return profilePosting(ctx, in, m, freeCode(set)) })
	if err != nil {
		return target{}, nil, fail(err)
	}
	t.posting, t.own = posting.name, posting.own
	t.profiles = append([]profiles.Profile{posting.profile}, t.profiles...)
	m, err = load(set, posting.profile)
	return t, m, fail(err)
}

// A posting is a job posting as it was read; own is the code of the occupation that it reads as, "" for none.
type posting struct {
	name, own string
	profile   profiles.Profile
}

// profilePosting reads the one posting that is named, and makes a profile with a code of it.
func profilePosting(ctx context.Context, in inputs, m matcher, code string) (posting, error) {
	d, err := in.only(ctx)
	if err != nil {
		return posting{}, fmt.Errorf("--posting: %w", err)
	}
	p := posting{name: filepath.Base(d.path)}
	if p.profile, err = m.ProfileFromPosting(ctx, match.Document{Name: p.name, Text: d.Text}, code); err != nil {
		return posting{}, fmt.Errorf("--posting %s: %w", d.path, err)
	}
	read, err := m.Match(ctx, d.Document)
	if err != nil {
		return posting{}, fmt.Errorf("--posting %s: %w", d.path, err)
	}
	if !read.Abstained && len(read.Matches) > 0 {
		p.own = read.Matches[0].Code
	}
	return p, nil
}

// freeCode is a code for a posting that no profile of the set has.
func freeCode(set corpus.Set) string {
	code := match.DefaultPostingCode
	for n := 2; ; n++ {
		if _, taken := set.Lookup(code); !taken {
			return code
		}
		code = match.DefaultPostingCode + "-" + strconv.Itoa(n)
	}
}

// codes are the codes of the profiles.
func (t target) codes() []string {
	var codes []string
	for _, p := range t.profiles {
		codes = append(codes, p.Code)
	}
	return codes
}

// String names the target for people.
func (t target) String() string {
	var names []string
	for i, p := range t.profiles {
		if i == 0 && t.posting != "" {
			name := "the posting"
			if t.posting != documents.Stdin {
				name += " " + t.posting
			}
			names = append(names, name+" ("+p.Title+")")
			continue
		}
		names = append(names, p.Code+" "+p.Title)
	}
	return strings.Join(names, " and ")
}

// A targetName is a target in JSON.
type targetName struct {
	Code         string `json:"code,omitempty"`
	Title        string `json:"title,omitempty"`
	Posting      string `json:"posting,omitempty"`
	PostingTitle string `json:"posting_title,omitempty"`
	// PostingCode is the occupation that the posting reads as.
	PostingCode string `json:"posting_code,omitempty"`
}

func (t target) name() targetName {
	var n targetName
	for i, p := range t.profiles {
		if i == 0 && t.posting != "" {
			n.Posting, n.PostingTitle, n.PostingCode = t.posting, p.Title, t.own
		} else {
			n.Code, n.Title = p.Code, p.Title
		}
	}
	return n
}

// A comparison matches documents with a target, and with all occupations.
type comparison struct {
	target  target
	aimed   matcher // gives exactly the target
	general matcher // gives the best occupations
}

// maxOthers is how many other occupations are named beside a target, at most.
const maxOthers = 5

func newComparison(t target, m matcher, r reading) (comparison, error) {
	aimed, err := m.With(match.Options{Codes: t.codes(), MaxBytes: 2 * r.limits.Text}) // a gap adds to the text
	if err != nil {
		return comparison{}, err
	}
	general, err := m.With(match.Options{Top: maxOthers + len(t.profiles), MaxBytes: r.limits.Text})
	return comparison{t, aimed, general}, err
}

// A compared document has its matches with the target, in its order, and the best of the other occupations.
type compared struct {
	result match.Result
	others []match.Match
}

// compare matches a document.
func (c comparison) compare(ctx context.Context, d document) (compared, error) {
	r, err := c.aimed.Match(ctx, d.Document)
	if err != nil {
		return compared{}, err
	}
	best, err := c.general.Match(ctx, d.Document)
	if err != nil {
		return compared{}, err
	}
	codes := c.target.codes()
	slices.SortFunc(r.Matches, func(a, b match.Match) int { return slices.Index(codes, a.Code) - slices.Index(codes, b.Code) })
	result := compared{result: r}
	for _, m := range best.Matches {
		if !slices.Contains(codes, m.Code) && len(result.others) < maxOthers {
			result.others = append(result.others, m)
		}
	}
	return result, nil
}

// above gives the occupations with at least a score, or with a higher one.
func above(others []match.Match, score float64, orEqual bool) []match.Match {
	found := []match.Match{}
	for _, m := range others {
		if m.Score > score || orEqual && m.Score == score && score > 0 {
			found = append(found, m)
		}
	}
	return found
}
