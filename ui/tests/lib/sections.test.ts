import { describe, expect, it } from 'vitest';
import { BY_TODAY, BY_YEAR } from '@/features/milestones/definition.ts';
import { cut, daysOf, lastYear, sectionKey, today } from '@/features/milestones/sections.ts';
import { oneOf } from '@/features/milestones/wording.ts';
import { movedAlong } from '@/parts/hang/moved-along.ts';
import { row } from '../fake/host.ts';

const dated = (from: string | null, to: string | null = from) => ({
  ...row('r', 'A milestone'),
  cells: { when: { value: { from, to }, text: '', title: '', empty: false } },
});

describe('what moves along', () => {
  it('is what nobody touched', () => {
    const rows = [{ kind: 'milestone', id: 'opening' }];
    const days = ['opening', 'papers', 'agenda'];
    expect(movedAlong({ days, rows, many: false })).toEqual({ ids: ['papers', 'agenda'], more: false });
    // Of a large step not all is listed: what is counted is said to be more, and what cannot be known is not said.
    const long = Array.from({ length: 500 }, (_, at) => `m${at}`);
    const moved = movedAlong({ days: long, rows, many: true });
    expect([moved.ids.length, moved.more]).toEqual([500, true]);
    const touched = long.map((id) => ({ kind: 'milestone', id }));
    expect(movedAlong({ days, rows: touched, many: true }).ids).toEqual([]);
  });
});

describe('the words of a date', () => {
  it('stand once where what is understood says the same, and with it where it says more', () => {
    expect(oneOf('22 and 23 September 2026', '22–23 Sep 2026', 'en')).toBe('22 and 23 September 2026');
    expect(oneOf('22 et 23 septembre', '22–23 sept. 2026', 'fr')).toBe('22–23 sept. 2026');
    expect(oneOf('21 October', '21 Oct 2024', 'en')).toBe('21 Oct 2024');
    expect(oneOf('since 21 October', 'between 21 Oct 2024 and about Q1 2025', 'en')).toBeUndefined();
    expect(oneOf('early 2025', 'about Q1 2025', 'en')).toBeUndefined();
    expect(oneOf('21 October', '22 Oct 2024', 'en')).toBeUndefined();
  });
});

describe('sections of milestones', () => {
  it('the year of a date is the last that it may mean, however it is written', () => {
    const years = ['2027-05', '[2025-03-25,2025-03-27]', '2024-12-30/2027-01-02', '202X', '2026~', ''].map(
      lastYear,
    );
    expect(years).toEqual(['2027', '2025', '2027', '2029', '2026', '']);
  });

  it('a row stands before or after today, or has no date; one that began some time stands first', () => {
    const key = sectionKey(BY_TODAY, '2026-11-23');
    expect(key(dated('2026-11-22', '2027-01-01'))).toBe('before');
    expect(key(dated('2026-11-23'))).toBe('ahead');
    expect(key(dated(null))).toBe('');
    expect(key(dated(null, '2027-12-31'))).toBe('open');
    expect(sectionKey(BY_YEAR, '2026-11-23')(dated('2026-11-22'))).toBe('2026');
    expect(daysOf(row('r', 'Without a date'))).toEqual({ from: '', to: '' });
    expect(today(new Date(2026, 0, 3))).toBe('2026-01-03');
  });

  it('finds where sections begin by looking at few rows, and asks for those that it lacks', () => {
    const keys = [...'aaaabbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbc'];
    const seen = new Map<number, string>();
    let found = cut(keys.length, (index) => seen.get(index));
    while (typeof found === 'number') {
      expect(seen.has(found)).toBe(false);
      seen.set(found, keys[found] ?? '');
      found = cut(keys.length, (index) => seen.get(index));
    }
    expect(found).toEqual([
      { key: 'a', from: 0 },
      { key: 'b', from: 4 },
      { key: 'c', from: 41 },
    ]);
    expect(seen.size).toBeLessThan(20);
    expect(cut(0, () => 'a')).toEqual([]);
  });
});
