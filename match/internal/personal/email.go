package personal

// findEmails claims e-mail addresses: what stands around an "@" without a blank, with a dot and a
// domain of two letters or more.
func (f *finder) findEmails() {
	const most = 40 // tokens on either side
	for i := range f.tokens {
		t := &f.tokens[i]
		if t.shape != punct || t.fold != "@" || t.gap != gapNone || t.kind != 0 {
			continue
		}
		from := i
		for from > 0 && i-from < most && f.sameLine(from-1, i) && f.tokens[from].gap == gapNone &&
			inLocalPart(f.at(from-1)) {
			from--
		}
		for from < i && f.tokens[from].shape == punct {
			from++
		}
		to, end := i+1, -1
		for to < len(f.tokens) && to-i < most && f.sameLine(i, to) && f.tokens[to].gap == gapNone &&
			(f.tokens[to].shape != punct || f.is(to, ".", "-", "_")) {
			if f.is(to-1, ".") && to-1 > i+1 && f.tokens[to].word() && len(f.tokens[to].fold) >= 2 {
				end = to + 1
			}
			to++
		}
		if from < i && end > 0 {
			f.claim(from, end, Email)
		}
	}
}

func inLocalPart(t *token) bool {
	if t.shape != punct {
		return t.kind == 0
	}
	switch t.fold {
	case ".", "_", "-", "+", "%", "'":
		return true
	}
	return false
}

// findWrittenEmails claims addresses whose signs are written out: "anna [at] example.com", "anna at
// example dot com".
func (f *finder) findWrittenEmails() {
	for i := 1; i < len(f.tokens); i++ {
		t := &f.tokens[i]
		if t.kind != 0 || !f.is(i, "at", "@", "arobase") {
			continue
		}
		from, to := i-1, i+1
		bracketed := f.is(i-1, "[", "(", "{", "<") && f.is(i+1, "]", ")", "}", ">")
		if bracketed {
			from, to = i-2, i+2
		}
		if !f.sameLine(from, to) || from < 0 {
			continue
		}
		end, dots, written := f.writtenDomain(to)
		if end == 0 || !bracketed && !written && t.fold != "@" || t.fold == "@" && !bracketed &&
			f.at(to).gap == gapNone {
			continue
		}
		for n := 0; n < 8 && from > 0 && f.sameLine(from-1, from) &&
			f.tokens[from].gap == gapNone && inLocalPart(f.at(from-1)); n++ {
			from--
		}
		if f.tokens[from].shape != punct && dots > 0 {
			f.claim(from, end, Email)
		}
	}
}

// writtenDomain returns where the domain ends that begins at token i, how many dots it has, and
// whether they are words.
func (f *finder) writtenDomain(i int) (end, dots int, written bool) {
	for n := 0; n < 5; n++ {
		t := f.at(i)
		if t.shape == punct || t.kind != 0 {
			return end, dots, written
		}
		if dots > 0 && t.class&tld != 0 {
			end = i + 1
		}
		j := i + 1
		switch {
		case f.is(j, ".") && f.at(j).gap == gapNone && f.at(j+1).gap == gapNone &&
			f.sameLine(i, j+1):
			i = j + 1
		case f.is(j, "dot", "point") && f.sameLine(i, j+1):
			written = true
			i = j + 1
		case f.is(j, "[", "(", "{") && f.is(j+1, "dot", ".") && f.is(j+2, "]", ")", "}") &&
			f.sameLine(i, j+3):
			written = true
			i = j + 3
		default:
			return end, dots, written
		}
		dots++
	}
	return end, dots, written
}
