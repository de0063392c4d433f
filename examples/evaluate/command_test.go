package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/nocmatch/nocmatch/match"
)

func invoke(t *testing.T, args ...string) (status int, stdout, stderr string) {
	t.Helper()
	var out, errs strings.Builder
	status = run(t.Context(), args, &out, &errs)
	return status, out.String(), errs.String()
}

func read(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// The titles are exact ones, so that the answers don't depend on the fine points of the scorer.
const exactTitles = "id,title,noc2021\nq1,health records technician,12111\nq2,medical records coder,12111|99999\nq3,qqqxzzy,\nq4,health records technician,99999\n"

func TestEvaluate(t *testing.T) {
	queries := writeFile(t, "titles.csv", exactTitles)
	dir := t.TempDir()
	runFile, qrels, results := filepath.Join(dir, "r.trec"), filepath.Join(dir, "q.qrels"), filepath.Join(dir, "r.jsonl")
	status, stdout, stderr := invoke(t, "--queries", queries, "--run", runFile, "--write-qrels", qrels, "--results", results, "--depth", "2", "--confusion")
	if status != 0 || !strings.Contains(stderr, "1 queries have no right code among the") {
		t.Fatalf("status %d, standard error %q", status, stderr)
	}
	for _, want := range []string{"acc@1 0.6667 [", "mrr 0.6667\n", "coverage 1.0000\n", "abstained 1/1\n", "abstained_wrongly 0/3\n", "queries 3\n",
		"texts/s ", "99999     12111  1"} {
		if !strings.Contains(stdout, want) {
			t.Errorf("standard output is %s\nwant %q in it", stdout, want)
		}
	}
	if want := "q1 0 12111 1\nq2 0 12111 1\nq2 0 99999 1\nq3 0 none 0\nq4 0 99999 1\n"; read(t, qrels) != want {
		t.Errorf("the judgements are %q, want %q", read(t, qrels), want)
	}
	lines := strings.Split(strings.TrimSpace(read(t, runFile)), "\n")
	if !strings.HasPrefix(lines[0], "q1 Q0 12111 1 0.") || !strings.HasSuffix(lines[0], " nocmatch") || strings.Contains(read(t, runFile), "q3 ") {
		t.Errorf("the run is %q, want 12111 first and nothing for q3", lines)
	}
	for i, line := range strings.Split(strings.TrimSpace(read(t, results)), "\n") {
		var r struct {
			ID string `json:"id"`
			match.Result
		}
		if err := json.Unmarshal([]byte(line), &r); err != nil || !strings.HasPrefix(line, `{"id":"q`) || r.Schema != match.Schema || r.ID != r.Document.Name || len(r.Matches) > 2 {
			t.Errorf("line %d of the results is %s (%v)", i+1, line, err)
		}
	}

	again, sameOut, _ := invoke(t, "--queries", queries, "--qrels", qrels, "--depth", "2")
	if again != 0 || sameOut[:strings.Index(sameOut, "texts/s")] != stdout[:strings.Index(stdout, "texts/s")] {
		t.Errorf("with the judgements that were written the metrics are %s, want %s", sameOut, stdout)
	}
}

func TestEvaluateFiles(t *testing.T) {
	labels := writeFile(t, "labels.csv", "file,noc2021\npostings/a.txt,12111\npostings/none.txt,12111\nwindows.txt,12111\n")
	dir := filepath.Dir(labels)
	if err := os.Mkdir(filepath.Join(dir, "postings"), 0o700); err != nil {
		t.Fatal(err)
	}
	const text = "Health records technician: codes charts in ICD-10-CA and CCI, abstracts to the DAD, release of information. R\u00f4le on site.\n"
	for name, content := range map[string]string{"postings/a.txt": text, "windows.txt": strings.ReplaceAll(text, "\u00f4", "\xf4")} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	results := filepath.Join(dir, "results.jsonl")
	status, stdout, stderr := invoke(t, "--queries", labels, "--results", results)
	if status != 1 || !strings.Contains(stderr, "none.txt: no such file") || !strings.Contains(stderr, "1 of 3 queries failed") {
		t.Errorf("status %d, standard error %q, want the missing file named", status, stderr)
	}
	if !strings.Contains(stdout, "acc@1 0.6667") || !strings.Contains(stdout, "abstained_wrongly 1/3") {
		t.Errorf("standard output is %s\nwant the missing file counted as not answered", stdout)
	}
	var r match.Result
	lines := strings.Split(strings.TrimSpace(read(t, results)), "\n")
	if err := json.Unmarshal([]byte(lines[1]), &r); err != nil || r.Text != text || r.Document.Bytes != len(text)-1 {
		t.Errorf("the second result is %s (%v), want the decoded text and the file's size", lines[1], err)
	}
}

func TestEvaluateErrors(t *testing.T) {
	queries := writeFile(t, "titles.csv", exactTitles)
	bare := writeFile(t, "bare.jsonl", `{"id":"a","title":"clerk"}`)
	for _, tt := range []struct {
		reason string
		status int
		args   []string
		want   string
	}{
		{"no queries", 2, nil, `required flag(s) "queries" not set`},
		{"an argument", 2, []string{"--queries", queries, "x"}, "unknown command"},
		{"nothing to list", 2, []string{"--queries", queries, "--depth", "0"}, "--depth is 0: want 1 or more"},
		{"plain built-in profiles", 2, []string{"--queries", queries, "--plain"}, "--plain goes with --profiles"},
		{"no such queries", 1, []string{"--queries", "none.csv"}, "none.csv: no such file"},
		{"no such judgements", 1, []string{"--queries", queries, "--qrels", "none.qrels"}, "none.qrels: no such file"},
		{"no judgements", 1, []string{"--queries", bare}, "give --qrels, or add a column noc2021"},
		{"a run that cannot be written", 1, []string{"--queries", queries, "--run", filepath.Join("none", "r.trec")}, "cannot write"},
	} {
		status, stdout, stderr := invoke(t, tt.args...)
		if status != tt.status || stdout != "" || !strings.Contains(stderr, tt.want) {
			t.Errorf("%q: status %d, standard output %q, standard error %q, want status %d and %q (%s)", tt.args, status, stdout, stderr, tt.status, tt.want, tt.reason)
		}
	}
}
