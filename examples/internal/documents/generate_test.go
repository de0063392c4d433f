package documents

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write testdata/documents anew")

// folder holds what the functions of this file make, so that people can open it, and other programs
// can be tried on it.
const folder = "../../../testdata/documents"

// A sample is a generated document with the text that a reader must find in it, or the error that
// it must give.
type sample struct {
	name   string
	traits string // what the document is there for
	raw    []byte
	kind   Kind
	want   string // the text
	fails  string // or a part of the error
}

// samples are all of them, in the order of their names.
func samples() []sample {
	all := slices.Concat(pdfSamples(), brokenPDFSamples(), docxSamples(), odtSamples(), rtfSamples(), htmlSamples(), emailSamples(), textSamples(),
		foreignSamples())
	slices.SortFunc(all, func(a, b sample) int { return bytes.Compare([]byte(a.name), []byte(b.name)) })
	return all
}

// TestSamplesAreCommitted keeps the folder and the functions in step: the same names, and documents
// that read the same. Their bytes may differ, since each version of Go compresses in its own way.
func TestSamplesAreCommitted(t *testing.T) {
	if *update {
		write(t)
	}
	want := map[string]string{}
	for _, s := range samples() {
		want[s.name] = reading(t, s.name, s.raw)
		if s.fails == "" {
			want[s.name+expected] = s.want
		}
	}
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	size := 0
	for _, e := range entries {
		b, err := os.ReadFile(filepath.Join(folder, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		size += len(b)
		if strings.HasSuffix(e.Name(), expected) {
			got[e.Name()] = string(b)
			continue
		}
		got[e.Name()] = reading(t, e.Name(), b)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("testdata/documents: run go test with -update (-want +got):\n%s", diff)
	}
	if size > 2<<20 {
		t.Errorf("testdata/documents: %d bytes, more than 2 MiB", size)
	}
}

// expected ends the names of the files with the text of a document.
const expected = ".expected.txt"

// reading is the text of a document, or that it has an error: those of damaged files tell offsets.
func reading(t *testing.T, name string, raw []byte) string {
	f, err := Read(t.Context(), name, raw, Limits{})
	if err != nil {
		return "an error"
	}
	return f.Text
}

// write writes the folder anew.
func write(t *testing.T) {
	t.Helper()
	err := os.RemoveAll(folder)
	if err == nil {
		err = os.MkdirAll(folder, 0o755)
	}
	for _, s := range samples() {
		if err == nil {
			err = os.WriteFile(filepath.Join(folder, s.name), s.raw, 0o644)
		}
		if err == nil && s.fails == "" {
			err = os.WriteFile(filepath.Join(folder, s.name+expected), []byte(s.want), 0o644)
		}
	}
	if err != nil {
		t.Fatal(err)
	}
}
