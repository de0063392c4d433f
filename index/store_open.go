package index

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/blevesearch/bleve/v2"

	"github.com/nocmatch/nocmatch/profiles"
)

// lockTimeout bounds how long Open waits for a program that has the Bleve index open for writing. None of ours ever does.
const lockTimeout = "2s"

// Open opens the saved index in a folder that [Create] wrote. It does what [Build] of the same profiles does, to the byte; where those
// have empty lists, its profiles have nil.
//
// Every file is compared with its checksum first. The error names the folder, what is wrong and the remedy: it is an fs.ErrNotExist
// where there is no such folder, and otherwise [ErrNotIndex], [ErrDamaged], [ErrNewer], [ErrAnalysis], one of reading, such as a lack of
// permission, or that of ctx where that is done. Checksums find damage, not malice: do not open what a stranger gave you.
//
// Nothing is written and a folder that cannot be written to will do, so any number of programs can have an index open at once, and go on
// searching it while it is replaced. Files that lie beside those of the index are ignored. Close the index when done; to change its files
// in place while it is open may end the program.
func Open(ctx context.Context, dir string) (*Index, error) {
	m, err := readManifest(dir)
	for err == nil {
		x, openErr := m.open(ctx, dir)
		if openErr == nil {
			return x, nil
		}
		// An index that was replaced since its manifest was read is gone, and the new one is there.
		folder := m.Folder
		if m, err = readManifest(dir); err == nil && m.Folder == folder {
			err = openErr
		}
	}
	return nil, fmt.Errorf("index: %w", err)
}

// open opens the index in dir that the manifest describes.
func (m manifest) open(ctx context.Context, dir string) (*Index, error) {
	if err := m.verify(ctx, dir); err != nil {
		return nil, err
	}
	return m.load(ctx, dir)
}

// load opens files that were verified.
func (m manifest) load(ctx context.Context, dir string) (*Index, error) {
	name := filepath.Join(dir, m.Folder, profilesName)
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	ps, err := profiles.ReadJSONL(f, name)
	if err != nil {
		return nil, err
	}
	b, err := bleve.OpenUsing(filepath.Join(dir, m.Folder, bleveName), map[string]any{"read_only": true, "bolt_timeout": lockTimeout})
	if err != nil {
		return nil, fmt.Errorf("%s: cannot be read, is another program writing to it? %w", dir, err)
	}
	// Where the documents are removed at this very moment, Bleve goes back to the time before there were any, without an error.
	if n, err := b.DocCount(); err != nil || n != uint64(len(ps)) {
		return nil, errors.Join(damaged(dir, "it has %d profiles and %d documents", len(ps), n), err, b.Close())
	}
	return newIndex(ctx, ps, b)
}
