package main

import (
	"fmt"
	"strings"

	"github.com/nocmatch/nocmatch/examples/internal/documents"
	"github.com/nocmatch/nocmatch/match"
)

// warnHidden is the code of the warning that a document has text that people do not see.
const warnHidden = "hidden"

// A reported result is one of the matcher with what only the reader of the file knows.
type reported struct {
	match.Result
	// LeftOut is what of the document was not matched, by kind and size; never null.
	LeftOut []documents.LeftOut `json:"left_out"`
}

// leftOut is what of a document was not matched. Where a document is masked, names of places and files are not shown.
func (v view) leftOut() []documents.LeftOut {
	all := append([]documents.LeftOut{}, v.document.file.LeftOut...)
	if v.masked != nil {
		for i := range all {
			all[i].Where, all[i].Name = "", ""
		}
	}
	return all
}

// maxPlaces is how many places of hidden text a warning names.
const maxPlaces = 3

// hiddenText warns of text that people do not see, if a document has any.
func hiddenText(left []documents.LeftOut) []match.Warning {
	size, more := 0, 0
	var places []string
	for _, l := range left {
		if l.Kind != documents.LeftHidden {
			continue
		}
		size += l.Size
		switch {
		case l.Where == "":
		case len(places) < maxPlaces:
			places = append(places, l.Where)
		default:
			more++
		}
	}
	if size == 0 {
		return nil
	}
	message := counted(size, "character that a reader does not see was", "characters that a reader does not see were") + " left out"
	if len(places) > 0 {
		message += ": " + strings.Join(places, "; ")
	}
	if more > 0 {
		message += fmt.Sprintf("; and in %s", counted(more, "other place", "other places"))
	}
	return []match.Warning{{Code: warnHidden, Message: message + "."}}
}

// leftOutLine tells people in a line what was not matched; "" where nothing was left out. Of hidden text a warning tells.
func leftOutLine(left []documents.LeftOut) string {
	sizes := map[string]int{}
	var kinds, said []string
	for _, l := range left {
		if l.Kind == documents.LeftHidden {
			continue
		}
		if _, seen := sizes[l.Kind]; !seen {
			kinds = append(kinds, l.Kind)
		}
		sizes[l.Kind] += l.Size
	}
	for _, kind := range kinds {
		if size := sizes[kind]; size > 0 {
			kind += fmt.Sprintf(" (%d)", size)
		}
		said = append(said, kind)
	}
	for _, l := range left {
		if l.Kind == documents.LeftAttachment && l.Name != "" {
			said = append(said, fmt.Sprintf("%q", printable(l.Name)))
		}
	}
	if len(said) == 0 {
		return ""
	}
	return "Not matched: " + strings.Join(said, ", ") + "."
}
