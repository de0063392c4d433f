package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// A judgement says which codes are right for a query: any of them counts. None means that there is nothing to find.
type judgement struct {
	id    string
	right []string // sorted
}

func (j judgement) isRight(code string) bool { return slices.Contains(j.right, code) }

// judgementsOf returns the queries' own judgements, in their order; queries without one are left out.
func judgementsOf(qs []query, path string) ([]judgement, error) {
	var js []judgement
	for _, q := range qs {
		if q.NOC2021 == nil {
			continue
		}
		codes := q.codes()
		for _, c := range codes {
			if strings.ContainsFunc(c, unicode.IsSpace) {
				return nil, fmt.Errorf("%s:%d: the code %q holds white space: separate codes by bars, as in 12111|12112", path, q.line, c)
			}
		}
		slices.Sort(codes)
		js = append(js, judgement{q.ID, slices.Compact(codes)})
	}
	if len(js) == 0 {
		return nil, fmt.Errorf("%s: says nothing about the right codes: give --qrels, or add a column noc2021", path)
	}
	return js, nil
}

// readQrels reads TREC judgements, lines of "qid 0 docno rel", in the order in which queries are first named. A rel above 0 is right; a
// query with no such line has nothing to find.
func readQrels(path string) ([]judgement, error) {
	f, err := os.Open(path)
	if errors.Is(err, os.ErrNotExist) {
		return nil, fmt.Errorf("%s: no such file: check the path", path)
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var js []judgement
	at := map[string]int{}
	r := bufio.NewScanner(f)
	for line := 1; r.Scan(); line++ {
		fields := strings.Fields(strings.TrimPrefix(r.Text(), "\ufeff"))
		if len(fields) == 0 {
			continue
		}
		if len(fields) != 4 {
			return nil, fmt.Errorf("%s:%d: %s: want four, as in \"q1 0 12111 1\"", path, line, counted(len(fields), "column", "columns"))
		}
		rel, err := strconv.ParseFloat(fields[3], 64)
		if err != nil || math.IsNaN(rel) {
			return nil, fmt.Errorf("%s:%d: the relevance is %q: want a number, above 0 for a right code", path, line, fields[3])
		}
		i, seen := at[fields[0]]
		if !seen {
			i = len(js)
			at[fields[0]] = i
			js = append(js, judgement{id: fields[0]})
		}
		if rel > 0 && !js[i].isRight(fields[2]) {
			js[i].right = append(js[i].right, fields[2])
		}
	}
	if err := r.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	if len(js) == 0 {
		return nil, fmt.Errorf("%s: holds no judgements", path)
	}
	for i := range js {
		slices.Sort(js[i].right)
	}
	return js, nil
}

// writeQrels writes judgements in the form that readQrels reads.
func writeQrels(w io.Writer, js []judgement) error {
	for _, j := range js {
		for _, code := range j.right {
			if _, err := fmt.Fprintf(w, "%s 0 %s 1\n", j.id, code); err != nil {
				return err
			}
		}
		// A line has to name some document; this one is none's code.
		if len(j.right) == 0 {
			if _, err := fmt.Fprintf(w, "%s 0 none 0\n", j.id); err != nil {
				return err
			}
		}
	}
	return nil
}
