package read

import (
	_ "embed"
	"slices"
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
	months         = monthNumbers(resumeCues["month"])
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
	end      int     // when it ended; see dateRun.end
}

// share is what a job counts by how long it was held, from 0 to 1.
func (j *Job) share() float64 {
	if j.Months == 0 {
		return 0.5
	}
	return float64(j.Months) / (float64(j.Months) + fullJob)
}

// A dateRun is a run of words of one line that are dates.
type dateRun struct {
	text.Span
	dates []date
	line  int // place in the lines
}

// A date is a year and a month, from 1; month 0 where none is written. Year now is today.
type date struct{ year, month int }

// now stands for today among years.
const now = -1

// isRange reports whether the dates are those of a beginning and an end.
func (d dateRun) isRange() bool { return len(d.dates) >= 2 && d.dates[0].year != now }

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
		for _, x := range d.dates {
			latest = max(latest, x.year)
		}
		if d.isRange() {
			ranges++
		}
	}
	if ranges == 0 {
		return
	}
	sure := ranges >= 2 || headings > 0 // a posting may have dates, too
	used := -1                          // the last line that a title was taken from
	for _, d := range dates {
		if !d.isRange() || len(r.Jobs) == maxJobs {
			continue
		}
		job, line := r.jobAt(d, lines, used)
		if job.Likeness < jobLike || !sure && r.ExactTitles(TitleLine{Span: job.Title}) == nil {
			continue
		}
		used = line
		job.Months, job.end = d.months(latest), d.end()
		r.Jobs = append(r.Jobs, job)
	}
	// The most recent first, whichever way the resume goes.
	slices.SortStableFunc(r.Jobs, func(a, b Job) int { return b.end - a.end })
	r.Resume = len(r.Jobs) > 0
}

// today is later than any year that a resume names.
const today = 9999

// end returns when dates end, as a number that grows with time.
func (d dateRun) end() int {
	last := d.dates[len(d.dates)-1]
	if last.year == now {
		return 12 * today
	}
	return 12*last.year + last.month
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
	d, month := dateRun{line: k}, 0
	flush := func() {
		if len(d.dates) > 0 {
			dates = append(dates, d)
		}
		d, month = dateRun{line: k}, 0
	}
	for i := line.From; i < line.To; i++ {
		w := r.Word(i)
		x, part := datePart(w)
		if !part {
			flush()
			continue
		}
		if d.Empty() {
			d.From = i
		}
		d.To = i + 1
		switch {
		case x.year != 0:
			d.dates = append(d.dates, date{x.year, month})
			month = 0
		case x.month != 0:
			month = x.month
		}
	}
	flush()
	return dates
}

// datePart reports whether a word is part of a date, and which year or month it names.
func datePart(w string) (x date, part bool) {
	switch {
	case isYear(w):
		year, _ := strconv.Atoi(w)
		return date{year: year}, true
	case nowWords[w]:
		return date{year: now}, true
	case months[w] > 0:
		return date{month: months[w]}, true
	case betweenWords[w]:
		return date{}, true
	case len(w) <= 2 && strings.Trim(w, "0123456789") == "": // 04/2016, 12-05-2014
		month, _ := strconv.Atoi(w)
		if month > 12 {
			month = 0
		}
		return date{month: month}, true
	}
	return date{}, false
}

// months returns how many months dates span, with latest the last year of the document.
func (d dateRun) months(latest int) int {
	first, last := d.dates[0], d.dates[len(d.dates)-1]
	least := 0
	if last.year == now {
		// Today is not before the last year of the document, and may be well after it.
		last, least = date{year: latest}, 12
	}
	if first.year == now || last.year < first.year {
		return 0
	}
	if first.month == 0 || last.month == 0 {
		return max(12*(last.year-first.year)+6, least)
	}
	return max(12*(last.year-first.year)+last.month-first.month+1, 0)
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

// monthNumbers returns the number of each month, by its names: each line lists the months in order.
func monthNumbers(lines []string) map[string]int {
	numbers := map[string]int{}
	for _, names := range lines {
		for i, name := range strings.Fields(names) {
			numbers[name] = i + 1
		}
	}
	return numbers
}
