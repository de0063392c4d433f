// Package read turns a document into a Reading: what its words are, which of them are about the
// job, which are denied or wished for, where titles stand. It decides nothing about occupations.
package read

import (
	"slices"

	"github.com/nocmatch/nocmatch/match/internal/lexicon"
	"github.com/nocmatch/nocmatch/match/internal/text"
)

// A Kind is the kind of a document, which decides what its words are worth.
type Kind int

const (
	// BareTitle is a job title of a few words, perhaps with an industry.
	BareTitle Kind = iota
	// LongText is a posting, a resume, a letter.
	LongText
	NumKinds
)

// A Mark says what a token counts for.
type Mark struct {
	Denied  bool // counts for nothing: denied by its sentence ("no coding required")
	Against bool // is denied, and speaks against what it is a word of: the job is not that
	Listed  bool // stands among pasted keywords
	// Lost marks a word that counts for nothing while everything else stays as it was read; see
	// [Reading.Without].
	Lost bool
}

// A Note says what a sentence is.
type Note struct {
	Repeat bool // the same words stood in the document before
	Aside  bool // not about the job: the employer's story, benefits, how to apply
	Wish   bool // what would be nice to have
	List   bool // a long enumeration without function words: keywords
}

// WishShare is what the words of a wish count.
const WishShare = 0.5

// ListedShare is what a word among pasted keywords counts: being there is cheap.
const ListedShare = 0.03

// Share is what the words of a sentence count, from 0 to 1.
func (n Note) Share() float64 {
	if n.Wish {
		return WishShare
	}
	return 1
}

// A TitleLine is a run of tokens that is, or may be, a job title.
type TitleLine struct {
	text.Span
	Weight   float64 // share of the title evidence
	Likeness float64 // how like a title it is, from 0 to 1
	content  int     // how many of its tokens are no function words
}

// A Phrase is a phrase of a profile found in a document.
type Phrase struct {
	*lexicon.Phrase
	text.Span
	Denied  bool    // the sentence says that it is not asked for
	Listed  bool    // it stands among pasted keywords
	Wish    bool    // it stands in a wish
	inTitle bool    // it stands in a title line
	Share   float64 // of an exclusion: what part of the title evidence it is
}

// Worth is what a phrase adds to its group.
func (h *Phrase) Worth() float64 {
	switch {
	case h.Listed:
		return 0 // there may be any number of them
	case h.Wish:
		return WishShare * h.Value
	}
	return h.Value
}

// A Copied says that a sentence repeats a duty or lead statement of a group.
type Copied struct {
	Sentence int32
	Group    int32
	Discount bool // the titles point to another group
}

// A Repair says that tokens were read as other words than the document has.
type Repair struct {
	text.Span
	Read string
}

// A Reading is a document made ready for scoring: all that does not depend on the occupation is
// decided here, once. Immutable.
type Reading struct {
	text.Text
	Kind  Kind
	Marks []Mark // by token
	Notes []Note // by sentence
	// Titles are the title lines, by rank.
	Titles []TitleLine
	// Resume says that the text is a resume, and Jobs are its jobs, in its order.
	Resume bool
	Jobs   []Job
	// Phrases are what was found, those of an item that count most first: an item counts once.
	Phrases []Phrase
	// Signs are the signs of duties and skills, in the order of the text.
	Signs []Sign
	// Pasted are the runs of pasted keywords.
	Pasted []text.Span
	// Copied are the sentences that repeat the wording of a profile.
	Copied []Copied
	// Repairs are the words that were read as others, in order.
	Repairs []Repair
	// JobText is how surely a long text is one about work, and OtherText how surely one about
	// something else, each from 0 to 1.
	JobText, OtherText float64
	// Role is the role that the first title line names, as bits; 0 without one.
	Role uint8
	// Words counts the words, Known those that some profile has, Personal those that were taken out
	// as personal details, which are no part of Words.
	Words, Known, Personal int

	lex *lexicon.Lexicon
	off Off
	// held is the reading that this one lacks tokens of; nil for one of a whole document.
	held *Reading
}

