package personal

import "strings"

// findBirths claims dates and places of birth with their label, and ages.
func (f *finder) findBirths() {
	for i := 0; i < len(f.tokens); i++ {
		t := &f.tokens[i]
		if t.kind != 0 {
			continue
		}
		if t.shape == number || t.word() && f.tens(i) {
			if from, to := f.ageAround(i); to > 0 {
				f.claim(from, to, Birth)
				i = to - 1
			}
			continue
		}
		from, end := i, 0
		switch {
		case t.class&(birthLabel|opener) != 0:
			if c, j := f.phraseAt(i); c&birthLabel != 0 {
				end = f.birthAfter(j)
			}
		case t.class&ageLabel != 0:
			end = f.ageAfter(i)
		case t.fold == "born":
			end = f.bornAfter(i + 1)
		case t.fold == "aged":
			if f.aAge(i+1) && !f.agedOthers(i) && !f.ranged(i+1) {
				end = i + 2
			}
		case t.fold == "turned":
			if f.aAge(i+1) && f.is(i-1, "i", "recently", "just") && !f.ranged(i+1) {
				from, end = i+1, i+2
			}
		case t.fold == "b" && f.is(i+1, ".") && f.beside(i), t.fold == "*" && i+1 < len(f.tokens):
			// "b. 1975", "*12.03.1988"
			if l := f.lines[t.line]; i == l.from || f.is(i-1, ",", "(") {
				if j := i + 1 + b2i(t.fold == "b"); f.dateLike(j) {
					end = f.dateAfter(j)
				}
			}
		}
		if end > from {
			f.claim(from, end, Birth)
			i = end - 1
		}
	}
}

// birthAfter returns the end of the dates and places after a label that ends before token i.
func (f *finder) birthAfter(i int) int {
	end := f.dateAfter(i)
	if end == 0 {
		end = f.placeAfter(i, true)
	}
	if end > 0 && f.is(end, "à", "in", "a", "en") && f.sameLine(end-1, end) &&
		f.at(end+1).capitalised() {
		if more := f.placeAfter(end+1, false); more > 0 {
			return more
		}
	}
	return end
}

// dateLike reports whether a day and a year, or a year alone, begin at token j.
func (f *finder) dateLike(j int) bool {
	t := f.at(j)
	return t.shape == number && (len(t.fold) == 4 && (t.fold[:2] == "19" || t.fold[:2] == "20") ||
		len(t.fold) <= 2 && f.is(j+1, ".", "/", "-") && f.at(j+2).shape == number &&
			f.is(j+3, ".", "/", "-") && f.at(j+4).shape == number)
}

// ageAfter returns the end of the age after the word for it at token i, or 0. Without a sign
// between, the word begins a part of the line and has a capital, or "my" stands before it.
func (f *finder) ageAfter(i int) int {
	j := i + 1
	signed := f.is(j, ":", "-", "=", "–")
	if signed {
		j++
	} else if f.at(i).shape == lower && !f.is(i-1, "my") || !f.is(i-1, "my") &&
		f.sameLine(i-1, i) && f.tokens[i-1].shape != punct && f.tokens[i].gap < gapTwo {
		return 0
	}
	if f.is(j, "is") {
		j++
	}
	if !f.aAge(j) || f.agedOthers(i) || f.ranged(j) {
		return 0
	}
	if !signed && f.sameLine(j, j+1) && f.at(j+1).shape != punct &&
		!f.is(j+1, "years", "ans", "yrs", "años") {
		return 0
	}
	end := j + 1
	if f.is(end, "years", "ans", "yrs", "años", "jahre", "anos") {
		end++
	}
	if f.is(end, "old") {
		end++
	}
	return end
}

// aAge reports whether token i is a number of two digits that can be the age of somebody at work.
func (f *finder) aAge(i int) bool {
	t := f.at(i)
	return t.shape == number && len(t.fold) == 2 && t.fold >= "14" && f.sameLine(i-1, i)
}

// ranged reports whether the number at i begins or ends a range, or is a limit: "65 and over", "3
// to 5", "18+".
func (f *finder) ranged(i int) bool {
	j := i + 1
	for f.is(j, "years", "year", "yrs", "ans", "old", "of", "age") {
		j++
	}
	switch f.at(j).fold {
	case "and", "or":
		return f.is(j+1, "over", "older", "up", "above", "under", "younger", "more", "less") ||
			f.at(j+1).shape == number
	case "to", "-", "–", "+", "/":
		return f.at(j+1).shape == number || f.is(j, "+")
	case "et":
		return true
	}
	return false
}

