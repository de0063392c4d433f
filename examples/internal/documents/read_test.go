package documents

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// TestOverlap holds each document to the words that it was made with, and prints the table with -v.
func TestOverlap(t *testing.T) {
	var table strings.Builder
	for _, s := range samples() {
		if s.fails != "" {
			continue
		}
		f, err := Read(t.Context(), s.name, s.raw, Limits{})
		if err != nil {
			t.Errorf("%s (%s): %v", s.name, s.traits, err)
			continue
		}
		share := overlap(f.Text, s.want)
		fmt.Fprintf(&table, "\n%-26s %-7s %6.2f%%  %s", s.name, f.Kind, 100*share, s.traits)
		if share < 0.98 {
			t.Errorf("%s (%s): %.1f%% of the words; (-want +got):\n%s", s.name, s.traits, 100*share, cmp.Diff(s.want, f.Text))
		}
		if f.Kind != s.kind || f.Bytes != len(s.raw) || f.Converted != (f.Text != string(s.raw)) {
			t.Errorf("%s: kind %s of %d bytes, converted %v; want %s of %d", s.name, f.Kind, f.Bytes, f.Converted, s.kind, len(s.raw))
		}
	}
	t.Log(table.String())
}

// TestLines holds each document to its lines too: paragraphs, items, rows and the order of columns.
func TestLines(t *testing.T) {
	for _, s := range samples() {
		if s.fails != "" {
			continue
		}
		f, err := Read(t.Context(), s.name, s.raw, Limits{})
		if err != nil {
			t.Errorf("%s: %v", s.name, err)
			continue
		}
		got, want := f.Text, s.want
		if f.Kind != Text { // empty lines show the distances on the page
			got = regexp.MustCompile(`\n+`).ReplaceAllString(got, "\n")
		}
		if diff := cmp.Diff(strings.Split(want, "\n"), strings.Split(got, "\n")); diff != "" {
			t.Errorf("%s (%s) (-want +got):\n%s", s.name, s.traits, diff)
		}
	}
}

var anyWord = regexp.MustCompile(`[\pL\pN]+`)

// overlap is the share of words, in [0, 1], that two texts have in common: of 2n words that match of all in both.
func overlap(a, b string) float64 {
	count := map[string]int{}
	total, common := 0, 0
	for _, w := range anyWord.FindAllString(strings.ToLower(a), -1) {
		count[w]++
		total++
	}
	for _, w := range anyWord.FindAllString(strings.ToLower(b), -1) {
		if count[w] > 0 {
			count[w]--
			common++
		}
		total++
	}
	if total == 0 {
		return 1
	}
	return 2 * float64(common) / float64(total)
}

func TestErrorsNameFileAndRemedy(t *testing.T) {
	for _, s := range samples() {
		if s.fails == "" {
			continue
		}
		f, err := Read(t.Context(), s.name, s.raw, Limits{})
		if err == nil || !strings.HasPrefix(err.Error(), s.name+": ") || !strings.Contains(err.Error(), s.fails) || strings.Count(err.Error(), ": ") < 2 {
			t.Errorf("%s (%s): %v, text %q; want an error with the name, %q and what to do", s.name, s.traits, err, f.Text, s.fails)
		}
	}
}

func sampleNamed(t testing.TB, name string) sample {
	t.Helper()
	all := samples()
	i := slices.IndexFunc(all, func(s sample) bool { return s.name == name })
	if i < 0 {
		t.Fatalf("no sample %s", name)
	}
	return all[i]
}

