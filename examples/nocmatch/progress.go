package main

import (
	"io"
	"os"
	"time"

	"github.com/mattn/go-isatty"
	"github.com/schollz/progressbar/v3"
)

// progress shows on a terminal how far the work is, with its rate and the time left. A nil progress shows nothing.
type progress struct {
	bar   *progressbar.ProgressBar
	total <-chan int // gets the number of inputs
	known bool       // it is known: the bar is shown
	done  int
}

// newProgress counts the inputs beside the work, and shows progress from then on. It is nil, and count is not called, where w is no terminal.
func newProgress(w io.Writer, count func() int) *progress {
	if !isTerminal(w) {
		return nil
	}
	return progressOn(w, count)
}

func progressOn(w io.Writer, count func() int) *progress {
	total := make(chan int, 1)
	go func() { total <- count() }()
	bar := progressbar.NewOptions(1, // until the total is known
		progressbar.OptionSetWriter(w),
		progressbar.OptionSetWidth(20),
		progressbar.OptionShowCount(),
		progressbar.OptionShowIts(),
		progressbar.OptionSetItsString("files"),
		progressbar.OptionSetPredictTime(true),
		progressbar.OptionThrottle(100*time.Millisecond),
		progressbar.OptionClearOnFinish(),
	)
	bar.StartWithoutRender() // or the files that are done before would count as read in no time
	return &progress{bar: bar, total: total}
}

// add counts an input that is done.
func (p *progress) add() {
	if p == nil {
		return
	}
	p.done++
	if !p.known {
		select {
		case n := <-p.total:
			p.known = true
			p.bar.ChangeMax(n)
		default:
			return
		}
	}
	_ = p.bar.Set(p.done) // who cannot be shown progress gets results all the same
}

// hide takes the bar off the line, for a message or for good.
func (p *progress) hide() {
	if p != nil && p.known {
		_ = p.bar.Clear()
	}
}

// isTerminal says whether w is a terminal.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && (isatty.IsTerminal(f.Fd()) || isatty.IsCygwinTerminal(f.Fd()))
}
