package personal

import (
	"embed"
	"slices"
	"strings"
	"sync"
)

// The lists are files of one format: a line has a class, a tab and words with blanks between; an
// underscore stands for the blank within a phrase. A line that begins with # says where the group
// below it comes from, or why it is there.
//
//go:embed data/*.tsv
var data embed.FS

// A class is a set of things that a word may be.
type class uint64

const (
	given    class = 1 << iota // a given name
	doubtful                   // a given name that is also another word
	surname
	trade // a trade that is also a surname
	title
	org
	place
	region
	month
	day
	heading
	degree
	school
	alma // the one-word name of a school
	street
	streetish // a street type that is also another word
	common
	eponym
	aged
	particle
	postnominal
	plain     // a word of work
	product   // a tool, a standard, a place that the profiles name
	pronoun   // he and she, and what is declared
	phoneWord // "tel"
	honorific
	network // where somebody has a handle
	tld     // the end of a domain
	webWord // "website"
	idWord  // what a number is called that is one person's
	streetAbroad
	numberWord
	faith
	people    // a people, a gender, a belief, where it says who meets
	club      // what such a group calls itself
	student   // who meets
	greek     // a Greek letter
	province  // a province or state, or its abbreviation
	house     // "flat", "plot": what a number of an address is called
	closing   // the last words of a letter
	nameLabel // "name", "candidate": a name follows
	personLabel
	workerLabel
	greeting
	subjectLabel
	birthLabel
	ageLabel
	statusLabel
	addressLabel
	familyWords
	leaveWords
	attended
	volunteerHeading
	brand
	civil      // "married", where it stands for its own
	opener     // begins a phrase
	pairOpener // begins a brand
)

// other are the classes that make a word something else than a name.
const other = title | org | place | region | month | day | heading | degree | school | street | streetish | common | postnominal

// soft are the classes of words that are hardly names, but for their place.
const soft = trade | eponym | plain | product

var classNames = map[string]class{
	"given": given, "given-word": given | doubtful, "surname": surname, "surname-word": surname | plain,
	"title": title, "org": org, "place": place, "region": region, "month": month, "day": day, "heading": heading,
	"degree": degree, "school": school, "alma": alma, "street": street, "streetish": streetish, "common": common,
	"eponym": eponym, "aged": aged, "particle": particle, "trade": trade, "postnominal": postnominal, "plain": plain,
	"product": product, "pronoun": pronoun, "phone-word": phoneWord, "honorific": honorific, "network": network, "tld": tld,
	"web-word": webWord, "id-word": idWord, "street-abroad": streetAbroad, "number-word": numberWord, "faith": faith,
	"people": people, "club": club, "student": student, "greek": greek, "province": province, "house": house,
	"closing": closing, "name-label": nameLabel, "person-label": personLabel, "worker-label": workerLabel,
	"greeting": greeting, "subject-label": subjectLabel, "birth-label": birthLabel, "age-label": ageLabel,
	"status-label": statusLabel, "address-label": addressLabel, "family": familyWords, "leave": leaveWords,
	"attended": attended, "volunteer-heading": volunteerHeading, "brand": brand, "civil": civil,
}

// A phrase is several words of one class.
type phrase struct {
	words []string // after the first
	class class
}

// The words of the lists, folded, and the phrases by their first words, the longest first.
type lists struct {
	words   map[string]class
	phrases map[string][]phrase
}

var lexicon = sync.OnceValue(func() *lists {
	lex := &lists{words: make(map[string]class, 50000), phrases: make(map[string][]phrase, 400)}
	eachEntry(func(name, words string) {
		c := classNames[name] // a test sees to it that there is one
		for w := range strings.FieldsSeq(words) {
			lex.add(foldString(w), c)
		}
	})
	for w, c := range lex.words {
		// A name that is listed as something else too is a doubtful one.
		if c&given != 0 && c&(other|trade|plain) != 0 {
			lex.words[w] |= doubtful
		}
	}
	for _, list := range lex.phrases {
		slices.SortStableFunc(list, func(a, b phrase) int { return len(b.words) - len(a.words) })
	}
	return lex
})

// add adds a folded word or phrase of a class.
func (l *lists) add(w string, c class) {
	if first, rest, ok := strings.Cut(w, "_"); ok {
		if c == brand {
			l.words[first] |= pairOpener
		} else {
			l.words[first] |= opener
		}
		l.phrases[first] = append(l.phrases[first], phrase{strings.Split(rest, "_"), c})
		return
	}
	l.words[w] |= c
	if c == title && !strings.HasSuffix(w, "s") { // "Bouchard Lund Consultants"
		l.words[w+"s"] |= title | org
	}
}

// eachEntry calls do with the class and the words of every line of the lists.
func eachEntry(do func(class, words string)) {
	files, err := data.ReadDir("data")
	if err != nil {
		panic(err) // embedded: it can only be a mistake of ours
	}
	for _, file := range files {
		b, err := data.ReadFile("data/" + file.Name())
		if err != nil {
			panic(err)
		}
		for l := range strings.Lines(string(b)) {
			if l = strings.TrimSpace(l); l != "" && l[0] != '#' {
				name, words, _ := strings.Cut(l, "\t")
				do(name, words)
			}
		}
	}
}

// phraseAt returns the class of the longest phrase that begins at token i, and where it ends. A
// word alone is a phrase, too. Full stops and the 's of possessives may stand between its words.
func (f *finder) phraseAt(i int) (class, int) {
	t := &f.tokens[i]
	if t.class&opener != 0 {
		for _, p := range f.lex.phrases[t.fold] {
			j := i
			for k := 0; k < len(p.words); k++ {
				j++
				for n := 0; n < 3 && f.is(j, "'", ".", "s") && f.sameLine(i, j) &&
					f.tokens[j].fold != p.words[k]; n++ {
					j++
				}
				if !f.sameLine(i, j) || f.tokens[j].fold != p.words[k] {
					j = -1
					break
				}
			}
			if j > 0 {
				return p.class, j + 1
			}
		}
	}
	return t.class, i + 1
}

// isBrand reports whether the words at tokens i and j are a pair that names something else than a
// person.
func (f *finder) isBrand(i, j int) bool {
	t := f.at(i)
	if t.class&pairOpener == 0 {
		return false
	}
	for _, p := range f.lex.phrases[t.fold] {
		if p.class&brand != 0 && p.words[0] == f.at(j).fold {
			return true
		}
	}
	return false
}

// classOf returns the classes of a folded word. A word with hyphens that is not listed is a given
// name if its first part is one, a surname if any part is, and something else only if all its parts
// are ("Full-Time", not "Stonechild-Frost").
func classOf(lex map[string]class, word string) class {
	if c, ok := lex[word]; ok || !strings.Contains(word, "-") {
		return c
	}
	const parts = other | soft
	var any, kinds class
	all := ^class(0)
	first, rest, more := strings.Cut(word, "-")
	firstGiven := lex[first] & (given | doubtful)
	for {
		c := lex[first]
		any |= c
		if len(first) > 1 { // the "x" of "x-ray" decides nothing
			if c&parts != 0 {
				kinds |= c & parts
				c |= parts // parts may be words of different kinds
			}
			all &= c
		}
		if !more {
			break
		}
		first, rest, more = strings.Cut(rest, "-")
	}
	c := firstGiven | any&surname
	if all&parts == parts {
		c |= kinds
	}
	return c
}
