package htmlreport

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/nocmatch/nocmatch/match"
)

// checkMarked marks text and looks for what must always hold: what is shown is the text, and the highlights of a unit cover its quotes.
func checkMarked(t *testing.T, text string, units []unit) {
	t.Helper()
	pieces := markText("c1", text, units, func(u unit) bool { return u.Class == "term" })
	var all strings.Builder
	ids := map[string]bool{}
	starts := map[string]int{} // where each highlight begins in what is shown
	words := map[string]string{}
	for _, p := range pieces {
		if p.ID != "" {
			if ids[p.ID] {
				t.Fatalf("%q: two highlights are %s", text, p.ID)
			}
			ids[p.ID] = true
			starts[p.ID] = all.Len()
		}
		if (p.Class == "") != (p.To == "") {
			t.Fatalf("%q: piece %+v leads nowhere", text, p)
		}
		all.WriteString(p.Text)
		for u := range strings.FieldsSeq(p.Shorts) {
			words[u] += squeeze(p.Text)
		}
	}
	if want := shown(text, 0, len(text)); all.String() != want {
		t.Fatalf("%q is shown as %q, want %q", text, all.String(), want)
	}
	for _, u := range units {
		covered := make([]bool, len(text))
		for _, q := range u.Quotes {
			valid := q.field == match.FieldText && q.start < q.end && isBoundary(text, q.start) && isBoundary(text, q.end)
			if (q.Mark != "") != valid {
				t.Fatalf("%q: quote %d-%d has the highlight %q", text, q.start, q.end, q.Mark)
			}
			if !valid {
				continue
			}
			at, want := starts[q.Mark], len(shown(text, 0, q.start))
			if at < want || squeeze(all.String()[want:at]) != "" {
				t.Fatalf("%q: the highlight of %d-%d begins at %d of what is shown, want %d or after white space", text, q.start, q.end, at, want)
			}
			for i := q.start; i < q.end; i++ {
				covered[i] = true
			}
		}
		want := ""
		for i := 0; i < len(text); {
			from := i
			for i < len(text) && covered[i] == covered[from] {
				i++
			}
			if covered[from] {
				want += squeeze(shown(text, from, i))
			}
		}
		if got := words[u.Short]; got != want {
			t.Fatalf("%q: the highlights of %s have the words %q, want %q", text, u.Short, got, want)
		}
	}
}

// squeeze leaves white space out: highlights do.
func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }

func newUnit(i int, class string, spans ...[2]int) unit {
	u := unit{Short: fmt.Sprint("u", i), Class: class, contribution: float64(i) / 100}
	u.ID = "c1-" + u.Short
	for _, s := range spans {
		u.quote(quote{field: match.FieldText, start: s[0], end: s[1]})
	}
	return u
}

func TestMarkText(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	alphabet := []string{"a", "b", " ", "  ", "é", "漢", "\r\n", "\n", "\t", "\r", "\u202e", "\xff", "\x00", "e\u0301", "<", "ש", "\u00a0"}
	for range 3000 {
		var b strings.Builder
		for range random.IntN(30) {
			b.WriteString(alphabet[random.IntN(len(alphabet))])
		}
		text := b.String()
		var units []unit
		for i := range random.IntN(5) {
			u := newUnit(i, []string{"duty", "skill", "term"}[random.IntN(3)])
			for range random.IntN(4) {
				start := random.IntN(len(text)+4) - 2
				u.quote(quote{field: match.FieldText, start: start, end: start + random.IntN(12) - 1})
			}
			units = append(units, u)
		}
		checkMarked(t, text, units)
	}
}

func FuzzMarkText(f *testing.F) {
	f.Add("code charts\r\n  in ICD-10-CA", 0, 11, 5, 20)
	f.Add("\xff\x00\u202e", 0, 1, 1, 2)
	f.Fuzz(func(t *testing.T, text string, a, b, c, d int) {
		checkMarked(t, text, []unit{newUnit(0, "duty", [2]int{a, b}), newUnit(1, "skill", [2]int{c, d}), newUnit(2, "term", [2]int{a, d})})
	})
}

func TestIsLaidOut(t *testing.T) {
	for _, tt := range []struct {
		reason, text string
		want         bool
	}{
		{"nothing", "", false},
		{"prose", "I coded charts.\nI abstracted them.\n   Then I rested.\n", false},
		{"two columns", "SKILLS      WORK\nExcel       Coder\nEpic        Clerk\n", true},
		{"a table with tabs", "a\tb\nc\td\ne\tf", true},
		{"a date at the end of some lines of many", strings.Repeat("a line of prose\n", 20) + strings.Repeat("Coder      2019\n", 3), false},
	} {
		if got := isLaidOut(tt.text); got != tt.want {
			t.Errorf("isLaidOut(%q) = %v, want %v (%s)", tt.text, got, tt.want, tt.reason)
		}
	}
}

func TestCutText(t *testing.T) {
	for _, tt := range []struct {
		reason, text string
		want         int
	}{
		{"short", "short", 5},
		{"just fits", strings.Repeat("a", TextBytes), TextBytes},
		{"at a line", strings.Repeat("a", TextBytes-10) + "\n" + strings.Repeat("b c", 100), TextBytes - 9},
		{"at a word", strings.Repeat("a", TextBytes-10) + " " + strings.Repeat("b", 100), TextBytes - 9},
		{"no break near", strings.Repeat("a", 2*TextBytes), TextBytes},
		{"not inside a letter", strings.Repeat("漢", TextBytes), TextBytes - TextBytes%3},
	} {
		if got := cutText(tt.text); len(got) != tt.want || !strings.HasPrefix(tt.text, got) {
			t.Errorf("cutText cuts at %d, want %d (%s)", len(got), tt.want, tt.reason)
		}
	}
}
