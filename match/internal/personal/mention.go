package personal

import "strings"

// findMentions claims later and earlier mentions of the names that were found: the name again, or a part of it alone where it is
// no other word ("Wróblewski was", but not the trade of Emma Baker).
func (f *finder) findMentions() {
	if len(f.names) == 0 {
		return
	}
	parts := make(map[string]bool, 4*len(f.names))
	for _, n := range f.names {
		for i := n.from; i < n.to; i++ {
			t := &f.tokens[i]
			if !t.word() || t.shape == initial || t.shape == lower || len(t.fold) < 2 || t.class&particle != 0 && t.class&(given|surname) == 0 {
				continue
			}
			parts[t.fold] = true
			for part := range strings.SplitSeq(t.fold, "-") {
				if len(part) > 2 {
					parts[part] = true
				}
			}
		}
	}
	for i := 0; i < len(f.tokens); i++ {
		if !f.mentioned(i, parts) {
			continue
		}
		end := i + 1
		for f.sameLine(i, end) && f.tokens[end].gap <= gapTwo && f.mentioned(end, parts) && !f.tokens[end-1].possessive {
			end++
		}
		if end > i+1 || f.mentionAlone(i) {
			f.claim(i, end, Name)
		}
		i = end - 1
	}
}

func (f *finder) mentioned(i int, parts map[string]bool) bool {
	t := f.at(i)
	return t.kind == 0 && t.capitalised() && t.shape != initial && parts[t.fold]
}

// mentionAlone reports whether token i, a part of a name, is no other word where it stands.
func (f *finder) mentionAlone(i int) bool {
	t := &f.tokens[i]
	if t.class&(other|trade|eponym) != 0 || t.class&doubtful != 0 || f.organisation(i, i+1) {
		return false
	}
	return f.grade(i) == certain || !f.jobWord(i)
}
