package documents

import (
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/css"
	"golang.org/x/net/html"
)

// A medium is what a page is shown on.
type medium int

const (
	onScreen medium = iota
	onPaper
	media // how many there are
)

// A stylesheet is the rules of a page that may hide text. Rules that ask for what cannot be known, such as where the mouse is, are not in it.
type stylesheet struct {
	byKey     map[string][]*cssRule // by the id, class or name of the element that they are about; "*" of any
	variables map[string]string
	rules     int
	mixed     bool // some rules hold for one medium only
	painted   bool // something has a ground of its own
}

// A cssRule is the declarations for one selector.
type cssRule struct {
	selector     []compound // the last is about the element itself
	specificity  int
	order        int
	in           [media]bool
	declarations []declaration
}

type declaration struct {
	property, value string
	important       bool
}

// relevant are the properties by which text can be hidden. What begins with "--" is a variable.
var relevant = map[string]bool{
	"display": true, "visibility": true, "opacity": true, "color": true, "background": true, "background-color": true,
	"background-image": true, "background-clip": true, "font": true, "font-size": true, "text-indent": true, "position": true,
	"left": true, "right": true, "top": true, "bottom": true, "inset": true, "margin": true, "margin-left": true, "margin-top": true, "clip": true,
	"clip-path": true, "transform": true, "scale": true, "translate": true, "width": true, "height": true, "max-width": true,
	"max-height": true, "overflow": true, "overflow-x": true, "overflow-y": true, "line-height": true, "filter": true, "z-index": true,
	"content-visibility": true, "letter-spacing": true, "text-fill-color": true, "fill": true,
}

func newStylesheet() *stylesheet {
	return &stylesheet{byKey: map[string][]*cssRule{}, variables: map[string]string{}}
}

// add reads the text of a style sheet, which holds on in.
func (s *stylesheet) add(b *budget, text string, in [media]bool) error {
	for rule := range topRules(text) {
		if len(rule) > maxRule {
			continue
		}
		if err := s.addRules(b, rule, in); err != nil {
			return err
		}
	}
	return b.ended()
}

// maxRule is the longest rule, in bytes, that is read: the parser keeps all of one in memory, many times its size. A rule for all that is
// printed may hold a whole sheet.
const maxRule = 256 << 10

// topRules yields the rules of a style sheet, with all that is in each.
func topRules(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		start, depth := 0, 0
		for i := 0; i < len(text); i++ {
			switch c := text[i]; c {
			case '\\':
				i++
			case '"', '\'':
				for i++; i < len(text) && text[i] != c && text[i] != '\n'; i++ {
					if text[i] == '\\' {
						i++
					}
				}
			case '/':
				if strings.HasPrefix(text[i:], "/*") {
					end := strings.Index(text[i+2:], "*/")
					if end < 0 {
						end = len(text)
					}
					i += 2 + end + 1
				}
			case '{':
				depth++
			case ';', '}':
				if c == '}' {
					depth = max(0, depth-1)
				}
				if depth == 0 {
					if !yield(text[start : i+1]) {
						return
					}
					start = i + 1
				}
			}
		}
		if start < len(text) {
			yield(text[start:])
		}
	}
}

// addRules reads rules.
func (s *stylesheet) addRules(b *budget, text string, in [media]bool) error {
	p := css.NewParser(parse.NewInputString(text), false)
	stack := [][media]bool{in}
	var selectors []string
	var rules []*cssRule
	nested := 0 // rules within rules, which need the outer one: passed over
	for {
		if err := b.object(1); err != nil {
			return err
		}
		kind, _, data := p.Next()
		now := stack[len(stack)-1]
		switch kind {
		case css.ErrorGrammar:
			if p.HasParseError() {
				continue // in a declaration, which browsers pass over, too
			}
			return nil
		case css.BeginAtRuleGrammar:
			if len(stack) > maxAtRules {
				return errDepth
			}
			stack = append(stack, within(now, strings.ToLower(string(data)), tokens(p.Values())))
		case css.EndAtRuleGrammar:
			if len(stack) > 1 {
				stack = stack[:len(stack)-1]
			}
		case css.QualifiedRuleGrammar:
			selectors = append(selectors, tokens(p.Values()))
		case css.BeginRulesetGrammar:
			if rules != nil {
				nested++
				continue
			}
			selectors = append(selectors, tokens(p.Values()))
			rules = []*cssRule{}
			for _, selector := range selectors {
				if r := s.rule(selector, now); r != nil {
					rules = append(rules, r)
				}
			}
			selectors = nil
		case css.EndRulesetGrammar:
			if nested > 0 {
				nested--
				continue
			}
			for _, r := range rules {
				if len(r.declarations) > 0 {
					s.file(r)
				}
			}
			rules = nil
		case css.DeclarationGrammar, css.CustomPropertyGrammar:
			if nested == 0 {
				s.declare(rules, declare(string(data), tokens(p.Values())))
			}
		}
	}
}

