package lexicon

import (
	"math"
	"slices"

	"github.com/nocmatch/nocmatch/profiles"
)

// A Sign is a way of saying a duty or of showing a skill, compiled: words that stand near each other
// in a sentence, in any order.
type Sign struct {
	Kind   Kind // Duty or Skill
	Group  int32
	Item   int32   // which duty or skill of the profile
	Terms  []int32 // distinct; the rarest first
	Beside []int32 // one of them must stand in the sentence too; empty where none is asked for
	Unless []int32 // none of them may stand in the sentence
	Side   bool    // a side act: alone it shows a duty in part
	// Worth is how much the sign says of its group, from 0 to 1: more the rarer its words, less the
	// more groups have it.
	Worth float64
}

// signMass is the sum of idf at which a sign with one group says half of what it could.
const signMass = 6.0

// fewSigns is how many signs a group may have before each says less: the more ways of saying are
// looked for, the more are found by chance.
const fewSigns = 40

// Signs are the signs of all groups, by the rarest of their words.
type Signs struct {
	All    []Sign
	rarest Inverted
}

// By returns the places in All of the signs whose rarest word is a term.
func (s *Signs) By(term int32) []int32 { return s.rarest.Of(term) }

func (l *Lexicon) newSigns() Signs {
	var s Signs
	for g, p := range l.Profiles {
		for k, d := range p.Duties {
			s.All = l.appendSigns(s.All, Sign{Kind: Duty, Group: int32(g), Item: int32(k)}, d.Signs)
		}
		for k, skill := range p.Skills {
			s.All = l.appendSigns(s.All, Sign{Kind: Skill, Group: int32(g), Item: int32(k)}, skill.Signs)
		}
	}
	l.weighSigns(s.All)
	first := make([][]int32, len(s.All))
	for i, sign := range s.All {
		first[i] = sign.Terms[:1]
	}
	s.rarest = Invert(l.Terms(), first)
	return s
}

// appendSigns compiles the signs of one duty or skill. What has no word that is looked for is
// passed over.
func (l *Lexicon) appendSigns(all []Sign, of Sign, signs []string) []Sign {
	for _, text := range signs {
		parsed, err := profiles.ParseSign(text)
		if err != nil {
			continue // profiles are validated where they are read
		}
		of.Terms = Distinct(l.Content(parsed.Phrase))
		if len(of.Terms) == 0 || l.losesAllButOne(parsed.Phrase) {
			continue
		}
		slices.SortStableFunc(of.Terms, func(a, b int32) int { return l.frequency(a) - l.frequency(b) })
		of.Beside, of.Unless, of.Side = l.anyOf(parsed.Beside), l.anyOf(parsed.Unless), parsed.Side
		all = append(all, of)
	}
	return all
}

// anyOf returns the terms of several words.
func (l *Lexicon) anyOf(words []string) []int32 {
	var terms []int32
	for _, w := range words {
		terms = append(terms, l.Content(w)...)
	}
	return Distinct(terms)
}

// frequency is in how many groups a term stands.
func (l *Lexicon) frequency(term int32) int {
	docs, _ := l.Folded.List(term)
	return len(docs)
}

// weighSigns decides what each sign says of its group.
func (l *Lexicon) weighSigns(all []Sign) {
	groups := map[string]map[int32]bool{}
	for i := range all {
		key := stemKey(slices.Clone(all[i].Terms))
		if groups[key] == nil {
			groups[key] = map[int32]bool{}
		}
		groups[key][all[i].Group] = true
	}
	sizes := make([]int, l.Groups)
	for _, s := range all {
		sizes[s.Group]++
	}
	for i := range all {
		sum := 0.0
		for _, t := range all[i].Terms {
			if !l.General[t] {
				sum += l.Telling[t] * l.Folded.IDF[t]
			}
		}
		n := len(groups[stemKey(slices.Clone(all[i].Terms))])
		rich := min(1, math.Sqrt(fewSigns/float64(sizes[all[i].Group])))
		all[i].Worth = rich * sum / (sum + signMass) / math.Sqrt(float64(n))
	}
}
