package read

import (
	_ "embed"
	"slices"
	"strings"

	"github.com/nocmatch/nocmatch/match/internal/text"
)

// A long text says what the job is called: in its first line, behind a label, beside dates or an
// employer, or after words such as "the position of". Such runs of words are compared with titles
// as a bare title is. The order in which they stand is their rank, the most recent job of a resume
// first, and each counts titleDecay times the one before it, as measured.

//go:embed data/titles.txt
var titleData string

var (
	titleWords  = text.ReadCues(titleData)
	titleLabels = titleWords.Set("label")
	otherLabels = titleWords.Set("other-label")
	titleCues   = titleWords.Runs("cue")
	openingCues = titleWords.Set("opening")
	endsTitle   = titleWords.Set("end")
	volunteers  = titleWords.Set("volunteer")
)

const (
	titleDecay = 0.7
	// jobDecay is the same for the jobs of a resume: of real ones, .54 are right first at .7, .60 at
	// .5, .64 at .3.
	jobDecay = 0.35
	// fullJob is how many months make a job count half: a month of a job is less than ten years of
	// the one before it.
	fullJob = 4.0
	// maxTitleTokens is how much of the title field is a title: what comes after is read as text.
	maxTitleTokens = 40
	// maxTitleLine is how many words a line may have to be a title.
	maxTitleLine = 12
	// maxTitleLines is how many are kept: the 8th job counts 8% of the first.
	maxTitleLines = 8
	// maxCandidates bounds the lines that are compared with titles.
	maxCandidates = 60
	// firstLines is how many lines at the top of a text may be its title.
	firstLines = 4
	// likeATitle is the likeness, see bestVariant, from which a line is taken for a title; a labelled
	// one needs less.
	likeATitle    = 0.4
	likeALabelled = 0.2
	// cueReach is how many words after a cue may be a title.
	cueReach = 7
)

// A candidate is a run of tokens that may be a title.
type candidate struct {
	text.Span
	labelled bool
}

// findTitleLines finds the titles of a document, in rank order, and gives each its share.
func (r *reader) findTitleLines() {
	defer r.shareTitles()
	title := r.FieldTokens(text.Title)
	title.To = min(title.To, title.From+maxTitleTokens)
	if r.Kind == BareTitle && title.Empty() {
		title = r.FieldTokens(text.Body)
	}
	if !title.Empty() {
		r.Titles = append(r.Titles, TitleLine{Span: title, Likeness: 1})
	}
	if r.Kind == BareTitle || r.off[TitleLines] {
		return
	}
	for _, job := range r.Jobs {
		if len(r.Titles) < maxTitleLines {
			r.Titles = append(r.Titles, TitleLine{Span: job.Title, Likeness: job.Likeness})
		}
	}
	if r.Resume {
		return
	}
	for _, c := range r.candidates() {
		if len(r.Titles) == maxTitleLines {
			break
		}
		run, likeness := r.bestVariant(c)
		if (likeness >= likeATitle || c.labelled && likeness >= likeALabelled) && !r.hasTitle(run) {
			r.Titles = append(r.Titles, TitleLine{Span: run, Likeness: likeness})
		}
	}
}

// hasTitle reports whether a title line says the same already: a posting repeats its title, which
// makes no second job.
func (r *reader) hasTitle(run text.Span) bool {
	words := strings.Join(r.Surfaces(run.From, run.To), " ")
	return slices.ContainsFunc(r.Titles, func(t TitleLine) bool {
		return strings.EqualFold(strings.Join(r.Surfaces(t.From, t.To), " "), words)
	})
}

// shareTitles gives each title line its share, by rank, and by how like a title it is.
func (r *reader) shareTitles() {
	sum, w := 0.0, 1.0
	for i := range r.Titles {
		line := &r.Titles[i]
		line.Weight = w
		if job := r.jobOf(*line); job != nil {
			line.Weight *= job.share()
			w *= jobDecay
		} else {
			w *= titleDecay
		}
		sum += line.Weight
	}
	for i := range r.Titles {
		line := &r.Titles[i]
		line.Weight *= line.Likeness / sum
		line.content = r.CountContent(line.From, line.To)
	}
}

// jobOf returns the job that a title line is the title of; nil where there is none.
func (r *reader) jobOf(line TitleLine) *Job {
	for i := range r.Jobs {
		if r.Jobs[i].Title == line.Span {
			return &r.Jobs[i]
		}
	}
	return nil
}

