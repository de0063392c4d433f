package main

import (
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The expected values are worked out by hand, in the comments.
func TestScore(t *testing.T) {
	js := []judgement{
		{"first", []string{"A"}},         // right at rank 1
		{"third", []string{"A"}},         // right at rank 3
		{"fourth", []string{"A", "B"}},   // right at ranks 4 and 6
		{"wrong", []string{"A"}},         // not found
		{"silent", []string{"A"}},        // not answered
		{"missing", []string{"A"}},       // not even asked
		{"nothing", nil},                 // nothing to find, and not answered
		{"nothing-answered", []string{}}, // nothing to find, and answered
	}
	answers := map[string]answer{
		"first":            {[]string{"A", "B"}, .9},
		"third":            {[]string{"X", "Y", "A"}, .4},
		"fourth":           {[]string{"U", "V", "X", "A", "Y", "B"}, .35},
		"wrong":            {[]string{"X"}, .2},
		"silent":           {},
		"nothing":          {},
		"nothing-answered": {[]string{"A"}, .1},
		"unjudged":         {[]string{"A"}, 1},
	}
	got := score(js, answers)
	want := metrics{
		queries: 6, answered: 4,
		hits: map[int]int{1: 1, 3: 2, 5: 3},
		mrr:  (1 + 1./3 + 1./4) / 6,
		// The gain at rank r is 1/log2(r+1): 1, .5 at rank 3, and (1/log2(5) + 1/log2(7)) / (1 + 1/log2(3)) = .4824756 for two right codes.
		ndcg:    (1 + .5 + .48247556) / 6,
		nothing: 2, rightly: 1,
		// Bins [.9, 1): |.9 - 1|; [.4, .5): |.4 - 0|; [.3, .4): .35; [.2, .3): .2; [.1, .2): .1; over five answers.
		ece: (.1 + .4 + .35 + .2 + .1) / 5, answers: 5,
		confident: 2, confidentHits: 1, // "first" and "third"
	}
	near := cmp.Comparer(func(a, b float64) bool { return math.Abs(a-b) < 1e-7 })
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(metrics{}), near); diff != "" {
		t.Errorf("score() differs (-want +got):\n%s", diff)
	}
	var b strings.Builder
	got.write(&b, 10)
	const lines = `acc@1 0.1667 [0.0301, 0.5635]
acc@3 0.3333 [0.0968, 0.7000]
acc@5 0.5000 [0.1876, 0.8124]
mrr 0.2639
ndcg@10 0.3304
coverage 0.6667
acc@1_answered 0.2500
acc@1_confident_half 0.5000 over 2
ece 0.2300 over 5 answers
abstained 1/2
abstained_wrongly 2/6
queries 6
`
	if diff := cmp.Diff(lines, b.String()); diff != "" {
		t.Errorf("write() differs (-want +got):\n%s", diff)
	}
}

func TestMetricsOfDepth(t *testing.T) {
	m := score([]judgement{{"q", []string{"A"}}}, map[string]answer{"q": {[]string{"A"}, .9}})
	for _, tt := range []struct {
		reason string
		depth  int
		want   string
	}{
		{"one answer says nothing about three", 1, "acc@1 mrr"},
		{"nor do two", 2, "acc@1 mrr"},
		{"three do", 3, "acc@1 acc@3 mrr"},
		{"four are too few for five", 4, "acc@1 acc@3 mrr"},
		{"nine are too few for the gain of ten", 9, "acc@1 acc@3 acc@5 mrr"},
		{"ten are enough for all", 10, "acc@1 acc@3 acc@5 mrr ndcg@10"},
		{"more change nothing", 11, "acc@1 acc@3 acc@5 mrr ndcg@10"},
	} {
		var b strings.Builder
		m.write(&b, tt.depth)
		var names []string
		for line := range strings.Lines(b.String()) {
			if name, _, _ := strings.Cut(line, " "); name != "coverage" {
				names = append(names, name)
				continue
			}
			break
		}
		if got := strings.Join(names, " "); got != tt.want {
			t.Errorf("with a depth of %d the metrics begin with %q, want %q (%s)", tt.depth, got, tt.want, tt.reason)
		}
		if !strings.Contains(b.String(), "ece 0.1000 over 1 answer\n") {
			t.Errorf("write() = %q, want one answer in the singular", b.String())
		}
	}
}

func TestScoreOfNothing(t *testing.T) {
	for _, js := range [][]judgement{nil, {{"nothing", nil}}} {
		m := score(js, nil)
		if m.queries != 0 || m.ece != 0 || m.mrr != 0 {
			t.Errorf("score(%v) = %+v, want zeros", js, m)
		}
		var b strings.Builder
		m.write(&b, 10)
		if strings.Contains(b.String(), "NaN") || strings.Contains(b.String(), "acc@") {
			t.Errorf("score(%v) prints %q, want no accuracy of no queries", js, b.String())
		}
	}
}

func TestWilson(t *testing.T) {
	for _, tt := range []struct {
		reason    string
		k, n      int
		low, high float64
	}{
		{"half of ten: (.5 + .19208) / 1.38416 less and more 1.96 * sqrt(.025 + .009604) / 1.38416", 5, 10, .236590, .763410},
		{"none: the interval begins at 0", 0, 10, 0, .277540},
		{"all: it ends at 1", 10, 10, .722460, 1},
		{"nothing to take a share of", 0, 0, 0, 0},
	} {
		low, high := wilson(tt.k, tt.n)
		if math.Abs(low-tt.low) > 1e-6 || math.Abs(high-tt.high) > 1e-6 {
			t.Errorf("wilson(%d, %d) = %.6f, %.6f, want %.6f, %.6f (%s)", tt.k, tt.n, low, high, tt.low, tt.high, tt.reason)
		}
	}
}

func TestCalibrationError(t *testing.T) {
	for _, tt := range []struct {
		reason   string
		outcomes []outcome
		want     float64
	}{
		{"no answers", nil, 0},
		{"sure and right", []outcome{{1, true}, {1, true}}, 0},
		{"sure and wrong", []outcome{{1, false}}, 1},
		{"half sure, right half the time", []outcome{{.5, true}, {.5, false}}, 0},
		{"errors of two bins do not cancel", []outcome{{.25, true}, {.75, false}}, .75},
	} {
		if got := calibrationError(tt.outcomes); math.Abs(got-tt.want) > 1e-12 {
			t.Errorf("calibrationError() = %v, want %v (%s)", got, tt.want, tt.reason)
		}
	}
}

func TestConfusions(t *testing.T) {
	js := []judgement{
		{"1", []string{"A"}}, {"2", []string{"A"}}, {"3", []string{"A", "B"}}, {"4", []string{"B"}}, {"5", []string{"B"}}, {"6", nil},
	}
	answers := map[string]answer{
		"1": {[]string{"X", "A"}, 1}, "2": {[]string{"X"}, 1}, "3": {[]string{"X"}, 1}, "4": {[]string{"B"}, 1}, "5": {}, "6": {[]string{"X"}, 1},
	}
	want := []confusion{{"A", "X", 2}, {"A|B", "X", 1}}
	if diff := cmp.Diff(want, confusions(js, answers), cmp.AllowUnexported(confusion{})); diff != "" {
		t.Errorf("confusions() differs (-want +got), right answers, abstentions and queries with nothing to find left out:\n%s", diff)
	}
}
