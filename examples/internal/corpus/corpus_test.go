package corpus

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/nocmatch/nocmatch/index"
	"github.com/nocmatch/nocmatch/match"
	"github.com/nocmatch/nocmatch/profiles"
)

func TestLoad(t *testing.T) {
	dir := t.TempDir()
	write := func(name, content string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	own := write("own.jsonl", `{"code":"99","title":"Own"}`+"\n"+`{"code":"12111","title":"Another title"}`+"\n")
	saved := filepath.Join(dir, "saved")
	if err := index.Create(t.Context(), saved, []profiles.Profile{{Code: "12111", Title: "Another title"}}); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		reason     string
		source     Source
		count      int
		title      string // of 12111
		vocabulary bool   // whether 12111 has one
	}{
		{"the built-in set", Source{}, len(profiles.All()), "Health information management occupations", true},
		{"profiles of a file get what the built-in ones know, and no company", Source{Path: own}, 2, "Another title", true},
		{"or stay as they are", Source{Path: own, Plain: true}, 2, "Another title", false},
		{"a saved index stays as it was built", Source{Path: saved}, 1, "Another title", false},
		{"also if that is asked for", Source{Path: saved, Plain: true}, 1, "Another title", false},
	} {
		set, err := tt.source.Load(t.Context())
		if err != nil {
			t.Fatalf("Load() error = %v (%s)", err, tt.reason)
		}
		p, ok := set.Lookup("12111")
		if !ok || set.Len() != tt.count || p.Title != tt.title || (len(p.Vocabulary) > 0) != tt.vocabulary {
			t.Errorf("%d profiles, 12111 is %q with %d terms, want %d, %q (%s)", set.Len(), p.Title, len(p.Vocabulary), tt.count, tt.title, tt.reason)
		}
		if _, ok := set.Lookup("12111 "); ok {
			t.Errorf("Lookup of a code that is not there found one (%s)", tt.reason)
		}
		m, err := set.Matcher(t.Context(), match.Options{Top: 1})
		if err != nil {
			t.Fatalf("Matcher() error = %v (%s)", err, tt.reason)
		}
		r, err := m.Match(t.Context(), match.Document{Title: tt.title})
		if err != nil || len(r.Matches) != 1 || r.Matches[0].Code != "12111" || r.Profiles.Count != tt.count {
			t.Errorf("Match(%q) = %+v, %v, want 12111 of %d profiles (%s)", tt.title, r, err, tt.count, tt.reason)
		}
	}
}

func TestLoadErrors(t *testing.T) {
	dir := t.TempDir()
	broken := filepath.Join(dir, "broken.jsonl")
	if err := os.WriteFile(broken, []byte(`{"code":"1","title":"One"}`+"\n{\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	damaged := filepath.Join(dir, "damaged")
	if err := os.Mkdir(damaged, 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(damaged, "nocmatch-index.json"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ reason, path, want string }{
		{"no such file", filepath.Join(dir, "none.jsonl"), "none.jsonl: no such file or folder: check the path"},
		{"one bad line spoils the file: half a classification is none", broken, "broken.jsonl:2"},
		{"a folder of something else", dir + string(filepath.Separator) + ".", "cannot use these profiles"},
		{"a saved index that is damaged is not taken for a folder of JSON files", damaged, "the saved index is damaged"},
	} {
		if _, err := (Source{Path: tt.path}).Load(t.Context()); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("Load(%q) error = %v, want %q (%s)", tt.path, err, tt.want, tt.reason)
		}
	}
	if err := (Source{Plain: true}).Validate(); err == nil {
		t.Error("Validate() of plain built-in profiles gave no error")
	}
}

// What a saved index gives is what the profiles give that it was built from.
func TestSavedIndex(t *testing.T) {
	ps := profiles.All()[:20]
	dir := filepath.Join(t.TempDir(), "saved")
	if err := index.Create(t.Context(), dir, ps); err != nil {
		t.Fatal(err)
	}
	source := Source{Path: dir}
	set, err := source.Load(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	x, err := set.Index(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if x != set.saved {
		t.Error("the index is built again")
	}
	if err := x.Close(); err != nil {
		t.Error(err)
	}
	doc := match.Document{Title: "Health records technician", Text: "You code inpatient charts in ICD-10-CA and submit abstracts to the DAD."}
	var results [2]match.Result
	for i, load := range []func() (Set, error){func() (Set, error) { return source.Load(t.Context()) }, func() (Set, error) { return newSet(ps, false), nil }} {
		set, err := load()
		if err != nil {
			t.Fatal(err)
		}
		m, err := set.Matcher(t.Context(), match.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if results[i], err = m.Match(t.Context(), doc); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(results[1], results[0]); diff != "" {
		t.Errorf("results from a saved index differ (-want +got):\n%s", diff)
	}
}
