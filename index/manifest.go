package index

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"
)

// manifestVersion counts the forms of saved indexes: another layout, other fields of the Bleve index, another manifest.
const manifestVersion = 1

// maxManifest bounds what is read of a file that has the name of a manifest. A manifest has some 800 bytes.
const maxManifest = 1 << 20

// A manifest says what a saved index consists of.
type manifest struct {
	Version  int    `json:"version"`
	Analysis string `json:"analysis"`
	Folder   string `json:"folder"`
	Files    []file `json:"files"` // sorted by name
}

// A sealed manifest is what its file holds, in one line. Every later version keeps this form, and the version in the manifest, so that
// earlier ones can tell a newer index from a damaged one.
type sealed struct {
	SHA256   string          `json:"sha256"` // of the bytes of the manifest, as they stand in the file
	Manifest json.RawMessage `json:"manifest"`
}

// analysisVersion names the analysis that makes the terms: its name, and a checksum of its tables and of the fields, so that who edits a
// table need not think of the name.
var analysisVersion = sync.OnceValue(func() string {
	parts := []string{surfaceName, surfaceField, headingField, stopData, aliasData, spellingData, stemData, protectedData}
	for f := range numFields {
		parts = append(parts, f.String())
	}
	h := sha256.New()
	for _, part := range parts {
		fmt.Fprintf(h, "%d %s\n", len(part), part)
	}
	return analyzerName + "-" + hex.EncodeToString(h.Sum(nil)[:8])
})

// write writes the sealed manifest to a new file.
func (m manifest) write(name string) error {
	raw, err := json.Marshal(m)
	if err != nil {
		return err
	}
	line, err := json.Marshal(sealed{SHA256: checksum(raw), Manifest: raw})
	if err != nil {
		return err
	}
	return writeFile(name, func(w io.Writer) error {
		_, err := w.Write(append(line, '\n'))
		return err
	})
}

func checksum(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// readManifest reads the manifest of the saved index in dir. The error is an fs.ErrNotExist where there is no dir, and one of those of
// this package where dir holds no index that can be opened. With ErrAnalysis comes the manifest all the same.
func readManifest(dir string) (manifest, error) {
	line, err := readManifestFile(dir)
	if err != nil {
		return manifest{}, err
	}
	var s sealed
	if err := json.Unmarshal(line, &s); err != nil {
		return manifest{}, damaged(dir, "%s is cut or changed: %v", manifestName, err)
	}
	if checksum(s.Manifest) != s.SHA256 {
		return manifest{}, damaged(dir, "%s is changed: its checksum is another", manifestName)
	}
	var head struct{ Version int }
	if err := json.Unmarshal(s.Manifest, &head); err == nil && head.Version > manifestVersion {
		return manifest{}, fmt.Errorf("%s: %w: version %d, and this program knows none after %d: use a newer one, or %s", dir, ErrNewer, head.Version, manifestVersion, remedy)
	}
	var m manifest
	// The name of the folder becomes part of a path, so it must not lead elsewhere; those of files are only compared.
	if err := json.Unmarshal(s.Manifest, &m); err != nil || m.Version != manifestVersion || !dataFolder.MatchString(m.Folder) {
		return manifest{}, damaged(dir, "%s holds what is never written there", manifestName)
	}
	if m.Analysis != analysisVersion() {
		return m, fmt.Errorf("%s: %w: with %s, and this program has %s: %s", dir, ErrAnalysis, m.Analysis, analysisVersion(), remedy)
	}
	return m, nil
}

// readManifestFile reads the file, or says what a folder without it is.
func readManifestFile(dir string) ([]byte, error) {
	held, err := lookInto(dir)
	if err != nil {
		return nil, err
	}
	switch held {
	case savedIndex:
		return readBounded(filepath.Join(dir, manifestName))
	case unfinishedIndex:
		return nil, damaged(dir, "it was never finished, there is no file %s", manifestName)
	}
	return nil, fmt.Errorf("%s: %w, there is no file %s: %s", dir, ErrNotIndex, manifestName, wanted)
}

func readBounded(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, maxManifest))
}
