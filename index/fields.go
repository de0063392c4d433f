package index

import (
	"fmt"

	"github.com/nocmatch/nocmatch/profiles"
)

// A Field is a part of a profile that has posting lists of its own.
type Field int

// The fields of a profile.
const (
	Titles       Field = iota // the official title first, then the job titles
	Duties                    // main duties
	Vocabulary                // terms with their aliases
	Skills                    // sought skills with their aliases
	Lead                      // lead statement
	Requirements              // employment requirements
	Industries                // titles of industries
	Exclusions                // titles that belong elsewhere: searched by nobody, but their words must be known
	Signs                     // ways of saying duties and of showing skills, without their conditions
	numFields
)

// NumFields is how many fields there are.
const NumFields = int(numFields)

// String returns the name of the field in the Bleve index; "Field(99)" for what is none.
func (f Field) String() string {
	if f < 0 || f >= numFields {
		return fmt.Sprintf("Field(%d)", int(f))
	}
	return [numFields]string{"titles", "duties", "vocabulary", "skills", "lead", "requirements", "industries", "exclusions", "signs"}[f]
}

// Texts returns the texts of a profile that field f indexes, in the order of the profile; nil where it has none.
func (f Field) Texts(p profiles.Profile) []string {
	var texts []string
	switch f {
	case Titles:
		texts = append(append(texts, p.Title), p.Titles...)
	case Duties:
		for _, d := range p.Duties {
			texts = append(texts, d.Text)
		}
	case Vocabulary:
		for _, t := range p.Vocabulary {
			texts = append(append(texts, t.Term), t.Aliases...)
		}
	case Skills:
		for _, s := range p.Skills {
			texts = append(append(texts, s.Name), s.Aliases...)
		}
	case Lead:
		if p.Lead != "" {
			texts = append(texts, p.Lead)
		}
	case Requirements:
		for _, r := range p.Requirements {
			texts = append(texts, r.Text)
		}
	case Industries:
		for _, i := range p.Industries {
			texts = append(texts, i.Title)
		}
	case Exclusions:
		for _, e := range p.Exclusions {
			texts = append(texts, e.Title)
		}
	case Signs:
		for _, d := range p.Duties {
			texts = appendSigns(texts, d.Signs)
		}
		for _, s := range p.Skills {
			texts = appendSigns(texts, s.Signs)
		}
	}
	return texts
}

// appendSigns appends the phrases of signs; what is no sign is passed over.
func appendSigns(texts, signs []string) []string {
	for _, text := range signs {
		if s, err := profiles.ParseSign(text); err == nil {
			texts = append(texts, s.Phrase)
		}
	}
	return texts
}

// A document is a profile as Bleve indexes it.
type document struct {
	code   string
	fields map[string]any
}

func newDocument(p profiles.Profile) document {
	d := document{code: p.Code, fields: map[string]any{}}
	var all []string
	for f := range numFields {
		texts := f.Texts(p)
		if len(texts) == 0 {
			continue
		}
		d.fields[f.String()] = texts
		if f != Exclusions && f != Signs {
			all = append(all, texts...)
		}
	}
	d.fields[surfaceField] = all
	d.fields[headingField] = p.Title
	return d
}
