package documents

import (
	"fmt"
	"hash/fnv"
	"maps"
	"math/rand"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A long text is made when it is asked for: all of them together would fill the memory.
type long func() string

// times is a text that repeats.
func times(n int, text string) long { return func() string { return strings.Repeat(text, n) } }

// around is a long text with what stands before and after it.
func around(before string, l long, after string) long {
	return func() string { return before + l() + after }
}

func short(text string) long { return times(1, text) }

// withContent is a page with a content and more resources.
func withContent(content long, resources string) func() []byte {
	return func() []byte { return newPDF().pages(coreFonts+resources, "", content()).bytes() }
}

// shown is a line of text, so that the file holds some.
var shown = at(72, 700, "F1", 10, "Robin Sample, health records technician")

// withObject is a page that refers to one more object, of these entries and this content.
func withObject(refer func(ref string) (resources, more string), entries string, content long) func() []byte {
	return func() []byte {
		p := newPDF()
		resources, more := refer(p.stream(entries, content()))
		return p.pages(resources, more, shown).bytes()
	}
}

func asToUnicode(ref string) (string, string) {
	return "/Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode " + ref + ">>>>", ""
}

func asProgram(ref string) (string, string) {
	return "/Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Sample/FontDescriptor<</FontFile " + ref + ">>>>>>", ""
}

// badPDFs are files of kilobytes, or a few megabytes, that ask for more than they should, or are
// damaged.
func badPDFs() []badDocument {
	all := slices.Concat(badContents(), badMaps(), badStructures(), badDrawings(), mutatedPDFs())
	for i := range all {
		all[i].name = "pdf-" + all[i].name
	}
	return all
}

// badContents are contents that expand, or that repeat one token.
func badContents() []badDocument {
	var all []badDocument
	tokens := map[string]string{
		"numbers": "1 ", "zeros": "0", "spaces": " ", "arrays": "[", "pairs": "[]", "strings": "()", "text": "(abc)Tj ", "long-arrays": "(a)1",
		"names": "/a ", "dictionaries": "<<>>", "hex": "<41>", "comments": "%\n", "saves": "q ", "restores": "Q ", "marks": "/a BMC ",
		"operators": "x ", "parentheses": "(", "backslashes": `\`, "images": "BI ID ", "rectangles": "0 0 9 9 re f ", "lines": "1 1 l ",
		"clips": "0 0 9 9 re W n ", "colours": "1 0 0 rg ", "fonts": "/F1 9 Tf ", "states": "/G gs ", "spaces-of-colour": "/C cs ",
	}
	for _, name := range slices.Sorted(maps.Keys(tokens)) {
		token := tokens[name]
		for _, size := range []int{12 << 20, 40 << 20} {
			lead := shown + "BT /F1 10 Tf "
			if name == "long-arrays" {
				lead += "["
			}
			all = append(all, badDocument{fmt.Sprintf("content-%s-%dMB", name, size>>20),
				withContent(around(lead, times(size/len(token), token), ""), "")})
		}
	}
	for _, n := range []int{2, 100, 20_000} {
		for _, size := range []int{100 << 10, 5 << 20, 120 << 20} {
			all = append(all, badDocument{fmt.Sprintf("contents-%d-times-%dKB", n, size>>10), func() []byte {
				p := newPDF()
				ref := p.stream("", strings.Repeat("0 0 m ", size/6))
				p.objects[1] = "<</Type/Pages/Count 1/Kids[" + p.add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents["+
					strings.Repeat(ref+" ", n)+"]>>") + "]>>"
				return p.bytes()
			}})
		}
	}
	for _, filter := range []string{"RunLengthDecode", "ASCIIHexDecode", "ASCII85Decode", "LZWDecode"} {
		long := map[string]long{"RunLengthDecode": times(4<<20, "\x81 "), "ASCIIHexDecode": times(9<<20, "20"),
			"ASCII85Decode": times(9<<20, "z"), "LZWDecode": times(1<<20, "\x80\x0b\x60\x50")}[filter]
		all = append(all, badDocument{"filter-" + filter, func() []byte {
			p, content := newPDF(), long()
			ref := p.add(fmt.Sprintf("<</Length %d/Filter/%s>>\nstream\n%s\nendstream", len(content), filter, content))
			return p.pages(coreFonts, "/Contents "+ref, shown).bytes()
		}})
	}
	for _, n := range []int{2, 3, 6, 500} {
		all = append(all, badDocument{fmt.Sprintf("filters-%d", n), func() []byte {
			content := strings.Repeat(" ", 60<<20)
			for range min(n, 3) {
				content = deflate(content)
			}
			p := newPDF()
			ref := p.add(fmt.Sprintf("<</Length %d/Filter[%s]>>\nstream\n%s\nendstream", len(content), strings.Repeat("/FlateDecode ", n), content))
			p.objects[1] = "<</Type/Pages/Count 1/Kids[" + p.add("<</Type/Page/MediaBox[0 0 612 792]/Contents "+ref+">>") + "]>>"
			return p.bytes()
		}})
	}
	return all
}

// badMaps are maps of characters, widths and programs of fonts.
func badMaps() []badDocument {
	letters := times(200_000, "0041")
	all := []badDocument{
		{"map-operands", withObject(asToUnicode, "", around("1 beginbfchar ", times(5<<20, "<41> <0042> "), ""))},
		{"map-numbers", withObject(asToUnicode, "", times(7<<20, "1 "))},
		{"map-long-text", withObject(asToUnicode, "", around("1 beginbfchar <52> <", letters, "> endbfchar"))},
		{"map-long-range", withObject(asToUnicode, "", around("1 beginbfrange <00> <FF> <", letters, "> endbfrange"))},
		{"map-wide-range", withObject(asToUnicode, "", times(1000, "1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange "))},
		{"map-long-entries", withObject(asToUnicode, "", around("1 beginbfrange <0000> <FFFF> <", times(255, "0041"), "> endbfrange"))},
		{"map-array", withObject(asToUnicode, "", around("1 beginbfrange <0000> <FFFF> [", times(2<<20, "<0041> "), "] endbfrange"))},
		{"map-codespaces", withObject(asToUnicode, "", around("1 begincodespacerange ", times(1<<20, "<00> <FF> "), ""))},
		{"program-long", withObject(asProgram, "", times(1<<20, "dup 65 /A put "))},
		{"program-spaces", withObject(asProgram, "", around("dup 65", times(15<<20, " "), ""))},
	}
	for _, n := range []int{20, 500} {
		all = append(all, badDocument{fmt.Sprintf("map-in-%d-fonts", n), func() []byte {
			p := newPDF()
			var fonts, content strings.Builder
			for i := range n {
				ref := p.stream("", "1 beginbfrange <0000> <FFFF> <0041> endbfrange")
				fmt.Fprintf(&fonts, "/F%d<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode %s>>", i, ref)
				fmt.Fprintf(&content, "BT /F%d 9 Tf 50 700 Td (a) Tj ET ", i)
			}
			return p.pages("/Font<<"+fonts.String()+">>", "", content.String()).bytes()
		}}, badDocument{fmt.Sprintf("widths-in-%d-fonts", n), func() []byte {
			p := newPDF()
			var fonts, content strings.Builder
			for i := range n {
				fmt.Fprintf(&fonts, "/F%d<</Type/Font/Subtype/Type0/Encoding/Identity-H/DescendantFonts[<</W[%s]>>]>>", i, strings.Repeat("0 65535 500 ", 50))
				fmt.Fprintf(&content, "BT /F%d 9 Tf 50 700 Td (a) Tj ET ", i)
			}
			return p.pages("/Font<<"+fonts.String()+">>", "", content.String()).bytes()
		}})
	}
	fonts := map[string]long{
		"widths":      around("/Subtype/Type1/FirstChar 0/Widths[", times(1<<20, "500 "), "]"),
		"differences": around("/Subtype/Type1/Encoding<</Differences[0", times(2<<20, "/a"), "]>>"),
		"descendants": around("/Subtype/Type0/DescendantFonts[", times(200_000, "<</W[0[1 1 1]]>>"), "]"),
		"itself":      short("/Subtype/Type0/DescendantFonts[3 0 R]/Encoding 3 0 R/ToUnicode 3 0 R"),
	}
	for _, name := range slices.Sorted(maps.Keys(fonts)) {
		font := fonts[name]
		all = append(all, badDocument{"font-" + name, func() []byte {
			p := newPDF()
			return p.pages("/Font<</F1 "+p.add("<</Type/Font"+font()+">>")+">>", "", shown).bytes()
		}})
	}
	return all
}

// badStructures are objects, tables and trees.
func badStructures() []badDocument {
	plain := func(objects ...long) func() []byte {
		return func() []byte {
			p := newPDF()
			p.pages(coreFonts, "", shown)
			for _, o := range objects {
				p.objects = append(p.objects, o())
			}
			return p.bytes()
		}
	}
	many := func(n int, object string) func() []byte {
		return func() []byte {
			p := newPDF()
			p.pages(coreFonts, "", shown)
			for range n {
				p.objects = append(p.objects, object)
			}
			return p.bytes()
		}
	}
	overlapping := func(n int, target long) func() []byte {
		return func() []byte { // n entries of the table point to one object
			raw := string(plain(target)())
			at := strings.LastIndex(raw[:strings.Index(raw, "\nxref")], " 0 obj") - 1
			table := strings.Index(raw, "xref\n")
			var b strings.Builder
			fmt.Fprintf(&b, "%sxref\n0 6\n%s100 %d\n", raw[:table], raw[strings.Index(raw[table:], "0000000000")+table:][:120], n)
			for range n {
				fmt.Fprintf(&b, "%010d 00000 n \n", at)
			}
			fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", n+100, table)
			return []byte(b.String())
		}
	}
	tree := func(pages long, more ...string) func() []byte {
		return func() []byte {
			p := newPDF()
			p.pages(coreFonts, "", shown)
			p.objects[1] = pages()
			p.objects = append(p.objects, more...)
			return p.bytes()
		}
	}
	catalogue := func(entries long, more ...long) func() []byte {
		return func() []byte {
			p := newPDF()
			p.pages(coreFonts, "", shown)
			p.objects[0] = "<</Type/Catalog/Pages 2 0 R" + entries() + ">>"
			for _, o := range more {
				p.objects = append(p.objects, o())
			}
			return p.bytes()
		}
	}
	chain := make([]string, 50_000)
	for i := range chain {
		chain[i] = fmt.Sprintf("<</Type/Pages/Kids[%d 0 R]>>", i+6)
	}
	all := []badDocument{
		{"objects-numbers", plain(around("[", times(8<<20, "0 "), "]"))},
		{"objects-arrays", plain(around("[", times(8<<20, "[]"), "]"))},
		{"objects-dictionaries", plain(around("[", times(2<<20, "<</A 0>>"), "]"))},
		{"objects-names", plain(around("[", times(8<<20, "/A"), "]"))},
		{"objects-strings", plain(around("[", times(4<<20, "()"), "]"))},
		{"objects-some-strings", plain(around("[", times(100<<10, "()"), "]"))},
		{"objects-deep-arrays", plain(times(1<<20, "["))},
		{"objects-deep-dictionaries", plain(times(1<<20, "<</A"))},
		{"objects-open-string", plain(around("(", times(8<<20, "a"), ""))},
		{"objects-comments", plain(times(4<<20, "%\n"))},
		{"objects-references", plain(around("[", times(3<<20, "1 0 R "), "]"))},
		{"objects-many", many(400_000, "null")},
		{"objects-many-dictionaries", many(200_000, "<</A/B>>")},
		{"objects-overlapping-array", overlapping(20_000, around("[", times(100<<10, "0 "), "]"))},
		{"objects-overlapping-small", overlapping(200_000, short("[0 1 2]"))},
		{"objects-overlapping-stream", overlapping(3_000, around("<</Length 2097152>>\nstream\n", times(2<<20, "0"), "\nendstream"))},
		{"objects-overlapping-blind", overlapping(3_000, around("<<>>\nstream\n", times(2<<20, "0"), "\nendstream"))},
		{"objects-overlapping-length", overlapping(3_000, around("<</Length 4000000>>\nstream\n", times(4<<20, "0"), "\nendstream"))},
		{"objects-lines", func() []byte { return []byte("%PDF-1.4\n" + strings.Repeat("1 0 obj\n", 1<<20)) }},
		{"objects-numbered-lines", func() []byte {
			var b strings.Builder
			b.WriteString("%PDF-1.4\n")
			for i := range 500_000 {
				fmt.Fprintf(&b, "%d 0 obj\n<<>>\nendobj\n", i+1)
			}
			return []byte(b.String())
		}},
		{"objects-own-length", plain(short("<</Length 6 0 R>>\nstream\nabc\nendstream"))},
		{"table-long", func() []byte {
			return []byte("%PDF-1.4\nxref\n0 700000\n" + strings.Repeat("0000000009 00000 n \n", 700_000) + "trailer\n<</Size 700000/Root 1 0 R>>\nstartxref\n9\n%%EOF\n")
		}},
		{"table-size", func() []byte {
			return []byte(strings.Replace(string(plain()()), "/Size ", "/Size 999999999", 1))
		}},
		{"table-sections", func() []byte {
			return []byte("%PDF-1.4\nxref\n" + strings.Repeat("0 0\n", 2<<20) + "trailer\n<</Size 1/Root 1 0 R>>\nstartxref\n9\n%%EOF\n")
		}},
		{"table-loop", func() []byte {
			raw := string(plain()())
			return []byte(strings.Replace(raw, "/Root", fmt.Sprintf("/Prev %d/Root", strings.Index(raw, "xref\n")), 1))
		}},
		{"table-none", func() []byte { return []byte("%PDF-1.4\n" + strings.Repeat("startxref\n9\n%%EOF\n", 500_000)) }},
		{"table-trailers", func() []byte { return []byte("%PDF-1.4\n" + strings.Repeat("trailer\n<</Root 1 0 R>>\n", 300_000)) }},
		{"pages-loop", tree(short("<</Type/Pages/Count 9/Kids[2 0 R 2 0 R 2 0 R]>>"))},
		{"pages-loop-of-two", tree(short("<</Type/Pages/Count 9/Kids[5 0 R 5 0 R]>>"), "<</Type/Pages/Kids[2 0 R 2 0 R]>>")},
		{"pages-deep", tree(short("<</Type/Pages/Count 1/Kids[5 0 R]>>"), chain...)},
		{"pages-many", tree(around("<</Type/Pages/Count 1/Kids[", times(1<<20, "4 0 R "), "]>>"))},
		{"pages-count", tree(short("<</Type/Pages/Count 999999999/Kids[4 0 R]>>"))},
		{"pages-none", tree(short("<</Type/Pages/Count 1/Kids[]>>"))},
		{"pages-nothing", tree(short("null"))},
		{"layers-many", catalogue(around("/OCProperties<</D<</OFF[", times(1<<20, "1 0 R "), "]>>>>"))},
		{"attachments-loop", catalogue(short("/Names<</EmbeddedFiles 5 0 R>>"), around("<</Kids[", times(1000, "5 0 R "), "]>>"))},
		{"attachments-many", catalogue(around("/Names<</EmbeddedFiles<</Names[", times(100_000, "(a) <</EF<</F 1 0 R>>>> "), "]>>>>"))},
		{"encrypted-badly", func() []byte {
			p := newPDF()
			p.pages(coreFonts, "", shown)
			p.trailer = "/ID[<00><00>]/Encrypt<</Filter/Standard/V 5/R 6/Length 256/P -44/O<" + strings.Repeat("5A", 48) + ">/U<" + strings.Repeat("A5", 48) + ">/OE<00>/UE<00>/Perms<00>>>"
			return p.bytes()
		}},
	}
	for _, n := range []int{1, 40} {
		all = append(all, badDocument{fmt.Sprintf("packed-%d-bombs", n), func() []byte {
			p := newPDF()
			content := ""
			for range n {
				content += p.stream("", strings.Repeat("1 ", 7<<20)) + " "
			}
			raw := string(p.pages(coreFonts, "/Annots["+content+"]", shown).compact())
			return []byte(raw)
		}}, badDocument{fmt.Sprintf("packed-%d-streams", n), func() []byte { return packed(n, "["+strings.Repeat("1 ", 3<<20)+"]") }})
	}
	for _, length := range []string{"-1", "0", "99999999999999999999", "1e9", "(a)", "[1]"} {
		all = append(all, badDocument{"length-" + strings.Trim(length, "([])"), func() []byte {
			return []byte(strings.Replace(string(plain()()), "/Length ", "/Length "+length+"/Was ", 1))
		}})
	}
	return all
}

// packed is a file whose annotations stand in n streams of objects, each with an object of its own.
func packed(n int, object string) []byte {
	var b strings.Builder
	var table []string
	entry := func(kind byte, offset, index int) {
		table = append(table, string([]byte{kind, byte(offset >> 24), byte(offset >> 16), byte(offset >> 8), byte(offset), byte(index)}))
	}
	b.WriteString("%PDF-1.5\n")
	entry(0, 0, 0)
	add := func(object string) {
		entry(1, b.Len(), 0)
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", len(table)-1, object)
	}
	var annotations strings.Builder
	for i := range n {
		fmt.Fprintf(&annotations, "%d 0 R ", 6+n+i)
	}
	add("<</Type/Catalog/Pages 2 0 R>>")
	add("<</Type/Pages/Count 1/Kids[3 0 R]>>")
	add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<<" + coreFonts + ">>/Contents 4 0 R/Annots[" + annotations.String() + "]>>")
	add(fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(shown), shown))
	add("null")
	for i := range n {
		head := fmt.Sprintf("%d 0 ", 6+n+i)
		c := deflate(head + "<</Subtype/Text/A " + object + ">>")
		add(fmt.Sprintf("<</Type/ObjStm/N 1/First %d/Length %d/Filter/FlateDecode>>\nstream\n%s\nendstream", len(head), len(c), c))
	}
	for i := range n {
		entry(2, 6+i, 0)
	}
	start := b.Len()
	entry(1, start, 0)
	c := deflate(strings.Join(table, ""))
	fmt.Fprintf(&b, "%d 0 obj\n<</Type/XRef/Size %d/Root 1 0 R/W[1 4 1]/Length %d/Filter/FlateDecode>>\nstream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n",
		len(table)-1, len(table), len(c), c, start)
	return []byte(b.String())
}

// badDrawings are pages that are honest in their form, and draw too much.
func badDrawings() []badDocument {
	white := "1 g BT /F1 10 Tf 72 700 Td "
	many := strings.Repeat("(abcdefgh) Tj 0 -0.01 Td ", 30_000) + "ET "
	rectangles := strings.Repeat("1 g 0 0 612 792 re f ", 60_000)
	polygon := "0 0 m " + strings.Repeat("600 1 l 1 790 l ", 50_000) + "f "
	curves := strings.Repeat("1 g 0 0 m 0 792 612 792 612 0 c f ", 30_000)
	small := strings.Repeat("BT /F1 4 Tf 1 0 0 1 80 705 Tm (st) Tj ET BT /F1 9 Tf 1 0 0 1 70 703 Tm (ab) Tj ET ", 30_000)
	forms := func(n, depth int, inner string) func() []byte {
		return func() []byte {
			p := newPDF()
			ref := p.stream("/Type/XObject/Subtype/Form/BBox[0 0 612 792]", inner)
			for range depth {
				ref = p.stream("/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<</XObject<</X "+ref+">>>>", strings.Repeat("/X Do ", n))
			}
			return p.pages(coreFonts+"/XObject<</X "+ref+">>", "", shown+strings.Repeat("/X Do ", n)).bytes()
		}
	}
	annotations := func(n int, annotation string) func() []byte {
		return func() []byte {
			p := newPDF()
			return p.pages(coreFonts, "/Annots["+strings.Repeat(p.add(annotation)+" ", n)+"]", shown).bytes()
		}
	}
	manyPages := func(content string) func() []byte {
		return func() []byte {
			all := make([]string, 290)
			for i := range all {
				all[i] = content
			}
			return newPDF().pages(coreFonts, "", all...).bytes()
		}
	}
	return []badDocument{
		{"drawing-rectangles", withContent(short(rectangles+white+many), "")},
		{"drawing-rectangles-after", withContent(short(white+many+rectangles), "")},
		{"drawing-polygon", withContent(short("1 g "+polygon+white+many), "")},
		{"drawing-curves", withContent(short(curves+white+many), "")},
		{"drawing-pictures", withContent(short(strings.Repeat("q 612 0 0 792 0 0 cm BI ID EI Q ", 60_000)+"3 Tr "+white+many), "")},
		{"text-one-place", withContent(short("BT /F1 10 Tf 72 700 Td "+strings.Repeat("(abcdefghij) Tj 1 0 0 1 72 700 Tm ", 25_000)+"ET"), "")},
		{"text-one-line", withContent(short("BT /F1 10 Tf 72 700 Td ("+strings.Repeat("abcdefghij", 25_000)+") Tj ET"), "")},
		{"text-lines", withContent(short("BT /F1 10 Tf 72 700 Td "+strings.Repeat("(abc def) Tj 0 -0.2 Td ", 30_000)+"ET"), "")},
		{"text-blanks", withContent(short(shown+"BT /F1 10 Tf 72 600 Td ("+strings.Repeat(" ", 250_000)+") Tj ET"), "")},
		{"text-columns", withContent(short("BT /F1 6 Tf "+strings.Repeat("1 0 0 1 50 700 Tm (ab) Tj 1 0 0 1 90 700 Tm (ab) Tj 1 0 0 1 300 690 Tm (ab) Tj ", 30_000)+"ET"), "")},
		{"text-superscripts", withContent(short(small), "")},
		{"text-huge", withContent(short("BT /F1 1000000000 Tf 99999999999 99999999999 Td (abc) Tj ET "+shown), "")},
		{"text-no-numbers", withContent(short("BT /F1 1e999 Tf 1e999 -1e999 Td (abc) Tj ET "+shown), "")},
		{"text-right-to-left", withObject(asToUnicode, "", short("1 beginbfrange <20> <7f> <05D0> endbfrange"))},
		{"text-on-290-pages", manyPages("BT /F1 10 Tf 72 700 Td " + strings.Repeat("(abc def ghi) Tj 0 -0.2 Td ", 3000) + "ET")},
		{"text-white-on-290-pages", manyPages(strings.Repeat("0 0 612 792 re f ", 2000) + white + strings.Repeat("(abc def ghi) Tj 0 -0.2 Td ", 600) + "ET")},
		{"text-marked", withContent(short(strings.Repeat("/Span <</ActualText (abc)>> BDC BT /F1 10 Tf 72 700 Td (a) Tj ET ", 100_000)), "")},
		{"text-long-mark", withContent(short(shown+"/Span <</ActualText ("+strings.Repeat("abc", 2<<20)+")>> BDC "+shown+" EMC"), "")},
		{"forms-8-by-50", forms(50, 7, shown)},
		{"forms-8-by-50-empty", forms(50, 7, "")},
		{"forms-2-by-2000", forms(2000, 1, shown)},
		{"forms-large", forms(300, 0, strings.Repeat("0 0 m ", 1<<20))},
		{"forms-itself", func() []byte {
			p := newPDF()
			p.add("<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 3 0 R>>>>/Length 60>>\nstream\n" + strings.Repeat("/X Do ", 10) + "\nendstream")
			return p.pages(coreFonts+"/XObject<</X 3 0 R>>", "", shown+"/X Do").bytes()
		}},
		{"annotations-many", annotations(500_000, "<</Subtype/Text/Contents(a)>>")},
		{"annotations-fields", annotations(50_000, "<</Subtype/Widget/FT/Tx/V(Health records)/Rect[0 0 90 20]>>")},
		{"annotations-parents", annotations(50_000, "<</Subtype/Widget/Parent 3 0 R/Rect[0 0 90 20]>>")},
		{"annotations-long-value", annotations(20, "<</Subtype/Widget/FT/Tx/V("+strings.Repeat("abc ", 1<<20)+")/Rect[0 0 90 20]>>")},
		{"colours-in-one-another", withContent(short(shown+strings.Repeat("/C cs ", 100_000)), "/ColorSpace<</C[/Indexed[/Indexed[/Indexed[/Indexed/DeviceRGB 1(aaaaaa)]1(aaaaaa)]1(aaaaaa)]1(aaaaaa)]>>")},
		{"layers-of-layers", withContent(short(shown+strings.Repeat("/OC /P BDC EMC ", 100_000)), "/Properties<</P<</Type/OCMD/OCGs["+strings.Repeat("1 0 R ", 4000)+"]>>>>")},
	}
}

// mutatedPDFs are honest files with bytes turned, left out and doubled, the same ones in each run.
func mutatedPDFs() []badDocument {
	var all []badDocument
	for _, s := range pdfSamples() {
		whole, err := os.ReadFile(filepath.Join(folder, s.name)) // the same bytes with any version of Go
		if err != nil {
			whole = s.raw
		}
		seed := fnv.New32()
		seed.Write([]byte(s.name))
		random := rand.New(rand.NewSource(int64(seed.Sum32())))
		for i := range 4 {
			raw := slices.Clone(whole)
			for range 1 + random.Intn(12) {
				switch at := random.Intn(len(raw)); random.Intn(4) {
				case 0:
					raw[at] ^= 1 << random.Intn(8)
				case 1:
					raw[at] = "0123456789/[]<>() "[random.Intn(18)]
				case 2:
					n := min(len(raw)-at, random.Intn(40))
					raw = append(raw[:at:at], raw[at+n:]...)
				default:
					n := min(len(raw)-at, random.Intn(200))
					raw = append(raw[:at+n:at+n], raw[at:]...)
				}
			}
			all = append(all, badDocument{fmt.Sprintf("mutated-%d-%s", i, s.name), func() []byte { return raw }})
		}
	}
	return all
}
