package index

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"time"

	"github.com/nocmatch/nocmatch/profiles"
)

// staleAfter is how old a data folder that no manifest names must be to be taken for what a broken-off Create left behind, and not for
// what another is writing: that takes seconds.
const staleAfter = time.Hour

// Create writes an index of profiles into a folder, for [Open]. The folder is made if it is not there; the one that it is in has to be.
// It may be empty, or hold a saved index in whatever state, which is then replaced: until Create is done, and also if the program is
// broken off, readers find the old index, and from then on the new one. Of two Creates at once the last to finish wins.
//
// It fails where [Build] fails; where a profile is not valid (see [profiles.Profile.Validate]), as it could not be read back; with
// [ErrNotIndex] where dir is a file or a folder that holds something else, which is left alone; where the files cannot be written; and with
// the error of ctx where that is done before the new index stands. On an error dir is as it was.
func Create(ctx context.Context, dir string, ps []profiles.Profile) error {
	sorted, err := sortByCode(ps)
	if err != nil {
		return err
	}
	if err := profiles.ValidateAll(sorted); err != nil {
		return fmt.Errorf("index: cannot be saved: %w", err)
	}
	made, err := claim(dir)
	if err != nil {
		return fmt.Errorf("index: %w", err)
	}
	folder := fmt.Sprintf("%s%016x", dataPrefix, rand.Uint64())
	err = writeData(ctx, dir, folder, sorted)
	before, _ := readManifest(dir) // where it cannot be read, its data go by their age
	if err == nil {
		err = os.Rename(filepath.Join(dir, folder, manifestName), filepath.Join(dir, manifestName))
	}
	if err != nil {
		os.RemoveAll(filepath.Join(dir, folder))
		if made {
			os.Remove(dir)
		}
		return fmt.Errorf("index: cannot write to %s: %w", dir, err)
	}
	syncFolder(dir)
	if made {
		syncFolder(filepath.Dir(filepath.Clean(dir)))
	}
	removeStale(dir, before.Folder)
	return nil
}

// claim makes dir, and tells whether it did, or makes sure that it may be written to.
func claim(dir string) (made bool, err error) {
	err = os.Mkdir(dir, 0o777)
	if !errors.Is(err, fs.ErrExist) {
		return err == nil, err
	}
	held, err := lookInto(dir)
	if err == nil && held == somethingElse {
		err = fmt.Errorf("%s: %w and no empty folder: it is left alone, name a new folder", dir, ErrNotIndex)
	}
	return false, err
}

// writeData writes a data folder, and into it the manifest that names it, and makes sure that what is written can be opened.
func writeData(ctx context.Context, dir, folder string, ps []profiles.Profile) error {
	data := filepath.Join(dir, folder)
	if err := os.Mkdir(data, 0o777); err != nil {
		return err
	}
	err := writeFile(filepath.Join(data, profilesName), func(w io.Writer) error { return profiles.WriteJSONL(w, ps) })
	if err != nil {
		return err
	}
	b, err := newBleve(ctx, filepath.Join(data, bleveName), ps)
	if err != nil {
		return err
	}
	if err := b.Close(); err != nil {
		return err
	}
	if err := settle(data); err != nil {
		return err
	}
	m := manifest{Version: manifestVersion, Analysis: analysisVersion(), Folder: folder}
	if m.Files, err = listFiles(ctx, data); err != nil {
		return err
	}
	x, err := m.open(ctx, dir)
	if err != nil {
		return err
	}
	if err := x.Close(); err != nil {
		return err
	}
	return m.write(filepath.Join(data, manifestName))
}

// writeFile writes a new file, through to the disk.
func writeFile(name string, write func(io.Writer) error) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(f)
	err = write(w)
	if err == nil {
		err = w.Flush()
	}
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}

// settle sees to it that all that is below a data folder is on the disk, and gives it the permissions of the user's other files: Bleve's
// are for the user alone, and an index is often built by one user for another.
func settle(data string) error {
	folderInfo, err := os.Stat(data)
	if err != nil {
		return err
	}
	fileInfo, err := os.Stat(filepath.Join(data, profilesName))
	if err != nil {
		return err
	}
	return filepath.WalkDir(data, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			syncFolder(path)
			return os.Chmod(path, folderInfo.Mode().Perm())
		}
		return errors.Join(syncFile(path), os.Chmod(path, fileInfo.Mode().Perm()))
	})
}

func syncFile(name string) error {
	f, err := os.OpenFile(name, os.O_RDWR, 0) // some systems sync only what is open for writing
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// syncFolder writes the entries of a folder to the disk where that can be done. Some systems cannot, which is no reason to give up.
func syncFolder(name string) {
	f, err := os.Open(name)
	if err != nil {
		return
	}
	_ = f.Sync()
	_ = f.Close()
}

// removeStale removes the data folder of the index that was replaced, and what broken-off Creates left behind. What cannot be removed,
// as some systems keep files that a reader has open, is left for the next Create.
func removeStale(dir, replaced string) {
	now, err := readManifest(dir) // another Create may have been faster
	if err != nil {
		return
	}
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		if !e.IsDir() || !dataFolder.MatchString(e.Name()) || e.Name() == now.Folder {
			continue
		}
		info, err := e.Info()
		if e.Name() == replaced || err == nil && time.Since(info.ModTime()) > staleAfter {
			_ = os.RemoveAll(filepath.Join(dir, e.Name()))
		}
	}
}
