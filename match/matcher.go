package match

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/nocmatch/nocmatch/index"
	"github.com/nocmatch/nocmatch/match/internal/explain"
	"github.com/nocmatch/nocmatch/match/internal/lexicon"
	"github.com/nocmatch/nocmatch/match/internal/read"
	"github.com/nocmatch/nocmatch/match/internal/signal"
	"github.com/nocmatch/nocmatch/match/internal/text"
	"github.com/nocmatch/nocmatch/profiles"
)

// A Matcher says which occupations a document describes. It is immutable and safe for concurrent
// use.
type Matcher struct {
	lex     *lexicon.Lexicon
	signals *signal.Signals
	explain *explain.Explainer
	options Options
	off     read.Off // what options switch off
	summary ProfilesSummary
	codes   []int32 // groups of Options.Codes, without repeats; nil without any
}

var scratches = sync.Pool{New: func() any { return new(read.Scratch) }}

var builtIn = sync.OnceValues(func() (*Matcher, error) {
	x, err := index.Build(context.Background(), profiles.All())
	if err != nil {
		return nil, err
	}
	return New(x, Options{})
})

// Default returns a matcher over the built-in profiles, with the default options. It is built once.
func Default() (*Matcher, error) { return builtIn() }

// New returns a matcher over an index. It fails where the options are not valid or name a code that
// the index does not have. The matcher remains usable after x.Close.
func New(x *index.Index, o Options) (*Matcher, error) {
	summary, err := summarize(x.Profiles())
	if err != nil {
		return nil, err
	}
	m := &Matcher{lex: lexicon.New(x), summary: summary}
	lexicon.Parallel(
		func() { m.signals = signal.New(m.lex) },
		func() { m.explain = explain.New(m.lex) },
	)
	return m.With(o)
}

// With returns a matcher with other options over the same profiles. It costs next to nothing.
func (m *Matcher) With(o Options) (*Matcher, error) {
	if err := o.Validate(); err != nil {
		return nil, err
	}
	with := *m
	with.options, with.codes, with.off = o, nil, read.Off{}
	for _, name := range o.Without {
		with.off[name] = true
	}
	var err error
	if with.codes, err = m.groups(o.Codes); err != nil {
		return nil, err
	}
	return &with, nil
}

// groups returns the groups with codes, once each.
func (m *Matcher) groups(codes []string) ([]int32, error) {
	var groups []int32
	for _, code := range codes {
		g, err := m.group(code)
		if err != nil {
			return nil, err
		}
		if !slices.Contains(groups, g) {
			groups = append(groups, g)
		}
	}
	return groups, nil
}

// group returns the group with a code.
func (m *Matcher) group(code string) (int32, error) {
	ps := m.lex.Profiles
	g, ok := slices.BinarySearchFunc(ps, code, func(p profiles.Profile, code string) int {
		return strings.Compare(p.Code, code)
	})
	if !ok {
		return 0, fmt.Errorf("match: no profile has the code %q: the %d profiles go from %s to %s",
			code, len(ps), ps[0].Code, ps[len(ps)-1].Code)
	}
	return int32(g), nil
}

// Profiles returns the profiles that are matched, sorted by code. Do not change them.
func (m *Matcher) Profiles() []profiles.Profile { return m.lex.Profiles }

func summarize(ps []profiles.Profile) (ProfilesSummary, error) {
	var buf bytes.Buffer
	if err := profiles.WriteJSONL(&buf, ps); err != nil {
		return ProfilesSummary{}, fmt.Errorf("match: %w", err)
	}
	var editions []string
	for _, p := range ps {
		if p.Edition != "" && !slices.Contains(editions, p.Edition) {
			editions = append(editions, p.Edition)
		}
	}
	slices.Sort(editions)
	sum := sha256.Sum256(buf.Bytes())
	return ProfilesSummary{Edition: strings.Join(editions, "; "), Count: len(ps), SHA256: hex.EncodeToString(sum[:])}, nil
}

