/** Laws of the timeline's labels and days: no words lie over anything, all stand beside their own mark. */
import { describe, expect, it } from 'vitest';
import {
  dayOf,
  headerLevels,
  type Labelled,
  nextZoom,
  numberOf,
  placeLabels,
  shapeOf,
  pagesOf,
  SIGNS,
  svgOf,
  ticks,
  ZOOMS,
} from '@/kit/timeline/index.ts';
import { GAP, INSET, LEAST } from '@/kit/timeline/labels.ts';
import { type Standing, walk } from '@/kit/timeline/walk.ts';
import { markKey, type TimelineLane, type TimelineMark } from '@/kit/timeline/types.ts';

/** The same numbers each time, whatever the machine. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function row(seed: number): { marks: Labelled[]; today: number | undefined } {
  const roll = dice(seed);
  const marks: Labelled[] = [];
  let at = roll(200);
  for (let n = 0; n < 1 + roll(12); n += 1) {
    const left = at + roll(160);
    const right = left + 16 + roll(180);
    marks.push({
      key: `m${n}`,
      left,
      right,
      words: roll(5) === 0 ? 0 : 10 + roll(300),
      bar: right - left > 60,
    });
    at = right + 2;
  }
  return { marks, today: roll(4) === 0 ? undefined : roll(1600) };
}

describe('labels', () => {
  /** What is wrong with the words of a row. Complaints are gathered: an expectation for each pair would take longer than the pairs. */
  const wrongOf = (seed: number, sight?: { first: number; last: number }): readonly string[] => {
    const wrong: string[] = [];
    const { marks, today } = row(seed);
    const boxes = [...placeLabels(marks, today, sight)].map(([key, { from, length, side, within }]) => ({
      key,
      side,
      from,
      within,
      to: from + length + (side === 'inside' ? INSET : 0),
      length,
    }));
    const clear = (box: { from: number; to: number }, from: number, to: number): boolean =>
      box.to <= from || box.from >= to;
    for (const box of boxes) {
      const own = marks.find(({ key }) => key === box.key);
      const beside = own && (box.side === 'after' ? box.from - own.right : own.left - box.to);
      if (!own || beside === undefined) {
        wrong.push(`${seed}: ${box.key} belongs to nothing`);
      } else if (box.side === 'inside') {
        const { from, to } = box.within ?? { from: Number.NaN, to: Number.NaN };
        if (!(from <= box.from && box.to <= to && own.left <= from && to <= own.right && own.bar === true)) {
          wrong.push(`${seed}: ${box.key} is not in its bar`);
        }
      } else if (Math.abs(beside - GAP) > 0.01) {
        wrong.push(`${seed}: ${box.key} is not beside its mark`);
      }
      if (own && (box.length < Math.min(LEAST, own.words) || box.length > own.words)) {
        wrong.push(`${seed}: ${box.key} is ${box.length} long`);
      }
      if (sight && (box.from < sight.first || box.to > sight.last)) {
        wrong.push(`${seed}: ${box.key} is not seen whole`);
      }
      if (marks.some((mark) => mark.key !== box.key && !clear(box, mark.left, mark.right))) {
        wrong.push(`${seed}: ${box.key} over a mark`);
      }
      if (boxes.some((other) => other.key !== box.key && !clear(box, other.from, other.to))) {
        wrong.push(`${seed}: ${box.key} over words`);
      }
      if (today !== undefined && !clear(box, today, today)) {
        wrong.push(`${seed}: ${box.key} over today`);
      }
    }
    return wrong;
  };
  const seeds = Array.from({ length: 3000 }, (_, at) => at + 1);

  it('no words lie over words, over another mark or over today, and all stand beside their own mark or in it', () => {
    expect(seeds.flatMap((seed) => wrongOf(seed))).toEqual([]);
  });

  it('wherever one has scrolled to, no words are cut by the edge of what is seen', () => {
    const sights = seeds.map((seed) => {
      const first = dice(seed + 7)(1200);
      return { first, last: first + 150 + dice(seed + 13)(600) };
    });
    expect(seeds.flatMap((seed, at) => wrongOf(seed, sights[at]))).toEqual([]);
  });

  it('a bar of which neither end is seen has its words in what is seen of it, however far one scrolls', () => {
    const bar: Labelled = { key: 'a', left: 0, right: 5000, words: 200, bar: true };
    for (let first = 100; first < 4000; first += 97) {
      const placed = placeLabels([bar], undefined, { first, last: first + 800 }).get('a');
      expect(placed).toEqual({
        side: 'inside',
        from: first,
        length: 200,
        within: { from: GAP, to: 5000 - GAP },
      });
    }
  });

  it('words in a bar keep clear of today, and what has room beside its bar stands there', () => {
    const bar: Labelled = { key: 'a', left: 0, right: 5000, words: 200, bar: true };
    const sight = { first: 1000, last: 1800 };
    expect(placeLabels([bar], 1100, sight).get('a')).toMatchObject({ side: 'inside', from: 1100 + GAP });
    expect(placeLabels([{ ...bar, right: 1500 }], undefined, sight).get('a')?.side).toBe('after');
  });

  it('words before their mark are cut where the lane heads begin, not by them', () => {
    const mark: Labelled = { key: 'a', left: 320, right: 600, words: 345 };
    const placed = placeLabels([mark], 800, { first: 6, last: 1000 }).get('a');
    expect(placed).toEqual({ side: 'before', from: 6, length: 320 - GAP - 6 });
  });

  it('words that have room are whole', () => {
    const placed = placeLabels([{ key: 'a', left: 0, right: 16, words: 200 }], undefined);
    expect(placed.get('a')).toEqual({ side: 'after', from: 16 + GAP, length: 200 });
  });

  it('words that would cross today stand before their mark', () => {
    const placed = placeLabels([{ key: 'a', left: 300, right: 316, words: 200 }], 400);
    expect(placed.get('a')).toEqual({ side: 'before', from: 300 - GAP - 200, length: 200 });
  });

  it('words are not put where nothing is seen', () => {
    const [placed] = placeLabels([{ key: 'a', left: 100, right: 116, words: 200 }], 300, {
      first: 0,
      last: 1000,
    }).values();
    expect(placed).toEqual({ side: 'after', from: 116 + GAP, length: 300 - 2 * GAP - 116 });
  });
});

