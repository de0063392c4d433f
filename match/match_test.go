package match

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/nocmatch/nocmatch/match/ablation"
	"github.com/nocmatch/nocmatch/match/internal/lexicon"
	"github.com/nocmatch/nocmatch/match/internal/read"
	"github.com/nocmatch/nocmatch/match/internal/testset"
	"github.com/nocmatch/nocmatch/profiles"
)

// workshop is a small classification of its own, so that tests of behaviour don't hang on the wording of the built-in profiles.
func workshop() []profiles.Profile {
	return []profiles.Profile{
		{
			Code: "A1", Title: "Bicycle mechanics",
			Lead:       "Bicycle mechanics repair and tune bicycles in shops.",
			Titles:     []string{"Bicycle mechanic", "Bike repairer", "Wheel builder", "Mechanic - bicycles"},
			Duties:     []profiles.Duty{{Text: "True bent wheels on a truing stand and replace broken spokes"}, {Text: "Adjust derailleurs, cables and brakes"}, {Text: "May order spare parts", Optional: true}},
			Vocabulary: []profiles.Term{{Term: "bottom bracket", Aliases: []string{"BB"}, Kind: "object"}, {Term: "truing stand", Kind: "tool"}, {Term: "Park Tool", Kind: "tool"}, {Term: "hydraulic brake bleed", Kind: "method"}},
			Skills:     []profiles.Skill{{Name: "Customer service", Aliases: []string{"serving customers"}}, {Name: "Welding"}, {Name: "Manual dexterity"}},
			Exclusions: []profiles.Exclusion{{Title: "Bicycle assembler", See: "A2"}, {Title: "Bicycle shop manager", See: "A3"}},
		},
		{
			Code: "A2", Title: "Assemblers of bicycles",
			Titles:     []string{"Bicycle assembler", "Bike builder", "Assembly line worker - bicycles"},
			Duties:     []profiles.Duty{{Text: "Fit forks, cranks and pedals to frames on the assembly line"}, {Text: "Pack finished bicycles into cartons"}},
			Exclusions: []profiles.Exclusion{{Title: "Bicycle mechanic", See: "A1"}},
		},
		{
			Code: "A3", Title: "Managers of shops",
			Titles: []string{"Shop manager", "Bicycle shop manager", "Store manager"},
			Duties: []profiles.Duty{{Text: "Plan budgets and hire staff of the shop"}, {Text: "Set prices and watch the inventory"}},
		},
		{Code: "A4", Title: "Bakers", Titles: []string{"Baker", "Pastry baker"}, Duties: []profiles.Duty{{Text: "Knead dough and bake bread in ovens"}}},
	}
}

func matchText(t testing.TB, m *Matcher, d Document) Result {
	t.Helper()
	r, err := m.Match(context.Background(), d)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func find(t *testing.T, r Result, code string) Match {
	t.Helper()
	i := slices.IndexFunc(r.Matches, func(m Match) bool { return m.Code == code })
	if i < 0 {
		t.Fatalf("no match for %s among %d", code, len(r.Matches))
	}
	return r.Matches[i]
}

func warned(r Result, code WarningCode) bool {
	return slices.ContainsFunc(r.Warnings, func(w Warning) bool { return w.Code == code })
}

func TestBestMatch(t *testing.T) {
	m := matcherOf(t, workshop(), Options{})
	tests := []struct {
		name, reason, want string
		d                  Document
	}{
		{"title", "a title word for word", "A1", Document{Title: "Bicycle mechanic"}},
		{"capitals", "letter case says nothing", "A1", Document{Title: "BICYCLE MECHANIC"}},
		{"reordered", "word order of a title says little", "A1", Document{Title: "mechanic, bicycle"}},
		{"short text", "a text of a few words is a title", "A2", Document{Text: "bicycle assembler"}},
		{"typo", "an unknown word near a known one counts for it", "A4", Document{Title: "bakre pastry"}},
		{"industry", "a vague title leans on the industry", "A4", Document{Title: "worker", Industry: "bakers"}},
		{"duties alone", "no title is needed", "A1", Document{Text: "You will true wheels all day on our truing stand, replace broken spokes, and adjust cables, brakes and derailleurs until they run smoothly."}},
		{"title line over duties of others", "the job is the first line, the rest is the company", "A3", Document{Text: "Bicycle shop manager\n\nOur mechanics adjust brakes and cables. You plan the budget, hire staff, set prices and keep an eye on the inventory of the shop."}},
		{"dated job", "a resume's latest job comes first", "A4", Document{Text: "Kim Example\n\nExperience\nPastry baker, 2019 - present\nKneads dough and bakes bread in the ovens of a small shop.\n\nBicycle mechanic, 2010 - 2012\nAdjusted brakes."}},
		{"cue in a sentence", "letters say the title in prose", "A2", Document{Text: "To whom it may concern. This is to confirm that Kim Example has been employed as a bicycle assembler since 2020. Kim packs finished bicycles into cartons with great care."}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := matchText(t, m, tt.d)
			if len(r.Matches) == 0 || r.Matches[0].Code != tt.want || r.Abstained {
				t.Errorf("got %+v (abstained %v), want %s first: %s", codesOf(r), r.Abstained, tt.want, tt.reason)
			}
		})
	}
}

