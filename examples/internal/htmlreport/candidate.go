package htmlreport

import (
	"fmt"
	"math"
	"strconv"

	"github.com/nocmatch/nocmatch/match"
)

const (
	// maxQuotes is how many quotes of a unit are listed; the text has them all.
	maxQuotes = 12
	// maxOtherQuotes is how many quotes stand for an occupation that is not shown in full.
	maxOtherQuotes = 3
)

// A candidateView is a candidate in full, as the template shows it.
type candidateView struct {
	ID, Name       string
	Rank           int
	Previous, Next string // ids of the candidates beside it, or empty
	Words          string
	// For is the occupation that is shown, empty where nothing matched; Abstained says that the document shows too little to name it.
	For       string
	Abstained bool
	Score     string
	Bar       string
	Band      bandName
	Percent   string
	Warnings  []string
	Parts     []part
	Duties    []dutyView
	Covered   string
	Found     []unit
	Negated   []unit
	Missing   []string
	Skills    int
	Groups    []group
	Against   []unit
	// Others are occupations beside the one shown, under a heading of their own.
	Others        []otherView
	OthersHeading string
	Pieces        []piece
	LaidOut       bool
	// Cut says how much of the text is shown, empty where all of it is.
	Cut string
}

// A part is what one kind of evidence adds to the score.
type part struct {
	Name, Worth, Bar string
}

type dutyView struct {
	unit
	Status   statusName
	Optional bool
}

// A group is the units of one kind under a heading.
type group struct {
	Heading string
	Units   []unit
}

type otherView struct {
	Name, Score, Percent string
	Band                 bandName
	Quotes               []string
}

// candidate lays out candidate i of the report.
func (p *page) candidate(i int) candidateView {
	c := p.report.Candidates[i]
	row := p.Rows[i]
	v := candidateView{ID: row.ID, Name: row.Name, Rank: row.Rank, Words: counted(c.Result.Document.Words, "word", "words"), Abstained: c.Result.Abstained}
	if i > 0 {
		v.Previous = p.Rows[i-1].ID
	}
	if i+1 < len(p.Rows) {
		v.Next = p.Rows[i+1].ID
	}
	for _, w := range c.Result.Warnings {
		v.Warnings = append(v.Warnings, oneLine(w.Message))
	}
	text := cutText(c.Text)
	if len(text) < len(c.Text) {
		v.Cut = fmt.Sprintf("The text is shown up to here: %s of %s bytes. All of it was matched.", thousands(len(text)), thousands(len(c.Text)))
	}
	v.LaidOut = isLaidOut(text)

	m, others := c.first()
	if m == nil {
		v.Pieces = markText(v.ID, text, nil, nil)
		return v
	}
	v.For, v.Score, v.Bar, v.Band, v.Percent = row.For, row.Score, row.Bar, row.Band, row.Percent
	v.Covered = row.Covered
	units := unitsOf(v.ID, c.Result, *m)
	v.Pieces = markText(v.ID, text, units, func(u unit) bool { return isSlight(u, *m) })
	for i := range units {
		units[i].place(len(text))
	}
	v.sort(units, *m, p.optional)
	v.Parts = partsOf(*m)

	v.OthersHeading = "Other occupations that it may be"
	if p.Target {
		others, v.OthersHeading = c.Better, "Occupations that it matches better"
	}
	for _, o := range others {
		v.Others = append(v.Others, newOther(o))
	}
	return v
}

// first gives the match that is shown in full, nil where there is none, and the others.
func (c Candidate) first() (*match.Match, []match.Match) {
	if len(c.Result.Matches) == 0 {
		return nil, nil
	}
	return &c.Result.Matches[0], c.Result.Matches[1:]
}

// isSlight reports whether a unit is too little to tint its quotes: also a duty that they share a word with and don't show. A skill that
// is found is found, however little it counts.
func isSlight(u unit, m match.Match) bool {
	switch u.Class {
	case against, "skill":
		return false
	}
	return u.absent || math.Abs(u.contribution) < slightShare*m.Score
}

