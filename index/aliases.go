package index

import (
	_ "embed"
	"strings"
)

var (
	//go:embed data/aliases.tsv
	aliasData string
	//go:embed data/stems.tsv
	stemData string
)

// loadTable reads the first two columns of tab-separated lines; the third says why the row is there. # begins a comment line.
func loadTable(data string) map[string]string {
	table := map[string]string{}
	for line := range strings.Lines(data) {
		cols := strings.Split(strings.TrimRight(line, "\r\n"), "\t")
		if len(cols) < 3 || strings.HasPrefix(line, "#") {
			continue
		}
		table[cols[0]] = cols[1]
	}
	return table
}

// personSuffixes are the endings that man, woman and person forms of one trade differ by; the first is the form that stands for all.
var personSuffixes = []string{"man", "men", "woman", "women", "person", "persons", "people"}

// personTrades are what such endings are put to. A closed list: "german", "human" and "chairperson" end alike.
var personTrades = map[string]bool{
	"sales": true, "chair": true, "fore": true, "business": true, "fisher": true, "crafts": true, "trades": true, "camera": true,
	"door": true, "repair": true, "service": true, "delivery": true, "journey": true, "milk": true, "news": true, "spokes": true,
	"ombuds": true, "anchor": true, "work": true, "watch": true, "council": true, "draughts": true, "drafts": true, "line": true,
	"ranch": true, "signal": true, "stock": true, "weather": true, "stunt": true, "grounds": true, "alder": true,
	"assembly": true, "camp": true, "cable": true, "tool": true, "sports": true, "barge": true, "boat": true, "brake": true,
	"car": true, "congress": true, "crew": true, "dock": true, "ferry": true, "garbage": true, "gate": true, "hang": true,
	"hatch": true, "ice": true, "lay": true, "lumber": true, "maintenance": true, "middle": true, "night": true, "oil": true,
	"pit": true, "press": true, "props": true, "rig": true, "rifle": true, "shore": true, "switch": true, "tally": true, "time": true,
	"trap": true, "wood": true, "yard": true, "bonds": true, "bell": true, "fish": true, "horse": true, "plate": true, "under": true,
}

// personForm gives the form that stands for all man, woman and person forms of a trade.
func personForm(word string) (string, bool) {
	for _, suffix := range personSuffixes {
		if trade, ok := strings.CutSuffix(word, suffix); ok && personTrades[trade] {
			return trade + personSuffixes[0], true
		}
	}
	return "", false
}
