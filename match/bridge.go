package match

import (
	"cmp"
	"slices"

	"github.com/nocmatch/nocmatch/match/internal/bridge"
	"github.com/nocmatch/nocmatch/match/internal/read"
	"github.com/nocmatch/nocmatch/match/internal/text"
)

func init() {
	bridge.Open = func(matcher any) bridge.Inside {
		m := matcher.(*Matcher)
		return bridge.Inside{
			Lexicon:  m.lex,
			MaxBytes: cmp.Or(m.options.MaxBytes, DefaultMaxBytes),
			Read: func(fields [text.NumFields]string) (*read.Reading, []float64, bool) {
				s := scratches.Get().(*read.Scratch)
				defer scratches.Put(s)
				run := m.signals.Run(read.New(m.lex, fields, m.off, s), m.off)
				defer run.Close()
				return run.Reading, slices.Clone(run.Scores), m.abstains(run)
			},
		}
	}
}
