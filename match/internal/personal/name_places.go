package personal

import "strings"

// findNames claims names of people: in the head of a resume, after honorifics, labels and closings,
// in references, and where a given name stands with a surname.
func (f *finder) findNames() {
	f.findHonorificNames()
	f.findPlacedName()
	if f.headName < 0 {
		f.findHeadName()
	}
	letter := false
	for n := range f.lines {
		letter = f.findLabelledNames(n) || letter
		f.findSignature(n)
		if f.lines[n].references {
			f.findReference(n)
		}
	}
	if letter {
		f.findLastSignature()
	}
	f.findRunningHeads()
	f.findNamesInText()
}

func (f *finder) honorificWord(i int) bool {
	return f.at(i).class&honorific != 0
}

// findHonorificNames claims "Ms. Wróblewski", "Dr. T. Achebe", and each of "Drs. Halvorsen, Iqbal &
// Tran".
func (f *finder) findHonorificNames() {
	for i := range f.tokens {
		t := &f.tokens[i]
		if !t.capitalised() || t.kind != 0 || len(t.fold) > 12 || !f.honorificWord(i) {
			continue
		}
		j := i + 1
		dot := f.is(j, ".") && f.at(j).gap == gapNone
		if dot {
			j++
		}
		if !f.sameLine(i, j) || f.at(j).gap == gapNone && !dot || f.at(j).gap > gapTwo ||
			!f.at(j).capitalised() {
			continue
		}
		if t.shape == upper && !dot && !f.is(i, "mrs", "miss") {
			continue // MS Office, DR site
		}
		c := f.candidateAt(j, gapOne)
		if f.isBrand(i, j) {
			continue // "Dr. Pepper"
		}
		if c.words == 1 && t.shape == capital && f.at(j).shape == upper && len(f.at(j).fold) < 5 &&
			!f.surnameOnly(j) {
			continue // "Dr. TCM"
		}
		if c.words == 0 || f.organisation(j, c.to) &&
			f.is(i, "dr", "m", "sr", "prof", "hon", "rev", "br", "fr") {
			continue
		}
		best := never
		for k := range c.words {
			best = max(best, c.quality[k])
		}
		switch t.fold {
		case "m", "sr", "br", "fr", "hon", "professor", "madame", "monsieur":
			if best < unknown || f.jobWord(c.at[c.words-1]) || !dot && t.fold == "m" ||
				f.at(i-1).shape == initial || f.is(i-1, ".") && f.at(i-2).shape == initial ||
				t.fold != "m" && !f.givenName(c.at[0]) && !f.surnameOnly(c.at[c.words-1]) &&
					t.fold != "madame" && t.fold != "monsieur" {
				continue
			}
		case "ms", "miss", "dr":
			if t.shape == upper && f.at(j).shape != upper && f.at(j).shape != initial ||
				best < unknown && !(dot && f.at(j).class&trade != 0) &&
					f.at(c.at[c.words-1]).class&other != 0 {
				continue // MS. Excel; Miss Friday
			}
		default:
			if f.at(c.at[c.words-1]).class&(org|month|day) != 0 && best < unknown {
				continue
			}
		}
		// Words that only look like names end it: "Ms. Rao Supervisor".
		n := 1
		for n < c.words && (c.quality[n] >= unknown || f.at(c.at[n]).class&other == 0 ||
			f.at(c.at[n-1]).shape == initial) {
			n++
		}
		c.trim(n)
		f.claimName(c, i)
		if !f.is(i, "drs", "messrs") {
			continue
		}
		for k := c.to; f.is(k, ",", "&", "and") && f.sameLine(i, k) && f.grade(k+1) >= unknown; {
			more := f.candidateAt(k+1, gapOne)
			if !f.claimName(more, k+1) {
				break
			}
			k = more.to
		}
	}
}

// contactNear reports whether an e-mail address or telephone number stands on line n or one of the
// four after it.
func (f *finder) contactNear(n int) bool {
	for k := n; k <= n+4 && k < len(f.lines); k++ {
		if f.hasContact(k) {
			return true
		}
	}
	return false
}

