package index

import (
	"fmt"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/nocmatch/nocmatch"

// layers are the folders of the library in the direction of their imports: each may import the
// folders of those before it, and its own. What a folder holds that has no layer of its own belongs
// to the nearest one above it.
var layers = [][]string{
	{"profiles"},
	{"profiles/careerpage"},
	{"index"},
	{"match/internal/text", "match/internal/personal"},
	{"match/internal/lexicon"},
	{"match/internal/testset"},
	{"match/internal/read"},
	{"match/internal/signal"},
	{"match/internal/explain", "match/internal/bridge"},
	{"match/ablation"}, // which match asks what can be switched off
	{"match"},
	{"match/report", "match/posting"},
}

// testsOnly is the set-up that tests share: it may use the testing package, and nothing but tests may
// import it.
const testsOnly = "match/internal/testset"

// layerOf returns the layer of a folder; -1 where it belongs to none.
func layerOf(dir string) int {
	best, length := -1, 0
	for i, folders := range layers {
		for _, l := range folders {
			if under(dir, l) && len(l) > length {
				best, length = i, len(l)
			}
		}
	}
	return best
}

// TestImports enforces the direction of imports, and that the library packages depend on little.
func TestImports(t *testing.T) {
	root := ".."
	files := 0
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if base := d.Name(); d.IsDir() && (base == "testdata" || name != root && (base[0] == '.' || base[0] == '_')) {
			return filepath.SkipDir
		}
		if d.IsDir() || filepath.Ext(name) != ".go" {
			return nil
		}
		files++
		rel, err := filepath.Rel(root, name)
		if err != nil {
			return err
		}
		rel = filepath.ToSlash(rel)
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range f.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			if why := forbidden(rel, imported); why != "" {
				t.Errorf("%s imports %s: %s", rel, imported, why)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files < 20 {
		t.Errorf("only %d files found in the module", files)
	}
}

// forbidden says why a file, named from the root of the module, may not import a package; "" if it may.
func forbidden(file, imported string) string {
	dir := path.Dir(file)
	test := strings.HasSuffix(file, "_test.go") || dir == testsOnly
	if under(imported, module+"/examples") && !under(dir, "examples") {
		return "only examples import examples"
	}
	if imported == module+"/"+testsOnly && !test {
		return "only tests import the set-up of tests"
	}
	layer := layerOf(dir)
	if layer < 0 {
		return ""
	}
	if under(imported, module) {
		target := strings.TrimPrefix(imported, module+"/")
		other := layerOf(target)
		switch {
		case other >= 0 && other < layer:
			return ""
		case other == layer && (under(target, dir) || under(dir, target)):
			return ""
		case strings.HasSuffix(file, "_test.go") && target == dir:
			return "" // a test from outside of its package
		}
		return "imports go from the top layer down: " + fmt.Sprint(layers)
	}
	if first, _, _ := strings.Cut(imported, "/"); !strings.Contains(first, ".") {
		if !test && under(imported, "testing") {
			return "testing is for tests"
		}
		return ""
	}
	if test && under(imported, "github.com/google/go-cmp") {
		return ""
	}
	for _, allowed := range []string{"github.com/blevesearch", "github.com/kljensen/snowball", "golang.org/x"} {
		if under(imported, allowed) {
			return ""
		}
	}
	return "a library package imports the standard library, bleve, snowball and golang.org/x"
}

func under(imported, path string) bool {
	return imported == path || strings.HasPrefix(imported, path+"/")
}

// The rule itself, so that a mistake in it does not let everything through.
func TestForbidden(t *testing.T) {
	tests := []struct {
		reason, file, imported string
		want                   bool
	}{
		{"down", "match/matcher.go", module + "/index", false},
		{"further down", "match/matcher.go", module + "/profiles", false},
		{"a layer down", "match/internal/signal/run.go", module + "/match/internal/read", false},
		{"a layer up", "match/internal/read/reader.go", module + "/match/internal/signal", true},
		{"a layer up in a test", "match/internal/read/read_test.go", module + "/match/internal/signal", true},
		{"two of one layer", "match/report/report.go", module + "/match/posting", true},
		{"two of one layer below", "match/internal/text/text.go", module + "/match/internal/personal", true},
		{"the surface from within", "match/internal/explain/explain.go", module + "/match", true},
		{"the surface from beside", "match/posting/posting.go", module + "/match", false},
		{"what is beside from the surface", "match/matcher.go", module + "/match/report", true},
		{"a new package within takes the layer above it", "match/internal/new/new.go", module + "/match/internal/explain", false},
		{"the set-up of tests in a test", "match/internal/read/read_test.go", module + "/match/internal/testset", false},
		{"the set-up of tests elsewhere", "match/internal/read/read.go", module + "/match/internal/testset", true},
		{"the set-up of tests is a layer too", "match/internal/text/text_test.go", module + "/match/internal/testset", true},
		{"a test from outside of its package", "match/example_test.go", module + "/match", false},
		{"a reader of pages by what it reads into", "profiles/load.go", module + "/profiles/careerpage", true},
		{"up", "index/index.go", module + "/match", true},
		{"up from the lowest", "profiles/profile.go", module + "/index", true},
		{"up in a test", "profiles/profile_test.go", module + "/match", true},
		{"up from a package within", "profiles/internal/x/x.go", module + "/index", true},
		{"a name that begins alike", "index/index.go", module + "/profilesx", true},
		{"examples by a library", "match/match_test.go", module + "/examples/internal/corpus", true},
		{"examples by examples", "examples/nocmatch/main.go", module + "/examples/internal/corpus", false},
		{"a library by examples", "examples/nocmatch/main.go", module + "/match", false},
		{"what a command line needs", "examples/nocmatch/main.go", "github.com/spf13/cobra", false},
		{"the same in a library", "match/match.go", "github.com/spf13/cobra", true},
		{"the standard library", "match/match.go", "encoding/json", false},
		{"testing outside tests", "match/match.go", "testing", true},
		{"testing in the set-up of tests", "match/internal/testset/testset.go", "testing", false},
		{"testing in tests", "match/match_test.go", "testing/quick", false},
		{"go-cmp in tests", "index/index_test.go", "github.com/google/go-cmp/cmp", false},
		{"go-cmp outside tests", "index/index.go", "github.com/google/go-cmp/cmp", true},
		{"bleve", "index/index.go", "github.com/blevesearch/bleve/v2/mapping", false},
		{"snowball", "index/index.go", "github.com/kljensen/snowball/english", false},
		{"golang.org/x", "profiles/noc.go", "golang.org/x/text/encoding", false},
	}
	for _, tt := range tests {
		if why := forbidden(tt.file, tt.imported); (why != "") != tt.want {
			t.Errorf("%s: %s imports %s: %q", tt.reason, tt.file, tt.imported, why)
		}
	}
}
