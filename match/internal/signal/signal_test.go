package signal

import (
	"math"
	"slices"
	"testing"

	"github.com/nocmatch/nocmatch/match/internal/lexicon"
	"github.com/nocmatch/nocmatch/match/internal/read"
	"github.com/nocmatch/nocmatch/match/internal/testset"
)

// setUp compiles the signals of profiles.
func setUp(lex *lexicon.Lexicon) func(d testset.Fields, off read.Off) *Run {
	signals := New(lex)
	var s read.Scratch
	return func(d testset.Fields, off read.Off) *Run { return signals.Run(read.New(lex, d, off, &s), off) }
}

// TestScoresAreExplained: what a group is ranked by is the sum of what explains it, for every group,
// those that an exclusion or copied wording masks words for included.
func TestScoresAreExplained(t *testing.T) {
	t.Run("built-in", func(t *testing.T) { checkExplained(t, testset.BuiltIn(t), 3) })
	t.Run("official", func(t *testing.T) { checkExplained(t, testset.Compile(t, testset.Official(t)), 8) })
}

func checkExplained(t *testing.T, lex *lexicon.Lexicon, nth int) {
	t.Parallel()
	score := setUp(lex)
	masked := 0
	for _, d := range testset.Samples(t, nth) {
		run := score(d.Fields, nil)
		masked += len(run.masked)
		for g, ranked := range run.Scores {
			if _, total := run.Explain(int32(g)); math.Abs(total-ranked) > 1e-9 || math.IsNaN(ranked) || ranked < 0 || ranked > 1 {
				t.Errorf("%s: %s is ranked by %v and explained as %v", d.Name, lex.Profiles[g].Code, ranked, total)
			}
		}
		run.Close()
	}
	if masked == 0 {
		t.Error("no text masks words for a group: the masked path was not tested")
	}
}

// TestRunsAreApart: runs share memory one after the other, and none shows in the next.
func TestRunsAreApart(t *testing.T) {
	score := setUp(testset.BuiltIn(t))
	var fresh [][]float64
	samples := testset.Samples(t, 12)
	for _, d := range samples {
		fresh = append(fresh, scoresOf(score, d.Fields))
	}
	slices.Reverse(samples)
	slices.Reverse(fresh)
	for i, d := range samples {
		if again := scoresOf(score, d.Fields); !slices.Equal(again, fresh[i]) {
			t.Errorf("%s: other scores in another order of documents", d.Name)
		}
	}
}

func scoresOf(score func(testset.Fields, read.Off) *Run, d testset.Fields) []float64 {
	run := score(d, nil)
	defer run.Close()
	return slices.Clone(run.Scores)
}
