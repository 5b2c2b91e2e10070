/** What the catalogue shows: one list of it, or what a search finds in all of them. */
import type { Client } from '@/lib/client.ts';
import { isText, recall, remember } from '@/lib/kept.ts';
import type { ScreenState, Wish } from '@/lib/screen.ts';
import { createStore, type Store } from '@/lib/store.ts';
import { createTable, type TableState } from '@/parts/table/state.ts';
import { definitionOf } from './definitions.ts';

const KIND = 'catalogue.kind';
const FIRST = 'objective';

export interface CatalogueState extends ScreenState {
  readonly kind: Store<string>;
  /** What is searched for in all lists; empty: one list is shown. */
  readonly text: Store<string>;
  /** What was found is shown; without it a list is, and what was found waits. */
  readonly results: Store<boolean>;
  /** The table of a kind: made when it is first looked at. */
  table(kind: string): TableState;
  wish(wish: Wish): Promise<(() => void) | undefined>;
  reset(): void;
}

export function createCatalogue(client: Client): CatalogueState {
  const kind = createStore(recall(KIND, isText) ?? FIRST);
  kind.subscribe(() => remember(KIND, kind.get()));
  const text = createStore('');
  const results = createStore(false);
  text.subscribe(() => results.set(text.get().trim() !== ''));
  const tables = new Map<string, TableState>();
  const table = (wanted: string): TableState => {
    const made = tables.get(wanted) ?? createTable(client, definitionOf(wanted));
    tables.set(wanted, made);
    return made;
  };
  return {
    kind,
    text,
    results,
    table,
    async wish({ kind: wanted, ...wish }) {
      const shown = wanted ?? wish.row?.kind;
      if (shown === undefined) {
        return undefined;
      }
      // What was found waits: one comes back to it.
      results.set(false);
      kind.set(shown);
      return table(shown).wish(wish);
    },
    reset() {
      text.set('');
      for (const one of tables.values()) {
        one.reset();
      }
    },
  };
}
