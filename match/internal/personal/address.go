package personal

import "strings"

// findAddresses claims streets with a number, post office boxes, rural routes, postal codes, and
// the city and province that stand beside them on the line.
func (f *finder) findAddresses() {
	for i := 0; i < len(f.tokens); i++ {
		t := &f.tokens[i]
		if t.kind != 0 || t.shape == punct {
			continue
		}
		from, to := i, 0
		switch {
		case t.shape == number || t.shape == mixed:
			if to = f.streetAt(i); to > 0 {
				from = f.unitBefore(i)
			} else if to = f.postalAt(i); to > 0 {
				from = f.cityBefore(i)
			} else if to = f.zipAt(i); to > 0 {
				from = f.cityBefore(i)
			} else if from = f.unitBefore(i); from < i && f.at(i+1).capitalised() &&
				f.at(i+1).class&(title|org) == 0 && f.beside(i) && f.is(i+2, ",") {
				to = i + 2 // "Unit 9, 1220 Dundas, London"
			}
		case t.capitalised():
			to = f.boxAt(i)
		}
		if to == 0 {
			if from, to = f.otherAddressAt(i); to > 0 {
				if f.claim(from, to, Address) {
					i = to - 1
				}
				continue
			}
		}
		if to == 0 {
			continue
		}
		to = f.cityAfter(to)
		if f.claim(from, to, Address) {
			f.joinAddress()
			i = to - 1
		}
	}
}

// joinAddress makes one claim of the last two where only punctuation and a few blanks stand between
// them on the line.
func (f *finder) joinAddress() {
	n := len(f.claims)
	if n < 2 || f.claims[n-2].kind != Address {
		return
	}
	a, b := &f.claims[n-2], f.claims[n-1]
	if !f.sameLine(a.from, b.from) || b.from-a.to > 2 {
		return
	}
	for i := a.to; i < b.from; i++ {
		if f.tokens[i].kind != 0 || !f.is(i, ",", ".", "(", ")", "-", "–", "/") {
			return
		}
	}
	for i := a.to; i <= b.from; i++ {
		if f.tokens[i].gap == gapWide {
			return
		}
		f.tokens[i].kind = Address
	}
	a.to = b.to
	f.claims = f.claims[:n-1]
}

