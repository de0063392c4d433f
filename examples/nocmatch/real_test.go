package main

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/nocmatch/nocmatch/match"
)

// The tests of this file go through the real matcher. They look at what must hold whatever the scorer says.

const realPosting = "Health Records Technician\n\nOur hospital seeks a technician who codes inpatient charts in ICD-10-CA and CCI,\r\nsubmits " +
	"abstracts to the Discharge Abstract Database, and answers requests for release of information. <CHIMA> membership & attention to " +
	"detail wanted. The r\u00f4le is on site.\n"

func invokeReal(t *testing.T, stdin string, args ...string) (status int, stdout, stderr string) {
	t.Helper()
	var out, errs strings.Builder
	status = run(t.Context(), args, strings.NewReader(stdin), &out, &errs, loadMatcher)
	return status, out.String(), errs.String()
}

func TestRealFormats(t *testing.T) {
	for _, tt := range []struct{ format, want string }{
		{"text", "12111  Health information management occupations"},
		{"json", `"code": "12111"`},
		{"jsonl", `"code":"12111"`},
		{"csv", "'-,1,12111,"},
	} {
		status, stdout, stderr := invokeReal(t, realPosting, "match", "--format", tt.format, "-")
		if status != exitDone || stderr != "" || !strings.Contains(stdout, tt.want) {
			t.Errorf("--format %s: status %d, standard error %q, standard output %s\nwant %q in it", tt.format, status, stderr, stdout, tt.want)
		}
	}
}

func TestRealSpans(t *testing.T) {
	dir := t.TempDir()
	latin := strings.ReplaceAll(realPosting, "\u00f4", "\xf4")
	files := map[string]string{
		"utf-8.txt": realPosting, "mark.txt": "\ufeff" + realPosting, "windows-1252.txt": latin, "nul.txt": "\x00" + realPosting, "empty.txt": "",
	}
	args := []string{"match", "--format", "json"}
	for name, content := range files {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, path)
	}
	status, stdout, stderr := invokeReal(t, "", args...)
	var results []match.Result
	if err := json.Unmarshal([]byte(stdout), &results); err != nil || status != exitDone || len(results) != len(files) {
		t.Fatalf("status %d, standard error %q, %d results (%v)", status, stderr, len(results), err)
	}
	if strings.Contains(stdout, ": null") || strings.Contains(stdout, `\u003c`) {
		t.Error("a list is null, or < is escaped")
	}
	for i, r := range results {
		name := filepath.Base(r.Document.Name)
		if r.Document.Name != args[3+i] {
			t.Errorf("result %d is of %s, want the order of the files", i, r.Document.Name)
		}
		text := files[name]
		if decoded := name == "windows-1252.txt"; decoded {
			text = r.Text
		} else if r.Text != "" {
			t.Errorf("%s: the text is given, though its bytes are the file's", name)
		}
		if name != "empty.txt" && len(r.Matches) == 0 {
			t.Errorf("%s: no matches", name)
		}
		for _, m := range r.Matches {
			for _, e := range m.Evidence {
				if e.Field != match.FieldText || text[e.Start:e.End] != e.Quote {
					t.Errorf("%s: the span [%d:%d] of the %s does not hold %q", name, e.Start, e.End, e.Field, e.Quote)
				}
			}
		}
	}
}

func TestRealCodes(t *testing.T) {
	_, stdout, _ := invokeReal(t, "A menu of eggs.", "match", "--format", "jsonl", "--code", "12111,14100", "-")
	var r match.Result
	if err := json.Unmarshal([]byte(stdout), &r); err != nil {
		t.Fatal(err)
	}
	var codes []string
	for _, m := range r.Matches {
		codes = append(codes, m.Code)
	}
	if len(codes) != 2 || !strings.Contains("12111 14100 12111", strings.Join(codes, " ")) {
		t.Errorf("codes %q, want exactly those asked for", codes)
	}
}

func TestRealTooLarge(t *testing.T) {
	half := strings.Repeat("x", match.DefaultMaxBytes/2+1)
	french := strings.Repeat("\xe9", match.DefaultMaxBytes/2+1) // two bytes each in UTF-8
	for _, tt := range []struct {
		reason string
		stdin  string
		args   []string
		want   string
	}{
		{"the file", half + half, []string{"-"}, "-: has too long a text: the limit is 4194304 bytes: split"},
		{"what becomes of the file", french, []string{"-"}, "-: has too long a text: the limit is 4194304 bytes: split"},
		{"the file and its title", half, []string{"--title", half, "-"}, "-: larger than the limit of 4194304 bytes together with its title and industry: split"},
		{"the title", "", []string{"--title", half + half}, "--title and --industry: larger than the limit"},
	} {
		status, stdout, stderr := invokeReal(t, tt.stdin, append([]string{"match", "--format", "json"}, tt.args...)...)
		if status != exitFailed || stdout != "[]\n" || !strings.Contains(stderr, tt.want) {
			t.Errorf("%s is too large: status %d, standard output %q, standard error %q, want %q", tt.reason, status, stdout, stderr, tt.want)
		}
	}
}

