package profiles

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/nocmatch/nocmatch/profiles/internal/input"
)

func TestReadJSONL(t *testing.T) {
	a, b := Profile{Code: "a", Title: "A"}, Profile{Code: "b", Title: "B"}
	both := []Profile{a, b}
	for _, tc := range []struct {
		reason, input string
		want          []Profile
		errs          []string // the start of each error, in their order
	}{
		{"nothing", "", nil, nil},
		{"blank lines only", "\ufeff\n \r\n\t\n", nil, nil},
		{"one object a line", `{"code":"a","title":"A"}` + "\n" + `{"code":"b","title":"B"}` + "\n", both, nil},
		{"no line end at the end", `{"code":"a","title":"A"}` + "\n" + `{"code":"b","title":"B"}`, both, nil},
		{"a byte-order mark, CRLF, blank lines and indents", "\ufeff\r\n" + `{"code":"a","title":"A"}` + "\r\n\r\n  " + `{"code":"b","title":"B"}` + "\r\n", both, nil},
		{"a line of a megabyte", `{"code":"a","title":"A","lead":"` + strings.Repeat("x", 1<<20) + `"}`, []Profile{{Code: "a", Title: "A", Lead: strings.Repeat("x", 1<<20)}}, nil},
		{"an object over several lines", "{\n\"code\": \"a\",\n\"title\": \"A\"\n}\n", []Profile{a}, nil},
		{"an object whose first line says something", "{\"code\": \"a\",\n\"title\": \"A\"\n}\n", []Profile{a}, nil},
		{"objects over several lines, one after the other", "{\n\"code\": \"a\",\n\"title\": \"A\"\n}\n{\n\"code\": \"b\",\n\"title\": \"B\"\n}", both, nil},
		{"an array", "[{\"code\":\"a\",\"title\":\"A\"},\n{\"code\":\"b\",\"title\":\"B\"}]", both, nil},
		{"an array, indented", "\ufeff[\n  {\n    \"code\": \"a\",\n    \"title\": \"A\"\n  },\n  {\"code\": \"b\", \"title\": \"B\"}\n]\n", both, nil},
		{"an empty array", "[]", nil, nil},

		{"a bad line costs no other", `{"code":"a","title":"A"}` + "\n{oops\n" + `{"code":"b","title":"B"}`, both, []string{"in.jsonl:2:2: invalid character 'o'"}},
		{"a bad first line costs no other", "{oops}\n" + `{"code":"b","title":"B"}`, []Profile{b}, []string{"in.jsonl:1:2: invalid character 'o'"}},
		{"a line cut short", `{"code":"a","title":"A"}` + "\n" + `{"code":"b"`, []Profile{a}, []string{"in.jsonl:2:11: unexpected end of JSON input: want one whole JSON object"}},
		{"something after the object", `{"code":"a","title":"A"},` + "\n" + `{"code":"b","title":"B"}`, []Profile{b}, []string{"in.jsonl:1:25: invalid character ',' after top-level value: want one whole JSON object on each line"}},
		{"a value of another type", `{"code":"a","title":"A","teer":"2"}` + "\n" + `{"code":"b","title":"B"}`, []Profile{b}, []string{"in.jsonl:1:34: teer: got a JSON string, want int"}},
		{"a misspelled field", `{"code":"a","title":"A"}` + "\n" + `{"code":"c","title":"C", "dutys":[{"text":"D"}]}` + "\n" + `{"code":"b","title":"B"}`, both,
			[]string{`in.jsonl:2:26: unknown field "dutys": want one of code, title, edition`}},
		{"a misspelled field of a duty", `{"code":"a","title":"A","duties":[{"text":"D"},{"text":"E","optinal":true}]}`, nil,
			[]string{`in.jsonl:1:60: unknown field "optinal": want one of text, optional`}},
		{"a field of another part of the profile", `{"code":"a","title":"A","text":"D","duties":[{"text":"D"}]}`, nil, []string{`in.jsonl:1:25: unknown field "text": want one of code, title`}},
		{"a misspelled field in an indented array", "[\n  {\n    \"code\": \"a\",\n    \"title\": \"A\",\n    \"tittles\" : []\n  }\n]", nil,
			[]string{`in.jsonl:5:5: unknown field "tittles"`}},
		{"a misspelled field below null and numbers", `{"code":"a","title":"A","teer":null,"labour_market":[{"year":2025,"wage_low":null,"wage_hi":3}]}`, nil,
			[]string{`in.jsonl:1:83: unknown field "wage_hi": want one of region`}},
		{"fields in other letters", `{"Code":"a","TITLE":"A"}`, []Profile{a}, nil},
		{"a value that is no object", "5\n" + `{"code":"b","title":"B"}`, []Profile{b}, []string{"in.jsonl:1:1: got a JSON number, want an object"}},
		{"null holds no code", "null\n", nil, []string{`in.jsonl:1: profile "": code: empty`, `in.jsonl:1: profile "": title: empty`}},
		{"every problem of every line", `{"code":"a b","title":" "}` + "\n" + `{"code":"a","title":"A","teer":9}` + "\n" + `{"code":"b","title":"B"}`, []Profile{b},
			[]string{`in.jsonl:1: profile "a b": code: holds white space`, `in.jsonl:1: profile "a b": title: empty`, "in.jsonl:2: profile a: teer: 9 is out of range"}},
		{"a code twice: the first stays", `{"code":"a","title":"A"}` + "\n\n" + `{"code":"a","title":"Z"}`, []Profile{a}, []string{"in.jsonl:3: profile a: code: given before in line 1: keep one"}},
		{"bytes that are no text", "{\"code\":\"a\",\"title\":\"caf\xe9\"}\n" + `{"code":"b","title":"B"}`, []Profile{b}, []string{"in.jsonl:1: not valid UTF-8: save the file as UTF-8"}},
		{"a bad element of an array costs no other", "[\n{\"code\":\"a\",\"title\":\"A\"},\n{\"code\":1,\n\"title\":\"Z\"},\n7,\n{\"code\":\"b\",\"title\":\"B\"}]", both,
			[]string{"in.jsonl:3:9: code: got a JSON number, want string", "in.jsonl:5:1: got a JSON number"}},
		{"an array that breaks off", "[{\"code\":\"a\",\"title\":\"A\"},\n{\"code\":\"b\",\"title\":\"B\"}", both, []string{"in.jsonl:2: an array is still open"}},
		{"an array that breaks off in an element", "[{\"code\":\"a\",\"title\":\"A\"},\n{\"code\":\"b\",", []Profile{a}, []string{"in.jsonl:2:"}},
		{"a fault in an array ends the reading", "[{\"code\":\"a\",\"title\":\"A\"},\n{\"code\" \"b\"}]", []Profile{a}, []string{"in.jsonl:2:9: invalid character '\"' after object key: nothing from here on was read"}},
		{"elements without a comma", "[{\"code\":\"a\",\"title\":\"A\"}\n{\"code\":\"b\",\"title\":\"B\"}]", []Profile{a}, []string{"in.jsonl:2"}},
		{"a bracket too many", "[{\"code\":\"a\",\"title\":\"A\"}]]", []Profile{a}, []string{"in.jsonl:1"}},
		{"a fault in an indented object", "{\n  \"code\": \"a\",\n  \"title\": A\n}", nil, []string{"in.jsonl:3:12: invalid character 'A'"}},
	} {
		got, err := ReadJSONL(strings.NewReader(tc.input), "in.jsonl")
		if diff := cmp.Diff(tc.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tc.reason, diff)
		}
		var lines []string
		if err != nil {
			lines = strings.Split(err.Error(), "\n")
		}
		if len(lines) != len(tc.errs) {
			t.Errorf("%s: errors %q, want %q", tc.reason, lines, tc.errs)
			continue
		}
		for i := range lines {
			if !strings.HasPrefix(lines[i], tc.errs[i]) {
				t.Errorf("%s: error %q, want it to begin %q", tc.reason, lines[i], tc.errs[i])
			}
		}
	}
}