func codesOf(r Result) []string {
	var codes []string
	for _, m := range r.Matches {
		codes = append(codes, fmt.Sprintf("%s %.3f", m.Code, m.Score))
	}
	return codes
}

func TestSkills(t *testing.T) {
	m := matcherOf(t, workshop(), Options{})
	tests := []struct {
		name, reason string
		text         string
		want         []SkillStatus // of customer service, welding, manual dexterity
	}{
		{"named", "the name of a skill", "A bicycle mechanic with an eye for customer service and much manual dexterity, please, in our shop.", []SkillStatus{SkillFound, SkillAbsent, SkillFound}},
		{"alias", "another phrasing of it", "You like serving customers at the counter of our bicycle shop in the old town.", []SkillStatus{SkillFound, SkillAbsent, SkillAbsent}},
		{"no ... required", "a denial before the skill", "Bicycle mechanic for our shop in the old town. No welding experience required.", []SkillStatus{SkillAbsent, SkillNegated, SkillAbsent}},
		{"... is not required", "a denial after the skill", "Bicycle mechanic for our shop in the old town. Welding is not required.", []SkillStatus{SkillAbsent, SkillNegated, SkillAbsent}},
		{"without", "a denial by another word", "Bicycle mechanic for our shop in the old town, without welding.", []SkillStatus{SkillAbsent, SkillNegated, SkillAbsent}},
		{"isn't required", "a contraction, with a typographic apostrophe", "Bicycle mechanic for our shop in the old town. Welding isn\u2019t required.", []SkillStatus{SkillAbsent, SkillNegated, SkillAbsent}},
		{"not part of", "a denial of the work", "Bicycle mechanic for our shop in the old town: welding is not part of this job.", []SkillStatus{SkillAbsent, SkillNegated, SkillAbsent}},
		{"not only", "no denial", "Bicycle mechanic for our shop: not only welding but also customer service.", []SkillStatus{SkillFound, SkillFound, SkillAbsent}},
		{"asked for elsewhere", "one place that asks outweighs one that denies", "No welding in the first year at our bicycle shop. Later on, welding is part of the work.", []SkillStatus{SkillAbsent, SkillFound, SkillAbsent}},
		{"another clause", "a denial ends with its clause", "No evening shifts, but welding and customer service every day in our bicycle shop.", []SkillStatus{SkillFound, SkillFound, SkillAbsent}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := matchText(t, with(t, m, Options{Codes: []string{"A1"}}), Document{Text: tt.text})
			var got []SkillStatus
			for _, s := range r.Matches[0].Skills {
				got = append(got, s.Status)
				if s.Status == SkillNegated && s.Contribution >= 0 || s.Status == SkillFound && s.Contribution <= 0 {
					t.Errorf("%s is %s and contributes %v", s.Name, s.Status, s.Contribution)
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", tt.reason, diff)
			}
		})
	}
}

