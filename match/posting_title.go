package match

import (
	"regexp"
	"slices"
	"strings"
)

// maxTitleBytes caps a title: longer ones are paragraphs.
const maxTitleBytes = 120

// jobTitle gives what the posting calls the job, and other names in the same line.
func (r *jobPosting) jobTitle() (title string, others []string) {
	if given := foldSpace(r.q.fields[inTitle]); given != "" {
		return cutAfterWord(given, maxUnitBytes), nil
	}
	line, like := r.titleLine()
	parts := titleParts(line)
	title = parts[0]
	for _, part := range parts {
		if like != "" && strings.Contains(part, like) {
			title = part
			break
		}
	}
	for _, part := range append(parts, splitTitle(title, slash)...) {
		if part != title && len(strings.Fields(part)) > 1 && r.endsAsTitle(part) && !slices.Contains(others, part) {
			others = append(others, part)
		}
	}
	return title, others
}

// titleLine gives the line that has the title, and the words of it that are like a title: the best title line of the text, or else a line
// with a label, or else the first line.
func (r *jobPosting) titleLine() (line, like string) {
	for _, t := range r.q.titles {
		field, from, to := r.q.text(t.from, t.to)
		if field != inText {
			continue
		}
		i := r.lineAt(from)
		if i < 0 || len(strings.Fields(r.lines[i].text)) > 2*maxTitleLine {
			return r.q.fields[inText][from:to], "" // words after a cue, in the midst of a sentence
		}
		l := r.lines[i]
		r.title = i
		return afterTitleLabel(r.q.fields[inText][min(l.start, from):l.end()]), foldSpace(r.q.fields[inText][from:to])
	}
	for i, l := range r.lines {
		if rest := afterTitleLabel(l.text); rest != l.text {
			r.title = i
			return rest, ""
		}
	}
	r.title = 0
	return r.lines[0].text, ""
}

// afterTitleLabel takes a label such as "Position:" off a line.
func afterTitleLabel(line string) string {
	head := line[:min(len(line), maxHeading)]
	if label, _, ok := strings.Cut(head, ":"); ok && titleLabels[strings.Join(plainWords(label), " ")] && hasWord(line[len(label):]) {
		return strings.TrimSpace(line[len(label)+1:])
	}
	return line
}

var (
	// apartInTitle parts a title from an employer, a place, hours.
	apartInTitle = regexp.MustCompile(`\s[-–—]+\s|\s*[|•·]\s*|\s{3,}|\t+|\s+@\s+`)
	// asideInTitle matches what stands in brackets.
	asideInTitle = regexp.MustCompile(`\s+\([^()]*\)`)
	slash        = regexp.MustCompile(`\s+/\s+`)
	// noTitle matches what the words of a job's terms, of a place or a number have and those of a title don't.
	noTitle = regexp.MustCompile(`(?i)\b(?:full[- ]?time|part[- ]?time|permanent|temporary|temp|casual|relief|term|mat|contract|seasonal|positions?|vacanc(?:y|ies)|months?|leave|hybrid|remote|` +
		`work from home|days?|nights?|evenings?|shifts?|ftes?|req|competition|job id|posting|inc|ltd|limited|corp|hospital|centre|clinic|university|college|city of|town of|` +
		`temps (?:plein|partiel)|permanent|temporaire|remplacement|concours|hôpital)\b|[#$%]|\d{3,}`)
	// aroundTitle matches what employers put before or after a title.
	aroundTitle = regexp.MustCompile(`(?i)^(?:now hiring|hiring|wanted|job opportunity|career opportunity)\b[\s:!–-]*|[\s,–-]*\b(?:(?:wanted|needed|required|asap|urgently|opportunity|opening)\b[\s!.]*)+$`)
)

// titleParts gives the parts of a title line that may be titles, the first one whatever it is.
func titleParts(line string) []string {
	line = strings.Trim(line, " \t*#_=~.:;,>")
	var parts []string
	for i, part := range apartInTitle.Split(line, -1) {
		part = asideInTitle.ReplaceAllStringFunc(part, func(aside string) string {
			if i > 0 || noTitle.MatchString(aside) || len(strings.Fields(aside)) < 2 {
				return ""
			}
			return aside
		})
		part = untilTerms(part)
		part = strings.Trim(foldSpace(aroundTitle.ReplaceAllString(part, "")), " *_,;:/-–—")
		if hasWord(part) && (len(parts) == 0 || !noTitle.MatchString(part)) {
			parts = append(parts, cutAfterWord(part, maxTitleBytes))
		}
	}
	if len(parts) == 0 {
		parts = []string{cutAfterWord(foldSpace(line), maxTitleBytes)}
	}
	return parts
}

// untilTerms cuts a title at the first comma before hours or a place.
func untilTerms(title string) string {
	for i, r := range title {
		if r == ',' && noTitle.MatchString(title[i:]) {
			return title[:i]
		}
	}
	return title
}

func splitTitle(title string, at *regexp.Regexp) []string {
	var parts []string
	for _, part := range at.Split(asideInTitle.ReplaceAllString(title, ""), -1) {
		parts = append(parts, strings.TrimSpace(part))
	}
	return parts
}

// endsAsTitle reports whether the last word is one that titles end with.
func (r *jobPosting) endsAsTitle(s string) bool { return r.heads[strings.ToLower(lastWord(s))] }
