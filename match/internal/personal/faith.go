package personal

// findFaithAndClubs claims what a volunteer tells of a belief, and clubs of students that tell who
// meets there. Elsewhere a church or a temple employs, and a club is a place of work.
func (f *finder) findFaithAndClubs() {
	for n := range f.lines {
		l := f.lines[n]
		if !l.volunteer && !l.education && !f.volunteers(l) {
			continue
		}
		for i := l.from; i < l.to; i++ { // clubs before beliefs: "Muslim Student Association"
			if t := &f.tokens[i]; t.kind == 0 && t.class&club != 0 && t.capitalised() {
				if from, to := f.clubAt(l, i); to > from {
					f.claim(from, to, Status)
				}
			}
		}
		for i := l.from; i < l.to; i++ {
			t := &f.tokens[i]
			if t.kind != 0 || !t.word() {
				continue
			}
			from, to := 0, 0
			c, end := f.phraseAt(i)
			switch {
			case t.class&greek != 0 && t.capitalised() && f.at(i+1).class&greek != 0 &&
				f.sameLine(i, i+1):
				from, to = i, i+2
				for to < l.to && f.tokens[to].class&greek != 0 {
					to++
				}
			case c&faith != 0 && (l.volunteer || f.volunteers(l)):
				from, to = f.faithAt(l, i, end)
			}
			if to > from && f.claim(from, to, Status) {
				i = to - 1
			}
		}
	}
}

// volunteers reports whether the line begins with "Volunteer" or the like.
func (f *finder) volunteers(l line) bool {
	return f.is(l.from, "volunteer", "volunteered", "volunteering", "bénévole", "bénévolat")
}

// faithAt returns the run of capitalised words and words of belief around tokens[i:end].
func (f *finder) faithAt(l line, i, end int) (from, to int) {
	from = f.capitalsBefore(l, i)
	to = end
	for to < l.to && f.tokens[to].kind == 0 {
		t := &f.tokens[to]
		named := t.capitalised() && t.class&(title|month|day) == 0 || t.class&faith != 0
		joins := f.is(to, "of", "the", "'", "s", ".", "-", "and", "&") && to+1 < l.to &&
			(f.tokens[to+1].capitalised() || f.is(to+1, "s")) && f.tokens[to+1].class&title == 0
		if f.is(to, "s") && f.is(to-1, "'") {
			named = true
		}
		if !named && !joins {
			break
		}
		to++
	}
	return from, to
}

// capitalsBefore returns where the capitalised words begin that end before token i: "St. Mark's
// Anglican" of a church.
func (f *finder) capitalsBefore(l line, i int) int {
	from := i
	for k := i - 1; k >= l.from && i-k < 12 && f.tokens[k].kind == 0; k-- {
		t := &f.tokens[k]
		switch {
		case t.capitalised() &&
			t.class&(title|month|day|volunteerHeading|heading) == 0, t.class&faith != 0:
			from = k
		case f.is(k, "'", "s", ".", "of", "-", "&"):
		default:
			return from
		}
	}
	return from
}

// clubAt returns the club whose kind is token i ("Association"), where students or a people meet,
// or 0 and 0.
func (f *finder) clubAt(l line, i int) (from, to int) {
	from = i
	tells, students := false, false
	for k := i - 1; k >= l.from && i-k < 8 && f.tokens[k].kind == 0; k-- {
		t := &f.tokens[k]
		joins := f.is(k, "'", "s", "in", "of", "for", "and", "&")
		if !joins && (!t.capitalised() || t.class&title != 0 && t.class&student == 0) {
			break
		}
		tells = tells || t.class&people != 0
		students = students || t.class&student != 0
		if !joins {
			from = k
		}
	}
	if !tells && !(students && i-from >= 2 && f.at(from).class&student == 0 &&
		f.at(from).class&(common|plain|region) == 0) {
		return 0, 0
	}
	return from, i + 1
}
