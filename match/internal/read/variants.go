package read

import (
	"math"
	"strings"

	"github.com/nocmatch/nocmatch/match/internal/lexicon"
	"github.com/nocmatch/nocmatch/match/internal/text"
)

const (
	// titleMass is the idf at which a title says half of what it could: "director" is a title, but
	// hardly one.
	titleMass = 2.0
	// lateTitle is what a part counts that leaves out the first word: "Director, health records" is
	// no health records.
	lateTitle = 0.75
)

// bestVariant returns the part of a candidate that is most like a title of any group, and how like,
// from 0 to 1: its similarity, less where its words say little, and less where it is a small part
// of the candidate. A line often holds a title and an employer, a place or dates, parted by dashes,
// commas, bars or "at", or just side by side. Ties keep the part that begins first.
func (r *reader) bestVariant(c candidate) (run text.Span, likeness float64) {
	run = c.Span
	content := r.Content(c.From, c.To)
	if len(content) == 0 {
		return run, 0
	}
	whole, first := float64(len(content)), int(content[0])
	try := func(from, to int) {
		part := text.Span{From: from, To: to}
		if !r.mayBeTitle(part) {
			return
		}
		l := r.likeness(part) * (1 + float64(r.CountContent(from, to))/whole) / 2
		if from > first {
			l *= lateTitle
		}
		if l > likeness {
			run, likeness = part, l
		}
	}
	try(c.From, c.To)
	begin := c.From
	for i := c.From; i < c.To; i++ {
		if r.isTitleWord(i) {
			try(i, i+1)
		}
		if to := r.lex.Phrases.LongestTitle(&r.Text, i, c.To); to > i {
			try(i, to)
		}
		last := i+1 == c.To
		if last || r.partsTitles(i) {
			if !last || begin > c.From {
				try(begin, i+1)
			}
			begin = i + 1
		}
	}
	return run, likeness
}

// partsTitles reports whether what stands behind a token parts a title from an employer or place.
func (r *reader) partsTitles(i int) bool {
	gap := r.Gap(i)
	return strings.ContainsAny(gap, ",(–—|/@:") || strings.Contains(gap, " - ") ||
		strings.EqualFold(r.Surface(i+1), "at")
}

// mayBeTitle reports whether a run is worth comparing with titles.
func (r *reader) mayBeTitle(run text.Span) bool {
	switch {
	case run.Empty(), run.To-run.From == 1 && !r.isTitleWord(run.From):
		return false
	case r.allGeneral(run), !r.hasHead(run):
		return false
	}
	return !r.isOthers(run.From) && !r.isOthers(run.To-1)
}

// likeness returns how like a title of any group a run is, less where its words say little.
func (r *reader) likeness(run text.Span) float64 {
	q := r.TitleQuery(run)
	q.Total += q.Unknown // names of places and people: here they count in full
	best := 0.0
	r.lex.Titles.Hits(&q, &r.s.Titles, func(h lexicon.TitleHit) { best = math.Max(best, h.Sim) })
	return best * q.Total / (q.Total + titleMass)
}

// hasHead reports whether the head of a run, or its last word, is a word that heads titles: "safety
// boots" and "repairs on service" share words with titles and are none.
func (r *reader) hasHead(run text.Span) bool {
	head := r.Head(run.From, run.To)
	return head >= 0 && r.lex.Titles.Heads[r.Lower(head)] || r.lex.Titles.Heads[r.Lower(run.To-1)]
}

// allGeneral reports whether a run has nothing but general words: "full time", "job opportunity".
func (r *reader) allGeneral(run text.Span) bool {
	for _, i := range r.Content(run.From, run.To) {
		if t := r.Tokens[i].Term; t < 0 || !r.lex.General[t] {
			return false
		}
	}
	return true
}

// isTitleWord reports whether a token is, as it is written, the whole of a title: "welder" is,
// "coding" is not though "coder" is one.
func (r *reader) isTitleWord(i int) bool { return r.lex.Titles.Words[r.Lower(i)] }
