// What the page does beside being read: it searches, filters, saves the snapshot that is in it. It talks to nobody, keeps nothing,
// and makes no text of its own: the words are in the page. Without it all rows are shown.
'use strict';
(() => {
  const byId = (id) => document.getElementById(id);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const say = (words, ...values) => words.replace(/\{(\d)\}/g, (_, at) => values[Number(at)] ?? '');

  /** Without case and accents, as the application searches. Plain letters, which most are, need no more than the first. */
  const fold = (text) => {
    const small = text.toLowerCase();
    return /[^ -~\s]/.test(small) ? small.normalize('NFKD').replace(/\p{M}/gu, '') : small;
  };

  const words = byId('words');
  const objective = byId('objective');
  const status = byId('status');
  const count = byId('count');
  const asked = byId('asked');
  const clear = byId('clear');
  const unfold = byId('unfold');

  // Read when it is first asked for: a page of ten thousand rows is to be there at once.
  let known;
  const sections = () => {
    known ??= all('main > section').map((section) => ({
      section,
      entry: document.querySelector(`.contents a[href="#${section.id}"]`),
      sheets: all('.sheet', section).map((sheet) => ({
        sheet,
        counter: sheet.querySelector('[data-count]'),
        parts: all('.part', sheet).map((part) => ({
          part,
          rows: all('tbody > tr', part).map((row) => ({
            row,
            text: fold(row.textContent),
            objectives: row.dataset.o.split(' '),
            status: row.dataset.s ?? '',
            shown: true,
          })),
        })),
      })),
    }));
    return known;
  };

  const total = all('.sheet tbody > tr').length;
  const isAsked = () => words.value.trim() !== '' || Boolean(objective?.value) || Boolean(status?.value);

  /** Shows the rows in which all words stand, and that belong to what is chosen. */
  const filter = () => {
    const typed = fold(words.value).split(/\s+/).filter(Boolean);
    const wanted = objective?.value ?? '';
    const state = status?.value ?? '';
    let shown = 0;
    for (const section of sections()) {
      let ofSection = 0;
      for (const sheet of section.sheets) {
        let ofSheet = 0;
        for (const { part, rows } of sheet.parts) {
          let ofPart = 0;
          for (const row of rows) {
            const fits =
              (wanted === '' || row.objectives.includes(wanted)) &&
              (state === '' || row.status === state) &&
              typed.every((word) => row.text.includes(word));
            // To touch a row costs more than to look at it.
            if (fits !== row.shown) {
              row.row.hidden = !fits;
              row.shown = fits;
            }
            ofPart += fits ? 1 : 0;
          }
          part.hidden = ofPart === 0;
          ofSheet += ofPart;
        }
        sheet.sheet.hidden = ofSheet === 0;
        if (sheet.counter) {
          sheet.counter.textContent = ofSheet;
        }
        ofSection += ofSheet;
      }
      // What was looked for stands on top: what has no rows, or none that fit, makes way.
      section.section.hidden = isAsked() && ofSection === 0;
      section.entry.parentElement.hidden = section.section.hidden;
      const counter = section.entry.querySelector('[data-count]');
      if (counter) {
        counter.textContent = ofSection;
      }
      shown += ofSection;
    }
    byId('nothing').hidden = shown > 0;
    tell(shown);
  };

  /** Says how many rows are shown, and keeps what was asked for, for the paper. */
  const tell = (shown) => {
    const chosen = [objective, status].filter((list) => list?.value).map((list) => list.selectedOptions[0].text);
    const typed = words.value.trim();
    count.textContent = say(count.dataset.words, shown, total);
    asked.textContent = [typed === '' ? '' : `“${typed}”`, ...chosen].filter(Boolean).join(' · ');
    clear.hidden = !isAsked();
    document.documentElement.classList.toggle('filtered', isAsked());
  };

  const reset = () => {
    words.value = '';
    for (const list of [objective, status]) {
      if (list) {
        list.value = '';
      }
    }
    filter();
  };

  // While somebody types fast, only what was typed last is looked for.
  let waiting = 0;
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(filter, total > 2000 ? 150 : 30);
  };

  const find = () => {
    const form = byId('find');
    form.hidden = false;
    document.documentElement.classList.add('live');
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      filter();
    });
    words.addEventListener('input', soon);
    objective?.addEventListener('change', filter);
    status?.addEventListener('change', filter);
    clear.addEventListener('click', () => {
      reset();
      words.focus();
    });
    // Heads of tables stand below the form, however many lines it has.
    new ResizeObserver(() => {
      document.documentElement.style.setProperty('--find', `${form.offsetHeight}px`);
    }).observe(form);
    // A browser that comes back to the page fills in what stood there.
    if (isAsked()) {
      filter();
    } else {
      tell(total);
    }
  };

  const keys = (event) => {
    const { target, key } = event;
    const types = target instanceof HTMLElement && target.closest('input, select, textarea') !== null;
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (key === '/' && !types) {
      event.preventDefault();
      words.focus();
      words.select();
    } else if (key === 'Escape' && target === words) {
      event.preventDefault();
      if (words.value === '') {
        words.blur();
      } else {
        words.value = '';
        filter();
      }
    }
  };

  /** Opens or closes what is folded away; of the rows that are shown. */
  const folding = () => {
    const ofRows = all('tbody details');
    if (ofRows.length === 0) {
      unfold.hidden = true;
      return;
    }
    let open = false;
    unfold.addEventListener('click', () => {
      open = !open;
      for (const details of ofRows) {
        details.open = open && !details.closest('[hidden]');
      }
      unfold.textContent = open ? unfold.dataset.close : unfold.dataset.open;
    });
  };

  /** Saves the snapshot: the bytes are in the page, nothing is fetched. */
  const keeping = () => {
    const save = byId('save');
    byId('keep').hidden = false;
    save.addEventListener('click', () => {
      const text = atob(byId('snapshot').textContent.replace(/\s+/g, ''));
      const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
      const address = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }));
      const link = document.createElement('a');
      link.href = address;
      link.download = save.dataset.file;
      document.body.append(link);
      link.click();
      link.remove();
      setTimeout(() => URL.revokeObjectURL(address), 10_000);
    });
  };

  /** A line at the day on which the page is read. The page itself knows no day but those of the plan. */
  const today = () => {
    const drawn = byId('drawn');
    if (!drawn) {
      return;
    }
    const { first, day, side, today: word } = drawn.dataset;
    const { width, height } = drawn.viewBox.baseVal;
    const now = new Date();
    const days = (Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) - Date.parse(first)) / 86_400_000;
    const along = Number(side) + days * Number(day);
    if (along < Number(side) || along > width) {
      return;
    }
    const mirrored = document.documentElement.dir === 'rtl';
    const at = mirrored ? width - along : along;
    const made = (name, attributes) => {
      const element = document.createElementNS('http://www.w3.org/2000/svg', name);
      for (const [key, value] of Object.entries(attributes)) {
        element.setAttribute(key, value);
      }
      return element;
    };
    const band = made('path', { class: 'today-band', d: `M${at} 40V${height - 18}` });
    const tick = made('path', { class: 'today', d: `M${at} 22V40M${at} ${height - 18}v4` });
    const label = made('text', { class: 'today-word', x: at, y: height - 4, 'text-anchor': 'middle' });
    label.textContent = word;
    // Below the words, so that it crosses none out.
    drawn.querySelector('g')?.before(band, tick);
    drawn.append(label);
  };

  /** A link to a row that is not shown shows it. */
  const follow = () => {
    const row = byId(decodeURIComponent(location.hash.slice(1)));
    if (row?.closest('[hidden]')) {
      reset();
      row.scrollIntoView();
    }
  };

  find();
  folding();
  keeping();
  today();
  document.addEventListener('keydown', keys);
  addEventListener('hashchange', follow);
})();
