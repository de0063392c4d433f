package documents

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A trick is a way to show a text that nobody sees.
type trick struct{ name, content string }

const trickText = "Coded charts of inpatients"

// resourcesOfTricks are states of opacity, a white ink, a layer that is switched off, and pictures.
func resourcesOfTricks(p *pdfFile) string {
	p.objects[0] = "<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[3 0 R 4 0 R]/D<</OFF[3 0 R 4 0 R]>>>>>>"
	p.add("<</Type/OCG/Name(draft)>>")
	p.add("<</Type/OCG/Name(printed)/Usage<</Print<</PrintState/ON>>>>>>")
	picture := p.stream("/Type/XObject/Subtype/Image/Width 8/Height 8/BitsPerComponent 8/ColorSpace/DeviceGray", strings.Repeat("\x80", 64))
	masked := p.stream("/Type/XObject/Subtype/Image/Width 8/Height 8/BitsPerComponent 8/ColorSpace/DeviceGray/SMask "+picture, strings.Repeat("\x80", 64))
	draft := p.stream("/Type/XObject/Subtype/Form/BBox[0 0 612 792]/OC 3 0 R/Resources<<"+coreFonts+">>", at(72, 400, "F1", 10, trickText))
	faint := p.stream("/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Group<</S/Transparency>>/Resources<<"+coreFonts+">>", at(72, 400, "F1", 10, trickText))
	return coreFonts + "/ExtGState<</G0<</ca 0/CA 0>>/G5<</ca 0.04>>/M<</BM/Multiply>>>>/XObject<</I1 " + picture + "/I2 " + masked +
		"/Draft " + draft + "/Faint " + faint + ">>/Properties<</L1 3 0 R/L2 4 0 R/L3<</Type/OCMD/OCGs[3 0 R]>>>>" +
		"/ColorSpace<</C1[/Separation/White/DeviceGray<</FunctionType 2/Domain[0 1]/N 1/C0[0]/C1[1]>>]/C2[/Indexed/DeviceRGB 1(\\377\\377\\377\\000\\000\\000)]>>"
}

func tricks() []trick {
	text := at(72, 400, "F1", 10, trickText)
	return []trick{
		{"white", "1 g " + text},
		{"nearly white", "0.99 0.98 1 rg " + text},
		{"white by mixing inks", "0 0 0 0 k " + text},
		{"a white ink", "/C1 cs 1 scn " + text},
		{"white from a table", "/C2 cs 0 sc " + text},
		{"a white outline", "1 Tr 1 G " + text},
		{"not painted", "3 Tr " + text},
		{"tiny", at(72, 400, "F1", 0.8, trickText)},
		{"tiny by its matrix", "q 0.1 0 0 0.1 0 0 cm " + at(720, 4000, "F1", 9, trickText) + "Q "},
		{"narrow", "BT 1 Tz ET " + text},
		{"no size", at(72, 400, "F1", 0, trickText)},
		{"no opacity", "/G0 gs " + text},
		{"hardly an opacity", "/G5 gs " + text},
		{"a form without opacity", "/G0 gs /Faint Do "},
		{"left of the page", at(-400, 400, "F1", 10, trickText)},
		{"below the page", at(72, -40, "F1", 10, trickText)},
		{"far away", at(90_000, 400, "F1", 10, trickText)},
		{"clipped", "0 0 50 50 re W n " + text},
		{"clipped to nothing", "72 400 0 0 re W* n " + text},
		{"the colour of a bar", "0 0.2 0.4 rg 50 390 400 30 re f 0 0.2 0.42 rg " + text},
		{"the colour of a bar with round ends", "0.2 g 60 390 m 250 390 l 270 400 l 250 415 l 60 415 l 50 400 l f 0.21 g " + text},
		{"under a bar", text + "0.5 g 50 390 400 30 re f "},
		{"under a white bar", text + "1 g 50 390 400 30 re f "},
		{"under a picture", text + "q 400 0 0 40 50 390 cm /I1 Do Q "},
		{"a layer that is switched off", "/OC /L1 BDC " + text + "EMC "},
		{"a group of layers that are switched off", "/OC /L3 BDC " + text + "EMC "},
		{"a form on a layer that is switched off", "/Draft Do "},
		{"a text in the place of another", "/Span <</ActualText (" + trickText + ", and much more than is shown)>> BDC " + at(72, 400, "F1", 10, "Hi") + "EMC "},
	}
}

