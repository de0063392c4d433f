package documents

import (
	"slices"
	"strings"
	"testing"
)

// cook is what a reader sees of the documents below, and coder what some of them hide.
const cook, coder = "Line Cook, Harbour Bistro", "Coded inpatient charts in ICD-10-CA and CCI"

// odtWith writes an OpenDocument text with styles.
func odtWith(styles, body string) []byte {
	return zipFile("mimetype", "application/vnd.oasis.opendocument.text", "content.xml", `<office:document-content `+odtSpace+`><office:automatic-styles>`+styles+
		`</office:automatic-styles><office:body><office:text><text:p>`+cook+`</text:p>`+body+`</office:text></office:body></office:document-content>`)
}

// hidingPages are tricks of pages, and what looks like them: style is within the head, mark around
// the text.
var hidingPages = []struct {
	reason      string
	style, open string
	shut        string
	hidden      bool
}{
	{"not displayed", "", `<div style="display:none">`, "</div>", true},
	{"not displayed, in capitals and important", "", `<div style="DISPLAY : None !important">`, "</div>", true},
	{"a class that is not displayed", ".h{display:none}", `<div class="a h">`, "</div>", true},
	{"an id", "#h{display:none}", `<div id=h>`, "</div>", true},
	{"within a class", ".h p b{display:none}", `<div class=h><p><b>`, "</b></p></div>", true},
	{"a child", ".h > span{visibility:hidden}", `<div class=h><span>`, "</span></div>", true},
	{"an attribute", `[data-x^="ats"]{opacity:0}`, `<div data-x=ats-1>`, "</div>", true},
	{"the last of its siblings", "p:last-child{display:none}", `<div><p>a</p><p>`, "</p></div>", true},
	{"what another is not", ".n p:not(.shown){display:none}", `<div class=n><p class=shown>a</p><p>`, "</p></div>", true},
	{"a rule for wide screens", "@media (min-width: 600px){.h{display:none}}", `<div class=h>`, "</div>", true},
	{"a later rule shows it", ".h{display:none} .h{display:block}", `<div class=h>`, "</div>", false},
	{"a more special rule shows it", "div.h{display:block} .h{display:none}", `<div class=h>`, "</div>", false},
	{"the element's own style shows it", ".h{display:none}", `<div class=h style="display:block">`, "</div>", false},
	{"an important rule hides it all the same", ".h{display:none !important}", `<div class=h style="display:block">`, "</div>", true},
	{"a rule about what the mouse is over", "div:hover{display:none}", `<div>`, "</div>", false},
	{"a rule of another class", ".other{display:none}", `<div class=h>`, "</div>", false},
	{"not visible", "", `<span style="visibility:hidden">`, "</span>", true},
	{"visible again within what is not", "", `<div style="visibility:hidden"><span style="visibility:visible">`, "</span></div>", false},
	{"the attribute hidden", "", `<p hidden>`, "</p>", true},
	{"aria-hidden is for readers that speak", "", `<p aria-hidden=true>`, "</p>", false},
	{"opacity", "", `<div style="opacity:0">`, "</div>", true},
	{"opacity in hundredths", "", `<div style="opacity:1%">`, "</div>", true},
	{"opacity of two that adds up", "", `<div style="opacity:.2"><p style="opacity:.2">`, "</p></div>", true},
	{"half of the opacity", "", `<div style="opacity:.5">`, "</div>", false},
	{"a filter", "", `<div style="filter:opacity(0)">`, "</div>", true},
	{"no size", "", `<div style="font-size:0">`, "</div>", true},
	{"a size of 1 px", "", `<div style="font-size:1px">`, "</div>", true},
	{"a size of 1 pt in the short form", "", `<div style="font:1pt/1 serif">`, "</div>", true},
	{"a size in ems of ems", "", `<div style="font-size:.4em"><p style="font-size:.4em">`, "</p></div>", true},
	{"text of its own size in what has none, as between blocks", "", `<div style="font-size:0"><p style="font-size:16px">`, "</p></div>", false},
	{"fine print", "", `<div style="font-size:7px">`, "</div>", false},
	{"white on white", "", `<p style="color:#fff">`, "</p>", true},
	{"white on white, inherited", "", `<div style="color:white"><ul><li>`, "</li></ul></div>", true},
	{"white on white by a class", ".w{color:rgb(255,255,255)}", `<p class=w>`, "</p>", true},
	{"white on white by a variable", ":root{--c:#ffffff}.w{color:var(--c)}", `<p class=w>`, "</p>", true},
	{"white on white in the old way", "", `<font color=white>`, "</font>", true},
	{"white, and back to what it was first", "", `<div style="color:#fff"><p style="color:initial">`, "</p></div>", false},
	{"nearly white", "", `<p style="color:#fdfdfd">`, "</p>", true},
	{"white by hue", "", `<p style="color:hsl(0,0%,100%)">`, "</p>", true},
	{"transparent", "", `<p style="color:transparent">`, "</p>", true},
	{"transparent black", "", `<p style="color:rgba(0,0,0,0)">`, "</p>", true},
	{"the colour of a ground of its own", "", `<p style="color:#123456;background:#123456">`, "</p>", true},
	{"black on black, inherited", "", `<div style="background-color:#000"><p>`, "</p></div>", true},
	{"white on a dark ground", "", `<div style="background:#123456;color:#fff"><p>`, "</p></div>", false},
	{"white on a dark ground by classes", ".dark{background:#1a1a1a} .dark p{color:white}", `<div class=dark><p>`, "</p></div>", false},
	{"white on a picture", "", `<div style="background:url(a.png);color:white">`, "</div>", false},
	{"white on a gradient", "", `<div style="background-image:linear-gradient(#000,#333);color:white">`, "</div>", false},
	{"white cells of a dark row in the old way", "", `<table><tr><td bgcolor=navy><font color=white>`, "</font></td></tr></table>", false},
	{"grey", "", `<p style="color:#999">`, "</p>", false},
	{"yellow", "", `<p style="color:yellow">`, "</p>", false},
	{"letters filled with a gradient", "", `<p style="background:linear-gradient(red,blue);-webkit-background-clip:text;color:transparent">`, "</p>", false},
	{"a dark page", "body{background:#111;color:#eee}", `<p>`, "</p>", false},
	{"off the screen to the left", "", `<div style="position:absolute;left:-9999px">`, "</div>", true},
	{"off the screen to the top", "", `<div style="position:fixed;top:-100em">`, "</div>", true},
	{"off the screen to the right", "", `<div style="position:absolute;left:9999px">`, "</div>", true},
	{"off the screen by a margin", "", `<div style="margin-left:-9999px">`, "</div>", true},
	{"off the screen by a move", "", `<div style="transform:translateX(-9999px)">`, "</div>", true},
	{"placed, and in sight", "", `<div style="position:absolute;left:20px;top:40px">`, "</div>", false},
	{"an indent", "", `<p style="text-indent:-9999px">`, "</p>", true},
	{"an indent that hangs", "", `<p style="text-indent:-20px">`, "</p>", false},
	{"an indent of the whole width, cut off", "", `<p style="text-indent:100%;overflow:hidden;white-space:nowrap">`, "</p>", true},
	{"zoomed away", "", `<p style="zoom:0.01">`, "</p>", true},
	{"a calculated size", "", `<p style="font-size:calc(0px)">`, "</p>", true},
	{"a style sheet in a link", "", `<link rel=stylesheet href="data:text/css,.h%7Bdisplay:none%7D"><p class=h>`, "</p>", true},
	{"rules within rules", ".a{color:#000; .h{display:none} &.b p{opacity:0}}", `<div class=a><p class=h>`, "</p></div>", true},
	{"rules within rules of the same element", ".a{&.b{display:none}}", `<div class="a b">`, "</div>", true},
	{"a rule after one within it", ".a{.c{color:red} display:none}", `<div class=a>`, "</div>", true},
	{"a rule for print within a rule", ".a{@media print{display:none}}", `<div class=a>`, "</div>", false},
	{"shrunk", "", `<div style="transform:scale(0)">`, "</div>", true},
	{"clipped", "", `<div style="position:absolute;clip:rect(0,0,0,0)">`, "</div>", true},
	{"clipped by a path", "", `<div style="clip-path:inset(100%)">`, "</div>", true},
	{"no height", "", `<div style="height:0;overflow:hidden">`, "</div>", true},
	{"no height, but nothing is cut", "", `<div style="height:0">`, "</div>", false},
	{"a pixel, as for readers that speak", ".sr-only{position:absolute;width:1px;height:1px;overflow:hidden}", `<span class=sr-only>`, "</span>", true},
	{"letters on top of one another", "", `<p style="letter-spacing:-1em">`, "</p>", true},
	{"behind its ground", "", `<div style="background:#fff"><p style="position:relative;z-index:-1">`, "</p></div>", true},
	{"a template", "", `<template>`, "</template>", true},
	{"a dialogue that is closed", "", `<dialog>`, "</dialog>", true},
	{"one that is open", "", `<dialog open>`, "</dialog>", false},
	{"for print alone", ".p{display:none} @media print{.p{display:block}}", `<div class=p>`, "</div>", false},
	{"for the screen alone", "@media print{.p{display:none}}", `<div class=p>`, "</div>", false},
	{"white on screen, black on paper", "@media screen{.p{color:#fff}}", `<div class=p>`, "</div>", false},
	{"a page that scripts reveal", "body{opacity:0}", `<p>`, "</p>", false},
	{"in escaped marks", "", `&lt;p style="display:none"&gt;`, "&lt;/p&gt;", true},
	{"in a frame", "", `<iframe srcdoc="<p style='font-size:0'>`, `</p>"></iframe>`, true},
}

