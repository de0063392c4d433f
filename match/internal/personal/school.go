package personal

import "strings"

// findSchools claims names of schools in sections on education and on lines with a degree, where
// they tell where the writer learned. A school that employs the writer, in a job line, stays, and
// so do words such as "college instructor".
func (f *finder) findSchools() {
	for n := range f.lines {
		l := &f.lines[n]
		if l.education {
			f.findUnlistedSchools(n)
		}
		studied := !l.education && f.attendedSchool(l)
		if !f.mentionsSchool(l) || !l.education && !studied && !f.degreeLine(l) {
			continue
		}
		for i := l.from; i < l.to; i++ {
			t := &f.tokens[i]
			if f.letterUniversity(i) {
				f.claim(i, i+3, School)
				continue
			}
			if t.kind == 0 && t.class&alma != 0 && t.shape == lower && t.fold[0] == 'u' {
				f.claim(i, i+1, School) // "uOttawa"
			}
			if t.kind != 0 || !t.capitalised() || t.class&(school|alma) == 0 {
				continue
			}
			from, to := f.schoolAt(l, i)
			if to > from && f.claim(from, to, School) {
				i = to - 1
			}
		}
	}
}

func (f *finder) mentionsSchool(l *line) bool {
	for i := l.from; i < l.to; i++ {
		if f.tokens[i].class&(school|alma) != 0 && (f.tokens[i].capitalised() ||
			f.tokens[i].fold[0] == 'u') || f.letterUniversity(i) {
			return true
		}
	}
	return false
}

// letterUniversity reports whether "U of A" stands at token i.
func (f *finder) letterUniversity(i int) bool {
	return f.at(i).shape == initial && f.is(i, "u") && f.is(i+1, "of") && f.at(i+2).capitalised() &&
		f.beside(i) && f.beside(i+1)
}

// degreeLine reports whether the line speaks of a degree and not of a job: no teaching, no job that
// goes on.
func (f *finder) degreeLine(l *line) bool {
	degrees := false
	for i := l.from; i < l.to; i++ {
		t := &f.tokens[i]
		if !t.word() {
			continue
		}
		if f.is(i, "present", "current", "now", "taught", "teach", "teaches", "teaching",
			"instructor", "professor", "lecturer", "teacher", "employed", "worked",
			"must", "required", "require", "requires", "requirement", "preferred", "recognized", "recognised", "asset", "or", "equivalent", "candidate", "candidates", "applicants", "applicant", "you") {
			return false
		}
		if t.class&degree != 0 && (t.shape != upper || len(t.fold) > 1) &&
			!f.is(i, "ed", "ma", "dec", "bed", "major", "minor", "thesis", "associate", "mit") ||
			(t.shape == upper || t.shape == capital) && f.is(i, "ma", "bed", "dec") &&
				t.class&degree != 0 && t.shape != lower {
			degrees = true
		}
	}
	return degrees
}

