package main

import (
	"encoding/csv"
	"strings"
	"testing"
)

func TestCell(t *testing.T) {
	for _, tt := range []struct{ reason, in, want string }{
		{"a formula", "=HYPERLINK(\"x\")", "'=HYPERLINK(\"x\")"},
		{"a formula by its sign", "+1", "'+1"},
		{"a formula by its sign", "-1", "'-1"},
		{"a formula of old", "@SUM(1)", "'@SUM(1)"},
		{"a tab that hides one", "\t=1", "'\t=1"},
		{"a line end that hides one", "\r=1", "'\r=1"},
		{"a line end", "\ntext", "'\ntext"},
		{"blanks that hide one", "  =1", "'  =1"},
		{"a fixed space that hides one", "\u00a0-1", "'\u00a0-1"},
		{"a byte-order mark that hides one", "\ufeff=1", "'\ufeff=1"},
		{"a mark of width nothing and a blank that hide one", "\u200b @SUM(1)", "'\u200b @SUM(1)"},
		{"a wide sign, which some programs take for the narrow one", "＝1", "'＝1"},
		{"a sign further in", "a =1", "a =1"},
		{"blanks", "  ", "  "},
		{"text", "a=b", "a=b"},
		{"nothing", "", ""},
		{"a letter of several bytes", "é", "é"},
	} {
		if got := cell(tt.in); got != tt.want {
			t.Errorf("cell(%q) = %q, want %q (%s)", tt.in, got, tt.want, tt.reason)
		}
	}
}

func TestCSVOfFormulas(t *testing.T) {
	_, stdout, _ := invoke(t, "=cmd clerk, \"quoted\"", "match", "--format", "csv", "-")
	rows, err := csv.NewReader(strings.NewReader(stdout)).ReadAll()
	if err != nil || len(rows) != 3 || rows[1][0] != "'-" {
		t.Errorf("rows %q (%v), want a header and two matches of '-", rows, err)
	}
}

// Names of files and words of documents go through the same cells in every table.
func TestRankingOfFormulas(t *testing.T) {
	_, stdout, _ := invoke(t, "Codes charts", "rank", "--format", "csv", "--code", "12111", "-")
	rows, err := csv.NewReader(strings.NewReader(stdout)).ReadAll()
	if err != nil || len(rows) != 2 || rows[1][1] != "'-" {
		t.Errorf("rows %q (%v), want a header and a candidate named '-", rows, err)
	}
}

func TestBOM(t *testing.T) {
	for _, command := range []string{"match", "rank --code 12111"} {
		args := append(strings.Fields(command), "--format", "csv", "testdata/posting.txt")
		_, plain, _ := invoke(t, "", args...)
		status, marked, _ := invoke(t, "", append(args, "--bom")...)
		if status != exitDone || marked != "\ufeff"+plain || strings.HasPrefix(plain, "\ufeff") {
			t.Errorf("%s --bom wrote %q, want a mark and %q", command, marked, plain)
		}
	}
}
