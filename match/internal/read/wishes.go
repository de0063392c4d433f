package read

import (
	_ "embed"

	"github.com/nocmatch/nocmatch/match/internal/text"
)

// What would be nice to have says less of a job than what it takes: "experience with Meditech an
// asset".

//go:embed data/wishes.txt
var wishData string

var (
	wishCues  = text.ReadCues(wishData).Runs("wish")
	notWishes = text.ReadCues(wishData).Set("not-wish")
)

// isWish reports whether a sentence says what would be nice to have.
func (r *reader) isWish(s text.Sentence) bool {
	for i := s.From; i < s.To; i++ {
		for _, run := range wishCues[r.Lower(i)] {
			if !r.WordsAt(i, s.To, run) {
				continue
			}
			if next := i + len(run); next >= s.To || !notWishes[r.Word(next)] {
				return true
			}
		}
	}
	return false
}
