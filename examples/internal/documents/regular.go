package documents

import (
	"io/fs"
	"os"
	"syscall"
)

// Open opens a file to read it. It fails at once, with what to do in the message, for what is no regular file: a pipe, a device or a file
// of the system (as those in /proc) may have no end, or keep a program waiting for ever.
func Open(name string) (*os.File, error) {
	// Without O_NONBLOCK, opening a pipe waits for somebody to write to it.
	f, err := os.OpenFile(name, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		if info, statErr := os.Stat(name); statErr == nil && !info.IsDir() && !info.Mode().IsRegular() {
			err = irregular(info.Mode()) // a socket cannot be opened
		}
		return nil, explainPath(name, err)
	}
	info, err := f.Stat()
	switch {
	case err != nil:
	case info.IsDir():
		err = foreignError{"a folder", "name a file"}
	case !info.Mode().IsRegular():
		err = irregular(info.Mode())
	case ofSystem(f):
		err = errOfSystem
	default:
		return f, nil
	}
	f.Close()
	return nil, explainPath(name, err)
}

// errOfSystem is of what looks like a file and is made by the system as it is read.
var errOfSystem = foreignError{"part of the system, not a file", "copy what you need of it to a file"}

// irregular is the error of what is neither a file nor a folder.
func irregular(mode fs.FileMode) error {
	const remedy = `save it as a file, or send it to standard input and name "-"`
	switch {
	case mode&fs.ModeNamedPipe != 0:
		return foreignError{"a pipe, not a file", remedy}
	case mode&fs.ModeSocket != 0:
		return foreignError{"a socket, not a file", remedy}
	}
	return foreignError{"a device, not a file", remedy}
}
