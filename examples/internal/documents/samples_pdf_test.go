package documents

import (
	"fmt"
	"strings"
	"unicode/utf16"
)

func utf16Hex(s string) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04X", u)
	}
	return b.String()
}

var longWork = []string{
	"Reviewed the charts of inpatients and day surgery for completeness and accuracy and",
	"assigned ICD-10-CA and CCI codes to every discharge of the general hospital.",
	"• Released information to insurers, courts and patients under the privacy act of the pro-",
	"vince, and kept the log of requests.",
	"• Operated the information systems that store, index and retrieve medical rec\u00ad",
	"ords.",
	"• Prepared medical, social and administrative statistics for the department — each month.",
	"1. Trained four clerks; résumé of the training in French: « codage des congés ».",
	"Vice-President of the local chapter, on call for well-known questions of cod-",
	"ing quality.",
}

const longWorkText = `Reviewed the charts of inpatients and day surgery for completeness and accuracy and
assigned ICD-10-CA and CCI codes to every discharge of the general hospital.
• Released information to insurers, courts and patients under the privacy act of the province, and kept the log of requests.
• Operated the information systems that store, index and retrieve medical records.
• Prepared medical, social and administrative statistics for the department — each month.
1. Trained four clerks; résumé of the training in French: « codage des congés ».
Vice-President of the local chapter, on call for well-known questions of coding quality.
`

var (
	sidebar = []string{
		"# Skills", "ICD-10-CA and CCI", "3M encoder, Epic", "Medical terms", "Data quality", "# Languages", "English, French", "# Education",
		"Diploma in health", "information manage-", "ment, Example Col-", "lege, 2014",
	}
	mainColumn = []string{
		"# Experience", "Health information management professional, Sample Hospital, 2015 to 2023.", "Coded the charts of inpatients within three days of discharge,",
		"queried physicians about unclear diagnoses, and abstracted each", "stay for the national discharge database.", "Earlier records clerk of an outpatient clinic, where scanning and",
		"indexing forty thousand paper charts was finished ahead of time.", "# Volunteering", "Treasurer of a food bank with two hundred members and a budget",
		"that was balanced in every year of service.",
	}
)

const twoColumnsText = `Robin Sample
robin@example.com, 555-0142
Skills
ICD-10-CA and CCI
3M encoder, Epic
Medical terms
Data quality
Languages
English, French
Education
Diploma in health
information management, Example College, 2014
Experience
Health information management professional, Sample Hospital, 2015 to 2023.
Coded the charts of inpatients within three days of discharge,
queried physicians about unclear diagnoses, and abstracted each
stay for the national discharge database.
Earlier records clerk of an outpatient clinic, where scanning and
indexing forty thousand paper charts was finished ahead of time.
Volunteering
Treasurer of a food bank with two hundred members and a budget
that was balanced in every year of service.
References are available on request, and a portfolio of coding audits can be shown in person at any time.
`

