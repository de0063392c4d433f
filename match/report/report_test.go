package report

import (
	"cmp"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/nocmatch/nocmatch/match"
	"github.com/nocmatch/nocmatch/match/internal/testset"
)

func posting() match.Result {
	const (
		classify = "Classify and code diseases and procedures by established classification systems, for statistics, funding and research"
		abstract = "Abstract clinical data from charts"
		release  = "Release health information to those who may see it"
		train    = "Train staff in documentation"
	)
	return match.Result{
		Schema:   match.Schema,
		Document: match.DocumentSummary{Name: "postings/coder.txt", Words: 412},
		Matches: []match.Match{
			{
				Rank: 1, Code: "12111", Title: "Health information management occupations", Score: 0.5126, Confidence: 0.834, Band: match.Strong,
				Duties: []match.DutyCoverage{
					{Text: classify, Status: match.Covered, Contribution: .1}, {Text: abstract, Status: match.Covered, Contribution: .08}, {Text: release, Status: match.Partial, Contribution: .02}, {Text: train, Status: match.Absent},
				},
				Skills: []match.SkillCoverage{
					{Name: "Records management", Status: match.SkillFound, Contribution: .05}, {Name: "Attention to detail", Status: match.SkillFound, Contribution: .01},
					{Name: "Programming", Status: match.SkillNegated, Contribution: -.01}, {Name: "French", Status: match.SkillAbsent, Contribution: 0},
				},
				Evidence: []match.Evidence{
					{Kind: match.KindTitle, Unit: "Health records technician", Quote: "HEALTH RECORDS TECHNICIAN", Contribution: .2},
					{Kind: match.KindDuty, Unit: classify, Contribution: .1,
						Quote: "Code inpatient charts in ICD-10-CA and CCI, following national standards and the\r\n   department's own turnaround times, query physicians"},
					{Kind: match.KindTitle, Unit: "Records technician", Quote: "health  records technician", Contribution: .1},
					{Kind: match.KindDuty, Unit: abstract, Quote: "abstract charts into the DAD", Contribution: .06},
					{Kind: match.KindTitle, Unit: "Health information management professional", Quote: "HIM professional", Contribution: .05},
					{Kind: match.KindSkill, Unit: "Records management", Quote: "records management", Contribution: .05},
					{Kind: match.KindVocabulary, Unit: "ICD-10-CA", Quote: "ICD-10-CA", Contribution: .04},
					{Kind: match.KindVocabulary, Unit: "Discharge Abstract Database", Quote: "DAD", Contribution: .03},
					{Kind: match.KindDuty, Unit: abstract, Quote: "abstracting", Contribution: .02},
					{Kind: match.KindDuty, Unit: release, Quote: "release of information", Contribution: .02},
					{Kind: match.KindVocabulary, Unit: "Discharge Abstract Database", Quote: "discharge abstracts", Contribution: .02},
					{Kind: match.KindRequirement, Unit: "Diploma in health information management", Quote: "diploma in HIM", Contribution: .02},
					{Kind: match.KindExclusion, Unit: "Health records clerk", See: "14100", Quote: "records clerk", Contribution: -.02},
					{Kind: match.KindSkill, Unit: "Attention to detail", Quote: "detail-oriented", Contribution: .01},
					{Kind: match.KindIndustry, Unit: "Hospitals", Field: match.FieldIndustry, Quote: "hospital", Contribution: .01},
					{Kind: match.KindSkill, Unit: "Programming", Quote: "no programming", Contribution: -.01},
					{Kind: match.KindVocabulary, Unit: "two-step verification", Quote: "two", Contribution: .0005},
				},
			},
			{
				Rank: 2, Code: "14100", Title: "General office support workers", Score: .0914, Confidence: .0712, Band: match.Weak,
				Duties: []match.DutyCoverage{{Text: "File documents", Status: match.Covered, Contribution: .05}, {Text: "Answer telephones", Status: match.Absent, Contribution: 0}},
				Evidence: []match.Evidence{
					{Kind: match.KindTitle, Unit: "Records clerk", Quote: "records clerk", Contribution: .04},
					{Kind: match.KindDuty, Unit: "File documents", Quote: "files loose documents in the chart", Contribution: .03},
					{Kind: match.KindVocabulary, Unit: "filing", Quote: "files", Contribution: .02},
				},
			},
			{Rank: 3, Code: "65329", Title: "Other service support occupations", Score: 0, Confidence: .001, Band: match.Weak},
		},
	}
}

