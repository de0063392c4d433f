package careerpage

import (
	"regexp"
	"strings"

	"github.com/nocmatch/nocmatch/profiles"
)

const (
	// ratingWords are those of Job Bank's outlooks and of the Canadian Occupational Projection System, and what others say instead.
	ratingWords = `((?:very )?(?:good|limited)|(?:moderate |strong )?risk of (?:shortage|surplus)|moderate|balanced?|fair|favourable|excellent|(?:above |below )?average)`
	ratingLabel = `(?:employment )?(?:outlook|rating|prospects|projection) ?: ?`
)

var (
	horizonYears = regexp.MustCompile(`^` + yearDigits + `(?: ?(?:-|to) ?` + yearDigits + `)?$`)

	// speaksOfOutlook marks the sentences in which a word such as "good" is a rating.
	speaksOfOutlook = regexp.MustCompile(`(?i)\b(?:outlooks?|prospects|rating|projections?|balance|risk)\b`)
	unavailable     = regexp.MustCompile(`(?i)\b(?:unavailable|not available|undetermined|not published|no (?:employment )?outlook)\b`)
	rating          = regexp.MustCompile(`(?i)\b` + ratingWords + `\b`)
	ratingAlone     = regexp.MustCompile(`(?i)^(?:` + ratingLabel + `)?` + ratingWords + `\W*$`)
	ratingAbsent    = regexp.MustCompile(`(?i)^` + ratingLabel + `(.*)$`)
)

// readOutlook takes the first sentence that rates the outlook, or says that there is none. All of the text is the note, a mere rating
// excepted.
func (c *careerPage) readOutlook(s *pageSection, p *profiles.Profile) bool {
	var prose []string
	var o *profiles.Outlook
	for _, line := range s.lines {
		text := item(line.text)
		if m := ratingAbsent.FindStringSubmatch(straight(text)); m != nil && isAbsent(m[1]) {
			continue
		}
		if !ratingAlone.MatchString(straight(text)) {
			prose = append(prose, text)
		}
		for _, sentence := range sentences(text) {
			if o == nil && (speaksOfOutlook.MatchString(sentence) || ratingAlone.MatchString(sentence)) {
				o = outlookIn(sentence)
			}
		}
	}
	if o == nil {
		if prose != nil {
			c.fail(s.lines[0].number, "%q: want a sentence that rates the outlook, such as good or limited, or says that it is unavailable", clip(s.lines[0].text))
		}
		return false
	}
	o.Horizon = c.horizon(s)
	o.Note = strings.Join(prose, " ")
	p.LabourMarket = append(p.LabourMarket, profiles.LabourMarket{Region: c.region, Source: c.sourceOf(s), Outlook: o})
	return true
}

// outlookIn returns what a sentence says of the outlook, nil where it says nothing.
func outlookIn(sentence string) *profiles.Outlook {
	if unavailable.MatchString(sentence) {
		return &profiles.Outlook{}
	}
	if m := rating.FindStringSubmatch(sentence); m != nil {
		return &profiles.Outlook{Available: true, Rating: strings.ToLower(m[1])}
	}
	return nil
}

// horizon returns the years that an outlook is for, or else its term.
func (c *careerPage) horizon(s *pageSection) string {
	text := s.part("horizon")
	if text == "" {
		return strings.TrimSuffix(s.kind.holds, " outlook")
	}
	m := horizonYears.FindStringSubmatch(text)
	switch {
	case m == nil || m[2] != "" && m[2] < m[1]:
		c.fail(s.heading.number, "%q: want years such as 2025-2027", clip(text))
		return strings.TrimSuffix(s.kind.holds, " outlook")
	case m[2] == "":
		return m[1]
	}
	return m[1] + "-" + m[2]
}
