package documents

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"
)

// readHTML returns what a browser shows of a page, without scripts, styles, what is hidden, and the targets of links.
func readHTML(t *task, raw []byte) (string, error) {
	r, err := charset.NewReader(bytes.NewReader(raw), "text/html")
	if err != nil {
		return "", err
	}
	decoded, err := io.ReadAll(r)
	if err != nil {
		return "", err
	}
	return readPage(t, string(decoded), nil, nil)
}

// readPage is readHTML of a page in UTF-8; what it refers to is looked up in parts, by place or by "cid:" and identifier, and put into used.
func readPage(t *task, text string, parts map[string]string, used map[string]bool) (string, error) {
	root, err := parseHTML(t, text)
	if err != nil {
		return "", err
	}
	p := &htmlPage{htmlShared: &htmlShared{task: t, sheet: newStylesheet(), room: maxPages, parts: parts, used: used}, flow: t.flow()}
	if err := p.read(root); err != nil {
		return "", err
	}
	if p.scriptBytes > 0 {
		t.leave(LeftOut{Kind: LeftScript, Size: p.scriptBytes})
	}
	visible := p.String()
	posting, err := p.posting(visible)
	if err != nil {
		return "", err
	}
	if posting != "" {
		visible = posting + "\n" + visible
	} else {
		for _, data := range p.data {
			t.leave(LeftOut{Kind: LeftMetadata, Size: runes(data), Where: "script"})
		}
	}
	if strings.TrimSpace(visible) == "" && p.scriptBytes > 0 {
		return "", errScripts
	}
	return visible, nil
}

// maxPages is how deep pages may stand in one another, as frames or as marks that were escaped.
const maxPages = 3

// parseHTML parses a page that is not too much for the parser, which keeps to no limit but one of 512 open elements.
func parseHTML(t *task, text string) (*html.Node, error) {
	if err := weigh(t.budget, text); err != nil {
		return nil, err
	}
	root, err := html.Parse(strings.NewReader(text))
	if err != nil && strings.Contains(err.Error(), "open stack") {
		return nil, errDepth
	}
	return root, err
}

// maxMark is the longest tag, text or comment of a page in bytes: a picture written into a tag has some hundred thousand.
const maxMark = 4 << 20

// weigh charges what a page will come to: its tags and their attributes, and the elements that the parser opens anew in each block, since
// pages forget to close them.
func weigh(b *budget, text string) error {
	z := html.NewTokenizer(strings.NewReader(text))
	z.SetMaxBuf(maxMark)
	open := 0
	for {
		kind := z.Next()
		n := 1
		switch kind {
		case html.ErrorToken:
			if errors.Is(z.Err(), html.ErrBufferExceeded) {
				return errText
			}
			return nil
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			name, more := z.TagName()
			for more {
				_, _, more = z.TagAttr()
				n++
			}
			switch formatting := formattingTags[atom.Lookup(name)]; {
			case formatting && kind == html.StartTagToken:
				open++
			case formatting && kind == html.EndTagToken:
				open = max(0, open-1)
			case kind == html.StartTagToken:
				n += min(open, 512)
			}
		}
		if err := b.object(n); err != nil {
			return err
		}
	}
}

// formattingTags are the elements that a parser opens anew.
var formattingTags = map[atom.Atom]bool{
	atom.A: true, atom.B: true, atom.Big: true, atom.Code: true, atom.Em: true, atom.Font: true, atom.I: true, atom.Nobr: true,
	atom.S: true, atom.Small: true, atom.Strike: true, atom.Strong: true, atom.Tt: true, atom.U: true,
}

// An htmlShared is what all parts of a page share.
type htmlShared struct {
	*task
	sheet       *stylesheet
	parts       map[string]string // other pages and styles, by where they are from
	used        map[string]bool   // of the parts
	room        int               // how deep pages may still nest
	scriptBytes int
	data        []string // JSON-LD
	backdrops   bool     // there are pictures, which text may lie on
}

// An htmlPage writes the text of the elements of a page.
type htmlPage struct {
	*htmlShared
	*flow
	mark string // of the item whose first paragraph is still to come
	pre  bool   // spaces and line ends stand as they are
	code bool   // marks are shown as such
	look [media]htmlLook
}

// read reads a page from its root.
func (p *htmlPage) read(root *html.Node) error {
	if err := p.prepare(root, 0); err != nil {
		return err
	}
	p.look = [media]htmlLook{newHTMLLook(), newHTMLLook()}
	err := p.node(root)
	p.paragraph()
	return err
}

