package profiles

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func TestJoin(t *testing.T) {
	base := Profile{
		Code: "1", Title: "Coders", Lead: "Official lead.", TEER: ptr(2),
		Titles:       []string{"Chart coder"},
		Duties:       []Duty{{Text: "Code charts."}},
		Vocabulary:   []Term{{Term: "Encoder", Aliases: []string{"3M"}}},
		Skills:       []Skill{{Name: "Coding"}},
		Requirements: []Requirement{{Text: "A diploma"}},
		Exclusions:   []Exclusion{{Title: "File clerk"}, {Title: "Nurse", See: "31301"}},
		Industries:   []Industry{{Title: "Hospitals"}},
		Related:      []string{"2"},
		LabourMarket: []LabourMarket{{Region: "NL", Year: 2025, Source: "A", Employed: ptr(1)}},
		Sources:      []Source{{Name: "Official"}},
	}
	addition := Profile{
		Code: "1", Title: "Other title", Edition: "NOC 2021 v1.0", TEER: ptr(5), Lead: "Other lead.",
		Titles:       []string{"chart  CODER", "Abstractor"},
		Duties:       []Duty{{Text: "code charts"}, {Text: "May train", Optional: true}},
		Vocabulary:   []Term{{Term: "encoder", Aliases: []string{"ENCODER", "3m", "grouper"}, Kind: "tool"}, {Term: "DAD"}},
		Skills:       []Skill{{Name: "coding", Aliases: []string{"codes charts"}, Source: "S"}},
		Requirements: []Requirement{{Text: "A diploma.", Kind: "education"}, {Text: "CHIM", Kind: "certification"}},
		Exclusions:   []Exclusion{{Title: "file clerk", See: "14100"}, {Title: "Nurse", See: "0"}, {Title: "Archivist"}},
		Industries:   []Industry{{NAICS: "622", Title: "hospitals"}, {NAICS: "621"}, {NAICS: "621"}},
		Related:      []string{"3", "2"},
		LabourMarket: []LabourMarket{{Region: "nl", Year: 2025, Source: "a", Employed: ptr(9)}, {Region: "NL", Year: 2024, Source: "A"}},
		Sources:      []Source{{Name: "Official"}, {Name: "Official", What: "more"}},
	}
	want := Profile{
		Code: "1", Title: "Coders", Edition: "NOC 2021 v1.0", TEER: ptr(2), Lead: "Official lead.",
		Titles:       []string{"Chart coder", "Abstractor"},
		Duties:       []Duty{{Text: "Code charts."}, {Text: "May train", Optional: true}},
		Vocabulary:   []Term{{Term: "Encoder", Aliases: []string{"3M", "grouper"}, Kind: "tool"}, {Term: "DAD"}},
		Skills:       []Skill{{Name: "Coding", Aliases: []string{"codes charts"}, Source: "S"}},
		Requirements: []Requirement{{Text: "A diploma", Kind: "education"}, {Text: "CHIM", Kind: "certification"}},
		Exclusions:   []Exclusion{{Title: "File clerk", See: "14100"}, {Title: "Nurse", See: "31301"}, {Title: "Archivist"}},
		Industries:   []Industry{{NAICS: "622", Title: "Hospitals"}, {NAICS: "621"}},
		Related:      []string{"2", "3"},
		LabourMarket: []LabourMarket{{Region: "NL", Year: 2025, Source: "A", Employed: ptr(1)}, {Region: "NL", Year: 2024, Source: "A"}},
		Sources:      []Source{{Name: "Official"}, {Name: "Official", What: "more"}},
	}
	other := Profile{Code: "0", Title: "Others"}
	for _, tc := range []struct {
		reason          string
		base, additions []Profile
		want            []Profile
	}{
		{"no profiles", nil, []Profile{addition}, []Profile{}},
		{"nothing to add", []Profile{base}, nil, []Profile{base}},
		{"every field is completed, none replaced", []Profile{base}, []Profile{addition}, []Profile{want}},
		{"base's order is kept, and codes that only additions have stay out", []Profile{base, other}, []Profile{{Code: "7", Title: "S"}, addition}, []Profile{want, other}},
		{"a code alone is given all", []Profile{{Code: "1"}}, []Profile{want}, []Profile{want}},
		{"additions of a code are joined one after another", []Profile{{Code: "1", Title: "T"}},
			[]Profile{{Code: "1", Lead: "first", Titles: []string{"A"}}, {Code: "1", Lead: "second", Titles: []string{"B", "a"}}},
			[]Profile{{Code: "1", Title: "T", Lead: "first", Titles: []string{"A", "B"}}}},
		{"base's own repetitions are base's", []Profile{{Code: "1", Titles: []string{"A", "a"}}}, []Profile{{Code: "1", Titles: []string{"A"}}}, []Profile{{Code: "1", Titles: []string{"A", "a"}}}},
	} {
		if diff := cmp.Diff(tc.want, Join(tc.base, tc.additions)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tc.reason, diff)
		}
	}
}

