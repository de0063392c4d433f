// Command nocmatch matches free text to occupations of Canada's National Occupational Classification, and says why.
//
//	nocmatch match posting.txt
//	nocmatch match --format jsonl --profiles noc2021/ resumes/ > results.jsonl
//	nocmatch match --title "medical records technician" --industry hospital
//	nocmatch rank --code 12111 --posting posting.pdf --format html --out report.html resumes/ more.zip
//	nocmatch gap --posting posting.pdf resume.docx
//	nocmatch duties --code 12111 letter.docx
//	nocmatch show 12111
//	nocmatch search discharge abstracts
//	nocmatch import --elements elements.csv --structure structure.csv --out noc2021.jsonl
//	nocmatch index --profiles noc2021.jsonl --out noc2021.index
//
// Results go to standard output, everything else to standard error. The exit status is 0 when all is done, 1 when something that the
// command line names could not be read or written (the rest is done) or Ctrl-C ended the work (what was done by then is written), 2 when
// the command line itself is wrong.
//
// The command is built on cobra and not on a smaller library (kong was the other candidate) because completion of commands, flags and
// occupation codes in four shells comes with it; kong leaves that to a third-party package. See "nocmatch completion --help".
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	// The first Ctrl-C ends the work in good order; a second one ends the program, should that take too long.
	context.AfterFunc(ctx, stop)
	code := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr, loadMatcher)
	stop()
	os.Exit(code)
}
