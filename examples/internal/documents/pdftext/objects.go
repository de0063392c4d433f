package pdftext

import (
	"errors"

	"github.com/pdfcpu/pdfcpu/pkg/filter"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// objects looks up the objects of a file. What is missing or of another type is a zero value: a
// viewer shows the rest of such a file too.
type objects struct {
	table    *model.XRefTable
	budget   *budget
	unpacked map[int]error           // streams of objects that were paid for
	forms    map[types.Object][]byte // small contents, by reference
}

// maxFilters is how many filters a stream may pass through: producers use one or two.
const maxFilters = 4

func (o *objects) get(v types.Object) types.Object {
	ref, ok := v.(types.IndirectRef)
	if !ok {
		return v
	}
	entry, ok := o.table.FindTableEntryForIndRef(&ref)
	if !ok || entry == nil || o.budget.step(lookupCost) != nil {
		return nil
	}
	if _, packed := entry.Object.(types.LazyObjectStreamObject); packed && (entry.ObjectStream == nil || o.unpack(*entry.ObjectStream) != nil) {
		return nil
	}
	v, err := o.table.Dereference(v)
	if err != nil {
		return nil
	}
	return v
}

// unpack charges for a stream of objects, which pdfcpu keeps once one of them was asked for.
func (o *objects) unpack(stream int) error {
	if err, done := o.unpacked[stream]; done {
		return err
	}
	err := func() error {
		entry, ok := o.table.Find(stream)
		if !ok {
			return ErrDamaged
		}
		packed, ok := entry.Object.(types.ObjectStreamDict)
		if !ok {
			return ErrDamaged
		}
		content, err := o.decode(&packed.StreamDict, maxUnpacked)
		if err != nil {
			return err
		}
		cost, _ := parsedCost(content)
		return o.budget.keep(2*len(content) + cost)
	}()
	o.unpacked[stream] = err
	return err
}

func (o *objects) dict(v types.Object) types.Dict {
	switch v := o.get(v).(type) {
	case types.Dict:
		return v
	case types.StreamDict:
		return v.Dict
	}
	return nil
}

func (o *objects) array(v types.Object) types.Array {
	a, _ := o.get(v).(types.Array)
	return a
}

func (o *objects) name(v types.Object) string {
	n, _ := o.get(v).(types.Name)
	return string(n)
}

func (o *objects) number(v types.Object) (float64, bool) {
	switch v := o.get(v).(type) {
	case types.Integer:
		return float64(v), true
	case types.Float:
		return float64(v), true
	}
	return 0, false
}

// text returns a string of text, as the names of files and the values of fields are.
func (o *objects) text(v types.Object) string {
	s, err := types.StringOrHexLiteral(o.get(v))
	if err != nil || s == nil {
		return ""
	}
	return *s
}

// numbers returns an array of numbers, nil unless it has n.
func (o *objects) numbers(v types.Object, n int) []float64 {
	a := o.array(v)
	if len(a) != n {
		return nil
	}
	out := make([]float64, n)
	for i := range out {
		out[i], _ = o.number(a[i])
	}
	return out
}

// matrix returns the transformation that v holds, or the identity.
func (o *objects) matrix(v types.Object) matrix {
	if a := o.numbers(v, 6); a != nil {
		return matrix(a)
	}
	return identity
}

// box returns the rectangle that v holds.
func (o *objects) box(v types.Object) (rect, bool) {
	a := o.numbers(v, 4)
	if a == nil {
		return rect{}, false
	}
	return rect{min(a[0], a[2]), min(a[1], a[3]), max(a[0], a[2]), max(a[1], a[3])}, true
}

// stream returns the decoded bytes of a stream, nil where there is none, and the error of one that
// cannot be decoded.
func (o *objects) stream(v types.Object) ([]byte, error) {
	s, ok := o.get(v).(types.StreamDict)
	if !ok {
		return nil, nil
	}
	return o.decode(&s, o.budget.stream)
}

// maxForm is how long a content may be that is kept: a page may show a form a thousand times.
const maxForm = 64 << 10

// form returns the decoded bytes of a stream that may be asked for again.
func (o *objects) form(v types.Object) ([]byte, error) {
	ref, shared := v.(types.IndirectRef)
	if b, ok := o.forms[ref]; ok && shared {
		return b, nil
	}
	b, err := o.stream(v)
	if err == nil && shared && len(b) <= maxForm && o.budget.keep(len(b)+entrySize) == nil {
		o.forms[ref] = b
	}
	return b, err
}

func (o *objects) decode(s *types.StreamDict, limit int64) ([]byte, error) {
	if err := o.budget.step(streamCost); err != nil {
		return nil, err
	}
	if len(s.FilterPipeline) > maxFilters {
		return nil, ErrExpansion
	}
	if limit = min(limit, o.budget.decoded); limit <= 0 {
		return nil, ErrExpansion
	}
	err := s.DecodeWithLimit(limit)
	content := s.Content
	// A chain of filters that ends in a long text may pass through a longer one.
	if chargeErr := o.budget.expand(int64(len(content) * max(1, len(s.FilterPipeline)))); chargeErr != nil {
		return nil, chargeErr
	}
	if errors.Is(err, filter.ErrDecodeLimitExceeded) {
		o.budget.decoded = -1
		return nil, ErrExpansion
	}
	if err != nil && content == nil {
		return nil, err
	}
	return content, nil
}
