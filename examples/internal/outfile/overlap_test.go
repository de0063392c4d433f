package outfile

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestOverlap(t *testing.T) {
	t.Chdir(t.TempDir())
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range []string{
		"a.txt", "b.txt", "noc/NOC-Elements.csv", "noc/structure.csv", "noc/results.csv", "json/one.jsonl", "saved/nocmatch-index.json",
		"saved/store/0001.zap", "elsewhere/two.jsonl", "elsewhere/elements.csv",
	} {
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for link, target := range map[string]string{
		"link.txt": "a.txt", "json/two.jsonl": "../elsewhere/two.jsonl", "linked": "json", "noc/structure-2.csv": "../b.txt", "gone.txt": "none.txt",
	} {
		if err := os.Symlink(filepath.FromSlash(target), link); err != nil {
			t.Skip("no symbolic links here: ", err)
		}
	}
	if err := os.Link("a.txt", "hard.txt"); err != nil {
		t.Skip("no hard links here: ", err)
	}
	for _, tt := range []struct {
		reason  string
		outputs string // flag=path, separated by blanks
		inputs  string // flag=path or path
		want    string // of the error; empty for none
	}{
		{"nothing is written", "--out=", "a.txt --profiles=", ""},
		{"an input that was not given is not the folder that we are in", "--out=a.txt", "--profiles=", ""},
		{"different files", "--out=b.txt", "a.txt", ""},
		{"the same path", "--out=a.txt", "b.txt a.txt", "--out a.txt would replace an input, a.txt: name another file"},
		{"the same path, of a flag", "--run=a.txt", "--queries=a.txt", "--run a.txt would replace an input, --queries a.txt: name another file"},
		{"another way to write it", "--out=json/../a.txt", "a.txt", "would replace an input, a.txt"},
		{"an absolute path", "--out=" + filepath.Join(here, "a.txt"), "a.txt", "would replace an input, a.txt"},
		{"the output is a link to an input", "--out=link.txt", "a.txt", "--out link.txt would replace an input, a.txt"},
		{"an input is a link to the output", "--out=a.txt", "link.txt", "--out a.txt would replace an input, link.txt"},
		{"two names of one file", "--out=hard.txt", "a.txt", "would replace an input"},
		{"a file that is not there yet: what was said is a mistake all the same", "--out=new.txt", "./new.txt", "would replace an input"},
		{"an official file of a folder, whatever its case", "--out=noc/NOC-Elements.csv", "--profiles=noc", "would replace an input, " + filepath.Join("noc", "NOC-Elements.csv") + " of --profiles noc"},
		{"a link in a folder to the output", "--out=b.txt", "--profiles=noc", "structure-2.csv of --profiles noc"},
		{"a file beside the official ones is not read: results may be written there twice", "--out=noc/results.csv", "--profiles=noc", ""},
		{"a new file in a folder replaces nothing", "--out=json/new.csv", "--profiles=json", ""},
		{"one of the JSON files of a folder", "--out=json/one.jsonl", "--profiles=json", "one.jsonl of --profiles json"},
		{"the target of one that is a link", "--out=elsewhere/two.jsonl", "--profiles=json", "two.jsonl of --profiles json"},
		{"a folder that is a link", "--out=json/one.jsonl", "--profiles=linked", "would replace an input"},
		{"a file deep in a saved index", "--out=saved/store/0001.zap", "--profiles=./saved", "of --profiles ./saved"},
		{"a file of another folder", "--out=elsewhere/elements.csv", "--profiles=noc", ""},
		{"two outputs", "--run=x --results=x", "a.txt", "--run x and --results x are the same file: name two"},
		{"two outputs that are there", "--run=b.txt --results=./b.txt", "a.txt", "the same file"},
		{"two outputs by a link", "--run=link.txt --results=a.txt", "b.txt", "the same file"},
		{"two outputs in a folder by two paths", "--run=linked/x --results=json/x", "b.txt", "the same file"},
		{"the first and the last of three", "--run=x --qrels=y --results=x", "a.txt", "--run x and --results x"},
		{"a link to nowhere is replaced itself", "--run=gone.txt --results=none.txt", "a.txt", ""},
		{"the same name in two folders", "--run=json/x --results=noc/x", "a.txt", ""},
		{"a folder that is not there: opening the file will say so", "--run=none/x --results=none/y", "none/z", ""},
		{"outputs that were not asked for", "--run= --results=", "a.txt", ""},
		{"a device takes all that is written to it", "--run=" + os.DevNull + " --results=" + os.DevNull, os.DevNull, ""},
	} {
		err := Overlap(parse(tt.outputs), parse(tt.inputs))
		if (err == nil) != (tt.want == "") || err != nil && !strings.Contains(err.Error(), tt.want) {
			t.Errorf("Overlap(%q, %q) = %v, want %q (%s)", tt.outputs, tt.inputs, err, tt.want, tt.reason)
		}
	}
}

func parse(list string) []Named {
	var out []Named
	for _, s := range strings.Fields(list) {
		flag, path, ok := strings.Cut(s, "=")
		if !ok {
			flag, path = "", s
		}
		out = append(out, Named{flag, path})
	}
	return out
}
