package personal

import "strings"

// An owner is what addresses and the name of the file tell of whose text it is, before any name is
// read.
type owner struct {
	words map[string]bool // the words of addresses and of what is known, three letters or more
	runs  []string        // addresses whose names stand together: "annaweber" of annaweber88@example.com
	parts map[string]bool // words that are parts of names wherever they stand
}

// mostAddresses bounds how many addresses are read for names, so that the time stays linear in the
// text.
const mostAddresses = 16

// readOwner reads the e-mail addresses and the links of the text, and what the caller knows of it.
func (f *finder) readOwner(known []string) {
	f.owner.words = make(map[string]bool, 8)
	f.owner.parts = make(map[string]bool, 8)
	n := 0
	for _, c := range f.claims {
		if c.kind != Email && c.kind != Link || n == mostAddresses {
			continue
		}
		n++
		f.readAddress(c)
	}
	for _, name := range known {
		f.readKnown(name)
	}
}

// readAddress reads the local part of an e-mail address, or all of a link.
func (f *finder) readAddress(c claim) {
	var pieces []string
	person, sure := true, false
	var run strings.Builder
	for i := c.from; i < c.to && !f.is(i, "@", "at", "["); i++ {
		t := &f.tokens[i]
		if t.shape == punct {
			if run.Len() > 0 && c.kind == Link {
				f.addRun(run.String())
				run.Reset()
			}
			continue
		}
		for piece := range strings.SplitSeq(t.fold, "-") {
			piece = strings.Trim(piece, "0123456789")
			if piece == "" {
				continue
			}
			run.WriteString(piece)
			class := f.lex.words[piece]
			if class&(given|surname) == 0 && class&(other|plain|product|network|tld) != 0 {
				person = false
				continue
			}
			pieces = append(pieces, piece)
			if len(piece) >= 3 {
				f.owner.words[piece] = true
				sure = sure || class&(other|soft) == 0
			}
		}
	}
	f.addRun(run.String())
	if c.kind != Email || !person || !sure || len(pieces) < 2 || len(pieces) > 4 {
		return
	}
	for _, piece := range pieces {
		if len(piece) >= 3 && f.lex.words[piece]&(other|soft|doubtful) == 0 {
			f.owner.parts[piece] = true
		}
	}
}

func (f *finder) addRun(run string) {
	if len(run) >= 5 && len(run) <= 40 && f.lex.words[run]&(other|soft|network|tld) == 0 {
		f.owner.runs = append(f.owner.runs, run)
	}
}

// readKnown reads what the caller knows: "Jean-Luc_Tremblay_CV.pdf", "JeanTremblayResume",
// "Tremblay, Jean-Luc <jl@example.com>".
func (f *finder) readKnown(name string) {
	var b strings.Builder
	var last rune
	for _, r := range name {
		if isUpper(r) && last != 0 && isLetter(last) && !isUpper(last) {
			b.WriteByte(' ')
		}
		if r == '_' || r == '.' || r == '+' {
			r = ' '
		}
		b.WriteRune(r)
		last = r
	}
	var names []string
	sure, unsure := 0, 0
	for _, t := range tokenise(b.String()) {
		c := t.class
		if !t.word() || len(t.fold) < 2 || c&(given|surname) == 0 &&
			c&(other|soft|network|tld) != 0 || t.fold == "pdf" || t.fold == "docx" {
			continue
		}
		if len(t.fold) >= 3 {
			f.owner.words[t.fold] = true
		}
		names = append(names, t.fold)
		switch {
		case c&(given|surname) != 0 && c&(other|soft|doubtful) == 0:
			sure++
		default:
			unsure++
		}
	}
	// A name of two or three words, one of them listed, is one in the text as well.
	if sure == 0 || sure+unsure < 2 || sure+unsure > 4 {
		return
	}
	for _, n := range names {
		if len(n) >= 3 && f.lex.words[n]&(other|soft|doubtful) == 0 {
			f.owner.parts[n] = true
		}
	}
}

// owned reports whether an address or what is known of the text speaks of the word of token i.
func (f *finder) owned(i int) bool {
	t := f.at(i)
	if len(t.fold) < 3 {
		return false
	}
	if f.owner.words[t.fold] {
		return true
	}
	for _, run := range f.owner.runs {
		if strings.HasPrefix(run, t.fold) || strings.HasSuffix(run, t.fold) || len(t.fold) >= 5 &&
			strings.Contains(run, t.fold) {
			return true
		}
	}
	if strings.Contains(t.fold, "-") {
		for part := range strings.SplitSeq(t.fold, "-") {
			if len(part) >= 3 && f.owner.words[part] {
				return true
			}
		}
	}
	return false
}
