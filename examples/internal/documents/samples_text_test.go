package documents

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"image"
	"image/png"
	"strings"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

const rtfResumeText = `Robin Sample
Robin’s résumé – “health records”
• Coded charts in ICD-10-CA
• Audited abstracts
Year	Role
2015	Coder
Kraków, Zoë, 日本
Portfolio: audits of coding quality
braces {kept} and \ too
Confidential
`

func rtfSamples() []sample {
	office := `{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss\fcharset0 Arial;}{\f1\froman\fcharset2 Symbol;}{\f2\fcharset238 Arial CE;}{\f3\fcharset128 MS Mincho;}}
{\colortbl;\red0\green0\blue0;}{\stylesheet{\s0 Normal;}}{\info{\author Somebody}{\title Not text}}{\*\generator Sample 1.0;}
{\header\pard Robin Sample\par}{\footer\pard Confidential\par}
\pard\plain\f0 Robin\u8217?s r\'e9sum\'e9 \endash  \ldblquote health rec\-ords\rdblquote\par
{\listtext\f1\'b7\tab}Coded charts in ICD\_10\_CA\par
{\pntext\f1\'b7\tab}{\v hidden words}{\deleted deleted words}Audited abstracts\par
\trowd\cellx3000\cellx6000 Year\cell Role\cell\row
\trowd\cellx3000\cellx6000 2015\cell Coder\cell\row
\pard{\f2 Krak\'f3w}, Zo\u235\'3f, {\f3\'93\'fa\'96\'7b}\par
Portfolio: {\field{\*\fldinst HYPERLINK "https://example.com"}{\fldrslt audits of coding quality}}\par
{\pict\pngblip 89504e47}{\*\unknown not text}braces \{kept\} and \\ too\par
}`
	return []sample{
		{"rtf-resume.rtf", "Unicode and code pages, lists, a table, head and foot, a field, hidden and deleted text, a picture", []byte(strings.ReplaceAll(office, "\n", "\r\n")), RTF, rtfResumeText, ""},
		{"rtf-uc0.rtf", "Unicode without a second form, pairs of surrogates, fixed spaces", []byte(`{\rtf1\ansi\uc0{\fonttbl\f0 Helvetica;}\f0 Records\~coder \u8212  C\u244 t\u233 , \u-10179\u-8704\line Second line}`), RTF, "Records coder — Côté, 😀\nSecond line\n", ""},
		{name: "broken-truncated.rtf", traits: "cut in the middle", raw: []byte(office[:900]), fails: "is damaged or cut short"},
	}
}

const jobBoard = `<!DOCTYPE html>
<html><head><title>Not text</title><style>p{color:red}</style><script>var a = "not text <p>";</script></head>
<body><nav><a href="/jobs">Jobs</a></nav>
<h1>Health records coder &amp; auditor</h1>
<p>Sample&nbsp;Hospital is hiring.<br>Pay: CA$30&ndash;35 per hour &mdash; caf&#233; on site.</p>
<div style="display:none">hidden words</div><div hidden>hidden too</div>
<ul><li>Code charts<ul><li>inpatients</li><li>day surgery</li></ul></li><li><p>Audit ab&shy;stracts</p></li></ul>
<ol><li>Apply</li><li>Interview</li></ol>
<table><tr><th>Shift</th><th>Hours</th></tr><tr><td>Day</td><td>8 to 4</td></tr></table>
<table><tr><td><p>Left one</p><p>Left two</p></td><td>Right</td></tr></table>
<pre>first
  second</pre>
<form><select><option>Not text</option></select></form>
<footer>Contact: <a href="mailto:jobs@example.com">jobs@example.com</a></footer>
</body></html>
`

const jobBoardText = `Jobs
Health records coder & auditor
Sample Hospital is hiring.
Pay: CA$30–35 per hour — café on site.
• Code charts
• inpatients
• day surgery
• Audit abstracts
1. Apply
2. Interview
Shift	Hours
Day	8 to 4
Left one
Left two
Right
first
second
Contact: jobs@example.com
`

func htmlSamples() []sample {
	latin, err := charmap.Windows1252.NewEncoder().String("<html><head><meta charset=\"windows-1252\"></head><body><p>R\u00e9sum\u00e9 \u2013 \u201ccoder\u201d</p></body></html>")
	if err != nil {
		panic(err)
	}
	return []sample{
		{"html-job-board.html", "entities, hidden parts, lists in lists, tables of data and of layout", []byte(jobBoard), HTML, jobBoardText, ""},
		{"html-windows-1252.html", "an encoding that the page names", []byte(latin), HTML, "Résumé – “coder”\n", ""},
		{name: "broken-empty.html", traits: "a page that scripts would fill", raw: []byte("<html><body><div id=root></div><script>render()</script></body></html>"), fails: "holds nothing but scripts"},
	}
}

