package documents

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"path"
	"slices"
	"strings"
)

// A container is a document made of parts: a ZIP file, or an XML file that holds the same parts.
type container struct {
	*task
	parts map[string]func() (io.ReadCloser, error) // by the form of their names that partName returns
	sizes map[string]int                           // in bytes, as far as the container tells
}

// openContainer lists the parts of a ZIP file.
func openContainer(t *task, raw []byte) (*container, error) {
	z, err := openZip(bytes.NewReader(raw), int64(len(raw)), t.limits)
	if err != nil {
		return nil, err
	}
	if err := t.budget.entry(len(z.File)); err != nil {
		return nil, err
	}
	c := &container{t, map[string]func() (io.ReadCloser, error){}, map[string]int{}}
	for _, f := range z.File {
		if name := partName(f.Name); c.parts[name] == nil {
			c.parts[name] = f.Open
			c.sizes[name] = int(min(f.UncompressedSize64, uint64(t.limits.Expansion)))
		}
	}
	return c, nil
}

// partName is the name of a part as containers compare them: with slashes, from the root, whatever the case.
func partName(name string) string {
	name = strings.ReplaceAll(name, `\`, "/") // some programs of Windows write it so
	return strings.ToLower(strings.TrimPrefix(path.Clean("/"+name), "/"))
}

// has reports whether there is a part of that name.
func (c *container) has(name string) bool { return c.parts[partName(name)] != nil }

// open opens a part, which must be there. What is read of it is charged.
func (c *container) open(name string) (io.ReadCloser, error) {
	r, err := c.parts[partName(name)]()
	if err != nil {
		return nil, err
	}
	return struct {
		io.Reader
		io.Closer
	}{inflating{r, c.budget}, r}, nil
}

// part reads an XML part by calling root for its outermost element. A part that is missing is an empty one.
func (c *container) part(name string, root func(x *element) error) error {
	if !c.has(name) {
		return nil
	}
	r, err := c.open(name)
	if err != nil {
		return err
	}
	defer r.Close()
	return readXML(c.task, r, root)
}

// bytes returns a whole part; nil for one that is missing.
func (c *container) bytes(name string) ([]byte, error) {
	if !c.has(name) {
		return nil, nil
	}
	r, err := c.open(name)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return io.ReadAll(io.LimitReader(r, int64(c.limits.Bytes)))
}

// side calls read for a part that is beside the text. Where the part is damaged, that loses what is beside the text, and nothing of it.
func (c *container) side(name string, read func(x *element) error) error {
	err := c.part(name, read)
	if err == nil || isLimit(err) || c.budget.ended() != nil {
		return err
	}
	c.leave(LeftOut{Kind: LeftPart, Where: name, Size: c.sizes[partName(name)]})
	return nil
}

// isLimit reports whether an error is of a limit, and not of the file's form.
func isLimit(err error) bool {
	return slices.ContainsFunc([]error{errTime, errText, errExpansion, errDepth, errObjects, errEntries, errNested},
		func(limit error) bool { return errors.Is(err, limit) })
}

// leaveFiles notes the parts in a folder as left out.
func (c *container) leaveFiles(kind, folder string, but func(name string) bool) {
	size, n := 0, 0
	for name := range c.parts { // sums don't depend on the order
		if strings.HasPrefix(name, partName(folder)+"/") && (but == nil || !but(name)) {
			size += c.sizes[name]
			n++
		}
	}
	if n > 0 {
		c.leave(LeftOut{Kind: kind, Size: size, Where: folder})
	}
}

// openZip lists the files of a ZIP file, and fails before it has listed many more than the limit.
func openZip(r io.ReaderAt, size int64, l Limits) (*zip.Reader, error) {
	listing := &listingReader{r: r, left: 1<<20 + int64(l.Entries)*entryBytes}
	z, err := zip.NewReader(listing, size)
	listing.listed = true
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) { // nothing is written to a path
		return nil, err
	}
	if len(z.File) > l.Entries {
		return nil, errEntries
	}
	return z, nil
}

// entryBytes is how many bytes of a ZIP file's list one file may take on average. It takes 46 and its name.
const entryBytes = 512

// A listingReader fails where the list of a ZIP file, which archive/zip reads whole, is longer than that of as many files as there may be.
type listingReader struct {
	r      io.ReaderAt
	left   int64
	listed bool
}

func (l *listingReader) ReadAt(p []byte, off int64) (int, error) {
	if !l.listed {
		if l.left -= int64(len(p)); l.left < 0 {
			return 0, errEntries
		}
	}
	return l.r.ReadAt(p, off)
}
