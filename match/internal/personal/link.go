package personal

// findLinks claims web addresses: with a scheme, with www., with a path, with three names or more,
// and short ones in lines that have another way of contact; handles after "@" there; and what
// follows the name of a network and a colon.
func (f *finder) findLinks() {
	for i := 0; i < len(f.tokens); i++ {
		t := &f.tokens[i]
		if t.kind != 0 {
			continue
		}
		switch {
		case t.fold == "@" && f.sameLine(i, i+1) && f.at(i+1).gap == gapNone && (i == 0 ||
			t.gap > gapNone || !f.sameLine(i-1, i)):
			if next := f.at(i + 1); next.shape != punct && len(next.fold) >= 3 &&
				f.contactLine(t.line) {
				f.claimLink(i, i+2)
			}
		case !t.word():
		case (t.fold == "http" || t.fold == "https") && f.is(i+1, ":") &&
			f.is(i+2, "/"), t.fold == "www" && f.is(i+1, "."):
			f.claimLink(i, i+2)
		case t.class&network != 0 && f.is(i+1, ":") && f.beside(i+1) && f.at(i+2).kind == 0 &&
			(f.hasContact(int(t.line)) || f.is(i+3, "/") || f.is(i+2, "/")):
			f.claimLink(i+2, i+3)
		case f.is(i+1, ".") && f.at(i+1).gap == gapNone && (i == 0 || t.gap > gapNone ||
			f.at(i-1).line != t.line || f.is(i-1, "(", ":", "<", "|")):
			f.findBareLink(i)
		}
	}
}

// findBareLink claims a web address without a scheme that begins at token i.
func (f *finder) findBareLink(i int) {
	j, dots, domain := i, 0, false
	for f.at(j).shape != punct && f.is(j+1, ".") && f.tokens[j+1].gap == gapNone &&
		f.at(j+2).gap == gapNone && f.sameLine(j, j+2) && f.at(j+2).shape != punct && dots < 8 {
		dots++
		j += 2
		domain = f.tokens[j].class&tld != 0
	}
	if !domain {
		return
	}
	path := f.is(j+1, "/") && f.tokens[j+1].gap == gapNone
	if !path && f.tokens[j].class&(given|surname|common) != 0 && dots < 3 {
		return // "e.g. work"
	}
	short := dots == 1 && !path
	switch last := f.tokens[j].fold; {
	case short && (last == "net" || last == "io" || last == "co" || last == "me" || last == "dev"):
		return // ASP.NET, Socket.io
	case short && f.is(i-1, ":") && f.at(i-2).class&webWord != 0:
	case short && (f.tokens[i].shape != lower || !f.contactLine(f.tokens[i].line)):
		return // Salesforce.com
	}
	f.claimLink(i, j+1)
}

// claimLink claims tokens from i on until a blank, at least to token to, without the punctuation at
// the end.
func (f *finder) claimLink(i, to int) {
	for to < len(f.tokens) && f.sameLine(i, to) && f.tokens[to].gap == gapNone &&
		f.tokens[to].kind == 0 && !f.is(to, "|", "<", ">", "\"", "”", "•", "·") {
		to++
	}
	for to > i && f.tokens[to-1].shape == punct && !f.is(to-1, "/") {
		to--
	}
	f.claim(i, to, Link)
}

// contactLine reports whether the line, or one beside it, has an e-mail address or a telephone
// number.
func (f *finder) contactLine(n int32) bool {
	for k := max(0, int(n)-1); k <= int(n)+1 && k < len(f.lines); k++ {
		if f.hasContact(k) {
			return true
		}
	}
	return false
}

// hasContact looks at each line once, however often it is asked.
func (f *finder) hasContact(n int) bool {
	l := &f.lines[n]
	if l.contact == 0 {
		l.contact = -1
		for i := l.from; i < l.to; i++ {
			if k := f.tokens[i].kind; k == Email || k == Phone || k == 0 && f.phoneAt(i) > i {
				l.contact = 1
				break
			}
		}
	}
	return l.contact > 0
}
