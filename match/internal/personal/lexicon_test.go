package personal

import (
	"strings"
	"testing"
)

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
		first, _, _ := strings.Cut(string(b), "\n")
		if !strings.HasPrefix(first, "# ") || !strings.HasSuffix(first, "Written for this project.") {
			t.Errorf("%s begins with %q", e.Name(), first)
		}
	}
}

func TestWordsHaveClasses(t *testing.T) {
	eachLine("words.txt", func(l string) {
		if name, words, ok := strings.Cut(l, ":"); !ok || classNames[name] == 0 || strings.TrimSpace(words) == "" {
			t.Errorf("words.txt: %q is not a class and words", l)
		}
	})
}

func TestClassOf(t *testing.T) {
	lex := lexicon()
	tests := []struct {
		word           string
		want, unwanted class
		reason         string
	}{
		{"delphine", given, doubtful, "a name"},
		{"rose", given | doubtful, 0, "a name that is a word"},
		{"anne-sophie", given, doubtful, "a name with a hyphen that is not listed"},
		{"nguyen-clarke", surname, other, "two surnames"},
		{"full-time", other & common, given, "two common words"},
		{"stonechild-frost", 0, other, "one part is no word of the lists"},
		{"baker", trade, surname, "a trade"},
		{"hospital", org, given | surname, "a place of work"},
		{"zxqvia", 0, ^class(0), "no word at all"},
	}
	for _, tt := range tests {
		got := classOf(lex, tt.word)
		if got&tt.want != tt.want || got&tt.unwanted != 0 {
			t.Errorf("classOf(%q) = %b, want %b and none of %b (%s)", tt.word, got, tt.want, tt.unwanted, tt.reason)
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
