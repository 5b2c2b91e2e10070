/** The screen of documents as it outlives its turns: what there is, which document and which of its blocks one is at. */
import type { DocumentView, RowView } from '@/generated/wire.ts';
import type { Client } from '@/lib/client.ts';
import { textOf } from '@/lib/fields.ts';
import { recall, remember } from '@/lib/kept.ts';
import { rereading } from '@/lib/reread.ts';
import type { ScreenState, Wish } from '@/lib/screen.ts';
import { createStore, type Store } from '@/lib/store.ts';
import { EVERYTHING } from '@/lib/views.ts';

/** What is seen of a document: what is written, what the page looks like, or both. */
export const VIEWS = ['write', 'both', 'page'] as const;
export type View = (typeof VIEWS)[number];

function isView(value: unknown): value is View {
  return VIEWS.some((view) => view === value);
}

/** What stands above the blocks, each to be folded. */
export type Section = 'head' | 'box' | 'links' | 'files';

export interface Content {
  documents: readonly DocumentView[];
  /** The chosen one, with all of its fields. */
  row: RowView | undefined;
  /** Its blocks, in their order, with all of their fields. */
  blocks: readonly RowView[];
  loaded: boolean;
  /** Why it could not be read. */
  error: unknown;
}

/** Where one is in a document: at a block, or at a field of its head. */
export interface Spot {
  block: string | undefined;
  /** The field of the document. */
  field: string | undefined;
  /** Who went there: the other side follows. */
  by: 'outline' | 'page';
}

export interface DocumentsState extends ScreenState {
  readonly client: Client;
  readonly content: Store<Content>;
  readonly chosen: Store<string | undefined>;
  readonly spot: Store<Spot>;
  readonly view: Store<View>;
  readonly open: Store<ReadonlySet<Section>>;
  /** Answers as they were last. */
  readonly last: Map<string, unknown>;
  choose(id: string): void;
  /** Folds or unfolds a section. */
  turn(id: Section): void;
  go(spot: Partial<Spot>): void;
  /** Resolves when the content knows of a step that was just made. */
  caughtUp(): Promise<void>;
  wish(wish: Wish): Promise<undefined>;
  reset(): void;
  isReady(): boolean;
  subscribe(listener: () => void): () => void;
}

const TABLES: ReadonlySet<string> = new Set(['document', 'block', 'objective', 'organization']);
/** More blocks than these no document has. */
const MOST = 2000;
const KEPT = 'documents-view';
const NOWHERE: Spot = { block: undefined, field: undefined, by: 'outline' };
const NOTHING: Content = { documents: [], row: undefined, blocks: [], loaded: false, error: undefined };

export function createDocuments(client: Client): DocumentsState {
  const content = createStore<Content>(NOTHING);
  const chosen = createStore<string | undefined>(undefined);
  const spot = createStore<Spot>(NOWHERE);
  const view = createStore<View>(recall(KEPT, isView) ?? 'both');
  const open = createStore<ReadonlySet<Section>>(new Set());
  const last = new Map<string, unknown>();
  view.subscribe(() => remember(KEPT, view.get()));

  const readOnce = async (): Promise<void> => {
    const source = client.source.get();
    const { documents } = await client.call('documents_list', { source });
    // The chosen one is gone: what stands where it stood takes its place.
    const before = content.get().documents.findIndex(({ id }) => id === chosen.get());
    const there = documents.some(({ id }) => id === chosen.get());
    const id = there ? chosen.get() : documents[Math.min(Math.max(before, 0), documents.length - 1)]?.id;
    const [row, blocks] =
      id === undefined
        ? [undefined, []]
        : await Promise.all([
            client.call('row_get', { kind: 'document', id, source }).then((detail) => detail.row),
            client
              .call('view_get', {
                kind: 'block',
                source,
                query: { ...EVERYTHING, filters: [{ field: 'document', any: [id] }] },
                from: 0,
                to: MOST,
                fields: [],
              })
              .then((window) => window.rows),
          ]);
    // Another moment asks for itself.
    if (source !== client.source.get()) {
      return;
    }
    if (!there) {
      chosen.set(id);
      spot.set(NOWHERE);
    }
    const { block } = spot.get();
    if (block !== undefined && !blocks.some((one) => one.id === block)) {
      spot.set({ ...spot.get(), block: undefined });
    }
    content.set({ documents, row, blocks, loaded: true, error: undefined });
  };
  const load = rereading(() =>
    readOnce().catch((error: unknown) => content.set({ ...content.get(), error })),
  );
  const refresh = (): void => void load();
  client.changed.listen(({ tables }) => {
    if (client.source.get().at === 'now' && tables.some((table) => TABLES.has(table))) {
      refresh();
    }
  });
  client.opened.listen(refresh);
  client.renew.listen(refresh);
  client.source.subscribe(refresh);
  refresh();

  const choose = (id: string): void => {
    if (chosen.get() !== id) {
      chosen.set(id);
      spot.set(NOWHERE);
      refresh();
    }
  };
  return {
    client,
    content,
    chosen,
    spot,
    view,
    open,
    last,
    choose,
    turn(id) {
      const next = new Set(open.get());
      if (!next.delete(id)) {
        next.add(id);
      }
      open.set(next);
    },
    go(part) {
      const next = { ...spot.get(), ...part };
      spot.set(part.block === undefined ? next : { ...next, field: undefined });
    },
    caughtUp: load,
    async wish({ row }) {
      if (row?.kind === 'document') {
        choose(row.id);
      } else if (row?.kind === 'block') {
        const detail = await client.call('row_get', { ...row, source: client.source.get() });
        const document = detail.row.cells['document']?.value;
        if (typeof document === 'string') {
          choose(document);
          await load();
          spot.set({ block: row.id, field: undefined, by: 'page' });
        }
      }
      return undefined;
    },
    reset() {
      last.clear();
      spot.set(NOWHERE);
      refresh();
    },
    isReady: () => content.get().loaded || content.get().error !== undefined,
    subscribe: content.subscribe,
  };
}

/** The kind of a block. */
export function kindOf(block: RowView): string {
  const value = block.cells['kind']?.value;
  return typeof value === 'string' ? value : '';
}

/** Its words; of a block that shows rows, what it is called. */
export function wordsOf(block: RowView): string {
  return textOf(block, 'text');
}
