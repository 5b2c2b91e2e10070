/** What can be done with rows of a table, beside typing into a cell. */
import type { JsonValue, RowView, SetOne } from '@/generated/wire.ts';
import type { GridRange } from '@/kit/index.ts';
import { type Client, NOW, type WriteName } from '@/lib/client.ts';
import type { Editing } from '@/lib/editing.ts';
import { cellOf } from '@/lib/fields.ts';
import type { Notices } from '@/lib/notices.ts';
import { EVERYTHING } from '@/lib/views.ts';
import { groupKey, isOwn } from './list.ts';
import type { TableState } from './state.ts';

export interface Bench {
  client: Client;
  editing: Editing;
  notices: Notices;
  state: TableState;
  /** Whose the new row is, where nothing says it; undefined: there shall be none. */
  askOwner(): Promise<string | undefined>;
}

/** Makes a row with the group's value where the person stands, and answers with its id. */
export async function createRow(bench: Bench, near: RowView | undefined): Promise<string | undefined> {
  const { client, state, askOwner } = bench;
  const { def } = state;
  const { say } = client.words.get();
  const fields = await required(bench, near);
  fields[def.title] = say(def.words.newTitle);
  if (def.owned) {
    const owner = (await ownerOfNew(client, near)) ?? (await askOwner());
    if (owner === undefined) {
      return undefined;
    }
    fields['owner'] = owner;
  }
  const { group } = state.list.get();
  if (group !== '' && near && !(group in fields) && !isOwn(def, group)) {
    fields[group] = cellOf(near, group).value;
  }
  const written = await client.write(`${def.kind}_create` as WriteName, { id: null, fields });
  await state.view.caughtUp(written.op);
  return written.created ?? undefined;
}

/** What a row of the kind cannot be without: what the row beside it names, and the words of something new. */
async function required(
  { client, state }: Bench,
  near: RowView | undefined,
): Promise<Record<string, JsonValue>> {
  const { def } = state;
  const { say } = client.words.get();
  const all = client.kinds.get().get(def.kind)?.fields ?? [];
  const missing = all.filter((field) => field.required && !field.computed && field.name !== 'owner');
  const named = missing.filter((field) => field.field === 'reference').map((field) => field.name);
  const fields: Record<string, JsonValue> = Object.fromEntries(
    missing.filter(({ name }) => !named.includes(name)).map(({ name }) => [name, say(def.words.newTitle)]),
  );
  if (near && named.length > 0) {
    const { row } = await client.call('row_get', { kind: def.kind, id: near.id, source: NOW });
    for (const name of named) {
      fields[name] = cellOf(row, name).value;
    }
  }
  return fields;
}

/** The person's organization; else whose plan it is; else the owner of the row where the person stands. */
async function ownerOfNew(client: Client, near: RowView | undefined): Promise<JsonValue | undefined> {
  const { organization } = client.settings.get();
  if (organization !== '') {
    const found = await client.call('row_suggest', { kind: 'organization', text: organization, limit: 12 });
    const own = found.find((one) => one.label === organization);
    if (own) {
      return own.id;
    }
  }
  const about = await client.call('view_get', {
    kind: 'about',
    source: NOW,
    query: EVERYTHING,
    from: 0,
    to: 1,
    fields: ['owner'],
  });
  const ofPlan = about.rows[0] ? cellOf(about.rows[0], 'owner').value : null;
  return ofPlan ?? (near ? cellOf(near, 'owner').value : undefined) ?? undefined;
}

/** Ids of the rows of a range: loaded or not, but none that is folded away. */
async function rowsOf({ state }: Bench, range: GridRange): Promise<readonly string[]> {
  const { collapsed } = state.list.get();
  const ids = await state.view.ids(range.from, range.to);
  const hidden = state.view.getState().groups.filter((group) => collapsed.has(groupKey(group.key)));
  return ids.filter((_, at) => {
    const index = range.from + at;
    return !hidden.some((group) => index >= group.from && index < group.from + group.count);
  });
}

export async function deleteRows(bench: Bench, range: GridRange): Promise<void> {
  const { kind } = bench.state.def;
  const ids = await rowsOf(bench, range);
  await bench.editing.ask(kind, ids);
  const [only] = ids;
  const written =
    ids.length === 1 && only !== undefined
      ? await bench.client.write(`${kind}_delete` as WriteName, { id: only })
      : await bench.client.write('rows_delete', { rows: ids.map((id) => ({ kind, id })) });
  await bench.state.view.caughtUp(written.op);
}

/** Gives every cell of a range one value, in one step. */
export async function fillCells(
  bench: Bench,
  range: GridRange,
  fields: readonly string[],
  value: JsonValue,
): Promise<void> {
  const { kind } = bench.state.def;
  const ids = await rowsOf(bench, range);
  await bench.editing.ask(kind, ids);
  const set = ids.flatMap((id) => fields.map((field): SetOne => ({ kind, id, field, value })));
  const written = await bench.client.write('rows_set', { set });
  await bench.state.view.caughtUp(written.op);
}

/** Puts a row one place up or down, within its group. */
export async function moveRow({ client, state }: Bench, id: string, by: 1 | -1): Promise<void> {
  const { rows, groups } = state.view.getState();
  const index = rows.indexOf(id);
  if (index === undefined) {
    return;
  }
  const group = groups.find((one) => index >= one.from && index < one.from + one.count);
  const target = index + by;
  const [first, behind] = group ? [group.from, group.from + group.count] : [0, rows.count];
  if (target < first || target >= behind) {
    return;
  }
  const neighbour = rows.idAt(target);
  if (neighbour === undefined) {
    return;
  }
  // One up is the neighbour one down: what stands before it may be far away in the order of the plan.
  const [moved, after] = by === 1 ? [id, neighbour] : [neighbour, id];
  const written = await client.write('rows_order', { kind: state.def.kind, id: moved, after });
  await state.view.caughtUp(written.op);
}
