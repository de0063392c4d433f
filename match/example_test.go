package match_test

import (
	"context"
	"errors"
	"fmt"
	"log"

	"github.com/nocmatch/nocmatch/index"
	"github.com/nocmatch/nocmatch/match"
	"github.com/nocmatch/nocmatch/profiles"
)

// The quick start of the README.
func Example() {
	m, err := match.Default()
	if err != nil {
		log.Fatal(err)
	}
	posting := `Health Records Technician, regional hospital. You code inpatient charts in ICD-10-CA
and CCI, submit abstracts to the DAD, and answer requests for release of information.`

	r, err := m.Match(context.Background(), match.Document{Text: posting})
	if err != nil {
		log.Fatal(err)
	}
	best, ok := r.Best()
	if !ok {
		log.Fatal("the text shows no occupation")
	}
	fmt.Println(best.Code, best.Title, best.Band)
	for _, e := range best.Evidence[:3] {
		fmt.Printf("%s %q: %q\n", e.Kind, e.Unit, posting[e.Start:e.End])
	}
	// Output:
	// 12111 Health information management occupations strong
	// duty "Read inpatient, day-surgery and emergency charts after discharge and assign ICD-10-CA diagnosis and CCI intervention codes under the Canadian Coding Standards.": "code inpatient charts in ICD-10-CA\nand CCI"
	// duty "Complete discharge abstracts for DAD and NACRS, fix the cases that CIHI edits reject, and resubmit before the period closes.": "abstracts to the DAD"
	// title "Health records technician": "Health Records Technician, regional hospital"
}

// An employer's own list of jobs, or any other classification, is profiles too.
func ExampleNew() {
	x, err := index.Build(context.Background(), []profiles.Profile{
		{Code: "B1", Title: "Bicycle mechanics", Titles: []string{"Bicycle mechanic"}, Duties: []profiles.Duty{{Text: "True wheels and replace spokes"}}},
		{Code: "B2", Title: "Bakers", Titles: []string{"Baker", "Pastry cook"}, Duties: []profiles.Duty{{Text: "Knead dough and bake bread"}}},
	})
	if err != nil {
		log.Fatal(err)
	}
	defer x.Close()
	m, err := match.New(x, match.Options{Top: 1})
	if err != nil {
		log.Fatal(err)
	}
	r, err := m.Match(context.Background(), match.Document{Title: "pastry baker", Industry: "supermarket"})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(r.Matches[0].Code, r.Matches[0].Title)
	// Output: B2 Bakers
}

// Many documents are matched side by side; results come in their order, and an error belongs to its document.
func ExampleMatcher_MatchAll() {
	m, err := match.Default()
	if err != nil {
		log.Fatal(err)
	}
	documents := func(yield func(match.Document, error) bool) {
		_ = yield(match.Document{Name: "a", Title: "Cancer registrar"}, nil) &&
			yield(match.Document{Name: "b"}, errors.New("b: the file is damaged")) &&
			yield(match.Document{Name: "c", Title: "Records management technician"}, nil)
	}
	for r, err := range m.MatchAll(context.Background(), documents) {
		if err != nil {
			fmt.Println(err)
			continue
		}
		best, _ := r.Best()
		fmt.Println(r.Document.Name, best.Code)
	}
	// Output:
	// a 12111
	// b: the file is damaged
	// c 12112
}
