package index

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// checkScanner stops the test where the scanner does not move on: Analyze would not come to an end.
func checkScanner(t *testing.T, text string) {
	t.Helper()
	s := scanner{text: text}
	for last := -1; s.next(); last = s.start {
		if s.start <= last || s.pos <= s.start {
			t.Fatalf("the scanner stands still at %d of %.80q", s.pos, text)
		}
	}
}

// checkAnalysis reports what does not hold of the tokens that a gives for a text.
func checkAnalysis(t *testing.T, a *Analyzer, text string) {
	t.Helper()
	checkScanner(t, text)
	tokens := a.Analyze(nil, text)
	for i, tok := range tokens {
		if tok.Start < 0 || tok.Start >= tok.End || tok.End > len(text) {
			t.Fatalf("token %d of %q spans %d:%d of %d bytes", i, text, tok.Start, tok.End, len(text))
		}
		// A token is whole runes, also of a text that has invalid bytes elsewhere.
		if quote := text[tok.Start:tok.End]; !utf8.ValidString(quote) {
			t.Errorf("token %d of %q quotes half a rune: %q", i, text, quote)
		}
		if utf8.ValidString(text) && tok.End < len(text) && !utf8.RuneStart(text[tok.End]) {
			t.Errorf("token %d of %q ends within a rune", i, text)
		}
		if (tok.Stop || tok.Term == "") && tok.ID != NoTerm {
			t.Errorf("token %d of %q is no term and has ID %d", i, text, tok.ID)
		}
		switch {
		case i == 0 && tok.Shared:
			t.Errorf("the first token of %q shares a span", text)
		case i > 0 && tok.Shared && (tok.Start != tokens[i-1].Start || tok.End != tokens[i-1].End):
			t.Errorf("token %d of %q shares the span %d:%d and has %d:%d", i, text, tokens[i-1].Start, tokens[i-1].End, tok.Start, tok.End)
		case i > 0 && !tok.Shared && tok.Start < tokens[i-1].End:
			t.Errorf("token %d of %q begins at %d, before the end of the one before, %d", i, text, tok.Start, tokens[i-1].End)
		}
	}
	same := func(how string, got []Token) {
		t.Helper()
		if !slices.Equal(tokens, got) {
			t.Errorf("%s, %q gives other tokens (-want +got):\n%s", how, text, cmp.Diff(tokens, got))
		}
	}
	same("the second time", a.Analyze(nil, text))
	fresh := &Analyzer{stop: a.stop, aliases: a.aliases, stems: a.stems, protected: a.protected, spellings: a.spellings, ids: a.ids, memo: map[string]*lexeme{}}
	same("by a fresh analyzer", fresh.Analyze(nil, text))

	before := a.Analyze(nil, "salesman/ registered RN ")
	appended := a.Analyze(slices.Clone(before), text)
	if !slices.Equal(before, appended[:len(before)]) {
		t.Errorf("appending the tokens of %q changes those before", text)
	}
	same("appended", appended[len(before):])

	// A line break parts: the tokens of two texts are those of the text of both.
	const line = "Codes charts in ICD-10\n"
	after := a.Analyze(nil, line+text)[len(a.Analyze(nil, line)):]
	for i := range after {
		after[i].Start -= len(line)
		after[i].End -= len(line)
	}
	same("after a line", after)
	if next := a.Analyze(nil, text+"\n10 codes"); len(next) < len(tokens) {
		t.Errorf("before a line, %q gives %d tokens, not %d", text, len(next), len(tokens))
	} else {
		same("before a line", next[:len(tokens)])
	}

	// A text that is cut after a token gives the tokens up to there.
	for i, tok := range tokens {
		if i%(1+len(tokens)/20) != 0 {
			continue
		}
		n := i + 1
		for n < len(tokens) && tokens[n].Shared {
			n++
		}
		if got := a.Analyze(nil, text[:tok.End]); !slices.Equal(tokens[:n], got) {
			t.Errorf("cut at %d, %q gives other tokens (-want +got):\n%s", tok.End, text, cmp.Diff(tokens[:n], got))
		}
	}
}

func TestAnalyzeProperties(t *testing.T) {
	x := builtinIndex(t)
	for name, text := range sampleTexts(t) {
		t.Run(name, func(t *testing.T) { checkAnalysis(t, x.analyzer, text) })
	}
	for i, text := range wordMixes(x.Profiles(), 200) {
		t.Run(fmt.Sprint("mix", i), func(t *testing.T) { checkAnalysis(t, x.analyzer, text) })
	}
}

func FuzzAnalyze(f *testing.F) {
	for _, seed := range []string{
		"", "ICD-10-CA ICD10CA ICD\u201110\u2011CA C++17 C#.NET R&D+ A/P X-rays emails", "chairman/woman salesmen/women RNs I.T. it",
		"R.N., B.Sc. e.g. a.b.c.d", "clerk\u2019s O\u02bcBrien \u02bc \u02bc\u02bca", "re\u0301sume\u0301 of\ufb01ce tran\u00adscript\u200dion\u00ad \u00a0x",
		"nurse\xff\xfe\xc3 \xe2\x80", "\u0149 \ufdfa \ufe70 \u212a \u0130", "C++\u0301 ICD-10\u00ad HL7s\u200d e.d\u02bc", strings.Repeat("a", 70) + "é",
	} {
		f.Add(seed)
	}
	a := NewAnalyzer().withTerms(map[string]int32{"nurs": 0, "icd-10": 1, "registri": 2})
	f.Fuzz(func(t *testing.T, text string) { checkAnalysis(t, a, text) })
}

func TestAnalyzeConcurrently(t *testing.T) {
	x := builtinIndex(t)
	texts := wordMixes(x.Profiles(), 30)
	for _, text := range sampleTexts(t) {
		texts = append(texts, text)
	}
	want := make([][]Token, len(texts))
	for i, text := range texts {
		want[i] = x.analyzer.withTerms(x.analyzer.ids).Analyze(nil, text)
	}
	shared := x.analyzer.withTerms(x.analyzer.ids) // remembers nothing yet
	var wg sync.WaitGroup
	for g := range 6 {
		wg.Go(func() {
			for k := range texts {
				i := (k*7 + g*11) % len(texts)
				if got := shared.Analyze(nil, texts[i]); !slices.Equal(want[i], got) {
					t.Errorf("text %d gives other tokens (-want +got):\n%s", i, cmp.Diff(want[i], got))
				}
			}
		})
	}
	wg.Wait()
}

// What is remembered of texts is bounded, and a word that is not remembered is analysed all the same.
func TestAnalyzeBeyondMemory(t *testing.T) {
	a := NewAnalyzer()
	for i := range maxMisses {
		a.memo[fmt.Sprint(" ", i)] = nil
	}
	text := "RN, coding in ICD-10-CA"
	want := NewAnalyzer().Analyze(nil, text)
	if diff := cmp.Diff(want, a.Analyze(nil, text)); diff != "" {
		t.Errorf("mismatch (-want +got):\n%s", diff)
	}
	if len(a.memo) != maxMisses {
		t.Errorf("%d words are remembered, want no more than %d", len(a.memo), maxMisses)
	}
}
