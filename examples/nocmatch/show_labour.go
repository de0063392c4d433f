package main

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/nocmatch/nocmatch/profiles"
)

// labourMarket writes the facts of one source about one region and year in a row. What is not known is not mentioned, a forecast that
// its source refuses to make excepted: that is a fact.
func labourMarket(m profiles.LabourMarket) string {
	var facts []string
	add := func(format string, args ...any) { facts = append(facts, fmt.Sprintf(format, args...)) }
	if m.Employed != nil {
		add("%s employed", thousands(*m.Employed))
	}
	if len(m.Gender) > 0 {
		add("%s", shares(m.Gender))
	}
	if len(m.Ages) > 0 {
		add("ages %s", shares(m.Ages))
	}
	switch {
	case m.MedianIncome != nil:
		add("median income $%s a year%s", thousands(*m.MedianIncome), workers(m.Workers))
	case m.Workers != nil:
		add("%s people with an income", thousands(*m.Workers))
	}
	var wages []string
	for _, w := range []struct {
		name   string
		dollar *float64
	}{{"low", m.WageLow}, {"median", m.WageMedian}, {"high", m.WageHigh}} {
		if w.dollar != nil {
			wages = append(wages, fmt.Sprintf("$%.2f %s", *w.dollar, w.name))
		}
	}
	if len(wages) > 0 {
		add("wages an hour %s", strings.Join(wages, ", "))
	}
	if m.Postings != nil {
		add("%s postings", thousands(*m.Postings))
	}
	if len(m.PostingsByRegion) > 0 {
		add("postings by region %s", shares(m.PostingsByRegion))
	}
	if o := m.Outlook; o != nil {
		rating := "not available"
		if o.Available {
			rating = o.Rating
		}
		add("outlook %s", strings.Join(nonEmpty(o.Horizon, rating, o.Note), ", "))
	}
	for _, f := range m.Facts {
		add("%s: %s", f.Name, f.Value)
	}
	head := m.Region
	if m.Year != 0 {
		head += " " + strconv.Itoa(m.Year)
	}
	return strings.TrimSpace(head) + note(m.Source != "", m.Source) + ": " + strings.Join(facts, "; ")
}

func workers(n *int) string {
	if n == nil {
		return ""
	}
	return " (of " + thousands(*n) + " people)"
}

func shares(ss []profiles.Share) string {
	var out []string
	for _, s := range ss {
		out = append(out, s.Name+" "+strconv.FormatFloat(s.Percent, 'f', -1, 64)+"%")
	}
	return strings.Join(out, ", ")
}

// thousands writes a number with a comma before each group of three digits.
func thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