func pdfSamples() []sample {
	return append(pdfKinds(), []sample{
		{"pdf-single-column.pdf", "fonts without a program in WinAnsi, bullets, numbers, soft hyphens, hyphens at line ends, two pages", singleColumn().bytes(), PDF,
			"Robin Sample\nExperience\n" + longWorkText + "Education\nDiploma, Example College, 2014\n", ""},
		{"pdf-object-streams.pdf", "the same with compressed objects and cross-references", singleColumn().compact(), PDF,
			"Robin Sample\nExperience\n" + longWorkText + "Education\nDiploma, Example College, 2014\n", ""},
		{"pdf-damaged-table.pdf", "the same with a table of cross-references that points elsewhere", damagedTable(), PDF,
			"Robin Sample\nExperience\n" + longWorkText + "Education\nDiploma, Example College, 2014\n", ""},
		{"pdf-two-columns.pdf", "a head over two columns of different fonts sizes and baselines, written row by row, and a line below", twoColumns(), PDF, twoColumnsText, ""},
		{"pdf-table.pdf", "a table whose cells stand apart, dates at the right margin", table(), PDF, tableText, ""},
		{"pdf-running-heads.pdf", "head and foot with page numbers on four pages", runningHeads(), PDF, runningHeadsText(), ""},
		{"pdf-letter-by-letter.pdf", "each glyph at its own place, spaces left out, lines in no order", letters(), PDF, lettersText, ""},
		{"pdf-kerning.pdf", "kerning, moves for spaces, a heading with letters set apart", kerning(), PDF, lettersText + "EXPERIENCE ABROAD\n", ""},
		{"pdf-ligatures.pdf", "Identity-H with ToUnicode, glyphs of ligatures mapped to one and to several characters, bullets of a font of signs", ligatures(), PDF, ligaturesText, ""},
		{"pdf-glyph-names.pdf", "an encoding by names of glyphs, without ToUnicode", glyphNames(), PDF, "Certified classifier – office of finance\nRésumé of José Muñoz • “efficient”\n", ""},
		{"pdf-utf16-codes.pdf", "codes in UTF-16, without ToUnicode", utf16Codes(), PDF, "Zoë Šample — health records\nCodificación clínica\n", ""},
		{"pdf-form-objects.pdf", "all text in a form that is turned upside down and back, as browsers print", formObjects(), PDF, lettersText, ""},
		{"pdf-turned-page.pdf", "a page to be shown turned, with a note along its margin", turnedPage(), PDF, lettersText + "Confidential\n", ""},
		{"pdf-filled-form.pdf", "a form whose fields are filled in", filledForm(), PDF, "Name\tRobin Sample\nOccupation\tHealth records coder\n", ""},
		{"pdf-printed-twice.pdf", "bold by printing twice, a picture in the stream, junk in front of the file", printedTwice(), PDF, lettersText, ""},
	}...)
}

func singleColumn() *pdfFile {
	first := lines(72, 720, append([]string{"# Robin Sample", "# Experience"}, longWork...)...)
	return newPDF().pages(coreFonts, "", first, lines(72, 720, "# Education", "Diploma, Example College, 2014"))
}

func damagedTable() []byte {
	raw := string(singleColumn().bytes())
	return []byte(raw[:strings.LastIndex(raw, "startxref")] + "startxref\n99\n%%EOF\n")
}

func twoColumns() []byte {
	content := at(230, 740, "F2", 18, "Robin Sample") + at(215, 720, "F1", 10, "robin@example.com, 555-0142")
	for i := range max(len(sidebar), len(mainColumn)) { // as the lines come from the top
		if i < len(sidebar) {
			content += at(50, 690-float64(i)*15, "F1", 9, strings.TrimPrefix(sidebar[i], "# "))
		}
		if i < len(mainColumn) {
			content += at(190, 692-float64(i)*17, "F1", 11, strings.TrimPrefix(mainColumn[i], "# "))
		}
	}
	content += at(50, 480, "F1", 10, "References are available on request, and a portfolio of coding audits can be shown in person at any time.")
	return newPDF().pages(coreFonts, "", content).bytes()
}

const tableText = `Robin Sample
Records coder, Sample Hospital	2015 – 2023
Coded charts
Audited abstracts
Records clerk, Sample Clinic	2012 – 2015
Filed charts
Year	Course	Place
2021	Coding of day surgery	Halifax
2019	Privacy	Truro
2017	Statistics	Sydney
`

func table() []byte {
	content := lines(72, 740, "Robin Sample", "Records coder, Sample Hospital", "Coded charts", "Audited abstracts", "Records clerk, Sample Clinic", "Filed charts")
	content += at(480, 726, "F1", 10, "2015 – 2023") + at(480, 684, "F1", 10, "2012 – 2015")
	for i, row := range [][]string{{"Year", "Course", "Place"}, {"2021", "Coding of day surgery", "Halifax"}, {"2019", "Privacy", "Truro"}, {"2017", "Statistics", "Sydney"}} {
		for j, cell := range row {
			content += at(72+float64(j)*150, 640-float64(i)*16, "F1", 10, cell)
		}
	}
	return newPDF().pages(coreFonts, "", content).bytes()
}

// sentences are as many as the pages of the sample with running heads.
var sentences = []string{
	"Classified, coded, indexed and filed the records of patients.", "Answered the questions of researchers about the register of tumours.",
	"Maintained the master index of patients and merged doubles.", "Wrote the manual for the scanning of paper charts.",
}

