package personal

import "strings"

// A candidate is a run of tokens that may be a person's name.
type candidate struct {
	from, to int
	words    int      // words and initials, nicknames and particles not counted
	at       [6]int   // where they stand
	quality  [6]grade // what speaks for each
}

// A grade says how well a word does as part of a name.
type grade uint8

const (
	never   grade = iota // it is something else
	weak                 // a name that is also something else, or a trade
	unknown              // not in the lists
	certain              // a given name or a surname and nothing else
)

// grade grades token i as a part of a name.
func (f *finder) grade(i int) grade {
	t := f.at(i)
	if !t.capitalised() || t.kind != 0 {
		return never
	}
	c := t.class
	switch {
	case t.shape == initial:
		return weak
	case c&given != 0 && c&doubtful == 0, c&surname != 0 && c&(other|soft) == 0:
		return certain
	case c&other != 0 && c&(given|surname|trade) == 0:
		return never
	case c&(other|given|soft) != 0:
		return weak
	}
	return unknown
}

// givenName reports whether token i is a given name and nothing else.
func (f *finder) givenName(i int) bool {
	t := f.at(i)
	return t.capitalised() && t.kind == 0 && t.class&given != 0 && t.class&doubtful == 0 &&
		len(t.fold) > 1
}

// surnameOnly reports whether token i is a listed surname and no other word.
func (f *finder) surnameOnly(i int) bool {
	c := f.at(i).class
	return c&surname != 0 && c&(other|soft) == 0
}

// jobWord asks the caller about token i.
func (f *finder) jobWord(i int) bool {
	t := f.at(i)
	if t.class&(title|trade) != 0 || t.class&(plain|product) != 0 && t.class&(given|surname) == 0 {
		return true
	}
	if t.class == 0 && (f.subject(t) || strings.HasSuffix(t.fold, "lly")) {
		return true // "Pathophysiology", "Successfully"
	}
	return f.isJobWord != nil && f.isJobWord(strings.ToLower(f.text[t.start:t.end]))
}

// candidateAt reads the words of a possible name from token i on: capitalised words, initials,
// particles ("van der"), nicknames in quotes or brackets. Words are no further apart than gap.
func (f *finder) candidateAt(i int, gap uint8) candidate {
	c := candidate{from: i, to: i}
	capitals := f.at(i).shape == upper
	for k := i; c.words < len(c.at) && k < len(f.tokens) && f.sameLine(i, k); {
		t := &f.tokens[k]
		if t.kind != 0 || k > i && t.gap > gap {
			break
		}
		if k > i && c.words > 0 && f.is(k, "\"", "“", "”", "(", "'", "‘") { // a nickname
			if f.grade(k+1) >= weak && f.is(k+2, "\"", "”", "“", ")", "'", "’") &&
				f.sameLine(i, k+3) && f.at(k+3).gap <= gap && f.grade(k+3) >= weak &&
				!f.is(k+1, "she", "he", "they") {
				k += 3
				continue
			}
			break
		}
		if t.class&particle != 0 && (t.shape == lower && k > i || t.capitalised() &&
			t.shape != initial && (c.words > 0 || t.class&given == 0)) &&
			f.sameLine(k, k+1) && f.at(k+1).gap <= gapOne && (f.at(k+1).capitalised() ||
			f.at(k+1).class&particle != 0) && (c.words > 0 || t.shape != lower) &&
			!f.is(k, "la", "le", "e", "y", "a", "de", "du", "des", "las", "los", "st", "san",
				"santa") || c.words > 0 && f.is(k, "de", "la", "dela", "del", "le", "st", "du") &&
			f.grade(k+1) >= weak && f.at(k+1).gap <= gapOne {
			k++
			continue
		}
		g := f.grade(k)
		if g == never || t.gap == gapNone && t.shape != initial && f.is(k-1, ".") &&
			f.sameLine(k-1, k) {
			break // not a word of a name, or an abbreviation ("B.Sc.")
		}
		if t.shape == upper && !capitals && c.words > 0 && len(t.fold) < 5 &&
			t.class&surname == 0 && (t.class != 0 || f.sameLine(k, k+1)) {
			break // letters after the name
		}
		if capitals && t.shape == capital && c.words > 0 && !strings.HasPrefix(t.fold, "mc") &&
			!strings.HasPrefix(t.fold, "mac") && !strings.HasPrefix(t.fold, "de") {
			break
		}
		c.at[c.words], c.quality[c.words] = k, g
		c.words++
		k++
		if t.shape == initial && f.is(k, ".") && f.tokens[k].gap == gapNone && f.sameLine(i, k) {
			k++
		}
		c.to = k
		if t.possessive {
			break
		}
	}
	return c
}

// trim leaves the first n words of the candidate.
func (c *candidate) trim(n int) {
	if n < c.words {
		c.words = n
		c.to = c.at[n-1] + 1
	}
}

