package personal

// findHonorifics claims gendered forms of address that stand without a name.
func (f *finder) findHonorifics() {
	for i := range f.tokens {
		t := &f.tokens[i]
		if t.kind != 0 || !t.word() || t.shape == initial || len(t.fold) > 8 {
			continue
		}
		alone := false
		switch t.fold {
		case "sir", "sirs", "madam", "ma'am", "madame", "monsieur", "mesdames", "messieurs", "mesdemoiselles":
			// Addressed: after "Dear", beside another, or alone before a comma. "Sir Wilfrid
			// Laurier School" is none.
			next := f.at(i + 1)
			alone = f.is(i-1, "dear", "chere", "cher") ||
				f.is(i-1, "or", "/", ",", "et", "ou", "and") && f.sameLine(i-1, i) &&
					f.honorificAt(i-2) ||
				f.is(i+1, "or", "/", ",", "et", "ou", "and") && f.sameLine(i, i+1) &&
					f.honorificAt(i+2) ||
				t.shape != lower && !f.sameLine(i-1, i) && (next.fold == "," || next.fold == ":") &&
					!f.sameLine(i, i+2)
		case "mr", "mrs", "ms", "mx", "mme", "mlle":
			alone = t.shape == capital && f.is(i+1, ".") && f.at(i+1).gap == gapNone &&
				f.sameLine(i, i+2) && f.at(i+2).shape == punct
		}
		if alone {
			f.claim(i, i+1, Honorific)
		}
	}
}

func (f *finder) honorificAt(i int) bool {
	return f.is(i, "sir", "sirs", "madam", "madame", "monsieur", "mesdames", "messieurs",
		"mesdemoiselles")
}
