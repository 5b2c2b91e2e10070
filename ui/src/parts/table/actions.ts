/** What can be done with rows of a table, beside typing into a cell. */
import type { JsonValue, RowView } from '@/generated/wire.ts';
import type { GridRange } from '@/kit/index.ts';
import { type Client, NOW, type WriteName } from '@/lib/client.ts';
import type { Editing } from '@/lib/editing.ts';
import { cellOf } from '@/lib/fields.ts';
import type { Notices } from '@/lib/notices.ts';
import { EVERYTHING } from '@/lib/views.ts';
import type { Proposal } from './change-dialog.tsx';
import { isFiltered, isOwn } from './list.ts';
import type { KeptView } from './kept-views.ts';
import type { TableState } from './state.ts';

export interface Bench {
  client: Client;
  editing: Editing;
  notices: Notices;
  state: TableState;
  /** Whose the new row is, where nothing says it; undefined: there shall be none. */
  askOwner(): Promise<string | undefined>;
  /** Shows what a change of many cells would do, to be decided on. */
  propose(proposal: Proposal): void;
  /** Opens one of the table's own dialogs. */
  show(task: Task): void;
  /** Runs of rows that are folded away. */
  folded(): readonly { from: number; count: number }[];
}

/** What a dialog of the table is for. */
export type Task =
  | { task: 'sort' }
  | { task: 'bulk'; range: GridRange }
  /** Without a view: what is shown is saved. */
  | { task: 'save'; view?: KeptView };

/** Why rows cannot be put in order by hand now: a key of the words. */
export function orderOff({ def, list, compared }: TableState): string | undefined {
  const now = list.get();
  if (def.sort !== undefined) {
    return 'order-own';
  }
  return now.sort.length > 0
    ? 'order-sorted'
    : isFiltered(now) || compared.get()?.only === true
      ? 'order-filtered'
      : undefined;
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
    // What rows are linked with stands in no cell of theirs: the head of the group says it, and the new row gets the link.
    fields[group] = def.linked?.[group] === undefined ? cellOf(near, group).value : headOver(state, near);
  }
  const written = await client.write(`${def.kind}_create` as WriteName, { id: null, fields });
  await state.view.caughtUp(written.op);
  return written.created ?? undefined;
}

/** What the rows of the group are linked with in which a row stands. */
function headOver(state: TableState, near: RowView): string | null {
  const { rows, groups } = state.view.getState();
  const index = rows.indexOf(near.id);
  if (index === undefined) {
    return null;
  }
  return groups.find(({ from, count }) => index >= from && index < from + count)?.key ?? null;
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
async function rowsOf({ state, folded }: Bench, range: GridRange): Promise<readonly string[]> {
  const ids = await state.view.ids(range.from, range.to);
  const hidden = folded();
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

/** Where the rows of a group begin and end: those of all rows, where there are no groups. */
function groupOf({ state }: Bench, index: number): readonly [first: number, behind: number] {
  const { rows, groups } = state.view.getState();
  const group = groups.find((one) => index >= one.from && index < one.from + one.count);
  return group ? [group.from, group.from + group.count] : [0, rows.count];
}

/** Puts rows that stand together one place up or down, within their group. */
export async function moveRows(bench: Bench, from: number, to: number, by: 1 | -1): Promise<void> {
  const { client, notices, state } = bench;
  const { rows } = state.view.getState();
  const target = by === 1 ? to + 1 : from - 1;
  const [first, behind] = groupOf(bench, from);
  if (target < first || target >= behind || to >= behind) {
    if (target >= 0 && target < rows.count) {
      notices.tell({ tone: 'info', text: client.words.get().say('order-group') });
    }
    return;
  }
  const neighbour = rows.idAt(target);
  const block = await state.view.ids(from, to);
  const last = block.at(-1);
  if (neighbour === undefined || last === undefined) {
    return;
  }
  // One up is the neighbour behind the last: what stands before it may be far away in the order of the plan.
  const move = by === 1 ? { ids: [...block], after: neighbour } : { ids: [neighbour], after: last };
  const written = await client.write('rows_order', { kind: state.def.kind, ...move });
  await state.view.caughtUp(written.op);
}

/** Puts rows that stand together before the one at a position, or behind all of their group. */
export async function dropRows(bench: Bench, from: number, to: number, before: number): Promise<void> {
  const { client, notices, state } = bench;
  const { say } = client.words.get();
  const off = orderOff(state);
  if (off !== undefined) {
    notices.tell({ tone: 'info', text: say(off) });
    return;
  }
  if (before >= from && before <= to + 1) {
    return;
  }
  const { rows } = state.view.getState();
  const [first, behind] = groupOf(bench, from);
  if (before < first || before > behind || to >= behind) {
    notices.tell({ tone: 'info', text: say('order-group') });
    return;
  }
  const ids = [...(await state.view.ids(from, to))];
  const next = before < behind ? rows.idAt(before) : undefined;
  const last = rows.idAt(before - 1) ?? null;
  const place = next === undefined ? { after: last } : { after: null, before: next };
  const written = await client.write('rows_order', { kind: state.def.kind, ids, ...place });
  await state.view.caughtUp(written.op);
}
