package index

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/blevesearch/bleve/v2/search/query"
	"github.com/google/go-cmp/cmp"

	"github.com/nocmatch/nocmatch/profiles"
)

func search(t testing.TB, x *Index, words string, n int) []Hit {
	t.Helper()
	hits, err := x.Search(t.Context(), words, n)
	if err != nil {
		t.Fatalf("Search(%.80q, %d): %v", words, n, err)
	}
	return hits
}

func codes(hits []Hit) []string {
	var codes []string
	for _, h := range hits {
		codes = append(codes, h.Code)
	}
	return codes
}

func titled(code, title string, titles ...string) profiles.Profile {
	return profiles.Profile{Code: code, Title: title, Titles: titles}
}

func withDuties(p profiles.Profile, duties ...string) profiles.Profile {
	for _, d := range duties {
		p.Duties = append(p.Duties, profiles.Duty{Text: d})
	}
	return p
}

func TestSearchOrder(t *testing.T) {
	tests := []struct {
		reason, words string
		profiles      []profiles.Profile
		want          []string
	}{
		{
			"titles before duties, though these say it three times", "cheese",
			[]profiles.Profile{withDuties(titled("10000", "Farm hands"), "Makes cheese, tastes cheese and sells cheese."), titled("20000", "Cheese makers")},
			[]string{"20000", "10000"},
		},
		{
			"titles before vocabulary", "cheese",
			[]profiles.Profile{{Code: "10000", Title: "Farm hands", Vocabulary: []profiles.Term{{Term: "cheese press", Aliases: []string{"cheese form"}}}}, titled("20000", "Cheese makers")},
			[]string{"20000", "10000"},
		},
		{
			"both words before one", "cheese maker",
			[]profiles.Profile{titled("10000", "Cheese sellers"), titled("20000", "Cheese makers"), titled("30000", "Glass makers")},
			[]string{"20000", "10000", "30000"},
		},
		{
			"a whole word before one that is only begun", "photo",
			[]profiles.Profile{titled("10000", "Photographic artists"), titled("20000", "Photo finishers"), titled("30000", "Glass makers")},
			[]string{"20000", "10000"},
		},
		{
			"a whole word before one that is a letter away", "miner",
			[]profiles.Profile{titled("10000", "Mixer operators"), titled("20000", "Miner helpers"), titled("30000", "Glass makers")},
			[]string{"20000", "10000"},
		},
		{
			"a word in a title before one elsewhere that is only begun", "cooks",
			[]profiles.Profile{withDuties(titled("10000", "Farm hands"), "Cookshops."), titled("20000", "Cooking aides")},
			[]string{"20000", "10000"},
		},
		{"a word begun before one that is a letter away", "clerg", []profiles.Profile{titled("10000", "Clerk"), titled("20000", "Clergymen")}, []string{"20000", "10000"}},
		{"other forms of the word", "making glasses", []profiles.Profile{titled("10000", "Glass makers"), titled("20000", "Cheese sellers")}, []string{"10000"}},
		{"ties by code", "ghost", []profiles.Profile{titled("30000", "Ghosts"), titled("10000", "Ghosts"), titled("20000", "Ghosts")}, []string{"10000", "20000", "30000"}},
		{"a code among words", "maker 20000", []profiles.Profile{titled("10000", "Glass makers"), titled("20000", "Cheese makers")}, []string{"20000", "10000"}},
		{"a digit is no beginning of a code", "class 1", []profiles.Profile{titled("10000", "Glass makers"), titled("20000", "Class 1 drivers")}, []string{"20000"}},
		{"unless it is the code", "7", []profiles.Profile{titled("7", "Glass makers"), titled("70000", "Class 1 drivers")}, []string{"7"}},
		{"any string may be a code", "makers", []profiles.Profile{titled("x-1", "Glass makers"), titled("A/2", "Cheese sellers")}, []string{"x-1"}},
		{
			"a number within a term is no code", "ICD-10-CA",
			[]profiles.Profile{titled("10100", "Glass makers"), withDuties(titled("20000", "Coders"), "Codes in ICD-10-CA.")},
			[]string{"20000"},
		},
		{
			"exclusions say what an occupation is not", "clerk",
			[]profiles.Profile{{Code: "10000", Title: "Glass makers", Exclusions: []profiles.Exclusion{{Title: "Glass clerk"}}}},
			nil,
		},
	}
	for _, tt := range tests {
		t.Run(tt.reason, func(t *testing.T) {
			hits := search(t, build(t, tt.profiles), tt.words, 10)
			if diff := cmp.Diff(tt.want, codes(hits)); diff != "" {
				t.Errorf("Search(%q) mismatch (-want +got):\n%s", tt.words, diff)
			}
			for i, h := range hits {
				if !(h.Score > 0) || i > 0 && h.Score > hits[i-1].Score {
					t.Errorf("hit %d has score %v: %v", i, h.Score, hits)
				}
			}
		})
	}
}