func TestDuties(t *testing.T) {
	m := matcherOf(t, workshop(), Options{Codes: []string{"A1"}})
	r := matchText(t, m, Document{Text: "The work in our shop:\n- truing bent wheels on the truing stand, replacing broken spokes\n- derailleurs and chains\n- tidying up at the end of the day"})
	var got []DutyStatus
	for _, d := range r.Matches[0].Duties {
		got = append(got, d.Status)
	}
	if diff := cmp.Diff([]DutyStatus{Covered, Absent, Absent}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	i := slices.IndexFunc(r.Matches[0].Evidence, func(e Evidence) bool { return e.Kind == KindDuty && strings.HasPrefix(e.Unit, "True bent") })
	if i < 0 || r.Matches[0].Evidence[i].Quote != "truing bent wheels on the truing stand, replacing broken spokes" {
		t.Errorf("the covered duty is quoted as %+v", r.Matches[0].Evidence)
	}
}

func TestExclusion(t *testing.T) {
	m := matcherOf(t, workshop(), Options{})
	r := matchText(t, m, Document{Text: "Bicycle assembler\n\nYou adjust brakes and cables and true wheels before you pack the finished bicycles into cartons."})
	if r.Matches[0].Code != "A2" {
		t.Errorf("got %v, want A2 first", codesOf(r))
	}
	a1 := find(t, matchText(t, with(t, m, Options{Codes: []string{"A1"}}), Document{Text: "Bicycle assembler\n\nYou adjust brakes and cables and true wheels before you pack the finished bicycles into cartons."}), "A1")
	var got []Evidence
	for _, e := range a1.Evidence {
		if e.Kind == KindExclusion {
			e.Contribution = 0
			got = append(got, e)
		}
		if e.Contribution > 0 && e.Start < len("Bicycle assembler") {
			t.Errorf("words of the exclusion speak for the occupation as well: %+v", e)
		}
	}
	want := []Evidence{{Kind: KindExclusion, Unit: "Bicycle assembler", See: "A2", Field: FieldText, Start: 0, End: 17, Quote: "Bicycle assembler"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	r = matchText(t, m, Document{Text: "Bicycle mechanic\n\nYou work beside a bicycle assembler and adjust derailleurs, cables and brakes."})
	if r.Matches[0].Code != "A1" || slices.ContainsFunc(r.Matches[0].Evidence, func(e Evidence) bool { return e.Kind == KindExclusion }) {
		t.Errorf("an exclusion outside a title line applies: %v", codesOf(r))
	}
}

func TestAbstains(t *testing.T) {
	m := matcherOf(t, workshop(), Options{})
	tests := []struct {
		name, reason string
		d            Document
		want         bool
		warning      WarningCode
	}{
		{"empty", "nothing to go by", Document{}, true, WarnEmpty},
		{"punctuation", "no words", Document{Text: "--- ... !!!"}, true, WarnEmpty},
		{"unknown title", "no word of it is known, nor near a known one", Document{Title: "xyzzy plugh"}, true, WarnUnknown},
		{"known title", "a bare title says what it says", Document{Title: "mechanic"}, false, ""},
		{"about nothing", "words of a shop in a text about none", Document{Text: "Dear all, my birthday party is on Saturday in the garden behind the old shop. Bring cake, bread if you like, and a bicycle if the weather is fine. We will have music and games for the children until the evening."}, true, WarnShort},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := matchText(t, m, tt.d)
			if r.Abstained != tt.want {
				t.Errorf("abstained %v, want %v: %s; %v", r.Abstained, tt.want, tt.reason, codesOf(r))
			}
			if tt.warning != "" && !warned(r, tt.warning) {
				t.Errorf("no warning %q in %+v", tt.warning, r.Warnings)
			}
		})
	}
}

// TestKeywords: pasted keywords are flagged and don't buy the first rank, however they are laid out.
func TestKeywords(t *testing.T) {
	m := defaultMatcher(t)
	coder, _ := profiles.Lookup("12111")
	var terms []string
	for _, v := range coder.Vocabulary {
		terms = append(terms, v.Term)
	}
	honest := map[string]string{
		"14100": "File clerk, law firm\n\nYou open the mail, file documents in colour-coded folders, photocopy, scan and shred, and bring closed files to off-site storage. You answer the phone when the receptionist is at lunch.",
		"33101": "Medical laboratory assistant\n\nYou collect blood by venipuncture, label and centrifuge specimens, enter requisitions and prepare slides and media for the technologists. Phlebotomy experience is an asset.",
		"52100": "Library technician\n\nYou catalogue books and serials, handle interlibrary loans, answer reference questions at the desk and show readers how to search the databases.",
	}
	for code, text := range honest {
		if r := matchText(t, m, Document{Text: text}); r.Matches[0].Code != code || warned(r, WarnKeywords) {
			t.Errorf("%s without keywords: %v, warnings %+v", code, codesOf(r)[:2], r.Warnings)
		}
		for layout, separator := range map[string]string{"commas": ", ", "lines": "\n", "bullets": "\n- "} {
			for _, n := range []int{20, len(terms)} {
				r := matchText(t, m, Document{Text: text + "\n\n" + strings.Join(terms[:n], separator)})
				if r.Matches[0].Code != code || !warned(r, WarnKeywords) {
					t.Errorf("%s with %d keywords of 12111 by %s: %v, warnings %+v", code, n, layout, codesOf(r)[:2], r.Warnings)
				}
			}
		}
	}
	own := "Health records coder\n\nI have coded inpatient charts for six years. Systems and standards: " + strings.Join(terms[:8], ", ") + "."
	if r := matchText(t, m, Document{Text: own}); warned(r, WarnKeywords) {
		t.Errorf("an honest list is taken for pasted: %+v", r.Warnings)
	}
}

// TestRepeated: identical sentences count once, and a repeated term saturates.
func TestRepeated(t *testing.T) {
	m := matcherOf(t, workshop(), Options{})
	sentence := "You true bent wheels on a stand, replace broken spokes and adjust the cables of brakes. "
	rest := "Our shop has stood in the old town for many years and is known far beyond it for bread. "
	once, often := matchText(t, m, Document{Text: sentence + rest}), matchText(t, m, Document{Text: strings.Repeat(sentence, 20) + rest})
	if a, b := find(t, once, "A1").Score, find(t, often, "A1").Score; a != b {
		t.Errorf("a sentence twenty times scores %v, once %v", b, a)
	}
	if !warned(often, WarnRepeated) || warned(once, WarnRepeated) {
		t.Errorf("warnings %+v and %+v", once.Warnings, often.Warnings)
	}
	score := func(n int) float64 {
		return find(t, matchText(t, m, Document{Text: rest + strings.Repeat("spokes wheels ", n) + "and more of that kind."}), "A1").Score
	}
	if three, fifteen := score(3), score(15); fifteen > three*1.05 {
		t.Errorf("a term three times scores %v, fifteen times %v", three, fifteen)
	}
}

// TestCopied: the wording of a profile is flagged wherever it stands, and counts for nothing under a title that points elsewhere.
func TestCopied(t *testing.T) {
	m := matcherOf(t, workshop(), Options{Codes: []string{"A1"}})
	copied := "True bent wheels on a truing stand and replace broken spokes. Adjust derailleurs, cables and brakes."
	alone := matchText(t, m, Document{Text: copied})
	under := matchText(t, m, Document{Text: "Pastry baker\n\n" + copied})
	own := matchText(t, m, Document{Text: "Bicycle mechanic\n\n" + copied})
	reworded := matchText(t, m, Document{Text: "Bicycle mechanic\n\nYou get wheels round again, change spokes, and look after brakes for people in a hurry."})
	for name, r := range map[string]Result{"alone": alone, "under another title": under, "under its own title": own} {
		if !warned(r, WarnCopied) {
			t.Errorf("%s: no warning in %+v", name, r.Warnings)
		}
	}
	if warned(reworded, WarnCopied) {
		t.Errorf("own words are taken for a copy: %+v", reworded.Warnings)
	}
	if a, b := alone.Matches[0].Score, under.Matches[0].Score; b > a/2 {
		t.Errorf("copied duties score %v alone and %v under another title", a, b)
	}
	if len(alone.Matches[0].Evidence) == 0 || own.Matches[0].Score <= alone.Matches[0].Score {
		t.Errorf("copied duties alone score %v, under their own title %v", alone.Matches[0].Score, own.Matches[0].Score)
	}
}

func TestAbbreviationsInCapitals(t *testing.T) {
	m := matcherOf(t, workshop(), Options{Codes: []string{"A1"}})
	has := func(text string) bool {
		r := matchText(t, m, Document{Text: text})
		return slices.ContainsFunc(r.Matches[0].Evidence, func(e Evidence) bool { return e.Kind == KindVocabulary && e.Unit == "BB" })
	}
	if !has("Fitting a new BB is daily work in our bicycle shop in the old town.") {
		t.Error("BB in capitals is not found")
	}
	if has("Fitting a new bb gun is no work in our bicycle shop in the old town.") {
		t.Error("bb in lower case is found")
	}
}

func TestErrors(t *testing.T) {
	m := matcherOf(t, workshop(), Options{})
	if _, err := m.With(Options{Codes: []string{"A1", "99999"}}); err == nil || !strings.Contains(err.Error(), "99999") {
		t.Errorf("an unknown code: error %v", err)
	}
	if err := (Options{Top: -1, MaxBytes: -1, Workers: -1}).Validate(); err == nil || strings.Count(err.Error(), "Options.") != 3 {
		t.Errorf("not everything wrong is named: %v", err)
	}
	small := with(t, m, Options{MaxBytes: 10})
	_, err := small.Match(t.Context(), Document{Name: "long.txt", Title: "12345", Text: "1234567"})
	if want := (&TooLargeError{"long.txt", 12, 10}); !errors.As(err, new(*TooLargeError)) || cmp.Diff(want, err) != "" {
		t.Errorf("got %v, want %v", err, want)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := m.Match(ctx, Document{Title: "x"}); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled match: error %v", err)
	}
}

func TestSummaries(t *testing.T) {
	m := matcherOf(t, workshop(), Options{})
	for _, tt := range []struct {
		reason string
		d      Document
		want   DocumentSummary
	}{
		{"a text of a word is a title", Document{Name: "n", Text: "baker"},
			DocumentSummary{Name: "n", Bytes: 5, Words: 1, Kind: BareTitle}},
		{"a text and a title", Document{Title: "Baker", Text: "Kneads the dough and bakes bread and cakes all day."},
			DocumentSummary{Bytes: 51, Words: 11, Kind: LongText}},
		{"a title alone", Document{Title: "Baker"}, DocumentSummary{Bytes: 5, Words: 1, Kind: BareTitle}},
		{"nothing", Document{}, DocumentSummary{Kind: BareTitle}},
	} {
		r := matchText(t, m, tt.d)
		input := tt.d.Text
		if input == "" {
			input = tt.d.Title
		}
		tt.want.SHA256 = fmt.Sprintf("%x", sha256.Sum256([]byte(input)))
		if diff := cmp.Diff(tt.want, r.Document); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.reason, diff)
		}
		if r.Schema != Schema || r.Version != Version || r.Profiles.Count != 4 || len(r.Profiles.SHA256) != 64 {
			t.Errorf("%s: schema %q, version %q, profiles %+v", tt.reason, r.Schema, r.Version, r.Profiles)
		}
	}
}

