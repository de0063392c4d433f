package match

import (
	"cmp"
	"math"
	"slices"
)

// QuoteBytes is the greatest length of a quote in bytes, unless a single word is longer.
const QuoteBytes = 300

// quoteGap is how many words of a sentence may stand between two words of one quote; words that are farther apart are quoted apart.
const quoteGap = 4

// grain is the unit of contributions, 2^-40: sums of its multiples below 2^13 are exact in any order.
const grain = 1.0 / (1 << 40)

// round gives the nearest multiple of grain.
func round(x float64) float64 { return math.Round(x/grain) * grain }

// quotes gathers atoms: those of one unit, in one sentence, with few words between them, make one quote.
func (q *query) quotes(atoms []atom) [][]atom {
	atoms = slices.Clone(atoms)
	slices.SortStableFunc(atoms, func(a, b atom) int {
		return cmp.Or(cmp.Compare(a.unit.kind, b.unit.kind), cmp.Compare(a.unit.text, b.unit.text), cmp.Compare(a.unit.see, b.unit.see), cmp.Compare(a.unit.item, b.unit.item), cmp.Compare(a.token, b.token))
	})
	var quotes [][]atom
	for from := 0; from < len(atoms); {
		to := from + 1
		for to < len(atoms) && q.sameQuote(atoms[from], atoms[to-1], atoms[to]) {
			to++
		}
		quotes = append(quotes, atoms[from:to])
		from = to
	}
	return quotes
}

// An itemEvidence is evidence and the place of its unit in the profile, by which duties and skills sum up theirs: their texts may repeat.
type itemEvidence struct {
	Evidence
	item int32
}

// evidence makes evidence of an explanation, in the order that [Match].Evidence promises.
func (q *query) evidence(e explanation) []itemEvidence {
	var list []itemEvidence
	for _, atoms := range q.quotes(e.atoms) {
		if e := q.quote(atoms); e.Contribution != 0 {
			list = append(list, itemEvidence{e, atoms[0].unit.item})
		}
	}
	settle(list, e.total)
	slices.SortFunc(list, func(a, b itemEvidence) int {
		return cmp.Or(cmp.Compare(math.Abs(b.Contribution), math.Abs(a.Contribution)), cmp.Compare(fieldPlace(a.Field), fieldPlace(b.Field)),
			cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Unit, b.Unit), cmp.Compare(a.item, b.item))
	})
	return list
}

// settle makes the contributions sum to total, rounded: what rounding each of them has added or taken, some grains, goes to the largest.
func settle(list []itemEvidence, total float64) {
	if len(list) == 0 {
		return
	}
	sum, largest := 0.0, 0
	for i, e := range list {
		sum += e.Contribution
		if math.Abs(e.Contribution) > math.Abs(list[largest].Contribution) {
			largest = i
		}
	}
	list[largest].Contribution += round(math.Min(total, 1)) - sum
}

func fieldPlace(f Field) int { return slices.Index(fieldNames[:], f) }

// sameQuote reports whether b goes into the quote that begins with first and ends, so far, with a.
func (q *query) sameQuote(first, a, b atom) bool {
	s, t, u := &q.tokens[first.token], &q.tokens[a.token], &q.tokens[b.token]
	if first.unit != b.unit || (a.value < 0) != (b.value < 0) || t.sentence != u.sentence {
		return false
	}
	return u.end-s.start <= QuoteBytes && int(b.token-a.token) <= quoteGap+1
}

// quote makes one piece of evidence of atoms of one unit, in the order of their tokens.
func (q *query) quote(atoms []atom) Evidence {
	sum := 0.0
	for _, a := range atoms {
		sum += a.value
	}
	from, to := int(atoms[0].token), int(atoms[len(atoms)-1].token)+1
	field, start, end := q.text(from, to)
	u := atoms[0].unit
	return Evidence{
		Kind: u.kind, Unit: u.text, See: u.see, Field: fieldNames[field],
		Start: start, End: end, Quote: q.fields[field][start:end], Read: q.reread(from, to),
		Contribution: round(sum),
	}
}
