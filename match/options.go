package match

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/nocmatch/nocmatch/match/ablation"
)

// Version is the version of the matcher that results carry.
const Version = "0.1.0"

const (
	// DefaultTop is how many occupations a result lists unless [Options].Top says otherwise.
	DefaultTop = 5
	// DefaultMaxBytes is the input cap unless [Options].MaxBytes says otherwise: 4 MiB, some 600,000 words.
	DefaultMaxBytes = 4 << 20
)

// Options of a [Matcher]. The zero value works.
type Options struct {
	// Top is how many occupations to list at most; 0 means [DefaultTop].
	Top int
	// Codes, if not empty, lists exactly these occupations, even at score 0; Top is ignored. Scores, confidences and the document's
	// skills are the same as without it.
	Codes []string
	// MaxBytes is the greatest size of a document, title, industry and text together, in bytes; 0 means [DefaultMaxBytes]. A larger
	// one is a [TooLargeError].
	MaxBytes int
	// Workers is how many documents [Matcher.MatchAll] matches at once; 0 means GOMAXPROCS.
	Workers int
	// Without switches parts of the matcher off, by the names that package ablation lists, to measure
	// what they are worth. The confidences are those of the whole matcher and mean little without one.
	Without []string
}

// Validate reports everything that is wrong with the options; nil for the zero value.
func (o Options) Validate() error {
	var errs []error
	for _, f := range []struct {
		name  string
		value int
	}{{"Top", o.Top}, {"MaxBytes", o.MaxBytes}, {"Workers", o.Workers}} {
		if f.value < 0 {
			errs = append(errs, fmt.Errorf("match: Options.%s is %d: it must be 0 (the default) or more", f.name, f.value))
		}
	}
	for _, name := range o.Without {
		if parts := ablation.Parts(); !slices.Contains(parts, name) {
			errs = append(errs, fmt.Errorf("match: Options.Without has %q: the parts are %s",
				name, strings.Join(parts, ", ")))
		}
	}
	return errors.Join(errs...)
}

// A TooLargeError says that a document is larger than [Options].MaxBytes.
type TooLargeError struct {
	// Name of the document, Bytes that it has, Max that it may have.
	Name       string
	Bytes, Max int
}

// Error says how large the document is, how large it may be, and what to do.
func (e *TooLargeError) Error() string {
	name := e.Name
	if name == "" {
		name = "document"
	}
	return fmt.Sprintf("%s: %d bytes, more than the limit of %d: split it, or raise Options.MaxBytes", name, e.Bytes, e.Max)
}
