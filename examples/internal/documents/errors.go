package documents

import (
	"context"
	"errors"
	"fmt"
	"io/fs"

	"github.com/nocmatch/nocmatch/examples/internal/documents/pdftext"
)

// What the readers find. [explain] adds the file and the remedy.
var (
	errTime      = errors.New("takes too long")
	errText      = errors.New("has too long a text")
	errEmpty     = errors.New("holds no text")
	errDamaged   = errors.New("is damaged or cut short")
	errPanic     = fmt.Errorf("%w (its reader gave up)", errDamaged)
	errExpansion = errors.New("expands too far")
	errDepth     = errors.New("nests too deep")
	errObjects   = errors.New("holds too many parts")
	errEntries   = errors.New("lists too many files")
	errNested    = errors.New("holds files in one another")
	errScripts   = errors.New("holds nothing but scripts, which a browser would make a page of")
	errUnseen    = errors.New("holds no text that people see")
	errPassword  = errors.New("is protected by a password")
	errNoMatch   = errors.New("no file matches: check the pattern")
)

// A foreignError is of a file that is not a document: what it is, and what to do.
type foreignError struct{ kind, remedy string }

// errArchive is of an archive where a document is asked for.
var errArchive = foreignError{"a ZIP archive", "name it as a file of its own, or unpack it first"}

func (e foreignError) Error() string { return fmt.Sprintf("is %s: %s", e.kind, e.remedy) }

// explain names the file and says what to do about an error.
func explain(name string, err error, l Limits) error {
	remedy := ""
	switch {
	case errors.As(err, new(foreignError)), errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return fmt.Errorf("%s: %w", name, err)
	case errors.Is(err, pdftext.ErrScan):
		remedy = "run OCR on it first, for example ocrmypdf"
	case errors.Is(err, pdftext.ErrUnmapped):
		remedy = "print it to a new PDF and run OCR on that, for example ocrmypdf --force-ocr"
	case errors.Is(err, pdftext.ErrPassword), errors.Is(err, errPassword):
		remedy = "save a copy without the password"
	case errors.Is(err, pdftext.ErrEmpty), errors.Is(err, errEmpty):
		remedy = "check that it is the right file"
	case errors.Is(err, errScripts):
		remedy = "open it in a browser and save what it shows, as text or PDF"
	case errors.Is(err, errUnseen):
		remedy = "all that is in it is hidden: look at it"
	case errors.Is(err, pdftext.ErrPages):
		remedy = fmt.Sprintf("the limit is %d: split it", l.Pages)
	case errors.Is(err, errTime):
		remedy = fmt.Sprintf("the limit is %v: save it anew, or as plain text", l.Time)
	case errors.Is(err, errText):
		remedy = fmt.Sprintf("the limit is %d bytes: split it into smaller files", l.Text)
	case errors.Is(err, pdftext.ErrExpansion), errors.Is(err, errExpansion):
		remedy = fmt.Sprintf("the limit is %d bytes: save it anew, or as plain text", l.Expansion)
	case errors.Is(err, errDepth):
		remedy = fmt.Sprintf("the limit is %d: save it anew, or as plain text", l.Depth)
	case errors.Is(err, errObjects):
		remedy = fmt.Sprintf("the limit is %d: save it anew, or as plain text", l.Objects)
	case errors.Is(err, errEntries):
		remedy = fmt.Sprintf("the limit is %d: save it anew, or as plain text", l.Entries)
	case errors.Is(err, errNested):
		remedy = fmt.Sprintf("the limit is %d: save the inmost as a file of its own", l.Archives)
	default:
		if !errors.Is(err, errDamaged) {
			err = fmt.Errorf("%w (%w)", errDamaged, err)
		}
		remedy = "get it again, or open it and save a copy"
	}
	return fmt.Errorf("%s: %w: %s", name, err, remedy)
}

// explainPath says what to do about an error of finding or opening a file.
func explainPath(name string, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%s: no such file: check the path", name)
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("%s: no permission to read it: check who may", name)
	}
	if pe := (*fs.PathError)(nil); errors.As(err, &pe) {
		err = pe.Err // the path is said already
	}
	return fmt.Errorf("%s: %w", name, err)
}

func tooLarge(name string, limit int) error {
	return fmt.Errorf("%s: larger than the limit of %d bytes: split it into smaller files", name, limit)
}
