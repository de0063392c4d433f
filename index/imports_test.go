package index

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/nocmatch/nocmatch"

// libraries are the packages that others import, in the direction of their imports: each may import those before it.
var libraries = []string{"profiles", "index", "match"}

// TestImports enforces the direction of imports, and that the library packages depend on little.
func TestImports(t *testing.T) {
	root := ".."
	files := 0
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if name := d.Name(); d.IsDir() && (name == "testdata" || path != root && (name[0] == '.' || name[0] == '_')) {
			return filepath.SkipDir
		}
		if d.IsDir() || filepath.Ext(path) != ".go" {
			return nil
		}
		files++
		rel, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		rel = filepath.ToSlash(rel)
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
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
	dir, _, _ := strings.Cut(file, "/")
	test := strings.HasSuffix(file, "_test.go")
	if under(imported, module+"/examples") && dir != "examples" {
		return "only examples import examples"
	}
	library := -1
	for i, l := range libraries {
		if dir == l {
			library = i
		}
	}
	if library < 0 {
		return ""
	}
	if under(imported, module) {
		for _, l := range libraries[:library+1] {
			if under(imported, module+"/"+l) {
				return ""
			}
		}
		return "imports go profiles <- index <- match"
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
		{"down", "match/score.go", module + "/index", false},
		{"further down", "match/score.go", module + "/profiles", false},
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