// TestBest: the answer is the first match, unless the result gives none.
func TestBest(t *testing.T) {
	m := matcherOf(t, workshop(), Options{})
	if best, ok := matchText(t, m, Document{Title: "Baker"}).Best(); !ok || best.Code != "A4" {
		t.Errorf("the best match of a baker is %s, %v", best.Code, ok)
	}
	for _, d := range []Document{{}, {Title: "xyzzy"}, {Text: "Dear all, my birthday party is on Saturday behind the old shop. Bring bread if you like."}} {
		if best, ok := matchText(t, m, d).Best(); ok {
			t.Errorf("%+v: the best match is %s, want none", d, best.Code)
		}
	}
	if _, ok := (Result{}).Best(); ok {
		t.Error("the zero result has a best match")
	}
}

// TestNone: the surer a result is of an occupation, the less it is of none; without words it is sure
// of none.
func TestNone(t *testing.T) {
	m := matcherOf(t, workshop(), Options{})
	sure := matchText(t, m, Document{Title: "Bicycle mechanic"})
	unsure := matchText(t, m, Document{Title: "worker of bread"})
	nothing := matchText(t, m, Document{})
	if sure.None >= unsure.None || nothing.None != 1 {
		t.Errorf("none has %v for a title word for word, %v for a word of one, %v for no word", sure.None, unsure.None, nothing.None)
	}
}

