package posting

import (
	"regexp"
	"strings"
)

// The plain words that tell what a sentence of a posting is about.

var (
	// optional matches what not everybody does, or not always. "May" counts as the first word only, being elsewhere in "what may be disclosed".
	optional = regexp.MustCompile(`(?i)^(?:you |also |and )?may\s|\bmay also\b|\b(?:occasional(?:ly)?|from time to time|(?:as|if|when) (?:needed|required|necessary|req['’]d|may be required)|` +
		`(?:when|if|as) (?:time|workload) (?:allows|permits)|au besoin|à l['’]occasion|occasionnellement)(?:$|[^\pL])`)

	// noDuty matches items that name no duty.
	noDuty = regexp.MustCompile(`(?i)^(?:(?:and |to )?perform(?:s|ing)? |any |all |and )*(?:other|related)\s+(?:related |similar |assigned |general )?(?:duties|tasks|functions|responsibilities)\b|^(?:toutes? )?autres? (?:tâches?|fonctions?)\b`)

	// contact matches addresses and telephone numbers.
	contact = regexp.MustCompile(`\S@\S+\.\w|\bhttps?://|\bwww\.|\b\d{3}[-. ]\d{3}[-. ]\d{4}\b`)

	// boilerplate matches the sentences of postings that speak of pay, of applying and of the employer's policies. It is not asked about the
	// items of duties: some people screen applicants and administer pensions.
	boilerplate = regexp.MustCompile(`(?i)\$ ?\d|\d ?\$|\d ?(?:hrs?|hours|h) ?(?:/|per|a|each)? ?(?:wk|week|bi-?weekly|semaine)\b|\b(?:salary|wages?|per hour|pension|vacation|dental|health benefits|extended health|bonus|perks|paid sick|group insurance|union dues|` +
		`apply|applicants?|applications?|résumés?|resumes?|cover letter|covering letter|curriculum|interviews?|shortlisted|short-listed|deadline|closing date|` +
		`equal opportunity|equal opp|employment equity|equity|diversity|inclusive|accommodations?|discriminat\w+|barrier-free|minorities|persons with disabilities|indigenous peoples?|` +
		`territory|treaty|homeland|we thank|thank you|only those|we offer|our values|posting|criminal record|vulnerable sector|background check|` +
		`postuler|candidatures?|salaire|avantages sociaux|régime de retraite|vacances|accès à l['’]égalité)(?:$|[^\pL])`)

	// denial matches what is not asked for: "No coding experience required" in a profile would favour those who have it.
	denial = regexp.MustCompile(`(?i)^(?:[\pL ]+: )?(?:no|aucune?)\s`)
	// denier matches what makes a sentence say what a job is not.
	denier = regexp.MustCompile(`(?i)\b(?:(?:do|does|is|are|will) not|don['’]t|doesn['’]t|isn['’]t|never)\b`)

	// demand matches what asks something of a person, where no heading does.
	demand = regexp.MustCompile(`(?i)\b(?:must|required|an asset|is an asset|preferred|ability to|able to|knowledge of|proficien\w+|familiar\w*|fluen\w+|bilingual|un atout)(?:$|[^\pL])`)

	// aboutJob matches paragraphs that say what a job is.
	aboutJob = regexp.MustCompile(`(?i)^(?:you will|you['’]ll|reporting to|under the|as (?:[\pL-]+ ){1,6}you |in this (?:role|position)|we are (?:looking for|seeking)|we['’]re looking for|the incumbent|the successful candidate|this (?:position|role)|relevant de|sous l)`)
)

// isBoilerplate reports whether a sentence says nothing about the work.
func isBoilerplate(s string) bool { return contact.MatchString(s) || boilerplate.MatchString(s) }

// requirementWords tell the kind of a requirement; the word that stands first decides: "Diploma from a program accredited by CHIMA".
var requirementWords = []struct {
	kind  string
	words *regexp.Regexp
}{
	{"education", regexp.MustCompile(`(?i)\b(?:degree|diploma|bachelor|master['’]?s|graduation|graduate of|grade \d+|high school|secondary school|post-?secondary|college|university|education|ged|` +
		`diplôme|dec|baccalauréat|maîtrise|scolarité|formation)(?:$|[^\pL])`)},
	{"licence", regexp.MustCompile(`(?i)\b(?:licen[cs]e[ds]?|licensure|class [1-7]\b|permit|permis)(?:$|[^\pL])`)},
	{"certification", regexp.MustCompile(`(?i)\b(?:certifi(?:ed|cates?|cations?)|designation|credentials?|registered|registration|membership|red seal|first aid|cpr|foodsafe|ticket|certificat|attestation)(?:$|[^\pL])`)},
	{"experience", regexp.MustCompile(`(?i)\b(?:experienced?|exp\.|track record|expérience|\d+\+? ?(?:yrs?|years?|ans)|years?['’]?|yrs?)(?:$|[^\pL])`)},
}

// requirementKind guesses the kind of a requirement; "" where its words don't tell.
func requirementKind(s string) string {
	kind, first := "", len(s)
	for _, k := range requirementWords {
		if at := k.words.FindStringIndex(s); at != nil && at[0] < first {
			kind, first = k.kind, at[0]
		}
	}
	return kind
}

// unitKey is the same for texts that differ in case and punctuation only.
func unitKey(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), notWordRune), " ")
}
