package index

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// A file is one file of a data folder. Its name is a path from there, with slashes.
type file struct {
	Name   string `json:"name"`
	Bytes  int64  `json:"bytes"`
	SHA256 string `json:"sha256"`
}

// An irregularError is what stands where only folders and regular files may: a link could lead out of the folder, a pipe wait for ever.
type irregularError string

func (e irregularError) Error() string { return string(e) + " is neither a file nor a folder" }

// listFiles reads every file below a folder, sorted by name.
func listFiles(ctx context.Context, folder string) ([]file, error) {
	var files []file
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err := cmp.Or(err, ctx.Err()); err != nil || d.IsDir() {
			return err
		}
		name, err := filepath.Rel(folder, path)
		if err != nil {
			return err
		}
		name = filepath.ToSlash(name)
		if !d.Type().IsRegular() {
			return irregularError(name)
		}
		f, err := os.Open(path)
		if err != nil {
			return err
		}
		defer f.Close()
		h := sha256.New()
		n, err := io.Copy(h, f)
		files = append(files, file{name, n, hex.EncodeToString(h.Sum(nil))})
		return err
	})
	return files, err
}

// verify reads every file of the index in dir and compares it with the manifest. A file that the manifest does not name is damage too:
// Bleve takes up what an interrupted writer of its own left behind.
func (m manifest) verify(ctx context.Context, dir string) error {
	found, err := listFiles(ctx, filepath.Join(dir, m.Folder))
	var irregular irregularError
	switch {
	case errors.As(err, &irregular):
		return damaged(dir, "%v", irregular)
	case errors.Is(err, fs.ErrNotExist):
		return damaged(dir, "its data are gone: %v", err)
	case err != nil:
		return err
	}
	want := map[string]file{}
	for _, f := range m.Files {
		want[f.Name] = f
	}
	for _, f := range found {
		w, ok := want[f.Name]
		switch {
		case !ok:
			return damaged(dir, "%s does not belong to it", f.Name)
		case f.Bytes != w.Bytes:
			return damaged(dir, "%s has %d bytes, not %d", f.Name, f.Bytes, w.Bytes)
		case f.SHA256 != w.SHA256:
			return damaged(dir, "%s is changed: its checksum is another", f.Name)
		}
		delete(want, f.Name)
	}
	for _, f := range m.Files {
		if _, ok := want[f.Name]; ok {
			return damaged(dir, "%s is missing", f.Name)
		}
	}
	return nil
}
