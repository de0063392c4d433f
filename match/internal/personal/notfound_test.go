package personal

import "testing"

// What the package comment says is not found. A text that begins to be found moves to
// testdata/texts.txt.
func TestNotFound(t *testing.T) {
	tests := []struct{ text, reason string }{
		{"the ward was run by Zxqvia Blorpsk for years", "an unlisted name in running text"},
		{"then Rose Blorpsk took over", "a given name that is a word with an unlisted surname"},
		{"John Deere tractors", "a brand"},
		{"Elizabeth Bruyere Centre", "a word of an organisation follows"},
		{"2O4-555-Ol73", "letters misread for digits"},
		{"Salesforce.com, @Override", "short addresses and handles away from contacts"},
		{"Red Deer, Alberta", "a city without a street or postal code"},
		{"I went back to school at 38", "an age without words for it"},
		{"Tagalog; knight of the parish council", "what else tells of status"},
		{"they wrote, elle travaille", "undeclared pronouns"},
		{"HIM, HIS AND IT", "pronouns in capitals"},
		{"Him Coder", "a pronoun before a capital"},
		{"Instructor, Superior Shores College, 2015 - 2018", "a school that employs"},
		{"High school 2020, Father Mercredi", "a school named without a word for it"},
	}
	for _, tt := range tests {
		if got := Find(tt.text, nil); got != nil {
			t.Errorf("Find(%q) = %q (%s): say so in the package comment", tt.text, shown(tt.text,
				got), tt.reason)
		}
	}
}

// A job word of the caller's is no surname where only its place speaks for a name.
func TestJobWords(t *testing.T) {
	is := func(w string) bool { return w == "blorping" }
	tests := []struct{ text, reason string }{
		{"Zxqv Blorping\n604-555-0100", "unlisted words in the head"},
		{"then Emma Blorping was done", "after a given name in running text"},
	}
	for _, tt := range tests {
		for _, s := range Find(tt.text, is) {
			if s.Kind == Name && s.End > 10 && tt.text[s.Start:s.End] != "Emma" {
				t.Errorf("Find(%q) masks %q (%s)", tt.text, tt.text[s.Start:s.End], tt.reason)
			}
		}
	}
	if got := shown("Emma Blorping\n604-555-0100", Find("Emma Blorping\n604-555-0100",
		is)); len(got) != 2 || got[0] != "name: Emma Blorping" {
		t.Errorf("a given name at the head with a job word: %q", got)
	}
}
