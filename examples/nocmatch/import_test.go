package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const careerPage = "../../testdata/careerpages/medical-laboratory-technologists.txt"

func TestImportPage(t *testing.T) {
	out := filepath.Join(t.TempDir(), "page.jsonl")
	status, stdout, stderr := invoke(t, "", "import", "--page", careerPage, "--out", out)
	if status != exitDone || stdout != "" {
		t.Fatalf("status %d, standard output %q, standard error %q", status, stdout, stderr)
	}
	checkLines(t, stderr, []string{"1 profile written"})
	status, stdout, stderr = invoke(t, "", "show", "--profiles", out, "--plain", "32120")
	if status != exitDone || stderr != "" {
		t.Fatalf("show: status %d, standard error %q", status, stderr)
	}
	golden(t, filepath.Join("testdata", "golden", "show-page.txt"), stdout, "every fact of the page")

	_, toStdout, _ := invoke(t, "", "import", "--page", careerPage)
	written, err := os.ReadFile(out)
	if err != nil || toStdout != string(written) {
		t.Errorf("to standard output goes %q, to the file %q (%v), want the same", toStdout, written, err)
	}
}

// A fault costs the line that it is in.
func TestImportPageWithFaults(t *testing.T) {
	page, err := os.ReadFile(careerPage)
	if err != nil {
		t.Fatal(err)
	}
	faulty := filepath.Join(t.TempDir(), "page.txt")
	text := strings.NewReplacer("$29.75", "banana", "1,050", "12,34").Replace(string(page))
	if err := os.WriteFile(faulty, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	status, stdout, stderr := invoke(t, "", "import", "--page", faulty)
	if status != exitFailed || !strings.Contains(stdout, `"code":"32120"`) || !strings.Contains(stdout, `"wage_low":27.5`) {
		t.Errorf("status %d, standard output %q, want %d and what could be read", status, stdout, exitFailed)
	}
	checkLines(t, stderr, []string{
		"1 profile written",
		`page.txt:16: low wage: "banana": want dollars such as $24.51, or N/A`,
		`page.txt:47: "12,34": want a whole number such as 1,250, or N/A`,
	})
}

// A posting that was imported is what resumes are ranked against.
func TestImportPosting(t *testing.T) {
	const posting = "../../testdata/postings/scanned-notice-records-technician.txt"
	out := filepath.Join(t.TempDir(), "posting.jsonl")
	status, stdout, stderr := invoke(t, "", "import", "--posting", posting, "--out", out)
	if status != exitDone || stdout != "" {
		t.Fatalf("status %d, standard output %q, standard error %q", status, stdout, stderr)
	}
	checkLines(t, stderr, []string{"1 profile written"})
	written, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`{"code":"posting","title":"HEALTH RECORDS TECHNICIAN"`, `{"text":"MASTER PATIENT INDEX: CORRECTS DUPLICATES"}`, `"name":"scanned-notice-records-technician.txt"`} {
		if !strings.Contains(string(written), want) {
			t.Errorf("%s is not in\n%s", want, written)
		}
	}
	text, err := os.ReadFile(posting)
	if err != nil {
		t.Fatal(err)
	}
	_, piped, _ := invoke(t, string(text), "import", "--posting", "-")
	if got := strings.Replace(piped, `"job posting"`, `"scanned-notice-records-technician.txt"`, 1); got != string(written) {
		t.Errorf("from standard input comes %q, want %q but for the name", piped, written)
	}
	status, stdout, stderr = invoke(t, "", "show", "--profiles", out, "--plain", "posting")
	if status != exitDone || !strings.Contains(stdout, "CODES DIAGNOSES & PROCEDURES ICD-10-CA / CCI.") {
		t.Errorf("show: status %d, standard output %q, standard error %q", status, stdout, stderr)
	}
}
