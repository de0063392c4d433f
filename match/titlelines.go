package match

import (
	"slices"
	"strings"
)

// A long text says what the job is called: in its first line, behind a label, beside dates or an employer, or after words such as "the
// position of". Such runs of words are compared with titles as a bare title is. The order in which they stand is their rank, the most
// recent job of a resume first, and each counts titleDecay times the one before it, as measured.

const (
	titleDecay = 0.7
	// maxTitleTokens is how much of the title field is a title: what comes after is read as text.
	maxTitleTokens = 40
	// maxTitleLine is how many words a line may have to be a title.
	maxTitleLine = 12
	// maxTitleLines is how many are kept: the 8th job counts 8% of the first.
	maxTitleLines = 8
	// maxCandidates bounds the lines that are compared with titles.
	maxCandidates = 60
	// firstLines is how many lines at the top of a text may be its title.
	firstLines = 4
	// likeATitle is the likeness, see bestVariant, from which a line is taken for a title; a labelled one needs less.
	likeATitle    = 0.4
	likeALabelled = 0.2
	// titleMass is the idf at which a title says half of what it could: "director" is a title, but hardly one.
	titleMass = 2.0
	// lateTitle is what a part counts that leaves out the first word: "Director, health records" is no health records.
	lateTitle = 0.75
)

// titleLabels stand before a title and a colon.
var titleLabels = map[string]bool{
	"title": true, "job title": true, "position": true, "position title": true, "role": true, "poste": true, "titre": true, "occupation": true, "job": true,
	"posting": true, "job posting": true, "vacancy": true, "re": true, "subject": true, "opportunity": true, "career opportunity": true, "hiring": true,
	"now hiring": true, "we are hiring": true, "titre du poste": true, "current position": true, "working title": true, "posting title": true, "classification": true,
	"job opportunity": true, "employment opportunity": true, "current role": true, "title of position": true, "position summary": true,
}

// titleCues stand before a title inside a sentence, as words; the title ends where the sentence, a comma or another phrase begins.
var titleCues = [][]string{
	{"position", "of"}, {"role", "of"}, {"employed", "as"}, {"worked", "as"}, {"works", "as"}, {"working", "as"}, {"served", "as"}, {"job", "of"},
	{"title", "of"}, {"seeking", "a"}, {"seeking", "an"}, {"looking", "for", "a"}, {"looking", "for", "an"}, {"hiring", "a"}, {"hiring", "an"},
	{"recruiting", "a"}, {"recruiting", "an"}, {"need", "a"}, {"need", "an"}, {"seeking", "experienced"}, {"as", "our"}, {"as", "the"}, {"as", "a"}, {"as", "an"}, {"capacity", "of"},
	{"i", "am", "a"}, {"i", "am", "an"}, {"we", "need"}, {"seeking"}, {"hiring"}, {"become", "a"}, {"become", "an"}, {"been", "a"}, {"been", "an"}, {"been", "our"},
	{"is", "our"}, {"join", "as"}, {"act", "as"}, {"acts", "as"},
}

// openingCues stand before a title where they open a sentence: "The health records technician will", "As applications analyst you are".
var openingCues = map[string]bool{"the": true, "as": true, "our": true}

// cuesBy are the cues by their first word, in their order.
var cuesBy = func() map[string][][]string {
	by := map[string][][]string{}
	for _, cue := range titleCues {
		by[cue[0]] = append(by[cue[0]], cue)
	}
	return by
}()

// cueReach is how many words after a cue may be a title.
const cueReach = 7

// A candidate is a run of tokens that may be a title.
type candidate struct {
	from, to int
	labelled bool
}

// findTitleLines finds the titles of a query, in rank order, and gives each its share.
func (m *model) findTitleLines(q *query, s *titleScratch) {
	defer q.shareTitles()
	title := q.fieldTokens(inTitle)
	title.to = min(title.to, title.from+maxTitleTokens)
	if q.kind == bareTitle {
		if title.from == title.to {
			title = q.fieldTokens(inText)
		}
		if title.from < title.to {
			q.titles = []titleLine{{from: title.from, to: title.to, likeness: 1}}
		}
		return
	}
	if title.from < title.to {
		q.titles = append(q.titles, titleLine{from: title.from, to: title.to, likeness: 1})
	}
	if m.off[PartTitleLines] {
		return
	}
	for _, c := range q.candidates() {
		if len(q.titles) == maxTitleLines {
			break
		}
		from, to, likeness := m.bestVariant(q, c, s)
		if (likeness >= likeATitle || c.labelled && likeness >= likeALabelled) && !q.hasTitle(from, to) {
			q.titles = append(q.titles, titleLine{from: from, to: to, likeness: likeness})
		}
	}
}

// hasTitle reports whether a title line says the same already: a posting repeats its title, which makes no second job.
func (q *query) hasTitle(from, to int) bool {
	return slices.ContainsFunc(q.titles, func(t titleLine) bool {
		return strings.EqualFold(strings.Join(q.surfaces(t.from, t.to), " "), strings.Join(q.surfaces(from, to), " "))
	})
}

// surfaces gives the words of a run as they are written.
func (q *query) surfaces(from, to int) []string {
	var words []string
	for i := from; i < to; i++ {
		if !q.tokens[i].shared {
			words = append(words, q.surface(i))
		}
	}
	return words
}

// shareTitles gives each title line its share, by rank, and by how like a title it is.
func (q *query) shareTitles() {
	sum, w := 0.0, 1.0
	for i := range q.titles {
		q.titles[i].weight = w
		sum += w
		w *= titleDecay
	}
	for i := range q.titles {
		line := &q.titles[i]
		line.weight *= line.likeness / sum
		line.content = len(q.contentTokens(line.from, line.to))
	}
}

