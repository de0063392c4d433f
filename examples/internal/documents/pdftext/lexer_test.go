package pdftext

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLexer(t *testing.T) {
	for _, tc := range []struct {
		reason, src string
		want        []token
	}{
		{"an operator and its operands", "/F1 12.5 Tf", []token{name("F1"), 12.5, operator("Tf")}},
		{"escapes, braces in one another, a broken line", `(a\(b\) (c) \101\n\` + "\n" + `d)Tj`, []token{str("a(b) (c) A\nd"), operator("Tj")}},
		{"hexadecimal with spaces and an odd digit", "<48 6 57>", []token{str("Hep")}},
		{"an array with kerning", "[(A)-120(B)]TJ", []token{array{str("A"), -120.0, str("B")}, operator("TJ")}},
		{"a dictionary is its keys and values", "/Span<</MCID 0>>BDC", []token{name("Span"), name("MCID"), 0.0, operator("BDC")}},
		{"a comment", "1 % 2\n3", []token{1.0, 3.0}},
		{"a number that is none", "--5 1.2.3 -.5", []token{0.0, 0.0, -0.5}},
		{"a name with an escape", "/A#20B", []token{name("A B")}},
		{"what is never closed", "[(A", []token{array{str("A")}}},
		{"a brace that closes nothing", "] ) > 1", []token{1.0}},
	} {
		var got []token
		l := lexer{src: []byte(tc.src)}
		for {
			tok, ok := l.next()
			if !ok {
				break
			}
			got = append(got, tok)
		}
		if diff := cmp.Diff(tc.want, got); diff != "" {
			t.Errorf("%s: %q (-want +got):\n%s", tc.reason, tc.src, diff)
		}
	}
}

func TestGlyphText(t *testing.T) {
	for glyph, want := range map[string]string{
		"A": "A", "eacute": "é", "Scaron": "Š", "ccedilla": "ç", "f_f_i": "ffi", "fi": "fi", "one.oldstyle": "1", "uni2022": "•", "u1F600": "😀",
		"endash": "–", ".notdef": "", "g23": "", "uniD8": "", "acute": "´",
	} {
		if got := glyphText(glyph); got != want {
			t.Errorf("glyphText(%q) = %q, want %q", glyph, got, want)
		}
	}
}

func TestCMap(t *testing.T) {
	m := readCMap([]byte("1 begincodespacerange <00> <FF> endcodespacerange 2 beginbfchar <01> <0041> <02> <006600660069> endbfchar "+
		"2 beginbfrange <10> <12> <0061> <20> <21> [<0078> <D83DDE00>] endbfrange"), testBudget(t))
	want := map[codeKey]string{}
	for code, text := range map[str]string{"\x01": "A", "\x02": "ffi", "\x10": "a", "\x11": "b", "\x12": "c", "\x20": "x", "\x21": "😀"} {
		want[code.key()] = text
	}
	if diff := cmp.Diff(want, m.text, cmp.AllowUnexported(codeKey{})); diff != "" || m.bytes != 1 {
		t.Errorf("codes of %d bytes, want 1 (-want +got):\n%s", m.bytes, diff)
	}
	if m := readCMap([]byte("1 beginbfrange <00000000> <FFFFFFFF> <0000> endbfrange"), testBudget(t)); len(m.text) > maxMapped {
		t.Errorf("%d entries, more than %d", len(m.text), maxMapped)
	}
}

func testBudget(t *testing.T) *budget {
	return newBudget(t.Context(), Limits{Bytes: 1 << 20, Text: 1 << 20})
}