func runningHeads() []byte {
	var pages []string
	for i, s := range sentences {
		content := at(72, 760, "F1", 9, "Robin Sample · Curriculum vitae") + at(72, 30, "F1", 8, fmt.Sprintf("Page %d of %d", i+1, len(sentences)))
		for j := range 6 {
			content += at(72, 700-float64(j)*14, "F1", 10, fmt.Sprintf("%d%c. %s", i+1, 'a'+j, s))
		}
		pages = append(pages, content)
	}
	return newPDF().pages(coreFonts, "", pages...).bytes()
}

func runningHeadsText() string {
	var b strings.Builder
	for i, s := range sentences {
		if i == 0 {
			b.WriteString("Robin Sample · Curriculum vitae\n")
		}
		for j := range 6 {
			fmt.Fprintf(&b, "%d%c. %s\n", i+1, 'a'+j, s)
		}
		if i == 0 {
			b.WriteString("Page 1 of 4\n")
		}
	}
	return b.String()
}

const lettersText = `Robin Sample, health records
Abstracts and codes the charts of all inpatients
Illustrates the flow of files in a small hospital
`

func letters() []byte {
	all := strings.Split(strings.TrimSpace(lettersText), "\n")
	var content string
	for i := len(all) - 1; i >= 0; i-- {
		content += letterByLetter(72, 700-float64(i)*14, 10, all[i])
	}
	return newPDF().pages(coreFonts, "", content).bytes()
}

func kerning() []byte {
	var content string
	for i, l := range strings.Split(strings.TrimSpace(lettersText), "\n") {
		content += kerned(72, 700-float64(i)*14, 10, l)
	}
	content += "BT /F2 12 Tf 4 Tc 6 Tw 72 640 Td (EXPERIENCE ABROAD) Tj 0 Tc 0 Tw ET\n"
	return newPDF().pages(coreFonts, "", content).bytes()
}

const ligaturesText = `• Certified in the classification of files
• Sufficient and efficient flow
`

func ligatures() []byte {
	var f compositeFont
	fi, fl, ffi := "\ufb01", "\ufb02", "ffi"
	split := func(parts ...string) []string {
		var all []string
		for _, p := range parts {
			if p == fi || p == fl || p == ffi {
				all = append(all, p)
				continue
			}
			all = append(all, strings.Split(p, "")...)
		}
		return all
	}
	content := f.show(72, 700, 11, []string{"\uf0b7"}) + f.show(90, 700, 11, split("Certi", fi, "ed in the classi", fi, "cation of ", fi, "les")) +
		f.show(72, 686, 11, []string{"\uf0b7"}) + f.show(90, 686, 11, split("Su", ffi, "cient and e", ffi, "cient ", fl, "ow"))
	p := newPDF()
	return p.pages(f.resources(p), "", content).bytes()
}

func glyphNames() []byte {
	const names = "/fi/endash/eacute/ntilde/bullet/quotedblleft/quotedblright/f_f_i"
	content := "BT /F1 10 Tf 72 700 Td (Certi\\001ed classi\\001er \\002 o\\010ce of \\001nance) Tj 0 -14 Td (R\\003sum\\003 of Jos\\003 Mu\\004oz \\005 \\006e\\010cient\\007) Tj ET"
	return newPDF().pages("/Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding<</Type/Encoding/Differences[1"+names+"]>>>>>>", "", content).bytes()
}

func utf16Codes() []byte {
	content := fmt.Sprintf("BT /F1 10 Tf 72 700 Td <%s> Tj 0 -14 Td <%s> Tj ET", utf16Hex("Zoë Šample — health records"), utf16Hex("Codificación clínica"))
	return newPDF().pages("/Font<</F1<</Type/Font/Subtype/Type0/BaseFont/Sample/Encoding/UniJIS-UTF16-H/DescendantFonts"+
		"[<</Type/Font/Subtype/CIDFontType0/BaseFont/Sample/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)/Supplement 6>>/DW 500>>]>>>>", "", content).bytes()
}

