package index

import (
	"strings"
	"testing"
)

func TestSpellings(t *testing.T) {
	const name = "spellings.tsv"
	table := rows(t, name, spellingData)
	reportDuplicates(t, name, firsts(table))
	for _, row := range table {
		from, to := row[0], row[1]
		if from != strings.ToLower(from) || strings.Trim(from, "-") == "" {
			t.Errorf("%s: %q is not the letters of a word in lower case", name, from)
		}
		if to != "=" && (strings.HasPrefix(from, "-") != strings.HasPrefix(to, "-") || strings.HasSuffix(from, "-") != strings.HasSuffix(to, "-")) {
			t.Errorf("%s: %q becomes %q: both must leave room for letters at the same ends", name, from, to)
		}
	}
}

func TestSpellingVariants(t *testing.T) {
	terms := func(text string) string {
		var terms []string
		for _, tok := range NewAnalyzer().Analyze(nil, text) {
			terms = append(terms, tok.Term)
		}
		return strings.Join(terms, " ")
	}
	for _, same := range []string{
		"tumor tumour", "tumors tumour", "center centre", "centers centres", "color colour", "coloring colouring", "labor labour", "laborers labourers",
		"organise organize", "organisational organizational", "specialised specialized", "computerised computerized", "authorise authorize",
		"digitising digitizing", "analyse analyze", "paediatrics pediatrics", "haematology hematology", "orthopaedic orthopedic",
		"counselor counsellor", "counseling counselling", "traveling travelling", "modeling modelling", "enrolment enrollment",
		"jewelry jewellery", "jeweler jeweller", "catalog catalogue", "cataloging cataloguing", "programme program", "license licence",
		"defense defence", "practise practice", "theater theatre", "fiber fibre", "fiberglass fibreglass", "molding moulding", "plow plough",
		"aluminium aluminum", "behavioral behavioural", "neighborhood neighbourhood",
	} {
		if got := strings.Fields(terms(same)); len(got) != 2 || got[0] != got[1] {
			t.Errorf("%q gives the terms %q, want one term twice", same, got)
		}
	}
	for _, other := range []string{
		"laboratory labour", "honorarium honour", "promise prom", "centre cent", "supervise superb", "raise rail",
		"exercise exert", "wise wizard", "advice advise",
	} {
		if got := strings.Fields(terms(other)); len(got) != 2 || got[0] == got[1] {
			t.Errorf("%q gives the terms %q, want two", other, got)
		}
	}
	// A word that ends in -ise or has an our or er that has no other spelling is left alone.
	for _, word := range []string{"enterprise", "supervised", "advertising", "exercise", "fundraising", "cruise", "expertise", "laboratory", "hour", "four", "courier", "nurse", "disease"} {
		if got := NewAnalyzer().respell(word); got != word {
			t.Errorf("%q is respelled to %q", word, got)
		}
	}
}
