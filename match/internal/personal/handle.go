package personal

import "strings"

// findHandles claims what people are called on networks, and bare domains with their names. It
// comes after names, for which "GitHub annalee" and annalee.ca are looked through.
func (f *finder) findHandles() {
	for i := 0; i < len(f.tokens); i++ {
		t := &f.tokens[i]
		if t.kind != 0 {
			continue
		}
		switch {
		case t.fold == "@":
			if f.sameLine(i, i+1) && f.at(i+1).gap == gapNone && f.handleSign(i) {
				f.claimLink(i, i+2)
			}
		case t.class&(network|opener) != 0:
			if c, j := f.phraseAt(i); c&network != 0 {
				f.findHandleAfter(i, j)
			}
		case t.class&webWord != 0:
			f.findDomain(i+1, true)
		case int(t.line) < f.head && f.beginsPart(i):
			f.findDomain(i, false)
		}
	}
}

// handleSign reports whether the "@" at token i begins a handle: in the head of the text, alone on
// its line, after the name of a network, or with a name of the text.
func (f *finder) handleSign(i int) bool {
	t, next := &f.tokens[i], f.at(i+1)
	if next.shape == punct || next.kind != 0 || len(next.fold) < 3 || i > 0 && f.sameLine(i-1, i) &&
		t.gap == gapNone && f.at(i-1).shape != punct {
		return false
	}
	l := f.lines[t.line]
	switch {
	case f.is(i-1, ":") && f.at(i-2).class&network != 0, f.at(i-1).class&network != 0:
		return true
	case f.holdsName(next.fold), l.to-l.from == 2 && next.shape != capital:
		return true
	}
	return int(t.line) < f.head && (next.shape == lower || next.shape == mixed)
}

// findHandleAfter claims the handle that follows the name of a network, tokens[i:j].
func (f *finder) findHandleAfter(i, j int) {
	marked := false
	for n := 0; n < 3 && f.sameLine(i, j) &&
		f.is(j, "id", "handle", "username", "user", "name", ":", "-", "–", "@", "profile", "/",
			"="); n++ {
		marked = marked || f.tokens[j].shape == punct
		j++
	}
	t := f.at(j)
	if !f.sameLine(i, j) || t.kind != 0 || t.shape == punct || t.gap > gapTwo {
		return
	}
	end := j + 1
	for end < len(f.tokens) && end < j+24 && f.sameLine(j, end) && f.tokens[end].gap == gapNone &&
		f.tokens[end].kind == 0 && !f.is(end, ",", ";", ")", "|", "•") {
		end++
	}
	for end > j+1 && f.tokens[end-1].shape == punct {
		end--
	}
	joined := end > j+1 && !f.is(j+1, "'")
	odd := joined || t.shape == mixed || f.holdsName(t.fold)
	alone := !f.sameLine(j, end) || f.tokens[end].shape == punct && !f.is(end, ",") ||
		f.tokens[end].gap >= gapTwo || f.at(end).class&network != 0
	word := t.class&(other|soft|given|degree|tld|pronoun|numberWord|network) != 0
	switch {
	case odd && (marked || alone || int(t.line) < f.head) && !(word && !joined &&
		!f.holdsName(t.fold)):
	case !word && t.shape == lower && alone && (marked || int(t.line) < f.head &&
		f.beginsSegment(f.lines[t.line], i)):
	default:
		return
	}
	f.claim(j, end, Link)
}

// holdsName reports whether the word has a name of the text in it: "annalee" that of Anna Lee.
func (f *finder) holdsName(word string) bool {
	if len(word) < 4 || len(word) > 64 {
		return false
	}
	for n, c := range f.names {
		if n == 4 {
			break
		}
		for i := c.from; i < c.to && i < c.from+8; i++ {
			if t := &f.tokens[i]; len(t.fold) >= 3 && strings.Contains(word, t.fold) {
				return true
			}
		}
	}
	return false
}

// beginsPart reports whether token i begins a part of its line.
func (f *finder) beginsPart(i int) bool {
	return !f.sameLine(i-1, i) || f.tokens[i].gap >= gapTwo ||
		f.is(i-1, "|", "•", "·", "/", ":", ",", "–", "-") && f.tokens[i].gap > gapNone
}

// findDomain claims a domain at token i: any after a word such as "website", else one with a part
// of its line to itself.
func (f *finder) findDomain(i int, labelled bool) {
	if labelled {
		for n := 0; n < 3 && f.is(i, ":", "-", "is"); n++ {
			i++
		}
	}
	t := f.at(i)
	if i >= len(f.tokens) || t.kind != 0 || t.shape == punct || i > 0 && labelled &&
		!f.sameLine(i-1, i) {
		return
	}
	j := i
	for n := 0; n < 4 && f.is(j+1, ".", "-") && f.at(j+1).gap == gapNone &&
		f.at(j+2).gap == gapNone && f.sameLine(j, j+2) && f.at(j+2).shape != punct; n++ {
		j += 2
	}
	if j == i || f.tokens[j].class&tld == 0 || !f.is(j-1, ".") {
		return
	}
	if !labelled && (t.shape != lower && t.shape != mixed && !f.holdsName(t.fold) ||
		f.sameLine(i, j+1) && f.at(j+1).gap <= gapOne && f.at(j+1).word()) {
		return
	}
	f.claimLink(i, j+1)
}
