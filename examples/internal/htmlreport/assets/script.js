'use strict';
// Adds to a page that reads without it: one candidate at a time, filters, what a highlight shows, light and dark.
(() => {
  const root = document.documentElement;
  root.classList.add('script');

  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);
  const element = (name, text) => Object.assign(document.createElement(name), { textContent: text });

  function theme() {
    const button = byId('theme');
    const system = matchMedia('(prefers-color-scheme: dark)');
    const isDark = () => (root.dataset.theme ? root.dataset.theme === 'dark' : system.matches);
    const name = () => {
      button.textContent = isDark() ? 'Light' : 'Dark';
      button.setAttribute('aria-label', `Show the page in ${isDark() ? 'light' : 'dark'} colours`);
    };
    button.addEventListener('click', () => {
      root.dataset.theme = isDark() ? 'light' : 'dark';
      name();
    });
    system.addEventListener('change', name);
    name();
  }

  // What the address names after its # is shown: a candidate, or something of one, takes the place of the overview.
  function routes() {
    const pageTitle = document.title;
    const candidates = all('.candidate');
    let open = null;

    const show = () => {
      const target = byId(location.hash.slice(1));
      if (open && target && target.contains(open)) {
        return; // the link that skips to the content
      }
      const candidate = target && target.closest('.candidate');
      const left = open;
      open = candidate;
      root.classList.toggle('one', candidate !== null);
      candidates.forEach((c) => c.classList.toggle('open', c === candidate));
      document.title = candidate ? `${candidate.querySelector('h2 bdi').textContent} – ${pageTitle}` : pageTitle;
      if (candidate) {
        light(candidate, target);
        if (target === candidate) {
          scrollTo(0, 0);
        } else {
          target.scrollIntoView({ block: 'center' });
        }
        (target.matches('mark') ? target.querySelector('a') : target).focus({ preventScroll: true });
      } else if (left) {
        // Back where the reader came from.
        const link = document.querySelector(`.ranking a[href="#${left.id}"]`);
        link.scrollIntoView({ block: 'center' });
        link.focus({ preventScroll: true });
      } else if (target) {
        target.scrollIntoView();
        target.focus({ preventScroll: true });
      }
      if (!candidate || target === candidate) {
        say(null);
      }
    };
    addEventListener('hashchange', show);
    if (location.hash) {
      show();
    }
  }

  // The highlights of the unit that was followed stand out, or those that rest on the same words.
  function light(candidate, target) {
    const short = target.id.slice(candidate.id.length + 1);
    const units = target.matches('mark') ? target.dataset.u.split(' ') : [short];
    all('mark[data-u]', candidate).forEach((m) => m.classList.toggle('lit', m.dataset.u.split(' ').some((u) => units.includes(u))));
  }

  // A highlight leads to one unit. Where its words show several, all are listed at the foot of the window.
  function marks() {
    byId('candidates').addEventListener('click', (event) => {
      const mark = event.target.closest('mark[data-u]');
      if (mark) {
        say(mark);
      }
    });
    addEventListener('keydown', (event) => {
      if (event.key === 'Escape') {
        say(null);
      }
    });
  }

  function say(mark) {
    const box = byId('words');
    const units = mark ? mark.dataset.u.split(' ') : [];
    box.hidden = units.length < 2;
    box.replaceChildren();
    if (box.hidden) {
      return;
    }
    const candidate = mark.closest('.candidate');
    const heading = element('p', `“${mark.textContent.trim()}” shows ${units.length} things`);
    const list = element('ul', '');
    for (const short of units) {
      const unit = byId(`${candidate.id}-${short}`);
      const link = element('a', `${unit.dataset.label}: ${unit.querySelector('.name bdi').textContent}`);
      link.href = `#${unit.id}`;
      const item = element('li', '');
      item.append(link);
      list.append(item);
    }
    const close = element('button', 'Close');
    close.type = 'button';
    close.className = 'quiet';
    close.addEventListener('click', () => say(null));
    box.append(close, heading, list);
  }

  // A click anywhere in a row follows the link of its name.
  function rows() {
    all('tr[data-for]').forEach((row) => row.addEventListener('click', (event) => {
      if (!event.target.closest('a') && String(getSelection()) === '') {
        row.querySelector('a').click();
      }
    }));
  }

  function filters() {
    const form = document.querySelector('.filters');
    if (!form) {
      return;
    }
    const name = byId('by-name');
    const skill = byId('by-skill');
    const plain = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
    const list = all('.ranking tbody tr').map((row) => ({
      id: row.dataset.for,
      band: row.dataset.band,
      skills: row.dataset.skills,
      text: plain(all('.searched', row).map((e) => e.textContent).join(' ')),
      rows: all(`tr[data-for="${row.dataset.for}"]`),
      article: byId(row.dataset.for),
    }));

    const apply = () => {
      const bands = new Set(all('input[name=band]:checked', form).map((box) => box.value));
      const words = plain(name.value).split(/\s+/);
      const fits = (c) => bands.has(c.band) && words.every((w) => c.text.includes(w)) &&
        (!skill || skill.value === '' || c.skills.includes(` ${skill.value} `));
      const shown = [];
      for (const c of list) {
        const out = !fits(c);
        c.rows.forEach((row) => { row.hidden = out; });
        c.article.classList.toggle('out', out);
        if (!out) {
          shown.push(c);
        }
      }
      const step = (c, className, other) => {
        const link = c.article.querySelector(className);
        link.hidden = !other;
        link.href = `#${other ? other.id : ''}`;
      };
      shown.forEach((c, i) => {
        step(c, '.previous', shown[i - 1]);
        step(c, '.next', shown[i + 1]);
      });
      byId('count').textContent = `Showing ${shown.length} of ${list.length}`;
    };
    form.addEventListener('input', apply);
    form.addEventListener('reset', () => setTimeout(apply));
    form.addEventListener('submit', (event) => event.preventDefault());
    // A browser may fill a form in again when a page is reloaded: what it shows holds.
    addEventListener('pageshow', apply);
    apply();
  }

  document.addEventListener('DOMContentLoaded', () => {
    theme();
    marks();
    rows();
    filters();
    routes();
  });
})();
