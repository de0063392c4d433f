package main

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"github.com/nocmatch/nocmatch/examples/internal/textfile"
)

// A query is a title or a text to code.
type query struct {
	ID       string `json:"id"`
	Title    string `json:"title"`
	Industry string `json:"industry"`
	Text     string `json:"text"`
	// NOC2021 is the right codes, separated by bars; empty where there is nothing to find; nil where it is not known.
	NOC2021 *string `json:"noc2021"`
	// file is a text file that holds the text.
	file string
	// line of the queries' file, from 1.
	line int
}

// codes are the right codes of a query that has some.
func (q query) codes() []string {
	var codes []string
	for code := range strings.SplitSeq(*q.NOC2021, "|") {
		if code = strings.TrimSpace(code); code != "" {
			codes = append(codes, code)
		}
	}
	return codes
}

// readQueries reads queries from a file. Every error names the line, and all of the first few are given.
func readQueries(path string) ([]query, error) {
	raw, err := os.ReadFile(path)
	if errors.Is(err, os.ErrNotExist) {
		return nil, fmt.Errorf("%s: no such file: check the path", path)
	}
	if err != nil {
		return nil, err
	}
	text, _ := textfile.Decode(raw)
	text = strings.TrimPrefix(text, "\ufeff")
	var qs []query
	if strings.EqualFold(filepath.Ext(path), ".csv") {
		qs, err = readCSV(text, path)
	} else {
		qs, err = readJSONL(text, path)
	}
	if err != nil {
		return nil, err
	}
	if len(qs) == 0 {
		return nil, fmt.Errorf("%s: holds no queries", path)
	}
	return qs, checkIDs(qs, path)
}

func readJSONL(text, path string) ([]query, error) {
	var qs []query
	r := bufio.NewReader(strings.NewReader(text))
	for line := 1; ; line++ {
		b, err := r.ReadBytes('\n')
		if len(bytes.TrimSpace(b)) > 0 {
			q := query{line: line}
			if err := json.Unmarshal(b, &q); err != nil {
				return nil, fmt.Errorf("%s:%d: %w: want one JSON object a line, with id, title, industry and text; a CSV's name has to end in .csv", path, line, err)
			}
			qs = append(qs, q)
		}
		if err == io.EOF {
			return qs, nil
		}
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, line, err)
		}
	}
}

func readCSV(text, path string) ([]query, error) {
	r := csv.NewReader(strings.NewReader(text))
	header, err := r.Read()
	if err == io.EOF {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	column := map[string]int{}
	for i, name := range header {
		column[strings.ToLower(strings.TrimSpace(name))] = i
	}
	_, hasID := column["id"]
	_, hasFile := column["file"]
	if !hasID && !hasFile {
		return nil, fmt.Errorf("%s:1: the header has neither a column id nor a column file: want some of id, file, title, industry, text, noc2021", path)
	}
	var qs []query
	for {
		record, err := r.Read()
		if err == io.EOF {
			return qs, nil
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w: mend the quotes and commas of that line", path, err)
		}
		get := func(name string) string {
			if i, ok := column[name]; ok {
				return record[i]
			}
			return ""
		}
		line, _ := r.FieldPos(0)
		q := query{ID: get("id"), Title: get("title"), Industry: get("industry"), Text: get("text"), line: line}
		if name := get("file"); name != "" {
			q.file = filepath.Join(filepath.Dir(path), filepath.FromSlash(name))
			if q.ID == "" {
				q.ID = name
			}
		}
		if i, ok := column["noc2021"]; ok {
			q.NOC2021 = &record[i]
		}
		qs = append(qs, q)
	}
}

// maxProblems is how many problems of a file are spelled out.
const maxProblems = 10

// checkIDs reports ids that the columns of a run cannot hold, or that would mix up two queries.
func checkIDs(qs []query, path string) error {
	var errs []error
	lineOf := map[string]int{}
	for _, q := range qs {
		if len(errs) == maxProblems {
			errs = append(errs, errors.New("and perhaps more"))
			break
		}
		first, seen := lineOf[q.ID]
		switch {
		case q.ID == "":
			errs = append(errs, fmt.Errorf("%s:%d: the query has no id: give each one its own", path, q.line))
		case strings.ContainsFunc(q.ID, unicode.IsSpace):
			errs = append(errs, fmt.Errorf("%s:%d: the id %q holds white space, which separates the columns of a run: take it out", path, q.line, q.ID))
		case seen:
			errs = append(errs, fmt.Errorf("%s:%d: the id %q was given in line %d: give each query its own", path, q.line, q.ID, first))
		}
		lineOf[q.ID] = q.line
	}
	return errors.Join(errs...)
}