// named reports whether the words of the candidate alone make it a person's name: a given name with
// a surname, a doubtful given name with a listed surname, initials with a listed surname. It trims
// words that don't belong.
func (f *finder) named(c *candidate) bool {
	if c.words < 2 || f.at(c.at[0]).possessive {
		return false
	}
	first := c.at[0]
	k := 1 // the surname, or the second given name
	for k < c.words-1 && f.at(c.at[k]).shape == initial {
		k++
	}
	second := c.at[k]
	switch {
	case f.at(first).shape == initial:
		if !f.is(first+1, ".") || !f.surnameOnly(second) || f.at(second).shape == initial {
			return false
		}
	case f.givenName(first):
		word := f.at(second).class
		if c.quality[k] < unknown && (word&surname == 0 || word&(trade|other) != 0) ||
			c.quality[k] == unknown && f.jobWord(second) || f.at(second).shape == initial {
			return false
		}
	case f.at(first).class&given != 0:
		// "Mark Nguyen", not "Prince George"
		if !f.surnameOnly(second) || f.at(first).class&(place|org|region|school|street) != 0 {
			return false
		}
	default:
		return false
	}
	n := k + 1
	for n < c.words && (c.quality[n] == certain || c.quality[n] == unknown && !f.jobWord(c.at[n])) {
		n++
	}
	c.trim(n)
	return true
}

// organisation reports whether the capitalised words that go on after token to-1 make the run the
// name of an organisation or a place ("Elizabeth Bruyere Centre"), or a word before it does ("Port
// Maria").
func (f *finder) organisation(from, to int) bool {
	for k, n := to, 0; n < 4 && f.sameLine(from, k) && f.at(k).gap <= gapOne; k, n = k+1, n+1 {
		t := f.at(k)
		if f.is(k, "&", "'", "’", "s") && f.sameLine(from, k+1) {
			if t.fold == "&" && f.at(k+1).class&(given|surname) != 0 {
				break
			}
			continue
		}
		if !t.capitalised() || t.class&title != 0 && t.class&org == 0 || t.kind != 0 {
			break
		}
		if t.class&(org|place|school|street|streetish) != 0 && t.class&postnominal == 0 ||
			t.class&heading != 0 &&
				!f.is(k, "resume", "cv", "page", "curriculum", "phone", "tel", "cell", "email",
					"contact", "references", "reference", "address", "mobile") {
			return true
		}
	}
	// "William Osler area hospital", "Mary Chen award"
	if f.sameLine(from, to) && f.at(to).gap <= gapOne &&
		f.is(to, "area", "hospital", "clinic", "school", "university", "college", "library",
			"centre", "center", "foundation",
			"campus", "site", "wing", "award", "scholarship", "bursary", "method", "technique", "syndrome", "disease", "scale", "test", "museum", "park", "building", "brand") {
		return true
	}
	if p := f.at(from - 1); f.sameLine(from-1, from) && f.tokens[from].gap <= gapOne {
		if p.fold == "." && f.is(from-2, "st", "ste", "mt", "ft") {
			return true
		}
		if p.capitalised() && p.kind == 0 && p.shape != initial &&
			(p.class&(place|org|region|school) != 0 || p.class == 0 && !f.honorificWord(from-1) &&
				!f.opens(from-1)) {
			return true
		}
	}
	return false
}

// opens reports whether token i is the first word of a line or a sentence, where any word has a
// capital.
func (f *finder) opens(i int) bool {
	return f.at(i).shape == capital && (!f.sameLine(i-1, i) ||
		f.is(i-1, ".", "?", "!", ":", "•", "-", "–", "*"))
}

// ends reports whether a name may end before token i: the line ends, or a sign, a wide gap, a title
// or a detail follows.
func (f *finder) ends(last, i int) bool {
	if !f.sameLine(last, i) {
		return true
	}
	t := f.at(i)
	return t.gap >= gapTwo || t.kind != 0 || t.shape == number || t.shape == punct &&
		!f.is(i, "&", "'", "’", "/", "@", "%", "+") ||
		t.class&(title|postnominal|degree) != 0 ||
		f.is(i, "cell", "tel", "phone", "mobile", "email")
}

// claimName claims the candidate, and what stands before it from token from on, as a name.
func (f *finder) claimName(c candidate, from int) bool {
	if c.words >= 2 && f.isBrand(c.at[0], c.at[1]) {
		return false
	}
	for c.to > c.from && f.tokens[c.to-1].shape == punct && !(f.is(c.to-1, ".") &&
		f.at(c.to-2).shape == initial) {
		c.to--
	}
	if !f.claim(from, c.to, Name) {
		return false
	}
	f.names = append(f.names, claim{c.from, c.to, Name})
	return true
}
