/** What a table shows: filters, order, grouping, columns, what is folded. */
import type { SortBy, ViewQuery } from '@/generated/wire.ts';
import type { GridSort } from '@/kit/index.ts';
import { isNumbers, isText, isTexts, recall, remember } from '@/lib/kept.ts';
import { createStore, type Store } from '@/lib/store.ts';
import type { TableDef } from './def.ts';

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

export function createList(def: TableDef): Store<ListState> {
  const habit = (what: string): string => `${def.name}.${what}`;
  const store = createStore<ListState>({
    text: '',
    filters: new Map(),
    filterFields: def.filters,
    sort: [],
    group: recall(habit('group'), isText) ?? def.group,
    collapsed: new Set(),
    columns: recall(habit('columns'), isTexts) ?? def.columns,
    widths: recall(habit('widths'), isNumbers) ?? {},
  });
  let before = store.get();
  store.subscribe(() => {
    const now = store.get();
    if (now.columns !== before.columns) {
      remember(habit('columns'), now.columns);
    }
    if (now.widths !== before.widths) {
      remember(habit('widths'), now.widths);
    }
    if (now.group !== before.group) {
      remember(habit('group'), now.group);
    }
    before = now;
  });
  return store;
}

/** `discreet`: before an audience, where what is private neither shows nor is found. */
export function queryOf(
  def: TableDef,
  { text, filters, sort, group }: ListState,
  discreet: boolean,
): ViewQuery {
  const order = sort.length > 0 ? sort : (def.sort ?? []);
  return {
    text: text.trim(),
    filters: [...filters].map(([field, any]) => ({ field, any: [...any] })),
    sort: order.map(
      ({ column, descending }): SortBy => ({ field: def.computed[column] || column, descending }),
    ),
    group: group === '' || isOwn(def, group) ? null : group,
    ...(discreet ? { discreet } : {}),
  };
}

/** Whether a grouping is made by the screen, not by the core. */
export function isOwn(def: TableDef, group: string): boolean {
  return def.ownGroupings !== undefined && group in def.ownGroupings;
}

/** Whether some rows may be hidden. */
export function isFiltered({ text, filters }: ListState): boolean {
  return text.trim() !== '' || filters.size > 0;
}

/** Nothing is hidden and nothing folded. */
export function withoutFilters(list: ListState): ListState {
  return { ...list, text: '', filters: new Map(), collapsed: new Set() };
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

export function toggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(keys);
  if (!next.delete(key)) {
    next.add(key);
  }
  return next;
}
