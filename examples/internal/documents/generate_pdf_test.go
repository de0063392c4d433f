package documents

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/font"
	"golang.org/x/text/encoding/charmap"
)

// A pdfFile is a PDF as a program writes it: objects, numbered from 1, of which the first is the
// catalogue and the second the pages.
type pdfFile struct {
	objects []string
	trailer string // entries other than Size and Root
}

func newPDF() *pdfFile { return &pdfFile{objects: []string{"<</Type/Catalog/Pages 2 0 R>>", ""}} }

// add returns the reference of a new object.
func (p *pdfFile) add(object string) string {
	p.objects = append(p.objects, object)
	return fmt.Sprintf("%d 0 R", len(p.objects))
}

// stream adds a compressed stream.
func (p *pdfFile) stream(entries, content string) string {
	c := deflate(content)
	return p.add(fmt.Sprintf("<</Length %d/Filter/FlateDecode%s>>\nstream\n%s\nendstream", len(c), entries, c))
}

func deflate(s string) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	if _, err := w.Write([]byte(s)); err != nil {
		panic(err)
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return b.String()
}

// pages ends the file with pages of these contents, all with the same resources. more are entries
// of each page.
func (p *pdfFile) pages(resources, more string, contents ...string) *pdfFile {
	var kids []string
	for _, c := range contents {
		kids = append(kids, p.add(fmt.Sprintf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<<%s>>/Contents %s%s>>", resources, p.stream("", c), more)))
	}
	p.objects[1] = fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]>>", len(kids), strings.Join(kids, " "))
	return p
}

// bytes writes the file with a table of cross-references.
func (p *pdfFile) bytes() []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
	var offsets []int
	for i, o := range p.objects {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, o := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, p.trailer, start)
	return b.Bytes()
}

// compact writes the file as newer programs do: objects in a compressed stream, and the
// cross-references in another, with a predictor.
func (p *pdfFile) compact() []byte {
	var b, packed, index bytes.Buffer
	b.WriteString("%PDF-1.5\n%\xe2\xe3\xcf\xd3\n")
	type entry struct {
		kind   byte
		offset uint32
		index  byte
	}
	entries := []entry{{}}
	container := len(p.objects) + 1
	n := 0
	for i, o := range p.objects {
		if strings.Contains(o, "stream\n") {
			entries = append(entries, entry{kind: 1, offset: uint32(b.Len())})
			fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
			continue
		}
		entries = append(entries, entry{2, uint32(container), byte(n)})
		fmt.Fprintf(&index, "%d %d ", i+1, packed.Len())
		packed.WriteString(o + "\n")
		n++
	}
	entries = append(entries, entry{kind: 1, offset: uint32(b.Len())})
	content := deflate(index.String() + packed.String())
	fmt.Fprintf(&b, "%d 0 obj\n<</Type/ObjStm/N %d/First %d/Length %d/Filter/FlateDecode>>\nstream\n%s\nendstream\nendobj\n", container, n, index.Len(), len(content), content)
	start := b.Len()
	entries = append(entries, entry{kind: 1, offset: uint32(start)})
	var table bytes.Buffer
	before := make([]byte, 6)
	for _, e := range entries {
		row := append([]byte{e.kind}, binary.BigEndian.AppendUint32(nil, e.offset)...)
		row = append(row, e.index)
		table.WriteByte(2) // the predictor: as in the row above
		for i := range row {
			table.WriteByte(row[i] - before[i])
		}
		before = row
	}
	content = deflate(table.String())
	fmt.Fprintf(&b, "%d 0 obj\n<</Type/XRef/Size %d/Root 1 0 R/W[1 4 1]/DecodeParms<</Predictor 12/Columns 6>>/Length %d/Filter/FlateDecode>>\nstream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n",
		container+1, len(entries), len(content), content, start)
	return b.Bytes()
}

// coreFonts are resources with fonts that need no program: F1 and, bold, F2.
const coreFonts = "/Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>" +
	"/F2<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>>>"

