package main

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"
	"unicode"
)

// A table is CSV that spreadsheets open safely.
type table struct {
	w       io.Writer
	csv     *csv.Writer
	bom     bool     // to begin with a byte-order mark
	columns []string // nil once they are written
}

func newTable(w io.Writer, bom bool, columns []string) *table {
	return &table{w: w, csv: csv.NewWriter(w), bom: bom, columns: columns}
}

// row writes cells; an error stays in the table, for flush.
func (t *table) row(cells ...string) {
	t.begin()
	for i, c := range cells {
		cells[i] = cell(c)
	}
	t.csv.Write(cells)
}

// begin writes what comes before the first row.
func (t *table) begin() {
	if t.columns == nil {
		return
	}
	if t.bom {
		io.WriteString(t.w, "\ufeff") // an error comes again with the columns
	}
	t.csv.Write(t.columns)
	t.columns = nil
}

// flush writes what is held back, of a table without rows its columns.
func (t *table) flush() error {
	t.begin()
	t.csv.Flush()
	return t.csv.Error()
}

// cell makes text safe to open in a spreadsheet, which takes a cell for a formula that begins with such a sign: as it stands, in its wide
// form, or behind white space and marks that the program may take off.
//
// It takes out, too, what could steer a terminal that shows the table.
func cell(s string) string {
	s = tame(s)
	seen := strings.TrimLeftFunc(s, func(r rune) bool { return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) || unicode.IsControl(r) })
	if seen != "" && strings.ContainsAny(firstRune(seen), "=+-@＝＋－＠") || s != "" && strings.ContainsAny(s[:1], "\t\r\n") {
		return "'" + s
	}
	return s
}

func firstRune(s string) string {
	for _, r := range s {
		return string(r)
	}
	return ""
}

// number writes six decimals: what is less means nothing, and with all of them a spreadsheet shows a row of zeros. Numbers are never taken
// for formulas: none that is written is negative.
func number(f float64) string { return strconv.FormatFloat(f, 'f', 6, 64) }
