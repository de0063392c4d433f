package profiles

// A Profile describes one occupation. Code and Title alone make a loadable profile; every other field may be empty. Any string without
// white space is a code, so that other taxonomies load too, and titles may repeat within a profile and across profiles.
// [Profile.Validate] has the rules.
//
// The JSON form of a profile is one file of the built-in set, or one line of a JSON Lines file.
type Profile struct {
	// Code identifies the occupation, for NOC 2021 five digits.
	Code string `json:"code"`
	// Title is the official title of the unit group.
	Title string `json:"title"`
	// Edition names the classification, such as "NOC 2021 v1.0".
	Edition string `json:"edition,omitempty"`
	// TEER is the level of training, education, experience and responsibilities, 0 to 5; nil where it is not known.
	TEER *int `json:"teer,omitempty"`
	// Lead is the lead statement: what people in the occupation do, and where.
	Lead string `json:"lead,omitempty"`
	// Titles are job titles that people use for the occupation.
	Titles []string `json:"titles,omitempty"`
	// Duties are the main duties, in the order of their source.
	Duties []Duty `json:"duties,omitempty"`
	// Vocabulary is the working vocabulary: what postings and resumes say and classifications don't.
	Vocabulary []Term `json:"vocabulary,omitempty"`
	// Skills are the skills that employers seek.
	Skills []Skill `json:"skills,omitempty"`
	// Requirements are what employers ask for: education, credentials, licences, experience.
	Requirements []Requirement `json:"requirements,omitempty"`
	// Exclusions are titles that look as if they belonged here and belong elsewhere.
	Exclusions []Exclusion `json:"exclusions,omitempty"`
	// Industries are where the occupation works.
	Industries []Industry `json:"industries,omitempty"`
	// Related are the codes of the nearest occupations.
	Related []string `json:"related,omitempty"`
	// LabourMarket holds facts about wages, ages and postings. Nothing here is ever read by the scorer.
	LabourMarket []LabourMarket `json:"labour_market,omitempty"`
	// Sources say where the facts of the profile come from, and what in it is editorial.
	Sources []Source `json:"sources,omitempty"`
}

// A Duty is one main duty, as a sentence.
type Duty struct {
	Text string `json:"text"`
	// Optional marks what only some people in the occupation do ("May supervise ...").
	Optional bool `json:"optional,omitempty"`
	// Signs are ways of saying the duty that real texts use, as [ParseSign] reads them.
	Signs []string `json:"signs,omitempty"`
	// Skills are the names of the skills of the profile that doing the duty shows.
	Skills []string `json:"skills,omitempty"`
}

// A Term is one entry of the working vocabulary, with its other spellings and abbreviations.
type Term struct {
	Term    string   `json:"term"`
	Aliases []string `json:"aliases,omitempty"`
	// Kind is one of [TermKinds], or empty.
	Kind string `json:"kind,omitempty"`
}

// A Skill is a sought skill, with the phrasings that ask for it or show it.
type Skill struct {
	Name    string   `json:"name"`
	Aliases []string `json:"aliases,omitempty"`
	// Signs are what shows the skill where it is not named, as [ParseSign] reads them.
	Signs []string `json:"signs,omitempty"`
	// Source names who found that employers seek the skill.
	Source string `json:"source,omitempty"`
}

// A Requirement is something that employers ask for.
type Requirement struct {
	Text string `json:"text"`
	// Kind is one of [RequirementKinds], or empty.
	Kind string `json:"kind,omitempty"`
}

// An Exclusion is a title that belongs to another occupation.
type Exclusion struct {
	Title string `json:"title"`
	// See is the code of the occupation that it belongs to; empty where the source names none.
	See string `json:"see,omitempty"`
}

// An Industry is an industry of the North American Industry Classification System.
type Industry struct {
	NAICS string `json:"naics,omitempty"`
	Title string `json:"title"`
}

// LabourMarket is a set of facts from one source about one region and year. A nil or empty field is not known, which is not zero.
type LabourMarket struct {
	Region string `json:"region"`
	// Year of reference; 0 where the source names none.
	Year   int    `json:"year,omitempty"`
	Source string `json:"source,omitempty"`
	// Employed is the number of people working in the occupation.
	Employed *int    `json:"employed,omitempty"`
	Gender   []Share `json:"gender,omitempty"`
	Ages     []Share `json:"ages,omitempty"`
	// MedianIncome is the median yearly employment income in dollars, of Workers people.
	MedianIncome *int `json:"median_income,omitempty"`
	Workers      *int `json:"workers,omitempty"`
	// WageLow, WageMedian and WageHigh are in dollars an hour.
	WageLow    *float64 `json:"wage_low,omitempty"`
	WageMedian *float64 `json:"wage_median,omitempty"`
	WageHigh   *float64 `json:"wage_high,omitempty"`
	// Postings is the number of public job postings in the year.
	Postings         *int     `json:"postings,omitempty"`
	PostingsByRegion []Share  `json:"postings_by_region,omitempty"`
	Outlook          *Outlook `json:"outlook,omitempty"`
	// Facts are what a source says in a word or two instead of a table, in its words: "Future Growth" is "Moderate".
	Facts []Fact `json:"facts,omitempty"`
}

// A Fact is a named statement about an occupation. Its value is text, as sources mix numbers, ranges and words.
type Fact struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// A Share is a part of a whole, in percent from 0 to 100.
type Share struct {
	Name    string  `json:"name"`
	Percent float64 `json:"percent"`
}

// An Outlook is an employment forecast. Where Available is false the source publishes none, and Note says why.
type Outlook struct {
	Horizon   string `json:"horizon,omitempty"`
	Available bool   `json:"available"`
	Rating    string `json:"rating,omitempty"`
	Note      string `json:"note,omitempty"`
}

// A Source is where facts of a profile come from.
type Source struct {
	Name string `json:"name"`
	URL  string `json:"url,omitempty"`
	// What says which facts were taken.
	What string `json:"what,omitempty"`
}

// TermKinds returns the kinds that a [Term] may have, sorted.
func TermKinds() []string {
	return []string{"credential", "document", "law", "method", "object", "standard", "system", "tool"}
}

// RequirementKinds returns the kinds that a [Requirement] may have, sorted.
func RequirementKinds() []string {
	return []string{"certification", "education", "experience", "licence"}
}
