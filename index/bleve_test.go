package index

import (
	"strings"
	"testing"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/registry"
	"github.com/google/go-cmp/cmp"
)

func registered(t *testing.T, name string) analysis.Analyzer {
	t.Helper()
	a, err := registry.NewCache().AnalyzerNamed(name)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// The analyzer that Bleve finds under our name gives the tokens of Analyze, without stop words and what is too long to be a word, each
// at the place that it has among all.
func TestBleveAnalyzer(t *testing.T) {
	bleve := registered(t, analyzerName)
	texts := sampleTexts(t)
	texts["RN and shared spans"] = "The RN codes charts in ICD-10-CA, and the EHR, with \xff C++."
	texts["encoded data"] = "codes " + strings.Repeat("x", maxWord+1) + " charts"
	texts["no words"] = "the of, and!"
	texts["nothing"] = ""
	for name, text := range texts {
		t.Run(name, func(t *testing.T) {
			var want analysis.TokenStream
			for i, tok := range NewAnalyzer().Analyze(nil, text) {
				if !tok.Stop && tok.Term != "" {
					want = append(want, &analysis.Token{Start: tok.Start, End: tok.End, Term: []byte(tok.Term), Position: i + 1})
				}
			}
			input := []byte(text)
			if diff := cmp.Diff(want, bleve.Analyze(input)); diff != "" {
				t.Errorf("mismatch (-want +got):\n%s", diff)
			}
			if string(input) != text {
				t.Error("the analysis writes into its input")
			}
		})
	}
}

func TestSurfaceAnalyzer(t *testing.T) {
	tests := []struct {
		reason, text string
		want         []string
	}{
		{"nothing", "", nil},
		{"words keep their endings", "Coding charts", []string{"coding", "charts"}},
		{"no stop words", "the coding of", []string{"coding"}},
		{"no possessive endings", "clerk's O’Brien", []string{"clerk", "obrien"}},
		{"accents and ligatures folded", "RÉSUMÉ of\ufb01ce", []string{"resume", "office"}},
		{"abbreviations as written", "RN R.N. mgr", []string{"rn", "rn", "mgr"}},
		{"protected terms in parts, so that each can be begun", "ICD-10-CA", []string{"icd", "10", "ca"}},
	}
	bleve := registered(t, surfaceName)
	for _, tt := range tests {
		t.Run(tt.reason, func(t *testing.T) {
			var got []string
			position := 0
			for _, tok := range bleve.Analyze([]byte(tt.text)) {
				got = append(got, string(tok.Term))
				if tok.Position <= position {
					t.Errorf("%s has position %d after %d", tok.Term, tok.Position, position)
				}
				position = tok.Position
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("surfaces of %q mismatch (-want +got):\n%s", tt.text, diff)
			}
		})
	}
}
