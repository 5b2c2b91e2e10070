/** The matrix as it outlives its turns: which part is shown, what is counted, and the annex itself. */
import type { Annex, MatrixAcross } from '@/generated/wire.ts';
import type { Client } from '@/lib/client.ts';
import { recall, remember } from '@/lib/kept.ts';
import { rereading } from '@/lib/reread.ts';
import type { ScreenState } from '@/lib/screen.ts';
import { createStore, type Store } from '@/lib/store.ts';

export type Part = 'annex' | 'counts';
/** What the numbers of the matrix are. */
export type Unit = 'links' | 'commitments';

export interface Counted {
  across: MatrixAcross;
  unit: Unit;
  /** Links of this basis alone; empty: whoever says so. */
  basis: string;
}

export interface Read {
  annex: Annex | undefined;
  /** It was read before an audience: nothing private is in it. */
  discreet: boolean;
  error: unknown;
}

export interface MatrixState extends ScreenState {
  readonly client: Client;
  readonly part: Store<Part>;
  readonly counted: Store<Counted>;
  readonly read: Store<Read>;
  /** Lines of each cell that are shown. */
  readonly limit: Store<number>;
  /** Answers of the counts as they were last. */
  readonly last: Map<string, unknown>;
  setShown(shown: boolean): void;
  /** Resolves when the annex knows of a step that was just made. */
  caughtUp(): Promise<void>;
}

/** The tables whose rows are in the annex. */
const TABLES: ReadonlySet<string> = new Set([
  'commitment',
  'mapping',
  'objective',
  'action_line',
  'assignment',
  'organization',
  'role',
  'source',
]);

export const FEW = 200;
const KEPT = 'matrix-part';

const isPart = (value: unknown): value is Part => value === 'annex' || value === 'counts';

export function createMatrix(client: Client): MatrixState {
  const part = createStore<Part>(recall(KEPT, isPart) ?? 'annex');
  part.subscribe(() => remember(KEPT, part.get()));
  const counted = createStore<Counted>({ across: 'action_line', unit: 'links', basis: '' });
  const read = createStore<Read>({ annex: undefined, discreet: false, error: undefined });
  const limit = createStore(FEW);
  const last = new Map<string, unknown>();
  let isShown = false;
  let isStale = true;

  const load = rereading(async () => {
    isStale = false;
    const source = client.source.get();
    const discreet = client.discreet.get();
    try {
      const annex = await client.call('matrix_annex', { source, discreet, limit: limit.get() });
      // Another moment, or an audience, asks for itself.
      if (source === client.source.get() && discreet === client.discreet.get()) {
        read.set({ annex, discreet, error: undefined });
      }
    } catch (error) {
      read.set({ annex: undefined, discreet, error });
    }
  });
  const refresh = (): void => {
    isStale = true;
    if (isShown) {
      void load();
    }
  };
  client.changed.listen(({ tables }) => {
    if (client.source.get().at === 'now' && tables.some((table) => TABLES.has(table))) {
      refresh();
    }
  });
  client.opened.listen(refresh);
  client.renew.listen(refresh);
  client.source.subscribe(refresh);
  client.discreet.subscribe(refresh);
  limit.subscribe(refresh);

  return {
    client,
    part,
    counted,
    read,
    limit,
    last,
    setShown(shown) {
      isShown = shown;
      if (shown && isStale) {
        void load();
      }
    },
    caughtUp: load,
    reset() {
      last.clear();
      read.set({ annex: undefined, discreet: false, error: undefined });
      limit.set(FEW);
      refresh();
    },
    isReady: () => read.get().annex !== undefined || read.get().error !== undefined,
    subscribe: read.subscribe,
  };
}
