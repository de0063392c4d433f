package index

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"log"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/nocmatch/nocmatch/profiles"
)

// storeSearches are words that find whole words, begun ones, ones with a typo, codes, and nothing.
var storeSearches = []string{
	"coder", "health records", "cancer regstry", "abstrac", "12111", "121", "12", "1", "nurse manager", "manager", "discharge abstracts",
	"release of information", "pharmacist", "pharmacy", "records clerk", "ICD-10-CA", "DAD", "privacy", "welder", "medical secretary",
	"classification of diseases", "data entry", "statistics", "software developer", "hospital", "library", "the of", "", "qqqzzx", "chirurgien",
}

// save writes an index of profiles into a new folder.
func save(t testing.TB, ps []profiles.Profile) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "saved")
	if err := Create(context.Background(), dir, ps); err != nil {
		t.Fatal(err)
	}
	return dir
}

// open opens a saved index and closes it when the test ends.
func open(t testing.TB, dir string) *Index {
	t.Helper()
	x, err := Open(context.Background(), dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := x.Close(); err != nil {
			t.Error(err)
		}
	})
	return x
}

// difference tells in what an index differs from the one that is wanted; "" if in nothing.
func difference(t testing.TB, want, got *Index) string {
	t.Helper()
	if diff := cmp.Diff(want.Profiles(), got.Profiles(), cmpopts.EquateEmpty()); diff != "" {
		return "profiles (-want +got):\n" + diff
	}
	if !reflect.DeepEqual(want.Postings(), got.Postings()) {
		return "postings (-want +got):\n" + cmp.Diff(want.Postings(), got.Postings())
	}
	if !reflect.DeepEqual(want.analyzer.ids, got.analyzer.ids) {
		return "the IDs of terms"
	}
	for _, words := range storeSearches {
		if diff := cmp.Diff(search(t, want, words, 20), search(t, got, words, 20)); diff != "" {
			return "the search for " + words + " (-want +got):\n" + diff
		}
	}
	return ""
}

// quiet keeps what Bleve logs of files that are gone out of the output of a test.
func quiet(t testing.TB) {
	w := log.Writer()
	log.SetOutput(io.Discard)
	t.Cleanup(func() { log.SetOutput(w) })
}

// few are enough profiles for every field, and so few that an index of them is opened in a millisecond.
func few() []profiles.Profile {
	var ps []profiles.Profile
	for _, p := range profiles.All() {
		if strings.HasPrefix(p.Code, "1211") {
			ps = append(ps, p)
		}
	}
	return append(ps, profiles.Profile{Code: "X/é", Title: "Ghosts", Titles: []string{}, Exclusions: []profiles.Exclusion{{Title: "Coders", See: "12111"}}})
}

func TestOpenEqualsBuild(t *testing.T) {
	for _, c := range corpora {
		t.Run(c.name, func(t *testing.T) {
			want := c.index(t)
			got := open(t, save(t, shuffled(want.Profiles())))
			if diff := difference(t, want, got); diff != "" {
				t.Errorf("a saved index differs in %s", diff)
			}
			for name, text := range sampleTexts(t) {
				if diff := cmp.Diff(want.Analyze(nil, text), got.Analyze(nil, text)); diff != "" {
					t.Errorf("tokens of %s (-want +got):\n%s", name, diff)
				}
			}
		})
	}
}

