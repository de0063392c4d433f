package profiles

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Load reads profiles from a file of JSON Lines or JSON (.jsonl, .ndjson, .json; see [ReadJSONL]), from a folder with the two official CSV
// files (see [ReadNOCDir]), or from a folder with such JSON files, read in the order of their names.
//
// The order is that of the reader; of a folder of JSON files, the files' and then that within each file. As with the readers, what cannot be
// read is left out and reported, a code given twice included, and all else is returned along with the error. A path that is nothing of the
// above, or holds no profile, is an error that says what was looked for. When ctx is done between two files, there is nothing but its error.
func Load(ctx context.Context, path string) ([]Profile, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	info, err := os.Stat(path)
	if err != nil {
		return nil, fmt.Errorf("profiles: %w", err)
	}
	var ps []Profile
	switch {
	case info.IsDir():
		ps, err = loadDir(ctx, path)
	case isJSON(path):
		ps, err = loadJSON(path)
	default:
		return nil, fmt.Errorf("%s: want a file that ends in .jsonl, .ndjson or .json, or the folder that holds the official elements and structure CSV files", path)
	}
	if err == nil && len(ps) == 0 {
		err = fmt.Errorf("%s: holds no profiles", path)
	}
	return ps, err
}

func loadDir(ctx context.Context, dir string) ([]Profile, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var files []string
	for _, e := range entries {
		switch {
		case e.IsDir():
		case isElements(e.Name()), isStructure(e.Name()):
			return ReadNOCDir(dir)
		case isJSON(e.Name()):
			files = append(files, filepath.Join(dir, e.Name()))
		}
	}
	if files == nil {
		return nil, fmt.Errorf("%s: found neither %s and %s nor *.json or *.jsonl", dir, elementsPattern, structurePattern)
	}
	var all []Profile
	var errs []error
	fileOf := map[string]string{}
	for _, file := range files {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		ps, err := loadJSON(file)
		if err != nil {
			errs = append(errs, err)
		}
		for _, p := range ps {
			if first, seen := fileOf[p.Code]; seen {
				errs = append(errs, fmt.Errorf("%s: %w", file, &FieldError{p.Code, "code", "given before in " + first + ": keep one, or join them"}))
				continue
			}
			fileOf[p.Code] = file
			all = append(all, p)
		}
	}
	return all, errors.Join(errs...)
}

func loadJSON(file string) ([]Profile, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return ReadJSONL(f, file)
}

func isJSON(name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".jsonl", ".ndjson", ".json":
		return true
	}
	return false
}

// How the official files are found in a folder, whatever their case.
const (
	elementsPattern  = "*elements*.csv"
	structurePattern = "*structure*.csv"
)

func isElements(name string) bool  { return matches(elementsPattern, name) && !isStructure(name) }
func isStructure(name string) bool { return matches(structurePattern, name) }

func matches(pattern, name string) bool {
	ok, _ := filepath.Match(pattern, strings.ToLower(name)) // only a malformed pattern fails
	return ok
}

// ReadNOCDir reads the two official files from a folder: the only ones whose names match *elements*.csv and *structure*.csv, whatever
// their case. The result and the errors are those of [ReadNOC], which then name the files. It fails where a file is missing, or where
// several have such a name.
func ReadNOCDir(dir string) ([]Profile, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	elements, elementsErr := openOnly(dir, entries, elementsPattern, isElements)
	structure, structureErr := openOnly(dir, entries, structurePattern, isStructure)
	defer elements.Close() // of a nil file is an error, not a panic
	defer structure.Close()
	if err := errors.Join(elementsErr, structureErr); err != nil {
		return nil, err
	}
	return readNOC(elements, elements.Name(), structure, structure.Name())
}

// openOnly opens the one file of a folder whose name is wanted.
func openOnly(dir string, entries []fs.DirEntry, pattern string, wanted func(name string) bool) (*os.File, error) {
	var found []string
	for _, e := range entries {
		if !e.IsDir() && wanted(e.Name()) {
			found = append(found, e.Name())
		}
	}
	switch len(found) {
	case 0:
		return nil, fmt.Errorf("%s: no file %s: put both official files of Statistics Canada there", dir, pattern)
	case 1:
		return os.Open(filepath.Join(dir, found[0]))
	}
	return nil, fmt.Errorf("%s: several files %s: %q: leave one of them there", dir, pattern, found)
}
