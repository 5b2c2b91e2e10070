import { describe, expect, it } from 'vitest';
import { DEFINITION } from '@/features/commitments/definition.ts';
import { createList, nextSort, queryOf, withFilter } from '@/parts/table/list.ts';

describe('the list', () => {
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
    expect(queryOf(DEFINITION, { ...state, filters })).toEqual({
      text: 'ai',
      filters: [{ field: 'status', any: ['planned', null] }],
      sort: [{ field: 'start', descending: true }],
      group: null,
    });
    expect(withFilter(filters, 'status', []).size).toBe(0);
  });
});