func TestCreateErrors(t *testing.T) {
	dir := t.TempDir()
	write := func(name string) string {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("kept"), 0o666); err != nil {
			t.Fatal(err)
		}
		return path
	}
	file := write("file")
	foreign := filepath.Dir(write("foreign/elements.csv"))
	inData := filepath.Dir(write("named/" + manifestName + "/file"))
	nearly := filepath.Dir(filepath.Dir(write("nearly/" + dataPrefix + "2021/file")))
	dangling := filepath.Join(dir, "dangling")
	if err := os.Symlink("nowhere", dangling); err != nil {
		t.Fatal(err)
	}
	before := snapshot(t, dir)
	for _, tt := range []struct {
		reason, dir string
		ps          []profiles.Profile
		is          error // nil where there is none
		want        string
	}{
		{"no profiles", filepath.Join(dir, "new"), nil, nil, "no profiles"},
		{"the same code twice", filepath.Join(dir, "new"), []profiles.Profile{titled("1", "A"), titled("1", "B")}, nil, "code 1 is given to"},
		{"a profile that could not be read back", filepath.Join(dir, "new"), []profiles.Profile{titled("1 2", "A")}, nil, "white space"},
		{"no text", filepath.Join(dir, "new"), []profiles.Profile{titled("1", "\xff")}, nil, "not valid UTF-8"},
		{"a folder that is nowhere", filepath.Join(dir, "none", "new"), few(), fs.ErrNotExist, "none"},
		{"no name", "", few(), fs.ErrNotExist, ""},
		{"a file", file, few(), ErrNotIndex, "left alone"},
		{"a folder with other files", foreign, few(), ErrNotIndex, "left alone"},
		{"a folder that has the name of the manifest", filepath.Dir(inData), few(), ErrNotIndex, "left alone"},
		{"a folder with nothing but a folder that is nearly named as ours are", nearly, few(), ErrNotIndex, "left alone"},
		{"a link to nowhere", dangling, few(), fs.ErrNotExist, "dangling"},
	} {
		err := Create(context.Background(), tt.dir, tt.ps)
		if err == nil || tt.is != nil && !errors.Is(err, tt.is) || !strings.HasPrefix(err.Error(), "index: ") || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("Create error = %v, want %v with %q (%s)", err, tt.is, tt.want, tt.reason)
		}
	}
	if diff := cmp.Diff(before, snapshot(t, dir)); diff != "" {
		t.Errorf("what Create did not write was changed (-before +after):\n%s", diff)
	}
}

// snapshot gives the content, and for folders nothing, of all that is below a folder.
func snapshot(t testing.TB, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		var content []byte
		if d.Type().IsRegular() {
			content, err = os.ReadFile(path)
		}
		all[path] = info.Mode().String() + " " + info.ModTime().Format(time.RFC3339Nano) + " " + string(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// Whatever is in the folder of an index is replaced if it is the index, and left if it is not.
func TestCreateReplaces(t *testing.T) {
	old, young := dataPrefix+"0123456789abcdef", dataPrefix+"fedcba9876543210"
	for _, tt := range []struct {
		reason  string
		prepare func(t *testing.T, dir string)
		left    []string // beside the index
	}{
		{"no folder", func(t *testing.T, dir string) {}, nil},
		{"an empty folder", func(t *testing.T, dir string) { mkdir(t, dir) }, nil},
		{"an index", func(t *testing.T, dir string) { create(t, dir) }, nil},
		{"an index with a note beside it", func(t *testing.T, dir string) { create(t, dir); put(t, filepath.Join(dir, "note.txt"), "") }, []string{"note.txt"}},
		{"an unfinished index", func(t *testing.T, dir string) { mkdir(t, dir); mkdir(t, filepath.Join(dir, young)) }, []string{young}},
		{"an index and what was left behind long ago", func(t *testing.T, dir string) {
			create(t, dir)
			mkdir(t, filepath.Join(dir, old))
			put(t, filepath.Join(dir, old, profilesName), "")
			past := time.Now().Add(-2 * staleAfter)
			if err := os.Chtimes(filepath.Join(dir, old), past, past); err != nil {
				t.Fatal(err)
			}
			mkdir(t, filepath.Join(dir, young))
		}, []string{young}},
		{"a damaged manifest", func(t *testing.T, dir string) {
			mkdir(t, dir)
			put(t, filepath.Join(dir, manifestName), "{")
		}, nil},
		{"another analysis", func(t *testing.T, dir string) {
			create(t, dir)
			reseal(t, dir, func(m map[string]any) { m["analysis"] = "another" })
		}, nil},
		{"a folder behind a link", func(t *testing.T, dir string) {
			mkdir(t, dir+"-real")
			if err := os.Symlink(dir+"-real", dir); err != nil {
				t.Fatal(err)
			}
		}, nil},
	} {
		t.Run(tt.reason, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "saved")
			tt.prepare(t, dir)
			want := []profiles.Profile{titled("1", "Ghosts")}
			if err := Create(context.Background(), dir, want); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, open(t, dir).Profiles()); diff != "" {
				t.Errorf("profiles mismatch (-want +got):\n%s", diff)
			}
			m, err := readManifest(dir)
			if err != nil {
				t.Fatal(err)
			}
			var left []string
			for name := range names(t, dir) {
				if name != m.Folder && name != manifestName {
					left = append(left, name)
				}
			}
			if diff := cmp.Diff(tt.left, left); diff != "" {
				t.Errorf("left in the folder (-want +got):\n%s", diff)
			}
		})
	}
}

func mkdir(t testing.TB, name string) {
	t.Helper()
	if err := os.Mkdir(name, 0o777); err != nil {
		t.Fatal(err)
	}
}

