package pdftext

import "github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

// layers say which optional content a viewer does not show when it opens the file (PDF
// 32000-1:2008, 8.11). What is not shown but printed is no secret, and counts as shown.
type layers struct {
	objects *objects
	off     map[types.Object]bool // by reference
	none    bool                  // the file begins with all layers switched off
	on      map[types.Object]bool
}

// maxLayers is how many layers a file, or a group of them, may list.
const maxLayers = 4096

func (o *objects) layers(catalog types.Dict) layers {
	l := layers{objects: o, off: map[types.Object]bool{}, on: map[types.Object]bool{}}
	initial := o.dict(o.dict(catalog["OCProperties"])["D"])
	l.none = o.name(initial["BaseState"]) == "OFF"
	for key, set := range map[string]map[types.Object]bool{"OFF": l.off, "ON": l.on} {
		list := o.array(initial[key])
		for _, ref := range list[:min(len(list), maxLayers)] {
			if r, ok := ref.(types.IndirectRef); ok {
				set[r] = true
			}
		}
	}
	return l
}

// hidden reports whether what belongs to v, a layer or a group of them, is not shown.
func (l layers) hidden(v types.Object) bool {
	d := l.objects.dict(v)
	if d == nil {
		return false
	}
	if l.objects.name(d["Type"]) != "OCMD" {
		return l.switchedOff(v, d)
	}
	groups := l.objects.array(d["OCGs"])
	if groups == nil && d["OCGs"] != nil {
		groups = types.Array{d["OCGs"]}
	}
	shown, hidden := 0, 0
	for _, g := range groups[:min(len(groups), maxLayers)] {
		if l.switchedOff(g, l.objects.dict(g)) {
			hidden++
		} else {
			shown++
		}
	}
	if shown+hidden == 0 {
		return false
	}
	switch l.objects.name(d["P"]) {
	case "AllOn":
		return hidden > 0
	case "AnyOff":
		return hidden == 0
	case "AllOff":
		return shown > 0
	}
	return shown == 0
}

func (l layers) switchedOff(v types.Object, d types.Dict) bool {
	ref, ok := v.(types.IndirectRef)
	if !ok || !(l.off[ref] || l.none && !l.on[ref]) {
		return false
	}
	printed := l.objects.dict(l.objects.dict(d["Usage"])["Print"])
	return l.objects.name(printed["PrintState"]) != "ON"
}