// open are ways to show a text that look like tricks, and are none.
func open() []trick {
	text := at(72, 400, "F1", 10, trickText)
	return []trick{
		{"white on a dark bar", "0.1 g 50 390 400 30 re f 1 g " + text},
		{"white on a bar with round ends", "0.1 0.2 0.5 rg 60 390 m 440 390 l 450 390 450 415 440 415 c 60 415 l 50 415 50 390 60 390 c f 1 g " + text},
		{"white on a thick line", "q 30 w 0.2 G 50 403 m 500 403 l S Q 1 g " + text},
		{"white on a picture", "q 400 0 0 40 50 390 cm /I1 Do Q 1 g " + text},
		{"white on a pattern", "/Pattern cs /P1 scn 50 390 400 30 re f 1 g " + text},
		{"black on a white bar", "1 g 0 0 612 792 re f 0 g " + text},
		{"black by a black line", "0 g 50 396 500 0.5 re f " + text},
		{"light grey", "0.8 g " + text},
		{"small print", at(72, 400, "F1", 3, trickText)},
		{"small units", "q 0.1 0 0 0.1 0 0 cm " + at(720, 4000, "F1", 100, trickText) + "Q "},
		{"under a highlight", text + "/M gs 1 1 0 rg 50 390 400 30 re f "},
		{"struck through", text + "0 g 50 402 400 1 re f "},
		{"under a picture that is masked", text + "q 400 0 0 40 50 390 cm /I2 Do Q "},
		{"with a white shadow", "1 g " + at(72.5, 399.5, "F1", 10, trickText) + "0 g " + text},
		{"on a layer that is printed", "/OC /L2 BDC " + text + "EMC "},
		{"outlined", "1 Tr " + text},
	}
}

func TestHiddenTextOfPDFs(t *testing.T) {
	line := at(72, 700, "F1", 10, "Line cook, Sample Diner")
	read := func(content string) File {
		t.Helper()
		p := newPDF()
		f, err := Read(t.Context(), "file", p.pages(resourcesOfTricks(p), "", "q "+content+"Q "+line, line).bytes(), Limits{})
		if err != nil {
			t.Fatal(err)
		}
		return f
	}
	for _, tc := range tricks() {
		f := read(tc.content)
		if strings.Contains(f.Text, "charts") || !strings.Contains(f.Text, "Line cook") {
			t.Errorf("%s: a text that nobody sees is read:\n%s", tc.name, f.Text)
		}
		if i := slices.IndexFunc(f.LeftOut, func(l LeftOut) bool { return l.Kind == LeftHidden && l.Where == "page 1" }); i < 0 || f.LeftOut[i].Size < len(trickText)-4 {
			t.Errorf("%s: left out %+v", tc.name, f.LeftOut)
		}
	}
	for _, tc := range open() {
		if f := read(tc.content); !strings.Contains(f.Text, trickText) || len(f.LeftOut) > 0 {
			t.Errorf("%s: left out %+v, read:\n%s", tc.name, f.LeftOut, f.Text)
		}
	}
}