func TestRealInterrupt(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	pipe, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer pipe.Close()
	defer w.Close()
	var out, errs strings.Builder
	done := make(chan int)
	go func() { done <- run(ctx, []string{"match", "-"}, pipe, &out, &errs, loadMatcher) }()
	time.Sleep(10 * time.Millisecond) // it may be reading by now; if not, the test is easier, not wrong
	cancel()
	if status := <-done; status != exitFailed || !strings.Contains(errs.String(), "interrupted after 0 inputs") {
		t.Errorf("status %d, standard error %q, want %d and how far it got", status, errs.String(), exitFailed)
	}
}

func TestRealWriteErrorWhileReading(t *testing.T) {
	pipe, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer pipe.Close()
	defer w.Close()
	var errs strings.Builder
	if status := run(t.Context(), []string{"match", "testdata/posting.txt", "-"}, pipe, fullDisk{}, &errs, loadMatcher); status != exitFailed {
		t.Errorf("status %d, want %d and an end, though standard input has none", status, exitFailed)
	}
}

func TestRealSearch(t *testing.T) {
	status, stdout, stderr := invokeReal(t, "", "search", "--top", "2", "discharge", "abstracts")
	if lines := strings.Split(strings.TrimSpace(stdout), "\n"); status != exitDone || stderr != "" || len(lines) > 2 || !strings.HasPrefix(stdout, "12111   1.00  Health") {
		t.Errorf("status %d, standard output %q, standard error %q, want 12111 first", status, stdout, stderr)
	}
	status, stdout, stderr = invokeReal(t, "", "search", "qqqxzzy")
	if status != exitDone || stdout != "" || !strings.Contains(stderr, "no occupation has a word") {
		t.Errorf("nothing found: status %d, standard output %q, standard error %q", status, stdout, stderr)
	}
}

func TestRealShow(t *testing.T) {
	status, stdout, stderr := invokeReal(t, "", "show", "12111")
	if status != exitDone || stderr != "" || !strings.Contains(stdout, "Main duties\n") || !strings.Contains(stdout, "Labour market\n") {
		t.Errorf("status %d, standard error %q, standard output %s", status, stderr, stdout)
	}
}

func TestRealImport(t *testing.T) {
	dir := t.TempDir()
	write := func(name, content string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	structure := write("structure.csv", "Level,Hierarchical structure,Code - NOC 2021 V1.0,Class title,Class definition\n"+
		"5,Unit Group,12111,Health information management occupations,They manage health information.\n"+
		"5,Unit Group,00010,Legislators,They make laws.\n")
	elements := write("elements.csv", "Level,Code - NOC 2021 V1.0,Class title,Element Type Label English,Element Description English\n"+
		"5,12111,Health information management occupations,Illustrative example(s),health records technician\n"+
		"5,12111,Health information management occupations,Main duties,Code diseases\n"+
		"5,10,Legislators,Main duties,Enact laws\n")
	out := filepath.Join(dir, "profiles.jsonl")
	status, stdout, stderr := invokeReal(t, "", "import", "--elements", elements, "--structure", structure, "--out", out)
	if status != exitDone || stdout != "" || stderr != "2 profiles written\n" {
		t.Fatalf("status %d, standard output %q, standard error %q", status, stdout, stderr)
	}
	status, stdout, stderr = invokeReal(t, "", "show", "--profiles", out, "--plain", "00010")
	if status != exitDone || !strings.Contains(stdout, "Enact laws") {
		t.Errorf("show of what was imported: status %d, standard output %q, standard error %q", status, stdout, stderr)
	}
	_, plain, _ := invokeReal(t, "", "show", "--profiles", out, "--plain", "12111")
	_, joined, _ := invokeReal(t, "", "show", "--profiles", out, "12111")
	if strings.Contains(plain, "Working vocabulary") || !strings.Contains(joined, "Working vocabulary") {
		t.Error("the built-in vocabulary should be joined, and left out with --plain")
	}
}
