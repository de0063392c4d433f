package match

import "strings"

// What would be nice to have says less of a job than what it takes: "experience with Meditech an asset".

// wishShare is what the words of a wish count.
const wishShare = 0.5

// wishCues make a sentence a wish, as words.
var wishCues = wordsByFirst(
	"an asset", "a strong asset", "a definite asset", "considered an asset", "an advantage", "a plus", "a bonus", "nice to have", "nice to haves", "good to have", "preferred",
	"strongly preferred", "preferably", "desirable", "highly desirable", "desired", "would be beneficial", "is beneficial", "would be great", "would be ideal", "not mandatory", "but not required",
	"ideally",
)

// notWishes are words after which "preferred" and the like are something else: "preferred accommodation", "a bonus of".
var notWishes = map[string]bool{"accommodation": true, "accommodations": true, "of": true, "method": true, "name": true, "pronouns": true, "vendor": true, "supplier": true, "provider": true, "at": true}

// wordsByFirst gives runs of words by their first word.
func wordsByFirst(phrases ...string) map[string][][]string {
	by := map[string][][]string{}
	for _, p := range phrases {
		run := strings.Fields(p)
		by[run[0]] = append(by[run[0]], run)
	}
	return by
}

// isWish reports whether a sentence says what would be nice to have.
func (q *query) isWish(s sentence) bool {
	for i := s.from; i < s.to; i++ {
		for _, run := range wishCues[strings.ToLower(q.surface(i))] {
			if !q.wordsAt(i, s.to, run) {
				continue
			}
			if next := i + len(run); next >= s.to || !notWishes[q.word(next)] {
				return true
			}
		}
	}
	return false
}

// share is what the words of a sentence count, from 0 to 1.
func (s *sentence) share() float64 {
	if s.wish {
		return wishShare
	}
	return 1
}
