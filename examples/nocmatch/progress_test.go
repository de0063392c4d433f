package main

import (
	"strings"
	"testing"
	"time"
)

func TestProgress(t *testing.T) {
	var screen strings.Builder
	counted := make(chan struct{})
	p := progressOn(&screen, func() int { defer close(counted); return 40 })
	<-counted
	for range 3 {
		time.Sleep(150 * time.Millisecond) // more than the bar's pause between two pictures
		p.add()
	}
	p.hide()
	for _, want := range []string{"3/40", "files/s"} {
		if !strings.Contains(screen.String(), want) {
			t.Errorf("the screen got %q, want %q in it", screen.String(), want)
		}
	}
	if !strings.HasSuffix(screen.String(), "\r") {
		t.Errorf("the screen got %q, want an empty line at the end", screen.String())
	}
}

func TestNoProgress(t *testing.T) {
	var pipe strings.Builder
	p := newProgress(&pipe, func() int { t.Error("inputs are counted for nobody"); return 0 })
	p.add()
	p.hide()
	if p != nil || pipe.Len() > 0 {
		t.Errorf("in a pipe progress writes %q", pipe.String())
	}
}
