package personal

// findPhones claims telephone numbers.
func (f *finder) findPhones() {
	for i := 0; i < len(f.tokens); i++ {
		if end := f.phoneAt(i); end > i {
			f.claim(i, end, Phone)
			i = end - 1
		}
	}
}

// phoneAt returns where the telephone number that begins at token i ends, or 0. It is ddd ddd dddd,
// with or without a country code of 1, brackets, blanks, dots, dashes or a slash; "+" and 8 to 15
// digits; or, after a word such as "tel", 7 to 12 digits.
func (f *finder) phoneAt(i int) int {
	t := f.at(i)
	if t.kind != 0 || t.shape != number && t.fold != "+" && t.fold != "(" {
		return 0
	}
	if i > 0 && f.sameLine(i-1, i) && t.gap == gapNone && t.shape == number {
		switch p := f.at(i - 1); {
		case p.shape != punct, p.fold == "$", p.fold == "#", p.fold == "-", p.fold == ".", p.fold == ",", p.fold == "€", p.fold == "£", p.fold == "+", p.fold == "(" && f.is(i+1, ")"):
			return 0
		}
	}
	if t.fold == "(" && !f.is(i+2, ")") && !(f.is(i+1, "+") || f.is(i+3, ")")) {
		return 0 // a bracket around more than the area code
	}
	plus := t.fold == "+"
	var groups [8]int // lengths
	var ends [8]int   // the token after
	var firsts [8]byte
	n, digits, opened := 0, 0, false
	for j := i; j < len(f.tokens) && f.sameLine(i, j) && n < len(groups); j++ {
		u := &f.tokens[j]
		if u.kind != 0 || j > i && u.gap > gapOne {
			break
		}
		if u.shape == number {
			if len(u.fold) > 12 {
				return 0
			}
			groups[n], ends[n], firsts[n] = len(u.fold), j+1, u.fold[0]
			n++
			digits += len(u.fold)
			continue
		}
		if u.fold == "(" && !opened {
			opened = true
			continue
		}
		if j == i && plus || u.fold == ")" && opened || u.fold == "-" || u.fold == "." &&
			u.gap == gapNone || u.fold == "/" || u.fold == "–" || u.fold == "‑" {
			continue
		}
		break
	}
	if n == 0 {
		return 0
	}
	end := 0
	labelled := f.afterPhoneWord(i)
	switch {
	case plus && n > 0:
		total := 0
		for k := 0; k < n && total+groups[k] <= 15; k++ {
			if total += groups[k]; total >= 8 {
				end = ends[k]
			}
		}
	case nanp(groups[:n], firsts[:n]):
		end = ends[2]
	case n > 1 && groups[0] == 1 && firsts[0] == '1' && nanp(groups[1:n], firsts[1:n]):
		end = ends[3]
	case labelled && n == 1 && digits >= 7, labelled && n == 2 && groups[0] == 3 && groups[1] == 4:
		end = ends[n-1]
	case labelled && n == 1 && digits == 10:
		end = ends[0]
	case labelled && n >= 2 && digits >= 7 && digits <= 12 && groups[0] <= 5:
		end = ends[n-1]
	case t.fold == "00" && n >= 4 && digits >= 10 && digits <= 17:
		end = ends[n-1] // "00 44 20 7946 0018"
	case groups[0] == 10 && n == 1 && f.aloneNumber(i):
		end = ends[0]
	}
	if end == 0 {
		return 0
	}
	if g := f.at(end); f.sameLine(end-1, end) && g.gap == gapNone && g.fold == "-" &&
		f.at(end+1).shape == number && f.at(end+1).gap == gapNone && !plus {
		return 0 // a longer number, a code
	}
	return f.extension(end)
}

// aloneNumber reports whether the ten digits at token i are a number by their first ones and have a
// part of their line to themselves.
func (f *finder) aloneNumber(i int) bool {
	s := f.tokens[i].fold
	begins := !f.sameLine(i-1, i) || f.tokens[i].gap >= gapTwo || f.is(i-1, "|", "•", "·")
	ends := !f.sameLine(i, i+1) || f.at(i+1).gap >= gapTwo || f.is(i+1, "|", "•", "·", ",")
	return s[0] >= '2' && s[3] >= '2' && begins && ends
}

func nanp(groups []int, firsts []byte) bool {
	return len(groups) >= 3 && groups[0] == 3 && groups[1] == 3 && groups[2] == 4 &&
		firsts[0] >= '2' && firsts[1] >= '2'
}

// afterPhoneWord reports whether a word such as "tel" stands before token i.
func (f *finder) afterPhoneWord(i int) bool {
	j := i - 1
	for j >= 0 && i-j < 4 && f.is(j, ":", ".", "-", "#", "(", ")") {
		j--
	}
	if !f.sameLine(j, i) {
		return false
	}
	return f.tokens[j].class&phoneWord != 0 || f.is(j, "☎", "✆", "📞")
}

// extension returns the end of a number with the extension after it: "ext. 204", "x204", "poste
// 12", "#204".
func (f *finder) extension(end int) int {
	j := end
	if f.is(j, ",") && f.sameLine(end-1, j) {
		j++
	}
	if !f.sameLine(end-1, j) || f.at(j).gap > gapOne {
		return end
	}
	if u := f.at(j); u.shape == mixed && u.fold[0] == 'x' && len(u.fold) <= 7 &&
		allDigits(u.fold[1:]) {
		return j + 1
	}
	if !f.is(j, "ext", "x", "extension", "poste", "local") {
		return end
	}
	for j++; f.is(j, ".", ":", "#"); j++ {
	}
	if f.sameLine(end-1, j) && f.at(j).shape == number && len(f.at(j).fold) <= 6 {
		return j + 1
	}
	return end
}

func allDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}
