package documents

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// A compound is what a selector says of one element, and how that stands to the element before it.
type compound struct {
	before  byte // ' ' within it, '>' right within it, '+' right after it, '~' after it; 0 for the first
	tag, id string
	classes []string
	tests   []attributeTest
	not     []compound
	any     [][]compound // of each list one must hold
	nth     []nth
}

type attributeTest struct{ name, operator, value string }

// An nth is which of its siblings an element is: the a*n+b-th from the start or the end, for any n from 0.
type nth struct {
	a, b    int
	fromEnd bool
}

// key is what rules about the element are looked up by.
func (c compound) key() string {
	switch {
	case c.id != "":
		return "#" + c.id
	case len(c.classes) > 0:
		return "." + c.classes[0]
	case c.tag != "":
		return c.tag
	}
	return "*"
}

func (c compound) specificity() int {
	n := 100 * (len(c.classes) + len(c.tests) + len(c.nth))
	if c.id != "" {
		n += 10_000
	}
	if c.tag != "" {
		n++
	}
	for _, x := range c.not {
		n += x.specificity()
	}
	return n
}

// maxCompounds is how many elements a selector may name: more is no style that people write.
const maxCompounds = 20

// parseSelector reads a selector without commas. It is not ok for one that asks for what depends on the reader, such as ":hover", or for
// a part of an element.
func parseSelector(s string) ([]compound, bool) {
	var all []compound
	before := byte(0)
	for s = strings.TrimSpace(s); s != ""; {
		c, rest, ok := parseCompound(s)
		if !ok || len(all) == maxCompounds {
			return nil, false
		}
		c.before = before
		all = append(all, c)
		s = strings.TrimLeft(rest, " \t\r\n\f")
		if before = ' '; s != "" && strings.IndexByte(">+~", s[0]) >= 0 {
			before = s[0]
			s = strings.TrimSpace(s[1:])
			if s == "" {
				return nil, false
			}
		}
	}
	return all, len(all) > 0
}

// parseCompound reads what a selector says of its first element, and returns the rest.
func parseCompound(s string) (c compound, rest string, ok bool) {
	start := s
	for s != "" {
		switch s[0] {
		case '*':
			s = s[1:]
		case '#':
			c.id, s = identifier(s[1:])
			if c.id == "" {
				return c, "", false
			}
		case '.':
			var class string
			if class, s = identifier(s[1:]); class == "" {
				return c, "", false
			}
			c.classes = append(c.classes, class)
		case '[':
			end := strings.IndexByte(s, ']')
			if end < 0 {
				return c, "", false
			}
			c.tests = append(c.tests, parseTest(s[1:end]))
			s = s[end+1:]
		case ':':
			if s, ok = c.pseudo(s[1:]); !ok {
				return c, "", false
			}
		case ' ', '\t', '\r', '\n', '\f', '>', '+', '~':
			return c, s, s != start
		default:
			tag, after := identifier(s)
			if tag == "" || s != start {
				return c, "", false
			}
			c.tag, s = strings.ToLower(tag), after
		}
	}
	return c, "", true
}

// identifier cuts a name off the front, and undoes its escapes.
func identifier(s string) (name, rest string) {
	var b strings.Builder
	i := 0
	for ; i < len(s); i++ {
		c := s[i]
		switch {
		case c == '\\' && i+1 < len(s):
			i++
			b.WriteByte(s[i])
		case c == '-' || c == '_' || c >= 0x80 || '0' <= c && c <= '9' || isLetter(c):
			b.WriteByte(c)
		default:
			return b.String(), s[i:]
		}
	}
	return b.String(), ""
}

func parseTest(s string) attributeTest {
	at := strings.IndexByte(s, '=')
	if at < 0 {
		return attributeTest{name: strings.ToLower(strings.TrimSpace(s))}
	}
	t := attributeTest{operator: "="}
	name := s[:at]
	if name != "" && strings.IndexByte("~|^$*", name[len(name)-1]) >= 0 {
		t.operator = name[len(name)-1:] + "="
		name = name[:len(name)-1]
	}
	t.name = strings.ToLower(strings.TrimSpace(name))
	t.value = strings.TrimSpace(s[at+1:])
	t.value = strings.TrimSuffix(strings.TrimSuffix(t.value, " i"), " s")
	t.value = strings.Trim(t.value, `"'`)
	return t
}

// pseudo reads what stands after a colon.
func (c *compound) pseudo(s string) (rest string, ok bool) {
	name, rest := identifier(s)
	argument := ""
	if strings.HasPrefix(rest, "(") {
		end := closing(rest)
		if end < 0 {
			return "", false
		}
		argument, rest = strings.ToLower(strings.TrimSpace(rest[1:end])), rest[end+1:]
	}
	switch strings.ToLower(name) {
	case "root":
		c.tag = "html"
	case "link", "any-link", "enabled", "defined":
	case "first-child":
		c.nth = append(c.nth, nth{0, 1, false})
	case "last-child":
		c.nth = append(c.nth, nth{0, 1, true})
	case "only-child":
		c.nth = append(c.nth, nth{0, 1, false}, nth{0, 1, true})
	case "nth-child", "nth-last-child":
		a, b, ok := parseNth(argument)
		if !ok {
			return "", false
		}
		c.nth = append(c.nth, nth{a, b, name == "nth-last-child"})
	case "not", "is", "where", "matches":
		var list []compound
		for part := range strings.SplitSeq(argument, ",") {
			x, after, ok := parseCompound(strings.TrimSpace(part))
			if !ok || strings.TrimSpace(after) != "" {
				return "", false
			}
			list = append(list, x)
		}
		if name == "not" {
			c.not = append(c.not, list...)
		} else {
			c.any = append(c.any, list)
		}
	default:
		return "", false
	}
	return rest, true
}

