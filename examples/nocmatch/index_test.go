package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A saved index gives, in every command that takes profiles, what the profiles give.
func TestIndex(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "saved")
	for _, tt := range []struct {
		reason   string
		profiles []string // that the index is built from
		want     string
	}{
		{"profiles as they are", ownProfiles, "index of 2 profiles written to " + dir},
		{"joined ones, in place of the index before", []string{"--profiles", "testdata/profiles.jsonl"}, "index of 2 profiles written to " + dir},
	} {
		status, stdout, stderr := invokeReal(t, "", append([]string{"index", "--out", dir}, tt.profiles...)...)
		if status != exitDone || stdout != "" || stderr != tt.want+"\n" {
			t.Fatalf("index: status %d, standard output %q, standard error %q, want %q (%s)", status, stdout, stderr, tt.want, tt.reason)
		}
		for _, args := range [][]string{
			{"match", "--format", "json", "testdata/posting.txt"}, {"search", "records", "clerk"}, {"show", "12111"}, {"show", "--format", "json", "14100"},
		} {
			_, want, _ := invokeReal(t, "", append(args, tt.profiles...)...)
			for _, saved := range [][]string{{"--profiles", dir}, {"--profiles", dir, "--plain"}} {
				status, got, stderr := invokeReal(t, "", append(args, saved...)...)
				if status != exitDone || stderr != "" {
					t.Errorf("%q: status %d, standard error %q (%s)", args, status, stderr, tt.reason)
				}
				if diff := cmp.Diff(want, got); diff != "" {
					t.Errorf("%q from %q differs (-profiles +index), %s:\n%s", args, saved, tt.reason, diff)
				}
			}
		}
	}
}

func TestIndexErrors(t *testing.T) {
	dir := t.TempDir()
	foreign := filepath.Join(dir, "foreign")
	if err := os.Mkdir(foreign, 0o777); err != nil {
		t.Fatal(err)
	}
	note := filepath.Join(foreign, "note.txt")
	if err := os.WriteFile(note, []byte("kept"), 0o666); err != nil {
		t.Fatal(err)
	}
	saved := filepath.Join(dir, "saved")
	if status, _, stderr := invokeReal(t, "", append([]string{"index", "--out", saved}, ownProfiles...)...); status != exitDone {
		t.Fatal(stderr)
	}
	if err := os.Truncate(filepath.Join(saved, "nocmatch-index.json"), 10); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		reason string
		args   []string
		status int
		want   string
	}{
		{"nowhere to write to", []string{"index"}, exitUsage, "name the folder to write to with --out"},
		{"plain built-in profiles", []string{"index", "--out", dir + "/x", "--plain"}, exitUsage, "--plain goes with --profiles"},
		{"a file that is no flag's", []string{"index", "--out", dir + "/x", "y"}, exitUsage, `unknown command "y"`},
		{"a folder of something else", []string{"index", "--out", foreign}, exitFailed, "left alone"},
		{"a file", []string{"index", "--out", note}, exitFailed, "left alone"},
		{"a folder in a folder that is not there", []string{"index", "--out", dir + "/none/x"}, exitFailed, "no such file or directory"},
		{"profiles that are not there", []string{"index", "--out", dir + "/x", "--profiles", "none"}, exitFailed, "none: no such file or folder"},
		{"a damaged index", []string{"search", "--profiles", saved, "clerk"}, exitFailed, "damaged"},
		{"a damaged index, with what to do about it", []string{"show", "--profiles", saved, "12111"}, exitFailed, `build it again with "nocmatch index"`},
		{"a damaged index is no source of a new one", []string{"index", "--profiles", saved, "--out", saved}, exitFailed, "damaged"},
	} {
		status, stdout, stderr := invokeReal(t, "", tt.args...)
		if status != tt.status || stdout != "" || !strings.Contains(stderr, tt.want) {
			t.Errorf("%q: status %d, standard output %q, standard error %q, want status %d and %q (%s)", tt.args, status, stdout, stderr, tt.status, tt.want, tt.reason)
		}
	}
	if b, err := os.ReadFile(note); err != nil || string(b) != "kept" {
		t.Errorf("a file that was there before holds %q (%v)", b, err)
	}
	if _, err := os.Stat(filepath.Join(dir, "x")); err == nil {
		t.Error("an index that failed left a folder behind")
	}
}
