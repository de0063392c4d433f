package pdftext

import (
	"bytes"
	"fmt"
	"testing"
	"time"
	"unicode/utf8"
)

// file is a PDF of one page with a content, a map of characters for its font, and a state, a space
// of colours, a form and marks that the content may name.
func file(content, toUnicode, form string) []byte {
	stream := func(entries, s string) string {
		return fmt.Sprintf("<<%s/Length %d>>\nstream\n%s\nendstream", entries, len(s), s)
	}
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	var places []int
	for i, object := range []string{
		"<</Type/Catalog/Pages 2 0 R/OCProperties<</D<</OFF[7 0 R]>>>>>>",
		"<</Type/Pages/Count 1/Kids[3 0 R]>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 5 0 R>>" +
			"/F2<</Type/Font/Subtype/Type0/Encoding/Identity-H/DescendantFonts[<</DW 500>>]/ToUnicode 5 0 R>>>>/XObject<</X 6 0 R>>/Properties<</L 7 0 R>>" +
			"/ExtGState<</G<</ca 0/BM/Multiply>>>>/ColorSpace<</C[/Indexed/DeviceRGB 1(abcdef)]>>>>>>",
		stream("", content), stream("", toUnicode), stream("/Subtype/Form/BBox[0 0 500 500]", form), "<</Type/OCG>>",
	} {
		places = append(places, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, object)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(places)+1)
	for _, p := range places {
		fmt.Fprintf(&b, "%010d 00000 n \n", p)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(places)+1, start)
	return b.Bytes()
}

// FuzzContent wants no panic from any content: what Read turns into an error is let through here.
// Reading twice finds the same.
func FuzzContent(f *testing.F) {
	const toUnicode = "1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <20> <7e> <0020> endbfrange"
	for _, content := range []string{
		"BT /F1 10 Tf 72 700 Td [(Robin)-250(Sample)] TJ 0 -14 TD (coder) ' ET", "q 0.5 g 0 0 99 99 re W n 1 Tr 3 w 0 0 m 9 9 l S Q /X Do",
		"/OC /L BDC BT /F1 9 Tf (a) Tj ET EMC /Span <</ActualText (fi)>> BDC BT /F2 9 Tf (ab) Tj ET EMC", "/C cs 1 sc /G gs 0 0 9 9 re f BI ID x EI",
		"BT /F1 10 Tf 1 0 0 1 9 9 Tm (2) Tj /F1 6 Tf 3 Ts (nd) Tj ET", "BT /F1 10 Tf 0 1 -1 0 9 9 Tm (up) Tj ET",
	} {
		f.Add(content, toUnicode, "BT /F1 10 Tf 72 600 Td (form) Tj ET")
	}
	f.Add("BT /F1 10 Tf 72 700 Td (abc def) Tj ET", "1 beginbfrange <41> <7f> <05D0> endbfrange", "1 0 0 rg /X Do")
	f.Fuzz(func(t *testing.T, content, toUnicode, form string) {
		limits := Limits{Pages: 10, Bytes: 1 << 20, Text: 1 << 16}
		raw, start := file(content, toUnicode, form), time.Now()
		d, err := read(t.Context(), raw, limits, newBudget(t.Context(), limits))
		again, errAgain := Read(t.Context(), raw, limits)
		if fmt.Sprint(d.Pages, d.LeftOut, err) != fmt.Sprint(again.Pages, again.LeftOut, errAgain) && err == nil {
			t.Errorf("read twice: %v, %v; %v, %v", d, err, again, errAgain)
		}
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("took %v", took)
		}
		for _, p := range d.Pages {
			if !utf8.ValidString(p) {
				t.Errorf("no valid text: %q", p)
			}
		}
	})
}
