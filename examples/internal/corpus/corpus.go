// Package corpus loads the profiles that a command line names, and what searches and matches them.
//
//	var source corpus.Source
//	source.AddFlags(cmd.Flags())
//	...
//	set, err := source.Load()
//	matcher, err := set.Matcher(match.Options{Top: 3})
package corpus

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sort"

	"github.com/spf13/pflag"

	"github.com/nocmatch/nocmatch/examples/internal/documents"
	"github.com/nocmatch/nocmatch/index"
	"github.com/nocmatch/nocmatch/match"
	"github.com/nocmatch/nocmatch/profiles"
)

// A Source says where profiles come from. The zero value is the built-in set.
type Source struct {
	// Path is a file of profiles as JSON Lines or JSON, a folder with the official CSV files, or a saved index; empty means the built-in set.
	Path string
	// Plain leaves the profiles of Path as they are, without what the built-in ones add. Those of a saved index always stay as they are:
	// what the built-in ones add was added when it was built, or was not wanted then.
	Plain bool
}

// AddFlags adds --profiles and --plain to the flags of a command.
func (s *Source) AddFlags(flags *pflag.FlagSet) {
	flags.StringVar(&s.Path, "profiles", "", "`PATH` of profiles: a .jsonl or .json file, the folder with the official NOC CSV files, or a saved index (default the built-in set)")
	flags.BoolVar(&s.Plain, "plain", false, "take --profiles as they are, without joining the built-in vocabulary, titles, skills and exclusions by code; a saved index is always taken as it was built")
}

// Validate reports a combination of flags that makes no sense.
func (s Source) Validate() error {
	if s.Plain && s.Path == "" {
		return errors.New("--plain goes with --profiles: it leaves those profiles as they are")
	}
	return nil
}

// Load reads the profiles, or opens the saved index. A file with problems is an error even where the rest of it could be read: results
// from half a classification look like results from a whole one.
func (s Source) Load() (Set, error) {
	if s.Path == "" {
		return newSet(profiles.All(), true), nil
	}
	if err := regular(s.Path); err != nil {
		return Set{}, err
	}
	saved, err := index.Open(s.Path)
	switch {
	case err == nil:
		return Set{profiles: saved.Profiles(), saved: saved}, nil
	case errors.Is(err, fs.ErrNotExist):
		return Set{}, fmt.Errorf("%s: no such file or folder: check the path", s.Path)
	case !errors.Is(err, index.ErrNotIndex):
		return Set{}, err
	}
	ps, err := profiles.Load(s.Path)
	if err != nil {
		return Set{}, fmt.Errorf("cannot use these profiles, mend the file first: %w", err)
	}
	if !s.Plain {
		ps = profiles.Join(ps, profiles.All())
	}
	return newSet(ps, false), nil
}

// regular reports a path that is no file, or a folder that has such among its profiles: a pipe or a device may keep a program waiting.
func regular(path string) error {
	info, err := os.Stat(path)
	if err != nil {
		return nil // said when it is read
	}
	files := []string{path}
	if info.IsDir() {
		entries, err := os.ReadDir(path)
		if err != nil {
			return nil
		}
		files = nil
		for _, e := range entries {
			if !e.IsDir() && !e.Type().IsRegular() {
				files = append(files, filepath.Join(path, e.Name()))
			}
		}
	}
	for _, name := range files {
		if info, err := os.Stat(name); err != nil || info.IsDir() {
			continue // a link to a folder, or to nothing
		}
		f, err := documents.Open(name)
		if err != nil {
			return err
		}
		f.Close()
	}
	return nil
}

// A Set is loaded profiles, sorted by code.
type Set struct {
	profiles []profiles.Profile
	builtin  bool
	saved    *index.Index // that the profiles come from, or nil
}

func newSet(ps []profiles.Profile, builtin bool) Set {
	sort.SliceStable(ps, func(i, j int) bool { return ps[i].Code < ps[j].Code })
	return Set{profiles: ps, builtin: builtin}
}

// Len is the number of profiles.
func (s Set) Len() int { return len(s.profiles) }

// Lookup returns the profile of a code, and whether there is one.
func (s Set) Lookup(code string) (profiles.Profile, bool) {
	i := sort.Search(len(s.profiles), func(i int) bool { return s.profiles[i].Code >= code })
	if i == len(s.profiles) || s.profiles[i].Code != code {
		return profiles.Profile{}, false
	}
	return s.profiles[i], true
}

// Title is the title of the occupation with a code, "" where there is none.
func (s Set) Title(code string) string {
	p, _ := s.Lookup(code)
	return p.Title
}

// All returns the profiles. Do not change them.
func (s Set) All() []profiles.Profile { return s.profiles }

// Index returns a search index of the set, or the saved one that it comes from, for the caller to close.
func (s Set) Index() (*index.Index, error) {
	if s.saved != nil {
		return s.saved, nil
	}
	return index.Build(s.profiles)
}

// Matcher returns a matcher of the set. It closes the saved index that the set comes from.
func (s Set) Matcher(o match.Options) (*match.Matcher, error) {
	if s.builtin {
		m, err := match.Default()
		if err != nil {
			return nil, err
		}
		return m.With(o)
	}
	x, err := s.Index()
	if err != nil {
		return nil, err
	}
	// The matcher reads all postings when it is made and never asks Bleve again.
	defer x.Close()
	return match.New(x, o)
}