func TestHiddenInPages(t *testing.T) {
	for _, tc := range hidingPages {
		raw := "<html><head><style>" + tc.style + "</style></head><body><p style='color:#000'>" + cook + "</p>" + tc.open + coder + tc.shut + "</body></html>"
		if strings.Contains(tc.style, "#111") {
			raw = strings.Replace(raw, " style='color:#000'", "", 1)
		}
		checkHidden(t, tc.reason, []byte(raw), tc.hidden)
	}
}

// checkHidden reads a document that shows a cook, and shows or hides a coder.
func checkHidden(t *testing.T, reason string, raw []byte, hidden bool) {
	t.Helper()
	f, err := Read(t.Context(), "resume", raw, Limits{})
	if err != nil {
		t.Errorf("%s: %v", reason, err)
		return
	}
	size := 0
	for _, l := range f.LeftOut {
		if l.Kind == LeftHidden {
			size += l.Size
		}
	}
	shown := strings.Contains(f.Text, coder)
	if !strings.Contains(f.Text, cook) || shown == hidden || (size > 0) != hidden || hidden && size < len(coder)-8 {
		t.Errorf("%s: want hidden %v; text %q, left out %+v", reason, hidden, f.Text, f.LeftOut)
	}
}

func TestHiddenInWord(t *testing.T) {
	run := func(properties string) string {
		return "<w:r><w:rPr>" + properties + "</w:rPr><w:t>" + coder + "</w:t></w:r>"
	}
	cell := func(properties, content string) string {
		return "<w:tbl><w:tr><w:tc><w:tcPr>" + properties + "</w:tcPr>" + content + "</w:tc></w:tr></w:tbl>"
	}
	styles := func(s string) []string {
		return []string{"styles.xml", `<w:styles ` + wordSpace + `>` + s + `</w:styles>`}
	}
	const whiteText = `<w:color w:val="FFFFFF"/>`
	box := func(fill, anchor string) string {
		return `<w:r><w:drawing><wp:anchor ` + anchor + `><wp:extent cx="2000000" cy="2000000"/><a:graphic><wps:wsp><wps:spPr>` + fill + `</wps:spPr><wps:txbx><w:txbxContent>` +
			para("", run(whiteText)) + `</w:txbxContent></wps:txbx></wps:wsp></a:graphic></wp:anchor></w:drawing></w:r>`
	}
	dark := `<a:solidFill><a:srgbClr val="1F3864"/></a:solidFill>`
	shape := `<w:r><w:drawing><wp:anchor behindDoc="1"><wp:extent cx="2000000" cy="9000000"/><a:graphic><wps:wsp><wps:spPr>` + dark + `</wps:spPr></wps:wsp></a:graphic></wp:anchor></w:drawing></w:r>`
	for _, tc := range []struct {
		reason string
		body   string
		more   []string
		hidden bool
	}{
		{"nothing", para("", run("")), nil, false},
		{"hidden", para("", run("<w:vanish/>")), nil, true},
		{"hidden switched off", para("", run(`<w:vanish w:val="0"/>`)), nil, false},
		{"hidden by the style of the run", para("", run(`<w:rStyle w:val="h"/>`)), styles(`<w:style w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>`), true},
		{"hidden by the style of the paragraph, on which another is based", para(`<w:pStyle w:val="b"/>`, run("")),
			styles(`<w:style w:styleId="a"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>`), true},
		{"shown in a style that hides", para(`<w:pStyle w:val="a"/>`, run(`<w:vanish w:val="false"/>`)), styles(`<w:style w:styleId="a"><w:rPr><w:vanish/></w:rPr></w:style>`), false},
		{"white on white", para("", run(whiteText)), nil, true},
		{"nearly white", para("", run(`<w:color w:val="FDFDFD"/>`)), nil, true},
		{"white by the theme", para("", run(`<w:color w:themeColor="background1"/>`)), nil, true},
		{"white by a style", para(`<w:pStyle w:val="a"/>`, run("")), styles(`<w:style w:styleId="a"><w:rPr>` + whiteText + `</w:rPr></w:style>`), true},
		{"the colour of its shading", para("", run(`<w:color w:val="000000"/><w:shd w:fill="000000"/>`)), nil, true},
		{"the colour of the text marker", para("", run(`<w:color w:val="FFFF00"/><w:highlight w:val="yellow"/>`)), nil, true},
		{"white on dark shading", para("", run(whiteText+`<w:shd w:fill="1F3864"/>`)), nil, false},
		{"white on solid shading", para("", run(whiteText+`<w:shd w:val="solid" w:color="auto" w:fill="auto"/>`)), nil, false},
		{"white in a dark paragraph", para(`<w:shd w:fill="1F3864"/>`, run(whiteText)), nil, false},
		{"white in a dark cell", cell(`<w:shd w:fill="1F3864"/>`, para("", run(whiteText))), nil, false},
		{"white in a white cell", cell(`<w:shd w:fill="FFFFFF"/>`, para("", run(whiteText))), nil, true},
		{"white in a table whose style shades", "<w:tbl><w:tblPr><w:tblStyle w:val=\"t\"/></w:tblPr><w:tr><w:tc>" + para("", run(whiteText)) + "</w:tc></w:tr></w:tbl>",
			styles(`<w:style w:styleId="t"><w:tblStylePr><w:tcPr><w:shd w:fill="1F3864"/></w:tcPr></w:tblStylePr></w:style>`), false},
		{"white in a dark box", para("", box(dark, "")), nil, false},
		{"white in a white box", para("", box(`<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>`, "")), nil, true},
		{"white over a shape behind the text", para("", shape, run(whiteText)), nil, false},
		{"a size of a point", para("", run(`<w:sz w:val="2"/>`)), nil, true},
		{"fine print", para("", run(`<w:sz w:val="12"/>`)), nil, false},
		{"letters on top of one another", para("", run(`<w:spacing w:val="-300"/>`)), nil, true},
		{"letters a little closer", para("", run(`<w:spacing w:val="-10"/>`)), nil, false},
		{"far below the line", para("", run(`<w:position w:val="-3000"/>`)), nil, true},
		{"a shape of VML that is not visible", para("", `<w:r><w:pict><v:shape style="position:absolute;visibility:hidden"><v:textbox><w:txbxContent>`+para("", run(""))+`</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`), nil, true},
		{"a shape of VML", para("", `<w:r><w:pict><v:shape style="position:absolute;width:200pt"><v:textbox><w:txbxContent>`+para("", run(""))+`</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`), nil, false},
		{"of no width", para("", run(`<w:w w:val="1"/>`)), nil, true},
		{"without a fill", para("", run(`<w14:textFill><w14:noFill/></w14:textFill>`)), nil, true},
		{"a line without height", para(`<w:spacing w:line="1" w:lineRule="exact"/>`, run("")), nil, true},
		{"off the page by an indent", para(`<w:ind w:left="-30000"/>`, run("")), nil, true},
		{"a row without height", `<w:tbl><w:tr><w:trPr><w:trHeight w:val="1" w:hRule="exact"/></w:trPr><w:tc>` + para("", run("")) + `</w:tc></w:tr></w:tbl>`, nil, true},
		{"a drawing that is hidden", para("", box(dark, `hidden="1"`)), nil, true},
		{"a box off the page", para("", strings.Replace(box(dark, ""), "<wp:extent", `<wp:positionH><wp:posOffset>-20000000</wp:posOffset></wp:positionH><wp:extent`, 1)), nil, true},
	} {
		checkHidden(t, "DOCX, "+tc.reason, word(para("", cook)+tc.body, tc.more...), tc.hidden)
	}
}

