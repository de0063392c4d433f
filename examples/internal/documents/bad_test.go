package documents

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// What a bad document may cost: time of the processor, and memory above what the program had
// before.
const (
	badTime  = 2 * time.Second
	badBytes = 256 << 20
)

// outcomes is the table of what becomes of each bad document: the test with -update writes it.
const outcomes = "testdata/bad-documents.txt"

// TestBadDocuments holds every bad document to a bound, and prints with -v what each takes.
func TestBadDocuments(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a minute")
	}
	var table, costs strings.Builder
	for _, d := range slices.Concat(badPages(), badOffice(), badTexts(), badPDFs()) {
		raw := d.make()
		var outcome string
		took := measure(t, func() {
			f, err := Read(t.Context(), "bad", raw, Limits{})
			outcome = outcomeOf(f, err)
		})
		fmt.Fprintf(&table, "%-50s %s\n", d.name, outcome)
		fmt.Fprintf(&costs, "\n%-50s %9d bytes %6.2f s %5d MiB  %s", d.name, len(raw), took.cpu.Seconds(), took.memory>>20, outcome)
		if took.cpu > badTime || took.memory > badBytes {
			t.Errorf("%s: %v of the processor, %d MiB", d.name, took.cpu, took.memory>>20)
		}
	}
	t.Log(costs.String())
	if *update {
		if err := os.MkdirAll(filepath.Dir(outcomes), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(outcomes, []byte(table.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(outcomes)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(table.String(), "\n")); diff != "" {
		t.Errorf("%s: run go test with -update (-want +got):\n%s", outcomes, diff)
	}
}

// outcomeOf is what became of a document, in words that are the same each time.
func outcomeOf(f File, err error) string {
	if err == nil {
		return fmt.Sprintf("%s, %d characters", f.Kind, runes(f.Text))
	}
	message := strings.TrimPrefix(err.Error(), "bad: ")
	if i := strings.Index(message, " ("); i >= 0 { // what a library says
		message = message[:i]
	}
	return message[:min(len(message), 90)]
}

// A cost is what a piece of work took.
type cost struct {
	cpu    time.Duration
	memory int64
}

// measure does work and returns what it took. Where the system does not tell, it is nothing.
func measure(t *testing.T, work func()) cost {
	t.Helper()
	runtime.GC()
	debug.FreeOSMemory()
	before, ok := resources(true)
	work()
	after, _ := resources(false)
	if !ok {
		return cost{}
	}
	return cost{after.cpu - before.cpu, after.memory - before.memory}
}