// findHeadName claims the name in the first lines of a resume.
func (f *finder) findHeadName() {
	seen := 0
	for n := 0; n < len(f.lines) && seen < 4; n++ {
		l := f.lines[n]
		i := l.from
		headed := false
		for i < l.to && (f.tokens[i].shape == punct && !f.is(i, "(", "@") ||
			f.tokens[i].capitalised() && f.is(i, "resume", "cv", "curriculum", "vitae", "name") ||
			headed && f.is(i, "of", "for", "de")) {
			headed = headed || f.tokens[i].shape != punct
			i++
		}
		if i == l.to {
			continue
		}
		seen++
		if f.tokens[i].kind == Name || f.spacedName(n, i) || f.headNameAt(n, i) {
			return
		}
	}
}

// headNameAt claims the name that begins at token i, on line n in the head of the text, and reports
// whether there is one.
func (f *finder) headNameAt(n, i int) bool {
	l := f.lines[n]
	c := f.candidateAt(i, gapTwo)
	if c.words == 0 {
		return false
	}
	contact := f.contactNear(n)
	if c.words == 1 && f.is(c.to, ",") && f.at(i).class&(org|region|title) == 0 &&
		f.givenName(c.to+1) { // "Achterberg, Rosalind"
		last := c.to + 2
		if f.sameLine(i, c.to+1) && f.ends(c.to+1, last) && !f.is(last, ",") && (contact ||
			f.grade(i) == certain) {
			c.to = last
			return f.claimName(c, i)
		}
	}
	// "Marcus Eagle Speaker": a last word of any sort, at the end of the line, belongs to a sure
	// beginning
	if end := f.plainWords(c.to, l.to); f.givenName(i) && contact && c.words <= 2 && end == l.to &&
		end > c.to && end-c.to <= 2 {
		c.to = end
		return f.claimName(c, i)
	}
	if f.organisation(i, c.to) {
		return false
	}
	if c.words < 2 || !f.ends(c.to-1, c.to) {
		// perhaps a title follows in capitals: the words alone may be enough
		return f.named(&c) && !f.organisation(i, c.to) && f.claimName(c, i)
	}
	strong, jobs, jobWords := true, false, 0
	for k := range c.words {
		if c.quality[k] < unknown && f.at(c.at[k]).shape != initial {
			strong = false
		}
		if c.quality[k] < certain && f.jobWord(c.at[k]) {
			jobWords++
			jobs = true
		}
	}
	// One word of the caller's among unknown ones may be a given name, but not the surname.
	if strong && jobWords == 1 && !f.jobWord(c.at[c.words-1]) {
		jobs = false
	}
	switch {
	case f.givenName(i):
		// A job word after a given name is a surname if it is the only word: "Emma Baker", not
		// "Emma Pastry Cook".
		if c.words > 2 && jobs {
			c.trim(max(2, f.sureWords(c)))
		}
		return f.claimName(c, i)
	case !contact || c.words > 5:
		return f.named(&c) && f.claimName(c, i)
	case strong && !jobs:
		return f.claimName(c, i)
	case f.surnameOnly(i) && !jobs && c.words <= 4:
		return f.claimName(c, i) // "Nguyen Thi Lan"
	case f.at(i).class&given != 0 && f.at(i).class&(other|trade) == 0 && c.words <= 3:
		return f.claimName(c, i) // "Grace Porter" above a telephone number
	}
	return f.named(&c) && f.claimName(c, i)
}

// plainWords returns the end of the capitalised words from token i on that are common words,
// without those of jobs, places of work and headings.
func (f *finder) plainWords(i, limit int) int {
	for i < limit && f.tokens[i].gap <= gapOne && f.tokens[i].capitalised() &&
		f.tokens[i].kind == 0 &&
		f.tokens[i].class&^(common|place|given|doubtful|surname|title) == 0 &&
		f.tokens[i].class&(title|common) != title {
		i++
	}
	return i
}

