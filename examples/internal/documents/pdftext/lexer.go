package pdftext

import (
	"bytes"
	"strconv"
)

// A token of a content stream or of a character map is one of the types below, a float64, or nil
// for what has no meaning here.
type (
	operator string  // what is to be done with the operands before it
	name     string  // without its slash
	str      string  // the bytes of a literal or hexadecimal string
	array    []token // may hold arrays
	token    any
)

// maxElements is how many elements an array may have: those of a justified line have some hundred.
const maxElements = 1 << 16

// maxNesting is how deep arrays may stand in one another: the format needs two.
const maxNesting = 16

// A lexer reads the tokens of a content stream (PDF 32000-1:2008, 7.8.2), which character maps
// share. It takes every sequence of bytes: what is not well-formed is passed over, as viewers do.
type lexer struct {
	src    []byte
	pos    int
	budget *budget // nil for none
	err    error   // of the budget, which ends the tokens
}

// next returns the next token, and false at the end.
func (l *lexer) next() (token, bool) { return l.token(0) }

func (l *lexer) token(depth int) (token, bool) {
	for {
		l.skipSpace()
		if l.pos >= len(l.src) || l.err != nil {
			return nil, false
		}
		if l.budget != nil {
			if l.err = l.budget.step(tokenCost); l.err != nil {
				return nil, false
			}
		}
		switch c := l.src[l.pos]; {
		case c == '(':
			return l.literal(), true
		case c == '<' && l.peek(1) != '<':
			return l.hex(), true
		case c == '/':
			l.pos++
			return name(l.name()), true
		case c == '[' && depth < maxNesting:
			l.pos++
			return l.array(depth + 1), true
		case c == ']' && depth > 0:
			return nil, true // array looks at the byte itself
		case c == '<':
			l.pos += 2 // a dictionary matters to nobody here: its keys and values pass as operands
		case isDelimiter(c):
			l.pos++
		default:
			return l.word(), true
		}
	}
}

func (l *lexer) peek(n int) byte {
	if l.pos+n < len(l.src) {
		return l.src[l.pos+n]
	}
	return 0
}

func (l *lexer) skipSpace() {
	for l.pos < len(l.src) {
		switch c := l.src[l.pos]; {
		case isSpace(c):
			l.pos++
		case c == '%':
			end := bytes.IndexAny(l.src[l.pos:], "\r\n")
			if end < 0 {
				l.pos = len(l.src)
				return
			}
			l.pos += end
		default:
			return
		}
	}
}

func (l *lexer) array(depth int) array {
	var a array
	for {
		l.skipSpace()
		if l.peek(0) == ']' {
			l.pos++
			return a
		}
		t, ok := l.token(depth)
		if !ok {
			return a
		}
		if len(a) < maxElements {
			a = append(a, t)
		} else {
			l.err = ErrWork
		}
	}
}

func (l *lexer) word() token {
	start := l.pos
	for l.pos < len(l.src) && !isSpace(l.src[l.pos]) && !isDelimiter(l.src[l.pos]) {
		l.pos++
	}
	w := l.src[start:l.pos]
	if c := w[0]; c == '+' || c == '-' || c == '.' || '0' <= c && c <= '9' {
		if n, ok := smallNumber(w); ok {
			return n
		}
		if f, err := strconv.ParseFloat(string(w), 64); err == nil {
			return f
		}
		return float64(0) // as in "--5" or "1.2.3", which some producers write
	}
	return operator(w)
}

// smallNumber reads a number of a few digits without a fraction, as most are.
func smallNumber(w []byte) (float64, bool) {
	if len(w) > 6 {
		return 0, false
	}
	n := 0
	for _, c := range w {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return float64(n), true
}

func (l *lexer) name() string {
	var b []byte
	for l.pos < len(l.src) && !isSpace(l.src[l.pos]) && !isDelimiter(l.src[l.pos]) {
		c := l.src[l.pos]
		if hi, lo := unhex(l.peek(1)), unhex(l.peek(2)); c == '#' && hi >= 0 && lo >= 0 {
			c = byte(hi<<4 | lo)
			l.pos += 2
		}
		b = append(b, c)
		l.pos++
	}
	return string(b)
}

func (l *lexer) hex() str {
	var b []byte
	digits := 0
	for l.pos++; l.pos < len(l.src) && l.src[l.pos] != '>'; l.pos++ {
		d := unhex(l.src[l.pos])
		if d < 0 {
			continue
		}
		if digits%2 == 0 {
			b = append(b, byte(d<<4))
		} else {
			b[len(b)-1] |= byte(d)
		}
		digits++
	}
	l.pos++
	return str(b)
}

func (l *lexer) literal() str {
	var b []byte
	depth := 1
	for l.pos++; l.pos < len(l.src); l.pos++ {
		c := l.src[l.pos]
		switch c {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				l.pos++
				return str(b)
			}
		case '\\':
			l.pos++
			b = l.escape(b)
			continue
		}
		b = append(b, c)
	}
	return str(b)
}

// escape appends what the escape at the lexer's position stands for, and stops on its last byte.
func (l *lexer) escape(b []byte) []byte {
	switch c := l.peek(0); c {
	case 'n':
		return append(b, '\n')
	case 'r':
		return append(b, '\r')
	case 't':
		return append(b, '\t')
	case 'b':
		return append(b, '\b')
	case 'f':
		return append(b, '\f')
	case '\n':
		return b // a line broken in the file only
	case '\r':
		if l.peek(1) == '\n' {
			l.pos++
		}
		return b
	case '0', '1', '2', '3', '4', '5', '6', '7':
		n := int(c - '0')
		for i := 0; i < 2 && '0' <= l.peek(1) && l.peek(1) <= '7'; i++ {
			l.pos++
			n = n*8 + int(l.src[l.pos]-'0')
		}
		return append(b, byte(n))
	default:
		return append(b, c)
	}
}

// skipInlineImage passes over the bytes of a picture that stands in the stream itself, after its ID
// operator.
func (l *lexer) skipInlineImage() {
	for l.pos < len(l.src) {
		i := bytes.Index(l.src[l.pos:], []byte("EI"))
		if i < 0 {
			l.pos = len(l.src)
			return
		}
		l.pos += i + 2
		// The two letters may be bytes of the picture: the operator stands between spaces.
		if isSpace(l.src[l.pos-3]) && (l.pos == len(l.src) || isSpace(l.src[l.pos])) {
			return
		}
	}
}

// classes are of each byte: what it is but a part of a word.
var classes = func() (all [256]struct{ space, delimiter bool }) {
	for _, c := range []byte(" \n\r\t\f\x00") {
		all[c].space = true
	}
	for _, c := range []byte("()<>[]{}/%") {
		all[c].delimiter = true
	}
	return all
}()

func isSpace(c byte) bool     { return classes[c].space }
func isDelimiter(c byte) bool { return classes[c].delimiter }

func unhex(c byte) int {
	switch {
	case '0' <= c && c <= '9':
		return int(c - '0')
	case 'a' <= c && c <= 'f':
		return int(c-'a') + 10
	case 'A' <= c && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}