describe('days', () => {
  it('are counted as the program behind the window counts them', () => {
    expect(numberOf('2000-01-01')).toBe(730_120);
    expect(numberOf('0001-01-01')).toBe(1);
    for (const day of ['1000-01-01', '1999-12-31', '2024-02-29', '2026-11-28', '9999-12-31']) {
      expect(dayOf(numberOf(day))).toBe(day);
    }
  });

  it('headers cover every day once at every zoom, and their words have room', () => {
    for (const zoom of ZOOMS) {
      const [upper, lower] = headerLevels(zoom);
      const from = numberOf('2026-11-28');
      const to = from + 1200 / zoom;
      for (const level of [upper, lower]) {
        const all = ticks(level, from, Math.min(to, numberOf('9999-01-01')));
        expect(all[0]?.from).toBeLessThanOrEqual(from);
        for (const [at, tick] of all.entries()) {
          expect(tick.from, `${zoom} ${level}`).toBe(all[at - 1]?.to ?? tick.from);
        }
        expect(((all[0]?.to ?? 0) - (all[0]?.from ?? 0)) * zoom, `${zoom} ${level}`).toBeGreaterThan(11);
      }
    }
  });

  it('zoom goes to and fro, and stops at its ends', () => {
    expect(nextZoom(nextZoom(0.8, 1), -1)).toBe(0.8);
    expect(nextZoom(ZOOMS.at(-1) ?? 0, 1)).toBe(ZOOMS.at(-1));
    expect(nextZoom(ZOOMS[0], -1)).toBe(ZOOMS[0]);
  });
});

const days = (a: string, b = a, c = b, d = c) => ({
  start_not_before: a,
  start_not_after: b,
  end_not_before: c,
  end_not_after: d,
});

describe('shapes', () => {
  const measure = { day: 2, today: numberOf('2026-11-28') };

  it('a day is a diamond in its middle', () => {
    const shape = shapeOf(days('2027-03-10'), measure);
    expect(shape.exact).toBe(true);
    expect((shape.left + shape.right) / 2).toBe((numberOf('2027-03-10') + 0.5) * 2);
  });

  it('a span of days is certain from end to end', () => {
    const shape = shapeOf(days('2027-03-10', '2027-03-10', '2027-03-20', '2027-03-20'), measure);
    expect([shape.exact, shape.sureFrom - shape.left, shape.right - shape.sureTo]).toEqual([false, 0, 0]);
    expect(shape.right - shape.left).toBe(22);
  });

  it('one unknown day within a year is certain nowhere', () => {
    const shape = shapeOf(days('2027-01-01', '2027-12-31', '2027-01-01', '2027-12-31'), measure);
    expect(shape.sureFrom).toBe(shape.sureTo);
    expect(shape.right - shape.left).toBe(365 * 2);
  });

  it('what goes on reaches beyond today, and what is by a day ends on it', () => {
    const on = shapeOf(
      { ...days('2024-09-01', '2024-09-30', '2024-09-01', ''), end_not_before: '' },
      measure,
      true,
    );
    expect(on.openEnd).toBe(true);
    expect(on.right).toBeGreaterThan(measure.today * 2);
    const by = shapeOf({ ...days('', '2030-12-31', '', '2030-12-31') }, measure);
    expect([by.openStart, by.right]).toEqual([true, (numberOf('2030-12-31') + 1) * 2]);
  });
});

