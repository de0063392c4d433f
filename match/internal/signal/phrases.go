package signal

import (
	"github.com/nocmatch/nocmatch/match/internal/lexicon"
	"github.com/nocmatch/nocmatch/match/internal/read"
)

// How much evidence brings a signal of phrases to one half; it saturates towards 1.
const (
	phraseHalf = 1.0
	skillHalf  = 4.0
)

// phrases counts the different phrases of one kind: titles named anywhere, sought skills. An item counts once, where it counts most.
type phrases struct {
	kind lexicon.Kind
	// value returns what was found and what was denied as a number up to 1.
	value func(found, denied float64) float64
}

func newTitlePhrases(*lexicon.Lexicon) Signal {
	return phrases{lexicon.Title, func(found, _ float64) float64 { return saturate(found, phraseHalf) }}
}

func newSkills(*lexicon.Lexicon) Signal {
	return phrases{lexicon.Skill, func(found, denied float64) float64 {
		return saturate(found, skillHalf) - saturate(denied, skillHalf)
	}}
}

func (s phrases) Score(run *Run, weight float64) Hits {
	all := run.livePhrases()
	h := foundPhrases{run: run, weight: weight, signal: s, all: all}
	for g := range int32(len(run.Scores)) {
		if found, denied := all.sums(s.kind, g); found != 0 || denied != 0 {
			run.Scores[g] += weight * s.value(found, denied)
		}
	}
	return h
}

type foundPhrases struct {
	run    *Run
	weight float64
	signal phrases
	all    *phraseHits
}

// Explain shares out what was found and what was denied, each in proportion.
func (h foundPhrases) Explain(g int32, to *Atoms) {
	found, denied := h.all.sums(h.signal.kind, g)
	h.all.each(h.signal.kind, g, func(p *read.Phrase) {
		if !p.Denied {
			h.share(p, found, h.signal.value(found, 0), to)
		}
	})
	h.all.each(h.signal.kind, g, func(p *read.Phrase) {
		if p.Denied {
			h.share(p, denied, h.signal.value(0, denied), to)
		}
	})
}

func (h foundPhrases) share(p *read.Phrase, sum, value float64, to *Atoms) {
	if sum == 0 {
		return
	}
	ref := lexicon.Ref{Kind: p.Kind, Text: p.Text}
	if p.Kind == lexicon.Skill {
		ref.Item = p.Item
	}
	to.Spread(ref, h.run.Content(p.From, p.To), h.weight*value*p.Worth()/sum)
}

// phraseHits are the phrases of a run filed by kind and group, each item once.
type phraseHits struct {
	byGroup map[phraseKey][]*read.Phrase
}

type phraseKey struct {
	kind  lexicon.Kind
	group int32
}

// livePhrases files the phrases whose words all count, once for a run.
func (run *Run) livePhrases() *phraseHits {
	if run.phrases != nil {
		return run.phrases
	}
	run.phrases = &phraseHits{byGroup: map[phraseKey][]*read.Phrase{}}
	for i := range run.Phrases {
		p := &run.Phrases[i]
		key := phraseKey{p.Kind, p.Group}
		if run.Alive(p) && !hasItem(run.phrases.byGroup[key], p.Item) {
			run.phrases.byGroup[key] = append(run.phrases.byGroup[key], p)
		}
	}
	return run.phrases
}

func hasItem(list []*read.Phrase, item int32) bool {
	for _, p := range list {
		if p.Item == item {
			return true
		}
	}
	return false
}

// sums returns what the phrases of a group add up to, found and denied.
func (h *phraseHits) sums(kind lexicon.Kind, g int32) (found, denied float64) {
	h.each(kind, g, func(p *read.Phrase) {
		if p.Denied {
			denied += p.Worth()
		} else {
			found += p.Worth()
		}
	})
	return found, denied
}

func (h *phraseHits) each(kind lexicon.Kind, g int32, yield func(*read.Phrase)) {
	for _, p := range h.byGroup[phraseKey{kind, g}] {
		yield(p)
	}
}