func TestReadJSONLCountsErrors(t *testing.T) {
	ps, err := ReadJSONL(strings.NewReader(strings.Repeat("oops\n", 1000)+`{"code":"a","title":"A"}`), "in.jsonl")
	lines := strings.Split(fmt.Sprint(err), "\n")
	if len(lines) != input.MaxProblems+1 || lines[input.MaxProblems] != "and 980 more" {
		t.Errorf("%d lines of errors, the last %q; want %d and a count", len(lines), lines[len(lines)-1], input.MaxProblems)
	}
	if len(ps) != 1 {
		t.Errorf("%d profiles, want the good one", len(ps))
	}
	var fe *FieldError
	if _, err := ReadJSONL(strings.NewReader(`{"code":"a"}`), "in"); !errors.As(err, &fe) || fe.Field != "title" {
		t.Errorf("%v holds no FieldError for the title", err)
	}
}

func TestReadJSONLBroken(t *testing.T) {
	if _, err := ReadJSONL(brokenReader{strings.NewReader("{}")}, "in.jsonl"); !errors.Is(err, errBroken) || !strings.HasPrefix(err.Error(), "in.jsonl: ") {
		t.Errorf("error %v, want the reader's, with the name", err)
	}
}

func TestWriteJSONL(t *testing.T) {
	var b bytes.Buffer
	err := WriteJSONL(&b, []Profile{{Code: "a", Title: "R&D <lead> \u2028"}, {Code: "b", Title: "B", TEER: ptr(0), Titles: []string{}}})
	want := `{"code":"a","title":"R&D <lead> \u2028"}` + "\n" + `{"code":"b","title":"B","teer":0}` + "\n"
	if diff := cmp.Diff(want, b.String()); err != nil || diff != "" {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
	b.Reset()
	if err := WriteJSONL(&b, nil); err != nil || b.Len() != 0 {
		t.Errorf("no profiles: %v, %q", err, b.String())
	}
	for _, tc := range []struct {
		reason string
		bad    Profile
	}{
		{"NaN", Profile{Code: "b", LabourMarket: []LabourMarket{{WageLow: ptr(math.NaN())}}}},
		{"bytes that are no text", Profile{Code: "b", Titles: []string{"\xff"}}},
		{"a kind that is no text", Profile{Code: "b", Vocabulary: []Term{{Term: "T", Kind: "\xff"}}}},
	} {
		b.Reset()
		err := WriteJSONL(&b, []Profile{{Code: "a", Title: "A"}, tc.bad})
		if err == nil || !strings.Contains(err.Error(), "b") {
			t.Errorf("%s: error %v, want one that gives the code", tc.reason, err)
		}
		if got := b.String(); got != `{"code":"a","title":"A"}`+"\n" {
			t.Errorf("%s: wrote %q, want the profile before it", tc.reason, got)
		}
	}
}

// randomProfile returns a valid profile with something in every field, made of awkward characters.
func randomProfile(r *rand.Rand) Profile {
	p := full()
	var visit func(v reflect.Value)
	visit = func(v reflect.Value) {
		switch v.Kind() {
		case reflect.String:
			runes := []rune("aZ0é\u2028\u0301🙂<&>\"\\/\x01\ufffd")
			r.Shuffle(len(runes), func(i, j int) { runes[i], runes[j] = runes[j], runes[i] })
			v.SetString("x" + string(runes[:r.IntN(len(runes))]))
		case reflect.Float64:
			v.SetFloat(r.Float64())
		case reflect.Pointer:
			visit(v.Elem())
		case reflect.Slice:
			n := r.IntN(v.Len() + 1)
			v.Set(v.Slice(0, n))
			for i := range n {
				visit(v.Index(i))
			}
		case reflect.Struct:
			for i := range v.NumField() {
				if name := v.Type().Field(i).Name; name == "Kind" || name == "See" || name == "Code" || name == "Related" || strings.HasPrefix(name, "Wage") {
					continue // not any value is valid
				}
				visit(v.Field(i))
			}
		}
	}
	visit(reflect.ValueOf(&p).Elem())
	p.Code = fmt.Sprintf("é/%d", r.Uint64())
	return p
}

func TestJSONLRoundTrip(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 50 {
		want := []Profile{full(), randomProfile(r), randomProfile(r)}
		var b bytes.Buffer
		if err := WriteJSONL(&b, want); err != nil {
			t.Fatal(err)
		}
		got, err := ReadJSONL(&b, "round trip")
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("(-written +read):\n%s", diff)
		}
	}
}

