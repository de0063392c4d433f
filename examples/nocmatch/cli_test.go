package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/nocmatch/nocmatch/match"
)

var update = flag.Bool("update", false, "rewrite the golden files from what the tests see")

// invoke runs the command line with canned results and no terminal.
func invoke(t *testing.T, stdin string, args ...string) (status int, stdout, stderr string) {
	t.Helper()
	var out, errs strings.Builder
	status = run(t.Context(), args, strings.NewReader(stdin), &out, &errs, loadCanned)
	return status, out.String(), errs.String()
}

var ownProfiles = []string{"--profiles", "testdata/profiles.jsonl", "--plain"}

func TestGolden(t *testing.T) {
	posting, menu, empty := "testdata/posting.txt", "testdata/menu-windows-1252.txt", "testdata/empty.txt"
	resumes := "testdata/resumes"
	scan := "../../testdata/documents/broken-scan.pdf"
	for _, tt := range []struct {
		name   string
		reason string
		stdin  string
		args   []string
		status int
		// failures holds parts of standard error, one a line; nil means that nothing may be there.
		failures []string
	}{
		{"match.txt", "reports, an empty line between them", "", []string{"match", posting, menu, empty}, exitDone, nil},
		{"match.json", "one array; the text is there only where it was decoded; < and & are not escaped", "",
			[]string{"match", "--format", "json", posting, menu, empty}, exitDone, nil},
		{"match.jsonl", "one result a line, in the order of the files", "", []string{"match", "--format", "jsonl", posting, menu, empty}, exitDone, nil},
		{"match.csv", "a line for each match, and one for a text without any", "", []string{"match", "--format", "csv", posting, menu, empty}, exitDone, nil},
		{"match-failures.json", "failures are named on standard error, the others are done", "",
			[]string{"match", "--format", "json", "--top", "1", "none.txt", posting, scan}, exitFailed,
			[]string{"nocmatch: none.txt: no such file: check the path", "broken-scan.pdf: is a scan without text: run OCR on it first", "nocmatch: 2 of 3 inputs failed"}},
		{"match-all-failed.json", "still an array", "", []string{"match", "--format", "json", "none.txt"}, exitFailed,
			[]string{"none.txt: no such file", "1 of 1 input failed"}},
		{"match-all-failed.csv", "still a table", "", []string{"match", "--format", "csv", "none.txt"}, exitFailed, []string{"none.txt: no such file", "1 of 1 input failed"}},
		{"match-too-large.jsonl", "an error of the matcher is one of its input", "too large", []string{"match", "--format", "jsonl", "-", posting}, exitFailed,
			[]string{"-: larger than the limit of 10 bytes: split it into smaller files", "1 of 2 inputs failed"}},
		{"match-stdin.jsonl", "standard input is named -", "clerk", []string{"match", "--format", "jsonl", "-"}, exitDone, nil},
		{"match-oddities.jsonl", "NUL, UTF-16 and a mark of UTF-8 are texts", "",
			[]string{"match", "--format", "jsonl", "--top", "1", "testdata/nul.txt", "testdata/utf-16.txt", "testdata/utf-8-mark.txt"}, exitDone, nil},
		{"match-title.jsonl", "a title needs no file, and has no name", "", []string{"match", "--format", "jsonl", "--title", "records clerk", "--industry", "hospital"}, exitDone, nil},
		{"match-code.txt", "exactly these occupations, all in full", "", append([]string{"match", "--code", "14100, 12111,14100", posting}, ownProfiles...), exitDone, nil},
		{"match-colour.txt", "colour when asked for, also in a pipe", "", append([]string{"match", "--color", "always", posting, menu}, ownProfiles...), exitDone, nil},
		{"show.txt", "a profile for people", "", append([]string{"show", "12111"}, ownProfiles...), exitDone, nil},
		{"show-bare.txt", "sections without content are left out", "", append([]string{"show", "14100"}, ownProfiles...), exitDone, nil},
		{"show.json", "the profile as it is stored", "", append([]string{"show", "--format", "json", "12111"}, ownProfiles...), exitDone, nil},
		{"rank.txt", "the best in full, how many more there are; the clerk's better occupation; equals by name", "",
			append([]string{"rank", "--code", "12111", "--top", "4", resumes}, ownProfiles...), exitDone, nil},
		{"rank.json", "one array of all; those after --top without match and text", "",
			append([]string{"rank", "--code", "12111", "--top", "2", "--format", "json", resumes}, ownProfiles...), exitDone, nil},
		{"rank.jsonl", "for a posting: its title, and its file", "",
			append([]string{"rank", "--posting", posting, "--top", "1", "--format", "jsonl", resumes}, ownProfiles...), exitDone, nil},
		{"rank-both.txt", "for both, by the mean", "", append([]string{"rank", "--posting", posting, "--code", "12111", "--top", "1", resumes}, ownProfiles...), exitDone, nil},
		{"rank-both.json", "for both: two matches", "",
			append([]string{"rank", "--posting", posting, "--code", "12111", "--format", "json", resumes + "/ben.txt"}, ownProfiles...), exitDone, nil},
		{"rank.csv", "a line for each candidate", "", append([]string{"rank", "--code", "12111", "--format", "csv", resumes}, ownProfiles...), exitDone, nil},
		{"rank-failures.txt", "how many could not be read stands above", "", append([]string{"rank", "--code", "12111", scan, resumes + "/ben.txt"}, ownProfiles...), exitFailed,
			[]string{"broken-scan.pdf: is a scan", "nocmatch: 1 of 2 inputs failed"}},
		{"rank-colour.txt", "quotes stand out", "", append([]string{"rank", "--code", "12111", "--color", "always", resumes + "/anna-nowak.txt", resumes + "/dora.txt"}, ownProfiles...), exitDone, nil},
		{"rank-anonymised.txt", "no name, not of the file either", "", append([]string{"rank", "--code", "12111", "--anonymise", resumes}, ownProfiles...), exitDone, nil},
		{"gap.txt", "what is missing, with values and the closest sentence", "", append([]string{"gap", "--code", "12111", resumes + "/dora.txt"}, ownProfiles...), exitDone, nil},
		{"gap.json", "the same for programs", "", append([]string{"gap", "--code", "12111", "--format", "json", resumes + "/dora.txt"}, ownProfiles...), exitDone, nil},
		{"gap-posting.txt", "against a posting; nothing is missing", "", append([]string{"gap", "--posting", posting, resumes + "/ben.txt"}, ownProfiles...), exitDone, nil},
		{"duties.txt", "duty by duty, copied wording, an optional duty apart, a better occupation", "", append([]string{"duties", "--code", "12111", "testdata/letter.txt"}, ownProfiles...), exitDone, nil},
		{"duties.json", "the same for programs", "", append([]string{"duties", "--code", "12111", "--format", "json", "testdata/letter.txt"}, ownProfiles...), exitDone, nil},
		{"duties-anonymised.json", "offsets are of the masked text", "", append([]string{"duties", "--code", "12111", "--format", "json", "--anonymise", "testdata/letter.txt"}, ownProfiles...), exitDone, nil},
		{"help-rank.txt", "the order, ties, and what both means", "", []string{"rank", "--help"}, exitDone, nil},
		{"help-gap.txt", "how a value is estimated", "", []string{"gap", "--help"}, exitDone, nil},
		{"help-duties.txt", "what it is not", "", []string{"duties", "--help"}, exitDone, nil},
		{"help.txt", "the commands, and how to call them", "", []string{"--help"}, exitDone, nil},
		{"help-match.txt", "the flags, and examples", "", []string{"match", "--help"}, exitDone, nil},
		{"help-index.txt", "what becomes of what is in the folder", "", []string{"index", "--help"}, exitDone, nil},
		{"version.txt", "", "", []string{"--version"}, exitDone, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			status, stdout, stderr := invoke(t, tt.stdin, tt.args...)
			if status != tt.status {
				t.Errorf("status %d, want %d (%s)", status, tt.status, tt.reason)
			}
			checkLines(t, stderr, tt.failures)
			if tt.name == "version.txt" {
				stdout = strings.ReplaceAll(stdout, match.Version, "VERSION")
			}
			golden(t, filepath.Join("testdata", "golden", tt.name), stdout, tt.reason)
		})
	}
}

