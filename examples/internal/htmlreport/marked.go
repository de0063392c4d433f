package htmlreport

import (
	"cmp"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"

	"github.com/nocmatch/nocmatch/match"
)

// A piece is a piece of a candidate's text as it is shown: plain, or a highlight that leads to a unit.
type piece struct {
	Text string
	// Class is empty where the piece is no highlight.
	Class string
	// ID is the highlight's, empty where it goes on from the line before.
	ID string
	// To is the id of the unit that the highlight leads to, Units are all that it evidences, in words, and Shorts their short ids.
	To, Units, Shorts string
}

// gap is white space that a highlight leaves out: the end of a line with what indents the next, and the room between columns.
var gap = regexp.MustCompile(`[ \t]*[\r\n]\s*|[ \t]{2,}`)

// markText cuts text into pieces by the quotes of units, and enters in each quote the highlight where it begins. slight tells
// units whose quotes are only underlined.
func markText(candidate, text string, units []unit, slight func(unit) bool) []piece {
	var spans []span
	for u := range units {
		for _, q := range units[u].Quotes {
			if q.field == match.FieldText {
				spans = append(spans, span{q.start, q.end, u})
			}
		}
	}
	var pieces []piece
	marks := map[int]string{} // the highlights by where they begin
	for _, s := range segments(text, spans) {
		if len(s.units) == 0 {
			pieces = append(pieces, piece{Text: shown(text, s.start, s.end)})
			continue
		}
		slices.SortStableFunc(s.units, func(a, b int) int { return cmp.Compare(rank(units[a], slight), rank(units[b], slight)) })
		first := units[s.units[0]]
		p := piece{ID: fmt.Sprint(candidate, "-m", len(marks)+1), Class: first.Class, To: first.ID}
		if slight(first) {
			p.Class += " slight"
		}
		var labels, shorts []string
		for _, u := range s.units {
			labels = append(labels, label(units[u]))
			shorts = append(shorts, units[u].Short)
		}
		p.Units, p.Shorts = strings.Join(labels, "; "), strings.Join(shorts, " ")
		marks[s.start] = p.ID
		pieces = append(pieces, p.lines(text, s)...)
	}
	for u := range units {
		for i := range units[u].Quotes {
			q := &units[u].Quotes[i]
			if q.field == match.FieldText && (span{q.start, q.end, u}).isIn(text) {
				q.Mark = marks[q.start]
			}
		}
	}
	return pieces
}

// lines gives the highlight of a segment, once for each line or column that it is on.
func (p piece) lines(text string, s segment) []piece {
	var list []piece
	put := func(from, to int) {
		if from < to {
			p.Text = shown(text, from, to)
			list = append(list, p)
			p.ID = ""
		}
	}
	if strings.TrimSpace(text[s.start:s.end]) == "" {
		put(s.start, s.end) // nothing but white space: a quote may begin here
		return list
	}
	from := s.start
	for _, g := range gap.FindAllStringIndex(text[s.start:s.end], -1) {
		put(from, s.start+g[0])
		list = append(list, piece{Text: shown(text, s.start+g[0], s.start+g[1])})
		from = s.start + g[1]
	}
	put(from, s.end)
	return list
}

// rank orders the units of a highlight: what speaks against an occupation, then by kind, then by what it is worth; what is slight last.
func rank(u unit, slight func(unit) bool) float64 {
	if u.Class == against {
		return -1
	}
	place := float64(kindPlace(u.key.kind)) + .5 - min(math.Abs(u.contribution), 1)/4
	if slight(u) {
		place += float64(len(kindNames)) + 1
	}
	return place
}

// label names a unit in a few words. A duty has its number, its text is too long.
func label(u unit) string {
	if u.key.kind == match.KindDuty {
		return u.Label
	}
	return u.Label + ": " + u.Name
}

// isLaidOut reports whether a text has columns or tables that only a font of even width keeps: more than a sixth of its lines, and three
// at least, have room within them.
func isLaidOut(text string) bool {
	lines, spaced := 0, 0
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		lines++
		if strings.Contains(line, "   ") || strings.Contains(line, "\t") {
			spaced++
		}
	}
	return spaced >= 3 && spaced*6 > lines
}

// cutText gives the part of a text that is shown: at most [TextBytes], up to the end of a line or else of a word if there is one near.
func cutText(text string) string {
	if len(text) <= TextBytes {
		return text
	}
	end := TextBytes
	for !isBoundary(text, end) {
		end--
	}
	for _, at := range []string{"\n", " "} {
		if i := strings.LastIndex(text[:end], at); i > end-end/20 {
			return text[:i+1]
		}
	}
	return text[:end]
}
