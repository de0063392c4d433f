package careerpage

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
)

// Values of a career page stand within prose and tables, with units, thousands separators and hedges. Each reader returns nil for what the
// page does not know; that is not zero.

var (
	notAvailable = regexp.MustCompile(`(?i)^(?:n ?/ ?a|n\.?a\.?|not available|unavailable|-+|\.\.+)$`)
	hedge        = regexp.MustCompile(`(?i)^(?:approximately|approx\.?|about|around|roughly|an estimated|~) ?`)
	perTime      = regexp.MustCompile(`(?i) ?(?:(?:/|per |an? )(?:hour|hr|year)|annually|hourly)$`)
	numeral      = regexp.MustCompile(`^(?:[0-9]{1,3}(?:[, ][0-9]{3})+|[0-9]+)(?:\.[0-9]+)?$`)
	wholeYear    = regexp.MustCompile(`^` + yearDigits + `$`)
)

// isAbsent says whether s stands for a value that is not known.
func isAbsent(s string) bool {
	s = strings.Trim(straight(s), "$% ")
	return s == "" || notAvailable.MatchString(s)
}

// number reads a number without its unit.
func number(s string) (float64, bool) {
	if !numeral.MatchString(s) {
		return 0, false
	}
	v, err := strconv.ParseFloat(strings.NewReplacer(",", "", " ", "").Replace(s), 64)
	return v, err == nil
}

// unhedged returns s without "approximately".
func unhedged(s string) string {
	s = strings.TrimSuffix(straight(s), ".")
	return s[len(hedge.FindString(s)):]
}

func count(s string) (*int, error) {
	s = unhedged(s)
	if isAbsent(s) {
		return nil, nil
	}
	if strings.EqualFold(s, "no") {
		return new(int), nil
	}
	v, ok := number(s)
	n := int(v)
	if !ok || v > 1<<53 || float64(n) != v {
		return nil, fmt.Errorf("%q: want a whole number such as 1,250, or N/A", clip(s))
	}
	return &n, nil
}

func dollars(s string) (*float64, error) {
	s = unhedged(s)
	if isAbsent(s) {
		return nil, nil
	}
	v, ok := number(strings.TrimPrefix(strings.TrimPrefix(s[:len(s)-len(perTime.FindString(s))], "$"), " "))
	if !ok {
		return nil, fmt.Errorf("%q: want dollars such as $24.51, or N/A", clip(s))
	}
	return &v, nil
}

// wholeDollars is dollars without cents.
func wholeDollars(s string) (*int, error) {
	v, err := dollars(s)
	if err != nil || v == nil {
		return nil, err
	}
	if *v != math.Trunc(*v) || *v > 1<<53 {
		return nil, fmt.Errorf("%q: want whole dollars such as $54,800", clip(s))
	}
	n := int(*v)
	return &n, nil
}

func percent(s string) (*float64, error) {
	s = unhedged(s)
	if isAbsent(s) {
		return nil, nil
	}
	digits, marked := strings.CutSuffix(s, "%")
	v, ok := number(strings.TrimSpace(digits))
	if !marked || !ok || v > 100 {
		return nil, fmt.Errorf("%q: want a share from 0%% to 100%%, or N/A", clip(s))
	}
	return &v, nil
}

// parseYear returns 0 for an empty string.
func parseYear(s string) (int, error) {
	if s == "" || isAbsent(s) {
		return 0, nil
	}
	if !wholeYear.MatchString(s) {
		return 0, fmt.Errorf("%q: want a year such as 2025", clip(s))
	}
	return strconv.Atoi(s)
}