// sureWords counts the words at the beginning of the candidate that are no job words.
func (f *finder) sureWords(c candidate) int {
	n := 0
	for n < c.words && (c.quality[n] == certain || !f.jobWord(c.at[n])) {
		n++
	}
	return n
}

// spacedName claims a name in spaced letters ("z o ë   b a r t k i e w") above some way of contact.
func (f *finder) spacedName(n, i int) bool {
	l := f.lines[n]
	letters, words, word := 0, 0, make([]byte, 0, 32)
	lex := f.lex.words
	end, listed := i, false
	var parts []string
	check := func() bool {
		c := lex[string(word)]
		listed = listed || c&given != 0 && c&(other|soft) == 0
		parts = append(parts, string(word))
		word = word[:0]
		words++
		return c&other == 0 || c&given != 0
	}
	for k := i; k < l.to && len(word) < 32; k++ {
		t := &f.tokens[k]
		if t.word() && t.end-t.start <= 2 && t.kind == 0 && len(t.fold) <= 2 {
			if t.gap > gapOne && len(word) > 0 && !check() {
				return false
			}
			word = append(word, t.fold...)
			letters++
			end = k + 1
			continue
		}
		if t.shape == punct && f.is(k, "-", "'", "’", "–") {
			continue
		}
		break
	}
	if len(word) > 0 && !check() || letters < 6 || words > 4 || !f.ends(end-1, end) || !listed &&
		!f.contactNear(n) {
		return false
	}
	if !f.claim(i, end, Name) {
		return false
	}
	for _, p := range parts {
		if len(p) > 2 {
			f.owner.parts[p] = true
		}
	}
	return true
}

// findLabelledNames claims names after labels on line n, and reports whether the line is one of a
// letter's.
func (f *finder) findLabelledNames(n int) (letter bool) {
	l := f.lines[n]
	for i := l.from; i < l.to; i++ {
		t := &f.tokens[i]
		if !t.word() || t.kind != 0 {
			continue
		}
		if t.class&(nameLabel|personLabel|workerLabel|greeting|subjectLabel|opener) != 0 {
			letter = f.readLabel(l, i) || letter
			continue
		}
		switch t.fold {
		case "whom":
			letter = letter || f.is(i-1, "to", ":") || i == l.from
		case "wrote", "écrit", "schrieb":
			if f.is(i+1, ":") {
				f.findQuoted(l, i)
			}
		case "recommendation", "confirmation", "verification":
			letter = f.findSubjectOf(l, i) || letter
		}
	}
	return letter
}

// readLabel claims the name after the label that token i begins, if it does, and reports whether it
// is one of a letter's.
func (f *finder) readLabel(l line, i int) (letter bool) {
	t := &f.tokens[i]
	c, j := f.phraseAt(i)
	begins := i == l.from || f.at(i-1).shape == punct || t.gap >= gapTwo
	switch {
	case c&nameLabel != 0:
		said := f.is(i-1, "my") && f.is(j, "is")
		if said || f.is(j, ":", "=") && (begins || f.is(i-1, "the", "your", "my", "'", "s")) {
			_ = f.claimPlaced(j+1, l.to, pointsLabel) || f.claimAfter(j+1, 1, l.to)
		}
	case c&personLabel != 0:
		for f.is(j, "person", "to", "by", "s", "'", "name") && j-i < 5 {
			j++
		}
		switch {
		case f.is(j, ":") && (begins || len(t.fold) > 4):
			_ = f.claimPlaced(j+1, l.to, pointsPerson) || f.claimAfter(j+1, 2, l.to)
			if i == l.from {
				f.findMoreNames(l, j+1)
			}
		case f.is(i, "contact", "attn", "attention"):
			f.claimAfter(j, 3, l.to)
		case f.is(i, "reference"):
			letter = f.findSubjectOf(l, i)
		}
	case c&workerLabel != 0:
		if f.is(j, ":") {
			j++
		}
		_ = f.claimPlaced(j, l.to, pointsPerson) || f.claimAfter(j, 2, l.to)
	case c&greeting != 0:
		if begins {
			letter = f.is(i, "dear")
			f.claimAfter(j, 1, l.to)
		}
	case c&subjectLabel != 0:
		if f.is(j, ":") && i-l.from <= 6 && (i-l.from <= 1 || f.is(i-1, ":")) {
			letter = true
			f.findSubjectNames(j+1, min(l.to, j+mostHeadTokens))
		}
	}
	return letter
}

