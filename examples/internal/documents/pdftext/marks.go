package pdftext

import (
	"strings"
	"unicode/utf8"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// maxMarks is how deep marks may stand in one another.
const maxMarks = 256

// beginMark notes a mark around content (PDF 32000-1:2008, 14.6): a layer, or the text that the
// glyphs in it stand for.
func (p *program) beginMark(op operator) {
	if len(p.marks) >= maxMarks {
		p.deep++
		return
	}
	m := mark{firstText: len(p.glyphs)}
	if op == "BDC" {
		properties := p.objects.dict(p.resources["Properties"])[string(p.name(1))]
		if p.name(0) == "OC" {
			m.off = properties != nil && p.layers.hidden(properties)
		}
		if d := p.objects.dict(properties); d["ActualText"] != nil {
			m.replaces, m.actual = true, p.objects.text(d["ActualText"])
		}
		for i, o := range p.operands { // of a dictionary in the content, keys and values pass as operands
			if o == token(name("ActualText")) && i+1 < len(p.operands) {
				m.replaces, m.actual = true, textString(p.string(i+1))
			}
		}
	}
	if m.off {
		p.hidden++
	}
	p.marks = append(p.marks, m)
}

// A text that stands for glyphs is believed while it has at most this many times their number, and
// a few: a reader sees the glyphs, not the text.
const (
	replacedBy = 3
	andAFew    = 4
)

func (p *program) endMark() {
	n := len(p.marks)
	if p.deep > 0 {
		p.deep--
		return
	}
	if n == 0 {
		return
	}
	m := p.marks[n-1]
	p.marks = p.marks[:n-1]
	if m.off {
		p.hidden--
	}
	if m.replaces && m.firstText < len(p.glyphs) {
		p.replace(p.glyphs[m.firstText:], m.actual)
	}
}

// replace puts a text in the place of glyphs: of the first, as wide as all on its line.
func (p *program) replace(glyphs []glyph, text string) {
	seen := 0
	for _, g := range glyphs {
		seen += letters(g.text)
	}
	text = strings.Trim(text, "\u200b\u200c\u200d\u2060\ufeff") // which have no width
	count := utf8.RuneCountInString(text)
	if count > replacedBy*len(glyphs)+andAFew || letters(text) == 0 && seen > andAFew {
		p.unseen.add(text)
		return
	}
	if text == softHyphen {
		text = "-"
	}
	first := &glyphs[0]
	first.text = text
	right := first.x + first.width
	for _, g := range glyphs[1:] {
		if g.turns == first.turns && g.y == first.y {
			first.x, right = min(first.x, g.x), max(right, g.x+g.width)
		}
	}
	first.width = right - first.x
	p.glyphs = p.glyphs[:len(p.glyphs)-len(glyphs)+1]
	if text == "" {
		p.glyphs = p.glyphs[:len(p.glyphs)-1]
	}
}

// textString decodes the bytes of a string of text.
func textString(s str) string {
	t, err := types.HexLiteralToString(types.NewHexLiteral([]byte(s)))
	if err != nil {
		return ""
	}
	return t
}