func TestSearchBuiltin(t *testing.T) {
	tests := []struct{ reason, words, want string }{
		{"a job title", "coder", "12111"},
		{"the official title", "Health information management occupations", "12111"},
		{"a word that is only begun", "abstrac", "12111"},
		{"a typo in the second word", "cancer regstry", "12111"},
		{"a letter left out", "transcriptonist", "12110"},
		{"working vocabulary", "ICD-10-CA", "12111"},
		{"a task", "release of information", "12111"},
		{"a neighbour", "medical secretary", "13112"},
		{"another", "records clerk", "14100"},
		{"a code", "12112", "12112"},
	}
	for _, tt := range tests {
		t.Run(tt.reason, func(t *testing.T) {
			hits := search(t, builtinIndex(t), tt.words, 3)
			p, _ := profiles.Lookup(tt.want)
			if len(hits) == 0 || hits[0].Code != tt.want || hits[0].Title != p.Title {
				t.Errorf("Search(%q) = %v, want %s %s first", tt.words, hits, tt.want, p.Title)
			}
		})
	}
}

// What a person expects of all 516 unit groups. Where several are right, a space parts them. Boosts trade one of these for another, so
// that one in ten may come second to fifth.
func TestSearchOfficial(t *testing.T) {
	tests := []struct{ words, want string }{
		{"accountant", "11100"}, {"bank teller", "64400"}, {"bookkeeper", "12200"}, {"bus driver", "73301"}, {"cancer registrar", "12111"},
		{"carpenter", "72310"}, {"cashier", "65100"}, {"chef", "62200"}, {"coder", "12111"}, {"cook", "63200"}, {"court reporter", "12110"},
		{"data entry clerk", "14111"}, {"dental hygienist", "32111"}, {"early childhood educator", "42202"}, {"electrician", "72200 72201 72202"},
		{"farm worker", "85100"}, {"firefighter", "42101"}, {"hospital administrator", "30010 00013"}, {"hr manager", "10011"}, {"janitor", "65312"},
		{"lawyer", "41101"}, {"librarian", "51100"}, {"lpn", "32101"}, {"medical secretary", "13112"}, {"nurse", "31301 31300 32101 31302"},
		{"pharmacist", "31120"}, {"physiotherapist", "31202"}, {"plumber", "72300"}, {"psw", "33102 44101"}, {"real estate agent", "63101"},
		{"receptionist", "14101"}, {"registered nurse", "31301"}, {"restaurant manager", "60030"}, {"security guard", "64410"},
		{"software developer", "21232"}, {"statistician", "21210"}, {"truck driver", "73300"}, {"web developr", "21234"}, {"weldr", "72106"},
		{"Health information management occupations", "12111"},
	}
	x := officialIndex(t)
	var late []string
	for _, tt := range tests {
		right := func(h Hit) bool { return slices.Contains(strings.Fields(tt.want), h.Code) }
		hits := search(t, x, tt.words, 5)
		switch place := slices.IndexFunc(hits, right); {
		case place < 0:
			t.Errorf("Search(%q) = %v, want %s among them", tt.words, hits, tt.want)
		case place > 0:
			late = append(late, fmt.Sprintf("%s: %v, want %s", tt.words, hits[:place+1], tt.want))
		}
	}
	if len(late) > len(tests)/10 {
		t.Errorf("%d of %d searches give another occupation first:\n%s", len(late), len(tests), strings.Join(late, "\n"))
	}
}

func TestSearchCodePrefix(t *testing.T) {
	x := builtinIndex(t)
	for _, prefix := range []string{"12", "121", "12111", "30"} {
		var want []string
		for _, p := range x.Profiles() {
			if strings.HasPrefix(p.Code, prefix) {
				want = append(want, p.Code)
			}
		}
		got := codes(search(t, x, prefix, len(x.Profiles())))
		if len(got) > len(want) {
			got = got[:len(want)] // the number may be a word of a profile too
		}
		slices.Sort(got)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("Search(%q) mismatch (-want +got):\n%s", prefix, diff)
		}
	}
}

func TestSearchLimit(t *testing.T) {
	x := build(t, []profiles.Profile{titled("10000", "Ghosts"), titled("20000", "Ghosts"), titled("30000", "Ghosts"), titled("40000", "Clerks")})
	tests := []struct {
		reason string
		n      int
		want   []string
	}{
		{"none", 0, nil},
		{"less than none", -1, nil},
		{"one", 1, []string{"10000"}},
		{"two of three", 2, []string{"10000", "20000"}},
		{"more than there are", 1 << 40, []string{"10000", "20000", "30000"}},
	}
	for _, tt := range tests {
		t.Run(tt.reason, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, codes(search(t, x, "ghost", tt.n))); diff != "" {
				t.Errorf("n = %d mismatch (-want +got):\n%s", tt.n, diff)
			}
		})
	}
}

