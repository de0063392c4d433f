package explain

import (
	"slices"

	"github.com/nocmatch/nocmatch/index"
	"github.com/nocmatch/nocmatch/match/internal/lexicon"
	"github.com/nocmatch/nocmatch/match/internal/signal"
	"github.com/nocmatch/nocmatch/profiles"
)

// Some signals name no text of the profile: the all-text signal folds all of them into one. For
// people, each word is put down to the text that holds it and shares most with its sentence.

// textKinds are the fields that the all-text signal reads, in the order in which ties are broken.
var textKinds = []struct {
	field index.Field
	kind  lexicon.Kind
}{
	{index.Duties, lexicon.Duty}, {index.Vocabulary, lexicon.Vocabulary},
	{index.Titles, lexicon.Title}, {index.Skills, lexicon.Skill}, {index.Lead, lexicon.Lead},
	{index.Requirements, lexicon.Requirement}, {index.Industries, lexicon.Industry},
}

// profileTexts are the texts of one profile by the terms that they hold.
type profileTexts struct {
	refs    []lexicon.Ref
	terms   []int32 // distinct, ascending
	offsets []int32 // by place in terms
	list    []int32 // texts, ascending within a term
}

// of returns the texts that hold a term.
func (u *profileTexts) of(term int32) []int32 {
	i, ok := slices.BinarySearch(u.terms, term)
	if !ok {
		return nil
	}
	return u.list[u.offsets[i]:u.offsets[i+1]]
}

func newProfileTexts(lex *lexicon.Lexicon) []profileTexts {
	groups := make([]profileTexts, lex.Groups)
	type posting struct{ term, text int32 }
	var postings []posting
	for g, p := range lex.Profiles {
		u := &groups[g]
		postings = postings[:0]
		for _, k := range textKinds {
			for i, text := range k.field.Texts(p) {
				for _, t := range lexicon.Distinct(lex.Content(text)) {
					postings = append(postings, posting{t, int32(len(u.refs))})
				}
				ref := lexicon.Ref{Kind: k.kind, Text: text, Item: itemOf(k.field, p, i)}
				u.refs = append(u.refs, ref)
			}
		}
		slices.SortFunc(postings, func(a, b posting) int {
			if a.term != b.term {
				return int(a.term - b.term)
			}
			return int(a.text - b.text)
		})
		u.list = make([]int32, len(postings))
		for i, e := range postings {
			if i == 0 || e.term != postings[i-1].term {
				u.terms, u.offsets = append(u.terms, e.term), append(u.offsets, int32(i))
			}
			u.list[i] = e.text
		}
		u.offsets = append(u.offsets, int32(len(postings)))
	}
	return groups
}

// itemOf returns the place of a text's duty or skill in the profile, 0 for any other text. A skill
// has several texts, its name and its aliases.
func itemOf(f index.Field, p profiles.Profile, text int) int32 {
	if f == index.Duties {
		return int32(text)
	}
	if f != index.Skills {
		return 0
	}
	for k, s := range p.Skills {
		if text -= 1 + len(s.Aliases); text < 0 {
			return int32(k)
		}
	}
	return int32(len(p.Skills))
}

// A chooser finds, for a word of a document, the text of one profile that it is evidence of.
type chooser struct {
	lex      *lexicon.Lexicon
	run      *signal.Run
	texts    *profileTexts
	title    string
	sentence int32
	overlap  []float64 // by text: weight of the terms shared with the sentence
	touched  []int32
	terms    []int32
}

func (x *Explainer) newChooser(run *signal.Run, g int32) *chooser {
	u := &x.texts[g]
	return &chooser{
		lex: x.lex, run: run, texts: u, title: x.lex.Profiles[g].Title, sentence: -1,
		overlap: make([]float64, len(u.refs)),
	}
}

// ref returns the text that holds the term of a token and shares most with the token's sentence;
// ties keep the earlier text. A skill is named or it isn't: a word is put down to one only where
// nothing else of the profile has it. Where the profile does not have the word, and a neighbour of
// its minor group does, it is the title of the profile.
func (c *chooser) ref(token int32) lexicon.Ref {
	t := &c.run.Tokens[token]
	if t.Sentence != c.sentence {
		c.enter(t.Sentence)
	}
	best := int32(-1)
	for _, k := range c.texts.of(t.Term) {
		if best < 0 || c.better(k, best) {
			best = k
		}
	}
	if best < 0 {
		return lexicon.Ref{Kind: lexicon.Title, Text: c.title}
	}
	return c.texts.refs[best]
}

func (c *chooser) better(a, b int32) bool {
	skillA, skillB := c.texts.refs[a].Kind == lexicon.Skill, c.texts.refs[b].Kind == lexicon.Skill
	if skillA != skillB {
		return skillB
	}
	return c.overlap[a] > c.overlap[b]
}

// enter weighs what each text shares with a sentence.
func (c *chooser) enter(sentence int32) {
	c.sentence = sentence
	for _, k := range c.touched {
		c.overlap[k] = 0
	}
	c.touched, c.terms = c.touched[:0], c.terms[:0]
	s := c.run.Sentences[sentence]
	for i := s.From; i < s.To; i++ {
		if t := &c.run.Tokens[i]; t.Known() && !c.run.Marks[i].Denied {
			c.terms = append(c.terms, t.Term)
		}
	}
	c.terms = lexicon.Distinct(c.terms)
	for _, t := range c.terms {
		for _, k := range c.texts.of(t) {
			if c.overlap[k] == 0 {
				c.touched = append(c.touched, k)
			}
			c.overlap[k] += c.lex.Folded.IDF[t]
		}
	}
}
