package main

import "testing"

func TestNumber(t *testing.T) {
	for _, tt := range []struct {
		reason string
		in     float64
		want   string
	}{
		{"as many zeros as there are places", .75, "0.750000"},
		{"a confidence that is as good as none", 5.480578e-13, "0.000000"},
		{"rounded, not cut", .1234567, "0.123457"},
		{"certain", 1, "1.000000"},
		{"nothing", 0, "0.000000"},
	} {
		if got := number(tt.in); got != tt.want {
			t.Errorf("number(%v) = %q, want %q (%s)", tt.in, got, tt.want, tt.reason)
		}
	}
}
