package htmlreport

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSegments(t *testing.T) {
	const text = "code charts in ICD"
	for _, tt := range []struct {
		reason string
		text   string
		spans  []span
		want   string // segments in brackets, with their units
	}{
		{"no span, one segment", text, nil, "[code charts in ICD]"},
		{"no text, no segment", "", []span{{0, 0, 0}}, ""},
		{"one span", text, []span{{5, 11, 0}}, "[code ][charts 0][ in ICD]"},
		{"all of the text", text, []span{{0, 18, 0}}, "[code charts in ICD 0]"},
		{"spans that touch stay two", text, []span{{0, 5, 0}, {5, 11, 1}}, "[code  0][charts 1][ in ICD]"},
		{"touching spans of one unit are two quotes", text, []span{{0, 5, 0}, {5, 11, 0}}, "[code  0][charts 0][ in ICD]"},
		{"an overlap has both units", text, []span{{0, 11, 1}, {5, 18, 0}}, "[code  1][charts 0 1][ in ICD 0]"},
		{"a span within a span", text, []span{{0, 18, 0}, {5, 11, 1}}, "[code  0][charts 0 1][ in ICD 0]"},
		{"the same span for three units", text, []span{{5, 11, 2}, {5, 11, 0}, {5, 11, 1}}, "[code ][charts 0 1 2][ in ICD]"},
		{"the same span twice for a unit", text, []span{{5, 11, 0}, {5, 11, 0}}, "[code ][charts 0][ in ICD]"},
		{"spans of one unit that overlap", text, []span{{0, 8, 0}, {5, 11, 0}}, "[code  0][cha 0][rts 0][ in ICD]"},
		{"in any order", text, []span{{15, 18, 1}, {0, 4, 0}}, "[code 0][ charts in ][ICD 1]"},
		{"letters of several bytes", "données codées", []span{{4, 8, 0}, {9, 16, 1}}, "[donn][ées 0][ ][codées 1]"},
		{"inside a letter: ignored", "données", []span{{5, 8, 0}, {0, 5, 1}}, "[données]"},
		{"bytes that are no UTF-8 are letters of one byte", "a\xffb\xe2\x82c", []span{{1, 2, 0}, {3, 4, 1}}, "[a][\xff 0][b][\xe2 1][\x82c]"},
		{"between CR and LF", "a\r\nb", []span{{0, 2, 0}, {2, 4, 1}}, "[a\r 0][\nb 1]"},
		{"out of range: ignored", text, []span{{-1, 4, 0}, {5, 19, 0}, {18, 30, 0}, {1 << 40, 1 << 41, 1}}, "[code charts in ICD]"},
		{"empty and backwards: ignored", text, []span{{5, 5, 0}, {11, 5, 1}}, "[code charts in ICD]"},
	} {
		var got strings.Builder
		for _, s := range segments(tt.text, tt.spans) {
			fmt.Fprintf(&got, "[%s", tt.text[s.start:s.end])
			for _, u := range s.units {
				fmt.Fprintf(&got, " %d", u)
			}
			got.WriteString("]")
		}
		if diff := cmp.Diff(tt.want, got.String()); diff != "" {
			t.Errorf("segments(%q, %v) (-want +got), %s:\n%s", tt.text, tt.spans, tt.reason, diff)
		}
	}
}
