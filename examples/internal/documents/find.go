package documents

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// Stdin is the argument that stands for standard input.
const Stdin = "-"

// A Source is a file that was found and not read yet.
type Source struct {
	// Name is how messages name it: its path, or that of its archive and its name there, as in pack.zip/anna.pdf. It is for display
	// only: the names in an archive are whatever its maker wrote.
	Name string
	read func(ctx context.Context) ([]byte, error)
}

// Read returns the bytes of the file. It fails, with the name and what to do in the message, where it cannot be read or is larger than
// the limit. It must be called before the sequence that gave the source goes on.
func (s Source) Read(ctx context.Context) ([]byte, error) {
	type result struct {
		raw []byte
		err error
	}
	done := make(chan result, 1) // a terminal or a pipe may keep a read waiting
	go func() {
		raw, err := s.read(ctx)
		done <- result{raw, err}
	}()
	select {
	case r := <-done:
		return r.raw, r.err
	case <-ctx.Done():
		return nil, fmt.Errorf("%s: %w", s.Name, context.Cause(ctx))
	}
}

// Find returns what args name, in their order: files, the files in folders and in those below them, what patterns match ("*", "?", "[a-z]",
// "{a,b}", and "**" for any folders), [Stdin], and the files in ZIP archives among all these. Within a folder, an archive or a pattern they
// are sorted by name. Hidden files, what systems leave behind, and what is no file or folder are passed over in folders and archives, and so
// is a link to a folder that it stands in. A link that leads out of the folder, or out of the fixed part of the pattern, is an error unless
// [Limits].FollowLinks is set. So is an archive with nothing in it; a folder with nothing in it gives nothing.
//
// What cannot be found comes as an error, with the name in both its message and the source, and the sequence goes on. It ends with ctx.
// Files are found as they are asked for and read only by [Source.Read], so that memory stays that of one.
func Find(ctx context.Context, args []string, stdin io.Reader, l Limits) iter.Seq2[Source, error] {
	return func(yield func(Source, error) bool) {
		f := finder{ctx: ctx, limits: l.withDefaults(), yield: yield}
		for _, arg := range args {
			if !f.argument(arg, stdin) {
				return
			}
		}
	}
}

// A finder walks what arguments name. Its methods report whether to go on.
type finder struct {
	ctx    context.Context
	limits Limits
	yield  func(Source, error) bool
	root   string // the folder that is walked, without links in its path
}

func (f *finder) found(name string, read func(context.Context) ([]byte, error)) bool {
	return f.ctx.Err() == nil && f.yield(Source{name, read}, nil)
}

func (f *finder) failed(name string, err error) bool {
	return f.ctx.Err() == nil && f.yield(Source{Name: name}, explainPath(name, err))
}

func (f *finder) argument(arg string, stdin io.Reader) bool {
	if arg == Stdin {
		return f.found(Stdin, func(context.Context) ([]byte, error) { return readUpTo(Stdin, stdin, f.limits.Bytes) })
	}
	info, err := os.Stat(arg)
	switch {
	case err == nil && info.IsDir():
		if f.root, err = filepath.EvalSymlinks(arg); err != nil {
			return f.failed(arg, err)
		}
		return f.folder(arg, []os.FileInfo{info})
	case err == nil:
		return f.file(arg)
	case strings.ContainsAny(arg, "*?[{"): // systems differ in what they say of a file of such a name
		return f.pattern(arg)
	}
	return f.failed(arg, err)
}

