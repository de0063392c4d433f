package pdftext

import (
	"math"
	"strconv"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// annotations reads what the fields of a form and the text boxes of a page show: a resume may be a
// form filled in. Notes that viewers show only when asked are left out.
func (in *interpreter) annotations(page types.Dict) error {
	o := in.objects
	for _, ref := range o.array(page["Annots"]) {
		if err := o.budget.err(); err != nil {
			return err
		}
		d := o.dict(ref)
		switch subtype := o.name(d["Subtype"]); subtype {
		case "Widget", "FreeText":
			if err := in.annotation(d); err != nil {
				return err
			}
		case "FileAttachment":
			in.left.attach(o, d["FS"])
		case "Popup", "Link", "":
		default:
			if n := letters(o.text(d["Contents"])); n > 0 {
				in.left.add(LeftOut{Kind: "comment", Size: n, Where: in.where})
			}
		}
	}
	return nil
}

// annotation reads one that is part of the page.
func (in *interpreter) annotation(d types.Dict) error {
	const hidden, printed, unviewed = 1 << 1, 1 << 2, 1 << 5
	o := in.objects
	flags, _ := o.number(d["F"])
	f := int(flags)
	if f&hidden != 0 || f&unviewed != 0 && f&printed == 0 || d["OC"] != nil && in.layers.hidden(d["OC"]) {
		in.hidden++
		defer func() { in.hidden-- }()
	}
	appearance := o.dict(d["AP"])["N"]
	if _, states := o.get(appearance).(types.Dict); states { // one for each state, as of a check box
		appearance = o.dict(appearance)[o.name(d["AS"])]
	}
	before := len(in.glyphs) + in.unseen.n
	if form, ok := o.get(appearance).(types.StreamDict); ok {
		gs := in.initial(o.matrix(form.Dict["Matrix"]).then(o.placement(form.Dict, d)).then(in.base))
		if err := in.form(appearance, form.Dict, o.dict(form.Dict["Resources"]), gs); err != nil {
			return err
		}
	}
	if len(in.glyphs)+in.unseen.n == before {
		return in.value(d)
	}
	return nil
}

// value shows the value of a field, or the text of a text box, that has no appearance: viewers make
// one.
func (in *interpreter) value(d types.Dict) error {
	o := in.objects
	const password = 1 << 13
	text := o.text(d["Contents"])
	if o.name(d["Subtype"]) == "Widget" {
		flags, _ := o.number(o.inherited(d, "Ff"))
		kind := o.name(o.inherited(d, "FT"))
		if kind != "Tx" && kind != "Ch" || kind == "Tx" && int(flags)&password != 0 {
			return nil
		}
		text = o.fieldText(o.inherited(d, "V"))
	}
	box, ok := o.box(d["Rect"])
	if !ok || strings.TrimSpace(text) == "" {
		return nil
	}
	lines := strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\r' })
	size := fontSize(o.text(o.inherited(d, "DA")))
	if room := (box.y1 - box.y0) / float64(len(lines)); size == 0 || size > room {
		size = max(2, min(12, 0.8*room))
	}
	const leading = 1.15
	y := (box.y0+box.y1)/2 - 0.3*size // of one line; more of them begin at the top
	if len(lines) > 1 {
		y = box.y1 - size
	}
	for i, l := range lines {
		gs := in.initial(in.base)
		gs.font, gs.size = &textFont{bytes: 1, encoding: winAnsi, otherWidth: assumedWidth}, size
		if err := in.place(l, box.x0+2, y-float64(i)*leading*size, gs); err != nil {
			return err
		}
	}
	return nil
}

// place shows a text that the file has as characters, not as glyphs.
func (in *interpreter) place(text string, x, y float64, gs graphicsState) error {
	p := program{interpreter: in, gs: gs, tm: translation(x, y)}
	for _, r := range text {
		n := len(in.glyphs)
		if err := p.show(str(" ")); err != nil {
			return err
		}
		if len(in.glyphs) > n {
			in.glyphs[n].text = string(r)
			if err := in.objects.budget.show(string(r)); err != nil {
				return err
			}
		} else {
			in.unseen.add(string(r))
		}
	}
	return nil
}

// maxParents is how deep the tree of fields may be.
const maxParents = 16

// inherited returns an entry of a field, or of the nearest field above that has it.
func (o *objects) inherited(d types.Dict, key string) types.Object {
	for range maxParents {
		if d == nil || d[key] != nil {
			return d[key]
		}
		d = o.dict(d["Parent"])
	}
	return nil
}

// fieldText returns the value of a field: a text, the content of a stream, or the choices among
// several.
func (o *objects) fieldText(v types.Object) string {
	switch value := o.get(v).(type) {
	case types.StreamDict:
		b, _ := o.stream(v)
		return textString(str(b))
	case types.Array:
		var all []string
		for _, choice := range value[:min(len(value), maxOperands)] {
			all = append(all, o.text(choice))
		}
		return strings.Join(all, "\n")
	}
	return o.text(v)
}

// fontSize returns the size that a default appearance sets, as "/Helv 10 Tf 0 g" does, or 0.
func fontSize(appearance string) float64 {
	fields := strings.Fields(appearance)
	for i, f := range fields {
		if f == "Tf" && i > 0 {
			size, err := strconv.ParseFloat(fields[i-1], 64)
			if err == nil && size > 0 && size < 1000 {
				return size
			}
		}
	}
	return 0
}

// placement moves the box of an appearance to the rectangle of its annotation (PDF 32000-1:2008,
// 12.5.5, but for its scale).
func (o *objects) placement(form, annotation types.Dict) matrix {
	box, ok := o.box(form["BBox"])
	target, placed := o.box(annotation["Rect"])
	if !ok || !placed {
		return identity
	}
	from := bounds(box.corners(o.matrix(form["Matrix"])))
	if math.IsNaN(from.x0) || math.IsNaN(from.y0) {
		return identity
	}
	return translation(target.x0-from.x0, target.y0-from.y0)
}
