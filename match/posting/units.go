package posting

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/nocmatch/nocmatch/match/internal/text"
	"github.com/nocmatch/nocmatch/profiles"
)

// A picker chooses lines that have duties.
type picker struct {
	section section
	item    bool
}

// pickers are where duties are looked for; the first that finds one decides.
var pickers = [][]picker{
	{{sectionDuties, true}, {sectionRole, true}},
	{{sectionDuties, false}},
	{{sectionOpen, true}},
	{{sectionRole, false}},
	{{sectionOpen, false}},
}

// duties gives what the work is, in the posting's order, each once. Lines that give some are used.
func (r *jobPosting) duties() []profiles.Duty {
	var duties []profiles.Duty
	seen := map[string]bool{}
	for _, from := range pickers {
		for i := range r.lines {
			l := &r.lines[i]
			if l.heading || !slices.Contains(from, picker{l.section, l.item}) {
				continue
			}
			for _, text := range r.unitsOf(l) {
				if !r.isDuty(i, text) {
					continue
				}
				if key := unitKey(text); !seen[key] {
					seen[key], l.used = true, true
					duties = append(duties, profiles.Duty{Text: text, Optional: optional.MatchString(text)})
				}
			}
		}
		if len(duties) > 0 {
			break
		}
	}
	return duties
}

// isDuty reports whether a unit of line i says what is done. In a section of duties nearly all items do; sentences may speak of pay.
// Outside sections, what asks for something is a requirement, and the title isn't work.
func (r *jobPosting) isDuty(i int, text string) bool {
	l := &r.lines[i]
	switch {
	case countWords(text) < minDutyWords || noDuty.MatchString(text):
		return false
	case l.section != sectionOpen:
		return l.item || !isBoilerplate(text)
	case isBoilerplate(text) || asks(text) || denial.MatchString(text):
		return false
	}
	return l.item || countWords(text) > minDutyWords && !(i == r.title && strings.Contains(text, r.name))
}

// requirements gives what is asked for, in the posting's order, each once: the items of a section, or its sentences where it has no items,
// and what asks for something outside sections. Lines that give some are used.
func (r *jobPosting) requirements() []profiles.Requirement {
	var list []profiles.Requirement
	seen := map[string]bool{}
	headed := slices.ContainsFunc(r.lines, func(l postingLine) bool { return l.section == sectionRequired })
	for i := 0; i < len(r.lines); {
		end := i + 1
		for end < len(r.lines) && r.lines[end].section == r.lines[i].section && !r.lines[end].heading {
			end++
		}
		part := r.lines[i:end]
		i = end
		items := slices.ContainsFunc(part, func(l postingLine) bool { return l.item })
		for k := range part {
			l := &part[k]
			open := l.section == sectionOpen
			switch {
			case l.heading || l.section != sectionRequired && !open:
				continue
			case !l.item && (open && headed || !open && items):
				continue
			}
			for _, text := range r.unitsOf(l) {
				if !isRequirement(l, text) {
					continue
				}
				if key := unitKey(text); !seen[key] {
					seen[key], l.used = true, true
					list = append(list, profiles.Requirement{Text: text, Kind: requirementKind(text)})
				}
			}
		}
	}
	return list
}

// isRequirement reports whether a unit of a line asks for something. In a section of requirements nearly all items do.
func isRequirement(l *postingLine, text string) bool {
	switch {
	case countWords(text) < minRequirementWords || denial.MatchString(text):
		return false
	case l.section != sectionOpen:
		return l.item || !isBoilerplate(text)
	}
	return asks(text) && !isBoilerplate(text)
}

// asks reports whether a sentence outside all sections is a requirement.
func asks(text string) bool { return requirementKind(text) != "" || demand.MatchString(text) }

