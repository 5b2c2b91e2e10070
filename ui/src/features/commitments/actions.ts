/** What can be done with rows of the list, beside typing into a cell. */
import type { JsonValue, RowView, SetOne } from '@/generated/wire.ts';
import type { GridRange } from '@/kit/index.ts';
import type { Client } from '@/lib/client.ts';
import type { Editing } from '@/lib/editing.ts';
import { cellOf } from '@/lib/fields.ts';
import type { RowsView } from '@/lib/views.ts';
import { type ListState, groupKey } from './list.ts';

export const KIND = 'commitment';

export interface Bench {
  client: Client;
  editing: Editing;
  view: RowsView;
  /** Whose the new row is, where nothing says it; undefined: there shall be none. */
  askOwner(): Promise<string | undefined>;
}

/** Makes a row with the group's value where the person stands, and answers with its id. */
export async function createRow(
  { client, view, askOwner }: Bench,
  list: ListState,
  near: RowView | undefined,
): Promise<string | undefined> {
  const { say } = client.words.get();
  const fields: Record<string, JsonValue> = { title: say('commitment-new-title') };
  const owner = (await ownerOfNew(client, near)) ?? (await askOwner());
  if (owner === undefined) {
    return undefined;
  }
  fields['owner'] = owner;
  if (list.group !== '' && list.group !== 'owner' && near) {
    fields[list.group] = cellOf(near, list.group).value;
  }
  const written = await client.write('commitment_create', { id: null, fields });
  await view.caughtUp(written.op);
  return written.created ?? undefined;
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
    source: { at: 'now' },
    query: { text: '', filters: [], sort: [], group: null },
    from: 0,
    to: 1,
    fields: ['owner'],
  });
  const ofPlan = about.rows[0] ? cellOf(about.rows[0], 'owner').value : null;
  return ofPlan ?? (near ? cellOf(near, 'owner').value : undefined) ?? undefined;
}

/** Ids of the rows of a range: loaded or not, but none that is folded away. */
export async function rowsOf({ view }: Bench, range: GridRange, list: ListState): Promise<readonly string[]> {
  const ids = await view.ids(range.from, range.to);
  const hidden = view.getState().groups.filter((group) => list.collapsed.has(groupKey(group.key)));
  return ids.filter((_, at) => {
    const index = range.from + at;
    return !hidden.some((group) => index >= group.from && index < group.from + group.count);
  });
}

export async function deleteRows(bench: Bench, range: GridRange, list: ListState): Promise<void> {
  const ids = await rowsOf(bench, range, list);
  await bench.editing.ask(KIND, ids);
  const [only] = ids;
  const written =
    ids.length === 1 && only !== undefined
      ? await bench.client.write('commitment_delete', { id: only })
      : await bench.client.write('rows_delete', { rows: ids.map((id) => ({ kind: KIND, id })) });
  await bench.view.caughtUp(written.op);
}

/** Gives every cell of a range one value, in one step. */
export async function fillCells(
  bench: Bench,
  range: GridRange,
  list: ListState,
  fields: readonly string[],
  value: JsonValue,
): Promise<void> {
  const ids = await rowsOf(bench, range, list);
  await bench.editing.ask(KIND, ids);
  const set = ids.flatMap((id) => fields.map((field): SetOne => ({ kind: KIND, id, field, value })));
  const written = await bench.client.write('rows_set', { set });
  await bench.view.caughtUp(written.op);
}

/** Puts a row one place up or down, within its group. */
export async function moveRow(bench: Bench, id: string, by: 1 | -1): Promise<void> {
  const { rows, groups } = bench.view.getState();
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
  const written = await bench.client.write('rows_order', { kind: KIND, id: moved, after });
  await bench.view.caughtUp(written.op);
}
