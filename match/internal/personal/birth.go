package personal

// findBirths claims dates and places of birth with their label, and ages.
func (f *finder) findBirths() {
	for i := 0; i < len(f.tokens); i++ {
		t := &f.tokens[i]
		if t.kind != 0 {
			continue
		}
		if t.shape == number {
			if from, to := f.ageAround(i); to > 0 {
				f.claim(from, to, Birth)
				i = to - 1
			}
			continue
		}
		if !t.word() {
			continue
		}
		end := 0
		switch t.fold {
		case "date":
			if f.is(i+1, "of", "de") && f.is(i+2, "birth", "naissance") {
				end = f.dateAfter(i + 3)
			}
		case "birth":
			if f.is(i+1, "date") {
				end = f.dateAfter(i + 2)
			}
		case "birthdate", "birthday", "dob", "ddn":
			end = f.dateAfter(i + 1)
		case "d":
			if f.is(i+1, ".") && f.is(i+2, "o") && f.is(i+3, ".") && f.is(i+4, "b") {
				end = f.dateAfter(i + 5)
			}
		case "place", "lieu":
			if f.is(i+1, "of", "de") && f.is(i+2, "birth", "naissance") {
				end = f.placeAfter(i+3, true)
			}
		case "birthplace":
			end = f.placeAfter(i+1, true)
		case "born":
			end = f.bornAfter(i + 1)
		case "ne", "nee":
			if f.is(i+1, "le") {
				end = f.dateAfter(i + 2)
			} else if f.is(i+1, "(") && f.is(i+2, "e") && f.is(i+3, ")") && f.is(i+4, "le") {
				end = f.dateAfter(i + 5)
			}
		case "age":
			if j := i + 1; f.is(j, ":", "-", "=") && f.aAge(j+1) && !f.agedOthers(i) && !f.ranged(j+1) {
				end = j + 2
				if f.is(end, "years", "ans", "yrs") {
					end++
				}
				if f.is(end, "old") {
					end++
				}
			}
		case "aged":
			if f.aAge(i+1) && !f.agedOthers(i) && !f.ranged(i+1) {
				end = i + 2
			}
		}
		if end > i {
			f.claim(i, end, Birth)
			i = end - 1
		}
	}
}

// aAge reports whether token i is a number of two digits that can be the age of somebody at work.
func (f *finder) aAge(i int) bool {
	t := f.at(i)
	return t.shape == number && len(t.fold) == 2 && t.fold >= "14" && f.sameLine(i-1, i)
}

// ranged reports whether the number at i begins or ends a range, or is a limit: "65 and over", "3 to 5", "18+".
func (f *finder) ranged(i int) bool {
	j := i + 1
	for f.is(j, "years", "year", "yrs", "ans", "old", "of", "age") {
		j++
	}
	switch f.at(j).fold {
	case "and", "or":
		return f.is(j+1, "over", "older", "up", "above", "under", "younger", "more", "less") || f.at(j+1).shape == number
	case "to", "-", "–", "+", "/":
		return f.at(j+1).shape == number || f.is(j, "+")
	case "et":
		return true
	}
	return false
}

// agedOthers reports whether the words before token i speak of patients, children or a limit, not of the writer.
func (f *finder) agedOthers(i int) bool {
	for j := i - 1; j >= 0 && i-j <= 4 && f.sameLine(j, i); j-- {
		t := &f.tokens[j]
		if t.fold == "." {
			return false
		}
		if t.class&aged != 0 || f.is(j, "minimum", "maximum", "least", "under", "over", "be", "legal", "up", "drinking", "than") {
			return true
		}
	}
	return false
}

// ageAround returns the tokens of an age in words around the number at i: "42 years old", "42-year-old", "42 y/o", "42 ans".
// It must be told of the writer or of one person: at the beginning of a phrase, or after "I am", "she is", "age".
func (f *finder) ageAround(i int) (from, to int) {
	if t := f.at(i); t.shape != number || len(t.fold) != 2 || t.fold < "14" {
		return 0, 0
	}
	j := i + 1
	if f.is(j, "-") {
		j++
	}
	if !f.sameLine(i, j) {
		return 0, 0
	}
	switch {
	case f.is(j, "year-old", "years-old", "yr-old"):
		to = j + 1
	case f.is(j, "years", "year", "yrs", "yr") && f.is(j+1, "old", "young"):
		to = j + 2
	case f.is(j, "years", "year", "yrs", "yr") && f.is(j+1, "of") && f.is(j+2, "age"):
		to = j + 3
	case f.is(j, "y") && f.is(j+1, "/") && f.is(j+2, "o"):
		to = j + 3
	case f.is(j, "yo"):
		to = j + 1
	case f.is(j, "ans") && f.is(i-1, "ai", "j'ai", "age", "agee"):
		to = j + 1
	default:
		return 0, 0
	}
	if f.agedOthers(i) || f.ranged(i) || f.at(to).class&(aged|org) != 0 || f.is(to, "building", "patient", "man", "woman", "child", "boy", "girl", "company", "firm") {
		return 0, 0
	}
	p := i - 1
	if f.is(p, "a") {
		p--
	}
	switch {
	case !f.sameLine(p, i), f.is(p, "am", "i'm", "is", "age", ",", "(", ";", ".", "•", "-", "–", "|", ":", "·", "he's", "she's", "ai", "j'ai", "agee"):
		return i, to
	}
	return 0, 0
}

// dateAfter returns the end of the date that stands after token i-1, or 0.
func (f *finder) dateAfter(i int) int {
	for n := 0; n < 4 && f.sameLine(i-1, i) && f.is(i, ":", "-", "–", ".", "(", ")", "is", "was", "on", "le"); n++ {
		i++
	}
	if !f.sameLine(i-1, i) {
		return 0
	}
	end, numbers := 0, 0
	for j := i; j-i < 9 && f.sameLine(i-1, j); j++ {
		t := &f.tokens[j]
		switch {
		case t.shape == number && len(t.fold) <= 4, t.shape == mixed && t.fold[0] <= '9', f.is(j, "x", "xx", "xxxx", "xx-xx") && numbers > 0:
			numbers++
			end = j + 1
		case t.word() && t.class&month != 0:
			end = j + 1
		case f.is(j, "/", "-", ".", ",", "of", "the", "–", "de", "er"):
		default:
			j = i + 9
		}
	}
	if numbers == 0 {
		return 0
	}
	return end
}

// placeAfter returns the end of the capitalised words after token i-1, with commas between, or 0.
func (f *finder) placeAfter(i int, colon bool) int {
	if f.is(i, ":") {
		i++
	} else if colon {
		return 0
	}
	end := 0
	for j := i; j-i < 9 && f.sameLine(i-1, j) && f.at(j).kind == 0; j++ {
		switch {
		case f.tokens[j].capitalised():
			if j > i && f.tokens[j].gap == gapWide {
				return end
			}
			end = j + 1
		case j > i && f.is(j, ",", "(", ")", ".", "de", "la", "of"):
		default:
			return end
		}
	}
	return end
}

// bornAfter returns the end of what follows "born": on a date, in a year, in a place.
func (f *finder) bornAfter(i int) int {
	j := i
	for f.is(j, "and", "raised", ":", "on", "in", "the") && j-i < 4 && f.sameLine(i-1, j) {
		j++
	}
	if end := f.dateAfter(j); end > 0 {
		if f.is(end, "in") {
			if more := f.placeAfter(end+1, false); more > 0 {
				return more
			}
		}
		return end
	}
	if j > i && f.is(j-1, "in") {
		return f.placeAfter(j, false)
	}
	return 0
}
