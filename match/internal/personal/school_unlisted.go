package personal

import "strings"

// findUnlistedSchools claims, on line n of a section on education, the parts that no list knows:
// "BSc Nursing, Makerere, 2010". A part is what stands between commas, bars and wide gaps. It must
// be capitalised words that are no words of work, so that subjects stay, on a line with a degree or
// a year or beside one.
func (f *finder) findUnlistedSchools(n int) {
	l := &f.lines[n]
	if l.to-l.from > 40 || f.sentence(*l) && !f.dated(n) {
		return
	}
	near := f.dated(n) || n > 0 && f.lines[n-1].education && f.dated(n-1) || n+1 < len(f.lines) &&
		f.lines[n+1].education && f.dated(n+1)
	if f.tokens[l.from].class&(heading|volunteerHeading) != 0 && !f.is(l.from+1, ":") {
		return
	}
	for i := l.from; i < l.to; i++ {
		if f.letterSchool(i) {
			f.claim(i, i+2, School)
			continue
		}
		t := &f.tokens[i]
		if t.kind != 0 || !t.word() || i > l.from && f.tokens[i-1].kind == 0 &&
			(f.tokens[i-1].shape != punct || f.is(i-1, "'", ".", "&", "/")) && t.gap < gapTwo {
			continue
		}
		end, unknown := f.unlistedPart(l, i)
		if end == 0 {
			continue
		}
		if near && unknown > 0 || f.classOf(l, end) {
			f.claim(i, end, School)
			i = end - 1
		}
	}
}

// classOf reports whether what follows token end-1 is "class of 1994".
func (f *finder) classOf(l *line, end int) bool {
	return f.is(end, ",") && f.is(end+1, "class") && f.is(end+2, "of") && end+2 < l.to
}

// letterSchool reports whether "U Ottawa", "TU Delft", "IIT Kharagpur" or the like stands at token
// i.
func (f *finder) letterSchool(i int) bool {
	return f.is(i, "u", "tu", "iit", "nit", "iim", "iiit", "eth", "cuny", "suny", "uc", "univ",
		"ut", "cal") && f.at(i).shape != lower && f.at(i).kind == 0 &&
		f.beside(i) && f.at(i+1).capitalised() && f.at(i+1).kind == 0 &&
		f.at(i+1).class&(title|degree|heading) == 0
}

// dated reports whether line n has a year or a degree.
func (f *finder) dated(n int) bool {
	l := &f.lines[n]
	for i := l.from; i < l.to && i < l.from+40; i++ {
		t := &f.tokens[i]
		if t.class&degree != 0 && t.word() && t.shape != lower || t.shape == number &&
			len(t.fold) == 4 && (t.fold[:2] == "19" || t.fold[:2] == "20") {
			return true
		}
	}
	return false
}

// unlistedPart returns the end of the part of the line that begins at token i, and how many of its
// words no list knows; 0 where a word of it is one of work or of a degree.
func (f *finder) unlistedPart(l *line, i int) (end, unknown int) {
	j := i
	for ; j < l.to && (j == i || f.tokens[j].gap < gapTwo); j++ {
		t := &f.tokens[j]
		if t.kind != 0 {
			break
		}
		if t.shape == punct {
			if f.is(j, "'", ".", "-", "&") && j > i {
				continue
			}
			break
		}
		switch {
		case !t.word():
			return 0, 0
		case t.shape == lower:
			if j == i && !strings.HasPrefix(t.fold, "uo") || j > i && t.class&particle == 0 &&
				!f.is(j, "of", "and", "the", "s", "for") {
				return 0, 0
			}
		case t.class&(title|degree|heading|month|day|postnominal|street) != 0 &&
			t.class&(given|surname) == 0, f.subject(t):
			return 0, 0
		case t.class&(plain|common|product|network) != 0 && t.class&(given|surname) == 0:
			if t.class&product == 0 {
				return 0, 0
			}
		case t.class&(org|place|region|province) != 0:
		case t.shape == upper && len(t.fold) > 6 && t.class == 0, t.shape != upper &&
			t.shape != initial:
			unknown++
		}
	}
	if j-i > 8 || j == i {
		return 0, 0
	}
	for j > i+1 && f.tokens[j-1].shape == punct && !f.is(j-1, ".") {
		j--
	}
	return j, unknown
}

// subject reports whether a word ends as the names of subjects do: "Pathophysiology", "Statics".
func (f *finder) subject(t *token) bool {
	for _, end := range [...]string{"ology", "ics", "istry", "graphy", "metry", "nomy", "ism", "ment", "tion", "sion", "ing", "ance", "ence", "ities", "sis", "therapy", "sql", "ware"} {
		if len(t.fold) > len(end)+2 && strings.HasSuffix(t.fold, end) &&
			t.class&(given|surname) == 0 {
			return true
		}
	}
	return false
}

// attendedSchool claims the school after "graduated from", "I studied at" and the like, outside of
// sections on education, and reports whether there is one.
func (f *finder) attendedSchool(l *line) bool {
	found := false
	for i := l.from; i < l.to; i++ {
		t := &f.tokens[i]
		if t.kind != 0 || t.class&(attended|opener) == 0 && !f.is(i, "studied") {
			continue
		}
		c, j := f.phraseAt(i)
		if f.is(i, "studied") && c&attended == 0 {
			for j = i + 1; j < i+5 && !f.is(j, "at", "in"); j++ {
			}
			if !f.is(j, "at") || !f.sameLine(i, j) {
				continue
			}
			c, j = attended, j+1
		}
		if c&attended == 0 || j >= l.to {
			continue
		}
		for f.is(j, "the", "a") {
			j++
		}
		from, end := j, j
		for end < l.to && end-j < 9 && f.tokens[end].kind == 0 && (f.tokens[end].capitalised() ||
			f.is(end, "of", "the", "de", "du", "la", "'", "s", ".") && end+1 < l.to &&
				(f.tokens[end+1].capitalised() || f.is(end+1, "s", "the", "la")) ||
			f.is(end, "s") && f.is(end-1, "'")) {
			end++
		}
		if end > from && f.at(from).class&(title|degree|heading|month|day) == 0 {
			// more schools may follow: "and St. Mary's University"
			found = f.claim(from, end, School) || found
			for f.is(end, "and", ",") && end+1 < l.to && f.at(end+1).capitalised() && end+1-j < 30 {
				next := end + 1
				for end = next; end < l.to && f.tokens[end].kind == 0 &&
					(f.tokens[end].capitalised() || f.is(end, "of", "the", "de", ".", "'", "s")); {
					end++
				}
				for end > next && f.tokens[end-1].shape == punct {
					end--
				}
				if end == next || !f.schoolWords(next, end) || !f.claim(next, end, School) {
					break
				}
			}
		}
	}
	return found
}

func (f *finder) schoolWords(from, to int) bool {
	for i := from; i < to; i++ {
		if f.tokens[i].class&(school|alma) != 0 {
			return true
		}
	}
	return false
}