func TestSearchNothing(t *testing.T) {
	x := builtinIndex(t)
	tests := []struct{ reason, words string }{
		{"empty", ""},
		{"white space", " \n\t"},
		{"stop words", "the of and"},
		{"punctuation", "?!* \" ( ~ ^"},
		{"a word of no profile", "qqqzzzxxq"},
		{"no word but data", strings.Repeat("x", 5000)},
		{"invalid UTF-8", "\xff\xfe"},
	}
	for _, tt := range tests {
		t.Run(tt.reason, func(t *testing.T) {
			if hits := search(t, x, tt.words, 10); hits != nil {
				t.Errorf("Search(%.80q) = %v, want nil", tt.words, hits)
			}
		})
	}
}

// Scores too are the same, run for run and build for build: sums of Bleve must not depend on the order of documents.
func TestSearchDeterministic(t *testing.T) {
	for _, c := range corpora {
		t.Run(c.name, func(t *testing.T) {
			x := c.index(t)
			other := c.rebuilt(t)
			for _, words := range []string{"records clerk", "health information management coder abstracting release", "manager", "12", "regstry nurs"} {
				want := search(t, x, words, 40)
				if len(want) == 0 {
					t.Errorf("nothing found for %q", words)
				}
				for range 20 {
					if diff := cmp.Diff(want, search(t, x, words, 40)); diff != "" {
						t.Fatalf("%q: another answer for the same words (-want +got):\n%s", words, diff)
					}
				}
				if diff := cmp.Diff(want, search(t, other, words, 40)); diff != "" {
					t.Errorf("%q: another answer by profiles in another order (-want +got):\n%s", words, diff)
				}
			}
		})
	}
}

func TestSearchCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	hits, err := builtinIndex(t).Search(ctx, "coder", 5)
	if !errors.Is(err, context.Canceled) || hits != nil {
		t.Errorf("Search = %v, %v, want the context's error", hits, err)
	}
}

func TestSearchClosed(t *testing.T) {
	x := build(t, []profiles.Profile{titled("10000", "Ghosts")})
	for range 2 {
		if err := x.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if hits, err := x.Search(t.Context(), "ghost", 5); err == nil || hits != nil {
		t.Errorf("Search after Close = %v, %v, want an error", hits, err)
	}
	if got := x.Analyze(nil, "ghosts"); len(got) != 1 || got[0].ID == NoTerm || x.Postings().NumDocs != 1 || len(x.Profiles()) != 1 {
		t.Errorf("after Close the rest does not go on working: %v", got)
	}
}

// What a search costs does not grow with its words without end.
func TestSearchLongQuery(t *testing.T) {
	x := builtinIndex(t)
	text := strings.Repeat("health information coder 12111 abstracting records ", 2000)
	q, ok := x.query(text).(*query.DisjunctionQuery)
	if !ok {
		t.Fatal("a query of another kind")
	}
	const most = maxSearchWords*NumFields + NumFields + 3*maxSearchWords
	if len(q.Disjuncts) > most {
		t.Errorf("%d clauses, want at most %d", len(q.Disjuncts), most)
	}
	if hits := search(t, x, text, 1); len(hits) != 1 || hits[0].Code != "12111" {
		t.Errorf("hits = %v, want 12111", hits)
	}
}

func TestSearchConcurrently(t *testing.T) {
	x := builtinIndex(t)
	queries := []string{"coder", "records clerk", "abstrac", "nurse manager", "121"}
	want := map[string][]Hit{}
	for _, q := range queries {
		want[q] = search(t, x, q, 5)
	}
	var wg sync.WaitGroup
	for g := range 4 {
		wg.Go(func() {
			for i := range 20 {
				q := queries[(g+i)%len(queries)]
				got, err := x.Search(t.Context(), q, 5)
				if diff := cmp.Diff(want[q], got); err != nil || diff != "" {
					t.Errorf("%q: %v (-want +got):\n%s", q, err, diff)
				}
			}
		})
	}
	wg.Wait()
}

// Words of Bleve's query language are words.
func TestSearchSyntax(t *testing.T) {
	x := build(t, []profiles.Profile{titled("10000", "Ghosts"), titled("20000", "Clerks")})
	for _, words := range []string{`+ghost -clerk`, `titles:ghost clerk`, `/ghost.*/ clerk`, `"ghost clerk"~2`, `ghost^5 clerk`} {
		got := codes(search(t, x, words, 5))
		slices.Sort(got)
		if diff := cmp.Diff([]string{"10000", "20000"}, got); diff != "" {
			t.Errorf("Search(%s) mismatch (-want +got):\n%s", fmt.Sprintf("%q", words), diff)
		}
	}
}
