package read

import (
	_ "embed"
	"strconv"
	"strings"

	"github.com/nocmatch/nocmatch/match/internal/text"
)

// A resume is a list of jobs: a title, an employer and dates, in any order, on one line or two, with
// lines about the work below. Schooling and volunteering have dates too, and are no jobs.

//go:embed data/resume.txt
var resumeData string

var (
	resumeCues     = text.ReadCues(resumeData)
	workHeadings   = resumeCues.Set("work")
	schoolHeadings = resumeCues.Set("school")
	otherHeadings  = resumeCues.Set("other")
	months         = resumeCues.Words("month")
	nowWords       = resumeCues.Words("now")
	betweenWords   = resumeCues.Words("between")
	blankRuns      = resumeCues.Runs("blank")
)

const (
	// jobWindow is how many words beside a date may hold the title of its job.
	jobWindow = 10
	// jobLike is the likeness from which words beside a range of dates are taken for a job's title.
	jobLike = 0.3
	// maxJobs is how many jobs are read.
	maxJobs = 20
)

// A Job is a job of a resume.
type Job struct {
	Title    text.Span
	Likeness float64 // how like a title it is, from 0 to 1
	Months   int     // how long it was held; 0 where the dates don't tell
}

// A dateRun is a run of words of one line that are dates.
type dateRun struct {
	text.Span
	years []int // as written; now for today
	line  int   // place in the lines
}

// now stands for today among years.
const now = -1

// isRange reports whether the dates are those of a beginning and an end.
func (d dateRun) isRange() bool { return len(d.years) >= 2 }

// lines returns the lines of the body, as tokens.
func (r *reader) lines() []text.Span {
	body := r.FieldTokens(text.Body)
	var lines []text.Span
	from := body.From
	for i := body.From; i < body.To; i++ {
		if i+1 == body.To || strings.Contains(r.Gap(i), "\n") {
			lines = append(lines, text.Span{From: from, To: i + 1})
			from = i + 1
		}
	}
	return lines
}

// findJobs finds the jobs of a resume, in its order, and whether the text is one.
func (r *reader) findJobs() {
	if r.Kind != LongText || r.off[Jobs] {
		return
	}
	lines := r.lines()
	skip, headings := r.schoolLines(lines)
	var dates []dateRun
	for k, line := range lines {
		if !skip[k] {
			dates = r.appendDates(dates, line, k)
		}
	}
	latest := 0
	ranges := 0
	for _, d := range dates {
		for _, y := range d.years {
			latest = max(latest, y)
		}
		if d.isRange() {
			ranges++
		}
	}
	if ranges < 2 && (ranges == 0 || headings == 0) {
		return
	}
	used := -1 // the last line that a title was taken from
	for _, d := range dates {
		if !d.isRange() || len(r.Jobs) == maxJobs {
			continue
		}
		job, line := r.jobAt(d, lines, used)
		if job.Likeness < jobLike {
			continue
		}
		used = line
		job.Months = d.months(latest)
		r.Jobs = append(r.Jobs, job)
	}
	r.Resume = len(r.Jobs) > 0
}

// schoolLines marks the lines about schooling and the like, and counts the headings of work.
func (r *reader) schoolLines(lines []text.Span) (skip []bool, work int) {
	skip = make([]bool, len(lines))
	school := false
	for k, line := range lines {
		if line.To-line.From <= headingWords {
			switch heading := strings.ToLower(strings.Join(r.Surfaces(line.From, line.To), " ")); {
			case workHeadings[heading]:
				school = false
				work++
			case schoolHeadings[heading]:
				school = true
			case otherHeadings[heading]:
				school = false
			}
		}
		skip[k] = school
	}
	return skip, work
}

// appendDates appends the runs of dates of a line.
func (r *reader) appendDates(dates []dateRun, line text.Span, k int) []dateRun {
	d := dateRun{line: k}
	flush := func() {
		if len(d.years) > 0 {
			dates = append(dates, d)
		}
		d = dateRun{line: k}
	}
	for i := line.From; i < line.To; i++ {
		w := r.Word(i)
		year, part := r.datePart(i, w)
		if !part {
			flush()
			continue
		}
		if d.Empty() {
			d.From = i
		}
		d.To = i + 1
		if year != 0 {
			d.years = append(d.years, year)
		}
	}
	flush()
	return dates
}

// datePart reports whether a word is part of a date, and which year it names; 0 for none.
func (r *reader) datePart(i int, w string) (year int, part bool) {
	switch {
	case isYear(w):
		year, _ = strconv.Atoi(w)
		return year, true
	case nowWords[w]:
		return now, true
	case months[w], betweenWords[w]:
		return 0, true
	}
	// Days and months in figures: 04/2016, 12-05-2014.
	return 0, len(w) <= 2 && strings.Trim(w, "0123456789") == ""
}

// months returns how many months dates span, with latest the last year of the document.
func (d dateRun) months(latest int) int {
	first, last := d.years[0], d.years[len(d.years)-1]
	if last == now {
		last = latest
	}
	if first == now || last < first {
		return 0
	}
	return 12*(last-first) + 6
}

// jobAt finds the title of the job that has some dates: beside them on their line, else on the next
// line, else on the one before. It returns the line that it stands in.
func (r *reader) jobAt(d dateRun, lines []text.Span, used int) (best Job, at int) {
	line := lines[d.line]
	try := func(window text.Span, k int) {
		for _, run := range r.withoutBlanks(window) {
			title, likeness := r.bestVariant(candidate{Span: run})
			if likeness > best.Likeness {
				best, at = Job{Title: title, Likeness: likeness}, k
			}
		}
	}
	try(text.Span{From: d.To, To: min(line.To, d.To+jobWindow)}, d.line)
	try(text.Span{From: max(line.From, d.From-jobWindow), To: d.From}, d.line)
	if best.Likeness >= likeATitle {
		return best, at
	}
	if next := d.line + 1; next < len(lines) && r.isShortLine(lines[next]) {
		try(lines[next], next)
	}
	if before := d.line - 1; before > used && before >= 0 && r.isShortLine(lines[before]) {
		try(lines[before], before)
	}
	return best, at
}

// isShortLine reports whether a line may be a title and no sentence.
func (r *reader) isShortLine(line text.Span) bool {
	return r.CountWords(line.From, line.To) <= maxTitleLine
}

// withoutBlanks returns the parts of a run between the words that stand for a name taken out.
func (r *reader) withoutBlanks(run text.Span) []text.Span {
	var parts []text.Span
	from := run.From
	for i := run.From; i < run.To; {
		n := r.RunAt(i, run.To, blankRuns)
		if n == 0 {
			i++
			continue
		}
		if from < i {
			parts = append(parts, text.Span{From: from, To: i})
		}
		i += n
		from = i
	}
	if from < run.To {
		parts = append(parts, text.Span{From: from, To: run.To})
	}
	return parts
}
