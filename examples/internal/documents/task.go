package documents

import "context"

// A task is the reading of one file and of all that is within it.
type task struct {
	ctx    context.Context
	limits Limits
	budget *budget
	left   []LeftOut
	where  string // that what is read stands in, such as "attachment 2"; "" for the file itself
	room   int    // how deep files may still nest in one another
}

func newTask(ctx context.Context, l Limits) *task {
	return &task{ctx: ctx, limits: l, budget: newBudget(ctx, l), room: l.Archives}
}

// maxLeftOut is how many things left out are told one by one; the rest are added to the last of
// their kind.
const maxLeftOut = 200

// leave notes something that is left out. What is the same but for its size is added up.
func (t *task) leave(what LeftOut) {
	if t.where != "" {
		if what.Where != "" {
			what.Where = ", " + what.Where
		}
		what.Where = t.where + what.Where
	}
	for i := len(t.left) - 1; i >= 0; i-- {
		l := &t.left[i]
		if l.Kind == what.Kind && (len(t.left) >= maxLeftOut || l.Where == what.Where && l.Name == what.Name) {
			l.Size += what.Size
			return
		}
	}
	t.left = append(t.left, what)
}

// within reads a file that stands in what is read, and is called where.
func (t *task) within(where string, read func() error) error {
	if t.room == 0 {
		return errNested
	}
	before := t.where
	defer func() { t.where, t.room = before, t.room+1 }()
	t.room--
	if before != "" {
		where = before + ", " + where
	}
	t.where = where
	return read()
}
