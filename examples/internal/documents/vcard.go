package documents

import (
	"bytes"
	"io"
	"iter"
	"mime/quotedprintable"
	"strings"

	"github.com/nocmatch/nocmatch/examples/internal/textfile"
)

// isVCard reports whether a text begins as a vCard does.
func isVCard(head []byte) bool {
	return strings.HasPrefix(strings.ToUpper(string(bytes.TrimSpace(head[:min(len(head), 32)]))), "BEGIN:VCARD")
}

// vcardFields are the properties that are text, in the order in which they are written: who, what, where, then the rest.
var vcardFields = []string{"FN", "TITLE", "ROLE", "ORG", "ADR", "TEL", "EMAIL", "URL", "NOTE", "CATEGORIES", "EXPERTISE", "HOBBY", "INTEREST", "X-SKILLS", "X-PROFESSION"}

// readVCard returns the text of vCards (RFC 6350 and the versions before): a person's title and role are lines of their own.
func readVCard(t *task, raw []byte) (string, error) {
	text, _ := textfile.Decode(raw)
	f := t.flow()
	card := map[string][]string{}
	for line := range unfold(text) {
		if err := t.budget.object(2); err != nil {
			return "", err
		}
		head, value, ok := strings.Cut(line, ":")
		if !ok {
			continue
		}
		parameters := strings.Split(strings.ToUpper(head), ";")
		property := parameters[0]
		if _, grouped, ok := strings.Cut(property, "."); ok {
			property = grouped
		}
		switch property {
		case "END":
			writeCard(f, card)
			card = map[string][]string{}
		case "PHOTO", "LOGO":
			t.leave(LeftOut{Kind: LeftImage, Size: len(value), Where: property})
		case "KEY", "SOUND":
			t.leave(LeftOut{Kind: LeftAttachment, Size: len(value), Where: property})
		default:
			if value = vcardValue(property, value, parameters); value != "" {
				card[property] = append(card[property], value)
			}
		}
	}
	writeCard(f, card)
	return f.String(), t.budget.object(1)
}

// unfold joins the lines that a vCard or a quoted-printable value was cut into.
func unfold(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		var whole strings.Builder
		quoted, soft, begun := false, false, false
		for line := range strings.Lines(text) {
			line = strings.TrimRight(line, "\r\n")
			folded := line != "" && (line[0] == ' ' || line[0] == '\t')
			switch {
			case begun && soft:
			case begun && folded:
				line = line[1:]
			default:
				if begun && !yield(whole.String()) {
					return
				}
				whole.Reset()
				head, _, _ := strings.Cut(line, ":")
				quoted, begun = strings.Contains(strings.ToUpper(head), "QUOTED-PRINTABLE"), true
			}
			if soft = quoted && strings.HasSuffix(line, "="); soft {
				line = strings.TrimSuffix(line, "=")
			}
			whole.WriteString(line)
		}
		if begun {
			yield(whole.String())
		}
	}
}

// vcardValue decodes a value; parts of it are joined by commas.
func vcardValue(property, value string, parameters []string) string {
	for _, p := range parameters[1:] {
		if strings.Contains(p, "QUOTED-PRINTABLE") {
			b, _ := io.ReadAll(quotedprintable.NewReader(strings.NewReader(value))) // of what is damaged its beginning
			value, _ = textfile.Decode(b)
		}
	}
	var parts []string
	var part strings.Builder
	end := func() {
		if s := strings.TrimSpace(part.String()); s != "" {
			parts = append(parts, s)
		}
		part.Reset()
	}
	for i := 0; i < len(value); i++ {
		switch c := value[i]; {
		case c == '\\' && i+1 < len(value):
			if i++; value[i] == 'n' || value[i] == 'N' {
				part.WriteByte('\n')
			} else {
				part.WriteByte(value[i])
			}
		case c == ';' && (property == "ADR" || property == "ORG" || property == "N"):
			end()
		default:
			part.WriteByte(c)
		}
	}
	end()
	return strings.Join(parts, ", ")
}

// writeCard writes the fields of a card.
func writeCard(f *flow, card map[string][]string) {
	for _, property := range vcardFields {
		for _, value := range card[property] {
			f.text(value)
			f.end("")
		}
	}
}
