package personal

// A run of words in the place of a name is one if it has points enough: for each word what the
// lists and the addresses of the text say of it, and for the place. The numbers were set by hand
// until the texts of testdata came out right.
const (
	pointsNeeded  = 3.5
	pointsListed  = 3.0 // a name and nothing else
	pointsOwned   = 4.0 // a word of an address of the text, or of the name of its file
	pointsMaybe   = 1.5 // a given name that is a word, or a capitalised word of no list
	pointsWord    = 0.8 // a surname that is a word
	pointsTrade   = 0.5
	pointsSmall   = 0.3  // a word of no list in small letters
	pointsPlain   = -1.6 // a word of work, with a capital
	pointsCommon  = -1.5 // a common word, only after a given name, as the last
	pointsOpening = 1.0  // the first line of the text
	pointsLater   = -0.5 // not in the first two
	pointsContact = 1.0  // above an e-mail address or a telephone number
	pointsInitial = 2.5  // after an initial, above an address or a number
	pointsAlone   = 1.0  // with its line to itself
	pointsLetters = 1.5  // before letters such as RN, or pronouns
	pointsPage    = 2.0  // beside the number of a page
	pointsClosing = 3.0  // below the last words of a letter
	pointsLabel   = 3.5  // after "Name:"
	pointsSubject = 1.5  // in the subject of a letter
	pointsPerson  = 2.0  // after "Supervisor:"
)

// mostNameWords is how many words a name may have: "Maria Luisa Fernanda de la Cruz Santos".
const mostNameWords = 6

// mostNameTokens bounds a name with its initials, particles and nicknames, so that the time stays
// linear in the text.
const mostNameTokens = 24

// A run is a run of tokens that may be a name, tokens[from:to], and what speaks for it.
type run struct {
	from, to int
	words    int // initials and particles not counted
	initials int
	listed   int // words that are names and nothing else, or owned
	points   float32
	last     int // the token of its last word
}

// runAt reads the run of words that begins at token i: all of them with capitals, or all small. It
// ends before a word that is hardly a name, a sign, or a wide gap. In a strong place any words but
// titles and organisations may follow a given name or an initial.
func (f *finder) runAt(i, limit int, strong bool) run {
	r := run{from: i, to: i}
	small := f.at(i).shape == lower && f.at(i).class&particle == 0
	limit = min(limit, i+mostNameTokens)
	for k := i; k < limit && f.tokens[k].kind == 0; {
		t := &f.tokens[k]
		if t.shape == punct {
			if end := f.nickname(k); k > i && end > k && end < limit {
				k = end
				continue
			}
			break
		}
		if k > i && t.gap == gapWide && !(f.at(k-1).fold == "." || t.shape == initial ||
			r.listed > 0 && f.lineIsName(i)) {
			break
		}
		if !t.word() || t.foreign || k > i && t.gap == gapNone && !(f.is(k-1, ".") &&
			f.at(k-2).shape == initial) {
			break
		}
		if t.class&particle != 0 && t.shape == lower && f.at(k+1).word() && f.sameLine(k, k+1) &&
			k+1 < limit && (k > i || !small) &&
			!f.is(k, "e", "y", "a", "la", "do", "das") || r.words > 0 &&
			f.is(k, "la", "y", "e", "do", "das", "dos") && t.shape == lower &&
			f.at(k+1).capitalised() {
			k++
			continue
		}
		if small != (t.shape == lower) && !(small && t.shape == lower) {
			break
		}
		if t.shape == initial || small && len(t.fold) == 1 && f.is(k+1, ".") &&
			f.at(k+1).gap == gapNone {
			r.initials++
			k++
			if f.is(k, ".") && f.at(k).gap == gapNone && f.sameLine(i, k) {
				k++
			}
			r.to = k
			continue
		}
		if r.words == mostNameWords || t.shape == upper && r.words > 0 &&
			t.class&(postnominal|degree) != 0 && t.class&(given|surname) == 0 {
			break
		}
		p, ok := f.wordPoints(k, small, strong, r)
		if !ok {
			break
		}
		if p >= pointsListed {
			r.listed++
		}
		r.points += p
		r.words++
		r.last = k
		k++
		r.to = k
		if t.possessive {
			break
		}
	}
	if r.words > 0 && r.to > r.last+1 && f.at(r.to-1).fold != "." && f.at(r.to-1).shape != initial {
		r.to = r.last + 1
	}
	return r
}

