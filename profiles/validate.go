package profiles

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/nocmatch/nocmatch/profiles/internal/input"
)

// A FieldError is one thing that is wrong with a profile.
type FieldError struct {
	// Code is the code of the profile, which may itself be what is wrong.
	Code string
	// Field is the path of the field in the JSON form, such as "duties[3].text". Lists count from 0.
	Field string
	// Problem says what is wrong and what would be right.
	Problem string
}

// Error returns "profile CODE: FIELD: PROBLEM".
func (e *FieldError) Error() string {
	if codeProblem(e.Code) != "" {
		return fmt.Sprintf("profile %q: %s: %s", e.Code, e.Field, e.Problem)
	}
	return fmt.Sprintf("profile %s: %s: %s", e.Code, e.Field, e.Problem)
}

// Validate reports everything that is wrong with the profile at once: nil, or a join ([errors.Join]) of a [*FieldError] for each problem,
// in the order of the fields of [Profile].
//
// A code and a title are enough. A code is any string without white space and control characters, because codes stand in
// the columns of TREC runs. Titles may repeat. Wrong are: empty strings in lists and entries that lack what they are about; kinds that
// are not among [TermKinds] or [RequirementKinds]; numbers out of range, NaN included; and text that is not valid UTF-8.
func (p Profile) Validate() error {
	return joinFields(p.check())
}

// ValidateAll reports everything that is wrong with the profiles, in their order, and each code that is given to more than one of them.
// It returns nil where nothing is, and for no profiles at all; otherwise a join of [*FieldError].
func ValidateAll(ps []Profile) error {
	var errs []*FieldError
	first := map[string]int{}
	for i, p := range ps {
		errs = append(errs, p.check()...)
		if j, seen := first[p.Code]; !seen {
			first[p.Code] = i
		} else if p.Code != "" {
			errs = append(errs, &FieldError{p.Code, "code", fmt.Sprintf("given to profiles %d and %d: keep one, or join them", j, i)})
		}
	}
	return joinFields(errs)
}

func joinFields(fields []*FieldError) error {
	var errs []error
	for _, err := range fields {
		errs = append(errs, err)
	}
	return errors.Join(errs...)
}

// notUTF8 is a problem of its own, because JSON cannot hold such text.
const notUTF8 = "not valid UTF-8"

// checker collects the problems of one profile.
type checker struct {
	code string
	errs []*FieldError
}

func (p Profile) check() []*FieldError {
	c := &checker{code: p.Code}
	c.isCode("code", p.Code)
	c.required("title", p.Title)
	c.text("edition", p.Edition)
	if p.TEER != nil && (*p.TEER < 0 || *p.TEER > 5) {
		c.fail("teer", "%d is out of range: want 0 to 5", *p.TEER)
	}
	c.text("lead", p.Lead)
	c.list("titles", p.Titles)
	for i, d := range p.Duties {
		c.required(at("duties", i, "text"), d.Text)
		c.signs(at("duties", i, "signs"), d.Signs)
		c.list(at("duties", i, "skills"), d.Skills)
	}
	for i, t := range p.Vocabulary {
		c.required(at("vocabulary", i, "term"), t.Term)
		c.list(at("vocabulary", i, "aliases"), t.Aliases)
		c.kind(at("vocabulary", i, "kind"), t.Kind, TermKinds())
	}
	for i, s := range p.Skills {
		c.required(at("skills", i, "name"), s.Name)
		c.list(at("skills", i, "aliases"), s.Aliases)
		c.signs(at("skills", i, "signs"), s.Signs)
		c.text(at("skills", i, "source"), s.Source)
	}
	for i, r := range p.Requirements {
		c.required(at("requirements", i, "text"), r.Text)
		c.kind(at("requirements", i, "kind"), r.Kind, RequirementKinds())
	}
	for i, e := range p.Exclusions {
		c.required(at("exclusions", i, "title"), e.Title)
		if e.See != "" {
			c.isCode(at("exclusions", i, "see"), e.See)
		}
	}
	for i, n := range p.Industries {
		c.text(at("industries", i, "naics"), n.NAICS)
		if input.Empty(n.NAICS) { // either tells which industry
			c.required(at("industries", i, "title"), n.Title)
		} else {
			c.text(at("industries", i, "title"), n.Title)
		}
	}
	for i, code := range p.Related {
		c.isCode(at("related", i, ""), code)
	}
	for i, m := range p.LabourMarket {
		c.labourMarket(at("labour_market", i, ""), m)
	}
	for i, s := range p.Sources {
		c.required(at("sources", i, "name"), s.Name)
		c.text(at("sources", i, "url"), s.URL)
		c.text(at("sources", i, "what"), s.What)
	}
	return c.errs
}

