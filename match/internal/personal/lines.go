package personal

// A line is a line of the text that has tokens: tokens[from:to].
type line struct {
	from, to   int
	education  bool // stands in a section on education
	references bool // stands in a section of references
	volunteer  bool // stands in a section on volunteering, activities, memberships
	contact    int8 // whether it has an e-mail address or a telephone number: 0 not looked yet, 1 yes, -1 no
}

// splitLines finds the lines and the sections that matter here.
func (f *finder) splitLines() {
	f.lines = make([]line, 0, 64)
	for i := 0; i < len(f.tokens); {
		l := line{from: i}
		for i < len(f.tokens) && f.tokens[i].line == f.tokens[l.from].line {
			f.tokens[i].line = f.tokens[l.from].line
			i++
		}
		l.to = i
		f.lines = append(f.lines, l)
	}
	// From here on a token's line is its place among the lines with tokens.
	for n := range f.lines {
		for i := f.lines[n].from; i < f.lines[n].to; i++ {
			f.tokens[i].line = int32(n)
		}
	}
	education, references, volunteer := false, false, false
	for n := range f.lines {
		l := &f.lines[n]
		if h := f.headingOf(l); h != noHeading {
			education, references, volunteer = h == educationHeading, h == referencesHeading, h == volunteerHeadings
		}
		l.education, l.references, l.volunteer = education, references, volunteer
	}
}

type headingKind uint8

const (
	noHeading headingKind = iota
	otherHeading
	educationHeading
	referencesHeading
	volunteerHeadings
)

// headingOf says which section a line opens. A heading is a capitalised heading word at the
// beginning of a line that is short, ends in a colon, or has the heading set apart by a colon, a
// wide gap or capitals.
func (f *finder) headingOf(l *line) headingKind {
	i := l.from
	for i < l.to && f.tokens[i].shape == punct {
		i++
	}
	if i == l.to || !f.tokens[i].capitalised() ||
		f.tokens[i].class&(heading|volunteerHeading) == 0 {
		return noHeading
	}
	first := f.tokens[i]
	j := i + 1
	for j < l.to && f.tokens[j].gap <= gapOne && (f.tokens[j].word() || f.is(j, "&", "/")) &&
		(f.tokens[j].class&(heading|common|volunteerHeading) != 0 || f.tokens[j].shape == punct) {
		j++
	}
	for j < l.to && f.is(j, "*", "_", "#") {
		j++
	}
	apart := j == l.to || f.is(j, ":") || f.tokens[j].gap >= gapTwo || f.is(j, "-", "–", "—") &&
		first.shape == upper ||
		first.shape == upper && f.tokens[j].shape != upper
	if !apart {
		if l.to-i > 4 || f.tokens[l.to-1].shape == lower {
			return noHeading
		}
	}
	for k := i; k < j; k++ {
		switch f.tokens[k].fold {
		case "education", "formation", "etudes", "schooling", "academic", "academics", "school", "studies", "coursework", "diplomes", "scolarite":
			return educationHeading
		case "references", "reference", "referees", "refs":
			return referencesHeading
		}
	}
	if f.tokens[i].class&volunteerHeading != 0 {
		return volunteerHeadings
	}
	if f.is(i, "training") {
		return educationHeading
	}
	return otherHeading
}