// candidates returns the runs of tokens that may be titles, labelled ones first, otherwise in the
// order of the text, without overlaps.
func (r *reader) candidates() []candidate {
	var labelled, others []candidate
	dated := r.datedLines()
	lines, lastLine := 0, -1
	for _, s := range r.Sentences {
		if s.Field != text.Body {
			continue
		}
		if s.Line != lastLine {
			lines, lastLine = lines+1, s.Line
		}
		if from, label := r.afterLabel(s); titleLabels[label] {
			labelled = append(labelled, candidate{Span: text.Span{From: from, To: min(s.To, from+maxTitleLine)}, labelled: true})
			continue
		} else if otherLabels[label] || r.isVolunteer(s) {
			continue
		}
		if run, ok := r.afterCue(s); ok {
			others = append(others, candidate{Span: run})
		} else if r.CountWords(s.From, s.To) <= maxTitleLine && (lines <= firstLines || dated[s.Line]) {
			others = append(others, candidate{Span: text.Span{From: s.From, To: s.To}})
		}
	}
	all := append(labelled, others...)
	return all[:min(len(all), maxCandidates)]
}

// datedLines marks the lines that name a year or the present, and their neighbours: a job in a
// resume has its dates beside, above or below its title.
func (r *reader) datedLines() map[int]bool {
	dated := map[int]bool{}
	for _, s := range r.Sentences {
		for i := s.From; s.Field == text.Body && i < s.To; i++ {
			w := r.Surface(i)
			if isYear(w) || strings.EqualFold(w, "present") || strings.EqualFold(w, "current") {
				dated[s.Line-1], dated[s.Line], dated[s.Line+1] = true, true, true
			}
		}
	}
	return dated
}

// isYear reports whether a word is a year of a working life.
func isYear(w string) bool {
	if len(w) != 4 || w[:2] != "19" && w[:2] != "20" {
		return false
	}
	return w[2] >= '0' && w[2] <= '9' && w[3] >= '0' && w[3] <= '9'
}

// afterLabel returns the label that a sentence begins with, in lower case, and the token after its
// colon; "" where there is none.
func (r *reader) afterLabel(s text.Sentence) (from int, label string) {
	for i := s.From; i < min(s.To-1, s.From+3); i++ {
		if label != "" {
			label += " "
		}
		label += r.Lower(i)
		if strings.Contains(r.Gap(i), ":") {
			return i + 1, label
		}
	}
	return s.From, ""
}

// isVolunteer reports whether a sentence speaks of volunteering, which is no job.
func (r *reader) isVolunteer(s text.Sentence) bool {
	for i := s.From; i < s.To; i++ {
		if volunteers[r.Lower(i)] {
			return true
		}
	}
	return false
}

// afterCue returns the words after the first cue of a sentence.
func (r *reader) afterCue(s text.Sentence) (run text.Span, ok bool) {
	if s.From+1 < s.To && openingCues[r.Lower(s.From)] {
		if to, ok := r.titleEnd(s, s.From+1); ok {
			return text.Span{From: s.From + 1, To: to}, true
		}
	}
	for i := s.From; i < s.To; i++ {
		for _, cue := range titleCues[r.Lower(i)] {
			if !r.WordsAt(i, s.To, cue) {
				continue
			}
			from := i + len(cue)
			if to, _ := r.titleEnd(s, from); from < to {
				return text.Span{From: from, To: to}, true
			}
		}
	}
	return text.Span{}, false
}

// titleEnd returns the end of a title that begins at token from of a sentence, and whether a word
// that follows titles ended it.
func (r *reader) titleEnd(s text.Sentence, from int) (to int, ended bool) {
	to = from
	for words := 0; to < s.To && words < cueReach; to++ {
		if to > from && endsTitle[r.Lower(to)] {
			return to, true
		}
		if to > from && text.EndsClause(r.Gap(to-1)) {
			return to, false
		}
		if !r.Tokens[to].Shared {
			words++
		}
	}
	return to, false
}

// IsTitleLabel reports whether words in lower case are a label that stands before a title and a
// colon.
func IsTitleLabel(words string) bool { return titleLabels[words] }

// OpensTitle reports whether a word in lower case stands before a title where it opens a sentence.
func OpensTitle(word string) bool { return openingCues[word] }
