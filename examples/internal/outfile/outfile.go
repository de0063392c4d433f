// Package outfile writes files whole or not at all.
//
//	f, err := outfile.Create("results.json")
//	...
//	defer f.Abort()
//	fmt.Fprintln(f, "[]")
//	return f.Commit()
package outfile

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// A File takes what is written to it aside, until Commit puts it in the place of its path. A device or a pipe is written directly.
type File struct {
	path string
	temp string // empty where the path is written directly
	file *os.File
	buf  *bufio.Writer
	err  error // the first one of writing
}

// Create opens a file that will be at path. The folder has to exist. A symbolic link is followed.
func Create(path string) (*File, error) {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return nil, fmt.Errorf("%s: is a folder: name a file in it", path)
	case err == nil && !info.Mode().IsRegular():
		f, err := os.OpenFile(path, os.O_WRONLY, 0)
		if err != nil {
			return nil, cannot(path, err)
		}
		return &File{path: path, file: f, buf: bufio.NewWriter(f)}, nil
	}
	// CreateTemp would make a file that nobody else may read; this one gets the permissions that the user's files get.
	for try := 0; ; try++ {
		temp := filepath.Join(filepath.Dir(path), fmt.Sprintf(".%s.%d.%d.tmp", filepath.Base(path), os.Getpid(), try))
		f, err := os.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if errors.Is(err, fs.ErrExist) && try < 100 {
			continue
		}
		if err != nil {
			return nil, cannot(path, err)
		}
		if info != nil {
			err = f.Chmod(info.Mode().Perm())
		}
		return &File{path: path, temp: temp, file: f, buf: bufio.NewWriter(f), err: err}, nil
	}
}

// Write writes p aside. After an error every Write and Commit returns it.
func (f *File) Write(p []byte) (int, error) {
	if f.err != nil {
		return 0, f.err
	}
	n, err := f.buf.Write(p)
	f.fail(err)
	return n, f.err
}

// Commit puts what was written in place. On an error the path holds what it held before.
func (f *File) Commit() error {
	if f.file == nil {
		return f.err
	}
	f.fail(f.buf.Flush())
	if f.temp != "" {
		f.fail(f.file.Sync())
	}
	f.fail(f.file.Close())
	f.file = nil
	if f.temp == "" {
		return f.err
	}
	if f.err == nil {
		f.fail(os.Rename(f.temp, f.path))
	}
	if f.err != nil {
		os.Remove(f.temp) // what remains is a file that nobody asked for; the error says why
	}
	return f.err
}

// Abort drops what was written, unless Commit was called.
func (f *File) Abort() {
	if f.file == nil {
		return
	}
	f.fail(errors.New("writing was given up"))
	f.file.Close()
	f.file = nil
	if f.temp != "" {
		os.Remove(f.temp)
	}
}

func (f *File) fail(err error) {
	if f.err == nil && err != nil {
		f.err = cannot(f.path, err)
	}
}

// cannot names the path that the user gave, not the file aside.
func cannot(path string, err error) error {
	var pe *fs.PathError
	var le *os.LinkError
	switch {
	case errors.As(err, &pe):
		err = pe.Err
	case errors.As(err, &le):
		err = le.Err
	}
	return fmt.Errorf("%s: cannot write: %w", path, err)
}
