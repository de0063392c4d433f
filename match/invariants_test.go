package match

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"iter"
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/nocmatch/nocmatch/match/internal/explain"
	"github.com/nocmatch/nocmatch/match/internal/read"
	"github.com/nocmatch/nocmatch/match/internal/testset"
	"github.com/nocmatch/nocmatch/match/internal/text"
	"github.com/nocmatch/nocmatch/profiles"
)

// The invariants of the design, each as a function that finds what is wrong with a result; the property tests and the fuzz target
// below hold them over many documents.

// checkSpans: a quote is the bytes of its field, on rune boundaries, no more than a sentence and
// 300 bytes.
func checkSpans(d Document, r Result) error {
	fields := map[Field]string{FieldTitle: d.Title, FieldIndustry: d.Industry, FieldText: d.Text}
	check := func(what string, f Field, start, end int, quote string) error {
		text, ok := fields[f]
		switch {
		case !ok:
			return fmt.Errorf("%s: no field %q", what, f)
		case start < 0 || start >= end || end > len(text):
			return fmt.Errorf("%s: span %d:%d of a %s of %d bytes", what, start, end, f, len(text))
		case text[start:end] != quote:
			return fmt.Errorf("%s: %s[%d:%d] is %q, not %q", what, f, start, end, text[start:end], quote)
		case !utf8.RuneStart(text[start]) || end < len(text) && !utf8.RuneStart(text[end]) && utf8.ValidString(text):
			return fmt.Errorf("%s: span %d:%d splits a rune", what, start, end)
		case !utf8.ValidString(quote):
			return fmt.Errorf("%s: quote %q is not valid UTF-8", what, quote)
		case len(quote) > explain.QuoteBytes && strings.ContainsAny(quote, " \t\n"):
			return fmt.Errorf("%s: quote of %d bytes", what, len(quote))
		}
		return nil
	}
	for _, m := range r.Matches {
		for _, d := range m.Duties {
			if (d.Quote == "") != (d.Status == Absent) {
				return fmt.Errorf("%s: duty %q is %s, shown by %q", m.Code, d.Text, d.Status, d.Quote)
			}
			if d.Status == Absent {
				continue
			}
			if err := check(fmt.Sprintf("%s duty %q", m.Code, d.Text), FieldText, d.Start, d.End, d.Quote); err != nil {
				return err
			}
		}
		for _, e := range m.Evidence {
			if err := check(fmt.Sprintf("%s %s %q", m.Code, e.Kind, e.Unit), e.Field, e.Start, e.End, e.Quote); err != nil {
				return err
			}
		}
	}
	for _, s := range r.Skills {
		if err := check("skill "+s.Name, s.Field, s.Start, s.End, s.Quote); err != nil {
			return err
		}
	}
	return nil
}

// checkSums: a score is the sum of its contributions, to the last bit and in any order, and they are multiples of 2^-40.
func checkSums(r Result, random *rand.Rand) error {
	for _, m := range r.Matches {
		units := map[string]float64{}
		values := make([]float64, 0, len(m.Evidence))
		for _, e := range m.Evidence {
			if x := e.Contribution * (1 << 40); x != math.Trunc(x) || e.Contribution == 0 {
				return fmt.Errorf("%s: contribution %v is no multiple of 2^-40, or is 0", m.Code, e.Contribution)
			}
			if e.Kind == KindExclusion && e.Contribution > 0 {
				return fmt.Errorf("%s: exclusion %q speaks for it", m.Code, e.Unit)
			}
			values = append(values, e.Contribution)
			if e.Kind == KindDuty {
				units[e.Unit] += e.Contribution
			}
		}
		for range 3 {
			sum := 0.0
			for _, x := range values {
				sum += x
			}
			if sum != m.Score {
				return fmt.Errorf("%s: contributions sum to %v, the score is %v", m.Code, sum, m.Score)
			}
			random.Shuffle(len(values), func(i, j int) { values[i], values[j] = values[j], values[i] })
		}
		for _, d := range m.Duties {
			if d.Contribution != units[d.Text] {
				return fmt.Errorf("%s: duty %q has %v, its evidence %v", m.Code, d.Text, d.Contribution, units[d.Text])
			}
		}
	}
	return nil
}

