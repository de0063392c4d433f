package personal

import "strings"

// otherAddressAt returns the tokens of an address in another form that begins at token i: after
// "Address:", in small letters, of another country, or by a house, a lot or a concession; 0 and 0
// where there is none.
func (f *finder) otherAddressAt(i int) (from, to int) {
	t := &f.tokens[i]
	switch {
	case t.class&(addressLabel|opener) != 0 && t.word():
		if c, j := f.phraseAt(i); c&addressLabel != 0 && f.is(j, ":") &&
			!f.is(i-1, "email", "e-mail", "ip", "web", "mail", "mac", "-") {
			return j + 1, f.restOfAddress(j + 1)
		}
	case t.shape == number:
		if to = f.smallStreetAt(i); to > 0 {
			return f.unitBefore(i), to
		}
		if to = f.plainStreetAt(i); to > 0 {
			return i, to
		}
	}
	if t.class&(house|streetAbroad) != 0 || t.shape == capital && streetSuffix(t.fold) {
		return i, f.streetAbroadAt(i)
	}
	if f.is(i, "lot", "concession") && f.at(i+1).shape == number {
		return i, f.lotAt(i)
	}
	return 0, 0
}

// restOfAddress returns the end of the address that stands after a label, before token i: the line,
// to a wide gap or another detail.
func (f *finder) restOfAddress(i int) int {
	end := 0
	numbers, capitals := 0, 0
	for k := i; f.sameLine(i-1, k) && k-i < 30 && f.tokens[k].kind == 0 &&
		!f.is(k, "|", "•", "·", ";"); k++ {
		t := &f.tokens[k]
		if k > i && t.gap == gapWide || t.class&(phoneWord|birthLabel) != 0 && f.is(k+1, ":") {
			break
		}
		switch {
		case t.shape == number || t.shape == mixed:
			numbers++
		case t.capitalised():
			capitals++
		}
		if t.shape != punct || f.is(k, ")") {
			end = k + 1
		}
	}
	if end == 0 || numbers == 0 && capitals < 2 && !f.lineIsName(i-1) {
		return 0
	}
	return f.cityAfter(end)
}

// smallStreetAt returns the end of a street in small letters whose number is token i: "12 maple
// street, victoria". The number begins a part of the line, and the kind of street ends one, so that
// "12 city lane closures" is none.
func (f *finder) smallStreetAt(i int) int {
	t := &f.tokens[i]
	if len(t.fold) > 5 || f.sameLine(i-1, i) && f.tokens[i-1].shape != punct && t.gap < gapTwo &&
		f.at(i-1).class&(heading|addressLabel) == 0 {
		return 0
	}
	if french := f.at(i + 1); f.is(i+1, "rue", "boul", "boulevard", "chemin", "rang") &&
		french.shape == lower && f.sameLine(i, i+2) && f.at(i+2).word() {
		end := i + 3
		for n := 0; n < 3 && f.sameLine(i, end) && f.tokens[end].word() &&
			f.tokens[end].gap == gapOne; n++ {
			end++
		}
		return f.smallCity(end)
	}
	for k := i + 1; k < i+5 && f.sameLine(i, k) && f.tokens[k].gap <= gapOne; k++ {
		u := &f.tokens[k]
		if k > i+1 && u.class&street != 0 {
			end := k + 1
			if f.is(end, ".") {
				end++
			}
			if f.sameLine(i, end) &&
				f.is(end, "n", "s", "e", "w", "nw", "ne", "sw", "se", "north", "south", "east",
					"west") {
				end++
			}
			unit := false
			if f.is(end, "apt", "unit", "suite", "#") && f.sameLine(i, end+1) &&
				f.at(end+1).shape != punct {
				end += 2
				unit = true
			}
			if f.sameLine(i, end) && !unit && !f.is(end, ",", "|", "(", "•", "·") &&
				f.at(end).gap < gapTwo && f.at(end).class&(region|province) == 0 {
				return 0
			}
			return f.smallCity(end)
		}
		if !u.word() && !(f.is(k, "'", ".") && k > i+1) || u.shape != lower && u.shape != punct ||
			f.is(k, "way", "lane", "km", "of", "and", "the", "in", "to", "for", "day", "hour") {
			return 0
		}
	}
	return 0
}

// smallCity returns the end of an address in small letters with the city and province after it: ",
// victoria, bc v8v 1a1".
func (f *finder) smallCity(end int) int {
	j, done := end, end
	for n := 0; n < 8 && f.sameLine(end-1, j) && f.at(j).kind == 0 && f.at(j).gap <= gapOne; n++ {
		if p := f.postalAt(j); p > 0 {
			return p
		}
		t := f.at(j)
		switch {
		case f.is(j, ","):
		case t.word() && t.class&(title|org) == 0 && (f.is(j-1, ",") ||
			t.class&(province|region) != 0):
			done = j + 1
		default:
			return done
		}
		j++
	}
	return done
}

