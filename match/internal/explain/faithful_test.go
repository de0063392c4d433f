package explain

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/nocmatch/nocmatch/match/internal/lexicon"
	"github.com/nocmatch/nocmatch/match/internal/read"
	"github.com/nocmatch/nocmatch/match/internal/signal"
	"github.com/nocmatch/nocmatch/match/internal/testset"
	"github.com/nocmatch/nocmatch/match/internal/text"
	"github.com/nocmatch/nocmatch/profiles"
)

// An engine is all that makes evidence of a document.
type engine struct {
	lex     *lexicon.Lexicon
	signals *signal.Signals
	explain *Explainer
	scratch read.Scratch
}

func newEngine(lex *lexicon.Lexicon) *engine {
	return &engine{lex: lex, signals: signal.New(lex), explain: New(lex)}
}

// checked are the groups whose evidence is checked: the best of a document, and those that
// something speaks against.
func checked(run *signal.Run, best int) []int32 {
	order := make([]int32, len(run.Scores))
	for g := range order {
		order[g] = int32(g)
	}
	slices.SortStableFunc(order, func(a, b int32) int {
		switch {
		case run.Scores[a] > run.Scores[b]:
			return -1
		case run.Scores[a] < run.Scores[b]:
			return 1
		}
		return 0
	})
	groups := order[:min(best, len(order))]
	against := 0
	for i := range run.Phrases {
		h := &run.Phrases[i]
		if h.Kind == lexicon.Exclusion && !slices.Contains(groups, h.Group) && against < best {
			groups = append(groups, h.Group)
			against++
		}
	}
	return groups
}

// checkFaithful: a reading without the words of evidence for an occupation, scored anew, never gives
// it a higher score, and one without those of evidence against it never a lower one. What is held is
// the reading: the kind, the parts, the title lines, what sums are divided by. The sentence that
// shows a duty is chosen anew. All groups are scored at once, so that a set of words is taken out
// once, whatever the number of groups that it is evidence for.
func (e *engine) checkFaithful(d testset.Fields, best int) error {
	reading := read.New(e.lex, d, nil, &e.scratch)
	run := e.signals.Run(reading, nil)
	defer run.Close()
	without := map[string][]float64{}
	for _, g := range checked(run, best) {
		atoms, before := run.Explain(g)
		choose := e.explain.newChooser(run, g)
		for i := range atoms {
			if a := &atoms[i]; a.Word {
				a.Ref = choose.ref(a.Token)
			}
		}
		for _, atoms := range quotes(run, atoms) {
			var words []text.Span
			for _, a := range atoms {
				words = append(words, text.Span{From: int(a.Token), To: int(a.Token) + 1})
			}
			key := fmt.Sprint(words)
			if without[key] == nil {
				less := e.signals.Run(reading.Without(words), nil)
				without[key] = slices.Clone(less.Scores)
				less.Close()
			}
			after, q := without[key][g], quote(run, atoms)
			what := fmt.Sprintf("%s: without %s %q (%q)", e.lex.Profiles[g].Code, q.Kind, q.Ref.Text, q.Quote.Text)
			if q.Contribution > 0 && after > before+1e-12 {
				return fmt.Errorf("%s the score rises from %v to %v", what, before, after)
			}
			if q.Contribution < 0 && after < before-1e-12 {
				return fmt.Errorf("%s the score falls from %v to %v", what, before, after)
			}
		}
	}
	return nil
}

func TestFaithful(t *testing.T) {
	t.Parallel()
	e := newEngine(testset.BuiltIn(t))
	for _, d := range testset.Samples(t, 8) {
		if err := e.checkFaithful(d.Fields, 4); err != nil {
			t.Errorf("%s: %v", d.Name, err)
		}
	}
}

// TestFaithfulOfficial asks the same of the whole classification, where ties, shared titles and
// discounts are many.
func TestFaithfulOfficial(t *testing.T) {
	t.Parallel()
	e := newEngine(testset.Compile(t, testset.Official(t)))
	for _, d := range testset.Samples(t, 24) {
		if err := e.checkFaithful(d.Fields, 3); err != nil {
			t.Errorf("%s: %v", d.Name, err)
		}
	}
}

// TestFaithfulRandom asks it of texts put together at random from words that mean something.
func TestFaithfulRandom(t *testing.T) {
	t.Parallel()
	e := newEngine(testset.BuiltIn(t))
	random := rand.New(rand.NewPCG(7, 11))
	words := testset.Words()
	n := 60
	if testing.Short() {
		n = 10
	}
	for range n {
		d := testset.Body(testset.RandomText(random, words, 80))
		if random.IntN(3) == 0 {
			d[text.Title] = testset.RandomText(random, words, 6)
		}
		if random.IntN(3) == 0 {
			d[text.Industry] = testset.RandomText(random, words, 4)
		}
		if random.IntN(4) == 0 {
			d[text.Body] = ""
		}
		if err := e.checkFaithful(d, 4); err != nil {
			t.Errorf("%v\nin %+q", err, d)
		}
	}
}

func FuzzFaithful(f *testing.F) {
	e := newEngine(testset.BuiltIn(f))
	for _, d := range testset.Hard() {
		if len(d[text.Body]) < 1000 {
			f.Add(d[text.Title], d[text.Industry], d[text.Body])
		}
	}
	f.Fuzz(func(t *testing.T, title, industry, body string) {
		if len(body) > 2000 || len(title) > 400 || len(industry) > 400 {
			t.Skip("long inputs are slow to score once for each quote")
		}
		if err := e.checkFaithful(testset.Fields{title, industry, body}, 3); err != nil {
			t.Fatal(err)
		}
	})
}

// A copy of a sentence takes its place once its words are taken out: the test of faithfulness sees
// that, as it scores the reading anew.
func TestAnotherSentenceTakesOver(t *testing.T) {
	e := newEngine(testset.BuiltIn(t))
	d := testset.Body("Office position, downtown.\n\nYou code inpatient charts in ICD-10-CA and CCI.\n" +
		"Every day, inpatient charts are what you code for the clinic.")
	reading := read.New(e.lex, d, nil, &e.scratch)
	run := e.signals.Run(reading, nil)
	defer run.Close()
	g := int32(slices.IndexFunc(e.lex.Profiles, func(p profiles.Profile) bool { return p.Code == "12111" }))
	shown := func(run *signal.Run) string {
		for _, c := range e.explain.Duties(run, g) {
			if c.Status != Absent {
				return c.Quote.Text
			}
		}
		return ""
	}
	first := shown(run)
	if !strings.Contains(first, "ICD-10-CA") {
		t.Fatalf("the duty is shown by %q, want the first sentence", first)
	}
	var words []text.Span
	for _, s := range reading.Sentences {
		if strings.Contains(strings.Join(reading.Surfaces(s.From, s.To), " "), "CCI") {
			words = append(words, text.Span{From: s.From, To: s.To})
		}
	}
	less := e.signals.Run(reading.Without(words), nil)
	defer less.Close()
	if got := shown(less); !strings.Contains(got, "charts are what you code") {
		t.Errorf("without the first sentence the duty is shown by %q, want the second", got)
	}
	if less.Scores[g] >= run.Scores[g] || less.Scores[g] == 0 {
		t.Errorf("the score goes from %v to %v", run.Scores[g], less.Scores[g])
	}
}
