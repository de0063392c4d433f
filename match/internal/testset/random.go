package testset

import (
	"math/rand/v2"
	"strings"

	"github.com/nocmatch/nocmatch/profiles"
)

// Words returns words and phrases of the built-in profiles, and words that change what stands beside them.
func Words() []string {
	words := []string{
		"no", "not", "required", "without", "reports to", "position:", "Job title:", "as a", "seeking a", "2019", "present", "at", "the", "of", "and", "zzgl", "-", "(", ")",
		".", ".", ".", ",", ",", ";", "\n", "\n", "\n\n", "•", "\t", "|", "is not necessary", "but", "é", "ﬁ", "DAD", "dad", "chairman/woman", "RN", "R.N.",
	}
	for _, p := range profiles.All() {
		words = append(words, p.Titles...)
		for _, d := range p.Duties {
			words = append(words, strings.Fields(d.Text)...)
			words = append(words, d.Text)
		}
		for _, v := range p.Vocabulary {
			words = append(append(words, v.Term), v.Aliases...)
		}
		for _, s := range p.Skills {
			words = append(append(words, s.Name), s.Aliases...)
		}
		for _, e := range p.Exclusions {
			words = append(words, e.Title)
		}
	}
	return words
}

// RandomText returns up to n of words, by chance.
func RandomText(random *rand.Rand, words []string, n int) string {
	var b strings.Builder
	for range 1 + random.IntN(n) {
		b.WriteString(words[random.IntN(len(words))])
		b.WriteByte(' ')
	}
	return b.String()
}