// pdfKinds are documents of kinds that programs write and readers get wrong.
func pdfKinds() []sample {
	return []sample{
		{"pdf-soft-hyphens-shown.pdf", "a hyphen that the font maps to a soft hyphen", shownSoftHyphens(), PDF,
			"Coded full-time in ICD-10-CA, Jun. 2017 - May 2018\nHands-on audits of inpatient charts\n", ""},
		{"pdf-large-name.pdf", "a name over a headline in a much smaller font", newPDF().pages(coreFonts, "", at(72, 700, "F2", 32, "Robin Sample")+
			at(72, 686, "F1", 11, "Health records coder")+at(330, 700, "F1", 9, "robin@example.com")).bytes(), PDF,
			"Robin Sample\trobin@example.com\nHealth records coder\n", ""},
		{"pdf-tight-gaps.pdf", "gaps of .12 to .16 of the size of the font in the place of spaces", tightGaps(), PDF,
			"Provided an easily used register of health records\nCoded inpatient charts and trained six coders\nWrote the manual of the registry for coders\n", ""},
		{"pdf-superscripts.pdf", "superscripts and subscripts in smaller fonts", superscripts(), PDF,
			"1st place, 2nd class honours\nTests of H2O and CO2 in the lab\nResearch1, 2 on registers\n", ""},
		{"pdf-blank-tails.pdf", "cells filled with blanks that reach into the next", blankTails(), PDF, "03/25/2016\t07/01/2015\tRecords Technician\n2015\tHalifax\n", ""},
		{"pdf-labels.pdf", "labels of bold text at the left of values", labelsAndValues(), PDF,
			"Coding:\tICD-10-CA, CCI and the standards of CIHI\nSoftware:\t3M encoder, Meditech, Excel with pivot tables\n" +
				"Privacy:\tPHIPA, release of information to insurers\nEmployer\tLakeview General Hospital of Sample County\n" +
				"Position\tHealth records technician, full time\nSupervisor\tDirector of health information management\n", ""},
		{"pdf-short-columns.pdf", "two columns of two lines each", newPDF().pages(coreFonts, "", lines(60, 712, "The records committee met on the", "yearly audit of charts")+
			lines(330, 712, "agreed on the schedule of retention", "for paper and scans.")).bytes(), PDF,
			"The records committee met on the\nyearly audit of charts\nagreed on the schedule of retention\nfor paper and scans.\n", ""},
		{"pdf-columns-of-two-pitches.pdf", "a head over the left of two columns whose lines stand at different heights", columnsOfTwoPitches(), PDF,
			"Robin Sample\nSummary\nReads the charts of patients with care and\nabstracts what the registry asks for, in\nthree languages and on time\n" +
				"Trained the coders of two hospitals and\nwrote the manual that they use, which is\nnow in its third edition and read by\nmany others\n", ""},
		{"pdf-right-to-left.pdf", "Hebrew and Arabic, whose glyphs come in the order in which they are seen", rightToLeft(), PDF,
			"שלום ICD-10 עולם (2019)\nCoder קידוד רפואי, Halifax\nمرحبا سجل\n", ""},
		{"pdf-actual-text.pdf", "texts that stand for glyphs", newPDF().pages(coreFonts, "", "BT /F1 10 Tf 72 700 Td (Certi) Tj /Span <</ActualText (fi)>> BDC (*) Tj EMC (ed o) Tj "+
			"/Span <</ActualText <FEFF006600660069>>> BDC (#) Tj EMC (ce coder) Tj ET "+"/Span /P1 BDC "+at(72, 686, "F1", 10, "GPA")+"EMC "+
			"BT /F1 10 Tf 72 672 Td (Halifax) Tj /Span <</ActualText <FEFF200B>>> BDC ( ) Tj EMC ( and Truro) Tj ET").bytes(), PDF,
			"Certified office coder\nGPA\nHalifax and Truro\n", ""},
		{"pdf-values-without-look.pdf", "a form whose fields have values and no appearance", valuesWithoutLook(), PDF,
			"Name\tRobin Sample\nOccupation\tHealth records coder\nDuties\tCodes charts\nAudits abstracts\n", ""},
		{"pdf-scan-with-text.pdf", "a picture of a page and the text that a program found in it", scanWithText(), PDF, lettersText, ""},
		{"pdf-portfolio.pdf", "a cover and an attached file", portfolio(shown), PDF, "Robin Sample, health records technician\n", ""},
	}
}

func shownSoftHyphens() []byte {
	p := newPDF()
	toUnicode := p.stream("", "1 begincodespacerange <00><ff> endcodespacerange 1 beginbfchar <2D><00AD> endbfchar 2 beginbfrange <20><2C><0020> <2E><7E><002E> endbfrange")
	return p.pages("/Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding/ToUnicode "+toUnicode+">>>>", "",
		lines(72, 700, "Coded full-time in ICD-10-CA, Jun. 2017 - May 2018", "Hands-on audits of in-", "patient charts")).bytes()
}

