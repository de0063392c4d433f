package htmlreport

import "testing"

func TestShown(t *testing.T) {
	for _, tt := range []struct{ reason, in, want string }{
		{"letters, tabs and line feeds stay", "é\t漢\n", "é\t漢\n"},
		{"line ends", "a\r\nb\rc\fd\ve\r", "a\nb\nc\nd\ne\n"},
		{"control characters", "a\x00b\x1b[1mc\u0085d\x7f", "a\ufffdb\ufffd[1mc\ufffdd\ufffd"},
		{"no UTF-8", "a\xff\xfeb\xe2\x82", "a\ufffd\ufffdb\ufffd\ufffd"},
		{"nothing turns the direction of writing", "a\u202eb\u2066c\u2069\u202c", "abc"},
		{"marks of direction stay", "\u200fאב\u200e", "\u200fאב\u200e"},
		{"line separators stay", "a\u2028b", "a\u2028b"},
	} {
		if got := shown(tt.in, 0, len(tt.in)); got != tt.want {
			t.Errorf("shown(%q) = %q, want %q (%s)", tt.in, got, tt.want, tt.reason)
		}
		pieces := ""
		for i := range len(tt.in) {
			if isBoundary(tt.in, i) {
				j := i + 1
				for !isBoundary(tt.in, j) {
					j++
				}
				pieces += shown(tt.in, i, j)
			}
		}
		if pieces != tt.want {
			t.Errorf("the pieces of %q are shown as %q, want %q (%s)", tt.in, pieces, tt.want, tt.reason)
		}
	}
}

func TestOneLine(t *testing.T) {
	for _, tt := range []struct{ reason, in, want string }{
		{"white space is folded", "  a\r\n\tb\u00a0 c\u2028d ", "a b c d"},
		{"control characters show", "a\x1b]0;b\x07", "a\ufffd]0;b\ufffd"},
		{"nothing", "", ""},
	} {
		if got := oneLine(tt.in); got != tt.want {
			t.Errorf("oneLine(%q) = %q, want %q (%s)", tt.in, got, tt.want, tt.reason)
		}
	}
}
