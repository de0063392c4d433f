package pdftext

import (
	"strings"

	"golang.org/x/text/encoding/charmap"
)

// An encoding says what each code of a font with one byte a code stands for; "" is unknown.
type encoding [256]string

var (
	winAnsi  = fromCharmap(charmap.Windows1252)
	macRoman = fromCharmap(charmap.Macintosh)
	standard = standardEncoding()
)

func fromCharmap(m *charmap.Charmap) *encoding {
	var e encoding
	for code := 0x20; code < 0x100; code++ {
		if r := m.DecodeByte(byte(code)); r != '\ufffd' && r >= 0x20 {
			e[code] = string(r)
		}
	}
	return &e
}

// standardEncoding is Adobe's (PDF 32000-1:2008, D.2): ASCII with curved quotation marks, and names
// of its own above it.
func standardEncoding() *encoding {
	var e encoding
	for code := 0x20; code < 0x7f; code++ {
		e[code] = string(rune(code))
	}
	e['\''], e['`'] = "’", "‘"
	const upper = "exclamdown cent sterling fraction yen florin section currency quotesingle quotedblleft guillemotleft guilsinglleft " +
		"guilsinglright fi fl - endash dagger daggerdbl periodcentered - paragraph bullet quotesinglbase quotedblbase quotedblright " +
		"guillemotright ellipsis perthousand - questiondown - grave acute circumflex tilde macron breve dotaccent dieresis - ring " +
		"cedilla - hungarumlaut ogonek caron emdash - - - - - - - - - - - - - - - - AE - ordfeminine - - - - Lslash Oslash OE " +
		"ordmasculine - - - - - ae - - - dotlessi - - lslash oslash oe germandbls"
	for i, glyph := range strings.Fields(upper) {
		if glyph != "-" {
			e[0xa1+i] = glyphText(glyph)
		}
	}
	return &e
}

// pictureEncoding is of the fonts that hold pictures in the place of letters: in a text, every one
// of them is a bullet.
func pictureEncoding() *encoding {
	var e encoding
	for code := 0x21; code < 0x100; code++ {
		e[code] = "•"
	}
	e[' '] = " "
	return &e
}
