package personal

// findBesideName claims what stands beside the name in the head of a text: an age, a date of birth,
// and the city, with its province or alone on a line of contact.
func (f *finder) findBesideName() {
	for n := 0; n < f.head && f.headName < 0 && n < len(f.lines); n++ {
		if f.tokens[f.lines[n].from].kind == Name {
			f.headName = n
		}
	}
	if f.headName < 0 {
		return
	}
	l := f.lines[f.headName]
	for i := l.from; i < l.to; i++ {
		if f.tokens[i].kind != Name {
			continue
		}
		for i+1 < l.to && f.tokens[i+1].kind == Name {
			i++
		}
		f.findAgeBeside(l, i+1)
	}
	for n := max(0, f.headName-1); n < f.head && n <= f.headName+4 && n < len(f.lines); n++ {
		f.findCity(f.lines[n])
	}
}

// findAgeBeside claims ", 34" and ", 5 May 1990", "(on 5 May 1990 in Accra)" at token i.
func (f *finder) findAgeBeside(l line, i int) {
	if i+1 >= l.to || !f.is(i, ",", "(", "|", "-", "–") {
		return
	}
	if end := i + 2; f.aAge(i+1) && (end >= l.to || f.is(end, ",", ")", "|")) {
		f.claim(i+1, end, Birth)
		return
	}
	for k := i + 1; k < l.to && k < i+4; k++ {
		if f.tokens[k].class&month != 0 || f.dateLike(k) {
			if end := f.bornAfter(i + 1); end > 0 && end <= l.to {
				f.claim(i+1, end, Birth)
			}
			return
		}
	}
}

// findCity claims the city and province on a line of the head, where nothing else stands between
// them and a sign.
func (f *finder) findCity(l line) {
	if f.sentence(l) {
		return
	}
	for i := l.from; i < l.to; i++ {
		if f.tokens[i].kind != 0 || !f.tokens[i].capitalised() || !f.beginsSegment(l, i) &&
			!f.is(i-1, "/") {
			continue
		}
		j, words, known := i, 0, false
		for j < l.to && words < 4 && f.tokens[j].kind == 0 && (f.tokens[j].capitalised() &&
			f.provinceAt(j) == 0 || words > 0 &&
			f.is(j, "de", "du", "des", "la", "sur", ".", "'")) {
			t := &f.tokens[j]
			if t.class&(title|org|heading|degree|network) != 0 && t.class&place == 0 || j > i &&
				t.gap > gapOne {
				break
			}
			if t.word() {
				words++
			}
			known = known || t.class&region != 0
			j++
		}
		end := j
		if f.is(j, ",", "(") && f.sameLine(i, j+1) {
			j++
		}
		if p := f.provinceAt(j); words > 0 && p > 0 && p <= l.to {
			end, known = p, true
			if f.is(end, ")") {
				end++
			}
		}
		if words > 0 && known && (end == l.to || f.tokens[end].shape == punct ||
			f.tokens[end].kind != 0 || f.tokens[end].gap >= gapTwo) {
			end = f.withCountry(end)
			f.claim(i, end, Address)
			i = end - 1
		}
	}
}

func (f *finder) withCountry(end int) int {
	if f.is(end, ",") && f.is(end+1, "canada", "usa", "uk", "india", "philippines") &&
		f.sameLine(end-1, end+1) {
		return end + 2
	}
	return end
}