// checkBounds: scores and confidences are probabilities, in order, and nothing is missing.
func checkBounds(r Result) error {
	total := 0.0
	for i, m := range r.Matches {
		switch {
		case math.IsNaN(m.Score) || m.Score < 0 || m.Score > 1:
			return fmt.Errorf("%s: score %v", m.Code, m.Score)
		case math.IsNaN(m.Confidence) || m.Confidence < 0 || m.Confidence > 1:
			return fmt.Errorf("%s: confidence %v", m.Code, m.Confidence)
		case m.Rank != i+1:
			return fmt.Errorf("%s: rank %d at place %d", m.Code, m.Rank, i+1)
		case m.Band != bandOf(m.Confidence):
			return fmt.Errorf("%s: band %s of confidence %v", m.Code, m.Band, m.Confidence)
		case m.Duties == nil || m.Skills == nil || m.Evidence == nil:
			return fmt.Errorf("%s: an array is nil", m.Code)
		}
		if i > 0 {
			if before := r.Matches[i-1]; before.Score < m.Score || before.Score == m.Score && before.Code >= m.Code {
				return fmt.Errorf("%s (%v) after %s (%v)", m.Code, m.Score, before.Code, before.Score)
			}
		}
		if r.Abstained && m.Confidence >= PossibleConfidence {
			return fmt.Errorf("%s: confidence %v of a result that names none", m.Code, m.Confidence)
		}
		total += m.Confidence
	}
	if total+r.None > 1 || r.None < 0 {
		return fmt.Errorf("confidences sum to %v, and none has %v", total, r.None)
	}
	if whole := r.Profiles.Count; len(r.Matches) == whole && total+r.None < 1-float64(whole+1)*confidenceGrain {
		return fmt.Errorf("confidences sum to %v, none has %v: with all %d matches it must be 1", total, r.None, whole)
	}
	if r.Matches == nil || r.Skills == nil || r.Warnings == nil {
		return fmt.Errorf("an array is nil")
	}
	return nil
}

// checkScores: the result has the scores that all groups were ranked by, but for rounding.
func checkScores(m *Matcher, d Document, r Result) error {
	var s read.Scratch
	run := m.signals.Run(read.New(m.lex, [text.NumFields]string{d.Title, d.Industry, d.Text}, m.off, &s), m.off)
	defer run.Close()
	for _, match := range r.Matches {
		g, err := m.group(match.Code)
		if err != nil {
			return err
		}
		if math.Abs(run.Scores[g]-match.Score) > 1e-9 {
			return fmt.Errorf("%s: ranked by %v, explained as %v", match.Code, run.Scores[g], match.Score)
		}
	}
	return nil
}

