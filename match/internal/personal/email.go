package personal

// findEmails claims e-mail addresses: what stands around an "@" without a blank, with a dot and a domain of two letters or more.
func (f *finder) findEmails() {
	const most = 40 // tokens on either side
	for i := range f.tokens {
		t := &f.tokens[i]
		if t.shape != punct || t.fold != "@" || t.gap != gapNone || t.kind != 0 {
			continue
		}
		from := i
		for from > 0 && i-from < most && f.sameLine(from-1, i) && f.tokens[from].gap == gapNone && inLocalPart(f.at(from-1)) {
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
