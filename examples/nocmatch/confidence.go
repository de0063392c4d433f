package main

import (
	"fmt"
	"math"

	"github.com/nocmatch/nocmatch/match"
	"github.com/nocmatch/nocmatch/match/report"
)

// bandOf names a confidence.
func bandOf(confidence float64) match.Band {
	switch {
	case confidence >= match.StrongConfidence:
		return match.Strong
	case confidence >= match.LikelyConfidence:
		return match.Likely
	case confidence >= match.PossibleConfidence:
		return match.Possible
	}
	return match.Weak
}

// roleOf is how a confidence is coloured.
func roleOf(confidence float64) report.Role {
	switch bandOf(confidence) {
	case match.Strong, match.Likely:
		return report.RoleGood
	case match.Possible:
		return report.RolePartial
	}
	return report.RoleDim
}

// percent rounds a probability for people, and never to a certainty that it is not.
func percent(c float64) string {
	switch {
	case c > 0 && c < .005:
		return "under 1%"
	case c < 1 && c >= .995:
		return "over 99%"
	}
	return fmt.Sprintf("%.0f%%", math.Round(100*c))
}
