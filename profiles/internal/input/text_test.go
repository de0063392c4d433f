package input

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestDecode(t *testing.T) {
	for _, tc := range []struct{ in, want, reason string }{
		{"", "", "nothing"},
		{"café", "café", "UTF-8 without a mark"},
		{"\ufeffcafé", "café", "UTF-8 with a mark"},
		{"caf\xe9 \x96 \x93x\x94", "café – “x”", "Windows-1252, whose dash and quotes Latin-1 lacks"},
		{"\ufeffcaf\xe9", "café", "a mark at the start of what is not UTF-8 after all"},
		{"a\x81b", "a\ufffdb", "a byte that Windows-1252 leaves undefined"},
		{"\xff\xfec\x00\xe9\x00", "cé", "UTF-16, little end first"},
		{"\xfe\xff\x00c\x00\xe9", "cé", "UTF-16, big end first"},
		{"\xff\xfec", "\ufffd", "UTF-16 cut in two"},
	} {
		if got, err := Decode([]byte(tc.in)); err != nil || got != tc.want {
			t.Errorf("Decode(%q) = %q, %v; want %q: %s", tc.in, got, err, tc.want, tc.reason)
		}
	}
}

func TestLines(t *testing.T) {
	for _, tc := range []struct {
		in, reason string
		want       []string
	}{
		{"", "nothing", nil},
		{" \n\t\r\n", "white space only", nil},
		{"Chart coder", "one line", []string{"Chart coder"}},
		{" Code\u00a0charts \r\nClose  charts\n\n", "two, tidied", []string{"Code charts", "Close charts"}},
	} {
		if diff := cmp.Diff(tc.want, Lines(tc.in)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tc.reason, diff)
		}
	}
}

func TestFold(t *testing.T) {
	for _, tc := range []struct {
		a, b, reason string
		same         bool
	}{
		{"Chart  coder", "chart\u00a0CODER ", "case and spacing", true},
		{"ÉCOLE", "école", "letters with accents have a case", true},
		{"chart-coder", "chart coder", "a hyphen is more than spacing", false},
	} {
		if (Fold(tc.a) == Fold(tc.b)) != tc.same {
			t.Errorf("Fold(%q) == Fold(%q) is not %v: %s", tc.a, tc.b, tc.same, tc.reason)
		}
	}
}

func TestReadAllLimit(t *testing.T) {
	if b, err := ReadAll(strings.NewReader("12345"), 5); err != nil || string(b) != "12345" {
		t.Errorf("%q, %v: want all of an input of the largest size", b, err)
	}
	if _, err := ReadAll(strings.NewReader("123456"), 5); err == nil || !strings.Contains(err.Error(), "larger than 5 bytes") {
		t.Errorf("error %v, want one that gives the limit", err)
	}
}
