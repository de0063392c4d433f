// Package masking takes personal details out of a result and of the text that it quotes.
//
//	text := masking.New(text, spans)
//	text.Result(&result)
//	fmt.Println(text.Masked[result.Skills[0].Start:result.Skills[0].End] == result.Skills[0].Quote) // true
//
// Every detail becomes the same few signs, however long it is: masks as long as what they hide
// would tell "he" from "she". So offsets change, and are moved along with the words that they
// belong to.
package masking

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/nocmatch/nocmatch/match"
)

// Mask stands for every personal detail.
const Mask = "███"

// A Span is a personal detail: text[Start:End]. Kind says what it is, as [match.Personal] does, and
// may be empty.
type Span struct {
	Start, End int
	Kind       string
}

// A Text is a text without its personal details.
type Text struct {
	// Masked is the text with [Mask] in the place of each detail.
	Masked  string
	spans   []Span         // sorted, apart from each other
	found   []Span         // those given, for the counts
	details *regexp.Regexp // the details as words of another text; nil where there are none
}

// New masks the spans of a text. They may come in any order and overlap; overlapping ones share a
// mask, empty ones are left out.
func New(text string, spans []Span) *Text {
	t := &Text{spans: join(spans), found: spans}
	var b strings.Builder
	var details []string
	at := 0
	for _, s := range t.spans {
		b.WriteString(text[at:s.Start])
		b.WriteString(Mask)
		at = s.End
		details = append(details, regexp.QuoteMeta(strings.ToValidUTF8(text[s.Start:s.End],
			"\ufffd"))) // or it would not compile
	}
	b.WriteString(text[at:])
	t.Masked = b.String()
	if len(details) > 0 {
		slices.SortFunc(details, func(a, b string) int {
			return cmp.Or(cmp.Compare(len(b), len(a)),
				strings.Compare(a, b))
		})
		t.details = regexp.MustCompile(`(?i)` + strings.Join(slices.Compact(details), "|"))
	}
	return t
}

// join sorts spans and joins those that overlap.
func join(spans []Span) []Span {
	spans = slices.DeleteFunc(slices.Clone(spans), func(s Span) bool { return s.End <= s.Start })
	slices.SortFunc(spans, func(a, b Span) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start),
			cmp.Compare(a.End, b.End))
	})
	var joined []Span
	for _, s := range spans {
		if last := len(joined) - 1; last >= 0 && s.Start < joined[last].End {
			joined[last].End = max(joined[last].End, s.End)
			continue
		}
		joined = append(joined, s)
	}
	return joined
}

// Move gives where text[start:end] is in Masked. What begins or ends within a detail takes its
// whole mask.
func (t *Text) Move(start, end int) (int, int) { return t.move(start, false), t.move(end, true) }

func (t *Text) move(at int, end bool) int {
	moved := at
	for _, s := range t.spans {
		switch {
		case s.Start >= at:
			return moved
		case s.End <= at:
			moved += len(Mask) - (s.End - s.Start)
		default: // within
			moved -= at - s.Start
			if end {
				moved += len(Mask)
			}
			return moved
		}
	}
	return moved
}

// Words masks the details of the text where another text, such as a warning, repeats them.
func (t *Text) Words(other string) string {
	if t.details == nil {
		return other
	}
	var b strings.Builder
	at := 0
	for _, found := range t.details.FindAllStringIndex(other, -1) {
		if inWord(other, found[0]) || inWord(other, found[1]) {
			continue
		}
		b.WriteString(other[at:found[0]])
		b.WriteString(Mask)
		at = found[1]
	}
	return b.String() + other[at:]
}

// inWord reports whether the place between two characters is inside a word.
func inWord(s string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:at])
	after, _ := utf8.DecodeRuneInString(s[at:])
	letter := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	return letter(before) && letter(after)
}

// Result masks a result of the text: quotes with their offsets, warnings, and hash and size, which
// then are those of Masked and tell nothing of the file. Scores stay as they are. The name is the
// caller's to change, and so is the text of the result.
func (t *Text) Result(r *match.Result) {
	sum := sha256.Sum256([]byte(t.Masked))
	r.Document.SHA256, r.Document.Bytes = hex.EncodeToString(sum[:]), len(t.Masked)
	for _, m := range r.Matches {
		for i := range m.Duties {
			if d := &m.Duties[i]; d.Quote != "" {
				t.quote(match.FieldText, &d.Start, &d.End, &d.Quote)
			}
		}
		for i := range m.Evidence {
			e := &m.Evidence[i]
			t.quote(e.Field, &e.Start, &e.End, &e.Quote)
			e.Read = t.Words(e.Read)
		}
	}
	for i := range r.Skills {
		s := &r.Skills[i]
		t.quote(s.Field, &s.Start, &s.End, &s.Quote)
	}
	for i := range r.Warnings {
		r.Warnings[i].Message = t.Words(r.Warnings[i].Message)
	}
	r.Warnings = append(r.Warnings, match.Warning{Code: WarnMasked, Message: t.Notice()})
}

// quote moves a quote. A title and an industry come from whoever asks, and stay.
func (t *Text) quote(field match.Field, start, end *int, quote *string) {
	if field == match.FieldText {
		*start, *end = t.Move(*start, *end)
		*quote = t.Masked[*start:*end]
	}
}