// maxAtRules is how deep "@media" and the like may nest.
const maxAtRules = 50

// declare takes a declaration of some rules.
func (s *stylesheet) declare(rules []*cssRule, d declaration) {
	if strings.HasPrefix(d.property, "--") {
		for _, r := range rules {
			if last := r.selector[len(r.selector)-1]; last.tag == "html" || last.tag == "body" || last.key() == "*" {
				s.variables[d.property] = d.value
			}
		}
		return
	}
	if !relevant[d.property] {
		return
	}
	s.painted = s.painted || paints(d)
	for _, r := range rules {
		r.declarations = append(r.declarations, d)
	}
}

// paints reports whether a declaration gives a ground other than white.
func paints(d declaration) bool {
	if !strings.HasPrefix(d.property, "background") || d.property == "background-clip" {
		return false
	}
	switch c, ok := parseColour(d.value); {
	case ok:
		return c.a > 0.05 && !unseen(c, white)
	case strings.Contains(d.value, "url("), strings.Contains(d.value, "gradient"):
		return true
	}
	g, said := groundOf(d.value, ground{white, true})
	return said && (!g.known || !unseen(g.colour, white))
}

// tokens joins tokens to the text that they were.
func tokens(values []css.Token) string {
	var b strings.Builder
	for _, v := range values {
		b.Write(v.Data)
	}
	return strings.TrimSpace(b.String())
}

// declare returns a declaration in its plain form.
func declare(property, value string) declaration {
	property = strings.TrimSpace(property)
	if !strings.HasPrefix(property, "--") {
		property = strings.TrimPrefix(strings.TrimPrefix(strings.ToLower(property), "-webkit-"), "-moz-")
	}
	value = strings.ToLower(strings.TrimSpace(value))
	bang := strings.LastIndexByte(value, '!')
	important := bang >= 0 && strings.TrimSpace(value[bang+1:]) == "important"
	if important {
		value = strings.TrimSpace(value[:bang])
	}
	if len(value) > maxValue {
		if !strings.Contains(value, "url(") {
			return declaration{} // nothing that people write
		}
		value = "url()" // a picture that is written into the page
	}
	return declaration{property, value, important}
}

// maxValue is the longest value that is looked at, in bytes.
const maxValue = 500

// inlineStyle reads the style of one element.
func inlineStyle(b *budget, text string) ([]declaration, error) {
	var all []declaration
	p := css.NewParser(parse.NewInputString(text), true)
	for {
		if err := b.object(1); err != nil {
			return nil, err
		}
		switch kind, _, data := p.Next(); kind {
		case css.ErrorGrammar:
			if p.HasParseError() {
				continue
			}
			return all, nil
		case css.DeclarationGrammar:
			if d := declare(string(data), tokens(p.Values())); relevant[d.property] {
				all = append(all, d)
			}
		}
	}
}

// within is where rules hold that an at-rule holds.
func within(in [media]bool, name, condition string) [media]bool {
	switch name {
	case "@media":
		return mediaOf(condition, in)
	case "@supports", "@layer", "@container", "@document", "@scope":
		return in
	}
	return [media]bool{} // fonts, steps of animations
}

// screenWidth is how wide a screen is taken to be, in pixels.
const screenWidth = 1280

// mediaOf is where of in a list of media queries holds.
func mediaOf(list string, in [media]bool) [media]bool {
	list = strings.ToLower(strings.TrimSpace(list))
	if list == "" {
		return in
	}
	var out [media]bool
	for query := range strings.SplitSeq(list, ",") {
		for m := range media {
			out[m] = out[m] || in[m] && holds(query, m)
		}
	}
	return out
}

// holds reports whether a media query holds. Of what asks for an unknown feature it is not said that it does.
func holds(query string, m medium) bool {
	query = strings.TrimSpace(query)
	query, not := strings.CutPrefix(query, "not ")
	all := true
	for part := range strings.SplitSeq(strings.TrimPrefix(query, "only "), " and ") {
		part = strings.Trim(strings.TrimSpace(part), "()")
		feature, value, _ := strings.Cut(part, ":")
		n, _ := pixels(strings.TrimSpace(value), 16)
		ok := false
		switch strings.TrimSpace(feature) {
		case "all", "":
			ok = true
		case "screen":
			ok = m == onScreen
		case "print":
			ok = m == onPaper
		case "min-width", "min-device-width":
			ok = n <= screenWidth
		case "max-width", "max-device-width":
			ok = n >= screenWidth
		case "orientation":
			ok = (strings.TrimSpace(value) == "landscape") == (m == onScreen)
		}
		all = all && ok
	}
	return all != not
}