// checkLines compares lines with the parts that each of them has to hold.
func checkLines(t *testing.T, got string, want []string) {
	t.Helper()
	var lines []string
	if got != "" {
		lines = strings.Split(strings.TrimSuffix(got, "\n"), "\n")
	}
	ok := len(lines) == len(want)
	for i := 0; ok && i < len(want); i++ {
		ok = strings.Contains(lines[i], want[i])
	}
	if !ok {
		t.Errorf("standard error is %q, want lines with %q", lines, want)
	}
}

func golden(t *testing.T, path, got, reason string) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v: run the test with -update to write it", err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s differs (-want +got), %s:\n%s", path, reason, diff)
	}
}

func TestUsage(t *testing.T) {
	for _, tt := range []struct {
		reason string
		args   string
		want   string
	}{
		{"no command", "", "name a command: match, rank, gap, duties, show, search, import or index"},
		{"a command that does not exist", "sort", `unknown command "sort"`},
		{"a flag that does not exist", "match --bogus x", "unknown flag: --bogus"},
		{"a flag without its value", "match x --top", "flag needs an argument: --top"},
		{"no input: does not wait for a terminal", "match", `nothing to match: name files or folders, "-" for standard input, or give a --title`},
		{"an industry alone says nothing about a job", "match --industry hospital", "nothing to match"},
		{"standard input cannot be read twice", "match - x -", `give "-" once`},
		{"a format that does not exist", "match --format xml x", `--format is "xml": want text, json, jsonl, csv or html`},
		{"a mark in what is no CSV", "match --bom x", "--bom goes with --format csv"},
		{"no files at once", "match --jobs 0 x", "--jobs is 0: want 1 or more"},
		{"a limit that nothing passes", "match --max-pages 0 x", "--max-pages is 0: want 1 or more"},
		{"a time that nothing passes", "match --max-time -1s x", "--max-time is -1s: want a time such as 30s"},
		{"a colour that does not exist", "match --color red x", `--color is "red": want auto, always or never`},
		{"nothing to list", "match --top 0 x", "--top is 0: want 1 or more"},
		{"a code that no profile has", "match --code 12111,00000 x", `no occupation has the code "00000"`},
		{"an empty code", "match --code= x", `no occupation has the code ""`},
		{"plain built-in profiles", "match --plain x", "--plain goes with --profiles"},
		{"results in place of an input", "match --out testdata/posting.txt testdata/posting.txt", "--out testdata/posting.txt would replace an input"},
		{"results in place of the profiles", "match --profiles testdata/profiles.jsonl --out testdata/profiles.jsonl --title baker", "--out testdata/profiles.jsonl would replace an input, --profiles testdata/profiles.jsonl"},
		{"results in place of the profiles, by another path", "match --profiles testdata/profiles.jsonl --out testdata/golden/../profiles.jsonl --title baker", "would replace an input"},
		{"results in place of a file in the profiles' folder", "match --profiles testdata --out testdata/profiles.jsonl --title baker", "profiles.jsonl of --profiles testdata"},
		{"nothing to rank", "rank --code 12111", "no resumes: name files or folders"},
		{"nothing to rank for", "rank x", "nothing to rank for: give a --code, a --posting, or both"},
		{"several occupations to rank for", "rank --code 12111,14100 x", "--code 12111,14100: name one occupation"},
		{"a code that no profile has", "rank --code 00000 x", `no occupation has the code "00000"`},
		{"none in full", "rank --code 12111 --top 0 x", "--top is 0: want 1 or more"},
		{"a posting and resumes from standard input", "rank --posting - -", `give "-" once`},
		{"a ranking in place of the posting", "rank --posting testdata/posting.txt --out testdata/posting.txt x", "would replace an input"},
		{"a ranking in place of a resume of the folder", "rank --code 12111 --out testdata/resumes/ben.txt testdata/resumes", "would replace an input"},
		{"a key of what is not masked", "rank --code 12111 --key key.csv x", "--key goes with --anonymise"},
		{"a key in place of a resume", "rank --code 12111 --anonymise --key testdata/posting.txt testdata/posting.txt", "--key testdata/posting.txt would replace an input"},
		{"a key in place of the results", "match --anonymise --key none.csv --out none.csv testdata/posting.txt", "are the same file"},
		{"a ranking in place of a resume that a pattern matches", "rank --code 12111 --out testdata/resumes/ben.txt testdata/resumes/*.txt", "would replace an input"},
		{"no resume", "gap --code 12111", "accepts 1 arg(s), received 0"},
		{"two resumes", "gap --code 12111 x y", "accepts 1 arg(s), received 2"},
		{"nothing to compare with", "gap x", "nothing to compare with: give a --code or a --posting"},
		{"two things to compare with", "gap --code 12111 --posting y x", "give --code or --posting: gap compares with one of them"},
		{"a format that gap does not have", "gap --code 12111 --format csv x", `--format is "csv": want text or json`},
		{"no letter", "duties --code 12111", "accepts 1 arg(s), received 0"},
		{"no occupation", "duties x", "nothing to compare with: give a --code"},
		{"no code", "show", "accepts 1 arg(s), received 0"},
		{"a code that no profile has", "show 00000", `no occupation has the code "00000"`},
		{"a format that show does not have", "show --format csv 12111", `--format is "csv": want text or json`},
		{"no words", "search", "requires at least 1 arg(s)"},
		{"no files", "import", "nothing to import: name the official files with --elements and --structure, a career page with --page, or a posting with --posting"},
		{"one official file", "import --elements a", "nothing to import"},
		{"official files and a page", "import --elements a --structure b --page c", "--page goes without --elements and --structure"},
		{"a page and a posting", "import --page a --posting b", "--posting goes without --elements, --structure and --page"},
		{"profiles in place of the posting", "import --posting testdata/posting.txt --out testdata/posting.txt", "would replace an input"},
		{"profiles in place of the page", "import --page testdata/posting.txt --out testdata/posting.txt", "would replace an input"},
		{"a file that is no flag's", "import --elements a --structure b c", `unknown command "c"`},
	} {
		status, stdout, stderr := invoke(t, "", strings.Fields(tt.args)...)
		if status != exitUsage || stdout != "" || !strings.Contains(stderr, tt.want) || !strings.Contains(stderr, "--help") {
			t.Errorf("%q: status %d, standard output %q, standard error %q, want status %d and %q there (%s)",
				tt.args, status, stdout, stderr, exitUsage, tt.want, tt.reason)
		}
	}
}

