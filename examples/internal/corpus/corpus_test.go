package corpus

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

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
	} {
		set, err := tt.source.Load()
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
		m, err := set.Matcher(match.Options{Top: 1})
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
	for _, tt := range []struct{ reason, path, want string }{
		{"no such file", filepath.Join(dir, "none.jsonl"), "none.jsonl: no such file or folder: check the path"},
		{"one bad line spoils the file: half a classification is none", broken, "broken.jsonl:2"},
		{"an empty folder", dir + string(filepath.Separator) + ".", "cannot use these profiles"},
	} {
		if _, err := (Source{Path: tt.path}).Load(); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("Load(%q) error = %v, want %q (%s)", tt.path, err, tt.want, tt.reason)
		}
	}
	if err := (Source{Plain: true}).Validate(); err == nil {
		t.Error("Validate() of plain built-in profiles gave no error")
	}
}
