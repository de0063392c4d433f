package index

import (
	"context"
	"testing"
)

// BenchmarkOpen compares opening a saved index with building it again.
func BenchmarkOpen(b *testing.B) {
	for _, c := range corpora {
		b.Run(c.name, func(b *testing.B) {
			ps := c.index(b).Profiles()
			dir := save(b, ps)
			run := func(name string, get func() (*Index, error)) {
				b.Run(name, func(b *testing.B) {
					b.ReportAllocs()
					for b.Loop() {
						x, err := get()
						if err != nil {
							b.Fatal(err)
						}
						if err := x.Close(); err != nil {
							b.Fatal(err)
						}
					}
				})
			}
			run("open", func() (*Index, error) { return Open(context.Background(), dir) })
			run("build", func() (*Index, error) { return Build(context.Background(), ps) })
		})
	}
}