describe('the arrow keys', () => {
  const mark = (id: string, lane: number, row = 0): TimelineMark =>
    ({ kind: 'milestone', id, lane, row, count: 1 }) as TimelineMark;
  const at = (id: string, lane: number, left: number, row = 0): Standing => ({
    mark: mark(id, lane, row),
    left,
    right: left + 16,
  });
  const lane = (index: number, before = 0, after = 0): TimelineLane => ({
    key: `l${index}`,
    label: '',
    badge: '',
    count: 2,
    index,
    top: index * 3,
    rows: 1,
    folded: false,
    before: { count: before, day: before > 0 ? '2020-01-01' : '' },
    after: { count: after, day: after > 0 ? '2030-01-01' : '' },
  });
  const all = [at('a', 0, 0), at('b', 0, 100), at('c', 1, 90), at('d', 1, 400), at('e', 0, 102, 1)];
  const lanes = [lane(0), lane(1, 0, 3), lane(2)];
  const go = (step: Parameters<typeof walk>[0], from: string, of = 0) =>
    walk(step, of, markKey({ kind: 'milestone', id: from }), all, lanes);

  it('go along the lane by time, and at its beginning to its name', () => {
    expect(go('later', 'a')).toEqual({ to: 'mark', key: 'milestone b' });
    expect(go('earlier', 'a')).toEqual({ to: 'lane', index: 0 });
    expect(go('later', 'e')).toBeUndefined();
  });

  it('go down within the lane, then to the nearest of the next', () => {
    expect(go('down', 'b')).toEqual({ to: 'mark', key: 'milestone e' });
    expect(go('down', 'e')).toEqual({ to: 'mark', key: 'milestone c' });
    expect(go('up', 'c', 1)).toEqual({ to: 'mark', key: 'milestone b' });
  });

  it('go on beyond what is loaded', () => {
    expect(go('later', 'd', 1)).toEqual({ to: 'day', lane: 1, day: '2030-01-01' });
  });
});

