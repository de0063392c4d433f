package personal

// A Kind says what a personal detail is.
type Kind uint8

// The kinds. Number is one that is given to one person: of a passport, a social insurance, a health
// card.
const (
	Name Kind = iota + 1
	Email
	Phone
	Link
	Address
	Birth
	Status
	Pronoun
	Honorific
	School
	Number
)

var kindNames = [...]string{"", "name", "email", "phone", "link", "address", "birth", "status", "pronoun", "honorific", "school", "number"}

// String returns the kind in lower case, or "" for no kind.
func (k Kind) String() string {
	if int(k) >= len(kindNames) {
		return ""
	}
	return kindNames[k]
}

// A Span is one personal detail: text[Start:End] of the text given to [Find].
type Span struct {
	Start, End int
	Kind       Kind
}
