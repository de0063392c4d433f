package documents

import (
	"encoding/base64"
	"fmt"
	"strings"
)

func text(make func() string) func() []byte { return func() []byte { return []byte(make()) } }

func badTexts() []badDocument {
	rtf := func(body func() string) func() []byte {
		return func() []byte { return []byte(`{\rtf1\ansi Line Cook\par ` + body() + "}") }
	}
	mail := func(body func() string) func() []byte {
		return func() []byte {
			return []byte("From: robin@example.com\nMIME-Version: 1.0\nSubject: Line Cook\n" + body())
		}
	}
	mixed := func(part string, n int) func() string {
		return func() string {
			return "Content-Type: multipart/mixed; boundary=x\n\n" + many("--x\n"+part+"\n", n) + "--x--\n"
		}
	}
	attached := func(raw []byte) string {
		return "Content-Type: application/octet-stream\nContent-Disposition: attachment; filename=a\nContent-Transfer-Encoding: base64\n\n" + base64.StdEncoding.EncodeToString(raw)
	}
	xml := func(open string, body func() string, shut string) func() []byte {
		return func() []byte { return []byte(`<?xml version="1.0"?>` + open + body() + shut) }
	}
	heads := func(n int) func() string {
		return func() string {
			var b strings.Builder
			for i := range n {
				fmt.Fprintf(&b, "%s a\n", many("#", i%6+1))
			}
			return b.String()
		}
	}
	const md = "# Line Cook\n\n**coding** "
	return []badDocument{
		{"rtf groups", rtf(same("{}", 5_000_000))},
		{"rtf groups in one another", rtf(same("{", 1_000_000))},
		{"rtf groups in one another, within bounds", rtf(func() string { return many("{", 200) + "coding" + many("}", 200) })},
		{"rtf words", rtf(same(`\b\i`, 3_000_000))},
		{"rtf long word", rtf(func() string { return `\` + many("a", 6<<20) })},
		{"rtf long number", rtf(func() string { return `\fs` + many("9", 6<<20) })},
		{"rtf long text", rtf(same("coding ", 2_000_000))},
		{"rtf long hidden text", rtf(func() string { return `{\v ` + many("coding ", 2_000_000) + "}" })},
		{"rtf codes", rtf(same(`\'e9`, 3_000_000))},
		{"rtf Unicode", rtf(same(`\u233?`, 2_500_000))},
		{"rtf bytes that are not there", rtf(func() string { return `\bin2147483647 a` })},
		{"rtf negative", rtf(func() string { return `\bin-5 \uc-5 \u-99999999999 \fs-1 \cf-3 coding` })},
		{"rtf colours", rtf(func() string { return `{\colortbl` + many(`;`, 5_000_000) + "}" })},
		{"rtf fonts", rtf(func() string { return `{\fonttbl` + numbered(`{\f%d\fcharset1 A;}`, 300_000) + "}" })},
		{"rtf picture", rtf(func() string { return `{\pict ` + many("00", 7<<20) + "}" })},
		{"rtf paragraphs", rtf(same(`\par `, 3_000_000))},
		{"rtf that does not end", text(func() string { return `{\rtf1 ` + many("a", 6<<20) })},
		{"rtf spaces", rtf(same(`\~`, 5_000_000))},
		{"mail parts in one another", mail(func() string {
			return numbered("Content-Type: multipart/mixed; boundary=b%[1]d\n\n--b%[1]d\n", 5000)
		})},
		{"mail messages in one another", mail(func() string {
			return "Content-Type: message/rfc822\n\n" + many("From: a@b.c\nContent-Type: message/rfc822\n\n", 100)
		})},
		{"mail many parts", mail(mixed("\ncoding", 300_000))},
		{"mail many parts without end", mail(func() string { return "Content-Type: multipart/mixed; boundary=x\n\n" + many("--x\n\n", 1_000_000) })},
		{"mail many forms", mail(func() string {
			return "Content-Type: multipart/alternative; boundary=x\n\n" + many("--x\n\ncoding\n", 300_000) + "--x--\n"
		})},
		{"mail boundary of nothing", mail(func() string { return "Content-Type: multipart/mixed; boundary=\n\n" + many("--\n", 1_000_000) })},
		{"mail without its end", mail(func() string { return "Content-Type: multipart/mixed; boundary=x\n\n" + many("a", 5<<20) })},
		{"mail long header", mail(func() string { return "X: " + many("a", 5<<20) + "\n\ncoding" })},
		{"mail many fields", mail(func() string { return many("X: a\n", 2_000_000) + "\ncoding" })},
		{"mail many fields in a part", mail(mixed(many("X: a\n", 1_500_000)+"\ncoding", 1))},
		{"mail folded header", mail(func() string { return "X: a\n" + many(" a\n", 300_000) + "\ncoding" })},
		{"mail long subject", text(func() string {
			return "From: a@b.c\nMIME-Version: 1.0\nSubject: " + many("=?utf-8?q?a?= ", 60_000) + "\n\ncoding"
		})},
		{"mail long text", mail(func() string { return "\n" + many("coding ", 2_000_000) })},
		{"mail letters of base64", mail(func() string { return "Content-Transfer-Encoding: base64\n\n" + many("QUFB", 4<<20) })},
		{"mail no letters of base64", mail(func() string { return "Content-Transfer-Encoding: base64\n\n" + many("!", 5<<20) })},
		{"mail line ends of base64", mail(func() string { return "Content-Transfer-Encoding: base64\n\n" + many("\n", 5<<20) + "Y29kaW5n" })},
		{"mail quoted", mail(func() string {
			return "Content-Transfer-Encoding: quoted-printable\n\n" + many("=\n", 5<<20) + "coding"
		})},
		{"mail flowed", mail(func() string {
			return "Content-Type: text/plain; format=flowed; delsp=yes\n\n" + many("a \n", 1_200_000)
		})},
		{"mail quotations", mail(func() string {
			return "Content-Type: text/plain; format=flowed\n\n" + many(many(">", 1000)+" a \n", 3000)
		})},
		{"mail bombs attached", mail(func() string {
			bomb := attached(word("<w:p><w:r><w:t>" + many("coding ", 100_000) + "</w:t></w:r></w:p>" + many("<w:p/>", 50_000)))
			return "Content-Type: multipart/mixed; boundary=x\n\n" + many("--x\n"+bomb+"\n", 40) + "--x--\n"
		})},
		{"mail expanding documents attached", mail(func() string {
			bomb := attached(word("<!--" + many("coding ", 500_000) + "-->" + para("", "coding")))
			return "Content-Type: multipart/mixed; boundary=x\n\n" + many("--x\n"+bomb+"\n", 40) + "--x--\n"
		})},
		{"mail archives attached", mail(mixed(attached(zipFile("a.txt", many("a", 10_000))), 5000))},
		{"mail in no encoding", mail(func() string { return "Content-Type: text/plain; charset=no-such\n\n" + many("coding\xff ", 100_000) })},
		{"mailbox of many", text(func() string { return many("From a@b.c Sat Nov 28 00:00:00 2026\nFrom: a@b.c\n\ncoding\n", 200_000) })},
		{"mailbox of nothing", text(func() string { return many("From a@b.c Sat Nov 28 00:00:00 2026\n", 300_000) })},
		{"saved page of many parts", text(func() string {
			return "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n" + many("--x\nContent-Type: text/html\n\n<p>coding</p>\n", 100_000) + "--x--\n"
		})},
		{"saved page in itself", text(func() string {
			return "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\nContent-ID: <a>\n\n<p>coding</p>" + many("<iframe src='cid:a'></iframe>", 50) + "\n--x--\n"
		})},
		{"saved page with many styles", text(func() string {
			return "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n<p>coding</p>" + many("<link rel=stylesheet href='cid:a'>", 1000) +
				"\n--x\nContent-Type: text/css\nContent-ID: <a>\n\n" + numbered(".c%d{color:red}", 5000) + "\n--x--\n"
		})},
		{"saved pages in one another", text(func() string {
			return "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=a\n\n--a\n" + numbered("Content-Type: multipart/related; boundary=b%[1]d\n\n--b%[1]d\n", 5000)
		})},
		{"xml elements in one another", xml("<cv>", same("<a>", 1_000_000), "")},
		{"xml many fields", xml("<cv>", same("<a>coding</a>", 500_000), "</cv>")},
		{"xml many fields of a job", xml("<cv><PositionHistory>", same("<a>coding</a>", 300_000), "</PositionHistory></cv>")},
		{"xml jobs in one another", xml("<cv>", same("<position>", 240), many("</position>", 240)+"</cv>")},
		{"xml long field", xml("<cv><a>", same("coding ", 2_000_000), "</a></cv>")},
		{"xml escaped pages", xml("<cv>", same("<a>&lt;p&gt;coding&lt;/p&gt;</a>", 100_000), "</cv>")},
		{"xml entities that grow", xml(`<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><cv>`, same("&b;", 1_000_000), "</cv>")},
		{"xml property lists in one another", xml("<plist>", same("<dict><key>a</key>", 100_000), "")},
		{"xml many properties", xml("<plist><dict>", same("<key>a</key><string>coding</string>", 200_000), "</dict></plist>")},
		{"xml flat parts", xml(`<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">`, counting(`<pkg:part pkg:name="/a%d"/>`, 200_000), "</pkg:package>")},
		{"xml flat part", xml(`<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"><pkg:part pkg:name="/word/document.xml"><pkg:xmlData><w:document><w:body>`,
			same("<w:p><w:r><w:t>coding</w:t></w:r></w:p>", 300_000), "</w:body></w:document></pkg:xmlData></pkg:part></pkg:package>")},
		{"xml flat text document", xml(`<office:document office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>`, same("<text:p>a</text:p>", 700_000), "</office:text></office:body></office:document>")},
		{"xml that does not end", xml("<cv><a>coding", none, "")},
		{"vCard lines", text(func() string { return "BEGIN:VCARD\nFN:Line Cook\n" + many("NOTE:a\n", 1_500_000) + "END:VCARD\n" })},
		{"vCard folds", text(func() string { return "BEGIN:VCARD\nFN:Line Cook\nNOTE:a\n" + many(" a\n", 2_000_000) + "END:VCARD\n" })},
		{"vCard soft breaks", text(func() string {
			return "BEGIN:VCARD\nFN:Line Cook\nNOTE;ENCODING=QUOTED-PRINTABLE:a=\n" + many("a=\n", 2_000_000) + "END:VCARD\n"
		})},
		{"vCards", text(same("BEGIN:VCARD\nFN:Line Cook\nEND:VCARD\n", 300_000))},
		{"vCard photo", text(func() string { return "BEGIN:VCARD\nFN:Line Cook\nPHOTO:" + many("A", 6<<20) + "\nEND:VCARD\n" })},
		{"Markdown brackets", text(func() string { return md + many("[", 200_000) })},
		{"Markdown brackets that close", text(func() string { return md + many("[", 100_000) + many("]", 100_000) })},
		{"Markdown links", text(func() string { return md + many("[a](", 60_000) })},
		{"Markdown pictures", text(func() string { return md + many("![", 100_000) + many("](/a)", 10_000) })},
		{"Markdown stars", text(func() string { return md + many("*a **a ", 30_000) })},
		{"Markdown stars in one another", text(func() string { return md + many("**a *a ", 20_000) + many("b* b** ", 10_000) })},
		{"Markdown underlines", text(func() string { return md + many("_a__a", 40_000) })},
		{"Markdown quotations", text(func() string { return md + "\n" + many("> ", 100_000) + "a" })},
		{"Markdown lists in one another", text(func() string {
			var b strings.Builder
			for i := range 600 {
				b.WriteString(many(" ", i) + "* a\n")
			}
			return md + "\n" + b.String()
		})},
		{"Markdown lists in a line", text(func() string { return md + "\n" + many("* ", 100_000) + "a" })},
		{"Markdown code", text(func() string {
			var b strings.Builder
			for i := range 600 {
				b.WriteString(many("`", i) + " ")
			}
			return md + b.String()
		})},
		{"Markdown headings", text(heads(50_000))},
		{"Markdown tables", text(func() string {
			return md + "\n\n|" + many("a|", 30_000) + "\n|" + many("-|", 30_000) + "\n" + many("|\n", 1000)
		})},
		{"Markdown tags", text(func() string { return md + many("<div>", 40_000) })},
		{"Markdown signs", text(func() string { return md + many("<a ", 60_000) })},
		{"Markdown references", text(func() string { return md + "\n" + numbered("[a%d]: /a\n", 12_000) + many("[a1] ", 10_000) })},
		{"Markdown references that are links", text(func() string { return md + many("[a]: a\n", 30_000) + many("[a]", 10_000) })},
		{"Markdown links of mail", text(func() string { return md + many("a@", 100_000) + many("www.", 10_000) })},
		{"Markdown entities", text(func() string { return md + many("&a", 100_000) })},
		{"Markdown that is too long", text(func() string { return md + many("coding ", 500_000) })},
		{"text of NUL", text(same("\x00", 6<<20))},
		{"text that is long", text(same("coding ", 2_500_000))},
		{"text in UTF-16 without a mark", func() []byte { return wide(many("coding ", 1_000_000), false) }},
		{"text in UTF-16 the other way", func() []byte { return wide(many("coding ", 1_000_000), true) }},
		{"text in UTF-16 cut", func() []byte { return append(wide(many("coding ", 1000), false), 'x') }},
		{"text of control characters", text(same("\x01\x02", 1<<20))},
		{"text of marks of the byte order", text(same("\ufeff", 1<<20))},
		{"text of combining marks", text(func() string { return "a" + many("\u0301", 1<<20) })},
	}
}
