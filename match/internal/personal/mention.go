package personal

import "strings"

// findMentions claims later and earlier mentions of the names that were found: the name again, in
// any order, in capitals and in small letters, with initials; or a part of it alone where it is no
// other word ("Wróblewski was", but not the trade of Emma Baker).
func (f *finder) findMentions() {
	if len(f.names) == 0 && len(f.owner.parts) == 0 {
		return
	}
	parts := f.owner.parts
	for _, n := range f.names {
		for i := n.from; i < n.to; i++ {
			f.addPart(parts, &f.tokens[i])
		}
	}
	for i := 0; i < len(f.tokens); i++ {
		if !f.mentioned(i, parts) {
			continue
		}
		end := i + 1
		for f.sameLine(i, end) && f.tokens[end].gap <= gapTwo && !f.tokens[end-1].possessive {
			if f.mentioned(end, parts) {
				end++
				continue
			}
			// "Ostrowski, Delphine", "Delphine K. Ostrowski", "delphine_ostrowski"
			k := end
			for k-end < 2 && (f.is(k, ",", ".", "_") || f.at(k).shape == initial) &&
				f.sameLine(i, k) && f.tokens[k].kind == 0 {
				k++
			}
			if k == end || !f.sameLine(i, k) || !f.mentioned(k, parts) {
				break
			}
			end = k + 1
		}
		if end > i+1 || f.mentionAlone(i) {
			f.claim(f.initialsBefore(i, parts), end, Name)
		}
		i = end - 1
	}
}

// addPart adds a word of a name to the parts by which it is known again.
func (f *finder) addPart(parts map[string]bool, t *token) {
	if !t.word() || t.shape == initial || len(t.fold) < 2 || t.class&particle != 0 &&
		t.class&(given|surname) == 0 {
		return
	}
	parts[t.fold] = true
	for part := range strings.SplitSeq(t.fold, "-") {
		if len(part) > 2 {
			parts[part] = true
		}
	}
}

// mentioned reports whether token i is a part of a name, or two parts with a hyphen. In small
// letters it must be no other word.
func (f *finder) mentioned(i int, parts map[string]bool) bool {
	t := f.at(i)
	if t.kind != 0 || !t.word() || t.shape == initial {
		return false
	}
	if t.shape == lower && !t.foreign && (len(t.fold) < 3 ||
		t.class&(other|soft|doubtful|particle) != 0) {
		return false
	}
	if parts[t.fold] {
		return true
	}
	first, rest, ok := strings.Cut(t.fold, "-")
	return ok && parts[first] && parts[rest]
}

// initialsBefore returns where the initials of a name begin that stand before token i: "D. K.
// Ostrowski".
func (f *finder) initialsBefore(i int, parts map[string]bool) int {
	from := i
	for from >= 2 && f.is(from-1, ".") && f.tokens[from].gap <= gapOne &&
		f.at(from-2).shape == initial && f.sameLine(from-2, i) &&
		f.tokens[from-2].kind == 0 && f.tokens[from-1].kind == 0 &&
		f.tokens[from-1].gap == gapNone {
		from -= 2
	}
	return from
}

// mentionAlone reports whether token i, a part of a name, is no other word where it stands.
func (f *finder) mentionAlone(i int) bool {
	t := &f.tokens[i]
	if f.organisation(i, i+1) {
		return false
	}
	if t.class&(other|soft|doubtful) != 0 {
		// "In 2021 Mark was": a capital within a sentence, where only a name has one
		return t.shape == capital && t.class&given != 0 && t.class&(title|org|trade) == 0 &&
			!f.opens(i) && f.sameLine(i-1, i) &&
			f.at(i-1).shape != capital && f.at(i+1).shape == lower && f.sameLine(i, i+1)
	}
	return t.shape == lower || f.grade(i) == certain || !f.jobWord(i)
}
