package outfile

import (
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

func TestCommit(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "out.txt")
	for _, text := range []string{"first\n", "second\n"} {
		f, err := Create(path)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(f, text); err != nil {
			t.Fatal(err)
		}
		if got, _ := os.ReadFile(path); string(got) == text {
			t.Errorf("%q is in place before Commit", text)
		}
		if err := f.Commit(); err != nil {
			t.Fatal(err)
		}
		f.Abort() // has nothing left to drop
		if got, _ := os.ReadFile(path); string(got) != text {
			t.Errorf("after Commit the file holds %q, want %q", got, text)
		}
	}
	onlyFile(t, dir, "out.txt")
}

func TestAbort(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "out.txt")
	if err := os.WriteFile(path, []byte("kept"), 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := Create(path)
	if err != nil {
		t.Fatal(err)
	}
	io.WriteString(f, "half of ")
	f.Abort()
	if got, _ := os.ReadFile(path); string(got) != "kept" {
		t.Errorf("after Abort the file holds %q, want what it held before", got)
	}
	if _, err := io.WriteString(f, "more"); err == nil {
		t.Error("Write after Abort gave no error")
	}
	if f.Commit() == nil {
		t.Error("Commit after Abort gave no error")
	}
	onlyFile(t, dir, "out.txt")
}

func TestPermissions(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no permission bits")
	}
	path := filepath.Join(t.TempDir(), "out.txt")
	if err := os.WriteFile(path, nil, 0o640); err != nil {
		t.Fatal(err)
	}
	f, err := Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Commit(); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("a file that was replaced has mode %v, want that of the old one", info.Mode())
	}
}

func TestSymlinkIsFollowed(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "real.txt"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(dir, "link.txt")
	if err := os.Symlink("real.txt", link); err != nil {
		t.Skip("no symbolic links here: ", err)
	}
	f, err := Create(link)
	if err != nil {
		t.Fatal(err)
	}
	io.WriteString(f, "new")
	if err := f.Commit(); err != nil {
		t.Fatal(err)
	}
	if got, _ := os.ReadFile(filepath.Join(dir, "real.txt")); string(got) != "new" {
		t.Errorf("the link's file holds %q, want %q", got, "new")
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Error("the link was replaced by a file")
	}
}

func TestCreateErrors(t *testing.T) {
	dir := t.TempDir()
	for _, tt := range []struct{ reason, path, want string }{
		{"the folder is missing", filepath.Join(dir, "none", "out.txt"), "cannot write: "},
		{"the path is a folder", dir, "is a folder: name a file in it"},
	} {
		if _, err := Create(tt.path); err == nil || !strings.Contains(err.Error(), tt.want) || strings.Contains(err.Error(), ".tmp") {
			t.Errorf("Create(%q) error = %v, want %q (%s)", tt.path, err, tt.want, tt.reason)
		}
	}
}

func TestDevice(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no " + os.DevNull + " among its files")
	}
	f, err := Create(os.DevNull)
	if err != nil {
		t.Fatal(err)
	}
	io.WriteString(f, "gone")
	if err := f.Commit(); err != nil {
		t.Errorf("Commit() = %v", err)
	}
	if info, err := os.Stat(os.DevNull); err != nil || info.Mode().IsRegular() {
		t.Error("the device was replaced by a file")
	}
}

func onlyFile(t *testing.T, dir, name string) {
	t.Helper()
	es, err := os.ReadDir(dir)
	if err != nil || len(es) != 1 || es[0].Name() != name {
		t.Errorf("the folder holds %v (%v), want nothing but %s", es, err, name)
	}
}
