package personal

// A Kind says what a personal detail is.
type Kind uint8

// The kinds, in the order in which the package comment explains them.
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
)

var kindNames = [...]string{"", "name", "email", "phone", "link", "address", "birth", "status", "pronoun", "honorific", "school"}

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
