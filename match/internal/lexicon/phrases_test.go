package lexicon

import (
	"testing"

	"github.com/nocmatch/nocmatch/index"
	"github.com/nocmatch/nocmatch/match/internal/text"
	"github.com/nocmatch/nocmatch/profiles"
)

// TestWalk: a phrase is found where function words stand between its words, but not any number of
// them, nor any other word.
func TestWalk(t *testing.T) {
	x, err := index.Build(t.Context(), []profiles.Profile{
		{Code: "A1", Title: "Mechanics", Duties: []profiles.Duty{{Text: "Mend wheels"}},
			Vocabulary: []profiles.Term{{Term: "truing stand"}, {Term: "truing"}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	lex := New(x)
	for _, tt := range []struct {
		reason, text string
		want         int // tokens of the longest phrase
	}{
		{"word by word", "truing stand", 2},
		{"inflected", "truing stands", 2},
		{"a function word between", "truing the stand", 3},
		{"three", "truing in of the stand", 5},
		{"four are too many: the shorter phrase is left", "truing in of the and stand", 1},
		{"a known word between", "truing wheels stand", 1},
		{"an unknown word between", "truing xyzzy stand", 1},
		{"behind the end", "truing", 1},
		{"another order", "stand truing", 0},
	} {
		var d text.Text
		d.Fields[text.Body] = tt.text
		d.Append(text.Body, x.Analyze(nil, tt.text))
		got := 0
		lex.Phrases.Walk(&d, 0, len(d.Tokens), func(_ int32, to int) { got = to })
		if got != tt.want {
			t.Errorf("%s: in %q the longest phrase has %d tokens, want %d", tt.reason, tt.text, got, tt.want)
		}
	}
}