// nickname returns the end of a nickname in quotes or brackets that begins at token k, or k.
func (f *finder) nickname(k int) int {
	if f.is(k, "\"", "“", "(", "'", "‘", "”") && f.at(k+1).word() &&
		f.at(k+1).class&(other|pronoun|plain) == 0 && f.sameLine(k, k+2) &&
		f.is(k+2, "\"", "”", ")", "'", "’", "“") && f.at(k+3).word() && f.sameLine(k, k+3) {
		return k + 3
	}
	return k
}

// lineIsName reports whether the line of token i has few words.
func (f *finder) lineIsName(i int) bool {
	l := f.lines[f.tokens[i].line]
	return l.to-l.from <= 8
}

// wordPoints returns what a word at token k of a run says for a name, and whether the run may have
// it.
func (f *finder) wordPoints(k int, small, strong bool, r run) (float32, bool) {
	t := &f.tokens[k]
	c := t.class
	named := c & (given | surname)
	if f.owned(k) && (named != 0 || c&(title|org|heading|common|day|month) == 0) {
		return pointsOwned, true
	}
	switch {
	case c&given != 0 && c&doubtful == 0, c&surname != 0 && c&(other|soft) == 0:
		return pointsListed, true
	case c&(title|org|heading|degree|school|postnominal) != 0 && named == 0 &&
		c&trade == 0, c&(month|day) != 0 && named == 0:
		return 0, false
	case c&other != 0 && named == 0 && c&trade == 0:
		// "Mark Small", "Delmar Two Rivers", "D. Two Rivers"
		first := f.at(r.from)
		switch {
		case r.words == 0 && (r.initials == 0 || !strong), r.words > 2, len(t.fold) < 3:
			return 0, false
		case strong && !small && (first.class&given != 0 || first.shape == initial), strong &&
			small && r.listed > 0:
			return 0, true
		}
		return pointsCommon, first.class&(given|doubtful) == given && !small && r.words <= 2
	case c&trade != 0 && named == 0:
		return pointsTrade, r.words > 0 || !small
	case c&given != 0:
		if small || c&other != 0 && !strong {
			return pointsWord, true
		}
		return pointsMaybe, true
	case c&surname != 0:
		if small && r.listed == 0 {
			return 0, len(t.fold) > 2
		}
		return pointsWord, true
	case c&(plain|product|eponym) == product && !small:
		return pointsTrade, true
	case c&(plain|product|eponym) != 0:
		switch {
		case small:
			return 0, strong && r.words > 0
		case strong && (f.at(r.from).class&given != 0 || r.words == 0 && r.initials > 0):
			return 0, true
		}
		return pointsPlain, r.words > 0 || strong
	case c&(network|faith|people|idWord|statusLabel|nameLabel|personLabel|familyWords|pronoun|numberWord|leaveWords|student|webWord) != 0:
		return 0, false
	case small:
		return pointsSmall, len(t.fold) > 1
	case f.jobWord(k):
		return pointsPlain, r.words > 0
	}
	return pointsMaybe, true
}

// claimRun claims the run as a name, and what stands before it from token from on.
func (f *finder) claimRun(r run, from int) bool {
	if r.words >= 2 && (f.isBrand(r.from, r.last) || f.isBrand(r.from, r.from+1)) {
		return false
	}
	for r.to > r.from && f.tokens[r.to-1].shape == punct && !(f.is(r.to-1, ".") &&
		f.at(r.to-2).shape == initial) {
		r.to--
	}
	if !f.claim(from, r.to, Name) {
		return false
	}
	f.names = append(f.names, claim{r.from, r.to, Name})
	return true
}

