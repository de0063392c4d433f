package documents

import (
	"archive/zip"
	"bytes"
	"strings"
)

// zipFile writes files, as name and content in turn, without dates. The first is not compressed, as
// OpenDocument wants it.
func zipFile(parts ...string) []byte {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		method := zip.Deflate
		if i == 0 {
			method = zip.Store
		}
		f, err := w.CreateHeader(&zip.FileHeader{Name: parts[i], Method: method})
		if err == nil {
			_, err = f.Write([]byte(parts[i+1]))
		}
		if err != nil {
			panic(err)
		}
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

const (
	wordSpace   = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	relations   = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	relationTo  = `http://schemas.openxmlformats.org/officeDocument/2006/relationships/`
	contentType = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
)

// word writes a DOCX with a body, and with further parts as name and content in turn; those of
// word/ that are heads, feet, notes, styles or numbering are related to the body.
func word(body string, more ...string) []byte {
	parts := []string{
		"[Content_Types].xml", contentType,
		"_rels/.rels", relations + `<Relationship Id="r1" Type="` + relationTo + `officeDocument" Target="word/document.xml"/></Relationships>`,
		"word/document.xml", `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document ` + wordSpace + `><w:body>` + body + `<w:sectPr/></w:body></w:document>`,
	}
	rels := relations
	for i := 0; i < len(more); i += 2 {
		name := more[i]
		kind := strings.TrimRight(strings.TrimSuffix(name, ".xml"), "123")
		rels += `<Relationship Id="r` + name + `" Type="` + relationTo + kind + `" Target="` + name + `"/>`
		parts = append(parts, "word/"+name, `<?xml version="1.0" encoding="UTF-8"?>`+more[i+1])
	}
	rels += `<Relationship Id="rl" Type="` + relationTo + `hyperlink" Target="https://example.com/robin" TargetMode="External"/></Relationships>`
	return zipFile(append(parts, "word/_rels/document.xml.rels", rels)...)
}

// para is a paragraph of Word with properties and runs of text; a run in angle brackets stands as
// it is.
func para(properties string, runs ...string) string {
	var b strings.Builder
	b.WriteString("<w:p>")
	if properties != "" {
		b.WriteString("<w:pPr>" + properties + "</w:pPr>")
	}
	for _, r := range runs {
		if strings.HasPrefix(r, "<") {
			b.WriteString(r)
			continue
		}
		b.WriteString(`<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">` + r + "</w:t></w:r>")
	}
	return b.String() + "</w:p>"
}

const docxText = `Robin Sample
555-0142 robin@example.com
Robin Sample
Health information management professional
Experience
• Reviewed charts for completeness and accuracy
• Coded discharges in ICD-10-CA and CCI
1. Trained four clerks
2. Wrote the manual
1. of scanning
3. Kept the register
Sample Hospital	2015 – 2023
first line
second line
Portfolio: audits of coding quality
Skills in a box: Epic, 3M
Inserted sentence stays.
Year	Role	Place
2015	Coder	Halifax
Left cell with one
and another paragraph
Right cell beside it
Office of first-class files
See the note.
A note at the foot of the page.
Confidential
`

func docxSamples() []sample {
	numbering := `<w:numbering ` + wordSpace + `>` +
		`<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>` +
		`<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/></w:lvl></w:abstractNum>` +
		`<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`
	styles := `<w:styles ` + wordSpace + `><w:style w:styleId="ListBullet"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>` +
		`<w:style w:styleId="ListBulletTight"><w:basedOn w:val="ListBullet"/></w:style></w:styles>`
	head := `<w:hdr ` + wordSpace + `>` + para("", "Robin Sample") + para("", "555-0142 ", "robin@example.com") + `</w:hdr>`
	foot := `<w:ftr ` + wordSpace + `>` + para("", "Confidential") + `</w:ftr>`
	notes := `<w:footnotes ` + wordSpace + `><w:footnote w:type="separator" w:id="-1">` + para("", "-----") + `</w:footnote><w:footnote w:id="2">` +
		para("", "A note at the foot of the page.") + `</w:footnote></w:footnotes>`
	item := func(list, level string) string {
		return `<w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="` + list + `"/></w:numPr>`
	}
	box := `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>` + para("", "Skills in a box: Epic, 3M") +
		`</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>` + para("", "Skills in a box: Epic, 3M") +
		`</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
	cell := func(paragraphs ...string) string { return "<w:tc><w:tcPr/>" + strings.Join(paragraphs, "") + "</w:tc>" }
	row := func(cells ...string) string { return "<w:tr>" + strings.Join(cells, "") + "</w:tr>" }
	body := para(`<w:pStyle w:val="Title"/>`, "Ro", "bin Sam", "ple") +
		para("", "Health\u00a0information manage\u00adment profes", "<w:r><w:softHyphen/></w:r>", "sional") +
		para(`<w:pStyle w:val="Heading1"/>`, "Experience") +
		para(`<w:pStyle w:val="ListBulletTight"/>`, "Reviewed charts for completeness and accuracy") +
		para(item("1", "0"), "Coded discharges in ICD-10-CA and CCI") +
		para(item("2", "0"), "Trained four clerks") + para(item("2", "0"), "Wrote the manual") + para(item("2", "1"), "of scanning") + para(item("2", "0"), "Kept the register") +
		para("", "Sample Hospital", "<w:r><w:tab/></w:r>", "2015 – 2023") +
		para("", "first line", "<w:r><w:br/></w:r>", "second line") +
		para("", "Portfolio: ", `<w:hyperlink r:id="rl"><w:r><w:t>audits of coding quality</w:t></w:r></w:hyperlink>`,
			`<w:r><w:instrText>HYPERLINK "https://example.com"</w:instrText></w:r>`, `<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden words</w:t></w:r>`, box) +
		para("", `<w:del><w:r><w:delText>Deleted sentence goes.</w:delText></w:r></w:del>`, `<w:ins><w:r><w:t>Inserted sentence stays.</w:t></w:r></w:ins>`) +
		"<w:tbl><w:tblPr/>" + row(cell(para("", "Year")), cell(para("", "Role")), cell(para("", "Place"))) + row(cell(para("", "2015")), cell(para("", "Coder")), cell(para("", "Halifax"))) + "</w:tbl>" +
		"<w:tbl>" + row(cell(para("", "Left cell with one"), para("", "and another paragraph")), cell(para("", "Right cell beside it"))) + "</w:tbl>" +
		para("", "O\ufb03ce of \ufb01rst", "<w:r><w:noBreakHyphen/></w:r>", "class ", "files") +
		`<w:sdt><w:sdtContent>` + para("", "See the note.", `<w:r><w:footnoteReference w:id="2"/></w:r>`) + `</w:sdtContent></w:sdt>`
	whole := word(body, "numbering.xml", numbering, "styles.xml", styles, "header1.xml", head, "header2.xml", head, "footer1.xml", foot, "footnotes.xml", notes)
	return []sample{
		{"docx-resume.docx", "styles, lists, tables, a text box said twice, heads, notes, tracked changes, links, hidden text, tabs, breaks, soft hyphens, split runs", whole, DOCX, docxText, ""},
		{"docx-plain.docx", "nothing but paragraphs", word(para("", "Robin Sample") + para("", "Coded charts in ICD-10-CA.")), DOCX, "Robin Sample\nCoded charts in ICD-10-CA.\n", ""},
		{name: "broken-truncated.docx", traits: "the first half of a file", raw: whole[:len(whole)/2], fails: "is damaged or cut short"},
		{name: "broken-empty.docx", traits: "no text", raw: word(para("")), fails: "holds no text"},
		{name: "broken-password.docx", traits: "the container that Office encrypts into", raw: ole("EncryptedPackage"), fails: "is protected by a password"},
	}
}

// ole writes the beginning of a container of old Office files that lists a stream.
func ole(stream string) []byte {
	b := append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), make([]byte, 504)...)
	for _, c := range []byte(stream) {
		b = append(b, c, 0)
	}
	return append(b, make([]byte, 512)...)
}

const odtText = `Robin Sample, 555-0142
Robin Sample
Experience
• Reviewed charts for completeness and accuracy
• Coded discharges
• in ICD-10-CA and CCI
1. Trained four clerks
2. Wrote the manual
Sample Hospital	2015 2023
first line
second line
Portfolio: audits of coding quality
Skills in a box: Epic, 3M
Inserted sentence stays.
Year	Role	Place
2015	Coder	Halifax
See the note.
A note at the foot of the page.
Confidential
`

const odtSpace = `xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"`

func odtSamples() []sample {
	content := `<?xml version="1.0" encoding="UTF-8"?><office:document-content ` + odtSpace + `><office:automatic-styles>` +
		`<text:list-style style:name="L1"><text:list-level-style-bullet text:level="1"/></text:list-style>` +
		`<text:list-style style:name="L2"><text:list-level-style-number text:level="1" style:num-format="1"/></text:list-style></office:automatic-styles><office:body><office:text>` +
		`<text:tracked-changes><text:changed-region><text:deletion><text:p>Deleted sentence goes.</text:p></text:deletion></text:changed-region></text:tracked-changes>` +
		"<text:h>Ro<text:span>bin</text:span>\n Sample</text:h><text:h>Experience</text:h>" +
		`<text:list text:style-name="L1"><text:list-item><text:p>Reviewed charts for complete` + "\u00ad" + `ness and accuracy</text:p></text:list-item>` +
		`<text:list-item><text:p>Coded discharges</text:p><text:list><text:list-item><text:p>in ICD-10-CA and CCI</text:p></text:list-item></text:list></text:list-item></text:list>` +
		`<text:list text:style-name="L2"><text:list-item><text:p>Trained four clerks</text:p></text:list-item><text:list-item><text:p>Wrote the manual</text:p></text:list-item></text:list>` +
		`<text:p>Sample Hospital<text:tab/>2015<text:s text:c="3"/>2023</text:p><text:p>first line<text:line-break/>second line</text:p>` +
		`<text:p>Portfolio: <text:a xlink:href="https://example.com">audits of coding quality</text:a><office:annotation><text:p>A comment.</text:p></office:annotation>` +
		`<draw:frame><draw:text-box><text:p>Skills in a box: Epic, 3M</text:p></draw:text-box><svg:title>A box</svg:title></draw:frame></text:p>` +
		`<text:p><text:change-start/>Inserted sentence stays.<text:change-end/></text:p>` +
		`<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Year</text:p></table:table-cell><table:table-cell><text:p>Role</text:p></table:table-cell><table:table-cell><text:p>Place</text:p></table:table-cell></table:table-row></table:table-header-rows>` +
		`<table:table-row><table:table-cell><text:p>2015</text:p></table:table-cell><table:table-cell><text:p>Coder</text:p></table:table-cell><table:table-cell><text:p>Halifax</text:p></table:table-cell></table:table-row></table:table>` +
		`<text:p>See the note.<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note at the foot of the page.</text:p></text:note-body></text:note></text:p>` +
		`</office:text></office:body></office:document-content>`
	styles := `<?xml version="1.0" encoding="UTF-8"?><office:document-styles ` + odtSpace + `><office:master-styles><style:master-page>` +
		`<style:header><text:p>Robin Sample, 555-0142</text:p></style:header><style:footer><text:p>Confidential</text:p></style:footer></style:master-page></office:master-styles></office:document-styles>`
	manifest := func(entry string) string {
		return `<?xml version="1.0" encoding="UTF-8"?><manifest:manifest ` + odtSpace + `><manifest:file-entry manifest:full-path="content.xml">` + entry + `</manifest:file-entry></manifest:manifest>`
	}
	const mime = "application/vnd.oasis.opendocument.text"
	return []sample{
		{"odt-resume.odt", "heads, lists in lists, numbers, tabs, spaces, a text box, tracked changes, a comment, a table, a note",
			zipFile("mimetype", mime, "content.xml", content, "styles.xml", styles, "META-INF/manifest.xml", manifest("")), ODT, odtText, ""},
		{name: "broken-password.odt", traits: "its content is encrypted", raw: zipFile("mimetype", mime, "content.xml", "\x8e\x01\xff", "META-INF/manifest.xml", manifest("<manifest:encryption-data/>")),
			fails: "is protected by a password"},
	}
}
