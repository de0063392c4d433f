package profiles

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestIsHeading(t *testing.T) {
	g := &unitGroup{
		title:    "Railway and marine workers",
		examples: []string{"Machine operator, docks", "Train inspector", "Conductor - railway", "Brakeman/woman", "Freight handler (marine)", "Chief of dispatch"},
	}
	verbs := dutyVerbs(map[string]*unitGroup{"1": {duties: []string{
		"Machine worn parts of engines to the size that the drawings of the maker give",
		"Inspect cars",
	}}})
	for _, tc := range []struct {
		text, reason string
		want         bool
	}{
		{"Conductors", "one word can name a role", true},
		{"Brakemen", "irregular plurals of titles count", true},
		{"Freight handlers in ports", "what comes after the nouns does not matter", true},
		{"Conductors, freight handlers and related staff", "the first of a list is enough", true},
		{"Yard staff and conductors", "so is the last", true},
		{"Other service providers", "some roles need not be among the titles", true},
		{"Machine operators", "a word that is a verb elsewhere begins a title here", true},
		{"Conductor", "headings can be singular", true},
		{"Machine parts", "parts are no role", false},
		{"Machine and inspect conductors", "a verb by itself is no role", false},
		{"Supervise conductors", "a verb whose objects are people", false},
		{"May train conductors", "a duty that only some have", false},
		{"Conductors.", "headings end without a full stop", false},
		{"conductors", "headings begin with a capital", false},
		{"Greet passengers", "passengers are no role of the group", false},
		{"Act as conductors", "\"as\" is not part of a role", false},
		{"Conductors one two three four five six seven eight nine ten eleven twelve thirteen fourteen", "too long", false},
		{"", "nothing", false},
		{"--", "no words", false},
	} {
		if got := g.roles().isHeading(tc.text, verbs); got != tc.want {
			t.Errorf("isHeading(%q) = %v, want %v: %s", tc.text, got, tc.want, tc.reason)
		}
	}
}

func TestDutyTexts(t *testing.T) {
	const intro = "This group performs some or all of the following duties:"
	for _, tc := range []struct {
		reason     string
		rows, want []string
	}{
		{"no rows", nil, nil},
		{"an introduction only", []string{intro}, nil},
		{"variants of the introduction", []string{"Chefs perform the following duties", "Cooks do the following tasks.", "Cook"}, []string{"Cook"}},
		{"headings of several roles", []string{intro, "Head chefs", "Write menus", "Sous-chefs", "Run the line"}, []string{"Write menus", "Run the line"}},
		{"a list that begins with a duty has no headings", []string{intro, "Write menus", "Sous-chefs", "Run the line"}, []string{"Write menus", "Sous-chefs", "Run the line"}},
		{"a heading heads something, so the last row is none", []string{"Head chefs", "Sous-chefs"}, []string{"Sous-chefs"}},
		{"a single row is a duty, whatever it says", []string{intro, "Head chefs"}, []string{"Head chefs"}},
		{"a heading with a colon is an introduction", []string{"Head chefs:", "Write menus"}, []string{"Write menus"}},
		{"rows that differ in case and full stop are one", []string{"Write menus", "write  menus.", "Plate"}, []string{"Write menus", "Plate"}},
	} {
		g := &unitGroup{title: "Chefs", examples: []string{"Head chef", "Sous-chef"}, duties: tc.rows}
		before := slices.Clone(tc.rows)
		if diff := cmp.Diff(tc.want, g.dutyTexts(dutyVerbs(nil))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tc.reason, diff)
		}
		if diff := cmp.Diff(before, g.duties); diff != "" {
			t.Errorf("%s: the rows were changed (-before +after):\n%s", tc.reason, diff)
		}
	}
}
