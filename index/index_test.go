package index

import (
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/nocmatch/nocmatch/profiles"
)

func TestBuildErrors(t *testing.T) {
	tests := []struct {
		reason   string
		profiles []profiles.Profile
		want     []string // parts of the error, one a line of it
	}{
		{"nothing to index", nil, []string{"no profiles"}},
		{"an empty list", []profiles.Profile{}, []string{"no profiles"}},
		{"no code", []profiles.Profile{titled("", "Ghosts")}, []string{`code "" and title "Ghosts"`}},
		{"no title", []profiles.Profile{titled("10000", "")}, []string{`code "10000" and title ""`}},
		{"the same code twice", []profiles.Profile{titled("10000", "Ghosts"), titled("10000", "Clerks")}, []string{`code 10000 is given to "Ghosts" and to "Clerks"`}},
		{
			"all at once, by code",
			[]profiles.Profile{
				titled("30000", "Cooks"), titled("20000", ""), titled("10000", "Ghosts"), titled("", "Nameless"), titled("30000", "Chefs"),
				titled("10000", "Clerks"), titled("10000", "Coders"), titled("40000", "Good"),
			},
			[]string{
				`code "" and title "Nameless"`, `code 10000 is given to "Ghosts" and to "Clerks"`, `code 10000 is given to "Clerks" and to "Coders"`,
				`code "20000" and title ""`, `code 30000 is given to "Cooks" and to "Chefs"`,
			},
		},
	}
	for _, tt := range tests {
		t.Run(tt.reason, func(t *testing.T) {
			x, err := Build(context.Background(), tt.profiles)
			if err == nil || x != nil {
				t.Fatalf("Build = %v, %v, want an error", x, err)
			}
			lines := strings.Split(err.Error(), "\n")
			if len(lines) != len(tt.want) {
				t.Fatalf("error has %d lines, want %d:\n%v", len(lines), len(tt.want), err)
			}
			for i, want := range tt.want {
				if !strings.HasPrefix(lines[i], "index: ") || !strings.Contains(lines[i], want) {
					t.Errorf("line %d is %q, want index: and %q", i, lines[i], want)
				}
			}
		})
	}
}

func TestBuildLeavesInput(t *testing.T) {
	given := func() []profiles.Profile {
		return []profiles.Profile{titled("30000", "Ghosts", "Ghost"), titled("10000", "Clerks"), titled("20000", "Coders")}
	}
	ps := given()
	x := build(t, ps)
	if diff := cmp.Diff(given(), ps); diff != "" {
		t.Errorf("Build changes its input (-want +got):\n%s", diff)
	}
	want := []profiles.Profile{ps[1], ps[2], ps[0]}
	if diff := cmp.Diff(want, x.Profiles()); diff != "" {
		t.Errorf("profiles are not sorted by code (-want +got):\n%s", diff)
	}
}

// Codes and titles are enough, titles may repeat, and a code is any string.
func TestBuildSmallest(t *testing.T) {
	x := build(t, []profiles.Profile{titled("été/2", "Ghosts", "Ghosts"), titled("1", "Ghosts"), titled("2", "The of")})
	p := x.Postings()
	docs, freqs := p.Fields[Titles].List(x.analyzer.id("ghost"))
	type list struct{ Docs, Freqs, Lengths []int32 }
	want := list{[]int32{0, 2}, []int32{1, 2}, []int32{1, 0, 2}}
	if diff := cmp.Diff(want, list{docs, freqs, p.Fields[Titles].Lengths}); diff != "" {
		t.Errorf("postings of ghost mismatch (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"ghost"}, p.Terms); diff != "" {
		t.Errorf("terms mismatch (-want +got):\n%s", diff)
	}
	if _, ok := x.profile("10"); ok {
		t.Error("a code that no profile has is found")
	}
}

func TestFieldTexts(t *testing.T) {
	p := profiles.Profile{
		Code: "1", Title: "title", Lead: "lead", Titles: []string{"job", "trade"},
		Duties:       []profiles.Duty{{Text: "duty", Signs: []string{"~does duty & work|task"}}, {Text: "other duty", Optional: true}},
		Vocabulary:   []profiles.Term{{Term: "term", Aliases: []string{"alias"}}, {Term: "bare"}},
		Skills:       []profiles.Skill{{Name: "skill", Aliases: []string{"phrasing"}, Signs: []string{"skilful"}}},
		Requirements: []profiles.Requirement{{Text: "requirement"}},
		Exclusions:   []profiles.Exclusion{{Title: "exclusion", See: "2"}},
		Industries:   []profiles.Industry{{NAICS: "622", Title: "industry"}},
		Related:      []string{"3"},
		LabourMarket: []profiles.LabourMarket{{Region: "NL", Gender: []profiles.Share{{Name: "women", Percent: 1}}}},
		Sources:      []profiles.Source{{Name: "source"}},
	}
	want := map[string][]string{
		"titles": {"title", "job", "trade"}, "duties": {"duty", "other duty"}, "vocabulary": {"term", "alias", "bare"}, "skills": {"skill", "phrasing"},
		"lead": {"lead"}, "requirements": {"requirement"}, "industries": {"industry"}, "exclusions": {"exclusion"},
		"signs": {"does duty", "skilful"},
	}
	got := map[string][]string{}
	for f := range numFields {
		got[f.String()] = f.Texts(p)
		if empty := f.Texts(profiles.Profile{}); f != Titles && empty != nil {
			t.Errorf("%s of an empty profile = %q, want nil", f, empty)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("mismatch (-want +got):\n%s", diff)
	}
}