func (f *finder) pattern(arg string) bool {
	base, pattern := doublestar.SplitPattern(filepath.ToSlash(arg))
	f.root, _ = filepath.EvalSymlinks(filepath.FromSlash(base)) // of a folder that is not there nothing matches
	some, goOn := false, true
	err := doublestar.GlobWalk(os.DirFS(filepath.FromSlash(base)), pattern, func(match string, entry fs.DirEntry) error {
		name := filepath.Join(base, filepath.FromSlash(match))
		if slices.ContainsFunc(strings.Split(match, "/"), leftBehind) {
			return nil
		}
		info, err := os.Stat(name)
		switch {
		case err != nil:
			goOn = f.failed(name, err)
		case f.leadsOut(name):
			some = true
			goOn = f.failed(name, errLeadsOut)
		case !info.IsDir():
			some = true
			goOn = f.file(name)
		case !strings.Contains(pattern, "**"): // which matches the files in the folder too
			some = true
			goOn = f.folder(name, []os.FileInfo{info})
		}
		if !goOn {
			return fs.SkipAll
		}
		return nil
	}, doublestar.WithNoHidden(), doublestar.WithNoFollow())
	switch {
	case !goOn:
		return false
	case err != nil && !errors.Is(err, fs.SkipAll):
		return f.failed(arg, err)
	case !some:
		return f.failed(arg, errNoMatch)
	}
	return true
}

// errLeadsOut is of a link in a folder to what is not in it.
var errLeadsOut = errors.New("is a link that leads out of the folder: name what it points to, or ask to follow links")

// leadsOut reports whether a path leads out of the folder that is walked, by links, and may not.
func (f *finder) leadsOut(name string) bool {
	if f.limits.FollowLinks {
		return false
	}
	real, err := filepath.EvalSymlinks(name)
	if err != nil {
		return true
	}
	to, err := filepath.Rel(f.root, real)
	return err != nil || !filepath.IsLocal(to)
}

// folder walks a folder; above are the folders that it stands in, itself the last.
func (f *finder) folder(name string, above []os.FileInfo) bool {
	entries, err := readFolder(name)
	if err != nil && !f.failed(name, err) {
		return false
	}
	for _, e := range entries {
		if leftBehind(e.Name()) {
			continue
		}
		child := filepath.Join(name, e.Name())
		info, err := os.Stat(child) // of what a link points to
		goOn := true
		switch {
		case err != nil:
			goOn = f.failed(child, err)
		case e.Type()&fs.ModeSymlink != 0 && f.leadsOut(child):
			goOn = f.failed(child, errLeadsOut)
		case info.IsDir():
			if !slices.ContainsFunc(above, func(f os.FileInfo) bool { return os.SameFile(f, info) }) {
				goOn = f.folder(child, append(above[:len(above):len(above)], info))
			}
		case info.Mode().IsRegular():
			goOn = f.file(child)
		}
		if !goOn {
			return false
		}
	}
	return true
}

// readFolder lists a folder, sorted by name.
func readFolder(name string) ([]fs.DirEntry, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if ofSystem(f) {
		return nil, errOfSystem
	}
	entries, err := f.ReadDir(-1)
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return entries, err
}

// leftBehind reports whether a file is hidden, or one that a program or a system keeps for itself.
func leftBehind(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") || name == "__MACOSX" ||
		strings.EqualFold(name, "Thumbs.db") || strings.EqualFold(name, "desktop.ini")
}

// file gives a file, or the files in it where it is an archive.
func (f *finder) file(name string) bool {
	r, err := Open(name)
	if err != nil {
		return f.ctx.Err() == nil && f.yield(Source{Name: name}, err)
	}
	defer r.Close()
	if isArchive, goOn := f.archiveFile(name, r); isArchive {
		return goOn
	}
	return f.found(name, func(context.Context) ([]byte, error) {
		if _, err := r.Seek(0, io.SeekStart); err != nil {
			return nil, explainPath(name, err)
		}
		return readUpTo(name, r, f.limits.Bytes)
	})
}

func readUpTo(name string, r io.Reader, limit int) ([]byte, error) {
	raw, err := io.ReadAll(io.LimitReader(r, int64(limit)+1))
	if err != nil {
		return nil, explainPath(name, err)
	}
	if len(raw) > limit {
		return nil, tooLarge(name, limit)
	}
	return raw, nil
}
