package personal

// mostHeadLines is how many lines a head has, without those of headings such as "Resume".
const mostHeadLines = 6

// mostHeadTokens is how far into a line of the head a name is looked for.
const mostHeadTokens = 80

// readHead finds where the head of the text ends: at the heading of a section, a list, or a
// sentence.
func (f *finder) readHead() {
	f.headName = -1
	seen := 0
	for n := range f.lines {
		l := f.lines[n]
		i := l.from
		if seen == mostHeadLines || f.is(i, "•", "·", "▪") || f.is(i, "-", "*") &&
			f.at(i+1).gap > gapNone || f.greets(i) {
			f.head = n
			return
		}
		if kind := f.headingOf(&l); kind != noHeading && !f.headsDocument(l) && l.to-l.from <= 4 &&
			l.to-l.from > 0 && f.allHeading(l) {
			f.head = n
			return
		}
		if l.to-l.from > 24 && f.sentence(l) {
			f.head = n
			return
		}
		seen++
	}
	f.head = len(f.lines)
}

func (f *finder) greets(i int) bool { return f.at(i).class&greeting != 0 && f.at(i).shape != punct }

// headsDocument reports whether the line is a heading of all of the text: "Resume", "Curriculum
// vitae of ...".
func (f *finder) headsDocument(l line) bool {
	for i := l.from; i < l.to && i < l.from+24; i++ {
		if f.is(i, "resume", "cv", "curriculum", "vitae", "personal", "contact", "page", "name",
			"confidential", "details", "data", "information", "biodata") {
			return true
		}
	}
	return false
}

func (f *finder) allHeading(l line) bool {
	for i := l.from; i < l.to; i++ {
		if t := &f.tokens[i]; t.word() && t.class&(heading|common) == 0 {
			return false
		}
	}
	return true
}

// sentence reports whether most words of the line are small.
func (f *finder) sentence(l line) bool {
	small := 0
	for i := l.from; i < l.to; i++ {
		if f.tokens[i].shape == lower {
			small++
		}
	}
	return 2*small > l.to-l.from
}

// findPlacedName claims the name in the head of the text that has most points, if the rules that
// need less have found none.
func (f *finder) findPlacedName() {
	var best run
	bestPoints := float32(pointsNeeded)
	for n := 0; n < f.head && n < len(f.lines); n++ {
		l := f.lines[n]
		for i := l.from; i < l.to && i < l.from+mostHeadTokens; i++ {
			if f.tokens[i].kind == Name {
				f.headName = n
				return
			}
			if !f.beginsSegment(l, i) {
				continue
			}
			r, ok := f.reversed(i, l.to)
			if !ok {
				r = f.runAt(i, l.to, f.contactNear(n) || i > l.from && f.is(i-1, "of", "for") ||
					n == 0 && len(f.lines) > 2 && l.to-l.from == 2 && f.at(i).class&given != 0)
			}
			if p := f.headPoints(n, l, i, r, ok); p >= bestPoints && (best.to == 0 ||
				p > bestPoints) {
				best, bestPoints = r, p
			}
		}
	}
	if best.to > 0 && f.claimRun(best, best.from) {
		f.headName = int(f.tokens[best.from].line)
	}
}

// beginsSegment reports whether token i begins a part of a line that may be a name by itself.
func (f *finder) beginsSegment(l line, i int) bool {
	if f.tokens[i].kind != 0 || !f.tokens[i].word() {
		return false
	}
	if f.is(i-1, ":") && f.at(i-2).class&(org|title) != 0 {
		return false // "Hospital: Grace, Windsor"
	}
	if i == l.from || f.tokens[i].gap >= gapTwo ||
		f.is(i-1, "|", "•", "·", "#", "*", "_", ":", "—") {
		return true
	}
	// "CURRICULUM VITAE OF ANNA LEE", "Resume Anna Lee"
	return i-l.from < 12 && f.is(i-1, "of", "for", "de", "resume", "cv", "vitae") &&
		f.headsDocument(line{from: l.from, to: i})
}

