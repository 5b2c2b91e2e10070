/**
 * Views that a person saved under a name: filters, order, grouping and columns. They are kept on this machine, unless they are kept
 * with the plan (`kept-views.ts`).
 */
import type { GridSort } from '@/kit/index.ts';
import { isNumbers, isText, isTexts, recall, remember } from '@/lib/kept.ts';
import { createStore, type Store } from '@/lib/store.ts';
import type { TableDef } from './def.ts';
import { type Condition, type ListState, withoutFilters } from './list.ts';

export interface SavedView {
  id: string;
  name: string;
  text: string;
  filters: readonly (readonly [field: string, any: readonly (string | null)[]])[];
  conditions: readonly (readonly [field: string, condition: Condition])[];
  filterFields: readonly string[];
  sort: readonly GridSort[];
  group: string;
  columns: readonly string[];
  widths: Readonly<Record<string, number>>;
}

export function createSaved(def: TableDef): Store<readonly SavedView[]> {
  const key = `${def.name}.views`;
  const store = createStore<readonly SavedView[]>(recall(key, isList)?.filter(isView) ?? []);
  store.subscribe(() => remember(key, store.get()));
  return store;
}

/** What is shown now, as it is saved. */
export function savedAs(id: string, name: string, list: ListState): SavedView {
  const { text, filters, conditions, filterFields, sort, group, columns, widths } = list;
  return {
    id,
    name,
    text,
    filters: [...filters],
    conditions: [...conditions],
    filterFields,
    sort,
    group,
    columns,
    widths,
  };
}

/** Shows a saved view. */
export function shownAs(view: SavedView, list: ListState): ListState {
  const { text, filters, conditions, filterFields, sort, group, columns, widths } = view;
  return {
    ...list,
    text,
    filters: new Map(filters),
    conditions: new Map(conditions),
    filterFields,
    sort,
    group,
    columns,
    widths,
    collapsed: new Set(),
  };
}

/** A view as it is kept with the plan. Its name stands beside it. */
export function textOf({ kind }: Pick<TableDef, 'kind'>, view: SavedView): string {
  const { id: _id, name: _name, ...shape } = view;
  return JSON.stringify({ kind, ...shape });
}

/** The same read; undefined, where a colleague's program wrote what this one does not know. */
export function viewOf(
  id: string,
  name: string,
  text: string,
): { kind: string; view: SavedView } | undefined {
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof found !== 'object' || found === null || !('kind' in found) || !isText(found.kind)) {
    return undefined;
  }
  const { kind, ...shape } = found;
  const view: unknown = { ...shape, id, name };
  if (!isView(view)) {
    return undefined;
  }
  // In the order in which what is shown is held against it.
  const { text: words, filters, conditions, filterFields, sort, group, columns, widths } = view;
  return {
    kind,
    view: { id, name, text: words, filters, conditions, filterFields, sort, group, columns, widths },
  };
}

/** What is shown where nobody chose anything. */
export function standardOf(def: TableDef, list: ListState): ListState {
  return {
    ...withoutFilters(list),
    filterFields: def.filters,
    sort: [],
    group: def.group,
    columns: def.columns,
    widths: {},
  };
}

/** Whether what is shown is just what was saved. */
export function isShown(view: SavedView, list: ListState): boolean {
  return JSON.stringify(savedAs(view.id, view.name, list)) === JSON.stringify(view);
}

/** Names are told apart by what is read, not by how it is written. */
export function withName(views: readonly SavedView[], name: string): SavedView | undefined {
  const wanted = name.trim().toLocaleLowerCase();
  return views.find((view) => view.name.trim().toLocaleLowerCase() === wanted);
}

function isList(value: unknown): value is unknown[] {
  return Array.isArray(value);
}

/** What an older version wrote, or somebody else, is left out. */
function isView(value: unknown): value is SavedView {
  const view = value as Partial<SavedView> | null;
  return (
    typeof view === 'object' &&
    view !== null &&
    [view.id, view.name, view.text, view.group].every(isText) &&
    isTexts(view.filterFields) &&
    isTexts(view.columns) &&
    isNumbers(view.widths) &&
    isPairs(view.filters) &&
    isPairs(view.conditions) &&
    isList(view.sort) &&
    view.sort.every((one) => typeof one === 'object' && one !== null && 'column' in one)
  );
}

function isPairs(value: unknown): boolean {
  return isList(value) && value.every((pair) => isList(pair) && pair.length === 2 && isText(pair[0]));
}