func put(t testing.TB, name, content string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(content), 0o666); err != nil {
		t.Fatal(err)
	}
}

func create(t testing.TB, dir string) {
	t.Helper()
	if err := Create(context.Background(), dir, few()); err != nil {
		t.Fatal(err)
	}
}

func names(t testing.TB, dir string) map[string]bool {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	set := map[string]bool{}
	for _, e := range entries {
		set[e.Name()] = true
	}
	return set
}

// reseal changes a manifest and gives it the checksum that it then has.
func reseal(t testing.TB, dir string, change func(map[string]any)) {
	t.Helper()
	name := filepath.Join(dir, manifestName)
	line, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var s sealed
	var m map[string]any
	if err := errors.Join(json.Unmarshal(line, &s), json.Unmarshal(s.Manifest, &m)); err != nil {
		t.Fatal(err)
	}
	change(m)
	if s.Manifest, err = json.Marshal(m); err != nil {
		t.Fatal(err)
	}
	s.SHA256 = checksum(s.Manifest)
	if line, err = json.Marshal(s); err != nil {
		t.Fatal(err)
	}
	put(t, name, string(line))
}

func TestOpenErrors(t *testing.T) {
	saved := save(t, few())
	m, err := readManifest(saved)
	if err != nil {
		t.Fatal(err)
	}
	data := m.Folder
	for _, tt := range []struct {
		reason string
		change func(t *testing.T, dir string)
		is     error
		want   string
	}{
		{"nothing there", func(t *testing.T, dir string) { remove(t, dir) }, fs.ErrNotExist, ""},
		{"a file", func(t *testing.T, dir string) { remove(t, dir); put(t, dir, "x") }, ErrNotIndex, "no file nocmatch-index.json: name the folder that"},
		{"an empty folder", func(t *testing.T, dir string) { remove(t, dir); mkdir(t, dir) }, ErrNotIndex, "no file nocmatch-index.json: name the folder that"},
		{"a folder of something else", func(t *testing.T, dir string) {
			remove(t, dir)
			mkdir(t, dir)
			put(t, filepath.Join(dir, "x.csv"), "x")
		}, ErrNotIndex, "name the folder that"},
		{"never finished", func(t *testing.T, dir string) { remove(t, dir, manifestName) }, ErrDamaged, "never finished"},
		{"never finished, and a file that is not ours", func(t *testing.T, dir string) { remove(t, dir, manifestName); put(t, filepath.Join(dir, "x"), "x") }, ErrNotIndex, "no file"},
		{"a newer form", func(t *testing.T, dir string) {
			reseal(t, dir, func(m map[string]any) { clear(m); m["version"] = 2; m["files"] = "elsewhere" })
		}, ErrNewer, "version 2, and this program knows none after 1: use a newer one, or build it again"},
		{"a form that never was", func(t *testing.T, dir string) { reseal(t, dir, func(m map[string]any) { m["version"] = 0 }) }, ErrDamaged, "never written there"},
		{"another analysis", func(t *testing.T, dir string) {
			reseal(t, dir, func(m map[string]any) { m["analysis"] = "nocmatch_v0-1" })
		}, ErrAnalysis,
			"with nocmatch_v0-1, and this program has nocmatch_v1-"},
		{"an empty manifest", func(t *testing.T, dir string) { put(t, filepath.Join(dir, manifestName), "") }, ErrDamaged, "is cut or changed"},
		{"a manifest of something else", func(t *testing.T, dir string) { put(t, filepath.Join(dir, manifestName), "{}") }, ErrDamaged, "its checksum is another"},
		{"a manifest without end", func(t *testing.T, dir string) {
			put(t, filepath.Join(dir, manifestName), strings.Repeat("[", maxManifest+1))
		}, ErrDamaged, "is cut"},
		{"a data folder elsewhere", func(t *testing.T, dir string) {
			reseal(t, dir, func(m map[string]any) { m["folder"] = "../saved/" + data })
		}, ErrDamaged, "never written there"},
		{"a file elsewhere", func(t *testing.T, dir string) {
			put(t, filepath.Join(dir, "x"), "x")
			reseal(t, dir, func(m map[string]any) {
				m["files"] = append(m["files"].([]any), file{"../x", 1, checksum([]byte("x"))})
			})
		}, ErrDamaged, "../x is missing"},
		{"a file that is not there", func(t *testing.T, dir string) { remove(t, dir, data, profilesName) }, ErrDamaged, "profiles.jsonl is missing"},
		{"no files", func(t *testing.T, dir string) { remove(t, dir, data) }, ErrDamaged, "data are gone"},
		{"a file in place of the data folder", func(t *testing.T, dir string) { remove(t, dir, data); put(t, filepath.Join(dir, data), "x") }, ErrDamaged, ""},
		{"a link in place of the data folder, though to the right one", func(t *testing.T, dir string) {
			remove(t, dir, data)
			link(t, filepath.Join(saved, data), filepath.Join(dir, data))
		}, ErrDamaged, "neither a file nor a folder"},
		{"a link in place of a file, though to the right one", func(t *testing.T, dir string) {
			remove(t, dir, data, profilesName)
			link(t, filepath.Join(saved, data, profilesName), filepath.Join(dir, data, profilesName))
		}, ErrDamaged, "profiles.jsonl is neither a file nor a folder"},
		{"a link in place of a folder, though to the right one", func(t *testing.T, dir string) {
			remove(t, dir, data, bleveName)
			link(t, filepath.Join(saved, data, bleveName), filepath.Join(dir, data, bleveName))
		}, ErrDamaged, "bleve is neither a file nor a folder"},
		{"a link in place of the manifest", func(t *testing.T, dir string) {
			remove(t, dir, manifestName)
			link(t, filepath.Join(saved, manifestName), filepath.Join(dir, manifestName))
		}, ErrNotIndex, ""},
		{"what Bleve would take up", func(t *testing.T, dir string) {
			put(t, filepath.Join(dir, data, bleveName, "index_meta.json_temp"), "{}")
		}, ErrDamaged,
			"bleve/index_meta.json_temp does not belong to it"},
		{"one byte more", func(t *testing.T, dir string) {
			name := filepath.Join(dir, data, bleveName, "index_meta.json")
			b, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			put(t, name, string(b)+" ")
		}, ErrDamaged, "bleve/index_meta.json has 43 bytes, not 42"},
		{"as many bytes, but others", func(t *testing.T, dir string) {
			name := filepath.Join(dir, data, profilesName)
			b, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			put(t, name, strings.Replace(string(b), "Ghosts", "Guests", 1))
		}, ErrDamaged, "profiles.jsonl is changed"},
	} {
		t.Run(tt.reason, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "saved")
			if err := os.CopyFS(dir, os.DirFS(saved)); err != nil {
				t.Fatal(err)
			}
			tt.change(t, dir)
			x, err := Open(context.Background(), dir)
			if x != nil || !errors.Is(err, tt.is) || !strings.HasPrefix(err.Error(), "index: ") || !strings.Contains(err.Error(), dir) || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("Open = %v, %v, want %v with the folder and %q", x, err, tt.is, tt.want)
			}
			if err != nil && tt.is != fs.ErrNotExist && !strings.Contains(err.Error(), `"nocmatch index"`) {
				t.Errorf("Open error = %v, want the remedy", err)
			}
		})
	}
}

