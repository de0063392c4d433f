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
	"github.com/nocmatch/nocmatch/profiles"
)

// A Matcher says which occupations a document describes. It is immutable and safe for concurrent use.
type Matcher struct {
	model   *model
	options Options
	summary ProfilesSummary
	codes   []int // groups of Options.Codes, without repeats; nil without any
	pool    *sync.Pool
}

var builtIn = sync.OnceValues(func() (*Matcher, error) {
	x, err := index.Build(profiles.All())
	if err != nil {
		return nil, err
	}
	return New(x, Options{})
})

// Default returns a matcher over the built-in profiles, with the default options. It is built once.
func Default() (*Matcher, error) { return builtIn() }

// New returns a matcher over an index. It fails where the options are not valid or name a code that the index does not have. It keeps
// the index, whose Close it survives.
func New(x *index.Index, o Options) (*Matcher, error) {
	summary, err := summarize(x.Profiles())
	if err != nil {
		return nil, err
	}
	m := &Matcher{model: newModel(x), summary: summary, pool: &sync.Pool{New: func() any { return new(scratch) }}}
	return m.With(o)
}

// With returns a matcher with other options over the same profiles. It costs next to nothing.
func (m *Matcher) With(o Options) (*Matcher, error) {
	if err := o.Validate(); err != nil {
		return nil, err
	}
	with := &Matcher{model: m.model.without(o.Without), options: o, summary: m.summary, pool: m.pool}
	for _, code := range o.Codes {
		g, ok := slices.BinarySearchFunc(m.model.profiles, code, func(p profiles.Profile, code string) int { return strings.Compare(p.Code, code) })
		if !ok {
			return nil, fmt.Errorf("match: no profile has the code %q: the %d profiles go from %s to %s", code, m.model.groups, m.model.profiles[0].Code, m.model.profiles[m.model.groups-1].Code)
		}
		if !slices.Contains(with.codes, g) {
			with.codes = append(with.codes, g)
		}
	}
	if o.ProfilesSHA256 != "" {
		with.summary.SHA256 = o.ProfilesSHA256
	}
	return with, nil
}

// Profiles returns the profiles that are matched, sorted by code. Do not change them.
func (m *Matcher) Profiles() []profiles.Profile { return m.model.profiles }

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
	s := m.pool.Get().(*scratch)
	defer m.pool.Put(s)
	q := m.model.newQuery(d, s)
	scores := m.model.scoreAll(q, s)

	r.Document.Words = q.words + q.personal
	r.Abstained = m.model.abstains(q, scores)
	confidence := q.confidences(scores, r.Abstained)
	for _, g := range m.choose(scores) {
		r.Matches = append(r.Matches, m.model.match(q, g, confidence(scores[g])))
	}
	m.rank(&r)
	r.Skills = q.skillMentions()
	r.Warnings = m.model.warnings(q, r)
	return r, nil
}

// blank gives the result of a document that shows nothing.
func (m *Matcher) blank(d Document) Result {
	input := cmp.Or(d.Text, d.Title)
	sum := sha256.Sum256([]byte(input))
	return Result{
		Schema:   Schema,
		Document: DocumentSummary{Name: d.Name, SHA256: hex.EncodeToString(sum[:]), Bytes: len(input)},
		Profiles: m.summary,
		Version:  cmp.Or(m.options.Version, Version),
		Matches:  []Match{}, Skills: []SkillMention{}, Warnings: []Warning{},
	}
}

// tie is how near to the last place a score must be for its group to be explained too: rounding may yet change their order.
const tie = 1e-9

// choose gives the groups to explain, in the order of groups.
func (m *Matcher) choose(scores []float64) []int {
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
	var groups []int
	for g, x := range scores {
		if x > 0 && x >= last-tie {
			groups = append(groups, g)
		}
	}
	return groups
}

// rank sorts the matches, by score and then by code, and keeps as many as are wanted.
func (m *Matcher) rank(r *Result) {
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
	}
}

// match explains one group.
func (m *model) match(q *query, g int, confidence float64) Match {
	p := m.profiles[g]
	e := m.explain(q, g)
	match := Match{
		Code: p.Code, Title: p.Title, Confidence: confidence, Band: bandOf(confidence),
		Duties: []DutyCoverage{}, Skills: []SkillCoverage{}, Evidence: []Evidence{},
	}
	duties, skills := make([]float64, len(p.Duties)), make([]float64, len(p.Skills))
	for _, ev := range q.evidence(e) {
		match.Score += ev.Contribution
		switch ev.Kind {
		case KindDuty:
			duties[ev.item] += ev.Contribution
		case KindSkill:
			skills[ev.item] += ev.Contribution
		}
		match.Evidence = append(match.Evidence, ev.Evidence)
	}
	for k, d := range m.coverage(q, g) {
		d.Contribution = duties[k]
		match.Duties = append(match.Duties, d)
	}
	for k, s := range p.Skills {
		match.Skills = append(match.Skills, SkillCoverage{Name: s.Name, Status: q.skillStatus(int32(g), int32(k)), Contribution: skills[k]})
	}
	return match
}