func (c *checker) labourMarket(path string, m LabourMarket) {
	c.text(path+".region", m.Region)
	c.count(path+".year", &m.Year)
	c.text(path+".source", m.Source)
	c.count(path+".employed", m.Employed)
	c.shares(path+".gender", m.Gender)
	c.shares(path+".ages", m.Ages)
	c.count(path+".median_income", m.MedianIncome)
	c.count(path+".workers", m.Workers)
	c.wages(path, m)
	c.count(path+".postings", m.Postings)
	c.shares(path+".postings_by_region", m.PostingsByRegion)
	if o := m.Outlook; o != nil {
		c.text(path+".outlook.horizon", o.Horizon)
		c.text(path+".outlook.rating", o.Rating)
		c.text(path+".outlook.note", o.Note)
	}
	for i, f := range m.Facts {
		c.required(at(path+".facts", i, "name"), f.Name)
		c.required(at(path+".facts", i, "value"), f.Value)
	}
}

func (c *checker) wages(path string, m LabourMarket) {
	floor, below := 0.0, ""
	for _, w := range []struct {
		name string
		wage *float64
	}{{"wage_low", m.WageLow}, {"wage_median", m.WageMedian}, {"wage_high", m.WageHigh}} {
		switch {
		case w.wage == nil:
		case math.IsNaN(*w.wage) || math.IsInf(*w.wage, 0) || *w.wage < 0:
			c.fail(path+"."+w.name, "%v is no wage: want dollars an hour, 0 or more", *w.wage)
		case *w.wage < floor:
			c.fail(path+"."+w.name, "%v is less than %s, %v: want low, median and high to rise", *w.wage, below, floor)
		default:
			floor, below = *w.wage, w.name
		}
	}
}

func (c *checker) shares(path string, shares []Share) {
	for i, s := range shares {
		c.required(at(path, i, "name"), s.Name)
		if !(s.Percent >= 0 && s.Percent <= 100) { // said this way round, NaN is out of range too
			c.fail(at(path, i, "percent"), "%v is out of range: want 0 to 100", s.Percent)
		}
	}
}

func (c *checker) count(path string, n *int) {
	if n != nil && *n < 0 {
		c.fail(path, "%d is negative: want 0 or more", *n)
	}
}

func (c *checker) kind(path, kind string, kinds []string) {
	c.text(path, kind)
	if kind != "" && !slices.Contains(kinds, kind) {
		c.fail(path, "%q is unknown: want one of %s, or nothing", kind, strings.Join(kinds, ", "))
	}
}

func (c *checker) isCode(path, code string) {
	if problem := codeProblem(code); problem != "" {
		c.fail(path, "%s", problem)
	}
}

func (c *checker) list(path string, list []string) {
	for i, s := range list {
		c.required(at(path, i, ""), s)
	}
}

func (c *checker) required(path, s string) {
	if input.Empty(s) {
		c.fail(path, "empty")
	}
	c.text(path, s)
}

func (c *checker) text(path, s string) {
	if !utf8.ValidString(s) {
		c.fail(path, notUTF8)
	}
}

func (c *checker) fail(path, format string, args ...any) {
	c.errs = append(c.errs, &FieldError{c.code, path, fmt.Sprintf(format, args...)})
}

// codeProblem says why a string cannot be a code, or nothing where it can.
func codeProblem(code string) string {
	switch {
	case input.Empty(code):
		return "empty"
	case !utf8.ValidString(code):
		return notUTF8
	case strings.ContainsFunc(code, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }):
		return "holds white space or a control character: codes stand in the columns of run files"
	}
	return ""
}

// at returns the path of a field of the i-th entry of a list, or of the entry itself where field is empty.
func at(list string, i int, field string) string {
	path := list + "[" + strconv.Itoa(i) + "]"
	if field != "" {
		path += "." + field
	}
	return path
}

// signs checks ways of saying something.
func (c *checker) signs(field string, signs []string) {
	c.list(field, signs)
	for i, s := range signs {
		if _, err := ParseSign(s); err != nil {
			c.fail(fmt.Sprintf("%s[%d]", field, i), "%v", err)
		}
	}
}
