/** Rows that stand by date, cut where today is or where a year begins: found by halving, so that few rows are looked at. */
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { GroupView, RowView } from '@/generated/wire.ts';
import { useClient, useWords } from '@/lib/client.ts';
import { cellOf } from '@/lib/fields.ts';
import { useNotices } from '@/lib/notices.ts';
import { useStore } from '@/lib/store.ts';
import { today } from '@/lib/times.ts';
import type { TableState } from '@/parts/table/index.ts';
import { BY_TODAY, BY_YEAR } from './definition.ts';

export interface Section {
  key: string;
  from: number;
}

export interface Days {
  /** First and last day that it may be: empty, where nothing says it. */
  from: string;
  to: string;
}

/** The days behind the words of `when`. */
export function daysOf(row: RowView): Days {
  const { value } = cellOf(row, 'when');
  const day = (name: 'from' | 'to'): string => {
    const found = typeof value === 'object' && value !== null && !Array.isArray(value) ? value[name] : null;
    return typeof found === 'string' ? found : '';
  };
  return { from: day('from'), to: day('to') };
}

export { today };

/** The last year that a date of the standard may mean: "[2025-03-25,2025-03-27]" is 2025, "202X" may be 2029; empty: none. */
export function lastYear(date: string): string {
  const years = date.match(/(?<!\d)\d{2}[\dX]{2}/g) ?? [];
  return years.reduce((last, found) => {
    const year = found.replaceAll('X', '9');
    return year > last ? year : last;
  }, '');
}

/** Rows that are looked at together: the last steps of the halving are among them. Years are many: their rows are read at once. */
const WINDOW = 32;

const UNKNOWN = '';
const OPEN = 'open';
const BEFORE = 'before';
export const AHEAD = 'ahead';

/** The section in which a row stands: rows with one key stand together, because they stand by date. */
export function sectionKey(group: string, day: string): (row: RowView) => string {
  return (row) => {
    const { from, to } = daysOf(row);
    if (from === '') {
      // What began nobody knows when stands first, what has no date at all stands last.
      return to === '' ? UNKNOWN : OPEN;
    }
    return group === BY_YEAR ? from.slice(0, 4) : from < day ? BEFORE : AHEAD;
  };
}

/**
 * Where sections begin. `key` may not know a row yet: then the answer is the position of that row, and the caller asks again
 * when it is there.
 */
export function cut(count: number, key: (index: number) => string | undefined): readonly Section[] | number {
  const sections: Section[] = [];
  let from = 0;
  while (from < count) {
    const here = key(from);
    if (here === undefined) {
      return from;
    }
    sections.push({ key: here, from });
    // The first position behind `from` where the key is another.
    let [low, high] = [from + 1, count];
    while (low < high) {
      const middle = (low + high) >> 1;
      const there = key(middle);
      if (there === undefined) {
        return middle;
      }
      [low, high] = there === here ? [middle + 1, high] : [low, middle];
    }
    from = low;
  }
  return sections;
}

/** The sections as groups of the table; undefined, where the rows do not stand by date or are grouped by something else. */
export function useSections({ def, list, view }: TableState): readonly GroupView[] | undefined {
  const client = useClient();
  const notices = useNotices();
  const { say, locale } = useWords();
  const group = useStore(list, (shown) => shown.group);
  const byDate = useStore(list, ({ sort }) => sort.length === 0 || sort[0]?.column === 'when');
  const shown = useSyncExternalStore(view.subscribe, view.getState);
  const wanted = byDate && (group === BY_TODAY || group === BY_YEAR) && shown.loaded;
  const day = today();
  const keyOf = useMemo(() => sectionKey(group, day), [group, day]);
  const { rows, count, op } = shown;

  const near = useMemo(() => {
    const loaded = (index: number): string | undefined => {
      const row = rows.get(index);
      return row && keyOf(row);
    };
    return wanted ? cut(count, loaded) : [];
  }, [wanted, count, rows, keyOf]);

  /** What was found in rows that are not on screen; kept until something else is found. */
  const [far, setFar] = useState<readonly Section[]>([]);
  const query = JSON.stringify(view.query);
  const away = typeof near === 'number';
  // biome-ignore lint/correctness/useExhaustiveDependencies: a step, or other rows, are an occasion of their own.
  useEffect(() => {
    const leaving = new AbortController();
    const look = async (): Promise<void> => {
      const window = group === BY_YEAR ? count : WINDOW;
      const known = new Map<number, string>();
      let found = cut(count, (index) => known.get(index));
      while (typeof found === 'number' && !leaving.signal.aborted) {
        const at = found;
        const first = at - (at % window);
        const { rows: looked } = await client.call('view_get', {
          kind: def.kind,
          source: client.source.get(),
          query: JSON.parse(query),
          from: first,
          to: first + window,
          fields: ['when'],
        });
        for (const [index, row] of looked.entries()) {
          known.set(first + index, keyOf(row));
        }
        if (!known.has(at)) {
          // Rows have gone meanwhile; what follows their going looks again.
          return;
        }
        found = cut(count, (index) => known.get(index));
      }
      if (!leaving.signal.aborted && typeof found !== 'number') {
        setFar(found);
      }
    };
    if (away) {
      look().catch(notices.report);
    }
    return () => leaving.abort();
  }, [away, client, count, def, group, keyOf, notices, op, query]);

  return useMemo(() => {
    if (!wanted) {
      return undefined;
    }
    const label = (key: string): string => {
      switch (key) {
        case UNKNOWN:
          return say('milestones-no-date');
        case OPEN:
          return say('milestones-no-beginning');
        case BEFORE:
          return say('milestones-before-today');
        case AHEAD:
          return say('milestones-from-today', { day: dayWords(day, locale) });
        default:
          return key;
      }
    };
    const sections = (typeof near === 'number' ? far : near).filter(({ from }) => from < count);
    return sections.map(
      ({ key, from }, at): GroupView => ({
        key,
        label: label(key),
        badge: '',
        from,
        count: (sections[at + 1]?.from ?? count) - from,
      }),
    );
  }, [wanted, near, far, count, day, locale, say]);
}

function dayWords(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));
}