func remove(t testing.TB, path ...string) {
	t.Helper()
	if err := os.RemoveAll(filepath.Join(path...)); err != nil {
		t.Fatal(err)
	}
}

func link(t testing.TB, target, name string) {
	t.Helper()
	if err := os.Symlink(target, name); err != nil {
		t.Fatal(err)
	}
}

// Files may be removed after they were verified, when the index is replaced. Without its documents Bleve opens an index of none.
func TestLoadWithoutFiles(t *testing.T) {
	quiet(t)
	saved := save(t, few())
	paths, _ := contentsOf(t, saved)
	for _, path := range paths {
		name, err := filepath.Rel(saved, path)
		if err != nil {
			t.Fatal(err)
		}
		if name == manifestName {
			continue
		}
		dir := filepath.Join(t.TempDir(), "saved")
		if err := os.CopyFS(dir, os.DirFS(saved)); err != nil {
			t.Fatal(err)
		}
		m, err := readManifest(dir)
		if err != nil {
			t.Fatal(err)
		}
		remove(t, dir, name)
		if x, err := m.load(context.Background(), dir); x != nil || err == nil {
			t.Errorf("without %s load = %v, %v, want an error", name, x, err)
		}
	}
}

// An index is found under another name too, and files beside it don't matter.
func TestOpenElsewhere(t *testing.T) {
	saved := save(t, few())
	want := build(t, few())
	moved := filepath.Join(t.TempDir(), "moved")
	if err := os.Rename(saved, moved); err != nil {
		t.Fatal(err)
	}
	put(t, filepath.Join(moved, "note.txt"), "x")
	link(t, moved, saved)
	t.Chdir(filepath.Dir(moved))
	for _, dir := range []string{moved, saved, "moved", "./moved/"} {
		if diff := difference(t, want, open(t, dir)); diff != "" {
			t.Errorf("an index opened as %s differs in %s", dir, diff)
		}
	}
}

