package outfile

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

// A Named path is one that a command line gives.
type Named struct {
	Flag string // such as "--out"; empty for an argument without one
	Path string // empty for a flag that was not given
}

func (n Named) String() string {
	if n.Flag == "" {
		return n.Path
	}
	return n.Flag + " " + n.Path
}

// Overlap reports, as an error that says what to do, the first output that is one of the inputs, a file that an input folder is read
// from, or another output; nil where there is none. Paths count as the same when they lead to the same file, by whatever links. Devices
// and pipes are never the same: nothing in them is replaced.
func Overlap(outputs, inputs []Named) error {
	for i, out := range outputs {
		if out.Path == "" {
			continue
		}
		for _, other := range outputs[:i] {
			if other.Path != "" && same(out.Path, other.Path) {
				return fmt.Errorf("%s and %s are the same file: name two", other, out)
			}
		}
		for _, in := range inputs {
			if in.Path == "" {
				continue
			}
			if same(out.Path, in.Path) {
				return fmt.Errorf("%s would replace an input, %s: name another file", out, in)
			}
			if file := within(in.Path, out.Path); file != "" {
				return fmt.Errorf("%s would replace an input, %s of %s: name another file", out, file, in)
			}
		}
	}
	return nil
}

// same says whether two paths lead to one file, which need not be there yet.
func same(a, b string) bool {
	infoA, errA := os.Stat(a)
	infoB, errB := os.Stat(b)
	switch {
	case errA == nil && errB == nil:
		return infoA.Mode().IsRegular() && os.SameFile(infoA, infoB)
	case errA == nil || errB == nil:
		return false
	}
	a, b = filepath.Clean(a), filepath.Clean(b)
	if nameA, nameB := filepath.Base(a), filepath.Base(b); nameA != nameB && (!foldsCase || !strings.EqualFold(nameA, nameB)) {
		return false
	}
	infoA, errA = os.Stat(filepath.Dir(a))
	infoB, errB = os.Stat(filepath.Dir(b))
	return errA == nil && errB == nil && os.SameFile(infoA, infoB)
}

// foldsCase is true where Results.txt and results.txt are most often one file. There is no asking before one of them is there.
const foldsCase = runtime.GOOS == "windows" || runtime.GOOS == "darwin"

// within returns the file of a folder that path leads to, if the folder is read from it: one of the official CSV files where it holds
// such, and otherwise any file at any depth, for a saved index is made of all of them. Empty where there is none, and where dir is no
// folder.
func within(dir, path string) string {
	if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() {
		return ""
	}
	dir, err := filepath.EvalSymlinks(dir)
	if err != nil {
		return ""
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return ""
	}
	official, found := false, ""
	for _, e := range entries {
		if !e.IsDir() && isOfficial(e.Name()) {
			official = true
			if file := filepath.Join(dir, e.Name()); same(file, path) {
				found = file
			}
		}
	}
	if official {
		return found
	}
	// What cannot be looked into cannot be read by the command either.
	_ = filepath.WalkDir(dir, func(file string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() && same(file, path) {
			found = file
			return errFound
		}
		return nil
	})
	return found
}

var errFound = errors.New("found")

// isOfficial says whether a name is one that profiles.ReadNOCDir takes a file by.
func isOfficial(name string) bool {
	name = strings.ToLower(name)
	return filepath.Ext(name) == ".csv" && (strings.Contains(name, "elements") || strings.Contains(name, "structure"))
}