// findSubjectOf claims the name after "Reference for" at token i.
func (f *finder) findSubjectOf(l line, i int) bool {
	if !f.is(i+1, "for", "of") || l.to-l.from >= 12 {
		return false
	}
	f.claimAfter(i+2, 2, l.to)
	return true
}

// findMoreNames claims the further names of a header of mail: "To: Ana Lee <a@example.com>; Ben
// Roy".
func (f *finder) findMoreNames(l line, i int) {
	for ; i < l.to && l.to-l.from < 200; i++ {
		if f.is(i-1, ";", ",") && f.tokens[i].kind == 0 {
			f.claimPlaced(i, l.to, pointsPerson)
		}
	}
}

// findQuoted claims the name before "wrote:" at token i.
func (f *finder) findQuoted(l line, i int) {
	for k := i - 1; k >= l.from && i-k < 12; k-- {
		if (k == l.from || f.is(k-1, ",") || f.tokens[k-1].shape == number) && f.tokens[k].word() &&
			f.claimPlaced(k, i, pointsPerson) {
			return
		}
	}
}

// claimAfter claims the name that begins at token i. How sure the label makes it: 1, one unknown
// word is enough; 2, two are; 3, the words must be a name by themselves or a given name.
func (f *finder) claimAfter(i, need, limit int) bool {
	for i < limit && f.is(i, "*", "_", "\"") {
		i++
	}
	if i >= limit || f.at(i).kind != 0 || !f.at(i).capitalised() {
		return false
	}
	c := f.candidateAt(i, gapTwo)
	if c.words == 0 || f.organisation(i, c.to) {
		return false
	}
	n := f.sureWords(c)
	sure := 0
	for k := range c.words {
		if c.quality[k] >= unknown && (c.quality[k] == certain || !f.jobWord(c.at[k])) {
			sure++
		}
	}
	if f.at(i).shape == initial && c.words > 1 && f.at(c.at[c.words-1]).class == 0 &&
		f.is(i+1, ".") {
		n, sure = c.words, 1 // "L. Bear": after an initial, a word of the caller's is no job
	}
	switch {
	case f.givenName(i) && c.words == 2:
		// "Emma Baker" after a label
	case f.givenName(i), need == 1 && c.quality[0] >= unknown && n >= 1, need == 2 &&
		c.words >= 2 && sure >= 1 && n >= 2 && (c.quality[0] >= unknown ||
		f.at(i).shape == initial):
		if n < c.words {
			c.trim(max(1, n))
		}
		if !f.givenName(i) && !f.ends(c.to-1, c.to) && !(need == 1 && f.at(c.to).shape == lower) {
			return false
		}
	case f.named(&c):
	default:
		return false
	}
	return f.claimName(c, i)
}

// findSubjectNames claims names in the subject of a letter: each part between dashes, commas and
// colons, after "from", "of" and the like, and in the name of a file.
func (f *finder) findSubjectNames(i, end int) {
	start := true
	for ; i < end; i++ {
		if f.tokens[i].shape == punct {
			start = f.is(i, ",", "-", "–", "—", ":", "(", "/", "_", "|")
			if f.is(i, "_") && f.claimUnderscored(i+1, end) {
				return
			}
			continue
		}
		if start && f.tokens[i].kind == 0 {
			_ = f.claimPlaced(i, end, pointsSubject) || f.claimAfter(i, 2, end)
		}
		start = f.is(i, "from", "of", "for", "de", "by", "resume", "cv", "application", "candidate",
			"applicant")
	}
}