// headPoints returns the points of a run in the head of the text, or 0 where it cannot be the name.
func (f *finder) headPoints(n int, l line, i int, r run, reversed bool) float32 {
	if r.words == 0 || r.words+r.initials < 2 && r.points < pointsOwned ||
		r.words+r.initials > mostNameWords {
		return 0
	}
	if len(f.lines) < 2 && r.listed < min(2, r.words) {
		return 0 // a line by itself is a title, or words to try
	}
	if last := f.at(r.last); r.listed == 0 && (len(last.fold) <= 3 || r.initials > 0 &&
		last.gap == gapNone) && last.class&(given|surname) == 0 {
		return 0 // "Karaoke DJ", "R.Kin."
	}
	ended := f.endsRun(r)
	if next := f.at(r.to); !ended && !(r.listed > 1 && f.at(r.from).shape != lower &&
		(next.class&(title|degree|heading) != 0)) {
		return 0
	}
	if first := f.at(r.from).class; first&(place|region) != 0 &&
		f.at(r.last).class&(given|surname) != 0 && r.words == 2 && !f.contactNear(n) {
		return 0 // "Prince Albert", "Lake Louise"
	}
	if f.is(r.to, ",") && !reversed && (f.at(r.to+1).class&(province|region) != 0 ||
		f.provinceAt(r.to+1) > 0) && r.listed < 2 {
		return 0 // a city
	}
	if t := f.at(r.from); t.class&doubtful != 0 && t.class&(other|soft) != 0 &&
		f.at(r.last).class&trade != 0 && !reversed {
		return 0 // "Line Cook"
	}
	if f.at(r.from).shape != lower && (f.organisation(r.from, r.to) || f.titled(l)) {
		return 0
	}
	p := r.points
	if r.listed == 0 && f.at(r.from).shape == lower {
		return 0
	}
	switch {
	case n == 0 || n == 1 && f.headsDocument(f.lines[0]):
		p += pointsOpening
	case n > 1:
		p += pointsLater
	}
	if f.contactNear(n) {
		p += pointsContact
		if f.at(r.from).shape == initial && f.is(r.from+1, ".") && r.words > 0 {
			p += pointsInitial
		}
	}
	if !f.sameLine(r.to-1, r.to) && i == l.from {
		p += pointsAlone
	}
	next := r.to
	if f.is(next, ",", "(") && f.sameLine(r.to-1, next) {
		next++
	}
	if f.sameLine(r.to-1, next) && (f.at(next).class&postnominal != 0 &&
		f.at(next).shape == upper || f.at(next).class&pronoun != 0 || f.at(next).kind == Pronoun) {
		p += pointsLetters
	}
	if f.numbersPage(l) || i > l.from && f.is(i-1, "of", "for") {
		p += pointsPage // or "Curriculum vitae of"
	}
	return p
}

// titled reports whether the line has a word of a company at its end: "Nordwick Logistics Inc."
func (f *finder) titled(l line) bool {
	for i := l.to - 1; i >= l.from && i > l.to-3; i-- {
		if f.is(i, "inc", "ltd", "llc", "llp", "corp", "ltée", "gmbh", "plc", "limited") {
			return true
		}
	}
	return false
}

// numbersPage reports whether the line says "Page 1", "page 2 of 3".
func (f *finder) numbersPage(l line) bool {
	if l.to-l.from > 24 {
		return false
	}
	for i := l.from; i+1 < l.to; i++ {
		if f.is(i, "page", "p", "pg") && (f.at(i+1).shape == number || f.is(i+1, ".") &&
			f.at(i+2).shape == number) {
			return true
		}
	}
	return false
}

// findRunningHeads claims names beside the numbers of pages, and names with letters after them or
// above a way of contact.
func (f *finder) findRunningHeads() {
	for n := range f.lines {
		l := f.lines[n]
		if l.to-l.from > 24 {
			continue
		}
		page := f.numbersPage(l)
		for i := l.from; i < l.to; i++ {
			if i > l.from && !page {
				break
			}
			if !f.beginsSegment(l, i) && !f.is(i-1, "-", "–") {
				continue
			}
			if page {
				f.claimPlaced(i, l.to, pointsPage)
				continue
			}
			r := f.runAt(i, l.to, false)
			if r.words < 2 || r.words > 4 || f.at(r.from).shape == lower ||
				f.organisation(r.from, r.to) || r.listed == 0 && n > 3 && n < len(f.lines)-4 {
				continue
			}
			letters := f.is(r.to, ",") && f.at(r.to+1).class&postnominal != 0 &&
				f.at(r.to+1).shape == upper && f.sameLine(i, r.to+1)
			above := !f.sameLine(i, r.to) && n+1 < len(f.lines) &&
				f.lines[n+1].to-f.lines[n+1].from < 20 && f.hasContact(n+1)
			if (letters || above) && r.points >= pointsNeeded-pointsContact {
				f.claimRun(r, i)
			}
		}
	}
}
