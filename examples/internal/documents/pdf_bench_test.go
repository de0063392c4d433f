package documents

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
)

// BenchmarkPDFPages reads resumes of some pages, each as full as a page is, and tells time and
// memory by page.
func BenchmarkPDFPages(b *testing.B) {
	for _, n := range []int{1, 10, 100} {
		pages := make([]string, n)
		for i := range pages {
			var content strings.Builder
			content.WriteString("0.2 g 0 700 612 92 re f 1 g " + at(72, 740, "F2", 20, fmt.Sprintf("Robin Sample, part %d", i)) + "0 g ")
			for j := range 5 {
				content.WriteString(lines(72, 680-float64(j)*130, longWork[:len(longWork)-1]...))
			}
			pages[i] = content.String()
		}
		raw := newPDF().pages(coreFonts, "", pages...).bytes()
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			rounds := 0
			for b.Loop() {
				if _, err := Read(b.Context(), "resume.pdf", raw, Limits{}); err != nil {
					b.Fatal(err)
				}
				rounds++
			}
			runtime.ReadMemStats(&after)
			all := float64(rounds * n)
			b.ReportMetric(b.Elapsed().Seconds()*1e6/all, "µs/page")
			b.ReportMetric(float64(after.TotalAlloc-before.TotalAlloc)/1024/all, "KiB/page")
		})
	}
}
