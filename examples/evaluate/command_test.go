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
	if status != 0 || !strings.Contains(stderr, "1 query has no right code among the") {
		t.Fatalf("status %d, standard error %q", status, stderr)
	}
	for _, want := range []string{"acc@1 0.6667 [", "mrr 0.6667\n", "coverage 1.0000\n", "abstained 1/1\n", "abstained_wrongly 0/3\n", "queries 3\n",
		"texts/s ", "(4 texts in ", "\n1 kind of confusion\n", "99999     12111  1"} {
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
	if status != 1 || !strings.Contains(stderr, "none.txt: no such file") || !strings.Contains(stderr, "1 of 3 queries failed and counts as not answered") {
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

// Nothing is written where an output would replace a file that is read, or another output.
func TestEvaluateOverlap(t *testing.T) {
	t.Chdir(t.TempDir())
	files := map[string]string{
		"q.csv": exactTitles, "q.qrels": "q1 0 12111 1\n", "files.csv": "file,noc2021\na.txt,12111\n", "a.txt": "clerk",
		"own.jsonl": `{"code":"12111","title":"Own"}` + "\n",
	}
	for name, content := range files {
		if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, tt := range []struct{ reason, args, want string }{
		{"the queries", "--queries q.csv --run q.csv", "--run q.csv would replace an input, --queries q.csv"},
		{"the queries, by another path", "--queries q.csv --results ./q.csv", "--results ./q.csv would replace an input, --queries q.csv"},
		{"the judgements", "--queries q.csv --qrels q.qrels --write-qrels q.qrels", "--write-qrels q.qrels would replace an input, --qrels q.qrels"},
		{"the profiles", "--queries q.csv --profiles own.jsonl --run own.jsonl", "--run own.jsonl would replace an input, --profiles own.jsonl"},
		{"a text that the queries name", "--queries files.csv --run a.txt", "--run a.txt would replace an input, a.txt"},
		{"two outputs", "--queries q.csv --run x --results x", "--run x and --results x are the same file: name two"},
		{"two other outputs", "--queries q.csv --write-qrels x --run ./x", "--run ./x and --write-qrels x are the same file"},
	} {
		status, stdout, stderr := invoke(t, strings.Fields(tt.args)...)
		if status != 2 || stdout != "" || !strings.Contains(stderr, tt.want) {
			t.Errorf("%q: status %d, standard output %q, standard error %q, want status 2 and %q (%s)", tt.args, status, stdout, stderr, tt.want, tt.reason)
		}
	}
	entries, err := os.ReadDir(".")
	if err != nil || len(entries) != len(files) {
		t.Errorf("the folder holds %v (%v), want nothing new", entries, err)
	}
	for name, content := range files {
		if read(t, name) != content {
			t.Errorf("%s holds %q, want it untouched", name, read(t, name))
		}
	}
}

func TestEvaluateTooLarge(t *testing.T) {
	converted := strings.Repeat("\xe9", match.DefaultMaxBytes/2+1)
	labels := writeFile(t, "labels.csv", "id,file,title,text,noc2021\na,a.txt,,,12111\nb,b.txt,clerk,,12111\nc,,,"+strings.Repeat("x", match.DefaultMaxBytes+1)+",12111\n")
	for name, content := range map[string]string{"a.txt": converted, "b.txt": strings.Repeat("x", match.DefaultMaxBytes)} {
		if err := os.WriteFile(filepath.Join(filepath.Dir(labels), name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	status, _, stderr := invoke(t, "--queries", labels)
	for _, want := range []string{
		"a.txt: larger than the limit of 4194304 bytes after conversion to UTF-8: split it",
		"b.txt: larger than the limit of 4194304 bytes together with its title and industry: split it",
		"query c: its text, title and industry are larger than the limit of 4194304 bytes: split the text",
		"3 of 3 queries failed and count as not answered",
	} {
		if status != 1 || !strings.Contains(stderr, want) {
			t.Errorf("status %d, standard error %q, want status 1 and %q", status, stderr, want)
		}
	}
}

func TestNumbers(t *testing.T) {
	q := writeFile(t, "q.csv", "id,title\na,clerk\n")
	qrels := writeFile(t, "q.qrels", "b 0 12111 1\n")
	one := writeFile(t, "one.jsonl", `{"code":"1","title":"Own"}`+"\n")
	_, stdout, stderr := invoke(t, "--queries", q, "--qrels", qrels, "--profiles", one)
	for _, want := range []string{
		"1 judged query is not among the queries: it counts as not answered\n",
		"1 query has no judgement: it is in the run and not in the metrics\n",
		"1 query has no right code among the 1 profile: it can only be answered wrongly\n",
		"(1 text in ", ", 1 occupation)\n",
	} {
		if !strings.Contains(stdout+stderr, want) {
			t.Errorf("standard output %q, standard error %q, want %q", stdout, stderr, want)
		}
	}
	for n, want := range map[int]string{0: "0 texts", 1: "1 text", 2: "2 texts"} {
		if got := counted(n, "text", "texts"); got != want {
			t.Errorf("counted(%d) = %q, want %q", n, got, want)
		}
	}
}

// What the metrics are computed over is easy to get wrong, and the help is where it is said.
func TestHelp(t *testing.T) {
	status, stdout, _ := invoke(t, "--help")
	text := strings.Join(strings.Fields(stdout), " ")
	for _, want := range []string{"acc@1_answered, acc@1_confident_half and ece are computed over what was answered", "only for a k that --depth reaches"} {
		if status != 0 || !strings.Contains(text, want) {
			t.Errorf("status %d, help %s\nwant %q in it", status, stdout, want)
		}
	}
}
