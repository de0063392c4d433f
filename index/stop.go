package index

import (
	_ "embed"
	"strings"
)

//go:embed data/stop.txt
var stopData string

// loadStop reads words separated by white space, with # comments to the end of a line.
func loadStop(data string) map[string]bool {
	stop := map[string]bool{}
	for line := range strings.Lines(data) {
		line, _, _ = strings.Cut(line, "#")
		for _, w := range strings.Fields(line) {
			stop[w] = true
		}
	}
	return stop
}
