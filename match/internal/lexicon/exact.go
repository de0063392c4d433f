package lexicon

// Exact are the titles of all profiles by the set of their stems: a title line that is, stem for
// stem, a title of a profile says so more surely than its likeness to others does.
// "Physiotherapist" is like "physiotherapy aide" by root, and is one thing only.
type Exact map[string][]ExactTitle

// An ExactTitle is the first title of a group with a set of stems, and 1 over the number of groups
// that have one.
type ExactTitle struct {
	Group int32
	Title int32
	Share float64
}

// stemKey returns equal strings for texts with the same set of stems. It changes the list.
func stemKey(stems []int32) string {
	stems = Distinct(stems)
	b := make([]byte, 0, 4*len(stems))
	for _, t := range stems {
		b = append(b, byte(t), byte(t>>8), byte(t>>16), byte(t>>24))
	}
	return string(b)
}

func (l *Lexicon) newExact() Exact {
	exact := Exact{}
	for title, text := range l.Titles.Text {
		group := l.Titles.Group[title]
		key := stemKey(l.Content(text))
		if same := exact[key]; len(same) == 0 || same[len(same)-1].Group != group {
			exact[key] = append(same, ExactTitle{Group: group, Title: int32(title)})
		}
	}
	for _, same := range exact {
		for i := range same {
			same[i].Share = 1 / float64(len(same))
		}
	}
	return exact
}

// Of returns the titles with a set of stems. It changes the list.
func (e Exact) Of(stems []int32) []ExactTitle { return e[stemKey(stems)] }
