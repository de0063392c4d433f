package index_test

import (
	"context"
	"fmt"
	"log"

	"github.com/nocmatch/nocmatch/index"
	"github.com/nocmatch/nocmatch/profiles"
)

func Example() {
	x, err := index.Build(context.Background(), profiles.All())
	if err != nil {
		log.Fatal(err)
	}
	defer x.Close()

	hits, err := x.Search(context.Background(), "coding of discharge abstracts", 1)
	if err != nil {
		log.Fatal(err)
	}
	for _, h := range hits {
		fmt.Println(h.Code, h.Title)
	}

	text := "Codes charts in ICD-10-CA."
	for _, t := range x.Analyze(nil, text) {
		fmt.Printf("%d:%d %q %s stop=%t\n", t.Start, t.End, text[t.Start:t.End], t.Term, t.Stop)
	}
	// Output:
	// 12111 Health information management occupations
	// 0:5 "Codes" code stop=false
	// 6:12 "charts" chart stop=false
	// 13:15 "in" in stop=true
	// 16:25 "ICD-10-CA" icd-10-ca stop=false
}

// A posting list says which profiles have a word, and how often.
func ExampleFieldPostings_List() {
	x, err := index.Build(context.Background(), []profiles.Profile{
		{Code: "12111", Title: "Health information management occupations", Titles: []string{"Coder", "Cancer registrar"}},
		{Code: "21232", Title: "Software developers and programmers", Titles: []string{"Coder", "Game coder"}},
	})
	if err != nil {
		log.Fatal(err)
	}
	defer x.Close()

	word := x.Analyze(nil, "coding")[0]
	docs, freqs := x.Postings().Fields[index.Titles].List(word.ID)
	for i, d := range docs {
		fmt.Println(x.Profiles()[d].Code, freqs[i])
	}
	// Output:
	// 12111 1
	// 21232 2
}

// An analyzer without an index cuts and folds texts all the same. RN stands for two words, which share its span.
func ExampleAnalyzer_Analyze() {
	text := "RN, Saleswoman"
	for _, t := range index.NewAnalyzer().Analyze(nil, text) {
		fmt.Println(text[t.Start:t.End], t.Term, t.Shared)
	}
	// Output:
	// RN registri false
	// RN nurs true
	// Saleswoman salesman false
}