// To read an index leaves no trace in its folder, so that one that cannot be written to will do.
func TestOpenWritesNothing(t *testing.T) {
	dir := save(t, few())
	want := build(t, few())
	var folders []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			folders = append(folders, path)
			return nil
		}
		return os.Chmod(path, 0o444)
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range folders {
		if err := os.Chmod(path, 0o555); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { os.Chmod(path, 0o777) }) // so that it can be removed
	}
	before := snapshot(t, dir)
	for range 2 {
		x, err := Open(context.Background(), dir)
		if err != nil {
			t.Fatal(err)
		}
		if diff := difference(t, want, x); diff != "" {
			t.Errorf("an index that cannot be written to differs in %s", diff)
		}
		if err := x.Close(); err != nil {
			t.Error(err)
		}
	}
	if diff := cmp.Diff(before, snapshot(t, dir)); diff != "" {
		t.Errorf("opening changes the folder (-before +after):\n%s", diff)
	}
}

// All files of an index can be read by whoever can read the user's other files.
func TestCreatePermissions(t *testing.T) {
	dir := save(t, few())
	probe := filepath.Join(t.TempDir(), "probe")
	put(t, probe, "")
	mkdir(t, probe+"s")
	mode := func(path string) fs.FileMode {
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		return info.Mode().Perm()
	}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		want := mode(probe)
		if d.IsDir() {
			want = mode(probe + "s")
		}
		if got := mode(path); got != want {
			t.Errorf("%s has the permissions %s, want %s", path, got, want)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestOpenedTwiceClosedTwice(t *testing.T) {
	dir := save(t, few())
	x, other := open(t, dir), open(t, dir)
	for range 2 {
		if err := x.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if hits, err := x.Search(t.Context(), "coder", 5); err == nil || hits != nil {
		t.Errorf("Search after Close = %v, %v, want an error", hits, err)
	}
	if diff := difference(t, build(t, few()), other); diff != "" {
		t.Errorf("after another was closed, an index differs in %s", diff)
	}
}

func TestOpenConcurrently(t *testing.T) {
	dir := save(t, few())
	want := build(t, few())
	var wg sync.WaitGroup
	for range 6 {
		wg.Go(func() {
			for range 3 {
				x, err := Open(context.Background(), dir)
				if err != nil {
					t.Error(err)
					return
				}
				if diff := difference(t, want, x); diff != "" {
					t.Errorf("one of several indexes differs in %s", diff)
				}
				if err := x.Close(); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
}

// While an index is replaced, again and again, readers find one or the other, and those that have one open keep it.
func TestReplaceWhileReading(t *testing.T) {
	quiet(t)
	versions := [][]profiles.Profile{few(), {titled("1", "Ghosts"), titled("2", "Clerks")}}
	want := []*Index{build(t, versions[0]), build(t, versions[1])}
	dir := save(t, versions[0])
	done := make(chan struct{})
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() {
			for {
				select {
				case <-done:
					return
				default:
				}
				x, err := Open(context.Background(), dir)
				if err != nil {
					t.Errorf("while the index is replaced: %v", err)
					return
				}
				version := want[0]
				if len(x.Profiles()) == len(versions[1]) {
					version = want[1]
				}
				time.Sleep(time.Millisecond)
				if diff := difference(t, version, x); diff != "" {
					t.Errorf("an index that is being replaced differs in %s", diff)
				}
				x.Close()
			}
		})
	}
	for i := range 8 {
		if err := Create(context.Background(), dir, versions[(i+1)%2]); err != nil {
			t.Error(err)
		}
	}
	close(done)
	wg.Wait()
	if got := names(t, dir); len(got) != 2 {
		t.Errorf("left in the folder: %v, want a manifest and its data", got)
	}
}

// Several that write to one folder: in the end it holds what one of them wrote.
func TestCreateConcurrently(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "saved")
	var wg sync.WaitGroup
	for i := range 4 {
		wg.Go(func() {
			for range 3 {
				if err := Create(context.Background(), dir, []profiles.Profile{titled("1", "Ghosts"), titled(string(rune('a'+i)), "Clerks")}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	if got := open(t, dir).Profiles(); len(got) != 2 || got[0].Title != "Ghosts" {
		t.Errorf("profiles = %v, want those of one writer", got)
	}
}
