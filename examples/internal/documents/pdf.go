package documents

import (
	"errors"
	"strings"

	"github.com/nocmatch/nocmatch/examples/internal/documents/pdftext"
)

func readPDF(t *task, raw []byte) (text string, pages int, err error) {
	b := t.budget
	d, err := pdftext.Read(t.ctx, raw, pdftext.Limits{
		Pages: t.limits.Pages, Bytes: max(0, t.limits.Expansion-b.inflated), Text: max(0, t.limits.Text-b.written),
	})
	if charged := b.inflate(int(d.Expanded)); err == nil {
		err = charged
	}
	if err != nil {
		return "", 0, pdfError(err)
	}
	for _, l := range d.LeftOut {
		t.leave(LeftOut(l))
	}
	text = joinBrokenWords(strings.Join(d.Pages, "\n"))
	return text, len(d.Pages), b.text(len(text))
}

// pdfError says in the words of this package what pdftext found.
func pdfError(err error) error {
	const remedy = "print it to a new PDF, or save it as plain text"
	switch {
	case errors.Is(err, pdftext.ErrText):
		return errText
	case errors.Is(err, pdftext.ErrObjects):
		return foreignError{"a PDF of too many objects", remedy}
	case errors.Is(err, pdftext.ErrWork):
		return foreignError{"a PDF that draws too much", remedy}
	}
	return err
}
