package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/nocmatch/nocmatch/match"
)

// No output tells who somebody is, and no score changes.
func TestAnonymise(t *testing.T) {
	const resume, broken = "testdata/resumes/anna-nowak.txt", "../../testdata/documents/broken-scan.pdf"
	for _, command := range []string{
		"match --format text", "match --format json", "match --format jsonl", "match --format csv", "match --format html",
		"rank --code 12111 --format text", "rank --code 12111 --format json", "rank --code 12111 --format jsonl",
		"rank --code 12111 --format csv", "rank --code 12111 --format html", "gap --code 12111 --format text", "gap --code 12111 --format json",
		"duties --code 12111 --format text", "duties --code 12111 --format json",
	} {
		args := append(strings.Fields(command), "--anonymise", resume)
		if strings.HasPrefix(command, "match") || strings.HasPrefix(command, "rank") {
			args = append(args, broken)
		}
		_, stdout, stderr := invoke(t, "", args...)
		for _, detail := range []string{"Anna", "anna", "nowak", "Nowak", "example.com", "She ", "broken-scan"} {
			if strings.Contains(stdout+stderr, detail) {
				t.Errorf("%s: %q is in\n%s%s", command, detail, stdout, stderr)
			}
		}
		if !strings.Contains(stdout, "candidate 1") {
			t.Errorf("%s: no candidate 1 in\n%s", command, stdout)
		}
		if len(args) > len(strings.Fields(command))+2 && !strings.Contains(stderr, "candidate 2: is a scan without text: run OCR on it first") {
			t.Errorf("%s: standard error %q, want what to do about candidate 2", command, stderr)
		}
	}
}

// Quotes and offsets are of the text that is shown, and everything else is as it was.
func TestAnonymisedSpans(t *testing.T) {
	args := []string{"match", "--format", "jsonl", "testdata/resumes/anna-nowak.txt"}
	var open, masked match.Result
	for r, args := range map[*match.Result][]string{&open: args, &masked: append(args, "--anonymise")} {
		_, stdout, _ := invoke(t, "", args...)
		if err := json.Unmarshal([]byte(stdout), r); err != nil {
			t.Fatal(err)
		}
	}
	for i, m := range masked.Matches {
		if m.Score != open.Matches[i].Score || m.Confidence != open.Matches[i].Confidence {
			t.Errorf("%s: score %v, want %v as without a mask", m.Code, m.Score, open.Matches[i].Score)
		}
		for k, e := range m.Evidence {
			was := open.Matches[i].Evidence[k]
			if masked.Text[e.Start:e.End] != e.Quote || e.Quote != was.Quote || e.Start == was.Start {
				t.Errorf("evidence %+v, of the open text %+v, does not hold for %q", e, was, masked.Text)
			}
		}
	}
}

// The order is that of the open ranking: masked names break no ties.
func TestAnonymisedOrder(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"b.txt", "a.txt"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("Codes charts"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	_, stdout, _ := invoke(t, "", rankLines("--anonymise", filepath.Join(dir, "b.txt"), filepath.Join(dir, "a.txt"))...)
	if diff := cmp.Diff([]string{"candidate 2", "candidate 1"}, rankedNames(t, stdout)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// A title on its own is nobody's.
func TestAnonymisedTitle(t *testing.T) {
	_, open, _ := invoke(t, "", "match", "--format", "json", "--title", "records clerk")
	if _, masked, _ := invoke(t, "", "match", "--format", "json", "--title", "records clerk", "--anonymise"); masked != open {
		t.Errorf("(-open +masked):\n%s", cmp.Diff(open, masked))
	}
}

// The key tells who is who, those who failed among them.
func TestKey(t *testing.T) {
	key := filepath.Join(t.TempDir(), "key.csv")
	for _, command := range []string{"match", "rank --code 12111"} {
		args := append(strings.Fields(command), "--anonymise", "--key", key, "testdata/resumes/ben.txt", "none.pdf", "testdata/resumes/dora.txt")
		if status, _, _ := invoke(t, "", args...); status != exitFailed {
			t.Errorf("%s: status %d, want %d", command, status, exitFailed)
		}
		const want = "candidate,file\ncandidate 1,testdata/resumes/ben.txt\ncandidate 2,none.pdf\ncandidate 3,testdata/resumes/dora.txt\n"
		got, err := os.ReadFile(key)
		if diff := cmp.Diff(want, string(got)); err != nil || diff != "" {
			t.Errorf("%s: %v (-want +got):\n%s", command, err, diff)
		}
		os.Remove(key)
	}
}

// What an error quotes may be a name too.
func TestAnonymisedError(t *testing.T) {
	const mail = "../../testdata/documents/broken-attachment.eml"
	_, _, open := invoke(t, "", "match", mail)
	_, _, masked := invoke(t, "", "match", "--anonymise", mail)
	if !strings.Contains(open, `attachment "cv.pdf"`) || strings.Contains(masked, "cv.pdf") || !strings.Contains(masked, "get it again") {
		t.Errorf("standard error %q, masked %q, want what to do and no name of an attachment", open, masked)
	}
}