describe('the drawing for files and paper', () => {
  const exact = (day: string) => ({
    start_not_before: day,
    start_not_after: day,
    end_not_before: day,
    end_not_after: day,
  });
  const mark = (id: string, at: number, day: string, more: Partial<TimelineMark> = {}): TimelineMark => ({
    kind: 'milestone',
    id,
    lane: 0,
    row: at,
    count: 1,
    label: id,
    words: `${id} <said>`,
    when: day,
    days: exact(day),
    sort: 'event',
    exact: true,
    goes_on: false,
    doubt: false,
    computed: false,
    past: false,
    step: '',
    note: '',
    fate: 'same',
    was: null,
    ...more,
  });
  const from = numberOf('2027-01-01');
  const drawn = (mirrored: boolean): string => {
    const none = { count: 0, day: '' };
    const words = {
      locale: 'en',
      today: 'Today',
      quarter: (quarter: number) => `Q${quarter}`,
      decade: (year: string) => `${year}s`,
      help: '',
      fold: (name: string) => name,
      unfold: (name: string) => name,
      before: String,
      after: String,
      number: String,
      short: String,
      rows: String,
      lanes: '',
    };
    return svgOf({
      title: 'A plan & its "title"',
      facts: 'Printed on <some day>',
      sheet: '1 of 2',
      prefix: 'one-',
      legend: SIGNS.map((sign) => ({ ...sign, words: `sign ${sign.name}` })),
      description: '',
      lanes: [
        {
          key: 'a',
          label: 'Lane',
          badge: '',
          count: 3,
          index: 0,
          top: 0,
          rows: 2,
          folded: false,
          before: none,
          after: none,
        },
      ],
      marks: [
        mark('opening', 0, '2027-06-10', { fate: 'moved', was: exact('2027-04-10') }),
        mark('papers', 1, '2027-03-10', { computed: true }),
        mark('gone', 1, '2027-08-10', { fate: 'gone' }),
        mark('report', 0, '2027-09-20', { sort: 'deliverable' }),
        mark('going on', 1, '2027-10-01', {
          days: { ...exact('2027-10-01'), end_not_before: '2027-11-01', end_not_after: '' },
        }),
      ],
      links: [
        {
          from: { id: 'opening', top: 0, days: exact('2027-06-10') },
          to: { id: 'papers', top: 2, days: exact('2027-03-10') },
          from_end: false,
          words: '3 months before <it>',
        },
      ],
      from,
      to: from + 365,
      top: 0,
      bottom: 5,
      today: from + 10,
      day: 2,
      unit: 14,
      lines: false,
      mirrored,
      words,
    }).svg;
  };

  it('has links with their distances, ghosts of where marks were, and what is gone', () => {
    const page = new DOMParser().parseFromString(drawn(false), 'image/svg+xml');
    expect(page.querySelector('parsererror')).toBeNull();
    const titled = (words: string): Element | undefined =>
      [...page.querySelectorAll('g > title')].find((title) => title.textContent === words)?.parentElement ??
      undefined;
    const x = (day: string): number => 200 + (numberOf(day) + 0.5 - from) * 2;
    const link = titled('3 months before <it>')?.querySelector('path')?.getAttribute('d') ?? '';
    expect(link.startsWith(`M${x('2027-06-10').toFixed(1)} `)).toBe(true);
    expect(link).toContain(`H${x('2027-03-10').toFixed(1)}V`);
    // A line leads from where it was; what was, and what is gone, is pale and not broken: that is what is in doubt.
    expect(titled('opening <said>')?.querySelectorAll('[stroke-dasharray]')).toHaveLength(1);
    expect(titled('opening <said>')?.querySelectorAll('[fill="#dcdcd6"]')).toHaveLength(1);
    expect(titled('gone <said>')?.querySelectorAll('[stroke-dasharray]')).toHaveLength(0);
    expect(titled('gone <said>')?.querySelectorAll('[fill="#dcdcd6"]')).toHaveLength(1);
    expect(titled('papers <said>')?.querySelectorAll('[stroke-dasharray]')).toHaveLength(0);
    // The distance stands beside what hangs, not only in what the line says under the pointer.
    const said = [...page.querySelectorAll('text')].map(({ textContent }) => textContent);
    expect(said).toContain('3 months before <it>');
  });

  it('says what it is of, what its marks mean, and which sheet it is; its names are its own', () => {
    const page = new DOMParser().parseFromString(drawn(false), 'image/svg+xml');
    const said = [...page.querySelectorAll('text')].map(({ textContent }) => textContent);
    expect(said).toEqual(expect.arrayContaining(['Printed on <some day>', '1 of 2']));
    expect(said.filter((words) => words?.startsWith('sign '))).toHaveLength(SIGNS.length);
    const ids = [...page.querySelectorAll('[id]')].map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(1);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => id.startsWith('one-'))).toBe(true);
    const used = [...drawn(false).matchAll(/url\(#([^)]+)\)/g)].map(([, id]) => id);
    expect(used.every((id) => ids.includes(id ?? ''))).toBe(true);
  });

  it('what is a deliverable is told apart from what only happens', () => {
    const page = new DOMParser().parseFromString(drawn(false), 'image/svg+xml');
    const parts = (words: string): number | undefined =>
      [...page.querySelectorAll('g > title')]
        .find((title) => title.textContent === words)
        ?.parentElement?.querySelectorAll('path').length;
    expect(parts('report <said>')).toBe(2);
    expect(parts('papers <said>')).toBe(1);
  });

  it('runs from right to left in a mirrored window, links and ghosts with it', () => {
    const page = new DOMParser().parseFromString(drawn(true), 'image/svg+xml');
    const width = Number(page.documentElement.getAttribute('width'));
    const link = [...page.querySelectorAll('path')].find((path) => path.getAttribute('fill') === 'none');
    const at = width - (200 + (numberOf('2027-06-10') + 0.5 - from) * 2);
    expect(link?.getAttribute('d')?.startsWith(`M${at.toFixed(1)} `)).toBe(true);
  });
});

describe('the pages of a long timeline', () => {
  const day = 1;
  const cut = (days: number, height: number, breaks: readonly number[] = []) =>
    pagesOf({ from: 0, to: days, height, day, unit: 10, breaks }, 1200, 600);

  it('what is a little larger than a page is one page, and what is more is cut alike', () => {
    expect(cut(1300, 10)).toEqual([{ from: 0, to: 1300, top: 0, bottom: 10 }]);
    const pages = cut(1400, 10);
    expect(pages.map(({ from, to }) => to - from)).toEqual([700, 700]);
  });

  it('ends a page between marks, goes through nothing twice and leaves nothing out', () => {
    const breaks = Array.from({ length: 60 }, (_, at) => at * 7);
    const pages = cut(300, 400, breaks);
    expect(pages.length).toBeGreaterThan(3);
    for (const [at, page] of pages.entries()) {
      expect(page.top).toBe(at === 0 ? 0 : pages[at - 1]?.bottom);
      expect(at === pages.length - 1 || breaks.includes(page.bottom)).toBe(true);
    }
    expect(pages.at(-1)?.bottom).toBe(400);
    // Where nothing can be broken it is cut all the same.
    expect(cut(300, 400).at(-1)?.bottom).toBe(400);
  });
});