// TestMatchCode: one occupation, with its true rank, even where nothing speaks for it.
func TestMatchCode(t *testing.T) {
	m := matcherOf(t, workshop(), Options{Top: 1})
	for _, d := range []Document{
		{}, {Title: "Bicycle mechanic"}, {Title: "baker of bicycles"},
		{Text: "Bicycle assembler\n\nYou adjust brakes and cables and true wheels before you pack the finished bicycles into cartons."},
	} {
		whole := matchText(t, with(t, m, Options{Codes: []string{"A1", "A2", "A3", "A4"}}), d)
		seen := map[int]bool{}
		for i, want := range whole.Matches {
			if want.Rank != i+1 {
				t.Errorf("%+v: %s has rank %d at place %d of all", d, want.Code, want.Rank, i+1)
			}
			got, err := m.MatchCode(t.Context(), d, want.Code)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%+v: %s by itself (-among all +got):\n%s", d, want.Code, diff)
			}
			seen[got.Rank] = true
		}
		if len(seen) != 4 {
			t.Errorf("%+v: ranks %v are not all different", d, seen)
		}
	}
	if _, err := m.MatchCode(t.Context(), Document{}, "A9"); err == nil || !strings.Contains(err.Error(), `"A9"`) {
		t.Errorf("an unknown code: error %v", err)
	}
	small := with(t, m, Options{MaxBytes: 3})
	if _, err := small.MatchCode(t.Context(), Document{Title: "baker"}, "A4"); !errors.As(err, new(*TooLargeError)) {
		t.Errorf("a large document: error %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := m.MatchCode(ctx, Document{Title: "baker"}, "A4"); !errors.Is(err, context.Canceled) {
		t.Errorf("a done context: error %v", err)
	}
}

