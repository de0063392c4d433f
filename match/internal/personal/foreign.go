package personal

// mostForeignWords is how many words of another script a name may have.
const mostForeignWords = 4

// findForeignNames claims names in other scripts than Latin: in the head of the text, after a
// label, below a closing. Where else such words stand, nothing of this package can tell.
func (f *finder) findForeignNames() {
	f.readHead()
	for n := range f.lines {
		l := f.lines[n]
		placed := n < f.head || n > 0 && f.closes(f.lines[n-1]) || n > len(f.lines)-3
		for i := l.from; i < l.to; i++ {
			if !f.tokens[i].foreign || f.tokens[i].kind != 0 {
				continue
			}
			end := i
			words := 0
			for end < l.to && f.tokens[end].kind == 0 && (f.tokens[end].foreign ||
				f.is(end, "·", ".", "・") && end+1 < l.to && f.tokens[end+1].foreign) {
				if f.tokens[end].foreign {
					words++
				}
				end++
			}
			starts := i == l.from || f.tokens[i-1].shape == punct || f.tokens[i].gap >= gapTwo
			stops := end == l.to || f.tokens[end].shape == punct || f.tokens[end].gap >= gapTwo
			beside := i > l.from && f.tokens[i-1].word() && stops // "Wang 王小明"
			labelled := i > l.from && f.is(i-1, ":", "(", "（")
			short := words <= mostForeignWords && f.tokens[end-1].end-f.tokens[i].start <= 80
			if short && stops && (placed && (starts || beside) || labelled) &&
				f.claim(i, end, Name) {
				f.names = append(f.names, claim{i, end, Name})
			}
			i = end
		}
	}
}

// closes reports whether the line is the closing of a letter.
func (f *finder) closes(l line) bool {
	if l.to-l.from > 6 {
		return false
	}
	for i := l.from; i < l.to; i++ {
		if c, _ := f.phraseAt(i); c&closing != 0 {
			return true
		}
	}
	return false
}
