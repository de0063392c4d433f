package documents

import (
	"cmp"
	"time"
)

// Limits bound what one file, and one archive, may cost. The zero value of each means that of [DefaultLimits]. A reader charges what it
// does to them as it goes, for a file and all that is within it together.
type Limits struct {
	// Bytes is the largest file, also within an archive, in bytes.
	Bytes int
	// Text is the longest text of a document, in bytes of UTF-8.
	Text int
	// Pages is the largest number of pages of a PDF.
	Pages int
	// Expansion is the most that the compressed parts of one document, as the streams of a PDF or the files in a DOCX, may expand to
	// together, in bytes.
	Expansion int64
	// Objects is how many elements, words of control, operators and the like a document may have together.
	Objects int
	// Depth is how deep the elements of an XML file, the groups of an RTF file, or the parts of an e-mail may nest.
	Depth int
	// Time is how long reading one document may take; a program may count what it does with it in.
	Time time.Duration
	// Archives is how deep archives, and e-mails in e-mails, may nest: 1 is an archive without others in it.
	Archives int
	// Entries is how many files an archive, or a document that is one, may list.
	Entries int
	// ArchiveExpansion is the most that the files read from one archive, those of archives in it among them, may hold together, in bytes.
	ArchiveExpansion int64
	// Ratio is how many times larger than its compressed form a file of an archive may be. Texts reach 10, a bomb 1,000.
	Ratio int
	// FollowLinks is whether links in a folder that lead out of it are followed.
	FollowLinks bool
}

// DefaultLimits are limits that no honest resume reaches and that keep a program within some hundred megabytes.
func DefaultLimits() Limits {
	return Limits{
		Bytes: 20 << 20, Text: 4 << 20, Pages: 300, Expansion: 64 << 20, Objects: 1_000_000, Depth: 250, Time: 20 * time.Second,
		Archives: 3, Entries: 20_000, ArchiveExpansion: 4 << 30, Ratio: 200,
	}
}

func (l Limits) withDefaults() Limits {
	d := DefaultLimits()
	return Limits{
		Bytes: cmp.Or(l.Bytes, d.Bytes), Text: cmp.Or(l.Text, d.Text), Pages: cmp.Or(l.Pages, d.Pages),
		Expansion: cmp.Or(l.Expansion, d.Expansion), Objects: cmp.Or(l.Objects, d.Objects), Depth: cmp.Or(l.Depth, d.Depth), Time: cmp.Or(l.Time, d.Time),
		Archives: cmp.Or(l.Archives, d.Archives), Entries: cmp.Or(l.Entries, d.Entries),
		ArchiveExpansion: cmp.Or(l.ArchiveExpansion, d.ArchiveExpansion), Ratio: cmp.Or(l.Ratio, d.Ratio),
		FollowLinks: l.FollowLinks,
	}
}