// TestCodesOfNothing: an occupation that is asked for is listed for a document without words too, by
// a matcher that has matched nothing before.
func TestCodesOfNothing(t *testing.T) {
	for _, d := range []Document{{}, {Text: "..."}, {Industry: "bakers"}} {
		r := matchText(t, matcherOf(t, workshop(), Options{Codes: []string{"A4", "A1"}}), d)
		if len(r.Matches) != 2 {
			t.Errorf("%+v: %d matches of 2 codes", d, len(r.Matches))
		}
	}
}

func TestUnknownPart(t *testing.T) {
	_, err := defaultMatcher(t).With(Options{Without: []string{"dutys"}})
	if err == nil || !strings.Contains(err.Error(), `"dutys"`) || !strings.Contains(err.Error(), "duties, headlines") {
		t.Errorf("the error is %v, want one that names the part and the parts that there are", err)
	}
}

// TestWithoutAnyPart: every part can be switched off by its name, and with all of them off nothing
// matches.
func TestWithoutAnyPart(t *testing.T) {
	m := with(t, defaultMatcher(t), Options{Without: ablation.Parts()})
	for _, d := range []Document{{Title: "health records technician", Industry: "hospital"}, {Text: posting}} {
		if r := matchText(t, m, d); len(r.Matches) > 0 {
			t.Errorf("with every part off there are %d matches, want none", len(r.Matches))
		}
	}
	less := matchText(t, with(t, m, Options{Without: []string{"duties"}}), Document{Text: posting})
	if whole := matchText(t, with(t, m, Options{}), Document{Text: posting}); less.Matches[0].Score == whole.Matches[0].Score {
		t.Error("a posting scores the same without the duties")
	}
}

