package htmlreport

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// startBrowser gives a context of a headless browser, or skips the test where the machine has none.
func startBrowser(t *testing.T) context.Context {
	t.Helper()
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"} {
		if p, err := exec.LookPath(name); err == nil {
			path = p
			break
		}
	}
	if path == "" {
		t.Skip("no chromium, google-chrome or chrome on the path: the page is not tried in a browser")
	}
	options := append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]), chromedp.ExecPath(path))
	if os.Getuid() == 0 {
		options = append(options, chromedp.NoSandbox) // Chromium has no sandbox for root
	}
	allocator, cancel := chromedp.NewExecAllocator(t.Context(), options...)
	t.Cleanup(cancel)
	ctx, cancel := chromedp.NewContext(allocator)
	t.Cleanup(cancel)
	if err := chromedp.Do(ctx); err != nil {
		t.Fatalf("cannot start %s: %v", path, err)
	}
	return ctx
}

// A tab is a page in the browser. What it complains of and what it asks the network for fails the test.
type tab struct {
	*testing.T
	ctx context.Context

	mu       sync.Mutex
	problems []string
}

// open writes a report to a file and opens it in a tab of its own, 1200 by 900.
func open(t *testing.T, browser context.Context, r Report) *tab {
	t.Helper()
	path := filepath.Join(t.TempDir(), "report.html")
	if err := os.WriteFile(path, []byte(write(t, r)), 0o600); err != nil {
		t.Fatal(err)
	}
	address := (&url.URL{Scheme: "file", Path: path}).String()
	b := &tab{T: t}
	problem := func(format string, args ...any) {
		b.mu.Lock()
		defer b.mu.Unlock()
		b.problems = append(b.problems, fmt.Sprintf(format, args...))
	}
	ctx, cancel := chromedp.NewContext(browser, chromedp.WithListener(func(event any) {
		switch e := event.(type) {
		case *runtime.EventConsoleAPICalled:
			problem("the page writes to the console (%s)", e.Type)
		case *runtime.EventExceptionThrown:
			problem("exception: %s", e.ExceptionDetails.Text)
		case *log.EventEntryAdded:
			problem("the browser complains: %s", e.Entry.Text) // also what the policy blocks
		case *network.EventRequestWillBeSent:
			if before, _, _ := strings.Cut(e.Request.URL, "#"); before != address && before != "about:blank" {
				problem("a request to %s", e.Request.URL)
			}
		}
	}))
	t.Cleanup(cancel)
	ctx, cancel = context.WithTimeout(ctx, time.Minute)
	t.Cleanup(cancel)
	b.ctx = ctx
	b.size(1200, 900)
	b.do(chromedp.Navigate(address))
	t.Cleanup(func() {
		b.mu.Lock()
		defer b.mu.Unlock()
		for _, p := range b.problems {
			t.Error(p)
		}
	})
	return b
}

func (b *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	b.Helper()
	if err := chromedp.Do(b.ctx, steps...); err != nil {
		b.Fatal(err)
	}
}

func (b *tab) size(width, height int64) {
	b.Helper()
	b.do(chromedp.EmulateViewport(width, height))
}

// media sets what the page is shown on, and the theme that the system asks for.
func (b *tab) media(media, theme string) {
	b.Helper()
	_, err := chromedp.Call(b.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Media: media, Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: theme}},
	})
	if err != nil {
		b.Fatal(err)
	}
}

// eval gives the value of a script.
func eval[T any](b *tab, script string) T {
	b.Helper()
	v, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](script))
	if err != nil {
		b.Fatalf("%s: %v", script, err)
	}
	return v
}

// wait waits until a script is true.
func (b *tab) wait(script string) {
	b.Helper()
	for end := time.Now().Add(5 * time.Second); !eval[bool](b, script); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(end) {
			b.Fatalf("waited in vain for %s; the focus is on %s", script, eval[string](b, `document.activeElement.outerHTML.slice(0, 200)`))
		}
	}
}

