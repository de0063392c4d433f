package textfile

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"
)

func TestDecode(t *testing.T) {
	for _, tt := range []struct {
		reason  string
		raw     string
		want    string
		decoded bool
	}{
		{"ASCII", "Records clerk\r\n", "Records clerk\r\n", false},
		{"UTF-8", "commis à l’archivage", "commis à l’archivage", false},
		{"a UTF-8 mark stays, so that spans hold for the file's bytes", "\ufeffClerk", "\ufeffClerk", false},
		{"NUL is a character like others", "a\x00b", "a\x00b", false},
		{"empty", "", "", false},
		{"Windows-1252, with its curly apostrophe", "commis \xe0 l\x92archivage", "commis à l’archivage", true},
		{"UTF-16, little end first", "\xff\xfec\x00l\x00", "cl", true},
		{"UTF-16, big end first", "\xfe\xff\x00c\x00l", "cl", true},
		{"UTF-16 that lost its last byte", "\xff\xfec\x00l", "c\ufffd", true},
		{"UTF-16 that is a mark and nothing else", "\xff\xfe", "", true},
	} {
		got, decoded := Decode([]byte(tt.raw))
		if got != tt.want || decoded != tt.decoded {
			t.Errorf("Decode(%q) = %q, %v, want %q, %v (%s)", tt.raw, got, decoded, tt.want, tt.decoded, tt.reason)
		}
	}
}

func FuzzDecode(f *testing.F) {
	for _, s := range []string{"", "clerk", "\xff\xfea", "\xe9t\xe9", "\xfe\xff\xd8\x00"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		text, decoded := Decode(raw)
		if !utf8.ValidString(text) {
			t.Errorf("Decode(%q) = %q, which is not UTF-8", raw, text)
		}
		if !decoded && text != string(raw) {
			t.Errorf("Decode(%q) = %q, but says that no byte was changed", raw, text)
		}
	})
}

func TestRead(t *testing.T) {
	dir := t.TempDir()
	write := func(name, content string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	for _, tt := range []struct {
		reason string
		path   string
		want   string // the text
		errEnd string // how the error ends
	}{
		{"a file", write("a.txt", "clerk"), "clerk", ""},
		{"a file of exactly the limit", write("limit.txt", strings.Repeat("x", 20)), strings.Repeat("x", 20), ""},
		{"an empty file is a text", write("empty.txt", ""), "", ""},
		{"standard input", Stdin, "from stdin", ""},
		{"one byte more", write("large.txt", strings.Repeat("x", 21)), "", "large.txt: larger than the limit of 20 bytes: split it into smaller files"},
		{"no file", filepath.Join(dir, "none.txt"), "", "none.txt: no such file: check the path"},
		{"a folder", dir, "", "is a folder: name the files in it"},
		{"a PDF is not read as text", write("cv.pdf", "%PDF-1.7\n"), "", "cv.pdf: is a PDF, not a text file: save it as plain text first"},
		{"nor is a DOCX", write("cv.docx", "PK\x03\x04.."), "", "cv.docx: is a ZIP archive (DOCX and ODT are such), not a text file: save it as plain text first"},
	} {
		f, err := Read(t.Context(), tt.path, strings.NewReader("from stdin"), 20)
		switch {
		case tt.errEnd != "":
			if err == nil || !strings.HasSuffix(err.Error(), tt.errEnd) {
				t.Errorf("Read(%q) error = %v, want ... %q (%s)", tt.path, err, tt.errEnd, tt.reason)
			}
		case err != nil || f.Text != tt.want || f.Bytes != len(tt.want) || f.Decoded:
			t.Errorf("Read(%q) = %+v, %v, want the text %q (%s)", tt.path, f, err, tt.want, tt.reason)
		}
	}
}

func TestTooLarge(t *testing.T) {
	for _, tt := range []struct {
		reason string
		file   File
		titled bool
		want   string
	}{
		{"the file's own bytes", File{}, false, "x: larger than the limit of 20 bytes: split it into smaller files"},
		{"fewer bytes in the file than in its text", File{Decoded: true}, false, "x: larger than the limit of 20 bytes after conversion to UTF-8: split it into smaller files"},
		{"the file alone would do", File{}, true, "x: larger than the limit of 20 bytes together with its title and industry: split it into smaller files"},
		{"both", File{Decoded: true}, true, "x: larger than the limit of 20 bytes after conversion to UTF-8, together with its title and industry: split it into smaller files"},
	} {
		if err := tt.file.TooLarge("x", 20, tt.titled); err.Error() != tt.want {
			t.Errorf("TooLarge() = %q, want %q (%s)", err, tt.want, tt.reason)
		}
	}
}

func TestReadHash(t *testing.T) {
	f, err := Read(t.Context(), Stdin, strings.NewReader("\xff\xfea\x00"), 20)
	if err != nil {
		t.Fatal(err)
	}
	// printf '\xff\xfea\x00' | sha256sum
	if want := "ee499f138af4e8a0fb3117115b4536c32a3bef4d0ad15b9922a71eb90d3e7493"; f.SHA256 != want || f.Bytes != 4 || f.Text != "a" || !f.Decoded {
		t.Errorf("Read() = %+v, want the hash and size of the input's 4 bytes, %s", f, want)
	}
}

func TestReadStops(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	pipe, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer pipe.Close()
	defer w.Close()
	if _, err := Read(ctx, Stdin, pipe, 20); !errors.Is(err, context.Canceled) {
		t.Errorf("Read() of an input that never ends = %v, want %v", err, context.Canceled)
	}
	if _, err := Read(t.Context(), Stdin, iotest.ErrReader(errors.New("broken")), 20); err == nil || err.Error() != "-: broken" {
		t.Errorf("Read() of a broken input = %v, want its error", err)
	}
}
