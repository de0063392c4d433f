package careerpage_test

import (
	"fmt"
	"strings"

	"github.com/nocmatch/nocmatch/profiles/careerpage"
)

// Sections may be missing, and "N/A" is nothing.
func ExampleRead() {
	page := `National Occupational Classification (NOC): 32120
What do medical laboratory technologists do?
They turn samples into results.
Hourly Earnings
The following wages are for Canada:
| Low ($/hour) | Median ($/hour) | High ($/hour) |
| $27.50 | N/A | $48.00 |
Source: Job Bank, Government of Canada`
	p, err := careerpage.Read(strings.NewReader(page), "page.txt")
	fmt.Println(p.Code, p.Title, err)
	wages := p.LabourMarket[0]
	fmt.Println(wages.Region, *wages.WageLow, wages.WageMedian == nil, *wages.WageHigh)
	// Output:
	// 32120 Medical laboratory technologists <nil>
	// Canada 27.5 true 48
}
