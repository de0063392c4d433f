// Package textfile reads text files as people save them.
//
//	f, err := textfile.Read(ctx, "postings/coder.txt", os.Stdin, match.DefaultMaxBytes)
//	result, err := matcher.Match(ctx, match.Document{Name: "postings/coder.txt", Text: f.Text})
package textfile

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
)

// Stdin is the path that stands for standard input.
const Stdin = "-"

// A File is a text file as it was read.
type File struct {
	// Text is the file's text in UTF-8.
	Text string
	// Decoded is true where Text is not the bytes of the file.
	Decoded bool
	// SHA256 is the hash, in hexadecimal, of the file's bytes, and Bytes their number.
	SHA256 string
	Bytes  int
}

// Read reads the file at path, or stdin where path is [Stdin]. It fails, with what to do in the message, where there is no such file,
// where it is a folder, holds more than limit bytes, or is no text file by its first bytes (PDF, Office, pictures). It returns early
// when ctx is done, even while a terminal or a pipe keeps it waiting.
func Read(ctx context.Context, path string, stdin io.Reader, limit int) (File, error) {
	type read struct {
		raw []byte
		err error
	}
	done := make(chan read, 1)
	go func() {
		raw, err := readUpTo(path, stdin, limit+1)
		done <- read{raw, err}
	}()
	var r read
	select {
	case r = <-done:
	case <-ctx.Done():
		return File{}, fmt.Errorf("%s: %w", path, ctx.Err())
	}
	if r.err != nil {
		return File{}, explain(path, r.err)
	}
	if kind := foreign(r.raw); kind != "" {
		return File{}, fmt.Errorf("%s: is %s, not a text file: save it as plain text first", path, kind)
	}
	if len(r.raw) > limit {
		return File{}, TooLarge(path, limit, "")
	}
	sum := sha256.Sum256(r.raw)
	f := File{SHA256: hex.EncodeToString(sum[:]), Bytes: len(r.raw)}
	f.Text, f.Decoded = Decode(r.raw)
	return f, nil
}

// TooLarge is the error of a file that holds more than limit bytes; what says which bytes where they are not the file's own, as in
// "after conversion to UTF-8".
func TooLarge(path string, limit int, what string) error {
	if what != "" {
		what = " " + what
	}
	return fmt.Errorf("%s: larger than the limit of %d bytes%s: split it into smaller files", path, limit, what)
}

// TooLarge is the error of a file that [Read] took and that is more than limit bytes as a document; titled says whether that counts a
// title or an industry too.
func (f File) TooLarge(path string, limit int, titled bool) error {
	var what []string
	if f.Decoded {
		what = append(what, "after conversion to UTF-8")
	}
	if titled {
		what = append(what, "together with its title and industry")
	}
	return TooLarge(path, limit, strings.Join(what, ", "))
}

func readUpTo(path string, stdin io.Reader, limit int) ([]byte, error) {
	if path == Stdin {
		return io.ReadAll(io.LimitReader(stdin, int64(limit)))
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.IsDir() {
		return nil, errFolder
	}
	return io.ReadAll(io.LimitReader(f, int64(limit)))
}

var errFolder = errors.New("is a folder: name the files in it")

// explain says what to do about the errors that people meet.
func explain(path string, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%s: no such file: check the path", path)
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("%s: no permission to read it: check who may", path)
	}
	if pe := (*fs.PathError)(nil); errors.As(err, &pe) {
		err = pe.Err // the path is said already
	}
	return fmt.Errorf("%s: %w", path, err)
}

// foreign names the kind of a file that people take for text and that is none; empty for everything else. Read as text such a file
// would give an answer, and a wrong one.
func foreign(raw []byte) string {
	for _, k := range []struct{ start, kind string }{
		{"%PDF-", "a PDF"},
		{"PK\x03\x04", "a ZIP archive (DOCX and ODT are such)"},
		{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"},
		{"{\\rtf", "an RTF document"},
		{"\x89PNG\r\n\x1a\n", "a picture"},
		{"\xff\xd8\xff", "a picture"},
		{"\x1f\x8b", "a gzip archive"},
	} {
		if bytes.HasPrefix(raw, []byte(k.start)) {
			return k.kind
		}
	}
	return ""
}
