package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"github.com/nocmatch/nocmatch/examples/internal/documents"
)

const hidingPage = `<html><head><script>var a</script></head><body><p>Records clerk</p><div class=ats style="display:none">welder</div><p style="color:#fff">plumber</p></body></html>`

// write writes a file into a new folder and returns its path.
func write(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestHiddenTextIsSaid holds that every command says that a document hides text, and what else was left out.
func TestHiddenTextIsSaid(t *testing.T) {
	page := write(t, "resume.html", hidingPage)
	const warning = "13 characters that a reader does not see were left out: div.ats: display none; p: color."
	want := []documents.LeftOut{{Kind: "hidden", Size: 6, Where: "div.ats: display none"}, {Kind: "hidden", Size: 7, Where: "p: color"}, {Kind: "script", Size: 5}}
	for _, args := range [][]string{{"match"}, {"rank", "--code", "12111"}, {"gap", "--code", "12111"}, {"duties", "--code", "12111"}} {
		status, stdout, stderr := invoke(t, "", append(args, "--format", "json", page)...)
		if status != exitDone || stderr != "" {
			t.Fatalf("%v: status %d, %q", args, status, stderr)
		}
		if !strings.HasPrefix(stdout, "[") {
			stdout = "[" + stdout + "]"
		}
		var got []struct {
			Warnings []struct{ Code, Message string } `json:"warnings"`
			LeftOut  []documents.LeftOut              `json:"left_out"`
		}
		if err := json.Unmarshal([]byte(stdout), &got); err != nil || len(got) != 1 {
			t.Fatalf("%v: %v in %s", args, err, stdout)
		}
		if diff := cmp.Diff(want, got[0].LeftOut); diff != "" {
			t.Errorf("%v: left_out (-want +got):\n%s", args, diff)
		}
		said := 0
		for _, w := range got[0].Warnings {
			if w.Code == warnHidden && w.Message == warning {
				said++
			}
		}
		if said != 1 || strings.Contains(stdout, "welder") || strings.Contains(stdout, "plumber") {
			t.Errorf("%v: %s", args, stdout)
		}
		_, stdout, _ = invoke(t, "", append(args, page)...)
		if flat := strings.Join(strings.Fields(stdout), " "); !strings.Contains(flat, "Warning (hidden): "+warning) || !strings.Contains(flat, "Not matched: script (5).") {
			t.Errorf("%v: no warning in %s", args, stdout)
		}
	}
	_, stdout, _ := invoke(t, "", "match", "--anonymise", "--format", "json", page)
	if strings.Contains(stdout, "div.ats") || !strings.Contains(stdout, `"code": "hidden"`) {
		t.Errorf("places may name somebody: %s", stdout)
	}
}

// TestNothingSteersTheTerminal holds that no control characters of a name or a message are written, in any format.
func TestNothingSteersTheTerminal(t *testing.T) {
	const evil = "a\x1b[31m\u009b2J\u202e.txt"
	good := write(t, evil, "Records clerk\x1b[31m\u202e")
	if _, err := os.Stat(good); err != nil {
		t.Skip(err)
	}
	bad := filepath.Join(t.TempDir(), evil)
	for _, args := range [][]string{
		{"match", good, bad}, {"match", "--format", "csv", good, bad}, {"match", "--format", "json", good, bad}, {"match", "--format", "jsonl", good, bad},
		{"rank", "--code", "12111", good, bad}, {"rank", "--code", "12111", "--format", "csv", good, bad}, {"rank", "--code", "12111", "--format", "jsonl", good, bad},
		{"gap", "--code", "12111", bad}, {"gap", "--code", "12111", "--format", "json", good}, {"duties", "--code", "12111", good},
		{"match", "--profiles", bad, good}, {"match", "--code", evil, good}, {"match", "--format", evil, good}, {"rank", "--posting", bad, good},
		{"import", "--posting", bad}, {"show", evil}, {"search", evil}, {evil}, {"match", "--" + evil}, {"index", "--out", bad, "--profiles", bad},
	} {
		_, stdout, stderr := invoke(t, "", args...)
		for i, out := range []string{stdout, stderr} {
			for _, r := range out {
				if unicode.IsControl(r) && r != '\n' && r != '\t' || unicode.Is(unicode.Bidi_Control, r) {
					t.Errorf("%q: %U in output %d: %q", args, r, i+1, out)
					break
				}
			}
		}
	}
	_, stdout, _ := invoke(t, "", "match", "--format", "json", good)
	var got []struct{ Document struct{ Name string } }
	if err := json.Unmarshal([]byte(stdout), &got); err != nil || len(got) != 1 || got[0].Document.Name != good {
		t.Errorf("JSON keeps the name as it is: %v, %q", err, stdout)
	}
}

// TestTimeCoversMatching holds that a file whose matching takes longer than --max-time is an error, and that the others are done.
func TestTimeCoversMatching(t *testing.T) {
	var long strings.Builder
	for i := range 60_000 {
		long.WriteString(strings.Repeat("coded charts ", i%7) + "in the hospital of day " + string(rune('a'+i%26)) + ".\n")
	}
	large, small := write(t, "large.txt", long.String()), write(t, "small.txt", "Records clerk")
	begun := time.Now()
	status, stdout, stderr := invokeReal(t, "", "match", "--format", "jsonl", "--max-time", "30ms", "--jobs", "1", large, small)
	if status != exitFailed || !strings.Contains(stderr, "large.txt: takes too long: the limit is 30ms") || strings.Count(stdout, "\n") > 1 {
		t.Errorf("status %d, %q, %d results", status, stderr, strings.Count(stdout, "\n"))
	}
	if d := time.Since(begun); d > 30*time.Second {
		t.Errorf("took %v", d)
	}
}

// TestOnlyFilesAreRead holds that pipes and devices are refused wherever a file is named.
func TestOnlyFilesAreRead(t *testing.T) {
	if _, err := os.Stat("/dev/zero"); err != nil {
		t.Skip(err)
	}
	good := write(t, "a.txt", "Records clerk")
	folder := t.TempDir()
	if err := os.Symlink("/dev/zero", filepath.Join(folder, "a.json")); err != nil {
		t.Skip(err)
	}
	for _, args := range [][]string{
		{"match", "/dev/zero"}, {"rank", "--posting", "/dev/zero", good}, {"match", "--profiles", "/dev/zero", good}, {"match", "--profiles", folder, good},
		{"import", "--page", "/dev/zero"}, {"import", "--elements", "/dev/zero", "--structure", good}, {"import", "--posting", "/dev/zero"}, {"gap", "--code", "12111", "/dev/zero"},
	} {
		status, _, stderr := invokeReal(t, "", args...)
		if status != exitFailed || !strings.Contains(stderr, "is a device, not a file") {
			t.Errorf("%v: status %d, %q", args, status, stderr)
		}
	}
}
