package documents

import (
	"strconv"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// readRTF returns the text of a Rich Text Format document (specification 1.9.1): page heads, body,
// page feet. Deleted and hidden text, the codes of fields and everything that the format marks as
// ignorable are left out.
func readRTF(t *task, raw []byte) (string, error) {
	r := rtf{task: t, src: raw, codePage: charmap.Windows1252, fonts: map[int]encoding.Encoding{}, colours: []colour{black},
		group: rtfGroup{unicodeSkip: 1, out: body, size: 24, page: -1}, sizes: map[string]int{}}
	for n := 0; r.pos < len(raw); n++ {
		if n%1024 == 0 && t.budget.ended() != nil {
			return "", t.budget.ended()
		}
		if len(r.groups) > t.limits.Depth {
			return "", errDepth
		}
		if c := raw[r.pos]; c == '\\' || c == '{' {
			if err := t.budget.object(1); err != nil {
				return "", err
			}
		}
		r.next()
	}
	r.flush()
	if err := t.budget.object(1); err != nil {
		return "", err
	}
	if len(r.groups) > 0 {
		return "", errDamaged
	}
	for _, kind := range []string{LeftHidden, LeftDeleted, LeftComment, LeftField, LeftImage, LeftEmbedded, LeftMetadata} {
		if n := r.sizes[kind]; n > 0 {
			t.leave(LeftOut{Kind: kind, Size: n})
		}
	}
	return strings.Join([]string{r.out[head].String(), r.out[body].String(), r.out[foot].String()}, "\n"), nil
}

// The places of a page that text goes to.
const (
	head = iota
	body
	foot
)

// An rtfGroup is what a group may change and its end restores.
type rtfGroup struct {
	skip        bool   // not text
	kind        string // what it is then, of what is left out
	fontTable   bool
	colourTable bool
	boxed       bool // in a shape, whose ground is not known
	size        int  // in half points
	colour      int  // by number, 0 for that of the program
	shade       int  // the same for the ground, 0 for none
	page        int  // the ground of the paragraph, -1 for none
	deleted     bool
	hidden      bool
	font        int
	unicodeSkip int // how many characters after one in Unicode say the same to older readers
	out         int // head, body or foot
	starred     bool
}

type rtf struct {
	*task
	src    []byte
	pos    int
	out    [3]strings.Builder
	group  rtfGroup
	groups []rtfGroup

	codePage encoding.Encoding
	fonts    map[int]encoding.Encoding // by number, of those that have one of their own
	bytes    []byte                    // in the code page, not decoded yet
	units    []uint16                  // of UTF-16, not decoded yet
	pass     int                       // how many characters are still to be passed over
	colours  []colour                  // by number; the last is being read
	shaded   bool                      // cells of the row have a ground
	sizes    map[string]int            // of what is left out, by kind
}

func (r *rtf) next() {
	switch c := r.src[r.pos]; c {
	case '{':
		r.flush()
		r.pos++
		r.groups = append(r.groups, r.group)
		r.group.starred, r.pass = false, 0
	case '}':
		r.flush()
		r.pos++
		r.pass = 0
		if len(r.groups) == 0 {
			return // a brace too many
		}
		r.group = r.groups[len(r.groups)-1]
		r.groups = r.groups[:len(r.groups)-1]
	case '\\':
		r.pos++
		r.control()
	case '\r', '\n':
		r.pos++
	default:
		r.pos++
		r.char(c)
	}
}

// control reads a control word or symbol after its backslash.
func (r *rtf) control() {
	if r.pos >= len(r.src) {
		return
	}
	c := r.src[r.pos]
	if !isLetter(c) {
		r.pos++
		r.symbol(c)
		return
	}
	start := r.pos
	for r.pos < len(r.src) && isLetter(r.src[r.pos]) {
		r.pos++
	}
	word := string(r.src[start:r.pos])
	start = r.pos
	if r.pos < len(r.src) && r.src[r.pos] == '-' {
		r.pos++
	}
	for r.pos < len(r.src) && '0' <= r.src[r.pos] && r.src[r.pos] <= '9' {
		r.pos++
	}
	n, err := strconv.Atoi(string(r.src[start:r.pos]))
	if r.pos < len(r.src) && r.src[r.pos] == ' ' {
		r.pos++
	}
	r.word(word, n, err == nil)
}

func isLetter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }

func (r *rtf) symbol(c byte) {
	switch c {
	case '\'':
		if r.pos+2 <= len(r.src) {
			if v, err := strconv.ParseUint(string(r.src[r.pos:r.pos+2]), 16, 8); err == nil {
				r.pos += 2
				r.char(byte(v))
			}
		}
	case '\\', '{', '}':
		r.char(c)
	case '~':
		r.text(" ")
	case '_':
		r.text("-")
	case '*':
		r.group.starred = true
	case '\n', '\r':
		r.text("\n")
	}
}

