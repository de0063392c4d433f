package personal

import (
	"embed"
	"strings"
	"sync"
)

//go:embed data/*.txt
var data embed.FS

// A class is a set of things that a word may be.
type class uint32

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
)

// other are the classes that make a word something else than a name.
const other = title | org | place | region | month | day | heading | degree | school | street | streetish | common | postnominal

var classNames = map[string]class{
	"title": title, "org": org, "place": place, "region": region, "month": month, "day": day, "heading": heading,
	"degree": degree, "school": school, "alma": alma, "street": street, "streetish": streetish, "common": common,
	"eponym": eponym, "aged": aged, "particle": particle, "trade": trade, "postnominal": postnominal,
}

// lexicon maps folded words to their classes: one look-up for each word of a text.
var lexicon = sync.OnceValue(func() map[string]class {
	lex := make(map[string]class, 16000)
	add := func(words string, c class) {
		for w := range strings.FieldsSeq(words) {
			lex[foldString(w)] |= c
		}
	}
	eachLine("given.txt", func(l string) { add(l, given) })
	eachLine("given_words.txt", func(l string) { add(l, given|doubtful) })
	eachLine("surnames.txt", func(l string) { add(l, surname) })
	eachLine("words.txt", func(l string) {
		name, words, _ := strings.Cut(l, ":")
		c := classNames[name] // a test sees to it that there is one
		add(words, c)
		if c == title { // "Bouchard Lund Consultants"
			for w := range strings.FieldsSeq(words) {
				if !strings.HasSuffix(w, "s") {
					add(w+"s", title|org)
				}
			}
		}
	})
	// A name that is listed as something else too is a doubtful one.
	for w, c := range lex {
		if c&given != 0 && c&(other|trade) != 0 {
			lex[w] |= doubtful
		}
	}
	return lex
})

// brands are pairs of words that look like names of people and are none, with a blank between.
var brands = sync.OnceValue(func() map[string]bool {
	m := make(map[string]bool)
	eachLine("brands.txt", func(l string) { m[foldString(l)] = true })
	return m
})

func eachLine(name string, do func(string)) {
	b, err := data.ReadFile("data/" + name)
	if err != nil {
		panic(err) // embedded: it can only be a mistake of ours
	}
	for l := range strings.SplitSeq(string(b), "\n") {
		if l = strings.TrimSpace(l); l != "" && l[0] != '#' {
			do(l)
		}
	}
}

// classOf returns the classes of a folded word. A word with hyphens that is not listed is a given name if its first part is
// one, a surname if any part is, and something else only if all its parts are ("Full-Time", not "Stonechild-Frost").
func classOf(lex map[string]class, word string) class {
	if c, ok := lex[word]; ok || !strings.Contains(word, "-") {
		return c
	}
	var any class
	all := ^class(0)
	first, rest, more := strings.Cut(word, "-")
	firstGiven := lex[first] & (given | doubtful)
	for {
		c := lex[first]
		any |= c
		if len(first) > 1 { // the "x" of "x-ray" decides nothing
			if c&other != 0 {
				c |= other // parts may be words of different kinds
			}
			all &= c
		}
		if !more {
			break
		}
		first, rest, more = strings.Cut(rest, "-")
	}
	c := firstGiven | any&surname
	if all&other == other {
		c |= any & other
	}
	return c
}
