package documents

import (
	"math"
	"strconv"
	"strings"

	"golang.org/x/image/colornames"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// tinyPixels is the size of text below which nobody reads it.
const tinyPixels = 4

const (
	// offPixels is how far left of or above its place text is out of sight, and beyondPixels how
	// far right of or below it.
	offPixels, beyondPixels = -500, 5000
	// thinPixels is the extent at which a box that cuts off what does not fit shows nothing.
	thinPixels = 2
	// faintOpacity is the opacity below which nothing is seen.
	faintOpacity = 0.05
)

// An htmlLook is how the text of an element looks in one medium.
type htmlLook struct {
	gone      bool // with all that is in it
	invisible bool // unless something in it is visible again
	indented  bool // out of sight
	squeezed  bool
	opacity   float64
	size      float64
	colour    colour
	odd       bool // the colour is not known
	ground    ground
	own       bool // the ground is that of an element within the page
	clipped   bool // the ground shows within the letters
	block     bool
	why       string // where and by what it came to be hidden
}

func newHTMLLook() htmlLook {
	return htmlLook{opacity: 1, size: 16, colour: black, ground: ground{white, true}}
}

// unseen says why people don't see the text; "" where they do.
func (l htmlLook) unseen() string {
	switch {
	case l.gone, l.invisible, l.indented, l.squeezed:
		return l.why
	case l.size < tinyPixels:
		return l.why
	case l.odd || l.clipped:
		return ""
	case unseen(l.colour, l.ground.colour) && (l.ground.known || l.colour.a < faintOpacity):
		return l.why
	}
	return ""
}

// style takes the look of an element.
func (p *htmlPage) style(n *html.Node) error {
	var own []declaration
	if text := htmlAttribute(n, "style"); text != "" {
		var err error
		if own, err = inlineStyle(p.budget, text); err != nil {
			return err
		}
	}
	for m := range media {
		if m > 0 && !p.sheet.mixed {
			p.look[m] = p.look[m-1]
			break
		}
		values, err := p.sheet.properties(p.budget, n, own, m)
		if err != nil {
			return err
		}
		p.look[m] = p.look[m].of(n, values, p.sheet.painted || p.backdrops)
	}
	return nil
}

// name names an element in a few words.
func name(n *html.Node) string {
	s := n.Data
	if id := htmlAttribute(n, "id"); id != "" {
		s += "#" + id
	} else if classes := strings.Fields(htmlAttribute(n, "class")); len(classes) > 0 {
		s += "." + classes[0]
	}
	if r := []rune(s); len(r) > 40 {
		s = string(r[:40])
	}
	return s
}

// of is the look of an element within one of this look. busy is whether the page has grounds and
// pictures on which text may lie.
func (l htmlLook) of(n *html.Node, v map[string]string, busy bool) htmlLook {
	l.block = false
	l = l.attributes(n, v)
	if v == nil {
		return l
	}
	hide := func(flag *bool, how string) {
		if !*flag && !l.gone {
			l.why = name(n) + ": " + how
		}
		*flag = true
	}
	// Pages that scripts reveal hide themselves whole.
	whole := n.DataAtom == atom.Html || n.DataAtom == atom.Body
	l.font(n, v)
	switch d := v["display"]; d {
	case "":
	case "none":
		if !whole {
			hide(&l.gone, "display none")
		}
	case "block", "flex", "grid", "table", "list-item", "table-row", "flow-root":
		l.block = true
	}
	switch v["visibility"] {
	case "hidden", "collapse":
		if !whole {
			hide(&l.invisible, "visibility")
		}
	case "visible", "initial", "unset":
		l.invisible = false
	}
	if v["content-visibility"] == "hidden" {
		hide(&l.gone, "content-visibility")
	}
	if o, ok := share(v["opacity"]); ok && !whole {
		l.opacity *= o
	}
	if _, f, ok := strings.Cut(v["filter"], "opacity("); ok && !whole {
		if o, ok := share(strings.TrimSuffix(firstField(f, ")"), ")")); ok {
			l.opacity *= o
		}
	}
	if l.opacity < faintOpacity {
		hide(&l.gone, "opacity")
	}
	if indent := v["text-indent"]; indent != "" {
		l.indented = false
		cut := v["overflow"] == "hidden" || v["overflow"] == "clip" || v["overflow-x"] == "hidden"
		if s, ok := share(indent); far(indent, l.size) || ok && strings.HasSuffix(indent, "%") && s >= 1 && cut {
			hide(&l.indented, "text-indent")
		}
	}
	if space := v["letter-spacing"]; space != "" {
		px, ok := pixels(space, l.size)
		l.squeezed = false
		if ok && px <= -0.7*l.size {
			hide(&l.squeezed, "letter-spacing")
		}
	}
	placed := v["position"] == "absolute" || v["position"] == "fixed"
	if l.outOfPlace(v, placed) {
		hide(&l.gone, "position")
	}
	if clipsAll(v) {
		hide(&l.gone, "clip")
	}
	if l.boxedAway(v) {
		hide(&l.gone, "no extent")
	}
	if z, err := strconv.Atoi(v["z-index"]); err == nil && z < 0 && v["position"] != "" && v["position"] != "static" && l.own && l.ground.known {
		hide(&l.gone, "behind")
	}
	l.paint(n, v, placed && busy, hide)
	return l
}

// font takes the size and the colour of text.
func (l *htmlLook) font(n *html.Node, v map[string]string) {
	before := l.size
	size := v["font-size"]
	if size == "" {
		size = fontSize(v["font"])
	}
	switch s, isShare := strings.CutSuffix(size, "%"); {
	case isShare:
		if f, err := strconv.ParseFloat(s, 64); err == nil {
			l.size *= f / 100
		}
	case size == "initial" || size == "medium":
		l.size = 16
	case strings.Contains(size, "small") || strings.Contains(size, "large"):
		l.size = max(l.size, 9)
	default:
		if px, ok := pixels(size, before); ok {
			l.size = px
		}
	}
	if l.size < tinyPixels && before >= tinyPixels {
		l.why = name(n) + ": font size"
	}
	for _, property := range []string{"color", "fill", "text-fill-color"} {
		switch value := v[property]; value {
		case "", "inherit", "currentcolor", "unset", "revert":
		case "initial", "canvastext", "windowtext":
			l.colour, l.odd = black, false
		default:
			c, ok := parseColour(value)
			if l.colour, l.odd = c, !ok; ok {
				l.why = name(n) + ": color"
			}
		}
	}
}

// paint takes the ground.
func (l *htmlLook) paint(n *html.Node, v map[string]string, lifted bool, hide func(*bool, string)) {
	if strings.Contains(v["background-clip"], "text") || strings.HasSuffix(v["background"], " text") {
		l.clipped = true
	}
	if lifted {
		l.ground.known = false // it may lie over something else
	}
	for _, property := range []string{"background", "background-color", "background-image"} {
		if g, said := groundOf(v[property], l.ground); said {
			l.ground = g
			l.own = n.DataAtom != atom.Html && n.DataAtom != atom.Body
			if l.why == "" {
				l.why = name(n) + ": background"
			}
		}
	}
}

// attributes takes what old pages say without styles.
func (l htmlLook) attributes(n *html.Node, v map[string]string) htmlLook {
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden", "popover":
			if v["display"] == "" && !l.gone {
				l.gone, l.why = true, name(n)+": "+a.Key
			}
		case "bgcolor":
			if c, ok := parseColour(strings.ToLower(a.Val)); ok {
				l.ground, l.own = ground{c, true}, n.DataAtom != atom.Body
			}
		case "background":
			l.ground.known = false
		case "color", "text":
			if n.DataAtom == atom.Font || n.DataAtom == atom.Body {
				if c, ok := parseColour(strings.ToLower(a.Val)); ok {
					l.colour, l.odd, l.why = c, false, name(n)+": color"
				}
			}
		case "fill":
			if c, ok := parseColour(strings.ToLower(a.Val)); ok {
				l.colour, l.odd, l.why = c, false, name(n)+": fill"
			}
		}
	}
	switch {
	case n.DataAtom == atom.Svg:
		l.ground.known = false // shapes are painted in their order
	case n.DataAtom == atom.Mark && v["background"] == "" && v["background-color"] == "":
		l.ground = ground{colour{1, 1, 0, 1}, true}
	case n.DataAtom == atom.Dialog && v["display"] == "" && !hasAttribute(n, "open") && !l.gone:
		l.gone, l.why = true, name(n)+": closed"
	}
	return l
}