const posting = "Health records technician\n\nYou code inpatient charts in ICD-10-CA and CCI, abstract them to the DAD, and answer requests for release of information."

// TestAsides: what an employer says of itself shows no skill and no duty.
func TestAsides(t *testing.T) {
	m := matcherOf(t, workshop(), Options{Codes: []string{"A1"}})
	tests := []struct {
		name, reason, text string
		want               SkillStatus // of customer service
	}{
		{"asked for", "the posting asks for it", "Bicycle mechanic\n\nRequirements\n- customer service\n- adjusting cables and brakes", SkillFound},
		{"about the employer", "a heading opens an aside", "Bicycle mechanic\n\nRequirements\n- adjusting cables and brakes\n\nAbout us\nOur shop is known for customer service in the old town.", SkillAbsent},
		{"after the employer", "a heading of the job ends an aside", "Bicycle mechanic\n\nAbout us\nOur shop stands in the old town.\n\nRequirements\n- customer service\n- adjusting cables and brakes", SkillFound},
		{"unknown heading", "any line that looks like a heading ends an aside", "Bicycle mechanic\n\nAbout us\nOur shop stands in the old town.\n\nTHE BENCH\nYou know customer service, cables and brakes.", SkillFound},
		{"giveaway", "a sentence about the application", "Bicycle mechanic who adjusts cables and brakes. Send your resume to our customer service desk at the back of the shop.", SkillAbsent},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := matchText(t, m, Document{Text: tt.text})
			if got := r.Matches[0].Skills[0].Status; got != tt.want {
				t.Errorf("customer service is %s, want %s: %s", got, tt.want, tt.reason)
			}
		})
	}
}

// TestOthers: the title of somebody else, named in passing, is no title of the job.
func TestOthers(t *testing.T) {
	m := matcherOf(t, workshop(), Options{Codes: []string{"A3"}})
	const base = "The days are long in summer, and you adjust cables and brakes of many bicycles in our old workshop by the river. "
	own := base + "In winter you are also the bicycle shop manager of the place while the owner is away."
	if !hasTitlePhrase(m, own, "Bicycle shop manager") {
		t.Error("a title named of the person is not found")
	}
	for _, cue := range []string{"reports to the", "works closely with our", "under the supervision of the"} {
		text := base + "The mechanic " + cue + " bicycle shop manager on every working day."
		if hasTitlePhrase(m, text, "Bicycle shop manager") {
			t.Errorf("%q makes a manager", cue)
		}
		if a, b := matchText(t, m, Document{Text: text}), matchText(t, m, Document{Text: own}); a.Matches[0].Score >= b.Matches[0].Score {
			t.Errorf("managers score %v where one %q them, %v where one is one", a.Matches[0].Score, cue, b.Matches[0].Score)
		}
	}
}

// hasTitlePhrase reports whether a text is read as naming a title.
func hasTitlePhrase(m *Matcher, body, title string) bool {
	r := read.New(m.lex, testset.Body(body), m.off, new(read.Scratch))
	return slices.ContainsFunc(r.Phrases, func(h read.Phrase) bool { return h.Kind == lexicon.Title && h.Text == title })
}

// A word that the job is denied to be about counts against what it is a word of; one that a duty denies counts for nothing.
func TestDenialsOfTheJob(t *testing.T) {
	const posting = "Office position\n\nThe person in this role keeps the shared calendar, orders supplies and answers the telephone for a team of twelve. "
	m := with(t, defaultMatcher(t), Options{Codes: []string{"12111"}})
	score := func(text string) Match {
		r, err := m.Match(t.Context(), Document{Text: posting + text})
		if err != nil {
			t.Fatal(err)
		}
		return r.Matches[0]
	}
	neutral := score("Abstraction of charts is left to others.").Score
	for _, denial := range []string{
		"No chart abstraction experience is required.", "This is not a chart abstraction role.", "Chart abstraction is not required.", "The role does not include chart abstraction.",
	} {
		m := score(denial)
		if m.Score >= neutral {
			t.Errorf("with %q 12111 scores %v, want less than without a denial, %v", denial, m.Score, neutral)
		}
	}
	for _, e := range score("Never leave a chart in the hall.").Evidence {
		if e.Contribution < 0 {
			t.Errorf("a rule about charts counts against 12111: %+v", e)
		}
	}
}

