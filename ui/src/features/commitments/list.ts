/** What the list of commitments shows: filters, order, grouping, columns, what is folded. */
import type { SortBy, ViewQuery } from '@/generated/wire.ts';
import type { GridSort } from '@/kit/index.ts';
import { isNumbers, isText, isTexts, recall, remember } from '@/lib/kept.ts';
import { createStore, type Store } from '@/lib/store.ts';

export type Filters = ReadonlyMap<string, readonly (string | null)[]>;

export interface ListState {
  text: string;
  filters: Filters;
  /** Fields whose filter is shown in the bar, set or not. */
  filterFields: readonly string[];
  sort: readonly GridSort[];
  /** Field to group by; empty: none. */
  group: string;
  collapsed: ReadonlySet<string>;
  columns: readonly string[];
  widths: Readonly<Record<string, number>>;
}

/** Columns that the core works out, and the field by which they are sorted. */
export const COMPUTED: Readonly<Record<string, string>> = {
  when: 'start',
  shown_as_of: 'status_as_of',
};

export const DEFAULT_COLUMNS = [
  'reference',
  'title',
  'kind',
  'owner',
  'lead',
  'status',
  'when',
  'shown_as_of',
  'source',
] as const;

export const GROUPINGS = ['objective', 'lead', 'status', 'kind', 'owner'] as const;

const FIRST_FILTERS = ['lead', 'status'];
const COLUMNS = 'commitments.columns';
const WIDTHS = 'commitments.widths';
const GROUP = 'commitments.group';

export function createList(): Store<ListState> {
  const store = createStore<ListState>({
    text: '',
    filters: new Map(),
    filterFields: FIRST_FILTERS,
    sort: [],
    group: recall(GROUP, isText) ?? 'objective',
    collapsed: new Set(),
    columns: recall(COLUMNS, isTexts) ?? DEFAULT_COLUMNS,
    widths: recall(WIDTHS, isNumbers) ?? {},
  });
  let before = store.get();
  store.subscribe(() => {
    const now = store.get();
    if (now.columns !== before.columns) {
      remember(COLUMNS, now.columns);
    }
    if (now.widths !== before.widths) {
      remember(WIDTHS, now.widths);
    }
    if (now.group !== before.group) {
      remember(GROUP, now.group);
    }
    before = now;
  });
  return store;
}

export function queryOf({ text, filters, sort, group }: ListState): ViewQuery {
  return {
    text: text.trim(),
    filters: [...filters].map(([field, any]) => ({ field, any: [...any] })),
    sort: sort.map(({ column, descending }): SortBy => ({ field: COMPUTED[column] ?? column, descending })),
    group: group === '' ? null : group,
  };
}

/** Whether some rows may be hidden. */
export function isFiltered({ text, filters }: ListState): boolean {
  return text.trim() !== '' || filters.size > 0;
}

/** A header was pressed: ascending, descending, as in the plan. With Shift it becomes a further key of the order. */
export function nextSort(sort: readonly GridSort[], column: string, additive: boolean): readonly GridSort[] {
  const now = sort.find((one) => one.column === column);
  const next =
    now === undefined
      ? { column, descending: false }
      : now.descending
        ? undefined
        : { column, descending: true };
  if (!additive) {
    return next ? [next] : [];
  }
  if (now === undefined) {
    return next ? [...sort, next] : sort;
  }
  return sort.flatMap((one) => (one === now ? (next ? [next] : []) : [one]));
}

export function withFilter(filters: Filters, field: string, any: readonly (string | null)[]): Filters {
  const next = new Map(filters);
  if (any.length === 0) {
    next.delete(field);
  } else {
    next.set(field, any);
  }
  return next;
}

/** The key of a group in the grid; the group of rows where the field is empty has none in the core. */
export function groupKey(key: string | null): string {
  return key === null ? 'empty:' : `is:${key}`;
}
