package htmlreport

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"github.com/nocmatch/nocmatch/match"
)

var update = flag.Bool("update", false, "write the golden files")

func write(t *testing.T, r Report) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, r); err != nil {
		t.Fatalf("Write() error = %v", err)
	}
	return b.String()
}

func TestGolden(t *testing.T) {
	for _, tt := range []struct {
		name, reason string
		report       Report
	}{
		{"ranking", "a profile, and candidates with everything, with little and with nothing", ranking()},
		{"matches", "no profile: each document with its own occupations, no matrix, no failures", matches()},
		{"nothing", "the zero report says that there is nothing", Report{}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := write(t, tt.report)
			if again := write(t, tt.report); again != got {
				t.Fatal("the same report gave other bytes")
			}
			// The style sheet and the script have files of their own.
			for _, asset := range []string{string(style), string(script)} {
				if strings.Count(got, asset) != 1 {
					t.Fatal("the page does not have its style sheet and script as they are")
				}
				got = strings.Replace(got, asset, "...", 1)
			}
			got = strings.Replace(got, html.EscapeString(policy), "...", 1)
			got = strings.Replace(got, strings.ReplaceAll(html.EscapeString(policy), "+", "&#43;"), "...", 1)
			path := filepath.Join("testdata", tt.name+".html")
			if *update {
				if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("%s (-want +got), %s; after reading it, run with -update:\n%s", path, tt.reason, diff)
			}
		})
	}
}

// TestLinks follows every link and reference within the page.
func TestLinks(t *testing.T) {
	for name, r := range map[string]Report{"ranking": ranking(), "matches": matches(), "nothing": {}} {
		ids := map[string]bool{}
		page := parse(t, write(t, r))
		for n := range page.Descendants() {
			if id := attribute(n, "id"); id != "" {
				if ids[id] {
					t.Errorf("%s: the id %q is there twice", name, id)
				}
				ids[id] = true
			}
		}
		marks := 0
		for n := range page.Descendants() {
			if hidden(n) {
				continue
			}
			if to, ok := strings.CutPrefix(attribute(n, "href"), "#"); ok && !ids[to] {
				t.Errorf("%s: a link leads to %q, which is not there", name, to)
			}
			for _, a := range []string{"for", "aria-labelledby"} {
				if to := attribute(n, a); to != "" && !ids[to] {
					t.Errorf("%s: %s names %q, which is not there", name, a, to)
				}
			}
			if n.Data == "mark" {
				for short := range strings.FieldsSeq(attribute(n, "data-u")) {
					marks++
					if !ids["c1-"+short] {
						t.Errorf("%s: a highlight evidences %q, which is not there", name, short)
					}
				}
			}
		}
		if (marks == 0) != (name == "nothing") {
			t.Errorf("%s: %d highlights", name, marks)
		}
	}
}

// TestNoCodeInMarkup looks for what the policy of the page would block, and for what would ask the network for something.
func TestNoCodeInMarkup(t *testing.T) {
	page := parse(t, write(t, ranking()))
	for n := range page.Descendants() {
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") || slices.Contains([]string{"style", "src", "srcset", "background", "action", "ping"}, a.Key) {
				t.Errorf("<%s> has the attribute %s=%q", n.Data, a.Key, a.Val)
			}
		}
		if slices.Contains([]string{"img", "link", "iframe", "object", "embed", "base", "audio", "video"}, n.Data) {
			t.Errorf("the page has a <%s>", n.Data)
		}
		if n.Data == "meta" && attribute(n, "http-equiv") != "" {
			if got := attribute(n, "content"); got != policy || strings.Contains(got, "unsafe") {
				t.Errorf("the policy is %q, want %q", got, policy)
			}
		}
	}
	for _, asset := range []string{string(style), string(script)} {
		if m := regexp.MustCompile(`(?i)https?:|url\(|@import|</|\bfetch\b|innerHTML|eval\(|localStorage|sessionStorage|cookie`).FindString(asset); m != "" {
			t.Errorf("style sheet or script has %q", m)
		}
	}
}

