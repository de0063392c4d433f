package main

import (
	"strings"
	"testing"

	"github.com/nocmatch/nocmatch/index"
)

func TestWriteHits(t *testing.T) {
	for _, tt := range []struct {
		reason string
		scores []float64
		want   string // the scores that are written
	}{
		{"nothing", nil, ""},
		{"the best has 1, however small its score", []float64{.002}, "1.00"},
		{"the others have their share", []float64{.04, .02, .0064}, "1.00 0.50 0.16"},
		{"a score above 1 is no share", []float64{16, 4}, "1.00 0.25"},
		{"equals are equal", []float64{.3, .3}, "1.00 1.00"},
		{"what rounds to 0.00 is left out, and what rounds to 0.01 stays", []float64{1, .0051, .0049, .001}, "1.00 0.01"},
	} {
		var hits []index.Hit
		for _, score := range tt.scores {
			hits = append(hits, index.Hit{Code: "12111", Title: "Health", Score: score})
		}
		var b strings.Builder
		if err := writeHits(&b, hits); err != nil {
			t.Fatal(err)
		}
		var got []string
		for line := range strings.Lines(b.String()) {
			got = append(got, strings.Fields(line)[1])
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("writeHits(%v) = %q, want the scores %q (%s)", tt.scores, b.String(), tt.want, tt.reason)
		}
	}
	if err := writeHits(fullDisk{}, []index.Hit{{Code: "1", Score: 1}}); err == nil {
		t.Error("writeHits() on a full disk gave no error")
	}
}
