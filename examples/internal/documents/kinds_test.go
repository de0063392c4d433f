package documents

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/unicode"
)

// flatWord writes a Word document as one XML file.
func flatWord(body string) []byte {
	return []byte(`<?xml version="1.0" standalone="yes"?><?mso-application progid="Word.Document"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">` +
		`<pkg:part pkg:name="/_rels/.rels"><pkg:xmlData>` + relations + `<Relationship Id="r1" Type="` + relationTo + `officeDocument" Target="word/document.xml"/></Relationships></pkg:xmlData></pkg:part>` +
		`<pkg:part pkg:name="/word/document.xml"><pkg:xmlData><w:document ` + wordSpace + `><w:body>` + body + `</w:body></w:document></pkg:xmlData></pkg:part>` +
		`<pkg:part pkg:name="/word/media/a.png"><pkg:binaryData>MTIzNA==</pkg:binaryData></pkg:part></pkg:package>`)
}

// withPart is a DOCX whose body refers to one more part by the identifier "x".
func withPart(body, kind, name, content string) []byte {
	return zipFile("[Content_Types].xml", contentType, "_rels/.rels", relations+`<Relationship Id="r1" Type="`+relationTo+`officeDocument" Target="word/document.xml"/></Relationships>`,
		"word/document.xml", openBody+body+shutBody, "word/_rels/document.xml.rels", relations+`<Relationship Id="x" Type="`+relationTo+kind+`" Target="`+name+`"/></Relationships>`,
		"word/"+name, content)
}

// renamed is a ZIP file with its files' names changed.
func renamed(raw []byte, old, new string) []byte {
	return []byte(strings.ReplaceAll(string(raw), old, new)) // of the same length, since the lists tell it
}

// posting is a page of a program that has its posting as data.
func posting(data string) []byte {
	return []byte(`<!doctype html><html><head><title>Careers</title><script type="application/ld+json">` + data + `</script></head><body><div id=root></div><noscript>Enable JavaScript.</noscript></body></html>`)
}

// A kindOfDocument is a document of a kind that people were seen to send, with the lines of its
// text.
type kindOfDocument struct {
	reason string
	raw    []byte
	kind   Kind
	want   []string
}

