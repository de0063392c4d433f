package pdftext

import (
	"unicode/utf16"
)

// A cmap is a font's map from codes to characters, its ToUnicode stream (PDF 32000-1:2008, 9.10.3).
type cmap struct {
	text   map[codeKey]string
	bytes  int // of the shortest code, 0 where the map does not say
	budget *budget
}

// A codeKey is a code: how many bytes it has, and their number.
type codeKey struct{ bytes, number int }

func (s str) key() codeKey { return codeKey{len(s), number(s)} }

// What bounds a map: the entries that a range of two bytes can name, and the characters of one of
// them. Ligatures have three; the format allows 256.
const (
	maxMapped     = 1 << 16
	maxCharacters = 256
	entrySize     = 120 // bytes of memory, in a table of Go
)

// readCMap reads a map as its entries come: a section of it may list millions.
func readCMap(src []byte, b *budget) *cmap {
	if len(src) == 0 {
		return nil
	}
	m := &cmap{text: map[codeKey]string{}, budget: b}
	l := lexer{src: src, budget: b}
	var operands []token
	section := operator("")
	for {
		t, ok := l.next()
		if !ok {
			return m
		}
		if op, ok := t.(operator); ok {
			section = op
			operands = operands[:0]
			continue
		}
		operands = append(operands, t)
		switch {
		case section == "begincodespacerange":
			m.codespace(t)
			operands = operands[:0]
		case section == "beginbfchar" && len(operands) == 2:
			m.char(operands[0], operands[1])
			operands = operands[:0]
		case section == "beginbfrange" && len(operands) == 3:
			m.span(operands[0], operands[1], operands[2])
			operands = operands[:0]
		case len(operands) > 3:
			operands = operands[:0]
		}
	}
}

func (m *cmap) codespace(t token) {
	if s, ok := t.(str); ok && len(s) > 0 && (m.bytes == 0 || len(s) < m.bytes) {
		m.bytes = len(s)
	}
}

func (m *cmap) char(from, to token) {
	code, ok1 := from.(str)
	text, ok2 := to.(str)
	if ok1 && ok2 {
		m.put(code.key(), text)
	}
}

func (m *cmap) span(from, through, to token) {
	low, ok1 := from.(str)
	high, ok2 := through.(str)
	if !ok1 || !ok2 || len(low) != len(high) || len(low) == 0 || len(low) > 4 {
		return
	}
	first, last := number(low), number(high)
	switch to := to.(type) {
	case array:
		for j, t := range to {
			if s, ok := t.(str); ok && first+j <= last {
				m.put(codeKey{len(low), first + j}, s)
			}
		}
	case str:
		if len(to) > 2*maxCharacters {
			return
		}
		for j := 0; first+j <= last && len(m.text) < maxMapped; j++ {
			m.put(codeKey{len(low), first + j}, plus(to, j))
		}
	}
}

// put maps a code to a text in UTF-16.
func (m *cmap) put(code codeKey, text str) {
	if len(m.text) < maxMapped && code.bytes <= 4 && len(text) <= 2*maxCharacters && m.budget.keep(entrySize+2*len(text)) == nil {
		m.text[code] = utf16Text(text)
	}
}

func number(s str) int {
	n := 0
	for i := range len(s) {
		n = n<<8 | int(s[i])
	}
	return n
}

func code(n, bytes int) str {
	b := make([]byte, bytes)
	for i := bytes - 1; i >= 0; i-- {
		b[i] = byte(n)
		n >>= 8
	}
	return str(b)
}

// plus adds n to the last UTF-16 unit of s.
func plus(s str, n int) str {
	if len(s) < 2 {
		return s
	}
	tail := number(s[len(s)-2:]) + n
	return s[:len(s)-2] + code(tail, 2)
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