func TestFailures(t *testing.T) {
	for _, tt := range []struct {
		reason string
		args   string
		want   string
	}{
		{"profiles that are not there", "match --profiles none.jsonl testdata/posting.txt", "none.jsonl: no such file or folder: check the path"},
		{"profiles that are no profiles", "show 12111 --profiles testdata/posting.txt", "cannot use these profiles"},
		{"a posting to rank for that is not there", "rank --posting none.pdf x", "--posting: none.pdf: no such file: check the path"},
		{"a posting to rank for without text", "rank --posting testdata/empty.txt x", "--posting testdata/empty.txt: has no text"},
		{"postings where one is wanted", "rank --posting testdata/resumes x", "testdata/resumes: holds more than one document: name one of them"},
		{"a resume that is not there", "gap --code 12111 none.pdf", "none.pdf: no such file: check the path"},
		{"resumes where one is wanted", "gap --code 12111 testdata/resumes", "testdata/resumes: holds more than one document: name one of them"},
		{"a letter that cannot be read", "duties --code 12111 ../../testdata/documents/broken-scan.pdf", "is a scan without text: run OCR on it first"},
		{"a letter too large", "duties --code 12111 --max-bytes 10 testdata/letter.txt", "larger than the limit of 10 bytes"},
		{"a folder to write to that is not there", "match --out none/out.json testdata/posting.txt", "none/out.json: cannot write"},
		{"official files that are not there", "import --elements none.csv --structure none.csv", "none.csv: no such file: check the path"},
		{"a page that is not there", "import --page none.txt", "none.txt: no such file: check the path"},
		{"a text that is no page", "import --page testdata/posting.txt", "is this no career page?"},
		{"a posting that is not there", "import --posting none.txt", "none.txt: no such file: check the path"},
		{"a posting without text", "import --posting testdata/empty.txt", "testdata/empty.txt: posting: empty.txt has no text"},
		{"files that are not the official ones", "import --elements testdata/posting.txt --structure testdata/posting.txt", "nothing is written"},
	} {
		status, stdout, stderr := invoke(t, "", strings.Fields(tt.args)...)
		if status != exitFailed || stdout != "" || !strings.Contains(stderr, tt.want) {
			t.Errorf("%q: status %d, standard output %q, standard error %q, want status %d and %q there (%s)",
				tt.args, status, stdout, stderr, exitFailed, tt.want, tt.reason)
		}
	}
}

