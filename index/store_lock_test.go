//go:build linux || darwin

package index

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// A program that writes to the Bleve index, which none of ours does once it is finished, makes Open fail in time.
func TestOpenLocked(t *testing.T) {
	t.Parallel() // it waits, and does little else
	dir := save(t, few())
	m, err := readManifest(dir)
	if err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(filepath.Join(dir, m.Folder, bleveName, "store", "root.bolt"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX); err != nil {
		t.Fatal(err)
	}
	start := time.Now()
	x, err := Open(context.Background(), dir)
	if x != nil || err == nil || !strings.Contains(err.Error(), "is another program writing to it?") {
		t.Errorf("Open = %v, %v, want an error that asks for the other program", x, err)
	}
	if took := time.Since(start); took > tryLimit {
		t.Errorf("Open took %v", took)
	}
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_UN); err != nil {
		t.Fatal(err)
	}
	open(t, dir)
}

// A pipe has no end to read to.
func TestOpenPipe(t *testing.T) {
	want := build(t, few())
	for _, name := range []string{manifestName, profilesName} {
		dir := save(t, few())
		m, err := readManifest(dir)
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(dir, m.Folder, name)
		if name == manifestName {
			path = filepath.Join(dir, name)
		}
		remove(t, path)
		if err := syscall.Mkfifo(path, 0o666); err != nil {
			t.Fatal(err)
		}
		if checkDamaged(t, want, dir, "a pipe in place of "+name) {
			t.Errorf("an index with a pipe in place of %s was opened", name)
		}
	}
}
