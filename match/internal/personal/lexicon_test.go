package personal

import (
	"strings"
	"testing"
)

// Every line of the lists has a class, a tab and words, and every group a comment that says where
// it comes from.
func TestDataFiles(t *testing.T) {
	entries, err := data.ReadDir("data")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		b, err := data.ReadFile("data/" + e.Name())
		if err != nil {
			t.Fatal(err)
		}
		group := "blank"
		for n, l := range strings.Split(strings.TrimSuffix(string(b), "\n"), "\n") {
			name, words, ok := strings.Cut(l, "\t")
			switch {
			case l == "":
				group = "blank"
			case l[0] == '#':
				group = "told"
			case !ok || classNames[name] == 0 || strings.TrimSpace(words) == "":
				t.Errorf("%s:%d: %q is not a class, a tab and words", e.Name(), n+1, l)
			case group != "told":
				t.Errorf("%s:%d: a group without a comment", e.Name(), n+1)
				group = "told"
			}
		}
	}
}

func TestClassOf(t *testing.T) {
	lex := lexicon().words
	tests := []struct {
		word           string
		want, unwanted class
		reason         string
	}{
		{"delphine", given, doubtful, "a name"},
		{"rose", given | doubtful, 0, "a name that is a word"},
		{"anne-sophie", given, doubtful, "a name with a hyphen that is not listed"},
		{"nguyen-clarke", surname, other, "two surnames"},
		{"full-time", plain, given, "a word of work with a hyphen"},
		{"stonechild-frost", 0, other, "one part is no word of the lists"},
		{"baker", trade, given, "a trade"},
		{"hospital", org, given | surname, "a place of work"},
		{"zxqvia", 0, ^class(0), "no word at all"},
	}
	for _, tt := range tests {
		got := classOf(lex, tt.word)
		if got&tt.want != tt.want || got&tt.unwanted != 0 {
			t.Errorf("classOf(%q) = %b, want %b and none of %b (%s)", tt.word, got, tt.want,
				tt.unwanted, tt.reason)
		}
	}
}

func TestFold(t *testing.T) {
	for in, want := range map[string]string{"Éloïse": "eloise", "Łódź": "lodz", "O’Brien": "o'brien", "ﬁn": "fin", "Cafe\u0301": "cafe", "co\u00adop": "coop", "İ": "i", "Nguyễn": "nguyen", "Иван": "иван"} {
		if got := foldString(in); got != want {
			t.Errorf("foldString(%q) = %q, want %q", in, got, want)
		}
	}
}