func hasAttribute(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}

// outOfPlace reports whether an element is moved out of sight.
func (l htmlLook) outOfPlace(v map[string]string, placed bool) bool {
	if placed || v["position"] == "relative" || v["position"] == "sticky" {
		for _, side := range []string{"left", "right", "top", "bottom"} {
			if far(v[side], l.size) {
				return true
			}
		}
		for _, side := range strings.Fields(v["inset"]) {
			if far(side, l.size) {
				return true
			}
		}
	}
	margin := strings.Fields(v["margin"])
	if len(margin) == 3 || len(margin) == 4 {
		margin = append(margin[:1:1], margin[len(margin)-1]) // that below pulls what follows, and is used for columns
	}
	for _, m := range append(margin, v["margin-left"], v["margin-top"]) {
		if px, ok := pixels(m, l.size); ok && px <= offPixels {
			return true
		}
	}
	for _, side := range strings.Fields(v["translate"]) {
		if far(side, l.size) {
			return true
		}
	}
	for _, property := range []string{"scale", "zoom"} {
		if s, ok := share(firstField(v[property], " ")); ok && math.Abs(s) < 0.1 {
			return true
		}
	}
	for _, f := range functions(v["transform"]) {
		switch {
		case strings.HasPrefix(f.name, "translate"):
			for i, a := range f.arguments {
				if px, ok := pixels(a, l.size); ok && (px <= offPixels || px >= beyondPixels) {
					return true
				}
				if s, ok := strings.CutSuffix(a, "%"); ok && i == 0 && f.name != "translatey" {
					if n, err := strconv.ParseFloat(s, 64); err == nil && (n <= -100 || n >= 1000) {
						return true
					}
				}
			}
		case strings.HasPrefix(f.name, "scale"):
			for _, a := range f.arguments {
				if n, err := strconv.ParseFloat(a, 64); err == nil && math.Abs(n) < 0.1 {
					return true
				}
			}
		case (f.name == "rotatex" || f.name == "rotatey") && len(f.arguments) == 1 && (f.arguments[0] == "90deg" || f.arguments[0] == "-90deg"):
			return true
		}
	}
	return false
}

