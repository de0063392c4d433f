package match

import (
	"github.com/nocmatch/nocmatch/match/internal/personal"
)

// Who somebody is says nothing of what they do: names, addresses, ages, pronouns and schools are taken out of a long text before it is
// scored, so that swapping them changes no score and no confidence.

// A PersonalDetail is a personal detail in a text.
type PersonalDetail struct {
	// Start and End are byte offsets, half open, on rune boundaries.
	Start, End int
	// Kind is name, email, phone, link, address, birth, status, pronoun, honorific or school.
	Kind string
}

// PersonalDetails returns the personal details of a text that are recognised, in their order, without overlaps; nil where there are none. What
// is recognised and what is not, by kind:
//
//   - name: the name that heads a resume, one behind a label, a greeting, a signature or an honorific, a known given name before a surname,
//     and later mentions of them. Not: names in small letters or in other scripts than Latin, unlisted names in running text, a given name
//     that is a word too ("Rose", "Mark") before an unlisted surname, trade surnames by themselves, brands and namesakes.
//   - email, phone, link: addresses, numbers with separators, brackets or a label, web addresses and handles. Not: ten digits without either.
//   - address: a street with its number, a box, a postal code, with the city on the same line. Not: a city alone.
//   - birth: date and place of birth, age. Not: an age without a word for it.
//   - status: marital status, gender, nationality, religion where a resume declares them.
//   - pronoun, honorific: he, she and their forms, declared pronouns, Mr, Ms and the like. Not: anything in capitals (HIM, IT), French ones.
//   - school: schools, colleges and universities in lines about education. Not: those that employ somebody.
//
// The gendered forms of job titles are one to the analysis ("waitress", "waiter"), and stay.
func PersonalDetails(text string) []PersonalDetail {
	var list []PersonalDetail
	for _, s := range personal.Find(text, nil) {
		list = append(list, PersonalDetail{Start: s.Start, End: s.End, Kind: s.Kind.String()})
	}
	return list
}
