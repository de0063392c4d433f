package ranking

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/nocmatch/nocmatch/match"
)

// ordered are candidates in order; each differs from the one before it in what the reason says.
var ordered = []struct {
	reason string
	c      Candidate
}{
	{"the highest score, whatever the confidence", Candidate{Score: .6, Confidence: .1, Path: "z", Number: 9}},
	{"a lower score", Candidate{Score: .5, Confidence: .9, Path: "y", Number: 8}},
	{"the same score and less confidence", Candidate{Score: .5, Confidence: .8, Path: "a", Number: 7}},
	{"the same score and confidence, and a later path", Candidate{Score: .5, Confidence: .8, Path: "b", Number: 1}},
	{"the same file again", Candidate{Score: .5, Confidence: .8, Path: "b", Number: 2}},
	{"nothing that counts", Candidate{Path: "a", Number: 3}},
	{"nothing that counts, with a later path", Candidate{Path: "c", Number: 4}},
}

func TestOrder(t *testing.T) {
	for try := range 50 {
		for full := range len(ordered) + 2 {
			list := NewList(full)
			for _, i := range rand.New(rand.NewPCG(uint64(try), 1)).Perm(len(ordered)) {
				c := ordered[i].c
				c.Full = &Full{}
				list.Add(&c)
			}
			for i, c := range list.Ranked() {
				want := ordered[i].c
				want.Rank = i + 1
				if i < full {
					want.Full = &Full{}
				}
				if diff := cmp.Diff(&want, c); diff != "" {
					t.Fatalf("place %d of a list with %d in full (%s) (-want +got):\n%s", i+1, full, ordered[i].reason, diff)
				}
			}
		}
	}
}

// However many candidates there are, no more are held in full than asked for.
func TestFullIsBounded(t *testing.T) {
	list := NewList(5)
	random := rand.New(rand.NewPCG(1, 2))
	for n := range 1000 {
		list.Add(&Candidate{Number: n, Score: float64(random.IntN(50)), Full: &Full{}})
		held := 0
		for _, c := range list.all {
			if c.Full != nil {
				held++
			}
		}
		if held != min(n+1, 5) {
			t.Fatalf("%d candidates in full of %d, want %d", held, n+1, min(n+1, 5))
		}
	}
	ranked := list.Ranked()
	if i := slices.IndexFunc(ranked, func(c *Candidate) bool { return c.Full == nil }); i != 5 {
		t.Errorf("the first %d are in full, want 5", i)
	}
}

func TestNewFit(t *testing.T) {
	m := match.Match{Code: "1", Title: "One", Score: .5, Confidence: .25,
		Duties: []match.DutyCoverage{{Status: match.Covered}, {Status: match.Partial}, {Status: match.Absent}, {Status: match.Covered}},
		Skills: []match.SkillCoverage{{Name: "a", Status: match.SkillFound}, {Name: "b", Status: match.SkillNegated}, {Name: "c", Status: match.SkillAbsent}},
	}
	want := Fit{Code: "1", Title: "One", Score: .5, Confidence: .25, Covered: 2, Partial: 1, Duties: 4,
		Found: []string{"a"}, Missing: []string{"c"}, Negated: []string{"b"}}
	if diff := cmp.Diff(want, NewFit(m)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if f := NewFit(match.Match{}); f.Found == nil || f.Missing == nil || f.Negated == nil {
		t.Error("a list of skills is nil, which JSON writes as null")
	}
}