func FuzzReadJSONL(f *testing.F) {
	var b bytes.Buffer
	if err := WriteJSONL(&b, []Profile{full()}); err != nil {
		f.Fatal(err)
	}
	for _, seed := range []string{b.String(), "", "\ufeff{}\n\n{\"code\":\"a\",\"title\":\"A\"}\r\n", "[{\"code\":\"a\",\n\"title\":\"A\"},{]", "{\n\"code\":1}\n{", "[[[]]]]", "{\"code\":\"\xff\"}",
		`{"code":"a","title":"A","labour_market":[{"wage_low":1e999,"gender":[{"name":"x","percent":1e-9}]}]}`} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, input []byte) {
		ps, err := ReadJSONL(bytes.NewReader(input), "in")
		if err := ValidateAll(ps); err != nil {
			t.Errorf("what was read is not valid: %v", err)
		}
		again, errAgain := ReadJSONL(bytes.NewReader(input), "in")
		if diff := cmp.Diff(ps, again); diff != "" {
			t.Errorf("a second reading differs (-first +second):\n%s", diff)
		}
		if fmt.Sprint(err) != fmt.Sprint(errAgain) {
			t.Errorf("errors differ: %v, then %v", err, errAgain)
		}
		var written, rewritten bytes.Buffer
		if err := WriteJSONL(&written, ps); err != nil {
			t.Fatalf("what was read cannot be written: %v", err)
		}
		back, err := ReadJSONL(bytes.NewReader(written.Bytes()), "written")
		if err != nil {
			t.Fatalf("what was written cannot be read: %v", err)
		}
		if diff := cmp.Diff(ps, back, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("(-written +read):\n%s", diff)
		}
		if err := WriteJSONL(&rewritten, back); err != nil || !bytes.Equal(written.Bytes(), rewritten.Bytes()) {
			t.Errorf("writing what was read back: %v\n%s%s", err, written.Bytes(), rewritten.Bytes())
		}
	})
}
