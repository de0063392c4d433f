package match

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/nocmatch/nocmatch/match/internal/testset"
)

// TestFaithfulEndToEnd measures, over the texts of testdata, what no query can promise as a text is read anew: blanking the quotes with the
// highest contributions lowers the score of the first occupation faster than blanking as many random words, and blanking a single quote
// seldom raises it. The rates are in docs/quality.md; the test holds what must not be lost.
func TestFaithfulEndToEnd(t *testing.T) {
	t.Parallel()
	m := with(t, defaultMatcher(t), Options{Top: 1})
	random := rand.New(rand.NewPCG(1, 1))
	var quotes, raised, texts int
	var byQuotes, byChance float64
	for _, l := range testset.Texts(t) {
		r := matchText(t, m, Document{Text: l.Text})
		if r.Abstained {
			continue
		}
		best := r.Matches[0]
		one := with(t, m, Options{Codes: []string{best.Code}})
		score := func(text string) float64 { return matchText(t, one, Document{Text: text}).Matches[0].Score }
		top := slices.DeleteFunc(slices.Clone(best.Evidence), func(e Evidence) bool { return e.Contribution <= 0 })
		slices.SortStableFunc(top, func(a, b Evidence) int { return cmp.Compare(b.Contribution, a.Contribution) })
		top = top[:min(5, len(top))]
		all := l.Text
		words := 0
		for _, e := range top {
			quotes++
			if score(blank(l.Text, e.Start, e.End)) > best.Score+1e-9 {
				raised++
			}
			words += len(strings.Fields(strings.TrimSpace(all[e.Start:e.End])))
			all = blank(all, e.Start, e.End)
		}
		texts++
		byQuotes += 1 - score(all)/best.Score
		byChance += 1 - score(blankWords(l.Text, words, random))/best.Score
	}
	t.Logf("blanking the five best quotes of each of %d texts takes %.0f%% off the score, as many random words %.0f%%", texts, 100*byQuotes/float64(texts), 100*byChance/float64(texts))
	t.Logf("blanking one quote raises the score for %d of %d (%.1f%%)", raised, quotes, 100*float64(raised)/float64(quotes))
	if byQuotes < 3*byChance {
		t.Errorf("the best quotes take off %.2f, random words %.2f", byQuotes, byChance)
	}
	if float64(raised) > 0.05*float64(quotes) {
		t.Errorf("blanking one quote raises the score for %d of %d", raised, quotes)
	}
}

// blank replaces bytes by spaces; line ends stay.
func blank(text string, start, end int) string {
	b := []byte(text)
	for i := start; i < end; i++ {
		if b[i] != '\n' && b[i] != '\r' {
			b[i] = ' '
		}
	}
	return string(b)
}

// blankWords blanks n words of a text at random.
func blankWords(text string, n int, random *rand.Rand) string {
	words := strings.Fields(text)
	var starts []int
	at := 0
	for _, w := range words {
		at += strings.Index(text[at:], w)
		starts = append(starts, at)
		at += len(w)
	}
	for _, k := range random.Perm(len(words))[:min(n, len(words))] {
		text = blank(text, starts[k], starts[k]+len(words[k]))
	}
	return text
}
