package personal

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"runtime"
	"strings"
	"testing"
)

// without returns the text with the spans cut out.
func without(text string, spans []Span) string {
	var b strings.Builder
	at := 0
	for _, s := range spans {
		b.WriteString(text[at:s.Start])
		at = s.End
	}
	b.WriteString(text[at:])
	return b.String()
}

// boundaries returns the offsets at which a rune or an invalid byte begins, and the end.
func boundaries(text string) map[int]bool {
	m := map[int]bool{len(text): true}
	for i := range text {
		m[i] = true
	}
	return m
}

func checkSpans(t *testing.T, text string) {
	t.Helper()
	spans := Find(text, nil)
	at, ok := 0, boundaries(text)
	for _, s := range spans {
		if s.Start < at || s.End <= s.Start || s.End > len(text) || !ok[s.Start] || !ok[s.End] ||
			s.Kind.String() == "" {
			t.Fatalf("Find(%q): bad span %+v after %d", text, s, at)
		}
		at = s.End
	}
	if again := Find(text, nil); !reflect.DeepEqual(spans, again) {
		t.Fatalf("Find(%q): %v, then %v", text, spans, again)
	}
}

func FuzzFind(f *testing.F) {
	for _, m := range markedTexts(f) {
		f.Add(m.text)
	}
	for _, l := range negatives(f) {
		f.Add(l)
	}
	f.Add("\x00\xff John Smith\x80 <a@b.co>\xc3 (604) 555-0100\xa0x2 A1A 1A1\u00ad")
	f.Fuzz(func(t *testing.T, text string) { checkSpans(t, text) })
}

// The details of people for the property test: any of a list may stand for any other.
var swaps = map[string][]string{
	"NAME": {"Delphine Ostrowski", "Thanh Nguyen", "Mohammed Al-Sayed", "Gurpreet Dhillon", "Chukwuemeka Okafor", "Siobhán O'Driscoll", "Jean-Luc Tremblay", "Emma Baker",
		"María Fernández", "Xiaoming Zhang", "Liwayway Manalastas", "Oleksandr Kovalenko", "Kateri Whitecloud", "J. R. Dhaliwal", "HANNE VESTERGAARD", "Wanjiru Kamau-Petrie",
		"Pieter van der Berg", "Zbigniew Brzęczyszczykiewicz", "Abebe Bekele", "Yuki Tanaka"},
	"GIVEN":   {"Delphine", "Thanh", "Gurpreet", "Oleksandr", "Abimbola", "Siobhán"},
	"SURNAME": {"Ostrowski", "Nguyen", "Al-Sayed", "Dhillon", "Okafor", "O'Driscoll", "Tremblay", "Brzęczyszczykiewicz"},
	"TITLE":   {"Mr.", "Mrs.", "Ms.", "Mx.", "Dr."},
	"HE":      {"he", "she"},
	"HIS":     {"his", "her"},
	"PHONE":   {"604-555-0177", "(604) 555-0177", "1-604-555-0177", "604.555.0177", "+1 604 555 0177", "604 555 0177 ext. 12", "+44 20 7946 0958"},
	"EMAIL":   {"a@example.com", "delphine.ostrowski@example.com", "x_y+z@mail.example.ca"},
	"LINK":    {"https://www.linkedin.com/in/someone", "www.someone.example.com", "github.com/someone"},
	"ADDRESS": {"14 Dogwood Mews, Hamilton, ON L8P 1A1", "#305 - 1220 W 5th Ave, Vancouver, BC V5K 0A1", "PO Box 44, Winkler MB R6W 1A1", "1250, rue Saint-Denis, Montréal (Québec) H2X 3J8",
		"88 Maple Street, Buffalo, NY 14201", "RR 2, Ponoka, Alberta T4J 1R2"},
	"BIRTH":  {"Date of birth: 12 March 1980", "DOB: 1980-03-12", "Born 3 May 1991", "Age: 42", "Né le 3 mai 1990"},
	"AGE":    {"24 years old", "61 years old", "42-year-old", "42 y/o"},
	"STATUS": {"Marital status: single", "Marital status: married", "Gender: F", "Nationality: Kenyan", "Religion: none"},
	"SCHOOL": {"University of North Shore", "Carleton University", "Fraser Heron Career College", "Riverside High School", "Cégep de la Baie", "Laurentide Institute of Technology"},
}

var templates = []string{
	"%NAME%\n%ADDRESS%\n%PHONE% | %EMAIL% | %LINK%\n\nEXPERIENCE\nHealth records clerk, Grace Hospital, 2015 - 2018\n- pulled charts\n\nEDUCATION\nDiploma, Health Information Management, %SCHOOL%, 2014\n",
	"Resume of\n%NAME%, CHIM\n%PHONE%\n%EMAIL%\n%BIRTH%\n%STATUS%\n\nWORK\nBaker, Sunrise Bakery, 2011 to present\n",
	"CURRICULUM VITAE\n\nName: %NAME%\nAddress: %ADDRESS%\nTel: %PHONE%\nE-mail: %EMAIL%\n%BIRTH%\n\nEmployment\nRegistered nurse, Victoria Hospital\n",
	"To whom it may concern\n\nRe: %NAME%\n\nThis confirms that %TITLE% %SURNAME% has been a coder since 2019. Every week %HE% codes charts, and %HIS% work is good.\n\nSincerely,\n\n%NAME%\nManager, Health Records\n%PHONE%\n",
	"Dear %TITLE% %SURNAME%,\n\nMy name is %NAME%. I am %AGE%, and I weld pipe.\n\nRegards,\n%NAME%\n",
	"Reference: %NAME%, supervisor, %PHONE%\n\nClerk, town office. Ask for %GIVEN% at %EMAIL%.\n",
	"Line cook wanted. Contact: %NAME%, %PHONE%. See %LINK% for more.\n",
}

