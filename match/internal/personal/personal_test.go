package personal

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A text of testdata/texts.txt with the details that its marks name.
type markedText struct {
	name, text string
	want       []Span
}

func markedTexts(t testing.TB) []markedText {
	t.Helper()
	b, err := os.ReadFile("testdata/texts.txt")
	if err != nil {
		t.Fatal(err)
	}
	kinds := make(map[string]Kind)
	for k := Name; k <= School; k++ {
		kinds[k.String()] = k
	}
	var out []markedText
	_, all, _ := strings.Cut(string(b), "\n-- ")
	for _, part := range strings.Split(all, "\n-- ") {
		name, body, _ := strings.Cut(part, "\n")
		m := markedText{name: name}
		var text strings.Builder
		for body != "" {
			i := strings.IndexByte(body, '{')
			if i < 0 {
				text.WriteString(body)
				break
			}
			text.WriteString(body[:i])
			kind, rest, ok := strings.Cut(body[i+1:], ":")
			words, rest, closed := strings.Cut(rest, "}")
			if !ok || !closed || kinds[kind] == 0 {
				t.Fatalf("%s: bad mark at %.40q", name, body[i:])
			}
			start := text.Len()
			text.WriteString(words)
			m.want = append(m.want, Span{start, text.Len(), kinds[kind]})
			body = rest
		}
		m.text = text.String()
		out = append(out, m)
	}
	return out
}

// shown returns the spans as "kind: words", for diffs that can be read.
func shown(text string, spans []Span) []string {
	var out []string
	for _, s := range spans {
		out = append(out, s.Kind.String()+": "+text[s.Start:s.End])
	}
	return out
}

func TestFindMarked(t *testing.T) {
	for _, m := range markedTexts(t) {
		t.Run(m.name, func(t *testing.T) {
			got := Find(m.text, nil)
			if diff := cmp.Diff(shown(m.text, m.want), shown(m.text, got)); diff != "" {
				t.Errorf("details (-want +got):\n%s", diff)
			} else if diff := cmp.Diff(m.want, got); diff != "" {
				t.Errorf("spans (-want +got):\n%s", diff)
			}
		})
	}
}

func negatives(t testing.TB) []string {
	t.Helper()
	b, err := os.ReadFile("testdata/negatives.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for l := range strings.SplitSeq(string(b), "\n") {
		if l != "" && l[0] != '#' {
			out = append(out, l)
		}
	}
	return out
}

// Nothing in these is a detail: not alone, and not as a duty or an employer in a resume.
func TestFindNothing(t *testing.T) {
	for _, l := range negatives(t) {
		if got := Find(l, nil); got != nil {
			t.Errorf("Find(%q) = %q, want nothing", l, shown(l, got))
		}
		const head, tail = "EXPERIENCE\n2015 - 2018  Clerk\n- ", "\n- filed charts\n"
		text := head + l + tail
		if got := Find(text, nil); got != nil {
			t.Errorf("as a duty: Find(%q) = %q, want nothing", l, shown(text, got))
		}
	}
}