// TestHostile puts hostile text into every string of a report: the page must have the same elements and attributes as with harmless text.
func TestHostile(t *testing.T) {
	harmless := outline(parse(t, write(t, filled("x", false))))
	harmlessAll := outline(parse(t, write(t, filled("x", true))))
	for _, tt := range []struct{ reason, text string }{
		{"a script", `<script>alert(1)</script>`},
		{"out of an attribute", `"><img src=x onerror=alert(1)>`},
		{"out of a quoted attribute", `' onmouseover='alert(1)`},
		{"template syntax", `{{.}}{{template "page.html"}}`},
		{"an address that runs", `javascript:alert(1)`},
		{"an address that holds a page", `data:text/html,<script>alert(1)</script>`},
		{"the end of the style sheet", `</style></script></title></textarea>--><svg onload=alert(1)>`},
		{"sections of XML", `]]><![CDATA[`},
		{"references", `&lt;b&gt; &#60; &amp`},
		{"line separators", "a\u2028alert(1)\u2029b"},
		{"marks of direction", "\u202e\u2066gpj.exe\u2069"},
		{"characters that are none", "\x00\x1b[2J\xff\xfe"},
		{"a letter of several bytes", "é"},
	} {
		page := parse(t, write(t, filled(tt.text, false)))
		if diff := cmp.Diff(harmless, outline(page)); diff != "" {
			t.Errorf("%q changes the page (-want +got), %s:\n%s", tt.text, tt.reason, diff)
		}
		if diff := cmp.Diff(harmlessAll, outline(parse(t, write(t, filled(tt.text, true))))); diff != "" {
			t.Errorf("%q, also as kinds and states, changes the page (-want +got), %s:\n%s", tt.text, tt.reason, diff)
		}
		for n := range page.Descendants() {
			if n.Data == "div" && strings.HasPrefix(attribute(n, "class"), "text") {
				if got, want := textOf(n), shown(tt.text, 0, len(tt.text)); got != want {
					t.Errorf("%q is shown as %q, want %q (%s)", tt.text, got, want, tt.reason)
				}
			}
			if href := attribute(n, "href"); href != "" && !strings.HasPrefix(href, "#") {
				t.Errorf("%q gives a link to %q (%s)", tt.text, href, tt.reason)
			}
		}
		if strings.ContainsAny(write(t, filled(tt.text, true)), "\u202e\u2066\x00\x1b") {
			t.Errorf("%q comes through as it is (%s)", tt.text, tt.reason)
		}
	}
}

// filled gives a report with s as every string, and spans that cover it. Kinds, states and fields are kept unless all is true.
func filled(s string, all bool) Report {
	r := ranking()
	var fill func(v reflect.Value)
	fill = func(v reflect.Value) {
		switch v.Kind() {
		case reflect.Struct:
			for i := range v.NumField() {
				fill(v.Field(i))
			}
		case reflect.Slice:
			for i := range v.Len() {
				fill(v.Index(i))
			}
		case reflect.String:
			if all || v.Type() == reflect.TypeFor[string]() {
				v.SetString(s)
			}
		}
	}
	fill(reflect.ValueOf(&r).Elem())
	for i := range r.Candidates {
		for j := range r.Candidates[i].Result.Matches {
			for k := range r.Candidates[i].Result.Matches[j].Evidence {
				e := &r.Candidates[i].Result.Matches[j].Evidence[k]
				e.Start, e.End = 0, len(s)
			}
		}
		for k := range r.Candidates[i].Result.Skills {
			m := &r.Candidates[i].Result.Skills[k]
			m.Start, m.End = 0, len(s)
		}
	}
	return r
}

// TestAnyResult writes what no matcher gives: the page must come out whole.
func TestAnyResult(t *testing.T) {
	long := ranking()
	long.Candidates[0].Text += strings.Repeat("and more of the same ", 4000)
	long.Candidates[0].Result.Matches[0].Evidence[0].Start += 2 * TextBytes
	long.Candidates[0].Result.Matches[0].Evidence[0].End += 2 * TextBytes

	odd := ranking()
	odd.Candidates[0].Result.Matches[0].Duties = append(odd.Candidates[0].Result.Matches[0].Duties, match.DutyCoverage{Text: readDuty})
	odd.Candidates[1].Result.Matches[0].Duties = nil
	odd.Candidates[2].Result.Matches = []match.Match{{}}

	spans := ranking()
	for i := range spans.Candidates[0].Result.Matches[0].Evidence {
		e := &spans.Candidates[0].Result.Matches[0].Evidence[i]
		e.Start, e.End = -1<<62+i, 1<<62-i
	}
	for _, tt := range []struct {
		reason string
		report Report
		want   string
	}{
		{"a long text says where it ends", long, "The text is shown up to here: "},
		{"a quote beyond it has no link", long, "in the part of the text that is not shown"},
		{"duties that are not the profile's", odd, "1 of 4"},
		{"spans out of range", spans, "in the part of the text that is not shown"},
		{"no text", ranking(), "There is no text to show."},
		{"no candidate", Report{Title: "None"}, "There is no candidate to show."},
	} {
		got := write(t, tt.report)
		if !strings.Contains(got, tt.want) {
			t.Errorf("the page does not say %q (%s)", tt.want, tt.reason)
		}
		if !strings.HasSuffix(got, "</html>\n") {
			t.Errorf("the page is not whole (%s)", tt.reason)
		}
	}
}

func TestWriteFails(t *testing.T) {
	err := Write(failingWriter{}, ranking())
	if err == nil || err.Error() != "htmlreport: disk full" {
		t.Errorf("Write() error = %v, want the writer's", err)
	}
}

type failingWriter struct{}

func (failingWriter) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func parse(t *testing.T, page string) *html.Node {
	t.Helper()
	n, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// hidden reports whether an element has the attribute.
func hidden(n *html.Node) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == "hidden" })
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

// outline gives the elements of a page and the names of their attributes, with the values of those that steer a browser.
func outline(page *html.Node) []string {
	var list []string
	for n := range page.Descendants() {
		if n.Type == html.TextNode {
			continue
		}
		line := n.Data
		for _, a := range n.Attr {
			line += " " + a.Key
			if a.Key != "title" && a.Key != "data-label" {
				line += "=" + a.Val
			}
		}
		list = append(list, line)
	}
	return list
}