// agedOthers reports whether the words before token i speak of patients, children or a limit, not
// of the writer.
func (f *finder) agedOthers(i int) bool {
	for j := i - 1; j >= 0 && i-j <= 4 && f.sameLine(j, i); j-- {
		t := &f.tokens[j]
		if t.fold == "." {
			return false
		}
		if t.class&aged != 0 ||
			f.is(j, "minimum", "maximum", "least", "under", "over", "be", "legal", "up", "drinking",
				"than") {
			return true
		}
	}
	return false
}

// ageAround returns the tokens of an age in words around the number at i: "42 years old",
// "42-year-old", "42 y/o", "42 ans". It must be told of the writer or of one person: at the
// beginning of a phrase, or after "I am", "she is", "age".
func (f *finder) ageAround(i int) (from, to int) {
	t := f.at(i)
	if t.shape == number && (len(t.fold) != 2 || t.fold < "14") {
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
	case f.is(j, "y") && f.is(j+1, ".") && f.is(j+2, "o"):
		to = j + 3
	case f.is(j, "yrs", "years", "yr") && f.is(j+1, ",", ".") && f.at(j+2).class&civil != 0 &&
		f.opensPart(i):
		to = j + 1
	case f.is(j, "yo"):
		to = j + 1
	case f.is(j, "ans") && f.is(i-1, "ai", "j'ai", "age", "agee"):
		to = j + 1
	default:
		return 0, 0
	}
	if f.agedOthers(i) || f.ranged(i) || f.at(to).class&(aged|org) != 0 ||
		f.is(to, "building", "patient", "man", "woman", "child", "boy", "girl", "company", "firm") {
		return 0, 0
	}
	p := i - 1
	if f.is(p, "a") {
		p--
	}
	switch {
	case !f.sameLine(p, i), f.is(p, "am", "i'm", "is", "age", ",", "(", ";", ".", "•", "-", "–",
		"|", ":", "·", "he's", "she's", "ai", "j'ai", "agee"):
		return i, to
	}
	return 0, 0
}

// tens reports whether token i is a number of twenty or more in words: "thirty-four", "forty".
func (f *finder) tens(i int) bool {
	s := f.at(i).fold
	if len(s) < 5 || s[0] != 't' && s[0] != 'f' && s[0] != 's' {
		return false
	}
	return strings.HasPrefix(s, "twenty") || strings.HasPrefix(s, "thirty") ||
		strings.HasPrefix(s, "forty") ||
		strings.HasPrefix(s, "fifty") || strings.HasPrefix(s, "sixty")
}

// opensPart reports whether token i begins a line or follows a sign.
func (f *finder) opensPart(i int) bool {
	return !f.sameLine(i-1, i) || f.tokens[i-1].shape == punct || f.tokens[i].gap >= gapTwo
}

// dateAfter returns the end of the date that stands after token i-1, or 0.
func (f *finder) dateAfter(i int) int {
	for n := 0; n < 4 && f.sameLine(i-1, i) &&
		f.is(i, ":", "-", "–", ".", "(", ")", "is", "was", "on", "le"); n++ {
		i++
	}
	if !f.sameLine(i-1, i) {
		return 0
	}
	end, numbers := 0, 0
	for j := i; j-i < 9 && f.sameLine(i-1, j); j++ {
		t := &f.tokens[j]
		switch {
		case t.shape == number && len(t.fold) <= 4, t.shape == mixed &&
			t.fold[0] <= '9', f.is(j, "x", "xx", "xxxx", "xx-xx") && numbers > 0:
			numbers++
			end = j + 1
		case t.word() && t.class&month != 0:
			end = j + 1
		case f.is(j, "st", "nd", "rd", "th") && numbers > 0:
		case f.is(j, "/", "-", ".", ",", "of", "the", "–", "de", "er", "º", "ª"):
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

// bornAfter returns the end of what follows "born", before token i: dates and places, in any order.
func (f *finder) bornAfter(i int) int {
	end := 0
	for n := 0; n < 3; n++ {
		j := i
		in := false
		for f.is(j, "and", "raised", ":", "on", "in", "the", "at", ",") && j-i < 5 &&
			f.sameLine(i-1, j) {
			in = in || f.is(j, "in", "at", ":")
			j++
		}
		if j == i && n > 0 {
			return end
		}
		next := f.dateAfter(j)
		if next == 0 && in {
			next = f.placeAfter(j, false)
		}
		if next == 0 {
			return end
		}
		end, i = next, next
	}
	return end
}
