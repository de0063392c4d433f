package personal

// findStatus claims lines such as "Marital status: single" with their label, standings that stand
// by themselves, phrases about the writer's family, and leaves for it.
func (f *finder) findStatus() {
	for i := 0; i < len(f.tokens); i++ {
		t := &f.tokens[i]
		if t.kind != 0 || t.shape == punct {
			continue
		}
		end := 0
		if t.class&(statusLabel|familyWords|leaveWords|civil|opener) != 0 {
			c, j := f.phraseAt(i)
			switch {
			case c&statusLabel != 0:
				end = f.statusLabel(i, j)
			case c&familyWords != 0:
				end = f.familyAfter(j)
			case c&leaveWords != 0:
				end = f.leaveAt(i, j)
			}
			if end == 0 && c&civil != 0 {
				end = f.civilAt(i)
			}
		}
		if end == 0 {
			end = f.familyPhrase(i)
		}
		if end > i {
			f.claim(i, end, Status)
			i = end - 1
		}
	}
}

// statusLabel returns the end of the label at tokens[i:j], a sign and its value of one to four
// words, or 0. Children are counted.
func (f *finder) statusLabel(i, j int) int {
	if f.is(i, "status") && f.at(j+1).class&(civil|opener) == 0 {
		return 0 // of a task, a shipment
	}
	if f.is(i, "children", "dependants", "dependents", "enfants", "kids") {
		if f.is(j, ":") && (f.count(j+1) || f.is(j+1, "none", "yes", "aucun")) &&
			f.sameLine(i, j+1) {
			return j + 2
		}
		return 0
	}
	if !f.sameLine(i, j) {
		return 0
	}
	if !f.is(j, ":", "-", "–", "=") {
		if f.is(i, "sex", "gender") && f.opensPart(i) && f.at(i).shape != lower &&
			f.is(j, "m", "f", "male", "female") {
			return j + 1
		}
		return 0
	}
	if f.is(i, "pronouns") && f.sameLine(j, j+1) && f.at(j+1).class&pronoun != 0 {
		return 0 // the pronouns tell it, and are found as such
	}
	if f.sameLine(i-1, i) && f.tokens[i-1].word() && f.tokens[i].gap < gapTwo &&
		f.at(i).shape == lower {
		return 0
	}
	end := j + 1
	for end-j < 6 && f.sameLine(i, end) && f.at(end).kind == 0 && f.at(end).gap <= gapTwo &&
		!(end > j+1 && f.at(end).gap == gapTwo) &&
		(f.tokens[end].shape != punct || f.is(end, "/", "-") && f.tokens[end].gap == gapNone) &&
		!f.is(end+1, ":") {
		end++
	}
	if end == j+1 || end-j == 6 {
		return 0 // nothing, or a sentence
	}
	// "Married, two children"
	if f.is(end, ",") && f.at(end-1).class&civil != 0 && f.count(end+1) && f.childWord(end+2) {
		return end + 3
	}
	return end
}

// civilAt returns the end of a standing that stands by itself at token i: on a line, between bars,
// before "with two children".
func (f *finder) civilAt(i int) int {
	if !f.opensPart(i) && !f.is(i-1, "am", "i'm", "currently") || f.at(i).shape == upper {
		return 0
	}
	j := i + 1
	switch {
	case !f.sameLine(i, j), f.is(j, "|", "•", "·", ";"), f.at(j).gap >= gapTwo, f.is(j, ".") &&
		f.is(i-1, "am", "i'm"):
	case f.is(j, ",") && f.is(i-1, "am", "i'm"):
	default:
		return 0
	}
	if l := f.lines[f.tokens[i].line]; l.to-l.from > 12 && !f.is(i-1, "am", "i'm") &&
		!f.is(i-1, "|", "•", "·") {
		return 0
	}
	return i + 1
}

// familyAfter returns the end of a phrase about family that ends before token j, with the name and
// the children that follow: "my wife Ana and our 3 kids". Names are left to the rules for them.
func (f *finder) familyAfter(j int) int {
	if f.is(j, "of") && f.count(j+1) && f.sameLine(j, j+1) {
		return j + 2
	}
	return j
}

// leaveAt returns the end of a leave for family at tokens[i:j], or 0: the writer's own, beside a
// date or at the end of a part. A posting that covers one, or offers it, tells nothing of the
// writer.
func (f *finder) leaveAt(i, j int) int {
	for k := i - 1; k >= 0 && k >= i-3 && f.sameLine(k, i); k-- {
		if f.is(k, "cover", "covers", "covering", "covered", "replacing", "replacement", "benefits",
			"paid", "offers", "of", "for", "process", "administer", "and", "or") {
			return 0
		}
	}
	dated := f.at(i-1).fold == ":" && f.at(i-2).shape == number ||
		f.is(j, ",", "(", ":", "-", "–") && f.at(j+1).shape == number ||
		f.is(j, "in", "from", "since", "until") && f.at(j+1).shape == number && f.sameLine(i, j+1)
	own := f.is(i-1, "on", "from", "my", "a", "during") && (!f.sameLine(i, j) ||
		f.at(j).shape == punct)
	if dated || own {
		return j
	}
	return 0
}

func (f *finder) childWord(i int) bool {
	return f.is(i, "child", "children", "kids", "kid", "sons", "daughters", "son", "daughter",
		"dependants", "dependents", "boys", "girls", "enfants")
}

// familyPhrase returns the end of a phrase such as "married with two children", "single, no
// children", "mother of three", "our 3 kids", or 0.
func (f *finder) familyPhrase(i int) int {
	t := &f.tokens[i]
	if len(t.fold) > 9 {
		return 0
	}
	switch t.fold {
	case "married", "divorced", "widowed", "separated", "single":
		j := i + 1
		if f.is(j, ",", "with", "and") && f.sameLine(i, j) {
			j++
			if f.is(j, "with") {
				j++
			}
			if f.count(j) && f.childWord(j+1) {
				return j + 2
			}
		}
		if f.is(i, "single") && !f.sameLine(i-1, i) && !f.sameLine(i, i+1) && t.shape == capital &&
			int(t.line) < mostHeadLines {
			return i + 1
		}
	case "mother", "father", "mom", "dad", "maman", "papa":
		if f.is(i+1, "of", "to", "de") && f.count(i+2) && f.sameLine(i, i+2) && !f.at(i+3).word() {
			return i + 3
		}
	case "our", "my", "have", "ai":
		if f.count(i+1) && f.childWord(i+2) && f.sameLine(i, i+2) && (t.fold != "have" ||
			f.is(i-1, "i", "we")) {
			return i + 3
		}
	}
	// "2 kids, ages 4 and 7": the beginning of a line, or of a part of one
	if f.count(i) && f.childWord(i+1) && f.opensPart(i) && (!f.sameLine(i, i+2) ||
		f.is(i+2, ",", "|", ".")) && int(t.line) < mostHeadLines+2 {
		return f.agesAfter(i + 2)
	}
	return 0
}

// agesAfter returns the end of the ages of children that follow token i-1.
func (f *finder) agesAfter(i int) int {
	j := i
	if f.is(j, ",", "(") {
		j++
	}
	if !f.is(j, "ages", "age", "aged") || !f.sameLine(i-1, j) {
		return i
	}
	for j++; f.sameLine(i-1, j) && (f.at(j).shape == number || f.is(j, "and", ",", "&")); j++ {
	}
	return j
}

func (f *finder) count(i int) bool {
	t := f.at(i)
	return t.shape == number && len(t.fold) == 1 || t.class&numberWord != 0 && t.word()
}
