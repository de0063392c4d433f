package documents

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// badArchives are archives that ask for more than they should cost, with what becomes of them: the first thing that is found, and the last.
var badArchives = []struct {
	name        string
	make        func() []byte
	first, last string
}{
	{"files that overlap", func() []byte { return overlappingZip(2000, 900_000) },
		"bad.zip: is an archive whose files overlap", "bad.zip: is an archive whose files overlap"},
	{"files that overlap, in an archive", func() []byte { return zipFile("in.zip", string(overlappingZip(2000, 900_000))) },
		"bad.zip/in.zip: is an archive whose files overlap", "bad.zip/in.zip: is an archive whose files overlap"},
	{"many that expand, each a little", func() []byte { return manyFiles(200, many("a", 900_000)) },
		"bad.zip/00000 = a", "bad.zip/00199: the archive expands to more than 200 times its size"},
	{"many that expand, in archives", func() []byte {
		in := string(manyFiles(20, many("a", 900_000)))
		var parts []string
		for i := range 20 {
			parts = append(parts, fmt.Sprintf("%02d.zip", i), in)
		}
		return zipFile(parts...)
	}, "bad.zip/00.zip/00000 = a", "bad.zip/19.zip: the archive expands to more than 200 times its size"},
	{"one that expands", func() []byte { return zipFile("a", "a", "b", many("b", 16<<20)) }, "bad.zip/a = a", "bad.zip/b: expands to more than 200 times"},
	{"archives in one another", func() []byte {
		raw := zipFile("a.txt", "a")
		for range 100 {
			raw = zipFile("a.zip", string(raw))
		}
		return raw
	}, "bad.zip/a.zip/a.zip/a.zip: archives nest deeper than the limit of 3", "bad.zip/a.zip/a.zip/a.zip: archives nest deeper than the limit of 3"},
	{"four million files", func() []byte { return listed(4_000_000) }, "bad.zip: lists more than the limit of 20000 files", "bad.zip: lists more than the limit of 20000 files"},
	{"thirty thousand files", func() []byte { return listed(30_000) }, "bad.zip: lists more than the limit of 20000 files", "bad.zip: lists more than the limit of 20000 files"},
	{"no file", func() []byte { return zipFile() }, "bad.zip: is an archive without files", "bad.zip: is an archive without files"},
	{"nothing but folders", func() []byte { return zipFile("a/", "", "b/", "") }, "bad.zip: is an archive without files", "bad.zip: is an archive without files"},
	{"nothing but what systems leave behind", func() []byte { return zipFile("__MACOSX/._a", "a", ".DS_Store", "b") }, "bad.zip: is an archive without files", "bad.zip: is an archive without files"},
	{"names that steer a terminal", func() []byte { return zipFile("a\x1b[31m\u009b\u202e.txt", "a") }, "bad.zip/a\ufffd[31m\ufffd\ufffd.txt = a", "bad.zip/a\ufffd[31m\ufffd\ufffd.txt = a"},
}

// manyFiles is an archive of files with the same content but the first, which is not compressed.
func manyFiles(n int, content string) []byte {
	parts := []string{"00000", "a"}
	for i := 1; i < n; i++ {
		parts = append(parts, fmt.Sprintf("%05d", i), content)
	}
	return zipFile(parts...)
}

// listed is an archive with a list of empty files.
func listed(n int) []byte {
	raw := zipFile("a", "")
	end := bytes.LastIndex(raw, []byte("PK\x05\x06"))
	start := bytes.Index(raw, []byte("PK\x01\x02"))
	list := bytes.Repeat(raw[start:end], n)
	tail := bytes.Clone(raw[end:])
	binary.LittleEndian.PutUint16(tail[8:], uint16(n))
	binary.LittleEndian.PutUint16(tail[10:], uint16(n))
	binary.LittleEndian.PutUint32(tail[12:], uint32(len(list)))
	return slices.Concat(raw[:start], list, tail)
}

func TestBadArchives(t *testing.T) {
	for _, tc := range badArchives {
		tree(t)
		if err := os.WriteFile("bad.zip", tc.make(), 0o644); err != nil {
			t.Fatal(err)
		}
		var all []string
		took := measure(t, func() { all = found(t.Context(), "", Limits{}, "bad.zip") })
		if len(all) == 0 || !strings.HasPrefix(all[0], tc.first) || !strings.HasPrefix(all[len(all)-1], tc.last) {
			t.Errorf("%s: %d found, %q to %q; want %q to %q", tc.name, len(all), slices.Concat(all, []string{""})[0], all[max(0, len(all)-1):], tc.first, tc.last)
		}
		t.Logf("%-40s %6.2f s %5d MiB", tc.name, took.cpu.Seconds(), took.memory>>20)
		if took.cpu > badSeconds || took.memory > badBytes {
			t.Errorf("%s: %v of the processor, %d MiB", tc.name, took.cpu, took.memory>>20)
		}
	}
}

// TestSharedHostile holds what was sent to hurt to the same bounds, but for PDF.
func TestSharedHostile(t *testing.T) {
	const folder = "../../../../shared/cases/hostile"
	files, err := filepath.Glob(filepath.Join(folder, "*"))
	if err != nil || len(files) == 0 {
		t.Skip("no shared cases")
	}
	for _, name := range files {
		if filepath.Ext(name) == ".pdf" {
			continue
		}
		said := ""
		took := measure(t, func() {
			for s, err := range Find(t.Context(), []string{name}, nil, Limits{}) {
				var raw []byte
				if err == nil {
					raw, err = s.Read(t.Context())
				}
				if err == nil {
					_, err = Read(t.Context(), s.Name, raw, Limits{})
				}
				if err != nil {
					said = err.Error()
				}
			}
		})
		t.Logf("%-40s %6.2f s %5d MiB  %s", filepath.Base(name), took.cpu.Seconds(), took.memory>>20, said)
		if said == "" || took.cpu > badSeconds || took.memory > badBytes {
			t.Errorf("%s: %v of the processor, %d MiB, %q", name, took.cpu, took.memory>>20, said)
		}
	}
}
