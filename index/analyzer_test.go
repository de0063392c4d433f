package index

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// show writes tokens as quote→term, with the other terms of one word behind +, and stop words in brackets.
func show(text string, tokens []Token) string {
	var b strings.Builder
	for i, t := range tokens {
		quote := text[t.Start:t.End]
		switch {
		case t.Shared:
			b.WriteString("+" + t.Term)
			continue
		case i > 0:
			b.WriteString(" ")
		}
		if t.Stop {
			b.WriteString("(" + quote + ")")
		} else {
			b.WriteString(quote + "→" + t.Term)
		}
	}
	return b.String()
}

func TestAnalyze(t *testing.T) {
	long := strings.Repeat("a", 5000)
	tests := []struct{ reason, text, want string }{
		{"nothing", "", ""},
		{"white space and punctuation", " \t\r\n.,;:!?()[]{}-–—'\"/\\", ""},
		{"plain words", "Codes charts", "Codes→code charts→chart"},
		{"stop words keep their place", "the coding of charts", "(the) coding→code (of) charts→chart"},
		{"stop words in any case", "The OF And", "(The) (OF) (And)"},
		{"levels tell nothing apart", "Clerk II", "Clerk→clerk (II)"},

		{"protected term", "ICD-10-CA", "ICD-10-CA→icd-10-ca"},
		{"joined", "ICD10CA", "ICD10CA→icd-10-ca"},
		{"half joined", "ICD-10CA icd10-ca", "ICD-10CA→icd-10-ca icd10-ca→icd-10-ca"},
		{"spaces", "ICD 10 CA", "ICD 10 CA→icd-10-ca"},
		{"no-break spaces", "ICD\u00a010\u00a0CA", "ICD\u00a010\u00a0CA→icd-10-ca"},
		{"no-break hyphens", "ICD\u201110\u2011CA", "ICD\u201110\u2011CA→icd-10-ca"},
		{"en dashes", "ICD–10–CA", "ICD–10–CA→icd-10-ca"},
		{"longest term first", "ICD-10-CA, ICD-10-CM, ICD-10", "ICD-10-CA→icd-10-ca ICD-10-CM→icd-10-cm ICD-10→icd-10"},
		{"a longer word is another word", "ICD-10-CAN ICD-100", "ICD-10→icd-10 (CAN) ICD→icd 100→100"},
		{"two separators are too many", "ICD--10 ICD - 10", "ICD→icd 10→10 ICD→icd 10→10"},
		{"a line break is no separator", "ICD\n10", "ICD→icd 10→10"},
		{"between slashes", "ICD-10-CA/CCI", "ICD-10-CA→icd-10-ca CCI→cci"},
		{"C++ is not C", "C++ C# C, C+++", "C++→c++ C#→c# C→c C→c"},
		{"a sign after a term", "R&D+ ICD-10#", "R&D→r&d ICD-10→icd-10"},
		{"with a version", "C++17", "C++→c++ 17→17"},
		{"leading dot", ".NET and (.net)", ".NET→.net (and) .net→.net"},
		{"a dot inside a name is no leading dot", "ASP.NET net", "ASP→asp NET→net net→net"},
		{"one term after another", "C#.NET", "C#→c# .NET→.net"},
		{"R&D is one token, R another", "R&D R D R & D", "R&D→r&d R→r (D) R→r (D)"},
		{"slash in a term", "A/P A/R PL/SQL", "A/P→a/p A/R→a/r PL/SQL→pl/sql"},
		{"plurals of protected terms", "X-rays, emails, e-mails and T4s", "X-rays→x-ray emails→e-mail e-mails→e-mail (and) T4s→t-4"},
		{"a protected term and its spellings", "Email e-mail E mail", "Email→e-mail e-mail→e-mail E mail→e-mail"},
		{"a word that only begins like one", "emailing xrayed", "emailing→email xrayed→xray"},

		{"possessive", "clerk's clerks' clerk", "clerk's→clerk clerks→clerk clerk→clerk"},
		{"curly apostrophe", "clerk’s clerk‘s", "clerk’s→clerk clerk→clerk (s)"},
		{"modifier apostrophe", "clerkʼs", "clerkʼs→clerk"},
		{"apostrophes alone are no words", "ʼ ' ’ ʼʼ x", "x→x"},
		{"two apostrophes end a word", "nurseʼʼ nurse''s", "nurse→nurs nurse→nurs (s)"},
		{"apostrophe inside a name", "O'Brien O’Brien", "O'Brien→obrien O’Brien→obrien"},
		{"contractions are stop words", "don't can’t won't it's", "don't→dont can’t→cant won't→wont (it's)"},

		{"composed accents", "résumé", "résumé→resum"},
		{"decomposed accents", "re\u0301sume\u0301", "re\u0301sume\u0301→resum"},
		{"upper-case accents", "RÉSUMÉ", "RÉSUMÉ→resum"},
		{"ligatures", "ofﬁce oﬃce ﬂoor", "ofﬁce→offic oﬃce→offic ﬂoor→floor"},
		{"full-width letters", "Ｎｕｒｓｅ", "Ｎｕｒｓｅ→nurs"},
		{"soft hyphens", "tran\u00adscrip\u00adtion", "tran\u00adscrip\u00adtion→transcript"},
		{"a soft hyphen at the end is not quoted", "charts\u00ad.", "charts→chart"},
		{"zero-width spaces in a word", "cha\u200brts \ufeffcharts", "cha\u200brts→chart charts→chart"},
		{"zero-width joiners", "charts\u200d ch\u200carts ch\u2060arts", "charts→chart ch\u200carts→chart ch\u2060arts→chart"},
		{"no-break space", "discharge\u00a0abstract", "discharge→discharg abstract→abstract"},
		{"other letters", "中文 Ελλάδα ٣", "中文→中文 Ελλάδα→ελλαδα ٣→٣"},
		{"emoji", "😀nurse😀 👩‍⚕️ coder", "nurse→nurs coder→code"},
		{"bullets and dashes", "•coding—abstracting…", "coding→code abstracting→abstract"},
		{"invalid UTF-8", "nurse\xff\xfe \xc3coder\xe2\x80", "nurse→nurs coder→code"},

		{"dotted abbreviation", "R.N., U.S.A. U.S.A", "R.N→registri+nurs U.S.A→usa U.S.A→usa"},
		{"dotted stop words", "e.g. i.e.", "(e.g) (i.e)"},
		{"dots without end", strings.Repeat("a.", maxWord+2), strings.Repeat("a.", maxWord-1) + "a→" + strings.Repeat("a", maxWord) + " a.a→aa"},
		{"a soft hyphen after an abbreviation", "R.N\u00ad, ICD-10-CA\u00ad.", "R.N→registri+nurs ICD-10-CA→icd-10-ca"},
		{"possessive of an abbreviation", "R.N.'s R.N's R.Nʼs", "R.N→registri+nurs (s) R.N→registri+nurs (s) R.N→registri+nurs (s)"},
		{"an initial is no abbreviation", "J. Smith A.Smith B.Sc.", "J→j Smith→smith (A) Smith→smith B→b Sc→sc"},
		{"a sentence that ends in a letter", "Vitamin C. Data", "Vitamin→vitamin C→c Data→data"},

		{"an abbreviation of two words", "RN", "RN→registri+nurs"},
		{"which are the words themselves", "registered nurse", "registered→registri nurse→nurs"},
		{"a licensed one too", "LPN licensed practical nurse", "LPN→licenc+practic+nurs licensed→licenc practical→practic nurse→nurs"},
		{"plural of an abbreviation", "RNs EHRs", "RNs→registri+nurs EHRs→electron+health+record"},
		{"short forms meet their words", "meds medications univ university", "meds→medicat medications→medicat univ→university university→university"},
		{"IT is a field", "IT support", "IT→inform+technolog support→support"},
		{"with dots too", "I.T. support", "I.T→inform+technolog support→support"},
		{"it is not", "support it. It is", "support→support (it) (It) (is)"},
		{"co-ordinator", "co-ordinator coordinator", "(co) ordinator→coordin coordinator→coordin"},

		{"both halves of a title", "chairman/woman", "chairman→chairman (woman)"},
		{"in the plural", "Salesmen/women", "Salesmen→salesman (women)"},
		{"no half of another word", "clerk/woman", "clerk→clerk woman→woman"},
		{"man and person", "repairman/person", "repairman→repairman (person)"},
		{"the other half far away", "chairman or woman", "chairman→chairman (or) woman→woman"},
		{"one form for all", "saleswoman salesperson salespeople salesmen salesman", "saleswoman→salesman salesperson→salesman salespeople→salesman salesmen→salesman salesman→salesman"},
		{"words that only end alike", "German human woman shaman", "German→german human→human woman→woman shaman→shaman"},
		{"gendered titles", "waitress waiter fireman firefighter", "waitress→waiter waiter→waiter fireman→fire+fighter firefighter→fire+fighter"},

		{"plurals", "abstracts registries classes women", "abstracts→abstract registries→registri classes→class women→woman"},
		{"spellings", "tumor tumour tumors tumours", "tumor→tumour tumour→tumour tumors→tumour tumours→tumour"},
		{"licences", "license licence licensed licensing", "license→licenc licence→licenc licensed→licenc licensing→licenc"},
		{"one word or two", "healthcare health care", "healthcare→health+care health→health care→care"},
		{"a stem family", "analysis analyst analyze analytical", "analysis→analys analyst→analys analyze→analys analytical→analys"},
		{"classification", "classified classification", "classified→classifi classification→classifi"},
		{"author is not authority", "author authority authors authorize", "author→authors authority→author authors→authors authorize→author"},
		{"organ is not organization", "organ organization organs", "organ→organs organization→organ organs→organs"},
		{"medication is not medical", "medication medical", "medication→medicat medical→medic"},

		{"digits", "2021 12111 2nd 100%", "2021→2021 12111→12111 2nd→2nd 100→100"},
		{"a word with digits is its own stem", "covid19s covid19", "covid19s→covid19s covid19→covid19"},
		{"encoded data is no word", long + " nurse", long + "→ nurse→nurs"},
		{"nor is it with accents", long + "é nurse", long + "é→ nurse→nurs"},
		{"the longest word", strings.Repeat("x", maxWord), strings.Repeat("x", maxWord) + "→" + strings.Repeat("x", maxWord)},
		{"one letter more", strings.Repeat("x", maxWord+1), strings.Repeat("x", maxWord+1) + "→"},
	}
	a := NewAnalyzer()
	for _, tt := range tests {
		t.Run(tt.reason, func(t *testing.T) {
			checkScanner(t, tt.text)
			if diff := cmp.Diff(tt.want, show(tt.text, a.Analyze(nil, tt.text))); diff != "" {
				t.Errorf("Analyze(%.80q) mismatch (-want +got):\n%s", tt.text, diff)
			}
		})
	}
}

