package profiles

import (
	"errors"
	"io"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/nocmatch/nocmatch/profiles/internal/input"
)

// ReadNOC reads the two CSV files in which Statistics Canada publishes the National Occupational Classification: "elements" (example
// titles, duties, requirements, exclusions) and "classification structure" (codes, titles, definitions). Each of the unit groups of the
// structure becomes a profile; they are returned sorted by code, nil where there are none.
//
// The files may have passed through a spreadsheet program: UTF-8 with or without a byte-order mark, UTF-16 with one or Windows-1252; any
// line ends; commas, semicolons or tabs; columns in any order, found by their names whatever the case, spacing and punctuation; codes
// without their leading zeros, as ="00010" or as 10.0. Columns, levels and types of elements that are not named here are ignored.
//
//  1. The class definition becomes the lead. TEER is the second digit of the code. Related are the other unit groups of the same minor
//     group. The edition is read off the name of the code column; where it names none, it is [Edition].
//  2. Titles are the "Illustrative example(s)" and then those of "All examples" that are not among them.
//  3. Duties are the "Main duties", each once: where a group has several roles, the file gives all duties of a role as the lines of one
//     cell and then each on its own. Rows that only introduce others ("This group performs some or all of the following
//     duties:") and the headings of roles among them ("Insurance managers") are left out: a heading has no verb, and its words are
//     those of the group's titles. A duty that begins with "May" is optional.
//  4. A requirement's kind is that of the first word in it that speaks of a licence or registration, a certificate, an education or
//     experience; empty where there is none.
//  5. An exclusion such as "Health records clerk (See 14100 General office support workers)" is taken apart; where no code stands
//     in it, the code of the unit group with the title that stands there.
//  6. "Additional information" is left out: it speaks of where a career leads, which is another occupation.
//
// What cannot be read is left out and reported, all else is returned along with the error: a join ([errors.Join]) that says in which
// file ("elements" or "structure"), line and column the first 20 problems are and what helps, and counts the rest. Where a file cannot be
// read at all, or lacks a column, no profiles are returned.
func ReadNOC(elements, structure io.Reader) ([]Profile, error) {
	return readNOC(elements, "elements", structure, "structure")
}

// readNOC is ReadNOC with the names that errors give the two files.
func readNOC(elements io.Reader, elementsName string, structure io.Reader, structureName string) ([]Profile, error) {
	code := column{"Code - NOC 2021 V1.0", func(header string) bool { return header == "code" || strings.HasPrefix(header, "code noc") }}
	r := nocReader{groups: map[string]*unitGroup{}, unknown: map[string]bool{}}
	groups, groupsErr := readTable(structure, structureName, &r.problems, code, named("Level"), named("Class title"), named("Class definition"))
	rows, rowsErr := readTable(elements, elementsName, &r.problems, code, named("Level"), named("Element Type Label English"), named("Element Description English"))
	if groupsErr != nil || rowsErr != nil {
		return nil, errors.Join(groupsErr, rowsErr)
	}
	for _, row := range groups.rows {
		r.addGroup(groups.file, row)
	}
	for _, row := range rows.rows {
		r.addElement(rows.file, row)
	}
	return r.profiles(editionOf(groups.headers[0])), r.problems.Join()
}

// unitGroupLevel is the level of the structure whose classes are occupations, and the number of digits of their codes.
const unitGroupLevel = 5

// A unitGroup gathers the rows of one unit group: what they say is only settled when all of them are known.
type unitGroup struct {
	code, title, definition string
	line                    int // in the structure file

	illustrative, examples, duties, requirements, exclusions []string
}

type nocReader struct {
	groups   map[string]*unitGroup
	unknown  map[string]bool // codes of elements without a unit group, each reported once
	problems input.Problems
}

// addGroup takes a row of the structure file: code, level, title, definition.
func (r *nocReader) addGroup(file string, row row) {
	code, ok := r.unitGroupCode(file, row)
	if !ok {
		return
	}
	title, definition := input.Tidy(row.cells[2].text), input.Tidy(row.cells[3].text)
	if title == "" {
		r.problems.Addf("%s:%d:%d: unit group %s has no class title: fill it in", file, row.line, row.cells[2].column, code)
		return
	}
	if g, seen := r.groups[code]; seen {
		r.problems.Addf("%s:%d:%d: unit group %s stands in line %d already: keep one of them", file, row.line, row.cells[0].column, code, g.line)
		return
	}
	r.groups[code] = &unitGroup{code: code, title: title, definition: definition, line: row.line}
}

// addElement takes a row of the elements file: code, level, type, description.
func (r *nocReader) addElement(file string, row row) {
	code, ok := r.unitGroupCode(file, row)
	if !ok {
		return
	}
	g := r.groups[code]
	if g == nil {
		if !r.unknown[code] {
			r.unknown[code] = true
			r.problems.Addf("%s:%d:%d: no unit group %s in the structure file: are both of the same edition?", file, row.line, row.cells[0].column, code)
		}
		return
	}
	if to := g.list(row.cells[2].text); to != nil {
		*to = append(*to, input.Lines(row.cells[3].text)...)
	}
}