// schoolAt returns the tokens of the name of the school whose kind ("College"), or whose one word,
// is token i.
func (f *finder) schoolAt(l *line, i int) (from, to int) {
	t := &f.tokens[i]
	if t.class&school == 0 { // a school known by one word
		for k := i + 1; k < i+4 && f.beside(k-1) && f.at(k).capitalised(); k++ {
			if f.at(k).class&school != 0 {
				return 0, 0 // the kind of school follows and is looked at next
			}
		}
		if t.class&given != 0 || t.class&(region|surname|particle) != 0 && t.shape != upper {
			// "Durham", "Douglas": a place or a person unless the line has only this and a degree
			// before it
			if !f.degreeBeside(i) {
				return 0, 0
			}
		}
		return i, i + 1
	}
	switch t.fold {
	case "university", "universite", "college", "ecole", "institute", "institut", "cegep", "school", "academie", "conservatory", "academy", "seminary", "universidad", "polytechnique":
		if end := f.schoolOf(i); end > 0 {
			if f.is(end, "and", "&") && f.beside(end-1) && f.at(end+1).capitalised() &&
				f.at(end+1).class&(degree|title) == 0 && f.at(end+1).kind == 0 {
				end += 2 // "University of Science and Technology"
			}
			return f.namesake(l, i), end
		}
	}
	from = i
	words := 0
	for from > l.from && f.tokens[from].gap <= gapOne && from-1 >= l.from {
		p := &f.tokens[from-1]
		if p.fold == "." && f.is(from-2, "st", "ste") && words > 0 {
			from -= 2
			words++
			continue
		}
		if p.kind != 0 || words == 5 {
			break
		}
		if p.fold == "s" && f.is(from-2, "'") && from-2 > l.from {
			from -= 2 // "St. Mary's"
			continue
		}
		if p.fold == "." && f.at(from-2).shape == initial && from-2 > l.from &&
			f.at(from-3).capitalised() && f.tokens[from-1].gap == gapNone && words > 0 {
			from -= 2 // "John A. Macdonald High School"
			words++
			continue
		}
		if (p.fold == "of" || p.fold == "de" || p.fold == "la" || p.fold == "du" || p.fold == "&" ||
			p.fold == "and") && words > 0 && f.at(from-2).capitalised() &&
			f.tokens[from-1].gap == gapOne && f.at(from-2).class&(degree|title) == 0 &&
			p.fold != "of" {
			from--
			continue
		}
		if f.is(from-1, "with", "through", "at", "in", "from", "to", "often", "for", "by", "via",
			"my", "our", "attended", "completed", "graduated") {
			break
		}
		if !p.capitalised() || p.class&(degree|title|month|day) != 0 &&
			p.class&(given|surname) == 0 {
			break
		}
		if p.class&heading != 0 && p.class&region == 0 &&
			!f.is(from-1, "technical", "career", "community") {
			break
		}
		from--
		words++
	}
	for from < i && f.tokens[from].class&particle != 0 && f.tokens[from].shape == lower {
		from++
	}
	// The words before must be more than a kind: "High School" and "Community College" alone name
	// none.
	named := false
	for k := from; k < i; k++ {
		if !f.is(k, "high", "secondary", "elementary", "middle", "technical", "community", "career",
			"the", "a", "public", "private", "trade", "trades", "business", "medical", "nursing", "graduate", "law", "night", "vocational", "sunday", "charter", "art", "music", "dance", "bible", "military", "language", "driving", "flight", "summer", "after", "in", "local", "technology", "agricultural", "junior", "senior", "state", "provincial", "national") {
			named = true
		}
	}
	to = i + 1
	switch {
	case f.is(i, "institute") && f.is(to, "of") && f.at(to+1).capitalised():
		to += 2
		if f.is(to, "and", "&") && f.at(to+1).capitalised() {
			to += 2
		}
	case f.beside(i) && f.at(to).capitalised() && f.at(to).class&school != 0:
		to++ // "Collegiate Institute"
	}
	if t.fold == "cegep" || t.fold == "college" && from == i &&
		strings.Contains(f.text[t.start:t.end], "è") || t.fold == "ecole" ||
		t.fold == "universite" || t.fold == "lycee" {
		// French: the name follows
		for to-i < 6 && f.beside(to-1) && f.sameLine(i, to) && f.at(to).capitalised() &&
			f.at(to).class&(degree|title) == 0 {
			to++
			named = true
		}
	}
	if !named {
		return 0, 0
	}
	// A word of work after it makes it an adjective: "College Instructor", "School Bus Driver".
	if next := f.at(to); f.beside(to-1) && next.word() && (next.class&title != 0 ||
		f.is(to, "bus", "board", "division", "district", "library", "cafeteria")) {
		return 0, 0
	}
	return from, to
}

// namesake returns where the words begin that a school has before "University of" at token i:
// "Kwame Nkrumah".
func (f *finder) namesake(l *line, i int) int {
	from := i
	for from > l.from && i-from < 3 && f.tokens[from].gap == gapOne {
		p := &f.tokens[from-1]
		if !p.capitalised() || p.kind != 0 || p.class&(degree|title|heading|month|common|plain) != 0 {
			break
		}
		from--
	}
	return from
}

// schoolOf returns the end of "University of Northern Shore", "Université du Littoral", "College of
// the Bay", or 0. Colleges of professions ("College of Nurses") are no schools.
func (f *finder) schoolOf(i int) int {
	j := i + 1
	if !f.beside(i) || !f.is(j, "of", "de", "du", "des", "d'") {
		if f.is(i, "ecole", "universite", "cegep") || !f.sameLine(i, j) || len(f.at(j).fold) < 3 ||
			f.at(j).fold[:2] != "d'" {
			return 0
		}
		return j + 1
	}
	english := f.is(j, "of")
	j++
	if f.is(i, "college", "academy", "institute") && english && !f.is(j, "the") &&
		f.at(j).class&(region|place) == 0 {
		return 0 // "College of Nurses", "Institute of Internal Auditors"
	}
	if f.is(j, "medecins", "infirmieres", "infirmiers", "pharmaciens", "dentistes", "physicians",
		"nurses", "pharmacists") {
		return 0
	}
	for f.is(j, "the", "la", "le", "les", "l'") {
		j++
	}
	if f.is(i, "school") && english {
		return 0 // "School of Nursing": a part of a school, and its subject
	}
	end := 0
	for n := 0; n < 5 && f.sameLine(i, j) && f.at(j).gap <= gapOne && f.at(j).kind == 0; n++ {
		u := f.at(j)
		switch {
		case u.capitalised() && u.class&(degree|title) == 0:
			end = j + 1
		case f.is(j, "de", "la", "du", "des", "the", "at", "à", "a"):
		default:
			return end
		}
		j++
	}
	return end
}

// degreeBeside reports whether a degree or a year stands next to token i, a comma aside.
func (f *finder) degreeBeside(i int) bool {
	near := func(j int) bool {
		t := f.at(j)
		return t.class&degree != 0 || t.shape == number && len(t.fold) == 4
	}
	p, n := i-1, i+1
	for f.is(p, ",", "(") && i-p <= 2 {
		p--
	}
	for f.is(n, ",", ")") && n-i <= 2 {
		n++
	}
	return f.sameLine(p, i) && near(p) && f.at(p).shape != number || f.sameLine(n, i) && near(n)
}