// Whatever is joined: the inputs stay as they were, the result shares no memory with them, has base's codes, is the same each time, stays
// valid, and does not change when the same is joined again.
func TestJoinProperties(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	codes := []string{"1", "2", "3"}
	some := func() []Profile {
		var ps []Profile
		for range r.IntN(5) {
			p := randomProfile(r)
			p.Code = codes[r.IntN(len(codes))]
			p.Titles = []string{"A", "a", "B", " b"}[:r.IntN(5)]
			p.Vocabulary = []Term{{Term: "T", Aliases: []string{"U", "t"}}, {Term: "t", Kind: "tool"}, {Term: "V"}}[:r.IntN(4)]
			if r.IntN(2) == 0 {
				p.Lead, p.TEER, p.Edition = "", nil, ""
			}
			ps = append(ps, p)
		}
		return ps
	}
	for range 100 {
		base, additions := some(), some()
		baseBefore, additionsBefore := cloneAll(base), cloneAll(additions)
		got := Join(base, additions)
		if len(got) != len(base) {
			t.Fatalf("%d profiles of %d", len(got), len(base))
		}
		for i := range got {
			if got[i].Code != base[i].Code || got[i].Title != base[i].Title || !isPrefix(base[i].Titles, got[i].Titles) {
				t.Fatalf("profile %d lost what base had:\n%v\n%v", i, base[i], got[i])
			}
			if err := got[i].Validate(); err != nil {
				t.Fatal(err)
			}
		}
		if diff := cmp.Diff(got, Join(base, additions)); diff != "" {
			t.Fatalf("joined anew, it differs (-first +second):\n%s", diff)
		}
		if diff := cmp.Diff(got, Join(got, additions), cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("joined twice, it differs (-once +twice):\n%s", diff)
		}
		for i := range got {
			scramble(&got[i])
		}
		if diff := cmp.Diff([][]Profile{baseBefore, additionsBefore}, [][]Profile{base, additions}, cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("the inputs were changed (-before +after):\n%s", diff)
		}
	}
}

func isPrefix(prefix, list []string) bool {
	return len(prefix) <= len(list) && slices.Equal(prefix, list[:len(prefix)])
}

func TestJoinSampleWithBuiltin(t *testing.T) {
	base, err := ReadNOCDir(sampleDir)
	if err != nil {
		t.Fatal(err)
	}
	joined := Join(base, All())
	p, own := find(t, joined, "12111"), find(t, All(), "12111")
	if len(p.Vocabulary) != len(own.Vocabulary) || p.Lead != find(t, base, "12111").Lead {
		t.Errorf("12111 has %d terms, want the %d built-in ones; lead %q, want the file's", len(p.Vocabulary), len(own.Vocabulary), p.Lead)
	}
	if err := ValidateAll(joined); err != nil {
		t.Error(err)
	}
}
