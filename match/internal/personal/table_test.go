package personal

import (
	"cmp"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// rows returns the lines of a file of testdata, cut at tabs, without comments.
func rows(t testing.TB, name string) [][]string {
	t.Helper()
	b, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var out [][]string
	for l := range strings.SplitSeq(string(b), "\n") {
		if l != "" && l[0] != '#' {
			out = append(out, strings.Split(l, "\t"))
		}
	}
	return out
}

// A person of testdata/people.tsv.
type person struct{ origin, given, family string }

func invented(t testing.TB) []person {
	var out []person
	for _, r := range rows(t, "people.tsv") {
		out = append(out, person{r[0], r[1], r[2]})
	}
	return out
}

// in writes the person into a text of testdata/places.txt.
func (p person) in(text string) string {
	address := strings.NewReplacer(" ", "", "'", "", "-",
		"").Replace(foldString(p.given)) + "." + strings.NewReplacer(" ", "", "'", "", "-", "").Replace(foldString(p.family))
	var spaced []string
	for _, r := range strings.ToUpper(p.given + " " + p.family) {
		spaced = append(spaced, string(r))
	}
	initial := string([]rune(p.given)[:1])
	return strings.NewReplacer("%G%", p.given, "%F%", p.family, "%g%", strings.ToLower(p.given),
		"%f%", strings.ToLower(p.family), "%GU%", strings.ToUpper(p.given),
		"%FU%", strings.ToUpper(p.family), "%I%", initial, "%a%", address, "%S%", strings.Join(spaced, " ")).Replace(text)
}

// places returns the texts of testdata/places.txt with their names, in order.
func places(t testing.TB) (names, texts []string) {
	t.Helper()
	b, err := os.ReadFile("testdata/places.txt")
	if err != nil {
		t.Fatal(err)
	}
	_, all, _ := strings.Cut(string(b), "\n-- ")
	for part := range strings.SplitSeq(all, "\n-- ") {
		name, text, _ := strings.Cut(part, "\n")
		names, texts = append(names, name), append(texts, text)
	}
	return names, texts
}

// masked returns the text with every byte of a detail but blanks replaced by an x.
func masked(text string, spans []Span) string {
	b := []byte(text)
	for _, s := range spans {
		for i := s.Start; i < s.End; i++ {
			b[i] = '#'
		}
	}
	return string(b)
}

// tells reports whether a word of the person is left in the text: two letters or more, in any case,
// as a word of its own.
func (p person) tells(text string) bool {
	left := " " + strings.Join(strings.FieldsFunc(foldString(text),
		func(r rune) bool { return !unicode.IsLetter(r) }), " ") + " "
	for _, w := range strings.FieldsFunc(foldString(p.given+" "+p.family),
		func(r rune) bool { return r == ' ' || r == '-' || r == '\'' }) {
		if len(w) > 1 && w != "da" && w != "van" && w != "den" && w != "el" && w != "al" &&
			strings.Contains(left, " "+w+" ") {
			return true
		}
	}
	return strings.Contains(left, " "+strings.Join(strings.Split(strings.NewReplacer(" ", "", "-",
		"").Replace(foldString(p.family)), ""), " ")+" ")
}

// The table of masked names by origin and place. Of every origin nine in ten must be masked, of all
// of them 23 in 24; a name in a sentence, where only lists can tell it, is counted apart.
func TestNamesByOriginAndPlace(t *testing.T) {
	names, texts := places(t)
	const sentence = "in a sentence"
	type score struct{ masked, all int }
	origins, byPlace := map[string]*score{}, map[string]*score{}
	var order []string
	var total, running score
	for _, p := range invented(t) {
		if origins[p.origin] == nil {
			origins[p.origin] = &score{}
			order = append(order, p.origin)
		}
		for k, text := range texts {
			text = p.in(text)
			ok := !p.tells(masked(text, Find(text, nil)))
			if byPlace[names[k]] == nil {
				byPlace[names[k]] = &score{}
			}
			for _, s := range []*score{byPlace[names[k]], origins[p.origin], &total} {
				if names[k] == sentence && s != byPlace[sentence] {
					s = &running
					if s.all > byPlace[sentence].all {
						continue
					}
				}
				s.all++
				if ok {
					s.masked++
				}
			}
			if !ok {
				t.Logf("left: %s %s (%s), %s", p.given, p.family, p.origin, names[k])
			}
		}
	}
	for _, o := range order {
		s := origins[o]
		t.Logf("%-20s %3d of %3d", o, s.masked, s.all)
		if s.masked*10 < s.all*9 {
			t.Errorf("%s: %d of %d names are masked, want nine in ten", o, s.masked, s.all)
		}
	}
	for _, n := range names {
		t.Logf("%-36s %3d of %3d", n, byPlace[n].masked, byPlace[n].all)
	}
	t.Logf("all: %d of %d", total.masked, total.all)
	if total.masked*24 < total.all*23 {
		t.Errorf("%d of %d names are masked, want 23 in 24", total.masked, total.all)
	}
}

// The table of masked details by kind: each secret of testdata/kinds.tsv must be masked whole, and
// four in five of every kind.
func TestDetailsByKind(t *testing.T) {
	type score struct {
		kind        string
		masked, all int
	}
	var scores []*score
	for _, r := range rows(t, "kinds.tsv") {
		text, want := unmark(strings.ReplaceAll(r[1], `\n`, "\n"))
		hidden := masked(text, Find(text, nil))
		i := slices.IndexFunc(scores, func(s *score) bool { return s.kind == r[0] })
		if i < 0 {
			i = len(scores)
			scores = append(scores, &score{kind: r[0]})
		}
		for _, s := range want {
			scores[i].all++
			left := strings.Trim(hidden[s.Start:s.End], "#@.,:; ")
			if !strings.ContainsFunc(left, func(r rune) bool {
				return unicode.IsLetter(r) ||
					unicode.IsDigit(r)
			}) {
				scores[i].masked++
			} else {
				t.Logf("left: %s: %q in %q", r[0], left, r[1])
			}
		}
	}
	for _, s := range scores {
		t.Logf("%-28s %3d of %3d", s.kind, s.masked, s.all)
		if s.masked*5 < s.all*4 {
			t.Errorf("%s: %d of %d are masked, want four in five", s.kind, s.masked, s.all)
		}
	}
}

// unmark takes the braces out of a text and returns where what they marked is.
func unmark(marked string) (text string, spans []Span) {
	var b strings.Builder
	for marked != "" {
		before, rest, ok := strings.Cut(marked, "{")
		b.WriteString(before)
		if !ok {
			break
		}
		words, after, _ := strings.Cut(rest, "}")
		spans = append(spans, Span{Start: b.Len(), End: b.Len() + len(words)})
		b.WriteString(words)
		marked = after
	}
	return b.String(), spans
}

// Texts of testdata/plain.tsv in which nothing is a detail, with the ways of contact of a posting
// left out.
func TestPlainTexts(t *testing.T) {
	left := 0
	byReason := map[string]int{}
	for _, r := range rows(t, "plain.tsv") {
		text := strings.ReplaceAll(r[1], `\n`, "\n")
		for _, s := range Find(text, nil) {
			if s.Kind == Phone || s.Kind == Email {
				continue
			}
			left++
			byReason[r[0]]++
			t.Errorf("%s: %s %q is masked in %q", r[0], s.Kind, text[s.Start:s.End], r[1])
		}
	}
	if left > 0 {
		reasons := make([]string, 0, len(byReason))
		for r := range byReason {
			reasons = append(reasons, r)
		}
		slices.SortFunc(reasons, func(a, b string) int {
			return cmp.Compare(byReason[b],
				byReason[a])
		})
		t.Logf("%d in all, most: %v", left, reasons)
	}
}