func TestHiddenInOtherKinds(t *testing.T) {
	textStyle := func(properties string) string {
		return `<style:style style:name="h" style:family="text"><style:text-properties ` + properties + `/></style:style>`
	}
	const span = `<text:p><text:span text:style-name="h">` + coder + `</text:span></text:p>`
	rtf := func(colours, body string) []byte {
		return []byte(`{\rtf1\ansi{\fonttbl\f0 Arial;}{\colortbl;` + colours + `}` + cook + `\par ` + body + `\par}`)
	}
	const palette = `\red255\green255\blue255;\red31\green56\blue100;`
	for _, tc := range []struct {
		reason string
		raw    []byte
		hidden bool
	}{
		{"ODT, nothing", odtWith("", span), false},
		{"ODT, hidden", odtWith(textStyle(`text:display="none"`), span), true},
		{"ODT, white on white", odtWith(textStyle(`fo:color="#ffffff"`), span), true},
		{"ODT, white on a dark ground", odtWith(textStyle(`fo:color="#ffffff" fo:background-color="#1f3864"`), span), false},
		{"ODT, a size of a point", odtWith(textStyle(`fo:font-size="1pt"`), span), true},
		{"ODT, by the style of the paragraph", odtWith(textStyle(`fo:color="#ffffff"`), `<text:p text:style-name="h">`+coder+`</text:p>`), true},
		{"ODT, a hidden section", odtWith("", `<text:section text:display="none"><text:p>`+coder+`</text:p></text:section>`), true},
		{"RTF, nothing", rtf(palette, coder), false},
		{"RTF, hidden", rtf(palette, `{\v `+coder+`}`), true},
		{"RTF, white on white", rtf(palette, `{\cf1 `+coder+`}`), true},
		{"RTF, white on dark", rtf(palette, `{\cf1\chcbpat2 `+coder+`}`), false},
		{"RTF, white in a dark paragraph", rtf(palette, `\pard\cbpat2{\cf1 `+coder+`}`), false},
		{"RTF, white in a dark cell", rtf(palette, `\trowd\clcbpat2\cellx3000\intbl{\cf1 `+coder+`}\cell\row`), false},
		{"RTF, white in a cell of a dark pattern", rtf(palette, `\trowd\clcfpat2\clshdng10000\cellx3000\intbl{\cf1 `+coder+`}\cell\row`), false},
		{"RTF, white on a dark pattern", rtf(palette, `\pard\cfpat2\shading10000{\cf1 `+coder+`}`), false},
		{"RTF, the colour of its ground", rtf(palette, `{\cf2\highlight2 `+coder+`}`), true},
		{"RTF, a size of a point", rtf(palette, `{\fs2 `+coder+`}`), true},
		{"Markdown, a page's trick", []byte("# " + cook + "\n\n**Cooked**\n\n<div style=\"display:none\">" + coder + "</div>\n"), true},
		{"e-mail, a page's trick", []byte("From: a@b.c\nMIME-Version: 1.0\nContent-Type: text/html\n\n<p>" + cook + "</p><p style='color:white'>" + coder + "</p>"), true},
		{"saved page, a style in a part of its own", []byte("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n<link rel=stylesheet href='cid:s'><p>" +
			cook + "</p><p class=h>" + coder + "</p>\n--x\nContent-Type: text/css\nContent-ID: <s>\n\n.h{display:none}\n--x--\n"), true},
	} {
		checkHidden(t, tc.reason, tc.raw, tc.hidden)
	}
}

