package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// resumeFormats write one and the same text as files of the kinds that people send.
var resumeFormats = []struct {
	extension string
	write     func(text string) []byte
}{
	{"txt", func(text string) []byte { return []byte(text) }},
	{"utf16.txt", func(text string) []byte {
		b, _ := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(text)
		return []byte(b)
	}},
	{"latin.txt", func(text string) []byte { b, _ := charmap.Windows1252.NewEncoder().String(text); return []byte(b) }},
	{"html", func(text string) []byte {
		return []byte("<!DOCTYPE html><title>Resume</title><p>" + strings.ReplaceAll(html.EscapeString(text), "\n", "<p>"))
	}},
	{"eml", func(text string) []byte {
		return []byte("From: a@example.com\r\nTo: b@example.com\r\nSubject: Application\r\nMIME-Version: 1.0\r\n" +
			"Content-Type: text/plain; charset=utf-8\r\n\r\n" + strings.ReplaceAll(text, "\n", "\r\n"))
	}},
	{"rtf", func(text string) []byte {
		b, _ := charmap.Windows1252.NewEncoder().String(text)
		var rtf strings.Builder
		for _, c := range []byte(b) {
			switch {
			case c == '\n':
				rtf.WriteString("\\par\n")
			case c >= 0x80:
				fmt.Fprintf(&rtf, `\'%02x`, c)
			default:
				rtf.WriteByte(c)
			}
		}
		return []byte(`{\rtf1\ansi\ansicpg1252 ` + rtf.String() + "}")
	}},
	{"docx", func(text string) []byte {
		var body strings.Builder
		for line := range strings.Lines(text) {
			body.WriteString("<w:p><w:r><w:t>" + html.EscapeString(strings.TrimSpace(line)) + "</w:t></w:r></w:p>")
		}
		return packed(
			"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" `+
				`ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
			"word/document.xml", `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`+body.String()+`</w:body></w:document>`)
	}},
	{"odt", func(text string) []byte {
		return packed("mimetype", "application/vnd.oasis.opendocument.text", "content.xml",
			`<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">`+
				`<office:body><office:text><text:p>`+strings.ReplaceAll(html.EscapeString(text), "\n", "</text:p><text:p>")+`</text:p></office:text></office:body></office:document-content>`)
	}},
	{"pdf", func(text string) []byte {
		var page strings.Builder
		page.WriteString("BT /F 11 Tf 14 TL 72 740 Td\n")
		latin, _ := charmap.Windows1252.NewEncoder().String(text)
		for line := range strings.Lines(latin) {
			page.WriteString("(" + strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`).Replace(strings.TrimSpace(line)) + ") Tj T*\n")
		}
		page.WriteString("ET")
		return pdf("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
			"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
			fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", page.Len(), page.String()),
			"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")
	}},
}

// packed is a ZIP archive of names and contents in turn.
func packed(files ...string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		w, _ := z.CreateHeader(&zip.FileHeader{Name: files[i]}) // of a buffer nothing fails
		w.Write([]byte(files[i+1]))
	}
	z.Close()
	return b.Bytes()
}

// pdf is a PDF of objects, the first of which is its catalogue.
func pdf(objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	var offsets []int
	for i, o := range objects {
		offsets = append(offsets, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	at := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, offset := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, at)
	return b.Bytes()
}

// resumeText is the text of resume n: a trade, and more or less of the work of a coder.
func resumeText(n int) string {
	trades := []string{"Health records technician", "Electrician", "Early childhood educator", "Cook", "Software developer", "Registered nurse", "Welder"}
	work := []string{
		"Coded inpatient charts in ICD-10-CA and CCI for the Discharge Abstract Database.", "Answered requests for release of information (privacy act).",
		"Wired houses and read blueprints at the building site.", "Planned play for children of three to five years, in a café-style kitchen.",
		"Prepared meals on the line during weekend brunch.", "Wrote services in Go and reviewed code of others.", "Gave medication and kept charts on the ward.",
		"Merged duplicate charts in the master patient index.", "Abstracted day surgery and emergency visits for NACRS.",
	}
	var b strings.Builder
	fmt.Fprintf(&b, "Resume of applicant %d\n\n%s, 2015 to %d, Hôpital Général\n", n, trades[n%len(trades)], 2016+n%9)
	for i, line := range work {
		if (n>>i)&1 == 1 {
			b.WriteString(line + "\n")
		}
	}
	return b.String()
}

// Of 500 resumes in mixed formats 10 are broken: 490 are ranked, the 10 named.
func TestRankFolder(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 500 files with the real matcher")
	}
	dir := t.TempDir()
	broken, err := filepath.Glob("../../testdata/documents/broken-*")
	if err != nil || len(broken) < 10 {
		t.Fatalf("%d broken documents (%v), want 10", len(broken), err)
	}
	wantBroken, wantRanked := map[string]bool{}, map[string]bool{}
	for n := range 500 {
		format := resumeFormats[n%len(resumeFormats)]
		name := filepath.Join(dir, fmt.Sprint("team ", n%7), fmt.Sprintf("applicant-%03d.%s", n, format.extension))
		content := format.write(resumeText(n))
		if n%50 == 17 {
			from := broken[n/50]
			if content, err = os.ReadFile(from); err != nil {
				t.Fatal(err)
			}
			wantBroken[name] = true
		} else {
			wantRanked[name] = true
		}
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	status, stdout, stderr := invokeReal(t, "", rankLines("--top", "5", dir)...)
	if status != exitFailed {
		t.Errorf("status %d, want %d", status, exitFailed)
	}
	names := rankedNames(t, stdout)
	for _, name := range names {
		if !wantRanked[name] {
			t.Errorf("%s is ranked: it is broken, or ranked twice", name)
		}
		delete(wantRanked, name)
	}
	if len(names) != 490 || len(wantRanked) != 0 {
		t.Errorf("%d ranked, %d not, want 490 and none", len(names), len(wantRanked))
	}
	lines := strings.Split(strings.TrimSpace(stderr), "\n")
	if len(lines) != 11 || lines[10] != "nocmatch: 10 of 500 inputs failed" {
		t.Errorf("standard error has %d lines, the last %q, want one for each of the 10 and their number", len(lines), lines[len(lines)-1])
	}
	for name := range wantBroken {
		if !strings.Contains(stderr, "nocmatch: "+name+": ") {
			t.Errorf("%s is not named in\n%s", name, stderr)
		}
	}
	if full := strings.Count(stdout, `"match":`); full != 5 {
		t.Errorf("%d candidates in full, want 5", full)
	}
}

// One text reads the same in every format, so that its score does.
func TestFormatsAgree(t *testing.T) {
	dir := t.TempDir()
	for _, format := range resumeFormats {
		if err := os.WriteFile(filepath.Join(dir, "same."+format.extension), format.write(resumeText(509)), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	status, stdout, stderr := invokeReal(t, "", "rank", "--code", "12111", "--format", "csv", dir)
	rows := strings.Split(strings.TrimSpace(stdout), "\n")[1:]
	if status != exitDone || len(rows) != len(resumeFormats) {
		t.Fatalf("status %d, standard error %q, %d rows, want %d", status, stderr, len(rows), len(resumeFormats))
	}
	tail := func(row string) string { return strings.SplitN(row, ",", 3)[2] }
	for _, row := range rows {
		if !strings.Contains(row, ".eml,") && tail(row) != tail(rows[0]) { // an e-mail has its subject before the text
			t.Errorf("%s\ndiffers from\n%s", row, rows[0])
		}
	}
}