// claimUnderscored claims a name whose words stand between underscores: "resume_anna_lee.pdf".
func (f *finder) claimUnderscored(i, end int) bool {
	to, words, listed := i, 0, 0
	for k := i; k < end && f.tokens[k].word() && f.tokens[k].gap == gapNone; k += 2 {
		c := f.tokens[k].class
		if c&(given|surname) == 0 && c&(other|soft) != 0 {
			break
		}
		words++
		if c&(given|surname) != 0 && c&(other|soft|doubtful) == 0 || f.owned(k) {
			listed++
		}
		to = k + 1
		if !f.is(k+1, "_") {
			break
		}
	}
	return words >= 2 && listed > 0 &&
		f.claimRun(run{from: i, to: to, words: words, last: to - 1}, i)
}

// findSignature claims the name after a closing ("Sincerely,") that is line n: on it, or on one of
// the next two lines.
func (f *finder) findSignature(n int) {
	l := f.lines[n]
	if l.to-l.from > 9 {
		return
	}
	closer := -1
	for i := l.from; i < l.to && i-l.from <= 5; i++ {
		if c, end := f.phraseAt(i); c&closing != 0 {
			closer = end - 1
			i = closer
		}
	}
	if closer < 0 {
		return
	}
	j := closer + 1
	if f.is(j, "by") {
		j++
	}
	for f.sameLine(closer, j) && f.is(j, ",", ":", "-", "–", "/", "!", "(", ")") {
		j++
	}
	if j < l.to && f.tokens[j].word() {
		if f.at(j-1).shape == punct || f.is(closer, "signed") {
			_ = f.claimPlaced(j, l.to, pointsClosing) || f.claimSigned(j)
		}
		return
	}
	for k := n + 1; k <= n+2 && k < len(f.lines); k++ {
		i := f.lines[k].from
		for i < f.lines[k].to && f.tokens[i].shape == punct {
			i++
		}
		if f.at(i).kind == Name || f.lines[k].to-i <= 8 &&
			f.claimPlaced(i, f.lines[k].to, pointsClosing) || f.claimSigned(i) {
			return
		}
	}
}

// claimSigned claims the name of who signed, at token i.
func (f *finder) claimSigned(i int) bool {
	c := f.candidateAt(i, gapTwo)
	if c.words == 0 || f.organisation(i, c.to) || !f.ends(c.to-1, c.to) {
		return false
	}
	if c.words == 1 {
		return f.givenName(i) && !f.sameLine(i, c.to) && f.claimName(c, i)
	}
	n := f.sureWords(c)
	if f.at(i).shape == initial && c.quality[c.words-1] == unknown &&
		f.at(c.at[c.words-1]).class == 0 {
		n = c.words // "L. Bear": after an initial, a word of the caller's is no job
	}
	if n < 2 && !(f.givenName(i) && c.words == 2) || c.quality[0] < unknown &&
		f.at(i).shape != initial && f.at(i).class&given == 0 || n >= 2 &&
		c.quality[n-1] < unknown && f.at(i).class&given == 0 {
		return false
	}
	if c.quality[0] == weak && f.at(i).shape != initial && c.quality[c.words-1] < unknown {
		return false
	}
	if n >= 2 {
		c.trim(n)
	}
	return f.claimName(c, i)
}

// findReference claims the name at the beginning of line n, in a section of references.
func (f *finder) findReference(n int) {
	i := f.lines[n].from
	for i < f.lines[n].to && (f.tokens[i].shape == punct || f.tokens[i].shape == number &&
		f.tokens[i].kind == 0) {
		i++
	}
	if f.at(i).kind == 0 && i < f.lines[n].to {
		_ = f.claimPlaced(i, f.lines[n].to, pointsPerson) || f.claimSigned(i)
	}
}