// fieldTokens gives the tokens of a field.
func (q *query) fieldTokens(field uint8) span {
	from := slices.IndexFunc(q.tokens, func(t token) bool { return t.field == field })
	if from < 0 {
		return span{}
	}
	to := from
	for to < len(q.tokens) && q.tokens[to].field == field {
		to++
	}
	return span{from, to}
}

// candidates gives the runs of tokens that may be titles, labelled ones first, otherwise in the order of the text, without overlaps.
func (q *query) candidates() []candidate {
	var labelled, others []candidate
	dated := q.datedLines()
	lines, lastLine := 0, -1
	for _, s := range q.sentences {
		if s.field != inText {
			continue
		}
		if s.line != lastLine {
			lines, lastLine = lines+1, s.line
		}
		if from, label := q.afterLabel(s); titleLabels[label] {
			labelled = append(labelled, candidate{from, min(s.to, from+maxTitleLine), true})
			continue
		} else if otherLabels[label] || q.isVolunteer(s) {
			continue
		}
		if from, to, ok := q.afterCue(s); ok {
			others = append(others, candidate{from: from, to: to})
		} else if q.wordCount(s) <= maxTitleLine && (lines <= firstLines || dated[s.line]) {
			others = append(others, candidate{from: s.from, to: s.to})
		}
	}
	all := append(labelled, others...)
	return all[:min(len(all), maxCandidates)]
}

// wordCount counts the words of a sentence.
func (q *query) wordCount(s sentence) int {
	n := 0
	for _, t := range q.tokens[s.from:s.to] {
		if !t.shared {
			n++
		}
	}
	return n
}

// datedLines marks the lines that name a year or the present, and their neighbours: a job in a resume has its dates beside, above or
// below its title.
func (q *query) datedLines() map[int]bool {
	dated := map[int]bool{}
	for _, s := range q.sentences {
		for i := s.from; s.field == inText && i < s.to; i++ {
			if w := q.surface(i); isYear(w) || strings.EqualFold(w, "present") || strings.EqualFold(w, "current") {
				dated[s.line-1], dated[s.line], dated[s.line+1] = true, true, true
			}
		}
	}
	return dated
}

// isYear reports whether a word is a year of a working life.
func isYear(w string) bool {
	if len(w) != 4 || w[:2] != "19" && w[:2] != "20" {
		return false
	}
	return w[2] >= '0' && w[2] <= '9' && w[3] >= '0' && w[3] <= '9'
}

// afterLabel gives the label that a sentence begins with, in lower case, and the token after its colon; "" where there is none.
func (q *query) afterLabel(s sentence) (from int, label string) {
	for i := s.from; i < min(s.to-1, s.from+3); i++ {
		if label != "" {
			label += " "
		}
		label += strings.ToLower(q.surface(i))
		if strings.Contains(q.gap(i), ":") {
			return i + 1, label
		}
	}
	return s.from, ""
}

// otherLabels stand before what is somebody else's title, or none.
var otherLabels = map[string]bool{
	"to": true, "from": true, "cc": true, "attn": true, "attention": true, "reports to": true, "reporting to": true, "supervisor": true, "manager": true,
	"contact": true, "department": true, "location": true, "employer": true, "company": true, "school": true, "education": true, "references": true,
	"reference": true, "signed": true, "hobbies": true, "interests": true,
}

// isVolunteer reports whether a sentence speaks of volunteering, which is no job.
func (q *query) isVolunteer(s sentence) bool {
	for i := s.from; i < s.to; i++ {
		if w := strings.ToLower(q.surface(i)); w == "volunteer" || w == "volunteering" || w == "volunteered" {
			return true
		}
	}
	return false
}

// afterCue gives the words after the first cue of a sentence.
func (q *query) afterCue(s sentence) (from, to int, ok bool) {
	if s.from+1 < s.to && openingCues[strings.ToLower(q.surface(s.from))] {
		if to, ok := q.titleEnd(s, s.from+1); ok {
			return s.from + 1, to, true
		}
	}
	for i := s.from; i < s.to; i++ {
		for _, cue := range cuesBy[strings.ToLower(q.surface(i))] {
			if !q.wordsAt(i, s.to, cue) {
				continue
			}
			from = i + len(cue)
			if to, _ = q.titleEnd(s, from); from < to {
				return from, to, true
			}
		}
	}
	return 0, 0, false
}

// titleEnd gives the end of a title that begins at token from of a sentence, and whether a word that follows titles ended it.
func (q *query) titleEnd(s sentence, from int) (to int, ended bool) {
	to = from
	for words := 0; to < s.to && words < cueReach; to++ {
		if to > from && endsTitle[strings.ToLower(q.surface(to))] {
			return to, true
		}
		if to > from && endsClause(q.gap(to-1)) {
			return to, false
		}
		if !q.tokens[to].shared {
			words++
		}
	}
	return to, false
}

// endsTitle are words that stand after a title in a sentence.
var endsTitle = map[string]bool{
	"to": true, "who": true, "with": true, "at": true, "in": true, "from": true, "since": true, "on": true, "you": true, "is": true, "will": true, "for": true,
	"by": true, "within": true, "has": true, "performs": true, "provides": true, "reports": true, "works": true, "supports": true, "ensures": true, "leads": true, "coordinates": true, "assists": true, "plays": true, "must": true, "under": true, "that": true, "whose": true, "where": true, "between": true, "until": true, "he": true, "she": true, "they": true,
}
