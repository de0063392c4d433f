package documents

import (
	"cmp"
	"fmt"
	"iter"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

// sorted walks a map in the order of its keys.
func sorted[V any](m map[string]V) iter.Seq2[string, V] {
	return func(yield func(string, V) bool) {
		for _, k := range slices.Sorted(maps.Keys(m)) {
			if !yield(k, m[k]) {
				return
			}
		}
	}
}

// What a bad document may cost: seconds of processor time, and memory above that at the start.
const (
	pdfSeconds = 2.0
	pdfMemory  = 256 << 20
)

// limitWords are of errors that name a limit.
var limitWords = []string{"too", "expands", "the limit"}

// TestBadPDFs reads bad documents one after another, and writes a table of what became of them, with -v. One that costs
// more than it may has to name the limit that it hit; none may take twice as much.
func TestBadPDFs(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a minute")
	}
	all := badPDFs()
	shared, _ := filepath.Glob(filepath.Join(sharedCases, "hostile/*.pdf"))
	for _, name := range shared {
		all = append(all, badPDF{"shared-" + filepath.Base(name), func() []byte {
			raw, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			return raw
		}})
	}
	if len(all) < 200 {
		t.Errorf("%d bad documents, want at least 200", len(all))
	}
	dir, only := t.TempDir(), os.Getenv("NOCMATCH_BAD")
	var names []string
	for _, bad := range all {
		if !strings.Contains(bad.name, only) {
			continue
		}
		names = append(names, bad.name)
		if err := os.WriteFile(filepath.Join(dir, bad.name), bad.make(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	all = nil // what they are made of is larger than they are, and would be memory that the program holds
	var table strings.Builder
	for _, name := range names {
		raw, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		if len(raw) > DefaultLimits().Bytes {
			t.Errorf("%s: %d bytes: the size of the file hides what it is there for", name, len(raw))
		}
		seconds, memory, outcome := costOfPDF(t, name, raw)
		fmt.Fprintf(&table, "%-40s %9d bytes %5.2f s %4d MiB  %s\n", name, len(raw), seconds, memory>>20, outcome)
		over := max(seconds/pdfSeconds, float64(memory)/pdfMemory)
		named := slices.ContainsFunc(limitWords, func(w string) bool { return strings.Contains(outcome, w) })
		if over > 2 || over > 1 && !named {
			t.Errorf("%s: %.1f s and %d MiB: %s", name, seconds, memory>>20, outcome)
		}
		if strings.Contains(outcome, "runtime error") {
			t.Errorf("%s: %s", name, outcome)
		}
	}
	t.Log("\n" + table.String())
}

// costOfPDF reads a document and returns the processor time, the peak of memory above the start, and what came of it.
func costOfPDF(t *testing.T, name string, raw []byte) (seconds float64, memory int64, outcome string) {
	debug.FreeOSMemory()
	start, before := held(), processorTime(t)
	done, peak := make(chan struct{}), make(chan int64)
	go func() {
		highest := start
		for tick := time.NewTicker(time.Millisecond); ; {
			select {
			case <-tick.C:
				highest = max(highest, held())
			case <-done:
				tick.Stop()
				peak <- highest
				return
			}
		}
	}()
	f, err := Read(t.Context(), name, raw, Limits{})
	close(done)
	memory = <-peak - start
	seconds = (processorTime(t) - before).Seconds()
	outcome = cmp.Or(fmt.Sprintf("%d bytes of text, %d left out", len(f.Text), len(f.LeftOut)))
	if err != nil {
		outcome = strings.TrimPrefix(err.Error(), name+": ")
	}
	runtime.KeepAlive(raw)
	return seconds, memory, outcome
}

// held is how much memory the program holds.
func held() int64 {
	samples := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	metrics.Read(samples)
	return int64(samples[0].Value.Uint64() - samples[1].Value.Uint64())
}

func processorTime(t *testing.T) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		t.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