// Held returns the reading that denominators are taken from: of the whole document.
func (r *Reading) Held() *Reading {
	if r.held != nil {
		return r.held
	}
	return r
}

// Counts reports whether a token may be evidence.
func (r *Reading) Counts(i int) bool {
	m := r.Marks[i]
	return r.Tokens[i].Known() && !m.Denied && !m.Lost
}

// GivenTitle reports whether the document came with a title apart from its text.
func (r *Reading) GivenTitle() bool {
	return len(r.Titles) > 0 && r.Tokens[r.Titles[0].From].Field == text.Title
}

// Gone reports whether a token counts for nothing, whatever its word.
func (r *Reading) Gone(i int) bool { return r.Marks[i].Denied || r.Marks[i].Lost }

// Alive reports whether all words of a phrase still count.
func (r *Reading) Alive(h *Phrase) bool {
	for i := h.From; i < h.To; i++ {
		if r.Marks[i].Lost && !r.Tokens[i].Stop {
			return false
		}
	}
	return true
}

// Without returns a reading in which tokens count for nothing, while everything else is held: the
// kind, the parts, the ranks of title lines, the phrases found, and what sums are divided by. A
// group that an exclusion or copied wording masks words for is scored on such a reading.
func (r *Reading) Without(tokens []text.Span) *Reading {
	less := *r
	less.held = r.Held()
	less.Marks = slices.Clone(r.Marks)
	for _, s := range tokens {
		for i := s.From; i < s.To; i++ {
			less.Marks[i].Lost = true
		}
	}
	return &less
}

// ShowsDuties reports whether a sentence may show a duty: asides, pasted keywords and repeats show
// none, and the industry is no duty.
func (r *Reading) ShowsDuties(k int) bool {
	n := r.Notes[k]
	return r.Sentences[k].Field == text.Body && !n.Repeat && !n.List && !n.Aside
}

// ExactTitles returns the titles that a title line is word for word; nil where a word of it is
// unknown or counts for nothing.
func (r *Reading) ExactTitles(line TitleLine) []lexicon.ExactTitle {
	var stems []int32
	for i := line.From; i < line.To; i++ {
		if r.Tokens[i].Stop {
			continue
		}
		if !r.Counts(i) {
			return nil
		}
		stems = append(stems, r.Tokens[i].Term)
	}
	return r.lex.Exact.Of(stems)
}

// TitleQuery prepares a run of tokens to be compared with titles.
func (r *Reading) TitleQuery(run text.Span) lexicon.TitleQuery {
	var q lexicon.TitleQuery
	head := r.Head(run.From, run.To)
	for i := run.From; i < run.To; i++ {
		t := &r.Tokens[i]
		switch {
		case t.Stop || r.Marks[i].Denied:
		case t.Term < 0:
			q.AddUnknown(r.lex.Groups)
		default:
			worth := r.lex.Titles.IDF[t.Term]
			if i == head {
				worth *= lexicon.QueryHeadWeight
			}
			if q.Add(r.lex.Titles.Root[t.Term], int32(i), r.Counts(i), worth, 1) {
				q.Total += worth
			}
		}
	}
	return q
}

// industryShare is what a word of the industry counts where a title has it that the query's own
// words have led to: "clerk" in a hospital is rather a hospital clerk.
const industryShare = 0.5

// AddIndustry adds the words of the industry that a query of a title does not have.
func (r *Reading) AddIndustry(q *lexicon.TitleQuery) {
	own := len(q.Roots)
	in := r.FieldTokens(text.Industry)
	for i := in.From; i < in.To; i++ {
		t := &r.Tokens[i]
		if !t.Known() || r.Marks[i].Denied || slices.Contains(q.Roots[:own], r.lex.Titles.Root[t.Term]) {
			continue
		}
		q.Add(r.lex.Titles.Root[t.Term], int32(i), r.Counts(i), 0, industryShare)
	}
}
