package pdftext

import (
	"unicode/utf16"
)

// A cmap is a font's map from codes to characters, its ToUnicode stream (PDF 32000-1:2008, 9.10.3).
type cmap struct {
	text  map[string]string // by the bytes of a code
	bytes int               // of the shortest code, 0 where the map does not say
}

// maxMapped bounds the entries of a map: what a range of two bytes can name.
const maxMapped = 1 << 16

func readCMap(src []byte) *cmap {
	if len(src) == 0 {
		return nil
	}
	m := &cmap{text: map[string]string{}}
	l := lexer{src: src}
	var operands []token
	for {
		t, ok := l.next()
		if !ok {
			return m
		}
		op, ok := t.(operator)
		if !ok {
			operands = append(operands, t)
			continue
		}
		switch op {
		case "endcodespacerange":
			m.codespace(operands)
		case "endbfchar":
			m.chars(operands)
		case "endbfrange":
			m.ranges(operands)
		}
		operands = operands[:0]
	}
}

func (m *cmap) codespace(operands []token) {
	for _, o := range operands {
		if s, ok := o.(str); ok && len(s) > 0 && (m.bytes == 0 || len(s) < m.bytes) {
			m.bytes = len(s)
		}
	}
}

func (m *cmap) chars(operands []token) {
	for i := 0; i+1 < len(operands); i += 2 {
		code, ok1 := operands[i].(str)
		text, ok2 := operands[i+1].(str)
		if ok1 && ok2 {
			m.put(string(code), utf16Text(text))
		}
	}
}

func (m *cmap) ranges(operands []token) {
	for i := 0; i+2 < len(operands); i += 3 {
		low, ok1 := operands[i].(str)
		high, ok2 := operands[i+1].(str)
		if !ok1 || !ok2 || len(low) != len(high) || len(low) == 0 || len(low) > 4 {
			continue
		}
		first, last := number(low), number(high)
		switch to := operands[i+2].(type) {
		case array:
			for j, t := range to {
				if s, ok := t.(str); ok && first+j <= last {
					m.put(code(first+j, len(low)), utf16Text(s))
				}
			}
		case str:
			for j := 0; first+j <= last && len(m.text) < maxMapped; j++ {
				m.put(code(first+j, len(low)), utf16Text(plus(to, j)))
			}
		}
	}
}

func (m *cmap) put(code, text string) {
	if len(m.text) < maxMapped {
		m.text[code] = text
	}
}

func number(s str) int {
	n := 0
	for i := range len(s) {
		n = n<<8 | int(s[i])
	}
	return n
}

func code(n, bytes int) string {
	b := make([]byte, bytes)
	for i := bytes - 1; i >= 0; i-- {
		b[i] = byte(n)
		n >>= 8
	}
	return string(b)
}

// plus adds n to the last UTF-16 unit of s.
func plus(s str, n int) str {
	if len(s) < 2 {
		return s
	}
	tail := number(s[len(s)-2:]) + n
	return s[:len(s)-2] + str(code(tail, 2))
}

func utf16Text(s str) string {
	units := make([]uint16, 0, len(s)/2)
	for i := 0; i+1 < len(s); i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	if len(s) == 1 { // some producers write one byte
		units = append(units, uint16(s[0]))
	}
	return string(utf16.Decode(units))
}
