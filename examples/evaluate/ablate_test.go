package main

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the golden files anew: read the difference before committing it")

// TestAblation holds what each part is worth on the texts of testdata, so that a change of a weight shows its effect in the difference of
// this file.
func TestAblation(t *testing.T) {
	if testing.Short() {
		t.Skip("matches the texts of testdata once for each part")
	}
	status, stdout, stderr := invoke(t, "--queries", filepath.Join("..", "..", "testdata", "labels.csv"), "--ablate")
	if status != 0 {
		t.Fatalf("status %d, standard error %s", status, stderr)
	}
	_, got, ok := strings.Cut(stdout, "\n\n")
	if !ok {
		t.Fatalf("no table in %s", stdout)
	}
	path := filepath.Join("testdata", "ablation.txt")
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(strings.Split(read(t, path), "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("%s differs, what parts are worth has changed (-want +got):\n%s", path, diff)
	}
}

func TestAblateSaysWhatIsLost(t *testing.T) {
	queries := writeFile(t, "titles.csv", "id,title,noc2021\nq1,health records technician,12111\n")
	status, stdout, _ := invoke(t, "--queries", queries, "--ablate")
	if status != 0 || !strings.Contains(stdout, "\nwithout ") || !strings.Contains(stdout, "\n(nothing) ") || strings.Count(stdout, "\n") < 25 {
		t.Errorf("status %d, output %s: want a row for each part", status, stdout)
	}
}
