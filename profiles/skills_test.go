package profiles

import (
	"bytes"

	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/nocmatch/nocmatch/profiles/internal/input"
)

// The career page's six stand first, as the page gives them; the others by name, so that one is found without a search.
func TestSkillsOrder(t *testing.T) {
	skills := Skills()
	var got []string
	for _, s := range skills[:6] {
		got = append(got, s.Name+" ("+s.Source+")")
	}
	want := []string{
		"Communication skills (Vicinity Jobs 2025)", "Interpersonal skills (Vicinity Jobs 2025)", "Records management (Vicinity Jobs 2025)",
		"Quality assurance (Vicinity Jobs 2025)", "Acute care (Vicinity Jobs 2025)", "Attention to detail (Vicinity Jobs 2025)",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the first six (-want +got):\n%s", diff)
	}
	if !slices.IsSortedFunc(skills[6:], func(a, b Skill) int { return strings.Compare(input.Fold(a.Name), input.Fold(b.Name)) }) {
		t.Error("the others are not sorted by name")
	}
}

// A phrasing says one thing: two skills that share one would both be found where only one is meant.
func TestSkillsPhrasings(t *testing.T) {
	const fewest, most, longest = 6, 25, 6 // phrasings of a skill; words of a phrasing
	owner := map[string]string{}
	for _, s := range Skills() {
		if s.Source == "" {
			t.Errorf("%s: no source", s.Name)
		}
		if n := len(s.Aliases); n < fewest || n > most {
			t.Errorf("%s: %d phrasings, want %d to %d", s.Name, n, fewest, most)
		}
		for _, text := range append([]string{s.Name}, s.Aliases...) {
			if input.Empty(text) || text != input.Tidy(text) {
				t.Errorf("%s: %q is empty or untidy", s.Name, text)
			}
			if n := len(strings.Fields(text)); n > longest {
				t.Errorf("%s: %q has %d words, want %d at most", s.Name, text, n, longest)
			}
			// A hyphen and a space are the same to whoever reads a text.
			key := input.Fold(strings.ReplaceAll(text, "-", " "))
			if other, taken := owner[key]; taken {
				t.Errorf("%s: %q is a phrasing of %s already", s.Name, text, other)
			}
			owner[key] = s.Name
		}
	}
}

func TestSkillsCoversBuiltin(t *testing.T) {
	skills := map[string]Skill{}
	for _, s := range Skills() {
		skills[s.Name] = s
	}
	used := map[string]bool{}
	for _, p := range All() {
		if n := len(p.Skills); n < 6 || n > 20 {
			t.Errorf("%s: %d skills, want 6 to 20", p.Code, n)
		}
		for _, s := range p.Skills {
			entry, ok := skills[s.Name]
			if !ok {
				t.Errorf("%s: %q is not in the lexicon", p.Code, s.Name)
				continue
			}
			used[s.Name] = true
			for _, a := range entry.Aliases {
				if !slices.Contains(s.Aliases, a) {
					t.Errorf("%s: %s lacks the phrasing %q", p.Code, s.Name, a)
				}
			}
		}
	}
	for name := range skills {
		if !used[name] {
			t.Errorf("no built-in profile seeks %q", name)
		}
	}
}

// The files of the profiles hold only what is special to the occupation; the rest is said once.
func TestSkillsIsNotRepeated(t *testing.T) {
	phrasings := map[string][]string{}
	for _, s := range Skills() {
		phrasings[s.Name] = s.Aliases
	}
	for _, p := range All() {
		b, err := data.ReadFile("data/" + p.Code + ".json")
		if err != nil {
			t.Fatal(err)
		}
		var file Profile
		if err := json.Unmarshal(b, &file); err != nil {
			t.Fatal(err)
		}
		for _, s := range file.Skills {
			for _, a := range s.Aliases {
				if slices.ContainsFunc(phrasings[s.Name], func(b string) bool { return input.Fold(a) == input.Fold(b) }) {
					t.Errorf("%s: %s: %q is in the lexicon", p.Code, s.Name, a)
				}
			}
		}
	}
}

func TestAddPhrasings(t *testing.T) {
	lexicon := []Skill{{Name: "Filing skills", Aliases: []string{"sorts files", "Keeps files"}, Source: "lexicon"}, {Name: "Typing"}}
	for _, tc := range []struct {
		reason     string
		have, want Skill
	}{
		{"all phrasings", Skill{Name: "Filing skills"}, Skill{Name: "Filing skills", Aliases: []string{"sorts files", "Keeps files"}}},
		{"its own first, and none twice", Skill{Name: "Filing skills", Aliases: []string{"keeps  files", "X"}, Source: "own"},
			Skill{Name: "Filing skills", Aliases: []string{"keeps  files", "X", "sorts files"}, Source: "own"}},
		{"names differ in case", Skill{Name: "FILING SKILLS"}, Skill{Name: "FILING SKILLS", Aliases: []string{"sorts files", "Keeps files"}}},
		{"an entry without phrasings", Skill{Name: "Typing"}, Skill{Name: "Typing"}},
		{"a skill that the lexicon lacks", Skill{Name: "Diving", Aliases: []string{"dives"}}, Skill{Name: "Diving", Aliases: []string{"dives"}}},
	} {
		got := []Skill{tc.have}
		addPhrasings(got, lexicon)
		if diff := cmp.Diff([]Skill{tc.want}, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tc.reason, diff)
		}
	}
}

func TestSkillsGivesFreshCopies(t *testing.T) {
	first, want := Skills(), Skills()
	for i := range first {
		first[i].Name = "changed"
		clear(first[i].Aliases)
	}
	if diff := cmp.Diff(want, Skills()); diff != "" {
		t.Errorf("changing a result changed the next (-want +got):\n%s", diff)
	}
	if p, _ := Lookup("12111"); slices.Contains(p.Skills[0].Aliases, "") {
		t.Error("changing a result changed a profile")
	}
}

// The file is read in review, so that it has one form.
func TestSkillsFormat(t *testing.T) {
	var file struct {
		Skills []Skill `json:"skills"`
	}
	dec := json.NewDecoder(bytes.NewReader(lexiconData))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&file); err != nil {
		t.Fatal(err)
	}
	var want bytes.Buffer
	enc := json.NewEncoder(&want)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(file); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want.String(), string(lexiconData)); diff != "" {
		t.Errorf("data/skills.json (-want +got):\n%s", diff)
	}
}
