package profiles

import (
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// full returns a profile with something in every field, so that a field which is added and forgotten somewhere shows.
func full() Profile {
	var p Profile
	n := 0
	populate(reflect.ValueOf(&p).Elem(), &n)
	p.TEER = ptr(3)
	p.Vocabulary[0].Kind, p.Vocabulary[1].Kind = "tool", "law"
	p.Requirements[0].Kind, p.Requirements[1].Kind = "licence", "education"
	return p
}

// populate sets every field below v to something different, lists to two entries.
func populate(v reflect.Value, n *int) {
	*n++
	switch v.Kind() {
	case reflect.String:
		v.SetString("text" + string(rune('A'+*n%26)) + string(rune('A'+*n/26)))
	case reflect.Int:
		v.SetInt(int64(*n))
	case reflect.Float64:
		v.SetFloat(float64(*n) / 8)
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		populate(v.Elem(), n)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range v.Len() {
			populate(v.Index(i), n)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			populate(v.Field(i), n)
		}
	}
}

// scramble changes every value that p's memory reaches.
func scramble(p *Profile) { change(reflect.ValueOf(p).Elem()) }

func change(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(v.String() + "!")
	case reflect.Int:
		v.SetInt(v.Int() + 1)
	case reflect.Float64:
		v.SetFloat(v.Float() + 1)
	case reflect.Bool:
		v.SetBool(!v.Bool())
	case reflect.Pointer:
		if !v.IsNil() {
			change(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			change(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			change(v.Field(i))
		}
	}
}

func TestClone(t *testing.T) {
	p := full()
	c := p.clone()
	if diff := cmp.Diff(p, c); diff != "" {
		t.Errorf("a clone differs (-want +got):\n%s", diff)
	}
	scramble(&c)
	if diff := cmp.Diff(full(), p); diff != "" {
		t.Errorf("changing a clone changed what it was made of (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(Profile{}, (Profile{}).clone()); diff != "" {
		t.Errorf("the clone of nothing is something (-want +got):\n%s", diff)
	}
}

// full is what other tests rely on, so it must be what it says.
func TestFullIsValid(t *testing.T) {
	if err := full().Validate(); err != nil {
		t.Error(err)
	}
}
