package index

import (
	"errors"
	"fmt"
	"os"
	"regexp"
)

// A saved index is a folder that holds
//
//	nocmatch-index.json                            the manifest
//	nocmatch-data-5f3c9a01d2e4b687/profiles.jsonl  the profiles, sorted by code
//	nocmatch-data-5f3c9a01d2e4b687/bleve/          their Bleve index
//
// The manifest names the data folder, and the size and checksum of every file in it. A data folder has a name of its own and is never
// written to once a manifest names it, so that an index is replaced by renaming one file over another: at any moment, and after any
// crash, the folder holds the old index or the new one. To rename whole folders would leave a moment without either, and cannot be done
// where the folder is a mounted volume.
const (
	manifestName = "nocmatch-index.json"
	dataPrefix   = "nocmatch-data-"
	profilesName = "profiles.jsonl"
	bleveName    = "bleve"
)

var dataFolder = regexp.MustCompile("^" + dataPrefix + "[0-9a-f]{16}$")

// What keeps a folder from being opened, for [errors.Is]. A path where there is nothing is an fs.ErrNotExist.
var (
	// ErrNotIndex is the error of a file, an empty folder, or a folder of something else.
	ErrNotIndex = errors.New("not a saved index")
	// ErrDamaged is the error of a saved index that is not what was written: cut, changed, or never finished.
	ErrDamaged = errors.New("the saved index is damaged")
	// ErrNewer is the error of a saved index in a form that only a newer version of this package knows.
	ErrNewer = errors.New("the saved index has a newer form")
	// ErrAnalysis is the error of a saved index whose terms come from another text analysis, so that texts would not meet them.
	ErrAnalysis = errors.New("the saved index was built with another text analysis")
)

const (
	// wanted is what should have been named instead of something else.
	wanted = `name the folder that "nocmatch index" or index.Create wrote`
	// remedy is the remedy for what is wrong with a saved index.
	remedy = `build it again with "nocmatch index" or index.Create`
)

// damaged says what is wrong with the saved index in dir.
func damaged(dir, what string, args ...any) error {
	return fmt.Errorf("%s: %w: %s: %s", dir, ErrDamaged, fmt.Sprintf(what, args...), remedy)
}

// A holding is what a path leads to.
type holding int

const (
	somethingElse holding = iota // a file, or a folder with other files and no manifest
	emptyFolder
	unfinishedIndex // a folder with data folders and nothing else
	savedIndex      // a folder with a manifest, which may be damaged
)

// lookInto tells what dir is. It lists the folder once, as what is in it may be changing.
func lookInto(dir string) (holding, error) {
	info, err := os.Stat(dir)
	if err != nil || !info.IsDir() {
		return somethingElse, err
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return somethingElse, err
	}
	ours := 0
	for _, e := range entries {
		switch {
		case e.Name() == manifestName && e.Type().IsRegular(): // to open a pipe would wait for its other end
			return savedIndex, nil
		case e.IsDir() && dataFolder.MatchString(e.Name()):
			ours++
		}
	}
	switch {
	case len(entries) == 0:
		return emptyFolder, nil
	case ours == len(entries):
		return unfinishedIndex, nil
	}
	return somethingElse, nil
}
