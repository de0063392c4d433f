package profiles_test

import (
	"context"
	"fmt"
	"strings"

	"github.com/nocmatch/nocmatch/profiles"
)

func ExampleLookup() {
	p, ok := profiles.Lookup("12111")
	fmt.Println(ok, p.Title)
	// Output: true Health information management occupations
}

// Official files describe every occupation; the built-in profiles add how employers speak.
func ExampleJoin() {
	official, err := profiles.Load(context.Background(), "../testdata/noc")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, p := range profiles.Join(official, profiles.All()) {
		if p.Code == "12111" {
			fmt.Println(p.Lead)
			fmt.Println(len(p.Vocabulary) > 0)
		}
	}
	// Output:
	// People who keep charts complete, turn diagnoses into codes and send the numbers where they are due.
	// true
}

// A file of one's own jobs needs no more than codes and titles. What is wrong with it is reported, and the rest is there.
func ExampleReadJSONL() {
	jobs := `{"code":"HIM-2","title":"Coding specialist","titles":["Clinical coder"]}
{"code":"HIM 3","title":"Coding lead"}`
	ps, err := profiles.ReadJSONL(strings.NewReader(jobs), "jobs.jsonl")
	fmt.Println(len(ps), ps[0].Titles)
	fmt.Println(err)
	// Output:
	// 1 [Clinical coder]
	// jobs.jsonl:2: profile "HIM 3": code: holds white space or a control character: codes stand in the columns of run files
}

func ExampleProfile_Validate() {
	teer := 7
	p := profiles.Profile{Code: "12111", TEER: &teer, Duties: []profiles.Duty{{Text: ""}}}
	fmt.Println(p.Validate())
	// Output:
	// profile 12111: title: empty
	// profile 12111: teer: 7 is out of range: want 0 to 5
	// profile 12111: duties[0].text: empty
}
