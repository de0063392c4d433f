package profiles

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"sync"

	"github.com/nocmatch/nocmatch/profiles/internal/input"
)

//go:embed data/skills.json
var lexiconData []byte

// lexicon decodes the skills on first use. As with [builtin], the error stays in here.
var lexicon = sync.OnceValues(func() ([]Skill, error) {
	var file struct {
		Skills []Skill `json:"skills"`
	}
	if err := json.Unmarshal(lexiconData, &file); err != nil {
		return nil, fmt.Errorf("data/skills.json: %w", err)
	}
	return file.Skills, nil
})

// Skills returns the skills that the built-in profiles seek, each with the phrasings that ask a person for it or show that the person
// has it. The six of the home occupation's career page come first, in its order; the others follow by name. A phrasing belongs to one
// skill. [All] and [Lookup] add to the skills of a profile these aliases, beside those of its own.
//
// Each call returns copies that share no memory with those of another call. It is safe for concurrent use.
func Skills() []Skill {
	skills, _ := lexicon()
	return Profile{Skills: skills}.clone().Skills
}

// addPhrasings gives each skill that the lexicon knows the lexicon's aliases and signs, after its own. Names are compared as [Join] does.
func addPhrasings(skills, lexicon []Skill) {
	byName := make(map[string]Skill, len(lexicon))
	for _, s := range lexicon {
		byName[input.Fold(s.Name)] = s
	}
	for i := range skills {
		s, known := &skills[i], byName[input.Fold(skills[i].Name)]
		s.Aliases = addAliases(s.Name, s.Aliases, known.Aliases)
		s.Signs = input.Union(s.Signs, known.Signs, input.Fold, nil)
	}
}
