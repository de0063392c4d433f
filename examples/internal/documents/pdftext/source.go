package pdftext

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
)

// pdfcpu reads all objects of a file before the first can be asked for, and several entries of its
// table may point to one place. So the bytes of the file are handed out by a source that charges
// for what pdfcpu makes of them.
type source struct {
	*bytes.Reader
	raw    []byte
	budget *budget
	work   int // bytes looked at so far
	err    error
}

// What pdfcpu may make of a file.
const (
	maxWork     = 4 << 30  // bytes looked at
	maxObjects  = 250_000  // objects: a tagged text of 300 pages has 100,000
	maxObject   = 8 << 20  // bytes of one object, without its stream
	maxUnpacked = 16 << 20 // bytes of a stream of objects, or of cross-references
	entryCost   = 3500     // bytes of memory of an object, with its entry in the table and the block that it was read from
	blockSize   = 4 << 10  // bytes that are read at once where not more are asked for
)

// maxOpening is how long pdfcpu may take: it takes milliseconds, and heeds its context. What is
// slow without being charged for above ends here.
const maxOpening = 5 * time.Second

// Seek is what reading each object begins with.
func (s *source) Seek(offset int64, whence int) (int64, error) {
	if s.err != nil {
		return 0, s.err
	}
	at, err := s.Reader.Seek(offset, whence)
	if err == nil && whence == io.SeekStart && at < int64(len(s.raw)) {
		cost, work := objectCost(s.raw[at:])
		if content(s.raw[:at]) {
			work = 0 // nothing is looked for in it
		}
		err = s.charge(cost, work)
	}
	return at, err
}

// content reports whether the content of a stream begins after b.
func content(b []byte) bool {
	b = b[max(0, len(b)-len("stream\r\n")):]
	return bytes.HasSuffix(bytes.TrimRight(b, "\r\n"), startOfStream)
}

// Read charges for the content of streams, which is read at once into memory of its own.
func (s *source) Read(p []byte) (int, error) {
	if s.err != nil {
		return 0, s.err
	}
	if len(p) > blockSize {
		if err := s.charge(len(p), len(p)); err != nil {
			return 0, err
		}
	}
	return s.Reader.Read(p)
}

func (s *source) charge(cost, work int) error {
	s.work += work
	if err := s.budget.keep(cost); err != nil || s.work > maxWork {
		s.err = ErrObjects
	}
	return s.err
}

var (
	endOfObject   = []byte("endobj")
	startOfStream = []byte("stream")
)

// objectCost returns what the object costs that b begins with, in bytes of memory and in bytes
// looked at.
func objectCost(b []byte) (cost, work int) {
	b = b[:min(len(b), maxObject)]
	end := bytes.Index(b, endOfObject)
	if end >= 0 {
		b = b[:end]
	}
	if i := bytes.Index(b, startOfStream); i >= 0 {
		end, b = i, b[:i]
	}
	if end < 0 && len(b) == maxObject {
		return maxKept + 1, 0
	}
	cost, searches := parsedCost(b)
	// pdfcpu looks for the end of an object anew after each string, and after each block of a long
	// one.
	return entryCost + cost + 3*len(b), len(b) * (1 + searches + len(b)>>18)
}

// parsedCost returns about how many bytes the objects written in b take, and how many strings and
// comments they have. Bytes of a compressed stream cost about one each.
func parsedCost(b []byte) (cost, searches int) {
	const dict, element, number = 320, 64, 48
	for i, c := range b {
		switch c {
		case '<':
			if cost += element; i > 0 && b[i-1] == '<' {
				cost += dict
			}
		case '/', '[':
			cost += element
		case '(', '%':
			cost += element
			searches++
		case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '-', '+', '.', 't', 'f', 'n':
			if i > 0 && (isSpace(b[i-1]) || b[i-1] == '[') {
				cost += number
			}
		}
	}
	return cost, searches
}

// open has pdfcpu read the objects of a file.
func open(ctx context.Context, raw []byte, b *budget) (table *model.XRefTable, err error) {
	// An entry of the table needs a line, an object a keyword.
	if bytes.Count(raw, []byte(" obj")) > maxObjects || bytes.Count(raw, []byte(" n\r"))+bytes.Count(raw, []byte(" n \n"))+
		bytes.Count(raw, []byte(" n \r"))+bytes.Count(raw, []byte(" n\n")) > 2*maxObjects {
		return nil, ErrObjects
	}
	defer func() {
		if p := recover(); p != nil { // of pdfcpu, which does not expect every kind of damage
			table, err = nil, ErrDamaged
		}
	}()
	limits := model.DefaultResourceLimits()
	limits.MaxStreamBytes = int64(len(raw))
	limits.MaxDecodeBytes = maxUnpacked
	limits.MaxObjectCount, limits.MaxXRefEntries, limits.MaxObjectStreamCount = maxObjects, maxObjects, maxObjects
	// The library's own defaults come from a file in the user's folder; a fresh value reads and
	// writes none.
	conf := &model.Configuration{Reader15: true, ValidationMode: model.ValidationRelaxed, Offline: true, Limits: limits}
	inTime, cancel := context.WithTimeout(ctx, maxOpening)
	defer cancel()
	s := &source{Reader: bytes.NewReader(raw), raw: raw, budget: b}
	file, err := pdfcpu.ReadWithContext(inTime, s, conf)
	switch {
	case s.err != nil:
		return nil, s.err
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case inTime.Err() != nil:
		return nil, ErrWork
	case errors.Is(err, pdfcpu.ErrWrongPassword), errors.Is(err, pdfcpu.ErrUnsupportedEncryptionFeature):
		return nil, ErrPassword
	case err != nil:
		return nil, fmt.Errorf("%w (%w)", ErrDamaged, err)
	}
	return file.XRefTable, nil
}
