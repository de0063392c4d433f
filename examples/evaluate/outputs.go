package main

import (
	"encoding/json"
	"errors"
	"io"

	"github.com/nocmatch/nocmatch/examples/internal/outfile"
	"github.com/nocmatch/nocmatch/match"
)

// outputs are the files to write; one that was not asked for takes what is written and keeps nothing.
type outputs struct {
	run, qrels io.Writer
	results    *json.Encoder
	files      []*outfile.File
}

func createOutputs(c config) (*outputs, error) {
	var out outputs
	create := func(path string) (io.Writer, error) {
		if path == "" {
			return io.Discard, nil
		}
		f, err := outfile.Create(path)
		if err != nil {
			return nil, err
		}
		out.files = append(out.files, f)
		return f, nil
	}
	var runErr, qrelsErr, resultsErr error
	var results io.Writer
	out.run, runErr = create(c.run)
	out.qrels, qrelsErr = create(c.writeQrels)
	results, resultsErr = create(c.results)
	if err := errors.Join(runErr, qrelsErr, resultsErr); err != nil {
		out.abort()
		return nil, err
	}
	if c.results != "" {
		out.results = json.NewEncoder(results)
		out.results.SetEscapeHTML(false)
	}
	return &out, nil
}

// write writes a result's lines: its matches to the run, unless it abstained, and all of it to the results.
func (o *outputs) write(id string, r match.Result) error {
	if err := writeRun(o.run, id, r); err != nil {
		return err
	}
	if o.results == nil {
		return nil
	}
	return o.results.Encode(struct {
		ID string `json:"id"`
		match.Result
	}{id, r})
}

func (o *outputs) commit() error {
	var errs []error
	for _, f := range o.files {
		errs = append(errs, f.Commit())
	}
	return errors.Join(errs...)
}

func (o *outputs) abort() {
	for _, f := range o.files {
		f.Abort()
	}
}