// rtfText is what control words say in the place of characters.
var rtfText = map[string]string{
	"par": "\n", "line": "\n", "sect": "\n", "page": "\n", "column": "\n", "row": "\n", "nestrow": "\n", "tab": "\t", "cell": "\t",
	"nestcell": "\t", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•",
	"emspace": " ", "enspace": " ", "qmspace": " ",
}

// rtfSkipped are the destinations without text. They are of the early versions: later ones are
// marked as ignorable.
var rtfSkipped = map[string]bool{
	"stylesheet": true, "info": true, "pict": true, "fldinst": true, "sp": true, "shprslt": true, "annotation": true,
	"listtable": true, "listoverridetable": true, "pgptbl": true, "object": true, "xe": true, "tc": true, "private": true, "ftnsep": true,
}

// rtfKinds are what is left out with a destination, by its name.
var rtfKinds = map[string]string{
	"annotation": LeftComment, "comment": LeftComment, "fldinst": LeftField, "pict": LeftImage, "object": LeftEmbedded, "objdata": LeftEmbedded,
	"info": LeftMetadata,
}

// rtfStarred are the destinations with text among those that are marked as ignorable.
var rtfStarred = map[string]bool{"shpinst": true, "shptxt": true, "pntext": true, "nesttableprops": true}

func (r *rtf) word(word string, n int, given bool) {
	on := !given || n != 0
	if text, ok := rtfText[word]; ok {
		r.text(text)
		return
	}
	if r.group.starred {
		r.group.starred = false
		if !rtfStarred[word] {
			r.group.skip = true
			if r.group.kind == "" {
				r.group.kind = rtfKinds[word]
			}
		}
	}
	switch word {
	case "u":
		r.unicode(n)
	case "uc":
		r.group.unicodeSkip = min(max(n, 0), 100)
	case "bin": // that many bytes of a picture
		n = min(max(n, 0), len(r.src)-r.pos)
		r.pos += n
		r.sizes[r.group.kind] += n
	case "ansicpg":
		r.codePage = rtfCodePage(n)
	case "mac":
		r.codePage = charmap.Macintosh
	case "pc":
		r.codePage = charmap.CodePage437
	case "pca":
		r.codePage = charmap.CodePage850
	case "fonttbl":
		r.group.skip, r.group.fontTable = true, true
	case "f":
		r.flush()
		r.group.font = n
	case "fcharset":
		if page, ok := rtfCharsets[n]; ok && r.group.fontTable {
			r.fonts[r.group.font] = page
		}
	case "colortbl":
		r.group.skip, r.group.colourTable = true, true
	case "red", "green", "blue":
		r.colourPart(word, n)
	case "cf":
		r.flush()
		r.group.colour = n
	case "cb", "chcbpat", "highlight":
		r.flush()
		r.group.shade = n
	case "cbpat":
		r.flush()
		r.group.page = n
	case "pard":
		r.flush()
		r.group.page = -1
	case "clcbpat", "trcbpat":
		r.shaded = true
	case "clshdng":
		r.shaded = r.shaded || n > rtfShaded
	case "shading", "chshdng": // a pattern in colours of its own
		r.flush()
		r.group.boxed = r.group.boxed || n > rtfShaded
	case "trowd":
		r.shaded = false
	case "fs":
		r.flush()
		r.group.size = n
	case "plain":
		r.flush()
		r.group.hidden, r.group.deleted = false, false
		r.group.size, r.group.colour, r.group.shade = 24, 0, 0
	case "v":
		r.flush()
		r.group.hidden = on
	case "deleted":
		r.flush()
		r.group.deleted = on
	case "header", "headerl", "headerr", "headerf":
		r.flush()
		r.group.out = head
	case "footer", "footerl", "footerr", "footerf":
		r.flush()
		r.group.out = foot
	default:
		if word == "shptxt" {
			r.group.boxed = true
		}
		if rtfSkipped[word] {
			r.group.skip = true
			if r.group.kind == "" {
				r.group.kind = rtfKinds[word]
			}
		}
	}
}

// colourPart takes a part of the colour that is being read.
func (r *rtf) colourPart(word string, n int) {
	if !r.group.colourTable {
		return
	}
	r.flush()
	c := &r.colours[len(r.colours)-1]
	part := float64(min(max(n, 0), 255)) / 255
	switch word {
	case "red":
		c.r = part
	case "green":
		c.g = part
	case "blue":
		c.b = part
	}
}

