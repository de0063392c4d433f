package pdftext

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/pdfcpu/pdfcpu/pkg/font"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// A textFont says what the codes of a shown string stand for and how wide they are.
type textFont struct {
	bytes      int       // of a code: 1, or 2 in a composite font
	toUnicode  *cmap     // nil without one
	encoding   *encoding // of a font with one byte a code, nil in a composite font
	utf16      bool      // the codes are UTF-16
	widths     map[int]float64
	otherWidth float64 // of the codes that widths does not hold, in ems
}

// unknown stands for a glyph that the file does not map to a character.
const unknown = "\ufffd"

// assumedWidth, in ems, is of glyphs whose width the file does not say: of the letters of a running
// text it is about the mean.
const assumedWidth = 0.5

// codes calls show for each code of a shown string with its text, its width in ems and whether word
// spacing applies to it, until it fails.
func (f *textFont) codes(s str, show func(text string, width float64, space bool) error) error {
	for len(s) > 0 {
		n := min(f.bytes, len(s))
		c := s[:n]
		s = s[n:]
		width, ok := f.widths[number(c)]
		if !ok {
			width = f.otherWidth
		}
		if err := show(f.text(c), width, n == 1 && c[0] == ' '); err != nil {
			return err
		}
	}
	return nil
}

func (f *textFont) text(code str) string {
	if f.toUnicode != nil {
		// A code may be mapped to NUL or to nothing where the producer did not know it.
		if t := strings.Trim(f.toUnicode.text[code.key()], "\x00"); t != "" {
			return t
		}
	}
	switch {
	case f.utf16:
		return utf16Text(code)
	case f.encoding != nil && len(code) == 1 && f.encoding[code[0]] != "":
		return f.encoding[code[0]]
	}
	return unknown
}

func (o *objects) font(d types.Dict) *textFont {
	f := &textFont{bytes: 1, widths: map[int]float64{}, otherWidth: assumedWidth}
	if o.budget.step(fontCost) != nil {
		return f
	}
	if toUnicode, err := o.stream(d["ToUnicode"]); err == nil {
		f.toUnicode = readCMap(toUnicode, o.budget)
	}
	if o.name(d["Subtype"]) == "Type0" {
		o.composite(f, d)
	} else {
		f.encoding = o.encoding(d)
		o.simpleWidths(f, d)
	}
	return f
}

// composite fills f from a font whose codes name glyphs of a large set (PDF 32000-1:2008, 9.7).
func (o *objects) composite(f *textFont, d types.Dict) {
	f.bytes = 2
	if f.toUnicode != nil && f.toUnicode.bytes == 1 {
		if _, embedded := o.get(d["Encoding"]).(types.StreamDict); embedded {
			f.bytes = 1
		}
	}
	encoding := o.name(d["Encoding"])
	f.utf16 = strings.Contains(encoding, "UCS2") || strings.Contains(encoding, "UTF16")
	f.otherWidth = 1
	descendants := o.array(d["DescendantFonts"])
	if len(descendants) == 0 {
		return
	}
	cid := o.dict(descendants[0])
	if w, ok := o.number(cid["DW"]); ok {
		f.otherWidth = w / 1000
	}
	// The widths are lists (first [w w w]) and ranges (first last w).
	for w := o.array(cid["W"]); len(w) >= 2; {
		first, _ := o.number(w[0])
		if list := o.array(w[1]); list != nil {
			if o.budget.keep(entrySize*len(list)) != nil {
				return
			}
			for i, v := range list {
				width, _ := o.number(v)
				f.widths[int(first)+i] = width / 1000
			}
			w = w[2:]
			continue
		}
		if len(w) < 3 {
			return
		}
		last, _ := o.number(w[1])
		width, _ := o.number(w[2])
		low, high := max(0, int(first)), min(int(last), 0xffff)
		if high >= low && o.budget.keep(entrySize*(high-low+1)) != nil {
			return
		}
		for c := low; c <= high; c++ {
			f.widths[c] = width / 1000
		}
		w = w[3:]
	}
}