func tightGaps() []byte {
	var content string
	for i, l := range []string{"Provided an easily used register of health records", "Coded inpatient charts and trained six coders", "Wrote the manual of the registry for coders"} {
		gap := fmt.Sprintf(")-%d(", 120+20*i)
		content += fmt.Sprintf("BT /F1 9 Tf 60 %d Td [(%s)] TJ ET ", 700-i*11, strings.ReplaceAll(l, " ", gap))
	}
	return newPDF().pages(coreFonts, "", content).bytes()
}

// mixed shows pieces of a text one after another; one that begins with "^" is raised, with "_"
// lowered, in a small font.
func mixed(x, y, size float64, pieces ...string) string {
	var b strings.Builder
	for _, piece := range pieces {
		up, small := 0.0, size
		switch piece[0] {
		case '^':
			up, small = 0.35*size, 0.62*size
		case '_':
			up, small = -0.15*size, 0.62*size
		}
		text := strings.TrimLeft(piece, "^_")
		b.WriteString(at(x, y+up, "F1", small, text))
		x += coreWidth(text) * small
	}
	return b.String()
}

func superscripts() []byte {
	return newPDF().pages(coreFonts, "", mixed(72, 700, 11, "1", "^st", " place, 2", "^nd", " class honours")+
		mixed(72, 686, 11, "Tests of H", "_2", "O and CO", "_2", " in the lab")+mixed(72, 672, 11, "Research", "^1, 2", " on registers")).bytes()
}

func blankTails() []byte {
	cell := func(x, y float64, clip bool, text string) string {
		c := at(x+2, y, "F1", 10, text+strings.Repeat(" ", 40))
		if clip {
			c = fmt.Sprintf("%g %g 66 12 re W n ", x, y-2) + c
		}
		return "q " + c + "Q "
	}
	return newPDF().pages(coreFonts, "", cell(60, 690, true, "03/25/2016")+cell(126, 690, true, "07/01/2015")+at(194, 690, "F1", 10, "Records Technician")+
		cell(60, 676, false, "2015")+letterByLetter(128, 676, 10, "Halifax")).bytes()
}

func labelsAndValues() []byte {
	var content string
	for i, row := range [][2]string{{"Coding:", "ICD-10-CA, CCI and the standards of CIHI"}, {"Software:", "3M encoder, Meditech, Excel with pivot tables"},
		{"Privacy:", "PHIPA, release of information to insurers"}, {"Employer", "Lakeview General Hospital of Sample County"},
		{"Position", "Health records technician, full time"}, {"Supervisor", "Director of health information management"}} {
		y := 700 - float64(i)*16
		content += at(60, y, "F2", 10, row[0]) + at(180, y, "F1", 10, row[1])
	}
	return newPDF().pages(coreFonts, "", content).bytes()
}

func columnsOfTwoPitches() []byte {
	content := at(60, 730, "F2", 20, "Robin Sample") + at(60, 700, "F2", 12, "Summary")
	for i, l := range []string{"Reads the charts of patients with care and", "abstracts what the registry asks for, in", "three languages and on time"} {
		content += at(60, 684-float64(i)*15, "F1", 10, l)
	}
	for i, l := range []string{"Trained the coders of two hospitals and", "wrote the manual that they use, which is", "now in its third edition and read by", "many others"} {
		content += at(330, 722-float64(i)*13, "F1", 10, l)
	}
	return newPDF().pages(coreFonts, "", content).bytes()
}

func rightToLeft() []byte {
	var f compositeFont
	// The glyphs from left to right, as they are seen.
	seen := func(s string) []string { return strings.Split(s, "") }
	content := f.show(72, 700, 10, seen("(2019) םלוע ICD-10 םולש")) + f.show(72, 686, 10, seen("Coder יאופר דודיק, Halifax")) +
		f.show(72, 672, 10, seen("لجس ابحرم"))
	p := newPDF()
	return p.pages(f.resources(p), "", content).bytes()
}

