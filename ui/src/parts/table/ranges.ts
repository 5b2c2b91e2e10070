/** Ranges of cells as the back end takes them: what is done to them reaches over all rows of the view, loaded or not. */
import type { CellRange, CellsDo, Written } from '@/generated/wire.ts';
import type { GridCopied, GridRange } from '@/kit/index.ts';
import type { Bench } from './actions.ts';

export function wireRange({ state, client, folded }: Bench, range: GridRange): CellRange {
  const { def, view } = state;
  const first = view.getState().rows.idAt(range.from);
  return {
    kind: def.kind,
    source: client.source.get(),
    query: view.query,
    from: range.from,
    to: range.to + 1,
    columns: [...range.columns],
    skip: folded().map(({ from, count }) => ({ from, count })),
    ...(first === undefined ? {} : { first }),
  };
}

/** The range of all rows of the view. */
export function everyRow({ state }: Bench, columns: readonly string[]): GridRange {
  const { count } = state.view.getState();
  return { from: 0, to: Math.max(count - 1, 0), columns, rowIds: [] };
}

export async function copyRange(bench: Bench, range: GridRange): Promise<GridCopied> {
  const { rows, left_off: leftOff } = await bench.client.call('cells_copy', wireRange(bench, range));
  return { rows, leftOff };
}

/**
 * Does something to a range in one step, unseen: what it comes to can be foretold. Owners are asked for once. Where something has to
 * be decided first, it is proposed.
 */
export async function changeCells(bench: Bench, range: CellRange, change: CellsDo): Promise<void> {
  const { client, editing, state } = bench;
  const preview = await client.call('cells_preview', { range, change, list: 0 });
  if (preview.dates) {
    bench.propose({ range, change });
    return;
  }
  await editing.askOwners(preview.foreign.map(({ owner }) => owner));
  const written = await client.write('cells_change', { range, change, op: preview.op });
  await state.view.caughtUp(written.op);
}

/** Carries out what was looked at. */
export async function carryOut(
  { client, editing, state }: Bench,
  what: { range: CellRange; change: CellsDo },
  seen: { op: number; owners: readonly string[]; dates: 'day_first' | 'month_first' | undefined },
): Promise<Written> {
  const { op, owners, dates } = seen;
  editing.agree(owners);
  // What stays as it is was shown: it is not told once more.
  const written = await client.call('cells_change', { ...what, op, ...(dates ? { dates } : {}) });
  client.said.emit(written.announcement);
  await state.view.caughtUp(written.op);
  return written;
}