// far reports whether an offset leads out of sight.
func far(s string, em float64) bool {
	if n, ok := strings.CutSuffix(s, "%"); ok {
		f, err := strconv.ParseFloat(n, 64)
		return err == nil && (f <= -100 || f >= 1000)
	}
	px, ok := pixels(s, em)
	return ok && (px <= offPixels || px >= beyondPixels)
}

// boxedAway reports whether an element has no extent and cuts off what does not fit.
func (l htmlLook) boxedAway(v map[string]string) bool {
	cut := false
	for _, property := range []string{"overflow", "overflow-x", "overflow-y"} {
		for _, word := range strings.Fields(v[property]) {
			cut = cut || word == "hidden" || word == "clip" || word == "scroll" || word == "auto"
		}
	}
	if !cut {
		return false
	}
	for _, property := range []string{"width", "height", "max-width", "max-height", "line-height"} {
		if px, ok := pixels(v[property], l.size); ok && px <= thinPixels && (property != "line-height" || px == 0) {
			return true
		}
	}
	return false
}

// clipsAll reports whether an element is cut down to nothing.
func clipsAll(v map[string]string) bool {
	for _, f := range functions(v["clip"]) {
		if n := lengths(strings.Join(f.arguments, " "), 16); f.name == "rect" && len(n) == 4 && (n[1]-n[3] <= thinPixels || n[2]-n[0] <= thinPixels) {
			return true
		}
	}
	for _, f := range functions(v["clip-path"]) {
		switch f.name {
		case "inset":
			first := ""
			if len(f.arguments) > 0 {
				first = f.arguments[0]
			}
			if n, ok := share(first); ok && strings.HasSuffix(first, "%") && n >= 0.5 {
				return true
			}
		case "circle", "ellipse":
			if len(f.arguments) > 0 {
				if n, ok := pixels(strings.TrimSuffix(f.arguments[0], "%"), 16); ok && n < 1 {
					return true
				}
			}
		case "polygon":
			if n := lengths(strings.ReplaceAll(strings.Join(f.arguments, " "), "%", ""), 16); len(n) > 0 && allEqual(n) {
				return true
			}
		}
	}
	return false
}

func allEqual(n []float64) bool {
	for _, f := range n {
		if f != n[0] {
			return false
		}
	}
	return true
}

// A function is one of the values of a property.
type function struct {
	name      string
	arguments []string
}

