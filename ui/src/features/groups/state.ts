/** The screen of groups as it outlives its turns: the tree, what is folded, which group is chosen, which part of it is shown. */
import type { GroupNode } from '@/generated/wire.ts';
import type { Client } from '@/lib/client.ts';
import { rereading } from '@/lib/reread.ts';
import type { ScreenState, Wish } from '@/lib/screen.ts';
import { createStore, type Store } from '@/lib/store.ts';
import { foremost, isOpen, linesOf, pathOf } from './tree.ts';

export type Part = 'roles' | 'assignments';

export interface Tree {
  nodes: readonly GroupNode[];
  loaded: boolean;
  /** Why it could not be read. */
  error: unknown;
}

export interface GroupsState extends ScreenState {
  readonly client: Client;
  readonly tree: Store<Tree>;
  readonly chosen: Store<string | undefined>;
  /** Groups that are folded where they begin unfolded, and the other way round. */
  readonly turned: Store<ReadonlySet<string>>;
  readonly filter: Store<string>;
  readonly part: Store<Part>;
  /** Chooses a group and makes it visible. */
  reveal(id: string): void;
  turn(ids: readonly string[]): void;
  /** Resolves when the tree knows of a step that was just made. */
  caughtUp(): Promise<void>;
  /** Lets the filter go where it hides a group; answers with how to set it again. */
  show(id: string): (() => void) | undefined;
  wish(wish: Wish): Promise<(() => void) | undefined>;
  reset(): void;
  isReady(): boolean;
  subscribe(listener: () => void): () => void;
}

/** The tables whose rows are in the tree. */
const TABLES: ReadonlySet<string> = new Set(['group', 'objective']);

export function createGroups(client: Client): GroupsState {
  const tree = createStore<Tree>({ nodes: [], loaded: false, error: undefined });
  const chosen = createStore<string | undefined>(undefined);
  const turned = createStore<ReadonlySet<string>>(new Set());
  const filter = createStore('');
  const part = createStore<Part>('roles');
  /** What was asked for before the tree was there. */
  let wished: string | undefined;

  const load = rereading(async () => {
    const source = client.source.get();
    try {
      const nodes = await client.call('group_tree', { source });
      // Another moment asks for itself.
      if (source === client.source.get()) {
        take(nodes);
      }
    } catch (error) {
      tree.set({ ...tree.get(), error });
    }
  });
  const take = (nodes: readonly GroupNode[]): void => {
    const before = tree.get().nodes;
    tree.set({ nodes, loaded: true, error: undefined });
    const id = wished ?? chosen.get();
    wished = undefined;
    if (id !== undefined && nodes.some((node) => node.id === id)) {
      reveal(id);
      return;
    }
    // The chosen one is gone: what stands where it stood takes its place. Nothing was chosen yet: what says most comes first.
    const at = before.findIndex((node) => node.id === chosen.get());
    const instead = at < 0 ? foremost(nodes) : nodes[Math.min(at, nodes.length - 1)];
    if (instead) {
      reveal(instead.id);
    } else {
      chosen.set(undefined);
    }
  };
  const reveal = (id: string): void => {
    const { nodes, loaded } = tree.get();
    if (!loaded || !nodes.some((node) => node.id === id)) {
      wished = id;
      return;
    }
    const folded = pathOf(nodes, id).filter((node) => !isOpen(node, nodes.length, turned.get()));
    if (folded.length > 0) {
      turn(folded.map((node) => node.id));
    }
    chosen.set(id);
  };
  const turn = (ids: readonly string[]): void => {
    const next = new Set(turned.get());
    for (const id of ids) {
      if (!next.delete(id)) {
        next.add(id);
      }
    }
    turned.set(next);
  };

  const show = (id: string): (() => void) | undefined => {
    const before = filter.get();
    if (linesOf(tree.get().nodes, turned.get(), before).some(({ node }) => node.id === id)) {
      return undefined;
    }
    filter.set('');
    return before.trim() === '' ? undefined : () => filter.set(before);
  };

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

  return {
    client,
    tree,
    chosen,
    turned,
    filter,
    part,
    reveal,
    turn,
    caughtUp: load,
    async wish({ row }) {
      if (row?.kind !== 'group') {
        return undefined;
      }
      reveal(row.id);
      return show(row.id);
    },
    show,
    reset() {
      filter.set('');
      turned.set(new Set());
      // One's own copy has the group that one looked at in the original.
      wished = chosen.get();
      chosen.set(undefined);
      part.set('roles');
      refresh();
    },
    isReady: () => tree.get().loaded || tree.get().error !== undefined,
    subscribe: tree.subscribe,
  };
}
