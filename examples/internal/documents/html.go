package documents

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"
)

// readHTML returns what a browser shows of a page, without scripts, styles, what is hidden, and the targets of links.
func readHTML(raw []byte) (string, error) {
	r, err := charset.NewReader(bytes.NewReader(raw), "text/html")
	if err != nil {
		return "", err
	}
	root, err := html.Parse(r)
	if err != nil {
		return "", err
	}
	var p htmlPage
	p.node(root)
	return p.String(), nil
}

// An htmlPage writes the text of the elements of a page.
type htmlPage struct {
	flow
	mark string // of the item whose first paragraph is still to come
	pre  bool   // spaces and line ends stand as they are
}

// hiddenStyle is a style that keeps an element from being shown.
var hiddenStyle = regexp.MustCompile(`(?i)(display\s*:\s*none|visibility\s*:\s*hidden)`)

func hidden(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Head, atom.Script, atom.Style, atom.Template, atom.Noscript, atom.Iframe, atom.Svg, atom.Math, atom.Object, atom.Select,
		atom.Datalist, atom.Audio, atom.Video, atom.Canvas:
		return true
	}
	for _, a := range n.Attr {
		if a.Key == "hidden" || a.Key == "style" && hiddenStyle.MatchString(a.Val) {
			return true
		}
	}
	return false
}

// block reports whether an element stands on lines of its own.
func block(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Caption, atom.Center, atom.Dd, atom.Details, atom.Dialog,
		atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption, atom.Figure, atom.Footer, atom.Form, atom.H1, atom.H2, atom.H3, atom.H4,
		atom.H5, atom.H6, atom.Header, atom.Hr, atom.Legend, atom.Li, atom.Main, atom.Nav, atom.Ol, atom.P, atom.Pre, atom.Section,
		atom.Summary, atom.Table, atom.Tr, atom.Ul:
		return true
	}
	return false
}

var htmlSpace = regexp.MustCompile(`[ \t\n\f\r]+`)

func (p *htmlPage) node(n *html.Node) {
	switch {
	case n.Type == html.TextNode && p.pre:
		p.text(n.Data)
	case n.Type == html.TextNode:
		p.text(htmlSpace.ReplaceAllString(n.Data, " "))
	case n.Type != html.ElementNode:
		p.children(n)
	case hidden(n):
	case n.DataAtom == atom.Br:
		p.text("\n")
	case n.DataAtom == atom.Tr:
		p.row(p.cells(n))
	case n.DataAtom == atom.Ul || n.DataAtom == atom.Ol:
		p.paragraph()
		p.list(n)
	case block(n):
		p.paragraph()
		pre := p.pre
		p.pre = pre || n.DataAtom == atom.Pre
		p.children(n)
		p.pre = pre
		p.paragraph()
	default:
		p.children(n)
	}
}

func (p *htmlPage) children(n *html.Node) {
	for c := range n.ChildNodes() {
		p.node(c)
	}
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

func (p *htmlPage) list(n *html.Node) {
	number := 0
	for c := range n.ChildNodes() {
		if c.DataAtom != atom.Li || hidden(c) {
			p.node(c)
			continue
		}
		p.mark = bullet
		if number++; n.DataAtom == atom.Ol {
			p.mark = fmt.Sprintf("%d. ", number)
		}
		p.children(c)
		p.paragraph()
		p.mark = ""
	}
}

func (p *htmlPage) cells(row *html.Node) []string {
	p.paragraph()
	var cells []string
	for c := range row.ChildNodes() {
		if c.DataAtom != atom.Td && c.DataAtom != atom.Th || hidden(c) {
			continue
		}
		var cell htmlPage
		cell.children(c)
		cell.paragraph()
		cells = append(cells, cell.String())
	}
	return cells
}