// rtfShaded is the share of a pattern, in hundredths of a percent, from which it makes a ground.
const rtfShaded = 2500

// unseen reports whether people don't see the text.
func (r *rtf) unseen() bool {
	g := r.group
	if g.hidden || g.size > 0 && g.size <= tinyHalfPoints {
		return true
	}
	known := func(n int) bool { return n > 0 && n < len(r.colours) }
	ground := white
	switch {
	case g.boxed:
		return false
	case known(g.shade):
		ground = r.colours[g.shade]
	case known(g.page):
		ground = r.colours[g.page]
	case r.shaded:
		return false
	}
	text := black
	if known(g.colour) {
		text = r.colours[g.colour]
	} else if ground != white {
		return false // programs choose what can be read
	}
	return unseen(text, ground)
}

// char adds a character of the code page, or passes over it where one in Unicode said it.
func (r *rtf) char(c byte) {
	if r.pass > 0 {
		r.pass--
		return
	}
	if len(r.units) > 0 {
		r.flush()
	}
	r.bytes = append(r.bytes, c)
}

func (r *rtf) unicode(n int) {
	if len(r.bytes) > 0 {
		r.flush()
	}
	r.units = append(r.units, uint16(n)) // numbers from 32,768 on are written less 65,536
	r.pass = r.group.unicodeSkip
}

// flush decodes the characters that were collected.
func (r *rtf) flush() {
	if len(r.bytes) > 0 {
		b := r.bytes
		r.bytes = nil
		page, ok := r.fonts[r.group.font]
		switch {
		case !ok:
			page = r.codePage
		case page == nil: // a font of signs
			for i, c := range b {
				if c > ' ' {
					b[i] = 0x95 // the bullet of Windows-1252
				}
			}
			page = charmap.Windows1252
		}
		if text, err := page.NewDecoder().Bytes(b); err == nil {
			r.write(string(text))
		}
	}
	if len(r.units) > 0 {
		u := r.units
		r.units = nil
		r.write(string(utf16.Decode(u)))
	}
}

// text adds what a control word says.
func (r *rtf) text(s string) {
	if r.pass > 0 {
		r.pass--
		return
	}
	r.flush()
	r.write(s)
}

func (r *rtf) write(s string) {
	g := &r.group
	switch {
	case g.colourTable:
		for range strings.Count(s, ";") {
			if len(r.colours) < 1000 {
				r.colours = append(r.colours, black)
			}
		}
	case g.skip && (g.kind == LeftImage || g.kind == LeftEmbedded): // bytes as pairs of letters
		r.sizes[g.kind] += len(s) / 2
	case g.skip && g.kind != "":
		r.sizes[g.kind] += runes(strings.TrimSpace(s))
	case g.skip:
	case g.deleted:
		r.sizes[LeftDeleted] += runes(strings.TrimSpace(s))
	case r.unseen():
		r.sizes[LeftHidden] += runes(strings.TrimSpace(s))
	default:
		if r.budget.text(len(s)) == nil {
			r.out[g.out].WriteString(s)
		}
	}
}

// rtfCharsets are the code pages of fonts; nil is of fonts of signs.
var rtfCharsets = map[int]encoding.Encoding{
	2: nil, 77: charmap.Macintosh, 128: japanese.ShiftJIS, 129: korean.EUCKR, 134: simplifiedchinese.GBK, 136: traditionalchinese.Big5,
	161: charmap.Windows1253, 162: charmap.Windows1254, 163: charmap.Windows1258, 177: charmap.Windows1255, 178: charmap.Windows1256,
	186: charmap.Windows1257, 204: charmap.Windows1251, 222: charmap.Windows874, 238: charmap.Windows1250,
}

func rtfCodePage(n int) encoding.Encoding {
	switch n {
	case 437:
		return charmap.CodePage437
	case 850:
		return charmap.CodePage850
	case 874:
		return charmap.Windows874
	case 932:
		return japanese.ShiftJIS
	case 936:
		return simplifiedchinese.GBK
	case 949:
		return korean.EUCKR
	case 950:
		return traditionalchinese.Big5
	case 1250:
		return charmap.Windows1250
	case 1251:
		return charmap.Windows1251
	case 1253:
		return charmap.Windows1253
	case 1254:
		return charmap.Windows1254
	case 1255:
		return charmap.Windows1255
	case 1256:
		return charmap.Windows1256
	case 1257:
		return charmap.Windows1257
	case 1258:
		return charmap.Windows1258
	case 10000:
		return charmap.Macintosh
	}
	return charmap.Windows1252
}