// place says of quotes without a highlight where they are.
func (u *unit) place(shown int) {
	for i := range u.Quotes {
		switch q := &u.Quotes[i]; {
		case q.Mark != "":
		case q.field == match.FieldTitle:
			q.Where = "in the job title given"
		case q.field == match.FieldIndustry:
			q.Where = "in the industry given"
		case q.end > shown:
			q.Where = "in the part of the text that is not shown"
		default:
			q.Where = "place not known"
		}
	}
}

// Shown are the quotes that are listed.
func (u unit) Shown() []quote { return u.Quotes[:min(len(u.Quotes), maxQuotes)] }

// More is how many quotes are not listed.
func (u unit) More() int { return len(u.Quotes) - len(u.Shown()) }

// sort puts each unit under its heading.
func (v *candidateView) sort(units []unit, m match.Match, optional func(int) bool) {
	groups := map[match.EvidenceKind][]unit{}
	for _, u := range units {
		switch {
		case u.key.kind == match.KindDuty && len(v.Duties) < len(m.Duties):
			k := len(v.Duties)
			v.Duties = append(v.Duties, dutyView{unit: u, Status: statusOf(m.Duties[k].Status), Optional: optional(k)})
		case u.Class == "skill":
			v.Found = append(v.Found, u)
		case u.Class == against && u.key.kind == match.KindSkill:
			v.Negated = append(v.Negated, u)
		case u.Class == against:
			v.Against = append(v.Against, u)
		default:
			kind := u.key.kind
			if u.Class == "other" {
				kind = ""
			}
			groups[kind] = append(groups[kind], u)
		}
	}
	v.Skills = len(m.Skills)
	for _, s := range m.Skills {
		if s.Status == match.SkillAbsent {
			v.Missing = append(v.Missing, oneLine(s.Name))
		}
	}
	for _, k := range kindNames {
		if us := groups[k.kind]; len(us) > 0 {
			v.Groups = append(v.Groups, group{k.heading, us})
		}
	}
	if us := groups[""]; len(us) > 0 {
		v.Groups = append(v.Groups, group{"Other", us})
	}
}

// partsOf gives what each kind of evidence adds to the score, in the order of kindNames, and last what is taken off.
func partsOf(m match.Match) []part {
	sums := make([]float64, len(kindNames)+1)
	off, total := 0.0, 0.0
	for _, e := range m.Evidence {
		if e.Contribution < 0 {
			off += e.Contribution
			continue
		}
		sums[kindPlace(e.Kind)] += e.Contribution
		total += e.Contribution
	}
	if total == 0 {
		return nil
	}
	var list []part
	add := func(name string, sum float64) {
		if sum != 0 {
			list = append(list, part{Name: name, Worth: fmt.Sprintf("%+.3f", sum), Bar: bar(math.Abs(sum) / total)})
		}
	}
	for i, k := range kindNames {
		add(k.heading, sums[i])
	}
	add("Other", sums[len(kindNames)])
	add("Against", off)
	return list
}

// newOther gives an occupation in one line and its best quotes.
func newOther(m match.Match) otherView {
	o := otherView{Name: occupation(m.Code, m.Title), Score: score(m.Score), Percent: percent(m.Confidence), Band: bandOf(m.Band)}
	seen := map[string]bool{}
	for _, e := range m.Evidence {
		if words := oneLine(e.Quote); e.Contribution > 0 && !seen[words] && len(o.Quotes) < maxOtherQuotes {
			seen[words] = true
			o.Quotes = append(o.Quotes, words)
		}
	}
	return o
}

// bar gives a share of a whole as the width of a bar that is 100 wide.
func bar(share float64) string {
	if math.IsNaN(share) {
		share = 0
	}
	return strconv.FormatFloat(100*min(max(share, 0), 1), 'f', 1, 64)
}
