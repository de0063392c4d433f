package pdftext

import (
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// glyphText returns the characters of the glyph of that name by the rules of Adobe's glyph list:
// "A", "eacute", "f_i", "uni2022", "u1F600", "one.oldstyle". It returns "" where the name says
// nothing, as "g23" does.
func glyphText(glyph string) string {
	glyph, _, _ = strings.Cut(glyph, ".") // what follows a stop is the look
	var b strings.Builder
	for part := range strings.SplitSeq(glyph, "_") {
		b.WriteString(partText(part))
	}
	return b.String()
}

func partText(part string) string {
	if len(part) == 1 {
		return part
	}
	if t, ok := glyphNames[part]; ok {
		return t
	}
	if hex, ok := strings.CutPrefix(part, "uni"); ok && len(hex) >= 4 {
		return hexRune(hex[:4])
	}
	if hex, ok := strings.CutPrefix(part, "u"); ok && len(hex) >= 4 {
		return hexRune(hex)
	}
	// Letters with an accent are named by letter and accent; composing them stands in for some six
	// hundred entries.
	for accent, mark := range accents {
		if letter, ok := strings.CutSuffix(part, accent); ok && len(letter) == 1 {
			return norm.NFC.String(letter + mark)
		}
	}
	return ""
}

func hexRune(hex string) string {
	n, err := strconv.ParseUint(hex, 16, 32)
	if err != nil || n > 0x10ffff {
		return ""
	}
	return string(rune(n))
}

var accents = map[string]string{
	"acute": "\u0301", "grave": "\u0300", "circumflex": "\u0302", "dieresis": "\u0308", "tilde": "\u0303", "caron": "\u030c",
	"cedilla": "\u0327", "commaaccent": "\u0327", "ring": "\u030a", "breve": "\u0306", "macron": "\u0304", "ogonek": "\u0328",
	"dotaccent": "\u0307", "hungarumlaut": "\u030b",
}

// glyphNames are the names that are neither one letter nor a letter with an accent, from Adobe's
// glyph list for new fonts.
var glyphNames = map[string]string{
	"space": " ", "nbspace": " ", "nonbreakingspace": " ", "exclam": "!", "quotedbl": `"`, "numbersign": "#", "dollar": "$", "percent": "%",
	"ampersand": "&", "quotesingle": "'", "parenleft": "(", "parenright": ")", "asterisk": "*", "plus": "+", "comma": ",",
	"hyphen": "-", "minus": "−", "period": ".", "slash": "/", "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4",
	"five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "colon": ":", "semicolon": ";", "less": "<", "equal": "=",
	"greater": ">", "question": "?", "at": "@", "bracketleft": "[", "backslash": `\`, "bracketright": "]", "asciicircum": "^",
	"underscore": "_", "grave": "`", "braceleft": "{", "bar": "|", "braceright": "}", "asciitilde": "~", "exclamdown": "¡",
	"cent": "¢", "sterling": "£", "currency": "¤", "yen": "¥", "brokenbar": "¦", "section": "§", "copyright": "©",
	"ordfeminine": "ª", "guillemotleft": "«", "guillemotright": "»", "guilsinglleft": "‹", "guilsinglright": "›", "logicalnot": "¬",
	"sfthyphen": "\u00ad", "softhyphen": "\u00ad", "hyphenchar": "-", "registered": "®", "degree": "°", "plusminus": "±",
	"onesuperior": "¹", "twosuperior": "²", "threesuperior": "³", "mu": "µ", "paragraph": "¶", "periodcentered": "·",
	"middot": "·", "ordmasculine": "º", "onequarter": "¼", "onehalf": "½", "threequarters": "¾", "questiondown": "¿", "AE": "Æ",
	"ae": "æ", "OE": "Œ", "oe": "œ", "Eth": "Ð", "eth": "ð", "Thorn": "Þ", "thorn": "þ", "germandbls": "ß", "Oslash": "Ø",
	"oslash": "ø", "Lslash": "Ł", "lslash": "ł", "Dcroat": "Đ", "dcroat": "đ", "dotlessi": "ı", "dotlessj": "ȷ", "multiply": "×",
	"divide": "÷", "Euro": "€", "fraction": "⁄", "florin": "ƒ", "quoteleft": "‘", "quoteright": "’", "quotesinglbase": "‚",
	"quotedblleft": "“", "quotedblright": "”", "quotedblbase": "„", "dagger": "†", "daggerdbl": "‡", "bullet": "•",
	"openbullet": "◦", "ellipsis": "…", "perthousand": "‰", "endash": "–", "emdash": "—", "trademark": "™", "checkmark": "✓",
	"circle": "○", "H18533": "■", "H22073": "□", "filledbox": "■", "triagrt": "▶", "arrowright": "→", "lessequal": "≤",
	"greaterequal": "≥", "notequal": "≠", "approxequal": "≈", "ff": "ff", "fi": "fi", "fl": "fl", "ffi": "ffi", "ffl": "ffl",
	"acute": "´", "circumflex": "ˆ", "dieresis": "¨", "tilde": "˜", "caron": "ˇ", "cedilla": "¸", "ring": "˚", "breve": "˘",
	"macron": "¯", "ogonek": "˛", "dotaccent": "˙", "hungarumlaut": "˝",
}