func kindsOfDocuments() []kindOfDocument {
	utf16 := func(e unicode.Endianness, mark unicode.BOMPolicy, s string) string {
		b, err := unicode.UTF16(e, mark).NewEncoder().String(s)
		if err != nil {
			panic(err)
		}
		return b
	}
	drawing := func(inner string) string {
		return para("", "Skills", `<w:r><w:drawing><wp:inline><a:graphic><a:graphicData>`+inner+`</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`)
	}
	const chunk = `<w:altChunk r:id="x"/>`
	saved := "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x; type=\"text/html\"\n\n--x\nContent-Type: text/html; charset=\"utf-8\"\nContent-Transfer-Encoding: quoted-printable\nContent-Location: file:///C:/a.htm\n\n" +
		"<html><head><style>p.MsoNormal{margin:0}</style></head><body><p class=3DMsoNormal>R=C3=A9sum=C3=A9: coded cha=\nrts</p><iframe src=3D\"cid:f\"></iframe></body></html>\n" +
		"--x\nContent-Type: text/html\nContent-ID: <f>\n\n<p>Framed</p>\n--x\nContent-Type: text/css\n\n.welder{color:red}\n--x\nContent-Type: text/javascript\n\nvar welder\n--x--\n"
	mail := func(header, body string) []byte {
		return []byte("From: robin@example.com\nMIME-Version: 1.0\n" + header + "\n\n" + body)
	}
	return []kindOfDocument{
		{"DOCX: a chunk of HTML", withPart(para("", "Robin")+chunk, "aFChunk", "chunk.html", "<html><body><p>Coded charts</p><ul><li>CCI</li></ul></body></html>"), DOCX, []string{"Robin", "Coded charts", "• CCI"}},
		{"DOCX: a chunk of RTF", withPart(para("", "Robin")+chunk, "aFChunk", "chunk.rtf", `{\rtf1 Coded charts}`), DOCX, []string{"Robin", "Coded charts"}},
		{"DOCX: a chunk of text", withPart(para("", "Robin")+chunk, "aFChunk", "chunk.txt", "Coded charts"), DOCX, []string{"Robin", "Coded charts"}},
		{"DOCX: a chunk that is a saved page", withPart(para("", "Robin")+chunk, "aFChunk", "chunk.mht", saved), DOCX, []string{"Robin", "Résumé: coded charts", "Framed"}},
		{"DOCX: a chunk that is a document of Word", withPart(para("", "Robin")+chunk, "aFChunk", "chunk.docx", string(word(para("", "Coded charts")))), DOCX, []string{"Robin", "Coded charts"}},
		{"DOCX: a chunk in a paragraph and in a cell", withPart("<w:tbl><w:tr><w:tc>"+para("", "Robin", chunk)+"</w:tc></w:tr></w:tbl>", "aFChunk", "chunk.txt", "Coded charts"), DOCX, []string{"Robin", "Coded charts"}},
		{"DOCX: a diagram", withPart(drawing(`<dgm:relIds r:dm="x"/>`), "diagramData", "data1.xml", `<dgm:dataModel><dgm:ptLst><dgm:pt><dgm:t><a:p><a:r><a:t>Release of information</a:t></a:r></a:p></dgm:t></dgm:pt><dgm:pt><dgm:t><a:p><a:r><a:t>CCI</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>`),
			DOCX, []string{"Skills", "Release of information", "CCI"}},
		{"DOCX: a chart", withPart(drawing(`<c:chart r:id="x"/>`), "chart", "chart1.xml", `<c:chartSpace><c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>Charts coded</a:t></a:r></a:p></c:rich></c:tx></c:title><c:plotArea><c:ser><c:cat><c:strRef><c:f>A1</c:f><c:strCache><c:pt><c:v>Inpatient</c:v></c:pt><c:pt><c:v>Day surgery</c:v></c:pt></c:strCache></c:strRef></c:cat><c:val><c:numRef><c:numCache><c:pt><c:v>42</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser></c:plotArea></c:chart></c:chartSpace>`),
			DOCX, []string{"Skills", "Charts coded", "Inpatient", "Day surgery"}},
		{"DOCX: names with back slashes", renamed(renamed(word(para("", "Coded charts")), "word/document.xml", `word\document.xml`), "_rels/.rels", `_rels\.rels`), DOCX, []string{"Coded charts"}},
		{"DOCX: names in capitals", renamed(word(para("", "Coded charts")), "word/document.xml", "WORD/Document.xml"), DOCX, []string{"Coded charts"}},
		{"DOCX: a part in UTF-16", rawWord(func() string {
			return utf16(unicode.LittleEndian, unicode.UseBOM, `<?xml version="1.0" encoding="UTF-16"?>`+openBody+para("", "Coded charts – é")+shutBody)
		})(), DOCX, []string{"Coded charts – é"}},
		{"DOCX: a part in UTF-16 without a mark", rawWord(func() string {
			return utf16(unicode.BigEndian, unicode.IgnoreBOM, `<?xml version="1.0" encoding="UTF-16"?>`+openBody+para("", "Coded charts")+shutBody)
		})(), DOCX, []string{"Coded charts"}},
		{"DOCX as one XML file", flatWord(para("", "Coded charts")), DOCX, []string{"Coded charts"}},
		{"DOCX of 2003, as XML", []byte(`<?xml version="1.0"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body>` + para("", "Coded charts") + `</w:body></w:wordDocument>`), DOCX, []string{"Coded charts"}},
		{"ODT as one XML file", []byte(`<?xml version="1.0"?><office:document ` + odtSpace + ` office:mimetype="application/vnd.oasis.opendocument.text"><office:meta><title>welder</title></office:meta><office:body><office:text><text:h>Robin</text:h><text:list><text:list-item><text:p>Coded charts</text:p></text:list-item></text:list></office:text></office:body></office:document>`),
			ODT, []string{"Robin", "• Coded charts"}},
		{"saved page without the header of a mail", []byte(saved), MHTML, []string{"Résumé: coded charts", "Framed"}},
		{"saved page of a browser", []byte("From: <Saved by Blink>\nSnapshot-Content-Location: https://example.com\nSubject: Coder\n" + saved), MHTML, []string{"Coder", "Résumé: coded charts", "Framed"}},
		{"e-mail with pictures in its page", mail(`Content-Type: multipart/related; boundary=x`, "--x\nContent-Type: multipart/alternative; boundary=y\n\n--y\n\nCoded charts\n--y\nContent-Type: text/html\n\n<p>Coded charts</p>\n--y--\n--x\nContent-Type: image/png\n\n1234\n--x--\n"),
			Email, []string{"Coded charts"}},
		{"page: data alone", posting(`{"@context":"https://schema.org","@type":"JobPosting","title":"Coder","hiringOrganization":{"name":"Lakeview"},"description":"<p>Code charts.</p><ul><li>CCI</li></ul>"}`),
			HTML, []string{"Coder", "Lakeview", "Code charts.", "• CCI"}},
		{"page: data in a graph, with a list of types", posting(`{"@graph":[{"@type":"WebSite","name":"x"},{"@type":["Thing","JobPosting"],"title":"Coder","description":"Code charts.","responsibilities":["Abstract","Audit"]}]}`),
			HTML, []string{"Coder", "Code charts.", "Responsibilities", "• Abstract", "• Audit"}},
		{"page: data that is escaped", posting(`{"@type":"http://schema.org/JobPosting","title":"Coder &amp; auditor","description":"&lt;p&gt;Code &amp;amp; abstract.&lt;/p&gt;&lt;br&gt;CCI"}`),
			HTML, []string{"Coder & auditor", "Code & abstract.", "CCI"}},
		{"page: data that is escaped as a whole", posting(`{&quot;@type&quot;:&quot;JobPosting&quot;,&quot;title&quot;:&quot;Coder&quot;}`), HTML, []string{"Coder"}},
		{"page: data with line ends in it", posting("{\"@type\":\"JobPosting\",\n\"title\":\"Coder\",\"description\":\"Code\ncharts\"}"), HTML, []string{"Coder", "Code charts"}},
		{"page: escaped twice", []byte("<html><body><div>&lt;p&gt;Code charts&lt;/p&gt;&lt;ul&gt;&lt;li&gt;CCI&amp;nbsp;codes&lt;/li&gt;&lt;/ul&gt;</div></body></html>"), HTML, []string{"Code charts", "• CCI codes"}},
		{"page: marks that are shown", []byte("<html><body><p>Close it with <code>&lt;/p&gt;</code></p></body></html>"), HTML, []string{"Close it with </p>"}},
		{"page: a frame with its page in it", []byte(`<html><body><p>Job</p><iframe srcdoc="&lt;h1&gt;Coder&lt;/h1&gt;&lt;p&gt;Charts &amp;amp; more&lt;/p&gt;"></iframe></body></html>`), HTML, []string{"Job", "Coder", "Charts & more"}},
		{"page: a drawing", []byte(`<html><body><svg><title>welder</title><text>Coder</text><text>Auditor</text></svg></body></html>`), HTML, []string{"Coder", "Auditor"}},
		{"page: a form that is filled in", []byte(`<html><body><p>Title <input value="Coder"><input type=hidden value=welder></p></body></html>`), HTML, []string{"Title Coder"}},
		{"HR-XML", []byte(`<?xml version="1.0"?><Resume xmlns="http://ns.hr-xml.org/2007-04-15"><Name>Robin</Name><EmploymentHistory><EmployerOrg><EmployerOrgName>Lakeview</EmployerOrgName><PositionHistory><Title>Coder</Title><OrgName><OrganizationName>Records</OrganizationName></OrgName><Description>Coded charts.</Description><StartDate><YearMonth>2018-01</YearMonth></StartDate><EndDate><YearMonth>2024-02</YearMonth></EndDate></PositionHistory></EmployerOrg></EmploymentHistory></Resume>`),
			XML, []string{"Robin", "Coder, Records, 2018-01, 2024-02", "Lakeview", "Coded charts."}},
		{"Europass", []byte(`<?xml version="1.0"?><SkillsPassport xmlns="http://europass.cedefop.europa.eu/Europass"><LearnerInfo><WorkExperienceList><WorkExperience><Period><From year="2018" month="--03"/><To year="2024"/></Period><Position><Label>Coder</Label></Position><Activities>&lt;p&gt;Coded charts&lt;/p&gt;&lt;p&gt;Audits&lt;/p&gt;</Activities><Employer><Name>Lakeview</Name></Employer></WorkExperience></WorkExperienceList></LearnerInfo></SkillsPassport>`),
			XML, []string{"Coder, Lakeview, 2018-03, 2024", "Coded charts", "Audits"}},
		{"XML of no known kind", []byte(`<?xml version="1.0" encoding="ISO-8859-1"?><cv><who>Ren` + "\xe9" + `</who><text>Coded <b>inpatient</b> charts</text></cv>`), XML, []string{"René", "Coded inpatient charts"}},
		{"a list of properties", []byte(`<?xml version="1.0"?><!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "x"><plist><dict><key>Title</key><string>Coder</string><key>Skills</key><array><string>CCI</string></array><key>Icon</key><data>MTIz</data></dict></plist>`),
			XML, []string{"Title: Coder", "Skills", "CCI"}},
		{"a vCard", []byte("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Robin Sample\r\nORG:Lakeview;Records\r\nTITLE:Health records\r\n  technician\r\nNOTE:Coded charts\\, CCI\\nAudits\r\nEND:VCARD\r\n"), VCard,
			[]string{"Robin Sample", "Health records technician", "Lakeview, Records", "Coded charts, CCI", "Audits"}},
		{"a vCard of the second version", []byte("BEGIN:VCARD\nFN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Ren=C3=A9=\n e\nitem1.TITLE:Coder\nEND:VCARD\n"), VCard, []string{"René e", "Coder"}},
		{"e-mail: flowed, with spaces that are no text", mail("Content-Type: text/plain; format=flowed; delsp=yes", "Coded inpa \ntient charts. \n\nAudits\n-- \nRobin\n"), Email, []string{"Coded inpatient charts.", "", "Audits", "--", "Robin"}},
		{"e-mail: flowed", mail("Content-Type: text/plain; format=flowed", "Coded \ncharts\n> quoted \n> text\n"), Email, []string{"Coded charts", ">quoted text"}},
		{"a mailbox", []byte("From a@b.c Sat Nov 28 00:00:00 2026\nFrom: a@b.c\nSubject: Coder\n\nCoded charts\n\nFrom d@b.c Sat Nov 28 00:00:00 2026\nFrom: d@b.c\nSubject: Cook\n\nGrilled fish\n"), Email, []string{"Coder", "Coded charts", "Cook", "Grilled fish"}},
		{"text in UTF-16 without a mark", []byte(utf16(unicode.LittleEndian, unicode.IgnoreBOM, "Coded charts in Montréal")), Text, []string{"Coded charts in Montréal"}},
		{"text in UTF-16 the other way", []byte(utf16(unicode.BigEndian, unicode.IgnoreBOM, "Coded charts in Montréal")), Text, []string{"Coded charts in Montréal"}},
		{"a page in UTF-16 without a mark", []byte(utf16(unicode.LittleEndian, unicode.IgnoreBOM, "<html><body><p>Coded charts</p></body></html>")), HTML, []string{"Coded charts"}},
		{"Markdown", []byte("---\ntitle: Coder\n---\n# Robin *Sample*\n\n**Coder**, [Lakeview](https://example.com)\n555-0100\n\n* Coded `CCI`\n* Audits\n\n1. One\n2. Two\n\n| Year | Role |\n|---|---|\n| 2018 | Coder |\n"), Text,
			[]string{"title: Coder", "Robin Sample", "Coder, Lakeview", "555-0100", "• Coded CCI", "• Audits", "1. One", "2. Two", "Year\tRole", "2018\tCoder"}},
		{"a text with a star", []byte("Robin\n* Coded charts\n* Audits\n"), Text, []string{"Robin", "* Coded charts", "* Audits"}},
		{"a text with a number sign", []byte("# 12 Main Street\nRobin\n"), Text, []string{"# 12 Main Street", "Robin"}},
		{"a text that begins with a sign", []byte("<Robin Sample> coder\n"), Text, []string{"<Robin Sample> coder"}},
	}
}

