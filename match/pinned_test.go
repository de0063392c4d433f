package match

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/nocmatch/nocmatch/match/internal/testset"
)

// TestPinned holds the JSON of the result of every text of testdata, byte for byte: a change of the
// code that is to change no answer changes no hash here. -update writes the hashes after a change
// that is meant.
func TestPinned(t *testing.T) {
	t.Parallel()
	m := with(t, defaultMatcher(t), Options{Top: 10})
	var b strings.Builder
	root := os.DirFS(filepath.Join("..", "testdata"))
	err := fs.WalkDir(root, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".txt" {
			return err
		}
		raw, err := fs.ReadFile(root, path)
		if err != nil {
			return err
		}
		fmt.Fprintf(&b, "%s %s\n", resultHash(t, m, Document{Name: path, Text: string(raw)}), path)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for k, d := range testset.Hard() {
		fmt.Fprintf(&b, "%s hard document %d\n", resultHash(t, m, documentOf(testset.Sample{Fields: d})), k)
	}
	testset.Golden(t, filepath.Join("testdata", "pinned.txt"), b.String(), "the answers themselves have changed")
}

// resultHash is the beginning of the hash of a result's JSON, whatever the version and profiles.
func resultHash(t testing.TB, m *Matcher, d Document) string {
	t.Helper()
	r := matchText(t, m, d)
	r.Version, r.Profiles.SHA256 = "pinned", "pinned"
	raw, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(raw)
	return fmt.Sprintf("%x", sum[:8])
}
