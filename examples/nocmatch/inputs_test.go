package main

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// No word of a blank title can be matched: it is as good as no title.
func TestBlankTitle(t *testing.T) {
	for _, tt := range []struct {
		reason string
		title  string
		file   bool
		want   int
	}{
		{"no title", "", false, exitUsage},
		{"blanks", "   ", false, exitUsage},
		{"other white space", "\t\n\u00a0", false, exitUsage},
		{"with a file there is something to match", "   ", true, exitDone},
		{"a title", " clerk ", false, exitDone},
	} {
		args := []string{"match", "--title", tt.title}
		if tt.file {
			args = append(args, "testdata/posting.txt")
		}
		if status, _, stderr := invoke(t, "", args...); status != tt.want {
			t.Errorf("%q: status %d, standard error %q, want %d (%s)", args, status, stderr, tt.want, tt.reason)
		}
	}
}

// A refused output leaves the folder as it was.
func TestOutLeavesProfiles(t *testing.T) {
	dir := t.TempDir()
	own := filepath.Join(dir, "own.jsonl")
	const content = `{"code":"12111","title":"Own"}` + "\n"
	if err := os.WriteFile(own, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(dir, "link.jsonl")
	if err := os.Symlink("own.jsonl", link); err != nil {
		t.Skip("no symbolic links here: ", err)
	}
	saved := filepath.Join(dir, "saved")
	if status, _, stderr := invoke(t, "", "index", "--profiles", own, "--out", saved); status != exitDone {
		t.Fatalf("index: status %d, standard error %q", status, stderr)
	}
	type pair struct{ profiles, out string }
	pairs := []pair{{own, own}, {own, link}, {link, own}, {dir, own}, {dir, link}}
	_ = filepath.WalkDir(saved, func(path string, e os.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			pairs = append(pairs, pair{saved, path})
		}
		return nil
	})
	before := snapshot(t, dir)
	for _, p := range pairs {
		args := []string{"match", "--profiles", p.profiles, "--out", p.out, "--title", "baker"}
		if status, _, stderr := invoke(t, "", args...); status != exitUsage {
			t.Errorf("%q: status %d, standard error %q, want %d", args, status, stderr, exitUsage)
		}
	}
	if after := snapshot(t, dir); !slices.Equal(before, after) {
		t.Errorf("the folder holds %q, want %q", after, before)
	}
	// "-" is standard input, and a file of that name is another.
	t.Chdir(dir)
	if status, _, stderr := invoke(t, "clerk", "match", "--out", "-", "-"); status != exitDone {
		t.Errorf("a file named - and standard input: status %d, standard error %q, want %d", status, stderr, exitDone)
	}
}

// snapshot lists the files of a folder with their content.
func snapshot(t *testing.T, dir string) []string {
	t.Helper()
	var files []string
	err := filepath.WalkDir(dir, func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		files = append(files, path+": "+string(b))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}
