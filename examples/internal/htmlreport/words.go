package htmlreport

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/nocmatch/nocmatch/match"
	"github.com/nocmatch/nocmatch/match/posting"
)

// percent rounds a probability or a share for people, and never to a certainty that it is not.
func percent(x float64) string {
	switch {
	case x > 0 && x < .005:
		return "under 1%"
	case x < 1 && x >= .995:
		return "over 99%"
	}
	return fmt.Sprintf("%.0f%%", math.Round(100*x))
}

func score(x float64) string { return strconv.FormatFloat(x, 'f', 3, 64) }

// counted gives "1 candidate" and "1,200 candidates".
func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return thousands(n) + " " + many
}

func thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// occupation names a match. The title of a posting needs no code beside it.
func occupation(code, title string) string {
	code, title = oneLine(code), oneLine(title)
	if code == posting.DefaultCode && title != "" {
		return title
	}
	return strings.TrimSpace(code + " " + title)
}

// A bandName is a band of confidence in words: "strong".
type bandName struct{ Class, Word, Range string }

// bandNames are in the order of confidence.
var bandNames = []bandName{
	{"strong", "strong", fmt.Sprintf("%.0f%% and more", 100*match.StrongConfidence)},
	{"likely", "likely", fmt.Sprintf("%.0f%% to %.0f%%", 100*match.LikelyConfidence, 100*match.StrongConfidence)},
	{"possible", "possible", fmt.Sprintf("%.0f%% to %.0f%%", 100*match.PossibleConfidence, 100*match.LikelyConfidence)},
	{"weak", "weak", fmt.Sprintf("under %.0f%%", 100*match.PossibleConfidence)},
}

// bandOf gives the words for a band; what is none is weak.
func bandOf(b match.Band) bandName {
	for _, n := range bandNames {
		if n.Class == string(b) {
			return n
		}
	}
	return bandNames[len(bandNames)-1]
}

// A statusName is how far a duty is covered, as a sign, a word and a class of the style sheet.
type statusName struct{ Class, Sign, Word string }

func statusOf(s match.DutyStatus) statusName {
	switch s {
	case match.Covered:
		return statusName{"covered", "●", "covered"}
	case match.Partial:
		return statusName{"partial", "◐", "partly covered"}
	}
	return statusName{"absent", "○", "absent"}
}
