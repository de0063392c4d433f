package main

import (
	"encoding/json"
	"io"
	"strings"
)

// jsonLines writes each value as one line of JSON.
func jsonLines(w io.Writer) *json.Encoder {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc
}

// writeJSON writes one value, indented.
func writeJSON(w io.Writer, v any) error {
	enc := jsonLines(w)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}

// jsonArray writes values as one array, indented, each as it comes.
type jsonArray struct {
	w     io.Writer
	begun bool
}

func (a *jsonArray) add(v any) error {
	var b strings.Builder
	b.WriteString("[\n  ")
	if a.begun {
		b.Reset()
		b.WriteString(",\n  ")
	}
	a.begun = true
	enc := jsonLines(&b)
	enc.SetIndent("  ", "  ")
	if err := enc.Encode(v); err != nil {
		return err
	}
	_, err := io.WriteString(a.w, strings.TrimSuffix(b.String(), "\n"))
	return err
}

func (a *jsonArray) close() error {
	end := "\n]\n"
	if !a.begun {
		end = "[]\n"
	}
	_, err := io.WriteString(a.w, end)
	return err
}
