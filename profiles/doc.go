// Package profiles says what an occupation is, holds the built-in ones and reads others from files.
//
//	for _, p := range profiles.All() {
//		fmt.Println(p.Code, p.Title)
//	}
//	p, ok := profiles.Lookup("12111")
//
// [All] and [Lookup] return the built-in profiles, written for this project. [ReadJSONL] reads any
// other classification, or an employer's own list of jobs. [ReadNOC] reads the files that Statistics
// Canada publishes, all 516 unit groups, and [Join] adds what the built-in profiles know to profiles
// read from elsewhere. [Load] finds out which of these a file or folder is. Package careerpage reads a
// provincial career page.
//
// The readers lose nothing without saying so: they return all profiles that are good along with an error that names each problem
// and where it is.
package profiles
