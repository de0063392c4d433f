package profiles

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
)

// unknownField returns an error for the first field of a profile in JSON that no [Profile] has, and
// the place of its name, counted in bytes from 1. The JSON is that of a profile otherwise.
func unknownField(value []byte) (at int, err error) {
	dec := json.NewDecoder(bytes.NewReader(value))
	dec.DisallowUnknownFields()
	var p Profile
	if dec.Decode(&p) == nil {
		return 0, nil
	}
	// The decoder says which field, and not where.
	w := fieldWalker{json.NewDecoder(bytes.NewReader(value)), value}
	return w.walk(reflect.TypeFor[Profile]())
}

// A fieldWalker looks for fields that a type doesn't have.
type fieldWalker struct {
	*json.Decoder
	value []byte
}

// walk reads one value, which was decoded into a value of the type.
func (w fieldWalker) walk(t reflect.Type) (at int, err error) {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	open, err := w.Token()
	if err != nil || open != json.Delim('{') && open != json.Delim('[') {
		return 0, nil // null or a single value
	}
	for w.More() {
		within := t
		if open == json.Delim('[') {
			within = t.Elem()
		} else {
			begin := int(w.InputOffset())
			name, _ := w.Token() // what was decoded has no fault
			if within = fieldNamed(t, name.(string)); within == nil {
				begin += bytes.IndexByte(w.value[begin:], '"')
				return begin + 1, fmt.Errorf("unknown field %q: want one of %s", name, strings.Join(fieldNames(t), ", "))
			}
		}
		if at, err := w.walk(within); err != nil {
			return at, err
		}
	}
	_, _ = w.Token() // the end of it
	return 0, nil
}

// fieldNamed returns the type of the field of a struct that JSON knows by a name, letter case aside as
// in decoding; nil where it has none.
func fieldNamed(t reflect.Type, name string) reflect.Type {
	for i := range t.NumField() {
		if strings.EqualFold(jsonName(t.Field(i)), name) {
			return t.Field(i).Type
		}
	}
	return nil
}

// fieldNames returns the names of the fields of a struct in JSON, in its order.
func fieldNames(t reflect.Type) []string {
	var names []string
	for i := range t.NumField() {
		names = append(names, jsonName(t.Field(i)))
	}
	return names
}

func jsonName(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	return name
}