// literal writes a text as a string in Windows-1252.
func literal(text string) string {
	b, err := charmap.Windows1252.NewEncoder().String(text)
	if err != nil {
		panic(err)
	}
	return "(" + strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`).Replace(b) + ")"
}

// at shows a text in a font of a size at a place.
func at(x, y float64, font string, size float64, text string) string {
	return fmt.Sprintf("BT /%s %g Tf %g %g Td %s Tj ET\n", font, size, x, y, literal(text))
}

// lines shows lines below one another, 14 points apart. One that begins with "# " is a heading.
func lines(x, y float64, all ...string) string {
	var b strings.Builder
	for _, l := range all {
		if heading, ok := strings.CutPrefix(l, "# "); ok {
			y -= 14
			b.WriteString(at(x, y, "F2", 13, heading))
		} else {
			b.WriteString(at(x, y, "F1", 10, l))
		}
		y -= 14
	}
	return b.String()
}

// coreWidth is the width of a text in Helvetica, in sizes of the font.
func coreWidth(text string) float64 {
	w := 0
	for _, r := range text {
		n, err := font.CharWidth("Helvetica", r)
		if err != nil {
			panic(err)
		}
		w += n
	}
	return float64(w) / 1000
}

// letterByLetter sets each glyph at a place of its own and no spaces.
func letterByLetter(x, y, size float64, text string) string {
	var b strings.Builder
	for _, r := range text {
		if r != ' ' {
			b.WriteString(fmt.Sprintf("BT /F1 %g Tf 1 0 0 1 %.3f %.3f Tm %s Tj ET\n", size, x, y, literal(string(r))))
		}
		x += coreWidth(string(r)) * size
	}
	return b.String()
}

// kerned shows a text in one array, with some kerning between letters and a move in the place of
// each space, as LaTeX does.
func kerned(x, y, size float64, text string) string {
	var parts []string
	for i, word := range strings.Fields(text) {
		if i > 0 {
			parts = append(parts, "-278")
		}
		if n := len(word) / 2; n > 0 {
			parts = append(parts, literal(word[:n]), "25", literal(word[n:]))
			continue
		}
		parts = append(parts, literal(word))
	}
	return fmt.Sprintf("BT /F1 %g Tf %g %g Td [%s] TJ ET\n", size, x, y, strings.Join(parts, ""))
}

// A compositeFont is a font with codes of two bytes, which are numbers of glyphs, and a map to
// characters.
type compositeFont struct {
	glyphs []string // the text of each glyph, the first for code 1
	codes  map[string]int
}

func (f *compositeFont) code(text string) int {
	if f.codes == nil {
		f.codes = map[string]int{}
	}
	if f.codes[text] == 0 {
		f.glyphs = append(f.glyphs, text)
		f.codes[text] = len(f.glyphs)
	}
	return f.codes[text]
}

// show shows glyphs, a space among them where the text has one.
func (f *compositeFont) show(x, y, size float64, glyphs []string) string {
	var hex strings.Builder
	for _, g := range glyphs {
		fmt.Fprintf(&hex, "%04X", f.code(g))
	}
	return fmt.Sprintf("BT /F1 %g Tf %g %g Td <%s> Tj ET\n", size, x, y, hex.String())
}

// resources adds the font to a file and returns the resources for its pages.
func (f *compositeFont) resources(p *pdfFile) string {
	var chars, widths strings.Builder
	for i, g := range f.glyphs {
		fmt.Fprintf(&chars, "<%04X> <%s>\n", i+1, utf16Hex(g))
		width := 250
		if g != " " {
			width = 520
		}
		fmt.Fprintf(&widths, " %d", width)
	}
	cmap := p.stream("", fmt.Sprintf("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Adobe-Identity-UCS def\n"+
		"1 begincodespacerange <0000> <FFFF> endcodespacerange\n%d beginbfchar\n%sendbfchar\nendcmap end end", len(f.glyphs), chars.String()))
	cid := p.add(fmt.Sprintf("<</Type/Font/Subtype/CIDFontType2/BaseFont/AAAAAA+Sample/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 500/W[1[%s]]>>", widths.String()))
	return "/Font<</F1 " + p.add("<</Type/Font/Subtype/Type0/BaseFont/AAAAAA+Sample/Encoding/Identity-H/DescendantFonts["+cid+"]/ToUnicode "+cmap+">>") + ">>"
}
