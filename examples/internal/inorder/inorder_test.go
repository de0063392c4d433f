package inorder

import (
	"slices"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestMap(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var now, most atomic.Int32
		// The first items take longest, so that the order has to be kept against the clock.
		work := func(n int) int {
			for n := now.Add(1); n > most.Load(); {
				most.Store(n)
			}
			time.Sleep(time.Duration(10-n) * time.Second)
			now.Add(-1)
			return n * n
		}
		got := slices.Collect(Map(slices.Values([]int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}), 3, work))
		if diff := cmp.Diff([]int{0, 1, 4, 9, 16, 25, 36, 49, 64, 81}, got); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		if most.Load() != 3 {
			t.Errorf("%d at once, want 3", most.Load())
		}
	})
}

func TestMapNothing(t *testing.T) {
	for range Map(slices.Values([]int(nil)), 2, func(n int) int { return n }) {
		t.Error("something came of nothing")
	}
}

// Leaving early ends the sequence, and nothing is ahead by more than the promised number. The test fails where a goroutine is left over.
func TestMapLeft(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		asked, ended := 0, false
		items := func(yield func(int) bool) {
			for ; yield(asked); asked++ {
			}
			ended = true
		}
		for n := range Map(items, 2, func(n int) int { time.Sleep(time.Second); return n }) {
			if n == 10 {
				break
			}
		}
		if !ended || asked > 10+4+1 {
			t.Errorf("ended %v after asking for %d items, want an end after 15 at most", ended, asked)
		}
	})
}
