package documents

import (
	"context"
	"errors"
	"reflect"
	"testing"
	"time"
	"unicode/utf8"
)

// FuzzRead holds every file to what Read promises: no panic, a text in valid UTF-8 within the limit, or an error.
func FuzzRead(f *testing.F) {
	for _, s := range samples() {
		f.Add(s.raw)
	}
	for _, k := range kindsOfDocuments() {
		f.Add(k.raw)
	}
	for _, p := range hidingPages {
		f.Add([]byte("<html><style>" + p.style + "</style>" + p.open + coder + p.shut))
	}
	limits := Limits{Bytes: 1 << 20, Text: 1 << 16, Expansion: 4 << 20, Time: 10 * time.Second}
	f.Fuzz(func(t *testing.T, raw []byte) {
		file, err := Read(context.Background(), "file", raw, limits)
		switch {
		case errors.Is(err, errTime):
			t.Error(err)
		case err != nil && !reflect.DeepEqual(file, File{}):
			t.Errorf("an error and a file: %v, %+v", err, file)
		case err == nil && (len(file.Text) > limits.Text || !utf8.ValidString(file.Text)):
			t.Errorf("a text of %d bytes, valid %v", len(file.Text), utf8.ValidString(file.Text))
		case err == nil && file.Kind != Text && file.Text == "":
			t.Errorf("%s without text and without error", file.Kind)
		}
	})
}
