package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/nocmatch/nocmatch/match"
)

func writeFile(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func noc(s string) *string { return &s }

func TestReadQueries(t *testing.T) {
	for _, tt := range []struct {
		reason  string
		name    string
		content string
		want    []query
	}{
		{"JSON Lines, with an empty line, and without a line end", "q.jsonl", "{\"id\":\"a\",\"title\":\"clerk\"}\n\n{\"id\":\"b\",\"text\":\"x\\ny\",\"noc2021\":\"1|2\"}",
			[]query{{ID: "a", Title: "clerk", line: 1}, {ID: "b", Text: "x\ny", NOC2021: noc("1|2"), line: 3}}},
		{"a CSV with columns in another order, some missing", "q.csv", "industry,ID\nhospital,a\n,b\n",
			[]query{{ID: "a", Industry: "hospital", line: 2}, {ID: "b", line: 3}}},
		{"lines count also within quotes; a mark of UTF-8 is no part of the first name", "q.CSV", "\ufeffid,text,noc2021\r\na,\"two\r\nlines\",\r\nb,,12111\r\n",
			[]query{{ID: "a", Text: "two\nlines", NOC2021: noc(""), line: 2}, {ID: "b", NOC2021: noc("12111"), line: 4}}},
	} {
		got, err := readQueries(writeFile(t, tt.name, tt.content))
		if err != nil {
			t.Errorf("readQueries() error = %v (%s)", err, tt.reason)
		}
		if diff := cmp.Diff(tt.want, got, cmp.AllowUnexported(query{})); diff != "" {
			t.Errorf("readQueries() differs (-want +got), %s:\n%s", tt.reason, diff)
		}
	}
}

func TestReadQueriesOfFiles(t *testing.T) {
	path := writeFile(t, "labels.csv", "file,noc2021\npostings/a.txt,12111\n")
	got, err := readQueries(path)
	want := []query{{ID: "postings/a.txt", NOC2021: noc("12111"), file: filepath.Join(filepath.Dir(path), "postings", "a.txt"), line: 2}}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(query{})); err != nil || diff != "" {
		t.Errorf("readQueries() error = %v, differs (-want +got):\n%s", err, diff)
	}
}

func TestReadQueriesErrors(t *testing.T) {
	for _, tt := range []struct {
		reason  string
		name    string
		content string
		want    string
	}{
		{"no JSON", "q.jsonl", "{\"id\":\"a\"}\nid,title\n", "q.jsonl:2: invalid character"},
		{"a number for a text", "q.jsonl", "{\"id\":1}\n", "q.jsonl:1: json: cannot unmarshal number"},
		{"no id", "q.jsonl", "{\"title\":\"a\"}\n", "q.jsonl:1: the query has no id"},
		{"an id that breaks the columns of a run", "q.csv", "id\nb\na b\n", "q.csv:3: the id \"a b\" holds white space"},
		{"the same id twice", "q.csv", "id\na\nb\na\n", "q.csv:4: the id \"a\" was given in line 2"},
		{"no column of ids", "q.csv", "title,text\na,b\n", "q.csv:1: the header has neither"},
		{"a row too short", "q.csv", "id,title\na\n", "record on line 2: wrong number of fields"},
		{"a quote that is never closed", "q.csv", "id,title\na,\"b\n", "q.csv: parse error on line 2"},
		{"nothing", "q.jsonl", "\n", "holds no queries"},
		{"nothing but a header", "q.csv", "id\n", "holds no queries"},
		{"not even a header", "q.csv", "", "holds no queries"},
	} {
		if _, err := readQueries(writeFile(t, tt.name, tt.content)); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("readQueries(%q) error = %v, want %q (%s)", tt.content, err, tt.want, tt.reason)
		}
	}
	if _, err := readQueries("none.csv"); err == nil || err.Error() != "none.csv: no such file: check the path" {
		t.Errorf("readQueries() of no file: %v", err)
	}
}

func TestQrels(t *testing.T) {
	const text = "a 0 12112 1\na 0 12111 2\nb 0 12111 0\n\nc\t0\t14100\t1\na 0 14100 0\na 0 12112 1\n"
	want := []judgement{{"a", []string{"12111", "12112"}}, {"b", nil}, {"c", []string{"14100"}}}
	got, err := readQrels(writeFile(t, "q.qrels", text))
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(judgement{})); err != nil || diff != "" {
		t.Errorf("readQrels() error = %v, differs (-want +got):\n%s", err, diff)
	}
	var b strings.Builder
	if err := writeQrels(&b, got); err != nil {
		t.Fatal(err)
	}
	again, err := readQrels(writeFile(t, "q.qrels", b.String()))
	if diff := cmp.Diff(want, again, cmp.AllowUnexported(judgement{})); err != nil || diff != "" {
		t.Errorf("readQrels() of what writeQrels wrote: error %v, differs (-want +got):\n%s", err, diff)
	}
}

func TestQrelsErrors(t *testing.T) {
	for _, tt := range []struct{ reason, content, want string }{
		{"three columns", "a 0 1 1\na 0 1\n", "q.qrels:2: 3 columns: want four"},
		{"one column", "a\n", "q.qrels:1: 1 column: want four"},
		{"a relevance that is no number", "a 0 1 yes\n", `q.qrels:1: the relevance is "yes"`},
		{"nothing", "\n", "holds no judgements"},
	} {
		if _, err := readQrels(writeFile(t, "q.qrels", tt.content)); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("readQrels(%q) error = %v, want %q (%s)", tt.content, err, tt.want, tt.reason)
		}
	}
}

func TestJudgementsOf(t *testing.T) {
	got, err := judgementsOf([]query{
		{ID: "a", NOC2021: noc("2| 1 |2|")}, {ID: "none", NOC2021: noc(" ")}, {ID: "unknown"},
	}, "q.csv")
	want := []judgement{{"a", []string{"1", "2"}}, {"none", nil}}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(judgement{})); err != nil || diff != "" {
		t.Errorf("judgementsOf() error = %v, differs (-want +got):\n%s", err, diff)
	}
	if _, err := judgementsOf([]query{{ID: "a", NOC2021: noc("12111 12112"), line: 7}}, "q.csv"); err == nil || !strings.Contains(err.Error(), "q.csv:7: the code") {
		t.Errorf("judgementsOf() of codes separated by a blank: %v", err)
	}
	if _, err := judgementsOf([]query{{ID: "a"}}, "q.csv"); err == nil || !strings.Contains(err.Error(), "give --qrels") {
		t.Errorf("judgementsOf() of queries without codes: %v", err)
	}
}

func TestWriteRun(t *testing.T) {
	r := match.Result{Matches: []match.Match{{Rank: 1, Code: "12111", Score: 1. / 3}, {Rank: 2, Code: "14100", Score: 1e-7}}}
	var b strings.Builder
	if err := writeRun(&b, "q1", r); err != nil {
		t.Fatal(err)
	}
	const want = "q1 Q0 12111 1 0.3333333333333333 nocmatch\nq1 Q0 14100 2 1e-07 nocmatch\n"
	if b.String() != want {
		t.Errorf("writeRun() = %q, want %q", b.String(), want)
	}
	b.Reset()
	r.Abstained = true
	if err := writeRun(&b, "q1", r); err != nil || b.String() != "" {
		t.Errorf("writeRun() of an abstention = %q, %v, want nothing", b.String(), err)
	}
	r = match.Result{Matches: []match.Match{{Rank: 1, Code: "own code"}}}
	if err := writeRun(&b, "q1", r); err == nil {
		t.Error("writeRun() of a code with a blank gave no error")
	}
}
