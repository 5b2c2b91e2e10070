/** What a table shows: filters, order, grouping, columns, what is folded. */
import type { FilterBy, SortBy, ViewQuery } from '@/generated/wire.ts';
import type { GridSort } from '@/kit/index.ts';
import { isNumbers, isText, isTexts, recall, remember } from '@/lib/kept.ts';
import { createStore, type Store } from '@/lib/store.ts';
import type { TableDef } from './def.ts';

export type Filters = ReadonlyMap<string, readonly (string | null)[]>;

/** What a column has to hold beside its values: words, a stretch of days or numbers, anything at all. */
export interface Condition {
  /** Words that stand in it. */
  contains?: string;
  /** From when on, or from how much on: as it is asked for, and as it was typed. */
  from?: Bound;
  to?: Bound;
  /** It is stated; false: it is not. */
  filled?: boolean;
}

/** The edge of a stretch. */
export interface Bound {
  value: string;
  words: string;
}

export type Conditions = ReadonlyMap<string, Condition>;

export interface ListState {
  text: string;
  filters: Filters;
  conditions: Conditions;
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
    conditions: new Map(),
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
  { text, filters, conditions, sort, group }: ListState,
  discreet: boolean,
): ViewQuery {
  const order = sort.length > 0 ? sort : (def.sort ?? []);
  const fields = [...new Set([...filters.keys(), ...conditions.keys()])];
  return {
    text: text.trim(),
    filters: fields.map((field) => filterOf(field, filters.get(field), conditions.get(field))),
    sort: order.map(
      ({ column, descending }): SortBy => ({ field: def.computed[column] || column, descending }),
    ),
    group: group === '' || isOwn(def, group) ? null : group,
    ...(discreet ? { discreet } : {}),
  };
}

function filterOf(
  field: string,
  any: readonly (string | null)[] = [],
  { contains = '', from, to, filled }: Condition = {},
): FilterBy {
  return {
    field,
    any: [...any],
    ...(contains.trim() === '' ? {} : { contains: contains.trim() }),
    ...(from ? { from: from.value } : {}),
    ...(to ? { to: to.value } : {}),
    ...(filled === undefined ? {} : { filled }),
  };
}

/** Whether a grouping is made by the screen, not by the core. */
export function isOwn(def: TableDef, group: string): boolean {
  return def.ownGroupings !== undefined && group in def.ownGroupings;
}

/** Whether some rows may be hidden. */
export function isFiltered({ text, filters, conditions }: ListState): boolean {
  return text.trim() !== '' || filters.size > 0 || conditions.size > 0;
}

/** Nothing is hidden and nothing folded. */
export function withoutFilters(list: ListState): ListState {
  return { ...list, text: '', filters: new Map(), conditions: new Map(), collapsed: new Set() };
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

/** A condition that asks for nothing is none. */
export function withCondition(conditions: Conditions, field: string, condition: Condition): Conditions {
  const next = new Map(conditions);
  const { contains = '', from, to, filled } = condition;
  if (contains.trim() === '' && !from && !to && filled === undefined) {
    next.delete(field);
  } else {
    next.set(field, condition);
  }
  return next;
}

/** A column in another place: before another one, or behind all. */
export function movedColumn(
  columns: readonly string[],
  key: string,
  before: string | undefined,
): readonly string[] {
  const others = columns.filter((one) => one !== key);
  const at = before === undefined ? -1 : others.indexOf(before);
  return at < 0 ? [...others, key] : [...others.slice(0, at), key, ...others.slice(at)];
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
