package lexicon

import "testing"

func TestOneApart(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"coder", "coders", true}, {"coder", "codr", true}, {"coder", "cider", true}, {"coder", "cdoer", true}, {"coder", "ecoder", true},
		{"coder", "coder", false}, {"coder", "codres", false}, {"coder", "redoc", false}, {"coder", "", false}, {"", "a", true}, {"ab", "ba", true}, {"abc", "cba", false},
	} {
		if got := oneApart(tt.a, tt.b); got != tt.want {
			t.Errorf("oneApart(%q, %q) = %v, want %v", tt.a, tt.b, got, tt.want)
		}
		if got := oneApart(tt.b, tt.a); got != tt.want {
			t.Errorf("oneApart(%q, %q) = %v, want %v", tt.b, tt.a, got, tt.want)
		}
	}
}