// closing is where the bracket closes that a text begins with; -1 for nowhere.
func closing(s string) int {
	depth := 0
	for i := range len(s) {
		switch s[i] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

func parseNth(s string) (a, b int, ok bool) {
	switch s = strings.ReplaceAll(s, " ", ""); s {
	case "odd":
		return 2, 1, true
	case "even":
		return 2, 0, true
	}
	factor, rest, linear := strings.Cut(s, "n")
	var err error
	if !linear {
		b, err = strconv.Atoi(s)
		return 0, b, err == nil
	}
	switch factor {
	case "", "+":
		a = 1
	case "-":
		a = -1
	default:
		if a, err = strconv.Atoi(factor); err != nil {
			return 0, 0, false
		}
	}
	if rest != "" {
		b, err = strconv.Atoi(rest)
	}
	return a, b, err == nil
}

// matches reports whether an element is what a selector is about.
//
// A selector is chains of elements that stand at fixed places to each other, as in "a > b + c", each within one that fits the chain before.
// The nearest that fits will do: all that would hold for one further out holds for it too. So time is linear in the depth of the element.
func matches(b *budget, selector []compound, n *html.Node) bool {
	end := len(selector)
	start := chainStart(selector, end)
	top := fits(b, selector[start:end], n)
	for top != nil && start > 0 {
		end = start
		start = chainStart(selector, end)
		at := top.Parent
		for top = nil; at != nil && top == nil; at = at.Parent {
			top = fits(b, selector[start:end], at)
		}
	}
	return top != nil
}

// chainStart is where the chain starts that ends before end.
func chainStart(selector []compound, end int) int {
	for end--; selector[end].before != ' ' && selector[end].before != 0; end-- {
	}
	return end
}

// fits returns the element that a chain starts with where n is its end; nil where n is not. It charges, and leaves it to the caller to see
// that nothing is left.
func fits(b *budget, chain []compound, n *html.Node) *html.Node {
	for i := len(chain) - 1; ; i-- {
		_ = b.object(1)
		if !chain[i].matches(n) {
			return nil
		}
		if i == 0 {
			return n
		}
		switch chain[i].before {
		case '>':
			n = n.Parent
		case '+':
			n = elementBefore(n)
		case '~': // the nearest, though one further off may have what comes before
			want := chain[i-1]
			steps := 0
			for n = elementBefore(n); n != nil && !want.matches(n); n = elementBefore(n) {
				if steps++; steps > maxSiblings {
					return nil
				}
			}
			_ = b.object(steps)
		}
		if n == nil {
			return nil
		}
	}
}

func (c compound) matches(n *html.Node) bool {
	if n.Type != html.ElementNode || c.tag != "" && c.tag != n.Data {
		return false
	}
	if c.id != "" && htmlAttribute(n, "id") != c.id {
		return false
	}
	if len(c.classes) > 0 {
		have := strings.Fields(htmlAttribute(n, "class"))
		for _, class := range c.classes {
			if !slices.Contains(have, class) {
				return false
			}
		}
	}
	for _, t := range c.tests {
		if !t.holds(n) {
			return false
		}
	}
	one := func(x compound) bool { return x.matches(n) }
	if slices.ContainsFunc(c.not, one) {
		return false
	}
	for _, list := range c.any {
		if !slices.ContainsFunc(list, one) {
			return false
		}
	}
	for _, x := range c.nth {
		if !x.holds(n) {
			return false
		}
	}
	return true
}

func htmlAttribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func (t attributeTest) holds(n *html.Node) bool {
	for _, a := range n.Attr {
		if a.Key != t.name {
			continue
		}
		switch t.operator {
		case "":
			return true
		case "=":
			return a.Val == t.value
		case "~=":
			return slices.Contains(strings.Fields(a.Val), t.value)
		case "|=":
			return a.Val == t.value || strings.HasPrefix(a.Val, t.value+"-")
		case "^=":
			return t.value != "" && strings.HasPrefix(a.Val, t.value)
		case "$=":
			return t.value != "" && strings.HasSuffix(a.Val, t.value)
		case "*=":
			return t.value != "" && strings.Contains(a.Val, t.value)
		}
	}
	return false
}

// maxSiblings is how many siblings are counted: rules about later ones hold for none.
const maxSiblings = 1000

func (x nth) holds(n *html.Node) bool {
	place := 1
	for s := n; place <= maxSiblings; place++ {
		if x.fromEnd {
			s = elementAfter(s)
		} else {
			s = elementBefore(s)
		}
		if s == nil {
			break
		}
	}
	if x.a == 0 {
		return place == x.b
	}
	return (place-x.b)%x.a == 0 && (place-x.b)/x.a >= 0
}

func elementBefore(n *html.Node) *html.Node {
	for n = n.PrevSibling; n != nil && n.Type != html.ElementNode; n = n.PrevSibling {
	}
	return n
}

func elementAfter(n *html.Node) *html.Node {
	for n = n.NextSibling; n != nil && n.Type != html.ElementNode; n = n.NextSibling {
	}
	return n
}
