package testset

import (
	"strings"

	"github.com/nocmatch/nocmatch/match/internal/text"
)

// Hard returns documents whose bytes are hard on spans: CRLF, tabs, ligatures, combining marks,
// no-break spaces, soft hyphens, bullets, and broken text.
func Hard() []Fields {
	return []Fields{
		{},
		{text.Title: " ", text.Industry: "\t", text.Body: "\r\n"},
		{text.Title: "Health Records Technician"},
		{text.Body: "health records technician"},
		{text.Title: "CODER - HEALTH RECORDS", text.Industry: "HOSPITAL"},
		{text.Body: "HEALTH\u00a0RECORDS\u00a0TECHNICIAN\r\n\r\n•\tCode charts in ICD\u201110\u2011CA\r\n•\tComplete DAD abstracts; chase deﬁciencies\r\n•\tre\u00adlease of infor\u00admation\r\n"},
		{text.Body: "Re\u0301sume\u0301\nTechnicienne en gestion de l\u2019information sur la sante\u0301, 2019\u20132024\nCodification des dossiers, archives me\u0301dicales, ICD-10-CA, CCI, abstracts."},
		{text.Body: "health records\xff\xfetechnician \xc3\x28 codes charts\x00and abstracts in the DAD for CIHI, day after day after day"},
		{text.Body: "🏥 Coder 👩🏽‍⚕️ wanted: ICD-10-CA/CCI. Release-of-information + chart deficiencies. R.N. not required. No coding experience required!"},
		{text.Body: strings.Repeat("codes charts and abstracts ", 400)},
		{text.Body: strings.Repeat("a", 5000) + " health records technician codes charts " + strings.Repeat("é", 3000)},
		{text.Title: "Clerk", text.Industry: "Hospital", text.Body: "Files charts, pulls charts for clinics, answers the telephone, delivers mail and photocopies records for the health records department."},
		{text.Body: "H.I.M. tech.; C++ R&D. I.C.D. 10; x-ray’s   \t| DAD | NACRS |  CIHI"},
		{text.Body: "records technician chairman/woman of the health records committee, spokesman/woman"},
	}
}
