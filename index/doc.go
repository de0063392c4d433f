// Package index turns profiles into a Bleve index and texts into tokens, by one and the same analysis.
//
//	x, err := index.Build(profiles.All())
//	hits, err := x.Search(ctx, "coding of discharge abstracts", 5)
//	tokens := x.Analyze(nil, "Codes charts in ICD-10-CA.")
//
// # Analysis
//
// A text is cut into words: runs of letters and digits with their combining marks, an apostrophe or soft hyphen inside them, and the
// letters of a dotted abbreviation ("R.N."). Then, in this order:
//
//  1. A protected term of data/protected.txt ("ICD-10-CA", "C++", "R&D") is one token, however its parts are joined.
//  2. Letter case, accents and ligatures are folded, possessive endings removed.
//  3. Function words of data/stop.txt are marked: they stand in no posting list, but negation and phrases need them.
//  4. Abbreviations of data/aliases.tsv are replaced ("mgr"); one may stand for several words, which then
//     share its span. Man, woman and person forms of a trade become one.
//  5. Canadian, British and American spellings become one by data/spellings.tsv ("tumor", "organisation"), and words are stemmed by Snowball (kljensen/snowball, English), and stems of one family that it keeps apart are joined by
//     data/stems.tsv ("classif", "classifi").
//
// Every token carries the half-open byte span of the caller's text that it came from. Analysis depends on nothing but the text.
//
// # Bleve
//
// [Create] saves an index to a folder and [Open] opens it again, read-only and verified.
//
// Bleve owns the mapping, the postings and ad-hoc search; its analyzer is the analysis above. The scorer reads the postings once,
// as [Postings]: Bleve's own BM25 is not the textbook's, and one search of a long text costs as much as 200 scorings from arrays.
package index
