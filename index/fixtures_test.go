package index

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/nocmatch/nocmatch/profiles"
)

// build indexes profiles and closes the index when the test ends.
func build(t testing.TB, ps []profiles.Profile) *Index {
	t.Helper()
	x, err := Build(context.Background(), ps)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := x.Close(); err != nil {
			t.Error(err)
		}
	})
	return x
}

// builtin is an index of the built-in profiles, built once. Tests must not close it.
var builtin = sync.OnceValues(func() (*Index, error) { return Build(context.Background(), profiles.All()) })

func builtinIndex(t testing.TB) *Index {
	t.Helper()
	x, err := builtin()
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// official is an index of the official classification joined with the built-in profiles, so that every field is full. Built once.
var official = sync.OnceValues(func() (*Index, error) {
	ps, err := profiles.Load(context.Background(), officialDir())
	if err != nil {
		return nil, err
	}
	return Build(context.Background(), profiles.Join(ps, profiles.All()))
})

func officialDir() string {
	shared := os.Getenv("NOCMATCH_SHARED")
	if shared == "" {
		shared = filepath.Join("..", "..", "shared")
	}
	return filepath.Join(shared, "data", "noc2021")
}

// officialIndex skips the test where the official files, which are not part of this repository, are not at hand, and with -short.
func officialIndex(t testing.TB) *Index {
	t.Helper()
	if testing.Short() {
		t.Skip("the official classification takes its time: run without -short")
	}
	if _, err := os.Stat(officialDir()); err != nil {
		t.Skipf("the official files are not here: put them into data/noc2021 of a folder and name it in NOCMATCH_SHARED (%v)", err)
	}
	x, err := official()
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// sampleTexts are the postings, resumes, letters and other texts of the repository, by path.
func sampleTexts(t testing.TB) map[string]string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", "testdata", "*", "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		t.Fatal("no texts in ../testdata")
	}
	texts := map[string]string{}
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		texts[filepath.ToSlash(file)] = string(b)
	}
	return texts
}

// wordMixes are n texts of words of profiles, among words that no profile has, joined by all that may stand between words.
func wordMixes(ps []profiles.Profile, n int) []string {
	rng := rand.New(rand.NewPCG(1, 2))
	var words []string
	for _, p := range ps {
		for f := range numFields {
			for _, text := range f.Texts(p) {
				words = append(words, strings.Fields(text)...)
			}
		}
	}
	separators := []string{" ", " ", " ", "\n", ", ", "/", "-", "\u00a0", "\r\n\t• ", ". ", "'", "\u00ad", "+", " .", "\xff", "\u2019", "\u02bc"}
	texts := make([]string, n)
	for i := range texts {
		var b strings.Builder
		for range rng.IntN(60) {
			if rng.IntN(8) == 0 {
				fmt.Fprintf(&b, "zzyx%d", rng.IntN(1000))
			} else {
				b.WriteString(words[rng.IntN(len(words))])
			}
			b.WriteString(separators[rng.IntN(len(separators))])
		}
		texts[i] = b.String()
	}
	return texts
}

func shuffled(ps []profiles.Profile) []profiles.Profile {
	out := append([]profiles.Profile(nil), ps...)
	rand.New(rand.NewPCG(3, 4)).Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out
}
