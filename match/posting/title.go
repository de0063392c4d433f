package posting

import (
	"regexp"
	"slices"
	"strings"

	"github.com/nocmatch/nocmatch/match/internal/read"
	"github.com/nocmatch/nocmatch/match/internal/text"
)

// maxTitleBytes caps a title: longer ones are paragraphs.
const maxTitleBytes = 120

const (
	// firstLines is how many lines at the top may be the title.
	firstLines = 4
	// maxSentence is how many words a line may have that is a title and no sentence around one.
	maxSentence = 24
)

// jobTitle gives what the posting calls the job, and other names in the same line.
func (r *jobPosting) jobTitle() (title string, others []string) {
	if given := foldSpace(r.Fields[text.Title]); given != "" {
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
	for _, part := range append(parts, splitTitle(title)...) {
		if part != title && len(strings.Fields(part)) > 1 && r.endsAsTitle(part) && !slices.Contains(others, part) {
			others = append(others, part)
		}
	}
	return title, others
}

// titleLine gives the line that has the title, or the part of it, and the words that are like a title. What stands behind a label such as
// "Job title:" is it; else the first line that is like a title of a profile; else what stands behind a weaker label; else [jobPosting.firstTitle].
func (r *jobPosting) titleLine() (line, like string) {
	weak := -1
	for i, l := range r.lines {
		if l.section == sectionDuties || l.section == sectionRequired {
			break
		}
		label, title := cutTitleLabel(r.whole(i))
		switch {
		case label == "" || noTitle.MatchString(titleParts(title)[0]):
		case sureLabels[label]:
			r.title = i
			return title, ""
		case weak < 0:
			weak = i
		}
	}
	if i, like := r.likeliest(); like != "" {
		if i < 0 {
			return like, like
		}
		r.title = i
		return r.whole(i), like
	}
	if weak < 0 {
		r.title = r.firstTitle()
		return r.sentencesOf(&r.lines[r.title])[0], ""
	}
	r.title = weak
	_, line = cutTitleLabel(r.whole(weak))
	return line, ""
}

// firstTitle gives the first line of the top with a part that ends as titles do, or else the first that has no word of an employer or of
// terms, or else the first.
func (r *jobPosting) firstTitle() int {
	other := -1
	for i := range r.lines[:min(firstLines, len(r.lines))] {
		parts := titleParts(r.sentencesOf(&r.lines[i])[0])
		switch {
		case noTitle.MatchString(parts[0]) || strings.HasPrefix(parts[0], "("):
		case slices.ContainsFunc(parts, r.endsAsTitle):
			return i
		case other < 0:
			other = i
		}
	}
	return max(other, 0)
}

// likeliest gives the first words that are like a title of a profile, of an employer's name only where there are no others ("General
// Hospital"), and their line; -1 for a line that is a sentence around them.
func (r *jobPosting) likeliest() (line int, like string) {
	for _, t := range r.Titles {
		field, from, to := r.Bytes(t.From, t.To)
		i := r.lineAt(from)
		if field != text.Body || i < 0 || r.lines[i].section == sectionRequired || r.lines[i].section == sectionDuties {
			continue
		}
		words := foldSpace(r.Fields[text.Body][from:to])
		employer := noTitle.MatchString(words)
		if employer && like != "" {
			continue
		}
		line, like = i, words
		if s := r.lines[i].text; len(strings.Fields(s)) > maxSentence || read.OpensTitle(strings.ToLower(firstWord(s))) {
			line = -1
		}
		if !employer {
			break
		}
	}
	return line, like
}

// sureLabels are the labels of titles that stand before nothing but a title.
var sureLabels = map[string]bool{
	"job title": true, "position title": true, "position": true, "title": true, "title of position": true, "posting title": true, "working title": true,
	"titre": true, "titre du poste": true, "poste": true,
}

// cutTitleLabel gives the label that a line begins with, in plain words, and what stands behind it; "" without one.
func cutTitleLabel(line string) (label, title string) {
	colon := strings.IndexByte(line[:min(len(line), maxHeading)], ':')
	if colon < 0 || !hasWord(line[colon:]) {
		return "", line
	}
	if label = strings.Join(plainWords(line[:colon]), " "); !read.IsTitleLabel(label) {
		return "", line
	}
	return label, strings.TrimSpace(line[colon+1:])
}

var (
	// apartInTitle parts a title from an employer, a place, hours.
	apartInTitle = regexp.MustCompile(`\s[-–—]+\s|\s*[|•·]\s*|\*+|\s{3,}|\t+|\s+@\s+`)
	// asideInTitle matches what stands in brackets.
	asideInTitle = regexp.MustCompile(`\s+\([^()]*\)`)
	slash        = regexp.MustCompile(`\s+/\s+`)
	// noTitle matches what the words of a job's terms, of a place or a number have and those of a title don't.
	noTitle = regexp.MustCompile(`(?i)\b(?:full[- ]?time|part[- ]?time|permanent|temporary|temp|casual|relief|term|mat|contract|seasonal|positions?|vacanc(?:y|ies)|months?|leave|hybrid|remote|` +
		`work from home|days|nights|evenings|shifts?|ftes?|req|competition|job id|posting|inc|ltd|limited|corp|hospital|centre|clinic|university|college|city of|town of|` +
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

// splitTitle gives the names in a title that are parted by slashes, without asides.
func splitTitle(title string) []string {
	var parts []string
	for _, part := range slash.Split(asideInTitle.ReplaceAllString(title, ""), -1) {
		parts = append(parts, strings.TrimSpace(part))
	}
	return parts
}

// endsAsTitle reports whether the last word is one that titles end with.
func (r *jobPosting) endsAsTitle(s string) bool {
	return r.lex.Titles.Heads[strings.ToLower(lastWord(s))]
}