// lead gives the first paragraph that says what the job is, its first sentences; "" where none does or where it gave the duties.
func (r *jobPosting) lead() string {
	for i := range r.lines {
		l := &r.lines[i]
		if l.heading || l.item || l.used || l.section == sectionOther || l.section == sectionRequired {
			continue
		}
		if says := r.saysJob(l.text); !says && (l.section != sectionRole || isBoilerplate(l.text)) {
			continue
		}
		var lead string
		for _, s := range r.sentencesOf(l) {
			if len(lead)+len(s) > maxLeadBytes || strings.HasSuffix(s, ":") || countWords(s) < minLeadWords || denier.MatchString(s) {
				break
			}
			lead = strings.TrimSpace(lead + " " + s)
		}
		if lead != "" {
			return lead
		}
	}
	return ""
}

// saysJob reports whether a paragraph begins as those do that say what a job is.
func (r *jobPosting) saysJob(text string) bool {
	if aboutJob.MatchString(text) {
		return true
	}
	text = strings.ToLower(text)
	return slices.ContainsFunc(splitTitle(r.name), func(name string) bool { return strings.HasPrefix(text, "the "+strings.ToLower(name)+" ") })
}

// units gives the units of a line: an item is one, a paragraph has one for each sentence. An address makes a text none.
func (r *jobPosting) unitsOf(l *postingLine) []string {
	var units []string
	texts := []string{l.text}
	if !l.item {
		texts = r.sentencesOf(l)
	}
	for _, text := range texts {
		text = trimUnit(text)
		if text != "" && !contact.MatchString(text) && !strings.HasSuffix(text, ":") {
			units = append(units, cutAfterWord(text, maxUnitBytes))
		}
	}
	return units
}

// sentencesOf gives the sentences of a line, as the scorer sees them.
func (r *jobPosting) sentencesOf(l *postingLine) []string {
	var texts []string
	at, end := l.start, l.end()
	body := r.Fields[text.Body]
	add := func(to int) {
		if s := foldSpace(body[at:to]); hasWord(s) {
			texts = append(texts, s)
		}
		at = to
	}
	first, _ := slices.BinarySearchFunc(r.inText, at, func(start, at int) int { return cmp.Compare(start, at) })
	for _, start := range r.inText[first:] {
		if start >= end {
			break
		}
		// What opens a bracket or a quotation stands before the first word.
		start = len(strings.TrimRight(body[:start], "(“\"‘'«[*$#"))
		if start > at {
			add(start)
		}
	}
	add(end)
	return texts
}

// lineAt gives the line whose words hold a byte of the text; -1 for none.
func (r *jobPosting) lineAt(at int) int {
	i, found := slices.BinarySearchFunc(r.lines, at, func(l postingLine, at int) int { return cmp.Compare(l.start, at) })
	if !found {
		i--
	}
	if i < 0 || at >= r.lines[i].end() {
		return -1
	}
	return i
}

// whole gives a line with its mark and its label.
func (r *jobPosting) whole(i int) string {
	body := r.Fields[text.Body]
	return body[strings.LastIndexByte(body[:r.lines[i].start], '\n')+1 : r.lines[i].end()]
}

// trimUnit takes off what parts a unit from the next.
func trimUnit(s string) string {
	s = strings.TrimRight(foldSpace(s), " ;,*_|")
	for _, end := range []string{"; and", ", and", "; or", "; et"} {
		s = strings.TrimSuffix(s, end)
	}
	return strings.TrimLeft(s, " ;,*_|–—")
}

// cutAfterWord cuts a text after the last word that ends within so many bytes.
func cutAfterWord(s string, most int) string {
	if len(s) <= most {
		return s
	}
	for !utf8.RuneStart(s[most]) {
		most--
	}
	if i := strings.LastIndexByte(s[:most+1], ' '); i > 0 {
		return s[:i]
	}
	return s[:most]
}

// countWords counts the words of a text that have a letter or a digit.
func countWords(s string) int {
	n := 0
	for _, w := range strings.Fields(s) {
		if hasWord(w) {
			n++
		}
	}
	return n
}