func TestLimits(t *testing.T) {
	bomb := word(para("", strings.Repeat("a", 4<<20)))
	var parts strings.Builder
	parts.WriteString("From: robin@example.com\n")
	for i := range 300 {
		fmt.Fprintf(&parts, "Content-Type: multipart/mixed; boundary=b%03d\n\n--b%03d\n", i, i)
	}
	deep := word(strings.Repeat("<w:x>", 300) + strings.Repeat("</w:x>", 300))
	for _, tc := range []struct {
		reason string
		raw    []byte
		limits Limits
		want   string
	}{
		{"a large file", []byte("12345"), Limits{Bytes: 4}, "larger than the limit of 4 bytes: split it"},
		{"a long text", []byte("12345"), Limits{Text: 4}, "has too long a text: the limit is 4 bytes"},
		{"many pages", sampleNamed(t, "pdf-running-heads.pdf").raw, Limits{Pages: 3}, "has too many pages: the limit is 3"},
		{"a stream that expands", sampleNamed(t, "pdf-single-column.pdf").raw, Limits{Expansion: 100}, "expands too far: the limit is 100 bytes"},
		{"a part that expands", bomb, Limits{Expansion: 1 << 20}, "expands too far: the limit is 1048576 bytes"},
		{"elements in one another", deep, Limits{}, "nests too deep: the limit is 250"},
		{"groups in one another", []byte(`{\rtf1` + strings.Repeat("{", 300) + "a" + strings.Repeat("}", 301)), Limits{}, "nests too deep: the limit is 250"},
		{"parts of an e-mail in one another", []byte(parts.String()), Limits{}, "nests too deep: the limit is 250"},
		{"e-mails in one another", []byte(strings.Repeat("From: robin@example.com\nContent-Type: message/rfc822\n\n", 4) + "text"), Limits{}, "holds files in one another: the limit is 3"},
		{"no time", bomb, Limits{Time: 1}, "takes too long: the limit is 1ns"},
	} {
		_, err := Read(t.Context(), "resume", tc.raw, tc.limits)
		if err == nil || !strings.HasPrefix(err.Error(), "resume: "+tc.want) {
			t.Errorf("%s: %v; want %q", tc.reason, err, tc.want)
		}
	}
}

func TestReadIsCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Read(ctx, "a.txt", []byte("text"), Limits{}); !errors.Is(err, context.Canceled) {
		t.Errorf("Read with a cancelled context: %v", err)
	}
}

func TestDefaultLimitsAreWhatZeroMeans(t *testing.T) {
	if diff := cmp.Diff(DefaultLimits(), Limits{}.withDefaults()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	own := Limits{1, 2, 3, 4, 5, 6, time.Second, 7, 8, 9, 10, true}
	if diff := cmp.Diff(own, own.withDefaults()); diff != "" {
		t.Errorf("own limits are kept (-want +got):\n%s", diff)
	}
}

func BenchmarkRead(b *testing.B) {
	for _, name := range []string{"pdf-single-column.pdf", "pdf-two-columns.pdf", "docx-resume.docx", "odt-resume.odt", "rtf-resume.rtf", "html-job-board.html", "email-attachment.eml", "text-utf-8.txt"} {
		s := sampleNamed(b, name)
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(s.raw)))
			for b.Loop() {
				if _, err := Read(b.Context(), s.name, s.raw, Limits{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// TestTruncatedIsNeverPartOfAText cuts documents wherever: what is left is read in full or not at all.
func TestTruncatedIsNeverPartOfAText(t *testing.T) {
	for _, name := range []string{"pdf-single-column.pdf", "pdf-object-streams.pdf", "pdf-running-heads.pdf", "docx-resume.docx", "odt-resume.odt", "rtf-resume.rtf"} {
		s := sampleNamed(t, name)
		whole, err := Read(t.Context(), name, s.raw, Limits{})
		if err != nil {
			t.Fatal(err)
		}
		// Fewer bytes than this are text to anybody.
		for cut := 10; cut < len(s.raw); cut += 1 + len(s.raw)/200 {
			f, err := Read(t.Context(), name, s.raw[:cut], Limits{})
			if err == nil && f.Text != whole.Text {
				t.Errorf("%s cut after %d of %d bytes gives %q", name, cut, len(s.raw), f.Text)
				break
			}
		}
	}
}
