package read

import (
	_ "embed"
	"strings"

	"github.com/nocmatch/nocmatch/match/internal/text"
)

//go:embed data/others.txt
var otherData string

// otherCues stand before the title of somebody else, as words: "reports to the HIM manager" makes
// no manager.
var otherCues = func() [][]string {
	var cues [][]string
	for _, words := range text.ReadCues(otherData)["other"] {
		cues = append(cues, strings.Fields(words))
	}
	return cues
}()

// otherReach is how many words may stand between such a cue and the title: "reports to the
// regional HIM manager".
const otherReach = 3

// isOthers reports whether the words from token from on stand behind a cue in their sentence.
func (r *reader) isOthers(from int) bool {
	if r.off[Others] {
		return false
	}
	begin := r.Sentences[r.Tokens[from].Sentence].From
	for end := from; end > begin && end >= from-otherReach; end-- {
		if end < from && text.EndsClause(r.Gap(end)) {
			return false // a clause ends between the two
		}
		for _, cue := range otherCues {
			if end-len(cue) >= begin && r.WordsAt(end-len(cue), end, cue) {
				return true
			}
		}
	}
	return false
}