// encode returns the bytes of a result's JSON.
func encode(t testing.TB, r Result) []byte {
	t.Helper()
	b, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// checkAll returns what is wrong with a result, if anything is.
func checkAll(m *Matcher, d Document, r Result) error {
	return cmp.Or(checkSpans(d, r), checkSums(r, rand.New(rand.NewPCG(1, 2))), checkBounds(r), checkScores(m, d, r))
}

func TestInvariants(t *testing.T) {
	t.Parallel()
	m := defaultMatcher(t)
	for _, d := range sampleDocuments(t, 2) {
		if err := checkAll(m, d, matchText(t, m, d)); err != nil {
			t.Errorf("%s: %v\nin %+.200q", d.Name, err, d)
		}
	}
}

// TestInvariantsOfficial holds the invariants over the whole classification, where ties, shared
// titles and discounts are many.
func TestInvariantsOfficial(t *testing.T) {
	t.Parallel()
	m := with(t, officialMatcher(t), Options{Top: 50})
	for _, d := range sampleDocuments(t, 3) {
		if err := checkAll(m, d, matchText(t, m, d)); err != nil {
			t.Errorf("%s: %v\nin %+.200q", d.Name, err, d)
		}
	}
}

// TestInvariantsRandom holds them over texts put together at random from words that mean something to the matcher.
func TestInvariantsRandom(t *testing.T) {
	t.Parallel()
	m := defaultMatcher(t)
	random := rand.New(rand.NewPCG(7, 11))
	words := testset.Words()
	n := 100
	if testing.Short() {
		n = 10
	}
	for range n {
		d := Document{Text: testset.RandomText(random, words, 120)}
		if random.IntN(3) == 0 {
			d.Title = testset.RandomText(random, words, 6)
		}
		if random.IntN(3) == 0 {
			d.Industry = testset.RandomText(random, words, 4)
		}
		if random.IntN(4) == 0 {
			d.Text = ""
		}
		r, err := m.Match(t.Context(), d)
		if err != nil {
			t.Fatal(err)
		}
		if err := checkAll(m, d, r); err != nil {
			t.Errorf("%v\nin %+q", err, d)
		}
	}
}

func TestDeterministic(t *testing.T) {
	docs := sampleDocuments(t, 4)
	all := profiles.All()
	first := with(t, defaultMatcher(t), Options{})
	want := make([][]byte, len(docs))
	for i, d := range docs {
		r, err := first.Match(t.Context(), d)
		if err != nil {
			t.Fatal(err)
		}
		want[i] = encode(t, r)
	}
	same := func(t *testing.T, m *Matcher) {
		t.Helper()
		i := 0
		for r, err := range m.MatchAll(t.Context(), documents(docs)) {
			if err != nil {
				t.Fatal(err)
			}
			if got := encode(t, r); !bytes.Equal(got, want[i]) {
				t.Fatalf("document %d (%s) differs (-want +got):\n%s", i, docs[i].Name, gocmp.Diff(string(want[i]), string(got)))
			}
			i++
		}
	}
	t.Run("again, with warm caches", func(t *testing.T) { same(t, first) })
	t.Run("one processor", func(t *testing.T) {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
		same(t, first)
	})
	t.Run("many workers", func(t *testing.T) { same(t, with(t, first, Options{Workers: 16})) })
	for seed := range uint64(2) {
		t.Run(fmt.Sprintf("another order of profiles %d", seed), func(t *testing.T) {
			shuffled := slices.Clone(all)
			random := rand.New(rand.NewPCG(seed, seed))
			random.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
			same(t, matcherOf(t, shuffled, Options{}))
		})
	}
}

// documents yields documents as [Matcher.MatchAll] takes them.
func documents(docs []Document) iter.Seq2[Document, error] {
	return func(yield func(Document, error) bool) {
		for _, d := range docs {
			if !yield(d, nil) {
				return
			}
		}
	}
}

// TestTopKeepsOrder: how many are listed changes nothing about those that are.
func TestTopKeepsOrder(t *testing.T) {
	m := defaultMatcher(t)
	all := make([]string, 0, len(m.Profiles()))
	for _, p := range m.Profiles() {
		all = append(all, p.Code)
	}
	for _, d := range sampleDocuments(t, 6) {
		full, err := m.Match(t.Context(), d)
		if err != nil {
			t.Fatal(err)
		}
		for top := 1; top <= 3; top++ {
			r, err := with(t, m, Options{Top: top}).Match(t.Context(), d)
			if err != nil {
				t.Fatal(err)
			}
			if diff := gocmp.Diff(full.Matches[:min(top, len(full.Matches))], r.Matches); diff != "" {
				t.Errorf("%s: top %d (-full +got):\n%s", d.Name, top, diff)
			}
		}
		exact, err := with(t, m, Options{Codes: all}).Match(t.Context(), d)
		if err != nil {
			t.Fatal(err)
		}
		if len(exact.Matches) != len(all) {
			t.Errorf("%s: %d codes asked for, %d given", d.Name, len(all), len(exact.Matches))
		}
		if diff := gocmp.Diff(full.Matches, exact.Matches[:len(full.Matches)]); diff != "" {
			t.Errorf("%s: codes (-full +got):\n%s", d.Name, diff)
		}
		if diff := gocmp.Diff(full.Skills, exact.Skills); diff != "" {
			t.Errorf("%s: skills depend on codes (-full +got):\n%s", d.Name, diff)
		}
	}
}

// largeDocuments are documents of some size whose cost could grow with its square. No two sentences of the random ones are alike, as repeats
// cost nothing.
func largeDocuments(t testing.TB) map[string]func(n int) Document {
	words := testset.Words()
	text := func(n int, separator string) string {
		random := rand.New(rand.NewPCG(3, 5))
		var b strings.Builder
		for b.Len() < n {
			fmt.Fprintf(&b, "%s %d%s", words[random.IntN(len(words))], random.IntN(1000), separator)
		}
		return b.String()
	}
	return map[string]func(n int) Document{
		"lines":          func(n int) Document { return Document{Text: text(n, "\n")} },
		"no punctuation": func(n int) Document { return Document{Text: text(n, " ")} },
		"one phrase":     func(n int) Document { return Document{Text: strings.Repeat("detail-oriented coder ", n/22)} },
		"title":          func(n int) Document { return Document{Title: text(n, " "), Text: "codes charts"} },
		"industry":       func(n int) Document { return Document{Title: "clerk", Industry: text(n, " ")} },
	}
}

// TestLinear: eight times the text takes some eight times the memory, and not sixty-four, whatever the text is made of. Time is for
// BenchmarkGrowth: a test that is timed fails when the machine is busy.
func TestLinear(t *testing.T) {
	m := with(t, defaultMatcher(t), Options{Top: 5})
	const small, times = 30_000, 8
	for name, document := range largeDocuments(t) {
		t.Run(name, func(t *testing.T) {
			allocated := func(n int) uint64 {
				d := document(n)
				var before, after runtime.MemStats
				runtime.ReadMemStats(&before)
				if _, err := m.Match(t.Context(), d); err != nil {
					t.Fatal(err)
				}
				runtime.ReadMemStats(&after)
				return after.TotalAlloc - before.TotalAlloc
			}
			allocated(times * small) // lets scratch memory grow
			if a, b := allocated(small), allocated(times*small); b > 2*times*a {
				t.Errorf("%d bytes allocated for %d bytes of text, %d for %d times as many", a, small, b, times)
			}
		})
	}
}

func FuzzMatch(f *testing.F) {
	for _, d := range testset.Hard() {
		f.Add(d[text.Title], d[text.Industry], d[text.Body])
	}
	m := defaultMatcher(f)
	for i, l := range testset.Texts(f) {
		if i%4 == 0 {
			f.Add("", "", l.Text[:min(len(l.Text), 600)])
		}
	}
	f.Fuzz(func(t *testing.T, title, industry, body string) {
		if len(body) > 4000 || len(title) > 400 || len(industry) > 400 {
			t.Skip("long inputs teach nothing that short ones don't")
		}
		d := Document{Title: title, Industry: industry, Text: body}
		r, err := m.Match(t.Context(), d)
		if err != nil {
			t.Fatal(err)
		}
		if err := checkAll(m, d, r); err != nil {
			t.Fatal(err)
		}
		again, err := m.Match(t.Context(), d)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(encode(t, r), encode(t, again)) {
			t.Fatal("two results of one document differ")
		}
	})
}
