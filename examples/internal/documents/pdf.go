package documents

import (
	"strings"

	"github.com/nocmatch/nocmatch/examples/internal/documents/pdftext"
)

func readPDF(t *task, raw []byte) (text string, pages int, err error) {
	texts, err := pdftext.Read(t.ctx, raw, pdftext.Limits{Pages: t.limits.Pages, Bytes: t.limits.Expansion})
	if err != nil {
		return "", 0, err
	}
	return joinBrokenWords(strings.Join(texts, "\n")), len(texts), nil
}