// streetAt returns the end of the street whose number is token i, or 0: a number, one to four
// capitalised words and a type of street, or, in French, a number, a type of street and its name.
func (f *finder) streetAt(i int) int {
	t := &f.tokens[i]
	if len(t.fold) > 6 || t.fold[0] > '9' || f.is(i-1, "$", ":", ".", "/", "€", "£") &&
		t.gap == gapNone {
		return 0
	}
	j := i + 1
	if f.is(j, "-") && f.at(j+1).shape == number && f.beside(i) && f.beside(j) {
		j += 2 // "305-1220 Main Street"
		if f.at(j).class&street != 0 {
			j-- // "10234 - 104 Street"
		}
	}
	if f.is(j, ",") {
		j++
	}
	if !f.sameLine(i, j) || f.tokens[j].gap > gapTwo {
		return 0
	}
	french := false
	switch f.at(j).fold {
	case "rue", "boul", "boulevard", "chemin", "rang", "montee", "allee":
		french = true
	case "avenue", "av", "place", "cote", "ch", "route", "promenade":
		french = f.at(j).shape == lower || f.is(j-1, ",") // not "3 Place Settings"
	}
	if french {
		k := j + 1
		for f.is(k, ".") {
			k++
		}
		end := 0
		for ; k-j < 9 && f.sameLine(i, k) && f.at(k).kind == 0 && f.tokens[k].gap <= gapOne; k++ {
			switch {
			case f.tokens[k].capitalised(), f.tokens[k].shape == mixed, f.tokens[k].shape == number:
				end = k + 1
			case f.is(k, "de", "du", "des", "la", "le", "les", "d", "l", "'", "’", "-"):
			default:
				k = j + 9
			}
		}
		if end > 0 {
			return f.unitAfter(end)
		}
	}
	plain := true // no word in between that is common, so that it may well be a name
	for k := j; k-j < 6 && f.sameLine(i, k) && f.at(k).kind == 0 &&
		int(f.tokens[k].gap) <= gapOne+b2i(k == j); k++ {
		u := &f.tokens[k]
		if k > j && u.word() && u.class&(street|streetish) != 0 && (u.shape != lower ||
			u.class&street != 0 && f.at(k-1).capitalised()) {
			end := k + 1
			if f.is(end, ".") {
				end++
			}
			if f.is(end, "n", "s", "e", "w", "nw", "ne", "sw", "se", "north", "south", "east",
				"west") && f.at(end).capitalised() && f.beside(end-1) {
				end++
			}
			if u.class&street != 0 || plain && f.streetish(i, end) {
				if (u.fold == "drive" || u.fold == "lane" || u.fold == "dr" || u.fold == "av" ||
					u.fold == "ch") && !plain {
					return 0
				}
				return f.unitAfter(end)
			}
		}
		switch {
		case (u.shape == mixed || u.shape == number && k == j && f.at(k+1).class&street != 0) &&
			u.fold[0] <= '9', (u.fold == "." || u.fold == "'") && k > j, u.fold == "s" &&
			f.is(k-1, "'") && k > j+1:
		case u.capitalised():
			if u.class&(title|day|degree) != 0 {
				return 0
			}
			if u.class&(common|heading|month) != 0 && u.class&(given|surname) == 0 {
				plain = false
			}
		default:
			return 0
		}
	}
	return 0
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// streetish reports whether words that end before token end, and end in a word such as "Hill" or
// "Court", are a street: the number is no year and begins the line or follows punctuation, and a
// comma, a city or the end of the line follows.
func (f *finder) streetish(i, end int) bool {
	if n := f.tokens[i].fold; len(n) == 4 && (n[:2] == "19" || n[:2] == "20") {
		return false
	}
	if f.sameLine(i-1, i) && f.tokens[i-1].shape != punct && f.tokens[i].gap < gapWide &&
		f.tokens[i-1].class&heading == 0 {
		return false
	}
	if !f.sameLine(i, end) {
		return true
	}
	return f.is(end, ",") && f.at(end+1).capitalised() && f.at(end+1).class&(title|org|heading) == 0
}

// unitBefore returns where an address begins that has its number at token i: at "#305 -", "Unit
// 9,", "Apt. 4".
func (f *finder) unitBefore(i int) int {
	j := i - 1
	if f.is(j, "#") && f.sameLine(j, i) && f.tokens[i].gap == gapNone && f.tokens[j].kind == 0 {
		return j
	}
	for j >= 0 && i-j <= 2 && f.is(j, "-", "–", ",") && f.sameLine(j, i) {
		j--
	}
	if u := f.at(j); j < 0 || !f.sameLine(j, i) || u.shape != number && u.shape != mixed &&
		u.shape != initial || u.kind != 0 {
		return i
	}
	k := j - 1
	for k >= 0 && j-k <= 2 && f.is(k, ".", "#") && f.sameLine(k, i) && f.tokens[k].kind == 0 {
		if f.is(k, "#") && !f.sameLine(k-1, k) {
			return k
		}
		k--
	}
	if k >= 0 && f.sameLine(k, i) && f.tokens[k].kind == 0 &&
		f.is(k, "unit", "apt", "apartment", "suite", "ste", "app", "bureau", "room", "no") {
		return k
	}
	if f.is(k+1, "#") {
		return k + 1
	}
	if j == i-2 && f.is(j+1, "-") && f.tokens[j].shape == number { // "305-1220 Main Street"
		return j
	}
	return i
}

// unitAfter returns the end of an address with a unit after it: ", Unit 4", ", app. 4", " #4".
func (f *finder) unitAfter(end int) int {
	j := end
	if f.is(j, ",") {
		j++
	}
	if !f.sameLine(end-1, j) {
		return end
	}
	if f.is(j, "unit", "apt", "apartment", "suite", "app", "bureau", "#") {
		for j++; f.is(j, ".", "#") && f.sameLine(end, j); j++ {
		}
		if u := f.at(j); f.sameLine(end-1, j) && (u.shape == number || u.shape == mixed ||
			u.shape == initial) {
			return j + 1
		}
	}
	return end
}

// boxAt returns the end of a post office box, a rural route or a rural site, or 0.
func (f *finder) boxAt(i int) int {
	j := i
	switch f.tokens[i].fold {
	case "po":
		if !f.is(i+1, "box") {
			return 0
		}
		j = i + 2
	case "p":
		if !(f.is(i+1, ".") && f.is(i+2, "o")) {
			return 0
		}
		for j = i + 3; f.is(j, "."); j++ {
		}
		if !f.is(j, "box") {
			return 0
		}
		j++
	case "c":
		if !(f.is(i+1, ".") && f.is(i+2, "p") && f.is(i+3, ".")) {
			return 0
		}
		j = i + 4
	case "box":
		// alone it may be a box of files: it begins the line or follows punctuation, and a place
		// follows
		if f.sameLine(i-1, i) && f.tokens[i-1].shape != punct || f.at(i+1).shape != number ||
			!f.beside(i) {
			return 0
		}
		if next := f.at(i + 2); f.sameLine(i, i+2) && !next.capitalised() && next.fold != "," {
			return 0
		}
		return i + 2
	case "rr":
		j = i + 1
	case "r":
		if !(f.is(i+1, ".") && f.is(i+2, "r") && f.is(i+3, ".")) {
			return 0
		}
		j = i + 4
	default:
		return 0
	}
	for f.is(j, "#", ".") {
		j++
	}
	if !f.sameLine(i, j) || f.at(j).shape != number || len(f.at(j).fold) > 6 {
		return 0
	}
	end := j + 1
	for n := 0; n < 3; n++ { // "RR 2, Site 4, Box 12"
		k := end
		if f.is(k, ",") {
			k++
		}
		if !f.sameLine(i, k+1) || !f.is(k, "site", "box", "comp", "station", "stn", "rr") ||
			f.at(k+1).shape != number {
			break
		}
		end = k + 2
	}
	return end
}

// postalAt returns the end of a Canadian or British postal code at token i, or 0.
func (f *finder) postalAt(i int) int {
	t := &f.tokens[i]
	if t.shape != mixed || !az(t.fold[0]) {
		return 0
	}
	s := t.fold
	capitals := isUpper(rune(f.text[t.start]))
	if len(s) == 6 && int(t.end-t.start) == 6 && letterDigitLetter(s[:3]) &&
		digitLetterDigit(s[3:]) && (capitals || canadian(s)) {
		return i + 1
	}
	j := i + 1
	if f.is(j, "-") {
		j++
	}
	u := f.at(j)
	if !f.sameLine(i, j) || u.gap > gapOne || len(u.fold) != 3 {
		return 0
	}
	if len(s) == 3 && letterDigitLetter(s) && digitLetterDigit(u.fold) && (capitals ||
		canadian(s+u.fold)) {
		return j + 1
	}
	// "LS6 2AB": the last letters are never C, I, K, M, O, V
	if capitals && len(s) <= 4 && outward(s) && u.shape == mixed && digit(u.fold[0]) &&
		az(u.fold[1]) && az(u.fold[2]) && j == i+1 &&
		!strings.ContainsAny(u.fold, "cikmov") && u.fold[1:] != "gb" && u.fold[1:] != "tb" {
		return j + 1
	}
	return 0
}

// outward reports whether s is the first half of a British postal code: one or two letters, a
// digit, perhaps a digit or a letter.
func outward(s string) bool {
	n := 1
	if len(s) > 1 && az(s[1]) {
		n = 2
	}
	return len(s) > n && len(s) <= n+2 && digit(s[n]) && (len(s) == n+1 || digit(s[n+1]) ||
		az(s[n+1]))
}

// canadian reports whether a code in small letters has only letters that Canadian postal codes
// have.
func canadian(s string) bool {
	return !strings.ContainsAny(s, "dfioqu") && s[0] != 'w' &&
		s[0] != 'z'
}

func letterDigitLetter(s string) bool { return az(s[0]) && digit(s[1]) && az(s[2]) }
func digitLetterDigit(s string) bool  { return digit(s[0]) && az(s[1]) && digit(s[2]) }
func az(c byte) bool                  { return 'a' <= c && c <= 'z' }
func digit(c byte) bool               { return '0' <= c && c <= '9' }

// zipAt returns the end of an American postal code at token i, which stands after a state.
func (f *finder) zipAt(i int) int {
	t := &f.tokens[i]
	if t.shape != number || len(t.fold) != 5 || !f.sameLine(i-1, i) ||
		f.tokens[i-1].shape != upper || !state(f.tokens[i-1].fold) {
		return 0
	}
	if f.is(i-1, "id", "in", "or", "me", "hi", "ok", "pa", "md", "ma", "co", "la", "de") &&
		!f.is(i-2, ",") {
		return 0 // "ID 12345"
	}
	if f.is(i+1, "-") && f.at(i+2).shape == number && len(f.at(i+2).fold) == 4 && f.beside(i) {
		return i + 3
	}
	return i + 1
}

func state(s string) bool {
	switch s {
	case "al", "ak", "az", "ar", "ca", "co", "ct", "de", "fl", "ga", "hi", "id", "il", "in", "ia", "ks", "ky", "la", "me", "md", "ma", "mi", "mn",
		"ms", "mo", "mt", "ne", "nv", "nh", "nj", "nm", "ny", "nc", "nd", "oh", "ok", "or", "pa", "ri", "sc", "sd", "tn", "tx", "ut", "vt", "va",
		"wa", "wv", "wi", "wy", "dc":
		return true
	}
	return false
}

// provinceAt returns the end of a province's name or abbreviation at token i, or 0.
func (f *finder) provinceAt(i int) int {
	t := f.at(i)
	if !t.capitalised() {
		return 0
	}
	if t.class&(province|opener) != 0 {
		c, end := f.phraseAt(i)
		if end > i+1 && c&province != 0 {
			return end
		}
		switch {
		case t.class&province == 0:
		case t.shape == upper && len(t.fold) <= 3, len(t.fold) > 4:
			return i + 1
		case len(t.fold) > 2 && t.shape == capital:
			if f.is(i+1, ".") {
				return i + 2
			}
			return i + 1
		}
	}
	if t.shape == upper && state(t.fold) {
		return i + 1
	}
	if t.shape == initial && f.is(i+1, ".") && f.at(i+2).shape == initial &&
		f.is(i+3, ".") { // "B.C."
		switch t.fold + f.at(i+2).fold {
		case "bc", "mb", "nb", "nl", "ns", "nt", "on", "pe", "qc", "sk", "ab", "ny":
			return i + 4
		}
	}
	return 0
}

// cityAfter returns the end of an address with the city, province and country that follow token
// end-1 on the line.
func (f *finder) cityAfter(end int) int {
	first := end - 1
	j, words, done := end, 0, end
	comma := false
	for n := 0; n < 12 && f.sameLine(first, j) && f.at(j).kind == 0 &&
		f.tokens[j].gap <= gapTwo; n++ {
		if p := f.provinceAt(j); p > 0 {
			j, done, words, comma = p, p, 0, false
			if f.is(j, ")") {
				j++
				done = j
			}
			continue
		}
		if p := f.postalAt(j); p > 0 {
			j, done = p, p
			continue
		}
		u := &f.tokens[j]
		switch {
		case u.fold == ",":
			if words > 0 && done < j && comma {
				done = j
			}
			comma, words = true, 0
		case u.shape == number && len(u.fold) == 5 && f.is(j-1, ",") && f.at(j+1).capitalised() &&
			f.sameLine(j, j+1):
			done = j + 2 // ", 75002 Paris"
			j++
		case (u.fold == "·" || u.fold == "•" || u.fold == "|") && j == end:
			// the city stands apart: it counts if a province follows
		case u.fold == "(" && words > 0, u.fold == "." && f.is(j-1, "st", "ste"), u.fold == ")" &&
			done == j-1:
		case u.capitalised() && u.class&(title|heading) == 0 && words < 4 && !(u.gap == gapTwo &&
			words > 0):
			words++
			if f.is(j, "canada", "usa") {
				done = j + 1
			}
		case f.is(j, "de", "du", "des", "la", "le", "sur", "of") && words > 0:
		default:
			n = 12
			continue
		}
		j++
	}
	// A city that ends the part of the line after a comma: ", London |"
	if comma && words > 0 && words <= 3 && (!f.sameLine(first, j) || f.at(j).kind != 0 ||
		f.at(j).gap > gapTwo || f.is(j, "|", "•", "·", ";", ".", ",", "-", "–", "—", "(", "☎")) {
		done = j
	}
	return done
}

// cityBefore returns where the city and province begin that stand before the postal code at token
// i.
func (f *finder) cityBefore(i int) int {
	j, words := i-1, 0
	from := i
	for n := 0; n < 9 && j >= 0 && f.sameLine(j, i) && f.tokens[j].kind == 0; n++ {
		u := &f.tokens[j]
		switch {
		case u.shape == punct && (u.fold == "," || u.fold == "(" || u.fold == ")" ||
			u.fold == "." && f.at(j-1).shape == initial):
		case u.capitalised() && words < 4 && u.class&(title|heading|org) == 0:
			words++
			from = j
		default:
			return from
		}
		if f.tokens[j].gap >= gapWide || f.tokens[j].gap == gapTwo && !f.sameLine(j, i) {
			break
		}
		j--
	}
	return from
}
