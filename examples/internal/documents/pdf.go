package documents

import (
	"context"
	"strings"

	"github.com/nocmatch/nocmatch/examples/internal/documents/pdftext"
)

func readPDF(ctx context.Context, raw []byte, l Limits) (text string, pages int, err error) {
	texts, err := pdftext.Read(ctx, raw, pdftext.Limits{Pages: l.Pages, Bytes: l.Expansion})
	if err != nil {
		return "", 0, err
	}
	return joinBrokenWords(strings.Join(texts, "\n")), len(texts), nil
}
