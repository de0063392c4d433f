package personal

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What the caller knows of a text tells names that the text alone does not.
func TestFindKnown(t *testing.T) {
	const text = "the charts were coded by zelmira kovalchuk for two years"
	tests := []struct {
		reason string
		known  []string
		want   []string
	}{
		{"nothing is known", nil, nil},
		{"the name of the file", []string{"Zelmira_Kovalchuk_CV_2024.pdf"}, []string{"name: zelmira kovalchuk"}},
		{"words run together", []string{"ZelmiraKovalchukResume.docx"}, []string{"name: zelmira kovalchuk"}},
		{"an author, surname first", []string{"Kovalchuk, Zelmira"}, []string{"name: zelmira kovalchuk"}},
		{"a sender", []string{"Zelmira Kovalchuk <zk@example.com>"}, []string{"name: zelmira kovalchuk"}},
		{"the name of a job is none", []string{"health-records-coder.pdf", "Coded Charts"}, nil},
		{"one word is not enough", []string{"Charts Kovalchuk.pdf"}, nil},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, shown(text, FindKnown(text, tt.known, nil))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.reason, diff)
		}
	}
}