// rule makes a rule of a selector; nil where that cannot be read or asks for what is not known.
func (s *stylesheet) rule(selector string, in [media]bool) *cssRule {
	if in == [media]bool{} {
		return nil
	}
	parts, ok := parseSelector(selector)
	if !ok {
		return nil
	}
	r := &cssRule{selector: parts, order: s.rules, in: in}
	for _, c := range parts {
		r.specificity += c.specificity()
	}
	s.rules++
	s.mixed = s.mixed || in != [media]bool{true, true}
	return r
}

// file puts a rule where the elements that it may be about are looked up.
func (s *stylesheet) file(r *cssRule) {
	key := r.selector[len(r.selector)-1].key()
	s.byKey[key] = append(s.byKey[key], r)
}

// A styledProperty is a value with what decides between it and another.
type styledProperty struct {
	value  string
	weight [4]int // important, of the element itself, specificity, order
}

// properties returns what holds for an element, from rules and from its own style.
func (s *stylesheet) properties(b *budget, n *html.Node, own []declaration, m medium) (map[string]string, error) {
	found := map[string]styledProperty{}
	set := func(d declaration, inline, specificity, order int) {
		important := 0
		if d.important {
			important = 1
		}
		weight := [4]int{important, inline, specificity, order}
		if old, ok := found[d.property]; !ok || slices.Compare(old.weight[:], weight[:]) <= 0 {
			found[d.property] = styledProperty{d.value, weight}
		}
	}
	look := func(key string) error {
		for _, r := range s.byKey[key] {
			if !r.in[m] {
				continue
			}
			if err := b.object(1); err != nil {
				return err
			}
			if matches(b, r.selector, n) {
				for _, d := range r.declarations {
					set(d, 0, r.specificity, r.order)
				}
			}
		}
		return nil
	}
	keys := []string{"*", n.Data}
	for _, a := range n.Attr {
		switch a.Key {
		case "id":
			keys = append(keys, "#"+a.Val)
		case "class":
			for _, c := range strings.Fields(a.Val) {
				keys = append(keys, "."+c)
			}
		}
	}
	for _, key := range keys {
		if err := look(key); err != nil {
			return nil, err
		}
	}
	for i, d := range own {
		set(d, 1, 0, i)
	}
	if len(found) == 0 {
		return nil, nil
	}
	values := make(map[string]string, len(found))
	for p, v := range found {
		values[p] = s.resolve(v.value)
	}
	return values, nil
}

// resolve puts the values of variables for them.
func (s *stylesheet) resolve(value string) string {
	for range 5 { // variables may refer to others
		start := strings.Index(value, "var(")
		if start < 0 {
			break
		}
		end := strings.IndexByte(value[start:], ')')
		if end < 0 {
			break
		}
		name, other, _ := strings.Cut(value[start+len("var("):start+end], ",")
		v, ok := s.variables[strings.TrimSpace(name)]
		if !ok {
			v = strings.TrimSpace(other)
		}
		value = value[:start] + v + value[start+end+1:]
		if len(value) > 1000 {
			break
		}
	}
	return value
}

// lengths reads lengths in pixels; nil where one is none.
func lengths(s string, em float64) []float64 {
	var all []float64
	for _, f := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == ',' }) {
		n, ok := pixels(f, em)
		if !ok {
			return nil
		}
		all = append(all, n)
	}
	return all
}

// units are lengths in pixels; those that depend on the window are of one of the usual width.
var units = map[string]float64{
	"px": 1, "": 1, "pt": 4. / 3, "pc": 16, "in": 96, "cm": 96 / 2.54, "mm": 96 / 25.4, "q": 96 / 101.6, "rem": 16,
	"vw": screenWidth / 100., "vh": 8, "vmin": 8, "vmax": screenWidth / 100., "dvh": 8, "svh": 8, "lvh": 8,
}

// pixels reads a length, in a font of em pixels. Shares are not lengths.
func pixels(s string, em float64) (float64, bool) {
	end := len(s)
	for end > 0 && ('a' <= s[end-1] && s[end-1] <= 'z') {
		end--
	}
	n, err := strconv.ParseFloat(s[:end], 64)
	if err != nil || n != n {
		return 0, false
	}
	switch s[end:] {
	case "em":
		return n * em, true
	case "ex", "ch":
		return n * em / 2, true
	}
	u, ok := units[s[end:]]
	return n * u, ok
}
