import { describe, expect, it } from 'vitest';
import { DEFINITION } from '@/features/commitments/definition.ts';
import { DEFINITION as MILESTONES } from '@/features/milestones/definition.ts';
import type { FieldInfo, KindInfo } from '@/generated/wire.ts';
import { privateFields, withoutHidden } from '@/parts/table/discreet.ts';
import { lostDay } from '@/parts/table/as-of.ts';
import { createList, nextSort, queryOf, withFilter } from '@/parts/table/list.ts';
import { sameWords } from '@/parts/table/same-words.ts';
import { fieldsOf } from '@/parts/table/state.ts';
import { row as rowNamed } from '../fake/host.ts';

describe('the list', () => {
  it('the kind of a dash and of a space makes no other words', () => {
    expect(sameWords('16-17 December 2025', '16 – 17\u00a0december 2025')).toBe(true);
    expect(sameWords('16–17 December 2025', '16 December 2025')).toBe(false);
  });

  it('a day that went with what it spoke of is missed, one that never was is not', () => {
    const dated = (text: string) => ({
      ...rowNamed('r', 'A row'),
      cells: { shown_as_of: { value: null, title: '', text, empty: text === '' } },
    });
    expect(lostDay(dated('early 2025'), dated(''))).toBe(true);
    expect(lostDay(dated('early 2025'), dated('May 2026'))).toBe(false);
    expect(lostDay(dated(''), dated(''))).toBe(false);
    expect(lostDay(dated('early 2025'), undefined)).toBe(false);
  });

  it('what a milestone hangs on is known also where its column is hidden: what is told of it is not made up', () => {
    expect(fieldsOf(MILESTONES, ['title'])).toContain('hangs_on');
  });

  it('as of when a row is, is known also where its column is hidden', () => {
    for (const def of [DEFINITION, MILESTONES]) {
      expect(fieldsOf(def, ['title'])).toEqual(expect.arrayContaining(['title', 'shown_as_of']));
    }
  });

  it('a header sorts up, down and not at all; with Shift it is a further key', () => {
    const up = nextSort([], 'title', false);
    expect(up).toEqual([{ column: 'title', descending: false }]);
    const down = nextSort(up, 'title', false);
    expect(down).toEqual([{ column: 'title', descending: true }]);
    expect(nextSort(down, 'title', false)).toEqual([]);
    const two = nextSort(down, 'status', true);
    expect(two.map(({ column }) => column)).toEqual(['title', 'status']);
    expect(nextSort(nextSort(two, 'status', true), 'status', true)).toEqual(down);
  });

  it('asks the core for fields, not for columns that it works out', () => {
    const state = {
      ...createList(DEFINITION).get(),
      text: ' ai ',
      sort: [{ column: 'when', descending: true }],
      group: '',
    };
    const filters = withFilter(new Map(), 'status', ['planned', null]);
    expect(queryOf(DEFINITION, { ...state, filters }, false)).toEqual({
      text: 'ai',
      filters: [{ field: 'status', any: ['planned', null] }],
      sort: [{ field: 'start', descending: true }],
      group: null,
    });
    expect(queryOf(DEFINITION, state, true).discreet).toBe(true);
    expect(withFilter(filters, 'status', []).size).toBe(0);
  });

  it('before an audience neither shows nor filters nor sorts by what is private', () => {
    const field = (name: string, isPrivate: boolean, target: string | null): FieldInfo => ({
      name,
      label: name,
      field: target === null ? 'text' : 'reference',
      choices: [],
      target,
      private: isPrivate,
      required: false,
      computed: false,
      max: 100,
    });
    const kind = (name: string, isPrivate: boolean, fields: FieldInfo[]): KindInfo => ({
      kind: name,
      label: name,
      plural: name,
      catalogue: false,
      private: isPrivate,
      fields,
    });
    const row = kind('row', false, [
      field('title', false, null),
      field('remarks', true, null),
      field('holder', false, 'person'),
      field('owner', false, 'organization'),
    ]);
    const kinds = new Map(
      [row, kind('person', true, []), kind('organization', false, [])].map((one) => [one.kind, one]),
    );
    const hidden = privateFields(row, kinds);
    expect([...hidden]).toEqual(['remarks', 'holder']);
    const list = {
      ...createList(DEFINITION).get(),
      filters: withFilter(withFilter(new Map(), 'holder', ['x']), 'owner', ['y']),
      sort: ['remarks', 'shown', 'title'].map((column) => ({ column, descending: false })),
      group: 'holder',
    };
    const open = withoutHidden(list, hidden, { shown: 'remarks' });
    expect([...open.filters.keys()]).toEqual(['owner']);
    expect(open.sort.map(({ column }) => column)).toEqual(['title']);
    expect(open.group).toBe('');
    expect(withoutHidden(list, new Set(), {})).toBe(list);
  });
});
