package input

import "regexp"

// requirementWords are the words that tell the kind of a requirement. "Licensed" and "certified" are not among them: they stand in the
// names of occupations.
var requirementWords = regexp.MustCompile(`(?i)\b(?:(licen[cs]es?|licensure|licensing|registration)|(certificat(?:es?|ions?)|accreditation|designation|endorsement)|` +
	`(degrees?|diplomas?|secondary|college|university|education|apprenticeship|programs?|courses?|training)|(experience))\b`)

// RequirementKind guesses what a requirement asks for by the first word that tells, because what is merely an asset comes last.
func RequirementKind(text string) string {
	m := requirementWords.FindStringSubmatch(text)
	for i, kind := range []string{"", "licence", "certification", "education", "experience"} {
		if i > 0 && m != nil && m[i] != "" {
			return kind
		}
	}
	return ""
}