// prepare gathers the styles of a page, which may stand anywhere in it.
func (p *htmlPage) prepare(n *html.Node, depth int) error {
	if depth > p.limits.Depth {
		return errDepth
	}
	for c := range n.ChildNodes() {
		switch c.DataAtom {
		case atom.Style:
			if err := p.sheet.add(p.budget, innerText(c), mediaOf(htmlAttribute(c, "media"), [media]bool{true, true})); err != nil {
				return err
			}
		case atom.Link:
			if css, ok := p.part(htmlAttribute(c, "href")); ok && strings.Contains(strings.ToLower(htmlAttribute(c, "rel")), "stylesheet") {
				if err := p.sheet.add(p.budget, css, mediaOf(htmlAttribute(c, "media"), [media]bool{true, true})); err != nil {
					return err
				}
			}
		case atom.Img, atom.Video, atom.Canvas, atom.Picture:
			p.backdrops = true
		}
		for _, a := range c.Attr {
			switch {
			case a.Key == "style" && strings.Contains(a.Val, "background"):
				declarations, err := inlineStyle(p.budget, a.Val)
				if err != nil {
					return err
				}
				for _, d := range declarations {
					p.sheet.painted = p.sheet.painted || paints(d)
				}
			case a.Key == "bgcolor", a.Key == "background":
				p.sheet.painted = true
			}
		}
		if err := p.prepare(c, depth+1); err != nil {
			return err
		}
	}
	return nil
}

// part returns a page or a style that the page refers to.
func (p *htmlPage) part(reference string) (string, bool) {
	text, ok := p.parts[reference]
	if ok {
		p.used[reference] = true
	}
	return text, ok
}

// innerText is the text of an element that holds nothing else.
func innerText(n *html.Node) string {
	var b strings.Builder
	for c := range n.ChildNodes() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}

// allText is the text of an element and all within it.
func allText(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data + " ")
		}
	}
	return b.String()
}

// omit passes over elements that are no text on any page, and reports whether this is one.
func (p *htmlPage) omit(n *html.Node) bool {
	kind := ""
	switch n.DataAtom {
	case atom.Script:
		text := innerText(n)
		if strings.Contains(strings.ToLower(htmlAttribute(n, "type")), "ld+json") {
			p.data = append(p.data, text)
			return true
		}
		p.scriptBytes += len(text) + len(htmlAttribute(n, "src"))
		return true
	case atom.Style, atom.Base, atom.Meta, atom.Link:
		return true
	case atom.Title, atom.Desc:
		kind = LeftMetadata
	case atom.Template:
		kind = LeftHidden
	case atom.Noscript:
		kind = LeftAlternative
	case atom.Object, atom.Audio, atom.Video, atom.Canvas, atom.Applet, atom.Embed:
		kind = LeftMedia
	case atom.Select, atom.Datalist:
		kind = LeftChoice
	case atom.Img:
		size := 0
		if src := htmlAttribute(n, "src"); strings.HasPrefix(src, "data:") {
			size = len(src)
		}
		p.leave(LeftOut{Kind: LeftImage, Size: size})
		return true
	default:
		switch n.Data {
		case "xml", "defs", "metadata": // of Word, and of drawings
			kind = LeftMetadata
		default:
			return false
		}
	}
	if size := runes(strings.Join(strings.Fields(allText(n)), " ")); size > 0 {
		p.leave(LeftOut{Kind: kind, Size: size, Where: n.Data})
	}
	return true
}

// block reports whether an element stands on lines of its own.
func block(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Caption, atom.Center, atom.Dd, atom.Details, atom.Dialog,
		atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption, atom.Figure, atom.Footer, atom.Form, atom.H1, atom.H2, atom.H3, atom.H4,
		atom.H5, atom.H6, atom.Header, atom.Hr, atom.Legend, atom.Li, atom.Main, atom.Nav, atom.Ol, atom.P, atom.Pre, atom.Section,
		atom.Summary, atom.Table, atom.Tr, atom.Ul, atom.Hgroup, atom.Menu, atom.Option, atom.Optgroup, atom.Search, atom.Iframe, atom.Svg:
		return true
	}
	return n.Data == "text" // of a drawing
}

var htmlSpace = regexp.MustCompile(`[ \t\n\f\r]+`)

