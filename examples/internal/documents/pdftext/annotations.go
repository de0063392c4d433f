package pdftext

import (
	"math"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// annotations reads what the fields of a form and the text boxes of a page show: a resume may be a form filled in. Notes that viewers show
// only when asked are not part of the text.
func (in *interpreter) annotations(page types.Dict) error {
	o := in.objects
	for _, ref := range o.array(page["Annots"]) {
		d := o.dict(ref)
		const invisible = 1<<1 | 1<<5 // hidden, or not to be viewed
		flags, _ := o.number(d["F"])
		subtype := o.name(d["Subtype"])
		if subtype != "Widget" && subtype != "FreeText" || int(flags)&invisible != 0 {
			continue
		}
		appearance := o.dict(d["AP"])["N"]
		if _, states := o.get(appearance).(types.Dict); states { // one for each state, as of a check box
			appearance = o.dict(appearance)[o.name(d["AS"])]
		}
		form, ok := o.get(appearance).(types.StreamDict)
		if !ok {
			continue
		}
		src, err := o.stream(appearance)
		if err != nil {
			return err
		}
		ctm := o.matrix(form.Dict["Matrix"]).then(o.placement(form.Dict, d)).then(in.base)
		if err := in.content(src, o.dict(form.Dict["Resources"]), ctm); err != nil {
			return err
		}
	}
	return nil
}

// placement moves the box of an appearance to the rectangle of its annotation (PDF 32000-1:2008, 12.5.5, but for its scale).
func (o objects) placement(form, annotation types.Dict) matrix {
	box, rect := o.array(form["BBox"]), o.array(annotation["Rect"])
	if len(box) != 4 || len(rect) != 4 {
		return identity
	}
	m := o.matrix(form["Matrix"])
	left, bottom := math.Inf(1), math.Inf(1)
	for _, corner := range [][2]int{{0, 1}, {0, 3}, {2, 1}, {2, 3}} {
		x, _ := o.number(box[corner[0]])
		y, _ := o.number(box[corner[1]])
		left, bottom = min(left, m[0]*x+m[2]*y+m[4]), min(bottom, m[1]*x+m[3]*y+m[5])
	}
	x0, _ := o.number(rect[0])
	y0, _ := o.number(rect[1])
	x1, _ := o.number(rect[2])
	y1, _ := o.number(rect[3])
	return translation(min(x0, x1)-left, min(y0, y1)-bottom)
}