// plainStreetAt returns the end of a number and capitalised words without a kind of street, where
// the head of the text has them on a line by themselves: "9 Elm".
func (f *finder) plainStreetAt(i int) int {
	t := &f.tokens[i]
	l := f.lines[t.line]
	if int(t.line) == 0 || int(t.line) > 4 || i != l.from || len(t.fold) > 5 || l.to-i > 4 ||
		l.to-i < 2 || !f.contactNear(int(t.line)) {
		return 0
	}
	for k := i + 1; k < l.to; k++ {
		if u := &f.tokens[k]; !u.capitalised() || u.gap > gapOne ||
			u.class&(title|org|heading|month|day|degree|plain) != 0 {
			return 0
		}
	}
	return l.to
}

// streetSuffix reports whether a word is a German or Dutch street: "Hauptstraße".
func streetSuffix(s string) bool {
	if len(s) < 8 {
		return false
	}
	for _, end := range [...]string{"strasse", "str", "allee", "platz", "gasse", "gracht", "straat", "laan", "weg"} {
		if strings.HasSuffix(s, end) {
			return true
		}
	}
	return false
}

// streetAbroadAt returns the end of a street that is named before its number, and of what follows
// it on the line: "Calle Mayor 5, 3º B, 28013 Madrid", "Plot 12, MG Road, Bengaluru 560001". It
// begins a line or a part of one.
func (f *finder) streetAbroadAt(i int) int {
	t := &f.tokens[i]
	if f.sameLine(i-1, i) && f.tokens[i-1].shape != punct && t.gap < gapTwo {
		return 0
	}
	j := i
	if t.class&streetAbroad != 0 {
		short := len(t.fold) <= 3
		j++
		for f.is(j, ".", "/") && f.tokens[j].gap == gapNone {
			short = false
			j++
		}
		if short && t.fold != "rua" && t.fold != "via" || f.is(i, "c") && !f.is(i+1, "/") {
			return 0
		}
		if !f.sameLine(i, j) || !f.at(j).capitalised() && f.at(j).class&particle == 0 {
			return 0
		}
	} else if t.class&house != 0 {
		return f.houseAt(i)
	}
	// the name, then the number
	for n := 0; n < 5; n, j = n+1, j+1 {
		switch u := f.at(j); {
		case !f.sameLine(i, j) || u.kind != 0:
			return 0
		case j > i && (u.shape == number || u.shape == mixed) && len(u.fold) <= 5:
			return f.lineOfAddress(i, j+1)
		case u.class&title != 0 || u.shape == punct && !f.is(j, ".", "'", ","):
			return 0
		}
	}
	return 0
}

// houseAt returns the end of an address that begins with the number of a house, a flat or a plot at
// token i, where a street, a postal code or a city follows.
func (f *finder) houseAt(i int) int {
	_, j := f.phraseAt(i)
	for f.is(j, ".", "#", "no") {
		j++
	}
	if u := f.at(j); !f.sameLine(i, j) || f.at(i).shape == lower || u.shape != number &&
		u.shape != mixed || len(u.fold) > 6 || !f.is(j+1, ",") {
		return 0
	}
	for k := j + 2; k < j+10 && f.sameLine(i, k); k++ {
		u := &f.tokens[k]
		if u.kind != 0 || u.class&(title|day|month) != 0 {
			return 0
		}
		if u.class&(street|streetish) != 0 ||
			f.is(k, "sector", "phase", "concession", "nagar", "colony") || u.shape == number &&
			len(u.fold) >= 5 {
			return f.lineOfAddress(i, k+1)
		}
	}
	return 0
}

// lotAt returns the end of "Lot 14, Concession 5".
func (f *finder) lotAt(i int) int {
	j := i + 2
	if f.is(j, ",") {
		j++
	}
	if f.is(i, "lot") && !(f.is(j, "concession", "con", "plan", "block") && f.sameLine(i, j+1)) {
		return 0
	}
	if f.is(i, "lot") {
		j += 2
	}
	return f.cityAfter(j)
}

// lineOfAddress returns the end of what follows an address of another country on the line of token
// i, from token end on: floors, codes, cities.
func (f *finder) lineOfAddress(i, end int) int {
	for k := end; k-end < 16 && f.sameLine(i, k); k++ {
		t := &f.tokens[k]
		if t.kind != 0 || t.gap >= gapTwo || f.is(k, "|", "•", "·", ";") || t.class&title != 0 {
			break
		}
		if t.shape == lower && t.class&particle == 0 &&
			!f.is(k, "de", "del", "la", "et", "bis", "s", "n", "a") && !f.is(k-1, "/") {
			break
		}
		if t.shape != punct {
			end = k + 1
		}
	}
	return end
}
