// Command quickstart matches one job posting and prints the best occupation with the words that speak for it.
package main

import (
	"context"
	"fmt"
	"log"

	"github.com/nocmatch/nocmatch/match"
)

const posting = `Health Records Technician, regional hospital. You code inpatient charts in ICD-10-CA and CCI,
submit abstracts to the DAD, and answer requests for release of information.`

func main() {
	m, err := match.Default()
	if err != nil {
		log.Fatal(err)
	}
	r, err := m.Match(context.Background(), match.Document{Text: posting})
	if err != nil {
		log.Fatal(err)
	}
	best, ok := r.Best()
	if !ok {
		log.Fatal("the text shows no occupation")
	}
	fmt.Printf("%s %s: %.0f%% (%s)\n", best.Code, best.Title, 100*best.Confidence, best.Band)
	for _, e := range best.Evidence {
		fmt.Printf("%+.3f %s %q: %q\n", e.Contribution, e.Kind, e.Unit, e.Quote)
	}
}
