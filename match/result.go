package match

// Schema names the JSON form of a [Result]. It changes when a field changes its name or meaning, not when one is added.
const Schema = "nocmatch.match/v1"

// A Document is a text to match. Every field may be empty. A document with a title and no text is a bare title, the kind of query
// that a survey or a form gives; a text of at most eight words and no title is one too.
type Document struct {
	// Name labels the document in its result; it is never matched.
	Name string
	// Title is a job title, if it is known apart from the text.
	Title string
	// Industry is where the job is: a name or a description, in words.
	Industry string
	// Text is a posting, a resume or a letter, in UTF-8. Bytes that are not valid UTF-8 separate words and match nothing.
	Text string
}

// A Result says what a [Document] describes. Its JSON form is stable, see [Schema]; no array in it is ever null.
type Result struct {
	Schema   string          `json:"schema"`
	Document DocumentSummary `json:"document"`
	Profiles ProfilesSummary `json:"profiles"`
	// Version of the matcher that made the result.
	Version string `json:"version"`
	// Abstained is true where the text shows too little to name an occupation. Weak candidates are listed all the same.
	Abstained bool `json:"abstained"`
	// None is the probability, from 0 to 1, that no occupation of the profiles is right. With the
	// confidences of all of them it sums to 1, but for rounding.
	None float64 `json:"none"`
	// Matches are the best occupations, best first: by score, ties by code in byte order. With [Options].Codes it holds exactly those
	// occupations, in the same order. Empty where nothing in the document occurs in any profile.
	Matches []Match `json:"matches"`
	// Skills are the sought skills of all profiles that the document names, in order of appearance, each at its first few places. They do not
	// depend on Options.Codes or Options.Top.
	Skills []SkillMention `json:"skills"`
	// Warnings say what a reader of the result should know, in a fixed order of their codes.
	Warnings []Warning `json:"warnings"`
	// Text is the matched text where that is not the bytes of the input: decoded, or extracted from another format. Match leaves it
	// empty; a program that decodes sets it, so that spans can be checked.
	Text string `json:"text,omitempty"`
}

// Best returns the first match. It is false where there is none to speak of: no match at all, or the
// result abstains.
func (r Result) Best() (Match, bool) {
	if r.Abstained || len(r.Matches) == 0 {
		return Match{}, false
	}
	return r.Matches[0], true
}

// A DocumentSummary says which document a result is of.
type DocumentSummary struct {
	Name string `json:"name"`
	// SHA256 is the hash, in hexadecimal, of the document's text, or of its title where it has no text. A program that reads files
	// replaces it, and Bytes, by those of the file.
	SHA256 string `json:"sha256"`
	Bytes  int    `json:"bytes"`
	// Words is the number of words in title, industry and text.
	Words int `json:"words"`
	// Kind is how the document was read, which decides what its score means: those of different kinds
	// do not compare. Empty where the document was not read because of an error.
	Kind DocumentKind `json:"kind"`
}

// A DocumentKind says how a [Document] was read.
type DocumentKind string

// The kinds of documents.
const (
	// BareTitle is a job title of a few words, perhaps with an industry.
	BareTitle DocumentKind = "title"
	// LongText is a posting, a resume, a letter.
	LongText DocumentKind = "text"
)

// A ProfilesSummary says which profiles a result was made with.
type ProfilesSummary struct {
	// Edition is the edition that the profiles name; several are sorted and joined by "; ".
	Edition string `json:"edition"`
	Count   int    `json:"count"`
	// SHA256 is the hash, in hexadecimal, of the profiles as JSON Lines sorted by code.
	SHA256 string `json:"sha256"`
}

// A Match is one occupation that the document may describe, and why.
type Match struct {
	// Rank counts from 1. With Options.Codes, and from [Matcher.MatchCode], it is the rank among all
	// profiles.
	Rank  int    `json:"rank"`
	Code  string `json:"code"`
	Title string `json:"title"`
	// Score is how much of what a document of its kind can show was shown, from 0 (nothing) to 1 (all of it). It is the sum of the
	// contributions of Evidence, exactly.
	Score float64 `json:"score"`
	// Confidence is the probability, from 0 to 1, that this occupation is the right one. Over all profiles it sums to at most 1; the
	// rest is the probability that none is.
	Confidence float64 `json:"confidence"`
	// Band names the confidence, for people.
	Band Band `json:"band"`
	// Duties are all duties of the profile, in its order.
	Duties []DutyCoverage `json:"duties"`
	// Skills are all sought skills of the profile, in its order.
	Skills []SkillCoverage `json:"skills"`
	// Evidence is everything that the score is made of, the largest absolute contribution first, ties by field, start, end, kind and unit.
	Evidence []Evidence `json:"evidence"`
}