func TestSwaps(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for _, tmpl := range templates {
		rest := ""
		for range 400 {
			text := tmpl
			for _, key := range []string{"NAME", "GIVEN", "SURNAME", "TITLE", "HE", "HIS", "PHONE", "EMAIL", "LINK", "ADDRESS", "BIRTH", "AGE", "STATUS", "SCHOOL"} {
				for strings.Contains(text, "%"+key+"%") {
					text = strings.Replace(text, "%"+key+"%", swaps[key][rng.IntN(len(swaps[key]))],
						1)
				}
			}
			got := without(text, Find(text, nil))
			if rest == "" {
				rest = got
			}
			if got != rest {
				t.Fatalf("with the details cut out:\n%s\nand with others:\n%s\nof:\n%s", rest, got,
					text)
			}
		}
		for _, values := range swaps {
			for _, v := range values {
				if len(v) > 4 && strings.Contains(rest, v) {
					t.Errorf("%q is left in:\n%s", v, rest)
				}
			}
		}
	}
}

// hostile are beginnings of details: long texts without line ends, of nothing but one of them,
// invite work that grows with the square.
var hostile = []string{"a@", "@a.", "Mr. ", "Emma ", "A.", "(604", "12 Main ", "12 A & ", "www.", "x.com ", "Re: ", "\"A\" ", "University of ", "van ", "1-", "A ", "M. ", "Dear ", "e e ", ", ON ", "College ", "Born ", "Unit 9, ",
	"Emma Chen, ", "604-555-0100 ", "she/", "+", "[", "\xff", "é", "O'", "a-", "Sir or ", "A1A ",
	"-", "@", "--- ", "@@ ", "Name: A; ", "GitHub ", "Page 1 ", "x_y_", "at dot ", "王", "Married | "}

// TestLinear: eight times the text takes some eight times the memory. Time is for BenchmarkGrowth:
// a test that is timed fails on a busy machine.
func TestLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("long texts")
	}
	const bytes, times, room = 1 << 15, 8, 1 << 16
	allocated := func(text string) uint64 {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		Find(text, nil)
		runtime.ReadMemStats(&after)
		return after.TotalAlloc - before.TotalAlloc
	}
	for _, piece := range hostile {
		n := bytes / len(piece)
		small, large := allocated(strings.Repeat(piece, n)), allocated(strings.Repeat(piece,
			times*n))
		if large > 2*times*small+room { // lists double as they grow
			t.Errorf("%q: %d bytes for %d times, %d for %d times", piece, small, n, large, times*n)
		}
	}
}

// BenchmarkGrowth shows the time of hostile texts: eight times the text must take some eight times
// as long.
func BenchmarkGrowth(b *testing.B) {
	for _, piece := range hostile {
		for _, size := range []int{1 << 15, 1 << 18} {
			text := strings.Repeat(piece, size/len(piece))
			b.Run(fmt.Sprintf("%q/%d", piece, size), func(b *testing.B) {
				for b.Loop() {
					Find(text, nil)
				}
			})
		}
	}
}

func BenchmarkFind(b *testing.B) {
	text := benchText()
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Find(text, nil)
	}
	b.ReportMetric(float64(len(strings.Fields(text))), "words")
}

// benchText is a resume of 300 words.
func benchText() string {
	head := "LEOCADIA \"LEO\" MBEKI-STRAND, CHIM\n#305 - 1220 W 5th Ave, Vancouver, BC  V5K 0A1\n(604) 555-0177 | leo.ms@example.com | linkedin.com/in/leo-ms\n\nPROFILE\n" +
		"Certified coder. I am 42 years old, and I like charts.\n\nEXPERIENCE\n"
	job := "Health Records Coder, Alderwick General Hospital, Burnaby    2012-01 - 2019-03\n" +
		"- Coded inpatient and day surgery charts in ICD-10-CA and CCI, and completed abstracts for DAD and NACRS\n" +
		"- Answered requests of physicians, trained 4 new coders and checked 5 % of their charts each quarter\n" +
		"- Kept the list of missing signatures and dictations down to 9 days, with reminders from Meditech\n"
	tail := "EDUCATION\nDiploma, Health Information Management, Fraser Heron Career College, 2008\nREFERENCES\nDonna Pitkanen, Coordinator, 807-555-0143\n"
	text := head
	for len(strings.Fields(text+tail)) < 300 {
		text += job
	}
	return text + tail
}

func TestKindStrings(t *testing.T) {
	for k := Name; k <= School; k++ {
		if k.String() == "" {
			t.Errorf("Kind(%d) has no name", k)
		}
	}
	if got := fmt.Sprint(Kind(0), Kind(200)); got != " " {
		t.Errorf("kinds that are none: %q", got)
	}
}
