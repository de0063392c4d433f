package pdftext

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// grid lays texts out: each line of the drawing is a row 14 points high, "|" separates segments,
// which begin at these places.
func grid(drawing string, places ...float64) []segment {
	var all []segment
	for i, l := range strings.Split(strings.TrimSpace(drawing), "\n") {
		for j, text := range strings.Split(l, "|") {
			if text = strings.TrimSpace(text); text != "" {
				all = append(all, segment{text: text, x0: places[j], x1: places[j] + 5*float64(len(text)), y: 700 - 14*float64(i), size: 10})
			}
		}
	}
	return all
}

func TestBlocks(t *testing.T) {
	for _, tc := range []struct {
		reason  string
		drawing string
		places  []float64
		want    []string
	}{
		{"two texts side by side are read one after the other, what is over and under both where it stands", `
			a head over both of the columns that runs from the first to the last
			the left text begins here and goes | the right text begins at this height
			on in its second line, and then to | and it has a second line as well, and
			a third line that ends the text    | a third
			a foot under both of the columns that runs from the first to the last`, []float64{50, 250},
			[]string{"a head over both of the columns that runs from the first to the last",
				"the left text begins here and goes", "on in its second line, and then to", "a third line that ends the text",
				"the right text begins at this height", "and it has a second line as well, and", "a third",
				"a foot under both of the columns that runs from the first to the last"}},
		{"short cells that stand level are a table", `
			Year | Role  | Place
			2015 | Coder | Halifax
			2012 | Clerk | Truro
			2010 | Aide  | Sydney`, []float64{50, 150, 300}, []string{"Year\tRole\tPlace", "2015\tCoder\tHalifax", "2012\tClerk\tTruro", "2010\tAide\tSydney"}},
		{"labels stand level with the first lines of their values", `
			Coding   | the tenth revision of the classification
			Software | Meditech, and the encoder of a firm that
			         | sells them
			Privacy  | Release of information to insurers
			Data     | Registers of tumours`, []float64{50, 150},
			[]string{"Coding\tthe tenth revision of the classification", "Software\tMeditech, and the encoder of a firm that", "sells them",
				"Privacy\tRelease of information to insurers", "Data\tRegisters of tumours"}},
		{"a list beside a text whose lines go on is a column", `
			Skills   | reads charts of patients in three hospitals
			Meditech | and abstracts what the registry asks for, in
			Privacy  | time and in full, with the tools that stand
			Filing   | in the office`, []float64{50, 150},
			[]string{"Skills", "Meditech", "Privacy", "Filing", "reads charts of patients in three hospitals",
				"and abstracts what the registry asks for, in", "time and in full, with the tools that stand", "in the office"}},
		{"dates beside texts stay with them", `
			2015 | coded the charts of the inpatients of a hospital
			     | and of its day surgery
			2012 | filed the charts of an outpatient clinic with care
			     | and scanned them
			2010 | learned the terms of medicine in a college`, []float64{50, 150},
			[]string{"2015\tcoded the charts of the inpatients of a hospital", "and of its day surgery",
				"2012\tfiled the charts of an outpatient clinic with care", "and scanned them", "2010\tlearned the terms of medicine in a college"}},
		{"ends set to the right margin stay on their lines", `
			Coder, Hospital | 2015
			coded the charts of inpatients and of day surgery for years and years
			Clerk, Clinic   | 2012`, []float64{50, 400},
			[]string{"Coder, Hospital\t2015", "coded the charts of inpatients and of day surgery for years and years", "Clerk, Clinic\t2012"}},
	} {
		var got []string
		for _, block := range blocks(grid(tc.drawing, tc.places...), 0) {
			for _, r := range block {
				got = append(got, r.text())
			}
		}
		if diff := cmp.Diff(tc.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tc.reason, diff)
		}
	}
}