// A Band names a range of confidence.
type Band string

// The bands. Their bounds are documented constants of this package.
const (
	Strong   Band = "strong"
	Likely   Band = "likely"
	Possible Band = "possible"
	Weak     Band = "weak"
)

// A DutyCoverage says whether the document shows a duty.
type DutyCoverage struct {
	Text   string     `json:"text"`
	Status DutyStatus `json:"status"`
	// Contribution is the sum of the contributions of the duty's evidence, from -1 to 1: below 0 where the text denies what the duty is about.
	Contribution float64 `json:"contribution"`
	// Start and End are the byte span, half open, of the words of the text that show the duty best, and Quote is these words: from the first of
	// one sentence that names a part of the duty to the last. Empty where the duty is absent.
	Start int    `json:"start,omitempty"`
	End   int    `json:"end,omitempty"`
	Quote string `json:"quote,omitempty"`
}

// A DutyStatus says how much of a duty the best sentence of the document shows.
type DutyStatus string

// The duty statuses.
const (
	Covered DutyStatus = "covered"
	Partial DutyStatus = "partial"
	// Absent duties have no evidence, or too little to speak of.
	Absent DutyStatus = "absent"
)

// A SkillCoverage says whether the document shows a sought skill.
type SkillCoverage struct {
	Name   string      `json:"name"`
	Status SkillStatus `json:"status"`
	// How says how a skill that is found is found; empty for one that is not.
	How SkillHow `json:"how,omitempty"`
	// Contribution is the sum of the contributions of the skill's evidence, from -1 to 1.
	Contribution float64 `json:"contribution"`
}

// A SkillStatus says how a document speaks of a skill.
type SkillStatus string

// The skill statuses.
const (
	SkillFound SkillStatus = "found"
	// SkillNegated marks a skill that the document says is not needed ("no coding experience required").
	SkillNegated SkillStatus = "negated"
	// SkillAbsent marks a skill of the profile that the document does not mention.
	SkillAbsent SkillStatus = "absent"
)

// A SkillHow says how a document has a skill.
type SkillHow string

// The ways of having a skill.
const (
	// SkillNamed marks a skill that the document calls by its name or a common phrasing of it.
	SkillNamed SkillHow = "named"
	// SkillShown marks a skill that what is done shows: "showed new staff how" shows user training.
	SkillShown SkillHow = "shown"
)

// Evidence is a piece of the document that speaks for an occupation or against it.
type Evidence struct {
	Kind EvidenceKind `json:"kind"`
	// Unit is the exact text of the profile that was evidenced: a title, a duty, a term.
	Unit string `json:"unit"`
	// See is the code that an exclusion points to; empty for every other kind.
	See string `json:"see,omitempty"`
	// Field is the field of the document that Start and End are offsets into.
	Field Field `json:"field"`
	// Start and End are byte offsets, half open: field[Start:End] == Quote.
	Start int `json:"start"`
	End   int `json:"end"`
	// Quote is the words that matched, at most a sentence and 300 bytes.
	Quote string `json:"quote"`
	// Read is the quote as it was read, where a word of it was taken for a misspelling: "tecnician" for "technician", "house keeper" for
	// "housekeeper". Empty where the quote was read as it stands.
	Read string `json:"read,omitempty"`
	// Contribution is what the evidence adds to the score, a multiple of 2^-40; negative where it speaks against the occupation.
	Contribution float64 `json:"contribution"`
}

// An EvidenceKind is the part of a profile that was evidenced.
type EvidenceKind string

// The kinds of evidence.
const (
	KindTitle       EvidenceKind = "title"
	KindLead        EvidenceKind = "lead"
	KindDuty        EvidenceKind = "duty"
	KindSkill       EvidenceKind = "skill"
	KindRequirement EvidenceKind = "requirement"
	KindVocabulary  EvidenceKind = "vocabulary"
	KindIndustry    EvidenceKind = "industry"
	// KindExclusion speaks against an occupation: a title that belongs elsewhere.
	KindExclusion EvidenceKind = "exclusion"
)

// A Field is a field of a [Document].
type Field string

// The fields of a document.
const (
	FieldTitle    Field = "title"
	FieldIndustry Field = "industry"
	FieldText     Field = "text"
)

// A SkillMention is a place where the document names a sought skill.
type SkillMention struct {
	Name   string      `json:"name"`
	Status SkillStatus `json:"status"`
	// Field is the field that Start and End are byte offsets into, half open.
	Field Field  `json:"field"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	Quote string `json:"quote"`
}

// A Warning is something that a reader of the result should know.
type Warning struct {
	// Code is one of the Warn constants.
	Code    WarningCode `json:"code"`
	Message string      `json:"message"`
}
