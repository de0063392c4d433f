package read

import (
	"slices"
	"strings"

	"github.com/nocmatch/nocmatch/index"
	"github.com/nocmatch/nocmatch/match/internal/lexicon"
	"github.com/nocmatch/nocmatch/match/internal/text"
)

// The steps of reading that can be switched off, to measure what they are worth.
const (
	Jobs       = "jobs"        // the dated jobs of a resume
	TitleLines = "title-lines" // titles of long texts: first lines, labelled ones, dated jobs
	Asides     = "asides"      // the employer's story, benefits and the like don't count
	Wishes     = "wishes"      // what would be nice to have counts less
	Denials    = "denials"     // "no coding required"
	Others     = "others"      // "reports to the HIM manager"
	Exclusions = "exclusions"  // titles that belong elsewhere
	Keywords   = "keywords"    // pasted keywords count little
	Roles      = "roles"       // a manager's text is not that of whom they manage
	Personal   = "personal"    // names, addresses, ages and the like are taken out of long texts
	Senses     = "senses"      // acronyms that stand for something else don't count
	Spelling   = "spelling"    // misspelled, joined and split words of titles are read as meant
)

// Steps returns the names of the steps, in the order of their constants.
func Steps() []string {
	return []string{
		Jobs, TitleLines, Asides, Wishes, Denials, Others, Exclusions, Keywords, Roles, Personal, Senses,
		Spelling,
	}
}

// Off is what is switched off, by name.
type Off map[string]bool

// A Scratch is working memory that readings share one after the other; the zero value is ready.
type Scratch struct {
	tokens []index.Token
	ends   []int32          // by kind and group: where the last phrase ended
	places map[placeKey]int // places of phrases so far
	// inSentence holds by term the sentence that it was last seen in, while signs are found.
	inSentence []int32
	Titles     lexicon.TitleScratch
}

// A reader makes a reading, step by step.
type reader struct {
	*Reading
	lex *lexicon.Lexicon
	off Off
	s   *Scratch
}

// TitleWords is the greatest number of words that a text may have to be taken for a bare title.
const TitleWords = 8

// New reads a document, given as its fields.
func New(lex *lexicon.Lexicon, fields [text.NumFields]string, off Off, s *Scratch) *Reading {
	r := reader{Reading: &Reading{lex: lex, off: off}, lex: lex, off: off, s: s}
	r.Fields = fields
	for f := range text.NumFields {
		r.cutWords(f)
	}
	r.Marks = make([]Mark, len(r.Tokens))
	r.Notes = make([]Note, len(r.Sentences))
	r.dropLowerCase()
	r.findSenses()
	r.findRepeats()
	r.findLists()
	r.findAsides()
	r.findDenials()
	r.findJobs()
	r.findTitleLines()
	r.findRole()
	r.findPhrases()
	r.findSigns()
	r.findCopied()
	r.findJobText()
	return r.Reading
}

// cutWords adds the words of a field.
func (r *reader) cutWords(f text.Field) {
	words := r.lex.Index.Analyze(r.s.tokens[:0], r.Fields[f])
	r.s.tokens = words
	if f == text.Body {
		r.Kind = kindOf(r.Fields, words)
		if r.Kind == LongText {
			words = r.withoutPersonal(words)
		}
	}
	words = r.respell(f, words)
	for _, w := range words {
		if !w.Shared {
			r.Words++
		}
		if w.ID >= 0 {
			r.Known++
		}
	}
	r.Append(f, words)
}

// kindOf says what kind of document fields make, by the tokens of the body.
func kindOf(fields [text.NumFields]string, body []index.Token) Kind {
	words := 0
	for _, t := range body {
		if !t.Shared {
			words++
		}
	}
	hasBody := strings.TrimSpace(fields[text.Body]) != ""
	hasTitle := strings.TrimSpace(fields[text.Title]) != ""
	if !hasBody || !hasTitle && words <= TitleWords {
		return BareTitle
	}
	return LongText
}

// dropLowerCase makes what profiles write in capitals only, and a long text doesn't, unknown words:
// dad is not DAD.
func (r *reader) dropLowerCase() {
	if r.Kind != LongText {
		return
	}
	for i := range r.Tokens {
		if t := &r.Tokens[i]; t.Term >= 0 && r.lex.Capital[t.Term] && !r.InCapitals(i) {
			t.Term = index.NoTerm
		}
	}
}

// roleLikeness is how like a title the first title line must be for its role to count.
const roleLikeness = 0.5

// findRole finds the role that the first title line of a long text names.
func (r *reader) findRole() {
	if r.Kind != LongText || len(r.Titles) == 0 || r.Titles[0].Likeness < roleLikeness || r.off[Roles] {
		return
	}
	head := r.Head(r.Titles[0].From, r.Titles[0].To)
	if head >= 0 && !r.Marks[head].Denied {
		r.Role = r.lex.Roles.OfTerm(r.Tokens[head].Term)
	}
}

const (
	// ownTitle and otherTitle: titles point elsewhere where another group's best is at least
	// otherTitle and the group's own below ownTitle.
	ownTitle   = 0.35
	otherTitle = 0.6
)

// findCopied finds sentences that repeat the wording of a profile. Employers do copy official
// duties into letters, so that it is flagged and counts, unless the titles of the text point
// elsewhere: then it was pasted to pass for what the text is not.
func (r *reader) findCopied() {
	if r.Kind != LongText {
		return
	}
	var terms []int32
	for k, s := range r.Sentences {
		if s.Field != text.Body || r.Notes[k].Repeat {
			continue
		}
		terms = terms[:0]
		for i := s.From; i < s.To; i++ {
			if r.Tokens[i].Known() {
				terms = append(terms, r.Tokens[i].Term)
			}
		}
		for _, statement := range r.lex.Statements.CopiedBy(terms) {
			r.Copied = append(r.Copied, Copied{Sentence: int32(k), Group: r.lex.Statements.Group[statement]})
		}
	}
	if len(r.Copied) == 0 {
		return
	}
	best, top := r.titleSimilarity()
	for i := range r.Copied {
		c := &r.Copied[i]
		c.Discount = best[c.Group] < ownTitle && top >= otherTitle
	}
}

// titleSimilarity returns for every group how like its best title is to the most similar title
// line, and the highest of them.
func (r *reader) titleSimilarity() (best []float64, top float64) {
	best = make([]float64, r.lex.Groups)
	for _, line := range r.Titles {
		q := r.TitleQuery(line.Span)
		r.lex.Titles.Hits(&q, &r.s.Titles, func(h lexicon.TitleHit) {
			g := r.lex.Titles.Group[h.Title]
			best[g] = max(best[g], h.Sim)
			top = max(top, h.Sim)
		})
	}
	return best, top
}

// CopiedFrom returns the groups whose wording the document repeats, ascending, and whether some of
// it counts for nothing.
func (r *Reading) CopiedFrom() (groups []int32, discounted bool) {
	for _, c := range r.Copied {
		groups = append(groups, c.Group)
		discounted = discounted || c.Discount
	}
	slices.Sort(groups)
	return slices.Compact(groups), discounted
}
