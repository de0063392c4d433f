package read

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/nocmatch/nocmatch/match/internal/lexicon"
	"github.com/nocmatch/nocmatch/match/internal/testset"
	"github.com/nocmatch/nocmatch/match/internal/text"
)

func readingOf(lex *lexicon.Lexicon, d testset.Fields) *Reading {
	return New(lex, d, nil, new(Scratch))
}

// asRead returns the sentences of a text as they were read: words that are denied in brackets,
// asides after "aside:", wishes after "wish:".
func asRead(r *Reading) []string {
	var list []string
	for k, sentence := range r.Sentences {
		var words []string
		if r.Notes[k].Aside {
			words = append(words, "aside:")
		}
		if r.Notes[k].Wish {
			words = append(words, "wish:")
		}
		for i := sentence.From; i < sentence.To; i++ {
			word := r.Surface(i)
			if r.Marks[i].Denied {
				word = "[" + word + "]"
			}
			words = append(words, word)
		}
		list = append(list, strings.Join(words, " "))
	}
	return list
}

func TestReading(t *testing.T) {
	lex := testset.BuiltIn(t)
	for _, tt := range []struct {
		name, text string
		want       []string
	}{
		{"a label before its text ends with the line",
			"Registered nurse\nWho we are: a family-run home by the lake.\nYou assess residents.",
			[]string{"Registered nurse", "aside: Who we are a family run home by the lake", "You assess residents"}},
		{"a heading of its own goes on",
			"Registered nurse\nWho we are\nA family-run home by the lake.\nWith a garden for all.",
			[]string{"Registered nurse", "aside: Who we are", "aside: A family run home by the lake", "aside: With a garden for all"}},
		{"a denied list goes on to its or",
			"You file papers for a team of twelve. You do not code, abstract, or answer release requests.",
			[]string{"You file papers for a team of twelve", "You do not [code] [abstract] [or] [answer] [release] [requests]"}},
		{"a denial without a list ends at the comma",
			"You file papers for a team of twelve. You do not code, you abstract charts all day.",
			[]string{"You file papers for a team of twelve", "You do not [code] you abstract charts all day"}},
		{"several things that are denied behind them",
			"You file papers for a team of twelve. Coding and abstracting are not part of the job.",
			[]string{"You file papers for a team of twelve", "[Coding] [and] [abstracting] [are] not part of the job"}},
		{"an and of two clauses ends a denial",
			"You file papers for a team of twelve. You sort mail and coding is not required.",
			[]string{"You file papers for a team of twelve", "You sort mail and [coding] [is] not required"}},
	} {
		if diff := cmp.Diff(tt.want, asRead(readingOf(lex, testset.Body(tt.text)))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

// TestWithout: a reading without words is another one, and everything else of it is held.
func TestWithout(t *testing.T) {
	r := readingOf(testset.BuiltIn(t), testset.Body("Health records technician\n\n"+
		"You code inpatient charts in ICD-10-CA and CCI, and abstract them to the DAD, day after day."))
	titles, phrases := len(r.Titles), len(r.Phrases)
	less := r.Without([]text.Span{r.Titles[0].Span})
	for i := range r.Tokens {
		lost := i >= r.Titles[0].From && i < r.Titles[0].To
		if less.Marks[i].Lost != lost || r.Marks[i].Lost {
			t.Errorf("%q: lost %v in the new reading, %v in the old", r.Surface(i), less.Marks[i].Lost, r.Marks[i].Lost)
		}
		if lost && less.Counts(i) {
			t.Errorf("%q counts, though it was taken out", r.Surface(i))
		}
	}
	if len(less.Titles) != titles || len(less.Phrases) != phrases || less.Words != r.Words || less.Kind != r.Kind {
		t.Error("something else than the words has changed")
	}
}

// TestCueFiles reads every file of cue words whole: each line is an entry of a kind that the code
// asks for, in lower case unless it is an acronym, listed once, below a comment that gives a reason.
func TestCueFiles(t *testing.T) {
	for file, cues := range map[string]struct{ data, kinds string }{
		"asides.txt":    {asideData, "aside job phrase wish"},
		"denials.txt":   {denialData, "denier no-denial need end job done-by doer"},
		"others.txt":    {otherData, "other"},
		"senses.txt":    {senseData, ""},
		"titles.txt":    {titleData, "label other-label cue opening end volunteer"},
		"jobtext.txt":   {jobTextData, "wanted duties asked terms done else"},
		"languages.txt": {languageData, "french spanish portuguese german italian"},
		"resume.txt":    {resumeData, "work school other month now between blank"},
		"wishes.txt":    {wishData, "wish not-wish"},
	} {
		seen := map[string]bool{}
		comment := false
		for line := range strings.Lines(cues.data) {
			line = strings.TrimSuffix(line, "\n")
			if strings.HasPrefix(line, "#") || line == "" {
				comment = comment || len(line) > 2
				continue
			}
			kind, words, ok := strings.Cut(line, ": ")
			switch {
			case !ok || strings.TrimSpace(words) != words || words == "":
				t.Errorf("%s: %q is not a kind and words", file, line)
			case !comment:
				t.Errorf("%s: %q stands below no comment", file, line)
			case cues.kinds != "" && !strings.Contains(" "+cues.kinds+" ", " "+kind+" "):
				t.Errorf("%s: nothing asks for %q", file, kind)
			case words != strings.ToLower(words) && kind != "place":
				t.Errorf("%s: %q is not in lower case", file, line)
			case seen[line]:
				t.Errorf("%s: %q stands there twice", file, line)
			}
			seen[line] = true
		}
	}
}
