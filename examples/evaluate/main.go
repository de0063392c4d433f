// Command evaluate measures how well nocmatch codes titles and texts whose codes are known.
//
//	evaluate --queries titles.csv --run titles.trec
//	evaluate --profiles noc2021/ --queries postings.jsonl --qrels postings.qrels --run postings.trec --results results.jsonl
//
// Queries, judgements and runs are in the forms of TREC, so that other programs can score the same run. The exit status is 0 when all
// is done, 1 when something that the command line names could not be read or written, 2 when the command line itself is wrong.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	// A second Ctrl-C ends the program at once.
	context.AfterFunc(ctx, stop)
	code := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}
