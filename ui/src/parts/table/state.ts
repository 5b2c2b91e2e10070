/** A table of rows as it outlives its turns on the screen: what it shows, and the rows themselves. */
import type { Client, Compared } from '@/lib/client.ts';
import type { ScreenState, Wish } from '@/lib/screen.ts';
import { createStore, type Store } from '@/lib/store.ts';
import { RowsView } from '@/lib/views.ts';
import { comparedQuery } from '@/parts/compare/index.ts';
import type { TableDef } from './def.ts';
import { type FindState, NO_FIND } from './find.ts';
import { createList, isFiltered, type ListState, queryOf, withoutFilters } from './list.ts';
import { createSaved, type SavedView } from './saved.ts';

export interface TableState extends ScreenState {
  readonly def: TableDef;
  readonly list: Store<ListState>;
  readonly view: RowsView;
  /** Views that the person saved. */
  readonly saved: Store<readonly SavedView[]>;
  /** What is looked for, and whether it is. */
  readonly find: Store<FindState>;
  /** What the rows are compared with, here as everywhere. */
  readonly compared: Store<Compared | undefined>;
  wish(wish: Wish): Promise<(() => void) | undefined>;
  reset(): void;
  isReady(): boolean;
  subscribe(listener: () => void): () => void;
}

export function createTable(client: Client, def: TableDef): TableState {
  const list = createList(def);
  const shape = { kind: def.kind, fields: fieldsOf(def, list.get().columns) };
  const { compared } = client;
  const query = comparedQuery(queryOf(def, list.get(), client.discreet.get()), compared.get());
  const view = new RowsView(client, shape, query);
  return {
    def,
    list,
    view,
    saved: createSaved(def),
    find: createStore(NO_FIND),
    compared,
    async wish({ filters, row, text }) {
      const before = list.get();
      if (row) {
        list.set({ ...before, collapsed: new Set() });
      }
      if (filters) {
        const { filterFields } = list.get();
        list.set({
          ...withoutFilters(list.get()),
          text: text ?? '',
          filters,
          filterFields: [...new Set([...filterFields, ...filters.keys()])],
        });
        return undefined;
      }
      // Who goes to a row that is filtered away wants the row, not the filter.
      const narrow = compared.get();
      const isNarrow = isFiltered(before) || narrow?.only === true;
      if (!row || !isNarrow || (await view.position(row.id)) !== undefined) {
        return undefined;
      }
      list.set(withoutFilters(list.get()));
      compared.set(narrow && { ...narrow, only: false });
      return () => {
        compared.set(narrow);
        const { text: words, filters: values, conditions } = before;
        list.set({ ...list.get(), text: words, filters: values, conditions });
      };
    },
    reset: () => list.set(withoutFilters(list.get())),
    isReady: () => view.getState().loaded || view.getState().error !== undefined,
    subscribe: view.subscribe,
  };
}

/**
 * Fields that the columns need, and those that a new row takes over from the row beside it. What is worked out and typed into all
 * the same is among them, shown or not: an edit that changes it is told.
 */
export function fieldsOf(def: TableDef, columns: readonly string[]): readonly string[] {
  const edited = Object.entries(def.edits ?? {}).flat();
  const needs = def.needs ?? [];
  return [...new Set([...columns, ...edited, ...needs, ...def.groupings, ...(def.owned ? ['owner'] : [])])];
}