// findLastSignature claims a name in the last lines of a letter, if a title or a telephone number
// stands after or below it.
func (f *finder) findLastSignature() {
	for n := max(1, len(f.lines)-4); n < len(f.lines); n++ {
		i := f.lines[n].from
		if f.at(i).kind != 0 || f.grade(i) < unknown && f.at(i).shape != initial &&
			f.at(i).class&(given|other) != given {
			continue
		}
		c := f.candidateAt(i, gapOne)
		if c.words < 2 || f.sameLine(i, c.to) && !f.is(c.to, ",") {
			continue
		}
		titled := false
		for k := c.to; k < len(f.tokens) && k < c.to+8 && int(f.tokens[k].line) <= n+1; k++ {
			titled = titled || f.tokens[k].class&title != 0 || f.tokens[k].kind == Phone
		}
		if titled {
			f.claimSigned(i)
		}
	}
}

// findNamesInText claims names that their words give away anywhere, and given names alone before a
// verb or after a word such as "ask for".
func (f *finder) findNamesInText() {
	for i := 0; i < len(f.tokens); i++ {
		t := &f.tokens[i]
		if t.kind != 0 || !t.capitalised() || t.class&given == 0 && t.shape != initial {
			continue
		}
		if t.shape == initial && f.is(i-1, ".") && f.at(i).gap == gapNone && f.sameLine(i-1, i) {
			continue // inside an abbreviation
		}
		if t.shape == upper && len(t.fold) <= 4 && !(f.at(i+1).shape == upper && f.beside(i) &&
			(len(t.fold) > 2 && f.surnameOnly(i+1) || t.class&doubtful == 0 &&
				len(f.at(i+1).fold) > 4)) {
			continue // an acronym
		}
		c := f.candidateAt(i, gapOne)
		if f.named(&c) && !f.organisation(i, c.to) && !f.thing(c.to) {
			if !f.at(c.to-1).possessive || f.at(c.to-1).class&given != 0 || f.surnameOnly(c.to-1) {
				f.claimName(c, i)
				i = c.to - 1
				continue
			}
		}
		if c.words == 1 && f.givenName(i) && t.shape == capital && len(t.fold) > 2 &&
			!t.possessive && !f.organisation(i, c.to) && f.addressed(i) &&
			!(f.at(i-1).capitalised() && f.sameLine(i-1, i) && t.gap <= gapOne && !f.opens(i-1)) {
			f.claimName(c, i)
		}
	}
}

// thing reports whether token i is a word for what is called after somebody: "Austin Moore
// prosthesis". Verbs are none.
func (f *finder) thing(i int) bool {
	t := f.at(i)
	return t.shape == lower && t.gap == gapOne && f.sameLine(i-1, i) && t.class&plain != 0 &&
		t.class&(common|title) == 0 &&
		!strings.HasSuffix(t.fold, "ed") && !strings.HasSuffix(t.fold, "s") &&
		!strings.HasSuffix(t.fold, "ly")
}

// addressed reports whether the words around a given name alone speak of a person.
func (f *finder) addressed(i int) bool {
	if f.sameLine(i, i+1) &&
		(f.is(i+1, "is", "was", "has", "had", "will", "worked", "works", "did", "came", "joined",
			"arrived", "keeps", "took", "holds", "started", "reads", "codes", "prepares") ||
			f.at(i+1).kind == Phone || f.at(i+1).kind == Email) {
		return true
	}
	if f.is(i+1, ",", "(", "-", "–", ":", "@", "at") && f.sameLine(i, i+2) &&
		(f.at(i+2).kind == Phone || f.at(i+2).kind == Email) {
		return true
	}
	if !f.sameLine(i-1, i) {
		return false
	}
	switch f.at(i - 1).fold {
	case "for":
		return f.is(i-2, "ask", "asking")
	case "manager", "supervisor", "boss", "colleague", "coworker", "co-worker", "husband", "wife", "son", "daughter", "brother", "sister",
		"mother", "father", "friend", "partner", "mentor", "preceptor", "director", "teammate":
		return f.at(i-1).shape == lower
	case "call", "contact", "ask", "email", "text", "phone", "hi", "hello", "thanks", "speak", "named":
		return true
	case "to":
		return f.is(i-2, "speak", "talk", "reply", "write", "reach", "questions", "inquiries",
			"enquiries", "resumes", "resume", "apply", "report")
	case "with":
		return f.is(i-2, "speak", "talk")
	}
	return false
}