// Match says which occupations a document describes, and why. An empty document is a valid one, with no matches. It fails with a
// [TooLargeError] where the document is larger than Options.MaxBytes, and with ctx's error where ctx is done.
func (m *Matcher) Match(ctx context.Context, d Document) (Result, error) {
	r := m.blank(d)
	if err := ctx.Err(); err != nil {
		return r, err
	}
	limit := cmp.Or(m.options.MaxBytes, DefaultMaxBytes)
	if n := len(d.Title) + len(d.Industry) + len(d.Text); n > limit {
		return r, &TooLargeError{Name: d.Name, Bytes: n, Max: limit}
	}
	s := scratches.Get().(*read.Scratch)
	defer scratches.Put(s)
	reading := read.New(m.lex, [text.NumFields]string{d.Title, d.Industry, d.Text}, m.off, s)
	run := m.signals.Run(reading, m.off)
	defer run.Close()

	r.Document.Words = reading.Words + reading.Personal
	r.Document.Kind = documentKinds[reading.Kind]
	r.Abstained = m.abstains(run)
	var confidence func(score float64) float64
	confidence, r.None = confidences(run, r.Abstained)
	for _, g := range m.choose(run.Scores) {
		r.Matches = append(r.Matches, m.match(run, g, confidence(run.Scores[g])))
	}
	m.rank(&r, run)
	r.Skills = mentionsOf(reading)
	r.Warnings = m.warnings(reading)
	return r, nil
}

// MatchCode says how a document speaks of one occupation, and why. The rank of the match is its rank
// among all profiles, by score and then by code. It fails as [Matcher.Match] does, and where no
// profile has the code.
func (m *Matcher) MatchCode(ctx context.Context, d Document, code string) (Match, error) {
	if _, err := m.group(code); err != nil {
		return Match{}, err
	}
	one := *m
	one.options.Codes = []string{code}
	one.codes, _ = m.groups(one.options.Codes)
	r, err := one.Match(ctx, d)
	if err != nil {
		return Match{}, err
	}
	return r.Matches[0], nil
}

// blank returns the result of a document that shows nothing.
func (m *Matcher) blank(d Document) Result {
	input := cmp.Or(d.Text, d.Title)
	sum := sha256.Sum256([]byte(input))
	return Result{
		Schema:   Schema,
		Document: DocumentSummary{Name: d.Name, SHA256: hex.EncodeToString(sum[:]), Bytes: len(input)},
		Profiles: m.summary,
		Version:  Version,
		Matches:  []Match{}, Skills: []SkillMention{}, Warnings: []Warning{},
	}
}

// tie is how near to the last place a score must be for its group to be explained too: rounding may yet change their order.
const tie = 1e-9

// choose returns the groups to explain, in the order of groups.
func (m *Matcher) choose(scores []float64) []int32 {
	if m.codes != nil {
		return m.codes
	}
	top := cmp.Or(m.options.Top, DefaultTop)
	sorted := slices.Clone(scores)
	slices.SortFunc(sorted, func(a, b float64) int { return cmp.Compare(b, a) })
	last := 0.0
	if top <= len(sorted) {
		last = sorted[top-1]
	}
	var groups []int32
	for g, x := range scores {
		if x > 0 && x >= last-tie {
			groups = append(groups, int32(g))
		}
	}
	return groups
}

// rank sorts the matches, by score and then by code, and keeps as many as are wanted. With
// Options.Codes the ranks are those among all groups.
func (m *Matcher) rank(r *Result, run *signal.Run) {
	slices.SortFunc(r.Matches, func(a, b Match) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), strings.Compare(a.Code, b.Code))
	})
	if m.codes == nil {
		// What speaks against a group may leave nothing of what speaks for it.
		r.Matches = slices.DeleteFunc(r.Matches, func(m Match) bool { return m.Score == 0 })
		r.Matches = r.Matches[:min(len(r.Matches), cmp.Or(m.options.Top, DefaultTop))]
	}
	for i := range r.Matches {
		r.Matches[i].Rank = i + 1
		if m.codes != nil {
			r.Matches[i].Rank = m.rankOf(r.Matches[i], run)
		}
	}
}