// tabTo presses the tab key until what has the focus matches a selector.
func (b *tab) tabTo(selector string, modifiers ...chromedp.Modifier) {
	b.Helper()
	for range 80 {
		b.do(chromedp.KeyEvent(kb.Tab, chromedp.KeyModifiers(modifiers...)))
		if eval[bool](b, fmt.Sprintf(`document.activeElement.matches(%q)`, selector)) {
			if outline := eval[string](b, `getComputedStyle(document.activeElement).outlineStyle`); outline == "none" {
				b.Errorf("the focus on %s can't be seen", selector)
			}
			return
		}
	}
	b.Fatalf("the keyboard does not reach %s", selector)
}

// visible gives the ids of the candidates that can be seen.
const visible = `[...document.querySelectorAll('.candidate')].filter(c => c.checkVisibility()).map(c => c.id).join(' ')`

// rowsShown gives the names in the rows of a table that can be seen.
func rowsShown(b *tab, table string) string {
	b.Helper()
	return eval[string](b, fmt.Sprintf(`[...document.querySelectorAll('%s tbody tr')].filter(r => r.checkVisibility()).map(r => r.querySelector('th bdi').textContent).join(', ')`, table))
}

func TestBrowser(t *testing.T) {
	if testing.Short() {
		t.Skip("starts a browser")
	}
	browser := startBrowser(t)

	t.Run("a click on a row shows the candidate, back leads to the row", func(t *testing.T) {
		b := open(t, browser, ranking())
		if got := eval[string](b, visible); got != "" {
			t.Errorf("candidates %q are shown before a click", got)
		}
		b.do(chromedp.Click(chromedp.CSS(`tr[data-for=c2] .score`)))
		b.wait(visible + ` === 'c2'`)
		if eval[bool](b, `document.querySelector('.ranking').checkVisibility()`) {
			t.Error("the ranking is still shown")
		}
		if got := eval[string](b, `document.title`); !strings.HasPrefix(got, "bare title.txt – ") {
			t.Errorf("the title of the window is %q", got)
		}
		b.do(chromedp.Click(chromedp.CSS(`#c2 .next`)))
		b.wait(visible + ` === 'c3'`)
		b.do(chromedp.Click(chromedp.CSS(`#c3 .all`)))
		b.wait(visible + ` === '' && document.activeElement.hash === '#c3'`)
		eval[any](b, `history.go(-2)`)
		b.wait(visible + ` === 'c2'`)
	})

	t.Run("filters", func(t *testing.T) {
		b := open(t, browser, ranking())
		status := func() string { return eval[string](b, `document.querySelector('[role=status]').textContent`) }
		for _, tt := range []struct{ reason, script, rows, status string }{
			{"none", `0`, "zoë.pdf, bare title.txt, empty.txt", "Showing 3 of 3"},
			{"by name, without accents and case", `name.value = 'ZOE'`, "zoë.pdf", "Showing 1 of 3"},
			{"by a name that is not there", `name.value = 'nobody'`, "", "Showing 0 of 3"},
			{"by two words in any order", `name.value = 'txt bare'`, "bare title.txt", "Showing 1 of 3"},
			{"by skill", `name.value = ''; skill.value = '0'`, "zoë.pdf", "Showing 1 of 3"},
			{"by band", `skill.value = ''; document.querySelector('[value=strong]').checked = false`, "bare title.txt, empty.txt", "Showing 2 of 3"},
		} {
			eval[any](b, `(() => { const name = document.getElementById('by-name'), skill = document.getElementById('by-skill'); `+tt.script+`; name.dispatchEvent(new Event('input', {bubbles: true})); return 0 })()`)
			for _, table := range []string{".ranking", ".matrix"} {
				if got := rowsShown(b, table); got != tt.rows {
					t.Errorf("%s shows %q, want %q (%s)", table, got, tt.rows, tt.reason)
				}
			}
			if got := status(); got != tt.status {
				t.Errorf("what is announced is %q, want %q (%s)", got, tt.status, tt.reason)
			}
		}
		// The steps between candidates leave out what the filter leaves out.
		if got := eval[bool](b, `document.querySelector('#c2 .previous').hidden`); !got {
			t.Error("the first candidate of the filter has one before it")
		}
		b.do(chromedp.Click(chromedp.CSS(`.filters button[type=reset]`)))
		b.wait(`document.querySelector('[role=status]').textContent === 'Showing 3 of 3'`)
		if got := rowsShown(b, ".ranking"); got != "zoë.pdf, bare title.txt, empty.txt" {
			t.Errorf("after a reset the rows are %q", got)
		}
	})

	t.Run("highlights cover the quotes, and lead to their units and back", func(t *testing.T) {
		for name, r := range map[string]Report{"ranking": ranking(), "matches": matches()} {
			b := open(t, browser, r)
			type link struct{ Unit, Words, Marked, To string }
			links := eval[[]link](b, `[...document.querySelectorAll('.unit .quotes a')].map(a => {
				const unit = a.closest('.unit'), candidate = a.closest('.candidate'), short = unit.id.slice(candidate.id.length + 1);
				const first = document.querySelector(a.hash), marks = [...candidate.querySelectorAll('mark[data-u]')];
				return {Unit: unit.id, Words: a.querySelector('bdi').textContent, To: first.querySelector('a').hash,
					Marked: marks.slice(marks.indexOf(first)).filter(m => m.dataset.u.split(' ').includes(short)).map(m => m.textContent).join('')};
			})`)
			if len(links) < 8 {
				t.Errorf("%s: %d quotes", name, len(links))
			}
			for _, l := range links {
				if !strings.HasPrefix(squeeze(l.Marked), squeeze(l.Words)) {
					t.Errorf("%s: the highlights of %s cover %q, want %q", name, l.Unit, l.Marked, l.Words)
				}
			}
		}
		b := open(t, browser, ranking())
		if got, want := eval[string](b, `document.querySelector('#c1 .text').textContent`), shown(coderText, 0, len(coderText)); got != want {
			t.Errorf("the text is shown as %q, want %q", got, want)
		}
		b.do(chromedp.Click(chromedp.CSS(`tr[data-for=c1] a`)))
		b.wait(visible + ` === 'c1'`)
		b.do(chromedp.Click(chromedp.CSS(`#c1-duty-2 .quotes a`)))
		b.wait(`document.activeElement.closest('mark')?.textContent === 'release of information'`)
		b.do(chromedp.Click(chromedp.CSS(`mark.lit a`)))
		b.wait(`document.activeElement.id === 'c1-duty-2'`)
	})

	t.Run("words that show several things list them", func(t *testing.T) {
		b := open(t, browser, ranking())
		b.do(chromedp.Click(chromedp.CSS(`tr[data-for=c1] a`)))
		b.wait(visible + ` === 'c1'`)
		eval[any](b, `[...document.querySelectorAll('#c1 mark')].find(m => m.textContent === 'ICD-10-CA').querySelector('a').click()`)
		b.wait(`document.getElementById('words').checkVisibility()`)
		if got, want := eval[string](b, `[...document.querySelectorAll('#words li')].map(l => l.textContent).join('; ')`), "Duty 1: "+readDuty+"; Vocabulary: ICD-10-CA"; got != want {
			t.Errorf("listed are %q, want %q", got, want)
		}
		b.do(chromedp.Click(chromedp.CSS(`#words li:last-child a`)))
		b.wait(`document.activeElement.dataset.label === 'Vocabulary'`)
		b.do(chromedp.KeyEvent(kb.Escape))
		b.wait(`!document.getElementById('words').checkVisibility()`)
	})

	t.Run("the keyboard alone", func(t *testing.T) {
		b := open(t, browser, ranking())
		b.tabTo(`#theme`)
		b.tabTo(`#by-name`)
		b.tabTo(`#by-skill`)
		b.tabTo(`[name=band]`)
		b.do(chromedp.KeyEvent(" "))
		b.wait(`document.querySelector('[role=status]').textContent === 'Showing 2 of 3'`)
		b.do(chromedp.KeyEvent(" "))
		b.tabTo(`.scroll`)
		b.tabTo(`.ranking a[href="#c1"]`)
		b.do(chromedp.KeyEvent(kb.Enter))
		b.wait(visible + ` === 'c1' && document.activeElement.id === 'c1'`)
		b.tabTo(`#c1-duty-1 .quotes a`)
		b.do(chromedp.KeyEvent(kb.Enter))
		b.wait(`document.activeElement.closest('mark')?.dataset.u === 'duty-1'`)
		b.do(chromedp.KeyEvent(kb.Enter))
		b.wait(`document.activeElement.id === 'c1-duty-1'`)
		b.tabTo(`#c1 .text`)
		b.tabTo(`#c1 .all`, chromedp.ModifierShift)
		b.do(chromedp.KeyEvent(kb.Enter))
		b.wait(visible + ` === '' && document.activeElement.hash === '#c1'`)
		b.tabTo(`.matrix a[href="#c2"]`)
	})

	t.Run("light and dark have contrast and fit", func(t *testing.T) {
		for _, r := range []Report{ranking(), matches(), {}} {
			b := open(t, browser, r)
			for _, theme := range []string{"light", "dark"} {
				b.media("screen", theme)
				for _, hash := range []string{"", "#c1", "#c2", "#c3"} {
					eval[any](b, fmt.Sprintf(`location.hash = %q`, hash))
					for _, p := range eval[[]string](b, contrast) {
						t.Errorf("%s theme, %s: %s", theme, hash, p)
					}
					for _, width := range []int64{1200, 768, 360} {
						b.size(width, 800)
						if got := eval[int64](b, `document.documentElement.scrollWidth`); got > width {
							t.Errorf("%s: at a width of %d the page is %d wide", hash, width, got)
						}
					}
					b.size(1200, 900)
				}
			}
			// The button goes against the system, and the page remembers nothing.
			eval[any](b, `location.hash = ''`)
			b.media("screen", "dark")
			dark := eval[string](b, `getComputedStyle(document.body).backgroundColor`)
			b.do(chromedp.Click(chromedp.CSS(`#theme`)))
			if light := eval[string](b, `getComputedStyle(document.body).backgroundColor`); light == dark {
				t.Errorf("light and dark are both %s", light)
			}
			b.do(chromedp.Reload())
			if again := eval[string](b, `getComputedStyle(document.body).backgroundColor`); again != dark {
				t.Errorf("the page is %s after it is loaded again, want %s", again, dark)
			}
		}
	})

	t.Run("print", func(t *testing.T) {
		b := open(t, browser, ranking())
		b.media("print", "dark")
		b.size(794, 1123) // A4
		if got := eval[string](b, visible); got != "c1 c2 c3" {
			t.Errorf("candidates %q are printed, want all", got)
		}
		for _, selector := range []string{"#theme", ".filters", ".between", "header nav", ".skip"} {
			if eval[bool](b, fmt.Sprintf(`document.querySelector(%q).checkVisibility()`, selector)) {
				t.Errorf("%s is printed", selector)
			}
		}
		if got := eval[string](b, `getComputedStyle(document.body).color + getComputedStyle(document.body).backgroundColor`); got != "rgb(0, 0, 0)rgb(255, 255, 255)" {
			t.Errorf("print is %s, want black on white", got)
		}
		if got := eval[int64](b, `document.documentElement.scrollWidth`); got > 794 {
			t.Errorf("the page is %d wide on paper", got)
		}
		eval[any](b, `location.hash = '#c1'`)
		b.wait(visible + ` === 'c1'`)
		pdf, err := chromedp.Run(b.ctx, chromedp.PrintToPDF())
		if err != nil || !strings.HasPrefix(string(pdf), "%PDF-") {
			t.Errorf("PrintToPDF() = %d bytes, %v", len(pdf), err)
		}
	})

	t.Run("without scripts", func(t *testing.T) {
		b := open(t, browser, ranking())
		if _, err := chromedp.Call(b.ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}); err != nil {
			t.Fatal(err)
		}
		b.do(chromedp.Reload())
		if got := eval[string](b, visible); got != "c1 c2 c3" {
			t.Errorf("candidates %q are shown, want all", got)
		}
		if eval[bool](b, `document.querySelector('.filters').checkVisibility()`) {
			t.Error("filters are shown that do nothing")
		}
		b.do(chromedp.Click(chromedp.CSS(`.ranking a[href="#c2"]`)))
		b.wait(`Math.abs(document.getElementById('c2').getBoundingClientRect().top) < 100`)
	})

	t.Run("hostile text", func(t *testing.T) {
		for _, s := range []string{
			`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `{{.}}`, `javascript:alert(1)`, `</style></script><svg onload=alert(1)>`, `]]>`,
			"\u2028\u202e\u0000", `https://example.invalid/`,
		} {
			b := open(t, browser, filled(s, false))
			b.do(chromedp.Click(chromedp.CSS(`tr[data-for=c1] th a`)))
			b.wait(visible + ` === 'c1'`)
			if n := eval[int](b, `document.querySelectorAll('img, script:not(head script), [onload], [onerror]').length`); n > 0 {
				t.Errorf("%q makes %d elements", s, n)
			}
		}
	})

	t.Run("a name that is longer than the window", func(t *testing.T) {
		r := ranking()
		r.Title = strings.Repeat("title", 100)
		for i := range r.Candidates {
			r.Candidates[i].Name = strings.Repeat("name", 60)
		}
		r.Candidates[0].Text = strings.Repeat("word", 200) + "\n" + strings.Repeat("a    b    ", 100) + strings.Repeat("\na    b", 20) + "\nשלום עולם"
		b := open(t, browser, r)
		b.size(360, 800)
		for _, hash := range []string{"", "#c1"} {
			eval[any](b, fmt.Sprintf(`location.hash = %q`, hash))
			if got := eval[int64](b, `document.documentElement.scrollWidth`); got > 360 {
				t.Errorf("%s: the page is %d wide", hash, got)
			}
		}
	})

	t.Run("two hundred candidates", func(t *testing.T) {
		r := ranking()
		first := r.Candidates[0]
		r.Candidates = nil
		for i := range 200 {
			first.Rank = i + 1
			r.Candidates = append(r.Candidates, first)
		}
		b := open(t, browser, r)
		b.do(chromedp.Click(chromedp.CSS(`.ranking a[href="#c200"]`)))
		b.wait(visible + ` === 'c200'`)
	})
}

// contrast lists texts that have less contrast to what is behind them than WCAG's AA asks for: 4.5 to 1.
const contrast = `(() => {
	const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
	const rgb = colour => {
		canvas.clearRect(0, 0, 1, 1);
		canvas.fillStyle = colour;
		canvas.fillRect(0, 0, 1, 1);
		return [...canvas.getImageData(0, 0, 1, 1).data];
	};
	const luminance = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
		.reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
	const behind = e => {
		for (; e; e = e.parentElement) {
			const c = rgb(getComputedStyle(e).backgroundColor);
			if (c[3] === 255) return c;
		}
		return [255, 255, 255];
	};
	const bad = new Set();
	const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	while (texts.nextNode()) {
		const e = texts.currentNode.parentElement;
		if (!texts.currentNode.data.trim() || !e.checkVisibility() || e.closest('.hidden, option')) continue;
		const [a, b] = [luminance(rgb(getComputedStyle(e).color)), luminance(behind(e))].sort((x, y) => y - x);
		const ratio = (a + .05) / (b + .05);
		if (ratio < 4.5) bad.add(e.outerHTML.slice(0, 80) + ' has a contrast of ' + ratio.toFixed(2));
	}
	return [...bad];
})()`
