package read

import (
	"slices"

	"github.com/nocmatch/nocmatch/match/internal/lexicon"
	"github.com/nocmatch/nocmatch/match/internal/text"
)

// Pasted keywords are terms of a profile's working vocabulary one after the other, however they are
// parted: by commas, lines or bullets. An honest text has some such enumeration too, of the systems
// or standards that somebody knows, and goes on to say something.

const (
	// keywordWords is how long an enumeration must be to be taken for pasted keywords. Honest lists
	// of skills and systems are shorter, or are broken into lines.
	keywordWords = 40
	// keywordStops is the share of function words below which a run of words is no sentence. English
	// prose has .35 to .5, terse bullets .15.
	keywordStops = 0.05
	// pastedItems is how many different terms and titles of one profile make an enumeration pasted
	// keywords. The longest honest one of the texts of testdata has six.
	pastedItems = 9
	// pastedGap is how many other words may stand between two of them.
	pastedGap = 2
)

// findLists marks the sentences that look like pasted keywords.
func (r *reader) findLists() {
	if r.off[Keywords] {
		return
	}
	for k, s := range r.Sentences {
		if s.Field != text.Body || s.To-s.From < keywordWords {
			continue
		}
		stops := 0
		for _, t := range r.Tokens[s.From:s.To] {
			if t.Stop {
				stops++
			}
		}
		r.Notes[k].List = float64(stops) < keywordStops*float64(s.To-s.From)
	}
}

// findKeywords marks the words and phrases of pasted keywords. The phrases are in their order.
func (r *reader) findKeywords() {
	if r.Kind != LongText || r.off[Keywords] {
		return
	}
	byGroup := map[int32][]int{} // the terms and titles of each group, as places in Phrases
	var groups []int32
	for k := range r.Phrases {
		h := &r.Phrases[k]
		if h.Kind != lexicon.Vocabulary && h.Kind != lexicon.Title || h.Denied {
			continue
		}
		if byGroup[h.Group] == nil {
			groups = append(groups, h.Group)
		}
		byGroup[h.Group] = append(byGroup[h.Group], k)
	}
	for _, g := range groups {
		r.findPasted(byGroup[g])
	}
	if len(r.Pasted) == 0 {
		return
	}
	for k := range r.Phrases {
		h := &r.Phrases[k]
		h.Listed = h.Listed || slices.ContainsFunc(r.Pasted, func(p text.Span) bool {
			return h.From >= p.From && h.To <= p.To
		})
	}
	for _, p := range r.Pasted {
		for i := p.From; i < p.To; i++ {
			r.Marks[i].Listed = true
		}
	}
	r.Titles = slices.DeleteFunc(r.Titles, func(line TitleLine) bool {
		return r.Marks[line.From].Listed && r.Tokens[line.From].Field == text.Body
	})
	r.shareTitles()
}

// findPasted finds the runs of phrases with few other words between them, and keeps those that are
// pasted keywords.
func (r *reader) findPasted(places []int) {
	for from := 0; from < len(places); {
		type item struct {
			kind lexicon.Kind
			item int32
		}
		items := map[item]bool{{r.Phrases[places[from]].Kind, r.Phrases[places[from]].Item}: true}
		to := from + 1
		for to < len(places) && r.near(r.Phrases[places[to-1]].To, r.Phrases[places[to]].From) {
			items[item{r.Phrases[places[to]].Kind, r.Phrases[places[to]].Item}] = true
			to++
		}
		if len(items) >= pastedItems {
			run := text.Span{From: r.Phrases[places[from]].From, To: r.Phrases[places[to-1]].To}
			r.Pasted = append(r.Pasted, run)
		}
		from = to
	}
}

// near reports whether few other words stand between two tokens.
func (r *reader) near(from, to int) bool {
	others := 0
	for i := from; i < to && others <= pastedGap; i++ {
		if !r.Tokens[i].Stop {
			others++
		}
	}
	return others <= pastedGap
}
