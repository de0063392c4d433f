package documents

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"strings"
)

// badWord is a DOCX whose body costs much; more are further parts.
func badWord(body func() string, more ...func() string) func() []byte {
	return func() []byte {
		var parts []string
		for _, m := range more {
			parts = append(parts, m())
		}
		return word(para("", "Line Cook")+body(), parts...)
	}
}

func part(name string) func() string { return func() string { return name } }

// rawWord is a DOCX whose main part is as given.
func rawWord(main func() string) func() []byte {
	return func() []byte {
		return zipFile("[Content_Types].xml", contentType, "_rels/.rels", relations+`<Relationship Id="r1" Type="`+relationTo+`officeDocument" Target="word/document.xml"/></Relationships>`,
			"word/document.xml", main())
	}
}

const openBody, shutBody = `<w:document ` + wordSpace + `><w:body>`, `</w:body></w:document>`

func badOffice() []badDocument {
	const run, p = `<w:r><w:t>coding </w:t></w:r>`, `<w:p><w:r><w:t>coding</w:t></w:r></w:p>`
	boxes := func(depth, size int) func() string {
		return func() string {
			return many("<w:p><w:r><w:txbxContent>", depth) + "<w:p><w:r><w:t>" + many("coding ", size/7) + "</w:t></w:r></w:p>" + many("</w:txbxContent></w:r></w:p>", depth)
		}
	}
	in := func(open string, content func() string, shut string) func() string {
		return func() string { return open + content() + shut }
	}
	relate := func(kind, target string, n int) func() []byte {
		return func() []byte {
			rels := relations + numbered(`<Relationship Id="c%d" Type="`+relationTo+kind+`" Target="`+target+`"/>`, n) + "</Relationships>"
			body := openBody + para("", "Line Cook") + numbered(`<w:altChunk r:id="c%d"/>`, n) + shutBody
			return zipFile("[Content_Types].xml", contentType, "word/document.xml", body, "_rels/.rels", relations+`<Relationship Id="r1" Type="`+relationTo+`officeDocument" Target="word/document.xml"/></Relationships>`,
				"word/_rels/document.xml.rels", rels, "word/chunk.html", "<html>"+many("<p>coding</p>", 20_000), "word/header1.xml", "<w:hdr>"+many(p, 20_000)+"</w:hdr>")
		}
	}
	chunks := func(depth int) func() []byte {
		return func() []byte {
			raw := word(para("", "coding"))
			for range depth {
				rels := relations + `<Relationship Id="c0" Type="` + relationTo + `aFChunk" Target="chunk.docx"/></Relationships>`
				raw = zipFile("[Content_Types].xml", contentType, "word/document.xml", openBody+para("", "Line Cook")+`<w:altChunk r:id="c0"/>`+shutBody,
					"word/_rels/document.xml.rels", rels, "word/chunk.docx", string(raw))
			}
			return raw
		}
	}
	odt := func(body func() string) func() []byte {
		return func() []byte {
			return zipFile("mimetype", "application/vnd.oasis.opendocument.text", "content.xml",
				`<office:document-content `+odtSpace+`><office:body><office:text><text:p>Line Cook</text:p>`+body()+`</office:text></office:body></office:document-content>`)
		}
	}
	entries := func(n int) func() []byte {
		return func() []byte {
			parts := []string{"[Content_Types].xml", contentType, "word/document.xml", openBody + p + shutBody}
			for i := range n {
				parts = append(parts, fmt.Sprintf("word/media/%d", i), "")
			}
			return zipFile(parts...)
		}
	}
	return []badDocument{
		{"docx boxes in one another", badWord(boxes(40, 60<<20))},
		{"docx boxes in one another, within bounds", badWord(boxes(40, 3<<20))},
		{"docx boxes in one another, deep", badWord(boxes(100, 1000))},
		{"docx boxes side by side", badWord(same("<w:p><w:r><w:txbxContent>"+p+"</w:txbxContent></w:r></w:p>", 100_000))},
		{"docx elements in one another", badWord(same("<w:x>", 1_000_000))},
		{"docx elements in one another that are passed over", badWord(in("<w:sectPr>", same("<w:x>", 1_000_000), ""))},
		{"docx tables in one another", badWord(same("<w:tbl><w:tr><w:tc>", 1000))},
		{"docx tables in one another, within bounds", badWord(func() string {
			return many("<w:tbl><w:tr><w:tc>", 75) + p + many(p, 20_000) + many("</w:tc></w:tr></w:tbl>", 75)
		})},
		{"docx long run", badWord(in("<w:p><w:r><w:t>", same("coding ", 8<<20), "</w:t></w:r></w:p>"))},
		{"docx long run of space", badWord(in("<w:p><w:r><w:t>", same(" ", 16<<20), "</w:t></w:r></w:p>"))},
		{"docx many runs", badWord(in("<w:p>", same(run, 500_000), "</w:p>"))},
		{"docx many paragraphs", badWord(same(p, 500_000))},
		{"docx many empty paragraphs", badWord(same("<w:p/>", 1_500_000))},
		{"docx many tabs", badWord(in("<w:p><w:r>", same("<w:tab/>", 1_500_000), "</w:r></w:p>"))},
		{"docx many rows", badWord(in("<w:tbl>", same("<w:tr><w:tc>"+p+"</w:tc></w:tr>", 200_000), "</w:tbl>"))},
		{"docx many cells", badWord(in("<w:tbl><w:tr>", same("<w:tc>"+p+"</w:tc>", 250_000), "</w:tr></w:tbl>"))},
		{"docx many deletions", badWord(same("<w:p><w:del><w:r><w:delText>coding</w:delText></w:r></w:del></w:p>", 200_000))},
		{"docx many hidden runs", badWord(in("<w:p>", same("<w:r><w:rPr><w:vanish/></w:rPr><w:t>coding</w:t></w:r>", 200_000), "</w:p>"))},
		{"docx many fields", badWord(in("<w:p>", same("<w:r><w:instrText>PAGE</w:instrText></w:r>", 400_000), "</w:p>"))},
		{"docx long attribute", badWord(in("<w:p w:a='", same("a", 16<<20), "'/>"))},
		{"docx many attributes", badWord(in("<w:p", counting(" a%d='b'", 600_000), "/>"))},
		{"docx many namespaces", badWord(in("<w:p", counting(" xmlns:a%d='b'", 300_000), "/>"))},
		{"docx long comment", badWord(in("<!--", same("<a>", 6<<20), "-->"))},
		{"docx comment that does not end", badWord(in("<!--", same("a", 16<<20), ""))},
		{"docx long instruction", badWord(in("<?a ", same("b", 16<<20), "?>"))},
		{"docx long CDATA", badWord(in("<w:p><w:r><w:t><![CDATA[", same("<a>", 6<<20), "]]></w:t></w:r></w:p>"))},
		{"docx long name", badWord(in("<w:", same("a", 16<<20), "/>"))},
		{"docx tag that does not end", badWord(in("<w:p ", same(" ", 16<<20), ""))},
		{"docx entities that grow", rawWord(func() string {
			s := `<!DOCTYPE x [<!ENTITY a0 "coding">`
			for i := 1; i < 12; i++ {
				s += fmt.Sprintf(`<!ENTITY a%d "%s">`, i, many(fmt.Sprintf("&a%d;", i-1), 10))
			}
			return s + "]>" + openBody + "<w:p><w:r><w:t>&a11;</w:t></w:r></w:p>" + shutBody
		})},
		{"docx long document type", rawWord(in("<!DOCTYPE x [", same("<!ENTITY a 'b'>", 4_000_000), "]>"))},
		{"docx character references", badWord(in("<w:p><w:r><w:t>", same("&#97;", 2_000_000), "</w:t></w:r></w:p>"))},
		{"docx zeros", rawWord(same("\x00", 16<<20))},
		{"docx space", rawWord(same(" ", 16<<20))},
		{"docx UTF-16", rawWord(func() string { return "\xff\xfe" + string(wide(openBody+many(p, 300_000)+shutBody, false)) })},
		{"docx UTF-16 cut", rawWord(func() string { return "\xff\xfe" + string(wide(openBody+p, false)) + "x" })},
		{"docx not UTF-8", badWord(in("<w:p><w:r><w:t>", same("\xff", 1000), "</w:t></w:r></w:p>"))},
		{"docx no main part", func() []byte { return zipFile("[Content_Types].xml", contentType, "word/other.xml", "<a/>") }},
		{"docx empty main part", rawWord(none)},
		{"docx many files", entries(19_000)},
		{"docx too many files", entries(21_000)},
		{"docx styles in a circle", badWord(in(`<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr>`, same(run, 10), "</w:p>"), part("styles.xml"), func() string {
			return `<w:styles><w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>`
		})},
		{"docx styles on styles", badWord(same(`<w:p><w:pPr><w:pStyle w:val="s9999"/></w:pPr>`+run+`</w:p>`, 5000), part("styles.xml"), func() string {
			var b strings.Builder
			for i := range 10_000 {
				fmt.Fprintf(&b, `<w:style w:styleId="s%d"><w:basedOn w:val="s%d"/></w:style>`, i, i-1)
			}
			return "<w:styles>" + b.String() + "</w:styles>"
		})},
		{"docx many styles", badWord(none, part("styles.xml"), in("<w:styles>", counting(`<w:style w:styleId="s%d"/>`, 300_000), "</w:styles>"))},
		{"docx many lists", badWord(none, part("numbering.xml"), in("<w:numbering>", counting(`<w:num w:numId="%d"><w:abstractNumId w:val="0"/></w:num>`, 200_000), "</w:numbering>"))},
		{"docx long comments", badWord(none, part("comments.xml"), in("<w:comments>", same(p, 300_000), "</w:comments>"))},
		{"docx broken comments", badWord(none, part("comments.xml"), func() string { return "<w:comments><a" })},
		{"docx one head a thousand times", relate("header", "header1.xml", 1000)},
		{"docx one chunk a thousand times", relate("aFChunk", "chunk.html", 1000)},
		{"docx chunks that are not there", relate("aFChunk", "gone.html", 50_000)},
		{"docx that are chunks of one another", chunks(2)},
		{"docx that are chunks of one another, deep", chunks(12)},
		{"docx is a chunk of itself", func() []byte {
			return zipFile("[Content_Types].xml", contentType, "word/document.xml", openBody+para("", "Line Cook")+`<w:altChunk r:id="c0"/>`+shutBody,
				"word/_rels/document.xml.rels", relations+`<Relationship Id="c0" Type="`+relationTo+`aFChunk" Target="document.xml"/></Relationships>`)
		}},
		{"docx diagrams of itself", func() []byte {
			return zipFile("[Content_Types].xml", contentType, "word/document.xml", openBody+para("", "Line Cook", `<w:r><w:drawing><relIds dm="c0"/></w:drawing></w:r>`)+shutBody,
				"word/_rels/document.xml.rels", relations+`<Relationship Id="c0" Type="`+relationTo+`diagramData" Target="document.xml"/></Relationships>`)
		}},
		{"docx damaged", func() []byte {
			raw := bytes.Clone(word(many(p, 1000)))
			for i := 200; i < len(raw)-200; i += 97 {
				raw[i] ^= 0x55
			}
			return raw
		}},
		{"docx files that overlap", func() []byte {
			return overlappingZip(2000, 900_000, "[Content_Types].xml", "word/document.xml")
		}},
		{"odt spaces", odt(same(`<text:p><text:s text:c="2000000000"/>a</text:p>`, 100_000))},
		{"odt lists in one another", odt(same("<text:list><text:list-item>", 1000))},
		{"odt tables in one another", odt(same("<table:table><table:table-row><table:table-cell>", 1000))},
		{"odt long text", odt(in("<text:p>", same("coding ", 8<<20), "</text:p>"))},
		{"odt many comments", odt(same("<text:p><office:annotation><text:p>a</text:p></office:annotation></text:p>", 200_000))},
		{"odt repeated cells", odt(same(`<table:table><table:table-row table:number-rows-repeated="1000000000"><table:table-cell table:number-columns-repeated="1000000000"><text:p>a</text:p></table:table-cell></table:table-row></table:table>`, 1000))},
		{"odt many boxes", odt(in("<text:p>", same("<draw:text-box><text:p>a</text:p></draw:text-box>", 200_000), "</text:p>"))},
		{"zip list longer than said", func() []byte {
			raw := zipFile("[Content_Types].xml", contentType)
			i := bytes.LastIndex(raw, []byte("PK\x05\x06"))
			binary.LittleEndian.PutUint16(raw[i+8:], 65535)
			binary.LittleEndian.PutUint16(raw[i+10:], 65535)
			return raw
		}},
		{"zip end without list", func() []byte { return []byte("PK\x05\x06" + many("\x00", 18)) }},
		{"zip end far off", func() []byte {
			raw := zipFile("[Content_Types].xml", contentType)
			binary.LittleEndian.PutUint32(raw[bytes.LastIndex(raw, []byte("PK\x05\x06"))+16:], 0xfffffff0)
			return raw
		}},
		{"zip with names that do not end", func() []byte {
			return zipFile("[Content_Types].xml", contentType, "word/document.xml", openBody+p+shutBody, many("a", 65535), "a")
		}},
	}
}