// list returns where the group gathers elements of a type, nil for a type that is not read.
func (g *unitGroup) list(elementType string) *[]string {
	switch plainHeader(elementType) {
	case "illustrative example s", "illustrative examples", "illustrative example":
		return &g.illustrative
	case "all examples":
		return &g.examples
	case "main duties":
		return &g.duties
	case "employment requirements":
		return &g.requirements
	case "exclusion s", "exclusions", "exclusion":
		return &g.exclusions
	}
	return nil
}

// unitGroupCode returns the five digits of a row's code, and false where the row is of another level or, then reported, malformed.
func (r *nocReader) unitGroupCode(file string, row row) (string, bool) {
	code, level := row.cells[0], row.cells[1]
	n, err := strconv.Atoi(strings.TrimSuffix(input.Tidy(level.text), ".0"))
	if err != nil || n < 1 || n > unitGroupLevel {
		r.problems.Addf("%s:%d:%d: level %q: want a number from 1 to %d", file, row.line, level.column, level.text, unitGroupLevel)
		return "", false
	}
	if n != unitGroupLevel {
		return "", false
	}
	padded, ok := padCode(input.Tidy(code.text))
	if !ok {
		r.problems.Addf("%s:%d:%d: code %q: want the %d digits of a unit group", file, row.line, code.column, code.text, unitGroupLevel)
	}
	return padded, ok
}

var codeCell = regexp.MustCompile(`^(?:="|')?([0-9]{1,5})(?:\.0+)?"?$`)

// padCode gives a unit group's code back the zeros that a spreadsheet program took for a number's.
func padCode(s string) (string, bool) {
	m := codeCell.FindStringSubmatch(s)
	if m == nil {
		return "", false
	}
	return strings.Repeat("0", unitGroupLevel-len(m[1])) + m[1], true
}

var editionInHeader = regexp.MustCompile(`(?i)\bNOC\s*([0-9]{4})\s*V(?:ersion)?\s*([0-9]+(?:\.[0-9]+)?)`)

// editionOf reads the edition off the header of the code column.
func editionOf(header string) string {
	if m := editionInHeader.FindStringSubmatch(header); m != nil {
		return "NOC " + m[1] + " v" + m[2]
	}
	return Edition
}

// profiles returns the profiles of the unit groups, sorted by code.
func (r *nocReader) profiles(edition string) []Profile {
	codes := slices.Sorted(maps.Keys(r.groups))
	verbs := dutyVerbs(r.groups)
	codeOf := map[string]string{} // of a unit group's code or title
	minor := map[string][]string{}
	for _, code := range codes {
		codeOf[code], codeOf[input.Fold(r.groups[code].title)] = code, code
		minor[minorGroup(code)] = append(minor[minorGroup(code)], code)
	}
	var ps []Profile
	for _, code := range codes {
		g := r.groups[code]
		p := Profile{
			Code:    code,
			Title:   g.title,
			Edition: edition,
			Lead:    g.definition,
			Titles:  input.Union(nil, slices.Concat(g.illustrative, g.examples), input.Fold, nil),
			Related: others(minor[minorGroup(code)], code),
			Sources: []Source{{
				Name: "Statistics Canada, National Occupational Classification (" + edition + ")",
				URL:  "https://www.statcan.gc.ca/en/subjects/standard/noc/2021/indexV1",
				What: "codes, titles, definitions, example titles, main duties, employment requirements and exclusions",
			}},
		}
		if teer := int(code[1] - '0'); teer <= 5 {
			p.TEER = &teer
		}
		for _, text := range g.dutyTexts(verbs) {
			p.Duties = append(p.Duties, Duty{Text: text, Optional: strings.HasPrefix(input.Fold(text), "may ")})
		}
		for _, text := range input.Union(nil, g.requirements, input.FoldSentence, nil) {
			p.Requirements = append(p.Requirements, Requirement{text, input.RequirementKind(text)})
		}
		for _, text := range g.exclusions {
			p.Exclusions = append(p.Exclusions, parseExclusion(text, codeOf)...)
		}
		p.Exclusions = input.Union(nil, p.Exclusions, func(e Exclusion) Exclusion { return e }, nil)
		ps = append(ps, p)
	}
	return ps
}

// minorGroup returns the code of the minor group that a unit group belongs to.
func minorGroup(code string) string { return code[:unitGroupLevel-1] }

// others returns codes without code.
func others(codes []string, code string) []string {
	return slices.DeleteFunc(slices.Clone(codes), func(c string) bool { return c == code })
}

var (
	seeElsewhere = regexp.MustCompile(`(?i)^(.*\S)\s*\(\s*see\s+(.*?)\s*\)\s*\.?$`)
	codeInText   = regexp.MustCompile(`\b[0-9]{1,5}\b`)
)

// parseExclusion takes apart "TITLE (See CODE OTHER TITLE)": one exclusion for each code that stands there, or one for the unit
// group of that title, or one that names none.
func parseExclusion(text string, codeOf map[string]string) []Exclusion {
	m := seeElsewhere.FindStringSubmatch(text)
	if m == nil {
		return []Exclusion{{Title: text}}
	}
	var out []Exclusion
	for _, digits := range codeInText.FindAllString(m[2], -1) {
		if code, _ := padCode(digits); len(digits) == unitGroupLevel || codeOf[code] != "" {
			out = append(out, Exclusion{m[1], code})
		}
	}
	if out == nil {
		out = append(out, Exclusion{m[1], codeOf[input.Fold(m[2])]})
	}
	return out
}