// endsRun reports whether what follows the run lets a name end there: the end of the line, a sign,
// a wide gap, a detail, a title.
func (f *finder) endsRun(r run) bool {
	if r.to == 0 {
		return false
	}
	if f.at(r.from).shape == lower {
		t := f.at(r.to)
		return !f.sameLine(r.to-1, r.to) || t.kind != 0 || t.gap >= gapTwo ||
			f.is(r.to, ",", "|", "•", "·", ";", "<", "(", "-", "–", "—")
	}
	return f.ends(r.to-1, r.to)
}

// claimPlaced claims a name that begins at token i, in a place that is worth the points, and
// reports whether there is one.
func (f *finder) claimPlaced(i, limit int, place float32) bool {
	for i < limit && f.is(i, "*", "_", "\"", "“", "-", "–", "<", "(", ".", ":") &&
		f.tokens[i].kind == 0 {
		i++
	}
	if i >= limit || f.tokens[i].kind != 0 {
		return false
	}
	if r, ok := f.reversed(i, limit); ok && r.points+place >= pointsNeeded {
		return f.claimRun(r, i)
	}
	r := f.runAt(i, limit, true)
	if f.at(i).shape == initial && r.words == 1 && place >= pointsClosing {
		r.points += pointsTrade // "L. Bear"
	}
	if r.words == 0 && !(r.initials > 0 && place >= pointsClosing && f.endsRun(r) &&
		r.initials <= 3) || r.points+place < pointsNeeded || r.words == 0 && r.initials < 2 {
		return false
	}
	if !f.endsRun(r) && !(place >= pointsLabel && (r.listed > 0 || r.words >= 2 &&
		f.at(r.last).shape != lower)) && !(f.at(r.to).shape == lower &&
		f.at(r.from).shape != lower && r.listed > 0) {
		return false
	}
	if r.words == 1 && r.initials == 0 && r.listed == 0 && place < pointsClosing {
		return false // one word of no list
	}
	if f.at(r.from).shape != lower && f.organisation(r.from, r.to) {
		return false
	}
	return f.claimRun(r, i)
}

// reversed reads "Family, Given" at token i. What stands second must be a given name or a word of
// no list.
func (f *finder) reversed(i, limit int) (run, bool) {
	a := f.runAt(i, limit, true)
	none := run{from: i, to: i}
	if a.words == 0 {
		a = f.anyWords(i, limit)
	}
	if a.words == 0 || a.words > 3 || a.initials > 0 || !f.is(a.to, ",") || a.to+1 >= limit ||
		f.tokens[a.to+1].kind != 0 {
		return none, false
	}
	b := f.runAt(a.to+1, limit, true)
	if b.words == 0 || b.words > 3 || f.at(a.last).shape == lower != (f.at(b.last).shape == lower) {
		return none, false
	}
	if t := f.at(b.to); f.sameLine(b.to-1, b.to) && t.gap < gapTwo && t.kind == 0 &&
		t.shape != number &&
		!f.is(b.to, "-", "–", "|", "<", "(", "\"", ";", ">", "—") {
		return none, false
	}
	c := f.at(a.to + 1).class
	isGiven := c&given != 0 || f.owned(a.to+1)
	if !isGiven && c != 0 || c&province != 0 {
		return none, false
	}
	return run{from: a.from, to: b.to, words: a.words + b.words, listed: a.listed + b.listed, points: a.points + b.points, last: b.last}, true
}

// anyWords reads one or two words before a comma that are no titles, such as "Cook, Nigel" has;
// they say nothing for a name.
func (f *finder) anyWords(i, limit int) run {
	r := run{from: i, to: i}
	for k := i; k < limit && r.words < 2 && f.tokens[k].kind == 0 && f.tokens[k].capitalised() &&
		f.tokens[k].shape != initial; k++ {
		if c := f.tokens[k].class; c&(title|org|heading|degree|school|month|day) != 0 &&
			c&trade == 0 {
			break
		}
		r.words, r.last, r.to = r.words+1, k, k+1
	}
	return r
}