func (o *objects) simpleWidths(f *textFont, d types.Dict) {
	unit := 1.0 / 1000
	if m := o.array(d["FontMatrix"]); len(m) > 0 { // a font of Type 3 has a scale of its own
		if x, ok := o.number(m[0]); ok && x != 0 {
			unit = x
		}
	}
	if w, ok := o.number(o.dict(d["FontDescriptor"])["MissingWidth"]); ok && w > 0 {
		f.otherWidth = w * unit
	}
	widths := o.array(d["Widths"])
	first, _ := o.number(d["FirstChar"])
	if o.budget.keep(entrySize*len(widths)) != nil {
		return
	}
	for i, v := range widths {
		if w, ok := o.number(v); ok {
			f.widths[int(first)+i] = w * unit
		}
	}
	if core := o.name(d["BaseFont"]); len(widths) == 0 && font.IsCoreFont(core) {
		// Only the fonts that every viewer has may leave their widths out.
		for code, text := range f.encoding {
			if r, n := utf8.DecodeRuneInString(text); n > 0 {
				if w, err := font.CharWidth(core, r); err == nil {
					f.widths[code] = float64(w) / 1000
				}
			}
		}
	}
}

// pictureFonts are the names of well-known fonts of bullets, arrows and other signs.
var pictureFonts = regexp.MustCompile(`(?i)dingbats|wingdings|webdings|fontawesome|icon`)

// encoding returns what the codes of a font with one byte a code stand for where no ToUnicode map
// says: the encoding that it names, else the one inside its program, else Adobe's standard; with
// the differences that it lists.
func (o *objects) encoding(d types.Dict) *encoding {
	var e encoding
	descriptor := o.dict(d["FontDescriptor"])
	flags, _ := o.number(descriptor["Flags"])
	symbolic := int(flags)&4 != 0
	named := o.get(d["Encoding"])
	dict, _ := named.(types.Dict)
	if dict != nil {
		named = o.get(dict["BaseEncoding"])
	}
	base, _ := named.(types.Name)
	program, _ := o.stream(descriptor["FontFile"])
	switch {
	case base == "WinAnsiEncoding":
		e = *winAnsi
	case base == "MacRomanEncoding":
		e = *macRoman
	case pictureFonts.MatchString(o.name(d["BaseFont"])):
		e = *pictureEncoding()
	case o.name(d["BaseFont"]) == "Symbol":
		e[0xb7], e[' '] = "•", " " // of its Greek letters, none is in a resume
	case len(program) > 0:
		e = builtIn(program)
	case o.name(d["Subtype"]) == "Type3", symbolic && hasProgram(descriptor):
		// The codes mean what the program says; nothing outside it tells.
	case o.name(d["Subtype"]) == "TrueType":
		e = *winAnsi
	default:
		e = *standard
	}
	code := 0
	for _, v := range o.array(dict["Differences"]) {
		if n, ok := o.number(v); ok {
			code = int(n)
			continue
		}
		if 0 <= code && code < len(e) {
			if e[code] = glyphText(o.name(v)); e[code] == "" && o.name(v) == fmt.Sprintf("a%d", code) {
				e[code] = texText(code)
			}
		}
		code++
	}
	return &e
}

// texText is what a code means in the bitmap fonts of TeX, whose glyphs are named by their codes:
// ASCII, and ligatures among the codes for control. Other encodings of TeX differ in signs only.
func texText(code int) string {
	switch ligatures := []string{"ff", "fi", "fl", "ffi", "ffl"}; {
	case ' ' < code && code < 0x7f:
		return string(rune(code))
	case 11 <= code && code <= 15:
		return ligatures[code-11]
	case 27 <= code && code <= 31:
		return ligatures[code-27]
	case code == 127:
		return "-"
	case code == 21:
		return "–"
	case code == 22:
		return "—"
	}
	return ""
}

func hasProgram(descriptor types.Dict) bool {
	return descriptor["FontFile2"] != nil || descriptor["FontFile3"] != nil
}

// builtInEntry is an entry of the encoding in the clear part of a Type 1 font program: dup 12 /fi
// put.
var builtInEntry = regexp.MustCompile(`dup\s+(\d+)\s*/(\S+)\s+put`)

func builtIn(program []byte) encoding {
	if strings.Contains(string(program[:min(len(program), 8<<10)]), "/Encoding StandardEncoding def") {
		return *standard
	}
	var e encoding
	for _, m := range builtInEntry.FindAllSubmatch(program, len(e)) {
		if code, err := strconv.Atoi(string(m[1])); err == nil && code < len(e) {
			e[code] = glyphText(string(m[2]))
		}
	}
	return e
}
