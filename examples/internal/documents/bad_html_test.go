package documents

import (
	"fmt"
	"strings"
)

// A badDocument asks a reader for more than it should cost.
type badDocument struct {
	name string
	make func() []byte
}

// many repeats a text.
func many(s string, n int) string { return strings.Repeat(s, n) }

// numbered writes a pattern with each number below n.
func numbered(pattern string, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, pattern, i)
	}
	return b.String()
}

func page(head, body string) func() []byte {
	return func() []byte {
		return []byte("<html><head>" + head + "</head><body><p>Line Cook</p>" + body + "</body></html>")
	}
}

// badPage is page for what is costly to make.
func badPage(head, body func() string) func() []byte {
	return func() []byte { return page(head(), body())() }
}

func same(s string, n int) func() string { return func() string { return many(s, n) } }
func counting(pattern string, n int) func() string {
	return func() string { return numbered(pattern, n) }
}
func none() string { return "" }

// style puts a style sheet into a head.
func style(css func() string) func() string {
	return func() string { return "<style>" + css() + "</style>" }
}

// join writes what several functions do.
func join(parts ...func() string) func() string {
	return func() string {
		var b strings.Builder
		for _, p := range parts {
			b.WriteString(p())
		}
		return b.String()
	}
}

func badPages() []badDocument {
	postings := func(open, shut string, n int) func() string {
		return func() string {
			return `<script type="application/ld+json">` + many(open, n) + many(shut, n) + `</script>`
		}
	}
	return []badDocument{
		{"html deep 300", badPage(none, same("<div>", 300))},
		{"html deep 100,000", badPage(none, same("<div>", 100_000))},
		{"html deep tables", badPage(none, same("<table><tr><td>", 160))},
		{"html deep lists", badPage(none, same("<ul><li>", 200))},
		{"html deep templates", badPage(none, same("<template>", 400))},
		{"html deep drawings", badPage(none, same("<svg><g>", 120))},
		{"html deep spans with text", badPage(none, same("<span>coding ", 400))},
		{"html open formatting", badPage(none, join(counting("<b class=c%d>", 400), same("<p>coding", 20_000)))},
		{"html open fonts", badPage(none, join(counting("<font size=%d>", 200), same("<div>coding</div>", 50_000)))},
		{"html open links", badPage(none, same("<a href=x><p>", 200_000))},
		{"html many attributes", badPage(none, join(same("<p", 1), counting(" a%d", 500_000), same(">coding", 1)))},
		{"html the same attributes", badPage(none, join(same("<p", 1), same(" a=b", 1_000_000), same(">coding", 1)))},
		{"html many tags", badPage(none, same("<b></b>", 1_500_000))},
		{"html many breaks", badPage(none, same("<br>", 3_000_000))},
		{"html many ends", badPage(none, same("</p>", 3_000_000))},
		{"html many items", badPage(none, same("<li>a", 1_000_000))},
		{"html many options", badPage(none, join(same("<select>", 1), same("<option>a", 1_000_000)))},
		{"html many cells", badPage(none, join(same("<table>", 1), same("<td>a", 1_000_000)))},
		{"html text in tables", badPage(none, join(same("<table>", 1), same("a<tr>", 500_000)))},
		{"html tables in tables", badPage(none, same("<table>a", 300_000))},
		{"html long text", badPage(none, same("coding ", 2_500_000))},
		{"html long word", badPage(none, same("a", 6<<20))},
		{"html long space", badPage(none, same(" ", 6<<20))},
		{"html long space as it stands", badPage(none, join(same("<pre>", 1), same(" \n", 7<<20)))},
		{"html long comment", badPage(none, join(same("<!--", 1), same("a", 6<<20), same("-->", 1)))},
		{"html comment that does not end", badPage(none, join(same("<!--", 1), same("<b>", 5<<20)))},
		{"html many comments", badPage(none, same("<!---->", 2_000_000))},
		{"html long attribute", badPage(none, join(same("<p title='", 1), same("a", 6<<20), same("'>coding", 1)))},
		{"html tag that does not end", badPage(none, join(same("<p title='", 1), same("<b>", 5<<20)))},
		{"html signs", badPage(none, same("<", 6<<20))},
		{"html broken tags", badPage(none, same("<a ", 5<<20))},
		{"html entities", badPage(none, same("&lt;p&gt;", 1_500_000))},
		{"html entities without end", badPage(none, same("&notit", 2_500_000))},
		{"html numbers of nothing", badPage(none, same("&#0;&#xD800;", 1_000_000))},
		{"html NUL", badPage(none, same("\x00", 6<<20))},
		{"html hidden by the megabyte", badPage(none, join(same("<div hidden>", 1), same("coding ", 2_500_000)))},
		{"html hidden piecemeal", badPage(none, counting("<p hidden id=p%d>coding</p>", 200_000))},
		{"html script that does not end", badPage(none, join(same("<script>", 1), same("<b>", 5<<20)))},
		{"html many scripts", badPage(none, same("<script>a</script>", 500_000))},
		{"html plaintext", badPage(none, join(same("<plaintext>", 1), same("<b>", 5<<20)))},
		{"html frames", badPage(none, same("<iframe srcdoc='<p>coding</p>'></iframe>", 200_000))},
		{"html frames in one another", func() []byte { return []byte("<html>" + frames(12)) }},
		{"html frames in one another, large", func() []byte { return []byte("<html>" + frames(4) + many("<p>coding</p>", 500_000)) }},
		{"html escaped many times", func() []byte {
			return []byte("<html><p>coding</p>" + escaped("<p>coding</p>", 10))
		}},
		{"html escaped and long", badPage(none, same("&lt;p&gt;coding&lt;/p&gt;", 500_000))},
		{"html escaped markup that is deep", badPage(none, join(same("&lt;p&gt;&lt;/p&gt;", 1), same("&lt;div&gt;", 100_000)))},
		{"html rules", badPage(style(counting(".c%d{color:red}", 600_000)), none)},
		{"html rules of every element", badPage(style(same("*{color:red}", 20_000)), same("<p>coding</p>", 20_000))},
		{"html rules of a class", badPage(style(same(".c{color:red}", 20_000)), same("<p class=c>coding</p>", 20_000))},
		{"html classes", badPage(none, join(same("<p class='", 1), counting("c%d ", 400_000), same("'>coding", 1)))},
		{"html classes and rules", badPage(style(counting(".c%d{color:red}", 5000)), join(same("<p class='", 1), counting("c%d ", 5000), same("'>coding", 1), same("<p>coding", 5000)))},
		{"html long selectors", badPage(style(same("div div div div div div div div div div b{color:red}", 5000)), join(same("<div>", 200), same("<b>coding</b>", 5000)))},
		{"html long selectors that fail at the end", badPage(style(same("i div > div div > div div > div b{color:red}", 5000)), join(same("<div>", 200), same("<b>coding</b>", 5000)))},
		{"html siblings", badPage(style(same("i ~ b{color:red}", 500)), same("<b>coding</b>", 20_000))},
		{"html places", badPage(style(same("b:nth-child(3n+1){color:red}", 500)), same("<b>coding</b>", 20_000))},
		{"html last places", badPage(style(same("b:nth-last-child(2){color:red}", 500)), same("<b>coding</b>", 20_000))},
		{"html selector lists", badPage(style(join(counting(".c%d,", 500_000), same("b{color:red}", 1))), same("<b>coding</b>", 10))},
		{"html selectors of many", badPage(style(join(same("a ", 500_000), same("b{color:red}", 1))), same("<b>coding</b>", 10))},
		{"html negations", badPage(style(join(same("b", 1), same(":not(.a)", 100_000), same("{color:red}", 1))), same("<b>coding</b>", 1000))},
		{"html media in media", badPage(style(same("@media screen{", 500_000)), none)},
		{"html rules in rules", badPage(style(same("a{", 500_000)), none)},
		{"html brackets in styles", badPage(style(join(same("a{color:", 1), same("(", 3_000_000))), none)},
		{"html functions in styles", badPage(style(join(same("p{transform:", 1), same("scale(1) ", 400_000), same("}", 1))), same("<p>coding</p>", 500))},
		{"html colours without end", badPage(style(join(same("p{background:", 1), same("rgb(1,1,1,1) ", 200_000), same("}", 1))), same("<p>coding</p>", 500))},
		{"html words in a ground", badPage(style(join(same("p{background:", 1), same("a ", 400_000), same("}", 1))), same("<p>coding</p>", 500))},
		{"html comment in styles", badPage(style(join(same("/*", 1), same("a{}", 3_000_000))), none)},
		{"html text in styles", badPage(style(join(same("a{content:'", 1), same("a", 3<<20))), none)},
		{"html variables", badPage(style(func() string { return ":root{--a:var(--b)var(--b);--b:var(--a)var(--a)}p{color:var(--a)}" }), same("<p>coding</p>", 50_000))},
		{"html styles of elements", badPage(none, same("<p style='color:red;opacity:.5;transform:scale(1)'>coding</p>", 100_000))},
		{"html long style", badPage(none, join(same("<p style='", 1), same("color:red;", 300_000), same("'>coding", 1)))},
		{"html data in lists", badPage(postings("[", "]", 1_000_000), none)},
		{"html data in lists, within bounds", badPage(postings("[", "]", 9000), none)},
		{"html data in objects", badPage(postings(`{"a":`, "}", 9000), none)},
		{"html data that is long", badPage(func() string {
			return `<script type="application/ld+json">{"@type":"JobPosting","description":"` + many("coding ", 500_000) + `"}</script>`
		}, none)},
		{"html data of many postings", badPage(func() string {
			return `<script type="application/ld+json">[` + many(`{"@type":"JobPosting","title":"Coder"},`, 80_000) + `{}]</script>`
		}, none)},
		{"html data in many scripts", badPage(same(`<script type="application/ld+json">{"@type":"JobPosting","title":"Coder"}</script>`, 50_000), none)},
		{"html data of escaped postings", badPage(func() string {
			return `<script type="application/ld+json">{"@type":"JobPosting","description":"` + escaped("<p>coding</p>", 12) + `"}</script>`
		}, none)},
		{"html UTF-16", func() []byte {
			return append([]byte("\xff\xfe"), wide("<html><body>"+many("<p>coding</p>", 500_000), false)...)
		}},
		{"html in no encoding", badPage(func() string { return `<meta charset="no-such">` }, same("coding\xff", 100_000))},
	}
}

// frames writes pages within pages.
func frames(n int) string {
	s := "<p>coding</p>"
	for range n {
		s = "<iframe srcdoc='" + strings.NewReplacer("&", "&amp;", "'", "&#39;").Replace(s) + "'></iframe>"
	}
	return s
}

// escaped writes marks that were escaped many times over.
func escaped(s string, n int) string {
	for range n {
		s = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(s)
	}
	return s
}

// wide writes ASCII in UTF-16.
func wide(s string, bigEndian bool) []byte {
	b := make([]byte, 0, 2*len(s))
	for i := range len(s) {
		if bigEndian {
			b = append(b, 0, s[i])
		} else {
			b = append(b, s[i], 0)
		}
	}
	return b
}
