/** Views that can be shown: those of this machine, and those that are kept with the plan and go to colleagues with it. */
import { useMemo } from 'react';
import { type Client, useClient } from '@/lib/client.ts';
import { cellOf } from '@/lib/fields.ts';
import { createStore, type Store, useStore } from '@/lib/store.ts';
import { EVERYTHING } from '@/lib/views.ts';
import type { Bench } from './actions.ts';
import { savedAs, type SavedView, textOf, viewOf, withName } from './saved.ts';
import type { TableState } from './state.ts';

/** Where a view is kept. */
export type ViewPlace = 'here' | 'plan';

export interface KeptView {
  place: ViewPlace;
  view: SavedView;
}

interface OfPlan {
  kind: string;
  view: SavedView;
}

/** So many views of a plan are offered. */
const MOST = 200;
const STORES = new WeakMap<Client, Store<readonly OfPlan[]>>();

/** The views of the plan that is shown, of all kinds of rows. */
function ofPlan(client: Client): Store<readonly OfPlan[]> {
  const known = STORES.get(client);
  if (known) {
    return known;
  }
  const store = createStore<readonly OfPlan[]>([]);
  STORES.set(client, store);
  let newest = 0;
  const ask = (): void => {
    newest += 1;
    const turn = newest;
    if (client.plan.get().open === 'nothing') {
      store.set([]);
      return;
    }
    const range = { from: 0, to: MOST, query: EVERYTHING };
    const source = client.source.get();
    client.call('view_get', { kind: 'saved_view', source, fields: ['name', 'shape'], ...range }).then(
      ({ rows }) => {
        if (turn === newest) {
          store.set(
            rows.flatMap(
              (row) => viewOf(row.id, cellOf(row, 'name').text, valueOf(cellOf(row, 'shape').value)) ?? [],
            ),
          );
        }
      },
      (reason: unknown) => client.failed.emit(reason),
    );
  };
  client.changed.listen(({ tables }) => {
    if (tables.includes('saved_view')) {
      ask();
    }
  });
  client.opened.listen(ask);
  client.renew.listen(ask);
  client.source.subscribe(ask);
  ask();
  return store;
}

function valueOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** All views of a table: those of this machine first. */
export function useKeptViews({ def, saved }: TableState): readonly KeptView[] {
  const client = useClient();
  const here = useStore(saved);
  const shared = useStore(ofPlan(client));
  return useMemo(
    () => [
      ...here.map((view): KeptView => ({ place: 'here', view })),
      ...shared
        .filter(({ kind }) => kind === def.kind)
        .map(({ view }): KeptView => ({ place: 'plan', view })),
    ],
    [def, here, shared],
  );
}

/** Keeps what is shown under a name; one of that name, in that place, gives way. */
export async function keepNew(
  bench: Bench,
  place: ViewPlace,
  name: string,
  among: readonly KeptView[],
): Promise<void> {
  const views = among.filter((one) => one.place === place).map(({ view }) => view);
  const same = withName(views, name);
  const view = savedAs(same?.id ?? crypto.randomUUID(), name, bench.state.list.get());
  await (same ? keepShape(bench, { place, view }) : add(bench, { place, view }));
}

/** Keeps a view as it is given, beside the others. */
export async function add({ client, state }: Bench, { place, view }: KeptView): Promise<void> {
  const { def, saved } = state;
  if (place === 'here') {
    saved.set([...saved.get(), view]);
    return;
  }
  await client.write('saved_view_create', {
    id: null,
    fields: { name: view.name, shape: textOf(def, view) },
  });
}

/** A view shows something else from now on, under its name. */
export async function keepShape(bench: Bench, { place, view }: KeptView): Promise<void> {
  const { def, saved } = bench.state;
  if (place === 'here') {
    saved.set(saved.get().map((one) => (one.id === view.id ? view : one)));
    return;
  }
  await set(bench, view.id, 'shape', textOf(def, view));
}

export async function keepName(bench: Bench, { place, view }: KeptView, name: string): Promise<void> {
  const { saved } = bench.state;
  if (place === 'here') {
    saved.set(saved.get().map((one) => (one.id === view.id ? { ...one, name } : one)));
    return;
  }
  await set(bench, view.id, 'name', name);
}

async function set({ client }: Bench, id: string, field: string, value: string): Promise<void> {
  await client.write('saved_view_set', { id, field, value, words: null, token: null });
}

export async function drop({ client, state }: Bench, { place, view }: KeptView): Promise<void> {
  const { saved } = state;
  if (place === 'here') {
    saved.set(saved.get().filter(({ id }) => id !== view.id));
    return;
  }
  await client.write('saved_view_delete', { id: view.id });
}

/** Puts a view into the other place. It is there before it is taken away here: what is refused loses nothing. */
export async function move(bench: Bench, kept: KeptView): Promise<void> {
  await add(bench, {
    place: kept.place === 'here' ? 'plan' : 'here',
    view: { ...kept.view, id: crypto.randomUUID() },
  });
  await drop(bench, kept);
}
