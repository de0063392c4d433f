package personal

// Find returns the personal details of the text, sorted and without overlap: half-open byte offsets
// on rune boundaries. Text without any, and empty text, give nil. The same text and the same
// isJobWord give the same spans.
//
// isJobWord tells whether a word, as written but in lower case, belongs to the working vocabulary
// of jobs; such a word is taken for part of a name only beside clear evidence ("Emma Baker" at the
// head of a resume). It may be nil, and is asked about few words. It must give the same answer for
// a word each time. Find is safe for concurrent use if isJobWord is.
func Find(text string, isJobWord func(word string) bool) []Span {
	return FindKnown(text, nil, isJobWord)
}

// FindKnown is [Find] for a text of which more is known: the name of its file, its author, who sent
// it. Names among the words of known are names in the text as well; its other words mean nothing.
func FindKnown(text string, known []string, isJobWord func(word string) bool) []Span {
	f := finder{text: text, tokens: tokenise(text), isJobWord: isJobWord, lex: lexicon()}
	if len(f.tokens) == 0 {
		return nil
	}
	f.splitLines()
	// Details with a form of their own claim their words first, so that names are looked for in
	// what is left.
	f.findEmails()
	f.findWrittenEmails()
	f.findLinks()
	f.findPhones()
	f.findNumbers()
	f.findAddresses()
	f.findBirths()
	f.findStatus()
	f.findHonorifics()
	f.readOwner(known)
	f.findForeignNames()
	f.findNames()
	f.findMentions()
	f.findHandles()
	f.findBesideName()
	f.findFaithAndClubs()
	f.findSchools()
	f.findPronouns()
	return f.spans()
}

// A finder is one run over one text.
type finder struct {
	text      string
	tokens    []token
	lines     []line // those with tokens
	isJobWord func(string) bool
	claims    []claim
	names     []claim
	lex       *lists
	owner     owner
	head      int // the line after the head of the text: where a section begins, or a sentence
	headName  int // the line of the name in the head, or -1
}

// A claim is a run of tokens that is a detail: tokens[from:to].
type claim struct {
	from, to int
	kind     Kind
}

// claim marks tokens[from:to] as a detail, unless one of them belongs to another.
func (f *finder) claim(from, to int, kind Kind) bool {
	if from < 0 || from >= to {
		return false
	}
	for i := from; i < to; i++ {
		if f.tokens[i].kind != 0 {
			return false
		}
	}
	for i := from; i < to; i++ {
		f.tokens[i].kind = kind
	}
	f.claims = append(f.claims, claim{from, to, kind})
	return true
}

// spans returns the claims as spans, in order. Claims don't share tokens, so that marking their
// first tokens orders them.
func (f *finder) spans() []Span {
	if len(f.claims) == 0 {
		return nil
	}
	ends := make([]int32, len(f.tokens))
	for _, c := range f.claims {
		ends[c.from] = int32(c.to)
	}
	out := make([]Span, 0, len(f.claims))
	for i := 0; i < len(f.tokens); {
		end := int(ends[i])
		if end == 0 {
			i++
			continue
		}
		out = append(out, Span{int(f.tokens[i].start), int(f.tokens[end-1].end), f.tokens[i].kind})
		i = end
	}
	return out
}

// is reports whether token i exists and is one of the words or signs, folded.
func (f *finder) is(i int, words ...string) bool {
	if i < 0 || i >= len(f.tokens) {
		return false
	}
	for _, w := range words {
		if f.tokens[i].fold == w {
			return true
		}
	}
	return false
}

// sameLine reports whether tokens i and j exist and stand on one line.
func (f *finder) sameLine(i, j int) bool {
	return i >= 0 && j >= 0 && i < len(f.tokens) && j < len(f.tokens) &&
		f.tokens[i].line == f.tokens[j].line
}

// beside reports whether token i+1 follows i on its line with no more than one blank between.
func (f *finder) beside(i int) bool { return f.sameLine(i, i+1) && f.tokens[i+1].gap <= gapOne }

// at returns token i, or an empty one where there is none.
func (f *finder) at(i int) *token {
	if i < 0 || i >= len(f.tokens) {
		return &noToken
	}
	return &f.tokens[i]
}

var noToken = token{line: -1}