// functions reads values such as "translate(1px, 2px) scale(0)".
func functions(s string) []function {
	var all []function
	for s != "" {
		name, rest, ok := strings.Cut(s, "(")
		if !ok {
			break
		}
		arguments, after, _ := strings.Cut(rest, ")")
		all = append(all, function{strings.TrimSpace(name), strings.FieldsFunc(arguments, func(r rune) bool { return r == ',' || r == ' ' || r == '/' })})
		s = after
	}
	return all
}

// share reads a number or a percentage.
func share(s string) (float64, bool) {
	n, isPercent := strings.CutSuffix(strings.TrimSpace(s), "%")
	f, err := strconv.ParseFloat(n, 64)
	if isPercent {
		f /= 100
	}
	return f, err == nil && f == f
}

func firstField(s, sep string) string {
	first, _, _ := strings.Cut(s, sep)
	return first
}

// fontSize is the size in the value of "font".
func fontSize(s string) string {
	for _, f := range strings.Fields(s) {
		f = firstField(f, "/")
		if n, err := strconv.Atoi(f); err == nil && n != 0 { // a weight
			continue
		}
		if _, ok := pixels(f, 16); ok || strings.HasSuffix(f, "%") && f[0] <= '9' {
			return f
		}
	}
	return ""
}

// groundOf is the ground that a value of "background" or the like gives, over another; not said for
// one that gives none.
func groundOf(value string, below ground) (g ground, said bool) {
	if value == "" || value == "none" || value == "inherit" {
		return below, false
	}
	if strings.Contains(value, "url(") || strings.Contains(value, "gradient(") {
		return ground{below.colour, false}, true
	}
	rest := value
	for rest != "" { // the colour stands anywhere among other words
		word := firstField(rest, " ")
		if open := strings.IndexByte(word, '('); open >= 0 {
			if end := closing(rest[open:]); end >= 0 {
				word = rest[:open+end+1]
			}
		}
		if c, ok := parseColour(word); ok {
			if c.a < faintOpacity {
				return below, false
			}
			return ground{c.over(below.colour), below.known || c.a == 1}, true
		}
		if strings.Contains(word, "(") {
			return ground{below.colour, false}, true // a colour of a kind that is not known
		}
		rest = strings.TrimSpace(rest[len(word):])
	}
	return below, false
}

// parseColour reads a colour as style sheets write it; not ok for what is none, and for rarer
// kinds.
func parseColour(s string) (colour, bool) {
	s = strings.TrimSpace(s)
	if h, ok := strings.CutPrefix(s, "#"); ok {
		return hexColour(h)
	}
	if s == "transparent" {
		return colour{}, true
	}
	if c, ok := colornames.Map[s]; ok {
		return colour{float64(c.R) / 255, float64(c.G) / 255, float64(c.B) / 255, 1}, true
	}
	if s == "rebeccapurple" {
		return colour{0.4, 0.2, 0.6, 1}, true
	}
	f := functions(s)
	if len(f) != 1 || len(f[0].arguments) < 3 {
		if len(s) == 6 { // old pages leave the sign out
			return hexColour(s)
		}
		return colour{}, false
	}
	a := f[0].arguments
	c := colour{a: 1}
	if len(a) > 3 {
		var ok bool
		if c.a, ok = share(a[3]); !ok {
			return colour{}, false
		}
	}
	var n [3]float64
	for i := range n {
		v, ok := share(strings.TrimSuffix(a[i], "deg"))
		if !ok {
			return colour{}, false
		}
		n[i] = v
		if f[0].name[0] == 'r' && !strings.HasSuffix(a[i], "%") {
			n[i] /= 255
		}
		if f[0].name[0] == 'r' {
			n[i] = min(max(n[i], 0), 1)
		}
	}
	switch f[0].name {
	case "rgb", "rgba":
		c.r, c.g, c.b = n[0], n[1], n[2]
		return c, true
	case "hsl", "hsla":
		c.r, c.g, c.b = hsl(n[0], n[1], n[2])
		return c, true
	}
	return colour{}, false
}

// hsl turns hue in degrees, saturation and lightness into red, green and blue.
func hsl(h, s, l float64) (r, g, b float64) {
	channel := func(n float64) float64 {
		k := math.Mod(math.Mod(n+h/30, 12)+12, 12)
		return l - s*min(l, 1-l)*max(-1, min(k-3, 9-k, 1))
	}
	return channel(0), channel(8), channel(4)
}