// The fields of a token, in full.
func TestAnalyzeTokens(t *testing.T) {
	x := builtinIndex(t)
	text := "• The RN: 4,000 zzyx"
	id := func(term string) int32 {
		id := x.analyzer.id(term)
		if id == NoTerm || x.Postings().Terms[id] != term {
			t.Fatalf("term %q has ID %d", term, id)
		}
		return id
	}
	want := []Token{
		{Start: 4, End: 7, Term: "the", ID: NoTerm, Stop: true},
		{Start: 8, End: 10, Term: "registri", ID: id("registri")},
		{Start: 8, End: 10, Term: "nurs", ID: id("nurs"), Shared: true},
		{Start: 12, End: 13, Term: "4", ID: x.analyzer.id("4")},
		{Start: 14, End: 17, Term: "000", ID: x.analyzer.id("000")},
		{Start: 18, End: 22, Term: "zzyx", ID: NoTerm},
	}
	if diff := cmp.Diff(want, x.Analyze(nil, text)); diff != "" {
		t.Errorf("Analyze(%q) mismatch (-want +got):\n%s", text, diff)
	}
	for i := range want {
		want[i].ID = NoTerm
	}
	if diff := cmp.Diff(want, NewAnalyzer().Analyze(nil, text)); diff != "" {
		t.Errorf("without an index: Analyze(%q) mismatch (-want +got):\n%s", text, diff)
	}
}
