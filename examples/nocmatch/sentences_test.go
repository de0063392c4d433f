package main

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/nocmatch/nocmatch/profiles"
)

func cut(text string) []string {
	var got []string
	for _, s := range sentences(text) {
		got = append(got, text[s.Start:s.End])
	}
	return got
}

func TestSentences(t *testing.T) {
	for _, tt := range []struct {
		reason, text string
		want         []string
	}{
		{"nothing", "", nil},
		{"blanks and bullets", " \n • \n", nil},
		{"sentences of a line", "Codes charts. Trains others!  Why?", []string{"Codes charts.", "Trains others!", "Why?"}},
		{"items", "• Codes charts\n- Trains others\n* 3 audits", []string{"Codes charts", "Trains others", "3 audits"}},
		{"a line that goes on", "Codes charts of\nsurgery\nTrains others", []string{"Codes charts of\nsurgery", "Trains others"}},
		{"a stop in a number or a name", "Version 2.5 of ICD-10.1 and e.g. charts", []string{"Version 2.5 of ICD-10.1 and e.g. charts"}},
		{"letters of several bytes, and what is no letter", "Élève. École \xff fin", []string{"Élève.", "École \xff fin"}},
	} {
		if diff := cmp.Diff(tt.want, cut(tt.text)); diff != "" {
			t.Errorf("%q, %s (-want +got):\n%s", tt.text, tt.reason, diff)
		}
	}
}

func TestClosest(t *testing.T) {
	const text = "Kept order in the office. Answered requests of lawyers for charts. Patients were happy. Requests of lawyers and insurers answered."
	c := newCloseness(profiles.All())
	for _, tt := range []struct {
		reason, duty, want string
	}{
		{"most of the rare words", "Answer release requests from lawyers and insurers", "Requests of lawyers and insurers answered."},
		{"one word in common says nothing", "Feed patients", ""},
		{"no word in common", "Weld pipes", ""},
		{"a duty without words", "", ""},
		{"the words in other forms", "Ordering of offices", "Kept order in the office."},
	} {
		got := ""
		if s, ok := c.closest(tt.duty, text, sentences(text)); ok {
			got = text[s.Start:s.End]
		}
		if got != tt.want {
			t.Errorf("closest to %q is %q, want %q (%s)", tt.duty, got, tt.want, tt.reason)
		}
	}
}

func TestCopies(t *testing.T) {
	const duty = "Code the diagnoses and procedures of each hospital stay, by the standards"
	for _, tt := range []struct {
		reason, letter string
		want           bool
	}{
		{"word for word", "She did: " + duty + ".", true},
		{"letter case and signs aside", "CODE the diagnoses - and procedures\nof each hospital stay", true},
		{"seven words of it", "diagnoses and procedures of each hospital stay", true},
		{"six words of it", "and procedures of each hospital stay", false},
		{"a part of a word is no word", "diagnoses and procedures of each hospital stays", false},
		{"in other words", "She coded what patients had and what was done", false},
		{"nothing", "", false},
	} {
		if got := copies(spaced(tt.letter), duty); got != tt.want {
			t.Errorf("copies(%q) = %v, want %v (%s)", tt.letter, got, tt.want, tt.reason)
		}
	}
}
