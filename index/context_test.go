package index

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// A countdown is a context that is done after it was asked a number of times.
type countdown struct {
	context.Context
	left int
}

func (c *countdown) Err() error {
	if c.left--; c.left < 0 {
		return context.Canceled
	}
	return nil
}

func (c *countdown) Deadline() (time.Time, bool) { return time.Time{}, false }

// TestContext: whenever the context is done, Build, Open and Create fail with its error and leave
// nothing behind; a saved index stays as it was.
func TestContext(t *testing.T) {
	saved := filepath.Join(t.TempDir(), "saved")
	if err := Create(t.Context(), saved, few()); err != nil {
		t.Fatal(err)
	}
	for name, work := range map[string]func(ctx context.Context) error{
		"Build": func(ctx context.Context) error {
			x, err := Build(ctx, few())
			if (x == nil) == (err == nil) {
				t.Errorf("Build returns %v and %v", x, err)
			}
			return errors.Join(err, closeIndex(x))
		},
		"Open": func(ctx context.Context) error {
			x, err := Open(ctx, saved)
			return errors.Join(err, closeIndex(x))
		},
		"Create": func(ctx context.Context) error {
			dir := filepath.Join(t.TempDir(), "new")
			err := Create(ctx, dir, few())
			if _, missing := os.Stat(dir); err != nil && !os.IsNotExist(missing) {
				t.Errorf("a folder is left behind by a Create that failed: %v", missing)
			}
			return err
		},
		"Create anew": func(ctx context.Context) error {
			err := Create(ctx, saved, few())
			entries, listErr := os.ReadDir(saved)
			if listErr != nil || len(entries) != 2 {
				t.Errorf("%d entries in the saved index (%v), want its manifest and data", len(entries), listErr)
			}
			return err
		},
	} {
		asked := 0
		for ; ; asked = 2*asked + 1 { // there is a question for every term
			err := work(&countdown{t.Context(), asked})
			if err == nil {
				break
			}
			if !errors.Is(err, context.Canceled) || errors.Is(err, ErrDamaged) {
				t.Fatalf("%s: done at question %d: error %v", name, asked, err)
			}
		}
		if asked < 3 {
			t.Errorf("%s asks its context %d times only", name, asked)
		}
	}
	x, err := Open(t.Context(), saved)
	if err != nil {
		t.Fatalf("the saved index is lost: %v", err)
	}
	if err := x.Close(); err != nil {
		t.Error(err)
	}
}

func closeIndex(x *Index) error {
	if x == nil {
		return nil
	}
	return x.Close()
}

func TestFieldString(t *testing.T) {
	for f, want := range map[Field]string{Titles: "titles", Exclusions: "exclusions", 99: "Field(99)", -1: "Field(-1)"} {
		if got := f.String(); got != want {
			t.Errorf("field %d is %q, want %q", int(f), got, want)
		}
	}
}
