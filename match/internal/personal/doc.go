// Package personal finds the personal details of a resume, a letter, a posting or a title, so that
// they can be masked before the text is scored and blacked out before it is shown.
//
//	for _, s := range personal.Find(text, nil) {
//		fmt.Println(s.Kind, text[s.Start:s.End])
//	}
//
// It is a set of rules over the words of a text, lists of names and cues, not a trained model. Both
// of its errors cost something: a job word that is masked is evidence lost, a detail that is missed
// is a leak. Where a word may be either, it stays, unless the place it stands in speaks for a
// person. What follows is what it finds and what it does not, by [Kind]; the tests hold each, and
// count names by origin and place.
//
// # Name
//
// A name is known by where it stands more than by lists. A run of words in such a place has points
// for each word: what the lists and the e-mail addresses, links and file name of the text
// ([FindKnown]) say of it, and for the place. The places are the first lines, in capitals, small
// letters, s p a c e d letters, "Surname, Given" or with initials; after Mr, Ms, Dr, Mme and the
// like; after labels (Name, Nom, Candidate, Contact, Supervisor, Attn, Prepared by), headers and
// subjects of mail, "X wrote:", Dear and "my name is"; below closings (Sincerely, Thanks); beside
// the number of a page; in a section of references; before letters such as ", RN", and above a
// telephone number. Names in other scripts are found in the first lines, after labels and below
// closings. Anywhere, a listed given name with a surname is one, and alone before a verb or after
// words such as "ask for" or "her manager". A name that is found is masked wherever it stands, in
// parts that are no other word, in any case and order.
//
// Not found: an unlisted name in running text, or in small letters without an address that has it;
// a given name that is also a word (Rose, Mark, Will) with an unlisted surname in running text; a
// surname that is a trade or another word (Baker, Small) where it stands alone; pairs known as a
// brand, a namesake of institutions or a job (John Deere, Terry Fox, Mason Tender); names followed
// by a word of an organisation (Elizabeth Bruyere Centre) or a thing ("Austin Moore prosthesis");
// names in other scripts in running text; a shop or a law firm named after its owner; names with
// letters misread by a scanner.
//
// # Email, Phone, Link
//
// Found: addresses with "@" and a domain, and with signs written out ("anna [at] example.com",
// "anna at example dot com"); North American numbers with and without 1, brackets, blanks, dots,
// dashes and an extension, and ten digits with a part of a line to themselves; international
// numbers with "+" or 00; after "tel" and the like also 7 digits; web addresses with a scheme,
// www., a path or three names; bare domains in the head or after "website:"; handles after the name
// of a network, after "@" in the head or alone on a line, and with a name of the text in them.
//
// Not found: ten digits in a sentence without a label; numbers with letters misread for digits;
// handles and short web addresses elsewhere ("Salesforce.com", "@Override").
//
// # Number
//
// Found: numbers after what they are called: SIN, SSN, passport, health card, driver's licence,
// work permit, student number.
//
// Not found: such numbers alone; numbers of an employer, a posting, a registration.
//
// # Address
//
// Found: a number with words and a type of street, in English or French, with its unit, in small
// letters where it has a part of the line to itself; what stands after "Address:"; flats, plots,
// lots; streets of other countries named before their number (Calle, Via, ul., -straße) with the
// rest of the line; a post office box; a rural route; Canadian postal codes, British ones in
// capitals, American ones after a state; the city, province and country beside one of these on its
// line, and beside the name in the head of the text.
//
// Not found: a city or a province elsewhere without a street or a postal code; a street without a
// number or a type.
//
// # Birth
//
// Found: dates and places of birth after their label (Date of birth, DOB, Born, Née le,
// Geburtsdatum), label included; a date or an age beside the name in the head; ages: "42 years
// old", "42-year-old", "thirty-four years old", "Age 42", "j'ai 42 ans".
//
// Not found: ages of patients, clients and children, limits ("at least 19", "65 and over"), years
// of experience; ages without such words ("went back to school at 38"); what years of graduation
// tell.
//
// # Status
//
// Found: "Marital status:", "Gender:", "Nationality:", "Religion:", "Mother tongue:", "Children:"
// and the like with a value of a few words; "Married" on a line of its own; "married with two
// children", "mother of three", "my wife", "our 3 kids"; a leave for family beside a date; in
// sections on volunteering, churches, temples and words of belief; in those and on education, clubs
// of students that tell who meets there, and Greek letters.
//
// Not found: anything else that tells of it: languages, places of worship that employ, memberships
// elsewhere.
//
// # Pronoun and Honorific
//
// Found: he, she and their forms; declared pronouns ("(they/them)", "SHE/HER"); Sir, Madam, Madame,
// Monsieur as forms of address; Mr., Ms. and the like where no name follows.
//
// Not found: pronouns in capitals, for HIM is health information management, and "Him" or "His"
// before a capital; they, them and French pronouns that are not declared. Gendered words for jobs
// and relations (chairman, mother) are not this package's.
//
// # School
//
// Found: names of universities, colleges, schools, institutes, polytechnics and cégeps, and about a
// hundred schools by their one-word names (McGill, NAIT), in a section headed Education, Formation,
// Studies or Training, and on a line with a degree that speaks of no work; in such a section also
// capitalised words of no list beside a degree or a year; after "graduated from".
//
// Not found: schools elsewhere, which may be employers; words of schools without a name ("high
// school diploma", "college instructor"); regulators ("College of Nurses").
//
// # Swaps
//
// A detail that is found and replaced by another of its kind that is found leaves the rest as it
// is: the words outside the spans stay the same. A listed name swapped for one that is not found is
// no such swap, nor is a surname swapped for a trade where it stands alone.
//
// # Cost
//
// One pass cuts the text into words, each looked up once; every rule then walks over the words. The
// time is linear in the text, some 0.1 milliseconds for a resume of 300 words. The lists, 45,000
// words, are read on the first use.
package personal