// TestNothingButHidden holds that a document with nothing to see is an error that says so.
func TestNothingButHidden(t *testing.T) {
	_, err := Read(t.Context(), "resume", []byte("<html><body><p hidden>"+coder+"</p></body></html>"), Limits{})
	if err == nil || !strings.Contains(err.Error(), "holds no text that people see: all that is in it is hidden") {
		t.Error(err)
	}
}

// TestLeftOut holds that whatever is not in the text is told by its kind.
func TestLeftOut(t *testing.T) {
	mail := func(parts ...string) []byte {
		return []byte("From: a@b.c\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\n" + cook + "\n--x\n" + strings.Join(parts, "\n--x\n") + "\n--x--\n")
	}
	for _, tc := range []struct {
		reason string
		raw    []byte
		want   LeftOut
	}{
		{"a comment of Word", word(para("", cook), "comments.xml", `<w:comments>`+para("", "Reject: a welder")+`</w:comments>`), LeftOut{LeftComment, 16, "word/comments.xml", ""}},
		{"deleted text of Word", word(para("", cook, `<w:del><w:r><w:delText>welder</w:delText></w:r></w:del>`)), LeftOut{LeftDeleted, 6, "word/document.xml", ""}},
		{"text that was moved away", word(para("", cook, `<w:moveFrom><w:r><w:t>welder</w:t></w:r></w:moveFrom>`)), LeftOut{LeftDeleted, 6, "word/document.xml", ""}},
		{"the code of a field", word(para("", cook, `<w:r><w:instrText>PAGE</w:instrText></w:r>`)), LeftOut{LeftField, 4, "word/document.xml", ""}},
		{"a picture of Word", word(para("", cook), "media/a.png", "1234567"), LeftOut{LeftImage, 45, "word/media", ""}},
		{"a comment of OpenOffice", odtWith("", `<text:p>a<office:annotation><text:p>welder</text:p></office:annotation></text:p>`), LeftOut{LeftComment, 6, "content.xml", ""}},
		{"deleted text of OpenOffice", odtWith("", `<text:tracked-changes><text:p>welder</text:p></text:tracked-changes>`), LeftOut{LeftDeleted, 6, "content.xml", ""}},
		{"deleted text of RTF", []byte(`{\rtf1 ` + cook + `{\deleted welder}}`), LeftOut{LeftDeleted, 6, "", ""}},
		{"a comment of RTF", []byte(`{\rtf1 ` + cook + `{\*\annotation welder}}`), LeftOut{LeftComment, 6, "", ""}},
		{"a picture of RTF", []byte(`{\rtf1 ` + cook + `{\pict 0102}}`), LeftOut{LeftImage, 2, "", ""}},
		{"a script", []byte("<html><body><p>" + cook + "</p><script>var a</script></body></html>"), LeftOut{LeftScript, 5, "", ""}},
		{"a title", []byte("<html><head><title>welder</title></head><body><p>" + cook + "</p></body></html>"), LeftOut{LeftMetadata, 6, "title", ""}},
		{"what a form offers", []byte("<html><body><p>" + cook + "</p><select><option>welder</option></select></body></html>"), LeftOut{LeftChoice, 6, "select", ""}},
		{"a page elsewhere", []byte("<html><body><p>" + cook + "</p><iframe src=https://example.com></iframe></body></html>"), LeftOut{LeftPart, 0, "iframe", ""}},
		{"winmail.dat", mail("Content-Type: application/ms-tnef; name=winmail.dat\n\n1234"), LeftOut{LeftAttachment, 4, "attachment 1 (application/ms-tnef)", "winmail.dat"}},
		{"an attachment of no known kind", mail("Content-Type: application/octet-stream\nContent-Disposition: attachment; filename=a.bin\n\n\x01\x02\x03\x04\x05"),
			LeftOut{LeftAttachment, 5, "attachment 1 (application/octet-stream)", "a.bin"}},
		{"a spreadsheet", mail("Content-Type: application/x\nContent-Disposition: attachment; filename=a.xls\n\n" + string(ole("Workbook"))), LeftOut{LeftAttachment, 1040, "attachment 1 (application/x)", "a.xls"}},
		{"a picture in an e-mail", mail("Content-Type: image/png; name=a.png\n\n1234"), LeftOut{LeftImage, 4, "attachment 1 (image/png)", "a.png"}},
		{"the second form of an e-mail", []byte("From: a@b.c\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=x\n\n--x\n\n" + cook + "\n--x\nContent-Type: text/html\n\n<p>a\n--x--\n"),
			LeftOut{LeftAlternative, 4, "", ""}},
		{"what is hidden in what is attached", mail("Content-Type: application/x\nContent-Disposition: attachment; filename=a\n\n" + string(rtfWith(`{\v welder}`))), LeftOut{LeftHidden, 6, "attachment 1", ""}},
		{"a photo of a vCard", []byte("BEGIN:VCARD\nFN:" + cook + "\nPHOTO:1234\nEND:VCARD\n"), LeftOut{LeftImage, 4, "PHOTO", ""}},
		{"a file in XML", []byte("<?xml version='1.0'?><cv><name>" + cook + "</name><photo>1234</photo></cv>"), LeftOut{LeftAttachment, 4, "photo", ""}},
	} {
		f, err := Read(t.Context(), "resume", tc.raw, Limits{})
		if err != nil || !slices.Contains(f.LeftOut, tc.want) || !strings.Contains(f.Text, cook) || strings.Contains(f.Text, "welder") {
			t.Errorf("%s: want %+v; %+v, %q, %v", tc.reason, tc.want, f.LeftOut, f.Text, err)
		}
	}
}

func rtfWith(body string) []byte { return []byte(`{\rtf1 ` + cook + body + "}") }
