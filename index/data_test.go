package index

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"github.com/kljensen/snowball/english"
)

// rows gives the rows of a table as they stand in the file, each with its line number; loadTable keeps the last of two alike.
func rows(t *testing.T, name, data string) (rows [][]string) {
	t.Helper()
	line := 0
	for text := range strings.Lines(data) {
		line++
		text = strings.TrimSuffix(text, "\n")
		if strings.HasPrefix(text, "#") {
			continue
		}
		cols := strings.Split(text, "\t")
		if len(cols) != 3 || slices.ContainsFunc(cols, func(c string) bool { return c == "" || c != strings.TrimSpace(c) }) {
			t.Errorf("%s:%d: %q is not three columns", name, line, text)
			continue
		}
		rows = append(rows, cols)
	}
	return rows
}

func reportDuplicates(t *testing.T, name string, words []string) {
	t.Helper()
	seen := map[string]bool{}
	for _, w := range words {
		if seen[w] {
			t.Errorf("%s: %q comes twice", name, w)
		}
		seen[w] = true
	}
}

func firsts(rows [][]string) (words []string) {
	for _, r := range rows {
		words = append(words, r[0])
	}
	return words
}

func TestAliases(t *testing.T) {
	const name = "aliases.tsv"
	table := rows(t, name, aliasData)
	reportDuplicates(t, name, firsts(table))
	a := NewAnalyzer()
	for _, row := range table {
		from, to := row[0], row[1]
		capitals := from == strings.ToUpper(from)
		if !capitals && from != strings.ToLower(from) {
			t.Errorf("%s: %q is neither lower case nor in capitals: no word is looked up so", name, from)
		}
		if from == to {
			t.Errorf("%s: %q becomes itself", name, from)
		}
		if a.stop[from] {
			t.Errorf("%s: %q is a stop word, and does not stand where it should", name, from)
		}
		var want []string
		for _, w := range strings.Fields(to) {
			if term, whole := strings.CutPrefix(w, "="); whole {
				want = append(want, term)
				continue
			}
			if next, chained := a.aliases[w]; chained {
				t.Errorf("%s: %q becomes %q, which becomes %q: write that, as rows are not chained", name, from, w, next)
			}
			// The words must give the terms that they give where a text has them.
			for _, tok := range a.Analyze(nil, w) {
				if tok.Stop {
					t.Errorf("%s: %q becomes the stop word %q", name, from, w)
				}
				want = append(want, tok.Term)
			}
		}
		var got []string
		for _, tok := range a.Analyze(nil, from) {
			got = append(got, tok.Term)
			if tok.Stop {
				t.Errorf("%s: %q is a stop word all the same", name, from)
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: terms of %q and of %q differ (-to +from):\n%s", name, to, from, diff)
		}
		without := NewAnalyzer()
		delete(without.aliases, from)
		if fmt.Sprint(show(from, without.Analyze(nil, from))) == show(from, a.Analyze(nil, from)) {
			t.Errorf("%s: without its row %q has the same terms, %q: leave it out", name, from, got)
		}
	}
}

func TestPersonTrades(t *testing.T) {
	a := NewAnalyzer()
	for trade := range personTrades {
		want := a.Analyze(nil, trade+"man")[0].Term
		for _, suffix := range personSuffixes {
			word := trade + suffix
			if _, alias := a.aliases[word]; alias {
				continue
			}
			if got := a.Analyze(nil, word)[0].Term; got != want {
				t.Errorf("%s becomes %q, %sman %q", word, got, trade, want)
			}
		}
	}
}

// family is a word that Snowball gives a stem of stems.tsv, and another that has the stem of its family.
type family struct{ word, other string }

// families has one row for each of stems.tsv.
var families = map[string]family{
	"abstractor":       {"abstractor", "abstracting"},
	"administ":         {"administer", "administration"},
	"analysi":          {"analysis", "analyse"},
	"analyst":          {"analyst", "analyse"},
	"analyt":           {"analytics", "analyse"},
	"analyz":           {"analyze", "analyse"},
	"archivist":        {"archivist", "archives"},
	"auditor":          {"auditor", "auditing"},
	"baker":            {"baker", "baking"},
	"bakeri":           {"bakery", "baking"},
	"brewer":           {"brewer", "brewing"},
	"breweri":          {"brewery", "brewing"},
	"butcheri":         {"butchery", "butcher"},
	"classif":          {"classification", "classified"},
	"cleaner":          {"cleaner", "cleaning"},
	"coder":            {"coder", "coding"},
	"dentist":          {"dentist", "dental"},
	"dentistri":        {"dentistry", "dental"},
	"driver":           {"driver", "driving"},
	"editor":           {"editor", "editing"},
	"electrician":      {"electrician", "electricity"},
	"farmer":           {"farmer", "farming"},
	"inspector":        {"inspector", "inspecting"},
	"instructor":       {"instructor", "instruction"},
	"librarian":        {"librarian", "library"},
	"licens":           {"license", "licence"},
	"logger":           {"logger", "logging"},
	"miner":            {"miner", "mining"},
	"painter":          {"painter", "painting"},
	"pharmacist":       {"pharmacist", "pharmacy"},
	"planner":          {"planner", "planning"},
	"plumber":          {"plumber", "plumbing"},
	"programm":         {"programmer", "program"},
	"receptionist":     {"receptionist", "reception"},
	"regist":           {"register", "registry"},
	"registrar":        {"registrar", "registry"},
	"retent":           {"retention", "retain"},
	"roofer":           {"roofer", "roofing"},
	"statistician":     {"statistician", "statistics"},
	"supervisor":       {"supervisor", "supervise"},
	"supervisori":      {"supervisory", "supervise"},
	"teacher":          {"teacher", "teaching"},
	"trainer":          {"trainer", "training"},
	"transcrib":        {"transcribe", "transcript"},
	"transcriptionist": {"transcriptionist", "transcription"},
	"welder":           {"welder", "welding"},
}

func TestStems(t *testing.T) {
	const name = "stems.tsv"
	table := rows(t, name, stemData)
	reportDuplicates(t, name, firsts(table))
	a := NewAnalyzer()
	for _, row := range table {
		from, to := row[0], row[1]
		if next, chained := a.stems[to]; chained {
			t.Errorf("%s: %q becomes %q, which becomes %q: write that, as rows are not chained", name, from, to, next)
		}
		f, ok := families[from]
		if !ok {
			t.Errorf("%s: no word for the stem %q in the families of this test", name, from)
			continue
		}
		if stem := english.Stem(f.word, true); stem != from {
			t.Errorf("%s: Snowball gives %q the stem %q, not %q", name, f.word, stem, from)
		}
		if stem := english.Stem(f.other, true); stem != to {
			t.Errorf("%s: Snowball gives %q the stem %q, not %q", name, f.other, stem, to)
		}
		if got, want := show(f.word, a.Analyze(nil, f.word)), f.word+"→"+to; got != want {
			t.Errorf("%s: analysis gives %s, want %s: the row does nothing", name, got, want)
		}
	}
	if len(families) != len(table) {
		t.Errorf("%d rows in %s, %d families in this test", len(table), name, len(families))
	}
}

func TestStopWords(t *testing.T) {
	var words []string
	for line := range strings.Lines(stopData) {
		line, _, _ = strings.Cut(line, "#")
		words = append(words, strings.Fields(line)...)
	}
	reportDuplicates(t, "stop.txt", words)
	a := NewAnalyzer()
	for _, w := range words {
		if got, want := show(w, a.Analyze(nil, w)), "("+w+")"; got != want {
			t.Errorf("stop.txt: the analysis of %q is %s: not a word that is looked up", w, got)
		}
	}
}

func TestProtectedTerms(t *testing.T) {
	var terms []string
	for line := range strings.Lines(protectedData) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			terms = append(terms, line)
		}
	}
	lowered := make([]string, len(terms))
	for i, term := range terms {
		lowered[i] = strings.ToLower(term)
		if strings.ContainsFunc(term, func(r rune) bool { return r >= unicode.MaxASCII || unicode.IsSpace(r) }) {
			t.Errorf("protected.txt: %q has a rune that is not matched", term)
		}
	}
	reportDuplicates(t, "protected.txt", lowered)
	a := NewAnalyzer()
	for i, term := range terms {
		spellings := []string{term, lowered[i], strings.ToUpper(term)}
		if strings.Contains(term, "-") {
			for _, joint := range []string{"", " ", "\u00a0", "\u2010", "\u2011", "\u2013", "\u2014"} {
				spellings = append(spellings, strings.ReplaceAll(term, "-", joint))
			}
		}
		for _, s := range spellings {
			for _, frame := range []string{"%s", "(%s)", "all %s, too", "%s/%[1]s"} {
				text := fmt.Sprintf(frame, s)
				got := a.Analyze(nil, text)
				got = slices.DeleteFunc(got, func(tok Token) bool { return tok.Stop })
				if len(got) != strings.Count(frame, "%") || got[0].Term != lowered[i] || text[got[0].Start:got[0].End] != s {
					t.Errorf("protected.txt: %q gives %s, want %q in one piece", text, show(text, got), lowered[i])
				}
			}
		}
	}
}
