package pdftext

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// A LeftOut is something of a file that is not in its text.
type LeftOut struct {
	// Kind is "hidden" for a text that nobody sees, "comment" for one that is shown when asked for,
	// "attachment" for a file within the file, "image" for a page that is a picture without text.
	Kind  string
	Size  int    // letters and digits of a text, bytes of an attachment
	Where string // "page 3", or empty
	Name  string // of an attachment
}

// maxLeftOut is how many things are named.
const maxLeftOut = 1000

type leftOuts []LeftOut

// add notes what was left out, in one sum for each kind and page.
func (l *leftOuts) add(n LeftOut) {
	for i := range *l {
		if old := &(*l)[i]; old.Kind == n.Kind && old.Where == n.Where && old.Name == n.Name {
			old.Size += n.Size
			return
		}
	}
	if len(*l) < maxLeftOut {
		*l = append(*l, n)
	}
}

// attach notes the file that a specification of a file embeds.
func (l *leftOuts) attach(o *objects, specification types.Object) {
	d := o.dict(specification)
	embedded := o.dict(d["EF"])
	if embedded == nil {
		return
	}
	name := o.text(d["UF"])
	if name == "" {
		name = o.text(d["F"])
	}
	content := embedded["F"]
	if content == nil {
		content = embedded["UF"]
	}
	stream, _ := o.get(content).(types.StreamDict)
	size, ok := o.number(o.dict(stream.Dict["Params"])["Size"])
	if !ok || size < 0 || size > 1e12 {
		size = float64(len(stream.Raw))
	}
	l.add(LeftOut{Kind: "attachment", Size: int(size), Name: name})
}

// attachments notes the files that a file embeds, as those of a portfolio.
func (l *leftOuts) attachments(o *objects, catalog types.Dict) {
	const maxNodes = 2000
	todo := []types.Object{o.dict(catalog["Names"])["EmbeddedFiles"]}
	for nodes := 0; len(todo) > 0 && nodes < maxNodes; nodes++ {
		d := o.dict(todo[0])
		todo = todo[1:]
		names := o.array(d["Names"])
		for i := 1; i < min(len(names), 2*maxLeftOut); i += 2 {
			l.attach(o, names[i])
		}
		kids := o.array(d["Kids"])
		todo = append(todo, kids[:min(len(kids), maxNodes)]...)
	}
}

// withAttachments names the attachments of a file without text of its own: the text may be in them.
func (l leftOuts) withAttachments(err error) error {
	var names []string
	for _, a := range l {
		if a.Kind == "attachment" && len(names) < 5 {
			names = append(names, strconv.Quote(a.Name))
		}
	}
	if len(names) == 0 {
		return err
	}
	return fmt.Errorf("%w of its own, and the files attached to it are not read (%s)", err, strings.Join(names, ", "))
}
