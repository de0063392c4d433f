package pdftext

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

func TestZZ(t *testing.T) {
	raw, _ := os.ReadFile(os.Getenv("F"))
	b := newBudget(t.Context(), Limits{Bytes: 64 << 20, Text: 4 << 20, Pages: 300})
	table, err := open(t.Context(), raw, b)
	fmt.Println("open", err, "kept", b.kept, "raw", len(raw))
	_ = table
	d, err := Read(t.Context(), raw, Limits{Bytes: 64 << 20, Text: 4 << 20, Pages: 300})
	fmt.Println(err, d.LeftOut)
	if os.Getenv("P") != "" {
		fmt.Println(strings.Join(d.Pages, "\n=====\n"))
	}
}