func valuesWithoutLook() []byte {
	p := newPDF()
	parent := p.add("<</FT/Tx/V(Health records coder)/DA(/Helv 10 Tf 0 g)>>")
	fields := p.add("<</Type/Annot/Subtype/Widget/FT/Tx/DA(/Helv 10 Tf 0 g)/Rect[200 697 400 711]/V(Robin Sample)>>") + " " +
		p.add("<</Type/Annot/Subtype/Widget/Parent "+parent+"/Rect[200 677 400 691]>>") + " " +
		p.add("<</Type/Annot/Subtype/Widget/FT/Tx/Ff 4096/DA(/Helv 10 Tf 0 g)/Rect[200 641 400 669]/V(Codes charts\\rAudits abstracts)>>") + " " +
		p.add("<</Type/Annot/Subtype/Widget/FT/Tx/Ff 8192/Rect[200 600 400 614]/V(a password)>>") + " " +
		p.add("<</Type/Annot/Subtype/Text/Rect[20 600 40 614]/Contents(ask for references)>>")
	p.objects[0] = "<</Type/Catalog/Pages 2 0 R/AcroForm<</NeedAppearances true/Fields[" + fields + "]>>>>"
	return p.pages(coreFonts, "/Annots["+fields+"]", at(72, 700, "F1", 10, "Name")+at(72, 680, "F1", 10, "Occupation")+at(72, 658, "F1", 10, "Duties")).bytes()
}

func scanWithText() []byte {
	p := newPDF()
	picture := p.stream("/Type/XObject/Subtype/Image/Width 8/Height 8/BitsPerComponent 8/ColorSpace/DeviceGray", strings.Repeat("\xff", 64))
	return p.pages(coreFonts+"/XObject<</I1 "+picture+">>", "", "BT 3 Tr ET "+textLines()+"q 612 0 0 792 0 0 cm /I1 Do Q ").bytes()
}

func portfolio(cover string) []byte {
	p := newPDF()
	file := p.stream("/Type/EmbeddedFile/Params<</Size 1234>>", "Robin Sample, coder")
	p.objects[0] = "<</Type/Catalog/Pages 2 0 R/Collection<</View/T>>/Names<</EmbeddedFiles<</Kids[<</Names[(cv) <</Type/Filespec/F(cv.docx)/UF(" +
		"cv.docx)/EF<</F " + file + ">>>>]>>]>>>>>>"
	return p.pages(coreFonts, "", cover).bytes()
}

func TestLeftOutOfPDFs(t *testing.T) {
	two := newPDF()
	picture := two.stream("/Type/XObject/Subtype/Image/Width 8/Height 8/BitsPerComponent 8/ColorSpace/DeviceGray", strings.Repeat("\x80", 64))
	two.pages(coreFonts+"/XObject<</I1 "+picture+">>", "", textLines(), "q 612 0 0 792 0 0 cm /I1 Do Q ")
	for _, tc := range []struct {
		reason string
		raw    []byte
		want   []LeftOut
	}{
		{"an attached file", portfolio(shown), []LeftOut{{Kind: LeftAttachment, Size: 1234, Name: "cv.docx"}}},
		{"a note that is shown when asked for", valuesWithoutLook(), []LeftOut{{Kind: LeftComment, Size: 16, Where: "page 1"}}},
		{"a page that is a scan after one that is none", two.bytes(), []LeftOut{{Kind: LeftImage, Where: "page 2"}}},
		{"nothing", singleColumn().bytes(), nil},
	} {
		f, err := Read(t.Context(), "file", tc.raw, Limits{})
		if diff := cmp.Diff(tc.want, f.LeftOut); diff != "" || err != nil {
			t.Errorf("%s: %v (-want +got):\n%s", tc.reason, err, diff)
		}
	}
	_, err := Read(t.Context(), "file", portfolio(" "), Limits{})
	if err == nil || !strings.Contains(err.Error(), `holds no text of its own, and the files attached to it are not read ("cv.docx")`) {
		t.Errorf("a cover without text: %v", err)
	}
}
