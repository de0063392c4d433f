package pdftext

import (
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// objects looks up the objects of a file. What is missing or of another type is a zero value: a viewer shows the rest of such a file too.
type objects struct {
	table     *model.XRefTable
	maxStream int64 // bytes that a stream may expand to
}

func (o objects) get(v types.Object) types.Object {
	v, err := o.table.Dereference(v)
	if err != nil {
		return nil
	}
	return v
}

func (o objects) dict(v types.Object) types.Dict {
	switch v := o.get(v).(type) {
	case types.Dict:
		return v
	case types.StreamDict:
		return v.Dict
	}
	return nil
}

func (o objects) array(v types.Object) types.Array {
	a, _ := o.get(v).(types.Array)
	return a
}

func (o objects) name(v types.Object) string {
	n, _ := o.get(v).(types.Name)
	return string(n)
}

func (o objects) number(v types.Object) (float64, bool) {
	switch v := o.get(v).(type) {
	case types.Integer:
		return float64(v), true
	case types.Float:
		return float64(v), true
	}
	return 0, false
}

// matrix returns the transformation that v holds, or the identity.
func (o objects) matrix(v types.Object) matrix {
	a := o.array(v)
	if len(a) != 6 {
		return identity
	}
	var m matrix
	for i := range m {
		m[i], _ = o.number(a[i])
	}
	return m
}

// stream returns the decoded bytes of a stream, nil where there is none, and the error of one that cannot be decoded.
func (o objects) stream(v types.Object) ([]byte, error) {
	s, ok := o.get(v).(types.StreamDict)
	if !ok {
		return nil, nil
	}
	if err := s.DecodeWithLimit(o.maxStream); err != nil && s.Content == nil {
		return nil, err
	}
	return s.Content, nil
}
