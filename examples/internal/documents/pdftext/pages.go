package pdftext

import "github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

// A leaf is a page of the file, with what it inherits from the tree of pages.
type leaf struct {
	dict      types.Dict
	resources types.Dict
	box       rect // that viewers show
	rotate    int  // degrees clockwise
}

// letter is the box of a page that has none.
var letter = rect{0, 0, 612, 792}

// maxKids is how many nodes the tree of pages may list for each page that the limit allows.
const maxKids = 16

// leaves returns the pages in their order. The library's own walk begins at the root for each page.
func (o *objects) leaves(limit int) ([]leaf, error) {
	type node struct {
		object    types.Object
		inherited leaf
	}
	catalog, err := o.table.Catalog()
	if err != nil {
		return nil, ErrDamaged
	}
	var out []leaf
	visited := map[types.IndirectRef]bool{}
	todo := []node{{catalog["Pages"], leaf{box: letter}}}
	for nodes := 0; len(todo) > 0; nodes++ {
		n := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if nodes > maxKids*(limit+1) {
			return nil, ErrPages
		}
		d := o.dict(n.object)
		if d == nil {
			if err := o.budget.err(); err != nil {
				return nil, err
			}
			return nil, errMissing
		}
		l := n.inherited
		l.inherit(o, d)
		kids := o.array(d["Kids"])
		if kids == nil || o.name(d["Type"]) == "Page" {
			l.dict = d
			if out = append(out, l); len(out) > limit {
				return nil, ErrPages
			}
			continue
		}
		if ref, ok := n.object.(types.IndirectRef); ok {
			if visited[ref] {
				continue // a tree that comes back to itself
			}
			visited[ref] = true
		}
		if len(kids) > maxKids*(limit+1) {
			return nil, ErrPages
		}
		for i := len(kids) - 1; i >= 0; i-- {
			todo = append(todo, node{kids[i], l})
		}
	}
	return out, o.budget.err()
}

func (l *leaf) inherit(o *objects, d types.Dict) {
	if r := o.dict(d["Resources"]); r != nil {
		l.resources = r
	}
	if box, ok := o.box(d["MediaBox"]); ok && box.area() > 0 {
		l.box = box
	}
	if box, ok := o.box(d["CropBox"]); ok {
		if box = box.intersect(l.box); box.area() > 0 {
			l.box = box
		}
	}
	if r, ok := o.number(d["Rotate"]); ok {
		l.rotate = int(r)
	}
}
