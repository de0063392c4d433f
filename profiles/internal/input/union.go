package input

// Union returns have followed by the elements of more whose key no earlier element has. The others are merged into the first that
// has their key, or dropped where merge is nil.
func Union[T any, K comparable](have, more []T, key func(T) K, merge func(have *T, more T)) []T {
	first := make(map[K]int, len(have)+len(more))
	for i, t := range have {
		if _, seen := first[key(t)]; !seen {
			first[key(t)] = i
		}
	}
	for _, t := range more {
		i, seen := first[key(t)]
		switch {
		case !seen:
			first[key(t)] = len(have)
			have = append(have, t)
		case merge != nil:
			merge(&have[i], t)
		}
	}
	return have
}
