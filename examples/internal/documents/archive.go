package documents

import (
	"archive/zip"
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"sync/atomic"
	"unicode"

	"golang.org/x/text/encoding/charmap"
)

// An archive is a ZIP file of documents.
type archive struct {
	finder *finder
	name   string
	room   int // how deep archives may still nest, this one counted
	spent  *spending
}

// spending is what the files of an archive, those of archives in it among them, came to so far.
type spending struct {
	size int64 // of the outermost archive
	out  atomic.Int64
}

// archiveFile walks the archive that a file is, and reports whether it is one, and whether to go on.
func (f *finder) archiveFile(name string, r *os.File) (isArchive, goOn bool) {
	head := make([]byte, 4)
	if _, err := io.ReadFull(r, head); err != nil || !isZip(head) {
		return false, true
	}
	info, err := r.Stat()
	if err != nil {
		return false, true // said when it is read
	}
	return (&archive{f, name, f.limits.Archives, &spending{size: info.Size()}}).walk(r, info.Size())
}

// walk gives the files of the archive, unless it is a document or damaged: then [Read] says so.
func (a *archive) walk(r io.ReaderAt, size int64) (isArchive, goOn bool) {
	z, err := openZip(r, size, a.finder.limits)
	switch {
	case errors.Is(err, errEntries):
		return true, a.finder.failed(a.name, fmt.Errorf("lists more than the limit of %d files: split it", a.finder.limits.Entries))
	case err != nil:
		return false, true
	}
	if kind, err := officeKind(z); kind != "" || !errors.Is(err, errArchive) {
		return false, true
	}
	if a.room == 0 {
		return true, a.finder.failed(a.name, fmt.Errorf("archives nest deeper than the limit of %d: unpack it first", a.finder.limits.Archives))
	}
	if overlapping(z.File) {
		return true, a.finder.failed(a.name, errOverlap)
	}
	var files []*zip.File
	for _, e := range z.File {
		if !e.FileInfo().IsDir() && !slices.ContainsFunc(strings.Split(entryName(e), "/"), leftBehindEntry) {
			files = append(files, e)
		}
	}
	if len(files) == 0 {
		return true, a.finder.failed(a.name, errNoFiles)
	}
	slices.SortStableFunc(files, func(x, y *zip.File) int { return strings.Compare(entryName(x), entryName(y)) })
	for _, e := range files {
		if !a.entry(e) {
			return true, false
		}
	}
	return true, true
}

var (
	errNoFiles = errors.New("is an archive without files: check that it is the right one")
	errOverlap = errors.New("is an archive whose files overlap, as those of a bomb do: get it again from where you know it is good")
)

// overlapping reports whether two files of an archive share bytes of it, by which few bytes become many files.
func overlapping(files []*zip.File) bool {
	type extent struct{ start, end int64 }
	var all []extent
	for _, f := range files {
		start, err := f.DataOffset()
		if err != nil || f.CompressedSize64 == 0 {
			continue // said when it is read
		}
		all = append(all, extent{start, start + int64(min(f.CompressedSize64, 1<<62))})
	}
	slices.SortFunc(all, func(a, b extent) int { return cmp.Compare(a.start, b.start) })
	for i := 1; i < len(all); i++ {
		if all[i].start < all[i-1].end {
			return true
		}
	}
	return false
}

// leftBehindEntry is [leftBehind] for a part of a path, where two stops are no hidden file.
func leftBehindEntry(name string) bool { return name != "." && name != ".." && leftBehind(name) }

// entryName is the name of a file in an archive as text: some programs write it in the code page of DOS, and with the slashes of Windows.
func entryName(e *zip.File) string {
	name := e.Name
	if e.NonUTF8 {
		name, _ = charmap.CodePage437.NewDecoder().String(name)
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\\':
			return '/'
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r): // a name is printed
			return '\ufffd'
		}
		return r
	}, name)
}

// entry gives a file of the archive, or those in it where it is an archive too.
func (a *archive) entry(e *zip.File) bool {
	name := a.name + "/" + entryName(e)
	read := func(context.Context) ([]byte, error) { return a.read(name, e) }
	if !a.holdsZip(e) {
		return a.finder.found(name, read)
	}
	raw, err := a.read(name, e)
	if err != nil {
		return a.finder.ctx.Err() == nil && a.finder.yield(Source{Name: name}, err)
	}
	inner := &archive{a.finder, name, a.room - 1, a.spent}
	if isArchive, goOn := inner.walk(bytes.NewReader(raw), int64(len(raw))); isArchive {
		return goOn
	}
	return a.finder.found(name, func(context.Context) ([]byte, error) { return raw, nil })
}

// holdsZip reports whether a file of an archive begins as an archive does.
func (a *archive) holdsZip(e *zip.File) bool {
	r, err := e.Open()
	if err != nil {
		return false
	}
	defer r.Close()
	head := make([]byte, 4)
	_, err = io.ReadFull(r, head)
	return err == nil && isZip(head)
}

const (
	// suspectBytes is the size from which the ratio of compression is looked at: a small file of one letter over and over is harmless.
	suspectBytes = 1 << 20
	// suspectTotal is the same for all files of an archive together.
	suspectTotal = 16 << 20
)

func (a *archive) read(name string, e *zip.File) ([]byte, error) {
	const encrypted = 1
	limits := a.finder.limits
	if e.Flags&encrypted != 0 {
		return nil, explain(name, errPassword, limits)
	}
	if e.UncompressedSize64 > suspectBytes && e.UncompressedSize64/uint64(limits.Ratio) > e.CompressedSize64 {
		return nil, fmt.Errorf("%s: expands to more than %d times its size: unpack it first if you know where it is from", name, limits.Ratio)
	}
	switch out := a.spent.out.Load(); {
	case out > suspectTotal && out/int64(limits.Ratio) > a.spent.size:
		return nil, fmt.Errorf("%s: the archive expands to more than %d times its size: unpack it first if you know where it is from", name, limits.Ratio)
	case out > limits.ArchiveExpansion:
		return nil, fmt.Errorf("%s: the archive expands to more than the limit of %d bytes: unpack it first", name, limits.ArchiveExpansion)
	}
	r, err := e.Open()
	if err != nil {
		return nil, explain(name, err, limits)
	}
	defer r.Close()
	raw, err := readUpTo(name, r, limits.Bytes)
	if err != nil {
		return nil, err
	}
	if a.spent.out.Add(int64(len(raw))) > limits.ArchiveExpansion {
		return nil, fmt.Errorf("%s: the archive expands to more than the limit of %d bytes: unpack it first", name, limits.ArchiveExpansion)
	}
	return raw, nil
}
