package personal

// findPronouns claims he, she and their forms, and pronouns that are declared, such as
// "(they/them)". A word in capitals is never a pronoun by itself: HIM is health information
// management, HIS hospital information systems.
func (f *finder) findPronouns() {
	for i := 0; i < len(f.tokens); i++ {
		t := &f.tokens[i]
		if t.kind != 0 || !t.word() {
			continue
		}
		if len(t.fold) > 8 { // no pronoun is longer than "themself"
			continue
		}
		if end := f.declared(i); end > i {
			f.claim(i, end, Pronoun)
			i = end - 1
			continue
		}
		if (t.shape == lower || t.shape == capital) && gendered(t.fold) && !f.department(i) {
			f.claim(i, i+1, Pronoun)
		}
	}
}

// department reports whether "Him" or "His" at token i stands for HIM or HIS in a title: it does
// not open a sentence, or another capitalised word follows ("Him Coder").
func (f *finder) department(i int) bool {
	if f.at(i).shape != capital || !f.is(i, "him", "his") {
		return false
	}
	return !f.sameLine(i, i+1) || f.at(i+1).shape != lower || f.is(i, "him") && !f.opens(i)
}

func gendered(s string) bool {
	switch s {
	case "he", "him", "his", "himself", "she", "her", "hers", "herself":
		return true
	}
	return false
}

func pronounWord(s string) bool {
	switch s {
	case "they", "them", "their", "theirs", "ze", "zir", "xe", "xem", "hir", "elle", "il", "iel", "lui", "la", "ae", "ey", "em", "any":
		return true
	}
	return gendered(s)
}

// declared returns the end of declared pronouns that begin at token i ("she/her/hers", "they /
// them"), or 0. In capitals they begin with a subject, for HIM/HIS is a department.
func (f *finder) declared(i int) int {
	if !pronounWord(f.tokens[i].fold) || f.at(i-1).fold == "/" {
		return 0
	}
	switch f.tokens[i].fold {
	case "la", "any", "em", "lui":
		return 0
	}
	if f.tokens[i].shape == upper && !f.is(i, "he", "she", "they") {
		return 0
	}
	end := 0
	for j := i; f.is(j+1, "/") && f.beside(j) && f.beside(j+1) &&
		pronounWord(f.at(j+2).fold); j += 2 {
		end = j + 3
	}
	return end
}
