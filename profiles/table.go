package profiles

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"unicode"

	"github.com/nocmatch/nocmatch/profiles/internal/input"
)

// A column is one that a table must have. Its match says whether a header, in lower case with single spaces for all but letters and
// digits, names it; name is what errors call it.
type column struct {
	name  string
	match func(header string) bool
}

func named(name string) column {
	return column{name, func(header string) bool { return header == strings.ToLower(name) }}
}

// A table holds the cells of the wanted columns of a CSV file.
type table struct {
	file    string
	headers []string // as they stand in the file
	rows    []row
}

// A row has one cell for each wanted column, in the order in which the columns were asked for.
type row struct {
	line  int
	cells []cell
}

type cell struct {
	text   string // as it stands in the file, line breaks included
	column int    // the byte in its line at which it begins, from 1; of a cell that the row is too short for, that of the last one
}

// quotedCode is how people keep a spreadsheet program from eating leading zeros, ="00010". As CSV it is malformed.
var quotedCode = regexp.MustCompile(`(?m)(^|[,;\t])="([^"\n]*)"`)

// readTable reads a CSV file and keeps the wanted columns. Lines with bad quoting are left out and go to ps; it fails where nothing can be
// read or a column is missing.
func readTable(r io.Reader, file string, ps *input.Problems, wanted ...column) (table, error) {
	b, err := input.ReadAll(r, input.MaxBytes)
	if err != nil {
		return table{}, fmt.Errorf("%s: %w", file, err)
	}
	text, err := input.Decode(b)
	if err != nil {
		return table{}, fmt.Errorf("%s: %w: save the file as CSV UTF-8", file, err)
	}
	if strings.Contains(text, `="`) { // the search is slow, and the case rare
		text = quotedCode.ReplaceAllString(text, `$1"$2"`)
	}
	if !strings.Contains(text, "\n") { // "CSV (Macintosh)"
		text = strings.ReplaceAll(text, "\r", "\n")
	}
	cr := csv.NewReader(strings.NewReader(text))
	cr.Comma = delimiter(text)
	cr.FieldsPerRecord = -1 // as many as there are
	cr.ReuseRecord = true

	t := table{file: file}
	var places []int // of the wanted columns; nil until the header was read
	for {
		fields, err := cr.Read()
		var bad *csv.ParseError
		switch {
		case err == io.EOF && places == nil:
			return table{}, fmt.Errorf("%s: empty: want a header with the columns %s", file, columnNames(wanted))
		case err == io.EOF:
			return t, nil
		case errors.As(err, &bad):
			ps.Addf("%s:%d:%d: %w, in the row that begins in line %d: put the field in quotes and write each quote in it twice; what could not be parsed was left out",
				file, bad.Line, bad.Column, bad.Err, bad.StartLine)
			continue
		case err != nil:
			return table{}, fmt.Errorf("%s: %w", file, err)
		case blank(fields):
			continue
		}
		line, _ := cr.FieldPos(0)
		if places == nil {
			if places, err = findColumns(fields, wanted); err != nil {
				return table{}, fmt.Errorf("%s:%d: %w", file, line, err)
			}
			for _, i := range places {
				t.headers = append(t.headers, strings.Clone(fields[i]))
			}
			continue
		}
		row := row{line: line, cells: make([]cell, len(places))}
		for j, i := range places {
			last := min(i, len(fields)-1) // spreadsheet programs drop empty cells at the end of a row
			_, row.cells[j].column = cr.FieldPos(last)
			if i == last {
				row.cells[j].text = fields[i]
			}
		}
		t.rows = append(t.rows, row)
	}
}

// delimiter returns what parts the header: where the decimal sign is a comma, spreadsheet programs write semicolons.
func delimiter(text string) rune {
	header, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
	best := ','
	for _, d := range ";\t" {
		if strings.Count(header, string(d)) > strings.Count(header, string(best)) {
			best = d
		}
	}
	return best
}

func blank(fields []string) bool {
	for _, f := range fields {
		if !input.Empty(f) {
			return false
		}
	}
	return true
}

func findColumns(headers []string, wanted []column) ([]int, error) {
	places := make([]int, len(wanted))
	var missing []column
	for j, w := range wanted {
		places[j] = -1
		for i, h := range headers {
			if places[j] < 0 && w.match(plainHeader(h)) {
				places[j] = i
			}
		}
		if places[j] < 0 {
			missing = append(missing, w)
		}
	}
	if missing != nil {
		return nil, fmt.Errorf("no column %s among %q: is this the other file, or are its first lines no header?", columnNames(missing), headers)
	}
	return places, nil
}

// plainHeader turns "Code - NOC 2021 V1.0" into "code noc 2021 v1 0".
func plainHeader(header string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(header), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), " ")
}

func columnNames(columns []column) string {
	names := make([]string, len(columns))
	for i, c := range columns {
		names[i] = fmt.Sprintf("%q", c.name)
	}
	return strings.Join(names, ", ")
}
