package profiles

import (
	"bytes"
	"encoding/json"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/nocmatch/nocmatch/profiles/internal/input"
)

func TestBuiltinDecodes(t *testing.T) {
	ps, err := builtin()
	if err != nil {
		t.Fatal(err)
	}
	entries, err := data.ReadDir("data")
	if err != nil {
		t.Fatal(err)
	}
	if len(ps) != len(entries) || len(ps) == 0 {
		t.Errorf("%d profiles of %d files", len(ps), len(entries))
	}
	for _, e := range entries {
		b, err := data.ReadFile(path.Join("data", e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		// A misspelled field would be dropped without a word.
		dec := json.NewDecoder(bytes.NewReader(b))
		dec.DisallowUnknownFields()
		var p Profile
		if err := dec.Decode(&p); err != nil {
			t.Errorf("%s: %v", e.Name(), err)
		}
		if e.Name() != p.Code+".json" {
			t.Errorf("%s holds code %s", e.Name(), p.Code)
		}
	}
}

// The built-in profiles keep rules that profiles from elsewhere need not keep.
func TestBuiltinRules(t *testing.T) {
	ps := All()
	if err := ValidateAll(ps); err != nil {
		t.Error(err)
	}
	if !slices.IsSortedFunc(ps, byCode) {
		t.Error("All is not sorted by code")
	}
	official := officialTitles(t)
	owner := map[string]string{} // of each title
	for _, p := range ps {
		bad := func(format string, args ...any) {
			t.Helper()
			t.Errorf(p.Code+": "+format, args...)
		}
		if p.Title != official[p.Code] {
			bad("title %q, officially %q", p.Title, official[p.Code])
		}
		if p.Edition != Edition {
			bad("edition %q, want %q", p.Edition, Edition)
		}
		if p.TEER == nil || *p.TEER != int(p.Code[1]-'0') {
			bad("teer is not the second digit of the code")
		}
		if p.Lead == "" || len(p.Titles) == 0 || len(p.Duties) == 0 || len(p.Sources) == 0 {
			bad("lead, titles, duties or sources are missing")
		}
		if n := len(p.Vocabulary); n < 15 {
			bad("%d vocabulary terms, want 15 or more", n)
		}
		for _, code := range p.Related {
			if official[code] == "" || code == p.Code {
				bad("related to %s, which is no other unit group", code)
			}
		}
		for _, e := range p.Exclusions {
			if official[e.See] == "" || e.See == p.Code {
				bad("excludes %q to %q, which is no other unit group", e.Title, e.See)
			}
		}
		for _, title := range p.Titles {
			if other, taken := owner[input.Fold(title)]; taken {
				bad("title %q is given to %s already", title, other)
			}
			owner[input.Fold(title)] = p.Code
			if slices.ContainsFunc(p.Exclusions, func(e Exclusion) bool { return input.Fold(e.Title) == input.Fold(title) }) {
				bad("title %q is among its exclusions", title)
			}
		}
		var lists [5][]string
		for _, d := range p.Duties {
			lists[0] = append(lists[0], input.FoldSentence(d.Text))
		}
		for _, v := range p.Vocabulary {
			lists[1] = append(append(lists[1], v.Term), v.Aliases...)
		}
		for _, s := range p.Skills {
			lists[2] = append(append(lists[2], s.Name), s.Aliases...)
		}
		for _, e := range p.Exclusions {
			lists[3] = append(lists[3], e.Title)
		}
		lists[4] = p.Related
		for _, list := range lists {
			seen := map[string]bool{}
			for _, s := range list {
				if seen[input.Fold(s)] {
					bad("%q stands twice in a list", s)
				}
				seen[input.Fold(s)] = true
			}
		}
	}
}

// Profiles are read by people, so their text is as tidy as it would be in print.
func TestBuiltinText(t *testing.T) {
	untidy := regexp.MustCompile(`^\s|\s$|\s\s|[\x00-\x1f\x7f]|\x{fffd}`)
	for _, p := range All() {
		b, err := json.Marshal(p)
		if err != nil {
			t.Fatal(err)
		}
		var tree any
		if err := json.Unmarshal(b, &tree); err != nil {
			t.Fatal(err)
		}
		for _, s := range stringsIn(tree) {
			if untidy.MatchString(s) {
				t.Errorf("%s: %q holds stray white space or a control character", p.Code, s)
			}
		}
	}
}

func stringsIn(tree any) []string {
	var out []string
	switch v := tree.(type) {
	case string:
		out = append(out, v)
	case []any:
		for _, e := range v {
			out = append(out, stringsIn(e)...)
		}
	case map[string]any:
		for _, e := range v {
			out = append(out, stringsIn(e)...)
		}
	}
	return out
}

func TestAllGivesFreshCopies(t *testing.T) {
	first, want := All(), All()
	for i := range first {
		scramble(&first[i])
	}
	if diff := cmp.Diff(want, All()); diff != "" {
		t.Errorf("changing a result changed the next (-want +got):\n%s", diff)
	}
}

func TestLookup(t *testing.T) {
	for _, want := range All() {
		got, ok := Lookup(want.Code)
		if diff := cmp.Diff(want, got); !ok || diff != "" {
			t.Errorf("Lookup(%s): %v (-want +got):\n%s", want.Code, ok, diff)
		}
		scramble(&got)
		if again, _ := Lookup(want.Code); !cmp.Equal(want, again) {
			t.Errorf("Lookup(%s): changing the result changed the next", want.Code)
		}
	}
	for _, code := range []string{"", "0", "1211", "121111", " 12111", "99999"} {
		if p, ok := Lookup(code); ok || !cmp.Equal(p, Profile{}) {
			t.Errorf("Lookup(%q) = %v, %v", code, p, ok)
		}
	}
}

func TestBuiltinHome(t *testing.T) {
	p, ok := Lookup("12111")
	if !ok || !strings.Contains(p.Title, "Health information") {
		t.Fatalf("the home occupation is missing: %q, %v", p.Title, ok)
	}
}
