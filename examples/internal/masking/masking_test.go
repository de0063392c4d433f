package masking

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/nocmatch/nocmatch/match"
)

// find gives the spans of words in a text.
func find(text string, words ...string) []Span {
	var spans []Span
	for _, w := range words {
		for at := 0; ; {
			i := strings.Index(text[at:], w)
			if i < 0 {
				break
			}
			spans = append(spans, Span{Start: at + i, End: at + i + len(w)})
			at += i + len(w)
		}
	}
	return spans
}

func TestMove(t *testing.T) {
	const text = "Zoë Łuk codes charts. She reads. zoe@example.com"
	masked := New(text, find(text, "zoe@example.com", "Zoë Łuk", "Zoë", "She"))
	if diff := cmp.Diff(Mask+" codes charts. "+Mask+" reads. "+Mask, masked.Masked); diff != "" {
		t.Fatalf("(-want +got):\n%s", diff)
	}
	for _, tt := range []struct{ reason, quote, want string }{
		{"behind a detail", "codes charts", "codes charts"},
		{"between details", "reads", "reads"},
		{"a detail", "She", Mask},
		{"begins within a detail", "uk codes", Mask + " codes"},
		{"ends within a detail", "charts. Sh", "charts. " + Mask},
		{"within a detail", "oë", Mask},
		{"over several", text, masked.Masked},
		{"nothing, before all", "", ""},
	} {
		start := strings.Index(text, tt.quote)
		from, to := masked.Move(start, start+len(tt.quote))
		if got := masked.Masked[from:to]; got != tt.want {
			t.Errorf("%q becomes %q, want %q (%s)", tt.quote, got, tt.want, tt.reason)
		}
	}
}

func TestNoDetails(t *testing.T) {
	for _, spans := range [][]Span{nil, {}, {{Start: 3, End: 3}}} {
		text := New("as it is", spans)
		if from, to := text.Move(3, 5); text.Masked != "as it is" || from != 3 || to != 5 ||
			text.Words("it is") != "it is" {
			t.Errorf("%v changed the text to %q, its offsets to %d and %d", spans, text.Masked,
				from, to)
		}
	}
}

func TestWords(t *testing.T) {
	const text = "He is Al Li, C\xff."
	masked := New(text, find(text, "He", "Al Li", "Al", "C\xff"))
	for _, tt := range []struct{ reason, in, want string }{
		{"a word", "he said", Mask + " said"},
		{"a part of a word is another word", "the sheen", "the sheen"},
		{"the longest first", "read Al Li.", "read " + Mask + "."},
		{"letter case aside", "AL LI", Mask},
		{"none", "nobody", "nobody"},
		{"nothing", "", ""},
	} {
		if got := masked.Words(tt.in); got != tt.want {
			t.Errorf("Words(%q) = %q, want %q (%s)", tt.in, got, tt.want, tt.reason)
		}
	}
}

func TestResult(t *testing.T) {
	const text = "Ann Lee codes charts and reads. She sews."
	masked := New(text, find(text, "Ann Lee", "She"))
	at := func(quote string) (int, int, string) {
		i := strings.Index(text, quote)
		return i, i + len(quote), quote
	}
	r := match.Result{Matches: []match.Match{{Score: .5}}, Warnings: []match.Warning{{Code: "spelling", Message: `Read: "Lee" and "Ann Lee".`}}}
	for _, quote := range []string{"codes charts", "Lee codes", "She sews"} {
		e := match.Evidence{Field: match.FieldText, Contribution: .25}
		e.Start, e.End, e.Quote = at(quote)
		s := match.SkillMention{Field: match.FieldText}
		s.Start, s.End, s.Quote = at(quote)
		d := match.DutyCoverage{Status: match.Covered}
		d.Start, d.End, d.Quote = at(quote)
		r.Matches[0].Duties = append(r.Matches[0].Duties, d)
		r.Matches[0].Evidence, r.Skills = append(r.Matches[0].Evidence, e), append(r.Skills, s)
	}
	titled := match.Evidence{Field: match.FieldTitle, Start: 3, End: 7, Quote: "Lee's"}
	r.Matches[0].Evidence = append(r.Matches[0].Evidence, titled)
	r.Matches[0].Duties = append(r.Matches[0].Duties, match.DutyCoverage{Status: match.Absent})
	masked.Result(&r)
	if diff := cmp.Diff(match.DutyCoverage{Status: match.Absent},
		r.Matches[0].Duties[3]); diff != "" {
		t.Errorf("a duty without a quote changed (-want +got):\n%s", diff)
	}
	want := []string{"codes charts", Mask + " codes", Mask + " sews"}
	for i, s := range r.Skills {
		e, d := r.Matches[0].Evidence[i], r.Matches[0].Duties[i]
		if s.Quote != want[i] || d.Quote != want[i] || masked.Masked[d.Start:d.End] != d.Quote ||
			e.Quote != want[i] || masked.Masked[e.Start:e.End] != e.Quote ||
			masked.Masked[s.Start:s.End] != s.Quote {
			t.Errorf("quote %d is %+v, %+v and %+v, want %q at its place", i, e, s, d, want[i])
		}
	}
	if diff := cmp.Diff(titled, r.Matches[0].Evidence[3]); diff != "" {
		t.Errorf("evidence of another field changed (-want +got):\n%s", diff)
	}
	if got, want := r.Warnings[0].Message, `Read: "Lee" and "`+Mask+`".`; got != want {
		t.Errorf("warning %q, want %q: a detail is masked as a whole", got, want)
	}
	if r.Matches[0].Score != .5 || r.Document.Bytes != len(masked.Masked) ||
		len(r.Document.SHA256) != 64 {
		t.Errorf("score %v, document %+v, want the score as it was and the size and hash of the masked text", r.Matches[0].Score, r.Document)
	}
}

func TestNotice(t *testing.T) {
	const more = " Others may still stand in the text: read it before it is passed on."
	for _, tt := range []struct {
		reason string
		spans  []Span
		want   string
	}{
		{"nothing found is no promise", nil, "No personal details were found to mask." + more},
		{"in the order of kinds, not of the text", []Span{{0, 1, "school"}, {2, 3, "name"}, {4, 5, "name"}}, "Masked: 2 names, 1 school." + more},
		{"a kind that is not told", []Span{{0, 1, ""}}, "Masked: 1 other detail." + more},
	} {
		if diff := cmp.Diff(tt.want, New("a b c d", tt.spans).Notice()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.reason, diff)
		}
	}
}
