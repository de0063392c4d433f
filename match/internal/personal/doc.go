// Package personal finds the personal details of a resume, a letter, a posting or a title, so that they can be masked before
// the text is scored and blacked out before it is shown.
//
//	for _, s := range personal.Find(text, nil) {
//		fmt.Println(s.Kind, text[s.Start:s.End])
//	}
//
// It is a set of rules over the words of a text and lists of names, not a trained model. Both of its errors cost something: a
// job word that is masked is evidence lost, a detail that is missed is a leak. Where a word may be either, it stays, unless the
// place it stands in speaks for a person. What follows is what it finds and what it does not, by [Kind]; the tests hold each.
//
// # Name
//
// Found: the name in the first four lines of a resume (listed given name, or capitalised words in no list above an e-mail address or
// a telephone number), in small letters after a capital or in capitals, with initials, hyphens, particles and nicknames, without
// letters after it (", RN"); "Surname, Given"; s p a c e d letters; names after Mr, Mrs, Ms, Miss, Mx, Dr, Prof, M., Mme and the like,
// which belong to the span; after labels (Name, Nom, Candidate, Applicant, Employee, Contact, Supervisor, Attn, Prepared by),
// after Dear and "my name is", in subjects (Re:), after closings (Sincerely) and in the last lines of a letter, in a section of
// references; anywhere, a listed given name with a surname, and alone before a verb or after words such as "ask for";
// every other mention of a name found, whole, and in parts that are no other word.
//
// Not found: names in small letters; an unlisted name in running text, in a title, or in a resume without any way of contact; a
// given name that is also a word (Rose, Mark, Will) with an unlisted surname in running text; a surname that is a trade
// (Baker) where it stands alone; names of two words known as a brand or as a namesake of institutions (John Deere, Terry Fox);
// names followed by a word of an organisation (Elizabeth Bruyere Centre); names in other scripts than Latin; a shop or a law firm
// named after its owner; names with letters misread by a scanner.
//
// # Email, Phone, Link
//
// Found: addresses with "@" and a domain; North American numbers with and without 1, brackets, blanks, dots, dashes and an
// extension; international numbers with "+"; after "tel" and the like also 7 digits or 10 without a separator; web addresses with a scheme,
// www., a path or three names; short ones in lines of contact or after "website:"; handles in lines of contact.
//
// Not found: "name at example dot com"; ten digits in a row without a label; numbers with letters misread for digits;
// handles and short web addresses elsewhere ("Salesforce.com", "@Override").
//
// # Address
//
// Found: a number with capitalised words and a type of street, in English or French, with its unit; a post office box; a rural
// route; Canadian postal codes in capitals; American ones after a state; the city, province and country beside one of these on its line.
//
// Not found: a city or a province without a street or a postal code; a street without a number or, but for "Unit 9, 1220 Dundas,", without a
// type; the city on a line of its own without a postal code.
//
// # Birth
//
// Found: dates and places of birth after their label (Date of birth, DOB, Born, Née le, Place of birth), label included; ages:
// "42 years old", "42-year-old", "42 y/o", "age: 42", "aged 42", "j'ai 42 ans".
//
// Not found: ages of patients, clients and children, limits ("at least 19", "65 and over"), years of experience; ages without such words
// ("went back to school at 38"); what years of graduation tell.
//
// # Status
//
// Found: "Marital status:", "Gender:", "Sex:", "Nationality:", "Citizenship:", "Religion:", "Ethnicity:", "Children:" with a value of a few
// words; "married with two children", "single mother of two" and the like.
//
// Not found: anything else that tells of it: languages, memberships, places of worship, parental leave.
//
// # Pronoun and Honorific
//
// Found: he, she and their forms; declared pronouns ("(they/them)", "SHE/HER"); Sir, Madam, Madame, Monsieur as forms of address;
// Mr., Ms. and the like where no name follows.
//
// Not found: pronouns in capitals, for HIM is health information management, and "Him" or "His" before a capital; they, them and French
// pronouns that are not declared. Gendered words for jobs and relations (chairman, mother) are not this package's.
//
// # School
//
// Found: names of universities, colleges, schools, institutes, polytechnics and cégeps, and about ninety schools by their one-word names (McGill,
// NAIT), in a section headed Education, Formation, Studies or Training, and on a line with a degree that speaks of no work.
//
// Not found: schools elsewhere, which may be employers; words of schools without a name ("high school diploma", "college
// instructor"); regulators ("College of Nurses"); schools named without a word such as "school" ("Father Mercredi").
//
// # Swaps
//
// A detail that is found and replaced by another of its kind that is found leaves the rest as it is: the words outside the spans
// stay the same. A listed name swapped for one that is not found is no such swap, nor is a surname swapped for a trade where it stands alone.
//
// # Cost
//
// One pass cuts the text into words, each looked up once; every rule then walks over the words. The time is linear in the text,
// some 50 microseconds for a resume of 300 words. The lists are read on the first use, in some milliseconds.
package personal
