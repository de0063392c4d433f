package masking

import (
	"strconv"
	"strings"
)

// WarnMasked is the code of the warning that [Text.Result] adds.
const WarnMasked = "masked"

// kinds are the kinds of details in the order in which a notice tells them, with their words for
// one and for more.
var kinds = [...]struct{ kind, one, more string }{
	{"name", "name", "names"},
	{"email", "e-mail address", "e-mail addresses"},
	{"phone", "telephone number", "telephone numbers"},
	{"link", "link or handle", "links or handles"},
	{"address", "address", "addresses"},
	{"birth", "age or date of birth", "ages or dates of birth"},
	{"status", "personal status", "personal statuses"},
	{"pronoun", "pronoun", "pronouns"},
	{"honorific", "form of address", "forms of address"},
	{"school", "school", "schools"},
	{"number", "personal number", "personal numbers"},
}

// Notice says what kinds of details were masked and how often, and that more may stand in the text:
// no rule knows them all. Its order is always the same.
func (t *Text) Notice() string {
	const more = " Others may still stand in the text: read it before it is passed on."
	var parts []string
	known := 0
	for _, k := range kinds {
		n := 0
		for _, s := range t.found {
			if s.Kind == k.kind && s.End > s.Start {
				n++
			}
		}
		if n > 0 {
			parts = append(parts, counted(n, k.one, k.more))
		}
		known += n
	}
	if others := len(t.spans) - known; others > 0 {
		parts = append(parts, counted(others, "other detail", "other details"))
	}
	if len(parts) == 0 {
		return "No personal details were found to mask." + more
	}
	return "Masked: " + strings.Join(parts, ", ") + "." + more
}

func counted(n int, one, more string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + more
}