func TestWrite(t *testing.T) {
	abstained := posting()
	abstained.Document = match.DocumentSummary{Name: "menu.txt", Words: 9}
	abstained.Abstained = true
	abstained.Matches = []match.Match{{Rank: 1, Code: "65200", Title: "Food and beverage servers", Score: .02, Confidence: .04, Band: match.Weak,
		Evidence: []match.Evidence{{Kind: match.KindVocabulary, Unit: "menu", Quote: "menu", Contribution: .02}}}}
	abstained.Warnings = []match.Warning{
		{Code: "language", Message: "The text does not seem to be English: few of its words are known, so the matches rest on little."},
		{Code: "short", Message: "Only 9 words."},
	}

	hostile := posting()
	hostile.Document.Name = "cv\x1b]0;owned\x07.txt"
	hostile.Matches = hostile.Matches[:1]
	hostile.Matches[0].Title = "Clerks\x1b[2J\n1. 99999  Forged"
	hostile.Matches[0].Evidence[0].Quote = "HEALTH\x1b[31m RECORDS\u009b2J\r\n\u202eNAICINHCET\x00 \xff"
	hostile.Warnings = []match.Warning{{Code: "copied", Message: "line\nbreak \x1b[1m"}}

	many := match.Result{Document: match.DocumentSummary{Name: "long.txt", Words: 1}, Matches: []match.Match{{
		Rank: 1, Code: "1", Title: "One", Score: .9999, Confidence: .9999, Band: match.Strong, Skills: []match.SkillCoverage{}, Duties: []match.DutyCoverage{}}}}
	for i := range 15 {
		n := strings.Repeat("ab", i%4+1)
		many.Matches[0].Evidence = append(many.Matches[0].Evidence,
			match.Evidence{Kind: match.KindTitle, Unit: fmt.Sprint("title ", n, i), Quote: fmt.Sprint("TITLE ", n, i), Contribution: .01},
			match.Evidence{Kind: match.KindVocabulary, Unit: fmt.Sprint("term ", n, i), Quote: n, Contribution: .01})
	}

	for _, tt := range []struct {
		name   string
		reason string
		result match.Result
		opts   Options
	}{
		{"posting", "the usual case: first match in full, others brief, one of them without evidence", posting(), Options{Title: titleOf}},
		{"zero-options", "no look-up of titles: an exclusion is named with the code alone", posting(), Options{}},
		{"narrow", "quotes and duties are shortened, lists wrapped, the second match is in full too", posting(), Options{Width: 50, Detail: 2}},
		{"absent", "duties that are not shown are listed where that is asked for", posting(), Options{Absent: true, Detail: 3}},
		{"styled", "every role reaches the hook", posting(), Options{Title: titleOf, Style: tagged, Absent: true}},
		{"abstained", "what to be careful about comes first", abstained, Options{}},
		{"abstained-detail", "a guess in detail where that is asked for", abstained, Options{Detail: 1}},
		{"empty", "nothing to show is said, not shown as an empty page", match.Result{}, Options{}},
		{"unknown", "words, and none that is known: said once", match.Result{
			Document: match.DocumentSummary{Name: "x", Words: 2}, Abstained: true, Warnings: []match.Warning{{Code: match.WarnUnknown, Message: "No word is known."}}}, Options{}},
		{"hostile", "no control character reaches the terminal, no text forges a line", hostile, Options{}},
		{"many", "long lists say how much they leave out", many, Options{}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var b strings.Builder
			if err := Write(&b, tt.result, tt.opts); err != nil {
				t.Fatalf("Write() error = %v (%s)", err, tt.reason)
			}
			for line := range strings.Lines(b.String()) {
				for _, r := range strings.TrimSuffix(line, "\n") {
					if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
						t.Errorf("line %q holds the control character %U (%s)", line, r, tt.reason)
					}
				}
				heading := len(line) > 1 && line[1] == '.' // titles of occupations are given in full
				width := cmp.Or(tt.opts.Width, DefaultWidth)
				if n := columns(line) - 1; tt.opts.Style == nil && !heading && n > width {
					t.Errorf("line %q has %d columns, want at most %d (%s)", line, n, width, tt.reason)
				}
			}
			testset.Golden(t, filepath.Join("testdata", tt.name+".txt"), b.String(), tt.reason)
		})
	}
}

func TestWriteErrors(t *testing.T) {
	full := errors.New("disk full")
	for _, tt := range []struct {
		reason string
		opts   Options
		want   string
	}{
		{"the writer's error comes back, with what was being done", Options{}, "report: writing a report: disk full"},
		{"no room for a quote", Options{Width: 49}, "report: Options.Width is 49: it must be 0 (the default) or at least 50"},
		{"a negative number of matches", Options{Detail: -1}, "report: Options.Detail is -1: it must be 0 (the default) or more"},
	} {
		if err := Write(failingWriter{full}, posting(), tt.opts); err == nil || err.Error() != tt.want {
			t.Errorf("Write() error = %v, want %q (%s)", err, tt.want, tt.reason)
		}
	}
}

func TestShorten(t *testing.T) {
	for _, tt := range []struct {
		reason string
		in     string
		width  int
		want   string
	}{
		{"fits", "abc def", 7, "abc def"},
		{"cut between words, filled from both ends", "alpha beta gamma delta epsilon zeta", 20, "alpha beta … zeta"},
		{"one long word is cut inside", "abcdefghijklmnopqrstuvwxyz", 11, "abcd … wxyz"},
		{"letters of several bytes count once", "éééééééééé", 9, "ééé … ééé"},
		{"a combining mark does not count, and is not parted from its letter", strings.Repeat("e\u0301", 4), 4, strings.Repeat("e\u0301", 4)},
		{"nothing", "", 5, ""},
	} {
		got := shorten(tt.in, tt.width)
		if got != tt.want || columns(got) > tt.width {
			t.Errorf("shorten(%q, %d) = %q, want %q (%s)", tt.in, tt.width, got, tt.want, tt.reason)
		}
	}
}

func TestPercent(t *testing.T) {
	for _, tt := range []struct {
		in   float64
		want string
	}{{0, "0%"}, {.0001, "under 1%"}, {.005, "1%"}, {.834, "83%"}, {.994, "99%"}, {.999, "over 99%"}, {1, "100%"}} {
		if got := percent(tt.in); got != tt.want {
			t.Errorf("percent(%v) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

type failingWriter struct{ err error }

func (w failingWriter) Write([]byte) (int, error) { return 0, w.err }

func titleOf(code string) string {
	if code == "14100" {
		return "General office support workers"
	}
	return ""
}

func tagged(role Role, text string) string {
	return "<" + string(role) + ">" + text + "</" + string(role) + ">"
}
