package main

import (
	"archive/zip"
	"context"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// rankedNames are the names of a ranking in JSON lines, in its order.
func rankedNames(t *testing.T, lines string) []string {
	t.Helper()
	var names []string
	for line := range strings.Lines(lines) {
		var r ranked
		if err := json.Unmarshal([]byte(line), &r); err != nil {
			t.Fatalf("%v: %s", err, line)
		}
		if r.Schema != rankSchema || r.Rank != len(names)+1 {
			t.Errorf("line %d has schema %q and rank %d", len(names)+1, r.Schema, r.Rank)
		}
		if strings.Contains(line, ":null") {
			t.Errorf("a list is null in %s", line)
		}
		names = append(names, r.Name)
	}
	return names
}

func rankLines(args ...string) []string {
	return append([]string{"rank", "--code", "12111", "--format", "jsonl"}, args...)
}

// Where documents come from changes nothing but their names.
func TestRankSources(t *testing.T) {
	dir := t.TempDir()
	write := func(path, content string) {
		t.Helper()
		path = filepath.Join(dir, path)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	const worse, better = "Wrote charts.", "Codes charts, with chart audits."
	write("a/worse.txt", worse)
	write("a/b/better.txt", better)
	var pack strings.Builder
	z := zip.NewWriter(&pack)
	for name, content := range map[string]string{"worse.txt": worse, "b/better.txt": better} {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(w, content)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	write("pack.zip", pack.String())
	t.Chdir(dir)
	for _, tt := range []struct {
		reason, stdin string
		args          []string
		want          []string
	}{
		{"a folder and what is below it", "", []string{"a"}, []string{"a/b/better.txt", "a/worse.txt"}},
		{"a pattern", "", []string{"a/**/*.txt"}, []string{"a/b/better.txt", "a/worse.txt"}},
		{"an archive", "", []string{"pack.zip"}, []string{"pack.zip/b/better.txt", "pack.zip/worse.txt"}},
		{"standard input among files", better, []string{"a/worse.txt", "-"}, []string{"-", "a/worse.txt"}},
		{"equals by name, whatever their order", "", []string{"pack.zip", "a"}, []string{"a/b/better.txt", "pack.zip/b/better.txt", "a/worse.txt", "pack.zip/worse.txt"}},
		{"the same file twice", "", []string{"a/worse.txt", "a/worse.txt"}, []string{"a/worse.txt", "a/worse.txt"}},
	} {
		status, stdout, stderr := invoke(t, tt.stdin, rankLines(tt.args...)...)
		if status != exitDone || stderr != "" {
			t.Errorf("%q: status %d, standard error %q", tt.args, status, stderr)
		}
		if diff := cmp.Diff(tt.want, rankedNames(t, stdout)); diff != "" {
			t.Errorf("%q, %s (-want +got):\n%s", tt.args, tt.reason, diff)
		}
	}
}

func TestRankNothing(t *testing.T) {
	status, _, stderr := invoke(t, "", rankLines(t.TempDir())...)
	if status != exitFailed || !strings.Contains(stderr, "no file in it: name files, or a folder that has some") {
		t.Errorf("an empty folder: status %d, standard error %q, want %d and what to do", status, stderr, exitFailed)
	}
}

// What was read before an interrupt is ranked and written.
func TestRankInterrupt(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	pipe, w := io.Pipe()
	defer w.Close()
	var out, errs strings.Builder
	done := make(chan int)
	go func() {
		// With one job the first file is done when standard input is read, and the second may be.
		done <- run(ctx, rankLines("--jobs", "1", "testdata/resumes/ben.txt", "testdata/resumes/dora.txt", "-"), pipe, &out, &errs, loadCanned)
	}()
	if _, err := w.Write([]byte("clerk")); err != nil {
		t.Fatal(err)
	}
	cancel()
	if status := <-done; status != exitFailed || !strings.Contains(errs.String(), "interrupted after ") {
		t.Errorf("status %d, standard error %q, want %d and how far it got", status, errs.String(), exitFailed)
	}
	if names := rankedNames(t, out.String()); len(names) == 0 || names[0] != "testdata/resumes/ben.txt" {
		t.Errorf("ranked %q, want what was done", names)
	}
}

// Several jobs give the same bytes as one.
func TestRankJobs(t *testing.T) {
	_, want, _ := invoke(t, "", rankLines("--jobs", "1", "testdata/resumes")...)
	for range 5 {
		if _, got, _ := invoke(t, "", rankLines("--jobs", "8", "testdata/resumes")...); got != want {
			t.Fatalf("with 8 jobs (-want +got):\n%s", cmp.Diff(want, got))
		}
	}
}

func TestRankWriteError(t *testing.T) {
	for _, format := range formats {
		var errs strings.Builder
		status := run(t.Context(), []string{"rank", "--code", "12111", "--format", format, "testdata/resumes"}, nil, fullDisk{}, &errs, loadCanned)
		if status != exitFailed || !strings.Contains(errs.String(), "no space left") {
			t.Errorf("--format %s on a full disk: status %d, standard error %q, want %d and the reason", format, status, errs.String(), exitFailed)
		}
	}
}

// A posting takes a code that no profile has.
func TestFreeCode(t *testing.T) {
	own := filepath.Join(t.TempDir(), "own.jsonl")
	if err := os.WriteFile(own, []byte(`{"code":"posting","title":"A posting"}`+"\n"+`{"code":"12111","title":"Coder"}`+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	args := []string{"rank", "--posting", "testdata/posting.txt", "--profiles", own, "--plain", "--format", "json", "testdata/resumes/anna-nowak.txt"}
	status, stdout, stderr := invokeReal(t, "", args...)
	if status != exitDone || !strings.Contains(stdout, `"code": "posting-2"`) {
		t.Errorf("status %d, standard error %q, standard output %s, want the code posting-2", status, stderr, stdout)
	}
}