func (p *htmlPage) node(n *html.Node) error {
	if err := p.budget.object(1); err != nil {
		return err
	}
	switch n.Type {
	case html.TextNode:
		return p.words(n.Data)
	case html.CommentNode:
		if size := runes(n.Data); size > 0 {
			p.leave(LeftOut{Kind: LeftComment, Size: size})
		}
		return nil
	case html.ElementNode:
	default:
		return p.children(n)
	}
	if p.omit(n) {
		return nil
	}
	outer := p.look
	defer func() { p.look = outer }()
	if err := p.style(n); err != nil {
		return err
	}
	switch {
	case n.DataAtom == atom.Br:
		p.text("\n")
	case n.DataAtom == atom.Tr:
		return p.row(n)
	case n.DataAtom == atom.Ul || n.DataAtom == atom.Ol || n.DataAtom == atom.Menu:
		p.paragraph()
		return p.list(n)
	case n.DataAtom == atom.Li:
		return p.item(n, bullet)
	case n.DataAtom == atom.Input:
		switch htmlAttribute(n, "type") {
		case "", "text", "email", "tel", "url", "date", "number", "search", "month":
			p.text(" ")
			err := p.words(htmlAttribute(n, "value"))
			p.text(" ")
			return err
		}
	case n.DataAtom == atom.Iframe || n.DataAtom == atom.Frame:
		return p.frame(n)
	case block(n) || p.look[onScreen].block:
		p.paragraph()
		pre, code := p.pre, p.code
		p.pre = pre || n.DataAtom == atom.Pre
		p.code = code || n.DataAtom == atom.Pre
		err := p.children(n)
		p.pre, p.code = pre, code
		p.paragraph()
		return err
	case n.DataAtom == atom.Code || n.DataAtom == atom.Textarea || n.DataAtom == atom.Kbd || n.DataAtom == atom.Samp:
		code := p.code
		p.code = true
		err := p.children(n)
		p.code = code
		return err
	default:
		return p.children(n)
	}
	return nil
}

func (p *htmlPage) children(n *html.Node) error {
	for c := range n.ChildNodes() {
		if err := p.node(c); err != nil {
			return err
		}
	}
	return nil
}

// escapedMarks are elements in a text: a page whose maker escaped what was escaped already, or put a page into a field.
var escapedMarks = regexp.MustCompile(`(?i)</(?:p|div|ul|ol|li|strong|b|em|i|u|span|h[1-6]|table|tr|td|font|a)\s*>|<br\s*/?>|<(?:p|li|ul)>`)

// words adds text to the paragraph, or notes it as hidden where it is on screen and on paper.
func (p *htmlPage) words(text string) error {
	if !p.code && strings.Contains(text, "<") && escapedMarks.MatchString(text) {
		return p.inner(text)
	}
	if !p.pre {
		text = htmlSpace.ReplaceAllString(text, " ")
	}
	if why := p.look[onScreen].unseen(); why != "" && p.look[onPaper].unseen() != "" {
		if size := runes(strings.TrimSpace(text)); size > 0 {
			p.leave(LeftOut{Kind: LeftHidden, Size: size, Where: why})
		}
		return nil
	}
	p.text(text)
	return nil
}

// inner reads a page that is written into this one.
func (p *htmlPage) inner(text string) error {
	if p.room == 0 {
		return errNested
	}
	p.room--
	defer func() { p.room++ }()
	root, err := parseHTML(p.task, text)
	if err != nil {
		return err
	}
	if err := p.prepare(root, 0); err != nil {
		return err
	}
	return p.children(root)
}

// frame reads a page within a page, if it is at hand.
func (p *htmlPage) frame(n *html.Node) error {
	for _, a := range n.Attr {
		text, found := a.Val, a.Key == "srcdoc"
		if a.Key == "src" {
			text, found = p.part(a.Val)
		}
		if found {
			p.paragraph()
			err := p.inner(text)
			p.paragraph()
			return err
		}
	}
	if src := htmlAttribute(n, "src"); src != "" {
		p.leave(LeftOut{Kind: LeftPart, Where: "iframe"})
	}
	return nil
}

// paragraph ends the paragraph, if there is one.
func (p *htmlPage) paragraph() {
	if strings.TrimSpace(p.line.String()) == "" {
		p.line.Reset()
		return
	}
	p.end(p.mark)
	p.mark = ""
}

func (p *htmlPage) list(n *html.Node) error {
	number := 0
	for c := range n.ChildNodes() {
		if c.DataAtom != atom.Li {
			if err := p.node(c); err != nil {
				return err
			}
			continue
		}
		outer := p.look
		err := p.style(c)
		mark := bullet
		if err == nil && !p.look[onScreen].gone {
			if number++; n.DataAtom == atom.Ol {
				mark = fmt.Sprintf("%d. ", number)
			}
		}
		if err == nil {
			err = p.item(c, mark)
		}
		if p.look = outer; err != nil {
			return err
		}
	}
	return nil
}

// item reads an item of a list.
func (p *htmlPage) item(n *html.Node, mark string) error {
	p.paragraph()
	p.mark = mark
	err := p.children(n)
	p.paragraph()
	p.mark = ""
	return err
}

func (p *htmlPage) row(row *html.Node) error {
	p.paragraph()
	var cells []string
	for c := range row.ChildNodes() {
		if c.DataAtom != atom.Td && c.DataAtom != atom.Th {
			continue
		}
		cell := *p
		cell.flow, cell.mark = p.task.flow(), ""
		err := cell.style(c)
		if err == nil {
			err = cell.children(c)
		}
		if err != nil {
			return err
		}
		cell.paragraph()
		cells = append(cells, cell.String())
	}
	p.flow.row(cells)
	return nil
}