// overlappingZip lists many files that are the same bytes of the archive: the first are named, the rest numbered.
func overlappingZip(n, size int, names ...string) []byte {
	var packed bytes.Buffer
	w := zip.NewWriter(&packed)
	content := bytes.Repeat([]byte("coding "), size/7)
	f, err := w.Create("a")
	if err == nil {
		_, err = f.Write(content)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		panic(err)
	}
	z, err := zip.NewReader(bytes.NewReader(packed.Bytes()), int64(packed.Len()))
	if err != nil {
		panic(err)
	}
	at, err := z.File[0].DataOffset()
	if err != nil {
		panic(err)
	}
	data := packed.Bytes()[at : at+int64(z.File[0].CompressedSize64)]
	var b bytes.Buffer
	local := func(name string) []byte {
		h := make([]byte, 30)
		copy(h, "PK\x03\x04\x14\x00\x00\x00\x08\x00")
		binary.LittleEndian.PutUint32(h[14:], crc32.ChecksumIEEE(content))
		binary.LittleEndian.PutUint32(h[18:], uint32(len(data)))
		binary.LittleEndian.PutUint32(h[22:], uint32(len(content)))
		binary.LittleEndian.PutUint16(h[26:], uint16(len(name)))
		return append(h, name...)
	}
	b.Write(local("a"))
	b.Write(data)
	start := b.Len()
	for i := range n {
		name := fmt.Sprintf("%05d.txt", i)
		if i < len(names) {
			name = names[i]
		}
		h := make([]byte, 46)
		copy(h, "PK\x01\x02\x14\x00\x14\x00\x00\x00\x08\x00")
		copy(h[16:], local(name)[14:30])
		b.Write(append(h, name...))
	}
	end := make([]byte, 22)
	copy(end, "PK\x05\x06")
	binary.LittleEndian.PutUint16(end[8:], uint16(n))
	binary.LittleEndian.PutUint16(end[10:], uint16(n))
	binary.LittleEndian.PutUint32(end[12:], uint32(b.Len()-start))
	binary.LittleEndian.PutUint32(end[16:], uint32(start))
	return append(b.Bytes(), end...)
}
