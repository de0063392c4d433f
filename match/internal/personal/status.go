package personal

// findStatus claims lines such as "Marital status: single" with their label, and phrases about the writer's family.
func (f *finder) findStatus() {
	for i := 0; i < len(f.tokens); i++ {
		t := &f.tokens[i]
		if t.kind != 0 || !t.word() {
			continue
		}
		if end := f.statusLabel(i); end > i {
			f.claim(i, end, Status)
			i = end - 1
		} else if end := f.familyPhrase(i); end > i {
			f.claim(i, end, Status)
			i = end - 1
		}
	}
}

// statusLabel returns the end of a label at token i, a colon and its value of one to four words, or 0.
func (f *finder) statusLabel(i int) int {
	j := i
	switch f.tokens[i].fold {
	case "marital", "civil", "family":
		if !f.is(i+1, "status") {
			return 0
		}
		j = i + 2
	case "etat":
		if !f.is(i+1, "civil") {
			return 0
		}
		j = i + 2
	case "gender", "sex", "sexe", "genre", "nationality", "nationalite", "citizenship", "citoyennete", "religion", "ethnicity", "race":
		j = i + 1
	case "children", "dependants", "dependents", "enfants":
		if f.is(i+1, ":") && (f.at(i+2).shape == number || f.is(i+2, "none", "no", "yes", "one", "two", "three", "four", "aucun")) && f.sameLine(i, i+2) {
			return i + 3
		}
		return 0
	default:
		return 0
	}
	if !f.is(j, ":") || !f.sameLine(i, j) {
		return 0
	}
	end := j + 1
	for end-j < 6 && f.sameLine(i, end) && f.at(end).kind == 0 && f.at(end).gap <= gapTwo && (f.tokens[end].word() || f.is(end, "/", "-")) {
		end++
	}
	if end == j+1 || end-j == 6 {
		return 0 // nothing, or a sentence
	}
	return end
}

// familyPhrase returns the end of a phrase such as "married with two children", "single, no children", "mother of three", or 0.
func (f *finder) familyPhrase(i int) int {
	switch f.tokens[i].fold {
	case "married", "divorced", "widowed", "separated", "single":
		j := i + 1
		if f.is(j, ",", "with", "and") && f.sameLine(i, j) {
			j++
			if f.is(j, "with") {
				j++
			}
			if f.count(j) && f.is(j+1, "child", "children", "kids", "kid", "sons", "daughters", "dependants", "dependents") {
				return j + 2
			}
		}
		if f.is(i, "single") && f.is(i+1, "mother", "father", "mom", "dad", "parent") {
			if f.is(i+2, "of") && f.count(i+3) {
				return i + 4
			}
			return i + 2
		}
		if f.is(i, "married", "divorced", "widowed", "single") && (i == 0 || f.is(i-1, "am", "i'm", "happily")) && f.at(i+1).shape == punct {
			if !f.sameLine(i-1, i) || !f.is(i+1, ".", ",") {
				return 0
			}
			return i + 1
		}
	case "mother", "father", "mom", "dad":
		if f.is(i+1, "of") && f.count(i+2) && !f.is(i+3, "patients") {
			return i + 3
		}
	}
	return 0
}

func (f *finder) count(i int) bool {
	return f.at(i).shape == number && len(f.at(i).fold) == 1 || f.is(i, "no", "one", "two", "three", "four", "five", "six", "a")
}
