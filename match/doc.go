// Package match says which occupations a text describes, how surely, and why.
//
//	m, err := match.Default()
//	r, err := m.Match(ctx, match.Document{Text: posting})
//	for _, best := range r.Matches {
//		fmt.Println(best.Code, best.Title, best.Score, best.Confidence, best.Band)
//		for _, e := range best.Evidence {
//			fmt.Println(e.Kind, e.Unit, posting[e.Start:e.End], e.Contribution)
//		}
//	}
//
// # How a document is read
//
// A document with a title and no text, or with a text of a few words, is a bare title; every other is
// a long text. Misspelled, joined and split words of titles are read as they were meant. Personal
// details ([PersonalDetails]) are taken out of a long text, which is cut into sentences. Words that a
// sentence denies count for nothing, and against an occupation where the denial is about the job ("no
// coding experience required"); what would be nice to have counts half; what the employer says of
// itself, of benefits and of applying doesn't count; a sentence that stood in the document before
// counts once, pasted keywords and titles count for next to nothing. Acronyms that stand for something
// else are unknown words. A resume is read as a list of jobs, by their dates; in other texts lines
// that look like job titles are found, those with a label first.
//
// # How it is scored
//
// Each signal gives every occupation a number from 0 to 1; the score is their weighted mean, less a
// penalty where a title line names a job that the profile excludes, and less where the first title is
// a manager's or a supervisor's and the occupation has none. Bare titles are compared with titles, by
// words and by letters, with the whole profile, and with the industry as far as the title leaves open.
// Long texts are compared by all their words, less the more real texts use them; by each title line as
// if it were all there is; by titles named anywhere; by the best sentence for each duty; and by the
// signs of duties, which are ways of saying them.
//
// # When nothing is answered
//
// A long text is answered where it seems to be one about work: by what postings, resumes and letters
// say and other texts don't, by its best score, titles and duties. Confidence is no surer than that.
//
// # What is promised
//
//  1. A quote is the caller's own bytes: field[Start:End] == Quote, on rune boundaries.
//  2. A score is the sum of its contributions, exactly: they are multiples of 2^-40.
//  3. A word speaks for an occupation or against it, never both; taking out what speaks for it never raises its score, all else of the
//     reading held.
//  4. The same document, profiles and options give the same bytes of JSON, whatever the number of processors, the order of the profiles and what
//     was matched before.
//  5. Scores and confidences lie in [0, 1]; confidences sum to at most 1.
//  6. Ties are broken by code, in byte order.
package match
