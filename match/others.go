package match

import "strings"

// "Reports to the HIM manager" makes no manager: a title behind such words is somebody else's.

// otherCues stand before the title of somebody else, as words.
var otherCues = [][]string{
	{"report", "to"}, {"reports", "to"}, {"reporting", "to"}, {"reported", "to"}, {"supervised", "by"}, {"supervision", "of"}, {"direction", "of"},
	{"guidance", "of"}, {"assigned", "by"}, {"directed", "by"}, {"led", "by"}, {"alongside"}, {"beside"}, {"liaise", "with"}, {"liaises", "with"},
	{"liaising", "with"}, {"liaison", "with"}, {"collaborate", "with"}, {"collaborates", "with"}, {"collaborating", "with"}, {"work", "with"},
	{"works", "with"}, {"working", "with"}, {"worked", "with"}, {"work", "closely", "with"}, {"works", "closely", "with"}, {"working", "closely", "with"},
	{"support", "to"}, {"assistance", "to"}, {"assist"}, {"assists"}, {"assisting"}, {"refer", "to"}, {"referred", "to"}, {"backup", "for"},
}

// otherReach is how many words may stand between such a cue and the title: "reports to the regional HIM manager".
const otherReach = 3

// isOthers reports whether the words from token from on stand behind a cue in their sentence.
func (q *query) isOthers(from int) bool {
	begin := q.sentences[q.tokens[from].sentence].from
	for end := from; end > begin && end >= from-otherReach; end-- {
		if end < from && endsClause(q.gap(end)) {
			return false // a clause ends between the two
		}
		for _, cue := range otherCues {
			if end-len(cue) >= begin && q.wordsAt(end-len(cue), end, cue) {
				return true
			}
		}
	}
	return false
}

// wordsAt reports whether words stand at token i, before token end, letter case aside.
func (q *query) wordsAt(i, end int, words []string) bool {
	if i+len(words) > end {
		return false
	}
	for k, w := range words {
		if !strings.EqualFold(q.surface(i+k), w) {
			return false
		}
	}
	return true
}
