package lexicon

import "strings"

// Job titles name the person (farmer, librarian, installer), where industries and other titles name the work or the place (farm, library,
// installation). Titles are compared by roots, that is, stems less the endings that make one of the other.

// rootSuffixes are the endings of stems that are taken off, the first that fits.
var rootSuffixes = []string{"ist", "ian", "or", "er", "ment", "ion", "al", "i", "e"}

// minRoot is how many letters must be left.
const minRoot = 4

// wholeRoots are stems that are roots as they are: a manager is not in the field that "management" names.
var wholeRoots = map[string]bool{"manager": true}

// rootOf takes the ending off a stem.
func rootOf(stem string) string {
	if wholeRoots[stem] {
		return stem
	}
	for _, suffix := range rootSuffixes {
		if root, ok := strings.CutSuffix(stem, suffix); ok && len(root) >= minRoot {
			return root
		}
	}
	return stem
}

// rootsOf gives for each term the first term with the same root.
func rootsOf(terms []string) []int32 {
	first := map[string]int32{}
	roots := make([]int32, len(terms))
	for t, stem := range terms {
		root := rootOf(stem)
		if _, ok := first[root]; !ok {
			first[root] = int32(t)
		}
		roots[t] = first[root]
	}
	return roots
}