// What would be nice to have counts less than what is asked for, and more than nothing.
func TestWishes(t *testing.T) {
	const posting = "Office position\n\nThe person in this role keeps the shared calendar, orders supplies and answers the telephone for a team of twelve.\n\n"
	m := with(t, defaultMatcher(t), Options{Codes: []string{"12111"}})
	score := func(text string) float64 {
		r, err := m.Match(t.Context(), Document{Text: posting + text})
		if err != nil {
			t.Fatal(err)
		}
		return r.Matches[0].Score
	}
	nothing, must := score(""), score("Coding of charts in ICD-10-CA and CCI is a must.\n")
	for _, wish := range []string{
		"Coding of charts in ICD-10-CA and CCI is an asset.\n", "Coding of charts in ICD-10-CA and CCI preferred.\n", "Nice to have\n- Coding of charts in ICD-10-CA and CCI.\n",
		"Assets:\n- Coding of charts in ICD-10-CA and CCI.\n",
	} {
		if got := score(wish); got <= nothing || got >= must {
			t.Errorf("with %q 12111 scores %v, want more than without, %v, and less than as a must, %v", wish, got, nothing, must)
		}
	}
}

// A manager uses the vocabulary of those who are managed: the title tells the two apart.
func TestRoles(t *testing.T) {
	m := matcherOf(t, []profiles.Profile{
		{Code: "A1", Title: "Bicycle mechanic", Titles: []string{"Bicycle repairer"}, Duties: []profiles.Duty{{Text: "Repairs bicycle wheels and brakes."}}},
		{Code: "A2", Title: "Bicycle shop manager", Duties: []profiles.Duty{{Text: "Plans the budget of a shop and hires its staff."}}},
	}, Options{Top: 2})
	score := func(title, code string) float64 {
		r := matchText(t, m, Document{Title: title, Text: "Repairs bicycle wheels and brakes with the staff, and answers for the budget of the shop."})
		for _, match := range r.Matches {
			if match.Code == code {
				return match.Score
			}
		}
		return 0
	}
	if as, managing := score("Bicycle repairer", "A1"), score("Bicycle shop manager", "A1"); managing >= as {
		t.Errorf("mechanics score %v under a manager's title and %v under their own: want less", managing, as)
	}
	if managing, as := score("Bicycle shop manager", "A2"), score("Bicycle repairer", "A2"); managing <= as {
		t.Errorf("managers score %v under their title and %v under a mechanic's", managing, as)
	}
}

// A duty is covered by the words that name it, and by the short names of what it is about; common words alone cover none.
func TestCoverage(t *testing.T) {
	m := with(t, defaultMatcher(t), Options{Codes: []string{"12111"}})
	status := func(text string) map[DutyStatus]int {
		n := map[DutyStatus]int{}
		for _, d := range matchText(t, m, Document{Text: "Office position, downtown.\n\n" + text}).Matches[0].Duties {
			n[d.Status]++
			if (d.Status == Absent) != (d.Quote == "") {
				t.Errorf("duty %q is %s, shown by %q", d.Text, d.Status, d.Quote)
			}
		}
		return n
	}
	if n := status("You code inpatient charts in ICD-10-CA and CCI and abstract them to the DAD and NACRS."); n[Covered] == 0 {
		t.Errorf("coding of charts covers no duty: %v", n)
	}
	if n := status("You help the team with other work, plan your day and report to the lead when it is done."); n[Covered]+n[Partial] > 0 {
		t.Errorf("common words show duties: %v", n)
	}
}
