// Package ablation names the parts of the matcher that can be switched off, so that what each is
// worth can be measured: match.Options.Without takes the names.
package ablation

import (
	"github.com/nocmatch/nocmatch/match/internal/read"
	"github.com/nocmatch/nocmatch/match/internal/signal"
)

// Parts returns the names of all parts: first the signals, whose weighted mean is the score, and
// what tempers them, then what decides how a document is read. The order is fixed.
func Parts() []string { return append(signal.Names(), read.Steps()...) }
