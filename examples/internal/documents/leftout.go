package documents

import "unicode/utf8"

// A LeftOut is something of a document that is not in its text: on purpose, as what people do not see, or for lack of a reader.
type LeftOut struct {
	// Kind is one of the kinds below.
	Kind string `json:"kind"`
	// Size is how much it is: characters of text, bytes of everything else, 0 where that is not known.
	Size int `json:"size"`
	// Where it stands, in short, as "page 3" or "word/comments.xml"; "" for the document as a whole. It names no person.
	Where string `json:"where"`
	// Name is that of an attachment, as its maker wrote it; "" for what has none.
	Name string `json:"name,omitempty"`
}

// The kinds of what is left out.
const (
	// LeftHidden is text that a reader does not see: in the colour of its ground, without size, off the page.
	LeftHidden = "hidden"
	// LeftComment is what others wrote beside the text.
	LeftComment = "comment"
	// LeftDeleted is text that a tracked change takes out.
	LeftDeleted = "deleted"
	// LeftAttachment is a file within the document that is none of the kinds that are read.
	LeftAttachment = "attachment"
	// LeftImage is a picture, whose words would need OCR.
	LeftImage = "image"
	// LeftMedia is sound or film.
	LeftMedia = "media"
	// LeftScript is a program, with the data that it holds.
	LeftScript = "script"
	// LeftField is the code of a field, such as the target of a link.
	LeftField = "field"
	// LeftChoice is what a form offers to choose from.
	LeftChoice = "choice"
	// LeftMetadata is what a file tells of itself: its title, author and the like.
	LeftMetadata = "metadata"
	// LeftEmbedded is an object of another program within the document, as a sheet or a drawing, that is not read.
	LeftEmbedded = "embedded"
	// LeftAlternative is a second form of a text, as the HTML beside the plain text of an e-mail.
	LeftAlternative = "alternative"
	// LeftPart is a part of the document that it refers to and that is not in the file.
	LeftPart = "part"
)

// runes is how many characters a text has.
func runes(text string) int { return utf8.RuneCountInString(text) }
