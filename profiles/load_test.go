package profiles

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLoad(t *testing.T) {
	const a, b = `{"code":"a","title":"A"}`, `{"code":"b","title":"B"}`
	const elements, structure = "level,code,element type label english,element description english\n5,1,all examples,Coder\n", "level,code,class title,class definition\n5,1,Coders,Lead\n"
	type files map[string]string
	for _, tc := range []struct {
		reason string
		files  files
		path   string   // in the folder; empty for the folder itself
		want   []string // codes
		errs   []string // parts of the error
	}{
		{"a file of lines", files{"p.jsonl": a + "\n" + b}, "p.jsonl", []string{"a", "b"}, nil},
		{"its other name, whatever the case", files{"p.NDJSON": a}, "p.NDJSON", []string{"a"}, nil},
		{"a file of one object", files{"p.json": "{\n\"code\":\"a\",\"title\":\"A\"}"}, "p.json", []string{"a"}, nil},
		{"a folder of JSON files, by name; others are passed over", files{"2.json": a, "10.json": b, "notes.txt": "x"}, "", []string{"b", "a"}, nil},
		{"a folder with the official files, whatever the case of their names", files{"NOC_Elements.CSV": elements, "noc-Structure-v1.csv": structure}, "", []string{"00001"}, nil},
		{"the official files come before JSON", files{"x_elements.csv": elements, "x_structure.csv": structure, "p.json": a}, "", []string{"00001"}, nil},

		{"no such path", nil, "none", nil, []string{"none"}},
		{"a file of another kind", files{"resume.pdf": "%PDF"}, "resume.pdf", nil, []string{"resume.pdf", "want a file that ends in .jsonl", "folder"}},
		{"one of the official files by itself", files{"elements.csv": elements}, "elements.csv", nil, []string{"elements.csv", "the folder that holds"}},
		{"an empty folder", nil, "", nil, []string{"found neither *elements*.csv and *structure*.csv nor *.json"}},
		{"an empty file", files{"p.jsonl": "\n"}, "p.jsonl", nil, []string{"p.jsonl: holds no profiles"}},
		{"one official file is missing", files{"x_elements.csv": elements}, "", nil, []string{"no file *structure*.csv"}},
		{"two editions in a folder", files{"x_elements.csv": elements, "y_elements.csv": elements, "x_structure.csv": structure}, "", nil,
			[]string{"several files *elements*.csv", `"x_elements.csv" "y_elements.csv"`, "leave one"}},
		{"errors name the official file", files{"x_elements.csv": elements + "5,2,a,b\n", "x_structure.csv": structure}, "", []string{"00001"}, []string{"x_elements.csv:3:3: no unit group 00002"}},
		{"errors name the JSON file, and the good files stay", files{"1.json": "{oops", "2.json": a}, "", []string{"a"}, []string{"1.json:1:2"}},
		{"a code in two files: the first stays", files{"1.json": a, "2.json": a}, "", []string{"a"}, []string{"2.json: profile a: code: given before in ", "1.json"}},
	} {
		dir := t.TempDir()
		for name, text := range tc.files {
			if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		ps, err := Load(t.Context(), filepath.Join(dir, tc.path))
		var got []string
		for _, p := range ps {
			got = append(got, p.Code)
		}
		if diff := cmp.Diff(tc.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tc.reason, diff)
		}
		if (err != nil) != (tc.errs != nil) {
			t.Errorf("%s: error %v", tc.reason, err)
		}
		for _, want := range tc.errs {
			if err == nil || !strings.Contains(err.Error(), want) {
				t.Errorf("%s: error %v does not say %q", tc.reason, err, want)
			}
		}
	}
}

func TestReadNOCDirMissing(t *testing.T) {
	if _, err := ReadNOCDir(filepath.Join(t.TempDir(), "none")); err == nil || !strings.Contains(err.Error(), "none") {
		t.Errorf("error %v, want one that names the folder", err)
	}
	_, err := ReadNOCDir(t.TempDir())
	for _, want := range []string{elementsPattern, structurePattern, "put both official files"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v does not say %q", err, want)
		}
	}
}
