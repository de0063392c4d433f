package profiles

import "slices"

// clone returns a copy of p that shares no memory with it, so that callers may change what they are given.
func (p Profile) clone() Profile {
	p.TEER = clonePointer(p.TEER)
	p.Titles = slices.Clone(p.Titles)
	p.Duties = slices.Clone(p.Duties)
	for i := range p.Duties {
		p.Duties[i].Signs = slices.Clone(p.Duties[i].Signs)
		p.Duties[i].Skills = slices.Clone(p.Duties[i].Skills)
	}
	p.Vocabulary = slices.Clone(p.Vocabulary)
	for i := range p.Vocabulary {
		p.Vocabulary[i].Aliases = slices.Clone(p.Vocabulary[i].Aliases)
	}
	p.Skills = slices.Clone(p.Skills)
	for i := range p.Skills {
		p.Skills[i].Aliases = slices.Clone(p.Skills[i].Aliases)
		p.Skills[i].Signs = slices.Clone(p.Skills[i].Signs)
	}
	p.Requirements = slices.Clone(p.Requirements)
	p.Exclusions = slices.Clone(p.Exclusions)
	p.Industries = slices.Clone(p.Industries)
	p.Related = slices.Clone(p.Related)
	p.LabourMarket = slices.Clone(p.LabourMarket)
	for i, m := range p.LabourMarket {
		p.LabourMarket[i] = m.clone()
	}
	p.Sources = slices.Clone(p.Sources)
	return p
}

func (m LabourMarket) clone() LabourMarket {
	m.Employed = clonePointer(m.Employed)
	m.Gender = slices.Clone(m.Gender)
	m.Ages = slices.Clone(m.Ages)
	m.MedianIncome = clonePointer(m.MedianIncome)
	m.Workers = clonePointer(m.Workers)
	m.WageLow = clonePointer(m.WageLow)
	m.WageMedian = clonePointer(m.WageMedian)
	m.WageHigh = clonePointer(m.WageHigh)
	m.Postings = clonePointer(m.Postings)
	m.PostingsByRegion = slices.Clone(m.PostingsByRegion)
	m.Outlook = clonePointer(m.Outlook)
	m.Facts = slices.Clone(m.Facts)
	return m
}

func clonePointer[T any](p *T) *T {
	if p == nil {
		return nil
	}
	v := *p
	return &v
}

func cloneAll(ps []Profile) []Profile {
	out := make([]Profile, len(ps))
	for i, p := range ps {
		out[i] = p.clone()
	}
	return out
}
