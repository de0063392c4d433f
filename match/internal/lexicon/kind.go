package lexicon

// A Kind is the part of a profile that a piece of evidence is of. The order is that of the names.
type Kind uint8

// The kinds.
const (
	Duty Kind = iota
	Exclusion
	Industry
	Lead
	Requirement
	Skill
	Title
	Vocabulary
	NumKinds
)

// String returns the name that results carry.
func (k Kind) String() string {
	return [NumKinds]string{
		"duty", "exclusion", "industry", "lead", "requirement", "skill", "title", "vocabulary",
	}[k]
}

// A Ref names a text of a profile.
type Ref struct {
	Kind Kind
	Text string
	See  string // of an exclusion: the code that it points to
	Item int32  // which duty or skill of the profile, as texts may repeat; 0 for any other
}
