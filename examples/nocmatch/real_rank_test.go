package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/nocmatch/nocmatch/match"
)

// The tests of this file go through the real matcher. They look at what must hold whatever the scorer says.

const (
	realResumes = "../../testdata/resumes"
	realAd      = "../../testdata/postings/acute-care-coder-full-time.txt"
)

// realRanking is a ranking as JSON reads it.
func realRanking(t *testing.T, args ...string) []ranked {
	t.Helper()
	status, stdout, stderr := invokeReal(t, "", append([]string{"rank", "--format", "json"}, args...)...)
	var list []ranked
	if err := json.Unmarshal([]byte(stdout), &list); err != nil || status != exitDone || stderr != "" {
		t.Fatalf("%q: status %d, standard error %q (%v)", args, status, stderr, err)
	}
	return list
}

func TestRealRank(t *testing.T) {
	for _, tt := range []struct {
		reason string
		args   []string
	}{
		{"for an occupation", []string{"--code", "12111"}},
		{"for a posting", []string{"--posting", realAd}},
		{"for both", []string{"--code", "12111", "--posting", realAd}},
	} {
		list := realRanking(t, append(tt.args, realResumes)...)
		if len(list) < 20 {
			t.Fatalf("%d candidates, want one for each resume", len(list))
		}
		for i, r := range list {
			switch {
			case i > 0 && r.Score > list[i-1].Score:
				t.Errorf("%s: %s has score %v behind %v", tt.reason, r.Name, r.Score, list[i-1].Score)
			case r.Score < 0 || r.Score > 1 || r.Confidence < 0 || r.Confidence > 1:
				t.Errorf("%s: %s has score %v and confidence %v", tt.reason, r.Name, r.Score, r.Confidence)
			case r.CodeMatch == nil && r.Score != r.Match.Score:
				t.Errorf("%s: %s has score %v, and its match %v", tt.reason, r.Name, r.Score, r.Match.Score)
			case r.CodeMatch != nil && r.Score != (r.CodeMatch.Score/2+r.Match.Score/2):
				t.Errorf("%s: %s has score %v, want the mean of %v and %v", tt.reason, r.Name, r.Score, r.CodeMatch.Score, r.Match.Score)
			case r.Duties.Total != len(r.Match.Duties) || len(r.Skills.Found)+len(r.Skills.Missing)+len(r.Skills.Negated) != len(r.Match.Skills):
				t.Errorf("%s: %s has duties %+v and skills %+v, which are not those of its match", tt.reason, r.Name, r.Duties, r.Skills)
			}
			for _, o := range r.Better {
				if o.Score <= r.Score || o.Code == r.For.Code || o.Code == match.DefaultPostingCode {
					t.Errorf("%s: %s fits %s with %v, which is not better than %v", tt.reason, r.Name, o.Code, o.Score, r.Score)
				}
			}
		}
	}
}

// What masking takes out is in no output, and changes no score and no rank.
func TestRealAnonymise(t *testing.T) {
	open := realRanking(t, "--code", "12111", realResumes)
	masked := realRanking(t, "--code", "12111", "--anonymise", realResumes)
	for i, r := range masked {
		if r.Score != open[i].Score || r.Confidence != open[i].Confidence {
			t.Errorf("rank %d: score %v and confidence %v, without a mask %v and %v", i+1, r.Score, r.Confidence, open[i].Score, open[i].Confidence)
		}
		for _, d := range r.Match.Duties {
			if r.Text[d.Start:d.End] != d.Quote {
				t.Errorf("%s: the span [%d:%d] does not hold %q", r.Name, d.Start, d.End, d.Quote)
			}
		}
		for _, e := range r.Match.Evidence {
			if r.Text[e.Start:e.End] != e.Quote {
				t.Errorf("%s: the span [%d:%d] does not hold %q", r.Name, e.Start, e.End, e.Quote)
			}
		}
		text, err := os.ReadFile(open[i].Name)
		if err != nil {
			t.Fatal(err)
		}
		shown, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range match.PersonalDetails(string(text)) {
			if p.Kind != "name" && p.Kind != "email" && p.Kind != "phone" {
				continue
			}
			detail := regexp.MustCompile(`\b` + regexp.QuoteMeta(string(text[p.Start:p.End])) + `\b`)
			if detail.Match(shown) {
				t.Errorf("%s shows the %s %q of %s", r.Name, p.Kind, text[p.Start:p.End], open[i].Name)
			}
		}
	}
}