func TestOut(t *testing.T) {
	out := filepath.Join(t.TempDir(), "results.json")
	for _, args := range [][]string{
		{"match", "--format", "json", "--out", out, "testdata/posting.txt", "testdata/menu-windows-1252.txt", "testdata/empty.txt"},
		{"match", "--format", "json", "--out", out, "testdata/posting.txt", "none.txt"},
	} {
		_, stdout, _ := invoke(t, "", args...)
		if stdout != "" {
			t.Errorf("%q wrote %q to standard output", args, stdout)
		}
		got, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		var results []match.Result
		if err := json.Unmarshal(got, &results); err != nil || results[0].Document.Name != "testdata/posting.txt" {
			t.Errorf("%q wrote %s (%v), want the results that there are", args, got, err)
		}
	}
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errors.New("no space left") }

func TestWriteError(t *testing.T) {
	for _, format := range formats {
		var errs strings.Builder
		status := run(t.Context(), []string{"match", "--format", format, "testdata/posting.txt"}, nil, fullDisk{}, &errs, loadCanned)
		if status != exitFailed || !strings.Contains(errs.String(), "no space left") {
			t.Errorf("--format %s on a full disk: status %d, standard error %q, want %d and the reason", format, status, errs.String(), exitFailed)
		}
	}
}

