package documents

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// tree writes files, as name and content in turn, into a new folder and makes it the current one.
func tree(t *testing.T, files ...string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for i := 0; i < len(files); i += 2 {
		name := filepath.FromSlash(files[i])
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(files[i+1]), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// found lists what Find gives: names with contents, or errors.
func found(ctx context.Context, stdin string, l Limits, args ...string) []string {
	var all []string
	for s, err := range Find(ctx, args, strings.NewReader(stdin), l) {
		if err == nil {
			var raw []byte
			if raw, err = s.Read(ctx); err == nil {
				all = append(all, filepath.ToSlash(s.Name)+" = "+string(raw[:min(len(raw), 20)]))
				continue
			}
		}
		if !strings.HasPrefix(err.Error(), s.Name+": ") {
			all = append(all, "an error without its name: "+s.Name)
		}
		all = append(all, filepath.ToSlash(err.Error()))
	}
	return all
}

func TestFind(t *testing.T) {
	nested := string(zipFile("deep.txt", "deep"))
	threefold := string(zipFile("two.zip", string(zipFile("three.zip", string(zipFile("four.zip", nested))))))
	docx := string(word(para("", "Robin Sample")))
	tree(t,
		"b.txt", "b", "a.txt", "a",
		"cv/2.txt", "2", "cv/1.pdf", "1", "cv/sub/3.txt", "3", "cv/.hidden", "x", "cv/~$2.docx", "x", "cv/__MACOSX/x", "x", "cv/Thumbs.db", "x", "cv/.git/config", "x",
		"pack.zip", string(zipFile("z.txt", "z", "sub/y.txt", "y", "../../up.txt", "up", "__MACOSX/._z.txt", "x", "in.zip", nested, "cv.docx", docx, "dos\\w.txt", "w", "bell\a.txt", "bell")),
		"threefold.zip", threefold, "cv.docx", docx, "empty.zip", string(zipFile()), "odd[1].txt", "odd",
		"zips/p.zip", string(zipFile("q.txt", "q")), "none/.keep", "",
	)
	for _, tc := range []struct {
		reason string
		args   []string
		stdin  string
		limits Limits
		want   []string
	}{
		{"files in the order of the arguments", []string{"b.txt", "a.txt"}, "", Limits{}, []string{"b.txt = b", "a.txt = a"}},
		{"a folder is sorted, with those below it, without what is hidden or left behind", []string{"cv"}, "", Limits{}, []string{"cv/1.pdf = 1", "cv/2.txt = 2", "cv/sub/3.txt = 3"}},
		{"a folder without files", []string{"none"}, "", Limits{}, nil},
		{"a pattern", []string{"?.txt"}, "", Limits{}, []string{"a.txt = a", "b.txt = b"}},
		{"a pattern over folders", []string{"cv/**/*.txt"}, "", Limits{}, []string{"cv/2.txt = 2", "cv/sub/3.txt = 3"}},
		{"a pattern of everything gives each file once", []string{"cv/**"}, "", Limits{}, []string{"cv/1.pdf = 1", "cv/2.txt = 2", "cv/sub/3.txt = 3"}},
		{"a pattern that matches folders walks them", []string{"c[v]"}, "", Limits{}, []string{"cv/1.pdf = 1", "cv/2.txt = 2", "cv/sub/3.txt = 3"}},
		{"a file whose name looks like a pattern", []string{"odd[1].txt"}, "", Limits{}, []string{"odd[1].txt = odd"}},
		{"nothing matches; the rest goes on", []string{"*.rtf", "a.txt"}, "", Limits{}, []string{"*.rtf: no file matches: check the pattern", "a.txt = a"}},
		{"a broken pattern", []string{"[a.txt"}, "", Limits{}, []string{"[a.txt: syntax error in pattern"}},
		{"no such file; the rest goes on", []string{"c.txt", "a.txt"}, "", Limits{}, []string{"c.txt: no such file: check the path", "a.txt = a"}},
		{"standard input", []string{"-"}, "typed", Limits{}, []string{"- = typed"}},
		{"too large, in a folder and at standard input", []string{"-", "cv/2.txt"}, "typed", Limits{Bytes: 4}, []string{"-: larger than the limit of 4 bytes: split it into smaller files", "cv/2.txt = 2"}},
		{"an archive, sorted, with another in it; a DOCX is a document; a path that leads out is but a name", []string{"pack.zip"}, "", Limits{}, []string{
			"pack.zip/../../up.txt = up", "pack.zip/bell\ufffd.txt = bell", "pack.zip/cv.docx = " + docx[:20], "pack.zip/dos/w.txt = w",
			"pack.zip/in.zip/deep.txt = deep", "pack.zip/sub/y.txt = y", "pack.zip/z.txt = z"}},
		{"an archive in a folder", []string{"zips"}, "", Limits{}, []string{"zips/p.zip/q.txt = q"}},
		{"an empty archive", []string{"empty.zip", "a.txt"}, "", Limits{}, []string{"empty.zip: is an archive without files: check that it is the right one", "a.txt = a"}},
		{"archives nest to a limit", []string{"threefold.zip"}, "", Limits{}, []string{"threefold.zip/two.zip/three.zip/four.zip: archives nest deeper than the limit of 3: unpack it first"}},
		{"many files in an archive", []string{"pack.zip"}, "", Limits{Entries: 2}, []string{"pack.zip: lists more than the limit of 2 files: split it"}},
		{"a large file in an archive", []string{"zips"}, "", Limits{Bytes: 200, ArchiveExpansion: 0}, []string{"zips/p.zip/q.txt = q"}},
	} {
		t.Run(tc.reason, func(t *testing.T) {
			if diff := cmp.Diff(tc.want, found(t.Context(), tc.stdin, tc.limits, tc.args...)); diff != "" {
				t.Errorf("Find(%q) (-want +got):\n%s", tc.args, diff)
			}
		})
	}
}

func TestFindLinks(t *testing.T) {
	tree(t, "cv/a.txt", "a", "cv/sub/c.txt", "c", "other/b.txt", "b", "cvother/d.txt", "d")
	for link, to := range map[string]string{"cv/self": "../cv", "cv/up": "..", "cv/other": "../other", "cv/gone": "nowhere",
		"cv/file.txt": "../other/b.txt", "cv/in.txt": "sub/c.txt", "cv/near": "../cvother", "cv/sub/up.txt": "../a.txt", "link": "other"} {
		if err := os.Symlink(filepath.FromSlash(to), filepath.FromSlash(link)); err != nil {
			t.Skipf("this system makes no links: %v", err)
		}
	}
	out := func(name string) string {
		return name + ": is a link that leads out of the folder: name what it points to, or ask to follow links"
	}
	for _, tc := range []struct {
		reason string
		limits Limits
		args   []string
		want   []string
	}{
		{"links that stay in the folder are followed, those that lead back are passed over, those that lead out are named", Limits{}, []string{"cv"}, []string{
			"cv/a.txt = a", out("cv/file.txt"), "cv/gone: no such file: check the path", "cv/in.txt = c", out("cv/near"), out("cv/other"),
			"cv/sub/c.txt = c", "cv/sub/up.txt = a", out("cv/up")}},
		{"all are followed when that is asked for", Limits{FollowLinks: true}, []string{"cv"}, []string{
			"cv/a.txt = a", "cv/file.txt = b", "cv/gone: no such file: check the path", "cv/in.txt = c", "cv/near/d.txt = d", "cv/other/b.txt = b",
			"cv/sub/c.txt = c", "cv/sub/up.txt = a", "cv/up/cvother/d.txt = d", "cv/up/link/b.txt = b", "cv/up/other/b.txt = b"}},
		{"a pattern is held to its fixed part", Limits{}, []string{"cv/*.txt"}, []string{"cv/a.txt = a", out("cv/file.txt"), "cv/in.txt = c"}},
		{"a link that is named itself is followed", Limits{}, []string{"link", "cv/file.txt"}, []string{"link/b.txt = b", "cv/file.txt = b"}},
	} {
		if diff := cmp.Diff(tc.want, found(t.Context(), "", tc.limits, tc.args...)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tc.reason, diff)
		}
	}
}

func TestArchivesOfBombs(t *testing.T) {
	var encrypted bytes.Buffer
	w := zip.NewWriter(&encrypted)
	f, err := w.CreateRaw(&zip.FileHeader{Name: "locked.txt", Flags: 1, CompressedSize64: 20, UncompressedSize64: 8})
	if err == nil {
		_, err = io.WriteString(f, "twelve bytes+content")
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	tree(t, "ratio.zip", string(zipFile("first", "", "zeros.txt", strings.Repeat("0", 4<<20))),
		"sum.zip", string(zipFile("a.txt", strings.Repeat("a", 600), "b.txt", strings.Repeat("b", 600))),
		"locked.zip", encrypted.String())
	for _, tc := range []struct {
		reason, arg string
		limits      Limits
		want        []string
	}{
		{"the ratio of a bomb", "ratio.zip", Limits{}, []string{"ratio.zip/first = ", "ratio.zip/zeros.txt: expands to more than 200 times its size: unpack it first if you know where it is from"}},
		{"files that are large together", "sum.zip", Limits{ArchiveExpansion: 1000}, []string{"sum.zip/a.txt = aaaaaaaaaaaaaaaaaaaa", "sum.zip/b.txt: the archive expands to more than the limit of 1000 bytes: unpack it first"}},
		{"a file that is large alone", "sum.zip", Limits{Bytes: 500}, []string{"sum.zip/a.txt: larger than the limit of 500 bytes: split it into smaller files", "sum.zip/b.txt: larger than the limit of 500 bytes: split it into smaller files"}},
		{"an encrypted file", "locked.zip", Limits{}, []string{"locked.zip/locked.txt: is protected by a password: save a copy without the password"}},
	} {
		if diff := cmp.Diff(tc.want, found(t.Context(), "", tc.limits, tc.arg)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tc.reason, diff)
		}
	}
}

// TestFindIsLazy holds that a sequence reads nothing by itself and that it stops when it is told to.
func TestFindIsLazy(t *testing.T) {
	tree(t, "cv/a.txt", "a", "cv/b.txt", "b", "cv/c.txt", "c")
	var names []string
	for s, err := range Find(t.Context(), []string{"cv", Stdin}, untouched{t}, Limits{}) {
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, s.Name)
	}
	if want := 4; len(names) != want {
		t.Errorf("%q: %d names, want %d", names, len(names), want)
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	names = nil
	for s := range Find(ctx, []string{"cv"}, nil, Limits{}) {
		names = append(names, s.Name)
		cancel()
		if _, err := s.Read(ctx); err == nil || !strings.Contains(err.Error(), context.Canceled.Error()) {
			// The read may have been done before the cancellation was seen.
			if err != nil {
				t.Errorf("Read of a cancelled source: %v", err)
			}
		}
	}
	if len(names) != 1 {
		t.Errorf("a cancelled sequence gave %q", names)
	}
}

// untouched is a reader that fails the test that reads it.
type untouched struct{ t *testing.T }

func (r untouched) Read([]byte) (int, error) {
	r.t.Error("standard input was read without being asked for")
	return 0, fs.ErrClosed
}