// A gap names what is not covered, the most valuable first, with sentences of the resume.
func TestRealGap(t *testing.T) {
	resumes, err := filepath.Glob(filepath.Join(realResumes, "*.txt"))
	if err != nil || len(resumes) == 0 {
		t.Fatalf("%d resumes (%v)", len(resumes), err)
	}
	for i, resume := range resumes {
		for _, flags := range [][]string{{"--code", "12111"}, {"--posting", realAd}}[:1+max(0, 1-i)] { // one with the posting: it costs an index
			status, stdout, stderr := invokeReal(t, "", append([]string{"gap", "--format", "json", resume}, flags...)...)
			var g gap
			if err := json.Unmarshal([]byte(stdout), &g); err != nil || status != exitDone || stderr != "" || strings.Contains(stdout, ": null") {
				t.Fatalf("%s: status %d, standard error %q (%v)", resume, status, stderr, err)
			}
			text, err := os.ReadFile(resume)
			if err != nil {
				t.Fatal(err)
			}
			if g.Text != "" { // of Markdown, quotes are of what it says
				text = []byte(g.Text)
			}
			duties, skills := 0, 0
			if g.Score > .1 && len(g.Missing) > 0 && g.Missing[0].Value == 0 {
				t.Errorf("%s: nothing that is missing is worth anything", resume)
			}
			for i, m := range g.Missing {
				if m.Value < 0 || i > 0 && m.Value > g.Missing[i-1].Value {
					t.Errorf("%s: %q has value %v behind %v", resume, m.Text, m.Value, g.Missing[max(i, 1)-1].Value)
				}
				if m.Kind == "duty" {
					duties++
				} else {
					skills++
				}
				if c := m.Closest; c != nil && string(text[c.Start:c.End]) != c.Quote {
					t.Errorf("%s: the span [%d:%d] does not hold %q", resume, c.Start, c.End, c.Quote)
				}
			}
			if duties != g.Duties.Total-g.Duties.Covered || skills != len(g.Skills.Missing)+len(g.Skills.Negated) {
				t.Errorf("%s: %d duties and %d skills missing, which is not what %+v and %+v leave", resume, duties, skills, g.Duties, g.Skills)
			}
		}
	}
}

func TestRealDuties(t *testing.T) {
	letters, err := filepath.Glob("../../testdata/letters/*.txt")
	if err != nil || len(letters) == 0 {
		t.Fatalf("%d letters (%v)", len(letters), err)
	}
	for _, letter := range letters {
		status, stdout, stderr := invokeReal(t, "", "duties", "--format", "json", "--code", "12111", letter)
		var s dutySheet
		if err := json.Unmarshal([]byte(stdout), &s); err != nil || status != exitDone || stderr != "" || strings.Contains(stdout, ": null") {
			t.Fatalf("%s: status %d, standard error %q (%v)", letter, status, stderr, err)
		}
		if s.Main.Total == 0 || s.Share != float64(s.Main.Covered)/float64(s.Main.Total) || s.Main.Total+s.Optional.Total != len(s.Duties) || s.Note != legalNote {
			t.Errorf("%s: share %v of %+v, optional %+v, %d duties, note %q", letter, s.Share, s.Main, s.Optional, len(s.Duties), s.Note)
		}
		text, err := os.ReadFile(letter)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range s.Duties {
			if (d.Status == match.Absent) != (len(d.Quotes) == 0) {
				t.Errorf("%s: %q is %s with %d quotes", letter, d.Text, d.Status, len(d.Quotes))
			}
			for _, q := range d.Quotes {
				if string(text[q.Start:q.End]) != q.Quote {
					t.Errorf("%s: the span [%d:%d] does not hold %q", letter, q.Start, q.End, q.Quote)
				}
			}
		}
	}
}
