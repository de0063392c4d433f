package documents

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"
	"golang.org/x/text/encoding/unicode"

	"github.com/nocmatch/nocmatch/examples/internal/textfile"
)

// unmarked decodes UTF-16 that begins without a mark, which Latin letters tell: every other byte of them is NUL. It is not ok for anything
// else.
func unmarked(raw []byte) (text []byte, ok bool) {
	head := raw[:min(len(raw), headBytes)&^1]
	if len(head) < 8 || utf16Mark(head) {
		return nil, false
	}
	var nul [2]int
	for i, c := range head {
		if c == 0 {
			nul[i%2]++
		}
	}
	units := len(head) / 2
	order := unicode.LittleEndian
	switch {
	case nul[1]*10 >= units*7 && nul[0]*10 <= units: // some letters may be of other scripts
	case nul[0]*10 >= units*7 && nul[1]*10 <= units:
		order = unicode.BigEndian
	default:
		return nil, false
	}
	text, err := unicode.UTF16(order, unicode.IgnoreBOM).NewDecoder().Bytes(raw)
	return text, err == nil
}

const (
	// markdownBytes is the longest text that is read as Markdown: resumes and postings are far below.
	markdownBytes = 256 << 10
	// markdownKinds is how many kinds of marks a text must have to be Markdown: one may stand in any text.
	markdownKinds = 2
)

// markdownMarks are the marks by which Markdown is told: headings, bold, links, lists with "*", rules beneath headings, code, tables.
var markdownMarks = []*regexp.Regexp{
	regexp.MustCompile(`(?m)^#{1,6} +\S`),
	regexp.MustCompile(`\*\*[^\s*][^*\n]*\*\*|(?:^|\s)__[^\s_][^_\n]*__`),
	regexp.MustCompile(`\[[^\]\n]+\]\((?:https?:|mailto:|/|#|\.)[^)\s]*\)`),
	regexp.MustCompile(`(?m)^\* +\S`),
	regexp.MustCompile("(?m)^```|`[^`\n]+`"),
	regexp.MustCompile(`(?m)^\|?\s*:?-{3,}:?\s*\|[-:\s|]*$`),
}

// isMarkdown reports whether a text is Markdown by its marks. One with a heading or a link needs no other when it has several.
func isMarkdown(text string) bool {
	if len(text) > markdownBytes || strings.IndexByte(text, 0) >= 0 || !written(text) {
		return false
	}
	kinds := 0
	for _, mark := range markdownMarks {
		if mark.MatchString(text) {
			kinds++
		}
	}
	return kinds >= markdownKinds && (markdownMarks[0].MatchString(text) || markdownMarks[1].MatchString(text) || markdownMarks[2].MatchString(text))
}

// written reports whether a text has no more marks than people write: parsers of Markdown take a time that grows with the square of marks
// that open and do not close, and of those in one another.
func written(text string) bool {
	const most, inLine, leading = 2000, 60, 40
	for _, mark := range []string{"[", "<", "`"} {
		if strings.Count(text, mark) > most {
			return false
		}
	}
	for line := range strings.Lines(text) {
		if strings.Count(line, "|") > inLine || len(line)-len(strings.TrimLeft(line, " \t>*+-0123456789.)")) > leading && strings.ContainsAny(line, ">*+") {
			return false
		}
	}
	return true
}

// frontMatter is what stands before the text for the program that makes a page of it.
var frontMatter = regexp.MustCompile(`\A---\r?\n((?s:.*?))\r?\n(?:---|\.\.\.)\r?\n`)

// readMarkdown returns the text of Markdown as a page shows it: without marks, items after "•" or their number, cells apart by tabs. Lines
// stay as they are, though a page would join them: people write a name and an address on lines of their own.
func readMarkdown(t *task, text string) (string, error) {
	front := ""
	if m := frontMatter.FindStringSubmatchIndex(text); m != nil {
		front, text = text[m[2]:m[3]]+"\n", text[m[1]:]
	}
	var page bytes.Buffer
	m := goldmark.New(goldmark.WithExtensions(extension.GFM), goldmark.WithRendererOptions(html.WithUnsafe(), html.WithHardWraps()))
	if err := m.Convert([]byte(text), &page); err != nil {
		return "", err
	}
	if err := t.budget.ended(); err != nil {
		return "", err
	}
	body, err := readPage(t, page.String(), nil, nil)
	return clean(front + body), err
}

// readText returns a text file: as it is where that is UTF-8, so that offsets hold for the file. Converted is whether it was changed.
func readText(t *task, raw []byte) (text string, converted bool, err error) {
	text, converted = textfile.Decode(raw)
	if !isMarkdown(text) {
		return text, converted, nil
	}
	plain, err := readMarkdown(t, text)
	return plain, true, err
}