func TestInterrupt(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	old := filepath.Join(t.TempDir(), "old.json")
	if err := os.WriteFile(old, []byte("kept"), 0o600); err != nil {
		t.Fatal(err)
	}
	pipe, w := io.Pipe()
	defer w.Close()
	var out, errs strings.Builder
	done := make(chan int)
	go func() {
		// With one job the first file is done when standard input is read, and the second may be.
		done <- run(ctx, []string{"match", "--format", "json", "--jobs", "1", "--out", old, "testdata/posting.txt", "testdata/posting.txt", "-"}, pipe, &out, &errs, loadCanned)
	}()
	// What was begun to be read is never ended: only the interrupt can end it.
	if _, err := w.Write([]byte("clerk")); err != nil {
		t.Fatal(err)
	}
	cancel()
	if status := <-done; status != exitFailed {
		t.Errorf("status %d, want %d", status, exitFailed)
	}
	if want := "; " + old + " holds what was done by then"; !strings.Contains(errs.String(), "interrupted after ") || !strings.Contains(errs.String(), want) {
		t.Errorf("standard error %q, want %q", errs.String(), want)
	}
	var results []match.Result
	if got, _ := os.ReadFile(old); json.Unmarshal(got, &results) != nil || len(results) < 1 || len(results) > 2 {
		t.Errorf("the file to write holds %q, want the results that were there", got)
	}
}
