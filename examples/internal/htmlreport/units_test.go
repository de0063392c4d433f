package htmlreport

import (
	"fmt"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/nocmatch/nocmatch/match"
)

func TestUnits(t *testing.T) {
	r := ranking().Candidates[0].Result
	m := r.Matches[0]
	var got []string
	sum, want := 0.0, 0.0
	for _, u := range unitsOf("c1", r, m) {
		sum += u.contribution
		got = append(got, fmt.Sprintf("%s %s %q %d quotes %+.3f", u.Class, u.Label, u.Name, len(u.Quotes), u.contribution))
	}
	for _, e := range m.Evidence {
		want += e.Contribution
	}
	if math.Abs(sum-want) > 1e-12 {
		t.Errorf("the units contribute %v, want %v as their evidence does", sum, want)
	}
	if diff := cmp.Diff([]string{
		`duty Duty 1 "Read charts after discharge and assign diagnosis codes." 1 quotes +0.200`,
		`duty Duty 2 "Release health information to those who may see it." 1 quotes +0.060`,
		`duty Duty 3 "Train staff in documentation." 0 quotes +0.000`,
		`skill Skill "Records management" 2 quotes +0.030`, // by another name for it, at the place of a mention
		`against Skill denied "Programming" 1 quotes +0.000`,
		`title Job title "Health records technician" 1 quotes +0.100`,
		`title Job title "Coding clerk" 1 quotes +0.010`,
		`term Vocabulary "ICD-10-CA" 1 quotes +0.020`,
		`phrasing Words of a skill "chart discharge" 1 quotes +0.010`, // no skill is mentioned there
		`against Job title of another occupation "Records clerk" 1 quotes -0.020`,
	}, got); diff != "" {
		t.Errorf("unitsOf() (-want +got):\n%s", diff)
	}
}

func TestHighlightLeadsToTheUnitThatCounts(t *testing.T) {
	const text = "release of information"
	span := [2]int{0, len(text)}
	duty, skill, term, con := newUnit(1, "duty", span), newUnit(2, "skill", span), newUnit(3, "term", span), newUnit(4, against, span)
	duty.key.kind, skill.key.kind, term.key.kind = match.KindDuty, match.KindSkill, match.KindVocabulary
	for _, tt := range []struct {
		reason string
		units  []unit
		slight string // the class that is
		want   string
	}{
		{"a duty before a skill before a term", []unit{term, skill, duty}, "", "duty u1 u2 u3"},
		{"what is slight comes last", []unit{duty, term}, "duty", "term u3 u1"},
		{"what is slight alone is said to be", []unit{duty}, "duty", "duty slight u1"},
		{"what speaks against an occupation comes first", []unit{duty, con}, "", "against u4 u1"},
	} {
		p := markText("c1", text, tt.units, func(u unit) bool { return u.Class == tt.slight })
		if got := p[0].Class + " " + p[0].Shorts; len(p) != 1 || got != tt.want {
			t.Errorf("the highlight is %q, want %q (%s)", got, tt.want, tt.reason)
		}
	}
}