// TestKinds reads one document of each kind.
func TestKinds(t *testing.T) {
	for _, tc := range kindsOfDocuments() {
		f, err := Read(t.Context(), "document", tc.raw, Limits{})
		var got []string
		for line := range strings.Lines(f.Text) {
			if line = strings.TrimSpace(line); line != "" {
				got = append(got, line)
			}
		}
		var want []string
		for _, line := range tc.want {
			if line != "" {
				want = append(want, line)
			}
		}
		if diff := cmp.Diff(want, got); diff != "" || err != nil || f.Kind != tc.kind {
			t.Errorf("%s: kind %s, want %s; %v (-want +got):\n%s", tc.reason, f.Kind, tc.kind, err, diff)
		}
	}
}

// sharedCases are inputs that were made after public reports; a checkout on its own has none.
const sharedCases = "../../../../shared/cases/documents"

// TestSharedCases reads them but for PDF.
func TestSharedCases(t *testing.T) {
	raw, err := os.ReadFile(filepath.Join(sharedCases, "expect.json"))
	if err != nil {
		t.Skipf("no shared cases: %v", err)
	}
	var all map[string]struct {
		Must, Mustnot, Order []string
		Kind, Err            string
	}
	if err := json.Unmarshal(raw, &all); err != nil {
		t.Fatal(err)
	}
	spaced := func(s string) string { return strings.Join(strings.Fields(s), " ") }
	for name, c := range all {
		if filepath.Ext(name) == ".pdf" {
			continue
		}
		raw, err := os.ReadFile(filepath.Join(sharedCases, name))
		if err != nil {
			t.Fatal(err)
		}
		f, err := Read(t.Context(), name, raw, Limits{})
		if (err != nil) != (c.Err != "") || err != nil && !strings.Contains(err.Error(), c.Err) {
			t.Errorf("%s (%s): %v, want %q", name, c.Kind, err, c.Err)
		}
		text := spaced(f.Text)
		for _, s := range c.Must {
			if !strings.Contains(text, spaced(s)) {
				t.Errorf("%s (%s): no %q in %q", name, c.Kind, s, text)
			}
		}
		for _, s := range c.Mustnot {
			if strings.Contains(text, spaced(s)) {
				t.Errorf("%s (%s): %q in %q", name, c.Kind, s, text)
			}
		}
		at := 0
		for _, s := range c.Order {
			i := strings.Index(text[at:], spaced(s))
			if i < 0 {
				t.Errorf("%s (%s): no %q after the others in %q", name, c.Kind, s, text)
				break
			}
			at += i
		}
	}
}