// rankOf returns the rank of a match among all groups, from 1.
func (m *Matcher) rankOf(match Match, run *signal.Run) int {
	own, _ := m.group(match.Code)
	rank := 1
	for g, x := range run.Scores {
		if int32(g) == own || x < run.Scores[own]-tie {
			continue
		}
		if x <= run.Scores[own]+tie { // only the rounded scores tell which is first
			x = m.rounded(run, int32(g))
			if x < match.Score || x == match.Score && int32(g) > own {
				continue
			}
		}
		rank++
	}
	return rank
}

// rounded returns the score of a group as results have it.
func (m *Matcher) rounded(run *signal.Run, g int32) float64 {
	if run.Scores[g] == 0 {
		return 0
	}
	sum := 0.0
	for _, e := range m.explain.Evidence(run, g) {
		sum += e.Contribution
	}
	return sum
}

// match explains one group.
func (m *Matcher) match(run *signal.Run, g int32, confidence float64) Match {
	p := m.lex.Profiles[g]
	match := Match{
		Code: p.Code, Title: p.Title, Confidence: confidence, Band: bandOf(confidence),
		Duties: []DutyCoverage{}, Skills: []SkillCoverage{}, Evidence: []Evidence{},
	}
	duties, skills := make([]float64, len(p.Duties)), make([]float64, len(p.Skills))
	for _, e := range m.explain.Evidence(run, g) {
		match.Score += e.Contribution
		switch e.Kind {
		case lexicon.Duty:
			duties[e.Item] += e.Contribution
		case lexicon.Skill:
			skills[e.Item] += e.Contribution
		}
		match.Evidence = append(match.Evidence, evidenceOf(e))
	}
	covered := m.explain.Duties(run, g)
	for k, c := range covered {
		match.Duties = append(match.Duties, DutyCoverage{
			Text: p.Duties[k].Text, Status: dutyStatuses[c.Status], Contribution: duties[k],
			Start: c.Start, End: c.End, Quote: c.Quote.Text,
		})
	}
	for k, status := range m.explain.Skills(run.Reading, g, covered) {
		match.Skills = append(match.Skills, SkillCoverage{
			Name: p.Skills[k].Name, Status: skillStatuses[status], How: skillHow[status],
			Contribution: skills[k],
		})
	}
	return match
}

// The names of results for what an explanation holds.
var (
	dutyStatuses = [...]DutyStatus{
		explain.Absent: Absent, explain.Partial: Partial, explain.Covered: Covered,
	}
	skillStatuses = [...]SkillStatus{
		explain.NoSkill: SkillAbsent, explain.Negated: SkillNegated, explain.Shown: SkillFound,
		explain.Named: SkillFound,
	}
	skillHow      = [...]SkillHow{explain.Shown: SkillShown, explain.Named: SkillNamed}
	documentKinds = [read.NumKinds]DocumentKind{
		read.BareTitle: BareTitle, read.LongText: LongText,
	}
	fieldNames = [text.NumFields]Field{
		text.Title: FieldTitle, text.Industry: FieldIndustry, text.Body: FieldText,
	}
)

func evidenceOf(e explain.Evidence) Evidence {
	return Evidence{
		Kind: EvidenceKind(e.Kind.String()), Unit: e.Ref.Text, See: e.See, Field: fieldNames[e.Field],
		Start: e.Start, End: e.End, Quote: e.Quote.Text, Read: e.ReadAs, Contribution: e.Contribution,
	}
}

func mentionsOf(r *read.Reading) []SkillMention {
	mentions := []SkillMention{}
	for _, s := range explain.Mentions(r) {
		mentions = append(mentions, SkillMention{
			Name: s.Name, Status: skillStatuses[s.Status], Field: fieldNames[s.Field],
			Start: s.Start, End: s.End, Quote: s.Quote.Text,
		})
	}
	return mentions
}