func emailSamples() []sample {
	const plain = "Please consider me for the post of records coder=2E I have coded charts for=\r\n eight years =E2=80=93 inpatients and day surgery.\r\n"
	alternative := "From: Robin Sample <robin@example.com>\r\nTo: jobs@example.com\r\nSubject: =?UTF-8?Q?Application_=E2=80=93_coder?=\r\nDate: Mon, 6 Jan 2025 10:00:00 +0000\r\nMIME-Version: 1.0\r\n" +
		"Content-Type: multipart/mixed; boundary=\"outer\"\r\n\r\n--outer\r\nContent-Type: multipart/alternative; boundary=inner\r\n\r\n" +
		"--inner\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" + plain +
		"--inner\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Please consider me</p>\r\n--inner--\r\n" +
		"--outer\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=\"cv.docx\"\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
		base64Lines(word(para("", "Robin Sample")+para("", "Coded charts in ICD-10-CA."))) +
		"--outer\r\nContent-Type: image/png\r\nContent-Disposition: inline\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64Lines(picture()) + "--outer--\r\n"
	latin, err := charmap.Windows1252.NewEncoder().String("From: robin@example.com\nMessage-ID: <1@example.com>\nContent-Type: text/html; charset=windows-1252\nSubject: CV\n\n<div>R\u00e9sum\u00e9</div><ul><li>Records coder</li></ul>")
	if err != nil {
		panic(err)
	}
	attached := "From: robin@example.com\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: application/pdf\nContent-Disposition: attachment; filename=cv.pdf\n\n%PDF-1.4 cut\n--x--\n"
	return []sample{
		{"email-attachment.eml", "an encoded subject, two forms of the text, an attached document, a picture", []byte(alternative), Email,
			"Application – coder\nPlease consider me for the post of records coder. I have coded charts for eight years – inpatients and day surgery.\nRobin Sample\nCoded charts in ICD-10-CA.\n", ""},
		{"email-html.eml", "HTML alone in Windows-1252, line ends of Unix", []byte(latin), Email, "CV\nRésumé\n• Records coder\n", ""},
		{name: "broken-attachment.eml", traits: "a damaged document attached", raw: []byte(attached), fails: `is damaged or cut short (attachment "cv.pdf"`},
	}
}

func base64Lines(b []byte) string {
	s := base64.StdEncoding.EncodeToString(b)
	var out strings.Builder
	for len(s) > 76 {
		out.WriteString(s[:76] + "\r\n")
		s = s[76:]
	}
	return out.String() + s + "\r\n"
}

func picture() []byte {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 4, 4))); err != nil {
		panic(err)
	}
	return b.Bytes()
}

const plainText = "Robin Sample – résumé\r\n\r\n- Coded charts in ICD-10-CA\r\n- Hyphen-\r\nated as it is\r\n"

func textSamples() []sample {
	encode := func(e interface{ String(string) (string, error) }) []byte {
		s, err := e.String(plainText)
		if err != nil {
			panic(err)
		}
		return []byte(s)
	}
	const markdown = "# Robin Sample\n\n* Coded **charts** in [ICD-10-CA](https://example.com)\n"
	return []sample{
		{"text-utf-8.txt", "line ends of Windows, a hyphen at a line end", []byte(plainText), Text, plainText, ""},
		{"text-utf-16le.txt", "UTF-16 with a mark", encode(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder()), Text, plainText, ""},
		{"text-utf-16be.txt", "UTF-16 with a mark", encode(unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder()), Text, plainText, ""},
		{"text-windows-1252.txt", "not valid UTF-8", encode(charmap.Windows1252.NewEncoder()), Text, plainText, ""},
		{"text-markdown.md", "Markdown, told by its marks", []byte(markdown), Text, "Robin Sample\n• Coded charts in ICD-10-CA\n", ""},
		{"text-nul.txt", "a NUL", []byte("\x00Robin Sample, coder\n"), Text, "\x00Robin Sample, coder\n", ""},
		{"text-stray-control.txt", "a control character", []byte("Robin Sample, records coder of the hospital\x01\n"), Text, "Robin Sample, records coder of the hospital\x01\n", ""},
		{"text-bm.txt", "begins as pictures of Windows do", []byte("BMO branch, Halifax: records coder, 2015\n"), Text, "BMO branch, Halifax: records coder, 2015\n", ""},
		{"text-memo.txt", "fields of a memo, which is no e-mail", []byte("From: Robin Sample\nTo: The board\nSubject: Coding\n\nCharts are coded.\n"), Text, "From: Robin Sample\nTo: The board\nSubject: Coding\n\nCharts are coded.\n", ""},
		{"text-empty.txt", "nothing", nil, Text, "", ""},
	}
}

func foreignSamples() []sample {
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	if _, err := w.Write([]byte(plainText)); err != nil {
		panic(err)
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	noise := make([]byte, 1000)
	for i := range noise {
		noise[i] = byte(i * i * 31 >> 3)
	}
	return []sample{
		{name: "foreign-noise.bin", traits: "bytes of no format", raw: noise, fails: "is no document of a known kind: save it as"},
		{name: "foreign-picture.png", traits: "a picture", raw: picture(), fails: "is a picture (image/png): save it as"},
		{name: "foreign-gzip.gz", traits: "a compressed file", raw: packed.Bytes(), fails: "is no document (application/gzip): save it as"},
		{name: "foreign-old.doc", traits: "a document of Word before 2007", raw: ole("WordDocument"), fails: "is an old Word document (.doc): save it as DOCX"},
		{name: "foreign-old.xls", traits: "a workbook of Excel before 2007", raw: ole("Workbook"), fails: "is a spreadsheet (.xls)"},
		{name: "foreign-book.xlsx", traits: "a workbook", raw: zipFile("[Content_Types].xml", contentType, "xl/workbook.xml", "<workbook/>"), fails: "is a spreadsheet"},
		{name: "foreign-archive.zip", traits: "an archive where a document is wanted", raw: zipFile("a.txt", "a"), fails: "is a ZIP archive"},
	}
}
