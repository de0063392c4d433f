package documents

import (
	"encoding/json"
	"html"
	"slices"
	"strings"
)

// bareWords is how many words a page may show and still be one that scripts fill, so that its data for search engines is what it says.
const bareWords = 40

// posting returns the text of the job postings that a page has as data (schema.org's JobPosting in JSON-LD), where the page itself shows
// next to nothing; else "". What people are not shown otherwise stays out.
func (p *htmlPage) posting(visible string) (string, error) {
	shown := len(strings.Fields(visible))
	f := p.task.flow()
	for _, text := range p.data {
		value, ok := parseJSON(text)
		if !ok {
			continue
		}
		for _, o := range postings(value, p.limits.Depth) {
			if err := p.postingText(o, f); err != nil {
				return "", err
			}
		}
	}
	text := f.String()
	if words := len(strings.Fields(text)); words == 0 || shown >= bareWords || shown > words {
		return "", nil
	}
	return text, p.budget.object(1)
}

// parseJSON reads JSON as pages have it: at times escaped as text of the page, or with line ends in strings.
func parseJSON(text string) (any, bool) {
	spaced := strings.Map(func(r rune) rune {
		if r < ' ' {
			return ' '
		}
		return r
	}, text)
	for _, t := range []string{text, spaced, html.UnescapeString(spaced)} {
		t = strings.TrimSpace(t)
		for _, wrap := range []string{"<!--", "//", "<![CDATA[", "/*", "*/"} {
			t = strings.TrimSpace(strings.TrimPrefix(t, wrap))
		}
		var value any
		// A decoder takes the first value and leaves what comes after, such as the end of a comment.
		if err := json.NewDecoder(strings.NewReader(t)).Decode(&value); err == nil {
			return value, true
		}
	}
	return nil, false
}

// postings finds the job postings in a value, in its order where there are lists.
func postings(value any, room int) []map[string]any {
	if room == 0 {
		return nil
	}
	var all []map[string]any
	switch v := value.(type) {
	case []any:
		for _, x := range v {
			all = append(all, postings(x, room-1)...)
		}
	case map[string]any:
		if isPosting(v["@type"]) {
			return []map[string]any{v}
		}
		for _, key := range sortedKeys(v) {
			all = append(all, postings(v[key], room-1)...)
		}
	}
	return all
}

func sortedKeys(m map[string]any) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

func isPosting(kind any) bool {
	switch k := kind.(type) {
	case string:
		return k == "JobPosting" || strings.HasSuffix(k, "/JobPosting") || strings.HasSuffix(k, ":JobPosting")
	case []any:
		return slices.ContainsFunc(k, isPosting)
	}
	return false
}

// postingFields are what of a posting is text, with its heading.
var postingFields = []struct{ key, heading string }{
	{"title", ""}, {"name", ""}, {"hiringOrganization", ""}, {"jobLocation", ""}, {"employmentType", ""}, {"industry", ""},
	{"occupationalCategory", ""}, {"description", ""}, {"responsibilities", "Responsibilities"}, {"qualifications", "Qualifications"},
	{"skills", "Skills"}, {"experienceRequirements", "Experience"}, {"educationRequirements", "Education"}, {"workHours", "Hours"},
	{"jobBenefits", "Benefits"}, {"employerOverview", "About the employer"},
}

// postingText writes a posting.
func (p *htmlPage) postingText(o map[string]any, f *flow) error {
	said := map[string]bool{}
	for _, field := range postingFields {
		texts := values(o[field.key], p.limits.Depth)
		heading := field.heading
		for _, t := range texts {
			if said[t] {
				continue
			}
			said[t] = true
			if heading != "" {
				f.text(heading)
				f.end("")
				heading = ""
			}
			text, err := p.fragment(t)
			if err != nil {
				return err
			}
			mark := ""
			if len(texts) > 1 {
				mark = bullet
			}
			f.block(mark + strings.TrimSpace(text))
		}
	}
	return p.budget.object(1)
}

// fragment reads a value, which may be a piece of a page, escaped or not.
func (t *task) fragment(text string) (string, error) {
	for range maxPages {
		if !strings.ContainsAny(text, "<&") {
			break
		}
		if escapedMarks.MatchString(text) {
			inner := &htmlPage{htmlShared: &htmlShared{task: t, sheet: newStylesheet(), room: maxPages}, flow: t.flow()}
			root, err := parseHTML(t, text)
			if err != nil {
				return "", err
			}
			err = inner.read(root)
			return inner.String(), err
		}
		text = html.UnescapeString(text)
	}
	return text, t.budget.text(len(text))
}

// values are the texts of a value: those in lists, and the names and places of things.
func values(value any, room int) []string {
	if room == 0 {
		return nil
	}
	var all []string
	switch v := value.(type) {
	case string:
		if v = strings.TrimSpace(v); v != "" {
			all = append(all, v)
		}
	case []any:
		for _, x := range v {
			all = append(all, values(x, room-1)...)
		}
	case map[string]any:
		for _, key := range []string{"name", "title", "description", "address", "addressLocality", "addressRegion", "addressCountry", "credentialCategory", "value"} {
			all = append(all, values(v[key], room-1)...)
		}
	}
	return all
}
