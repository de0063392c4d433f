package personal

// findNumbers claims numbers that are given to one person, after what they are called: "SIN 046 454
// 286", "Passport No. AB12345".
func (f *finder) findNumbers() {
	for i := 0; i < len(f.tokens); i++ {
		t := &f.tokens[i]
		if t.kind != 0 || t.class&(idWord|opener) == 0 {
			continue
		}
		c, j := f.phraseAt(i)
		if c&idWord == 0 || f.is(i, "sin", "nas", "uci", "dl") && t.shape != upper {
			continue
		}
		for n := 0; n < 4 &&
			f.is(j, ":", ".", "#", "no", "number", "num", "nr", "numéro", "numero", "card", "-",
				"–", "(", ")", "°", "id", "is", "n") && f.sameLine(i, j); n++ {
			j++
		}
		if end := f.numberAt(i, j); end > 0 {
			f.claim(i, end, Number)
			i = end - 1
		}
	}
}

// numberAt returns the end of a number at token j, on the line of token i, of five digits or more,
// or 0.
func (f *finder) numberAt(i, j int) int {
	end, digits := 0, 0
	for n := 0; n < 12 && f.sameLine(i, j) && f.at(j).kind == 0 &&
		f.at(j).gap <= gapOne; n, j = n+1, j+1 {
		t := &f.tokens[j]
		switch {
		case t.shape == number || t.shape == mixed:
			for k := range len(t.fold) {
				if digit(t.fold[k]) {
					digits++
				}
			}
			end = j + 1
		case end > 0 && f.is(j, "-", "–", "/", ".") && t.gap == gapNone:
		case t.shape == upper && len(t.fold) <= 2 || t.shape == initial:
			if digits > 0 {
				end = j + 1
			}
		default:
			n = 12
		}
	}
	if digits < 5 {
		return 0
	}
	return end
}
