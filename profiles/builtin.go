package profiles

import (
	"cmp"
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"sync"
)

// Edition is the classification of the built-in profiles, and of official files whose headers name none.
const Edition = "NOC 2021 v1.0"

//go:embed data/[0-9]*.json
var data embed.FS

// builtin decodes the built-in profiles on first use, sorted by code, and gives their skills the phrasings of [Skills]. The files
// are part of the program, and a test decodes and validates each, so that the error stays in here.
var builtin = sync.OnceValues(func() ([]Profile, error) {
	names, err := fs.Glob(data, "data/*.json")
	skills, lexiconErr := lexicon()
	errs := []error{err, lexiconErr}
	var ps []Profile
	for _, name := range names {
		b, err := data.ReadFile(name)
		var p Profile
		if err == nil {
			err = json.Unmarshal(b, &p)
		}
		if err != nil {
			errs = append(errs, fmt.Errorf("%s: %w", name, err))
			continue
		}
		addPhrasings(p.Skills, skills)
		ps = append(ps, p)
	}
	slices.SortFunc(ps, byCode)
	return ps, errors.Join(errs...)
})

func byCode(a, b Profile) int { return cmp.Compare(a.Code, b.Code) }

// All returns the built-in profiles, sorted by code. Each call returns copies that share no memory with those of another call, so that
// callers may change them. It is safe for concurrent use.
func All() []Profile {
	ps, _ := builtin()
	return cloneAll(ps)
}

// Lookup returns a copy of the built-in profile that has the code, and whether there is one. The code must be exact: "00010" is not
// "10". It is safe for concurrent use.
func Lookup(code string) (Profile, bool) {
	ps, _ := builtin()
	i, ok := slices.BinarySearchFunc(ps, code, func(p Profile, code string) int { return cmp.Compare(p.Code, code) })
	if !ok {
		return Profile{}, false
	}
	return ps[i].clone(), true
}