// textLines shows the lines of lettersText.
func textLines() string {
	return lines(72, 700, strings.Split(strings.TrimSpace(lettersText), "\n")...)
}

func formObjects() []byte {
	p := newPDF()
	form := p.stream("/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Matrix[1 0 0 -1 0 792]/Resources<<"+coreFonts+">>", "q 1 0 0 -1 0 792 cm "+textLines()+" Q")
	return p.pages("/XObject<</X1 "+form+">>", "", "q /X1 Do Q").bytes()
}

func turnedPage() []byte {
	content := "q 0 1 -1 0 792 0 cm\n" + textLines() + "Q BT /F1 10 Tf 300 20 Td (Confidential) Tj ET\n"
	return newPDF().pages(coreFonts, "/Rotate 90", content).bytes()
}

func filledForm() []byte {
	p := newPDF()
	field := func(y int, value string) string {
		look := p.stream("/Type/XObject/Subtype/Form/BBox[0 0 200 14]/Resources<<"+coreFonts+">>", "/Tx BMC q BT /F1 10 Tf 2 3 Td "+literal(value)+" Tj ET Q EMC")
		return p.add(fmt.Sprintf("<</Type/Annot/Subtype/Widget/FT/Tx/Rect[200 %d 400 %d]/V %s/AP<</N %s>>>>", y-3, y+11, literal(value), look))
	}
	fields := field(700, "Robin Sample") + " " + field(680, "Health records coder")
	p.objects[0] = "<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[" + fields + "]>>>>"
	return p.pages(coreFonts, "/Annots["+fields+"]", at(72, 700, "F1", 10, "Name")+at(72, 680, "F1", 10, "Occupation")).bytes()
}

func printedTwice() []byte {
	content := textLines() + "q 1 0 0 1 0.3 0 cm " + textLines() + "Q q 20 0 0 20 500 700 cm BI /W 2 /H 2 /BPC 8 /CS /G ID (EI EI\x00 EI Q\n"
	return append([]byte("\r\n"), newPDF().pages(coreFonts, "", content).bytes()...)
}

func brokenPDFSamples() []sample {
	whole := singleColumn().bytes()
	scan := newPDF()
	picture := scan.stream("/Type/XObject/Subtype/Image/Width 8/Height 8/BitsPerComponent 8/ColorSpace/DeviceGray", strings.Repeat("\x80", 64))
	scan.pages(coreFonts+"/XObject<</I1 "+picture+">>", "", "q 612 0 0 792 0 0 cm /I1 Do Q "+at(20, 10, "F1", 6, "Scanned with Sample Scanner"))
	locked := singleColumn()
	locked.trailer = "/ID[<00112233445566778899AABBCCDDEEFF><00112233445566778899AABBCCDDEEFF>]/Encrypt " +
		locked.add("<</Filter/Standard/V 2/R 3/Length 128/P -44/O<"+strings.Repeat("5A", 32)+">/U<"+strings.Repeat("A5", 32)+">>>")
	unmapped := newPDF()
	font := unmapped.add("<</Type/Font/Subtype/Type0/BaseFont/AAAAAA+Sample/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/AAAAAA+Sample" +
		"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 500>>]>>")
	unmapped.pages("/Font<</F1 "+font+">>", "", "BT /F1 10 Tf 72 700 Td <002B00480044004F0057004B00030055004800460052> Tj ET")
	return []sample{
		{name: "broken-scan.pdf", traits: "a picture of a page, with the name of a scanner", raw: scan.bytes(), fails: "is a scan without text: run OCR on it first"},
		{name: "broken-password.pdf", traits: "encrypted, with a password", raw: locked.bytes(), fails: "is protected by a password: save a copy without the password"},
		{name: "broken-truncated.pdf", traits: "the first quarter of a file", raw: whole[:len(whole)/4], fails: "is damaged or cut short"},
		{name: "broken-unmapped.pdf", traits: "glyphs without a map to characters", raw: unmapped.bytes(), fails: "does not say which characters its glyphs stand for"},
		{name: "broken-empty.pdf", traits: "a page with nothing on it", raw: newPDF().pages(coreFonts, "", " ").bytes(), fails: "holds no text"},
	}
}
