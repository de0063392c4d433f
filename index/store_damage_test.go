package index

import (
	"context"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// tryLimit is how long a try to open a damaged index may take before it counts as hanging.
const tryLimit = 20 * time.Second

// checkDamaged opens a damaged index: that gives an error, or the answers of the index that was saved.
func checkDamaged(t testing.TB, want *Index, dir, damage string) (opened bool) {
	t.Helper()
	type result struct {
		x   *Index
		err error
	}
	done := make(chan result, 1)
	go func() {
		x, err := Open(context.Background(), dir)
		done <- result{x, err}
	}()
	select {
	case <-time.After(tryLimit):
		t.Fatalf("after %s: Open hangs", damage)
	case r := <-done:
		if r.err != nil {
			return false
		}
		defer r.x.Close()
		if diff := difference(t, want, r.x); diff != "" {
			t.Errorf("after %s Open gives no error and an index that differs in %s", damage, diff)
		}
	}
	return true
}

// contentsOf gives the files of a saved index, in order, and their content.
func contentsOf(t testing.TB, dir string) (paths []string, content map[string][]byte) {
	t.Helper()
	content = map[string][]byte{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		paths = append(paths, path)
		content[path], err = os.ReadFile(path)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return paths, content
}

// Every file in turn: flipped bits, cuts, other lengths, zeros, and files that are gone or have each other's content.
func TestOpenDamaged(t *testing.T) {
	want := build(t, few())
	dir := save(t, few())
	paths, content := contentsOf(t, dir)
	rng := rand.New(rand.NewPCG(5, 6))
	tries, opened := 500, 0
	for i := range tries {
		path := paths[i%len(paths)]
		b := slices.Clone(content[path])
		var damage string
		switch kind := rng.IntN(10); {
		case kind < 4:
			at, bit := rng.IntN(len(b)), rng.IntN(8)
			b[at] ^= 1 << bit
			damage = fmt.Sprintf("bit %d of byte %d", bit, at)
		case kind < 6:
			b = b[:rng.IntN(len(b))]
			damage = fmt.Sprintf("a cut at %d", len(b))
		case kind < 7:
			b = append(b, byte(rng.Uint32()))
			damage = "a byte more"
		case kind < 8:
			from := rng.IntN(len(b))
			clear(b[from:min(from+512, len(b))])
			damage = fmt.Sprintf("zeros from %d", from)
		case kind < 9:
			other := paths[rng.IntN(len(paths))]
			b = content[other]
			damage = "the content of " + filepath.Base(other)
		default:
			b = nil
			damage = "removal"
		}
		damage = fmt.Sprintf("%s of %s", damage, filepath.Base(path))
		if b == nil {
			remove(t, path)
		} else {
			put(t, path, string(b))
		}
		if checkDamaged(t, want, dir, damage) {
			opened++
		}
		put(t, path, string(content[path]))
	}
	if diff := difference(t, want, open(t, dir)); diff != "" {
		t.Errorf("mended, the index differs in %s", diff)
	}
	t.Logf("%d of %d damaged indexes were opened, and gave the same answers", opened, tries)
	if opened > tries/20 { // a file in place of itself, zeros in place of zeros, a byte of white space
		t.Errorf("%d of %d damaged indexes were opened: is anything damaged at all?", opened, tries)
	}
}

func FuzzOpenDamaged(f *testing.F) {
	saved := save(f, few())
	want := build(f, few())
	paths, content := contentsOf(f, saved)
	f.Add(uint8(0), uint32(3), uint32(1), []byte{' '})
	f.Add(uint8(1), uint32(17), uint32(4), []byte("NULL"))
	f.Add(uint8(2), uint32(1<<31), uint32(0), []byte("\n"))
	f.Add(uint8(3), uint32(100), uint32(1<<31), []byte{})
	f.Add(uint8(4), uint32(0), uint32(1), []byte{1})
	// A patch in place of n bytes of the i-th file.
	f.Fuzz(func(t *testing.T, i uint8, at, n uint32, patch []byte) {
		path := paths[int(i)%len(paths)]
		b := content[path]
		from := min(int(at), len(b))
		to := min(from+int(n), len(b))
		put(t, path, string(slices.Concat(b[:from], patch, b[to:])))
		checkDamaged(t, want, saved, "a patch")
		put(t, path, string(b))
	})
}
